// What a plan counts, goal by goal, told from its visits alone; and every number of a state checked against it.
#pragma once

#include "random_rich.hpp"

#include <paidan/check/evaluate.hpp>
#include <paidan/routing/detail/assemble.hpp>
#include <paidan/routing/timing.hpp>  // before layout.hpp: header-only, it includes that one itself

#include <paidan/routing/detail/layout.hpp>

#include "check/oracle.hpp"

#include <doctest/doctest.h>

namespace rich_test {

/// What starting an order then counts in the first two goals; nothing with one weighted goal.
inline Goals late_goals(const Problem& problem, OrderIndex order, std::int64_t start) {
  Goals goals;
  if (problem.data().objective.goals == GoalOrder::one_weighted) return goals;
  const OrderColumns& orders = problem.dense().orders;
  if (start > orders.agreed_until_s[order.at()]) goals.honour = orders.honour[order.at()];
  const std::int64_t late = std::max<std::int64_t>(0, start - orders.due_s[order.at()]);
  goals.late.seconds = std::min<std::int64_t>(late, problem.data().objective.lateness_cap.seconds);
  return goals;
}

/// The goals of a plan from its stops and from what the checker says it costs.
inline Goals recounted(const Problem& problem, const Plan& plan) {
  const Cost cost = check::evaluate(problem, plan).cost;
  if (problem.data().objective.goals == GoalOrder::one_weighted) return {0, {}, cost.total()};
  Goals goals{0, {}, cost.total() - cost.lateness - cost.unserved};
  const check_test::Oracle oracle(problem);
  for (const Route& route : plan.routes) {
    const std::vector<std::int64_t> starts = oracle.safe_starts(route);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const Stop& stop = route.stops[i];
      if (stop.kind != StopKind::visit) continue;
      const Goals late = late_goals(problem, stop.order, starts[i]);
      goals.honour += late.honour;
      goals.late.seconds += late.late.seconds;
    }
  }
  for (const OrderIndex order : plan.unassigned) {
    goals.honour += problem.dense().orders.honour[order.at()];
    if (problem.order(order).promise) goals.late.seconds += problem.data().objective.lateness_cap.seconds + 1;
  }
  return goals;
}

/// The plan of these routes: what is in none is unassigned, the cost is the checker's.
inline Plan plan_of(const Problem& problem, std::vector<Route> routes) {
  Plan plan;
  plan.problem = {problem.hash()};
  plan.routes = std::move(routes);
  std::vector<bool> served(problem.order_count());
  for (const Route& route : plan.routes) {
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::visit) served[stop.order.at()] = true;
    }
  }
  for (std::size_t o = 0; o < served.size(); ++o) {
    if (!served[o]) plan.unassigned.emplace_back(o);
  }
  plan.cost = check::evaluate(problem, plan).cost;
  return plan;
}

/// The route of a tour, call and rests where the tour has them; rests that it has left to the clock where that puts
/// them.
inline std::optional<Route> route_of(const Problem& problem, Index tour, const rich::Tour& laid) {
  std::vector<check_test::Item> items;
  std::vector<OrderIndex> visits;
  routing::Call call;
  for (const rich::Item& one : laid.items) {
    items.push_back({one.is_rest(), one.is_visit() ? one.order : one.row, one.call});
    if (one.call) call = {DepotIndex(one.row), visits.size()};
    if (one.is_visit()) visits.emplace_back(one.order);
  }
  if (laid.exact) return check_test::Oracle(problem).timed(tour, items);
  routing::Clock clock(problem);
  routing::routing_detail::Layout layout;
  layout.frame = routing::routing_detail::frame_of(problem, ShiftIndex(tour), 0, false);
  routing::routing_detail::lay_out(problem, ShiftIndex(tour), visits, call, 0, {}, layout);
  const routing::Timed timed = routing::routing_detail::settle(problem, clock, visits, layout);
  if (!timed.feasible) return std::nullopt;
  return timed.route;
}

