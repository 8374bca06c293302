#include <paidan/dispatch/match.hpp>

#include <doctest/doctest.h>

#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace paidan;

TEST_CASE("matches are proven optimal and their terms add up") {
  std::size_t pairs = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    const Problem problem =
        paidan_test::random_problem(static_cast<std::uint64_t>(seed), {.orders = 15, .technicians = 5});
    const MatchOptions options{.capacity = 1 + seed % 3};
    const Match result = match(problem, options);
    CHECK(result.certified);
    CHECK(result.problem.value == problem.hash());
    std::int64_t cost = 0;
    std::map<std::uint32_t, std::int32_t> taken;
    std::set<std::uint32_t> seen;
    for (const MatchedPair& pair : result.pairs) {
      std::int64_t terms = 0;
      for (std::size_t i = 0; i < pair.terms.size(); ++i) {
        CHECK(pair.terms[i].cost != 0);
        if (i > 0) CHECK(pair.terms[i - 1].term < pair.terms[i].term);
        terms += pair.terms[i].cost;
      }
      CHECK(terms == pair.total);
      const auto starts = problem.dense().orders.starts[pair.order.at()];
      CHECK(std::any_of(starts.begin(), starts.end(), [&](const Interval& open) {
        return open.low <= pair.arrival.seconds && pair.arrival.seconds <= open.high;
      }));
      CHECK(pair.slot_cost == taken[pair.shift.value]++ * options.load_step);
      cost += pair.total + pair.slot_cost;
      CHECK(seen.insert(pair.order.value).second);
    }
    for (const OrderIndex order : result.unassigned) {
      cost += problem.dense().orders.unserved_cost[order.at()];
      CHECK(seen.insert(order.value).second);
    }
    CHECK(seen.size() == problem.order_count());
    CHECK(cost == result.cost);
    for (const auto& [shift, count] : taken) {
      CHECK(count <= options.capacity);
      CHECK(count <= problem.dense().technicians.max_jobs[problem.dense().shifts.technician[shift].at()]);
    }
    pairs += result.pairs.size();
  }
  CHECK(pairs > 200);
}

TEST_CASE("orders spread over more technicians when the load step says so") {
  const auto shifts = [](const Match& m) {
    std::set<std::uint32_t> set;
    for (const MatchedPair& pair : m.pairs) set.insert(pair.shift.value);
    return set.size();
  };
  std::size_t spread = 0;
  std::size_t dearer = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const Problem problem = paidan_test::random_problem(seed, {.orders = 12, .technicians = 4, .plain = true});
    const Match free = match(problem, {.capacity = 12, .load_step = 0});
    const Match even = match(problem, {.capacity = 12, .load_step = 10'000'000});
    CHECK(free.certified);
    CHECK(even.certified);
    CHECK(even.cost >= free.cost);
    if (shifts(even) > shifts(free)) ++spread;
    if (even.cost > free.cost) ++dearer;
  }
  CHECK(spread > 0);
  CHECK(dearer > 10);
}

TEST_CASE("match options out of range are errors") {
  const Problem problem = paidan_test::random_problem(2, {.orders = 3, .technicians = 1});
  CHECK_THROWS_WITH_AS(static_cast<void>(match(problem, {.capacity = -1})),
                       "capacity: capacity must be between 0 and 1000, got -1", InvalidInput);
}
