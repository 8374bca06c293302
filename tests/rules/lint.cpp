#include "rules/oracle.hpp"
#include "support/soak.hpp"

#include <paidan/rules/lint/lint.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace rules = paidan::rules;
using rules::DecisionTable;
using rules::FindingKind;
using rules::HitPolicy;
using rules::TableData;
using rules::Value;

namespace {

TableData fees(HitPolicy hit) {
  TableData data;
  data.name = "fees";
  data.hit = hit;
  data.inputs = {{"", "service", "string", "\"repair\",\"clean\"", 0}, {"", "km", "number", ">= 0", 0}};
  data.outputs = {{"fee", "number", "", "", 0}};
  data.rules = {{"", {"\"repair\"", "[0..5]"}, {"30"}, {}, 0},
                {"", {"\"repair\"", "> 5"}, {"50"}, {}, 0},
                {"", {"\"clean\"", "-"}, {"20"}, {}, 0}};
  return data;
}

std::vector<std::string> texts(const TableData& data, paidan::Language language = paidan::Language::en) {
  const DecisionTable table(data);
  const auto report = rules::lint(table);
  std::vector<std::string> all;
  for (const auto& finding : report.findings) all.push_back(rules::text_of(table, finding, language));
  for (const auto limit : report.limits) all.push_back(rules::text_of(limit, language));
  return all;
}
using List = std::vector<std::string>;

}  // namespace

TEST_CASE("a table that says all and nothing twice has no findings") { CHECK(texts(fees(HitPolicy::unique)).empty()); }

TEST_CASE("gaps and overlaps come with an input that shows them") {
  TableData data = fees(HitPolicy::unique);
  data.rules[0].inputs[1] = "[0..5)";
  CHECK(texts(data) == List{"no rule for service = \"repair\", km = 5"});
  CHECK(texts(data, paidan::Language::zh) == List{"没有规则适用于 service = \"repair\", km = 5"});
  data.rules[0].inputs[1] = "[0..8]";
  CHECK(texts(data) == List{"rules r1 and r2 overlap, e.g. service = \"repair\", km = 6"});
  CHECK(texts(data, paidan::Language::zh) == List{"规则r1与r2重叠,例如 service = \"repair\", km = 6"});
  data.outputs[0].otherwise = "0";
  data.rules.pop_back();
  CHECK(texts(data).size() == 1);  // with a default there are no gaps
}

TEST_CASE("rules that never decide and cells that nothing fits are found") {
  TableData data = fees(HitPolicy::first);
  data.rules.push_back({"late", {"\"repair\"", "[3..9]"}, {"1"}, {}, 0});
  data.rules.push_back({"odd", {"\"repair\"", "< 0"}, {"1"}, {}, 0});
  data.rules.push_back({"wrong", {"7", "-"}, {"1"}, {}, 0});
  CHECK(texts(data) == List{"rule late never decides, r1, r2 always comes first, e.g. service = \"repair\", km = 3",
                            "rule odd never matches: km < 0", "rule wrong never matches: service 7"});
}

TEST_CASE("outputs that never come up, or are not in the order, are found") {
  TableData data = fees(HitPolicy::priority);
  data.outputs[0].allowed = "50, 30, 10";
  CHECK(texts(data) ==
        List{"'fee' is never 10",
             "rule r3 gives 'fee' 20, which is not among its allowed values, e.g. service = \"clean\", km = 0"});
}

TEST_CASE("what the search cannot know it says") {
  TableData data = fees(HitPolicy::unique);
  data.rules[1].inputs[1] = "? + 0 > 5";
  CHECK(texts(data) == List{"cells that are expressions could not be checked completely"});
  const DecisionTable table(fees(HitPolicy::unique));
  const auto report = rules::lint(table, {.work = 3});
  CHECK_FALSE(report.complete());
  CHECK(report.limits == std::vector{rules::LintLimit::work});
}

