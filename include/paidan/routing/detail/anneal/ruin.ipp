#pragma once

#include <paidan/routing/detail/anneal/ruin.hpp>
#include <paidan/routing/detail/anneal/tails.hpp>
#include <paidan/routing/detail/strings.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

namespace ruin_detail {

inline constexpr std::uint32_t exchange_percent = 30;

/// Takes `length` visits out of the route of `visit`, from a string that holds it and keeps `spared` in its middle.
inline void take_string(State& state, Index visit, Index length, Index spared, SplitMix64& random, Rubble& rubble) {
  const Ground& ground = state.ground();
  const Index route = state.node(visit).route;
  const Index total = length + spared;
  Index first = visit;
  Index last = visit;
  Index reached = 1;
  // Some way back, then on to the full length, then back for what the route's end did not give.
  for (Index back = random.below(total); back > 0 && ground.is_visit(state.node(first).prev); --back, ++reached)
    first = state.node(first).prev;
  for (; reached < total && ground.is_visit(state.node(last).next); ++reached) last = state.node(last).next;
  for (; reached < total; ++reached) first = state.node(first).prev;

  const Index before = state.node(first).prev;
  Index gap = before;
  if (spared == 0) {
    state.cut(first, last, rubble.out);
    state.mend(gap);
  } else {
    const Index head = random.below(length + 1);  // taken before the spared ones
    Index inner = first;
    for (Index i = 1; i < head; ++i) inner = state.node(inner).next;
    Index spare = head == 0 ? first : state.node(inner).next;
    if (head > 0) state.cut(first, inner, rubble.out);
    for (Index i = 1; i < spared; ++i) spare = state.node(spare).next;
    if (head < length) {
      gap = spare;
      state.cut(state.node(spare).next, last, rubble.out);
    }
    if (head > 0) state.mend(before);
    if (head < length) state.mend(gap);
  }
  state.settle(route);
  rubble.sound &= state.on_time(state.node(before).next) && state.on_time(state.node(gap).next);
  if (state.size(route) > 0) rubble.gaps.push_back(gap);
}

}  // namespace ruin_detail

PAIDAN_INLINE void ruin(State& state, const Near& near, SplitMix64& random, Rubble& rubble) {
  using namespace ruin_detail;
  rubble.out.clear();
  rubble.gaps.clear();
  rubble.sound = true;
  const std::size_t served = state.ground().visit_count() - state.absent().size();
  const Index seed = random.below(state.ground().visit_count());
  if (!state.absent().empty()) state.take_absent(rubble.out);
  if (served == 0) return;
  const Strings strings(served, state.active().size());
  Index left = strings.count(random);
  const auto around = near.around(seed);
  for (std::size_t k = 0; k <= around.size() && left > 0; ++k) {
    const Index visit = k == 0 ? seed : around[k - 1];
    const Index route = state.node(visit).route;
    if (route == state.nowhere() || state.touched(route)) continue;
    state.touch(route);
    --left;
    const auto [length, spared] = strings.cut(state.size(route), random);
    take_string(state, visit, length, spared, random, rubble);
  }
  if (rubble.sound && rubble.gaps.size() >= 2 && random.below(100) < exchange_percent)
    exchange_gaps(state, rubble.gaps);
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
