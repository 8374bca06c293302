#pragma once

#include <paidan/routing/detail/rich/tour.hpp>

#include <paidan/constraints/detail/pace.hpp>
#include <paidan/routing/detail/gaps.hpp>
#include <paidan/routing/detail/rich/calls.ipp>
#include <paidan/routing/detail/rich/lateness.hpp>
#include <paidan/routing/detail/rich/less.ipp>
#include <paidan/routing/detail/rich/rests.ipp>
#include <paidan/routing/detail/rich/slip.ipp>

#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE Layer::Layer(const Ground& ground)
    : ground_(&ground), clock_(ground.context().problem()), supplied_(ground.dense()) {
  const Dense& dense = ground.dense();
  for (Index tour = 0; tour < ground.tour_count(); ++tour) {
    const Index t = ground.technician(tour);
    Frame frame;
    frame.ways = ground.ways(tour);
    frame.technician = t;
    frame.start_place = dense.shifts.start_location[tour].value;
    frame.end_place = dense.shifts.end_location[tour].valid() ? dense.shifts.end_location[tour].value : none;
    frame.opens = dense.shifts.start_s[tour];
    frame.due_back = dense.shifts.end_s[tour];
    frame.latest_back = frame.due_back + dense.shifts.overtime_cap_s[tour];
    frame.max_jobs = dense.technicians.max_jobs[t];
    frame.max_leg_s = std::min(too_long, dense.technicians.max_leg_s[t]);
    frame.max_travel_s = dense.technicians.max_travel_s[t];
    frame.max_distance_m = dense.technicians.max_distance_m[t];
    frame.fixed_cost = dense.technicians.fixed_cost[t];
    frame.suspended = !dense.technicians.suspensions[t].empty();
    frame.breaks = !dense.shifts.breaks[tour].empty();
    frame.traffic = constraints::pace_of(dense, TechnicianIndex(t)).bands != nullptr;
    frames_.push_back(frame);
  }
  if (ground.links()) links_.resize(ground.visit_count());
}

/// Nothing of a shift lies outside its hours.
PAIDAN_INLINE bool Layer::is_open(const Frame& frame, Index order) const {
  const auto closed = ground_->dense().orders.closed[order];
  return std::none_of(closed.begin(), closed.end(), [&](const Interval& interval) {
    return interval.high >= frame.opens && interval.low < frame.latest_back;
  });
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
  item.sure = is_sure(tour, order);
  item.linked = visit.linked;
  return item;
}

PAIDAN_INLINE bool Layer::link(Index tour, std::vector<Item>& items, std::size_t i) const {
  const Frame& frame = frames_[tour];
  Item& at = items[i];
  const Index before = i > 0 ? items[i - 1].place : frame.start_place;
  if (at.is_rest()) {
    at.place = before;
    return true;
  }
  const constraints::Hop hop = this->hop(frame, before, at.place);
  if (!hop.reachable() || hop.seconds > frame.max_leg_s) return false;
  at.leg_s = hop.seconds;
  at.leg_m = hop.metres;
  if (at.call) return true;
  const VisitRow& visit = ground_->visit(at.order);
  at.low = visit.low_after(hop.seconds);
  at.by_release = at.low > visit.low;
  if (at.linked) at.low = std::max(at.low, links_[at.order].floor);
  if (visit.setup) {
    std::size_t j = i;
    while (j > 0 && items[j - 1].is_rest()) --j;
    const bool shared = j > 0 && items[j - 1].is_visit() && before == at.place;
    const std::int64_t duration = std::int64_t{ground_->context().service_s(frame.technician, at.order)} +
                                  (shared ? 0 : ground_->context().setup_s(frame.technician, at.order));
    at.duration = static_cast<std::int32_t>(std::min<std::int64_t>(duration, too_long + std::int64_t{1}));
  }
  return at.duration <= too_long;
}

