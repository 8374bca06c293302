// Visits that wait for visits of other tours.
#pragma once

#include <paidan/routing/detail/rich/state.hpp>

#include <paidan/routing/detail/gaps.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace linked_detail {

/// So often, and once more for each of its linked visits, a tour is told again before gaps that drive each other up are
/// given up.
inline constexpr std::uint32_t most_rounds = 24;

}  // namespace linked_detail

/// To be taken back with the step.
PAIDAN_INLINE void State::set_link(Index order, const LinkState& state) {
  if (layer_.link_state(order) == state) return;
  link_log_.emplace_back(order, layer_.link_state(order));
  layer_.set_link_state(order, state);
}

PAIDAN_INLINE void State::tell_slack(Index tour) {
  layer_.linked_slack(layer_.frame(tour), tours_[tour],
                      [&](Index order, const LinkState& state) { set_link(order, state); });
}

/// What a tour's linked visits ask of others: tours whose visits would have to start later come into the queue.
PAIDAN_INLINE void State::ask_partners(Index tour) {
  tell_slack(tour);
  layer_.linked_starts(tour, tours_[tour], [&](Index order, std::int32_t start) {
    each_partner(order, [&](const LinkRow& link, Index other) {
      const std::int32_t asked = asked_of_other(link, OrderIndex(order), start);
      LinkState state = layer_.link_state(other);
      if (asked <= state.floor) return;
      state.floor = asked;
      set_link(other, state);
      const Index there = slots_[other].tour;
      if (tour_asked_[there] != 0) return;
      tour_asked_[there] = 1;
      queue_.push_back(there);
    });
  });
}

/// The tour with its floors as they are now. False: it cannot be laid out.
PAIDAN_INLINE bool State::lay_on_floors(Index tour) {
  const Tour& at = tours_[tour];
  drafted_ = {};
  draft_.items.assign(at.items.begin(), at.items.end());
  layer_.take_floors(draft_);
  draft_.unplaced = at.unplaced;
  if (!layer_.lay_again(tour, draft_, rates_, stock(tour)) || !supplied(tour, draft_)) return false;
  put(tour, draft_, 0);
  return true;
}

/// From tours in the queue on, until nobody starts sooner than links ask for.
PAIDAN_INLINE bool State::raise() {
  bool possible = true;
  rounds_.assign(tours_.size(), 0);
  for (std::size_t i = 0; i < queue_.size() && possible; ++i) {
    const Index tour = queue_[i];
    tour_asked_[tour] = 0;
    const bool waits = std::any_of(tours_[tour].items.begin(), tours_[tour].items.end(), [&](const Item& one) {
      return one.linked && one.low != layer_.low_after(one.order, one.leg_s);
    });
    possible = !waits || (++rounds_[tour] <= most_rounds(tour) && lay_on_floors(tour));
    stuck_ = tour;
    if (possible) ask_partners(tour);
  }
  // Slack of what stands behind partners is known only now.
  for (std::size_t i = queue_.size(); possible && i-- > 0;) {
    const Index tour = queue_[i];
    if (!touched(tour) || !tours_[tour].exact || std::exchange(tour_asked_[tour], 1) != 0) continue;
    layer_.lean_back(tour, tours_[tour]);
    tell_slack(tour);
    describe(tour, tours_[tour].items.size());
  }
  for (const Index tour : queue_) tour_asked_[tour] = 0;
  queue_.clear();
  return possible;
}

PAIDAN_INLINE std::uint32_t State::most_rounds(Index tour) const {
  return linked_detail::most_rounds + linked_in_[tour];
}

/// The starts of a tour's linked visits on scratch floors; false if there are none.
PAIDAN_INLINE bool State::start_anew(Index tour) {
  const std::int32_t latest_back = layer_.frame(tour).latest_back;
  std::int32_t t = layer_.frame(tour).opens;
  for (const Item& one : tours_[tour].items) {
    std::int32_t low = one.low;
    if (one.linked) low = std::max(ground_->visit(one.order).low_after(one.leg_s), anew_[one.order].floor);
    const std::int32_t start = std::max(t + one.leg_s, low);
    if (start > one.high || start + one.duration > latest_back) return false;
    if (one.linked) anew_[one.order].start = start;
    t = start + one.duration;
  }
  return true;
}

