#pragma once

#include <paidan/routing/detail/state.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

PAIDAN_INLINE State::State(const Context& context) : context_(&context), clock_(context.problem()) {
  const Dense& dense = context.dense();
  routes_.resize(context.shift_count());
  where_.assign(context.order_count(), Context::no_pair);
  technician_version_.assign(context.technician_count(), 0);
  marked_.assign(context.shift_count(), 0);
  cache_.resize(context.pair_count());
  cost_ = context.unserved_total();
  unserved_ = static_cast<std::uint32_t>(context.order_count());
  for (std::size_t t = 0; t < context.technician_count(); ++t) {
    technician_work_.push_back(dense.technicians.load_carried_s[t]);
    technician_fairness_.push_back(context.fairness(technician_work_.back()));
    technician_version_[t] = next_version_++;
    cost_ += technician_fairness_.back();
  }
  any_parts_ = !dense.orders.parts.values.empty();
  if (any_parts_) {
    parts_left_.assign(dense.technicians.stock.values.size(), 0);
    for (std::size_t t = 0; t < context.technician_count(); ++t) {
      for (const PartNeed& row : dense.technicians.stock[t]) {
        parts_left_[stock_row(static_cast<std::uint32_t>(t), row.part)] += row.quantity;
      }
    }
  }
  for (std::size_t s = 0; s < routes_.size(); ++s) {
    routes_[s].version = next_version_++;
    prepare_bounds(static_cast<std::uint32_t>(s), routes_[s]);
  }
}

PAIDAN_INLINE std::size_t State::position_of(std::uint32_t order) const {
  const std::vector<Step>& steps = routes_[where_[order]].steps;
  std::size_t position = 0;
  while (steps[position].order != order) ++position;
  return position;
}

PAIDAN_INLINE Frame State::frame(std::uint32_t shift, std::int64_t last_leg_s) const {
  const ShiftColumns& shifts = context_->dense().shifts;
  Frame frame;
  frame.shift = ShiftIndex(shift);
  frame.earliest_s = shifts.start_s[shift];
  frame.due_back_s = shifts.end_s[shift];
  frame.latest_s = frame.due_back_s + shifts.overtime_cap_s[shift];
  frame.last_leg_s = last_leg_s;
  return frame;
}

PAIDAN_INLINE bool State::lay_out(std::uint32_t shift, std::span<const std::uint32_t> visits, Path& path) const {
  const Dense& dense = context_->dense();
  const std::uint32_t t = technician(shift);
  path.steps.clear();
  path.sums = {};
  path.last_leg_s = path.last_leg_m = 0;
  if (std::cmp_greater(visits.size(), dense.technicians.max_jobs[t])) return false;
  std::uint32_t place = dense.shifts.start_location[shift].value;
  for (const std::uint32_t order : visits) {
    const std::uint32_t pair = context_->find_pair(order, shift);
    if (pair == Context::no_pair) return false;
    Step step = Step::of(dense, TechnicianIndex(t), order);
    const constraints::Hop hop = context_->hop(t, place, step.location);
    if (!hop.reachable()) return false;
    step.leg_s = hop.seconds;
    step.leg_m = hop.metres;
    const bool shared = !path.steps.empty() && place == step.location;
    const std::int64_t duration =
        std::int64_t{context_->service_s(t, order)} + (shared ? 0 : context_->setup_s(t, order));
    step.duration_s =
        static_cast<std::int32_t>(std::min<std::int64_t>(duration, std::numeric_limits<std::int32_t>::max()));
    place = step.location;
    path.sums.travel_s += hop.seconds;
    path.sums.distance_m += hop.metres;
    path.sums.duration_s += step.duration_s;
    path.sums.pair_cost += context_->pair_cost(pair);
    path.steps.push_back(step);
  }
  const LocationIndex home = dense.shifts.end_location[shift];
  if (home.valid() && !visits.empty()) {
    const constraints::Hop hop = context_->hop(t, place, home.value);
    if (!hop.reachable()) return false;
    path.last_leg_s = hop.seconds;
    path.last_leg_m = hop.metres;
    path.sums.travel_s += hop.seconds;
    path.sums.distance_m += hop.metres;
  }
  return path.sums.travel_s <= dense.technicians.max_travel_s[t] &&
         path.sums.distance_m <= dense.technicians.max_distance_m[t];
}

