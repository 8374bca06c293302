#pragma once

#include <paidan/routing/detail/rich/state.hpp>

#include <paidan/constraints/detail/caps.hpp>
#include <paidan/routing/detail/rich/fetching.ipp>
#include <paidan/routing/detail/rich/lateness.hpp>
#include <paidan/routing/detail/rich/linked.ipp>
#include <paidan/routing/detail/rich/prices.ipp>
#include <paidan/routing/detail/rich/tour.ipp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE State::State(const Ground& ground) : ground_(&ground), layer_(ground), supply_(ground) {
  const Dense& dense = ground.dense();
  const Index orders = ground.visit_count();
  slots_.resize(orders);
  missing_.resize(orders);
  for (Index order = 0; order < orders; ++order) {
    Count& count = missing_[order];
    if (ground.in_order()) {
      count.honour = dense.orders.honour[order];
      if (ground.visit(order).agreed_until < time_limit_s) count.late = ground.weights().lateness_cap.seconds + 1;
    } else {
      count.cost = dense.orders.unserved_cost[order];
    }
    leave_out(order);
  }
  for (const FairnessPiece& piece : ground.weights().fairness) steepest_ += piece.per_second;
  work_ = dense.technicians.load_carried_s;
  for (const std::int64_t seconds : work_) count_.cost += ground.context().fairness(seconds);
  // With depots, what a visit takes where hangs on its place: `supply_`.
  const bool vans = !dense.orders.parts.values.empty() && !ground.depots();
  any_stock_ = vans || !dense.tag_caps.empty();
  for (const TagCap& cap : dense.tag_caps) cap_left_.push_back(cap.most);
  if (vans) stock_left_ = model_detail::all_stock(dense);
  tours_.resize(ground.tour_count());
  saved_.assign(ground.tour_count(), 0);
  if (ground.depots()) calls_.resize(ground.tour_count());
  ends_.resize(ground.tour_count());
  if (ground.one_table()) ways_ = ground.ways(0);
  for (Index tour = 0; tour < tours_.size(); ++tour) layer_.lay(tour, tours_[tour], rates_);
  linked_in_.assign(tours_.size(), 0);
  tour_asked_.assign(tours_.size(), 0);
  touched_at_.assign(tours_.size(), 0);
  changed_from_.assign(tours_.size(), 0);
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

PAIDAN_INLINE void State::move(const Move& move) {
  if (move.comes) {
    take_in(move.order);
  } else {
    leave_out(move.order);
  }
  if (ground_->visit(move.order).linked) linked_in_[move.tour] += move.comes ? 1U : ~0U;
  if (any_stock_) use_stock(move.tour, move.order, move.comes ? 1 : -1);
}

/// Parts and caps on its kind, for this order beside those that are in tours.
PAIDAN_INLINE bool State::stock_left(Index tour, Index order) const {
  const Dense& dense = ground_->dense();
  const Index technician = layer_.frame(tour).technician;
  if (!stock_left_.empty()) {
    for (const PartNeed& need : dense.orders.parts[order]) {
      if (stock_left_[model_detail::stock_row(dense, TechnicianIndex(technician), {}, need.part)] < need.quantity)
        return false;
    }
  }
  return !constraints::over_a_cap(dense, OrderIndex(order), ShiftIndex(tour),
                                  [&](std::uint32_t row) { return dense.tag_caps[row].most - cap_left_[row]; });
}

PAIDAN_INLINE void State::use_stock(Index tour, Index order, std::int64_t sign) {
  const Dense& dense = ground_->dense();
  const Index technician = layer_.frame(tour).technician;
  if (!stock_left_.empty()) {
    for (const PartNeed& need : dense.orders.parts[order])
      stock_left_[model_detail::stock_row(dense, TechnicianIndex(technician), {}, need.part)] -= sign * need.quantity;
  }
  if (dense.orders.tags[order].empty()) return;
  for (const std::uint32_t row : dense.shifts.tag_caps[tour]) {
    cap_left_[row] -=
        sign * constraints::use_of(dense, dense.tag_caps[row], OrderIndex(order), TechnicianIndex(technician));
  }
}

PAIDAN_INLINE void State::use_stock(Index tour, const Tour& plan, std::int64_t sign) {
  for (const Item& one : plan.items) {
    if (one.is_visit() && ground_->visit(one.order).stock) use_stock(tour, one.order, sign);
  }
}

