#include "rules/oracle.hpp"
#include "support/soak.hpp"

#include <paidan/rules/table/explain.hpp>
#include <paidan/rules/table/table.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

namespace rules = paidan::rules;
using rules::DecisionTable;
using rules::HitPolicy;
using rules::Status;
using rules::TableData;
using rules::Value;

namespace {

TableData fees() {
  TableData data;
  data.name = "fees";
  data.inputs = {{"", "service", "string", "", 0}, {"distance", "km", "number", ">= 0", 0}};
  data.outputs = {{"fee", "number", "", "", 0}};
  data.annotations = {"source"};
  data.rules = {{"", {"\"repair\"", "[0..5]"}, {"30"}, {"list 1"}, 0},
                {"far", {"\"repair\"", "> 5"}, {"30 + km"}, {}, 0},
                {"", {"\"clean\"", "-"}, {"20"}, {}, 0}};
  return data;
}

Value facts(const char* service, const Value& km) { return Value::context({{"service", service}, {"km", km}}); }

Value num(const char* text) { return *paidan::Decimal::parse(text); }

bool same(const Value& a, const Value& b) { return rules::total_order(a, b) == 0; }

std::string first_error(const std::vector<paidan::Error>& errors) {
  return errors.empty() ? "" : errors[0].message(paidan::Language::en);
}

}  // namespace

TEST_CASE("a table decides by its rules, names them and computes outputs exactly") {
  const DecisionTable table(fees());
  auto decision = table.decide(facts("repair", num("5.0")));
  CHECK(decision.status == Status::decided);
  CHECK(same(decision.value, 30));
  CHECK(decision.rules == std::vector<std::uint32_t>{0});
  CHECK(table.rule_id(0) == "r1");
  decision = table.decide(facts("repair", num("5.1")));
  CHECK(decision.value.literal() == "35.1");
  CHECK(table.rule_id(decision.rules[0]) == "far");
  CHECK(table.decide(facts("sing", 1)).status == Status::undecided);
}

TEST_CASE("missing facts and inputs outside type or allowed values are refused with a sentence") {
  const DecisionTable table(fees());
  auto decision = table.decide(Value::context({{"service", "clean"}, {"kms", 3}}));
  CHECK(decision.status == Status::refused);
  CHECK(first_error(decision.errors) == "km: the fact 'km' is missing, did you mean 'kms'?");
  decision = table.decide(facts("clean", "far"));
  CHECK(first_error(decision.errors) == "fees: distance must be of type number, got \"far\"");
  decision = table.decide(facts("clean", -1));
  CHECK(first_error(decision.errors) == "fees: distance must be >= 0, got -1");
  CHECK(decision.errors[0].message(paidan::Language::zh) == "fees:distance须为>= 0,实为-1");
  const std::vector<Value> inputs{"clean", -1};
  CHECK(table.match(inputs).status == Status::refused);
  CHECK(table.match(inputs).input == 1);
  CHECK(table.decide(facts("clean", {})).status == Status::decided);  // null passes; the cells decide
}

TEST_CASE("two matching rules of a unique table are an error that names them and the input") {
  TableData data = fees();
  data.rules[1].inputs[1] = ">= 5";
  const DecisionTable table(data);
  const auto decision = table.decide(facts("repair", 5));
  CHECK(decision.status == Status::conflict);
  CHECK(decision.value.is_null());
  CHECK(decision.rules == std::vector<std::uint32_t>{0, 1});
  CHECK(first_error(decision.errors) ==
        "fees: rules r1, far all match, but hit policy U allows one: service = \"repair\", distance = 5");
  CHECK(decision.errors[0].message(paidan::Language::zh) ==
        "fees:规则r1, far同时命中,而命中策略U只允许一条:service = \"repair\", distance = 5");
}

