// Calls at depots: stories by hand.
#include "tiny.hpp"

#include <doctest/doctest.h>

using namespace check_test;

namespace {

/// small_data(), and between A and B a store that keeps one pump and lends a ladder; a call takes 60 s. Order b needs a
/// pump, and the van has none.
ProblemData store_data() {
  ProblemData d = small_data();
  d.locations.push_back({.id = "D", .name = {}, .point = {}});
  d.profiles = {line_profile({0, 100, 300, 300, 200})};
  d.depots = {{.id = "store", .location = "D", .service = {60}, .parts = {{"pump", 1}}, .tools = {"ladder"}}};
  d.orders[1].parts = {{"pump", 1}};
  return d;
}

/// The valid plan of store_data(): A at 1100, the store at 1700, B at 1860, home at 2760.
std::vector<Route> store_routes() {
  return {route(0, 1000,
                {visit(0, 1000, 1100, 1100, 1600), call(0, 1600, 1700, 1700, 1760), visit(1, 1760, 1860, 1860, 2460)},
                2760)};
}

Codes judge_store(const std::function<void(ProblemData&)>& change) {
  ProblemData d = store_data();
  change(d);
  return judge(d, store_routes());
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

/// Why order b cannot join order a in store_data() changed.
FamilySet why_not(const std::function<void(ProblemData&)>& change) {
  ProblemData d = store_data();
  change(d);
  const Problem problem(d);
  return check::minimal_reasons(problem, plan_of(problem, {route(0, 1000, {visit(0, 1000, 1100, 1100, 1600)}, 1700)}),
                                OrderIndex(1), TechnicianIndex(0));
}

}  // namespace

TEST_SUITE("depots") {
  TEST_CASE("a call is a drive and work, neither waiting nor rest nor a job") {
    ProblemData d = store_data();
    d.technicians[0].max_jobs = 2;
    const check::Report report = report_of(d, store_routes());
    REQUIRE(codes(report) == Codes{});
    const check::TechnicianKpis& wang = report.kpis.technicians[0];
    CHECK(wang.jobs == 2);
    CHECK(wang.travel.seconds == 600);
    CHECK(wang.distance_m == 6000);
    CHECK(wang.waiting.seconds == 0);
    CHECK(wang.breaks.seconds == 0);
    CHECK(wang.service.seconds == 1100);
    CHECK(wang.depot_calls == 1);
    CHECK(wang.depot_time.seconds == 60);
    CHECK(wang.work.seconds == 1760);
    CHECK(report.kpis.depot_calls == 1);
    CHECK(report.kpis.depot_time.seconds == 60);
    CHECK(report.cost.waiting == 0);
    d.objective.fairness = {{.over = {1700}, .per_second = 7}};
    CHECK(report_of(d, store_routes()).cost.fairness == 7 * 60);
    // Whoever calls: neither slow nor fast.
    d.technicians[0].efficiency_percent = 200;
    CHECK(judge(d, {route(0, 1000,
                          {visit(0, 1000, 1100, 1100, 1350), call(0, 1350, 1450, 1450, 1510),
                           visit(1, 1510, 1610, 1610, 1910)},
                          2210)}) == Codes{});
  }

  TEST_CASE("without the call, or behind it, a part comes off the van") {
    const std::vector<Route> without{
        route(0, 1000, {visit(0, 1000, 1100, 1100, 1600), visit(1, 1600, 1800, 1800, 2400)}, 2700)};
    CHECK(judge(store_data(), without) == Codes{"part_short"});
    ProblemData d = store_data();
    d.orders[0].parts = {{"pump", 1}};  // before the call, which one is still for
    CHECK(judge(d, store_routes()) == Codes{"part_short"});
    d.technicians[0].parts = {{"pump", 1}};
    CHECK(judge(d, store_routes()) == Codes{});
    // What the store does not keep comes off the van behind the call, too.
    d.orders[1].parts = {{"pump", 1}, {"valve", 2}};
    CHECK(judge(d, store_routes()) == Codes{"part_short"});
    d.technicians[0].parts = {{"pump", 1}, {"valve", 2}};
    CHECK(judge(d, store_routes()) == Codes{});
  }

  TEST_CASE("a part that the store keeps is fetched there, whatever the van has") {
    ProblemData d = store_data();
    d.orders[1].parts = {{"pump", 2}};
    d.orders[1].tools = {"ladder"};
    d.technicians[0].parts = {{"pump", 5}};
    const check::Report report = report_of(d, store_routes());
    CHECK(report.violations == std::vector<check::Violation>{{"depot_short", {}, {}, {}, 1, DepotIndex(0)}});
  }

  TEST_CASE("tools are lent for what is behind") {
    const auto needs = [](std::size_t order, std::vector<std::string> tools) {
      return judge_store([=](ProblemData& d) {
        d.orders[order].tools = tools;
        d.technicians[0].tools = {"press"};
      });
    };
    CHECK(needs(1, {"ladder", "press"}) == Codes{});
    CHECK(needs(0, {"ladder"}) == Codes{"tool_missing"});
    CHECK(needs(0, {"press"}) == Codes{});
    CHECK(needs(1, {"hoist"}) == Codes{"tool_missing"});
    ProblemData d = store_data();
    d.orders[1].tools = {"ladder", "hoist", "saw"};
    const check::Report report = report_of(d, store_routes());
    REQUIRE(codes(report) == Codes{"tool_missing"});
    CHECK(report.violations[0].amount == 2);
    // A tool is reason enough to call.
    d.orders[1].parts.clear();
    d.orders[1].tools = {"ladder"};
    CHECK(judge(d, store_routes()) == Codes{});
  }

  TEST_CASE("the stock is shared by all") {
    ProblemData d = store_data();
    Technician li = d.technicians[0];
    li.id = "li";
    d.technicians.push_back(li);
    d.orders.push_back(order("c", "B", 600));
    d.orders[2].parts = {{"pump", 1}};
    std::vector<Route> routes = store_routes();
    // c alone: to the store 200, to B 100, home 300.
    routes.push_back(route(1, 1000, {call(0, 1000, 1200, 1200, 1260), visit(2, 1260, 1360, 1360, 1960)}, 2260));
    const check::Report report = report_of(d, routes);
    CHECK(report.violations == std::vector<check::Violation>{{"depot_short", {}, {}, {}, 1, DepotIndex(0)}});
    d.depots[0].parts = {{"pump", 2}};
    CHECK(judge(d, routes) == Codes{});
  }

  TEST_CASE("nobody calls without need") {
    const auto first = [](const check::Report& report) { return report.violations.at(0); };
    ProblemData d = store_data();
    d.orders[1].parts.clear();
    const check::Report report = report_of(d, store_routes());
    REQUIRE(codes(report) == Codes{"needless_call"});
    CHECK(first(report) == check::Violation{"needless_call", {}, TechnicianIndex(0), ShiftIndex(0), 0, DepotIndex(0)});
    CHECK(judge_store([](ProblemData& data) { data.technicians[0].parts = {{"pump", 1}}; }) == Codes{"needless_call"});
    // Behind the last visit it gives nothing.
    CHECK(judge(store_data(), {route(0, 1000,
                                     {visit(0, 1000, 1100, 1100, 1600), visit(1, 1600, 1800, 1800, 2400),
                                      call(0, 2400, 2500, 2500, 2560)},
                                     2760)}) == Codes{"needless_call", "part_short"});
    CHECK(judge(store_data(), {route(0, 1000, {call(0, 1000, 1200, 1200, 1260)}, 1460)},
                {OrderIndex(0), OrderIndex(1)}) == Codes{"needless_call", "timing"});
    // Together they need more than the van has.
    d = store_data();
    d.orders[0].parts = {{"pump", 1}};
    d.technicians[0].parts = {{"pump", 1}};
    CHECK(judge(d, store_routes()) == Codes{});
    // What another shift took off the van is no reason: then the order is not for this technician.
    d.technicians[0].shifts.push_back(shift("tue", 11'000, 15'000));
    CHECK(
        judge(d, {route(0, 1000, {visit(0, 1000, 1100, 1100, 1600)}, 1700),
                  route(1, 11'000, {call(0, 11'000, 11'200, 11'200, 11'260), visit(1, 11'260, 11'360, 11'360, 11'960)},
                        12'260)}) == Codes{"needless_call"});
  }

  TEST_CASE("one call a shift") {
    ProblemData d = store_data();
    d.orders[1].tools = {"ladder"};
    const check::Report report =
        report_of(d, {route(0, 1000,
                            {visit(0, 1000, 1100, 1100, 1600), call(0, 1600, 1700, 1700, 1760),
                             call(0, 1760, 1760, 1760, 1820), visit(1, 1820, 1920, 1920, 2520)},
                            2820)});
    CHECK(report.violations ==
          std::vector<check::Violation>{{"called_twice", {}, TechnicianIndex(0), ShiftIndex(0), 0, DepotIndex(0)}});
    CHECK(report.kpis.depot_calls == 2);
  }

  TEST_CASE("a depot that does not exist") {
    std::vector<Route> routes = store_routes();
    routes[0].stops[1].depot = DepotIndex(1);
    const check::Report report = report_of(store_data(), routes);
    REQUIRE_FALSE(report.valid());
    CHECK(report.violations[0] == check::Violation{"bad_index", {}, TechnicianIndex(0), ShiftIndex(0), 1});
    routes[0].stops[1].depot = {};
    CHECK(report_of(store_data(), routes).violations.at(0).amount == 0xffffffff);
  }

  TEST_CASE("a call begins while the depot is open") {
    const auto opens = [](std::int64_t from, std::int64_t until) {
      ProblemData d = store_data();
      d.depots[0].hours = {{at(from), at(until)}};
      return report_of(d, store_routes());
    };
    CHECK(opens(1700, 1701).valid());
    CHECK(opens(1000, 1690).violations ==
          std::vector<check::Violation>{
              {"depot_closed", {}, TechnicianIndex(0), ShiftIndex(0), 11, DepotIndex(0)}});  // half-open
    CHECK(codes(opens(1701, 3000)) == Codes{"depot_closed"});
    // Who comes before it opens waits, and leaves home later for it.
    ProblemData d = store_data();
    d.depots[0].hours = {{at(2000), at(3000)}};
    CHECK(judge(d, {route(0, 1300,
                          {visit(0, 1300, 1400, 1400, 1900), call(0, 1900, 2000, 2000, 2060),
                           visit(1, 2060, 2160, 2160, 2760)},
                          3060)}) == Codes{});
    d.orders[0].deadline = at(1100);
    const std::vector<Route> waits{route(
        0, 1000, {visit(0, 1000, 1100, 1100, 1600), call(0, 1600, 1700, 2000, 2060), visit(1, 2060, 2160, 2160, 2760)},
        3060)};
    const check::Report report = report_of(d, waits);
    CHECK(codes(report) == Codes{});
    CHECK(report.kpis.waiting.seconds == 300);
    d.orders[0].deadline.reset();
    CHECK(judge(d, waits) == Codes{"timing"});
    // Suspensions are of visits.
    CHECK(judge_store([](ProblemData& data) {
            data.technicians[0].suspensions = {{at(1600), at(1860), "meeting"}};
          }) == Codes{});
  }

  TEST_CASE("a call's own times") {
    const auto with = [](Stop stop) {
      std::vector<Route> routes = store_routes();
      routes[0].stops[1] = stop;
      return report_of(store_data(), routes);
    };
    CHECK(codes(with(call(0, 1600, 1699, 1700, 1760))) == Codes{"travel_too_short"});
    CHECK(codes(with(call(0, 1599, 1699, 1700, 1760))) == Codes{"overlap"});
    CHECK(codes(with(call(0, 1600, 1700, 1701, 1760))) == Codes{"service_too_short"});
    CHECK(codes(with(call(0, 1600, 1700, 1699, 1759))) == Codes{"timing", "timing"});
    CHECK(with(call(0, 1600, 1699, 1700, 1760)).violations.at(0).depot == DepotIndex(0));
    // Later than need be, said of the call.
    const check::Report late = report_of(
        store_data(),
        {route(0, 1000,
               {visit(0, 1000, 1100, 1100, 1600), call(0, 1600, 1700, 1705, 1765), visit(1, 1765, 1865, 1865, 2465)},
               2765)});
    CHECK(late.violations ==
          std::vector<check::Violation>{{"timing", {}, TechnicianIndex(0), ShiftIndex(0), 5, DepotIndex(0)}});
  }

  TEST_CASE("ways to the depot and on count as any") {
    const auto limit = [](const std::function<void(ProblemData&)>& set) { return judge_store(set); };
    CHECK(limit([](ProblemData& d) { d.technicians[0].max_travel = Duration{599}; }) == Codes{"max_travel"});
    CHECK(limit([](ProblemData& d) { d.technicians[0].max_travel = Duration{600}; }) == Codes{});
    CHECK(limit([](ProblemData& d) { d.technicians[0].max_distance_metres = 5999; }) == Codes{"max_distance"});
    // A and B are 200 s apart, the way home 300 s: with an open end no leg is longer than 100 s.
    ProblemData d = store_data();
    d.technicians[0].shifts[0].open_end = true;
    std::vector<Route> routes = store_routes();
    routes[0].end.seconds = 2460;
    d.technicians[0].max_leg = Duration{100};
    CHECK(judge(d, routes) == Codes{});
    d.technicians[0].max_leg = Duration{99};
    const check::Report report = report_of(d, routes);
    CHECK(codes(report) == Codes{"max_leg", "max_leg", "max_leg"});
    CHECK(report.violations.at(1).depot == DepotIndex(0));
    CHECK(limit([](ProblemData& data) { data.profiles[0].matrix->seconds[1 * 5 + 4] = -1; }) == Codes{"unreachable"});
  }

  TEST_CASE("setup is taken again behind a call, even at the same place") {
    ProblemData d = store_data();
    d.depots[0].location = "B";
    d.orders[0].location = "B";
    d.orders[0].setup = d.orders[1].setup = {60};
    const auto second = [&](std::int32_t seconds) {
      return judge(d, {route(0, 1000,
                             {visit(0, 1000, 1300, 1300, 1860), call(0, 1860, 1860, 1860, 1920),
                              visit(1, 1920, 1920, 1920, 1920 + seconds)},
                             2220 + seconds)});
    };
    CHECK(second(660) == Codes{});
    CHECK(second(600) == Codes{"service_too_short"});
    // And behind a call at another visit's place it has not been taken yet.
    CHECK(judge(d, {route(0, 1000, {call(0, 1000, 1300, 1300, 1360), visit(1, 1360, 1360, 1360, 2020)}, 2320)},
                {OrderIndex(0)}) == Codes{});
  }

  TEST_CASE("a rest behind a call is taken at the depot") {
    ProblemData d = store_data();
    d.technicians[0].shifts[0].breaks = {{.id = "tea", .earliest = at(1760), .latest = at(1800), .duration = {100}}};
    CHECK(judge(d, {route(0, 1000,
                          {visit(0, 1000, 1100, 1100, 1600), call(0, 1600, 1700, 1700, 1760), rest(0, 1760, 1760, 1860),
                           visit(1, 1860, 1960, 1960, 2560)},
                          2860)}) == Codes{});
  }

  TEST_CASE("what visits before may take longer delays the call and those behind it") {
    const auto late = [](std::vector<OpeningHours> hours) {
      ProblemData d = store_data();
      d.orders[0].buffer = {300};
      d.orders[1].deadline = at(1860);
      d.depots[0].hours = std::move(hours);
      const check::Report report = report_of(d, store_routes());
      REQUIRE(codes(report) == Codes{});
      return report.cost.lateness / Objective{}.per_lateness_second;
    };
    CHECK(late({}) == 300);
    CHECK(late({{at(1000), at(1900)}}) == 300);                        // past its hours: at arrival
    CHECK(late({{at(1000), at(1800)}, {at(2500), at(3000)}}) == 800);  // it opens again at 2500
    CHECK(late({{at(1000), at(1800)}, {at(9000), at(9500)}}) == 300);  // on another day
  }

  TEST_CASE("of what happened nobody knows what was fetched") {
    const auto judged = [](const std::function<void(ProblemData&)>& change) {
      ProblemData d = store_data();
      d.orders[1].tools = {"ladder"};
      change(d);
      const Problem problem(d);
      return codes(check::evaluate_actual(
          problem, std::vector<check::ActualVisit>{{"b", "wang", at(1300), at(1300), at(1900)}}));
    };
    CHECK(judged([](ProblemData&) {}) == Codes{});
    CHECK(judged([](ProblemData& d) { d.depots.clear(); }) == Codes{"tool_missing", "part_short"});
    CHECK(judged([](ProblemData& d) { d.depots[0].tools = {"hoist"}; }) == Codes{"tool_missing"});
    CHECK(judged([](ProblemData& d) { d.depots[0].parts = {{"valve", 1}}; }) == Codes{"part_short"});
  }

  TEST_CASE("reasons: a call may give what is lacking") {
    CHECK(why_not([](ProblemData&) {}) == 0);
    CHECK(why_not([](ProblemData& d) { d.depots.clear(); }) == set_of({Family::parts}));
    CHECK(why_not([](ProblemData& d) { d.orders[1].parts = {{"pump", 2}}; }) == set_of({Family::parts}));
    CHECK(why_not([](ProblemData& d) { d.depots[0].hours = {{at(9000), at(9500)}}; }) == set_of({Family::parts}));
    CHECK(why_not([](ProblemData& d) { d.orders[1].tools = {"ladder"}; }) == 0);
    // The ladder is reason enough to call, and the store has no valve.
    CHECK(why_not([](ProblemData& d) {
            d.orders[1].tools = {"ladder"};
            d.orders[1].parts = {{"valve", 1}};
          }) == set_of({Family::parts}));
    CHECK(why_not([](ProblemData& d) {
            d.orders[1].tools = {"ladder", "hoist"};
            d.orders[1].parts = {{"valve", 1}};
          }) == set_of({Family::tools, Family::parts}));
    // The ways there: home, A and B are 0, 100 and 300, the store is 200.
    CHECK(why_not([](ProblemData& d) { d.technicians[0].max_distance_metres = 6000; }) == 0);
    CHECK(why_not([](ProblemData& d) {
            for (std::size_t i : {0U, 1U}) d.profiles[0].matrix->seconds[i * 5 + 4] = -1;
          }) == set_of({Family::parts}));  // not a way of the order's own
    CHECK(why_not([](ProblemData& d) {
            d.orders[1].tools = {"ladder"};
            for (std::size_t i : {1U, 2U}) d.profiles[0].matrix->seconds[4 * 5 + i] = -1;
          }) == set_of({Family::reach}));  // from the store to the order: one family against two
  }

  TEST_CASE("reasons: a call takes its time, and is not to come too late") {
    // Home at 2760 with the call, at 2700 without.
    CHECK(why_not([](ProblemData& d) { d.technicians[0].shifts = {shift("mon", 1000, 2760)}; }) == 0);
    CHECK(why_not([](ProblemData& d) { d.technicians[0].shifts = {shift("mon", 1000, 2759)}; }) ==
          set_of({Family::parts}));
    CHECK(why_not([](ProblemData& d) {
            d.technicians[0].shifts = {shift("mon", 1000, 2759)};
            d.orders[1].tools = {"ladder"};
          }) == set_of({Family::shift}));
  }

  TEST_CASE("reasons: a call needs its reason also when the order's own is set aside") {
    // B is reached from the store alone, but that lends no hoist: without the need for one nobody would call.
    const auto why = [](std::vector<PartCount> parts) {
      return why_not([&](ProblemData& d) {
        d.orders[1].tools = {"hoist"};
        d.orders[1].parts = std::move(parts);
        for (std::size_t i : {0U, 1U}) d.profiles[0].matrix->seconds[i * 5 + 2] = -1;
      });
    };
    CHECK(why({}) == set_of({Family::tools, Family::reach}));
    CHECK(why({{"pump", 1}}) == set_of({Family::tools}));
    CHECK(why({{"pump", 2}}) == set_of({Family::tools, Family::parts, Family::reach}));
  }

  TEST_CASE("reasons: nobody opens a depot later for a promise that is moved") {
    ProblemData d = store_data();
    d.technicians[0].shifts = {shift("mon", 1000, 2100)};
    d.technicians[0].shifts[0].open_end = true;
    d.depots[0].hours = {{at(1200), at(1300)}};
    d.orders[0].service = {100};
    d.orders[0].windows = {window(1100, 1101)};
    const Problem problem(d);
    const Plan plan =
        plan_of(problem, {route(0, 1000, {call(0, 1000, 1200, 1200, 1260), visit(1, 1260, 1360, 1360, 1960)}, 1960)},
                {OrderIndex(0)});
    REQUIRE(check::evaluate(problem, plan).valid());
    // First, a is over at 1200, and the store is 100 s away; last, it ends at 2260.
    CHECK(check::minimal_reasons(problem, plan, OrderIndex(0), TechnicianIndex(0)) ==
          set_of({Family::window, Family::shift}));
  }

  TEST_CASE("reasons: the shift's own call is chosen anew, others keep theirs") {
    ProblemData d = store_data();
    d.orders.push_back(order("c", "A", 100));
    d.orders[2].tools = {"hoist"};
    const auto why = [&] {
      const Problem problem(d);
      const Plan plan = plan_of(problem, store_routes(), {OrderIndex(2)});
      REQUIRE(check::evaluate(problem, plan).valid());
      return check::minimal_reasons(problem, plan, OrderIndex(2), TechnicianIndex(0));
    };
    CHECK(why() == set_of({Family::tools}));
    d.depots.push_back({.id = "other", .location = "D", .service = {60}, .tools = {"hoist"}});
    CHECK(why() == set_of({Family::tools}));  // b needs its pump
    d.depots[1].parts = {{"pump", 1}};
    CHECK(why() == 0);
    // Somebody else has fetched it.
    Technician li = d.technicians[0];
    li.id = "li";
    d.technicians.push_back(li);
    d.orders.push_back(order("e", "B", 600));
    d.orders[3].parts = {{"pump", 1}};
    const Problem problem(d);
    std::vector<Route> routes = store_routes();
    routes.push_back(route(1, 1000, {call(1, 1000, 1200, 1200, 1260), visit(3, 1260, 1360, 1360, 1960)}, 2260));
    const Plan plan = plan_of(problem, routes, {OrderIndex(2)});
    REQUIRE(check::evaluate(problem, plan).valid());
    CHECK(check::minimal_reasons(problem, plan, OrderIndex(2), TechnicianIndex(0)) == set_of({Family::tools}));
  }

  TEST_CASE("reasons: without a shift a depot's tools count as at hand") {
    ProblemData d = store_data();
    d.technicians.push_back(d.technicians[0]);
    d.technicians[1].id = "off";
    d.technicians[1].shifts.clear();
    const auto why = [&](std::vector<std::string> tools) {
      d.orders[1].tools = std::move(tools);
      const Problem problem(d);
      return check::minimal_reasons(problem, plan_of(problem, {}), OrderIndex(1), TechnicianIndex(1));
    };
    CHECK(why({"ladder"}) == set_of({Family::shift}));
    CHECK(why({"ladder", "hoist"}) == set_of({Family::tools, Family::shift}));
  }
}
