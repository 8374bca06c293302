#include <paidan/intake/days.hpp>

#include <doctest/doctest.h>

#include <paidan/check/evaluate.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/syntax/zones.hpp>

#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <map>
#include <set>
#include <string>

using namespace paidan;

namespace {

const Date monday = *Date::from_ymd(2024, 7, 8);
const ZoneRules shanghai = syntax::load_zone("Asia/Shanghai");

Instant at(Date day, int hour, int minute = 0) { return shanghai.resolve({day, {hour * 3600 + minute * 60}}).earlier; }

Order order(std::string id, std::string location) {
  Order made;
  made.id = std::move(id);
  made.location = std::move(location);
  return made;
}

/// Two technicians who work three hours on Monday and on Tuesday; places `p1` … `p9`, where p8 is called as p1 is.
ProblemData week(std::vector<Order> orders) {
  ProblemData data;
  data.zone = shanghai;
  data.origin = at(monday, 0);
  data.locations.push_back({.id = "home", .name = {}, .point = GeoPoint::from_degrees(39.9, 116.4)});
  for (int i = 1; i <= 9; ++i) {
    data.locations.push_back({.id = "p" + std::to_string(i),
                              .name = i == 8   ? " Long  lane 1"
                                      : i == 1 ? "long Lane 1"
                                               : "",
                              .point = GeoPoint::from_degrees(39.9 + 0.01 * i, 116.4)});
  }
  for (const char* id : {"w1", "w2"}) {
    Technician technician;
    technician.id = id;
    technician.home = "home";
    for (const Date day : {monday, monday + 1}) {
      technician.shifts.push_back({.id = day.text(), .start = at(day, 9), .end = at(day, 12)});
    }
    data.technicians.push_back(std::move(technician));
  }
  data.orders = std::move(orders);
  return data;
}

std::set<std::string> ids(const Problem& problem) {
  std::set<std::string> all;
  for (const Order& one : problem.data().orders) all.insert(one.id);
  return all;
}
const Order& find(const Problem& problem, std::string_view id) { return problem.order(problem.find_order(id)); }

/// A plan that leaves everything.
Plan nothing(const Problem& problem) {
  Plan plan;
  plan.problem = {problem.hash()};
  for (std::size_t i = 0; i < problem.order_count(); ++i) plan.unassigned.emplace_back(i);
  return plan;
}

}  // namespace

TEST_CASE("what really happened carries over as a plan does, and knows what was cancelled or put off") {
  using check::VisitOutcome;
  std::vector<Order> orders;
  for (int i = 1; i <= 5; ++i) orders.push_back(order("o" + std::to_string(i), "p" + std::to_string(i)));
  for (Order& one : orders) one.promise = Promise{.at = at(monday, 9)};
  const Problem horizon(week(orders));
  const Problem today = intake::day_problem(horizon, monday);
  std::vector<check::ActualVisit> rows(5);
  for (int i = 0; i < 5; ++i) rows[static_cast<std::size_t>(i)].order = "o" + std::to_string(i + 1);
  const auto came = [&](std::size_t i, VisitOutcome outcome) {
    rows[i].technician = "w1";
    rows[i].arrival = at(monday, 9, static_cast<int>(i) * 10);
    rows[i].end = at(monday, 9, static_cast<int>(i) * 10 + 5);
    rows[i].outcome = outcome;
  };
  came(0, VisitOutcome::done);
  came(1, VisitOutcome::nobody_home);
  rows[2].outcome = VisitOutcome::cancelled;
  rows[3].outcome = VisitOutcome::rescheduled;
  rows[3].appointment = at(monday + 1, 10);
  rows.pop_back();  // nobody came to o5
  const Problem after = intake::carry_over(today, rows, horizon, monday);
  CHECK(ids(after) == std::set<std::string>{"o2", "o4", "o5"});
  CHECK(find(after, "o2").previous_technician == "w1");
  CHECK(find(after, "o2").priority == 1);
  CHECK_FALSE(find(after, "o2").promise);
  CHECK(find(after, "o4").promise->at == at(monday + 1, 10));
  CHECK(find(after, "o4").priority == 0);
  CHECK(find(after, "o5").release == at(monday + 1, 0));
  CHECK(after.data().technicians[0].load_carried > Duration{});
  // Visits that a plan made are carried over as the plan is.
  const Plan planned = plan(today, {.seed = 3, .iterations = 50});
  std::vector<check::ActualVisit> as_planned;
  for (const Route& route : planned.routes) {
    for (const Stop& stop : route.stops) {
      check::ActualVisit row;
      row.order = today.order(stop.order).id;
      row.technician = today.technician(route.shift).id;
      row.arrival = today.instant(stop.arrival);
      row.start = today.instant(stop.start);
      row.end = today.instant(stop.end);
      as_planned.push_back(row);
    }
  }
  REQUIRE_FALSE(as_planned.empty());
  CHECK(intake::carry_over(today, as_planned, horizon, monday).hash() ==
        intake::carry_over(today, planned, horizon, monday).hash());
}

