// A sequence of visits laid out for the clock, with everything that does not depend on time; and written down after it.
#pragma once

#include <paidan/constraints/detail/caps.hpp>
#include <paidan/constraints/eligibility.hpp>
#include <paidan/constraints/families/distance.hpp>
#include <paidan/constraints/families/jobs.hpp>
#include <paidan/constraints/families/travel_time.hpp>
#include <paidan/constraints/pair_cost.hpp>
#include <paidan/routing/detail/calls.hpp>
#include <paidan/routing/detail/schedule.hpp>
#include <paidan/routing/timing.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

namespace routing_detail {

inline void raise(FamilyBits& set, Family family) { set = static_cast<FamilyBits>(set | bit(family)); }

/// A sequence laid out for the clock, with everything that does not depend on time.
struct Layout {
  Frame frame;
  std::vector<Step> steps;
  Call call;                  ///< is the step before the visit of that number
  FamilyBits violated = 0;    ///< families of the pair, the ways and the sums, not relaxed
  std::int64_t travel_s = 0;  ///< on free roads
  std::int64_t longest_leg_s = 0;
  std::int64_t distance_m = 0;
  std::int64_t duration_s = 0;
  [[nodiscard]] constraints::DaySums sums() const {
    const std::size_t visits = steps.size() - (call.depot.valid() ? 1 : 0);
    return {static_cast<std::int64_t>(visits), travel_s, longest_leg_s, distance_m};
  }
  /// The step of the i-th visit.
  [[nodiscard]] std::size_t step_of(std::size_t visit) const {
    return call.depot.valid() && visit >= call.before ? visit + 1 : visit;
  }
  /// Linked visits start no sooner than that, by order.
  void set_floors(std::span<const std::int32_t> floors) {
    for (Step& step : steps) {
      if (step.linked) step.floor_s = floors[step.order];
    }
  }
};

inline Frame frame_of(const Problem& problem, ShiftIndex shift, FamilyBits relaxed, bool free_start) {
  const Dense& dense = problem.dense();
  const std::size_t s = shift.at();
  Frame frame;
  frame.shift = shift;
  frame.earliest_s = dense.shifts.start_s[s];
  frame.due_back_s = dense.shifts.end_s[s];
  frame.latest_s = frame.due_back_s + dense.shifts.overtime_cap_s[s];
  if (has(relaxed, Family::shift)) {
    frame.latest_s = time_limit_s;
    if (free_start) frame.earliest_s = -time_limit_s;
  }
  const bool traffic = constraints::pace_of(dense, dense.shifts.technician[s]).bands != nullptr;
  // Outside the hours there is another traffic: limits of driving say nothing then.
  if (traffic && !has(relaxed, Family::travel_time) && !has(relaxed, Family::shift)) {
    frame.max_travel_s = dense.technicians.max_travel_s[dense.shifts.technician[s].at()];
    frame.max_leg_s = dense.technicians.max_leg_s[dense.shifts.technician[s].at()];
  }
  frame.no_breaks = has(relaxed, Family::breaks);
  frame.saturate = relaxed != 0;
  return frame;
}

/// What the visit `target` (or, for `commitments`, every other one) need not keep.
inline std::uint8_t waived_by(FamilyBits relaxed, bool is_target) {
  unsigned waived = 0;
  if (is_target && has(relaxed, Family::window)) waived |= Step::window | Step::closure;
  if (is_target && has(relaxed, Family::suspended)) waived |= Step::suspension;
  if (is_target && has(relaxed, Family::pin)) waived |= Step::pin;
  if (!is_target && has(relaxed, Family::commitments)) waived |= Step::promise;
  return static_cast<std::uint8_t>(waived);
}

/// Ways, durations and sums of a sequence with a call, or none; pair families are not looked at.
inline void lay_out(const Problem& problem, ShiftIndex shift, std::span<const OrderIndex> visits, const Call& call,
                    FamilyBits relaxed, OrderIndex target, Layout& layout) {
  const Dense& dense = problem.dense();
  const TechnicianIndex technician = dense.shifts.technician[shift.at()];
  layout.steps.clear();
  layout.call = call;
  layout.violated = 0;
  layout.travel_s = layout.longest_leg_s = layout.distance_m = layout.duration_s = 0;
  LocationIndex place = dense.shifts.start_location[shift.at()];
  bool beside_target = false;
  const auto travel = [&](LocationIndex to, bool adjacent) {
    constraints::Hop hop = constraints::hop(dense, technician, place, to);
    if (!hop.reachable()) {
      if (!adjacent || !has(relaxed, Family::reach)) raise(layout.violated, Family::reach);
      hop = {0, 0};
    }
    layout.travel_s += hop.seconds;
    layout.longest_leg_s = std::max<std::int64_t>(layout.longest_leg_s, hop.seconds);
    layout.distance_m += hop.metres;
    place = to;
    return hop;
  };
  for (std::size_t i = 0; i < visits.size(); ++i) {
    const OrderIndex order = visits[i];
    const bool is_target = order == target;
    const LocationIndex next = dense.orders.location[order.at()];
    const bool calls = call.depot.valid() && call.before == i;
    if (calls) {
      Step step = Step::call(dense, call.depot);
      const constraints::Hop hop = travel(LocationIndex(step.location), beside_target);
      beside_target = false;
      step.leg_s = hop.seconds;
      step.leg_m = hop.metres;
      layout.duration_s += step.duration_s;
      layout.steps.push_back(step);
    }
    const bool shared = i > 0 && !calls && next == place;
    const constraints::Hop hop = travel(next, is_target || beside_target);
    beside_target = is_target;
    Step step = Step::of(dense, technician, order.value);
    step.leg_s = hop.seconds;
    step.leg_m = hop.metres;
    const std::int64_t duration = std::int64_t{constraints::service_s(dense, technician, order)} +
                                  (shared ? 0 : constraints::setup_s(dense, technician, order));
    step.duration_s =
        static_cast<std::int32_t>(std::min<std::int64_t>(duration, std::numeric_limits<std::int32_t>::max()));
    step.waived = waived_by(relaxed, is_target);
    step.linked = step.linked && !(is_target && has(relaxed, Family::links));
    step.simple = step.simple && step.waived == 0;
    layout.duration_s += step.duration_s;
    layout.steps.push_back(step);
  }
  const LocationIndex home = dense.shifts.end_location[shift.at()];
  layout.frame.last_leg_s = home.valid() && !visits.empty() ? travel(home, beside_target).seconds : 0;
  const auto limit = [&](Family family, bool exceeded) {
    if (exceeded && !has(relaxed, family)) raise(layout.violated, family);
  };
  const constraints::DaySums sums = layout.sums();
  limit(Family::jobs, constraints::too_many_jobs(dense, technician, sums));
  limit(Family::travel_time, constraints::too_much_travel(dense, technician, sums));
  limit(Family::distance, constraints::too_far(dense, technician, sums));
}

/// Do these visits alone take more than a cap of the shift allows?
inline bool caps_short(const Dense& dense, ShiftIndex shift, std::span<const OrderIndex> visits) {
  const TechnicianIndex technician = dense.shifts.technician[shift.at()];
  const auto caps = dense.shifts.tag_caps[shift.at()];
  return std::any_of(caps.begin(), caps.end(), [&](std::uint32_t row) {
    std::int64_t left = dense.tag_caps[row].most;
    for (const OrderIndex order : visits) left -= constraints::use_of(dense, dense.tag_caps[row], order, technician);
    return left < 0;
  });
}

inline FamilyBits pair_violations(const Problem& problem, ShiftIndex shift, std::span<const OrderIndex> visits,
                                  FamilyBits relaxed, OrderIndex target) {
  FamilyBits set = 0;
  for (const OrderIndex order : visits) {
    FamilyBits here = constraints::violated(problem, order, shift);
    if (order == target) here = static_cast<FamilyBits>(here & ~relaxed);
    set |= here & ~(bit(Family::tools) | bit(Family::parts));
  }
  const TechnicianIndex technician = problem.dense().shifts.technician[shift.at()];
  const Supplied supplied(problem.dense(), technician, visits, relaxed, target);
  std::vector<Call> calls;
  if (!supplied.without_call()) supplied.calls(calls);
  if (!supplied.without_call() && calls.empty()) set |= supplied.missing() & ~(relaxed & bit(Family::parts));
  if (!has(relaxed, Family::jobs) && caps_short(problem.dense(), shift, visits)) raise(set, Family::jobs);
  return set;
}

/// The calls that the rule may choose from; one that is none where the problem has no depot, or nothing helps.
inline std::vector<Call> calls_of(const Problem& problem, ShiftIndex shift, std::span<const OrderIndex> visits,
                                  FamilyBits relaxed, OrderIndex target) {
  std::vector<Call> calls;
  if (!problem.data().depots.empty()) {
    const TechnicianIndex technician = problem.dense().shifts.technician[shift.at()];
    const Supplied supplied(problem.dense(), technician, visits, relaxed, target);
    if (!supplied.without_call()) supplied.calls(calls);
  }
  if (calls.empty()) calls.emplace_back();
  return calls;
}

/// Stops with their times, rests placed.
inline Route write_route(Clock& clock, const Dense& dense, const Layout& layout, const Timing& timing) {
  Route route;
  route.shift = layout.frame.shift;
  route.start.seconds = static_cast<std::int32_t>(timing.start_s);
  route.end.seconds = static_cast<std::int32_t>(timing.end_s);
  const std::span<const std::int64_t> starts = clock.starts(layout.frame, layout.steps, timing);
  const constraints::Pace pace = constraints::pace_of(dense, dense.shifts.technician[layout.frame.shift.at()]);
  const std::size_t n = layout.steps.size();
  std::int64_t left = timing.start_s;
  std::size_t rest = 0;
  // Starts are never moved forward, so a leg that left after the release still does.
  const auto add = [&](Stop stop, std::int64_t leg, std::int64_t start, std::int64_t duration) {
    stop.departure.seconds = static_cast<std::int32_t>(left);
    stop.arrival.seconds = static_cast<std::int32_t>(pace.arrival(left, leg));
    stop.start.seconds = static_cast<std::int32_t>(start);
    left = start + duration;
    stop.end.seconds = static_cast<std::int32_t>(left);
    route.stops.push_back(stop);
  };
  for (std::size_t i = 0; i <= n; ++i) {
    for (; rest < timing.rest_count && timing.rests[rest].gap == i; ++rest) {
      const BreakIndex b = timing.rests[rest].break_row;
      Stop stop;
      stop.kind = StopKind::rest;
      stop.break_row = b;
      add(stop, 0, starts[n + rest], dense.breaks[b.at()].duration_s);
    }
    if (i == n) break;
    const Step& step = layout.steps[i];
    left = step.left_for(left);
    Stop stop;
    if (step.is_call()) {
      stop.kind = StopKind::depot;
      stop.depot = step.depot;
    } else {
      stop.order = OrderIndex(step.order);
    }
    add(stop, step.leg_s, starts[i], step.duration_s);
  }
  return route;
}

/// Cost terms of a timed sequence.
inline Cost cost_of(const Problem& problem, ShiftIndex shift, std::span<const OrderIndex> visits, const Layout& layout,
                    const Timing& timing) {
  const Objective& weights = problem.data().objective;
  const bool saturate = layout.frame.saturate;
  Cost cost;
  cost.travel = weighted(timing.travel_s, weights.per_travel_second, saturate);
  cost.distance = weighted(layout.distance_m, weights.per_metre, saturate);
  cost.waiting = weighted(timing.waiting_s, weights.per_waiting_second, saturate);
  cost.lateness = weighted(timing.lateness_s, weights.per_lateness_second, saturate);
  cost.overtime = weighted(timing.overtime_s, weights.per_overtime_second, saturate);
  cost.change = timing.change;
  for (const OrderIndex order : visits) cost += constraints::pair_cost(problem, order, shift);
  cost.fixed = problem.dense().technicians.fixed_cost[problem.dense().shifts.technician[shift.at()].at()];
  return cost;
}

/// The same as goals.
inline Goals goals_of(const Objective& objective, const Cost& cost, const Timing& timing) {
  if (objective.goals == GoalOrder::one_weighted) return {0, {}, cost.total()};
  return {timing.honour, {timing.late_s}, cost.total() - cost.lateness};
}

/// Times a laid-out sequence and writes everything down; the rests stand where they are `placed`, if they are.
inline Timed settle(const Problem& problem, Clock& clock, std::span<const OrderIndex> visits, const Layout& layout,
                    const std::vector<Rest>* placed = nullptr) {
  Timed timed;
  timed.violated = layout.violated;
  if (timed.violated != 0) return timed;
  const Timing timing =
      placed != nullptr ? clock.time_at(layout.frame, layout.steps, *placed) : clock.time(layout.frame, layout.steps);
  timed.feasible = timing.feasible;
  timed.violated = timing.violated;
  if (!timing.feasible) return timed;
  timed.route = write_route(clock, problem.dense(), layout, timing);
  timed.cost = cost_of(problem, layout.frame.shift, visits, layout, timing);
  timed.goals = goals_of(problem.data().objective, timed.cost, timing);
  timed.travel_s = timing.travel_s;
  timed.work_s = timing.travel_s + layout.duration_s + timing.paid_rest_s;
  timed.worst_late_s = timing.worst_late_s;
  return timed;
}

/// Where call and rests of a route stand.
struct Places {
  Call call;
  std::vector<Rest> rests;

