// Where the rests of a tour stand.
#pragma once

#include <paidan/routing/detail/rich/tour.hpp>

#include <paidan/routing/detail/rich/lateness.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <span>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE unsigned Layer::due(Index tour, std::int32_t leaves, std::int32_t back) const {
  unsigned mask = 0;
  const auto breaks = ground_->dense().shifts.breaks[tour];
  for (std::size_t b = 0; b < breaks.size(); ++b) {
    const std::int32_t latest = ground_->dense().breaks[breaks[b].at()].latest_s;
    if (leaves < latest && back > latest) mask |= 1U << b;
  }
  return mask;
}

/// No rest is due that is not there, and the only one is due and could not stand better.
PAIDAN_INLINE bool Layer::rests_stand(Index tour, const Tour& plan) const {
  const Frame& frame = frames_[tour];
  const Objective& weights = ground_->weights();
  if ((plan.waiting_s > 0 && weights.per_waiting_second > 0) || plan.count.late > 0 || plan.count.honour > 0 ||
      plan.lateness > 0 || (plan.back > frame.due_back && weights.per_overtime_second > 0))
    return false;
  if ((due(tour, plan.leaves, plan.back) & plan.unplaced) != 0) return false;
  const unsigned placed = ~plan.unplaced & ((1U << ground_->dense().shifts.breaks[tour].size()) - 1);
  if (placed == 0) return true;
  if (ground_->dense().shifts.breaks[tour].size() > 1) return false;  // another one might do as well
  // Without it, nothing begins sooner by more than it takes and waits, and whoever has to leave for what stands before
  // it has to leave then as well.
  const auto rest = std::find_if(plan.items.begin(), plan.items.end(), [](const Item& one) { return one.is_rest(); });
  const std::int32_t ready = rest == plan.items.begin() ? frame.opens : (rest - 1)->start + (rest - 1)->duration;
  if (rest->departs < rest->high && plan.back - (rest->start + rest->duration - ready) > rest->high) return true;
  // The day without it.
  std::int32_t t = frame.opens;
  std::int32_t so_far = 0;
  std::int32_t departs = tour_detail::far_away;
  for (const Item& one : plan.items) {
    if (one.is_rest()) continue;
    const std::int32_t start = std::max(t + one.leg_s, one.low);
    so_far += one.leg_s;
    departs = std::min(departs, one.most(start) - so_far);
    so_far += one.duration;
    t = start + one.duration;
  }
  const std::int32_t back = t + plan.last_leg_s;
  return (due(tour, std::min(departs, back - so_far - plan.last_leg_s), back) & placed) != 0;
}

/// Where one rest costs least; with `alone` only where none is due besides it.
PAIDAN_INLINE Layer::Place Layer::find_place(Index tour, const Tour& plan, std::size_t b, const Rates& rates,
                                             bool alone) const {
  const Frame& frame = frames_[tour];
  const std::uint32_t row = ground_->dense().shifts.breaks[tour][b].value;
  const BreakRow& rest = ground_->dense().breaks[row];
  const Objective& weights = ground_->weights();
  const std::vector<Item>& items = plan.items;
  Place best;
  std::int32_t t = frame.opens;
  std::int32_t so_far = 0;
  std::int32_t departs = tour_detail::far_away;
  for (std::size_t g = 0; g <= items.size(); ++g) {
    if (t > rest.latest_s) break;
    const std::int32_t start = std::max(t, rest.earliest_s);
    const std::int32_t end = start + rest.duration_s;
    bool possible = true;
    std::int32_t back = 0;
    std::int32_t most = 0;  // latest start of the rest
    Count more;
    if (g < items.size()) {
      const Item& next = items[g];
      const std::int32_t there = std::max(end + next.leg_s, next.low);
      possible = there <= next.latest;
      if (possible) {
        if (there > next.free) more = tour_detail::more_lateness(*ground_, items, g, end + next.leg_s);
        back = std::max(next.end_least, there + next.to_end);
        most = std::min(next.last, back - next.to_end) - next.leg_s - rest.duration_s;
      }
    } else {
      back = end + plan.last_leg_s;
      possible = back <= frame.latest_back;
      most = end - rest.duration_s;
    }
    if (possible) {
      const std::int32_t leaves = std::min(departs, std::max(start, std::min(rest.latest_s, most)) - so_far);
      possible = !alone || (due(tour, leaves, back) & ~(1U << b)) == 0;
      const std::int64_t overtime = std::max(0, back - frame.due_back);
      const std::int64_t idle = std::int64_t{back} - leaves - rest.duration_s;
      more.cost += idle * weights.per_waiting_second + overtime * weights.per_overtime_second;
      const std::int64_t price = rates.price(more);
      if (possible && price < best.price) best = {price, g};
    }
    if (g == items.size()) break;
    const Item& one = items[g];
    so_far += one.leg_s;
    departs = std::min(departs, one.most(one.start) - so_far);
    so_far += one.duration;
    t = one.start + one.duration;
  }
  return best;
}

