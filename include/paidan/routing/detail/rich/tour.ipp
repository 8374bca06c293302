#pragma once

#include <paidan/routing/detail/rich/tour.hpp>

#include <paidan/constraints/detail/pace.hpp>
#include <paidan/routing/detail/rich/lateness.hpp>
#include <paidan/routing/detail/rich/rests.ipp>

#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE Layer::Layer(const Ground& ground)
    : ground_(&ground), places_(ground.context().places()), clock_(ground.context().problem()) {
  const Dense& dense = ground.dense();
  for (Index tour = 0; tour < ground.tour_count(); ++tour) {
    const Index t = ground.technician(tour);
    Frame frame;
    frame.legs = ground.context().table(t);
    frame.back = ground.context().table_back(t);
    frame.technician = t;
    frame.start_place = dense.shifts.start_location[tour].value;
    frame.end_place = dense.shifts.end_location[tour].valid() ? dense.shifts.end_location[tour].value : none;
    frame.opens = dense.shifts.start_s[tour];
    frame.due_back = dense.shifts.end_s[tour];
    frame.latest_back = frame.due_back + dense.shifts.overtime_cap_s[tour];
    frame.max_jobs = dense.technicians.max_jobs[t];
    frame.max_travel_s = dense.technicians.max_travel_s[t];
    frame.max_distance_m = dense.technicians.max_distance_m[t];
    frame.fixed_cost = dense.technicians.fixed_cost[t];
    frame.suspended = !dense.technicians.suspensions[t].empty();
    frame.breaks = !dense.shifts.breaks[tour].empty();
    frames_.push_back(frame);
  }
}

PAIDAN_INLINE Item Layer::item(Index tour, Index order) const {
  const VisitRow& visit = ground_->visit(order);
  Item item;
  item.order = order;
  item.place = visit.place;
  item.duration = ground_->context().service_s(frames_[tour].technician, order);
  item.low = visit.low;
  item.high = visit.high;
  item.due = visit.due;
  item.pair_cost = ground_->pair_cost(order, tour);
  return item;
}

PAIDAN_INLINE bool Layer::link(Index tour, std::vector<Item>& items, std::size_t i) const {
  const Frame& frame = frames_[tour];
  Item& at = items[i];
  const Index before = i > 0 ? items[i - 1].place : frame.start_place;
  if (!at.is_visit()) {
    at.place = before;
    return true;
  }
  const constraints::Hop hop = this->hop(frame, before, at.place);
  if (!hop.reachable() || hop.seconds > too_long) return false;
  at.leg_s = hop.seconds;
  at.leg_m = hop.metres;
  const VisitRow& visit = ground_->visit(at.order);
  at.low = std::max(visit.low, visit.release + hop.seconds);
  at.by_release = at.low > visit.low;
  if (visit.setup) {
    bool behind_visit = false;
    for (std::size_t j = i; j > 0 && !behind_visit; --j) behind_visit = items[j - 1].is_visit();
    const bool shared = behind_visit && before == at.place;
    const std::int64_t duration = std::int64_t{ground_->context().service_s(frame.technician, at.order)} +
                                  (shared ? 0 : ground_->context().setup_s(frame.technician, at.order));
    at.duration = static_cast<std::int32_t>(std::min<std::int64_t>(duration, too_long + std::int64_t{1}));
  }
  return at.duration <= too_long;
}

/// Earliest starts; where a stop has several windows or the technician is away at times, only bounds.
PAIDAN_INLINE bool Layer::forward(const Frame& frame, Tour& plan) const {
  std::int32_t t = frame.opens;
  for (Item& one : plan.items) {
    const std::int32_t start = std::max(t + one.leg_s, one.low);
    if (start > one.high) return false;
    one.start = start;
    t = start + one.duration;
    if (t > frame.latest_back) return false;
  }
  plan.back = t + plan.last_leg_s;
  return plan.back <= frame.latest_back;
}

PAIDAN_INLINE void Layer::backward(const Frame& frame, Tour& plan) const {
  std::vector<Item>& items = plan.items;
  std::int32_t so_far = 0;
  std::int32_t departs = tour_detail::far_away;
  for (Item& one : items) {
    so_far += one.leg_s;
    one.so_far = so_far;
    one.departs = departs;
    const std::int32_t most = std::min(one.high, std::max(one.start, one.due));
    departs = std::min(departs, most - so_far);
    so_far += one.duration;
  }
  const std::int32_t home = plan.last_leg_s;
  plan.leaves = std::min(departs, plan.back - so_far - home);
  std::int32_t latest = frame.latest_back - home;  // of the end of what stands before, so far
  std::int32_t free = std::max(plan.back, frame.due_back) - home;
  std::int32_t last = tour_detail::far_away;
  std::int32_t end_least = -tour_detail::far_away;
  std::int32_t to_end = home;
  for (std::size_t i = items.size(); i-- > 0;) {
    Item& one = items[i];
    const std::int32_t most = std::min(one.high, std::max(one.start, one.due));
    one.latest = std::min(one.high, latest - one.duration);
    one.free = std::min(most, free - one.duration);
    one.last = std::min(most, last - one.duration);
    to_end += one.duration;
    one.to_end = to_end;
    end_least = std::max(end_least, one.low + to_end);
    one.end_least = end_least;
    latest = one.latest - one.leg_s;
    free = one.free - one.leg_s;
    last = one.last - one.leg_s;
    to_end += one.leg_s;
  }
}

