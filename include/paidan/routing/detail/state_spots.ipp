// Insertion and van stock: the part of State that the recreate step spends its time in.
#pragma once

#include <paidan/routing/detail/state.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

PAIDAN_INLINE std::size_t State::stock_row(std::uint32_t technician, PartIndex part) const {
  const TechnicianColumns& technicians = context_->dense().technicians;
  const auto stock = technicians.stock[technician];
  std::size_t row = 0;
  while (row < stock.size() && stock[row].part != part) ++row;
  return technicians.stock.offsets[technician] + row;
}

PAIDAN_INLINE void State::use_parts(std::uint32_t shift, const Path& path, std::int64_t sign) {
  const std::uint32_t t = technician(shift);
  for (const Step& step : path.steps) {
    for (const PartNeed& need : context_->dense().orders.parts[step.order]) {
      parts_left_[stock_row(t, need.part)] -= sign * need.quantity;
    }
  }
}

PAIDAN_INLINE bool State::enough_parts(std::uint32_t technician, std::uint32_t order) const {
  for (const PartNeed& need : context_->dense().orders.parts[order]) {
    if (parts_left_[stock_row(technician, need.part)] < need.quantity) return false;
  }
  return true;
}

/// Would the technician's stock last if the routes changed so? All orders are eligible: they ask for parts on the van.
PAIDAN_INLINE bool State::parts_fit(std::uint32_t technician, std::span<const Change> changes) {
  const Dense& dense = context_->dense();
  const std::size_t first = dense.technicians.stock.offsets[technician];
  const std::size_t last = dense.technicians.stock.offsets[std::size_t{technician} + 1];
  std::vector<std::int64_t> left(parts_left_.begin() + static_cast<std::ptrdiff_t>(first),
                                 parts_left_.begin() + static_cast<std::ptrdiff_t>(last));
  const auto use = [&](std::uint32_t order, std::int64_t sign) {
    for (const PartNeed& need : dense.orders.parts[order])
      left[stock_row(technician, need.part) - first] -= sign * need.quantity;
  };
  for (const Change& change : changes) {
    if (this->technician(change.shift) != technician) continue;
    for (const Step& step : routes_[change.shift].steps) use(step.order, -1);
    for (const std::uint32_t order : change.visits) use(order, 1);
  }
  return std::all_of(left.begin(), left.end(), [](std::int64_t pieces) { return pieces >= 0; });
}

PAIDAN_INLINE std::uint64_t State::version(std::uint32_t shift) const {
  // With fairness a route's best insertion depends on the technician's other shifts too.
  return context_->has_fairness() ? technician_version_[technician(shift)] : routes_[shift].version;
}

PAIDAN_INLINE Spot State::best_spot(std::uint32_t order, std::size_t pair) {
  const std::uint32_t shift = context_->pair_shift(pair);
  if (any_parts_ && !enough_parts(technician(shift), order)) return {};
  Cached& cached = cache_[pair];
  const std::uint64_t now = version(shift);
  if (cached.version != now) {
    cached = scan(order, pair, shift, 0, routes_[shift].steps.size());
    cached.version = now;
  }
  return {cached.delta, shift, cached.position};
}

PAIDAN_INLINE std::int64_t State::insertion_delta(std::uint32_t order, std::uint32_t shift, std::uint32_t position) {
  const std::uint32_t pair = context_->find_pair(order, shift);
  if (pair == Context::no_pair || position > routes_[shift].steps.size()) return infeasible;
  if (any_parts_ && !enough_parts(technician(shift), order)) return infeasible;
  return scan(order, pair, shift, position, position).delta;
}

PAIDAN_INLINE bool State::could_join(std::uint32_t a, std::size_t a_cut, std::uint32_t b, std::size_t b_cut) const {
  const Path& head = routes_[a];
  const Path& tail = routes_[b];
  if (b_cut == tail.steps.size()) return true;
  const Step& next = tail.steps[b_cut];
  const std::uint32_t from =
      a_cut == 0 ? context_->dense().shifts.start_location[a].value : head.steps[a_cut - 1].location;
  const constraints::Hop hop = context_->hop(technician(a), from, next.location);
  return hop.reachable() && head.leaves[a_cut] + hop.seconds <= context_->dense().orders.starts[next.order].back().high;
}

