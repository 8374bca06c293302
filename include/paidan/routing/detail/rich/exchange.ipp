#pragma once

#include <paidan/routing/detail/rich/exchange.hpp>

#include <paidan/routing/detail/anneal/chance.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace exchange_detail {

inline constexpr std::size_t nearest = 30;

}  // namespace exchange_detail

PAIDAN_INLINE bool exchange(State& state, std::uint64_t temperature_q16, SplitMix64& random, Halves& halves) {
  const Ground& ground = state.ground();
  const Index visit = random.below(ground.visit_count());
  const Index a = state.tour_of(visit);
  if (a == none) return false;
  const auto beside = ground.beside(visit);
  if (beside.empty()) return false;
  // Where many have nothing to do, who does what is most of the question.
  const bool whole = random.below(10) < (state.many_idle() ? 5U : 1U);
  Index b = none;
  Index other = none;
  if (whole) {
    // Somebody near, more often than anybody.
    const auto homes = ground.homes(visit);
    const auto near = static_cast<std::uint32_t>(homes.size());
    b = near == 0 || random.below(4) == 0 ? random.below(ground.tour_count())
                                          : homes[std::min(random.below(near), random.below(near))].tour;
  } else {
    other = beside[random.below(static_cast<std::uint32_t>(std::min(exchange_detail::nearest, beside.size())))].order();
    b = state.tour_of(other);
  }
  if (b == none || a == b) return false;
  const std::int64_t allowed = anneal::allowance(temperature_q16, random.next());
  if (!whole && state.tails_least(visit, other) > allowed) return false;
  // A tour's visits before a cut, and behind it: the cut lies before `at`, or behind it; `none`: before all.
  const auto split = [&](Index tour, Index at, bool behind, std::vector<Index>& head, std::vector<Index>& tail) {
    head.clear();
    tail.clear();
    bool passed = at == none;
    for (const Item& one : state.tour(tour).items) {
      if (!one.is_visit()) continue;
      passed = passed || (one.order == at && !behind);
      (passed ? tail : head).push_back(one.order);
      passed = passed || one.order == at;
    }
  };
  split(a, whole ? none : visit, false, halves.head, halves.tail);  // the visit begins its tail …
  split(b, other, true, halves.other_head, halves.other_tail);      // … and goes behind the other
  halves.head.insert(halves.head.end(), halves.other_tail.begin(), halves.other_tail.end());
  halves.other_head.insert(halves.other_head.end(), halves.tail.begin(), halves.tail.end());
  state.begin();
  return state.replace(a, halves.head, b, halves.other_head, allowed + 1);
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
