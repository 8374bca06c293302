#include <paidan/routing/detail/anneal/state.hpp>

#include "judge.hpp"
#include "moves.hpp"

#include "support/soak.hpp"

#include <doctest/doctest.h>

using namespace anneal_test;

TEST_CASE("A new state leaves everything out and uses nothing") {
  SplitMix64 random(11);
  for (int i = 0; i < 50; ++i) {
    const anneal::GroundRows rows = random_rows(random, 8, 4);
    const anneal::Ground ground(rows);
    const anneal::State state(ground);
    check_state(rows, state);
    CHECK(state.absent().size() == rows.visits.size());
    CHECK(state.active().empty());
  }
}

TEST_CASE("After every change all links, times and sums are as if built anew") {
  SplitMix64 random(12);
  Moves done;
  for (int i = 0; i < paidan_test::cases(150); ++i) {
    const anneal::GroundRows rows = random_rows(random, 14, 5);
    const anneal::Ground ground(rows);
    anneal::State state(ground);
    for (int step = 0; step < 20; ++step) {
      state.begin();
      std::vector<Index> held;
      for (std::uint32_t move = 1 + random.below(5); move > 0; --move) {
        random_move(rows, state, held, random, done);
        check_state(rows, state, held);
      }
      for (const Index visit : held) state.leave_out(visit);
      check_state(rows, state);
    }
  }
  CHECK(done.inserted > 500);
  CHECK(done.cut > 500);
  CHECK(done.exchanged > 100);
}

TEST_CASE("Taking a step back restores every byte, and what follows is the same") {
  SplitMix64 random(13);
  for (int i = 0; i < paidan_test::cases(150); ++i) {
    const anneal::GroundRows rows = random_rows(random, 14, 5);
    const anneal::Ground ground(rows);
    anneal::State state(ground);
    Moves unused;
    const auto step = [&](anneal::State& plan, std::uint64_t seed) {
      SplitMix64 drawn(seed);
      std::vector<Index> held;
      plan.begin();
      for (std::uint32_t move = 1 + drawn.below(6); move > 0; --move) random_move(rows, plan, held, drawn, unused);
      return held;
    };
    for (int round = 0; round < 20; ++round) {
      const anneal::State kept = state;
      const Picture before = picture(state);
      step(state, random.next());
      state.rollback();  // also with visits still held
      CHECK(picture(state) == before);
      check_state(rows, state);
      // What cannot be seen (stacks of idle routes, positions) shows in what the next step does.
      const std::uint64_t seed = random.next();
      anneal::State other = kept;
      for (anneal::State* plan : {&state, &other}) {
        for (const Index visit : step(*plan, seed)) plan->leave_out(visit);
      }
      CHECK(picture(state) == picture(other));
    }
  }
}
