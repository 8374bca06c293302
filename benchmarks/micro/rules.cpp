// Decision tables: what one decision costs. The two tables are those of benchmarks/claims/rules.py.
#include <paidan/rules/table/explain.hpp>
#include <paidan/rules/table/table_columns.hpp>
#include <paidan/sheets/rules_csv.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

namespace {

namespace rules = paidan::rules;
using rules::Value;

/// Ten rules over a text and a number.
rules::DecisionTable small_table(rules::HitPolicy hit) {
  rules::TableData data;
  data.name = "small";
  data.hit = hit;
  data.inputs = {{"", "service", "string", "", 0}, {"", "km", "number", "", 0}};
  data.outputs = {{"fee", "number", "", "", 0}};
  const char* const rows[][3] = {{"\"repair\"", "[0..3]", "30"},   {"\"repair\"", "(3..10]", "50"},
                                 {"\"repair\"", "(10..30]", "90"}, {"\"repair\"", "> 30", "150"},
                                 {"\"install\"", "[0..3]", "60"},  {"\"install\"", "(3..10]", "80"},
                                 {"\"install\"", "> 10", "140"},   {"\"clean\"", "<= 10", "40"},
                                 {"\"clean\"", "> 10", "70"},      {"\"visit\"", "-", "10"}};
  for (const auto& row : rows) data.rules.push_back({"", {row[0], row[1]}, {row[2]}, {}, 0});
  return rules::DecisionTable(std::move(data));
}

/// A thousand rules over six columns: two texts, an interval, a boolean and two bounds.
rules::DecisionTable large_table(rules::HitPolicy hit) {
  rules::TableData data;
  data.name = "large";
  data.hit = hit;
  data.inputs = {{"", "city", "string", "", 0},    {"", "cat", "string", "", 0},   {"", "km", "number", "", 0},
                 {"", "urgent", "boolean", "", 0}, {"", "floor", "number", "", 0}, {"", "level", "number", "", 0}};
  data.outputs = {{"fee", "number", "", "", 0}};
  const char* const distances[] = {"[0..3]", "(3..8]", "(8..15]", "(15..30]", "> 30"};
  const char* const floors[] = {"-", "<= 6", "> 6"};
  const char* const levels[] = {"-", "[1..5]", ">= 3"};
  for (std::size_t r = 0; r < 1000; ++r) {
    const auto text = [](const char* word, std::size_t i) {
      return "\"" + std::string(word) + std::to_string(i) + "\"";
    };
    data.rules.push_back({"",
                          {text("city", r / 100), text("cat", r / 10 % 10 * 2) + "," + text("cat", r / 10 % 10 * 2 + 1),
                           distances[r / 2 % 5], r % 2 != 0 ? "true" : "false", floors[r % 3], levels[r / 3 % 3]},
                          {std::to_string(r)},
                          {},
                          0});
  }
  return rules::DecisionTable(std::move(data));
}

/// The same sequence on any machine.
class Sequence {
 public:
  std::uint64_t below(std::uint64_t n) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 33U) % n;
  }

 private:
  std::uint64_t state_ = 1;
};

Value tenths(std::uint64_t n) { return *paidan::Decimal::parse(std::to_string(n / 10) + "." + std::to_string(n % 10)); }

constexpr std::size_t askings = 1024;

std::vector<std::vector<Value>> small_inputs() {
  const char* const services[] = {"repair", "install", "clean", "visit"};
  Sequence sequence;
  std::vector<std::vector<Value>> all;
  for (std::size_t i = 0; i < askings; ++i) {
    const char* service = services[sequence.below(4)];
    all.push_back({service, tenths(sequence.below(400))});
  }
  return all;
}

std::vector<std::vector<Value>> large_inputs() {
  Sequence sequence;
  std::vector<std::vector<Value>> all;
  for (std::size_t i = 0; i < askings; ++i) {
    std::vector<Value> one;
    one.emplace_back("city" + std::to_string(sequence.below(10)));
    one.emplace_back("cat" + std::to_string(sequence.below(20)));
    one.push_back(tenths(sequence.below(400)));
    one.emplace_back(sequence.below(2) == 0);
    one.emplace_back(static_cast<std::int64_t>(1 + sequence.below(19)));
    one.emplace_back(static_cast<std::int64_t>(1 + sequence.below(6)));
    all.push_back(std::move(one));
  }
  return all;
}