/// Where the day ends. False: there is no way.
PAIDAN_INLINE bool Layer::find_last_leg(const Frame& frame, Tour& plan) const {
  plan.last_leg_s = plan.last_leg_m = 0;
  if (plan.items.empty() || frame.end_place == none) return true;
  const constraints::Hop home = hop(frame, plan.items.back().place, frame.end_place);
  if (!home.reachable() || home.seconds > frame.max_leg_s) return false;
  plan.last_leg_s = home.seconds;
  plan.last_leg_m = home.metres;
  return true;
}

/// What is told from the front: limits, sums, earliest starts – only bounds where a stop has several windows or a
/// buffer, the technician is away at times or there is traffic –, lateness where they are exact, and when the day
/// begins and ends.
PAIDAN_INLINE bool Layer::forward(Index tour, Tour& plan) const {
  const Frame& frame = frames_[tour];
  const Objective& weights = ground_->weights();
  if (!find_last_leg(frame, plan)) return false;
  Count late;
  std::int64_t pairs = 0;
  std::int64_t durations = 0;
  std::int64_t unpaid = 0;
  std::int32_t t = frame.opens;
  std::int32_t so_far = 0;
  std::int32_t departs = tour_detail::far_away;
  plan.visits = 0;
  plan.depot = none;
  plan.exact = !frame.suspended && !frame.traffic;
  plan.travel_s = plan.last_leg_s;
  plan.traffic_s = 0;
  plan.distance_m = plan.last_leg_m;
  for (Item& one : plan.items) {
    const std::int32_t start = std::max(t + one.leg_s, one.low);
    if (start > one.high) return false;
    one.start = start;
    t = start + one.duration;
    if (t > frame.latest_back) return false;
    so_far += one.leg_s;
    one.so_far = so_far;
    one.departs = departs;
    departs = std::min(departs, one.most(start) - so_far);
    so_far += one.duration;
    durations += one.duration;
    if (one.is_rest()) {
      if (!one.paid) unpaid += one.duration;
      continue;
    }
    plan.exact = plan.exact && one.sure;
    plan.travel_s += one.leg_s;
    plan.distance_m += one.leg_m;
    if (one.call) {
      plan.depot = one.row;
      continue;
    }
    ++plan.visits;
    pairs += one.pair_cost;
    if (start > one.due) late += tour_detail::lateness_of(*ground_, one.order, start);
  }
  plan.back = t + plan.last_leg_s;
  plan.leaves = std::min(departs, plan.back - so_far - plan.last_leg_s);
  if (plan.back > frame.latest_back || std::cmp_greater(plan.visits, frame.max_jobs) ||
      plan.travel_s > frame.max_travel_s || plan.distance_m > frame.max_distance_m)
    return false;
  plan.work_s = plan.travel_s + durations - unpaid;
  plan.waiting_s = std::int64_t{plan.back} - plan.leaves - plan.travel_s - durations;
  plan.change = 0;
  plan.lateness = 0;
  plan.count = {};
  if (plan.exact) {
    plan.lateness = late.cost;
    plan.count = late;
  }
  plan.count.cost += pairs + plan.travel_s * weights.per_travel_second + plan.distance_m * weights.per_metre +
                     (plan.visits > 0 ? frame.fixed_cost : 0);
  return true;
}