/// Tours in the queue, whose visits may start sooner now: floors as low as they can be. Only numbers of linked visits
/// are told at first, whole tours once those are known. False: they would drive each other up without an end, or miss
/// their windows.
PAIDAN_INLINE bool State::lower() {
  const std::size_t first = queue_.size();
  for (const Index tour : queue_) {
    for (const Item& one : tours_[tour].items) {
      if (!one.linked) continue;
      Anew& anew = anew_[one.order];
      anew = {-time_limit_s, -time_limit_s};
      each_partner(one.order, [&](const LinkRow& link, Index other) {
        const Slot& slot = slots_[other];
        if (tour_asked_[slot.tour] == 0)
          anew.floor = std::max(anew.floor,
                                asked_of_other(link, OrderIndex(other), tours_[slot.tour].items[slot.position].start));
      });
    }
  }
  asks_.assign(queue_.begin(), queue_.end());
  asking_.assign(tours_.size(), 0);
  for (const Index tour : queue_) asking_[tour] = 1;
  rounds_.assign(tours_.size(), 0);
  bool possible = true;
  for (std::size_t i = 0; i < asks_.size() && possible; ++i) {
    const Index tour = asks_[i];
    asking_[tour] = 0;
    possible = ++rounds_[tour] <= most_rounds(tour) && start_anew(tour);
    stuck_ = tour;
    for (std::size_t k = 0; possible && k < tours_[tour].items.size(); ++k) {
      const Item& one = tours_[tour].items[k];
      if (!one.linked) continue;
      each_partner(one.order, [&](const LinkRow& link, Index other) {
        const Index there = slots_[other].tour;
        const std::int32_t asked = asked_of_other(link, OrderIndex(one.order), anew_[one.order].start);
        if (tour_asked_[there] == 0) {
          if (asked <= tours_[there].items[slots_[other].position].start) return;
          // It has to wait longer than before, where ways do not keep to the triangle.
          tour_asked_[there] = 1;
          queue_.push_back(there);
          for (const Item& item : tours_[there].items) {
            if (item.linked) anew_[item.order] = {layer_.link_state(item.order).floor, item.start};
          }
        }
        if (asked <= anew_[other].floor) return;
        anew_[other].floor = asked;
        if (anew_[other].start >= asked || std::exchange(asking_[there], 1) != 0) return;
        asks_.push_back(there);
      });
    }
  }
  // Floors of those that do not wait may have fallen, too.
  for (std::size_t i = 0; i < first && possible; ++i) {
    for (const Item& one : tours_[queue_[i]].items) {
      if (!one.linked) continue;
      each_partner(one.order, [&](const LinkRow&, Index other) {
        const Index there = slots_[other].tour;
        if (tour_asked_[there] != 0) return;
        tour_asked_[there] = 2;
        LinkState state = layer_.link_state(other);
        state.floor = -time_limit_s;
        each_partner(other, [&](const LinkRow& link, Index third) {
          const Slot& slot = slots_[third];
          const bool told = tour_asked_[slot.tour] == 1;
          const std::int32_t start = told ? anew_[third].start : tours_[slot.tour].items[slot.position].start;
          state.floor = std::max(state.floor, asked_of_other(link, OrderIndex(third), start));
        });
        if (state.floor != layer_.link_state(other).floor) queue_.push_back(there);
        set_link(other, state);
        tour_asked_[there] = 0;
      });
    }
  }
  for (const Index tour : queue_) {
    for (const Item& one : tours_[tour].items) {
      if (!possible || !one.linked || tour_asked_[tour] != 1) continue;
      LinkState state = layer_.link_state(one.order);
      state.floor = anew_[one.order].floor;
      set_link(one.order, state);
    }
  }
  return possible;
}

