#pragma once

#include <paidan/routing/detail/rich/insertion.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace insertion_detail {

/// A neighbour is looked at while its way costs less than this many times the best price so far.
inline constexpr std::int64_t reach = 2;

class Scan {
 public:
  Scan(State& state, Index order, std::int64_t most, anneal::Blink& blink, SplitMix64& random)
      : state_(state),
        ground_(state.ground()),
        order_(order),
        probe_(state.probe(order)),
        may_(ground_.tours(order)),
        blink_(blink),
        random_(random),
        limited_(most < state.missing_price(order)),
        most_(std::min(most, state.missing_price(order))) {
    best_.price = most_;
    far_ = reach * (most_ - probe_.least_pair_cost);
  }

  void look_at(Index tour, std::size_t gap) {
    const std::int64_t price = state_.try_gap(probe_, tour, gap, best_.price);
    if (price == impossible || blink_(random_)) return;
    best_ = {price, tour, static_cast<Index>(gap)};
    far_ = reach * (price - probe_.least_pair_cost);
  }

  void look_before(const Slot& slot, const constraints::Hop* known = nullptr) {
    if (state_.may_pay_before(probe_, slot, best_.price, known)) look_at(slot.tour, slot.position);
  }
  void look_behind(const Slot& slot, const constraints::Hop* known = nullptr) {
    if (state_.may_pay_behind(probe_, slot, best_.price, known)) look_at(slot.tour, slot.position + std::size_t{1});
  }

  void whole(Index tour) {
    const std::vector<Item>& items = state_.tour(tour).items;
    if (items.empty()) return look_at(tour, 0);
    // Every other visit knows both of its gaps; a rest has gaps of its own.
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!items[i].is_visit()) {
        look_at(tour, i);
        look_at(tour, i + 1);
      } else {
        const Slot& slot = state_.slot(items[i].order);
        look_before(slot);
        look_behind(slot);
        if (i + 2 < items.size() && items[i + 1].is_visit()) ++i;
      }
    }
  }

  void beside() {
    const auto known = static_cast<bool>(probe_.to);
    for (const Neighbour& one : ground_.beside(order_)) {
      if (one.leg >= far_) {
        if (best_.tour != none) break;
        if (limited_) continue;
      }
      const Slot& slot = state_.slot(one.order());
      if (slot.tour == none || !may_.contains(slot.tour)) continue;
      if (one.may_follow()) look_before(slot, known ? &one.there : nullptr);
      if (one.may_precede()) look_behind(slot, known ? &one.back : nullptr);
    }
  }

  void look_at_ends(Index tour) {
    const auto& [visits, first, last] = state_.ends(tour);
    if (first == none || state_.may_pay_before(probe_, state_.slot(first), best_.price)) look_at(tour, 0);
    if (last == none || state_.may_pay_behind(probe_, state_.slot(last), best_.price))
      look_at(tour, state_.tour(tour).items.size());
  }

  /// First and last gaps of tours (`ends`), and empty tours, as long as the way from there may pay.
  void homes(bool ends) {
    for (const auto& [tour, leg, both] : ground_.homes(order_)) {
      if (leg >= far_ && (limited_ || best_.tour != none)) break;
      if (state_.ends(tour).visits == 0) {
        if (both + probe_.least_pair_cost < best_.price) look_at(tour, 0);
      } else if (ends) {
        look_at_ends(tour);
      }
    }
  }

  /// An empty tour, whatever it costs.
  void fresh() {
    const Spot known = best_;
    best_ = {most_, none, 0};
    for (const Home& one : ground_.homes(order_)) {
      if (state_.ends(one.tour).visits == 0) look_at(one.tour, 0);
    }
    if (best_.tour == none) best_ = known;
  }

  void touched() {
    for (std::size_t i = 0; i < state_.touched_count(); ++i) {
      if (may_.contains(state_.touched_tour(i))) whole(state_.touched_tour(i));
    }
  }

  void everywhere() {
    for (Index tour = 0; tour < ground_.tour_count(); ++tour) {
      if (may_.contains(tour)) whole(tour);
    }
  }

  [[nodiscard]] const Spot& best() const { return best_; }

 private:
  State& state_;
  const Ground& ground_;
  Index order_;
  Probe probe_;
  Tours may_;
  anneal::Blink& blink_;
  SplitMix64& random_;
  bool limited_;  ///< by what the step may cost, not only by leaving the order out
  std::int64_t most_;
  std::int64_t far_ = 0;  ///< a way that costs so much leads to no better place, most likely
  Spot best_;
};

}  // namespace insertion_detail

PAIDAN_INLINE Spot find_spot(State& state, Index order, const Look& look, anneal::Blink& blink, SplitMix64& random,
                             std::int64_t most) {
  insertion_detail::Scan scan(state, order, most, blink, random);
  if (look.touched) {
    scan.touched();
    return scan.best();
  }
  if (look.everywhere) {
    scan.everywhere();
    if (look.fresh) scan.fresh();
    return scan.best();
  }
  scan.beside();
  scan.homes(look.ends);
  if (look.fresh) scan.fresh();
  return scan.best();
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