TEST_CASE("the day of an order is that of its promise, then of its earliest window, then of its release") {
  Order one = order("o", "p1");
  CHECK_FALSE(intake::day_of(one, shanghai));
  one.release = at(monday + 2, 0);
  CHECK(intake::day_of(one, shanghai) == monday + 2);
  one.windows = {{at(monday + 1, 14), at(monday + 1, 16)}, {at(monday, 23), at(monday + 1, 1)}};
  CHECK(intake::day_of(one, shanghai) == monday);
  one.promise = Promise{.at = at(monday + 3, 0, 10)};
  CHECK(intake::day_of(one, shanghai) == monday + 3);
}

TEST_CASE("a day has its orders, those of any day, and every technician with that day's shifts") {
  Order released = order("released", "p1");
  released.release = at(monday + 1, 0);
  Order promised = order("promised", "p2");
  promised.promise = Promise{.at = at(monday, 10)};
  const Problem horizon(week({released, promised, order("any", "p3")}));
  const Problem today = intake::day_problem(horizon, monday);
  CHECK(ids(today) == std::set<std::string>{"promised", "any"});
  CHECK(ids(intake::day_problem(horizon, monday + 1)) == std::set<std::string>{"released", "any"});
  CHECK(ids(intake::day_problem(horizon, monday + 2)) == std::set<std::string>{"any"});
  REQUIRE(today.technician_count() == 2);
  CHECK(today.shift_count() == 2);
  CHECK(today.shift(ShiftIndex(0)).id == monday.text());
  CHECK(intake::day_problem(horizon, monday + 2).shift_count() == 0);
}

TEST_CASE("what nobody took waits for the next day, more urgent and without what has passed") {
  Order full = order("full", "p1");
  full.promise = Promise{.at = at(monday, 10)};
  full.windows = {{at(monday, 9), at(monday, 12)}, {at(monday + 1, 9), at(monday + 1, 12)}};
  full.deadline = at(monday, 18);
  full.priority = 9;
  full.pin = Pin{.technician = "w1", .start = at(monday, 10), .position = {}, .cost_of_change = 5};
  Order held = order("held", "p2");
  held.pin = Pin{.technician = {}, .start = at(monday, 10), .position = {}, .cost_of_change = 5};
  Order later = order("later", "p3");
  later.promise = Promise{.at = at(monday + 1, 10)};
  const Problem horizon(week({full, held, later}));
  const Problem today = intake::day_problem(horizon, monday);
  const Problem next = intake::carry_over(today, nothing(today), horizon, monday);
  const Order& waits = find(next, "full");
  CHECK_FALSE(waits.promise);
  REQUIRE(waits.windows.size() == 1);
  CHECK(waits.windows[0].start == at(monday + 1, 9));
  CHECK(waits.release == at(monday + 1, 0));
  CHECK(waits.deadline == at(monday, 18));
  CHECK(waits.priority == 9);
  REQUIRE(waits.pin);
  CHECK(waits.pin->technician == "w1");
  CHECK_FALSE(waits.pin->start);
  CHECK_FALSE(find(next, "held").pin);
  CHECK(find(next, "held").priority == 1);
  CHECK(find(next, "later") == find(horizon, "later"));
  CHECK(intake::day_of(waits, shanghai) == monday + 1);
}

TEST_CASE(
    "an order that its day's problem did not even have is postponed too, one that only that problem had is kept") {
  Order forgotten = order("forgotten", "p1");
  forgotten.release = at(monday, 0);
  const Problem horizon(week({forgotten}));
  const Problem today = Problem(week({order("walked_in", "p2")}));
  const Problem next = intake::carry_over(today, nothing(today), horizon, monday);
  CHECK(ids(next) == std::set<std::string>{"forgotten", "walked_in"});
  CHECK(find(next, "forgotten").release == at(monday + 1, 0));
  CHECK(find(next, "forgotten").priority == 1);
}

