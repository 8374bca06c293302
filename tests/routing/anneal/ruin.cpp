#include <paidan/routing/detail/anneal/ruin.hpp>

#include "judge.hpp"

#include <paidan/routing/detail/anneal/construct.hpp>

#include "support/soak.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <set>

using namespace anneal_test;

namespace {

/// Visits in one place with any time: strings as long as they get.
anneal::GroundRows easy_rows(std::int32_t visits, std::int32_t a_route) {
  anneal::GroundRows rows;
  rows.places = static_cast<std::size_t>(visits) + 1;
  for (std::int32_t a = 0; a <= visits; ++a) {
    for (std::int32_t b = 0; b <= visits; ++b) rows.legs.push_back(a > b ? a - b : b - a);
  }
  for (std::int32_t v = 0; v < visits; ++v)
    rows.visits.push_back({.place = static_cast<Index>(v) + 1, .earliest = 0, .latest = 100'000, .load = 1});
  rows.routes.assign(static_cast<std::size_t>(visits),
                     {.start = 0, .end = 0, .earliest = 0, .latest = 100'000, .capacity = a_route});
  return rows;
}

}  // namespace

TEST_CASE("A ruin leaves a sound plan, and what it took out goes back as it was") {
  SplitMix64 random(19);
  anneal::Rubble rubble;
  int sound = 0;
  int late = 0;
  for (int i = 0; i < paidan_test::cases(200); ++i) {
    const anneal::GroundRows rows = random_rows(random, 20, 5);
    const anneal::Ground ground(rows);
    const anneal::Near near(ground);
    anneal::State state = anneal::construct(ground, near, anneal::Sequence(ground), 100'000'000);
    for (int step = 0; step < 10; ++step) {
      const Picture before = picture(state);
      state.begin();
      anneal::ruin(state, near, random, rubble);
      sound += rubble.sound ? 1 : 0;
      late += rubble.sound ? 0 : 1;
      if (rubble.sound) {
        check_state(rows, state, rubble.out);
      } else {
        const auto routes = routes_of(state);
        bool somebody = false;
        for (Index r = 0; r < routes.size(); ++r) somebody |= !route_legs(rows, r, routes[r]).has_value();
        CHECK(somebody);
      }
      CHECK(state.absent().empty());
      for (const Index gap : rubble.gaps) CHECK((!ground.is_visit(gap) || state.placed(gap)));
      state.rollback();
      CHECK(picture(state) == before);
    }
  }
  CHECK(sound > 1000);
  CHECK(late > 10);
}

TEST_CASE("About ten visits leave, in strings of at most ten, some of them split") {
  SplitMix64 random(20);
  for (const std::int32_t a_route : {5, 12, 50}) {
    const anneal::GroundRows rows = easy_rows(200, a_route);
    const anneal::Ground ground(rows);
    const anneal::Near near(ground);
    anneal::State state = anneal::construct(ground, near, anneal::Sequence(ground), 100'000'000);
    REQUIRE(state.absent().empty());
    anneal::Rubble rubble;
    std::size_t taken = 0;
    int split = 0;
    constexpr int steps = 4000;
    for (int step = 0; step < steps; ++step) {
      const auto routes = routes_of(state);
      state.begin();
      anneal::ruin(state, near, random, rubble);
      taken += rubble.out.size();
      const std::set<Index> out(rubble.out.begin(), rubble.out.end());
      for (const auto& route : routes) {
        std::size_t pieces = 0;
        std::size_t of_it = 0;
        for (std::size_t i = 0; i < route.size(); ++i) {
          if (out.count(route[i]) == 0) continue;
          ++of_it;
          pieces += i == 0 || out.count(route[i - 1]) == 0 ? 1 : 0;
        }
        CHECK(pieces <= 2);
        CHECK(of_it <= 10);
        split += pieces == 2 ? 1 : 0;
      }
      state.rollback();
    }
    CHECK(taken > steps * 8);
    CHECK(taken < steps * 12);
    CHECK(split > steps / 20);
  }
}