/// Starts from this item on, where the items before it stand: with what of them is late now and was not, or was.
/// `durations` of the tour's stops is known.
PAIDAN_INLINE Layer::Onward Layer::go_on(const Frame& frame, Tour& plan, std::size_t first,
                                         std::int64_t durations) const {
  Item* const items = plan.items.data();
  const std::size_t count = plan.items.size();
  Onward onward;
  std::int32_t t = frame.opens;
  std::int32_t so_far = 0;
  std::int32_t departs = tour_detail::far_away;
  if (first > 0) {
    const Item& before = items[first - 1];
    t = before.start + before.duration;
    so_far = before.so_far + before.duration;
    departs = std::min(before.departs, before.most(before.start) - before.so_far);
  }
  for (std::size_t i = first; i < count; ++i) {
    Item& one = items[i];
    const std::int32_t start = std::max(t + one.leg_s, one.low);
    if (start > one.high) return onward;
    if (start != one.start) {
      if (start > one.due || one.start > one.due) {
        onward.late = true;
        Count more = tour_detail::lateness_of(*ground_, one.order, start);
        more -= tour_detail::lateness_of(*ground_, one.order, one.start);
        plan.lateness += more.cost;
        plan.count += more;
      }
      one.start = start;
    }
    t = start + one.duration;
    so_far += one.leg_s;
    one.so_far = so_far;
    one.departs = departs;
    departs = std::min(departs, one.most(start) - so_far);
    so_far += one.duration;
  }
  const std::int32_t was_back = std::max(plan.back, frame.due_back);
  plan.back = t + plan.last_leg_s;
  if (plan.back > frame.latest_back) return onward;
  plan.leaves = std::min(departs, plan.back - so_far - plan.last_leg_s);
  plan.waiting_s = std::int64_t{plan.back} - plan.leaves - plan.travel_s - durations;
  onward.possible = true;
  onward.late = onward.late || was_back != std::max(plan.back, frame.due_back);
  return onward;
}

/// Those that it is linked to wait for it, too: as far as is known of them.
PAIDAN_INLINE void Layer::bound_by_links(Item& one) const {
  const Dense& dense = ground_->dense();
  for (const std::uint32_t row : dense.orders.links[one.order]) {
    const LinkRow& link = dense.links[row];
    const OrderIndex order(one.order);
    const LinkState& other = links_[other_of(link, order).at()];
    one.latest = std::min(one.latest, std::max(one.start, left_by_other(link, order, other.latest)));
    one.free = std::min(one.free, std::max(one.start, left_by_other(link, order, other.free)));
  }
}

