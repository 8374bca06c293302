// Visits that wait for each other.
#include <paidan/dispatch/plan.hpp>
#include <paidan/routing/detail/assemble.hpp>
#include <paidan/routing/detail/rich/place.hpp>

#include "judge.hpp"

namespace rich_test {

namespace {

/// Whole groups in plans, and starts that keep the gaps.
void check_links(const Problem& problem, const Plan& plan) {
  std::vector<std::int64_t> starts(problem.order_count(), INT64_MIN);
  for (const Route& route : plan.routes) {
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::visit) starts[stop.order.at()] = stop.start.seconds;
    }
  }
  for (const LinkRow& link : problem.dense().links) {
    const std::int64_t first = starts[link.first.at()];
    const std::int64_t second = starts[link.second.at()];
    CHECK((first == INT64_MIN) == (second == INT64_MIN));
    if (first == INT64_MIN || second == INT64_MIN) continue;
    CHECK(second - first >= link.min_s);
    CHECK(second - first <= link.max_s);
  }
}

std::size_t linked_and_served(const Problem& problem, const Plan& plan) {
  std::size_t count = 0;
  for (const Route& route : plan.routes) {
    for (const Stop& stop : route.stops)
      count += stop.kind == StopKind::visit && !problem.dense().orders.links[stop.order.at()].empty() ? 1U : 0U;
  }
  return count;
}

}  // namespace

TEST_CASE("a group that finds no place takes nothing else out of a first plan") {
  int tried = 0;
  for (int seed = 0; seed < paidan_test::cases(150); ++seed) {
    CAPTURE(seed);
    paidan_test::RandomProblem shape = shape_of(seed, 6 + seed % 14);
    shape.linked = true;
    const Problem problem = rich_problem(static_cast<std::uint64_t>(720'000 + seed), shape);
    const Plan found = plan(problem, {.iterations = 500, .lanes = 1});
    const std::size_t alone = problem.order_count() - found.unassigned.size() - linked_and_served(problem, found);
    if (alone < 3) continue;
    ++tried;
    CHECK(plan(problem, {.iterations = 0}).unassigned.size() < problem.order_count());
  }
  CHECK(tried > 20);
}

TEST_CASE("plans keep their links, and the judge finds nothing wrong with them") {
  std::size_t served = 0;
  for (int seed = 0; seed < paidan_test::cases(40); ++seed) {
    CAPTURE(seed);
    paidan_test::RandomProblem shape = shape_of(seed, seed % 10 == 0 ? 60 : 4 + seed % 24);
    shape.linked = true;
    const Problem problem = rich_problem(static_cast<std::uint64_t>(700'000 + seed), shape);
    const PlanOptions options{.seed = static_cast<std::uint64_t>(seed), .iterations = 1'500, .lanes = 1 + seed % 3};
    for (const PlanOptions& one : {PlanOptions{.iterations = 0}, options}) {
      const Plan found = plan(problem, one);
      check_links(problem, found);
      const check::Report report = check::evaluate(problem, found);
      CHECK(report.valid());
      CHECK(report.cost == found.cost);
      CHECK(recounted(problem, found) == *found.goals);
      served += linked_and_served(problem, found);
      if (one.iterations == 0) continue;
      PlanOptions threaded = one;
      threaded.threads = 2;
      CHECK(plan(problem, threaded) == found);
      const Plan more = plan(problem, {.seed = 3, .iterations = 300, .start = &found});
      if (problem.dense().breaks.empty()) CHECK(*more.goals <= *found.goals);
      check_links(problem, more);
    }
  }
  CHECK(served > 0);
  MESSAGE("linked visits in plans: ", served);
}

}  // namespace rich_test
