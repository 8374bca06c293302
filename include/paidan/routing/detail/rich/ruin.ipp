#pragma once

#include <paidan/routing/detail/rich/ruin.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace ruin_detail {

inline constexpr std::uint64_t average = 10;  ///< visits taken out per step, about
inline constexpr std::uint64_t longest = 10;  ///< longest string
inline constexpr std::uint64_t one = 1U << 16U;
inline constexpr std::size_t retried = 10;  ///< absent orders tried again a step, the nearest

/// ⌊1 + u · span⌋ for a uniform u and a span with 16 bits behind the point.
[[nodiscard]] inline Index up_to(std::uint64_t span_q16, SplitMix64& random) {
  return 1 + static_cast<Index>((random.next() >> 32U) * span_q16 >> 48U);
}

/// Which visits of a tour stay: all but `length` ones of a string around the visit, which keeps `spared` in its middle.
inline void choose_string(const State& state, Index tour, Index visit, Index length, Index spared, SplitMix64& random,
                          std::vector<std::uint8_t>& keep) {
  const Tour& plan = state.tour(tour);
  const Index size = plan.visits;
  Index at = 0;
  for (Index i = 0, seen = 0; i < plan.items.size(); ++i) {
    if (!plan.items[i].is_visit()) continue;
    if (plan.items[i].order == visit) at = seen;
    ++seen;
  }
  const Index total = length + spared;
  const Index back = random.below(total);
  Index first = at > back ? at - back : 0;
  first = std::min(first, size - total);
  const Index head = spared == 0 ? total : random.below(length + 1);
  keep.assign(size, 1);
  for (Index i = 0; i < total; ++i) {
    if (i < head || i >= head + spared) keep[first + i] = 0;
  }
}

}  // namespace ruin_detail

PAIDAN_INLINE void ruin(State& state, SplitMix64& random, Rubble& rubble) {
  using namespace ruin_detail;
  const Ground& ground = state.ground();
  rubble.out.clear();
  rubble.sound = true;
  const Index seed = random.below(ground.visit_count());
  const auto around = ground.around(seed);
  if (!state.absent().empty()) {
    if (state.absent().size() <= retried) {
      rubble.out.assign(state.absent().begin(), state.absent().end());
    } else {
      for (std::size_t k = 0; k <= around.size() && rubble.out.size() < retried; ++k) {
        const Index order = k == 0 ? seed : around[k - 1];
        if (state.tour_of(order) == none) rubble.out.push_back(order);
      }
    }
  }
  rubble.before = rubble.out;
  const std::size_t served = state.visited();
  if (served == 0) return;
  // Strings no longer than an average tour, and as many of them as give the average number of visits.
  const std::uint64_t span = std::min(longest * one, served * one / state.used());
  const std::uint64_t strings = std::max(one, 4 * average * one * one / (one + span) - one);
  Index left = up_to(strings, random);
  for (std::size_t k = 0; k <= around.size() && left > 0; ++k) {
    const Index visit = k == 0 ? seed : around[k - 1];
    const Index tour = state.tour_of(visit);
    if (tour == none || state.touched(tour)) continue;
    --left;
    const Index size = state.tour(tour).visits;
    const Index length = std::min(size, up_to(std::min<std::uint64_t>(size * one, span), random));
    Index spared = 0;
    if (length > 1 && length < size && random.below(2) == 0) {
      spared = 1;
      while (length + spared < size && random.below(2) == 0) ++spared;
    }
    choose_string(state, tour, visit, length, spared, random, rubble.keep);
    if (!state.remove(tour, rubble.keep, rubble.out)) {
      rubble.sound = false;
      return;
    }
  }
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
