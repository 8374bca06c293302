#include <paidan/routing/detail/anneal/blink.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace paidan;
using namespace paidan::routing::anneal;

TEST_CASE("One look in a hundred is missed, each on its own") {
  SplitMix64 random(6);
  Blink blink(100, random);
  constexpr int looks = 1'000'000;
  int missed = 0;
  int in_a_row = 0;
  bool last = false;
  for (int i = 0; i < looks; ++i) {
    const bool now = blink(random);
    missed += now ? 1 : 0;
    in_a_row += now && last ? 1 : 0;
    last = now;
  }
  CHECK(std::abs(missed - looks / 100) < 400);  // four standard deviations
  CHECK(std::abs(in_a_row - looks / 10'000) < 40);
}

TEST_CASE("Without blinking every look sees") {
  SplitMix64 random(7);
  Blink blink(0, random);
  for (int i = 0; i < 1000; ++i) CHECK(!blink(random));
}
