#include <doctest/doctest.h>
#include <paidan/pricing/price_book.hpp>

#include "pricing/books.hpp"

using namespace paidan_test;

namespace {
std::string all(const std::vector<Error>& errors, Language language) {
  std::string text;
  for (const Error& error : errors) text += error.message(language) + "\n";
  return text;
}
}  // namespace

TEST_CASE("the shipped charges make a valid book") {
  const PriceBook& book = shipped_book();
  CHECK(book.data().rows.size() == 259);
  CHECK(book.codes().size() == 259);
  REQUIRE(book.find("S3-105") != nullptr);
  CHECK(book.find("S3-105")->row->price_min == Decimal(120));
  CHECK(book.find("S3-105")->kind == PriceKind::fixed);
  CHECK(book.find("S1-054")->rule->free_allowance == Decimal(20));
  CHECK(book.find("S15-252")->kind == PriceKind::percent);
  CHECK(book.find("S17-256")->currency.code() == "USD");
  CHECK(book.find("S3-999") == nullptr);
  CHECK(book.find("") == nullptr);
}

TEST_CASE("a row's errors are told with row, path and both languages") {
  PriceBookData data;
  data.id = "bad";
  data.rows = {row("A", "fixed", "10", "10"),     row("A", "fixed", "10", "10"),   row("B", "fixd", "1", "1"),
               row("C", "range", "20", "10"),     row("D", "fixed", "-1", "-1"),   row("E", "fixed", "1.005", "1.005"),
               row("F", "fixed", "1", "2"),       row("", "fixed", "1", "1"),      row("G", "fixed", "1", "1"),
               row("H", "percent", "120", "120"), row("I", "percent", "80", "80"), row("J", "fixed", "1e17", "1e17")};
  data.rows[8].currency = "CNX";
  data.rows[10].currency = "PCT";
  for (std::size_t i = 0; i < data.rows.size(); ++i) data.rows[i].row = static_cast<std::int64_t>(i) + 2;
  const std::vector<Error> errors = PriceBook::validate(data);
  CHECK(all(errors, Language::en) ==
        "rows[1].code, row 3: price code 'A' is given twice (first at rows[0])\n"
        "rows[2].kind, row 4: unknown price kind 'fixd', did you mean 'fixed'?\n"
        "rows[3], row 5: price_min 20 is above price_max 10\n"
        "rows[4].price_min, row 6: price_min must not be negative, got -1\n"
        "rows[4].price_max, row 6: price_max must not be negative, got -1\n"
        "rows[5].price_min, row 7: price_min 1.005 has more digits than CNY allows (2)\n"
        "rows[5].price_max, row 7: price_max 1.005 has more digits than CNY allows (2)\n"
        "rows[6], row 8: kind 'fixed' has one price, got 1 and 2\n"
        "rows[7].code, row 9: code is required\n"
        "rows[8].currency, row 10: unknown currency 'CNX', did you mean 'CNY'?\n"
        "rows[9].currency, row 11: currency must be PCT for kind percent, got CNY\n"
        "rows[10].price_min, row 12: a percentage below 100 is not supported yet\n"
        "rows[11].price_min, row 13: price_min is too large: 1E+17\n"
        "rows[11].price_max, row 13: price_max is too large: 1E+17\n");
  CHECK(all(errors, Language::zh) ==
        "rows[1].code,第3行:价目编码“A”重复(首次出现在rows[0])\n"
        "rows[2].kind,第4行:未知的价格类型“fixd”,是否为“fixed”?\n"
        "rows[3],第5行:最低价20高于最高价10\n"
        "rows[4].price_min,第6行:price_min不能为负数,实为-1\n"
        "rows[4].price_max,第6行:price_max不能为负数,实为-1\n"
        "rows[5].price_min,第7行:price_min的小数位数超过CNY允许的2位,实为1.005\n"
        "rows[5].price_max,第7行:price_max的小数位数超过CNY允许的2位,实为1.005\n"
        "rows[6],第8行:类型“fixed”只有一个价格,实为1与2\n"
        "rows[7].code,第9行:缺少必填项code\n"
        "rows[8].currency,第10行:未知的币种“CNX”,是否为“CNY”?\n"
        "rows[9].currency,第11行:currency应为PCT(百分比),实为CNY\n"
        "rows[10].price_min,第12行:暂不支持低于100的百分比\n"
        "rows[11].price_min,第13行:price_min数值过大:1E+17\n"
        "rows[11].price_max,第13行:price_max数值过大:1E+17\n");
  CHECK_THROWS_AS(PriceBook{data}, InvalidInput);
}

