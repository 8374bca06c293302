#include <doctest/doctest.h>
#include <paidan/pricing/quote.hpp>

#include "pricing/books.hpp"

using namespace paidan_test;

namespace {
Quote one(const PriceBook& book, Item item, std::vector<Measure> measures = {}) {
  return quote(book, {.items = {std::move(item)}, .measures = std::move(measures)});
}
std::string amount_for(const std::string& km) {
  const Quote q = one(shipped_book(), {.code = "S1-054"}, {{"one_way_km", num(km)}});
  CHECK(replay(q.trace, q.currency) == q.total);
  return q.total.amount();
}
}  // namespace

TEST_CASE("the remote fee is 2 yuan for each kilometre beyond 20") {
  const Quote q = one(shipped_book(), {.code = "S1-054"}, {{"one_way_km", 26}});
  REQUIRE(q.lines.size() == 1);
  const Line& line = q.lines[0];
  CHECK(line.amount.text() == "¥12.00");
  CHECK(line.measured == Decimal(26));
  CHECK(line.measure == "one_way_km");
  CHECK(line.free_allowance == Decimal(20));
  CHECK(line.quantity == Decimal(6));
  CHECK(line.unit_price == Decimal(2));
  CHECK(line.once_per_visit);
  CHECK(line.source == "S1");
  CHECK(amount_for("26") == "12.00");
  CHECK(amount_for("20") == "0.00");
  CHECK(amount_for("0") == "0.00");
  CHECK(amount_for("20.5") == "1.00");
  CHECK(one(shipped_book(), {.code = "S1-055"}, {{"one_way_km", 26}}).total.amount() == "32.00");
}

TEST_CASE("one remote fee per household however many units") {
  const Quote q =
      quote(shipped_book(), {.items = {{.code = "S1-001"}, {.code = "S1-054"}, {.code = "S1-005"}, {.code = "S1-054"}},
                             .measures = {{"one_way_km", 26}}});
  CHECK(q.lines.size() == 3);
  CHECK(q.total.amount() == "142.00");
  CHECK(q.trace.back().rule == StepRule::once_per_visit);
  CHECK(replay(q.trace, q.currency) == q.total);
}

TEST_CASE("lengths round up to the metre after the free allowance") {
  const auto metres = [](const std::string& m) {
    const Quote q = one(shipped_book(), {.code = "S4-119"}, {{"pipe_metres", num(m)}});
    CHECK(replay(q.trace, q.currency) == q.total);
    return q.total.amount();
  };
  CHECK(metres("3") == "0.00");
  CHECK(metres("3.01") == "15.00");
  CHECK(metres("4") == "15.00");
  CHECK(metres("4.000001") == "30.00");
  CHECK(metres("2.9") == "0.00");
}

TEST_CASE("over half an hour counts as an hour") {
  const auto hours = [](const std::string& h) {
    return one(shipped_book(), {.code = "S5-134"}, {{"work_hours", num(h)}}).total.amount();
  };
  CHECK(hours("0.51") == "25.00");
  CHECK(hours("1") == "25.00");
  CHECK(hours("0.5") == "12.50");
  CHECK(hours("1.6") == "50.00");
}

TEST_CASE("below its threshold a distance costs nothing, at it every kilometre counts") {
  CHECK(one(small_book(), {.code = "FAR"}, {{"km", num("14.9")}}).total.amount() == "0.00");
  CHECK(one(small_book(), {.code = "FAR"}, {{"km", 15}}).total.amount() == "22.50");
}

TEST_CASE("a cap holds the line down and shows in the trace") {
  const Quote q = one(small_book(), {.code = "WIRE"}, {{"metres", 40}});
  CHECK(q.total.amount() == "50.00");
  CHECK(q.lines[0].ceiling->amount() == "50.00");
  CHECK(q.trace[q.trace.size() - 2].rule == StepRule::cap);
  CHECK(replay(q.trace, q.currency) == q.total);
}

TEST_CASE("each kind of price is quoted as it was published") {
  CHECK(one(small_book(), {.code = "MAX"}).total.amount() == "100.00");
  CHECK(one(small_book(), {.code = "MAX", .unit_price = num("5")}).total.amount() == "5.00");
  CHECK(one(small_book(), {.code = "FIX"}).total.amount() == "30.00");
  CHECK(one(small_book(), {.code = "FIX", .quantity = 3, .unit_price = num("30.00")}).total.amount() == "90.00");
  CHECK(one(small_book(), {.code = "FROM", .unit_price = 120}).total.amount() == "120.00");
  CHECK(one(small_book(), {.code = "RANGE", .unit_price = 15}).total.amount() == "15.00");
  CHECK(one(small_book(), {.code = "PROMO"}).total.amount() == "150.00");
  CHECK(one(small_book(), {.code = "PART", .quantity = 2}).total.amount() == "24.68");
  CHECK(one(small_book(), {.code = "COPAY"}).total.amount() == "188.00");
  CHECK(one(small_book(), {.code = "UR", .quantity = num("2.5"), .unit_price = 33}).total.amount() == "82.50");
  CHECK_FALSE(one(small_book(), {.code = "FROM", .unit_price = 120}).lines[0].ceiling);
  CHECK(one(small_book(), {.code = "RANGE", .quantity = 2, .unit_price = 15}).lines[0].ceiling->amount() == "40.00");
}

