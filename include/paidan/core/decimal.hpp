// Exact decimal numbers for rates, quantities and percentages: IEEE 754 decimal128's range of 34 digits, half-even.
#pragma once

#include <paidan/core/money.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {

/// How digits are dropped. Named at every rounding; `up` and `down` mean away from zero and towards it.
enum class Rounding : std::uint8_t { half_up, half_even, down, up, floor, ceiling, half_down };

namespace core_detail {
template <std::size_t Limbs>
struct WideOf;  // wide.hpp
using Wide = WideOf<8>;
}

/// sign · coefficient · 10^exponent; coefficient < 10^34 held as two words. Immutable value. The exponents of results
/// are those that IEEE 754 prefers (so 1.20 + 1.3 is 2.50), as in Python's `decimal` with 34 digits, Emin −6143, Emax
/// 6144. Equality is numeric: 1.0 == 1. An operation whose result is too large is absent, never an infinity; one too
/// small loses digits down to 10^-6176 and then is zero. Zero has no sign.
class Decimal {
 public:
  constexpr Decimal() = default;
  PAIDAN_EXPORT Decimal(std::int64_t value);  // NOLINT(google-explicit-constructor): exact
  /// A binary fraction is not the number that was written.
  template <std::floating_point T>
  Decimal(T) = delete;
  /// `-12.50`, `1e3`, `.5`; no blanks, no infinity. Never rounds: absent when malformed, with more than 34 significant
  /// digits (zeros at the end count) or beyond the exponents or 100,000 characters.
  [[nodiscard]] PAIDAN_EXPORT static std::optional<Decimal> parse(std::string_view text);
  /// The amount of money as a number, exact.
  [[nodiscard]] PAIDAN_EXPORT static Decimal from(const Money& money);

  [[nodiscard]] bool is_zero() const { return (high_ | low_) == 0; }
  [[nodiscard]] bool negative() const { return negative_; }
  [[nodiscard]] int exponent() const { return exponent_; }
  /// The coefficient is high · 2^64 + low.
  [[nodiscard]] std::uint64_t coefficient_high() const { return high_; }
  [[nodiscard]] std::uint64_t coefficient_low() const { return low_; }
  /// Plain notation where it is short, scientific otherwise; trailing zeros kept as they were written.
  [[nodiscard]] PAIDAN_EXPORT std::string text() const;

  [[nodiscard]] PAIDAN_EXPORT std::optional<Decimal> plus(const Decimal& other) const;
  [[nodiscard]] PAIDAN_EXPORT std::optional<Decimal> minus(const Decimal& other) const;
  [[nodiscard]] PAIDAN_EXPORT std::optional<Decimal> times(const Decimal& other) const;
  /// The exact product rounded once to `digits` after the point, as `rounded` does: `times(…)->rounded(…)` rounds at
  /// the 34th digit first, which can make a tie of what was none.
  [[nodiscard]] PAIDAN_EXPORT std::optional<Decimal> times_rounded(const Decimal& other, int digits,
                                                                   Rounding mode) const;
  /// Rounded half-even to 34 digits; absent when dividing by zero.
  [[nodiscard]] PAIDAN_EXPORT std::optional<Decimal> over(const Decimal& other) const;
  [[nodiscard]] PAIDAN_EXPORT Decimal negated() const;
  /// This number to a whole power, correctly rounded half-even to 34 digits (IEEE 754-2019 `pown`; from 100 digits,
  /// so unless digits 36 to 100 are all 0, all 9 or 50…0, 49…9). Absent when the exponent is not whole or beyond
  /// ±10^18, for 0 to the power of 0 or less, and when the result is too large.
  [[nodiscard]] PAIDAN_EXPORT std::optional<Decimal> power(const Decimal& exponent) const;
  /// Rounded to exactly `digits` after the point (before it when negative), padded with zeros where it has fewer;
  /// absent when that needs more than 34 digits.
  [[nodiscard]] PAIDAN_EXPORT std::optional<Decimal> rounded(int digits, Rounding mode) const;
  /// The one way to Money: rounded once, in the named mode; absent on overflow.
  [[nodiscard]] PAIDAN_EXPORT std::optional<Money> to_money(Currency currency, Rounding mode) const;
  /// Absent when not a whole number or out of range.
  [[nodiscard]] PAIDAN_EXPORT std::optional<std::int64_t> to_integer() const;

  [[nodiscard]] int compare(const Decimal& other) const {
    if (exponent_ == other.exponent_ && (high_ | other.high_) == 0 && negative_ == other.negative_) {
      const int order = low_ < other.low_ ? -1 : low_ > other.low_ ? 1 : 0;
      return negative_ ? -order : order;
    }
    return compare_wide(other);
  }
  friend bool operator==(const Decimal& a, const Decimal& b) { return a.compare(b) == 0; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) { return a.compare(b) <=> 0; }

 private:
  [[nodiscard]] PAIDAN_EXPORT int compare_wide(const Decimal& other) const;
  [[nodiscard]] std::optional<Decimal> short_sum(const Decimal& other) const;
  [[nodiscard]] core_detail::Wide coefficient() const;
  static Decimal make(bool negative, const core_detail::Wide& coefficient, int exponent);
  /// Rounded to `digits` after the point; absent when that needs more than 34 digits.
  static std::optional<Decimal> cut(bool negative, const core_detail::Wide& coefficient, int exponent, int digits,
                                    Rounding mode);
  /// Round half-even to 34 digits and to the exponents' range.
  static std::optional<Decimal> finish(bool negative, const core_detail::Wide& coefficient, int exponent);

  std::uint64_t high_ = 0;  // coefficient = high_·2^64 + low_
  std::uint64_t low_ = 0;
  std::int16_t exponent_ = 0;
  bool negative_ = false;
};

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/core/decimal.ipp>
#endif