inline Plan plan_of(const rich::State& state) {
  const Problem& problem = state.ground().context().problem();
  std::vector<Route> routes;
  if (state.ground().links()) {
    std::vector<check_test::Sequence> sequences;
    for (Index tour = 0; tour < state.ground().tour_count(); ++tour) {
      if (state.tour(tour).visits == 0) continue;
      sequences.push_back({tour, {}});
      for (const rich::Item& one : state.tour(tour).items)
        sequences.back().items.push_back({one.is_rest(), one.is_visit() ? one.order : one.row, one.call});
    }
    std::optional<std::vector<Route>> together = check_test::Oracle(problem).together(sequences);
    REQUIRE(together.has_value());
    for (const Route& route : *together) {
      CHECK(route.start.seconds == state.tour(route.shift.value).leaves);
      CHECK(route.end.seconds == state.tour(route.shift.value).back);
    }
    return plan_of(problem, std::move(*together));
  }
  for (Index tour = 0; tour < state.ground().tour_count(); ++tour) {
    if (state.tour(tour).visits == 0) continue;
    const std::optional<Route> route = route_of(problem, tour, state.tour(tour));
    REQUIRE(route.has_value());
    CHECK(route->start.seconds == state.tour(tour).leaves);
    CHECK(route->end.seconds == state.tour(tour).back);
    routes.push_back(*route);
  }
  return plan_of(problem, std::move(routes));
}

/// Nothing is wrong, but that a group may be served by half: in the middle of changes.
inline bool valid_but_halves(const check::Report& report) {
  return std::all_of(report.violations.begin(), report.violations.end(),
                     [](const check::Violation& one) { return one.code == "link_unserved"; });
}

/// No order is served and one it is linked to not.
inline bool whole_groups(const rich::State& state) {
  const std::vector<LinkRow>& links = state.ground().dense().links;
  return std::all_of(links.begin(), links.end(), [&](const LinkRow& link) {
    return (state.tour_of(link.first.value) == rich::none) == (state.tour_of(link.second.value) == rich::none);
  });
}

/// Everything a state says of itself. Where there are links and rests, or calls, the times are those of the plan that
/// is written down only if no rest has moved while starts rose.
inline void check_state(const rich::State& state) {
  const rich::Ground& ground = state.ground();
  const Problem& problem = ground.context().problem();
  std::vector<int> seen(ground.visit_count(), 0);
  Index used = 0;
  for (Index tour = 0; tour < ground.tour_count(); ++tour) {
    const rich::Tour& plan = state.tour(tour);
    Index visits = 0;
    for (std::size_t i = 0; i < plan.items.size(); ++i) {
      if (!plan.items[i].is_visit()) continue;
      ++visits;
      ++seen[plan.items[i].order];
      CHECK(ground.may(plan.items[i].order, tour));
      CHECK(state.tour_of(plan.items[i].order) == tour);
      CHECK(state.position_of(plan.items[i].order) == i);
    }
    CHECK(plan.visits == visits);
    used += visits > 0 ? 1 : 0;
  }
  CHECK(state.used() == used);
  for (std::size_t i = 0; i < state.absent().size(); ++i) {
    const Index order = state.absent()[i];
    ++seen[order];
    CHECK(state.tour_of(order) == rich::none);
    CHECK(state.position_of(order) == i);
  }
  for (const int times : seen) CHECK(times == 1);
  CHECK(state.visited() + state.absent().size() == ground.visit_count());
  if (ground.links() && (!ground.dense().breaks.empty() || ground.depots())) return;
  const Plan plan = plan_of(state);
  const check::Report report = check::evaluate(problem, plan);
  CHECK(valid_but_halves(report));
  CHECK(state.goals() == recounted(problem, plan));
}

/// Or a call.
inline bool has_rest(const rich::Tour& tour) {
  return std::any_of(tour.items.begin(), tour.items.end(), [](const rich::Item& one) { return !one.is_visit(); });
}

}  // namespace rich_test
