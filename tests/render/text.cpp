#include <paidan/render/audience.hpp>
#include <paidan/render/text.hpp>

#include <doctest/doctest.h>

using namespace paidan;

TEST_CASE("whole amounts lose their zeros in ranges, others keep their digits") {
  CHECK(render::short_money(Money{15000, Currency()}) == "¥150");
  CHECK(render::short_money(Money{15050, Currency()}) == "¥150.50");
  CHECK(render::short_money(Money{-3000, Currency()}) == "-¥30");
  CHECK(render::short_money(Money{100, *Currency::parse("JPY")}) == "JP¥100");
}

TEST_CASE("numbers lose trailing zeros after the point only") {
  CHECK(render::short_number(*Decimal::parse("6.00")) == "6");
  CHECK(render::short_number(*Decimal::parse("2.50")) == "2.5");
  CHECK(render::short_number(*Decimal::parse("100")) == "100");
}

TEST_CASE("minutes are rounded up and agree in number") {
  CHECK(render::minutes_text(60, Language::en) == "1 minute");
  CHECK(render::minutes_text(61, Language::en) == "2 minutes");
  CHECK(render::minutes_text(1380, Language::zh) == "23分钟");
}

TEST_CASE("dates are written as people of the language write them") {
  const Date date = *Date::from_ymd(2024, 10, 8);
  CHECK(render::long_date(date, Language::zh) == "2024年10月8日");
  CHECK(render::long_date(date, Language::en) == "8 October 2024");
}

TEST_CASE("a name that is not known is shown as it is") {
  const render::Names names({{"gas", "燃气", "gas"}, {"bare", "", ""}});
  CHECK(names.of("gas", Language::zh) == "燃气");
  CHECK(names.of("bare", Language::zh) == "bare");
  CHECK(names.of("steam", Language::zh) == "steam");
}
