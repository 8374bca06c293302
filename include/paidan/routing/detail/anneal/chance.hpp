// −ln u of a uniform u, by table, and what it decides: how much worse a step of an annealing may be.
#pragma once

#include <paidan/routing/detail/anneal/fixed_point.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

namespace chance_detail {

inline constexpr unsigned table_bits = 8;  // 1 KB: it shares the first cache with the plan
inline constexpr std::size_t table_size = std::size_t{1} << table_bits;

/// ln(1 + i / 256) · 2^32, rounded down.
[[nodiscard]] constexpr std::array<std::uint32_t, table_size + 1> make_table() {
  std::array<std::uint32_t, table_size + 1> table{};
  for (std::size_t i = 0; i <= table_size; ++i) {
    const std::uint64_t log = log2_q32(table_size + i) - (std::uint64_t{table_bits} << 32U);
    table[i] = static_cast<std::uint32_t>(Wide{log} * ln2_q64 >> 64U);
  }
  return table;
}
inline constexpr std::array<std::uint32_t, table_size + 1> table = make_table();

}  // namespace chance_detail

/// −ln(u) · 2^32 of u = bits / 2^64 (0 counts as 1): never rising in `bits`, at most 2^−18 above the true value and
/// 2^−26 below. Linear between the table's entries, which lies on one side because the logarithm is concave.
[[nodiscard]] constexpr std::uint64_t minus_ln(std::uint64_t bits) {
  using namespace chance_detail;
  const int lead = std::countl_zero(bits | 1U);
  const std::uint64_t mantissa = (bits | 1U) << lead;  // u = mantissa / 2^63 / 2^(lead + 1)
  const auto at = static_cast<std::size_t>(mantissa >> (63U - table_bits)) & (table_size - 1);
  const std::uint64_t rest = mantissa >> (31U - table_bits) & 0xffffffffU;
  const std::uint64_t ln = table[at] + ((table[at + 1] - table[at]) * rest >> 32U);
  return (static_cast<std::uint64_t>(lead) + 1) * table[table_size] - ln;
}

/// How much worse a plan may be and still be taken, in whole cost units: ⌊temperature · −ln u⌋. A worsening by d is
/// then taken with probability e^(−d / temperature). The temperature has 16 bits behind the point and is below 2^58.
[[nodiscard]] constexpr std::int64_t allowance(std::uint64_t temperature_q16, std::uint64_t bits) {
  return static_cast<std::int64_t>(Wide{temperature_q16} * minus_ln(bits) >> 48U);
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
