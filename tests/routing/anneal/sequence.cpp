#include <paidan/routing/detail/anneal/sequence.hpp>

#include "random_ground.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

using namespace anneal_test;
using anneal::First;

TEST_CASE("Each rule puts first what it says, and leaves equal ones as they stand") {
  SplitMix64 random(17);
  for (int i = 0; i < 100; ++i) {
    const anneal::Ground ground(random_rows(random, i % 2 == 0 ? 20 : 80, 3));
    const anneal::Sequence sequence(ground);
    std::vector<Index> given(ground.visit_count());
    std::iota(given.begin(), given.end(), Index{0});
    std::reverse(given.begin(), given.end());
    const auto check = [&](First first, auto before) {
      std::vector<Index> sorted = given;
      sequence.by(first, sorted);
      std::vector<Index> expected = given;
      std::stable_sort(expected.begin(), expected.end(), before);
      CHECK(sorted == expected);
    };
    const auto window = [&](Index v) { return ground.window(v); };
    check(First::heavy, [&](Index a, Index b) { return window(a).load > window(b).load; });
    check(First::far, [&](Index a, Index b) { return ground.alone(a) > ground.alone(b); });
    check(First::near, [&](Index a, Index b) { return ground.alone(a) < ground.alone(b); });
    check(First::narrow, [&](Index a, Index b) {
      return window(a).latest - window(a).earliest < window(b).latest - window(b).earliest;
    });
    check(First::early, [&](Index a, Index b) { return window(a).earliest < window(b).earliest; });
    check(First::late, [&](Index a, Index b) { return window(a).latest > window(b).latest; });
  }
}

TEST_CASE("A drawn sequence has the same visits, often another order, and the same one for the same draws") {
  SplitMix64 random(18);
  anneal::GroundRows rows = random_rows(random, 20, 3);
  rows.visits.resize(10, rows.visits.front());
  const anneal::Ground ground(rows);
  const anneal::Sequence sequence(ground);
  std::vector<Index> all(ground.visit_count());
  std::iota(all.begin(), all.end(), Index{0});
  int other = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    SplitMix64 first(seed);
    SplitMix64 second(seed);
    std::vector<Index> one = all;
    std::vector<Index> two = all;
    sequence.drawn(one, first);
    sequence.drawn(two, second);
    CHECK(one == two);
    other += one != all ? 1 : 0;
    std::sort(one.begin(), one.end());
    CHECK(one == all);
  }
  CHECK(other > 90);
}
