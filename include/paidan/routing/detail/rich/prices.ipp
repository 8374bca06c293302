// What changes of a plan would cost: the part of State that a search spends its time in.
#pragma once

#include <paidan/routing/detail/rich/state.hpp>

#include <paidan/routing/detail/rich/lateness.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE bool State::build(Index tour, std::span<const Index> visits, Tour& plan) {
  drafted_ = {};
  plan.items.clear();
  for (const Index order : visits) {
    if (!ground_->may(order, tour)) return false;
    plan.items.push_back(layer_.item(tour, order));
    // A call may mend a way that there is not.
    if (!ground_->depots() && !layer_.link(tour, plan.items, plan.items.size() - 1)) return false;
  }
  return layer_.lay(tour, plan, rates_, stock(tour));
}

/// The tour with these orders before one of its items, in the draft.
PAIDAN_INLINE bool State::draft(std::span<const Index> orders, Index tour, std::size_t gap) {
  const Tour& at = tours_[tour];
  drafted_ = {};
  draft_.items.assign(at.items.begin(), at.items.end());
  for (std::size_t i = 0; i < orders.size(); ++i)
    draft_.items.insert(draft_.items.begin() + static_cast<std::ptrdiff_t>(gap + i), layer_.item(tour, orders[i]));
  for (std::size_t i = gap; i < draft_.items.size(); ++i) {
    if (!layer_.link(tour, draft_.items, i)) return ground_->depots() && layer_.lay(tour, draft_, rates_, stock(tour));
    if (i >= gap + orders.size() && draft_.items[i].is_visit()) break;
  }
  draft_.unplaced = at.unplaced;
  if (!layer_.lay_again(tour, draft_, rates_, stock(tour))) return false;
  if (orders.size() == 1) drafted_ = {orders.front(), tour, gap};
  return true;
}

/// Price of the draft in place of the tour, less the tour's.
PAIDAN_INLINE std::int64_t State::more_with(Index tour) const {
  Count more = draft_.count;
  more -= tours_[tour].count;
  more.cost += fairness_more(layer_.frame(tour).technician, draft_.work_s - tours_[tour].work_s);
  if (const std::int64_t weight = ground_->weights().per_worst_lateness_second; weight > 0)
    more.cost += weight * (std::max(worst_beside(tour), draft_.worst_s) - worst_s_);
  if (!ground_->links() || held_) return rates_.price(more);
  const std::int64_t others = push_price(draft_);
  return others == impossible ? impossible : rates_.price(more) + others;
}

