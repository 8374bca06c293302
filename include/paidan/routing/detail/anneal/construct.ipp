#pragma once

#include <paidan/routing/detail/anneal/construct.hpp>
#include <paidan/routing/detail/anneal/insertion.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

PAIDAN_INLINE State construct(const Ground& ground, const Near& near, const Sequence& sequence,
                              std::int64_t missed_rate) {
  SplitMix64 unused(0);
  Blink never(0, unused);
  State best(ground);
  std::vector<Index> visits;
  for (std::size_t rule = 0; rule < first_count; ++rule) {
    State plan(ground);
    visits.clear();
    plan.take_absent(visits);
    sequence.by(static_cast<First>(rule), visits);
    for (const Index visit : visits) {
      const auto below = std::min<std::int64_t>(2 * limit, missed_rate * ground.weight(visit));
      const Look look{.below = static_cast<std::int32_t>(below)};
      const Spot spot = find_spot(plan, near, visit, look, never, unused);
      if (spot.after == none) {
        plan.leave_out(visit);
      } else {
        plan.insert(visit, spot.after);
      }
    }
    plan.begin();
    if (plan.tally() < best.tally()) best = std::move(plan);
  }
  return best;
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
