// Where a route calls at a depot: told by hand.
#include <paidan/routing/detail/calls.hpp>

#include <paidan/check/evaluate.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/routing/timing.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace paidan;

namespace {

constexpr Instant origin{1'720'396'800};

Instant at(double hour) { return {origin.seconds + static_cast<std::int64_t>(hour * 3'600)}; }

/// Places on a line, ten minutes between neighbours: home, A, B, C, D, E; the shop is at D.
ProblemData line() {
  ProblemData data;
  data.origin = origin;
  const char* const names[] = {"home", "A", "B", "C", "D", "E"};
  travel::MatrixData matrix;
  matrix.size = 6;
  for (int from = 0; from < 6; ++from) {
    data.locations.push_back({.id = names[from]});
    for (int to = 0; to < 6; ++to) matrix.seconds.push_back(std::int64_t{600} * std::abs(from - to));
  }
  data.profiles = {{.id = "van", .matrix = matrix}};
  Technician person;
  person.id = "li";
  person.home = "home";
  person.shifts = {{.id = "day", .start = at(8), .end = at(18)}};
  person.parts = {{"valve", 1}};
  data.technicians = {person};
  for (const char* const place : {"A", "B", "C"}) {
    Order order;
    order.id = order.location = place;
    order.service = minutes(30);
    order.parts = {{"valve", 1}};
    data.orders.push_back(order);
  }
  data.depots = {
      {.id = "shop", .location = "D", .service = minutes(5), .parts = {{"valve", 9}}, .tools = {"press", "ladder"}}};
  data.objective.per_metre = 0;
  return data;
}

std::string told(const Problem& problem, const Route& route) {
  std::string text;
  for (const Stop& stop : route.stops) {
    text += text.empty() ? "" : " ";
    text += stop.kind == StopKind::visit   ? problem.order(stop.order).id
            : stop.kind == StopKind::depot ? "(" + problem.depot(stop.depot).id + ")"
                                           : "rest";
  }
  return text;
}

std::string timed(const Problem& problem, const std::vector<std::size_t>& orders) {
  std::vector<OrderIndex> visits;
  for (const std::size_t order : orders) visits.emplace_back(order);
  const routing::Timed timed = routing::time_route(problem, ShiftIndex(0U), visits);
  return timed.feasible ? told(problem, timed.route) : "infeasible";
}

Problem problem_of(const ProblemData& data) { return Problem(data); }

}  // namespace

TEST_CASE("a route calls only when the van does not suffice, where that is best") {
  ProblemData data = line();
  CHECK(timed(Problem(data), {0}) == "A");
  // The second valve has to be fetched: beyond C lies the shop, on the way to nothing, so between the two it costs
  // most.
  CHECK(timed(Problem(data), {0, 1}) == "A (shop) B");
  CHECK(timed(Problem(data), {2, 1, 0}) == "(shop) C B A");
  data.technicians[0].parts = {{"valve", 2}};
  CHECK(timed(Problem(data), {2, 1, 0}) == "(shop) C B A");
  CHECK(timed(Problem(data), {0, 1, 2}) == "A B (shop) C");
  data.technicians[0].parts = {{"valve", 3}};
  CHECK(timed(Problem(data), {0, 1, 2}) == "A B C");
}

TEST_CASE("a tool is lent to the visits behind the call") {
  ProblemData data = line();
  for (Order& order : data.orders) order.parts.clear();
  data.orders[1].tools = {"ladder"};
  CHECK(timed(Problem(data), {0, 1, 2}) == "A (shop) B C");
  data.orders[2].tools = {"saw"};
  CHECK(timed(Problem(data), {0, 1, 2}) == "infeasible");
  CHECK(timed(Problem(data), {0, 1}) == "A (shop) B");
}

TEST_CASE("what the depot keeps is fetched there, what it does not comes off the van") {
  ProblemData data = line();
  data.orders[0].parts = {{"pump", 1}};
  data.orders[1].parts = {{"valve", 2}, {"pump", 1}};
  data.technicians[0].parts = {{"valve", 1}, {"pump", 2}};
  CHECK(timed(Problem(data), {0, 1}) == "A (shop) B");
  data.technicians[0].parts = {{"valve", 1}, {"pump", 1}};
  CHECK(timed(Problem(data), {0, 1}) == "infeasible");
  // A depot that keeps too little is none, even beside a van that has the rest.
  data.technicians[0].parts = {{"valve", 1}, {"pump", 2}};
  data.depots[0].parts = {{"valve", 1}};
  CHECK(timed(Problem(data), {0, 1}) == "infeasible");
}

TEST_CASE("a call waits for the opening, and comes no later than the hours allow") {
  ProblemData data = line();
  data.technicians[0].parts.clear();
  data.depots[0].hours = {{at(10), at(10.5)}, {at(14), at(15)}};
  const Problem problem(data);
  const std::vector<OrderIndex> visits{OrderIndex(2U)};
  const routing::Timed one = routing::time_route(problem, ShiftIndex(0U), visits);
  REQUIRE(one.feasible);
  CHECK(one.route.stops[0].start == ModelTime{10 * 3'600});
  CHECK(one.route.stops[0].end == ModelTime{10 * 3'600 + 300});
  data.orders[2].windows = {{at(11), at(12)}};
  data.depots[0].hours = {{at(13), at(15)}};
  CHECK(timed(Problem(data), {2}) == "infeasible");
}

TEST_CASE("of several depots the one that is best, of as good ones the first") {
  ProblemData data = line();
  data.technicians[0].parts.clear();
  data.depots.push_back({.id = "kiosk", .location = "B", .parts = {{"valve", 9}}});
  CHECK(timed(Problem(data), {2}) == "(kiosk) C");
  data.depots[0].location = "B";
  data.depots[0].service = {};
  CHECK(timed(Problem(data), {2}) == "(shop) C");
}

TEST_CASE("a setup is shared by visits that follow each other, not across a call") {
  ProblemData data = line();
  data.orders[1].location = data.orders[0].location;
  data.depots[0].location = data.orders[0].location;
  for (Order& order : data.orders) order.setup = minutes(10);
  const auto end_of = [](const Problem& problem) {
    const std::vector<OrderIndex> both{OrderIndex(0U), OrderIndex(1U)};
    return routing::time_route(problem, ShiftIndex(0U), both).route.end.seconds;
  };
  // Before both of them, or between: as long a way, but before both the setup is shared.
  CHECK(timed(problem_of(data), {0, 1}) == "(shop) A B");
  data.orders[0].parts = {{"washer", 1}};  // the shop keeps none: the van's
  data.technicians[0].parts = {{"washer", 1}};
  const std::int32_t shared = end_of(Problem(data));
  data.depots[0].service = {};
  CHECK(shared - end_of(Problem(data)) == 300);
}

TEST_CASE("plans of scarce depots keep what there is") {
  ProblemData data = line();
  data.technicians[0].parts.clear();
  data.depots[0].parts = {{"valve", 2}};
  Technician other = data.technicians[0];
  other.id = "wang";
  data.technicians.push_back(other);
  const Problem problem(data);
  const Plan found = plan(problem, {.iterations = 2'000});
  CHECK(found.unassigned.size() == 1);
  CHECK(check::evaluate(problem, found).valid());
}

TEST_CASE("where one depot runs out the other one is called at, and what is served stays so") {
  ProblemData data = line();
  data.technicians[0].parts.clear();
  data.technicians[0].max_jobs = 1;
  Technician other = data.technicians[0];
  other.id = "wang";
  data.technicians.push_back(other);
  data.orders.pop_back();
  data.depots[0].parts = {{"valve", 1}};
  data.depots.push_back({.id = "far", .location = "E", .parts = {{"valve", 1}}});
  const Problem problem(data);
  const Plan found = plan(problem, {.iterations = 500});
  CHECK(found.unassigned.empty());
  CHECK(check::evaluate(problem, found).valid());
  for (const std::int64_t iterations : {0, 500})
    CHECK(plan(problem, {.iterations = iterations, .start = &found}).unassigned.empty());
}

TEST_CASE("a call may be the only way to an order") {
  ProblemData data = line();
  data.technicians[0].parts.clear();
  data.orders = {data.orders[2]};
  data.orders[0].location = "E";
  data.technicians[0].max_leg = minutes(45);
  data.depots[0].location = "C";
  data.technicians[0].shifts[0].open_end = true;
  CHECK(plan(Problem(data), {.iterations = 100}).unassigned.empty());
  data.technicians[0].max_leg.reset();
  data.profiles[0].matrix->seconds[5] = -1;  // from home to E
  CHECK(plan(Problem(data), {.iterations = 100}).unassigned.empty());
}

TEST_CASE("why not tells of the part that no van and no depot has left") {
  ProblemData data = line();
  data.technicians[0].parts.clear();
  data.depots[0].parts = {{"valve", 2}};
  const Problem problem(data);
  const Plan found = plan(problem, {.iterations = 2'000});
  REQUIRE(found.unassigned.size() == 1);
  const WhyNot why = why_not(problem, found, found.unassigned[0], TechnicianIndex(0U));
  CHECK(why.families == FamilySet(bit(Family::parts)));
  REQUIRE(why.reasons.size() == 1);
  CHECK(why.reasons[0].detail == "part_short");
  // A tool nobody lends; a day too short to fetch one.
  data.depots[0].parts = {{"valve", 9}};
  data.orders[0].tools = {"saw"};
  const Problem sawless(data);
  const Plan without = plan(sawless, {.iterations = 500});
  CHECK(why_not(sawless, without, OrderIndex(0U), TechnicianIndex(0U)).families == FamilySet(bit(Family::tools)));
  data.orders[0].tools = {"ladder"};
  data.orders[0].parts.clear();
  data.orders[0].windows = {{at(8), at(8.5)}};
  data.orders.resize(1);
  const Problem hurried(data);
  const Plan nothing = plan(hurried, {.iterations = 500});
  REQUIRE(nothing.unassigned.size() == 1);
  CHECK(why_not(hurried, nothing, OrderIndex(0U), TechnicianIndex(0U)).families == FamilySet(bit(Family::tools)));
}
