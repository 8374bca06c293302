// Places in an order in which neighbours stand near each other, so that they share cache lines.
#pragma once

#include "instance.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace paidan_bench {

/// How far along Hilbert's curve a point of the square [0, 2^16)² lies.
[[nodiscard]] inline std::uint64_t along_curve(std::uint32_t x, std::uint32_t y) {
  std::uint64_t along = 0;
  for (std::uint32_t side = 1U << 15U; side > 0; side >>= 1U) {
    const std::uint32_t right = (x & side) != 0 ? 1 : 0;
    const std::uint32_t up = (y & side) != 0 ? 1 : 0;
    along += std::uint64_t{side} * side * ((3 * right) ^ up);
    if (up == 0) {
      if (right != 0) {
        x = 65535 - x;
        y = 65535 - y;
      }
      std::swap(x, y);
    }
  }
  return along;
}

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
    return std::pair{along_curve(scaled(one.x), scaled(one.y)), number};
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  return order;
}

}  // namespace paidan_bench