TEST_CASE("a night factor applies to the payable lines without percent, wherever it stands") {
  const QuoteFacts facts{
      .items = {{.code = "NIGHT"}, {.code = "FIX"}, {.code = "PART"}, {.code = "COPAY", .consented = false}}};
  const Quote q = quote(small_book(), facts);
  CHECK(q.lines[0].amount.amount() == "21.17");  // (30 + 12.34) × 50 %
  CHECK(q.total.amount() == "63.51");
  CHECK(replay(q.trace, q.currency) == q.total);
  QuoteFacts twice = facts;
  twice.items.push_back({.code = "NIGHT"});
  CHECK(quote(small_book(), twice).total.amount() == "84.68");
}

TEST_CASE("what is not in the price list has no figure") {
  const Quote q = quote(small_book(), {.items = {{.code = "FIX"}, {.code = "GATE", .name = "gate"}}});
  CHECK(q.total.amount() == "30.00");
  REQUIRE(q.unpriced.size() == 1);
  CHECK(q.unpriced[0] == Unpriced{"GATE", "gate", "not_in_price_list"});
}

TEST_CASE("the host may charge a part of its own at its own price") {
  const Quote q = quote(
      small_book(), {.items = {{.code = "sensor", .name = "更换传感器", .quantity = 2, .unit_price = num("45.5")}}});
  REQUIRE(q.lines.size() == 1);
  CHECK(q.lines[0].service == "更换传感器");
  CHECK(q.lines[0].source.empty());
  CHECK_FALSE(q.lines[0].ceiling);
  CHECK(q.total.amount() == "91.00");
}

TEST_CASE("an added line that is not consented is shown and not payable") {
  const Quote q = quote(shipped_book(),
                        {.items = {{.code = "S3-113"},
                                   {.code = "S3-105"},
                                   {.code = "sensor", .name = "更换传感器", .unit_price = 60, .consented = false}}});
  REQUIRE(q.lines.size() == 3);
  CHECK(q.lines[2].service == "更换传感器");
  CHECK(q.lines[2].amount.amount() == "60.00");
  CHECK(q.lines[2].payable.amount() == "0.00");
  CHECK(q.lines[2].status == LineStatus::not_consented);
  CHECK(q.total.amount() == "150.00");
  CHECK(replay(q.trace, q.currency) == q.total);
}

TEST_CASE("facts that cannot make a quote are all reported in both languages") {
  const QuoteFacts facts{.date = Date::from_ymd(2024, 7, 8),
                         .items = {{.code = "RANGE"},
                                   {.code = "RANGE", .unit_price = 21},
                                   {.code = "FROM"},
                                   {.code = "FROM", .unit_price = 97},
                                   {.code = "UNIT"},
                                   {.code = "FIX", .quantity = -1},
                                   {.code = "FIX", .id = "x"},
                                   {.code = "FIX", .id = "x"},
                                   {.code = "FIX", .unit_price = num("30.001")},
                                   {.code = "NIGHT", .quantity = 2},
                                   {.code = ""}},
                         .measures = {{"metres", -1}, {"metres", 2}}};
  PriceBookData data = small_book_data();
  data.effective_to = Date::from_ymd(2024, 7, 7);
  const auto [en, zh] = messages([&] { (void)quote(PriceBook(data), facts); });
  CHECK(en ==
        "date: price book 'small' is not in force on 2024-07-08\n"
        "measures[0].value: value must not be negative, got -1\n"
        "measures[1].name: measure 'metres' is given twice (first at measures[0])\n"
        "items[7].id: line 'x' is given twice (first at items[6])\n"
        "items[10].code: code is required\n"
        "items[0]: line 'RANGE' has no single published price; state unit_price (10 to 20)\n"
        "items[1].unit_price: unit_price 21 of line 'RANGE#2' is outside the published 10 to 20\n"
        "items[2]: line 'FROM' has only a starting price; state unit_price (98 or more)\n"
        "items[3].unit_price: unit_price 97 of line 'FROM#2' is below the published starting price 98\n"
        "items[4]: line 'UNIT' needs the measure 'km'\n"
        "items[5].quantity: quantity must not be negative, got -1\n"
        "items[8].unit_price: unit_price 30.001 of line 'FIX#2' is outside the published 30.00 to 30\n"
        "items[8].unit_price: unit_price 30.001 has more digits than CNY allows (2)\n"
        "items[9].quantity: a quantity for kind percent is not supported yet");
  CHECK(zh ==
        "date:价目表“small”在2024-07-08不生效\n"
        "measures[0].value:value不能为负数,实为-1\n"
        "measures[1].name:计量“metres”重复(首次出现在measures[0])\n"
        "items[7].id:行号“x”重复(首次出现在items[6])\n"
        "items[10].code:缺少必填项code\n"
        "items[0]:“RANGE”没有唯一公布价,须填单价(10至20)\n"
        "items[1].unit_price:“RANGE#2”的单价21不在公布的10至20之内\n"
        "items[2]:“FROM”只公布了起价,须填单价(不低于98)\n"
        "items[3].unit_price:“FROM#2”的单价97低于公布的起价98\n"
        "items[4]:“UNIT”缺少计量“km”\n"
        "items[5].quantity:quantity不能为负数,实为-1\n"
        "items[8].unit_price:“FIX#2”的单价30.001不在公布的30.00至30之内\n"
        "items[8].unit_price:unit_price的小数位数超过CNY允许的2位,实为30.001\n"
        "items[9].quantity:暂不支持百分比类型的数量");
}

