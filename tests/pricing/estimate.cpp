#include <doctest/doctest.h>
#include <paidan/pricing/estimate.hpp>

#include "pricing/books.hpp"

using namespace paidan_test;

TEST_CASE("a refrigerator of 300 to 500 litres that does not cool is estimated at 150 to 250 yuan") {
  catalog::EntryData entry{.code = "fridge", .zh = "冰箱300–500升不制冷"};
  entry.price_codes = {"S3-105", "S3-108"};
  entry.fee_codes = {"S3-113"};
  entry.inspection_codes = {"S3-113"};
  entry.excludes = {"parts", "refrigerant"};
  entry.service_minutes = 90;
  const EstimateRequest request = estimate_request(entry);
  CHECK(request.measures == std::vector<Measure>{{"work_hours", num("1.5")}});
  const Estimate e = estimate(shipped_book(), request);
  CHECK(e.status == EstimateStatus::priced);
  CHECK(e.service == "冰箱300–500升不制冷");
  CHECK(e.min == yuan("150"));
  CHECK(e.max == yuan("250"));
  CHECK(e.expected == yuan("200"));
  CHECK(e.work_min == yuan("120"));
  CHECK(e.work_max == yuan("220"));
  CHECK(e.inspection == yuan("30"));
  REQUIRE(e.fees.size() == 1);
  CHECK(e.fees[0].service == "上门费");
  CHECK(e.fees[0].amount == yuan("30"));
  CHECK(e.options.size() == 2);
  CHECK_FALSE(e.at_most);
  CHECK(e.excludes == std::vector<std::string>{"parts", "refrigerant"});
  CHECK(replay(e.min_trace, Currency()) == e.min);
  CHECK(replay(e.max_trace, Currency()) == e.max);
  CHECK(e.unpriced.empty());
}

TEST_CASE("the ends of an estimate are quotes of the cheapest and the dearest candidate") {
  const Estimate e = estimate(small_book(), {.price_codes = {"MAX", "RANGE", "UR"}, .fee_codes = {"FIX", "NIGHT"}});
  CHECK(
      e.min ==
      quote(small_book(), {.items = {{.code = "RANGE", .unit_price = 10}, {.code = "FIX"}, {.code = "NIGHT"}}}).total);
  CHECK(e.max ==
        quote(small_book(), {.items = {{.code = "MAX", .unit_price = 100}, {.code = "FIX"}, {.code = "NIGHT"}}}).total);
  CHECK(e.min == yuan("60"));
  CHECK(e.max == yuan("195"));
  CHECK(e.expected == yuan("117.50"));  // mean of the mid-prices 180, 67.50 and 105
}

TEST_CASE("a published ceiling is an estimate of at most that") {
  const Estimate e = estimate(shipped_book(), {.price_codes = {"S1-047"}, .inspection_codes = {"S1-049"}});
  CHECK(e.at_most);
  CHECK(e.max == yuan("120"));
  CHECK(e.inspection == yuan("30"));
}

TEST_CASE("a starting price leaves the range open above") {
  const Estimate e = estimate(shipped_book(), {.price_codes = {"S6-168"}});
  CHECK(e.status == EstimateStatus::open_ended);
  CHECK(e.min == yuan("30"));
  CHECK_FALSE(e.max);
  CHECK_FALSE(e.expected);
  CHECK_FALSE(e.work_max);
  CHECK(e.max_trace.empty());
  REQUIRE(e.options.size() == 1);
  CHECK_FALSE(e.options[0].high);
}

TEST_CASE("a promotion is estimated at today's price") {
  const Estimate e = estimate(small_book(), {.price_codes = {"PROMO"}});
  CHECK(e.min == yuan("150"));
  CHECK(e.max == yuan("150"));
}

TEST_CASE("without published rows the answer is a reason, not a guess") {
  Estimate e = estimate(small_book(), {.service = "elevator"});
  CHECK(e.status == EstimateStatus::not_in_price_list);
  CHECK_FALSE(e.min);
  CHECK_FALSE(e.max);
  CHECK(e.unpriced == std::vector<Unpriced>{{"", "elevator", "no_price_codes"}});
  e = estimate(small_book(), {.price_codes = {"FIX", "GATE"}, .inspection_codes = {"GATE"}});
  CHECK(e.status == EstimateStatus::not_in_price_list);
  CHECK_FALSE(e.min);
  CHECK_FALSE(e.inspection);
  CHECK(e.unpriced == std::vector<Unpriced>{{"GATE", "", "not_in_price_list"}});
}

TEST_CASE("a missing measure is asked for") {
  Estimate e = estimate(small_book(), {.price_codes = {"FIX"}, .fee_codes = {"UNIT"}});
  CHECK(e.status == EstimateStatus::needs_facts);
  CHECK_FALSE(e.min);
  CHECK(e.unpriced == std::vector<Unpriced>{{"UNIT", "km", "needs_measure"}});
  e = estimate(small_book(), {.price_codes = {"FIX"}, .fee_codes = {"UNIT"}, .measures = {{"km", 26}}});
  CHECK(e.min == yuan("45"));
}

TEST_CASE("an estimate does not mix currencies") {
  const auto [en, zh] = messages([] { (void)estimate(shipped_book(), {.price_codes = {"S3-105", "S17-256"}}); });
  CHECK(en == "price_codes[1]: line 'S17-256' is in USD, the others are in CNY");
  CHECK(zh == "price_codes[1]:“S17-256”以USD计价,其余以CNY计价");
}
