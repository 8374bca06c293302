#pragma once

#include <paidan/model/detail/checker.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

PAIDAN_INLINE void Checker::check_tag_rules() {
  for (std::size_t i = 0; i < data_.limits.size(); ++i) {
    const TagLimit& limit = data_.limits[i];
    const Spot spot("limits", i);
    check_name(spot.at("tag"), limit.tag);
    if (limit.start && limit.end) {
      check_span(spot, nouns::tag_limit, *limit.start, *limit.end);
    } else if (limit.start || limit.end) {
      fail(errors::half_a_span, spot.at(limit.start ? "end" : "start"),
           {{"given", limit.start ? "start" : "end"}, {"missing", limit.start ? "end" : "start"}});
    }
    if (limit.max_jobs) check_amount(spot.at("max_jobs"), *limit.max_jobs, INT32_MAX);
    if (limit.max_work) check_amount(spot.at("max_work"), limit.max_work->seconds, largest_duration_s);
    if (!limit.max_jobs && !limit.max_work) fail(errors::limits_nothing, spot, {{"tag", limit.tag}});
  }
  for (std::size_t i = 0; i < data_.closures.size(); ++i) {
    const TagClosure& closure = data_.closures[i];
    const Spot spot("closures", i);
    check_name(spot.at("tag"), closure.tag);
    check_span(spot, nouns::tag_closure, closure.start, closure.end);
  }
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