TEST_CASE("a rule's errors and the book's own are told") {
  PriceBookData data = small_book_data();
  data.currency = "XYZ";
  data.effective_from = Date::from_ymd(2024, 7, 1);
  data.effective_to = Date::from_ymd(2024, 6, 30);
  data.rules.push_back({.code = "UNITT", .increment = -1});
  data.rules.push_back({.code = "UNIT", .cap = num("1.001")});
  data.rules.push_back({.code = "NIGHT"});
  data.rules[3].row = 5;
  CHECK(all(PriceBook::validate(data), Language::en) ==
        "currency: unknown currency 'XYZ'\n"
        "effective_to: effective_to 2024-06-30 is before effective_from 2024-07-01\n"
        "rules[3].code, row 5: unknown price code 'UNITT', did you mean 'UNIT'?\n"
        "rules[3].increment, row 5: increment must not be negative, got -1\n"
        "rules[4].code: quantity rule 'UNIT' is given twice (first at rules[0])\n"
        "rules[4].cap: cap 1.001 has more digits than CNY allows (2)\n"
        "rules[5]: a quantity rule for kind percent is not supported yet\n");
  CHECK(all(PriceBook::validate(data), Language::zh) ==
        "currency:未知的币种“XYZ”\n"
        "effective_to:失效日2024-06-30早于生效日2024-07-01\n"
        "rules[3].code,第5行:未知的价目编码“UNITT”,是否为“UNIT”?\n"
        "rules[3].increment,第5行:increment不能为负数,实为-1\n"
        "rules[4].code:数量规则“UNIT”重复(首次出现在rules[0])\n"
        "rules[4].cap:cap的小数位数超过CNY允许的2位,实为1.001\n"
        "rules[5]:暂不支持百分比类型的数量规则\n");
}

TEST_CASE("the hash follows the content, not the sheet rows or the zeros written") {
  PriceBookData data = small_book_data();
  const std::uint64_t first = PriceBook(data).hash();
  data.rows[0].row = 99;
  data.rows[1].price_min = num("30.0");
  CHECK(PriceBook(data).hash() == first);
  data.rows[0].price_max = num("100.01");
  CHECK(PriceBook(data).hash() != first);
  data = small_book_data();
  data.rules[0].free_allowance = 19;
  CHECK(PriceBook(data).hash() != first);
}

TEST_CASE("copies and moves of a book answer for themselves") {
  PriceBook copy;
  CHECK(copy.find("MAX") == nullptr);
  {
    const PriceBook original(small_book_data());
    copy = original;
    const PriceBook second(original);
    CHECK(second.find("MAX")->row != original.find("MAX")->row);
  }
  CHECK(copy.find("UNIT")->row->service == "service UNIT");
  CHECK(copy.find("UNIT")->rule->measure == "km");
  const PriceBook moved(std::move(copy));
  CHECK(moved.find("WIRE")->rule->cap == num("50"));
  CHECK(moved.hash() == small_book().hash());
}

TEST_CASE("a book is in force from its first to its last day, both included") {
  PriceBookData data = small_book_data();
  data.effective_from = Date::from_ymd(2024, 7, 1);
  data.effective_to = Date::from_ymd(2024, 7, 31);
  const PriceBook book(data);
  CHECK_FALSE(book.in_force(*Date::from_ymd(2024, 6, 30)));
  CHECK(book.in_force(*Date::from_ymd(2024, 7, 1)));
  CHECK(book.in_force(*Date::from_ymd(2024, 7, 31)));
  CHECK_FALSE(book.in_force(*Date::from_ymd(2024, 8, 1)));
}

TEST_CASE("kinds and their names are each other's inverse") {
  for (int i = 0; i < 10; ++i) {
    const auto kind = static_cast<PriceKind>(i);
    CHECK(parse_kind(kind_name(kind)) == kind);
  }
  CHECK(kind_name(PriceKind::unit_range) == "unit-range");
  CHECK_FALSE(parse_kind("unit_range"));
}
