// What a plan says it is worth, against the judge's own account.
#include <doctest/doctest.h>

#include <paidan/check/evaluate.hpp>
#include <paidan/dispatch/baselines.hpp>
#include <paidan/dispatch/plan.hpp>

#include "support/random_problem.hpp"
#include "support/soak.hpp"

using namespace paidan;

TEST_CASE("the goals of a plan are those that the judge works out, whoever made the plan") {
  int late = 0;
  int broken = 0;
  int weighted = 0;
  int worst = 0;
  const auto judged = [&](const Problem& problem, const Plan& plan) {
    const check::Report report = check::evaluate(problem, plan);
    REQUIRE(plan.goals);
    CHECK(report.valid());
    CHECK(report.goals == plan.goals);
    CHECK(report.cost == plan.cost);
    worst += plan.cost.worst_lateness > 0 ? 1 : 0;
    const bool one = problem.data().objective.goals == GoalOrder::one_weighted;
    if (one) CHECK(plan.goals == Goals{0, {}, plan.cost.total()});
    weighted += one ? 1 : 0;
    late += plan.goals->late.seconds > 0 ? 1 : 0;
    broken += report.kpis.late > 0 ? 1 : 0;
  };
  for (int n = 0; n < paidan_test::cases(2'500); ++n) {
    CAPTURE(n);
    const Problem problem =
        paidan_test::random_problem(static_cast<std::uint64_t>(70'000 + n), {.orders = 4 + n % 11,
                                                                             .technicians = 1 + n % 3,
                                                                             .days = 1 + n % 2,
                                                                             .plain = n % 5 == 0,
                                                                             .released = n % 4 == 0});
    judged(problem, plan(problem, {.iterations = n % 50 == 0 ? 20 : 0}));
    judged(problem, plan_baseline(problem, n % 2 == 0 ? Baseline::nearest_free : Baseline::best_rating));
  }
  CHECK(late > 500);
  CHECK(broken > 100);
  CHECK(weighted > 500);
  CHECK(worst > 100);
}
