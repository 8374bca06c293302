#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/routing/detail/assemble.hpp>

#include <paidan/routing/detail/rich/search.hpp>
#include <paidan/routing/detail/supplied_routes.hpp>
#include <paidan/routing/timing.hpp>

#include <algorithm>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

PAIDAN_INLINE Visits sequences_of(const Problem& problem, const Plan& plan) {
  Errors errors;
  Visits visits(problem.shift_count());
  std::vector<std::string> seen(problem.order_count());
  for (std::size_t r = 0; r < plan.routes.size(); ++r) {
    const Route& route = plan.routes[r];
    const std::string path = "routes[" + std::to_string(r) + "]";
    check_index(errors, path + ".shift", route.shift.value, problem.shift_count());
    for (std::size_t i = 0; i < route.stops.size(); ++i) {
      const Stop& stop = route.stops[i];
      if (stop.kind != StopKind::visit) continue;
      const std::string here = path + ".stops[" + std::to_string(i) + "].order";
      check_index(errors, here, stop.order.value, problem.order_count());
      if (stop.order.at() >= seen.size() || route.shift.at() >= visits.size()) continue;
      std::string& first = seen[stop.order.at()];
      if (first.empty()) {
        first = here;
        visits[route.shift.at()].push_back(stop.order.value);
        continue;
      }
      errors.add(paidan::errors::duplicate_id, here,
                 {{"noun", "order"}, {"noun_zh", "工单"}, {"id", problem.order(stop.order).id}, {"first", first}});
    }
  }
  errors.throw_if_any();
  return visits;
}

PAIDAN_INLINE Plan assemble(const Problem& problem, const Visits& visits) {
  const Dense& dense = problem.dense();
  const Objective& objective = problem.data().objective;
  const bool in_order = objective.goals == GoalOrder::in_order;
  Plan plan;
  Goals goals;
  plan.problem = {problem.hash()};
  std::vector<std::uint8_t> served(problem.order_count(), 0);
  std::vector<std::int64_t> work = dense.technicians.load_carried_s;
  std::int64_t worst_late_s = 0;
  std::vector<OrderIndex> sequence;
  const auto add = [&](ShiftIndex shift, const Timed& timed) {
    plan.cost += timed.cost;
    goals += timed.goals;
    work[dense.shifts.technician[shift.at()].at()] += timed.work_s;
    worst_late_s = std::max(worst_late_s, timed.worst_late_s);
    plan.routes.push_back(timed.route);
  };
  SuppliedRoutes supplied(problem);
  for (std::size_t s = 0; s < visits.size(); ++s) {
    if (visits[s].empty()) continue;
    sequence.clear();
    for (const std::uint32_t order : visits[s]) {
      sequence.emplace_back(order);
      served[order] = 1;
    }
    if (problem.data().depots.empty()) {
      add(ShiftIndex(s), time_route(problem, ShiftIndex(s), sequence));
    } else {
      supplied.add(ShiftIndex(s), sequence);
    }
  }
  supplied.settle();
  for (std::size_t i = 0; i < supplied.size(); ++i) add(supplied.shift(i), supplied.timed(i));
  for (const OrderIndex order : supplied.left_out()) served[order.at()] = 0;
  for (std::size_t o = 0; o < served.size(); ++o) {
    if (served[o] != 0) continue;
    plan.unassigned.emplace_back(o);
    plan.cost.unserved += dense.orders.unserved_cost[o];
    goals.honour += dense.orders.honour[o];
    if (in_order && problem.order(OrderIndex(o)).promise) goals.late.seconds += objective.lateness_cap.seconds + 1;
  }
  for (const std::int64_t seconds : work) {
    for (const FairnessPiece& piece : objective.fairness) {
      plan.cost.fairness += piece.per_second * std::max<std::int64_t>(0, seconds - piece.over.seconds);
    }
  }
  plan.cost.worst_lateness = worst_late_s * objective.per_worst_lateness_second;
  goals.run_well += plan.cost.fairness + plan.cost.worst_lateness;
  if (!in_order) goals.run_well += plan.cost.unserved;
  plan.goals = goals;
  return plan;
}

PAIDAN_INLINE void load(rich::State& state, const Plan& plan) {
  load(state, sequences_of(state.ground().context().problem(), plan));
}

PAIDAN_INLINE void load(rich::State& state, const Visits& visits) {
  const rich::Ground& ground = state.ground();
  state.set_rates(rich::steep_rates(ground));
  std::vector<std::uint32_t> fewer;
  std::vector<std::uint32_t> best;
  for (std::size_t s = 0; s < visits.size(); ++s) {
    const auto shift = static_cast<std::uint32_t>(s);
    best.clear();
    for (const std::uint32_t order : visits[s]) {
      if (ground.may(order, shift)) best.push_back(order);
    }
    if (best.empty() || state.insert_chain(best, {0, shift, 0})) continue;
    // One visit too many is the common case; otherwise keep what still fits, from the front.
    const std::vector<std::uint32_t> all = best;
    std::int64_t least = rich::impossible;
    for (std::size_t out = 0; out < all.size(); ++out) {
      fewer = all;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(out));
      const std::int64_t price = state.try_sequence(shift, fewer);
      if (price == rich::impossible || price + state.missing_price(all[out]) >= least) continue;
      least = price + state.missing_price(all[out]);
      best = fewer;
    }
    if (least != rich::impossible && state.insert_chain(best, {0, shift, 0})) continue;
    std::size_t kept = 0;
    for (const std::uint32_t order : all)
      kept += state.insert(order, {0, shift, state.gap_behind(shift, kept)}) ? 1U : 0U;
  }
  state.begin();
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
