// bench_candidates [--seed N] [--runs N] [--orders N] [--technicians N] [--keep N]
//
// From a `Problem` to what `assign` reads: eligible pairs and their costs, on a city of class c unless told otherwise;
// every order keeps its 30 cheapest pairs. The problem is made outside the timing. JSON on the standard output, ms of
// processor time.
#include "../instances/city.hpp"
#include "measure.hpp"

#include <paidan/matching/candidates.hpp>

#include <iostream>
#include <map>

namespace {

using namespace paidan_bench;
namespace matching = paidan::matching;

void measure(std::map<std::string, std::int64_t>& asked) {
  const paidan::Problem problem =
      city(static_cast<std::uint32_t>(asked["--orders"]), static_cast<std::uint32_t>(asked["--technicians"]),
           static_cast<std::uint64_t>(asked["--seed"]));
  std::vector<double> eligibility, score, both;
  std::size_t pairs = 0;
  std::int64_t sum = 0;
  for (std::int64_t run = 0; run < asked["--runs"]; ++run) {
    matching::Candidates found;
    eligibility.push_back(cpu_milliseconds([&] {
      found = matching::candidates(problem, {.max_candidates = static_cast<std::int32_t>(asked["--keep"])});
    }));
    std::vector<std::int64_t> costs;
    score.push_back(cpu_milliseconds([&] { costs = matching::costs(found.features, found.weights); }));
    both.push_back(eligibility.back() + score.back());
    pairs = found.pairs();
    sum = 0;
    for (const std::int64_t cost : costs) sum += cost;
  }
  std::cout << "{\"orders\": " << asked["--orders"] << ", \"technicians\": " << asked["--technicians"]
            << ", \"seed\": " << asked["--seed"] << ", \"pairs\": " << pairs << ", \"sum_of_costs\": " << sum
            << ",\n \"candidates_ms\": " << quantile(eligibility, 0.5) << ", \"costs_ms\": " << quantile(score, 0.5)
            << ", \"ms\": " << quantile(both, 0.5) << ", \"runs\": " << json_list(both) << "}\n";
}

}  // namespace

int main(int count, char** words) {
  try {
    std::map<std::string, std::int64_t> asked = {
        {"--seed", 1}, {"--runs", 5}, {"--orders", 50'000}, {"--technicians", 10'000}, {"--keep", 30}};
    if (count % 2 == 0) throw std::invalid_argument("every option needs a value");
    for (int k = 1; k < count; k += 2) {
      if (!asked.contains(words[k])) throw std::invalid_argument("what is " + std::string(words[k]) + "?");
      asked[words[k]] = std::stoll(words[k + 1]);
    }
    measure(asked);
    return 0;
  } catch (const std::exception& wrong) {
    std::cerr << "bench_candidates: " << wrong.what() << "\n";
    return 1;
  }
}