TEST_CASE("no day lies between two days, and a list of allowed numbers leaves no room between them") {
  TableData data = fees(HitPolicy::unique);
  data.inputs = {{"", "day", "date", "", 0}};
  data.rules = {{"", {"<= date(\"2024-02-28\")"}, {"1"}, {}, 0}, {"", {">= date(\"2024-02-29\")"}, {"2"}, {}, 0}};
  CHECK(texts(data).empty());
  data.rules[1].inputs[0] = ">= date(\"2024-03-01\")";
  CHECK(texts(data) == List{"no rule for day = date(\"2024-02-29\")"});
  data.inputs = {{"", "level", "number", "1,2,3,4", 0}};
  data.rules = {{"", {"[1..2]"}, {"1"}, {}, 0}, {"", {"[3..4]"}, {"2"}, {}, 0}};
  CHECK(texts(data).empty());
  data.inputs[0].allowed = "";
  CHECK(texts(data).front() == "no rule for level = 0");
}

TEST_CASE("a thousand rules over six columns are searched completely") {
  TableData data;
  data.name = "large";
  data.outputs = {{"fee", "number", "", "", 0}};
  for (const char* name : {"city", "cat", "km", "urgent", "floor", "level"})
    data.inputs.push_back({"", name, "", "", 0});
  const char* const distances[] = {"[0..3]", "(3..8]", "(8..15]", "(15..30]", "> 30"};
  for (std::size_t r = 0; r < 1000; ++r) {
    const auto text = [](const char* word, std::size_t i) {
      return "\"" + std::string(word) + std::to_string(i) + "\"";
    };
    data.rules.push_back({"",
                          {text("city", r / 100), text("cat", r / 10 % 10), distances[r / 2 % 5],
                           r % 2 != 0 ? "true" : "false", "-", r == 777 ? "<= 4" : "-"},
                          {"1"},
                          {},
                          0});
  }
  for (std::size_t i : {0U, 1U}) {
    for (int k = 0; k < 10; ++k)
      data.inputs[i].allowed +=
          (k > 0 ? "," : "") + ("\"" + std::string(i == 0 ? "city" : "cat") + std::to_string(k) + "\"");
  }
  data.inputs[2].allowed = ">= 0";
  CHECK(texts(data) ==
        List{"no rule for city = \"city7\", cat = \"cat7\", km = 16, urgent = true, floor = null, level = 5"});
}

TEST_CASE("each region without a rule has its own gap") {
  TableData data = fees(HitPolicy::unique);
  data.inputs = {{"", "x", "number", "", 0}};
  data.rules = {{"", {"[0..5]"}, {"1"}, {}, 0}, {"", {"[10..15]"}, {"2"}, {}, 0}};
  CHECK(texts(data) == List{"no rule for x = -1", "no rule for x = 6", "no rule for x = 16"});
  data.inputs[0].type = "date";
  data.rules = {{"", {"< date(\"2024-02-01\")"}, {"1"}, {}, 0},
                {"", {"date(\"2024-02-03\"), date(\"2024-02-06\")"}, {"1"}, {}, 0},
                {"", {"> date(\"2024-02-08\")"}, {"2"}, {}, 0}};
  CHECK(texts(data) == List{"no rule for x = date(\"2024-02-01\")", "no rule for x = date(\"2024-02-04\")",
                            "no rule for x = date(\"2024-02-07\")"});
  data.rules.push_back({"", {"[date(\"2024-02-01\")..date(\"2024-02-02\")]"}, {"1"}, {}, 0});
  CHECK(texts(data) == List{"no rule for x = date(\"2024-02-04\")", "no rule for x = date(\"2024-02-07\")"});
}

