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
  detail::Layout layout;
  const FamilyBits pairs = detail::pair_violations(problem, shift, visits, relaxed, target);
  // Relaxed hours first mean a later end only, and any start when that does not help.
  for (const bool free_start : {false, true}) {
    FamilyBits always = every_family;  // whatever the call
    const std::vector<Call> calls = detail::calls_of(problem, shift, visits, relaxed, target);
    for (const Call& call : calls) {
      layout.frame = detail::frame_of(problem, shift, relaxed, free_start);
      detail::lay_out(problem, shift, visits, call, relaxed, target, layout);
      layout.violated = static_cast<FamilyBits>(layout.violated | pairs);
      always &= layout.violated;
      Timed one = detail::settle(problem, clock, visits, layout);
      const bool better = one.feasible ? !timed.feasible || one.goals < timed.goals : &call == &calls.front();
      if (better) timed = std::move(one);
    }
    if (timed.feasible || always != 0 || !has(relaxed, Family::shift)) break;
  }
  return timed;
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