/// Nothing of what the tour draws on is used up beyond what there is.
PAIDAN_INLINE bool State::stock_suffices(Index tour) const {
  const Dense& dense = ground_->dense();
  const Index technician = layer_.frame(tour).technician;
  const auto enough = [](std::int64_t left) { return left >= 0; };
  if (!stock_left_.empty()) {
    const auto row = stock_left_.begin() + dense.technicians.stock.offsets[technician];
    const auto rows = static_cast<std::ptrdiff_t>(dense.technicians.stock[technician].size());
    if (!std::all_of(row, row + rows, enough)) return false;
  }
  const auto caps = dense.shifts.tag_caps[tour];
  return std::all_of(caps.begin(), caps.end(), [&](std::uint32_t row) { return enough(cap_left_[row]); });
}

PAIDAN_INLINE std::int64_t State::fairness_more(Index technician, std::int64_t more_s) const {
  if (!ground_->context().has_fairness()) return 0;
  return ground_->context().fairness(work_[technician] + more_s) - ground_->context().fairness(work_[technician]);
}

PAIDAN_INLINE std::int64_t State::worst_beside(Index tour, Index other) const {
  const bool there = tours_[tour].worst_s == worst_s_ || (other != none && tours_[other].worst_s == worst_s_);
  if (!there || worst_s_ == 0) return worst_s_;
  std::int64_t worst = 0;
  for (Index i = 0; i < tours_.size(); ++i) {
    if (i != tour && i != other) worst = std::max(worst, tours_[i].worst_s);
  }
  return worst;
}

PAIDAN_INLINE void State::tell_worst(Index tour, std::int64_t before) {
  const std::int64_t weight = ground_->weights().per_worst_lateness_second;
  const std::int64_t now = tours_[tour].worst_s;
  if (weight == 0 || now == before) return;
  std::int64_t worst = std::max(worst_s_, now);
  if (before == worst_s_ && now < before) {
    worst = 0;
    for (const Tour& one : tours_) worst = std::max(worst, one.worst_s);
  }
  count_.cost += weight * (worst - worst_s_);
  worst_s_ = worst;
}

PAIDAN_INLINE void State::begin() {
  ++step_;
  kept_count_ = 0;
  moves_.clear();
  link_log_.clear();
  sound_ = true;
}

/// The tour, which this step changes for the first time or again: where it was is kept.
PAIDAN_INLINE Tour& State::touch(Index tour, std::size_t first) {
  touched_at_[tour] = step_;
  changed_from_[tour] = first;
  if (kept_count_ == kept_.size()) kept_.emplace_back();
  Kept& one = kept_[kept_count_++];
  one.tour = tour;
  return one.plan;
}

/// The tour is this now, as it was before its item `first`; stock is counted apart.
PAIDAN_INLINE void State::put(Index tour, Tour& plan, std::size_t first) {
  Tour& at = tours_[tour];
  drafted_ = {};
  const Index technician = layer_.frame(tour).technician;
  supply_.exchange(technician, at.items, plan.items);
  used_ += static_cast<Index>(plan.visits > 0) - static_cast<Index>(at.visits > 0);
  count_ -= at.count;
  count_ += plan.count;
  if (plan.work_s != at.work_s) {
    count_.cost += fairness_more(technician, plan.work_s - at.work_s);
    work_[technician] += plan.work_s - at.work_s;
  }
  const std::int64_t worst_before = at.worst_s;
  if (touched(tour)) {
    changed_from_[tour] = std::min(changed_from_[tour], first);
  } else {
    std::swap(touch(tour, first), at);
  }
  std::swap(at, plan);
  tell_worst(tour, worst_before);
  describe(tour, first);
}