/// The result by reference: no text is made and no memory taken.
void match(benchmark::State& state, const rules::DecisionTable& table, const std::vector<std::vector<Value>>& inputs) {
  std::size_t i = 0;
  for (auto _ : state) {
    const rules::Match match = table.match(inputs[i++ % askings]);
    benchmark::DoNotOptimize(match.value);
  }
  state.SetItemsProcessed(state.iterations());
}

void decide(benchmark::State& state, const rules::DecisionTable& table, const std::vector<std::vector<Value>>& inputs) {
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(table.decide_inputs(inputs[i++ % askings]));
  state.SetItemsProcessed(state.iterations());
}

void explain(benchmark::State& state, const rules::DecisionTable& table,
             const std::vector<std::vector<Value>>& inputs) {
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(rules::explain_inputs(table, inputs[i++ % askings]));
  state.SetItemsProcessed(state.iterations());
}

void small_match_first(benchmark::State& state) { match(state, small_table(rules::HitPolicy::first), small_inputs()); }
BENCHMARK(small_match_first);
void small_match_unique(benchmark::State& state) {
  match(state, small_table(rules::HitPolicy::unique), small_inputs());
}
BENCHMARK(small_match_unique);
void small_decide(benchmark::State& state) { decide(state, small_table(rules::HitPolicy::unique), small_inputs()); }
BENCHMARK(small_decide);
void small_explain(benchmark::State& state) { explain(state, small_table(rules::HitPolicy::unique), small_inputs()); }
BENCHMARK(small_explain);
void large_match_first(benchmark::State& state) { match(state, large_table(rules::HitPolicy::first), large_inputs()); }
BENCHMARK(large_match_first);
void large_match_unique(benchmark::State& state) {
  match(state, large_table(rules::HitPolicy::unique), large_inputs());
}
BENCHMARK(large_match_unique);
void large_decide(benchmark::State& state) { decide(state, large_table(rules::HitPolicy::unique), large_inputs()); }
BENCHMARK(large_decide);
void large_explain(benchmark::State& state) { explain(state, large_table(rules::HitPolicy::unique), large_inputs()); }
BENCHMARK(large_explain);

/// Whole columns, a million rows: numbers as doubles and integers, texts as codes into a dictionary.
void large_columns(benchmark::State& state) {
  const rules::DecisionTable table = large_table(rules::HitPolicy::unique);
  constexpr std::size_t rows = 1'000'000;
  Sequence sequence;
  std::vector<std::int32_t> city(rows), cat(rows);
  std::vector<double> km(rows);
  std::vector<std::uint8_t> urgent(rows);
  std::vector<std::int64_t> floor(rows), level(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    city[r] = static_cast<std::int32_t>(sequence.below(10));
    cat[r] = static_cast<std::int32_t>(sequence.below(20));
    km[r] = static_cast<double>(sequence.below(400)) / 10;
    urgent[r] = static_cast<std::uint8_t>(sequence.below(2));
    floor[r] = static_cast<std::int64_t>(1 + sequence.below(19));
    level[r] = static_cast<std::int64_t>(1 + sequence.below(6));
  }
  std::vector<Value> cities, cats;
  for (int i = 0; i < 10; ++i) cities.emplace_back("city" + std::to_string(i));
  for (int i = 0; i < 20; ++i) cats.emplace_back("cat" + std::to_string(i));
  std::vector<rules::FactColumn> columns{{.name = "city", .codes = city, .dictionary = cities},
                                         {.name = "cat", .codes = cat, .dictionary = cats},
                                         {.name = "km", .doubles = km},
                                         {.name = "urgent", .booleans = urgent},
                                         {.name = "floor", .integers = floor},
                                         {.name = "level", .integers = level}};
  for (auto _ : state) benchmark::DoNotOptimize(rules::match_columns(table, columns, rows));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}
BENCHMARK(large_columns)->Unit(benchmark::kMillisecond);

}  // namespace
