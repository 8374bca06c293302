// Batch matching: the exact assignment, sparse and dense.
#include <paidan/assign/assignment.hpp>
#include <paidan/core/random.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>

namespace {

using namespace paidan;

/// `degree` candidates a row (0 = all), up to six slots a column with rising costs.
assign::AssignmentInput instance(std::uint32_t rows, std::uint32_t columns, std::uint32_t degree) {
  SplitMix64 random(1);
  assign::AssignmentInput input{.rows = rows, .columns = columns, .arcs = {}, .penalty = {}, .slot_costs = {}};
  for (std::uint32_t i = 0; i < rows; ++i) {
    input.penalty.push_back(random.between(50'000, 150'000));
    std::vector<std::uint32_t> row;
    for (std::uint32_t j = 0; j < (degree == 0 ? columns : degree); ++j) {
      row.push_back(degree == 0 ? j : random.below(columns));
    }
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
    for (const std::uint32_t j : row) input.arcs.push_back({i, j, random.between(0, 100'000)});
  }
  for (std::uint32_t j = 0; j < columns; ++j) {
    const std::int64_t base = random.between(0, 200);
    const std::int64_t step = random.between(200, 1'515);
    std::vector<std::int64_t> slots;
    for (std::int64_t k = 0; k < random.between(1, 6); ++k) slots.push_back(base + k * step);
    input.slot_costs.push_back(slots);
  }
  return input;
}

void assign(benchmark::State& state) {
  const auto input = instance(static_cast<std::uint32_t>(state.range(0)), static_cast<std::uint32_t>(state.range(1)),
                              static_cast<std::uint32_t>(state.range(2)));
  for (auto _ : state) benchmark::DoNotOptimize(assign::assign(input));
}
BENCHMARK(assign)
    ->ArgNames({"rows", "columns", "degree"})
    ->Args({500, 200, 20})
    ->Args({1'000, 300, 0})
    ->Args({5'000, 2'000, 30})
    ->Unit(benchmark::kMillisecond);

}  // namespace
