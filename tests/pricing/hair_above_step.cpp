// A quantity is never rounded up by a hair: a script's 1.1 × 3 is 3.3000000000000003, and nobody measured that.
#include <doctest/doctest.h>

#include "pricing/books.hpp"

using namespace paidan_test;

namespace {

/// A book of one row in steps of `increment`, 3 units free.
PriceBook stepped(const std::string& increment) {
  PriceBookData data{.id = "steps"};
  data.rows = {row("PIPE", "unit", "10", "10")};
  data.rules = {{.code = "PIPE", .measure = "metres", .free_allowance = 3, .increment = num(increment)}};
  return PriceBook(data);
}
std::string billed(const std::string& quantity, const std::string& increment = "0.1") {
  return quote(stepped(increment), {.items = {{.code = "PIPE", .quantity = num(quantity)}}}).lines[0].quantity.text();
}
std::pair<std::string, std::string> refused(QuoteFacts facts, const std::string& increment = "0.1") {
  return messages([&] { (void)quote(stepped(increment), facts); });
}

}  // namespace

TEST_CASE("a binary fraction a hair above a step is refused, never billed a step more") {
  const auto [en, zh] = refused({.items = {{.code = "PIPE", .quantity = num("6.3000000000000003")}}});
  CHECK(en ==
        "items[0]: 6.3000000000000003 of line 'PIPE' exceeds a multiple of 0.1 by no more than 3E-16, as a computed "
        "binary fraction does; state it with the digits that were measured");
  CHECK(zh == "items[0]:“PIPE”的6.3000000000000003仅比0.1的整数倍多3E-16,像是二进制浮点误差;请按实际量得的位数填写");
  // The fact of a measure, other steps, a single-precision 0.1 and 0.1 + 0.2.
  CHECK(refused({.items = {{.code = "PIPE"}}, .measures = {{"metres", num("7.000000000000001")}}}, "1")
            .first.starts_with(
                "items[0]: 7.000000000000001 of line 'PIPE' exceeds a multiple of 1 by no more than 1E-15"));
  CHECK(refused({.items = {{.code = "PIPE", .quantity = num("3.10000000149011612")}}}).first != "nothing thrown");
  CHECK(refused({.items = {{.code = "PIPE", .quantity = num("3.30000000000000004")}}}).first != "nothing thrown");
  CHECK_THROWS_AS(
      (void)estimate(stepped("0.1"), {.price_codes = {"PIPE"}, .measures = {{"metres", num("6.3000000000000003")}}}),
      InvalidInput);
}

TEST_CASE("what was measured is rounded up as published") {
  CHECK(billed("6.3") == "3.3");
  CHECK(billed("6.300") == "3.3");
  CHECK(billed("6.2999999999999998") == "3.3");  // a hair below: the step it was meant to be
  CHECK(billed("6.31") == "3.4");
  CHECK(billed("6.3000001") == "3.4");
  CHECK(billed("2.0000000000000004") == "0.0");  // all of it is free
}
