#include <paidan/core/share.hpp>

#include <doctest/doctest.h>

#include <limits>

using paidan::share;
using paidan::Share;

TEST_CASE("A share is the two numbers it comes from") {
  static_assert(share(1, 4) == Share{1, 4});
  CHECK(share(0, 7) == Share{0, 7});
  CHECK(share(7, 7)->value() == 1.0);
  CHECK(share(1, 4)->value() == 0.25);
  // Half is half, but of other wholes.
  CHECK(share(1, 2) != share(2, 4));
  CHECK(share(1, 2)->value() == share(2, 4)->value());
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  CHECK(share(most, most)->value() == 1.0);
}

TEST_CASE("What is a share of nothing is absent, not none of it") {
  CHECK_FALSE(share(0, 0).has_value());
  CHECK_FALSE(share(5, 0).has_value());
  CHECK_FALSE(share(1, -3).has_value());
  CHECK(share(0, 1).has_value());
}
