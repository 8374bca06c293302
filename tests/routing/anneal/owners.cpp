#include <paidan/routing/detail/anneal/owners.hpp>

#include "judge.hpp"
#include "moves.hpp"

#include "support/soak.hpp"

#include <doctest/doctest.h>

using namespace anneal_test;

TEST_CASE("Two routes change all their visits where the rows allow it and the bound does, and can be taken back") {
  SplitMix64 random(29);
  int made = 0;
  int with_idle = 0;
  int refused = 0;
  for (int i = 0; i < paidan_test::cases(1500); ++i) {
    const anneal::GroundRows rows = random_rows(random, 8, 5);
    const anneal::Ground ground(rows);
    anneal::State state = random_plan(rows, ground, random);
    if (state.active().empty()) continue;
    const Index route = state.active()[random.below(static_cast<std::uint32_t>(state.active().size()))];
    Index other = random.below(ground.route_count());
    if (ground.kind(other) == ground.kind(route)) continue;
    if (state.size(other) == 0) other = state.idle(ground.kind(other));
    const std::int64_t most = static_cast<std::int64_t>(random.below(200)) - 50;
    const auto delta = judged_delta(rows, state, ground.start_of(route), ground.start_of(other));
    const bool expected = delta.has_value() && *delta <= most;
    const bool idle = state.size(other) == 0;
    const Picture before = picture(state);
    state.begin();
    state.touch(route);
    state.touch(other);
    REQUIRE(anneal::exchange_owners(state, route, other, most) == expected);
    check_state(rows, state);
    if (expected) {
      ++made;
      with_idle += idle ? 1 : 0;
      CHECK(state.tally().legs - before.tally.legs == *delta);
    } else {
      ++refused;
      CHECK(picture(state) == before);
    }
    state.rollback();
    CHECK(picture(state) == before);
  }
  CHECK(made > 50);
  CHECK(with_idle > 20);
  CHECK(refused > 50);
}
