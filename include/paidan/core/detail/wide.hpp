// Wide unsigned integers in 32-bit limbs, portable: the intermediates of Decimal (256 bits; 768 for powers). Only .ipp
// files include this.
#pragma once

#include <paidan/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace core_detail {

/// Little-endian limbs. Callers keep below 10^77 < 2^256 (10^231 < 2^768), so no operation here checks for overflow.
template <std::size_t Limbs>
struct WideOf {
  static constexpr std::size_t size = Limbs;
  /// The largest power of ten that fits; log10 2 ≈ 1233 / 4096.
  static constexpr int max_power = static_cast<int>(Limbs) * 32 * 1233 >> 12;
  std::array<std::uint32_t, size> limb{};

  constexpr WideOf() = default;
  constexpr WideOf(std::uint64_t high, std::uint64_t low) {
    limb[0] = static_cast<std::uint32_t>(low);
    limb[1] = static_cast<std::uint32_t>(low >> 32U);
    limb[2] = static_cast<std::uint32_t>(high);
    limb[3] = static_cast<std::uint32_t>(high >> 32U);
  }

  [[nodiscard]] constexpr std::uint64_t low() const { return limb[0] | std::uint64_t{limb[1]} << 32U; }
  [[nodiscard]] constexpr std::uint64_t high() const { return limb[2] | std::uint64_t{limb[3]} << 32U; }
  /// Limbs in use.
  [[nodiscard]] constexpr std::size_t length() const {
    std::size_t n = size;
    while (n > 0 && limb[n - 1] == 0) --n;
    return n;
  }
  [[nodiscard]] constexpr bool is_zero() const { return length() == 0; }
  [[nodiscard]] constexpr bool is_odd() const { return (limb[0] & 1U) != 0; }
  friend constexpr bool operator==(const WideOf&, const WideOf&) = default;
};

/// −1, 0, 1.
template <std::size_t N>
constexpr int compare(const WideOf<N>& a, const WideOf<N>& b) {
  for (std::size_t i = N; i-- > 0;) {
    if (a.limb[i] != b.limb[i]) return a.limb[i] < b.limb[i] ? -1 : 1;
  }
  return 0;
}

template <std::size_t N>
constexpr WideOf<N> add(const WideOf<N>& a, const WideOf<N>& b) {
  WideOf<N> sum;
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < N; ++i) {
    carry += std::uint64_t{a.limb[i]} + b.limb[i];
    sum.limb[i] = static_cast<std::uint32_t>(carry);
    carry >>= 32U;
  }
  return sum;
}

/// a ≥ b.
template <std::size_t N>
constexpr WideOf<N> subtract(const WideOf<N>& a, const WideOf<N>& b) {
  WideOf<N> difference;
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < N; ++i) {
    const std::uint64_t part = std::uint64_t{a.limb[i]} - b.limb[i] - borrow;
    difference.limb[i] = static_cast<std::uint32_t>(part);
    borrow = part >> 63U;
  }
  return difference;
}

template <std::size_t N>
constexpr WideOf<N> multiply(const WideOf<N>& a, const WideOf<N>& b) {
  WideOf<N> product;
  const std::size_t a_length = a.length();
  for (std::size_t i = 0; i < a_length; ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; i + j < N; ++j) {
      carry += std::uint64_t{a.limb[i]} * b.limb[j] + product.limb[i + j];
      product.limb[i + j] = static_cast<std::uint32_t>(carry);
      carry >>= 32U;
    }
  }
  return product;
}

template <std::size_t N>
struct DivisionOf {
  WideOf<N> quotient;
  WideOf<N> remainder;
};