PAIDAN_INLINE bool State::settle() {
  if (!ground_->links() || held_) return true;
  anew_.resize(ground_->visit_count());
  queue_.clear();
  bool exact = true;
  const auto reach = [&](Index tour) {
    exact = exact && tours_[tour].exact;
    if (tour_asked_[tour] != 0) return;
    tour_asked_[tour] = 1;
    queue_.push_back(tour);
  };
  for (std::size_t i = 0; i < kept_count_; ++i) {
    if (linked_in_[kept_[i].tour] != 0) reach(kept_[i].tour);
  }
  // Who has left asks for nothing any more.
  for (const Move& one : moves_) {
    if (one.comes || slots_[one.order].tour != none) continue;
    each_partner(one.order, [&](const LinkRow&, Index other) { reach(slots_[other].tour); });
  }
  // All that wait for a tour that may be sooner now.
  for (std::size_t i = 0; i < queue_.size(); ++i) {
    for (const Item& one : tours_[queue_[i]].items) {
      if (!one.linked) continue;
      each_partner(one.order, [&](const LinkRow&, Index other) {
        const Slot& slot = slots_[other];
        if (!tours_[slot.tour].exact || tours_[slot.tour].items[slot.position].start <= layer_.link_state(other).floor)
          reach(slot.tour);
      });
    }
  }
  if (exact) {
    const bool possible = lower();
    for (const Index tour : queue_) tour_asked_[tour] = possible ? 1 : 0;
    if (!possible) {
      queue_.clear();
      return false;
    }
  } else {
    // The clock tells starts: without floors to begin with.
    for (const Index tour : queue_) {
      for (const Item& one : tours_[tour].items) {
        if (one.linked) set_link(one.order, LinkState{});
      }
    }
    for (std::size_t i = 0, count = queue_.size(); i < count; ++i) {
      for (const Item& one : tours_[queue_[i]].items) {
        if (one.linked) each_partner(one.order, [&](const LinkRow&, Index other) { reach(slots_[other].tour); });
      }
    }
  }
  return raise();
}

/// May a linked visit behind these new ones start sooner than before? On a shorter way, with less setup, from a nearer
/// place when it becomes known, or because the way is driven while a rest would wait.
PAIDAN_INLINE bool State::hastens(std::span<const Index> orders, Index tour) const {
  const std::vector<Item>& items = tours_[tour].items;
  const std::size_t at = slots_[orders.front()].position;
  const std::size_t next = slots_[orders.back()].position + std::size_t{1};
  const auto behind = items.begin() + static_cast<std::ptrdiff_t>(next);
  if (std::none_of(behind, items.end(), [](const Item& one) { return one.linked; })) return false;
  const bool between_visits = behind->is_visit() && (at == 0 || items[at - 1].is_visit());
  if (orders.size() > 1 || !between_visits || behind->place == items[at].place) return true;
  if (ground_->dense().orders.release_s[behind->order] > -time_limit_s) return true;
  const Frame& frame = layer_.frame(tour);
  const Index before = at > 0 ? items[at - 1].place : frame.start_place;
  return items[at].leg_s + behind->leg_s < layer_.hop(frame, before, behind->place).seconds;
}

/// From a tour on, and from those of partners of orders that have come into it.
PAIDAN_INLINE bool State::raise_after(std::span<const Index> orders, Index tour) {
  queue_.assign(1, tour);
  tour_asked_[tour] = 1;
  for (const Index order : orders) {
    each_partner(order, [&](const LinkRow&, Index other) {
      const Index there = slots_[other].tour;
      if (tour_asked_[there] != 0) return;
      tour_asked_[there] = 1;
      queue_.push_back(there);
    });
  }
  return raise();
}

PAIDAN_INLINE bool State::settle_after(std::span<const Index> orders, Index tour) {
  if (held_ || linked_in_[tour] == 0) return true;
  const std::size_t known = link_log_.size();
  if (hastens(orders, tour) ? settle() : raise_after(orders, tour)) return true;
  // Partners may have been asked for what their tours were not laid out for yet.
  while (link_log_.size() > known) {
    layer_.set_link_state(link_log_.back().first, link_log_.back().second);
    link_log_.pop_back();
  }
  undo_.clear();
  keep_others(tour, orders, keep_);
  sound_ = sound_ && remove(tour, keep_, undo_) && settle();
  return false;
}

