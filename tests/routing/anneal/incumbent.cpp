#include <paidan/routing/detail/anneal/incumbent.hpp>

#include "judge.hpp"
#include "moves.hpp"

#include <doctest/doctest.h>

using namespace anneal_test;

TEST_CASE("The best plan is kept goal by goal, and the routes changed since are enough to keep it") {
  SplitMix64 random(24);
  int better = 0;
  for (int i = 0; i < 100; ++i) {
    const anneal::GroundRows rows = random_rows(random, 14, 5);
    const anneal::Ground ground(rows);
    anneal::State state(ground);
    anneal::Incumbent best(state);
    anneal::Tally least = state.tally();
    std::vector<std::vector<Index>> routes = routes_of(state);
    Moves unused;
    for (int step = 0; step < 60; ++step) {
      state.begin();
      std::vector<Index> held;
      for (int move = 0; move < 4; ++move) random_move(rows, state, held, random, unused);
      for (const Index visit : held) state.leave_out(visit);
      for (std::size_t k = 0; k < state.touched_count(); ++k) best.changed(state.touched_route(k));
      best.consider(state);
      if (state.tally() < least) {
        ++better;
        least = state.tally();
        routes = routes_of(state);
      }
      REQUIRE(best.tally() == least);
      REQUIRE(best.routes() == routes);
    }
  }
  CHECK(better > 200);
}

TEST_CASE("Fewer left out is better, however long the way") {
  CHECK(anneal::Tally{.missed = 1, .legs = 900} < anneal::Tally{.missed = 2, .legs = 0});
  CHECK(anneal::Tally{.missed = 1, .legs = 9} < anneal::Tally{.missed = 1, .legs = 10});
  CHECK(anneal::Tally{.missed = 2, .legs = 10}.price(100) == 210);
}
