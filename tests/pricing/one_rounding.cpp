// Money is rounded once, from the exact product.
#include <doctest/doctest.h>

#include "pricing/books.hpp"

using namespace paidan_test;

namespace {

std::string product(const std::string& quantity, const std::string& price, const char* currency = "CNY") {
  const auto after = ledger::apply(StepRule::unit_price, num(quantity), num(price), *Currency::parse(currency));
  return after ? after->text() : "too large";
}

}  // namespace

TEST_CASE("a product of more than 34 digits is rounded once") {
  CHECK(product("1442725.1", "2.529934496876778535287145139430928E-7") == "0.36");  // 0.36499…9 with 41 digits
  CHECK(product("2.529934496876778535287145139430928E-7", "1442725.1") == "0.36");
  CHECK(product("2225778.8", "0.00009906644811245394196404422577841068", "JPY") == "220");
  CHECK(product("8669417.2", "2.324262350645669699688694183502900E-8", "KWD") == "0.201");
  CHECK(product("0.005", "1") == "0.01");  // a tie of its own still goes up
}

TEST_CASE("a surcharge is rounded once") {
  const auto share = [](const std::string& base, const std::string& percent) {
    return ledger::apply(StepRule::surcharge, num(base), num(percent), Currency())->text();
  };
  CHECK(share("8763287.29", "100.0665214411794092853482154868393") == "5829.46");  // 5829.46499…9
  CHECK(share("63352.36", "103.4475037709723836649494983296597") == "2184.07");
  CHECK(share("520763.55", "101.2918828516319930609582794341117") == "6727.65");
  CHECK(share("42.34", "150") == "21.17");
}

TEST_CASE("rounding up loses nothing that 34 digits of a ratio do not show") {
  const auto up = [](const std::string& quantity, const std::string& step) {
    return ledger::apply(StepRule::round_up, num(quantity), num(step), Currency());
  };
  CHECK(up("3.000000000000000000000000000000001", "3") == num("6"));
  CHECK(up("6.000000000000000000000000000000001", "3") == num("9"));
  CHECK(up("3", "3") == num("3"));
  CHECK(up("2.999999999999999999999999999999999", "3") == num("3"));
}