/// What the tour's visits tell their neighbours. Before `gap`, only what stands behind has changed.
PAIDAN_INLINE void State::describe(Index tour, std::size_t gap) {
  const Tour& at = tours_[tour];
  const Frame& frame = layer_.frame(tour);
  const Objective& weights = ground_->weights();
  saved_[tour] = savable(at);
  if (ground_->depots()) calls_[tour] = calls_of(tour);
  const Item* const items = at.items.data();
  const std::size_t count = at.items.size();
  Slot* const slots = slots_.data();
  ends_[tour] = {at.visits, count > 0 ? items[0].order : none, count > 0 ? items[count - 1].order : none};
  const std::size_t first = gap > 0 ? gap - 1 : 0;
  for (std::size_t i = 0; i < first; ++i) {
    if (!items[i].is_visit()) continue;
    Slot& slot = slots[items[i].order];
    slot.latest = items[i].latest;
    slot.latest_next = items[i + 1].latest;
  }
  if (first == count) return;
  const auto way = [&](std::int32_t seconds, std::int32_t metres) {
    return seconds * weights.per_travel_second + metres * weights.per_metre;
  };
  std::int32_t leaves = first > 0 ? items[first - 1].start + items[first - 1].duration : frame.opens;
  Index before = first > 0 ? items[first - 1].place : frame.start_place;
  std::int64_t way_here = way(items[first].leg_s, items[first].leg_m);
  for (std::size_t i = first; i < count; ++i) {
    const Item& one = items[i];
    const std::int32_t leaves_before = std::exchange(leaves, one.start + one.duration);
    const Index place_before = std::exchange(before, one.place);
    const std::int64_t way_before = way_here;
    const bool ends = i + 1 == count;
    way_here = ends ? way(at.last_leg_s, at.last_leg_m) : way(items[i + 1].leg_s, items[i + 1].leg_m);
    if (!one.is_visit()) continue;
    Slot& slot = slots[one.order];
    slot.tour = tour;
    slot.position = static_cast<Index>(i);
    slot.leaves_before = leaves_before;
    slot.leaves = leaves;
    slot.latest = one.latest;
    slot.place = one.place;
    slot.by_release = one.by_release;
    slot.place_before = place_before;
    slot.way_before_s = one.leg_s;
    slot.way_before = way_before;
    slot.way_next = way_here;
    if (ends) {
      slot.latest_next = tour_detail::far_away;
      slot.place_next = frame.end_place;
      slot.way_next_s = at.last_leg_s;
    } else {
      const Item& next = items[i + 1];
      slot.latest_next = next.latest;
      slot.place_next = !next.is_rest() && !next.by_release ? next.place : none;
      slot.way_next_s = next.leg_s;
    }
  }
}

PAIDAN_INLINE void State::rollback() {
  // Last things first, so that nothing is in two places.
  for (std::size_t i = moves_.size(); i-- > 0;) move({moves_[i].order, moves_[i].tour, !moves_[i].comes});
  for (std::size_t i = kept_count_; i-- > 0;) put(kept_[i].tour, kept_[i].plan, changed_from_[kept_[i].tour]);
  for (std::size_t i = link_log_.size(); i-- > 0;) layer_.set_link_state(link_log_[i].first, link_log_[i].second);
  begin();
}

PAIDAN_INLINE bool State::insert(Index order, const Spot& spot) {
  Tour& at = tours_[spot.tour];
  if (!layer_.can_slip(spot.tour, at, spot.gap, order, slip_)) return insert_chain({&order, 1}, spot);
  const Index technician = layer_.frame(spot.tour).technician;
  if (any_stock_ && !stock_left(spot.tour, order)) return false;
  if (ground_->depots() && !at_hand(spot.tour, spot.gap, order)) return insert_chain({&order, 1}, spot);
  if (touched(spot.tour)) {
    changed_from_[spot.tour] = std::min(changed_from_[spot.tour], std::size_t{spot.gap});
  } else {
    touch(spot.tour, spot.gap) = at;
  }
  drafted_ = {};
  keep_and_move({order, spot.tour, true});
  count_ -= at.count;
  const std::int64_t work_s = at.work_s;
  supply_.use(technician, called(spot.tour, spot.gap), order, 1);
  const std::int64_t worst_before = at.worst_s;
  layer_.slip_in(spot.tour, at, spot.gap, slip_);
  count_ += at.count;
  tell_worst(spot.tour, worst_before);
  count_.cost += fairness_more(technician, at.work_s - work_s);
  work_[technician] += at.work_s - work_s;
  describe(spot.tour, spot.gap);
  return settle_after({&order, 1}, spot.tour);
}

PAIDAN_INLINE bool State::has_stock(std::span<const Index> orders, Index tour) {
  if (!any_stock_) return true;
  std::size_t taken = 0;
  while (taken < orders.size() && stock_left(tour, orders[taken])) use_stock(tour, orders[taken++], 1);
  const bool all = taken == orders.size();
  while (taken > 0) use_stock(tour, orders[--taken], -1);
  return all;
}

