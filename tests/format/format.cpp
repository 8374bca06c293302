#include <paidan/format.hpp>

#include <doctest/doctest.h>

using namespace paidan;

TEST_CASE("money formats as a customer reads it, as an amount, or with its code") {
  const Money price{3050, {}};
  CHECK(fmt::format("{}", price) == "¥30.50");
  CHECK(fmt::format("{:a}", price) == "30.50");
  CHECK(fmt::format("{:c}", price) == "30.50 CNY");
  CHECK(fmt::format("[{:>8a}]", price) == "[   30.50]");
  CHECK(fmt::format("[{:<8}]", price) == "[¥30.50  ]");
}

TEST_CASE("an unknown format of a paidan value is refused") {
  const Money price{3050, {}};
  CHECK_THROWS_AS((void)fmt::format(fmt::runtime("{:x}"), price), fmt::format_error);
}

TEST_CASE("decimals, dates, times and indices format as their text") {
  CHECK(fmt::format("{}", *Decimal::parse("0.130")) == "0.130");
  CHECK(fmt::format("{} {}", *Date::parse("2024-10-06"), LocalTime{8 * 3600}) == "2024-10-06 08:00");
  CHECK(fmt::format("{} {}", OrderIndex(7), OrderIndex::none()) == "7 -");
}

TEST_CASE("an error formats as its message in the chosen language") {
  const Error error{&errors::missing, "orders[3]", 5, {{"field", "place"}}};
  CHECK(fmt::format("{}", error) == error.message(Language::en));
  CHECK(fmt::format("{:zh}", error) == error.message(Language::zh));
}
