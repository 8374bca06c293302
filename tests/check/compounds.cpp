// Entries of compounds: stories by hand.
#include "support.hpp"

#include <doctest/doctest.h>

using namespace check_test;

namespace {

/// small_data() with B and B2 in a compound that takes 60 s to enter, and a third order at B2.
ProblemData estate_data() {
  ProblemData d = small_data();
  d.compounds = {{.id = "yuan", .entry = {60}}};
  d.locations[2].compound = d.locations[3].compound = "yuan";
  d.orders.push_back(order("c", "B2", 100));
  return d;
}

/// The valid plan of estate_data(): A at 1100, the gate and B at 1860, B2 at once, home at 2860.
std::vector<Route> estate_routes() {
  return {route(0, 1000,
                {visit(0, 1000, 1100, 1100, 1600), visit(1, 1600, 1860, 1860, 2460), visit(2, 2460, 2460, 2460, 2560)},
                2860)};
}

Codes judge_estate(const std::function<void(ProblemData&)>& change) {
  ProblemData d = estate_data();
  change(d);
  return judge(d, estate_routes());
}

}  // namespace

TEST_SUITE("compounds") {
  TEST_CASE("who comes from outside takes longer, once, and the entry is travel that adds no metres") {
    const Problem problem(estate_data());
    const check::Report report = check::evaluate(problem, plan_of(problem, estate_routes()));
    REQUIRE(codes(report) == Codes{});
    const check::TechnicianKpis& wang = report.kpis.technicians[0];
    CHECK(wang.travel.seconds == 660);
    CHECK(wang.distance_m == 6000);
    CHECK(wang.waiting.seconds == 0);
    CHECK(wang.service.seconds == 1200);
    CHECK(report.cost.travel == 660 * problem.data().objective.per_travel_second);
  }

  TEST_CASE("it is paid again after a visit outside, between two compounds, and never on leaving") {
    const auto travel = [](const std::function<void(ProblemData&)>& change, std::vector<Route> routes) {
      ProblemData d = estate_data();
      change(d);
      const Problem problem(d);
      std::vector<OrderIndex> left;
      for (const OrderIndex one : {OrderIndex(0U), OrderIndex(1U), OrderIndex(2U)}) {
        const auto& stops = routes.front().stops;
        if (std::none_of(stops.begin(), stops.end(), [&](const Stop& stop) { return stop.order == one; }))
          left.push_back(one);
      }
      const check::Report report = check::evaluate(problem, plan_of(problem, std::move(routes), left));
      CHECK(codes(report) == Codes{});
      return report.kpis.technicians[0].travel.seconds;
    };
    const auto nothing = [](ProblemData&) {};
    // B, A, B2: the gate twice.
    CHECK(travel(nothing, {route(0, 1000,
                                 {visit(1, 1000, 1360, 1360, 1960), visit(0, 1960, 2160, 2160, 2660),
                                  visit(2, 2660, 2920, 2920, 3020)},
                                 3320)}) == 300 + 60 + 200 + 200 + 60 + 300);
    const auto two = [](ProblemData& d) {
      d.compounds.push_back({.id = "other", .entry = {7}});
      d.locations[3].compound = "other";
    };
    CHECK(travel(two, {route(0, 1000,
                             {visit(0, 1000, 1100, 1100, 1600), visit(1, 1600, 1860, 1860, 2460),
                              visit(2, 2460, 2467, 2467, 2567)},
                             2867)}) == 100 + 260 + 7 + 300);
    // Home lies in it: the first way leads out of it, the last one in.
    const auto home = [](ProblemData& d) { d.locations[0].compound = "yuan"; };
    CHECK(travel(home, {route(0, 1000, {visit(0, 1000, 1100, 1100, 1600)}, 1760)}) == 100 + 100 + 60);
    CHECK(travel(home, {route(0, 1000, {visit(1, 1000, 1300, 1300, 1900)}, 2200)}) == 600);
    // So does a depot.
    const auto depot = [](ProblemData& d) {
      d.depots = {{.id = "store", .location = "B2", .service = {10}, .parts = {{"pump", 1}}}};
      d.orders[0].parts = {{"pump", 1}};
    };
    CHECK(travel(depot, {route(0, 1000, {call(0, 1000, 1360, 1360, 1370), visit(0, 1370, 1570, 1570, 2070)}, 2170)}) ==
          360 + 200 + 100);
  }

  TEST_CASE("a plan that passes the gate too fast is told so, and limits count the entry") {
    CHECK(judge_estate([](ProblemData&) {}) == Codes{});
    CHECK(judge_estate([](ProblemData& d) { d.compounds[0].entry = {61}; }) == Codes{"travel_too_short"});
    CHECK(judge_estate([](ProblemData& d) { d.technicians[0].max_leg = Duration{300}; }) == Codes{});
    CHECK(judge_estate([](ProblemData& d) {
            d.technicians[0].max_leg = Duration{259};
            d.technicians[0].shifts[0].open_end = true;
          }) == Codes{"max_leg", "timing"});
    CHECK(judge_estate([](ProblemData& d) { d.technicians[0].max_travel = Duration{660}; }) == Codes{});
    CHECK(judge_estate([](ProblemData& d) { d.technicians[0].max_travel = Duration{659}; }) == Codes{"max_travel"});
    CHECK(judge_estate([](ProblemData& d) { d.technicians[0].max_distance_metres = 6'000; }) == Codes{});
  }

  TEST_CASE("speed does not hurry the gate, traffic slows it as it slows all ways") {
    ProblemData d = estate_data();
    d.technicians[0].speed_percent = 50;
    const Problem slow(d);
    CHECK(judge(d, {route(0, 1000, {visit(1, 1000, 1660, 1660, 2260)}, 2860)}, {OrderIndex(0), OrderIndex(2)}) ==
          Codes{});
    d.technicians[0].speed_percent = 100;
    d.profiles[0].bands = {{.from = {0}, .to = {86'399}, .percent = 200}};
    CHECK(judge(d, {route(0, 1000, {visit(1, 1000, 1720, 1720, 2320)}, 2920)}, {OrderIndex(0), OrderIndex(2)}) ==
          Codes{});
  }

  TEST_CASE("what happened is measured with the entry, too") {
    const Problem problem(estate_data());
    const std::vector<check::ActualVisit> visits{
        {.order = "a", .technician = "wang", .arrival = at(1100), .end = at(1600)},
        {.order = "b", .technician = "wang", .arrival = at(1900), .end = at(2460)},
        {.order = "c", .technician = "wang", .arrival = at(2460), .end = at(2560)}};
    CHECK(check::evaluate_actual(problem, visits).kpis.technicians[0].travel.seconds == 660);
  }
}
