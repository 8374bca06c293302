#include "../support/soak.hpp"
#include "tiny.hpp"

#include <doctest/doctest.h>

#include <ctime>

using namespace check_test;

namespace {

FamilySet set_of(std::initializer_list<Family> families) {
  FamilySet set = 0;
  for (const Family f : families) set = static_cast<FamilySet>(set | bit(f));
  return set;
}

/// Why order b cannot join order a (and nothing else) in small_data() changed.
FamilySet why_not(const std::function<void(ProblemData&)>& change) {
  ProblemData d = small_data();
  change(d);
  const Problem problem(d);
  return check::minimal_reasons(problem, plan_of(problem, {route(0, 1000, {visit(0, 1000, 1100, 1100, 1600)}, 1700)}),
                                OrderIndex(1), TechnicianIndex(0));
}

}  // namespace

TEST_SUITE("minimal reasons") {
  TEST_CASE("one family each") {
    CHECK(why_not([](ProblemData&) {}) == 0);
    CHECK(why_not([](ProblemData& d) { d.orders[1].skills = {{"gas", 1}}; }) == set_of({Family::skill}));
    CHECK(why_not([](ProblemData& d) {
            d.technicians[0].suspensions = {{at(1000), at(5000), "ill"}};
          }) == set_of({Family::shift}));  // a is hindered too: only other hours would help both
    CHECK(why_not([](ProblemData& d) {
            d.technicians[0].suspensions = {{at(1600), at(5000), "ill"}};
          }) == set_of({Family::suspended}));
    CHECK(why_not([](ProblemData& d) { d.orders[1].blocked = {"wang"}; }) == set_of({Family::allowed}));
    CHECK(why_not([](ProblemData& d) { d.orders[1].parts = {{"pump", 1}}; }) == set_of({Family::parts}));
    CHECK(why_not([](ProblemData& d) {
            for (std::size_t i : {0U, 1U, 3U}) d.profiles[0].matrix->seconds[i * 4 + 2] = -1;
          }) == set_of({Family::reach}));
    CHECK(why_not([](ProblemData& d) { d.orders[1].windows = {window(4101, 4200)}; }) == set_of({Family::window}));
    CHECK(why_not([](ProblemData& d) { d.orders[1].service = {4000}; }) == set_of({Family::shift}));
    CHECK(why_not([](ProblemData& d) { d.technicians[0].max_jobs = 1; }) == set_of({Family::jobs}));
    CHECK(why_not([](ProblemData& d) {
            d.orders[0].tags = d.orders[1].tags = {"height"};
            d.limits = {{.tag = "height", .max_jobs = 1}};
          }) == set_of({Family::jobs}));
    CHECK(why_not([](ProblemData& d) {
            d.orders[1].tags = {"height"};
            d.limits = {{.tag = "height", .max_jobs = 1}};
          }) == 0);
    CHECK(why_not([](ProblemData& d) {
            d.orders[1].tags = {"outdoor"};
            d.closures = {{"outdoor", at(0), at(5000), "heat"}};
          }) == set_of({Family::window}));
    CHECK(why_not([](ProblemData& d) { d.technicians[0].max_travel = Duration{300}; }) ==
          set_of({Family::travel_time}));
    CHECK(why_not([](ProblemData& d) { d.technicians[0].max_leg = Duration{299}; }) == set_of({Family::travel_time}));
    CHECK(why_not([](ProblemData& d) { d.technicians[0].max_distance_metres = 3000; }) == set_of({Family::distance}));
    CHECK(why_not([](ProblemData& d) {
            d.orders[0].windows = {window(1100, 1200)};
            d.orders[1].windows = {window(1300, 1400)};
          }) == set_of({Family::window}));
    CHECK(why_not([](ProblemData& d) {
            d.technicians[0].shifts[0].breaks = {
                {.id = "l", .earliest = at(1800), .latest = at(1900), .duration = {2600}}};
          }) == set_of({Family::shift}));
  }

  TEST_CASE("only without the break, neither at another time nor in other hours") {
    ProblemData d = small_data();
    d.technicians[0].shifts = {shift("mon", 1000, 2900)};
    d.technicians[0].shifts[0].breaks = {{.id = "l", .earliest = at(1650), .latest = at(1800), .duration = {300}}};
    d.orders[0].windows = {window(1100, 1101)};
    d.orders[1].windows = {window(2100, 2101)};
    d.orders[1].service = {500};
    d.orders.push_back(order("c", "A", 250));
    d.orders[2].windows = {window(1500, 1800)};
    const Problem problem(d);
    const Plan plan = plan_of(
        problem,
        {route(0, 1000, {visit(0, 1000, 1100, 1100, 1600), rest(0, 1600, 1600, 1900), visit(1, 1900, 2100, 2100, 2600)},
               2900)},
        {OrderIndex(2)});
    CHECK(check::minimal_reasons(problem, plan, OrderIndex(2), TechnicianIndex(0)) == set_of({Family::breaks}));
  }

  TEST_CASE("only if a promise to somebody else is moved") {
    ProblemData d = small_data();
    d.technicians[0].shifts = {shift("mon", 1000, 3000)};
    d.orders[0].windows = {window(1100, 1101)};
    d.orders[1].windows = {window(2000, 2001)};
    d.orders.push_back(order("c", "A", 300));
    d.orders[2].windows = {window(1500, 1700)};
    const Problem problem(d);
    const Plan plan =
        plan_of(problem, {route(0, 1000, {visit(0, 1000, 1100, 1100, 1600), visit(1, 1600, 1800, 2000, 2600)}, 2900)},
                {OrderIndex(2)});
    REQUIRE(check::evaluate(problem, plan).valid());
    CHECK(check::minimal_reasons(problem, plan, OrderIndex(2), TechnicianIndex(0)) == set_of({Family::commitments}));
  }

  TEST_CASE("a technician without a shift") {
    ProblemData d = small_data();
    Technician off = d.technicians[0];
    off.id = "off";
    off.shifts.clear();
    d.technicians.push_back(off);
    const Problem problem(d);
    CHECK(check::minimal_reasons(problem, plan_of(problem, {}), OrderIndex(0), TechnicianIndex(1)) ==
          set_of({Family::shift}));
    d.orders[0].skills = {{"gas", 1}};
    d.orders[0].blocked = {"off"};
    const Problem unskilled(d);
    CHECK(check::minimal_reasons(unskilled, plan_of(unskilled, {}), OrderIndex(0), TechnicianIndex(1)) ==
          set_of({Family::skill, Family::allowed, Family::shift}));
  }

  TEST_CASE("the same as trying all sets, and an empty set means a valid plan exists") {
    std::vector<int> seen(16);
    int empty = 0;
    int large = 0;
    for (int n = 0; n < paidan_test::cases(1'200); ++n) {
      CAPTURE(n);
      const Problem problem = tiny_problem(static_cast<std::uint64_t>(n) + 20'000, 5);
      const std::size_t target = static_cast<std::size_t>(n) % 5;
      const Plan plan = random_plan(problem, static_cast<std::uint64_t>(n), target);
      const Oracle oracle(problem);
      for (std::size_t t = 0; t < 2; ++t) {
        const FamilySet mine = check::minimal_reasons(problem, plan, OrderIndex(target), TechnicianIndex(t));
        REQUIRE(mine == oracle.reasons(plan, target, t));
        for (unsigned f = 0; f < 16; ++f) seen[f] += (mine >> f & 1U) != 0;
        empty += mine == 0;
        large += (mine & (mine - 1)) != 0;
      }
      // Taken out first when it is in the plan.
      const Plan with = random_plan(problem, static_cast<std::uint64_t>(n));
      for (const Route& r : with.routes) {
        for (const Stop& stop : r.stops) {
          if (stop.kind != StopKind::visit) continue;
          const TechnicianIndex t = problem.dense().shifts.technician[r.shift.at()];
          REQUIRE(check::minimal_reasons(problem, with, stop.order, t) == 0);
        }
      }
    }
    for (unsigned f = 0; f < 16; ++f) {
      CAPTURE(f);
      CHECK(seen[f] > 0);
    }
    CHECK(empty > 20);
    CHECK(large > 20);
  }

  TEST_CASE("a technician with 20 visits and two breaks is explained in well under a second") {
    // Nothing but four families of time together helps: most sets are tried in vain at all 21 positions.
    ProblemData d = small_data();
    d.orders.clear();
    Technician& t = d.technicians[0];
    t.shifts = {shift("long", 0, 44'000)};
    t.shifts[0].breaks = {{.id = "noon", .earliest = at(2000), .latest = at(20'000), .duration = {1800}},
                          {.id = "tea", .earliest = at(15'000), .latest = at(40'000), .duration = {600}}};
    for (int i = 0; i < 20; ++i) {
      Order o = order("o" + std::to_string(i), i % 2 == 0 ? "A" : "B", 1400);
      o.windows = {window(1800 * i + 500, 1800 * i + 6800)};
      d.orders.push_back(o);
    }
    t.suspensions = {{at(45'000), at(200'000'000), "leave"}, {at(-200'000'000), at(0), "before"}};
    Order target = order("target", "A", 9000);
    target.windows = {window(20'000, 21'000)};
    target.skills = {{"gas", 1}};
    d.orders.push_back(target);
    const Problem problem(d);
    std::vector<Stop> stops;
    for (std::size_t i = 0; i < 20; ++i) stops.push_back(visit(i, 0, 0, 0, 0));  // the sequence is all that counts
    const Plan plan{{problem.hash()}, {route(0, 0, stops, 0)}, {OrderIndex(20)}, {}};
    const std::clock_t begin = std::clock();
    const FamilySet set = check::minimal_reasons(problem, plan, OrderIndex(20), TechnicianIndex(0));
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    CAPTURE(set.bits);
    CHECK(has(set, Family::skill));
    CHECK(seconds < 1.0);
    MESSAGE("families " << set.bits << ", ms " << seconds * 1000);
  }
}
