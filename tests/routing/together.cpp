// Routes whose visits are linked, by hand.
#include <paidan/routing/detail/assemble.hpp>  // before together.hpp: header-only, it includes that one itself

#include <paidan/routing/detail/together.hpp>

#include "check/support.hpp"

#include <doctest/doctest.h>

using namespace paidan;
using check_test::at;
using check_test::window;
using routing::routing_detail::Together;

namespace {

/// Home at 0, A at 100, B at 300 on a line; somebody works from 1000 on for each order, named "a", "b", …, which are at
/// A and B in turn and take 500 s.
ProblemData for_each_a_technician(std::size_t orders) {
  ProblemData data = check_test::small_data();
  data.technicians.resize(1);
  data.technicians[0].shifts[0].end = at(9'000);
  data.orders.clear();
  for (std::size_t i = 0; i < orders; ++i) {
    data.orders.push_back(check_test::order(std::string(1, static_cast<char>('a' + i)), i % 2 == 0 ? "A" : "B", 500));
    if (i == 0) continue;
    data.technicians.push_back(data.technicians[0]);
    data.technicians.back().id += std::to_string(i);
  }
  return data;
}

/// The second begins so long after the first does.
void link(ProblemData& data, std::size_t first, std::size_t second, std::int64_t least, std::int64_t most) {
  data.orders[second].links.push_back(
      {.order = data.orders[first].id, .minimum_gap = Duration{least}, .maximum_gap = Duration{most}});
}

struct Timed {
  std::size_t wrong = 0;
  std::vector<Together> routes;
  std::vector<std::int32_t> floors;
  [[nodiscard]] bool possible() const { return wrong == routes.size(); }
  [[nodiscard]] const Route& route(std::size_t r) const { return routes[r].timed.route; }
  /// Of the r-th route's last stop.
  [[nodiscard]] std::int32_t start(std::size_t r) const { return route(r).stops.back().start.seconds; }
};

Timed timed(const ProblemData& data, const std::vector<std::vector<std::size_t>>& visits) {
  const Problem problem(data);
  routing::Clock clock(problem);
  routing::Floors floors(problem.dense());
  Timed result;
  for (std::size_t s = 0; s < visits.size(); ++s) {
    Together route{.shift = ShiftIndex(s), .visits = {}};
    for (const std::size_t order : visits[s]) route.visits.emplace_back(order);
    result.routes.push_back(std::move(route));
  }
  result.wrong = routing::routing_detail::time_together(problem, clock, result.routes, floors);
  result.floors.assign(floors.all().begin(), floors.all().end());
  return result;
}

/// Each technician at one order.
Timed one_each(const ProblemData& data) {
  std::vector<std::vector<std::size_t>> visits;
  for (std::size_t i = 0; i < data.orders.size(); ++i) visits.push_back({i});
  return timed(data, visits);
}

}  // namespace

TEST_CASE("two begin together when the later one can, and the other leaves later for it") {
  ProblemData data = for_each_a_technician(2);
  link(data, 0, 1, 0, 0);
  const Timed found = one_each(data);
  REQUIRE(found.possible());
  CHECK(found.start(0) == 1'300);
  CHECK(found.start(1) == 1'300);
  CHECK(found.floors == std::vector<std::int32_t>{1'300, 1'300});
  CHECK(found.route(0).start.seconds == 1'200);
  CHECK(found.route(0).end.seconds == 1'900);
  CHECK(found.route(1).start.seconds == 1'000);
  CHECK(found.route(1).end.seconds == 2'100);
}

TEST_CASE("along a chain a start is passed on from route to route, and back where a longest gap asks for it") {
  ProblemData data = for_each_a_technician(3);
  link(data, 0, 1, 600, 900);
  link(data, 1, 2, 0, 0);
  Timed found = one_each(data);
  REQUIRE(found.possible());
  CHECK(found.start(0) == 1'100);
  CHECK(found.start(1) == 1'700);
  CHECK(found.start(2) == 1'700);
  // The last opens at 2000: the second waits for it, the first need not.
  data.orders[2].windows = {window(2'000, 3'000)};
  found = one_each(data);
  REQUIRE(found.possible());
  CHECK(found.start(0) == 1'100);
  CHECK(found.start(1) == 2'000);
  CHECK(found.start(2) == 2'000);
  // … at 2200: else it were more than 900 s before the second.
  data.orders[2].windows = {window(2'200, 3'000)};
  found = one_each(data);
  REQUIRE(found.possible());
  CHECK(found.start(0) == 1'300);
  CHECK(found.start(1) == 2'200);
  CHECK(found.start(2) == 2'200);
  // And not at all when the first has to begin by then.
  data.orders[0].windows = {window(1'000, 1'300)};
  found = one_each(data);
  CHECK_FALSE(found.possible());
  REQUIRE(found.wrong == 0);
  CHECK(has(found.routes[0].timed.violated, Family::window));
}

TEST_CASE("visits behind a linked one are put off with it, and pass that on") {
  // a and then c; b and then d; b 2000 s after a, c together with d.
  ProblemData data = for_each_a_technician(4);
  link(data, 0, 1, 2'000, 2'000);
  link(data, 2, 3, 0, 0);
  const Timed found = timed(data, {{0, 2}, {1, 3}});
  REQUIRE(found.possible());
  CHECK(found.route(0).stops[0].start.seconds == 1'100);
  CHECK(found.route(1).stops[0].start.seconds == 3'100);
  CHECK(found.route(1).stops[1].start.seconds == 3'600);
  CHECK(found.route(0).stops[1].start.seconds == 3'600);
}

TEST_CASE("two who wait for each other crosswise never begin") {
  ProblemData data = for_each_a_technician(4);
  link(data, 0, 1, 0, 0);
  link(data, 2, 3, 0, 0);
  const Timed along = timed(data, {{0, 2}, {1, 3}});
  REQUIRE(along.possible());
  CHECK(along.start(0) == 1'800);
  CHECK(along.start(1) == 1'800);
  const Timed across = timed(data, {{0, 2}, {3, 1}});
  REQUIRE_FALSE(across.possible());
  CHECK_FALSE(across.routes[across.wrong].timed.feasible);
  CHECK(across.routes[across.wrong].timed.violated != 0);
  // Not even in a day without end: rounds are counted.
  for (Technician& technician : data.technicians) technician.shifts[0].end = at(3'000'000);
  const Timed endless = timed(data, {{0, 2}, {3, 1}});
  REQUIRE_FALSE(endless.possible());
  CHECK(endless.routes[endless.wrong].timed.violated == bit(Family::links));
}

TEST_CASE("in one route the second comes when its gap is over, and together is impossible") {
  ProblemData data = for_each_a_technician(2);
  link(data, 0, 1, 1'500, 1'500);
  const Timed found = timed(data, {{0, 1}});
  REQUIRE(found.possible());
  CHECK(found.route(0).stops[0].start.seconds == 1'100);
  CHECK(found.route(0).stops[1].start.seconds == 2'600);
  // Behind a stop that opens late the first waits for it.
  data.orders[1].windows = {window(4'000, 5'000)};
  const Timed later = timed(data, {{0, 1}});
  REQUIRE(later.possible());
  CHECK(later.route(0).stops[0].start.seconds == 2'500);
  CHECK(later.route(0).stops[1].start.seconds == 4'000);
  CHECK_FALSE(timed(data, {{1, 0}}).possible());
}

TEST_CASE("a rest of one puts both off, and is not due where a partner lets both begin later") {
  ProblemData data = for_each_a_technician(2);
  link(data, 0, 1, 0, 0);
  Break pause;
  pause.id = "tea";
  pause.earliest = at(1'200);
  pause.latest = at(1'250);
  pause.duration = {300};
  data.technicians[1].shifts[0].breaks = {pause};
  const Timed rested = one_each(data);
  REQUIRE(rested.possible());
  REQUIRE(rested.route(1).stops.size() == 2);
  CHECK(rested.route(1).stops[0].kind == StopKind::rest);
  CHECK(rested.route(1).stops[0].start.seconds == 1'200);
  CHECK(rested.start(0) == 1'800);
  CHECK(rested.start(1) == 1'800);
  data.orders[0].windows = {window(2'000, 3'000)};
  const Timed later = one_each(data);
  REQUIRE(later.possible());
  CHECK(later.route(1).stops.size() == 1);
  CHECK(later.start(0) == 2'000);
  CHECK(later.start(1) == 2'000);
  CHECK(later.route(1).start.seconds == 1'700);
}

TEST_CASE("both wait for the one in traffic") {
  ProblemData data = for_each_a_technician(2);
  link(data, 0, 1, 0, 0);
  // The way takes twice as long until 1200: 100 s of 300 are behind then.
  data.profiles[0].bands.push_back({.from = {600}, .to = {1'200}, .percent = 200});
  const Timed found = one_each(data);
  REQUIRE(found.possible());
  CHECK(found.start(0) == 1'400);
  CHECK(found.start(1) == 1'400);
  CHECK(found.route(0).start.seconds == 1'300);
}

TEST_CASE("what only one is asked to keep no longer binds the others") {
  ProblemData data = for_each_a_technician(2);
  link(data, 0, 1, 0, 0);
  const Problem problem(data);
  routing::Clock clock(problem);
  routing::Floors floors(problem.dense());
  std::vector<Together> routes{{.shift = ShiftIndex(0U), .visits = {OrderIndex(0U)}},
                               {.shift = ShiftIndex(1U), .visits = {OrderIndex(1U)}}};
  routes[1].relaxed = bit(Family::links);
  routes[1].target = OrderIndex(1U);
  REQUIRE(routing::routing_detail::time_together(problem, clock, routes, floors) == 2);
  CHECK(routes[0].timed.route.stops[0].start.seconds == 1'100);
  CHECK(routes[1].timed.route.stops[0].start.seconds == 1'300);
}
