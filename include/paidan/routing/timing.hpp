// The one evaluator of a route: times, feasibility and cost of a sequence of visits in a shift.
#pragma once

#include <paidan/core/reason.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// A sequence with its schedule. `cost` leaves out unserved, fairness and worst lateness (they belong to the plan).
struct Timed {
  bool feasible = false;
  FamilySet violated = 0;  ///< the first families met, when not feasible
  Route route;             ///< stops with breaks placed; meaningful when feasible
  Cost cost;
  Goals goals;  ///< the route's part of the plan's goals: `cost` without lateness and what its visits break
  std::int64_t travel_s = 0;
  std::int64_t work_s = 0;        ///< travel + setup + service + paid breaks
  std::int64_t worst_late_s = 0;  ///< largest lateness of a visit
};

/// Schedule `visits` in `shift` by the timing rule (see `Route`): no break when none is due without, otherwise the
/// fewest that leave none due, where they are best by the goals (ties: earliest in the sequence). Families in `relaxed`
/// are not enforced, for the visit `target` (own families) or the whole route (shift, breaks, jobs, travel_time,
/// distance) or all others (commitments); see `why_not` in dispatch. `target` = none() when nothing is relaxed.
[[nodiscard]] PAIDAN_EXPORT Timed time_route(const Problem& problem, ShiftIndex shift,
                                             std::span<const OrderIndex> visits, FamilySet relaxed = 0,
                                             OrderIndex target = {});

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/timing.ipp>
#endif