PAIDAN_INLINE std::int64_t State::try_gap(const Probe& probe, Index tour, std::size_t gap, std::int64_t most) {
  const Index order = probe.order;
  const Tour& at = tours_[tour];
  const Frame& frame = layer_.frame(tour);
  const VisitRow& visit = ground_->visit(order);
  const Objective& weights = ground_->weights();
  const Item* const items = at.items.data();
  const std::size_t count = at.items.size();
  const Item* const behind = gap > 0 ? items + gap - 1 : nullptr;  // what the order would stand behind
  const Index before = behind != nullptr ? behind->place : frame.start_place;
  const bool at_end = gap == count;
  // The stop that is reached from here: behind a rest, the next visit.
  std::size_t next = gap;
  bool waits = false;  // a rest does, for its time
  for (; next < count && items[next].is_rest(); ++next)
    waits = waits || items[next].start > (next > 0 ? items[next - 1].start + items[next - 1].duration : frame.opens);
  const bool last = next == count;
  const std::int32_t old_s = last ? at.last_leg_s : items[next].leg_s;
  const std::int32_t old_m = last ? at.last_leg_m : items[next].leg_m;
  // Before any way is looked up: too late already, or too late for what comes behind, however near it is. Nothing is
  // said where the setup of what comes behind may fall away, or where it may begin sooner: from a nearer place, or
  // where the way is driven while a rest would wait.
  const std::int32_t leaves = behind != nullptr ? behind->start + behind->duration : frame.opens;
  if (leaves > probe.high) return impossible;
  const bool beside_next = !last && items[next].place == probe.place;
  const bool hastens = beside_next || waits || (!last && items[next].by_release);
  // … besides the way that the detour replaces.
  const std::int64_t saved = savable(at);
  if (leaves > visit.due && !hastens) {
    const std::int64_t late = rates_.price(tour_detail::lateness_of(*ground_, order, leaves));
    const std::int64_t way = old_s * probe.per_second + old_m * probe.per_metre;
    if (late + probe.least_pair_cost - saved - way >= most) return impossible;
  }
  if (!at_end && !beside_next && std::max(leaves, probe.low) > items[gap].latest) return impossible;
  // What the items' numbers do not tell.
  const auto laid_out = [&] {
    const bool possible = draft({&order, 1}, tour, gap) && supplied(tour, draft_);
    const std::int64_t price = possible ? more_with(tour) : impossible;
    return price < most ? price : impossible;
  };
  // A call that the order needs may be the only way to it.
  const auto mended = [&] {
    const bool may = ground_->depots() && !at_hand(tour, gap, order) && (!visit.stock || stock_left(tour, order));
    return may ? laid_out() : impossible;
  };
  const constraints::Hop out = way_to(probe, tour, before);
  if (!out.reachable()) return mended();
  constraints::Hop on{0, 0};
  if (const Index there = last ? frame.end_place : items[next].place; there != none) on = way_from(probe, tour, there);
  if (!on.reachable()) return impossible;
  const std::int64_t travel = std::int64_t{out.seconds} + on.seconds - old_s;
  const std::int64_t distance = std::int64_t{out.metres} + on.metres - old_m;
  std::int64_t fixed = travel * probe.per_second + distance * probe.per_metre;
  // What begins sooner may save anything, and so may a detour that is shorter than the way.
  const bool delays = travel >= 0 && !hastens;
  if (delays && fixed + probe.least_pair_cost - saved >= most) return impossible;
  fixed += ground_->pair_cost(order, tour) + (at.visits == 0 ? frame.fixed_cost : 0);
  if (delays && fixed - saved >= most) return impossible;
  if (std::cmp_greater_equal(at.visits, frame.max_jobs)) return impossible;
  if (at.travel_s + travel > frame.max_travel_s || at.distance_m + distance > frame.max_distance_m) return impossible;
  if (on.seconds > frame.max_leg_s) return impossible;
  if (out.seconds > frame.max_leg_s) return mended();
  const std::int32_t start = std::max(leaves + out.seconds, layer_.low_after(order, out.seconds));
  if (start > probe.high) return impossible;
  std::int64_t duration = ground_->context().service_s(frame.technician, order);
  const bool beside_same = before == probe.place;
  if (visit.setup) {
    std::size_t i = gap;
    while (i > 0 && items[i - 1].is_rest()) --i;
    const bool shared = beside_same && i > 0 && items[i - 1].is_visit();
    if (!shared) duration += ground_->context().setup_s(frame.technician, order);
  }
  if (duration > too_long) return impossible;
  const auto service = static_cast<std::int32_t>(duration);
  if (visit.stock && !stock_left(tour, order)) return impossible;
  const bool calls = ground_->depots() && !at_hand(tour, gap, order);
  if (calls && delays && fixed + call_least(tour, order, before, out) - saved >= most) return impossible;
  // The next visit's setup falls away, or comes back.
  const bool next_setup = !last && items[next].is_visit() && ground_->visit(items[next].order).setup &&
                          (items[next].place == probe.place || items[next].place == before);
  if (!at.exact || calls || next_setup || !layer_.is_sure(tour, order)) {
    if (at_end && start + service + on.seconds > frame.latest_back) return impossible;
    return laid_out();
  }
  Count more = start > visit.due ? tour_detail::lateness_of(*ground_, order, start) : Count{};
  more.cost += weights.per_worst_lateness_second * std::max<std::int64_t>(0, start - visit.due - worst_s_);
  // Rests behind the gap stand where they stand, as long as they can.
  std::int32_t ready = start + service;
  for (std::size_t i = gap; i < next; ++i) {
    if (ready > items[i].high) return laid_out();
    ready = std::max(ready, items[i].low) + items[i].duration;
  }
  std::int32_t back = ready + on.seconds;
  std::int32_t most_start = ready;
  if (last) {
    if (back > frame.latest_back) return at_end ? impossible : laid_out();
  } else {
    const Item& item = items[next];
    const std::int32_t low = item.is_visit() ? layer_.low_after(item.order, on.seconds) : item.low;
    const std::int32_t there = std::max(back, low);
    if (there > item.latest) return next == gap ? impossible : laid_out();
    // Later behind costs more; sooner, because a rest waits meanwhile, may cost less.
    if (there > item.free || low != item.low || (next != gap && there < item.start)) return laid_out();
    back = std::max(item.end_least, there + item.to_end);
    most_start = std::min(item.last, back - item.to_end) - on.seconds;
  }
  for (std::size_t i = next; i-- > gap;) most_start = std::min(items[i].high, most_start - items[i].duration);
  most_start -= service;
  std::int32_t so_far = 0;
  std::int32_t departs = tour_detail::far_away;
  if (behind != nullptr) {
    so_far = behind->so_far + behind->duration;
    departs = std::min(behind->departs, behind->most(behind->start) - behind->so_far);
  }
  const std::int32_t latest_own = std::min(probe.high, std::max(start, visit.due));
  const std::int32_t begins = std::min(departs, std::min(latest_own, most_start) - so_far - out.seconds);
  if (at.unplaced != 0) {
    const auto breaks = ground_->dense().shifts.breaks[tour];
    for (std::size_t b = 0; b < breaks.size(); ++b) {
      const std::int32_t latest = ground_->dense().breaks[breaks[b].at()].latest_s;
      if ((at.unplaced >> b & 1U) != 0 && begins < latest && back > latest) return laid_out();
    }
  }
  const std::int64_t old_span = at.visits == 0 ? 0 : std::int64_t{at.back} - at.leaves;
  const std::int64_t waiting = std::int64_t{back} - begins - old_span - travel - service;
  const std::int64_t overtime =
      std::int64_t{std::max(0, back - frame.due_back)} - std::max(0, at.back - frame.due_back);
  more.cost += fixed + waiting * weights.per_waiting_second + overtime * weights.per_overtime_second +
               fairness_more(frame.technician, travel + service);
  const std::int64_t price = rates_.price(more);
  return price < most ? price : impossible;
}

