#pragma once

#include <paidan/model/border.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {

PAIDAN_INLINE std::string_view ProblemBorder::id(Noun noun, std::uint32_t index) const {
  if (noun == Noun::order)
    return index < problem_.order_count() ? problem_.data().orders[index].id : std::string_view();
  if (noun == Noun::depot)
    return index < problem_.data().depots.size() ? problem_.data().depots[index].id : std::string_view();
  return index < problem_.technician_count() ? problem_.data().technicians[index].id : std::string_view();
}
PAIDAN_INLINE std::uint32_t ProblemBorder::find(Noun noun, std::string_view id) const {
  if (noun == Noun::depot) return problem_.find_depot(id).value;
  return noun == Noun::order ? problem_.find_order(id).value : problem_.find_technician(id).value;
}
PAIDAN_INLINE std::vector<std::string_view> ProblemBorder::known(Noun noun) const {
  std::vector<std::string_view> ids;
  if (noun == Noun::order) {
    for (const Order& order : problem_.data().orders) ids.push_back(order.id);
  } else if (noun == Noun::depot) {
    for (const SupplyDepot& depot : problem_.data().depots) ids.push_back(depot.id);
  } else {
    for (const Technician& technician : problem_.data().technicians) ids.push_back(technician.id);
  }
  return ids;
}
PAIDAN_INLINE std::string_view ProblemBorder::name_of(TechnicianIndex technician) const {
  return technician.value < problem_.technician_count() ? problem_.technician(technician).name : std::string_view();
}
PAIDAN_INLINE TechnicianIndex ProblemBorder::technician_of(ShiftIndex shift) const {
  return shift.at() < problem_.shift_count() ? problem_.dense().shifts.technician[shift.at()] : TechnicianIndex{};
}
PAIDAN_INLINE std::string_view ProblemBorder::shift_id(ShiftIndex shift) const {
  return shift.at() < problem_.shift_count() ? problem_.shift(shift).id : std::string_view();
}
PAIDAN_INLINE std::vector<std::string_view> ProblemBorder::shifts_of(TechnicianIndex technician) const {
  std::vector<std::string_view> ids;
  for (const Shift& shift : problem_.technician(technician).shifts) ids.push_back(shift.id);
  return ids;
}
PAIDAN_INLINE ShiftIndex ProblemBorder::shift_at(TechnicianIndex technician, std::size_t n) const {
  return ShiftIndex(problem_.dense().technicians.first_shift[technician.at()] + n);
}
PAIDAN_INLINE std::optional<std::int32_t> ProblemBorder::break_position(BreakIndex index) const {
  if (index.at() >= problem_.dense().breaks.size()) return std::nullopt;
  // The rows of a shift are in the order of its breaks.
  const auto rows = problem_.dense().shifts.breaks[problem_.dense().breaks[index.at()].shift.at()];
  const auto found = std::find(rows.begin(), rows.end(), index);
  if (found == rows.end()) return std::nullopt;
  return static_cast<std::int32_t>(found - rows.begin());
}

}  // namespace paidan::inline PAIDAN_ABI
