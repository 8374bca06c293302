#pragma once

#include <paidan/core/decimal.hpp>
#include <paidan/core/detail/wide.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>

namespace paidan::inline PAIDAN_ABI {

namespace core_detail {

/// coefficient · 10^exponent with 100 digits, enough to multiply two of them in 768 bits.
struct LongDecimal {
  using Integer = WideOf<24>;
  static constexpr int precision = 100;
  Integer coefficient;
  std::int64_t exponent = 0;
};

/// Half-even to 100 digits.
inline LongDecimal shortened(const LongDecimal::Integer& value, std::int64_t exponent) {
  const int excess = digit_count(value) - LongDecimal::precision;
  if (excess <= 0) return {value, exponent};
  const auto& unit = power_of_ten<LongDecimal::Integer::size>(excess);
  auto parts = divide(value, unit);
  const int half = compare(parts.remainder, subtract(unit, parts.remainder));
  if (half > 0 || (half == 0 && parts.quotient.is_odd())) {
    parts.quotient = add(parts.quotient, LongDecimal::Integer(0, 1));
  }
  return {parts.quotient, exponent + excess};
}

inline LongDecimal multiply(const LongDecimal& a, const LongDecimal& b) {
  return shortened(multiply(a.coefficient, b.coefficient), a.exponent + b.exponent);
}

/// 1 / a, with the exponent that IEEE 754 prefers where the quotient is exact; a ≠ 0.
inline LongDecimal inverse(const LongDecimal& a) {
  constexpr auto n = LongDecimal::Integer::size;
  const int shift = LongDecimal::precision + digit_count(a.coefficient);
  auto parts = divide(power_of_ten<n>(shift), a.coefficient);
  std::int64_t exponent = -a.exponent - shift;
  if (parts.remainder.is_zero()) {
    while (exponent < -a.exponent) {
      const auto shorter = divide(parts.quotient, LongDecimal::Integer(0, 10));
      if (!shorter.remainder.is_zero()) break;
      parts.quotient = shorter.quotient;
      ++exponent;
    }
  }
  return shortened(parts.quotient, exponent);
}

/// a^n by squaring, from the highest bit of n > 0. Stops where every further step only leads further beyond the
/// exponents of a Decimal.
inline LongDecimal raised(const LongDecimal& a, std::uint64_t n) {
  constexpr std::int64_t far = 100'000;
  std::uint64_t bit = 1;
  while (bit <= n / 2) bit *= 2;
  LongDecimal result = a;
  while ((bit /= 2) > 0) {
    result = multiply(result, result);
    if ((n & bit) != 0) result = multiply(result, a);
    const std::int64_t size = result.exponent + digit_count(result.coefficient);
    if (size > far || size < -far) break;
  }
  return result;
}

/// To 35 digits, the last telling whether something is left, so that rounding again is rounding once.
inline Wide with_sticky_digit(LongDecimal& value, int digits) {
  const int excess = digit_count(value.coefficient) - digits;
  if (excess > 0) {
    auto parts = divide(value.coefficient, power_of_ten<LongDecimal::Integer::size>(excess));
    const std::uint64_t last = divide(parts.quotient, LongDecimal::Integer(0, 10)).remainder.low();
    if (!parts.remainder.is_zero() && (last == 0 || last == 5)) {
      parts.quotient = add(parts.quotient, LongDecimal::Integer(0, 1));
    }
    value = {parts.quotient, value.exponent + excess};
  }
  return {value.coefficient.high(), value.coefficient.low()};
}

}  // namespace core_detail

PAIDAN_INLINE std::optional<Decimal> Decimal::power(const Decimal& exponent) const {
  using namespace core_detail;
  constexpr std::int64_t most = 1'000'000'000'000'000'000;
  const std::optional<std::int64_t> n = exponent.to_integer();
  if (!n || *n > most || *n < -most) return std::nullopt;
  if (is_zero()) return *n > 0 ? std::optional<Decimal>(Decimal()) : std::nullopt;
  if (*n == 0) return Decimal(1);
  LongDecimal base{LongDecimal::Integer(high_, low_), exponent_};
  if (*n < 0) base = inverse(base);
  LongDecimal result = raised(base, static_cast<std::uint64_t>(std::abs(*n)));
  // 36 digits fit in 128 bits.
  const Wide coefficient = with_sticky_digit(result, decimal_precision + 1);
  return finish(negative_ && *n % 2 != 0, coefficient,
                static_cast<int>(std::clamp<std::int64_t>(result.exponent, -200'000, 200'000)));
}

}  // namespace paidan::inline PAIDAN_ABI