TEST_CASE("hit policy A takes equal outputs, computed or not, and refuses different ones") {
  TableData data = fees();
  data.hit = HitPolicy::any;
  data.rules = {{"", {"\"repair\"", "-"}, {"30"}, {}, 0},
                {"", {"-", "[0..5]"}, {"25 + 5"}, {}, 0},
                {"", {"-", "2"}, {"28 + km"}, {}, 0}};
  const DecisionTable table(data);
  CHECK(same(table.decide(facts("repair", 2)).value, 30));
  CHECK(table.decide(facts("repair", 2)).rules.size() == 3);
  data.rules[2].outputs[0] = "29 + km";
  const auto decision = DecisionTable(data).decide(facts("repair", 2));
  CHECK(decision.status == Status::conflict);
  CHECK(first_error(decision.errors) ==
        "fees: rules r1, r2, r3 match with different outputs, which hit policy A forbids: service = \"repair\", "
        "distance = 2");
}

TEST_CASE("a default answers where no rule matches") {
  TableData data = fees();
  data.outputs[0].otherwise = "99";
  const DecisionTable table(data);
  const auto decision = table.decide(facts("sing", 1));
  CHECK(decision.status == Status::by_default);
  CHECK(same(decision.value, 99));
  const std::vector<Value> inputs{"sing", 1};
  REQUIRE(table.match(inputs).value != nullptr);
  CHECK(same(*table.match(inputs).value, 99));
}

TEST_CASE("outputs that cannot be taken together are an error") {
  TableData data = fees();
  data.hit = HitPolicy::sum;
  data.outputs[0].type = "";
  data.rules[2].inputs[0] = "-";
  data.rules[2].outputs[0] = "\"x\"";
  const auto decision = DecisionTable(data).decide(facts("repair", 2));
  CHECK(decision.status == Status::conflict);
  CHECK(first_error(decision.errors) ==
        "fees: hit policy C+ cannot take the outputs of rules r1, r3 together: service = \"repair\", distance = 2");
}

TEST_CASE("everything that is wrong with a table is said at once, with its place") {
  TableData data = fees();
  data.rules[0].inputs[1] = "[0..";
  data.rules[1].outputs[0] = "30 + miles";
  data.rules[2].outputs[0] = " ";
  const auto errors = DecisionTable::validate(data);
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].path == "rules[0].inputs[1]");
  CHECK(errors[1].path == "rules[1].outputs[0]");
  CHECK(errors[1].code() == "rules_unknown_name");
  CHECK(errors[2].message(paidan::Language::en) == "rules[2].outputs[0]: an output is missing (write null for none)");
  CHECK_THROWS_AS(DecisionTable{data}, paidan::InvalidInput);
}

TEST_CASE("the shape of a table is checked") {
  const auto message = [](auto&& change) {
    TableData data = fees();
    change(data);
    return first_error(DecisionTable::validate(data));
  };
  CHECK(message([](TableData& data) { data.outputs.clear(); }) ==
        "outputs: a decision table needs at least one output");
  CHECK(message([](TableData& data) { data.rules[1].inputs.pop_back(); }) ==
        "rules[1]: 1 input cells, but the table has 2");
  CHECK(message([](TableData& data) { data.rules[2].id = "far"; }) ==
        "rules[2]: rule 'far' is given twice (first: rule 2)");
  CHECK(message([](TableData& data) { data.inputs[0].expression = ""; }) ==
        "inputs[0].expression: this input has neither an expression nor a name");
  CHECK(message([](TableData& data) { data.hit = HitPolicy::priority; }) ==
        "outputs: hit policy P needs the allowed values of an output: they are its order, best first");
  CHECK(message([](TableData& data) {
          data.hit = HitPolicy::output_order;
          data.outputs[0].allowed = "> 5";
        }) == "outputs[0].allowed: with hit policy O the allowed values must be a list of values, best first");
  CHECK(message([](TableData& data) { data.rules[2].outputs[0] = "\"free\""; }) ==
        "rules[2].outputs[0]: the output must be of type number, got \"free\"");
  CHECK(message([](TableData& data) {
          data.hit = HitPolicy::max;
          data.outputs.push_back({"b", "", "", "", 0});
          for (auto& rule : data.rules) rule.outputs.emplace_back("1");
        }) == "outputs: hit policy C> needs exactly one output, the table has 2");
  CHECK(message([](TableData& data) {
          data.outputs.push_back({"fee", "", "", "", 0});
          for (auto& rule : data.rules) rule.outputs.emplace_back("1");
        }) == "outputs[1].name: output 'fee' is given twice");
  CHECK(message([](TableData& data) {
          data.outputs.push_back({"", "", "", "", 0});
          for (auto& rule : data.rules) rule.outputs.emplace_back("1");
        }) == "outputs[1].name: with several outputs each needs a name");
}

