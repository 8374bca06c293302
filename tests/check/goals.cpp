#include "support.hpp"

#include <doctest/doctest.h>

using namespace check_test;

namespace {

/// `small_data()` with the second order agreed for `at(promised)` ± 0, and a third one that nobody serves.
ProblemData agreed_data(std::int64_t promised) {
  ProblemData d = small_data();
  d.orders[0].deadline = at(1'000);  // starts at 1100: 100 s late, nothing broken
  d.orders[1].promise = Promise{.at = at(promised), .before = {800}, .after = {0}, .hard = false};
  d.orders[1].priority = 1;
  d.orders.push_back(order("c", "A", 100));
  d.objective.unserved = 1'000;
  d.objective.lateness_cap = {250};
  return d;
}

check::Report judged(const ProblemData& data) {
  const Problem problem(data);
  return check::evaluate(problem, plan_of(problem, small_routes(), {OrderIndex(2)}));
}

/// a once, b twice.
std::vector<check::ActualVisit> visited_twice() {
  std::vector<check::ActualVisit> visits;
  for (const auto& [id, arrival] : {std::pair{"a", 1'100}, {"b", 1'800}, {"b", 2'900}}) {
    check::ActualVisit& visit = visits.emplace_back();
    visit.order = id;
    visit.technician = "wang";
    visit.arrival = at(arrival);
    visit.end = at(arrival + 500);
  }
  return visits;
}

}  // namespace

TEST_SUITE("goals") {
  TEST_CASE("an agreed arrival that is missed weighs its multiple, and lateness counts up to the cap") {
    const check::Report kept = judged(agreed_data(1'800));
    REQUIRE(codes(kept) == Codes{});
    const std::int64_t running = kept.cost.total() - kept.cost.lateness - kept.cost.unserved;
    CHECK(kept.goals == Goals{1'000, {100}, running});
    CHECK(kept.kpis.served_as_promised == 2);
    const check::Report late = judged(agreed_data(1'600));
    REQUIRE(codes(late) == Codes{});
    CHECK(late.goals == Goals{1'000 + 3 * 2'000, {100 + 200}, running});
    CHECK(late.kpis.served_as_promised == 1);
    const check::Report very_late = judged(agreed_data(1'400));
    CHECK(very_late.goals == Goals{7'000, {100 + 250}, running});
    CHECK(very_late.cost.lateness == (100 + 400) * Objective{}.per_lateness_second);  // not capped
    CHECK(*kept.goals < *late.goals);
    CHECK(*late.goals < *very_late.goals);
  }

  TEST_CASE("the worst lateness costs besides, of one visit, whatever the cap, and belongs to the goal that is last") {
    ProblemData d = agreed_data(1'400);
    const check::Report without = judged(d);
    CHECK(without.cost.worst_lateness == 0);
    CHECK(without.kpis.worst_lateness == Duration{400});
    d.objective.per_worst_lateness_second = 7;
    const check::Report with = judged(d);
    REQUIRE(codes(with) == Codes{});
    CHECK(with.cost.worst_lateness == 7 * 400);  // the other is 100 s late
    CHECK(with.cost.total() == without.cost.total() + 7 * 400);
    CHECK(*with.goals - *without.goals == Goals{0, {}, 7 * 400});
    d.objective.goals = GoalOrder::one_weighted;
    CHECK(judged(d).goals == Goals{0, {}, with.cost.total()});
    // A plan that does not say so is found out.
    const Problem problem(d);
    Plan plan = plan_of(problem, small_routes(), {OrderIndex(2)});
    plan.cost.worst_lateness = 0;
    CHECK(codes(check::evaluate(problem, plan)) == Codes{"wrong_cost"});
  }

  TEST_CASE("of what happened the visit that is judged is late, and of buffers the second time") {
    ProblemData d = agreed_data(1'600);
    d.objective.per_worst_lateness_second = 7;
    const Problem problem(d);
    std::vector<check::ActualVisit> visits = visited_twice();
    visits[1].outcome = check::VisitOutcome::waiting_part;
    CHECK(check::evaluate_actual(problem, visits).cost.worst_lateness == 7 * 200);
    d.orders[0].buffer = {60};
    const check::Report buffered = judged(d);
    CHECK(buffered.kpis.worst_lateness == Duration{200});
    CHECK(buffered.cost.worst_lateness == 7 * 260);
  }

  TEST_CASE(
      "an agreed order that nobody comes to counts its weight and more than the cap, so that coming late is better") {
    ProblemData d = agreed_data(1'400);
    d.orders[2].promise = Promise{.at = at(3'000)};
    d.orders[2].unserved_cost = 10;
    const check::Report report = judged(d);
    CHECK(report.goals->honour == 3 * 2'000 + 3 * 10);
    CHECK(report.goals->late.seconds == 100 + 250 + 251);
  }

  TEST_CASE("with one weighted goal the whole cost is compared") {
    ProblemData d = agreed_data(1'400);
    d.objective.goals = GoalOrder::one_weighted;
    const check::Report report = judged(d);
    CHECK(report.goals == Goals{0, {}, report.cost.total()});
    CHECK(report.kpis.served_as_promised == 1);
  }

  TEST_CASE("what really happened has goals too: an order counts once, by the visit that was judged") {
    ProblemData d = agreed_data(1'600);
    const Problem problem(d);
    std::vector<check::ActualVisit> visits = visited_twice();
    visits[1].outcome = check::VisitOutcome::waiting_part;  // late, and in vain; the second one is not judged
    const check::Report report = check::evaluate_actual(problem, visits);
    CHECK(report.goals->honour == 3 * 2'000 + 1'000);
    CHECK(report.goals->late.seconds == 100 + 200);
    visits.pop_back();  // never served: more than the cap
    CHECK(check::evaluate_actual(problem, visits).goals->honour == 3 * 2'000 + 1'000);
    CHECK(check::evaluate_actual(problem, visits).goals->late.seconds == 100 + 251);
  }
}