PAIDAN_INLINE std::int64_t State::price_at(const Probe& probe, Index tour, std::size_t gap, std::int32_t& start) const {
  const Index order = probe.order;
  const Tour& at = tours_[tour];
  const Frame& frame = layer_.frame(tour);
  const VisitRow& visit = ground_->visit(order);
  const Objective& weights = ground_->weights();
  const std::vector<Item>& items = at.items;
  const Index before = gap > 0 ? items[gap - 1].place : frame.start_place;
  std::size_t next = gap;
  while (next < items.size() && items[next].is_rest()) ++next;
  const bool last = next == items.size();
  if (std::cmp_greater_equal(at.visits, frame.max_jobs)) return impossible;
  const constraints::Hop out = way_to(probe, tour, before);
  constraints::Hop on{0, 0};
  if (const Index there = last ? frame.end_place : items[next].place; there != none) on = way_from(probe, tour, there);
  if (!out.reachable() || !on.reachable() || out.seconds > frame.max_leg_s || on.seconds > frame.max_leg_s)
    return impossible;
  const std::int64_t travel = std::int64_t{out.seconds} + on.seconds - (last ? at.last_leg_s : items[next].leg_s);
  const std::int64_t distance = std::int64_t{out.metres} + on.metres - (last ? at.last_leg_m : items[next].leg_m);
  if (at.travel_s + travel > frame.max_travel_s || at.distance_m + distance > frame.max_distance_m) return impossible;
  const std::int32_t leaves = gap > 0 ? items[gap - 1].start + items[gap - 1].duration : frame.opens;
  start = std::max({start, leaves + out.seconds, layer_.low_after(order, out.seconds)});
  if (start > visit.high) return impossible;
  std::int64_t price = travel * probe.per_second + distance * probe.per_metre + ground_->pair_cost(order, tour) +
                       (at.visits == 0 ? frame.fixed_cost : 0);
  if (start > visit.due) price += rates_.price(tour_detail::lateness_of(*ground_, order, start));
  price += weights.per_worst_lateness_second * std::max<std::int64_t>(0, start - visit.due - worst_s_);
  const std::int64_t others = push_price(order, start);
  if (others == impossible) return impossible;
  price += others;
  std::int32_t ready = start + ground_->context().service_s(frame.technician, order);
  for (std::size_t i = gap; i < next; ++i) ready = std::max(ready, items[i].low) + items[i].duration;
  ready += on.seconds;
  if (last) {
    if (ready > frame.latest_back) return impossible;
    const std::int64_t overtime = std::int64_t{std::max(0, ready - frame.due_back)} - at.overtime(frame);
    return price + std::max<std::int64_t>(0, overtime) * weights.per_overtime_second;
  }
  if (ready > items[next].latest) return impossible;
  const std::int64_t rate = ground_->in_order() ? rates_.late : weights.per_lateness_second;
  return price + std::max(0, ready - items[next].free) * rate;
}

PAIDAN_INLINE std::int64_t State::try_sequence(Index tour, std::span<const Index> visits) {
  return build(tour, visits, draft_) ? more_with(tour) : impossible;
}

