#pragma once

#include <paidan/model/detail/checker.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

PAIDAN_INLINE void Checker::check_depot(std::size_t i) {
  const SupplyDepot& depot = data_.depots[i];
  const Spot spot("depots", i);
  check_id(spot.at("id"), depot.id, nouns::depot, "depots", depot_table_.find(depot.id), i);
  check_known(spot.at("location"), depot.location, nouns::location, location_table_);
  check_amount(spot.at("service"), depot.service.seconds, largest_work_s);
  for (std::size_t k = 0; k < depot.hours.size(); ++k)
    check_span(spot.at("hours", k), nouns::opening, depot.hours[k].start, depot.hours[k].end);
  for (std::size_t k = 0; k < depot.parts.size(); ++k) {
    check_name(spot.at("parts", k).at("part"), depot.parts[k].part);
    check_field<&PartCount::quantity>(spot.at("parts", k), depot.parts[k]);
  }
  check_once(
      spot, "parts", depot.parts, [](const PartCount& count) -> std::string_view { return count.part; }, nouns::part);
  check_names(spot, "tools", depot.tools);
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