/// The clock's part of a laid-out path.
PAIDAN_INLINE bool State::evaluate(std::uint32_t shift, Path& path) {
  path.timed_cost = path.cost = path.work_s = path.paid_rest_s = 0;
  if (path.steps.empty()) return true;
  const Timing timing = clock_.time(frame(shift, path.last_leg_s), path.steps);
  if (!timing.feasible) return false;
  path.timed_cost = timing.cost;
  path.paid_rest_s = timing.paid_rest_s;
  path.work_s = path.sums.travel_s + path.sums.duration_s + timing.paid_rest_s;
  path.cost = static_cost(shift, path) + timing.cost;
  return true;
}

/// Earliest times forward and latest ends backward, rests left out: a sequence that misses them cannot be done.
PAIDAN_INLINE void State::prepare_bounds(std::uint32_t shift, Path& path) const {
  const Dense& dense = context_->dense();
  const Frame bounds = frame(shift, path.last_leg_s);
  const auto suspensions = dense.technicians.suspensions[technician(shift)];
  const std::size_t n = path.steps.size();
  path.leaves.resize(n + 1);
  path.latest_end.resize(n);
  path.leaves[0] = bounds.earliest_s;
  for (std::size_t i = 0; i < n; ++i) {
    const Step& step = path.steps[i];
    path.leaves[i + 1] = constraints::earliest_start(dense.orders.starts[step.order], suspensions, step.duration_s,
                                                     path.leaves[i] + step.leg_s) +
                         step.duration_s;
  }
  std::int64_t latest = bounds.latest_s - path.last_leg_s;
  for (std::size_t i = n; i-- > 0;) {
    const Step& step = path.steps[i];
    path.latest_end[i] = latest;
    const std::int64_t floor = path.leaves[i + 1] - step.duration_s;
    latest = constraints::latest_start(dense.orders.starts[step.order], suspensions, step.duration_s,
                                       latest - step.duration_s, floor) -
             step.leg_s;
  }
}

/// What does not depend on time.
PAIDAN_INLINE std::int64_t State::static_cost(std::uint32_t shift, const Path& path) const {
  if (path.steps.empty()) return 0;
  const Objective& weights = context_->weights();
  return path.sums.travel_s * weights.per_travel_second + path.sums.distance_m * weights.per_metre +
         path.sums.pair_cost + context_->dense().technicians.fixed_cost[technician(shift)];
}

PAIDAN_INLINE std::int64_t State::delta(std::span<const Change> changes, std::int64_t limit) {
  if (drafts_.size() < changes.size()) drafts_.resize(changes.size());
  // First a bound: ways, pairs and work are known before any clock, and the rest costs nothing at best.
  std::int64_t bound = 0;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const std::uint32_t shift = changes[i].shift;
    Path& draft = drafts_[i];
    if (!lay_out(shift, changes[i].visits, draft)) return infeasible;
    draft.cost = static_cost(shift, draft);
    draft.work_s = draft.sums.travel_s + draft.sums.duration_s;
    bound += draft.cost - routes_[shift].cost;
  }
  if (limit != infeasible && bound + fairness_delta(changes) >= limit) return infeasible;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Path& draft = drafts_[i];
    if (!evaluate(changes[i].shift, draft)) return infeasible;
    bound += draft.timed_cost;
    const bool last = i + 1 == changes.size();
    if (!last && limit != infeasible && bound + fairness_delta(changes) >= limit) return infeasible;
  }
  if (any_parts_) {
    for (const Change& change : changes) {
      if (!parts_fit(technician(change.shift), changes)) return infeasible;
    }
  }
  return bound + fairness_delta(changes);
}

/// Of the work in the drafts of these changes.
PAIDAN_INLINE std::int64_t State::fairness_delta(std::span<const Change> changes) const {
  if (!context_->has_fairness()) return 0;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const std::uint32_t t = technician(changes[i].shift);
    bool first = true;
    std::int64_t work = technician_work_[t];
    for (std::size_t j = 0; j < changes.size(); ++j) {
      if (technician(changes[j].shift) != t) continue;
      if (j < i) first = false;
      work += drafts_[j].work_s - routes_[changes[j].shift].work_s;
    }
    if (first) sum += context_->fairness(work) - technician_fairness_[t];
  }
  return sum;
}

