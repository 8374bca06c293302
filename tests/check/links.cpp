// Links between orders: routes timed together, and reasons why not, by hand.
#include "support.hpp"

#include <doctest/doctest.h>

using namespace check_test;

namespace {

Link link(std::string to, std::int64_t least, std::int64_t most) { return {std::move(to), {least}, {most}}; }

/// small_data() with a second technician of the same hours and home; b is linked to a.
ProblemData linked_data(std::int64_t least, std::int64_t most) {
  ProblemData d = small_data();
  d.technicians.push_back(d.technicians[0]);
  d.technicians[1].id = "li";
  d.orders[1].links = {link("a", least, most)};
  return d;
}

/// Wang at A from `a` on for 500 s, Li at B from `b` on for 600 s, each leaving as late as that lets them.
std::vector<Route> apart(std::int32_t a, std::int32_t b) {
  return {route(0, a - 100, {visit(0, a - 100, a, a, a + 500)}, a + 600),
          route(1, b - 300, {visit(1, b - 300, b, b, b + 600)}, b + 900)};
}

check::Report report_of(const ProblemData& data, std::vector<Route> routes, std::vector<OrderIndex> unassigned = {}) {
  const Problem problem(data);
  return check::evaluate(problem, plan_of(problem, std::move(routes), std::move(unassigned)));
}

FamilySet set_of(std::initializer_list<Family> families) {
  FamilySet set = 0;
  for (const Family f : families) set = static_cast<FamilySet>(set | bit(f));
  return set;
}

/// Why Li cannot take an order beside those routes, of which only the sequences count.
FamilySet why_not(const ProblemData& data, std::size_t o, const std::vector<std::vector<std::size_t>>& sequences) {
  const Problem problem(data);
  Plan plan{{problem.hash()}, {}, {OrderIndex(o)}, {}};
  for (std::size_t s = 0; s < sequences.size(); ++s) {
    plan.routes.push_back(route(s, 0, {}, 0));
    for (const std::size_t i : sequences[s]) plan.routes[s].stops.push_back(visit(i, 0, 0, 0, 0));
  }
  return check::minimal_reasons(problem, plan, OrderIndex(o), TechnicianIndex(1));
}

/// Wang goes to a at A and on to c at B, which begins from 1800 to 1850. b at B is to begin with a, from 1300 to 1400;
/// Li is there at 1300 at the earliest, so that a waits till then, and c is reached at 2000.
ProblemData delaying() {
  ProblemData d = linked_data(0, 0);
  d.orders[1].windows = {window(1300, 1401)};
  d.orders.push_back(order("c", "B", 100));
  d.orders[2].windows = {window(1800, 1851)};
  return d;
}

}  // namespace

