// Amounts of two currencies are never added, whoever states them.
#include <doctest/doctest.h>

#include "pricing/books.hpp"

using namespace paidan_test;

namespace {

/// In CNY, with one row of 10 euros.
PriceBook mixed_book() {
  PriceBookData data = small_book_data();
  data.rows.push_back(row("EUR", "fixed", "10", "10"));
  data.rows.back().currency = "EUR";
  return PriceBook(data);
}
const Item own{.code = "hose", .unit_price = num("5.00")};
const Item euro{.code = "EUR"};

std::pair<std::string, std::string> wrong(std::vector<Item> items, std::vector<std::string> inspection = {}) {
  return messages(
      [&] { (void)quote(mixed_book(), {.items = std::move(items), .inspection_codes = std::move(inspection)}); });
}

}  // namespace

TEST_CASE("the host's own price is in the book's currency and adds to no other") {
  CHECK(wrong({own, euro}).first == "items[1]: line 'EUR' is in EUR, the others are in CNY");
  CHECK(wrong({own, euro}).second == "items[1]:“EUR”以EUR计价,其余以CNY计价");
  CHECK(wrong({euro, own}).first == "items[1]: line 'hose' is in CNY, the others are in EUR");
  CHECK(wrong({{.code = "NIGHT"}, own, euro}).first == "items[2]: line 'EUR' is in EUR, the others are in CNY");
  CHECK(wrong({own}, {"EUR"}).first == "inspection_codes: line 'EUR' is in EUR, the others are in CNY");
}

TEST_CASE("what has no amount has no currency") {
  const Quote unlisted = quote(mixed_book(), {.items = {{.code = "GATE"}, euro}});
  CHECK(unlisted.total.text() == "€10.00");
  const Quote inspected = quote(mixed_book(), {.items = {{.code = "GATE"}}, .inspection_codes = {"EUR"}});
  CHECK(inspected.currency.code() == "EUR");
  CHECK(inspected.total.text() == "€0.00");
}

TEST_CASE("an estimate shows no inspection in another currency than its candidates") {
  const auto estimated = [](std::vector<std::string> candidates, std::vector<std::string> inspection) {
    return messages([&] {
      (void)estimate(mixed_book(), {.price_codes = std::move(candidates), .inspection_codes = std::move(inspection)});
    });
  };
  CHECK(estimated({"FIX"}, {"EUR"}).first == "inspection_codes: line 'EUR' is in EUR, the others are in CNY");
  CHECK(estimated({"FIX", "EUR"}, {}).first == "price_codes[1]: line 'EUR' is in EUR, the others are in CNY");
  CHECK(estimated({"GATE", "EUR"}, {}).first == "nothing thrown");  // the first has no amount
}
