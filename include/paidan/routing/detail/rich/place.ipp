#pragma once

#include <paidan/routing/detail/rich/place.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace place_detail {

inline constexpr std::size_t places = 8;                ///< looked at of each order
inline constexpr std::size_t attempts = 6;              ///< of their combinations
inline constexpr std::uint32_t passed_over_one_in = 4;  ///< the best place, where it may not be the best
inline constexpr std::int64_t reach = 2;  ///< a way that costs so many times the price leads to no better place

/// A place, and when the order starts there at the earliest.
struct Candidate {
  Spot spot;
  std::int32_t start = 0;
};

/// The best places of a linked order, by about what they cost.
class Candidates {
 public:
  Candidates(State& state, Index order, anneal::Blink& blink, SplitMix64& random, std::vector<Candidate>& best)
      : state_(state), probe_(state.probe(order)), blink_(blink), random_(random), best_(best) {
    probe_.low = std::max(probe_.low, state.floor_of(order));
    best_.clear();
  }

  void find(const Look& look) {
    const Ground& ground = state_.ground();
    const Tours may = ground.tours(probe_.order);
    if (look.everywhere) {
      for (Index tour = 0; tour < ground.tour_count(); ++tour) {
        if (!may.contains(tour)) continue;
        for (std::size_t gap = 0; gap <= state_.tour(tour).items.size(); ++gap) look_at(tour, gap);
      }
      return;
    }
    for (const Neighbour& one : ground.beside(probe_.order)) {
      if (best_.size() == places && one.leg >= reach * (most() - probe_.least_pair_cost)) break;
      const Slot& slot = state_.slot(one.order());
      if (slot.tour == none || !may.contains(slot.tour)) continue;
      if (one.may_follow() && state_.may_pay_before(probe_, slot, most())) look_at(slot.tour, slot.position);
      if (one.may_precede() && state_.may_pay_behind(probe_, slot, most()))
        look_at(slot.tour, slot.position + std::size_t{1});
    }
    for (const Home& home : ground.homes(probe_.order)) {
      const auto& [visits, first, last] = state_.ends(home.tour);
      if (visits == 0) {
        if (home.both + probe_.least_pair_cost < most()) look_at(home.tour, 0);
        continue;
      }
      if (home.leg >= most()) break;
      if (!look.ends) continue;
      if (first == none || state_.may_pay_before(probe_, state_.slot(first), most())) look_at(home.tour, 0);
      if (last == none || state_.may_pay_behind(probe_, state_.slot(last), most()))
        look_at(home.tour, state_.tour(home.tour).items.size());
    }
  }

 private:
  [[nodiscard]] std::int64_t most() const { return best_.size() < places ? impossible : best_.back().spot.price; }

  void look_at(Index tour, std::size_t gap) {
    const auto same = [&](const Candidate& one) { return one.spot.tour == tour && one.spot.gap == gap; };
    std::int32_t start = probe_.low;
    const std::int64_t price = state_.price_at(probe_, tour, gap, start);
    if (price >= most() || blink_(random_) || std::any_of(best_.begin(), best_.end(), same)) return;
    if (best_.size() == places) best_.pop_back();
    const auto behind = [](std::int64_t value, const Candidate& one) { return value < one.spot.price; };
    best_.insert(std::upper_bound(best_.begin(), best_.end(), price, behind),
                 {{price, tour, static_cast<Index>(gap)}, start});
  }

  State& state_;
  Probe probe_;
  anneal::Blink& blink_;
  SplitMix64& random_;
  std::vector<Candidate>& best_;
};

/// Two places for two orders of one link, and about what they cost together.
struct Couple {
  std::int64_t price = 0;
  Spot first;
  Spot second;
};

class Placing {
 public:
  Placing(State& state, const Look& look, anneal::Blink& blink, SplitMix64& random)
      : state_(state), look_(look), blink_(blink), random_(random) {}