TEST_CASE("values that no cell names have their gaps too, together with the other columns") {
  TableData data = fees(HitPolicy::unique);
  data.inputs = {{"", "s", "string", "\"p\",\"q\",\"r\"", 0}, {"", "x", "number", "", 0}};
  data.rules = {{"", {"\"p\"", "< 5"}, {"1"}, {}, 0}};
  CHECK(texts(data) ==
        List{"no rule for s = \"p\", x = 5", "no rule for s = \"q\", x = 4", "no rule for s = \"r\", x = 4"});
  std::swap(data.inputs[0], data.inputs[1]);
  std::swap(data.rules[0].inputs[0], data.rules[0].inputs[1]);
  CHECK(texts(data) ==
        List{"no rule for x = 4, s = \"q\"", "no rule for x = 4, s = \"r\"", "no rule for x = 5, s = \"p\""});
  data.inputs[1].allowed = "";  // any other text is one region
  data.rules.push_back({"", {"-", "\"q\""}, {"1"}, {}, 0});
  CHECK(texts(data).size() == 3);
  data.rules.push_back({"", {"-", "not(\"p\", \"q\")"}, {"1"}, {}, 0});
  CHECK(texts(data) == List{"no rule for x = 5, s = \"p\""});
  data.inputs[0].type = "boolean";
  data.rules = {{"", {"true", "\"p\""}, {"1"}, {}, 0}};
  data.inputs[1].allowed = "\"p\",\"q\"";
  CHECK(texts(data).size() == 2);
}

TEST_CASE("more regions than are listed make a report incomplete") {
  TableData data = fees(HitPolicy::unique);
  data.inputs = {{"", "x", "number", "", 0}};
  data.rules = {{"", {"1, 3, 5"}, {"1"}, {}, 0}};
  const DecisionTable table(data);
  CHECK(rules::lint(table, {.findings = 4}).complete());
  CHECK(rules::lint(table, {.findings = 4}).findings.size() == 4);
  const auto report = rules::lint(table, {.findings = 3});
  CHECK(report.findings.size() == 3);
  CHECK(report.limits == std::vector{rules::LintLimit::findings});
}

