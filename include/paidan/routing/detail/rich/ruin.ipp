#pragma once

#include <paidan/routing/detail/rich/ruin.hpp>

#include <paidan/routing/detail/rich/place.hpp>
#include <paidan/routing/detail/strings.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace ruin_detail {

inline constexpr std::size_t retried = 10;  ///< absent orders tried again a step, the nearest
inline constexpr std::uint32_t call_given_up_one_in = 10;

/// Which visits of a tour stay: all but `length` ones of a string around the visit, which keeps `spared` in its middle.
inline void choose_string(const State& state, Index tour, Index visit, Index length, Index spared, SplitMix64& random,
                          std::vector<std::uint8_t>& keep) {
  const Tour& plan = state.tour(tour);
  const Index size = plan.visits;
  Index at = state.position_of(visit);
  if (plan.items.size() > size) {
    const auto first = plan.items.begin();
    at -= static_cast<Index>(std::count_if(first, first + at, [](const Item& one) { return !one.is_visit(); }));
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

/// Linked orders leave together, and the first of each group stands for all of it.
inline void take_groups_along(State& state, Rubble& rubble) {
  const Ground& ground = state.ground();
  std::vector<Index>& out = rubble.out;
  for (std::size_t i = 0; i < out.size() && rubble.sound; ++i) {
    if (!ground.visit(out[i]).linked) continue;
    for (const OrderIndex one : ground.group(out[i])) {
      const Index tour = state.tour_of(one.value);
      if (tour == none) continue;
      state.keep_others(tour, {&one.value, 1}, rubble.keep);
      rubble.sound = rubble.sound && state.remove(tour, rubble.keep, out);
    }
  }
  const auto follows = [&](Index order) { return !leads(ground, order); };
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Index first = ground.visit(out[i]).linked ? ground.group(out[i]).front().value : out[i];
    if (first != out[i] && std::find(out.begin(), out.end(), first) == out.end()) out.push_back(first);
  }
  std::erase_if(out, follows);
  std::erase_if(rubble.before, follows);
  rubble.sound = rubble.sound && state.settle();
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
  if (served == 0) return ground.links() ? take_groups_along(state, rubble) : void();
  const Strings strings(served, state.used());
  Index left = strings.count(random);
  for (std::size_t k = 0; k <= around.size() && left > 0; ++k) {
    const Index visit = k == 0 ? seed : around[k - 1];
    const Index tour = state.tour_of(visit);
    if (tour == none || state.touched(tour)) continue;
    --left;
    const auto [length, spared] = strings.cut(state.tour(tour).visits, random);
    choose_string(state, tour, visit, length, spared, random, rubble.keep);
    if (state.tour(tour).depot != none && random.below(call_given_up_one_in) == 0)
      state.keep_without_call(tour, rubble.keep);
    if (!state.remove(tour, rubble.keep, rubble.out)) {
      rubble.sound = false;
      return;
    }
  }
  if (ground.links()) take_groups_along(state, rubble);
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
