// Visits that wait for each other.
#include <paidan/dispatch/plan.hpp>
#include <paidan/routing/detail/assemble.hpp>
#include <paidan/routing/detail/rich/place.hpp>
#include <paidan/routing/detail/rich/steering.hpp>

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

TEST_CASE("two who do everything together keep a plan that is given") {
  ProblemData data;
  data.origin = {1'720'000'000 / 86'400 * 86'400};
  constexpr std::uint32_t together = 30;
  for (std::uint32_t i = 0; i < together; ++i)
    data.locations.push_back({.id = "L" + std::to_string(i),
                              .point = GeoPoint{300'000'000 + 10'000 * static_cast<std::int32_t>(i % 7),
                                                1'200'000'000 + 10'000 * static_cast<std::int32_t>(i % 5)}});
  for (const char* const id : {"A", "B"}) {
    Technician technician{.id = id, .home = "L0"};
    technician.shifts.push_back({.id = "day", .start = data.origin + hours(8), .end = data.origin + hours(18)});
    data.technicians.push_back(technician);
  }
  for (std::uint32_t i = 0; i < together; ++i)
    data.orders.push_back(
        {.id = "J" + std::to_string(i), .location = "L" + std::to_string(i), .service = minutes(8), .crew = 2});
  for (std::uint32_t i = 0; i < together; ++i)
    data.orders.push_back({.id = "S" + std::to_string(i), .location = "L" + std::to_string(i), .service = minutes(5)});
  const Problem problem(data);
  const Plan found = plan(problem, {.iterations = 2'000, .lanes = 1});
  CHECK(found.unassigned.empty());
  CHECK(plan(problem, {.iterations = 0, .start = &found}).unassigned.empty());
}

TEST_CASE("a plan is taken over whole, whatever stood there before") {
  int tried = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    paidan_test::RandomProblem shape = shape_of(seed, 10 + seed % 8);
    shape.linked = true;
    const Problem problem = rich_problem(static_cast<std::uint64_t>(740'000 + seed), shape);
    if (!problem.dense().breaks.empty() || !problem.data().depots.empty()) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State fresh(ground);
    rich::State other(ground);
    fresh.set_rates(rich::steep_rates(ground));
    other.set_rates(rich::steep_rates(ground));
    const Plan one = plan(problem, {.seed = 1, .iterations = 400, .lanes = 1});
    const Plan two = plan(problem, {.seed = 2, .iterations = 400, .lanes = 1});
    fresh.assign(routing::sequences_of(problem, two));
    other.assign(routing::sequences_of(problem, one));
    other.assign(routing::sequences_of(problem, two));
    CHECK(fresh.visits() == other.visits());
    ++tried;
  }
  CHECK(tried > 5);
}

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
