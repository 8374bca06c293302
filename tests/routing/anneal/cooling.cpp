#include <paidan/routing/detail/anneal/cooling.hpp>

#include <doctest/doctest.h>

#include <cmath>

using namespace paidan::routing::anneal;

TEST_CASE("The temperature falls geometrically from hot to cold") {
  const Cooling cooling(400U << 16U, 4U << 16U);
  for (int i = 0; i <= 1000; ++i) {
    const double exact = 400 * std::pow(0.01, i / 1000.0);
    CHECK(static_cast<double>(cooling.at(share_of(i, 1000))) / 65536 == doctest::Approx(exact).epsilon(1e-4));
    if (i > 0) CHECK(cooling.at(share_of(i, 1000)) < cooling.at(share_of(i - 1, 1000)));
  }
  CHECK(cooling.at(0) == 400U << 16U);
}

TEST_CASE("A plan without legs has a temperature all the same") {
  const Cooling cooling(0, 0);
  CHECK(cooling.at(0) == 1);
  CHECK(cooling.at(whole_work) == 1);
}

TEST_CASE("Shares are exact at both ends, and stay inside") {
  static_assert(share_of(0, 7) == 0);
  static_assert(share_of(7, 7) == whole_work);
  static_assert(share_of(9, 7) == whole_work);
  static_assert(share_of(std::int64_t{1} << 61, std::int64_t{1} << 62) == whole_work / 2);
}
