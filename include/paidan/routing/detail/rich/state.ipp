#pragma once

#include <paidan/routing/detail/rich/state.hpp>

#include <paidan/routing/detail/rich/tour.ipp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE State::State(const Ground& ground) : ground_(&ground), layer_(ground) {
  const Dense& dense = ground.dense();
  const Index orders = ground.visit_count();
  slots_.resize(orders);
  missing_.resize(orders);
  for (Index order = 0; order < orders; ++order) {
    Count& count = missing_[order];
    if (ground.in_order()) {
      count.honour = dense.orders.honour[order];
      if (ground.visit(order).agreed_until < time_limit_s) count.late = ground.weights().lateness_cap.seconds;
    } else {
      count.cost = dense.orders.unserved_cost[order];
    }
    leave_out(order);
  }
  work_ = dense.technicians.load_carried_s;
  for (const std::int64_t seconds : work_) count_.cost += ground.context().fairness(seconds);
  any_parts_ = !dense.orders.parts.values.empty();
  if (any_parts_) {
    stock_left_.assign(dense.technicians.stock.values.size(), 0);
    for (std::size_t t = 0; t < work_.size(); ++t) {
      for (const PartNeed& row : dense.technicians.stock[t])
        stock_left_[stock_row(static_cast<Index>(t), row.part)] += row.quantity;
    }
  }
  tours_.resize(ground.tour_count());
  for (Index tour = 0; tour < tours_.size(); ++tour) layer_.lay(tour, tours_[tour], rates_);
  touched_at_.assign(tours_.size(), 0);
  begin();
}

PAIDAN_INLINE void State::leave_out(Index order) {
  slots_[order].tour = none;
  slots_[order].position = static_cast<Index>(absent_.size());
  absent_.push_back(order);
  count_ += missing_[order];
}

PAIDAN_INLINE void State::take_in(Index order) {
  const Index at = slots_[order].position;
  absent_[at] = absent_.back();
  slots_[absent_[at]].position = at;
  absent_.pop_back();
  count_ -= missing_[order];
}

PAIDAN_INLINE std::size_t State::stock_row(Index technician, PartIndex part) const {
  const TechnicianColumns& technicians = ground_->dense().technicians;
  const auto stock = technicians.stock[technician];
  std::size_t row = 0;
  while (row < stock.size() && stock[row].part != part) ++row;
  return technicians.stock.offsets[technician] + row;
}

PAIDAN_INLINE bool State::parts_left(Index technician, Index order) const {
  for (const PartNeed& need : ground_->dense().orders.parts[order]) {
    if (stock_left_[stock_row(technician, need.part)] < need.quantity) return false;
  }
  return true;
}

PAIDAN_INLINE void State::use_parts(Index technician, Index order, std::int64_t sign) {
  for (const PartNeed& need : ground_->dense().orders.parts[order])
    stock_left_[stock_row(technician, need.part)] -= sign * need.quantity;
}

PAIDAN_INLINE void State::use_parts(Index tour, const Tour& plan, std::int64_t sign) {
  if (!any_parts_) return;
  for (const Item& one : plan.items) {
    if (one.is_visit() && ground_->visit(one.order).parts) use_parts(layer_.frame(tour).technician, one.order, sign);
  }
}

PAIDAN_INLINE std::int64_t State::fairness_more(Index technician, std::int64_t more_s) const {
  if (!ground_->context().has_fairness()) return 0;
  return ground_->context().fairness(work_[technician] + more_s) - ground_->context().fairness(work_[technician]);
}

PAIDAN_INLINE void State::begin() {
  ++step_;
  saved_count_ = 0;
}

PAIDAN_INLINE void State::touch(Index tour) {
  if (touched(tour)) return;
  touched_at_[tour] = step_;
  if (saved_count_ == saved_.size()) saved_.emplace_back();
  Saved& one = saved_[saved_count_++];
  one.tour = tour;
  one.plan = tours_[tour];
}

PAIDAN_INLINE void State::put(Index tour, Tour& plan) {
  Tour& at = tours_[tour];
  const Index technician = layer_.frame(tour).technician;
  used_ += static_cast<Index>(plan.visits > 0) - static_cast<Index>(at.visits > 0);
  count_ -= at.count;
  count_ += plan.count;
  if (plan.work_s != at.work_s) {
    count_.cost += fairness_more(technician, plan.work_s - at.work_s);
    work_[technician] += plan.work_s - at.work_s;
  }
  std::swap(at, plan);
  describe(tour);
}

