// Decision tables judged rule by rule over values of its own: shares nothing with the engine but the texts.
#pragma once

#include <paidan/core/time.hpp>
#include <paidan/rules/table/table.hpp>

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace oracle {

/// null, a boolean, a number in tenths, a text, or a day.
struct Thing {
  enum Kind { null, boolean, number, text, day } kind = null;
  long long amount = 0;
  std::string word;
  friend auto operator<=>(const Thing&, const Thing&) = default;
};

struct Test {
  bool equal = true;
  std::optional<Thing> low, high;  // equal: low
  bool low_closed = true, high_closed = true;
};

struct Cell {
  bool any = false;
  bool negated = false;
  bool expression = false;  // written with `?`, so that no index knows it
  std::vector<Test> tests;
};

enum class Truth { no, yes, unknown };

inline Truth truth(const Test& test, const Thing& input) {
  if (test.equal) {
    if (test.low->kind != input.kind)
      return test.low->kind == Thing::null || input.kind == Thing::null ? Truth::no : Truth::unknown;
    return *test.low == input ? Truth::yes : Truth::no;
  }
  for (const auto& bound : {test.low, test.high}) {
    if (bound && bound->kind != input.kind) return Truth::unknown;
  }
  if (test.low && (input < *test.low || (!test.low_closed && input == *test.low))) return Truth::no;
  if (test.high && (*test.high < input || (!test.high_closed && input == *test.high))) return Truth::no;
  return Truth::yes;
}

inline bool fits(const Cell& cell, const Thing& input) {
  if (cell.any) return true;
  bool all_no = true;
  for (const Test& test : cell.tests) {
    const Truth one = truth(test, input);
    if (one == Truth::yes && !cell.negated) return true;
    all_no = all_no && one == Truth::no;
  }
  return cell.negated && all_no;
}

inline std::string written(const Thing& thing) {
  switch (thing.kind) {
    case Thing::null:
      return "null";
    case Thing::boolean:
      return thing.amount != 0 ? "true" : "false";
    case Thing::number: {
      const long long size = thing.amount < 0 ? -thing.amount : thing.amount;
      std::string digits = std::to_string(size / 10);
      if (size % 10 != 0) digits += "." + std::to_string(size % 10);
      return (thing.amount < 0 ? "-" : "") + digits;
    }
    case Thing::text:
      return "\"" + thing.word + "\"";
    case Thing::day:
      return "date(\"" + paidan::Date{static_cast<std::int32_t>(thing.amount)}.text() + "\")";
  }
  return "";
}

inline std::string written(const Cell& cell) {
  if (cell.any) return "-";
  std::string all;
  for (const Test& test : cell.tests) {
    if (!all.empty()) all += ", ";
    if (cell.expression) {
      all += "(? = " + written(*test.low) + ") and true";
    } else if (test.equal) {
      all += written(*test.low);
    } else if (!test.low) {
      all += (test.high_closed ? "<= " : "< ") + written(*test.high);
    } else if (!test.high) {
      all += (test.low_closed ? ">= " : "> ") + written(*test.low);
    } else {
      all += (test.low_closed ? "[" : "(") + written(*test.low) + ".." + written(*test.high) +
             (test.high_closed ? "]" : ")");
    }
  }
  return cell.negated ? "not(" + all + ")" : all;
}

inline paidan::rules::Value value_of(const Thing& thing) {
  switch (thing.kind) {
    case Thing::boolean:
      return thing.amount != 0;
    case Thing::number:
      return *paidan::Decimal::parse(written(thing));
    case Thing::text:
      return thing.word;
    case Thing::day:
      return paidan::Date{static_cast<std::int32_t>(thing.amount)};
    default:
      return {};
  }
}

struct Rule {
  std::vector<Cell> cells;
  std::vector<Thing> outputs;
};

struct Table {
  paidan::rules::HitPolicy hit = paidan::rules::HitPolicy::unique;
  std::size_t inputs = 0;
  std::vector<Rule> rules;
  std::vector<std::vector<Thing>> orders;  // an output each; may be empty
  std::vector<Thing> otherwise;            // empty or an output each
};

inline bool matches(const Rule& rule, const std::vector<Thing>& inputs) {
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!fits(rule.cells[i], inputs[i])) return false;
  }
  return true;
}

inline std::vector<std::uint32_t> matching(const Table& table, const std::vector<Thing>& inputs) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t r = 0; r < table.rules.size(); ++r) {
    if (matches(table.rules[r], inputs)) all.push_back(r);
  }
  return all;
}

inline paidan::rules::TableData data_of(const Table& table) {
  paidan::rules::TableData data;
  data.name = "random";
  data.hit = table.hit;
  for (std::size_t i = 0; i < table.inputs; ++i)
    data.inputs.push_back({"", std::string(1, static_cast<char>('a' + i)), "", "", 0});
  for (std::size_t i = 0; i < table.orders.size(); ++i) {
    std::string order;
    for (const Thing& thing : table.orders[i]) order += (order.empty() ? "" : ",") + written(thing);
    data.outputs.push_back(
        {"out" + std::to_string(i), "", order, table.otherwise.empty() ? "" : written(table.otherwise[i]), 0});
  }
  for (const Rule& rule : table.rules) {
    paidan::rules::RuleData one;
    for (const Cell& cell : rule.cells) one.inputs.push_back(written(cell));
    for (const Thing& thing : rule.outputs) one.outputs.push_back(written(thing));
    data.rules.push_back(one);
  }
  return data;
}

/// Tables and inputs from a seed, the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  [[nodiscard]] long long pick(long long below) {
    return static_cast<long long>(engine_() % static_cast<std::uint64_t>(below));
  }
  [[nodiscard]] bool chance(long long percent) { return pick(100) < percent; }

  [[nodiscard]] Thing thing(Thing::Kind kind, long long spread) {
    switch (kind) {
      case Thing::boolean:
        return {kind, pick(2), ""};
      case Thing::number:
        return {kind, pick(2 * spread) - spread / 2, ""};
      case Thing::text: {
        constexpr const char* words[] = {"repair", "clean", "install", "a very long word of more than 24 bytes",
                                         "",       "维修",  "zz"};
        return {kind, 0, words[static_cast<std::size_t>(pick(7))]};
      }
      case Thing::day:
        return {kind, 19'000 + pick(spread), ""};
      default:
        return {};
    }
  }
  [[nodiscard]] Thing::Kind kind() { return static_cast<Thing::Kind>(1 + pick(4)); }

  [[nodiscard]] Cell cell(Thing::Kind kind, long long spread, bool expressions) {
    Cell made;
    if (chance(25)) {
      made.any = true;
      return made;
    }
    made.negated = chance(15);
    made.expression = expressions && !made.negated && chance(10);
    const long long count = made.expression ? 1 : 1 + pick(3);
    for (long long i = 0; i < count; ++i) {
      Test test;
      const Thing::Kind own = chance(5) ? this->kind() : kind;
      test.low = chance(5) ? Thing{} : thing(own, spread);
      if (own != Thing::boolean && !made.expression && chance(60) && test.low->kind != Thing::null) {
        test.equal = false;
        test.low_closed = chance(50);
        test.high_closed = chance(50);
        test.high = thing(own, spread);
        if (*test.high < *test.low) std::swap(test.low, test.high);
        if (chance(20)) test.low.reset();
        if (test.low && chance(20)) test.high.reset();
      }
      made.tests.push_back(test);
    }
    return made;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace oracle
