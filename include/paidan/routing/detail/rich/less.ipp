// Visits that leave a tour: what stays, told anew only where it changes.
#pragma once

#include <paidan/routing/detail/rich/tour.hpp>

#include <paidan/routing/detail/rich/lateness.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE bool Layer::take_out(Index tour, const Tour& at, const std::vector<std::uint8_t>& keep,
                                   const Rates& rates, Tour& plan, std::vector<Index>& out, std::size_t& first,
                                   const Stock& stock) {
  const Frame& frame = frames_[tour];
  const Objective& weights = ground_->weights();
  if (at.depot != none) {
    // The call may no longer be needed, or stand better.
    std::size_t visit = 0;
    plan.items.clear();
    first = 0;
    for (const Item& one : at.items) {
      if (!one.is_visit()) continue;
      if (keep[visit++] != 0) {
        plan.items.push_back(one);
      } else {
        out.push_back(one.order);
      }
    }
    return lay(tour, plan, rates, stock);
  }
  const TourFigures& figures = at;
  static_cast<TourFigures&>(plan) = figures;
  std::vector<Item>& items = plan.items;
  std::int64_t durations = std::int64_t{at.back} - at.leaves - at.travel_s - at.waiting_s;
  const std::int64_t durations_before = durations;
  std::int64_t pairs = 0;
  std::size_t visit = 0;
  bool gap = false;
  std::size_t linked = 0;
  items.clear();
  first = at.items.size();
  for (const Item& one : at.items) {
    if (one.is_visit() && keep[visit++] == 0) {
      out.push_back(one.order);
      first = std::min(first, items.size());
      gap = true;
      --plan.visits;
      plan.travel_s -= one.leg_s;
      plan.distance_m -= one.leg_m;
      durations -= one.duration;
      pairs -= one.pair_cost;
      if (one.start > one.due) {
        const Count late = tour_detail::lateness_of(*ground_, one.order, one.start);
        plan.lateness -= late.cost;
        plan.count -= late;
      }
      continue;
    }
    items.push_back(one);
    if (!gap) continue;
    // What stands behind a gap is reached from elsewhere: rests, and the next visit.
    linked = items.size() - 1;
    if (!link(tour, items, linked)) return false;
    if (one.is_rest()) continue;
    plan.travel_s += items[linked].leg_s - one.leg_s;
    plan.distance_m += items[linked].leg_m - one.leg_m;
    durations += items[linked].duration - one.duration;
    gap = false;
  }
  const auto lay_anew = [&] {
    first = 0;
    return lay(tour, plan, rates, stock);
  };
  if (!at.exact || plan.visits == 0) return lay_anew();
  if (gap) {
    linked = items.size();
    if (!find_last_leg(frame, plan)) return false;
    plan.travel_s += plan.last_leg_s - at.last_leg_s;
    plan.distance_m += plan.last_leg_m - at.last_leg_m;
  }
  if (plan.travel_s > frame.max_travel_s || plan.distance_m > frame.max_distance_m) return lay_anew();
  const Onward onward = go_on(frame, plan, first, durations);
  if (!onward.possible) return lay_anew();
  plan.work_s += plan.travel_s - at.travel_s + durations - durations_before;
  plan.count.cost += pairs + (plan.travel_s - at.travel_s) * weights.per_travel_second +
                     (plan.distance_m - at.distance_m) * weights.per_metre - at.waiting_s * weights.per_waiting_second -
                     at.overtime(frame) * weights.per_overtime_second;
  if (frame.breaks && !rests_stand(tour, plan)) return lay_anew();
  backward(frame, plan, onward.late ? items.size() : std::min(items.size(), linked + 1));
  finish(frame, plan);
  return true;
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
