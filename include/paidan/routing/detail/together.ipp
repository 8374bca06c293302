#pragma once

#include <paidan/routing/detail/together.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

namespace routing_detail {

namespace together_detail {

inline constexpr std::uint32_t nowhere = 0xffffffffU;

/// The best of the calls that the rule may choose from, or as it is laid out.
inline void time_one(const Problem& problem, Clock& clock, Together& route, const Floors& floors) {
  if (route.laid_out != nullptr) {
    route.laid_out->set_floors(floors.all());
    route.timed = settle(problem, clock, route.visits, *route.laid_out, route.places ? &route.places->rests : nullptr);
    return;
  }
  Timed best;
  bool first = true;
  Asked asked{route.shift, route.visits, route.relaxed, route.target, route.free_start, route.violated, floors.all()};
  if (route.places) asked.places = &*route.places;
  time_calls(problem, clock, asked, [&](const Layout&, Timed one) {
    const bool better = one.feasible ? !best.feasible || one.goals < best.goals : first;
    if (better) best = std::move(one);
    first = false;
  });
  route.timed = std::move(best);
}

/// Rounds after which gaps that drive each other up are held to be impossible: each would have to raise a start.
inline std::size_t most_rounds(const Dense& dense) { return 4 * dense.links.size() + 64; }

}  // namespace together_detail

PAIDAN_INLINE std::size_t time_together(const Problem& problem, Clock& clock, std::span<Together> routes,
                                        Floors& floors) {
  using namespace together_detail;
  const Dense& dense = problem.dense();
  floors.clear();
  std::vector<std::uint32_t> route_of(problem.order_count(), nowhere);
  for (std::size_t r = 0; r < routes.size(); ++r) {
    for (const OrderIndex order : routes[r].visits) route_of[order.at()] = static_cast<std::uint32_t>(r);
  }
  std::deque<std::size_t> waiting;
  std::vector<std::uint8_t> waits(routes.size(), 1);
  std::vector<std::size_t> rounds(routes.size(), 0);
  for (std::size_t r = 0; r < routes.size(); ++r) waiting.push_back(r);
  while (!waiting.empty()) {
    const std::size_t r = waiting.front();
    waiting.pop_front();
    waits[r] = 0;
    Together& route = routes[r];
    time_one(problem, clock, route, floors);
    if (!route.timed.feasible) return r;
    if (++rounds[r] > most_rounds(dense)) {
      route.timed.feasible = false;
      route.timed.violated = bit(Family::links);
      return r;
    }
    for (const Stop& stop : route.timed.route.stops) {
      if (stop.kind != StopKind::visit || dense.orders.links[stop.order.at()].empty()) continue;
      if (stop.order == route.target && has(route.relaxed, Family::links)) continue;
      floors.tell(stop.order, stop.start.seconds, [&](OrderIndex other) {
        const std::uint32_t there = route_of[other.at()];
        if (there == nowhere || waits[there] != 0) return;
        waits[there] = 1;
        waiting.push_back(there);
      });
    }
  }
  return routes.size();
}

PAIDAN_INLINE std::size_t lacks_rest(const Problem& problem, std::span<const Together> routes) {
  const Dense& dense = problem.dense();
  const auto lacks = [&](const Together& route) {
    const Route& timed = route.timed.route;
    const auto breaks = dense.shifts.breaks[route.shift.at()];
    return !has(route.relaxed, Family::breaks) && std::any_of(breaks.begin(), breaks.end(), [&](BreakIndex b) {
      const std::int32_t latest = dense.breaks[b.at()].latest_s;
      return timed.start.seconds < latest && timed.end.seconds > latest &&
             std::none_of(timed.stops.begin(), timed.stops.end(),
                          [&](const Stop& stop) { return stop.kind == StopKind::rest && stop.break_row == b; });
    });
  };
  return static_cast<std::size_t>(std::find_if(routes.begin(), routes.end(), lacks) - routes.begin());
}

PAIDAN_INLINE bool settle_together(const Problem& problem, Clock& clock, std::span<Together> routes, Floors& floors) {
  if (time_together(problem, clock, routes, floors) < routes.size()) return false;
  if (problem.dense().breaks.empty() && problem.data().depots.empty()) return true;
  for (Together& route : routes) route.places = Places::of(route.timed.route);
  return time_together(problem, clock, routes, floors) == routes.size();
}

}  // namespace routing_detail

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
