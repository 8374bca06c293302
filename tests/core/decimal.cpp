#include <paidan/core/decimal.hpp>

#include <paidan/core/detail/wide.hpp>
#include <paidan/core/random.hpp>

#include "../support/soak.hpp"
#include "table.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>

using paidan::Currency;
using paidan::Decimal;
using paidan::Money;
using paidan::Rounding;

namespace {

Decimal number(std::string_view text) {
  const std::optional<Decimal> value = Decimal::parse(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

std::string shown(const std::optional<Decimal>& value) { return value ? value->text() : ""; }

const std::map<std::string, Rounding> modes{
    {"round_half_up", Rounding::half_up},    {"round_half_even", Rounding::half_even},
    {"round_down", Rounding::down},          {"round_up", Rounding::up},
    {"round_floor", Rounding::floor},        {"round_ceiling", Rounding::ceiling},
    {"round_half_down", Rounding::half_down}};

Money yuan(std::int64_t fen) { return {fen, Currency()}; }

/// Whole numbers with some decimals, as prices and rates have.
Decimal random_decimal(paidan::SplitMix64& random) {
  std::string text = random.below(2) == 0 ? "" : "-";
  const auto digits = random.between(1, 34);
  for (std::int64_t i = 0; i < digits; ++i) text += static_cast<char>('0' + random.below(10));
  return number(text + "E" + std::to_string(random.between(-40, 10)));
}

}  // namespace

TEST_CASE("Decimal gives the same digits, exponents and text as Python's decimal") {
  const auto rows = paidan_test::table("core/decimal_cases.csv");
  REQUIRE(rows.size() > 2'000);
  std::map<std::string, int> seen;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    REQUIRE(row.size() == 4);
    const std::string& operation = row[0];
    CAPTURE(i + 2);
    CAPTURE(operation);
    CAPTURE(row[1]);
    CAPTURE(row[2]);
    ++seen[operation];
    if (operation == "parse") {
      CHECK(shown(Decimal::parse(row[1])) == row[3]);
      continue;
    }
    const Decimal a = number(row[1]);
    CHECK(a.text() == row[1]);
    if (const auto mode = modes.find(operation); mode != modes.end()) {
      CHECK(shown(a.rounded(std::stoi(row[2]), mode->second)) == row[3]);
      continue;
    }
    const Decimal b = number(row[2]);
    if (operation == "plus") CHECK(shown(a.plus(b)) == row[3]);
    if (operation == "minus") CHECK(shown(a.minus(b)) == row[3]);
    if (operation == "times") CHECK(shown(a.times(b)) == row[3]);
    if (operation == "over") CHECK(shown(a.over(b)) == row[3]);
    if (operation == "compare") CHECK(std::to_string(a.compare(b)) == row[3]);
  }
  CHECK(seen.size() == 12);
}

TEST_CASE("Decimal obeys the laws of arithmetic on random numbers") {
  constexpr std::uint64_t seed = 20240708;
  CAPTURE(seed);
  paidan::SplitMix64 random(seed);
  for (int i = 0; i < paidan_test::cases(3'000); ++i) {
    const Decimal a = random_decimal(random);
    const Decimal b = random_decimal(random);
    CAPTURE(a.text());
    CAPTURE(b.text());
    CHECK(shown(a.plus(b)) == shown(b.plus(a)));
    CHECK(shown(a.times(b)) == shown(b.times(a)));
    CHECK(a.minus(a)->is_zero());
    CHECK(a.minus(b)->negated() == *b.minus(a));
    CHECK(a.negated().negated() == a);
    CHECK(number(a.text()).text() == a.text());
    CHECK(a.compare(b) == -b.compare(a));
    CHECK((a < b) == a.minus(b)->negative());
    if (!b.is_zero()) {
      // |a/b·b − a| ≤ one unit of a's 33rd digit: both steps round once.
      const Decimal error = *a.over(b)->times(b)->minus(a);
      const Decimal bound = *(a.negative() ? a.negated() : a).times(number("1E-32"));
      CHECK((error.negative() ? error.negated() : error) <= bound);
    }
    for (const auto& entry : modes) {
      const Rounding mode = entry.second;
      const std::optional<Decimal> rounded = a.rounded(2, mode);
      if (!rounded) continue;
      const Decimal off = *rounded->minus(a);
      CHECK_MESSAGE((off.negative() ? off.negated() : off) <= number("0.01"), entry.first);
      if (mode == Rounding::floor) CHECK(*rounded <= a);
      if (mode == Rounding::ceiling) CHECK(*rounded >= a);
    }
  }
}

TEST_CASE("A small Decimal agrees with whole numbers of the machine") {
  paidan::SplitMix64 random(7);
  for (int i = 0; i < paidan_test::cases(2'000); ++i) {
    const std::int64_t a = random.between(-2'000'000'000, 2'000'000'000);
    const std::int64_t b = random.between(-2'000'000'000, 2'000'000'000);
    CHECK(Decimal(a).plus(b)->to_integer() == a + b);
    CHECK(Decimal(a).minus(b)->to_integer() == a - b);
    CHECK(Decimal(a).times(b)->to_integer() == a * b);
    CHECK((Decimal(a) < Decimal(b)) == (a < b));
    if (b != 0 && a % b == 0) CHECK(Decimal(a).over(b)->to_integer() == a / b);
    if (b != 0) CHECK(Decimal(a).over(b)->rounded(0, Rounding::down)->to_integer() == a / b);
  }
}

TEST_CASE("A Decimal is built from whole numbers and never from a binary fraction") {
  CHECK(Decimal().text() == "0");
  CHECK(Decimal(-7).text() == "-7");
  CHECK(Decimal(std::numeric_limits<std::int64_t>::min()).text() == "-9223372036854775808");
  CHECK(Decimal(std::numeric_limits<std::int64_t>::max()).text() == "9223372036854775807");
  static_assert(std::is_convertible_v<int, Decimal>);
  static_assert(!std::is_constructible_v<Decimal, double>);
  static_assert(!std::is_constructible_v<Decimal, float>);
}

TEST_CASE("Equal Decimals may be written differently") {
  CHECK(number("1.0") == Decimal(1));
  CHECK(number("1.0").text() == "1.0");
  CHECK(number("1E3") == Decimal(1'000));
  CHECK(number("0.00") == Decimal(0));
  CHECK(number("-0") == Decimal(0));
  CHECK_FALSE(number("-0").negative());
  CHECK(number("0E+6144") == number("0E-6176"));
  CHECK(number("1E+6144") > number("9999999999999999999999999999999999E+6110"));
  CHECK(number("-1E-6176") < Decimal(0));
}

TEST_CASE("Zero never gets a sign") {
  CHECK_FALSE(Decimal(0).negated().negative());
  CHECK_FALSE(Decimal(-3).times(0)->negative());
  CHECK_FALSE(Decimal(0).over(-3)->negative());
  CHECK_FALSE(number("-0.4").rounded(0, Rounding::down)->negative());
  CHECK(number("-0.4").rounded(0, Rounding::half_up)->text() == "0");
  CHECK_FALSE(number("-1E-6176").times(number("0.1"))->negative());
}

TEST_CASE("A Decimal too large is absent and one too small fades to zero") {
  CHECK_FALSE(number("9E+6144").plus(number("9E+6144")).has_value());
  CHECK_FALSE(number("-1E+6144").times(10).has_value());
  CHECK_FALSE(number("1E+6000").over(number("1E-6000")).has_value());
  CHECK_FALSE(Decimal(1).over(0).has_value());
  CHECK_FALSE(Decimal(0).over(number("0.0")).has_value());
  CHECK(number("1E-6176").times(number("0.6"))->text() == "1E-6176");
  CHECK(number("1E-6176").times(number("0.5"))->is_zero());
}

TEST_CASE("Texts of any length are read or refused, never misread") {
  CHECK_FALSE(Decimal::parse("0." + std::string(200'000, '0') + "1e200000").has_value());
  CHECK(Decimal::parse("0." + std::string(90'000, '0') + "1e90000")->text() == "0.1");
  CHECK_FALSE(Decimal::parse("1" + std::string(33, '0') + "e-99999999999").has_value());
  CHECK(Decimal::parse("0e99999999999999999999")->text() == "0E+6144");
}

TEST_CASE("Money comes from a Decimal by one named rounding") {
  const Currency yen = *Currency::parse("JPY");
  CHECK(number("12.345").to_money(Currency(), Rounding::half_up) == yuan(1'235));
  CHECK(number("12.345").to_money(Currency(), Rounding::half_even) == yuan(1'234));
  CHECK(number("12.345").to_money(Currency(), Rounding::down) == yuan(1'234));
  CHECK(number("-12.341").to_money(Currency(), Rounding::up) == yuan(-1'235));
  CHECK(number("-12.341").to_money(Currency(), Rounding::floor) == yuan(-1'235));
  CHECK(number("-12.349").to_money(Currency(), Rounding::ceiling) == yuan(-1'234));
  CHECK(number("1E3").to_money(Currency(), Rounding::half_up) == yuan(100'000));
  CHECK(number("12.5").to_money(yen, Rounding::half_even) == Money{12, yen});
  CHECK(number("92233720368547758.07").to_money(Currency(), Rounding::down)->minor ==
        std::numeric_limits<std::int64_t>::max());
  CHECK(number("-92233720368547758.08").to_money(Currency(), Rounding::down)->minor ==
        std::numeric_limits<std::int64_t>::min());
  CHECK_FALSE(number("92233720368547758.08").to_money(Currency(), Rounding::down).has_value());
  CHECK_FALSE(number("92233720368547758.075").to_money(Currency(), Rounding::half_up).has_value());
  CHECK_FALSE(number("1E40").to_money(Currency(), Rounding::down).has_value());
  CHECK(Decimal::from(yuan(-1'234)).text() == "-12.34");
  CHECK(Decimal::from(Money{5, *Currency::parse("KWD")}).text() == "0.005");
  CHECK(Decimal::from(Money{5, yen}).text() == "5");
}

TEST_CASE("Depreciation of the worked example comes out to the fen") {
  // ¥3000 refrigerator, 0.05 % a day, 169 days used: refund ¥2746.50.
  const Decimal used = *number("3000").times(number("0.0005"))->times(169);
  CHECK(Decimal(3'000).minus(used)->to_money(Currency(), Rounding::half_up)->text() == "¥2746.50");
}

TEST_CASE("Only whole Decimals in range become integers") {
  CHECK(number("5.00").to_integer() == 5);
  CHECK(number("5E2").to_integer() == 500);
  CHECK(number("-9223372036854775808").to_integer() == std::numeric_limits<std::int64_t>::min());
  CHECK_FALSE(number("9223372036854775808").to_integer().has_value());
  CHECK_FALSE(number("5.01").to_integer().has_value());
  CHECK_FALSE(number("18446744073709551616").to_integer().has_value());
  CHECK_FALSE(number("1E-6176").to_integer().has_value());
}

TEST_CASE("Wide division undoes multiplication for divisors of every length") {
  using namespace paidan::core_detail;
  constexpr std::uint64_t seed = 99;
  CAPTURE(seed);
  paidan::SplitMix64 random(seed);
  // Limbs of all zeros or all ones are where a guessed quotient digit goes wrong.
  const auto limb = [&random] {
    const std::uint32_t pick = random.below(4);
    return pick == 0 ? 0U : pick == 1 ? 0xffffffffU : static_cast<std::uint32_t>(random.next());
  };
  for (int i = 0; i < paidan_test::cases(20'000); ++i) {
    Wide divisor, quotient, remainder;
    const std::size_t length = 1 + random.below(7);
    for (std::size_t k = 0; k < length; ++k) divisor.limb[k] = limb();
    if (divisor.is_zero()) continue;
    for (std::size_t k = 0; k + length < Wide::size; ++k) quotient.limb[k] = limb();
    for (std::size_t k = 0; k < length; ++k) remainder.limb[k] = limb();
    remainder = random.below(3) == 0 ? subtract(divisor, Wide(0, 1)) : remainder;
    if (compare(remainder, divisor) >= 0) continue;
    const Wide whole = add(multiply(divisor, quotient), remainder);
    const Division parts = divide(whole, divisor);
    CHECK((parts.quotient == quotient && parts.remainder == remainder));
  }
}

TEST_CASE("Digits are counted right on both sides of every power of ten") {
  using namespace paidan::core_detail;
  for (int n = 0; n <= Wide::max_power; ++n) {
    CHECK(digit_count(power_of_ten(n)) == n + 1);
    CHECK(digit_count(subtract(power_of_ten(n), Wide(0, 1))) == n);
  }
}