PAIDAN_INLINE std::int64_t State::tails_least(Index visit, Index other) const {
  const Index a = slots_[visit].tour;
  const Index b = slots_[other].tour;
  const Tour& first = tours_[a];
  const Tour& second = tours_[b];
  const std::vector<Item>& mine = first.items;
  const std::vector<Item>& others = second.items;
  const std::size_t cut = slots_[visit].position;
  std::size_t next = slots_[other].position + std::size_t{1};
  while (next < others.size() && !others[next].is_visit()) ++next;
  const Objective& weights = ground_->weights();
  const Frame& frame_a = layer_.frame(a);
  const Frame& frame_b = layer_.frame(b);
  // The visit too late behind the other, by the earliest times?
  const Item& at = others[slots_[other].position];
  const constraints::Hop here = layer_.hop(frame_b, at.place, mine[cut].place);
  if (!here.reachable() || at.start + at.duration > ground_->visit(visit).high - here.seconds) return impossible;
  std::int64_t price = 0;
  const auto leg = [&](std::int32_t seconds, std::int32_t metres, int sign) {
    price += sign * (seconds * weights.per_travel_second + metres * weights.per_metre);
  };
  leg(here.seconds, here.metres, 1);
  leg(mine[cut].leg_s, mine[cut].leg_m, -1);
  if (next < others.size()) {
    const Index before = cut > 0 ? mine[cut - 1].place : frame_a.start_place;
    const constraints::Hop there = layer_.hop(frame_a, before, others[next].place);
    if (!there.reachable()) return impossible;
    const std::int32_t leaves = cut > 0 ? mine[cut - 1].start + mine[cut - 1].duration : frame_a.opens;
    if (leaves > ground_->visit(others[next].order).high - there.seconds) return impossible;
    leg(there.seconds, there.metres, 1);
    leg(others[next].leg_s, others[next].leg_m, -1);
  }
  // What may become less: waiting, lateness, last legs, pairs; fairness, and what the first tour costs if it is left.
  price -= first.savable(weights) + second.savable(weights) + first.lateness + second.lateness;
  if (ground_->context().has_fairness()) {
    for (const Frame* frame : {&frame_a, &frame_b}) price -= ground_->context().fairness(work_[frame->technician]);
  }
  const bool left = next == others.size() && std::none_of(mine.begin(), mine.begin() + static_cast<std::ptrdiff_t>(cut),
                                                          [](const Item& one) { return one.is_visit(); });
  if (left) price -= frame_a.fixed_cost;
  // … and ways at another pace.
  const bool same_pace = frame_a.ways != nullptr && frame_a.ways == frame_b.ways;
  leg(first.last_leg_s, first.last_leg_m, -1);
  leg(second.last_leg_s, second.last_leg_m, -1);
  const auto last_leg = [&](const Frame& frame, const Item* last) {
    if (frame.end_place == none || last == nullptr) return;
    const constraints::Hop home = layer_.hop(frame, last->place, frame.end_place);
    if (home.reachable()) leg(home.seconds, home.metres, 1);
  };
  last_leg(frame_a, next < others.size() ? &others.back() : left ? nullptr : &mine[cut - 1]);
  last_leg(frame_b, &mine.back());
  for (std::size_t i = cut; i < mine.size(); ++i) {
    if (!mine[i].is_visit()) continue;
    if (!ground_->may(mine[i].order, b)) return impossible;
    if (!same_pace && i > cut) leg(mine[i].leg_s, mine[i].leg_m, -1);
    price += ground_->least_pair_cost(mine[i].order) - mine[i].pair_cost;
  }
  for (std::size_t i = next; i < others.size(); ++i) {
    if (!others[i].is_visit()) continue;
    if (!ground_->may(others[i].order, a)) return impossible;
    if (!same_pace && i > next) leg(others[i].leg_s, others[i].leg_m, -1);
    price += ground_->least_pair_cost(others[i].order) - others[i].pair_cost;
  }
  // A call may no longer be needed.
  for (const Tour* tour : {&first, &second}) {
    for (std::size_t i = 0; tour->depot != none && i < tour->items.size(); ++i) {
      if (!tour->items[i].call) continue;
      leg(tour->items[i].leg_s, tour->items[i].leg_m, -1);
      if (i + 1 < tour->items.size()) leg(tour->items[i + 1].leg_s, tour->items[i + 1].leg_m, -1);
    }
  }
  if (first.worst_s == worst_s_ || second.worst_s == worst_s_) price -= worst_s_ * weights.per_worst_lateness_second;
  // Overtime, lateness in its place, and what is not served as promised may become less, too.
  price -= rates_.price({first.count.honour + second.count.honour, first.count.late + second.count.late, 0});
  return price - (first.overtime(frame_a) + second.overtime(frame_b)) * weights.per_overtime_second;
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
