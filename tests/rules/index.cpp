#include "support/soak.hpp"

#include <paidan/rules/table/detail/index.hpp>
#include <paidan/rules/table/table_columns.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace rules = paidan::rules;
using rules::Value;

namespace {

rules::DecisionTable table_of(const std::vector<std::string>& cells, rules::HitPolicy hit = rules::HitPolicy::collect) {
  rules::TableData data;
  data.name = "one";
  data.hit = hit;
  data.inputs = {{"", "x", "", "", 0}};
  data.outputs = {{"o", "", "", "", 0}};
  for (const std::string& cell : cells) data.rules.push_back({"", {cell}, {std::to_string(data.rules.size())}, {}, 0});
  return rules::DecisionTable(data);
}

}  // namespace

TEST_CASE("a slot is found the same way for few keys, many keys and far apart keys") {
  std::mt19937_64 random(7);
  for (const std::int64_t spread : {std::int64_t{20}, std::int64_t{3'000}, std::int64_t{1} << 50}) {
    for (int turn = 0; turn < 200; ++turn) {
      std::vector<std::int64_t> keys;
      const auto any = [&] {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(spread)) - spread / 2;
      };
      for (int i = 0; i < turn; ++i) keys.push_back(any());
      std::sort(keys.begin(), keys.end());
      keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
      const rules::KeyBounds bounds(keys);
      for (int i = 0; i < 50; ++i) {
        const std::int64_t key = i % 2 == 0 || keys.empty() ? any() : keys[random() % keys.size()];
        std::uint32_t expected = 0;
        for (const std::int64_t one : keys) expected += one < key ? 2 : one == key ? 1 : 0;
        CHECK(bounds.locate(key) == expected);
      }
    }
  }
}

TEST_CASE("numbers are compared exactly whatever their digits and size") {
  const auto table = table_of({"0.1", "> 0.1", "< 0.10000000000000000000000001", "1e30",
                               ">= 12345678901234567890123456789", "-0.5", "[-0.5..0)"});
  const auto hits = [&](const char* text) {
    const std::vector<Value> input{*paidan::Decimal::parse(text)};
    return table.decide_inputs(input).value.text();
  };
  CHECK(hits("0.10") == "[0, 2]");
  CHECK(hits("0.100000000000000000000000005") == "[1, 2]");
  CHECK(hits("1000000000000000000000000000000") == "[1, 3, 4]");
  CHECK(hits("12345678901234567890123456788") == "[1]");
  CHECK(hits("-0.50") == "[2, 5, 6]");
  CHECK(hits("-0.51") == "[2]");
  CHECK(hits("-1e-30") == "[2, 6]");
  CHECK(hits("1e400") == "[1, 4]");
  const auto small = table_of({"0.1", "(0.1..0.3)", "-0.5", "< -0.5"});
  const auto hit = [&](const char* text) {
    const std::vector<Value> input{*paidan::Decimal::parse(text)};
    return small.decide_inputs(input).value.text();
  };
  CHECK(hit("0.1000000000000000000000000000001") == "[1]");
  CHECK(hit("-0.5000000000000000000000000000001") == "[3]");
  CHECK(hit("-0.4999999999999999999999999999999") == "null");
}

TEST_CASE("doubles are their shortest decimals, against bounds that no double is") {
  const auto table =
      table_of({"0.1", "> 0.1", "0.3", "[0.3..0.30000000000000004]", "< 0.1000000000000000055", "1e23", "> 1e23"});
  const std::vector<double> numbers{0.1,  0.1 + 0.2, 0.3,  0.7 - 0.4, 1e23, 9.999999999999999e22, 1.0000000000000001e23,
                                    -0.0, 5e-324,    1e308};
  const std::vector<rules::FactColumn> columns{{.name = "x", .doubles = numbers}};
  const auto matches = rules::match_columns(table, columns, numbers.size());
  for (std::size_t r = 0; r < numbers.size(); ++r) {
    CAPTURE(numbers[r]);
    const std::vector<Value> input{*rules::shortest_decimal(numbers[r])};
    const auto expected = table.decide_inputs(input).rules;
    const std::vector<std::uint32_t> found(matches.all.begin() + static_cast<std::ptrdiff_t>(matches.first[r]),
                                           matches.all.begin() + static_cast<std::ptrdiff_t>(matches.first[r + 1]));
    CHECK(found == expected);
  }
}

TEST_CASE("random doubles near random bounds fall where their decimals fall") {
  std::mt19937_64 random(11);
  const int cases = paidan_test::cases(200);
  for (int turn = 0; turn < cases; ++turn) {
    CAPTURE(turn);
    std::vector<std::string> cells;
    std::vector<double> numbers;
    for (int i = 0; i < 12; ++i) {
      std::string digits = std::to_string(random() % 1000);
      if (i % 2 == 0) digits += "." + std::to_string(random() % 100'000'000'000'000'000U);
      cells.push_back((i % 3 == 0 ? "> " : i % 3 == 1 ? "<= " : "") + digits);
      const double near = std::stod(digits);
      numbers.push_back(near);
      numbers.push_back(std::nextafter(near, 1e9));
      numbers.push_back(std::nextafter(near, -1e9));
    }
    const auto table = table_of(cells);
    const std::vector<rules::FactColumn> columns{{.name = "x", .doubles = numbers}};
    const auto matches = rules::match_columns(table, columns, numbers.size());
    for (std::size_t r = 0; r < numbers.size(); ++r) {
      const std::vector<Value> input{*rules::shortest_decimal(numbers[r])};
      const auto expected = table.decide_inputs(input).rules;
      REQUIRE(matches.first[r + 1] - matches.first[r] == expected.size());
      CHECK(std::equal(expected.begin(), expected.end(),
                       matches.all.begin() + static_cast<std::ptrdiff_t>(matches.first[r])));
    }
  }
}

TEST_CASE("whole columns of every form give what row after row gives") {
  rules::TableData data;
  data.name = "mixed";
  data.inputs = {{"", "word", "string", "", 0},
                 {"", "n", "number", ">= 0", 0},
                 {"", "day", "date", "", 0},
                 {"", "flag", "", "", 0},
                 {"", "n * 2", "", "", 0}};
  data.outputs = {{"o", "", "", "", 0}};
  data.rules = {{"", {"\"a\",\"b\"", "< 5", "-", "-", "-"}, {"1"}, {}, 0},
                {"", {"not(\"a\",\"b\")", "? + 0 < 5", ">= date(\"2024-01-01\")", "-", "-"}, {"2"}, {}, 0},
                {"", {"-", ">= 5", "-", "true", "< 13"}, {"3"}, {}, 0},
                {"", {"-", ">= 5", "-", "null", "-"}, {"4"}, {}, 0},
                {"", {"-", "6", "-", "true", "-"}, {"5"}, {}, 0}};
  for (const auto hit : {rules::HitPolicy::unique, rules::HitPolicy::first, rules::HitPolicy::rule_order}) {
    data.hit = hit;
    const rules::DecisionTable table(data);
    const std::size_t rows = 20'000;  // more than one chunk
    const std::vector<Value> words{"a", "b", "c", "a long word that lives on the heap"};
    std::vector<std::int32_t> codes;
    std::vector<std::int64_t> numbers, days;
    std::vector<std::uint8_t> flags;
    std::mt19937_64 random(3);
    for (std::size_t r = 0; r < rows; ++r) {
      codes.push_back(static_cast<std::int32_t>(random() % 5) - 1);
      numbers.push_back(static_cast<std::int64_t>(random() % 10) - 1);
      days.push_back(random() % 9 == 0 ? std::numeric_limits<std::int64_t>::min()
                                       : 19'720 + static_cast<std::int64_t>(random() % 8));
      flags.push_back(static_cast<std::uint8_t>(random() % 3));
    }
    const std::vector<rules::FactColumn> columns{{.name = "word", .codes = codes, .dictionary = words},
                                                 {.name = "n", .integers = numbers},
                                                 {.name = "day", .days = days},
                                                 {.name = "flag", .booleans = flags}};
    const auto matches = rules::match_columns(table, columns, rows);
    for (std::size_t r = 0; r < rows; ++r) {
      std::vector<Value> scope;
      for (const std::string& name : table.names().list()) {
        for (const auto& column : columns) {
          if (column.name == name) scope.push_back(rules::value_at(column, r));
        }
      }
      rules::Budget budget;
      const auto decision = table.decide_scope(scope, budget);
      const std::int32_t expected = decision.status == rules::Status::conflict  ? rules::ColumnMatches::conflict
                                    : decision.status == rules::Status::refused ? rules::ColumnMatches::refused
                                    : decision.rules.empty()                    ? rules::ColumnMatches::none
                                                             : static_cast<std::int32_t>(decision.rules[0]);
      REQUIRE(matches.rule[r] == expected);
      if (hit == rules::HitPolicy::rule_order)
        REQUIRE(matches.first[r + 1] - matches.first[r] == decision.rules.size());
    }
  }
}

TEST_CASE("columns that are missing, too short or infinite are refused by name") {
  const auto table = table_of({"1"});
  const std::vector<double> numbers{1, HUGE_VAL};
  const std::vector<std::int64_t> whole{1, 2, 3};
  const auto message = [&](const rules::FactColumn& column) -> std::string {
    try {
      static_cast<void>(rules::match_columns(table, std::span(&column, 1), 2));
    } catch (const paidan::InvalidInput& wrong) {
      return wrong.message(paidan::Language::en);
    }
    return "";
  };
  CHECK(message({.name = "X", .integers = whole}) == "x: the fact 'x' is missing, did you mean 'X'?");
  CHECK(message({.name = "x", .integers = whole}) == "x: column 'x' has 3 rows, expected 2");
  CHECK(message({.name = "x", .doubles = numbers}) == "x[1]: x must be a finite number, got inf");
}

TEST_CASE("sets beyond the memory given are merged and stay right") {
  std::vector<rules::UnaryTests> tests;
  const rules::Names none;
  for (int i = 0; i < 500; ++i) tests.push_back(rules::UnaryTests::parse(i % 5 == 0 ? "-" : std::to_string(i), none));
  std::vector<const rules::UnaryTests*> cells;
  for (const auto& test : tests) cells.push_back(&test);
  const rules::ColumnIndex exact(cells, std::nullopt, nullptr, std::size_t{1} << 20U);
  const rules::ColumnIndex merged(cells, std::nullopt, nullptr, 8 * 8 * 20);
  CHECK(exact.exact());
  CHECK_FALSE(merged.exact());
  for (int n = -1; n <= 501; ++n) {
    const auto slot = exact.slot_of(Value(n));
    const auto wide = merged.slot_of(Value(n));
    for (std::size_t bit = 0; bit < tests.size(); ++bit) {
      const bool fits = tests[bit].matches(Value(n), {});
      CHECK(((exact.set(slot)[bit / 64] >> (bit % 64)) & 1U) == (fits ? 1U : 0U));
      const bool possible = ((merged.set(wide)[bit / 64] >> (bit % 64)) & 1U) != 0;
      const bool unsure = ((merged.unsure(wide)[bit / 64] >> (bit % 64)) & 1U) != 0;
      CHECK((possible == fits || (possible && unsure)));
    }
  }
}