/// What the tour's visits tell their neighbours.
PAIDAN_INLINE void State::describe(Index tour) {
  const Tour& at = tours_[tour];
  const Frame& frame = layer_.frame(tour);
  const Objective& weights = ground_->weights();
  // Waiting and what moved starts cost can become less, whatever the detour.
  const std::int64_t saved = at.waiting_s * weights.per_waiting_second + at.change;
  const auto way = [&](std::int32_t seconds, std::int32_t metres) {
    return seconds * weights.per_travel_second + metres * weights.per_metre + saved;
  };
  std::int32_t leaves = frame.opens;
  Index before = frame.start_place;
  const std::size_t count = at.items.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Item& one = at.items[i];
    const std::int32_t leaves_before = std::exchange(leaves, one.start + one.duration);
    const Index place_before = std::exchange(before, one.place);
    if (!one.is_visit()) continue;
    Slot& slot = slots_[one.order];
    slot.tour = tour;
    slot.position = static_cast<Index>(i);
    slot.leaves_before = leaves_before;
    slot.leaves = leaves;
    slot.latest = one.latest;
    slot.place = one.place;
    slot.by_release = one.by_release;
    slot.place_before = place_before;
    slot.way_before_s = one.leg_s;
    slot.way_before = way(one.leg_s, one.leg_m);
    if (i + 1 == count) {
      slot.latest_next = tour_detail::far_away;
      slot.place_next = frame.end_place;
      slot.way_next_s = at.last_leg_s;
      slot.way_next = way(at.last_leg_s, at.last_leg_m);
    } else {
      const Item& next = at.items[i + 1];
      slot.latest_next = next.latest;
      slot.place_next = next.is_visit() && !next.by_release ? next.place : none;
      slot.way_next_s = next.leg_s;
      slot.way_next = way(next.leg_s, next.leg_m);
    }
  }
}

PAIDAN_INLINE void State::rollback() {
  // Visits of the touched tours leave first, so that none is in two places.
  for (std::size_t i = 0; i < saved_count_; ++i) {
    for (const Item& one : tours_[saved_[i].tour].items) {
      if (one.is_visit()) leave_out(one.order);
    }
    use_parts(saved_[i].tour, tours_[saved_[i].tour], -1);
    use_parts(saved_[i].tour, saved_[i].plan, 1);
  }
  for (std::size_t i = saved_count_; i-- > 0;) {
    Saved& one = saved_[i];
    for (const Item& item : one.plan.items) {
      if (item.is_visit()) take_in(item.order);
    }
    put(one.tour, one.plan);
  }
  begin();
}

PAIDAN_INLINE bool State::build(Index tour, std::span<const Index> visits, Tour& plan) {
  plan.items.clear();
  for (const Index order : visits) {
    if (!ground_->may(order, tour)) return false;
    plan.items.push_back(layer_.item(tour, order));
    if (!layer_.link(tour, plan.items, plan.items.size() - 1)) return false;
  }
  return layer_.lay(tour, plan, rates_);
}

PAIDAN_INLINE std::int64_t State::try_draft(Index order, Index tour, std::size_t gap) {
  const Tour& at = tours_[tour];
  draft_.items.assign(at.items.begin(), at.items.end());
  draft_.items.insert(draft_.items.begin() + static_cast<std::ptrdiff_t>(gap), layer_.item(tour, order));
  for (std::size_t i = gap; i < draft_.items.size(); ++i) {
    if (!layer_.link(tour, draft_.items, i)) return impossible;
    if (i > gap && draft_.items[i].is_visit()) break;
  }
  draft_.unplaced = at.unplaced;
  if (!layer_.lay_again(tour, draft_, rates_)) return impossible;
  Count more = draft_.count;
  more -= at.count;
  more.cost += fairness_more(layer_.frame(tour).technician, draft_.work_s - at.work_s);
  if (more.honour >= 0) return rates_.price(more);
  return more.cost + more.late * rates_.late - rates_.honour(-more.honour);
}