TEST_CASE("facts are read out of input expressions") {
  const auto names = [](const char* expression) {
    TableData data;
    data.inputs = {{"", expression, "", "", 0}};
    return DecisionTable::facts_of(data).list();
  };
  using List = std::vector<std::string>;
  CHECK(names("km") == List{"km"});
  CHECK(names("visit date") == List{"visit date"});
  CHECK(names("order.km") == List{"order"});
  CHECK(names("floor(end date - start date) + 2 * 里程") == List{"end date", "start date", "里程"});
  CHECK(names("if urgent and not(zone 2 = \"x y\") then a else b") == List{"urgent", "zone 2", "a", "b"});
  CHECK(names("date and time(day, clock)") == List{"day", "clock"});
}

TEST_CASE("hit policies are known by letter, name and Chinese name") {
  CHECK(rules::hit_policy("") == HitPolicy::unique);
  CHECK(rules::hit_policy("c +") == HitPolicy::sum);
  CHECK(rules::hit_policy("C\xef\xbc\x8b") == HitPolicy::sum);  // full-width plus
  CHECK(rules::hit_policy("RULE ORDER") == HitPolicy::rule_order);
  CHECK(rules::hit_policy("output_order") == HitPolicy::output_order);
  CHECK(rules::hit_policy("首个") == HitPolicy::first);
  CHECK(rules::hit_policy("C#") == HitPolicy::count);
  CHECK_FALSE(rules::hit_policy("X"));
  for (int i = 0; i <= 10; ++i) {
    const auto policy = static_cast<HitPolicy>(i);
    CHECK(rules::hit_policy(rules::letter(policy)) == policy);
    CHECK(rules::hit_policy(paidan::EnumNames<HitPolicy>::names[static_cast<std::size_t>(i)]) == policy);
  }
}

TEST_CASE("an explanation names matching rules, near misses and their failing cells") {
  const DecisionTable table(fees());
  const auto explained = rules::explain(table, facts("repair", 3));
  CHECK(explained.matching == std::vector<std::uint32_t>{0});
  REQUIRE(explained.nearest.size() == 2);
  CHECK(explained.nearest_count == 2);
  CHECK(explained.nearest[0].rule == 1);
  CHECK(explained.nearest[0].failed == std::vector<std::uint32_t>{1});
  CHECK(rules::text_of(table, explained, paidan::Language::en) ==
        "result: 30\n"
        "rule r1: service = \"repair\" fits \"repair\", distance = 3 fits [0..5] [source: list 1]\n"
        "nearly matching:\n"
        "rule far: distance = 3 does not fit > 5\n"
        "rule r3: service = \"repair\" does not fit \"clean\"\n");
  CHECK(rules::text_of(table, rules::explain(table, facts("sing", 3), {.nearest = 1}), paidan::Language::zh) ==
        "没有规则命中,也没有默认值:null\n差一点命中:\n规则r1:service = \"sing\"不符合\"repair\" [source: list 1]\n");
}