/// Cheapest position among [first, last]; the earliest of equals.
PAIDAN_INLINE State::Cached State::scan(std::uint32_t order, std::size_t pair, std::uint32_t shift, std::size_t first,
                                        std::size_t last) {
  const Dense& dense = context_->dense();
  const Objective& weights = context_->weights();
  const Path& path = routes_[shift];
  const std::size_t n = path.steps.size();
  const std::uint32_t t = technician(shift);
  Cached best;
  if (std::cmp_greater_equal(n, dense.technicians.max_jobs[t])) return best;
  const std::uint32_t place = dense.orders.location[order].value;
  const LocationIndex home = dense.shifts.end_location[shift];
  const auto suspensions = dense.technicians.suspensions[t];
  const auto starts = dense.orders.starts[order];
  const std::int64_t service = context_->service_s(t, order);
  const std::int64_t setup = context_->setup_s(t, order);
  const std::int64_t latest_back = std::int64_t{dense.shifts.end_s[shift]} + dense.shifts.overtime_cap_s[shift];
  const std::int64_t pair_cost = context_->pair_cost(pair) + (n == 0 ? dense.technicians.fixed_cost[t] : 0);
  for (std::size_t g = first; g <= last; ++g) {
    const std::uint32_t before = g == 0 ? dense.shifts.start_location[shift].value : path.steps[g - 1].location;
    const constraints::Hop out = context_->hop(t, before, place);
    if (!out.reachable()) continue;
    constraints::Hop on;
    if (g < n || home.valid()) on = context_->hop(t, place, g < n ? path.steps[g].location : home.value);
    if (!on.reachable()) continue;
    const std::int64_t travel =
        std::int64_t{out.seconds} + on.seconds - (g < n ? path.steps[g].leg_s : path.last_leg_s);
    const std::int64_t distance =
        std::int64_t{out.metres} + on.metres - (g < n ? path.steps[g].leg_m : path.last_leg_m);
    if (path.sums.travel_s + travel > dense.technicians.max_travel_s[t]) continue;
    if (path.sums.distance_m + distance > dense.technicians.max_distance_m[t]) continue;
    const std::int64_t duration = service + (g > 0 && before == place ? 0 : setup);
    if (path.leaves[g] + out.seconds > starts.back().high) continue;
    const std::int64_t start = constraints::earliest_start(starts, suspensions, duration, path.leaves[g] + out.seconds);
    if (start == constraints::never) continue;
    std::int64_t more_next = 0;
    if (g < n) {
      const Step& next = path.steps[g];
      const bool shares = next.location == place;
      const bool shared = g > 0 && next.location == before;
      if (shares != shared) more_next = (shares ? -1 : 1) * std::int64_t{context_->setup_s(t, next.order)};
      const std::int64_t next_duration = next.duration_s + more_next;
      const std::int64_t next_start = constraints::earliest_start(dense.orders.starts[next.order], suspensions,
                                                                  next_duration, start + duration + on.seconds);
      if (next_start == constraints::never || next_start + next_duration > path.latest_end[g]) continue;
    } else if (start + duration + on.seconds > latest_back) {
      continue;
    }
    const std::int64_t fixed_part = travel * weights.per_travel_second + distance * weights.per_metre + pair_cost;
    const std::int64_t work = travel + duration + more_next - path.paid_rest_s;
    if (best.delta != infeasible) {
      const std::int64_t late =
          std::max<std::int64_t>(0, start - dense.orders.due_s[order]) * weights.per_lateness_second;
      std::int64_t bound = fixed_part + late - path.timed_cost;
      if (context_->has_fairness()) bound += context_->fairness(technician_work_[t] + work) - technician_fairness_[t];
      if (bound >= best.delta) continue;
    }
    draft_.steps.assign(path.steps.begin(), path.steps.end());
    Step step = Step::of(dense, TechnicianIndex(t), order);
    step.leg_s = out.seconds;
    step.leg_m = out.metres;
    step.duration_s =
        static_cast<std::int32_t>(std::min<std::int64_t>(duration, std::numeric_limits<std::int32_t>::max()));
    if (g < n) {
      draft_.steps[g].leg_s = on.seconds;
      draft_.steps[g].duration_s = static_cast<std::int32_t>(draft_.steps[g].duration_s + more_next);
    }
    draft_.steps.insert(draft_.steps.begin() + static_cast<std::ptrdiff_t>(g), step);
    const Timing timing = clock_.time(frame(shift, g < n ? path.last_leg_s : on.seconds), draft_.steps);
    if (!timing.feasible) continue;
    std::int64_t delta = fixed_part + timing.cost - path.timed_cost;
    if (context_->has_fairness()) {
      delta += context_->fairness(technician_work_[t] + work + timing.paid_rest_s) - technician_fairness_[t];
    }
    if (delta < best.delta) {
      best.delta = delta;
      best.position = static_cast<std::uint32_t>(g);
    }
  }
  return best;
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