PAIDAN_INLINE std::int64_t State::try_gap(Index order, Index tour, std::size_t gap, std::int64_t most) {
  const Tour& at = tours_[tour];
  const Frame& frame = layer_.frame(tour);
  const VisitRow& visit = ground_->visit(order);
  const Objective& weights = ground_->weights();
  const std::vector<Item>& items = at.items;
  const Index before = gap > 0 ? items[gap - 1].place : frame.start_place;
  const bool at_end = gap == items.size();
  // The stop that is reached from here: behind a rest, the next visit.
  std::size_t next = gap;
  while (next < items.size() && !items[next].is_visit()) ++next;
  const std::int32_t old_s = next < items.size() ? items[next].leg_s : at.last_leg_s;
  const std::int32_t old_m = next < items.size() ? items[next].leg_m : at.last_leg_m;
  // Before any way is looked up: too late already, or too late for what comes behind, however near it is. Nothing is
  // said where the setup of what comes behind may fall away, or where it may begin sooner from a nearer place.
  const std::int32_t leaves = gap > 0 ? items[gap - 1].start + items[gap - 1].duration : frame.opens;
  if (leaves > visit.high) return impossible;
  const bool beside_next = next < items.size() && items[next].place == visit.place;
  const bool hastens = beside_next || (next < items.size() && items[next].by_release);
  // What can become less: waiting, what moved starts cost, and the way that the detour replaces.
  const std::int64_t saved = at.waiting_s * weights.per_waiting_second + at.change;
  if (leaves > visit.due && !hastens) {
    const std::int64_t late = rates_.price(tour_detail::lateness_of(*ground_, order, leaves));
    const std::int64_t way = old_s * weights.per_travel_second + old_m * weights.per_metre;
    if (late + ground_->least_pair_cost(order) - saved - way >= most) return impossible;
  }
  if (!at_end && !beside_next && std::max(leaves, visit.low) > items[gap].latest) return impossible;
  const constraints::Hop out = layer_.hop_to(frame, visit.place, before);
  if (!out.reachable()) return impossible;
  constraints::Hop on{0, 0};
  if (next < items.size() || frame.end_place != none)
    on = layer_.hop(frame, visit.place, next < items.size() ? items[next].place : frame.end_place);
  if (!on.reachable()) return impossible;
  const std::int64_t travel = std::int64_t{out.seconds} + on.seconds - old_s;
  const std::int64_t distance = std::int64_t{out.metres} + on.metres - old_m;
  std::int64_t fixed = travel * weights.per_travel_second + distance * weights.per_metre;
  // What begins sooner may save anything, and so may a detour that is shorter than the way.
  const bool delays = travel >= 0 && !hastens;
  if (delays && fixed + ground_->least_pair_cost(order) - saved >= most) return impossible;
  fixed += ground_->pair_cost(order, tour) + (at.visits == 0 ? frame.fixed_cost : 0);
  if (delays && fixed - saved >= most) return impossible;
  if (std::cmp_greater_equal(at.visits, frame.max_jobs)) return impossible;
  if (at.travel_s + travel > frame.max_travel_s || at.distance_m + distance > frame.max_distance_m) return impossible;
  if (out.seconds > too_long || on.seconds > too_long) return impossible;
  const std::int32_t start = std::max(leaves + out.seconds, std::max(visit.low, visit.release + out.seconds));
  if (start > visit.high) return impossible;
  std::int64_t duration = ground_->context().service_s(frame.technician, order);
  const bool beside_same = before == visit.place;
  if (visit.setup) {
    bool shared = false;
    for (std::size_t i = gap; i > 0 && beside_same && !shared; --i) shared = items[i - 1].is_visit();
    if (!shared) duration += ground_->context().setup_s(frame.technician, order);
  }
  if (duration > too_long) return impossible;
  const auto service = static_cast<std::int32_t>(duration);
  if (visit.parts && !parts_left(frame.technician, order)) return impossible;
  // The next visit's setup falls away, or comes back.
  const bool next_setup = next < items.size() && ground_->visit(items[next].order).setup &&
                          (items[next].place == visit.place || items[next].place == before);
  if (!at.exact || next != gap || !visit.one_window || visit.keeps_start || next_setup) {
    if (at_end && start + service + on.seconds > frame.latest_back) return impossible;
    const std::int64_t price = try_draft(order, tour, gap);
    return price < most ? price : impossible;
  }
  Count more = start > visit.due ? tour_detail::lateness_of(*ground_, order, start) : Count{};
  std::int32_t back = 0;
  std::int32_t most_start = 0;
  if (at_end) {
    back = start + service + on.seconds;
    if (back > frame.latest_back) return impossible;
    most_start = back - on.seconds - service;
  } else {
    const Item& item = items[gap];
    std::int32_t low = item.low;
    if (const std::int32_t release = ground_->visit(item.order).release; release > -time_limit_s)
      low = std::max(ground_->visit(item.order).low, release + on.seconds);
    const std::int32_t there = std::max(start + service + on.seconds, low);
    if (there > item.latest) return impossible;
    if (there > item.free || low != item.low) {
      const std::int64_t price = try_draft(order, tour, gap);
      return price < most ? price : impossible;
    }
    back = std::max(item.end_least, there + item.to_end);
    most_start = std::min(item.last, back - item.to_end) - on.seconds - service;
  }
  const std::int32_t so_far = gap > 0 ? items[gap - 1].so_far + items[gap - 1].duration : 0;
  std::int32_t departs = tour_detail::far_away;
  if (gap > 0) {
    const Item& item = items[gap - 1];
    departs = std::min(item.departs, std::min(item.high, std::max(item.start, item.due)) - item.so_far);
  }
  const std::int32_t latest_own = std::min(visit.high, std::max(start, visit.due));
  const std::int32_t begins = std::min(departs, std::min(latest_own, most_start) - so_far - out.seconds);
  if (at.unplaced != 0) {
    const auto breaks = ground_->dense().shifts.breaks[tour];
    for (std::size_t b = 0; b < breaks.size(); ++b) {
      const std::int32_t latest = ground_->dense().breaks[breaks[b].at()].latest_s;
      if ((at.unplaced >> b & 1U) != 0 && begins < latest && back > latest) {
        const std::int64_t price = try_draft(order, tour, gap);
        return price < most ? price : impossible;
      }
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

PAIDAN_INLINE bool State::insert(Index order, const Spot& spot) { return insert_chain({&order, 1}, spot); }

PAIDAN_INLINE bool State::insert_chain(std::span<const Index> orders, const Spot& spot) {
  const Tour& at = tours_[spot.tour];
  draft_.items.assign(at.items.begin(), at.items.end());
  for (std::size_t i = 0; i < orders.size(); ++i) {
    draft_.items.insert(draft_.items.begin() + static_cast<std::ptrdiff_t>(spot.gap + i),
                        layer_.item(spot.tour, orders[i]));
  }
  for (std::size_t i = spot.gap; i < draft_.items.size(); ++i) {
    if (!layer_.link(spot.tour, draft_.items, i)) return false;
    if (i >= spot.gap + orders.size() && draft_.items[i].is_visit()) break;
  }
  draft_.unplaced = at.unplaced;
  if (!layer_.lay_again(spot.tour, draft_, rates_)) return false;
  if (any_parts_) {
    const Index technician = layer_.frame(spot.tour).technician;
    std::size_t taken = 0;
    while (taken < orders.size() && parts_left(technician, orders[taken])) use_parts(technician, orders[taken++], 1);
    if (taken < orders.size()) {
      while (taken > 0) use_parts(technician, orders[--taken], -1);
      return false;
    }
  }
  touch(spot.tour);
  for (const Index order : orders) take_in(order);
  put(spot.tour, draft_);
  return true;
}

PAIDAN_INLINE bool State::remove(Index tour, const std::vector<std::uint8_t>& keep, std::vector<Index>& out) {
  const Tour& at = tours_[tour];
  draft_.items.clear();
  std::size_t visit = 0;
  bool gap = false;
  const std::size_t before = out.size();
  for (const Item& one : at.items) {
    if (!one.is_visit()) continue;
    if (keep[visit++] == 0) {
      out.push_back(one.order);
      gap = true;
      continue;
    }
    draft_.items.push_back(one);
    if (gap && !layer_.link(tour, draft_.items, draft_.items.size() - 1)) {
      out.resize(before);
      return false;
    }
    gap = false;
  }
  if (!layer_.lay(tour, draft_, rates_)) {
    out.resize(before);
    return false;
  }
  touch(tour);
  for (std::size_t i = before; i < out.size(); ++i) {
    leave_out(out[i]);
    if (any_parts_) use_parts(layer_.frame(tour).technician, out[i], -1);
  }
  put(tour, draft_);
  return true;
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
  price -= (first.waiting_s + second.waiting_s) * weights.per_waiting_second + first.change + second.change +
           first.lateness + second.lateness;
  if (ground_->context().has_fairness()) {
    for (const Frame* frame : {&frame_a, &frame_b}) price -= ground_->context().fairness(work_[frame->technician]);
  }
  const bool left = next == others.size() && std::none_of(mine.begin(), mine.begin() + static_cast<std::ptrdiff_t>(cut),
                                                          [](const Item& one) { return one.is_visit(); });
  if (left) price -= frame_a.fixed_cost;
  // … and ways at another pace.
  const bool same_pace = frame_a.legs != nullptr && frame_a.legs == frame_b.legs;
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
  // Overtime, lateness in its place, and what is not served as promised may become less, too.
  price -= rates_.price({first.count.honour + second.count.honour, first.count.late + second.count.late, 0});
  return price - (first.overtime(frame_a) + second.overtime(frame_b)) * weights.per_overtime_second;
}

PAIDAN_INLINE std::int64_t State::try_sequence(Index tour, std::span<const Index> visits) {
  if (!build(tour, visits, draft_)) return impossible;
  Count more = draft_.count;
  more -= tours_[tour].count;
  more.cost += fairness_more(layer_.frame(tour).technician, draft_.work_s - tours_[tour].work_s);
  return more.honour >= 0 ? rates_.price(more) : more.cost + more.late * rates_.late - rates_.honour(-more.honour);
}

PAIDAN_INLINE bool State::replace(Index a, std::span<const Index> visits_a, Index b, std::span<const Index> visits_b,
                                  std::int64_t most) {
  if (!build(a, visits_a, draft_) || !build(b, visits_b, other_draft_)) return false;
  Count after = count_;
  after -= tours_[a].count;
  after -= tours_[b].count;
  after += draft_.count;
  after += other_draft_.count;
  const Index first = layer_.frame(a).technician;
  const Index second = layer_.frame(b).technician;
  const std::int64_t more_a = draft_.work_s - tours_[a].work_s;
  const std::int64_t more_b = other_draft_.work_s - tours_[b].work_s;
  if (first == second) {
    after.cost += fairness_more(first, more_a + more_b);
  } else {
    after.cost += fairness_more(first, more_a) + fairness_more(second, more_b);
  }
  if (rates_.price(after) - price() >= most) return false;
  // Both tours' parts go back, then each takes what it would need.
  use_parts(a, tours_[a], -1);
  use_parts(b, tours_[b], -1);
  use_parts(a, draft_, 1);
  use_parts(b, other_draft_, 1);
  const auto short_of = [&](Index technician) {
    const TechnicianColumns& technicians = ground_->dense().technicians;
    const auto row = stock_left_.begin() + technicians.stock.offsets[technician];
    return std::any_of(row, row + static_cast<std::ptrdiff_t>(technicians.stock[technician].size()),
                       [](std::int64_t left) { return left < 0; });
  };
  if (any_parts_ && first != second && (short_of(first) || short_of(second))) {
    use_parts(a, draft_, -1);
    use_parts(b, other_draft_, -1);
    use_parts(a, tours_[a], 1);
    use_parts(b, tours_[b], 1);
    return false;
  }
  touch(a);
  touch(b);
  for (const Index tour : {a, b}) {
    for (const Item& one : tours_[tour].items) {
      if (one.is_visit()) leave_out(one.order);
    }
  }
  for (const Index order : visits_a) take_in(order);
  for (const Index order : visits_b) take_in(order);
  put(a, draft_);
  put(b, other_draft_);
  return true;
}

PAIDAN_INLINE std::vector<Index> State::visits(Index tour) const {
  std::vector<Index> orders;
  for (const Item& one : tours_[tour].items) {
    if (one.is_visit()) orders.push_back(one.order);
  }
  return orders;
}

PAIDAN_INLINE Index State::gap_behind(Index tour, std::size_t visits) const {
  const std::vector<Item>& items = tours_[tour].items;
  Index item = 0;
  for (std::size_t seen = 0; item < items.size() && (seen < visits || !items[item].is_visit()); ++item)
    seen += items[item].is_visit() ? 1 : 0;
  return item;
}

PAIDAN_INLINE State::Visits State::visits() const {
  Visits all;
  for (Index tour = 0; tour < tours_.size(); ++tour) all.push_back(visits(tour));
  return all;
}

PAIDAN_INLINE void State::assign(const Visits& visits) {
  std::vector<std::uint8_t> keep;
  std::vector<Index> out;
  for (Index tour = 0; tour < tours_.size(); ++tour) {
    if (this->visits(tour) == visits[tour]) continue;
    keep.assign(tours_[tour].visits, 0);
    remove(tour, keep, out);
  }
  for (Index tour = 0; tour < tours_.size(); ++tour) {
    if (tours_[tour].visits != 0 || visits[tour].empty()) continue;
    if (!insert_chain(visits[tour], {0, tour, 0})) {
      for (const Index order : visits[tour]) insert(order, {0, tour, static_cast<Index>(tours_[tour].items.size())});
    }
  }
  begin();
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