/// About what it costs those behind its partners, at least, that an order starts then; `impossible` where they cannot.
PAIDAN_INLINE std::int64_t State::push_price(Index order, std::int32_t start) const {
  const std::int64_t rate = ground_->in_order() ? rates_.late : ground_->weights().per_lateness_second;
  std::int64_t price = 0;
  each_partner(order, [&](const LinkRow& link, Index other) {
    const LinkState& state = layer_.link_state(other);
    if (start > left_by_other(link, OrderIndex(order), state.latest)) price = impossible;
    if (price != impossible) price += std::max(0, start - left_by_other(link, OrderIndex(order), state.free)) * rate;
  });
  return price;
}

PAIDAN_INLINE std::int64_t State::push_price(const Tour& plan) const {
  std::int64_t price = 0;
  for (const Item& one : plan.items) {
    if (!one.linked) continue;
    const std::int64_t more = push_price(one.order, one.start);
    if (more == impossible) return impossible;
    price += more;
  }
  return price;
}

PAIDAN_INLINE std::int32_t State::floor_of(Index order) const {
  std::int32_t floor = -time_limit_s;
  each_partner(order, [&](const LinkRow& link, Index other) {
    const std::int32_t start = tours_[slots_[other].tour].items[slots_[other].position].start;
    floor = std::max(floor, asked_of_other(link, OrderIndex(other), start));
  });
  return floor;
}

/// These do not come: nothing is asked of them.
PAIDAN_INLINE void State::forget(std::span<const Index> orders) {
  for (const Index order : orders) {
    if (ground_->visit(order).linked) set_link(order, {});
  }
}

/// Before a linked order takes its place: when those it is linked to let it.
PAIDAN_INLINE void State::expect(std::span<const Index> orders) {
  for (const Index order : orders) {
    if (!ground_->visit(order).linked) continue;
    LinkState state = layer_.link_state(order);
    state.floor = floor_of(order);
    set_link(order, state);
  }
}

PAIDAN_INLINE void State::release() {
  held_ = false;
  if (!ground_->links()) return;
  for (Index tour = 0; tour < tours_.size(); ++tour) {
    if (linked_in_[tour] != 0 && !touched(tour)) touch(tour, 0) = tours_[tour];
  }
  while (keep_whole_groups(), !settle()) {
    // What cannot stand together: of the tour that was told last, the group of its first linked visit.
    const std::vector<Item>& items = tours_[stuck_].items;
    const auto first = std::find_if(items.begin(), items.end(), [](const Item& one) { return one.linked; });
    leave_out_group(first->order);
  }
}

PAIDAN_INLINE void State::leave_out_group(Index order) {
  for (const OrderIndex one : ground_->group(order)) {
    const Index tour = slots_[one.value].tour;
    if (tour == none) continue;
    keep_others(tour, {&one.value, 1}, keep_);
    undo_.clear();
    if (remove(tour, keep_, undo_)) continue;
    // Without it there is no way between the others: they stay out, too.
    keep_.assign(tours_[tour].visits, 0);
    remove(tour, keep_, undo_);
  }
}

PAIDAN_INLINE void State::keep_others(Index tour, std::span<const Index> orders,
                                      std::vector<std::uint8_t>& keep) const {
  keep.clear();
  for (const Item& one : tours_[tour].items) {
    if (one.is_visit()) keep.push_back(std::find(orders.begin(), orders.end(), one.order) == orders.end() ? 1 : 0);
  }
}

PAIDAN_INLINE void State::keep_whole_groups() {
  const Lists<OrderIndex>& groups = ground_->dense().link_groups;
  const auto absent = [&](OrderIndex order) { return slots_[order.value].tour == none; };
  for (bool all = false; !all;) {
    all = true;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (std::none_of(groups[g].begin(), groups[g].end(), absent) ||
          std::all_of(groups[g].begin(), groups[g].end(), absent))
        continue;
      leave_out_group(groups[g].front().value);
      all = false;  // that may have taken some of another one along
    }
  }
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