TEST_CASE("what is wrong with one number is said once") {
  const auto wrong = [](QuoteFacts facts) {
    return messages([&] { (void)quote(small_book(), std::move(facts)); }).first;
  };
  const std::string price = "items[0].unit_price: unit_price must not be negative, got -5";
  const std::string quantity = "items[0].quantity: quantity must not be negative, got ";
  CHECK(wrong({.items = {{.code = "hose", .unit_price = -5}}}) == price);
  CHECK(wrong({.items = {{.code = "RANGE", .unit_price = -5}}}) == price);
  CHECK(wrong({.items = {{.code = "FROM", .unit_price = -5}}}) == price);
  CHECK(wrong({.items = {{.code = "NIGHT", .unit_price = -5}}}) == price);
  CHECK(wrong({.items = {{.code = "FIX", .quantity = num("-1e30")}}}) == quantity + "-1E+30");
  // An item that lends its figures to the inspection fee.
  CHECK(wrong({.items = {{.code = "FIX", .quantity = -1}}, .inspection_codes = {"FIX"}}) == quantity + "-1");
  CHECK(messages([] { (void)estimate(small_book(), {.price_codes = {"FIX"}, .fee_codes = {""}}); }).first ==
        "price_codes[0][1].code: code is required");
}

TEST_CASE("two currencies never make one total") {
  const auto [en, zh] = messages([] {
    (void)quote(shipped_book(), {.items = {{.code = "S3-105"}, {.code = "S17-256", .unit_price = 60}}});
  });
  CHECK(en == "items[1]: line 'S17-256' is in USD, the others are in CNY");
  CHECK(zh == "items[1]:“S17-256”以USD计价,其余以CNY计价");
  CHECK(quote(shipped_book(), {.items = {{.code = "S17-256", .unit_price = 60}}}).total.text() == "$60.00");
}

TEST_CASE("an overflow names its line") {
  const auto line = messages([] { (void)one(small_book(), {.code = "FIX", .quantity = num("1e17")}); });
  CHECK(line.first == "items[0]: line 'FIX' is too large: 1E+17 × 30");
  CHECK(line.second == "items[0]:“FIX”金额过大:1E+17 × 30");
  const auto total = messages([] {
    (void)quote(small_book(), {.items = {{.code = "FIX", .quantity = num("3e15")},
                                         {.code = "FIX", .id = "second", .quantity = num("3e15")}}});
  });
  CHECK(total.first == "items[1]: the total becomes too large at line 'second'");
  CHECK(total.second == "items[1]:合计在“second”处过大");
  const auto night = messages([] {
    (void)quote(small_book(), {.items = {{.code = "FIX", .quantity = num("3e15")}, {.code = "NIGHT"}}});
  });
  CHECK(night.first == "items: the total becomes too large at line 'NIGHT'");
}

TEST_CASE("the same fee stated with two figures is refused") {
  const auto [en, zh] = messages([] {
    (void)quote(small_book(), {.items = {{.code = "UNIT", .quantity = 30}, {.code = "UNIT", .quantity = 40}}});
  });
  CHECK(en == "items[1]: line 'UNIT' is charged once per visit but is stated twice with different figures");
  CHECK(zh == "items[1]:“UNIT”同一户只收一次,但两次所填不同");
}

TEST_CASE("no items make an empty quote in the book's currency") {
  const Quote q = quote(small_book(), {.order = "1"});
  CHECK(q.total.text() == "¥0.00");
  CHECK(q.lines.empty());
  CHECK(q.trace.empty());
  CHECK(replay(q.trace, q.currency) == q.total);
  CHECK(q.book_hash.size() == 16);
}
