#include <paidan/routing/detail/ways.hpp>

#include <paidan/core/random.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <vector>

using paidan::constraints::Hop;
using paidan::routing::Ways;

namespace {

/// Ways of up to so many seconds and metres, some of which do not exist.
std::vector<Hop> drawn(std::size_t places, std::uint32_t seconds, std::uint32_t metres, paidan::SplitMix64& random) {
  std::vector<Hop> table;
  for (std::size_t i = 0; i < places * places; ++i) {
    const Hop leg{static_cast<std::int32_t>(random.below(seconds)), static_cast<std::int32_t>(random.below(metres))};
    table.push_back(random.below(10) == 0 ? Hop{-1, 0} : leg);
  }
  return table;
}

std::vector<Hop> turned(const std::vector<Hop>& table, std::size_t places) {
  std::vector<Hop> back;
  for (std::size_t to = 0; to < places; ++to) {
    for (std::size_t from = 0; from < places; ++from) back.push_back(table[from * places + to]);
  }
  return back;
}

void check_same(const std::vector<Hop>& table, std::size_t places) {
  const std::vector<Hop> back = turned(table, places);
  for (const bool narrow : {false, true}) {
    Ways ways(table.data(), back.data(), places);
    if (narrow) ways.narrow();
    CAPTURE(narrow);
    for (std::size_t from = 0; from < places; ++from) {
      for (std::size_t to = 0; to < places; ++to) {
        REQUIRE(ways.from(from)[to] == table[from * places + to]);
        REQUIRE(ways.to(to)[from] == table[from * places + to]);
      }
    }
  }
}

}  // namespace

TEST_CASE("ways are the same in as few bytes as they need") {
  constexpr std::size_t places = 9;
  paidan::SplitMix64 random(1);
  check_same(drawn(places, 65'535, 1, random), places);
  check_same(drawn(places, 65'535, 65'536, random), places);
  check_same(drawn(places, 65'536, 65'537, random), places);
  check_same(drawn(places, 1U << 30U, 1U << 30U, random), places);
}

TEST_CASE("the longest ways two bytes can tell, and one more") {
  for (const std::int32_t seconds : {65'534, 65'535, 65'536}) {
    for (const std::int32_t metres : {0, 65'535, 65'536}) {
      CAPTURE(seconds);
      CAPTURE(metres);
      check_same({{0, 0}, {seconds, metres}, {-1, 0}, {0, 0}}, 2);
    }
  }
}

TEST_CASE("ways that are as long back are told once") {
  const std::vector<Hop> table{{0, 0}, {70, 7}, {70, 7}, {0, 0}};
  Ways ways(table.data(), table.data(), 2);
  ways.narrow();
  CHECK(ways.to(1)[0] == Hop{70, 7});
  CHECK(ways.from(1)[0] == Hop{70, 7});
  CHECK_FALSE(Ways::Row());
  CHECK(ways.from(0));
}
