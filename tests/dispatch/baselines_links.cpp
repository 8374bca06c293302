// What people do without a planner, where orders are linked.
#include <paidan/dispatch/baselines.hpp>

#include <doctest/doctest.h>

#include "support/linked_problem.hpp"
#include "support/soak.hpp"

#include <cstdint>
#include <map>

using namespace paidan;

TEST_CASE("linked orders are served whole, at their gaps, or not at all") {
  int whole = 0;
  int none = 0;
  for (int seed = 0; seed < paidan_test::cases(80); ++seed) {
    CAPTURE(seed);
    const Problem problem = paidan_test::linked_problem(static_cast<std::uint64_t>(seed), {.orders = 8 + seed % 12,
                                                                                           .technicians = 2 + seed % 5,
                                                                                           .days = 1 + seed % 2,
                                                                                           .plain = seed % 2 == 0,
                                                                                           .wide_share = seed % 4,
                                                                                           .released = seed % 5 == 0});
    for (const Baseline baseline : {Baseline::nearest_free, Baseline::best_rating}) {
      const Plan plan = plan_baseline(problem, baseline);
      std::map<OrderIndex, std::int64_t> starts;
      for (const Route& route : plan.routes) {
        for (const Stop& stop : route.stops) {
          if (stop.kind == StopKind::visit) starts[stop.order] = stop.start.seconds;
        }
      }
      const Dense& dense = problem.dense();
      for (std::size_t g = 0; g < dense.link_groups.size(); ++g) {
        std::size_t served = 0;
        for (const OrderIndex order : dense.link_groups[g]) served += starts.count(order);
        CHECK((served == 0 || served == dense.link_groups[g].size()));
        ++(served == 0 ? none : whole);
      }
      for (const LinkRow& link : dense.links) {
        if (!starts.contains(link.first)) continue;
        const std::int64_t gap = starts[link.second] - starts[link.first];
        CHECK(gap >= link.min_s);
        CHECK(gap <= link.max_s);
      }
      CHECK(plan_baseline(problem, baseline) == plan);
    }
  }
  CHECK(whole > 50);
  CHECK(none > 50);
}

TEST_CASE("a crew comes where two are free, and one that finds nobody else leaves nothing behind") {
  ProblemData data;
  data.origin = {1'720'396'800};
  data.locations = {{.id = "home"}, {.id = "flat"}};
  data.profiles = {
      {.id = "car", .matrix = travel::MatrixData{.size = 2, .seconds = {0, 600, 600, 0}}, .straight_line = {}}};
  for (const char* id : {"wang", "li"}) {
    Technician one;
    one.id = id;
    one.home = "home";
    one.shifts = {{.id = "day", .start = data.origin + hours(8), .end = data.origin + hours(12)}};
    data.technicians.push_back(one);
  }
  Order lift;
  lift.id = "lift";
  lift.location = "flat";
  lift.service = hours(1);
  lift.crew = 2;
  Order long_one = lift;
  long_one.id = "afterwards";
  long_one.crew = 1;
  long_one.service = hours(2);
  data.orders = {lift, long_one};
  const Problem two(data);
  CHECK(plan_baseline(two, Baseline::nearest_free).unassigned.empty());
  data.orders[0].crew = 3;
  const Problem three(data);
  const Plan plan = plan_baseline(three, Baseline::nearest_free);
  CHECK(plan.unassigned.size() == 3);
  REQUIRE(plan.routes.size() == 1);
  CHECK(plan.routes[0].stops.size() == 1);
}
