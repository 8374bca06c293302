#include <paidan/routing/detail/anneal/chance.hpp>

#include <paidan/core/random.hpp>

#include "support/soak.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace paidan;
using namespace paidan::routing::anneal;

namespace {

long double exact_minus_ln(std::uint64_t bits) {
  return -std::log(static_cast<long double>(bits | 1U) / 18446744073709551616.0L);
}

void check_close(std::uint64_t bits) {
  const long double off = static_cast<long double>(minus_ln(bits)) / 4294967296.0L - exact_minus_ln(bits);
  CHECK(off > -0x1p-26L);
  CHECK(off < 0x1p-18L);
}

}  // namespace

TEST_CASE("The table's logarithm is the true one within its bound, on one side") {
  SplitMix64 random(3);
  for (int i = 0; i < paidan_test::cases(50'000); ++i) check_close(random.next() >> random.below(64));
  for (unsigned bit = 0; bit < 64; ++bit) {
    const std::uint64_t power = std::uint64_t{1} << bit;
    for (const std::uint64_t bits : {power - 1, power, power + 1}) check_close(bits);
  }
  check_close(~std::uint64_t{0});
}

TEST_CASE("A larger draw never gives a larger logarithm") {
  CHECK(minus_ln(~std::uint64_t{0}) <= 1);  // almost 1: as good as nothing
  SplitMix64 random(4);
  for (int i = 0; i < paidan_test::cases(50'000); ++i) {
    const std::uint64_t bits = random.next() >> random.below(64);
    const std::uint64_t more = bits + 1 + (random.next() >> (1 + random.below(63)));
    if (more > bits) CHECK(minus_ln(more) <= minus_ln(bits));
  }
  for (std::uint64_t at = 0; at < 256; ++at) {  // across the borders of the table
    const std::uint64_t border = std::uint64_t{1} << 63U | at << 55U;
    CHECK(minus_ln(border - 1) >= minus_ln(border));
    CHECK(minus_ln(border) >= minus_ln(border + 1));
  }
}

TEST_CASE("A worsening is allowed as often as the temperature says") {
  CHECK(allowance(0, 1) == 0);
  CHECK(allowance(std::uint64_t{1} << 57U, 0) > 0);  // no overflow at the largest
  constexpr std::uint64_t temperature = 20U << 16U;
  SplitMix64 random(5);
  constexpr int draws = 200'000;
  int allowed = 0;
  for (int i = 0; i < draws; ++i) allowed += allowance(temperature, random.next()) >= 30 ? 1 : 0;
  // ⌊x⌋ ≥ 30 as often as x ≥ 30.
  CHECK(static_cast<double>(allowed) / draws == doctest::Approx(std::exp(-30.0 / 20)).epsilon(0.02));
}
