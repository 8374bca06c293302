// The search of one lane, through the public door.
#include <paidan/dispatch/plan.hpp>

#include <paidan/check/evaluate.hpp>

#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <doctest/doctest.h>

using namespace paidan;

namespace {

struct Search {
  std::uint64_t seed = 1;
  std::int64_t iterations = 1'000;
  const Plan* start = nullptr;
  routing::Watcher* watcher = nullptr;
};

Plan search(const Problem& problem, const Search& how) {
  return plan(problem, {.seed = how.seed,
                        .iterations = how.iterations,
                        .lanes = 1,
                        .threads = 1,
                        .start = how.start,
                        .watcher = how.watcher});
}

}  // namespace

TEST_CASE("plans of problems with everything in them are valid and cost what they say") {
  for (int seed = 0; seed < paidan_test::cases(40); ++seed) {
    CAPTURE(seed);
    const Problem problem =
        paidan_test::random_problem(static_cast<std::uint64_t>(1'000 + seed),
                                    {.orders = 6 + seed % 25, .technicians = 1 + seed % 5, .days = 1 + seed % 3});
    const Plan first = search(problem, {.iterations = 0});
    const Plan plan = search(problem, {.iterations = 2'000});
    const check::Report report = check::evaluate(problem, plan);
    CHECK(report.valid());
    CHECK(report.cost == plan.cost);
    CHECK(report.goals == plan.goals);
    REQUIRE(plan.goals);
    CHECK(*plan.goals <= *first.goals);
    CHECK(search(problem, {.iterations = 2'000}) == plan);
    // Going on from a plan never makes it worse.
    CHECK(*search(problem, {.seed = 9, .iterations = 500, .start = &plan}).goals <= *plan.goals);
  }
}

TEST_CASE("a watcher sees the search and can stop it") {
  struct Once final : routing::Watcher {
    int calls = 0;
    bool report(const routing::Progress& progress) override {
      ++calls;
      CHECK(progress.iterations == 1'000'000);
      return false;
    }
  };
  const Problem problem = paidan_test::random_problem(5, {.orders = 20, .technicians = 3});
  Once watcher;
  const Plan plan = search(problem, {.iterations = 1'000'000, .watcher = &watcher});
  CHECK(watcher.calls == 1);
  CHECK(check::evaluate(problem, plan).valid());
}

TEST_CASE("a start plan from somewhere else is refused by name") {
  const Problem problem = paidan_test::random_problem(5, {.orders = 4, .technicians = 1});
  Plan start;
  start.routes.push_back({.shift = ShiftIndex(7U), .stops = {}});
  CHECK_THROWS_WITH_AS(static_cast<void>(search(problem, {.start = &start})),
                       "routes[0].shift: routes[0].shift must be between 0 and 0, got 7", InvalidInput);
  CHECK_THROWS_AS(static_cast<void>(search(problem, {.iterations = -1})), InvalidInput);
}
