// One more stop in a tour, told anew only where it changes something: most of what a search does.
#pragma once

#include <paidan/routing/detail/rich/tour.hpp>

#include <paidan/routing/detail/rich/lateness.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE bool Layer::can_slip(Index tour, const Tour& plan, std::size_t gap, Index order, Slip& slip) const {
  const Frame& frame = frames_[tour];
  const VisitRow& visit = ground_->visit(order);
  const std::vector<Item>& items = plan.items;
  if (!plan.exact || plan.visits == 0 || visit.setup || visit.linked || !is_sure(tour, order)) return false;
  // The stop that is reached from here: behind a rest, the next visit.
  std::size_t behind = gap;
  while (behind < items.size() && items[behind].is_rest()) ++behind;
  slip.next = behind;
  const bool at_end = behind == items.size();
  if (!at_end && items[behind].is_visit()) {
    const VisitRow& next = ground_->visit(items[behind].order);
    if (next.setup || next.release > -time_limit_s) return false;
  }
  const Index before = gap > 0 ? items[gap - 1].place : frame.start_place;
  const constraints::Hop out = hop_to(frame, visit.place, before);
  slip.on = {0, 0};
  if (!at_end || frame.end_place != none)
    slip.on = hop(frame, visit.place, at_end ? frame.end_place : items[behind].place);
  if (!out.reachable() || !slip.on.reachable() || out.seconds > frame.max_leg_s || slip.on.seconds > frame.max_leg_s)
    return false;
  slip.travel_s = plan.travel_s + out.seconds + slip.on.seconds - (at_end ? plan.last_leg_s : items[behind].leg_s);
  slip.distance_m = plan.distance_m + out.metres + slip.on.metres - (at_end ? plan.last_leg_m : items[behind].leg_m);
  if (std::cmp_greater_equal(plan.visits, frame.max_jobs) || slip.travel_s > frame.max_travel_s ||
      slip.distance_m > frame.max_distance_m)
    return false;
  Item& own = slip.item;
  own = item(tour, order);
  own.leg_s = out.seconds;
  own.leg_m = out.metres;
  own.low = visit.low_after(out.seconds);
  own.by_release = own.low > visit.low;
  own.start = std::max((gap > 0 ? items[gap - 1].start + items[gap - 1].duration : frame.opens) + out.seconds, own.low);
  if (own.duration > too_long || own.start > own.high) return false;
  std::int32_t back = own.start + own.duration;
  for (std::size_t i = gap; i < behind; ++i) {
    if (back > items[i].high) return false;
    back = std::max(back, items[i].low) + items[i].duration;
  }
  back += slip.on.seconds;
  if (at_end) {
    if (back > frame.latest_back) return false;
  } else {
    const Item& next = items[behind];
    const std::int32_t start = std::max(back, next.low);
    if (start > next.latest) return false;
    back = std::max(next.end_least, start + next.to_end);
  }
  if (plan.unplaced == 0) return true;
  // Who is back before a rest has to begin takes none.
  const auto breaks = ground_->dense().shifts.breaks[tour];
  for (std::size_t b = 0; b < breaks.size(); ++b) {
    if ((plan.unplaced >> b & 1U) != 0 && back > ground_->dense().breaks[breaks[b].at()].latest_s) return false;
  }
  return true;
}

PAIDAN_INLINE void Layer::slip_in(Index tour, Tour& plan, std::size_t gap, const Slip& slip) const {
  const Frame& frame = frames_[tour];
  const Objective& weights = ground_->weights();
  std::vector<Item>& items = plan.items;
  std::int64_t durations = std::int64_t{plan.back} - plan.leaves - plan.travel_s - plan.waiting_s;
  plan.count.cost -= plan.waiting_s * weights.per_waiting_second + plan.overtime(frame) * weights.per_overtime_second;
  if (slip.next == items.size()) {
    plan.last_leg_s = slip.on.seconds;
    plan.last_leg_m = slip.on.metres;
  } else {
    items[slip.next].leg_s = slip.on.seconds;
    items[slip.next].leg_m = slip.on.metres;
  }
  for (std::size_t i = gap; i < slip.next; ++i) items[i].place = slip.item.place;
  items.insert(items.begin() + static_cast<std::ptrdiff_t>(gap), slip.item);
  const Item& own = items[gap];
  if (own.start > own.due) tour_detail::add_lateness(*ground_, own.order, own.start, plan);
  durations += own.duration;
  plan.count.cost += own.pair_cost + (slip.travel_s - plan.travel_s) * weights.per_travel_second +
                     (slip.distance_m - plan.distance_m) * weights.per_metre;
  plan.work_s += slip.travel_s - plan.travel_s + own.duration;
  plan.travel_s = slip.travel_s;
  plan.distance_m = slip.distance_m;
  ++plan.visits;
  // Of what stands behind, what it leaves to others hangs on its start only where that is late, or the day too long.
  const bool late = go_on(frame, plan, gap, durations).late;
  backward(frame, plan, late ? items.size() : slip.next + 1);
  finish(frame, plan);
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
