#include <paidan/core/money.hpp>

#include <paidan/core/random.hpp>

#include "../support/soak.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using paidan::Currency;
using paidan::Money;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Currency currency(std::string_view code) {
  const std::optional<Currency> known = Currency::parse(code);
  REQUIRE_MESSAGE(known.has_value(), code);
  return *known;
}
Money yuan(std::int64_t fen) { return {fen, Currency()}; }

}  // namespace

TEST_CASE("A currency has its ISO digits and the symbol its customers know") {
  CHECK(Currency() == currency("CNY"));
  CHECK(Currency().code() == "CNY");
  CHECK(Currency().digits() == 2);
  CHECK(Currency().symbol() == "¥");
  CHECK(currency("JPY").symbol() == "JP¥");
  CHECK(currency("JPY").digits() == 0);
  CHECK(currency("KRW").digits() == 0);
  CHECK(currency("VND").digits() == 0);
  CHECK(currency("IDR").digits() == 2);
  CHECK(currency("KWD").digits() == 3);
  CHECK(currency("BRL").symbol() == "R$");
  CHECK(currency("CHF").symbol() == "CHF ");
  for (const char* code : {"HKD", "TWD", "USD", "EUR", "GBP", "INR", "SGD", "AUD", "CAD", "THB", "MYR"}) {
    CHECK(currency(code).code() == code);
    CHECK(currency(code).digits() == 2);
    CHECK(currency(code) != Currency());
  }
  for (const char* code : {"", "cny", "CN", "CNYX", "XXX", "RMB"}) CHECK_FALSE(Currency::parse(code).has_value());
}

TEST_CASE("An amount shows all its digits and its sign before the symbol") {
  CHECK(yuan(3'000).amount() == "30.00");
  CHECK(yuan(3'000).text() == "¥30.00");
  CHECK(yuan(-3'000).text() == "-¥30.00");
  CHECK(yuan(5).amount() == "0.05");
  CHECK(yuan(-5).amount() == "-0.05");
  CHECK(yuan(0).text() == "¥0.00");
  CHECK(yuan(100).amount() == "1.00");
  CHECK(Money{1'500, currency("JPY")}.text() == "JP¥1500");
  CHECK(Money{0, currency("JPY")}.amount() == "0");
  CHECK(Money{1'500, currency("KWD")}.text() == "KWD 1.500");
  CHECK(yuan(most).amount() == "92233720368547758.07");
  CHECK(yuan(least).amount() == "-92233720368547758.08");
}

TEST_CASE("An amount is read exactly or not at all") {
  CHECK(Money::parse("30", Currency()) == yuan(3'000));
  CHECK(Money::parse("30.5", Currency()) == yuan(3'050));
  CHECK(Money::parse("30.50", Currency()) == yuan(3'050));
  CHECK(Money::parse("-3.00", Currency()) == yuan(-300));
  CHECK(Money::parse("-0.05", Currency()) == yuan(-5));
  CHECK(Money::parse("007", Currency()) == yuan(700));
  CHECK(Money::parse("92233720368547758.07", Currency()) == yuan(most));
  CHECK(Money::parse("-92233720368547758.08", Currency()) == yuan(least));
  CHECK(Money::parse("12", currency("JPY")) == Money{12, currency("JPY")});
  for (const char* text : {"",
                           "-",
                           ".",
                           "30.",
                           ".5",
                           "30.505",
                           "30.500",
                           "+3",
                           "--3",
                           "3-",
                           "1,000",
                           "1e3",
                           " 3",
                           "3 ",
                           "¥3",
                           "3.0.0",
                           "NaN",
                           "92233720368547758.08",
                           "-92233720368547758.09",
                           "92233720368547759",
                           "99999999999999999999999999"}) {
    CHECK_FALSE_MESSAGE(Money::parse(text, Currency()).has_value(), text);
  }
  CHECK_FALSE(Money::parse("12.0", currency("JPY")).has_value());
}

TEST_CASE("Every amount reads back from what it shows") {
  constexpr std::uint64_t seed = 11;
  CAPTURE(seed);
  paidan::SplitMix64 random(seed);
  for (int i = 0; i < paidan_test::cases(5'000); ++i) {
    const auto minor = static_cast<std::int64_t>(random.next()) >> random.below(63);
    for (const char* code : {"CNY", "JPY", "KWD"}) {
      const Money money{minor, currency(code)};
      CHECK(Money::parse(money.amount(), money.currency) == money);
    }
  }
}

TEST_CASE("Money that would overflow or mix currencies is absent") {
  CHECK(checked_add(yuan(1), yuan(2)) == yuan(3));
  CHECK(checked_subtract(yuan(1), yuan(2)) == yuan(-1));
  CHECK(checked_multiply(yuan(-7), 6) == yuan(-42));
  CHECK(checked_add(yuan(most), yuan(0)) == yuan(most));
  CHECK_FALSE(checked_add(yuan(most), yuan(1)).has_value());
  CHECK_FALSE(checked_add(yuan(least), yuan(-1)).has_value());
  CHECK_FALSE(checked_subtract(yuan(least), yuan(1)).has_value());
  CHECK_FALSE(checked_subtract(yuan(0), yuan(least)).has_value());
  CHECK_FALSE(checked_multiply(yuan(most / 2 + 1), 2).has_value());
  CHECK_FALSE(checked_multiply(yuan(least), -1).has_value());
  const Money dollar{1, currency("USD")};
  CHECK_FALSE(checked_add(yuan(1), dollar).has_value());
  CHECK_FALSE(checked_subtract(yuan(1), dollar).has_value());
  CHECK(yuan(1) != dollar);
}
