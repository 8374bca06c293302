#include <paidan/model/goals.hpp>
#include <paidan/model/presets.hpp>

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace paidan;
using paidan_test::at;
using paidan_test::sample;

TEST_CASE("goals are compared one after the other") {
  const Goals best{1, {5}, 100};
  CHECK(best < Goals{2, {0}, 0});
  CHECK(best < Goals{1, {6}, 0});
  CHECK(best < Goals{1, {5}, 101});
  CHECK(best == Goals{1, {5}, 100});
  CHECK(Goals{0, {9}, 900} < best);
  Goals sum = best;
  sum += Goals{2, {3}, -400};
  CHECK(sum == Goals{3, {8}, -300});
  CHECK(sum - best == Goals{2, {3}, -400});
}

TEST_CASE("what an order weighs, and until when its agreed arrival is kept, stand ready for solvers") {
  ProblemData data = sample();
  data.orders[1].promise = Promise{.at = at(10), .after = minutes(20)};
  data.orders[1].priority = 1;
  data.orders[2].unserved_cost = 7;
  data.orders[2].release = at(9);
  const Problem problem(data);
  const OrderColumns& orders = problem.dense().orders;
  const std::int64_t weight = Objective{}.unserved;
  CHECK(orders.honour == std::vector<std::int64_t>{weight, 3 * 2 * weight, 7});
  CHECK(orders.agreed_until_s == std::vector<std::int32_t>{time_limit_s, 10 * 3'600 + 20 * 60, time_limit_s});
  CHECK(orders.release_s == std::vector<std::int32_t>{-time_limit_s, -time_limit_s, 9 * 3'600});
  data.objective.goals = GoalOrder::one_weighted;
  CHECK(Problem(data).dense().orders.honour == std::vector<std::int64_t>{0, 0, 0});
}

TEST_CASE("presets: punctual is the default, cheap adds everything up, fair makes long days dearer") {
  CHECK(objective_of(Preset::punctual) == Objective{});
  CHECK(objective_of(Preset::cheap) == Objective{.goals = GoalOrder::one_weighted});
  const Objective fair = objective_of(Preset::fair);
  CHECK(fair.goals == GoalOrder::in_order);
  REQUIRE(fair.fairness.size() == 2);
  CHECK(fair.fairness[0].over == hours(6));
  CHECK(fair.fairness[1].over == minutes(450));
  for (const Preset preset : {Preset::punctual, Preset::cheap, Preset::fair}) {
    ProblemData data = sample();
    data.objective = objective_of(preset);
    CHECK(Problem::validate(data).empty());
  }
}
