#include <paidan/routing/detail/anneal/tails.hpp>

#include "judge.hpp"
#include "moves.hpp"

#include "support/soak.hpp"

#include <doctest/doctest.h>

using namespace anneal_test;

TEST_CASE("What an exchange of tails would change is what the rows say, for any two routes") {
  SplitMix64 random(14);
  int possible = 0;
  int impossible = 0;
  for (int i = 0; i < paidan_test::cases(300); ++i) {
    const anneal::GroundRows rows = random_rows(random, 12, 4);
    const anneal::Ground ground(rows);
    const anneal::State state = random_plan(rows, ground, random);
    for (Index a = 0; a < ground.node_count(); ++a) {
      for (Index b = 0; b < ground.node_count(); ++b) {
        const auto head = [&](Index node) {
          if (ground.is_visit(node)) return state.placed(node);
          return node == ground.start_of(state.node(node).route) && state.size(state.node(node).route) > 0;
        };
        if (!head(a) || !head(b) || state.node(a).route == state.node(b).route) continue;
        const auto expected = judged_delta(rows, state, a, b);
        const auto found = anneal::tails_delta(state, a, b);
        REQUIRE(found.has_value() == expected.has_value());
        if (found) CHECK(*found == *expected);
        ++(found ? possible : impossible);
      }
    }
  }
  CHECK(possible > 1000);
  CHECK(impossible > 1000);
}

TEST_CASE("The best near exchange within the bound is made, and none beyond it") {
  SplitMix64 random(15);
  int made = 0;
  for (int i = 0; i < paidan_test::cases(600); ++i) {
    const anneal::GroundRows rows = random_rows(random, 12, 4);
    const anneal::Ground ground(rows);
    const anneal::Near near(ground);
    anneal::State state = random_plan(rows, ground, random);
    const Index visit = random.below(ground.visit_count());
    const std::int64_t most = static_cast<std::int64_t>(random.below(60)) - 20;
    std::optional<std::int64_t> best;
    for (const anneal::Neighbour& one : near.beside(visit)) {
      if (!state.placed(visit) || !state.placed(one.visit()) || !one.may_precede()) continue;
      if (state.node(one.visit()).route == state.node(visit).route) continue;
      const auto delta = judged_delta(rows, state, state.node(visit).prev, one.visit());
      if (delta && *delta <= most && *delta != 0 && (!best || *delta < *best)) best = delta;
    }
    const Picture before = picture(state);
    Index routes[2] = {anneal::none, anneal::none};
    const bool done = anneal::exchange_near(state, near, visit, most, routes);
    REQUIRE(done == best.has_value());
    check_state(rows, state);
    if (!done) {
      CHECK(picture(state) == before);
      continue;
    }
    ++made;
    CHECK(state.tally().legs - before.tally.legs == *best);
    CHECK(state.node(visit).route == routes[1]);
    CHECK(routes[0] != routes[1]);
  }
  CHECK(made > 50);
}

TEST_CASE("Of the gaps the pair that costs least is exchanged, even for worse") {
  SplitMix64 random(16);
  int made = 0;
  for (int i = 0; i < paidan_test::cases(300); ++i) {
    const anneal::GroundRows rows = random_rows(random, 12, 4);
    const anneal::Ground ground(rows);
    anneal::State state = random_plan(rows, ground, random);
    std::vector<Index> gaps;
    for (const Index route : state.active()) {
      const std::vector<Index> visits = routes_of(state)[route];
      const std::uint32_t at = random.below(static_cast<std::uint32_t>(visits.size()) + 1);
      gaps.push_back(at == 0 ? ground.start_of(route) : visits[at - 1]);
      state.touch(route);
    }
    std::optional<std::int64_t> best;
    for (const Index a : gaps) {
      for (const Index b : gaps) {
        if (a == b || (!ground.is_visit(a) && !ground.is_visit(b))) continue;
        if (!ground.is_visit(state.node(a).next) && !ground.is_visit(state.node(b).next)) continue;
        const auto delta = judged_delta(rows, state, a, b);
        if (delta && (!best || *delta < *best)) best = delta;
      }
    }
    const Picture before = picture(state);
    REQUIRE(anneal::exchange_gaps(state, gaps) == best.has_value());
    check_state(rows, state);
    if (best) {
      ++made;
      CHECK(state.tally().legs - before.tally.legs == *best);
    }
    state.rollback();
    CHECK(picture(state) == before);
  }
  CHECK(made > 30);
}
