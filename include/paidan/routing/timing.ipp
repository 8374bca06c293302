#pragma once

#include <paidan/routing/timing.hpp>

#include <paidan/routing/detail/layout.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

PAIDAN_INLINE Timed time_route(const Problem& problem, ShiftIndex shift, std::span<const OrderIndex> visits,
                               FamilySet relaxed, OrderIndex target) {
  namespace detail = routing_detail;
  Timed timed;
  if (visits.empty()) {
    timed.feasible = true;
    timed.route.shift = shift;
    return timed;
  }
  Clock clock(problem);
  const FamilyBits pairs = detail::pair_violations(problem, shift, visits, relaxed, target);
  // Relaxed hours first mean a later end only, and any start when that does not help.
  for (const bool free_start : {false, true}) {
    FamilyBits always = every_family;  // whatever the call
    bool first = true;
    const auto look = [&](const detail::Layout& layout, Timed one) {
      always &= layout.violated;
      const bool better = one.feasible ? !timed.feasible || one.goals < timed.goals : first;
      if (better) timed = std::move(one);
      first = false;
    };
    detail::time_calls(problem, clock, {shift, visits, relaxed, target, free_start, pairs}, look);
    if (timed.feasible || always != 0 || !has(relaxed, Family::shift)) break;
  }
  return timed;
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
