// An order of places in which neighbours stand near each other.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

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

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