TEST_CASE("moments with an offset and values of other kinds take the long way to the same answer") {
  TableData data;
  data.name = "odd";
  data.hit = HitPolicy::collect;
  data.inputs = {{"", "x", "", "", 0}};
  data.outputs = {{"o", "", "", "", 0}};
  for (const char* cell : {"time(\"08:00:00+08:00\")", "> time(\"07:00:00\")", "[1..5]", "not(null)", "null", "-",
                           "[1, 2]", "\"a\", 7", "? + 0 = 7"})
    data.rules.push_back({"", {cell}, {std::to_string(data.rules.size())}, {}, 0});
  const DecisionTable table(data);
  const auto hits = [&](const char* input) {
    const rules::Names none;
    return table.decide(Value::context({{"x", rules::Expression::parse(input, none).evaluate({})}})).value.text();
  };
  CHECK(hits("time(\"08:00:00+08:00\")") == "[0, 3, 5]");
  CHECK(hits("time(\"08:00:00\")") == "[1, 3, 5]");
  CHECK(hits("null") == "[4, 5]");
  CHECK(hits("7") == "[3, 5, 7, 8]");
  CHECK(hits("3.5") == "[2, 3, 5]");
}

TEST_CASE("random tables of every hit policy decide and explain as an independent matcher does") {
  const int cases = paidan_test::cases(400);
  for (int seed = 0; seed < cases; ++seed) {
    CAPTURE(seed);
    oracle::Dice dice(static_cast<std::uint64_t>(seed));
    oracle::Table given;
    given.hit = static_cast<HitPolicy>(seed % 11);
    given.inputs = static_cast<std::size_t>(dice.pick(6));
    const long long spread = dice.chance(50) ? 20 : 400;
    const bool expressions = dice.chance(40);
    const std::size_t outputs = rules::aggregates(given.hit) || dice.chance(60) ? 1 : 2;
    std::vector<oracle::Thing> ladder;
    for (int i = 0; i < 6; ++i) ladder.push_back({oracle::Thing::number, i * 7 - 10, ""});
    std::swap(ladder[1], ladder[4]);
    for (std::size_t i = 0; i < outputs; ++i) {
      given.orders.push_back(rules::ordered(given.hit) ? std::vector<oracle::Thing>(ladder.begin(), ladder.begin() + 5)
                                                       : std::vector<oracle::Thing>{});
    }
    if (dice.chance(30)) {
      for (std::size_t i = 0; i < outputs; ++i) given.otherwise.push_back({oracle::Thing::text, 0, "none"});
    }
    std::vector<oracle::Thing::Kind> kinds;
    for (std::size_t i = 0; i < given.inputs; ++i) kinds.push_back(dice.kind());
    const long long count = dice.chance(3) ? 1100 : dice.chance(30) ? 60 + dice.pick(80) : dice.pick(14);
    for (long long r = 0; r < count; ++r) {
      oracle::Rule rule;
      for (std::size_t i = 0; i < given.inputs; ++i) rule.cells.push_back(dice.cell(kinds[i], spread, expressions));
      for (std::size_t i = 0; i < outputs; ++i)
        rule.outputs.push_back(
            ladder[static_cast<std::size_t>(given.hit == HitPolicy::any ? dice.pick(2) : dice.pick(6))]);
      given.rules.push_back(rule);
    }
    const DecisionTable table(oracle::data_of(given));

    const auto result = [&](std::uint32_t r) {
      const oracle::Rule& rule = given.rules[r];
      if (outputs == 1) return oracle::value_of(rule.outputs[0]);
      return Value::context({{"out0", oracle::value_of(rule.outputs[0])}, {"out1", oracle::value_of(rule.outputs[1])}});
    };
    const auto rank = [&](std::uint32_t r) {
      std::vector<long long> all;
      for (std::size_t i = 0; i < outputs; ++i) {
        const auto& order = given.orders[i];
        all.push_back(std::find(order.begin(), order.end(), given.rules[r].outputs[i]) - order.begin());
      }
      return all;
    };
    for (int turn = 0; turn < 25; ++turn) {
      std::vector<oracle::Thing> things;
      std::vector<Value> inputs;
      for (std::size_t i = 0; i < given.inputs; ++i) {
        things.push_back(dice.chance(5) ? oracle::Thing{}
                                        : dice.thing(dice.chance(5) ? dice.kind() : kinds[i], spread));
        inputs.push_back(oracle::value_of(things[i]));
      }
      CAPTURE(table.input_text(inputs));
      std::vector<std::uint32_t> hits = oracle::matching(given, things);
      const auto decision = table.decide_inputs(inputs);
      const auto match = table.match(inputs);

      const auto explained = rules::explain_inputs(table, inputs, {}, {.nearest = 5});
      CHECK(explained.matching == hits);
      std::map<std::size_t, std::vector<std::uint32_t>> misses;
      for (std::uint32_t r = 0; r < given.rules.size(); ++r) {
        std::size_t failing = 0;
        for (std::size_t i = 0; i < given.inputs; ++i)
          failing += oracle::fits(given.rules[r].cells[i], things[i]) ? 0U : 1U;
        if (failing > 0) misses[failing].push_back(r);
      }
      const std::size_t nearest = misses.empty() ? 0 : misses.begin()->second.size();
      CHECK(explained.nearest_count == nearest);
      REQUIRE(explained.nearest.size() == std::min<std::size_t>(5, nearest));
      for (std::size_t k = 0; k < explained.nearest.size(); ++k) {
        CHECK(explained.nearest[k].rule == misses.begin()->second[k]);
        CHECK(explained.nearest[k].failed.size() == misses.begin()->first);
        for (const auto i : explained.nearest[k].failed)
          CHECK_FALSE(oracle::fits(given.rules[explained.nearest[k].rule].cells[i], things[i]));
      }

      if (hits.empty()) {
        if (!given.otherwise.empty()) {
          CHECK(decision.status == Status::by_default);
          CHECK(match.status == Status::by_default);
        } else if (given.hit == HitPolicy::count) {
          CHECK(same(decision.value, 0));
        } else {
          CHECK(decision.status == Status::undecided);
          CHECK(decision.value.is_null());
          CHECK(match.status == Status::undecided);
        }
        continue;
      }
      if (rules::ordered(given.hit))
        std::stable_sort(hits.begin(), hits.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
      std::vector<Value> list;
      for (const std::uint32_t r : hits) list.push_back(result(r));
      long long sum = 0, low = 1'000, high = -1'000;
      bool equal = true;
      for (const std::uint32_t r : hits) {
        const long long amount = given.rules[r].outputs[0].amount;
        sum += amount;
        low = std::min(low, amount);
        high = std::max(high, amount);
        equal = equal && given.rules[r].outputs == given.rules[hits[0]].outputs;
      }
      const auto number = [](long long tenths) { return oracle::value_of({oracle::Thing::number, tenths, ""}); };
      const bool conflict =
          (given.hit == HitPolicy::unique && hits.size() > 1) || (given.hit == HitPolicy::any && !equal);
      CHECK((decision.status == Status::conflict) == conflict);
      CHECK((match.status == Status::conflict) == conflict);
      CHECK(decision.errors.empty() != conflict);
      if (conflict) continue;
      CHECK(match.rule == hits[0]);
      switch (given.hit) {
        case HitPolicy::unique:
        case HitPolicy::any:
        case HitPolicy::priority:
        case HitPolicy::first:
          CHECK(same(decision.value, list[0]));
          REQUIRE(match.value != nullptr);
          CHECK(same(*match.value, list[0]));
          break;
        case HitPolicy::rule_order:
        case HitPolicy::output_order:
        case HitPolicy::collect:
          CHECK(same(decision.value, Value::list(list)));
          CHECK(decision.rules == hits);
          break;
        case HitPolicy::sum:
          CHECK(same(decision.value, number(sum)));
          break;
        case HitPolicy::min:
          CHECK(same(decision.value, number(low)));
          break;
        case HitPolicy::max:
          CHECK(same(decision.value, number(high)));
          break;
        case HitPolicy::count:
          CHECK(same(decision.value, static_cast<std::int64_t>(hits.size())));
          break;
      }
    }
  }
}
