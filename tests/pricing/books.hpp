// Price books for the tests: the shipped one, and small ones made on the spot.
#pragma once

#include <paidan/pricing/audit.hpp>
#include <paidan/pricing/estimate.hpp>

#include "support/table.hpp"

namespace paidan_test {

using namespace paidan;
using namespace paidan::ledger;
using namespace paidan::pricing;

inline Decimal num(const std::string& text) {
  const auto value = Decimal::parse(text);
  if (!value) throw std::runtime_error("not a number: " + text);
  return *value;
}
inline Money yuan(const std::string& text) {
  const auto value = Money::parse(text, Currency());
  if (!value) throw std::runtime_error("not money: " + text);
  return *value;
}

inline PriceBookData shipped_book_data() {
  PriceBookData data{.id = "illustrative", .version = "test"};
  for (const TableRow& r : read_table(shipped("prices.csv"))) {
    data.rows.push_back({r["code"], r["category"], r["service"], r["action"], r["mode"], r["tier"], r["unit"],
                         r["currency"], num(r["price_min"]), num(r["price_max"]), r["kind"], r["source"], r["grade"],
                         r["note"], r.row});
  }
  for (const TableRow& r : read_table(shipped("price_rules.csv"))) {
    QuantityRule rule{.code = r["code"],
                      .measure = r["measure"],
                      .threshold = num(r["threshold"]),
                      .free_allowance = num(r["free_allowance"]),
                      .increment = num(r["increment"]),
                      .once_per_visit = r["once_per_visit"] == "true"};
    if (!r["cap"].empty()) rule.cap = num(r["cap"]);
    rule.note = r["note"];
    rule.row = r.row;
    data.rules.push_back(rule);
  }
  return data;
}
inline const PriceBook& shipped_book() {
  static const PriceBook book(shipped_book_data());
  return book;
}

inline PriceRow row(const std::string& code, const std::string& kind, const std::string& low, const std::string& high) {
  return {.code = code,
          .service = "service " + code,
          .unit = "each",
          .price_min = num(low),
          .price_max = num(high),
          .kind = kind,
          .source = "T"};
}
/// One row of every kind.
inline PriceBookData small_book_data() {
  PriceBookData data{.id = "small", .version = "1"};
  data.rows = {
      row("MAX", "max", "80", "100"),        row("FIX", "fixed", "30.00", "30"),  row("FROM", "from", "98", "98"),
      row("RANGE", "range", "10", "20"),     row("UNIT", "unit", "2.5", "2.5"),   row("PROMO", "promo", "150", "188"),
      row("PART", "part", "12.34", "12.34"), row("COPAY", "copay", "188", "188"), row("NIGHT", "percent", "150", "150"),
      row("UR", "unit-range", "30", "50"),   row("WIRE", "unit", "7", "7"),       row("FAR", "unit", "1.5", "1.5")};
  data.rows[8].currency = "PCT";
  data.rules = {{.code = "UNIT", .measure = "km", .free_allowance = 20, .once_per_visit = true},
                {.code = "WIRE", .measure = "metres", .free_allowance = 3, .increment = 1, .cap = num("50")},
                {.code = "FAR", .measure = "km", .threshold = 15}};
  return data;
}
inline const PriceBook& small_book() {
  static const PriceBook book(small_book_data());
  return book;
}

inline Money sum_payable(const std::vector<Line>& lines, Currency currency) {
  Money sum{0, currency};
  for (const Line& line : lines) sum.minor += line.payable.minor;
  return sum;
}

/// The messages of what `f` throws, in both languages; fails the test when it throws nothing.
template <class F>
std::pair<std::string, std::string> messages(F&& f) {
  try {
    f();
  } catch (const InvalidInput& error) {
    return {error.message(Language::en), error.message(Language::zh)};
  }
  return {"nothing thrown", "nothing thrown"};
}

}  // namespace paidan_test