PAIDAN_INLINE bool State::insert_chain(std::span<const Index> orders, const Spot& spot) {
  // A search often puts an order where it looked last.
  if (ground_->links() && !held_) expect(orders);
  const bool drafted = orders.size() == 1 && drafted_ == Drafted{orders.front(), spot.tour, spot.gap};
  const bool fits = (drafted || draft(orders, spot.tour, spot.gap)) && has_stock(orders, spot.tour);
  if (!fits || !supplied(spot.tour, draft_)) {
    forget(orders);
    return false;
  }
  for (const Index order : orders) keep_and_move({order, spot.tour, true});
  put(spot.tour, draft_, 0);
  return settle_after(orders, spot.tour);
}

PAIDAN_INLINE bool State::remove(Index tour, const std::vector<std::uint8_t>& keep, std::vector<Index>& out) {
  const std::size_t before = out.size();
  std::size_t first = 0;
  drafted_ = {};
  if (!layer_.take_out(tour, tours_[tour], keep, rates_, draft_, out, first, stock(tour)) || !supplied(tour, draft_)) {
    out.resize(before);
    return false;
  }
  for (std::size_t i = before; i < out.size(); ++i) keep_and_move({out[i], tour, false});
  put(tour, draft_, first);
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
  if (const std::int64_t weight = ground_->weights().per_worst_lateness_second; weight > 0)
    after.cost += weight * (std::max({worst_beside(a, b), draft_.worst_s, other_draft_.worst_s}) - worst_s_);
  if (rates_.price(after) - price() >= most) return false;
  // What both tours take goes back, then each takes what it would need.
  if (any_stock_) {
    const auto exchange_stock = [&](std::int64_t sign) {
      use_stock(a, tours_[a], -sign);
      use_stock(b, tours_[b], -sign);
      use_stock(a, draft_, sign);
      use_stock(b, other_draft_, sign);
    };
    exchange_stock(1);
    const bool enough = stock_suffices(a) && stock_suffices(b);
    exchange_stock(-1);
    if (!enough) return false;
  }
  if (!supply_.suffices({{layer_.frame(a).technician, tours_[a].items, draft_.items},
                         {layer_.frame(b).technician, tours_[b].items, other_draft_.items}}))
    return false;
  for (const Index tour : {a, b}) {
    for (const Item& one : tours_[tour].items) {
      if (one.is_visit()) keep_and_move({one.order, tour, false});
    }
  }
  for (const Index order : visits_a) keep_and_move({order, a, true});
  for (const Index order : visits_b) keep_and_move({order, b, true});
  const std::int64_t before = price();
  put(a, draft_, 0);
  put(b, other_draft_, 0);
  if (settle() && (linked_in_[a] + linked_in_[b] == 0 || price() - before < most)) return true;
  rollback();
  return false;
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

PAIDAN_INLINE bool State::take_back(Index order) {
  const Index tour = slots_[order].tour;
  keep_others(tour, {&order, 1}, keep_);
  undo_.clear();
  sound_ = sound_ && remove(tour, keep_, undo_) && settle();
  return sound_;
}

PAIDAN_INLINE void State::assign(const Visits& visits) {
  hold();
  std::vector<std::uint8_t> keep;
  std::vector<Index> out;
  for (Index tour = 0; tour < tours_.size(); ++tour) {
    if (this->visits(tour) == visits[tour]) continue;
    keep.assign(tours_[tour].visits, 0);
    remove(tour, keep, out);
  }
  std::vector<Index> left;
  for (Index tour = 0; tour < tours_.size(); ++tour) {
    if (tours_[tour].visits == 0 && !visits[tour].empty()) left.push_back(tour);
  }
  // Who finds too little stock left comes first when all are tried again.
  constexpr int rounds = 4;
  for (int round = 0; ground_->depots() && round < rounds; ++round) {
    const auto short_of = [&](Index tour) { return !insert_chain(visits[tour], {0, tour, 0}); };
    const auto done = std::stable_partition(left.begin(), left.end(), short_of);
    if (done == left.begin()) break;
    for (auto tour = done; tour != left.end(); ++tour) {
      keep.assign(tours_[*tour].visits, 0);
      remove(*tour, keep, out);
    }
  }
  for (const Index tour : left) {
    if (tours_[tour].visits != 0 || insert_chain(visits[tour], {0, tour, 0})) continue;
    for (const Index order : visits[tour]) insert(order, {0, tour, static_cast<Index>(tours_[tour].items.size())});
  }
  release();
  begin();
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