/// What the last `count` items leave to what stands before them, of the first `count` ones; those behind stand.
PAIDAN_INLINE void Layer::backward(const Frame& frame, Tour& plan, std::size_t count) const {
  Item* const items = plan.items.data();
  std::int32_t latest = frame.latest_back - plan.last_leg_s;  // of the end of what stands before, so far
  std::int32_t free = std::max(plan.back, frame.due_back) - plan.last_leg_s;
  std::int32_t last = tour_detail::far_away;
  std::int32_t end_least = -tour_detail::far_away;
  std::int32_t to_end = plan.last_leg_s;
  if (count < plan.items.size()) {
    const Item& next = items[count];
    latest = next.latest - next.leg_s;
    free = next.free - next.leg_s;
    last = next.last - next.leg_s;
    end_least = next.end_least;
    to_end = next.to_end + next.leg_s;
  }
  for (std::size_t i = count; i-- > 0;) {
    Item& one = items[i];
    const std::int32_t most = std::min(one.high, std::max(one.start, one.due));
    one.latest = std::min(one.high, latest - one.duration);
    one.free = std::min(most, free - one.duration);
    if (one.linked) bound_by_links(one);
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

/// A tour without rests, for the clock.
PAIDAN_INLINE routing::Frame Layer::read_steps(Index tour, const Tour& plan) {
  const Dense& dense = ground_->dense();
  const Frame& frame = frames_[tour];
  steps_.clear();
  for (const Item& one : plan.items) {
    Step step = one.call ? Step::call(dense, DepotIndex(one.row))
                         : Step::of(dense, TechnicianIndex(frame.technician), one.order);
    step.leg_s = one.leg_s;
    step.leg_m = one.leg_m;
    step.duration_s = one.duration;
    if (one.linked) step.floor_s = links_[one.order].floor;
    steps_.push_back(step);
  }
  routing::Frame bounds;
  bounds.shift = ShiftIndex(tour);
  bounds.earliest_s = frame.opens;
  bounds.due_back_s = frame.due_back;
  bounds.latest_s = frame.latest_back;
  bounds.last_leg_s = plan.last_leg_s;
  if (frame.traffic) {
    bounds.max_travel_s = frame.max_travel_s;
    bounds.max_leg_s = frame.max_leg_s;
  }
  return bounds;
}

/// Several windows, absences, pinned starts, traffic, buffers: times are the clock's, the items' numbers stay bounds.
PAIDAN_INLINE bool Layer::ask_clock(Index tour, Tour& plan) {
  const routing::Frame bounds = read_steps(tour, plan);
  const Timing timing = clock_.time(bounds, steps_);
  if (!timing.feasible) return false;
  plan.leaves = static_cast<std::int32_t>(timing.start_s);
  plan.back = static_cast<std::int32_t>(timing.end_s);
  plan.waiting_s = timing.waiting_s;
  plan.traffic_s = timing.travel_s - plan.travel_s;
  plan.work_s += plan.traffic_s + timing.paid_rest_s;
  plan.count.cost += plan.traffic_s * ground_->weights().per_travel_second;
  plan.change = timing.change;
  if (ground_->weights().per_worst_lateness_second > 0) plan.worst_s = timing.worst_late_s;
  plan.count.cost += timing.change;
  plan.count.honour += timing.honour;
  plan.count.late += timing.late_s;
  if (!ground_->in_order()) plan.lateness += timing.lateness_s * ground_->weights().per_lateness_second;
  plan.count.cost += plan.lateness;
  return true;
}

/// What the times cost.
PAIDAN_INLINE void Layer::finish(const Frame& frame, Tour& plan) const {
  const Objective& weights = ground_->weights();
  if (plan.exact && weights.per_worst_lateness_second > 0) {
    plan.worst_s = 0;
    for (const Item& one : plan.items) plan.worst_s = std::max<std::int64_t>(plan.worst_s, one.start - one.due);
  }
  plan.count.cost += plan.waiting_s * weights.per_waiting_second + plan.overtime(frame) * weights.per_overtime_second;
}

/// The stops that stand, told; rests are placed anew.
PAIDAN_INLINE bool Layer::lay_times(Index tour, Tour& plan, const Rates& rates) {
  const Frame& frame = frames_[tour];
  if (frame.breaks) strip(plan);
  plan.unplaced = frame.breaks ? (1U << ground_->dense().shifts.breaks[tour].size()) - 1 : 0U;
  if (!forward(tour, plan)) return false;
  if (plan.items.empty()) {
    plan.leaves = plan.back = frame.opens;
    plan.waiting_s = 0;
    plan.worst_s = 0;
    return true;
  }
  backward(frame, plan, plan.items.size());
  if (!plan.exact) {
    if (!ask_clock(tour, plan)) return false;
  } else if (frame.breaks && !place_rests(tour, plan, rates)) {
    return false;
  }
  finish(frame, plan);
  return true;
}

PAIDAN_INLINE bool Layer::lay(Index tour, Tour& plan, const Rates& rates, const Stock& stock) {
  return ground_->depots() ? lay_with_call(tour, plan, rates, stock) : lay_times(tour, plan, rates);
}

PAIDAN_INLINE bool Layer::lay_again(Index tour, Tour& plan, const Rates& rates, const Stock& stock) {
  const Frame& frame = frames_[tour];
  if (ground_->depots() && !call_stands(tour, plan)) return lay(tour, plan, rates, stock);
  if (!frame.breaks) return lay_times(tour, plan, rates);
  if (!forward(tour, plan) || !plan.exact) return lay_times(tour, plan, rates);
  if ((due(tour, plan.leaves, plan.back) & plan.unplaced) != 0) return lay_times(tour, plan, rates);
  backward(frame, plan, plan.items.size());
  finish(frame, plan);
  return true;
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
