#include <paidan/core/ids.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using paidan::OrderIndex;
using paidan::TechnicianIndex;

TEST_CASE("An index is absent until it is given a position") {
  CHECK_FALSE(OrderIndex().valid());
  CHECK(OrderIndex() == OrderIndex::none());
  CHECK(OrderIndex(0).valid());
  CHECK(OrderIndex(7).at() == 7);
  CHECK(OrderIndex(1) < OrderIndex(2));
  CHECK(OrderIndex(2) < OrderIndex::none());
}

TEST_CASE("Indices of different nouns never mix") {
  static_assert(!std::is_convertible_v<OrderIndex, TechnicianIndex>);
  static_assert(!std::is_convertible_v<std::size_t, OrderIndex>);
  static_assert(sizeof(OrderIndex) == 4);
}
