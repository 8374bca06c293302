// From a plan to a search's state and back.
#include <paidan/routing/detail/assemble.hpp>

#include "rich/random_rich.hpp"

#include <doctest/doctest.h>

#include <paidan/check/evaluate.hpp>
#include <paidan/dispatch/plan.hpp>

#include <algorithm>

namespace rich_test {

TEST_CASE("a plan is loaded as it is, and what no longer fits is left out") {
  for (int seed = 0; seed < paidan_test::cases(40); ++seed) {
    CAPTURE(seed);
    const auto s = static_cast<std::uint64_t>(seed);
    const Problem problem = rich_problem(s, {.orders = 14, .technicians = 3});
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::State state(ground);
    SplitMix64 random(s);
    fill(state, random);
    const Plan plan = routing::assemble(problem, state.visits());
    rich::State again(ground);
    routing::load(again, plan);
    CHECK(again.visits() == state.visits());
    // Shorter days: whatever is kept is a valid plan in the old order.
    const Problem shorter = problem.with([](ProblemData& data) {
      for (Technician& technician : data.technicians) {
        for (Shift& shift : technician.shifts) {
          shift.breaks.clear();
          shift.end = shift.start + hours(3);
        }
      }
    });
    const routing::Context less(shorter);
    const rich::Ground lesser(less);
    rich::State kept(lesser);
    routing::load(kept, plan);
    CHECK(check::evaluate(shorter, routing::assemble(shorter, kept.visits())).valid());
    for (rich::Index tour = 0; tour < lesser.tour_count(); ++tour) {
      const std::vector<rich::Index> before = state.visits(tour);
      auto at = before.begin();
      for (const rich::Index order : kept.visits(tour)) {
        at = std::find(at, before.end(), order);
        CHECK(at != before.end());
      }
    }
  }
}

TEST_CASE("a start plan from somewhere else is refused by name") {
  const Problem problem = paidan_test::random_problem(5, {.orders = 4, .technicians = 1});
  Plan start;
  start.routes.push_back({.shift = ShiftIndex(7U), .stops = {}});
  CHECK_THROWS_WITH_AS(static_cast<void>(plan(problem, {.iterations = 100, .start = &start})),
                       "routes[0].shift: routes[0].shift must be between 0 and 0, got 7", InvalidInput);
}

}  // namespace rich_test
