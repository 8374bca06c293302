#include <paidan/routing/detail/anneal/fixed_point.hpp>

#include <paidan/core/random.hpp>

#include "support/soak.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace paidan;
using namespace paidan::routing::anneal;

namespace {

constexpr long double unit = 4294967296.0L;

}  // namespace

TEST_CASE("Logarithms are right to the last bit and rounded down") {
  static_assert(log2_q32(1) == 0);
  static_assert(log2_q32(std::uint64_t{1} << 63U) == std::uint64_t{63} << 32U);
  SplitMix64 random(1);
  for (int i = 0; i < paidan_test::cases(20'000); ++i) {
    const std::uint64_t value = random.next() >> random.below(64);
    if (value == 0) continue;
    const long double exact = std::log2(static_cast<long double>(value)) * unit;
    const auto found = static_cast<long double>(log2_q32(value));
    CHECK(found <= exact + 0.01L);
    CHECK(found > exact - 1.01L);
  }
}

TEST_CASE("Scaling down multiplies by a power of two with any exponent") {
  static_assert(scale_down(1000, 0) == 1000);
  static_assert(scale_down(1000, std::uint64_t{3} << 32U) == 125);
  static_assert(scale_down(~std::uint64_t{0}, std::uint64_t{64} << 32U) == 0);
  SplitMix64 random(2);
  for (int i = 0; i < paidan_test::cases(20'000); ++i) {
    const std::uint64_t value = random.next() >> (8 + random.below(50));
    const std::uint64_t x = random.next() >> (26 + random.below(30));
    const long double exact = static_cast<long double>(value) * std::exp2(-static_cast<long double>(x) / unit);
    const auto found = static_cast<long double>(scale_down(value, x));
    CHECK(found <= exact + 0.01L);
    CHECK(found > exact - 2.0L);
  }
}