PAIDAN_INLINE void State::remember(std::uint32_t shift) {
  if (!journaling_ || marked_[shift] == mark_) return;
  marked_[shift] = mark_;
  if (journal_.size() == journal_size_) journal_.emplace_back();
  Saved& saved = journal_[journal_size_++];
  saved.shift = shift;
  saved.technician_version = technician_version_[technician(shift)];
  saved.path = routes_[shift];
}

/// Swap a route's content in, keeping every sum right.
PAIDAN_INLINE void State::put(std::uint32_t shift, Path& path) {
  Path& route = routes_[shift];
  if (any_parts_) use_parts(shift, route, -1);
  for (const Step& step : route.steps) where_[step.order] = Context::no_pair;
  unserved_ += static_cast<std::uint32_t>(route.steps.size());
  cost_ += path.cost - route.cost;
  technician_work_[technician(shift)] += path.work_s - route.work_s;
  std::swap(route, path);
  unserved_ -= static_cast<std::uint32_t>(route.steps.size());
  if (any_parts_) use_parts(shift, route, 1);
}

/// After routes of a technician changed.
PAIDAN_INLINE void State::refresh(std::uint32_t technician) {
  const std::int64_t now = context_->fairness(technician_work_[technician]);
  cost_ += now - technician_fairness_[technician];
  technician_fairness_[technician] = now;
}

PAIDAN_INLINE std::int64_t State::apply(std::span<const Change> changes) {
  const std::int64_t before = cost_;
  for (const Change& change : changes) {
    Path path = std::move(draft_);
    lay_out(change.shift, change.visits, path);
    evaluate(change.shift, path);
    prepare_bounds(change.shift, path);
    path.version = next_version_++;
    remember(change.shift);
    technician_version_[technician(change.shift)] = next_version_++;
    put(change.shift, path);
    draft_ = std::move(path);
    refresh(technician(change.shift));
  }
  for (const Change& change : changes) {
    for (const Step& step : routes_[change.shift].steps) where_[step.order] = change.shift;
  }
  return cost_ - before;
}

PAIDAN_INLINE void State::begin() {
  journaling_ = true;
  journal_size_ = 0;
  ++mark_;
}

PAIDAN_INLINE void State::rollback() {
  for (std::size_t i = journal_size_; i-- > 0;) {
    Saved& saved = journal_[i];
    technician_version_[technician(saved.shift)] = saved.technician_version;
    put(saved.shift, saved.path);
    refresh(technician(saved.shift));
  }
  for (std::size_t i = 0; i < journal_size_; ++i) {
    for (const Step& step : routes_[journal_[i].shift].steps) where_[step.order] = journal_[i].shift;
  }
  journal_size_ = 0;
  ++mark_;
}

PAIDAN_INLINE std::vector<std::uint32_t> State::touched() const {
  std::vector<std::uint32_t> shifts;
  for (std::size_t i = 0; i < journal_size_; ++i) shifts.push_back(journal_[i].shift);
  std::sort(shifts.begin(), shifts.end());
  return shifts;
}

PAIDAN_INLINE State::Visits State::visits() const {
  Visits all(routes_.size());
  for (std::size_t s = 0; s < routes_.size(); ++s) {
    for (const Step& step : routes_[s].steps) all[s].push_back(step.order);
  }
  return all;
}

PAIDAN_INLINE void State::assign(const Visits& visits) {
  std::vector<Change> changes;
  for (std::size_t s = 0; s < routes_.size(); ++s) {
    const std::vector<Step>& steps = routes_[s].steps;
    const bool same = steps.size() == visits[s].size() &&
                      std::equal(steps.begin(), steps.end(), visits[s].begin(),
                                 [](const Step& step, std::uint32_t order) { return step.order == order; });
    if (!same) changes.push_back({static_cast<std::uint32_t>(s), visits[s]});
  }
  apply(changes);
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#include <paidan/routing/detail/state_spots.ipp>
