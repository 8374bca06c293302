// Logarithms and powers of two in whole numbers: the same bits on every machine, no C library asked.
#pragma once

#include <paidan/config.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

__extension__ typedef unsigned __int128 Wide;

/// ln 2 · 2^64, rounded.
inline constexpr std::uint64_t ln2_q64 = 0xb17217f7d1cf79acULL;

/// log2(value) · 2^32, rounded down; value > 0. One squaring gives one bit.
[[nodiscard]] constexpr std::uint64_t log2_q32(std::uint64_t value) {
  const int lead = std::countl_zero(value);
  std::uint64_t mantissa = value << lead;  // in [1, 2), 63 bits behind the point
  std::uint64_t log = static_cast<std::uint64_t>(63 - lead);
  for (int bit = 0; bit < 32; ++bit) {
    const Wide square = Wide{mantissa} * mantissa;
    const auto two = static_cast<unsigned>(square >> 127U);  // the square is 2 or more
    mantissa = static_cast<std::uint64_t>(square >> (63U + two));
    log = log << 1U | two;
  }
  return log;
}

namespace fixed_point_detail {

/// Largest whole number whose square is not above `value` < 2^126.
[[nodiscard]] constexpr std::uint64_t square_root(Wide value) {
  std::uint64_t root = 0;
  for (int bit = 62; bit >= 0; --bit) {
    const std::uint64_t tried = root | std::uint64_t{1} << bit;
    if (Wide{tried} * tried <= value) root = tried;
  }
  return root;
}

/// 2^(−2^−j) · 2^63 for j = 1 … 32: what bit 32 − j of a fraction multiplies by.
[[nodiscard]] constexpr std::array<std::uint64_t, 32> make_roots_of_half() {
  std::array<std::uint64_t, 32> roots{};
  std::uint64_t root = std::uint64_t{1} << 62U;
  for (std::uint64_t& one : roots) one = root = square_root(Wide{root} << 63U);
  return roots;
}
inline constexpr std::array<std::uint64_t, 32> roots_of_half = make_roots_of_half();

}  // namespace fixed_point_detail

/// value · 2^(−x / 2^32) of a value below 2^56, less than two below the exact number and never above it.
[[nodiscard]] constexpr std::uint64_t scale_down(std::uint64_t value, std::uint64_t x) {
  std::uint64_t factor = std::uint64_t{1} << 63U;
  for (std::size_t j = 0; j < 32; ++j) {
    if ((x >> (31U - j) & 1U) != 0)
      factor = static_cast<std::uint64_t>(Wide{factor} * fixed_point_detail::roots_of_half[j] >> 63U);
  }
  const std::uint64_t whole = x >> 32U;
  return whole > 63 ? 0 : static_cast<std::uint64_t>(Wide{value} * factor >> 63U) >> whole;
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