/// Several windows, absences, pinned starts: times are the clock's, the items' numbers stay bounds.
PAIDAN_INLINE bool Layer::ask_clock(Index tour, Tour& plan) {
  const Dense& dense = ground_->dense();
  const Frame& frame = frames_[tour];
  steps_.clear();
  for (const Item& one : plan.items) {
    Step step = Step::of(dense, TechnicianIndex(frame.technician), one.order);
    step.leg_s = one.leg_s;
    step.leg_m = one.leg_m;
    step.duration_s = one.duration;
    steps_.push_back(step);
  }
  routing::Frame bounds;
  bounds.shift = ShiftIndex(tour);
  bounds.earliest_s = frame.opens;
  bounds.due_back_s = frame.due_back;
  bounds.latest_s = frame.latest_back;
  bounds.last_leg_s = plan.last_leg_s;
  const Timing timing = clock_.time(bounds, steps_);
  if (!timing.feasible) return false;
  plan.leaves = static_cast<std::int32_t>(timing.start_s);
  plan.back = static_cast<std::int32_t>(timing.end_s);
  plan.waiting_s = timing.waiting_s;
  plan.work_s += timing.paid_rest_s;
  plan.change = timing.change;
  plan.count.cost += timing.change;
  // Lateness counts from the earliest starts, as the timing rule has them.
  if (timing.lateness_s > 0) {
    const auto starts = clock_.starts(bounds, steps_, timing);
    for (std::size_t i = 0; i < steps_.size(); ++i)
      tour_detail::add_lateness(*ground_, steps_[i].order, starts[i], plan);
  }
  return true;
}

/// What does not depend on time.
PAIDAN_INLINE void Layer::sum_up(Index tour, Tour& plan) const {
  const Objective& weights = ground_->weights();
  plan.visits = 0;
  plan.travel_s = plan.last_leg_s;
  plan.distance_m = plan.last_leg_m;
  plan.count = {};
  plan.change = 0;
  plan.lateness = 0;
  plan.exact = !frames_[tour].suspended;
  std::int64_t duration = 0;
  for (const Item& one : plan.items) {
    if (!one.is_visit()) continue;
    const VisitRow& visit = ground_->visit(one.order);
    plan.exact = plan.exact && visit.one_window && !visit.keeps_start;
    plan.travel_s += one.leg_s;
    plan.distance_m += one.leg_m;
    duration += one.duration;
    plan.count.cost += one.pair_cost;
    ++plan.visits;
  }
  plan.work_s = plan.travel_s + duration;
  plan.count.cost += plan.travel_s * weights.per_travel_second + plan.distance_m * weights.per_metre;
  if (plan.visits > 0) plan.count.cost += frames_[tour].fixed_cost;
}

/// Last leg, sums and limits.
PAIDAN_INLINE bool Layer::begin(Index tour, Tour& plan) const {
  const Frame& frame = frames_[tour];
  plan.last_leg_s = plan.last_leg_m = 0;
  if (!plan.items.empty() && frame.end_place != none) {
    const constraints::Hop home = hop(frame, plan.items.back().place, frame.end_place);
    if (!home.reachable() || home.seconds > too_long) return false;
    plan.last_leg_s = home.seconds;
    plan.last_leg_m = home.metres;
  }
  sum_up(tour, plan);
  return !std::cmp_greater(plan.visits, frame.max_jobs) && plan.travel_s <= frame.max_travel_s &&
         plan.distance_m <= frame.max_distance_m;
}

/// Lateness, waiting and overtime of items whose times stand.
PAIDAN_INLINE void Layer::finish(const Frame& frame, Tour& plan) const {
  const Objective& weights = ground_->weights();
  if (plan.exact) {
    std::int64_t durations = 0;
    for (const Item& one : plan.items) {
      durations += one.duration;
      if (one.is_visit()) {
        if (one.start > one.due) tour_detail::add_lateness(*ground_, one.order, one.start, plan);
      } else if (ground_->dense().breaks[one.rest].paid) {
        plan.work_s += one.duration;
      }
    }
    plan.waiting_s = std::int64_t{plan.back} - plan.leaves - plan.travel_s - durations;
  }
  const std::int64_t overtime = std::max(0, plan.back - frame.due_back);
  plan.count.cost += plan.waiting_s * weights.per_waiting_second + overtime * weights.per_overtime_second;
}

PAIDAN_INLINE bool Layer::lay(Index tour, Tour& plan, const Rates& rates) {
  const Frame& frame = frames_[tour];
  if (frame.breaks) strip(plan);
  if (!begin(tour, plan)) return false;
  plan.unplaced = frame.breaks ? (1U << ground_->dense().shifts.breaks[tour].size()) - 1 : 0U;
  plan.waiting_s = 0;
  if (!forward(frame, plan)) return false;
  backward(frame, plan);
  if (plan.items.empty()) {
    plan.leaves = plan.back = frame.opens;
    return true;
  }
  if (!plan.exact) {
    if (!ask_clock(tour, plan)) return false;
  } else if (frame.breaks && !place_rests(tour, plan, rates)) {
    return false;
  }
  finish(frame, plan);
  return true;
}

PAIDAN_INLINE bool Layer::lay_again(Index tour, Tour& plan, const Rates& rates) {
  const Frame& frame = frames_[tour];
  if (!frame.breaks) return lay(tour, plan, rates);
  if (!begin(tour, plan)) return false;
  if (!plan.exact || !forward(frame, plan)) return lay(tour, plan, rates);
  backward(frame, plan);
  if ((due(tour, plan.leaves, plan.back) & plan.unplaced) != 0) return lay(tour, plan, rates);
  finish(frame, plan);
  return true;
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
