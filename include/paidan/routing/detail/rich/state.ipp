#pragma once

#include <paidan/routing/detail/rich/state.hpp>

#include <paidan/routing/detail/rich/lateness.hpp>
#include <paidan/routing/detail/rich/prices.ipp>
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

PAIDAN_INLINE bool State::insert(Index order, const Spot& spot) { return insert_chain({&order, 1}, spot); }

PAIDAN_INLINE bool State::insert_chain(std::span<const Index> orders, const Spot& spot) {
  if (!draft(orders, spot.tour, spot.gap)) return false;
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
