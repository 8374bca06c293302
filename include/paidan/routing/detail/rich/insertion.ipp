#pragma once

#include <paidan/routing/detail/rich/insertion.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace insertion_detail {

/// A neighbour is looked at while its way costs less than this many times the best price so far.
inline constexpr std::int64_t reach = 2;

class Scan {
 public:
  Scan(State& state, Index order, anneal::Blink& blink, SplitMix64& random)
      : state_(state),
        ground_(state.ground()),
        order_(order),
        probe_(state.probe(order)),
        blink_(blink),
        random_(random) {
    best_.price = state.missing_price(order);
  }

  void look_at(Index tour, std::size_t gap) {
    if (!state_.may_pay(probe_, tour, gap, best_.price)) return;
    const std::int64_t price = state_.try_gap(order_, tour, gap, best_.price);
    if (price == impossible || blink_(random_)) return;
    best_ = {price, tour, static_cast<Index>(gap)};
  }

  void whole(Index tour) {
    for (std::size_t gap = 0; gap <= state_.tour(tour).items.size(); ++gap) look_at(tour, gap);
  }

  void beside() {
    const std::int64_t least = ground_.least_pair_cost(order_);
    for (const auto& [other, leg] : ground_.beside(order_)) {
      if (best_.tour != none && leg >= reach * (best_.price - least)) break;
      const Index tour = state_.tour_of(other);
      if (tour == none || !ground_.may(order_, tour)) continue;
      const std::size_t position = state_.position_of(other);
      look_at(tour, position);
      look_at(tour, position + 1);
    }
  }

  void ends() {
    for (Index tour = 0; tour < ground_.tour_count(); ++tour) {
      if (state_.tour(tour).visits == 0 || !ground_.may(order_, tour)) continue;
      look_at(tour, 0);
      look_at(tour, state_.tour(tour).items.size());
    }
  }

  /// Empty tours; `whatever` they cost, if asked.
  void fresh(bool whatever) {
    const Spot known = best_;
    if (whatever) best_ = {state_.missing_price(order_), none, 0};
    for (Index tour = 0; tour < ground_.tour_count(); ++tour) {
      if (state_.tour(tour).visits == 0 && ground_.may(order_, tour)) look_at(tour, 0);
    }
    if (whatever && best_.tour == none) best_ = known;
  }

  void touched() {
    for (std::size_t i = 0; i < state_.touched_count(); ++i) {
      if (ground_.may(order_, state_.touched_tour(i))) whole(state_.touched_tour(i));
    }
  }

  void everywhere() {
    for (Index tour = 0; tour < ground_.tour_count(); ++tour) {
      if (ground_.may(order_, tour)) whole(tour);
    }
  }

  [[nodiscard]] const Spot& best() const { return best_; }

 private:
  State& state_;
  const Ground& ground_;
  Index order_;
  Probe probe_;
  anneal::Blink& blink_;
  SplitMix64& random_;
  Spot best_;
};

}  // namespace insertion_detail

PAIDAN_INLINE Spot find_spot(State& state, Index order, const Look& look, anneal::Blink& blink, SplitMix64& random) {
  insertion_detail::Scan scan(state, order, blink, random);
  if (look.touched) {
    scan.touched();
    return scan.best();
  }
  if (look.everywhere) {
    scan.everywhere();
    if (look.fresh) scan.fresh(true);
    return scan.best();
  }
  scan.beside();
  if (look.ends) scan.ends();
  scan.fresh(look.fresh);
  return scan.best();
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
