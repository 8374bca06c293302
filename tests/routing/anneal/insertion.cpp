#include <paidan/routing/detail/anneal/insertion.hpp>

#include "judge.hpp"

#include <paidan/routing/detail/anneal/construct.hpp>

#include "support/soak.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace anneal_test;

namespace {

constexpr std::int64_t nothing = std::numeric_limits<std::int64_t>::max();

/// Least price of a visit over every place, tried by the rows; with `only_idle` in routes not in use alone.
std::int64_t least(const anneal::GroundRows& rows, const anneal::State& state, Index visit, bool only_idle) {
  std::int64_t best = nothing;
  const auto routes = routes_of(state);
  for (Index r = 0; r < routes.size(); ++r) {
    if (only_idle && !routes[r].empty()) continue;
    for (std::size_t at = 0; at <= routes[r].size(); ++at) {
      std::vector<Index> with = routes[r];
      with.insert(with.begin() + static_cast<std::ptrdiff_t>(at), visit);
      if (const auto legs = route_legs(rows, r, with)) best = std::min(best, *legs - *route_legs(rows, r, routes[r]));
    }
  }
  return best;
}

/// A plan without one visit; nothing when a leg over its gap would be too long.
std::optional<anneal::State> half_plan(const anneal::GroundRows& rows, const anneal::Ground& ground,
                                       const anneal::Near& near, Index spared) {
  anneal::State state = anneal::construct(ground, near, anneal::Sequence(ground), 100'000'000);
  state.begin();
  if (state.placed(spared)) {
    const Index route = state.node(spared).route;
    const Index before = state.node(spared).prev;
    std::vector<Index> held;
    state.touch(route);
    state.cut(spared, spared, held);
    state.mend(before);
    state.settle(route);
    if (!state.on_time(state.node(before).next)) return std::nullopt;
  } else {
    std::vector<Index> held;
    state.take_absent(held);
    for (const Index v : held) {
      if (v != spared) state.leave_out(v);
    }
  }
  check_state(rows, state, {spared});
  return state;
}

}  // namespace

TEST_CASE("A place found is on time, costs what is said, and is hardly ever not the cheapest") {
  SplitMix64 random(21);
  anneal::Blink never(0, random);
  int found = 0;
  int dearer = 0;
  for (int i = 0; i < paidan_test::cases(1500); ++i) {
    const anneal::GroundRows rows = random_rows(random, 12, 4);
    const anneal::Ground ground(rows);
    const anneal::Near near(ground);
    const Index visit = random.below(ground.visit_count());
    std::optional<anneal::State> plan = half_plan(rows, ground, near, visit);
    if (!plan) continue;
    anneal::State& state = *plan;
    const std::int64_t best = least(rows, state, visit, false);
    const anneal::Spot spot = anneal::find_spot(state, near, visit, {}, never, random);
    REQUIRE((spot.after == anneal::none) == (best == nothing));
    if (spot.after == anneal::none) continue;
    ++found;
    REQUIRE(spot.delta >= best);
    dearer += spot.delta > best ? 1 : 0;
    const std::int64_t legs = state.tally().legs;
    state.insert(visit, spot.after);
    check_state(rows, state);
    CHECK(state.tally().legs - legs == spot.delta);
  }
  CHECK(found > 500);
  CHECK(dearer * 50 < found);
}

TEST_CASE("No place is found at or above the bound") {
  SplitMix64 random(22);
  anneal::Blink never(0, random);
  for (int i = 0; i < paidan_test::cases(300); ++i) {
    const anneal::GroundRows rows = random_rows(random, 12, 4);
    const anneal::Ground ground(rows);
    const anneal::Near near(ground);
    const Index visit = random.below(ground.visit_count());
    const std::optional<anneal::State> plan = half_plan(rows, ground, near, visit);
    if (!plan) continue;
    const anneal::State& state = *plan;
    const anneal::Spot any = anneal::find_spot(state, near, visit, {}, never, random);
    if (any.after == anneal::none) continue;
    const anneal::Spot same = anneal::find_spot(state, near, visit, {.below = any.delta}, never, random);
    CHECK((same.after == anneal::none || same.delta < any.delta));
    const anneal::Spot above = anneal::find_spot(state, near, visit, {.below = any.delta + 1}, never, random);
    CHECK(above.after != anneal::none);
  }
}

TEST_CASE("A fresh route is opened where that can be done, at its least price, and else the best place is kept") {
  SplitMix64 random(23);
  anneal::Blink never(0, random);
  int opened = 0;
  for (int i = 0; i < paidan_test::cases(500); ++i) {
    const anneal::GroundRows rows = random_rows(random, 12, 6);
    const anneal::Ground ground(rows);
    const anneal::Near near(ground);
    const Index visit = random.below(ground.visit_count());
    const std::optional<anneal::State> plan = half_plan(rows, ground, near, visit);
    if (!plan) continue;
    const anneal::State& state = *plan;
    const std::int64_t best = least(rows, state, visit, true);
    const anneal::Spot spot = anneal::find_spot(state, near, visit, {.fresh = true}, never, random);
    if (best == nothing) {
      const anneal::Spot plain = anneal::find_spot(state, near, visit, {}, never, random);
      CHECK(spot.after == plain.after);
      continue;
    }
    ++opened;
    REQUIRE(spot.after != anneal::none);
    CHECK(spot.delta == best);
    CHECK(state.size(state.node(spot.after).route) == 0);
  }
  CHECK(opened > 100);
}