/// Knuth, "The Art of Computer Programming" 2, 4.3.1, algorithm D; b ≠ 0.
template <std::size_t N>
constexpr DivisionOf<N> divide(const WideOf<N>& a, const WideOf<N>& b) {
  DivisionOf<N> result;
  const std::size_t n = b.length();
  const std::size_t m = a.length();
  if (m < n) {
    result.remainder = a;
    return result;
  }
  if (n == 1) {
    std::uint64_t rest = 0;
    for (std::size_t i = m; i-- > 0;) {
      rest = rest << 32U | a.limb[i];
      result.quotient.limb[i] = static_cast<std::uint32_t>(rest / b.limb[0]);
      rest %= b.limb[0];
    }
    result.remainder.limb[0] = static_cast<std::uint32_t>(rest);
    return result;
  }
  unsigned shift = 0;
  while ((b.limb[n - 1] << shift & 0x80000000U) == 0) ++shift;
  const auto shifted = [shift](std::uint32_t upper, std::uint32_t lower) {
    return static_cast<std::uint32_t>((std::uint64_t{upper} << 32U | lower) << shift >> 32U);
  };
  std::array<std::uint32_t, N + 1> u{};
  std::array<std::uint32_t, N> v{};
  u[m] = shifted(0, a.limb[m - 1]);
  for (std::size_t i = m; i-- > 0;) u[i] = shifted(a.limb[i], i > 0 ? a.limb[i - 1] : 0);
  for (std::size_t i = n; i-- > 0;) v[i] = shifted(b.limb[i], i > 0 ? b.limb[i - 1] : 0);
  constexpr std::uint64_t base = std::uint64_t{1} << 32U;
  for (std::size_t j = m - n + 1; j-- > 0;) {
    const std::uint64_t top = std::uint64_t{u[j + n]} << 32U | u[j + n - 1];
    std::uint64_t guess = top / v[n - 1];
    std::uint64_t rest = top % v[n - 1];
    while (guess >= base || guess * v[n - 2] > (rest << 32U | u[j + n - 2])) {
      --guess;
      rest += v[n - 1];
      if (rest >= base) break;
    }
    std::uint64_t borrow = 0;
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < n; ++i) {
      carry += guess * v[i];
      const std::uint64_t part = std::uint64_t{u[i + j]} - static_cast<std::uint32_t>(carry) - borrow;
      u[i + j] = static_cast<std::uint32_t>(part);
      borrow = part >> 63U;
      carry >>= 32U;
    }
    const std::uint64_t part = std::uint64_t{u[j + n]} - carry - borrow;
    u[j + n] = static_cast<std::uint32_t>(part);
    if (part >> 63U != 0) {  // the guess was one too large: add the divisor back
      --guess;
      std::uint64_t sum = 0;
      for (std::size_t i = 0; i < n; ++i) {
        sum += std::uint64_t{u[i + j]} + v[i];
        u[i + j] = static_cast<std::uint32_t>(sum);
        sum >>= 32U;
      }
      u[j + n] = static_cast<std::uint32_t>(u[j + n] + sum);
    }
    result.quotient.limb[j] = static_cast<std::uint32_t>(guess);
  }
  for (std::size_t i = 0; i < n; ++i) {
    result.remainder.limb[i] = static_cast<std::uint32_t>((std::uint64_t{u[i + 1]} << 32U | u[i]) >> shift);
  }
  return result;
}

using Wide = WideOf<8>;
using Division = DivisionOf<8>;

template <std::size_t N>
inline constexpr auto powers_of_ten = [] {
  std::array<WideOf<N>, WideOf<N>::max_power + 1> table;
  table[0] = WideOf<N>(0, 1);
  for (std::size_t i = 1; i < table.size(); ++i) table[i] = multiply(WideOf<N>(0, 10), table[i - 1]);
  return table;
}();
/// 10^n, 0 ≤ n ≤ max_power.
template <std::size_t N = 8>
constexpr const WideOf<N>& power_of_ten(int n) {
  return powers_of_ten<N>[static_cast<std::size_t>(n)];
}

/// Decimal digits; 0 has none.
template <std::size_t N>
constexpr int digit_count(const WideOf<N>& a) {
  const std::size_t n = a.length();
  if (n == 0) return 0;
  int bits = static_cast<int>(n) * 32;
  for (std::uint32_t top = a.limb[n - 1]; (top & 0x80000000U) == 0; top <<= 1U) --bits;
  int digits = bits * 1233 >> 12;  // this or one more
  if (digits <= WideOf<N>::max_power && compare(a, power_of_ten<N>(digits)) >= 0) ++digits;
  return digits;
}

}  // namespace core_detail
}  // namespace paidan::inline PAIDAN_ABI
