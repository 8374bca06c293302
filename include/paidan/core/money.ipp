#pragma once

#include <paidan/core/money.hpp>

#include <algorithm>
#include <cstddef>

namespace paidan::inline PAIDAN_ABI {

namespace core_detail {

struct CurrencyRow {
  std::string_view code;
  std::uint8_t digits;
  std::string_view symbol;
};

/// ISO 4217 minor units. A symbol that two currencies share belongs to the first of them here (`¥` is CNY).
inline constexpr std::array currencies{
    CurrencyRow{"CNY", 2, "¥"},    CurrencyRow{"HKD", 2, "HK$"},  CurrencyRow{"MOP", 2, "MOP$"},
    CurrencyRow{"TWD", 2, "NT$"},  CurrencyRow{"USD", 2, "$"},    CurrencyRow{"EUR", 2, "€"},
    CurrencyRow{"GBP", 2, "£"},    CurrencyRow{"JPY", 0, "JP¥"},  CurrencyRow{"KRW", 0, "₩"},
    CurrencyRow{"BRL", 2, "R$"},   CurrencyRow{"INR", 2, "₹"},    CurrencyRow{"SGD", 2, "S$"},
    CurrencyRow{"AUD", 2, "A$"},   CurrencyRow{"CAD", 2, "C$"},   CurrencyRow{"NZD", 2, "NZ$"},
    CurrencyRow{"VND", 0, "₫"},    CurrencyRow{"THB", 2, "฿"},    CurrencyRow{"MYR", 2, "RM"},
    CurrencyRow{"IDR", 2, "Rp"},   CurrencyRow{"PHP", 2, "₱"},    CurrencyRow{"KHR", 2, "KHR "},
    CurrencyRow{"LAK", 2, "₭"},    CurrencyRow{"MMK", 2, "MMK "}, CurrencyRow{"MNT", 2, "₮"},
    CurrencyRow{"KZT", 2, "₸"},    CurrencyRow{"PKR", 2, "PKR "}, CurrencyRow{"BDT", 2, "৳"},
    CurrencyRow{"LKR", 2, "LKR "}, CurrencyRow{"NPR", 2, "NPR "}, CurrencyRow{"CHF", 2, "CHF "},
    CurrencyRow{"SEK", 2, "SEK "}, CurrencyRow{"NOK", 2, "NOK "}, CurrencyRow{"DKK", 2, "DKK "},
    CurrencyRow{"ISK", 0, "ISK "}, CurrencyRow{"PLN", 2, "zł "},  CurrencyRow{"CZK", 2, "Kč "},
    CurrencyRow{"HUF", 2, "Ft "},  CurrencyRow{"RON", 2, "RON "}, CurrencyRow{"RUB", 2, "₽"},
    CurrencyRow{"UAH", 2, "₴"},    CurrencyRow{"TRY", 2, "₺"},    CurrencyRow{"ILS", 2, "₪"},
    CurrencyRow{"AED", 2, "AED "}, CurrencyRow{"SAR", 2, "SAR "}, CurrencyRow{"QAR", 2, "QAR "},
    CurrencyRow{"KWD", 3, "KWD "}, CurrencyRow{"BHD", 3, "BHD "}, CurrencyRow{"OMR", 3, "OMR "},
    CurrencyRow{"JOD", 3, "JOD "}, CurrencyRow{"EGP", 2, "E£"},   CurrencyRow{"MAD", 2, "MAD "},
    CurrencyRow{"TND", 3, "TND "}, CurrencyRow{"ZAR", 2, "R "},   CurrencyRow{"NGN", 2, "₦"},
    CurrencyRow{"KES", 2, "KSh "}, CurrencyRow{"GHS", 2, "GH₵"},  CurrencyRow{"MXN", 2, "MX$"},
    CurrencyRow{"ARS", 2, "AR$"},  CurrencyRow{"CLP", 0, "CL$"},  CurrencyRow{"COP", 2, "CO$"},
    CurrencyRow{"PEN", 2, "S/"},   CurrencyRow{"UYU", 2, "$U"},
};

inline std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

}  // namespace core_detail

PAIDAN_INLINE std::optional<Currency> Currency::parse(std::string_view code) {
  for (const core_detail::CurrencyRow& row : core_detail::currencies) {
    if (row.code != code) continue;
    Currency currency;
    std::copy(code.begin(), code.end(), currency.code_.begin());
    currency.digits_ = row.digits;
    return currency;
  }
  return std::nullopt;
}

PAIDAN_INLINE std::string_view Currency::symbol() const {
  for (const core_detail::CurrencyRow& row : core_detail::currencies) {
    if (row.code == code()) return row.symbol;
  }
  return code();  // not reached: a Currency comes from the table
}

PAIDAN_INLINE std::string Money::amount() const {
  std::string text = std::to_string(core_detail::magnitude(minor));
  const auto digits = static_cast<std::size_t>(currency.digits());
  if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
  if (digits > 0) text.insert(text.size() - digits, 1, '.');
  return minor < 0 ? "-" + text : text;
}

PAIDAN_INLINE std::string Money::text() const {
  const std::string plain = amount();
  const std::string symbol(currency.symbol());
  return minor < 0 ? "-" + symbol + plain.substr(1) : symbol + plain;
}

PAIDAN_INLINE std::optional<Money> Money::parse(std::string_view amount, Currency currency) {
  const bool negative = amount.starts_with('-');
  if (negative) amount.remove_prefix(1);
  const std::size_t point = amount.find('.');
  const std::string_view whole = amount.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? std::string_view() : amount.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && fraction.empty())) return std::nullopt;
  const auto digits = static_cast<std::size_t>(currency.digits());
  if (fraction.size() > digits) return std::nullopt;
  std::int64_t minor = 0;
  // Built downwards: the most negative amount has no positive twin.
  const auto append = [&minor](int digit) {
    return !__builtin_mul_overflow(minor, 10, &minor) && !__builtin_sub_overflow(minor, digit, &minor);
  };
  for (const std::string_view part : {whole, fraction}) {
    for (const char c : part) {
      if (c < '0' || c > '9' || !append(c - '0')) return std::nullopt;
    }
  }
  for (std::size_t i = fraction.size(); i < digits; ++i) {
    if (!append(0)) return std::nullopt;
  }
  if (!negative && __builtin_sub_overflow(std::int64_t{0}, minor, &minor)) return std::nullopt;
  return Money{minor, currency};
}

PAIDAN_INLINE std::optional<Money> checked_add(const Money& a, const Money& b) {
  Money sum{0, a.currency};
  if (a.currency != b.currency || __builtin_add_overflow(a.minor, b.minor, &sum.minor)) return std::nullopt;
  return sum;
}

PAIDAN_INLINE std::optional<Money> checked_subtract(const Money& a, const Money& b) {
  Money difference{0, a.currency};
  if (a.currency != b.currency || __builtin_sub_overflow(a.minor, b.minor, &difference.minor)) return std::nullopt;
  return difference;
}

PAIDAN_INLINE std::optional<Money> checked_multiply(const Money& a, std::int64_t factor) {
  Money product{0, a.currency};
  if (__builtin_mul_overflow(a.minor, factor, &product.minor)) return std::nullopt;
  return product;
}

}  // namespace paidan::inline PAIDAN_ABI