  static Places of(const Route& route) {
    Places places;
    std::size_t visits = 0;
    std::size_t steps = 0;
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::rest) {
        places.rests.push_back({steps, stop.break_row});
        continue;
      }
      if (stop.kind == StopKind::depot) places.call = {stop.depot, visits};
      if (stop.kind == StopKind::visit) ++visits;
      ++steps;
    }
    return places;
  }
};

/// A sequence to be timed, and what it need not keep; `violated` besides what the layout finds.
struct Asked {
  ShiftIndex shift;
  std::span<const OrderIndex> visits;
  FamilyBits relaxed = 0;
  OrderIndex target = {};
  bool free_start = false;
  FamilyBits violated = 0;
  std::span<const std::int32_t> floors = {};  ///< of linked visits, by order; empty: none
  const Places* places = nullptr;             ///< given, not chosen by the rule
};

/// `take(layout, timed)` for every call that the rule may choose from, in its order.
template <class Take>
void time_calls(const Problem& problem, Clock& clock, const Asked& asked, Take&& take) {
  Layout layout;
  const std::vector<Call> calls = asked.places != nullptr
                                      ? std::vector<Call>{asked.places->call}
                                      : calls_of(problem, asked.shift, asked.visits, asked.relaxed, asked.target);
  for (const Call& call : calls) {
    layout.frame = frame_of(problem, asked.shift, asked.relaxed, asked.free_start);
    lay_out(problem, asked.shift, asked.visits, call, asked.relaxed, asked.target, layout);
    layout.violated |= asked.violated;
    if (!asked.floors.empty()) layout.set_floors(asked.floors);
    take(layout,
         settle(problem, clock, asked.visits, layout, asked.places != nullptr ? &asked.places->rests : nullptr));
  }
}

}  // namespace routing_detail

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