  /// One link: both at once, since the earliest start of one says little of what it costs to wait for the other.
  bool couple(const LinkRow& link, std::int64_t most) {
    find(link.first.value, ours_);
    find(link.second.value, theirs_);
    const Probe first = state_.probe(link.first.value);
    const Probe second = state_.probe(link.second.value);
    couples_.clear();
    for (const Candidate& a : ours_) {
      for (const Candidate& b : theirs_) {
        // Who waits for the other costs no less than alone.
        if (a.spot.price + b.spot.price >= most) break;
        if (a.spot.tour == b.spot.tour && (a.spot.gap >= b.spot.gap || link.max_s == 0)) continue;
        std::int32_t later = std::max(b.start, a.start + link.min_s);
        std::int32_t sooner = std::max(a.start, later - link.max_s);
        const std::int64_t price = sum(state_.price_at(first, a.spot.tour, a.spot.gap, sooner),
                                       state_.price_at(second, b.spot.tour, b.spot.gap, later));
        if (price < most) most = keep({price, a.spot, b.spot}, most);
      }
    }
    // Or the second right behind the first, where either would go.
    for (const Candidate& a : ours_) most = follow(first, second, link, a.spot, most);
    for (const Candidate& b : theirs_) {
      const auto same = [&](const Candidate& a) { return a.spot.tour == b.spot.tour && a.spot.gap == b.spot.gap; };
      if (std::none_of(ours_.begin(), ours_.end(), same)) most = follow(first, second, link, b.spot, most);
    }
    for (std::size_t i = passed_over(couples_.size(), rough()); i < couples_.size(); ++i) {
      const Spot first_spot = couples_[i].first;
      Spot second_spot = couples_[i].second;
      if (second_spot.tour == first_spot.tour && second_spot.gap == first_spot.gap) {
        // At once: rests that stand well beside one of them alone may be in the way of both.
        const std::array<Index, 2> both{link.first.value, link.second.value};
        if (second_spot.gap <= state_.tour(second_spot.tour).items.size() && state_.insert_chain(both, first_spot))
          return true;
        if (!state_.sound()) return false;
        continue;
      }
      if (second_spot.tour == first_spot.tour) ++second_spot.gap;
      if (put(link.first.value, first_spot)) {
        if (put(link.second.value, second_spot)) return true;
        if (state_.sound()) state_.take_back(link.first.value);
      }
      if (!state_.sound()) return false;
    }
    return false;
  }

  /// Several links: one after the other, each where it costs least beside those that have places. They begin with any
  /// of them, now and then not in its best place: else a group that is taken out would always come back as it was.
  bool one_by_one(std::span<const OrderIndex> orders, std::int64_t most) {
    const std::int64_t before = state_.price();
    std::int64_t missing = 0;
    for (const OrderIndex order : orders) missing += state_.missing_price(order.value);
    chain_from(orders[random_.below(static_cast<std::uint32_t>(orders.size()))].value);
    std::size_t done = 0;
    for (; done < chain_.size(); ++done) {
      find(chain_[done], ours_);
      std::size_t i = passed_over(ours_.size(), done == 0);
      bool placed = false;
      for (const std::size_t end = std::min(i + attempts, ours_.size()); i < end && !placed && state_.sound(); ++i)
        placed = put(chain_[done], ours_[i].spot);
      if (!placed) break;
    }
    if (done == chain_.size() && state_.price() - before + missing < most) return true;
    while (done > 0 && state_.sound()) state_.take_back(chain_[--done]);
    return false;
  }

 private:
  /// What a call, a rest or uneven work costs is in no estimate.
  [[nodiscard]] bool rough() const {
    const Ground& ground = state_.ground();
    return ground.depots() || !ground.dense().breaks.empty() || ground.context().has_fairness();
  }
  /// How many of the best are not tried, the last aside.
  std::size_t passed_over(std::size_t count, bool any) {
    std::size_t over = 0;
    while (any && over + 1 < count && random_.below(passed_over_one_in) == 0) ++over;
    return over;
  }

  /// All of a group, each linked to one before it.
  void chain_from(Index order) {
    const Dense& dense = state_.ground().dense();
    chain_.assign(1, order);
    for (std::size_t i = 0; i < chain_.size(); ++i) {
      for (const std::uint32_t row : dense.orders.links[chain_[i]]) {
        const LinkRow& link = dense.links[row];
        const Index other = other_of(link, OrderIndex(chain_[i])).value;
        if (std::find(chain_.begin(), chain_.end(), other) == chain_.end()) chain_.push_back(other);
      }
    }
  }

  /// Among the best; what another one has to be cheaper than.
  std::int64_t keep(const Couple& couple, std::int64_t most) {
    if (couples_.size() == attempts) couples_.pop_back();
    const auto behind = [](std::int64_t value, const Couple& one) { return value < one.price; };
    couples_.insert(std::upper_bound(couples_.begin(), couples_.end(), couple.price, behind), couple);
    return couples_.size() == attempts ? couples_.back().price : most;
  }

