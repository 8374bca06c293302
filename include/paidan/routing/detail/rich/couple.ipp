#pragma once

#include <paidan/routing/detail/rich/couple.hpp>

#include <array>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace couple_detail {

inline constexpr std::int64_t sequences_coupled = 400;
inline constexpr std::size_t openings = 40;  ///< empty tours tried for two orders together

}  // namespace couple_detail

PAIDAN_INLINE bool couple(State& state, SplitMix64& random) {
  const Ground& ground = state.ground();
  const auto absent = state.absent();
  const auto count = static_cast<Index>(absent.size());
  if (count < 2) return false;
  const Index first = absent[random.below(count)];
  const Index from = random.below(count);
  std::int64_t left = couple_detail::sequences_coupled;
  Index pair[2] = {first, none};
  std::vector<Index> sequence;
  Spot best{0, none, 0};
  Index chosen = none;
  for (Index i = 0; i < count && left > 0; ++i) {
    const Index other = absent[(from + i) % count];
    if (other == first || ground.visit(first).linked || ground.visit(other).linked) continue;
    pair[1] = other;
    const std::int64_t saved = state.missing_price(first) + state.missing_price(other);
    for (Index tour = 0; tour < ground.tour_count() && left > 0; ++tour) {
      if (!ground.may(first, tour) || !ground.may(other, tour) || !state.has_stock({pair, 2}, tour)) continue;
      const std::vector<Index> there = state.visits(tour);
      for (std::size_t gap = 0; gap <= there.size(); ++gap, --left) {
        sequence.assign(there.begin(), there.end());
        sequence.insert(sequence.begin() + static_cast<std::ptrdiff_t>(gap), pair, pair + 2);
        const std::int64_t price = state.try_sequence(tour, sequence);
        if (price == impossible || price - saved >= best.price) continue;
        best = {price - saved, tour, static_cast<Index>(gap)};
        chosen = other;
      }
    }
  }
  if (chosen == none) return false;
  pair[1] = chosen;
  state.begin();
  if (state.insert_chain({pair, 2}, {best.price, best.tour, state.gap_behind(best.tour, best.gap)})) return true;
  if (!state.sound()) state.rollback();
  return false;
}

PAIDAN_INLINE bool open_for_two(State& state, Index first, Index second) {
  const Ground& ground = state.ground();
  if (ground.visit(first).linked || ground.visit(second).linked) return false;
  Spot best;
  Index pair[2] = {first, second};
  bool turned = false;
  std::size_t left = couple_detail::openings;
  for (const Home& home : ground.homes(first)) {
    const Index tour = home.tour;
    if (state.tour(tour).visits != 0 || !ground.may(second, tour) || !state.has_stock({pair, 2}, tour)) continue;
    if (left-- == 0) break;
    for (const bool turn : {false, true}) {
      const std::int64_t price = state.try_sequence(tour, std::array{pair[turn ? 1 : 0], pair[turn ? 0 : 1]});
      if (price >= best.price) continue;
      best = {price, tour, 0};
      turned = turn;
    }
  }
  if (best.tour == none) return false;
  if (turned) std::swap(pair[0], pair[1]);
  return state.insert_chain({pair, 2}, best);
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
