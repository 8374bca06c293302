#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/routing/detail/assemble.hpp>

#include <paidan/routing/detail/rich/search.hpp>
#include <paidan/routing/detail/supplied_routes.hpp>
#include <paidan/routing/detail/together.hpp>
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

namespace assemble_detail {

/// Routes of a plan that is put together, and the orders that they serve.
class Routes {
 public:
  Routes(const Problem& problem, const Visits& visits)
      : problem_(problem), clock_(problem), served_(problem.order_count(), 0) {
    for (std::size_t s = 0; s < visits.size(); ++s) {
      if (visits[s].empty()) continue;
      std::vector<OrderIndex> sequence;
      for (const std::uint32_t order : visits[s]) {
        sequence.emplace_back(order);
        served_[order] = 1;
      }
      routes_.push_back({.shift = ShiftIndex(s), .visits = std::move(sequence)});
    }
  }

  void settle() {
    const Dense& dense = problem_.dense();
    if (dense.links.empty()) {
      time_alone({});
      return;
    }
    Floors floors(dense);
    while (keep_whole_groups(), !time_linked(floors)) {
    }
  }

  [[nodiscard]] const std::vector<routing_detail::Together>& all() const { return routes_; }
  [[nodiscard]] bool serves(std::size_t order) const { return served_[order] != 0; }

 private:
  void leave_out(OrderIndex order) {
    served_[order.at()] = 0;
    for (routing_detail::Together& route : routes_) std::erase(route.visits, order);
    std::erase_if(routes_, [](const routing_detail::Together& route) { return route.visits.empty(); });
  }

  /// Of orders that hang together none is served where one is not.
  void keep_whole_groups() {
    const Lists<OrderIndex>& groups = problem_.dense().link_groups;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const auto absent = [&](OrderIndex order) { return served_[order.at()] == 0; };
      if (std::none_of(groups[g].begin(), groups[g].end(), absent)) continue;
      for (const OrderIndex order : groups[g]) {
        if (!absent(order)) leave_out(order);
      }
    }
  }

  /// Each route for itself, linked visits not before `floors`.
  void time_alone(std::span<const std::int32_t> floors) {
    if (problem_.data().depots.empty()) {
      for (routing_detail::Together& route : routes_) route.timed = time_route(problem_, route.shift, route.visits);
      return;
    }
    SuppliedRoutes supplied(problem_);
    supplied.set_floors(floors);
    for (const routing_detail::Together& route : routes_) supplied.add(route.shift, route.visits);
    supplied.settle();
    for (const OrderIndex order : supplied.left_out()) leave_out(order);
    for (std::size_t i = 0; i < supplied.size(); ++i) routes_[i].timed = supplied.timed(i);
  }

  /// All together; false when orders were left out for it.
  bool time_linked(Floors& floors) {
    for (routing_detail::Together& route : routes_) route.places.reset();
    const std::size_t wrong = routing_detail::time_together(problem_, clock_, routes_, floors);
    if (wrong < routes_.size()) {
      leave_out_linked(routes_[wrong]);
      return false;
    }
    const Dense& dense = problem_.dense();
    if (!problem_.data().depots.empty()) {
      const std::vector<std::int32_t> known(floors.all().begin(), floors.all().end());
      const std::size_t before = routes_.size();
      const std::vector<std::uint8_t> served = served_;
      time_alone(known);
      if (routes_.size() != before || served_ != served) return false;
    }
    if (dense.breaks.empty() && problem_.data().depots.empty()) return true;
    // Calls and rests were chosen while floors rose: with all of them where they are now, starts may be earlier. Who
    // then lacks a rest chooses again.
    constexpr int rounds = 8;
    for (int round = 1;; ++round) {
      for (routing_detail::Together& route : routes_) route.places = routing_detail::Places::of(route.timed.route);
      std::size_t short_of_rest = routing_detail::time_together(problem_, clock_, routes_, floors);
      if (short_of_rest == routes_.size()) short_of_rest = routing_detail::lacks_rest(problem_, routes_);
      if (short_of_rest == routes_.size()) return true;
      routes_[short_of_rest].places.reset();
      if (routing_detail::time_together(problem_, clock_, routes_, floors) == routes_.size() && round < rounds)
        continue;
      leave_out_linked(routes_[short_of_rest]);
      return false;
    }
  }

  /// Of the linked visits of a route that weigh least, the group; of a route without any, the last visit.
  void leave_out_linked(const routing_detail::Together& route) {
    const OrderColumns& orders = problem_.dense().orders;
    OrderIndex chosen = route.visits.back();
    const auto weight = [&](OrderIndex order) {
      std::int64_t sum = 0;
      for (const OrderIndex one : problem_.dense().link_groups[orders.link_group[order.at()]])
        sum += orders.honour[one.at()] + orders.unserved_cost[one.at()];
      return sum;
    };
    bool found = false;
    for (const OrderIndex order : route.visits) {
      if (orders.links[order.at()].empty() || (found && weight(order) >= weight(chosen))) continue;
      chosen = order;
      found = true;
    }
    leave_out(chosen);
  }

  const Problem& problem_;
  Clock clock_;
  std::vector<routing_detail::Together> routes_;
  std::vector<std::uint8_t> served_;
};

}  // namespace assemble_detail

PAIDAN_INLINE Plan assemble(const Problem& problem, const Visits& visits) {
  const Dense& dense = problem.dense();
  const Objective& objective = problem.data().objective;
  const bool in_order = objective.goals == GoalOrder::in_order;
  Plan plan;
  Goals goals;
  plan.problem = {problem.hash()};
  std::vector<std::int64_t> work = dense.technicians.load_carried_s;
  std::int64_t worst_late_s = 0;
  assemble_detail::Routes routes(problem, visits);
  routes.settle();
  for (const routing_detail::Together& route : routes.all()) {
    plan.cost += route.timed.cost;
    goals += route.timed.goals;
    work[dense.shifts.technician[route.shift.at()].at()] += route.timed.work_s;
    worst_late_s = std::max(worst_late_s, route.timed.worst_late_s);
    plan.routes.push_back(route.timed.route);
  }
  for (std::size_t o = 0; o < problem.order_count(); ++o) {
    if (routes.serves(o)) continue;
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
  state.hold();
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
  state.release();
  state.begin();
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
