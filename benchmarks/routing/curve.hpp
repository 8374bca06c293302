// Places in an order in which neighbours stand near each other, so that they share cache lines.
#pragma once

#include "instance.hpp"

#include <paidan/routing/detail/curve.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace paidan_bench {

/// Customer numbers along the curve, the depot left out.
[[nodiscard]] inline std::vector<std::uint32_t> customers_along_curve(const Instance& instance) {
  std::int32_t low = 0;
  std::int32_t high = 1;
  for (const Customer& one : instance.customers) {
    low = std::min({low, one.x, one.y});
    high = std::max({high, one.x, one.y});
  }
  const auto scaled = [&](std::int32_t value) {
    return static_cast<std::uint32_t>((std::int64_t{value} - low) * 65535 / (std::int64_t{high} - low));
  };
  std::vector<std::uint32_t> order(instance.customers.size() - 1);
  std::iota(order.begin(), order.end(), 1U);
  const auto key = [&](std::uint32_t number) {
    const Customer& one = instance.customers[number];
    return std::pair{paidan::routing::along_curve(scaled(one.x), scaled(one.y)), number};
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  return order;
}

}  // namespace paidan_bench