TEST_CASE("findings of random tables are those of brute force over every stretch of every column") {
  using oracle::Thing;
  const int cases = paidan_test::cases(300);
  for (int seed = 0; seed < cases; ++seed) {
    CAPTURE(seed);
    oracle::Dice dice(static_cast<std::uint64_t>(seed) + 1'000'000);
    oracle::Table given;
    constexpr HitPolicy policies[] = {HitPolicy::unique, HitPolicy::any, HitPolicy::first, HitPolicy::priority};
    given.hit = policies[seed % 4];
    given.inputs = static_cast<std::size_t>(1 + dice.pick(3));
    std::vector<Thing> order;
    for (int i = 0; i < 4; ++i) order.push_back({Thing::number, i * 10, ""});
    given.orders.push_back(given.hit == HitPolicy::priority ? order : std::vector<Thing>{});
    std::vector<Thing::Kind> kinds;
    for (std::size_t i = 0; i < given.inputs; ++i) kinds.push_back(dice.chance(70) ? Thing::number : dice.kind());
    const long long count = 1 + dice.pick(8);
    for (long long r = 0; r < count; ++r) {
      oracle::Rule rule;
      for (std::size_t i = 0; i < given.inputs; ++i) {
        oracle::Cell cell = dice.cell(kinds[i], 8, false);
        for (auto& test : cell.tests) {  // cells of the column's own kind only; the kinds of a column are its type
          if (test.low && test.low->kind != kinds[i])
            cell = {.any = true, .negated = false, .expression = false, .tests = {}};
          if (cell.any) break;
          for (auto* bound : {&test.low, &test.high}) {  // even tenths, so that odd ones lie between
            if (*bound && (*bound)->kind == Thing::number) (*bound)->amount *= 2;
          }
        }
        rule.cells.push_back(cell);
      }
      rule.outputs.push_back(order[static_cast<std::size_t>(dice.pick(3))]);
      given.rules.push_back(rule);
    }
    TableData data = oracle::data_of(given);
    constexpr const char* types[] = {"", "boolean", "number", "string", "date"};
    for (std::size_t i = 0; i < given.inputs; ++i) data.inputs[i].type = types[kinds[i]];
    const DecisionTable table(data);
    const auto report = rules::lint(table, {.work = 100'000'000, .findings = 10'000});
    REQUIRE(report.complete());

    // All points: bounds and what lies between them, in steps finer than any bound.
    std::vector<std::vector<Thing>> points(given.inputs);
    for (std::size_t i = 0; i < given.inputs; ++i) {
      if (kinds[i] == Thing::boolean) points[i] = {{Thing::boolean, 0, ""}, {Thing::boolean, 1, ""}};
      if (kinds[i] == Thing::number)
        for (long long n = -11; n < 28; ++n) {
          points[i].push_back({Thing::number, n, ""});
        }
      if (kinds[i] == Thing::day)
        for (long long n = 18'998; n < 19'011; ++n) points[i].push_back({Thing::day, n, ""});
      if (kinds[i] == Thing::text)
        for (const char* word : {"", "!", "aa", "repair", "repair!", "clean", "clean!", "install", "install!", "other",
                                 "a very long word of more than 24 bytes", "a very long word of more than 24 bytes!",
                                 "维修", "维修!", "zz", "zz!"})
          points[i].push_back({Thing::text, 0, word});
    }
    bool gap = false;
    std::size_t regions = 0;  // of one column of numbers, along the points
    bool inside = false;
    std::set<std::pair<std::uint32_t, std::uint32_t>> overlaps;
    std::set<std::uint32_t> matched, winners;
    std::vector<std::size_t> at(given.inputs, 0);
    while (true) {
      std::vector<Thing> input;
      for (std::size_t i = 0; i < given.inputs; ++i) input.push_back(points[i][at[i]]);
      const auto hits = oracle::matching(given, input);
      gap = gap || hits.empty();
      if (hits.empty() && !inside) ++regions;
      inside = hits.empty();
      std::uint32_t winner = hits.empty() ? 0 : hits[0];
      for (std::size_t a = 0; a < hits.size(); ++a) {
        matched.insert(hits[a]);
        if (given.hit == HitPolicy::priority && given.rules[hits[a]].outputs[0] < given.rules[winner].outputs[0])
          winner = hits[a];
        for (std::size_t b = a + 1; b < hits.size(); ++b) {
          if (given.hit == HitPolicy::unique || given.rules[hits[a]].outputs != given.rules[hits[b]].outputs)
            overlaps.insert({hits[a], hits[b]});
        }
      }
      if (!hits.empty()) winners.insert(winner);
      std::size_t i = 0;
      while (i < given.inputs && ++at[i] == points[i].size()) at[i++] = 0;
      if (i == given.inputs) break;
    }

    std::size_t gaps = 0;
    std::set<std::pair<std::uint32_t, std::uint32_t>> found_overlaps;
    std::set<std::uint32_t> never, shadowed;
    for (const auto& finding : report.findings) {
      CAPTURE(rules::text_of(table, finding, paidan::Language::en));
      const auto match = finding.witness.empty() ? rules::Match{} : table.match(finding.witness);
      switch (finding.kind) {
        case FindingKind::gap:
          ++gaps;
          CHECK(match.status == rules::Status::undecided);
          break;
        case FindingKind::overlap:
          CHECK(match.status == rules::Status::conflict);
          found_overlaps.insert({finding.rules[0], finding.rules[1]});
          break;
        case FindingKind::shadowed: {
          shadowed.insert(finding.rules[0]);
          CHECK(match.rule != finding.rules[0]);
          CHECK(std::count(finding.rules.begin() + 1, finding.rules.end(), match.rule) +
                    (finding.rules.size() == 2 ? 1 : 0) >
                0);
          break;
        }
        case FindingKind::never_matches:
          never.insert(finding.rules[0]);
          break;
        default:
          CHECK(given.hit == HitPolicy::priority);
          break;
      }
    }
    CHECK((gaps > 0) == gap);
    if (kinds == std::vector{Thing::number}) CHECK(gaps == regions);
    if (given.hit == HitPolicy::unique || given.hit == HitPolicy::any) CHECK(found_overlaps == overlaps);
    for (std::uint32_t r = 0; r < given.rules.size(); ++r) {
      CHECK((never.count(r) > 0) == (matched.count(r) == 0));
      if (given.hit == HitPolicy::first || given.hit == HitPolicy::priority)
        CHECK((shadowed.count(r) > 0) == (matched.count(r) > 0 && winners.count(r) == 0));
    }
  }
}