TEST_SUITE("links") {
  TEST_CASE("together: the one who would be first waits for the other") {
    // Wang could be at A at 1100, Li not at B before 1300.
    CHECK(judge(linked_data(0, 0), apart(1300, 1300)) == Codes{});
    const check::Report late = report_of(linked_data(0, 0), apart(1310, 1310));
    REQUIRE(codes(late) == Codes{"timing", "timing"});
    CHECK(late.violations[0] == check::Violation{"timing", OrderIndex(0), TechnicianIndex(0), ShiftIndex(0), 10, {}});
    CHECK(late.violations[1] == check::Violation{"timing", OrderIndex(1), TechnicianIndex(1), ShiftIndex(1), 10, {}});
  }

  TEST_CASE("the second waits for the least gap, the first for the most") {
    CHECK(judge(linked_data(600, 900), apart(1100, 1700)) == Codes{});  // 1100 + 600, though B is reached at 1300
    CHECK(judge(linked_data(600, 900), apart(1100, 1710)) == Codes{"timing"});
    CHECK(judge(linked_data(0, 900), apart(1100, 1300)) == Codes{});  // neither waits
    ProblemData d = linked_data(0, 900);
    d.orders[1].windows = {window(3000, 3600)};
    CHECK(judge(d, apart(2100, 3000)) == Codes{});  // a not before 3000 − 900
    CHECK(judge(d, apart(2101, 3000)) == Codes{"timing"});
  }

  TEST_CASE("a gap that is missed is said at the second order, by how much") {
    const check::Report soon = report_of(linked_data(600, 900), apart(1100, 1690));
    REQUIRE(codes(soon) == Codes{"link_gap"});
    CHECK(soon.violations[0] == check::Violation{"link_gap", OrderIndex(1), TechnicianIndex(1), ShiftIndex(1), 10, {}});
    const check::Report late = report_of(linked_data(600, 900), apart(1100, 2025));
    REQUIRE(codes(late) == Codes{"link_gap"});
    CHECK(late.violations[0].amount == 25);
    CHECK(codes(report_of(linked_data(600, 900), apart(1700, 1300))) == Codes{"link_gap"});  // the wrong way round
  }

  TEST_CASE("who is served without the other one says so, once a link") {
    const std::vector<Route> wang{apart(1100, 1300)[0]};
    const check::Report alone = report_of(linked_data(0, 900), wang, {OrderIndex(1)});
    REQUIRE(codes(alone) == Codes{"link_unserved"});
    CHECK(alone.violations[0] ==
          check::Violation{"link_unserved", OrderIndex(0), TechnicianIndex(0), ShiftIndex(0), 0, {}});
    const std::vector<Route> li{apart(1100, 1300)[1]};
    CHECK(report_of(linked_data(0, 900), li, {OrderIndex(0)}).violations[0].order == OrderIndex(1));
    ProblemData d = linked_data(0, 900);
    d.orders.push_back(order("c", "A", 500));
    d.orders[2].links = {link("a", 0, 900)};
    CHECK(judge(d, wang, {OrderIndex(1), OrderIndex(2)}) == Codes{"link_unserved", "link_unserved"});
    // b is linked to c through a only, which is not served: one for each.
    d.orders[2].links = {link("b", 0, 900)};
    CHECK(judge(d, wang, {OrderIndex(1), OrderIndex(2)}) == Codes{"link_unserved"});
    CHECK(judge(d, {}, {OrderIndex(0), OrderIndex(1), OrderIndex(2)}) == Codes{});
  }

  TEST_CASE("a chain over three routes waits for its slowest") {
    // b 600 s after a, c together with b: c is late for its window, b waits for it, and a for b.
    ProblemData d = linked_data(600, 600);
    d.technicians.push_back(d.technicians[0]);
    d.technicians[2].id = "sun";
    d.orders.push_back(order("c", "A", 500));
    d.orders[2].links = {link("b", 0, 0)};
    d.orders[2].windows = {window(2500, 2600)};
    std::vector<Route> routes = apart(1900, 2500);
    routes.push_back(route(2, 2400, {visit(2, 2400, 2500, 2500, 3000)}, 3100));
    CHECK(judge(d, routes) == Codes{});
    routes[2] = route(2, 2401, {visit(2, 2401, 2501, 2501, 3001)}, 3101);
    CHECK(judge(d, routes) == Codes{"link_gap"});  // then the rule is not asked
    // Somebody else's route is judged all the same.
    d.technicians.push_back(d.technicians[0]);
    d.technicians[3].id = "qian";
    d.orders.push_back(order("e", "B", 500));
    d.orders.push_back(order("f", "A", 500));
    d.orders[4].links = {link("e", 0, 4000)};
    routes.push_back(route(3, 1001, {visit(3, 1001, 1301, 1301, 1801), visit(4, 1801, 2001, 2001, 2501)}, 2601));
    CHECK(judge(d, routes) == Codes{"link_gap", "timing"});
  }

  TEST_CASE("a linked visit is not moved by a later departure; one before it is, one behind it is not") {
    // Wang goes on to c at B, which opens at 3000. Unlinked he would be at A at 2300, and wait for nothing.
    ProblemData d = linked_data(0, 900);
    d.orders.push_back(order("c", "B", 100));
    d.orders[2].windows = {window(3000, 3100)};
    std::vector<Route> routes = apart(1100, 1300);
    routes[0] = route(0, 1000, {visit(0, 1000, 1100, 1100, 1600), visit(2, 1600, 1800, 3000, 3100)}, 3400);
    CHECK(judge(d, routes) == Codes{});
    std::vector<Route> moved = apart(2300, 2300);
    moved[0] = route(0, 2200, {visit(0, 2200, 2300, 2300, 2800), visit(2, 2800, 3000, 3000, 3100)}, 3400);
    CHECK(judge(d, moved) == Codes{"timing", "timing"});
    d.orders[1].links.clear();
    moved[1] = apart(1100, 1300)[1];
    CHECK(judge(d, moved) == Codes{});

    // c before a, which waits for b until 3000: c as late as it can, and a leaves only then.
    d = linked_data(0, 0);
    d.orders[1].windows = {window(3000, 3100)};
    d.orders.push_back(order("c", "B", 100));
    routes = apart(3000, 3000);
    routes[0] = route(0, 2400, {visit(2, 2400, 2700, 2700, 2800), visit(0, 2800, 3000, 3000, 3500)}, 3600);
    CHECK(judge(d, routes) == Codes{});
    routes[0] = route(0, 1000, {visit(2, 1000, 1300, 1300, 1400), visit(0, 1400, 1600, 3000, 3500)}, 3600);
    CHECK(judge(d, routes) == Codes{"timing"});
  }

  TEST_CASE("a rest stands where the plan has it, and what is linked waits for it") {
    ProblemData d = linked_data(0, 0);
    d.technicians[0].shifts[0].breaks = {{.id = "l", .earliest = at(1500), .latest = at(1700), .duration = {300}}};
    // Before a: rest 1500–1800, then at A at 1900, and b waits for that.
    std::vector<Route> routes = apart(1900, 1900);
    routes[0] = route(0, 1500, {rest(0, 1500, 1500, 1800), visit(0, 1800, 1900, 1900, 2400)}, 2500);
    CHECK(judge(d, routes) == Codes{});
    // The rest behind a: both at 1300.
    routes = apart(1300, 1300);
    routes[0] = route(0, 1200, {visit(0, 1200, 1300, 1300, 1800)}, 1900);
    CHECK(judge(d, routes) == Codes{"break_missing"});
    // Behind a the rest would begin at 1800, too late.
    routes[0] = route(0, 1200, {visit(0, 1200, 1300, 1300, 1800), rest(0, 1800, 1800, 2100)}, 2200);
    CHECK(judge(d, routes) == Codes{"break_window"});
    // With a shorter it does: a is not moved towards it, though it could be.
    d.orders[0].service = {100};
    routes[0] = route(0, 1200, {visit(0, 1200, 1300, 1300, 1400), rest(0, 1400, 1500, 1800)}, 1900);
    CHECK(judge(d, routes) == Codes{});
    routes = apart(1400, 1400);
    routes[0] = route(0, 1300, {visit(0, 1300, 1400, 1400, 1500), rest(0, 1500, 1500, 1800)}, 1900);
    CHECK(judge(d, routes) == Codes{"timing", "timing"});
  }

  TEST_CASE("buffers do not reach across: the other one's second time is its first") {
    // c before a may take 400 s longer, so a's second time is 400 s later; b's is not, though it waits for a.
    ProblemData d = linked_data(0, 0);
    d.orders.push_back(order("c", "A", 200));
    d.orders[2].buffer = {400};
    for (std::size_t o : {0U, 1U}) d.orders[o].promise = Promise{.at = at(1300), .before = {100}, .after = {100}};
    std::vector<Route> routes = apart(1300, 1300);
    routes[0] = route(0, 1000, {visit(2, 1000, 1100, 1100, 1300), visit(0, 1300, 1300, 1300, 1800)}, 1900);
    const check::Report report = report_of(d, routes);
    CHECK(codes(report) == Codes{});
    CHECK(report.kpis.at_risk == 1);
    CHECK(report.kpis.on_time == 2);
  }

  TEST_CASE("crews begin together, and are all there") {
    ProblemData d = small_data();
    d.technicians.push_back(d.technicians[0]);
    d.technicians[1].id = "li";
    d.technicians[1].home = "B";
    d.orders.pop_back();
    d.orders[0].crew = 2;
    // Wang is there at 1100, Li at 1200.
    const Route wang = route(0, 1100, {visit(0, 1100, 1200, 1200, 1700)}, 1800);
    const Route li = route(1, 1000, {visit(1, 1000, 1200, 1200, 1700)}, 1900);
    CHECK(judge(d, {wang, li}) == Codes{});
    CHECK(judge(d, {wang}, {OrderIndex(1)}) == Codes{"link_unserved", "timing"});
  }

  TEST_CASE("what happened: by what began when, and who was served") {
    ProblemData d = linked_data(600, 900);
    const Problem problem(d);
    const auto done = [](std::string order, std::string who, std::int64_t start) {
      return check::ActualVisit{
          .order = std::move(order), .technician = std::move(who), .arrival = at(start), .end = at(start + 500)};
    };
    const auto judged = [&](const std::vector<check::ActualVisit>& visits) {
      return check::evaluate_actual(problem, visits);
    };
    CHECK(codes(judged({done("a", "wang", 1200), done("b", "li", 2000)})) == Codes{});  // not the rule's times
    const check::Report late = judged({done("a", "wang", 1200), done("b", "li", 2150)});
    REQUIRE(codes(late) == Codes{"link_gap"});
    CHECK(late.violations[0] == check::Violation{"link_gap", OrderIndex(1), TechnicianIndex(1), ShiftIndex(1), 50, {}});
    const check::Report alone = judged({done("b", "li", 2150)});
    REQUIRE(codes(alone) == Codes{"link_unserved"});
    CHECK(alone.violations[0].order == OrderIndex(1));
    check::ActualVisit cancelled{.order = "a"};
    cancelled.outcome = check::VisitOutcome::cancelled;
    CHECK(codes(judged({cancelled, done("b", "li", 2150)})) == Codes{});
    // In vain, then served: the visit that served counts. Repaired again later, the first one does.
    check::ActualVisit vain = done("b", "li", 1400);
    vain.outcome = check::VisitOutcome::nobody_home;
    check::ActualVisit again = done("b", "li", 3000);
    again.outcome = check::VisitOutcome::rework;
    CHECK(codes(judged({done("a", "wang", 1200), vain, done("b", "li", 2000), again})) == Codes{});
    CHECK(codes(judged({done("a", "wang", 1200), vain})) == Codes{"link_unserved"});
  }

  TEST_CASE("why not: the orders it hangs together with are not served") {
    ProblemData d = linked_data(0, 0);
    CHECK(why_not(d, 1, {{0}}) == 0);
    CHECK(why_not(d, 1, {}) == set_of({Family::links}));
    d.orders.push_back(order("c", "A", 500));
    d.orders[2].links = {link("a", 0, 4000)};
    CHECK(why_not(d, 1, {{0}}) == set_of({Family::links}));  // c, through a
    CHECK(why_not(d, 1, {{0, 2}}) == 0);
    d.orders[1].skills = {{"gas", 1}};
    CHECK(why_not(d, 1, {{0}}) == set_of({Family::skill, Family::links}));
    d.technicians[1].shifts.clear();
    CHECK(why_not(d, 1, {{0}}) == set_of({Family::skill, Family::shift, Family::links}));
  }

  TEST_CASE("why not: a visit of another route would come too late") {
    CHECK(why_not(delaying(), 1, {{0}}) == 0);
    CHECK(why_not(delaying(), 1, {{0, 2}}) == set_of({Family::commitments}));
    ProblemData d = delaying();
    d.orders[2].windows = {window(1800, 2001)};
    CHECK(why_not(d, 1, {{0, 2}}) == 0);
    d.orders[0].windows = {window(1100, 1300)};  // what it is linked to may come too late just as well
    CHECK(why_not(d, 1, {{0, 2}}) == set_of({Family::commitments}));
  }

  TEST_CASE("why not: hours and rests of other routes hold, whatever is relaxed") {
    ProblemData d = delaying();
    d.technicians[0].shifts[0].end = at(2300);  // back from c at 2400, or at 2200 if b were not
    CHECK(why_not(d, 1, {{0, 2}}) == set_of({Family::links}));
    d.technicians[0].shifts[0].end = at(2400);
    CHECK(why_not(d, 1, {{0, 2}}) == set_of({Family::commitments}));

    // A rest behind a begins at 1700 at the latest; a ends at 1800.
    d = delaying();
    d.technicians[0].shifts[0].breaks = {{.id = "l", .earliest = at(1500), .latest = at(1700), .duration = {100}}};
    const auto with_rest = [&](std::int32_t place) {
      const Problem problem(d);
      Plan plan{{problem.hash()}, {route(0, 0, {visit(0, 0, 0, 0, 0)}, 0)}, {OrderIndex(1), OrderIndex(2)}, {}};
      plan.routes[0].stops.insert(plan.routes[0].stops.begin() + place, rest(0, 0, 0, 0));
      return check::minimal_reasons(problem, plan, OrderIndex(1), TechnicianIndex(1));
    };
    CHECK(with_rest(1) == set_of({Family::links}));
    d.technicians[0].shifts[0].breaks[0].latest = at(1800);
    CHECK(with_rest(1) == 0);
    CHECK(with_rest(0) == set_of({Family::window}));  // before a: that begins at 1700, b has to by 1400
    // One that is left out is due when a ends later: Wang back at 1700, or at 1900.
    d.technicians[0].shifts[0].breaks[0].latest = at(1800);
    CHECK(why_not(d, 1, {{0}}) == set_of({Family::links}));
    d.technicians[0].shifts[0].breaks[0] = {.id = "l", .earliest = at(1500), .latest = at(1900), .duration = {100}};
    CHECK(why_not(d, 1, {{0}}) == 0);
  }

  TEST_CASE("why not: two routes that would wait for each other crosswise") {
    // Wang goes to a and on to d, Li to b, with which d begins; c is to begin with a. Li at c before b: from 2000 on,
    // and he would not be home by 3400. At c behind b: a waits for c, d for a, b for d, and c for b.
    ProblemData d = small_data();
    d.technicians.push_back(d.technicians[0]);
    d.technicians[1].id = "li";
    d.technicians[1].shifts[0].end = at(3400);
    d.orders[1].windows = {window(1750, 1901)};
    d.orders.push_back(order("c", "A", 700));
    d.orders[2].windows = {window(2000, 2701)};
    d.orders[2].links = {link("a", 0, 0)};
    d.orders.push_back(order("d", "B", 600));
    d.orders[3].links = {link("b", 0, 0)};
    CHECK(why_not(d, 2, {{0, 3}, {1}}) == set_of({Family::links}));
    CHECK(why_not(d, 2, {{3, 0}, {1}}) == 0);  // d with b at 1750, a with c at 2550
  }

  TEST_CASE("why not: an order without links may not delay linked ones either") {
    // Li has b, and could make a detour before only; then b begins at 1600, a as well, and c is reached at 2300.
    ProblemData d = delaying();
    d.orders[1].windows.clear();
    d.orders[2].windows = {window(2000, 2001)};
    d.orders.push_back(order("e", "A", 300));
    d.orders[3].windows = {window(1000, 1101)};
    CHECK(why_not(d, 3, {{0, 2}, {1}}) == set_of({Family::window}));
    CHECK(why_not(d, 3, {{0}, {1}}) == 0);
    d.orders[2].windows = {window(2000, 2301)};
    CHECK(why_not(d, 3, {{0, 2}, {1}}) == 0);
  }
}
