#pragma once

#include <paidan/check/detail/judge.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace check_detail {

/// Linked orders are all served, and start at the right distance. `settled[o]`: order o needs nothing more. Of several
/// visits that serve an order the first one counts.
inline void judge_links(const Dense& d, std::span<const DayWork> days, const std::vector<bool>& settled,
                        Findings& findings) {
  if (d.links.empty()) return;
  struct Served {
    const DayWork* day = nullptr;
    const DoneVisit* visit = nullptr;
  };
  std::vector<Served> served(settled.size());
  for (const DayWork& day : days) {
    for (const DoneVisit& visit : day.visits) {
      Served& one = served[visit.order.at()];
      if (visit.serves && (one.visit == nullptr || visit.start < one.visit->start)) one = {&day, &visit};
    }
  }
  const auto add = [&](std::string_view code, const Served& at, std::int64_t amount) {
    findings.add(code, at.visit->stop, {{}, at.visit->order, at.day->technician, at.day->shift, amount});
  };
  for (const LinkRow& link : d.links) {
    const Served& first = served[link.first.at()];
    const Served& second = served[link.second.at()];
    if (first.visit != nullptr && second.visit != nullptr) {
      const std::int64_t missed = distance_to(second.visit->start - first.visit->start, link.min_s, link.max_s);
      if (missed > 0) add("link_gap", second, missed);
    } else if (first.visit != nullptr && !settled[link.second.at()]) {
      add("link_unserved", first, 0);
    } else if (second.visit != nullptr && !settled[link.first.at()]) {
      add("link_unserved", second, 0);
    }
  }
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