  /// The second right behind the first, both in this gap: neither way is driven twice, nor a tour begun.
  std::int64_t follow(const Probe& first, const Probe& second, const LinkRow& link, const Spot& spot,
                      std::int64_t most) {
    const Ground& ground = state_.ground();
    if (link.max_s == 0 || !ground.may(first.order, spot.tour) || !ground.may(second.order, spot.tour)) return most;
    const Tour& tour = state_.tour(spot.tour);
    const Frame& frame = state_.frame(spot.tour);
    const auto way = [&](Index from, Index to) {
      return to == none ? constraints::Hop{0, 0} : ground.hop(frame.technician, from, to);
    };
    const constraints::Hop between = way(first.place, second.place);
    std::int32_t sooner = first.low;
    if (!between.reachable() || state_.price_at(first, spot.tour, spot.gap, sooner) == impossible) return most;
    const std::int32_t takes = ground.context().service_s(frame.technician, first.order) + between.seconds;
    std::int32_t later = std::max({second.low, sooner + takes, sooner + link.min_s});
    sooner = std::max(sooner, later - link.max_s);
    std::int64_t price =
        sum(state_.price_at(first, spot.tour, spot.gap, sooner), state_.price_at(second, spot.tour, spot.gap, later));
    if (price == impossible) return most;
    std::size_t next = spot.gap;
    while (next < tour.items.size() && tour.items[next].is_rest()) ++next;
    const Index before = spot.gap > 0 ? tour.items[spot.gap - 1].place : frame.start_place;
    const Index behind = next < tour.items.size() ? tour.items[next].place : frame.end_place;
    price += first.cost(between) + first.cost(way(before, behind)) - first.cost(way(first.place, behind)) -
             first.cost(way(before, second.place)) - (tour.visits == 0 ? frame.fixed_cost : 0);
    if (tour.visits == 0) price -= first.cost(way(before, behind));  // nobody drives an empty tour
    price += std::max(0, later - sooner - takes) * ground.weights().per_waiting_second;
    return price < most ? keep({price, spot, spot}, most) : most;
  }

  /// Since the gap was looked at rests may have moved, or gone.
  bool put(Index order, const Spot& spot) {
    return spot.gap <= state_.tour(spot.tour).items.size() && state_.insert(order, spot);
  }
  static std::int64_t sum(std::int64_t a, std::int64_t b) {
    return a == impossible || b == impossible ? impossible : a + b;
  }
  void find(Index order, std::vector<Candidate>& best) { Candidates(state_, order, blink_, random_, best).find(look_); }

  State& state_;
  const Look& look_;
  anneal::Blink& blink_;
  SplitMix64& random_;
  std::vector<Candidate> ours_;
  std::vector<Candidate> theirs_;
  std::vector<Couple> couples_;
  std::vector<Index> chain_;
};

}  // namespace place_detail

PAIDAN_INLINE std::int64_t missing_price(const State& state, Index order) {
  if (!state.ground().visit(order).linked) return state.missing_price(order);
  std::int64_t price = 0;
  for (const OrderIndex one : state.ground().group(order)) price += state.missing_price(one.value);
  return price;
}

PAIDAN_INLINE std::int64_t saved_by(const State& state, Index order) {
  const auto saves = [&](Index one) { return state.missing_price(one) - state.ground().least_pair_cost(one); };
  if (!state.ground().visit(order).linked) return std::max<std::int64_t>(0, saves(order));
  std::int64_t price = 0;
  for (const OrderIndex one : state.ground().group(order)) price += saves(one.value);
  return std::max<std::int64_t>(0, price);
}

PAIDAN_INLINE bool place(State& state, Index order, const Look& look, anneal::Blink& blink, SplitMix64& random,
                         std::int64_t most) {
  const Ground& ground = state.ground();
  if (!ground.visit(order).linked) {
    const Spot spot = find_spot(state, order, look, blink, random, most);
    return spot.tour != none && state.insert(order, spot);
  }
  const auto group = ground.group(order);
  place_detail::Placing placing(state, look, blink, random);
  most = std::min(most, missing_price(state, order));
  const auto rows = ground.dense().orders.links[order];
  if (group.size() == 2 && rows.size() == 1) return placing.couple(ground.dense().links[rows[0]], most);
  return placing.one_by_one(group, most);
}

PAIDAN_INLINE void place_apart(State& state, Index order, const Look& look, anneal::Blink& blink, SplitMix64& random) {
  state.begin();
  place(state, order, look, blink, random);
  if (!state.sound()) state.rollback();
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
