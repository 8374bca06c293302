// Terms of the cost.
#include <paidan/model/objective.hpp>

#include <doctest/doctest.h>

TEST_CASE("the total of a cost ends at what 64 bits hold") {
  CHECK(paidan::Cost{.travel = 3, .quality = -1, .unserved = 40}.total() == 42);
  CHECK(paidan::Cost{.travel = INT64_MAX, .distance = 1}.total() == INT64_MAX);
  CHECK(paidan::Cost{.travel = INT64_MIN, .quality = -1}.total() == INT64_MIN);
}