TEST_CASE("who visited a place is remembered for the other orders there, and the work as load") {
  Order first = order("first", "p1");
  first.release = at(monday, 0);
  Order same_place = order("same_place", "p1");
  Order same_name = order("same_name", "p8");
  Order elsewhere = order("elsewhere", "p2");
  Order known = order("known", "p1");
  known.previous_technician = "w2";
  for (Order* one : {&same_place, &same_name, &elsewhere, &known}) one->release = at(monday + 1, 0);
  const Problem horizon(week({first, same_place, same_name, elsewhere, known}));
  const Problem today = intake::day_problem(horizon, monday);
  const Plan plan = paidan::plan(today, {.iterations = 10});
  REQUIRE(plan.routes.size() == 1);
  const std::string who = today.technician(plan.routes[0].shift).id;
  const Problem next = intake::carry_over(today, plan, horizon, monday);
  CHECK(ids(next) == std::set<std::string>{"same_place", "same_name", "elsewhere", "known"});
  CHECK(find(next, "same_place").previous_technician == who);
  CHECK(find(next, "same_name").previous_technician == who);
  CHECK_FALSE(find(next, "elsewhere").previous_technician);
  CHECK(find(next, "known").previous_technician == "w2");
  const check::Report report = check::evaluate(today, plan);
  for (const check::TechnicianKpis& row : report.kpis.technicians) {
    const Technician& technician = next.technician(next.find_technician(today.technician(row.technician).id));
    CHECK(technician.load_carried.seconds == row.travel.seconds + row.service.seconds);
  }
  CHECK(next.technician(next.find_technician(who)).load_carried.seconds > 3600);
}

TEST_CASE("a plan of another problem, or one that names what is not there, is refused") {
  const Problem horizon(week({order("o", "p1")}));
  const Problem today = intake::day_problem(horizon, monday);
  const auto code = [&](const Plan& plan) {
    try {
      static_cast<void>(intake::carry_over(today, plan, horizon, monday));
    } catch (const InvalidInput& wrong) {
      return std::string(wrong.errors()[0].code());
    }
    return std::string();
  };
  CHECK(code(nothing(intake::day_problem(horizon, monday + 1))) == "other_problem");
  CHECK_THROWS_WITH_AS(static_cast<void>(intake::carry_over(today, nothing(today), horizon, monday + 700)),
                       "day: no shift of this problem starts on 2026-06-08; they start on 2024-07-08", InvalidInput);
  Plan bad = nothing(today);
  bad.unassigned.emplace_back(7);
  CHECK(code(bad) == "plan_out_of_bounds");
  bad = nothing(today);
  Stop stop;
  stop.order = OrderIndex(0);
  bad.routes.push_back({ShiftIndex(9), {}, {}, {stop}});
  CHECK(code(bad) == "plan_out_of_bounds");
  stop.order = OrderIndex(5);
  bad.routes = {{ShiftIndex(0), {}, {}, {stop}}};
  CHECK(code(bad) == "plan_out_of_bounds");
}

TEST_CASE("day after day, no order is lost, none is visited twice and every day's plan is valid") {
  for (int seed = 0; seed < paidan_test::cases(6); ++seed) {
    CAPTURE(seed);
    Problem horizon =
        paidan_test::random_problem(static_cast<std::uint64_t>(seed), {.orders = 40, .technicians = 4, .days = 3});
    const std::set<std::string> all = ids(horizon);
    std::set<std::string> visited;
    Date day = horizon.data().zone.to_local(horizon.data().origin).date;
    for (int n = 0; n < 5; ++n, day = day + 1) {
      const Problem today = intake::day_problem(horizon, day);
      const Plan plan = paidan::plan(today, {.iterations = 20});
      CHECK(check::evaluate(today, plan).valid());
      for (const Route& route : plan.routes) {
        for (const Stop& stop : route.stops) {
          if (stop.kind == StopKind::visit) CHECK(visited.insert(today.order(stop.order).id).second);
        }
      }
      horizon = intake::carry_over(today, plan, horizon, day);
      std::set<std::string> together = ids(horizon);
      for (const std::string& id : visited) CHECK(together.insert(id).second);
      CHECK(together == all);
    }
  }
}
