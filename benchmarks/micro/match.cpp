// Batch matching as hosts ask for it: a whole problem, from its candidates and their features to the certificate; and
// the assignment of tables that stand ready. Compiles in the tree of claims/before_after too, where rooms had other
// names.
#include "../instances/city.hpp"

#include <paidan/dispatch/match.hpp>
#if __has_include(<paidan/assign/assignment.hpp>)
#include <paidan/assign/assignment.hpp>
namespace kernel = paidan::assign;
#else
#include <paidan/matching/assignment.hpp>
namespace kernel = paidan::matching;
#endif

#include <benchmark/benchmark.h>

#include <utility>

namespace {

/// A city's orders and technicians, `keep` candidates an order (0 = all).
void match(benchmark::State& state) {
  const paidan::Problem problem =
      paidan_bench::city(static_cast<std::uint32_t>(state.range(0)), static_cast<std::uint32_t>(state.range(1)), 1);
  const paidan::MatchOptions options{.capacity = 4, .max_candidates = static_cast<std::int32_t>(state.range(2))};
  for (auto _ : state) benchmark::DoNotOptimize(paidan::match(problem, options));
}
BENCHMARK(match)
    ->ArgNames({"orders", "technicians", "keep"})
    ->Args({100, 40, 0})
    ->Args({500, 200, 0})
    ->Args({2'000, 600, 20})
    ->Unit(benchmark::kMillisecond);

/// As `compress` makes it: arcs by row, then column.
kernel::AssignmentTable table(paidan_bench::AssignmentInstance instance) {
  kernel::AssignmentInput input;
  input.rows = instance.rows;
  input.columns = instance.columns;
  for (std::uint32_t i = 0; i < instance.rows; ++i) {
    for (std::uint64_t k = instance.row_begin[i]; k < instance.row_begin[i + 1]; ++k) {
      input.arcs.push_back({i, instance.column[k], instance.cost[k]});
    }
  }
  input.penalty = std::move(instance.penalty);
  const auto at = [&](std::uint64_t k) { return instance.slot_cost.begin() + static_cast<std::ptrdiff_t>(k); };
  for (std::uint32_t j = 0; j < instance.columns; ++j) {
    input.slot_costs.emplace_back(at(instance.slot_begin[j]), at(instance.slot_begin[j + 1]));
  }
  return kernel::compress(input);
}

void assign_view(benchmark::State& state, const char* instance) {
  const kernel::AssignmentTable ready = table(paidan_bench::assignment_instance(instance, 1));
  for (auto _ : state) benchmark::DoNotOptimize(kernel::assign(ready.view()));
}
BENCHMARK_CAPTURE(assign_view, a_geo, "a-geo")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(assign_view, b_uni, "b-uni")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(assign_view, dense, "dense-500-uniform")->Unit(benchmark::kMillisecond);

}  // namespace