/// Puts a rest there, and tells the times again.
PAIDAN_INLINE bool Layer::put_rest(Index tour, Tour& plan, std::size_t b, std::size_t gap) const {
  const Frame& frame = frames_[tour];
  const std::uint32_t row = ground_->dense().shifts.breaks[tour][b].value;
  const BreakRow& rest = ground_->dense().breaks[row];
  Item item;
  item.place = gap > 0 ? plan.items[gap - 1].place : frame.start_place;
  item.duration = rest.duration_s;
  item.low = rest.earliest_s;
  item.high = rest.latest_s;
  item.due = tour_detail::far_away;
  item.row = row;
  item.paid = rest.paid;
  plan.items.insert(plan.items.begin() + static_cast<std::ptrdiff_t>(gap), item);
  plan.unplaced &= ~(1U << b);
  if (!forward(tour, plan)) return false;
  backward(frame, plan, plan.items.size());
  return true;
}

/// One rest where it leaves the others not due, if that can be.
PAIDAN_INLINE bool Layer::place_alone(Index tour, Tour& plan, const Rates& rates) const {
  Place best;
  std::size_t chosen = 0;
  const auto breaks = ground_->dense().shifts.breaks[tour];
  const auto latest = [&](std::size_t b) { return ground_->dense().breaks[breaks[b].at()].latest_s; };
  const unsigned open = due(tour, plan.leaves, plan.back);
  for (std::size_t b = 0; b < breaks.size(); ++b) {
    // Rests only delay the end: another one is due no longer only for who leaves after it, resting first.
    bool possible = true;
    for (std::size_t other = 0; other < breaks.size(); ++other)
      possible = possible && (other == b || (open >> other & 1U) == 0 || latest(b) >= latest(other));
    if (!possible) continue;
    const Place place = find_place(tour, plan, b, rates, true);
    if (place.price >= best.price) continue;
    best = place;
    chosen = b;
  }
  return best.gap != no_gap && put_rest(tour, plan, chosen, best.gap);
}

/// The rests that are due, one after the other, each where it costs least; of several, the first in this order.
PAIDAN_INLINE bool Layer::place_each(Index tour, Tour& plan, const Rates& rates,
                                     std::span<const std::size_t> order) const {
  for (std::size_t round = 0; round < order.size(); ++round) {
    const unsigned open = due(tour, plan.leaves, plan.back) & plan.unplaced;
    if (open == 0) break;
    const std::size_t b =
        *std::find_if(order.begin(), order.end(), [&](std::size_t one) { return (open >> one & 1U) != 0; });
    const Place place = find_place(tour, plan, b, rates, false);
    if (place.gap == no_gap || !put_rest(tour, plan, b, place.gap)) return false;
  }
  return (due(tour, plan.leaves, plan.back) & plan.unplaced) == 0;
}

/// In all orders and places.
PAIDAN_INLINE bool Layer::place_by_clock(Index tour, Tour& plan) {
  const routing::Frame bounds = read_steps(tour, plan);
  const Timing timing = clock_.time(bounds, steps_);
  const auto breaks = ground_->dense().shifts.breaks[tour];
  for (std::size_t r = 0; r < timing.rest_count; ++r) {
    const auto b = std::find(breaks.begin(), breaks.end(), timing.rests[r].break_row) - breaks.begin();
    if (!put_rest(tour, plan, static_cast<std::size_t>(b), timing.rests[r].gap + r)) return false;
  }
  return timing.feasible;
}

/// The fewest rests that leave none due. Of more than two the clock tries everything where that is little, at once or
/// where nothing else is found; a longer tour whose rests do not fit one after the other, in any order, is given up.
PAIDAN_INLINE bool Layer::place_rests(Index tour, Tour& plan, const Rates& rates) {
  const std::size_t count = ground_->dense().shifts.breaks[tour].size();
  const unsigned all = (1U << count) - 1;
  plan.unplaced = all;
  if (due(tour, plan.leaves, plan.back) == 0) return true;
  constexpr Index few = 4;
  constexpr Index many = 8;
  const Index visits = plan.visits;
  if (count > 2 && visits <= few) return place_by_clock(tour, plan);
  if (count > 1 && place_alone(tour, plan, rates)) return true;
  const auto begin_again = [&] {
    strip(plan);
    plan.unplaced = all;
    forward(tour, plan);
    backward(frames_[tour], plan, plan.items.size());
  };
  std::array<std::size_t, most_breaks> room{};
  const std::span<std::size_t> order(room.data(), count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  // One may take the only place of another: then in another order.
  while (!place_each(tour, plan, rates, order)) {
    if (std::next_permutation(order.begin(), order.end())) {
      begin_again();
    } else {
      if (count <= 2 || visits > many) return false;
      begin_again();
      return place_by_clock(tour, plan);
    }
  }
  return true;
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
