// Money is whole minor units and a currency. It never comes from a float, and never silently from another currency.
#pragma once

#include <paidan/core/error.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {

/// ISO 4217 currency.
class Currency {
 public:
  constexpr Currency() = default;  // CNY
  /// Absent when the code is not in the table (CNY, HKD, USD, EUR, GBP, JPY, BRL, …).
  [[nodiscard]] PAIDAN_EXPORT static std::optional<Currency> parse(std::string_view code);
  [[nodiscard]] std::string_view code() const { return {code_.data(), 3}; }
  /// Digits after the decimal point: 2 for CNY, 0 for JPY.
  [[nodiscard]] constexpr int digits() const { return digits_; }
  /// `¥`, `$`, … or the code and a space.
  [[nodiscard]] PAIDAN_EXPORT std::string_view symbol() const;
  friend constexpr bool operator==(const Currency&, const Currency&) = default;

 private:
  std::array<char, 4> code_{'C', 'N', 'Y', '\0'};
  std::uint8_t digits_ = 2;
};

struct Money {
  std::int64_t minor = 0;  ///< fen, cents
  Currency currency = {};

  friend bool operator==(const Money&, const Money&) = default;
  /// `30.00`.
  [[nodiscard]] PAIDAN_EXPORT std::string amount() const;
  /// `¥30.00`, as a customer reads it; negative as `-¥30.00`.
  [[nodiscard]] PAIDAN_EXPORT std::string text() const;
  /// From `30`, `30.5`, `30.50`, `-3.00`; absent when malformed or with more digits than the currency has.
  [[nodiscard]] PAIDAN_EXPORT static std::optional<Money> parse(std::string_view amount, Currency currency);
};

/// Absent on overflow or different currencies: the caller names the line in its error.
[[nodiscard]] PAIDAN_EXPORT std::optional<Money> checked_add(const Money& a, const Money& b);
[[nodiscard]] PAIDAN_EXPORT std::optional<Money> checked_subtract(const Money& a, const Money& b);
[[nodiscard]] PAIDAN_EXPORT std::optional<Money> checked_multiply(const Money& a, std::int64_t factor);

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/core/money.ipp>
#endif
