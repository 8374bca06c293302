#pragma once

#include <paidan/core/decimal.hpp>
#include <paidan/core/detail/wide.hpp>
#include <paidan/core/money.ipp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace paidan::inline PAIDAN_ABI {

namespace core_detail {

// IEEE 754-2019, table 3.6, decimal128.
inline constexpr int decimal_precision = 34;
inline constexpr int decimal_max_exponent = 6144;   // of the first digit
inline constexpr int decimal_min_exponent = -6176;  // of the last digit
inline constexpr std::size_t decimal_max_text = 100'000;

/// a / 10^digits, brought to a whole number. 0 ≤ digits.
inline Wide drop_digits(const Wide& a, int digits, Rounding mode, bool negative) {
  if (digits == 0) return a;
  // Past the last digit only the fact that something is left counts, and 10^77 exceeds every operand tenfold.
  const Wide& unit = power_of_ten(std::min(digits, Wide::max_power));
  Division parts = divide(a, unit);
  if (parts.remainder.is_zero()) return parts.quotient;
  const int half = compare(parts.remainder, subtract(unit, parts.remainder));
  bool away = false;
  switch (mode) {
    case Rounding::half_up:
      away = half >= 0;
      break;
    case Rounding::half_even:
      away = half > 0 || (half == 0 && parts.quotient.is_odd());
      break;
    case Rounding::half_down:
      away = half > 0;
      break;
    case Rounding::down:
      away = false;
      break;
    case Rounding::up:
      away = true;
      break;
    case Rounding::floor:
      away = negative;
      break;
    case Rounding::ceiling:
      away = !negative;
      break;
  }
  return away ? add(parts.quotient, Wide(0, 1)) : parts.quotient;
}

/// So far from the ends that no sum or product of two needs a look at them.
constexpr bool short_exponent(int exponent) { return exponent > -1'000 && exponent < 1'000; }

/// Brings two coefficients to the smaller exponent; false when one does not fit in 64 bits then.
inline bool align_short(std::uint64_t& a, int a_exponent, std::uint64_t& b, int b_exponent) {
  const int shift = a_exponent - b_exponent;
  if (shift == 0) return true;
  if (shift > 19 || shift < -19) return false;
  std::uint64_t& larger = shift > 0 ? a : b;
  return !__builtin_mul_overflow(larger, power_of_ten(shift > 0 ? shift : -shift).low(), &larger);
}

inline std::string digits_of(Wide value) {
  if (value.is_zero()) return "0";
  std::string text;
  while (!value.is_zero()) {
    const Division parts = divide(value, Wide(0, 1'000'000'000));
    std::uint64_t chunk = parts.remainder.low();
    value = parts.quotient;
    for (int i = 0; i < 9 && (chunk > 0 || !value.is_zero()); ++i, chunk /= 10)
      text += static_cast<char>('0' + chunk % 10);
  }
  std::reverse(text.begin(), text.end());
  return text;
}

}  // namespace core_detail

PAIDAN_INLINE core_detail::Wide Decimal::coefficient() const { return {high_, low_}; }

PAIDAN_INLINE Decimal Decimal::make(bool negative, const core_detail::Wide& coefficient, int exponent) {
  Decimal result;
  result.high_ = coefficient.high();
  result.low_ = coefficient.low();
  result.exponent_ = static_cast<std::int16_t>(exponent);
  result.negative_ = negative && !coefficient.is_zero();
  return result;
}

PAIDAN_INLINE std::optional<Decimal> Decimal::finish(bool negative, const core_detail::Wide& coefficient,
                                                     int exponent) {
  using namespace core_detail;
  if (coefficient.is_zero()) {
    return make(false, coefficient, std::clamp(exponent, decimal_min_exponent, decimal_max_exponent));
  }
  const int excess = std::max({digit_count(coefficient) - decimal_precision, decimal_min_exponent - exponent, 0});
  Wide rounded = drop_digits(coefficient, excess, Rounding::half_even, negative);
  exponent += excess;
  if (digit_count(rounded) > decimal_precision) {  // 99…9 became 10^34
    rounded = divide(rounded, Wide(0, 10)).quotient;
    ++exponent;
  }
  if (exponent + digit_count(rounded) - 1 > decimal_max_exponent) return std::nullopt;
  return make(negative, rounded, exponent);
}

PAIDAN_INLINE Decimal::Decimal(std::int64_t value) : low_(core_detail::magnitude(value)), negative_(value < 0) {}

PAIDAN_INLINE std::optional<Decimal> Decimal::parse(std::string_view text) {
  using namespace core_detail;
  if (text.size() > decimal_max_text) return std::nullopt;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  Wide coefficient;
  bool any_digit = false;
  bool after_point = false;
  int exponent = 0;
  int significant = 0;
  std::size_t i = 0;
  for (; i < text.size() && text[i] != 'e' && text[i] != 'E'; ++i) {
    const char c = text[i];
    if (c == '.') {
      if (after_point) return std::nullopt;
      after_point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any_digit = true;
    if (after_point) --exponent;
    if (significant == 0 && c == '0') continue;
    if (++significant > decimal_precision) return std::nullopt;
    coefficient = add(multiply(coefficient, Wide(0, 10)), Wide(0, static_cast<std::uint64_t>(c - '0')));
  }
  if (!any_digit) return std::nullopt;
  if (i < text.size()) {
    ++i;
    const bool minus = i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (i == text.size()) return std::nullopt;
    int written = 0;
    for (; i < text.size(); ++i) {
      if (text[i] < '0' || text[i] > '9') return std::nullopt;
      written = std::min(written * 10 + (text[i] - '0'), 1'000'000);  // more than any point can shift back
    }
    exponent += minus ? -written : written;
  }
  // What is written is kept exactly or not at all.
  for (; exponent < decimal_min_exponent && !coefficient.is_zero(); ++exponent) {
    const Division parts = divide(coefficient, Wide(0, 10));
    if (!parts.remainder.is_zero()) return std::nullopt;
    coefficient = parts.quotient;
  }
  return finish(negative, coefficient, exponent);
}

PAIDAN_INLINE Decimal Decimal::from(const Money& money) {
  Decimal amount(money.minor);
  amount.exponent_ = static_cast<std::int16_t>(-money.currency.digits());
  return amount;
}

PAIDAN_INLINE std::string Decimal::text() const {
  // "to-scientific-string" of the General Decimal Arithmetic specification (Cowlishaw), as Python's str(Decimal).
  std::string text = core_detail::digits_of(coefficient());
  const int before_point = exponent_ + static_cast<int>(text.size());
  if (exponent_ <= 0 && before_point > -6) {
    if (before_point <= 0) text.insert(0, static_cast<std::size_t>(1 - before_point), '0');
    if (exponent_ < 0) text.insert(text.size() - static_cast<std::size_t>(-exponent_), 1, '.');
  } else {
    if (text.size() > 1) text.insert(1, 1, '.');
    const int shown = before_point - 1;
    text += (shown < 0 ? "E-" : "E+") + std::to_string(shown < 0 ? -shown : shown);
  }
  return negative_ ? "-" + text : text;
}

/// The sum where everything fits in 64 bits, so that nothing is rounded.
PAIDAN_INLINE std::optional<Decimal> Decimal::short_sum(const Decimal& other) const {
  using namespace core_detail;
  if ((high_ | other.high_) != 0 || !short_exponent(exponent_) || !short_exponent(other.exponent_)) return std::nullopt;
  std::uint64_t a = low_;
  std::uint64_t b = other.low_;
  if (!align_short(a, exponent_, b, other.exponent_)) return std::nullopt;
  Decimal result;
  result.exponent_ = std::min(exponent_, other.exponent_);
  if (negative_ == other.negative_) {
    if (__builtin_add_overflow(a, b, &result.low_)) return std::nullopt;
    result.negative_ = negative_ && result.low_ != 0;
  } else {
    result.low_ = a >= b ? a - b : b - a;
    result.negative_ = (a >= b ? negative_ : other.negative_) && result.low_ != 0;
  }
  return result;
}

PAIDAN_INLINE std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  using namespace core_detail;
  if (const std::optional<Decimal> sum = short_sum(other)) return sum;
  const Decimal* large = this;
  const Decimal* small = &other;
  if (large->exponent_ < small->exponent_) std::swap(large, small);
  Wide a = large->coefficient();
  Wide b = small->coefficient();
  int exponent = small->exponent_;
  int shift = large->exponent_ - exponent;
  if (shift > 0 && a.is_zero()) return *small;
  // 70 digits hold every sum whose parts overlap. Where they do not, the smaller part is less than half a unit of the
  // 34th digit and vanishes, but the larger is still padded towards the preferred exponent.
  if (const int most = 2 * decimal_precision + 2 - digit_count(a); shift > most) {
    exponent += shift - most;
    shift = most;
    b = Wide();
  }
  a = multiply(a, power_of_ten(shift));
  if (large->negative_ == small->negative_) return finish(negative_, add(a, b), exponent);
  return core_detail::compare(a, b) >= 0 ? finish(large->negative_, subtract(a, b), exponent)
                                         : finish(small->negative_, subtract(b, a), exponent);
}

PAIDAN_INLINE std::optional<Decimal> Decimal::minus(const Decimal& other) const { return plus(other.negated()); }

PAIDAN_INLINE std::optional<Decimal> Decimal::times(const Decimal& other) const {
  using core_detail::short_exponent;
  std::uint64_t product = 0;
  if ((high_ | other.high_) == 0 && !__builtin_mul_overflow(low_, other.low_, &product) && short_exponent(exponent_) &&
      short_exponent(other.exponent_)) {
    Decimal result;
    result.low_ = product;
    result.exponent_ = static_cast<std::int16_t>(exponent_ + other.exponent_);
    result.negative_ = negative_ != other.negative_ && product != 0;
    return result;
  }
  return finish(negative_ != other.negative_, multiply(coefficient(), other.coefficient()),
                exponent_ + other.exponent_);
}

PAIDAN_INLINE std::optional<Decimal> Decimal::times_rounded(const Decimal& other, int digits, Rounding mode) const {
  return cut(negative_ != other.negative_, multiply(coefficient(), other.coefficient()), exponent_ + other.exponent_,
             digits, mode);
}

PAIDAN_INLINE std::optional<Decimal> Decimal::over(const Decimal& other) const {
  using namespace core_detail;
  if (other.is_zero()) return std::nullopt;
  const int preferred = exponent_ - other.exponent_;
  const Wide a = coefficient();
  const Wide b = other.coefficient();
  if (a.is_zero()) return finish(false, a, preferred);
  // One digit more than the precision; a last digit that is neither 0 nor 5 stands for "and something".
  const int shift = digit_count(b) - digit_count(a) + decimal_precision + 1;
  Division parts = divide(multiply(a, power_of_ten(shift)), b);
  int exponent = preferred - shift;
  if (!parts.remainder.is_zero()) {
    const std::uint64_t last = divide(parts.quotient, Wide(0, 10)).remainder.low();
    if (last == 0 || last == 5) parts.quotient = add(parts.quotient, Wide(0, 1));
  } else {
    while (exponent < preferred) {
      const Division shorter = divide(parts.quotient, Wide(0, 10));
      if (!shorter.remainder.is_zero()) break;
      parts.quotient = shorter.quotient;
      ++exponent;
    }
  }
  return finish(negative_ != other.negative_, parts.quotient, exponent);
}

PAIDAN_INLINE Decimal Decimal::negated() const {
  Decimal result = *this;
  result.negative_ = !negative_ && !is_zero();
  return result;
}

PAIDAN_INLINE std::optional<Decimal> Decimal::rounded(int digits, Rounding mode) const {
  return cut(negative_, coefficient(), exponent_, digits, mode);
}

PAIDAN_INLINE std::optional<Decimal> Decimal::cut(bool negative, const core_detail::Wide& coefficient, int exponent,
                                                  int digits, Rounding mode) {
  using namespace core_detail;
  if (digits > -decimal_min_exponent || digits < -decimal_max_exponent) return std::nullopt;
  const int wanted = -digits;
  if (coefficient.is_zero()) return make(false, coefficient, wanted);
  if (exponent >= wanted) {
    if (digit_count(coefficient) + (exponent - wanted) > decimal_precision) return std::nullopt;
    return make(negative, multiply(coefficient, power_of_ten(exponent - wanted)), wanted);
  }
  const Wide whole = drop_digits(coefficient, wanted - exponent, mode, negative);
  if (digit_count(whole) > decimal_precision || wanted + digit_count(whole) - 1 > decimal_max_exponent) {
    return std::nullopt;
  }
  return make(negative, whole, wanted);
}

PAIDAN_INLINE std::optional<Money> Decimal::to_money(Currency currency, Rounding mode) const {
  const std::optional<Decimal> cut = rounded(currency.digits(), mode);
  if (!cut) return std::nullopt;
  Decimal minor = *cut;
  minor.exponent_ = 0;
  const std::optional<std::int64_t> units = minor.to_integer();
  return units ? std::optional<Money>(Money{*units, currency}) : std::nullopt;
}

PAIDAN_INLINE std::optional<std::int64_t> Decimal::to_integer() const {
  const std::optional<Decimal> whole = rounded(0, Rounding::down);
  if (!whole || *whole != *this || whole->high_ != 0) return std::nullopt;
  constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (whole->low_ > most + (negative_ ? 1U : 0U)) return std::nullopt;
  return static_cast<std::int64_t>(negative_ ? 0 - whole->low_ : whole->low_);
}

PAIDAN_INLINE int Decimal::compare_wide(const Decimal& other) const {
  using namespace core_detail;
  if (is_zero() || other.is_zero() || negative_ != other.negative_) {
    const int left = is_zero() ? 0 : negative_ ? -1 : 1;
    const int right = other.is_zero() ? 0 : other.negative_ ? -1 : 1;
    return left < right ? -1 : left > right ? 1 : 0;
  }
  const int sign = negative_ ? -1 : 1;
  if ((high_ | other.high_) == 0) {
    std::uint64_t x = low_;
    std::uint64_t y = other.low_;
    if (align_short(x, exponent_, y, other.exponent_)) return x < y ? -sign : x > y ? sign : 0;
  }
  Wide a = coefficient();
  Wide b = other.coefficient();
  const int first = exponent_ + digit_count(a);
  const int second = other.exponent_ + digit_count(b);
  if (first != second) return first < second ? -sign : sign;
  // As many digits before the point: the exponents differ by fewer than 34.
  if (exponent_ > other.exponent_) a = multiply(a, power_of_ten(exponent_ - other.exponent_));
  if (exponent_ < other.exponent_) b = multiply(b, power_of_ten(other.exponent_ - exponent_));
  return sign * core_detail::compare(a, b);
}

}  // namespace paidan::inline PAIDAN_ABI

#include <paidan/core/detail/decimal_power.ipp>
