#include <paidan/core/random.hpp>

#include <doctest/doctest.h>

#include <array>
#include <set>

TEST_CASE("SplitMix64 gives the numbers of its authors' reference program") {
  // First outputs of splitmix64.c (Vigna) for the state 1234567.
  paidan::SplitMix64 random(1234567);
  for (const std::uint64_t expected : {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL,
                                       4593380528125082431ULL, 16408922859458223821ULL}) {
    CHECK(random.next() == expected);
  }
}

TEST_CASE("Draws stay within their bounds and reach both ends") {
  paidan::SplitMix64 random(5);
  std::array<int, 6> count{};
  for (int i = 0; i < 60'000; ++i) {
    const std::uint32_t die = random.below(6);
    REQUIRE(die < 6);
    ++count[die];
  }
  for (const int n : count) CHECK((n > 9'500 && n < 10'500));  // ± 5 standard deviations
  std::set<std::int64_t> seen;
  for (int i = 0; i < 1'000; ++i) seen.insert(random.between(-2, 2));
  CHECK(seen == std::set<std::int64_t>{-2, -1, 0, 1, 2});
  CHECK(random.below(1) == 0);
  CHECK(random.between(9, 9) == 9);
}

TEST_CASE("A counted draw depends on its keys alone") {
  static_assert(paidan::draw(1, 2, 3, 4) == paidan::draw(1, 2, 3, 4));
  std::set<std::uint64_t> seen;
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    for (std::uint64_t first = 0; first < 8; ++first) {
      for (std::uint64_t second = 0; second < 8; ++second) {
        for (std::uint64_t purpose = 0; purpose < 8; ++purpose) seen.insert(paidan::draw(seed, first, second, purpose));
      }
    }
  }
  CHECK(seen.size() == 4'096);
}
