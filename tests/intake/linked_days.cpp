// Linked orders and crews, where a problem over several days is planned day by day.
#include <paidan/intake/days.hpp>

#include <doctest/doctest.h>

#include <paidan/dispatch/baselines.hpp>
#include <paidan/syntax/zones.hpp>

#include "support/linked_problem.hpp"
#include "support/soak.hpp"

#include <set>
#include <string>
#include <vector>

using namespace paidan;

namespace {

const Date monday = *Date::from_ymd(2024, 7, 8);
const ZoneRules shanghai = syntax::load_zone("Asia/Shanghai");

Instant at(Date day, int hour, int minute = 0) { return shanghai.resolve({day, {hour * 3600 + minute * 60}}).earlier; }

Order order(std::string id) {
  Order made;
  made.id = std::move(id);
  made.location = "flat";
  made.service = minutes(30);
  return made;
}
Order behind(std::string id, std::string first, Duration least, Duration most) {
  Order made = order(std::move(id));
  made.links = {{.order = std::move(first), .minimum_gap = least, .maximum_gap = most}};
  return made;
}

/// Two technicians who work from 9:00 to 17:00, three days; ten minutes to the flat.
Problem week(std::vector<Order> orders) {
  ProblemData data;
  data.zone = shanghai;
  data.origin = at(monday, 0);
  data.locations = {{.id = "home"}, {.id = "flat"}};
  data.profiles = {
      {.id = "car", .matrix = travel::MatrixData{.size = 2, .seconds = {0, 600, 600, 0}}, .straight_line = {}}};
  for (const char* id : {"w1", "w2"}) {
    Technician technician;
    technician.id = id;
    technician.home = "home";
    for (int day = 0; day < 3; ++day)
      technician.shifts.push_back(
          {.id = "d" + std::to_string(day), .start = at(monday + day, 9), .end = at(monday + day, 17)});
    data.technicians.push_back(std::move(technician));
  }
  data.orders = std::move(orders);
  data.objective.per_metre = 0;
  return Problem(std::move(data));
}

std::set<std::string> ids(const Problem& problem) {
  std::set<std::string> all;
  for (const Order& one : problem.data().orders) all.insert(one.id);
  return all;
}
using Ids = std::set<std::string>;
const Order& find(const Problem& problem, std::string_view id) { return problem.order(problem.find_order(id)); }

std::vector<std::string> notices(const Problem& problem) {
  std::vector<std::string> all;
  for (const Error& notice : problem.notices()) all.push_back(notice.message(Language::en));
  return all;
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a crew is for one day, whatever its release and windows say of the further technicians") {
  Order lift = order("lift");
  lift.crew = 2;
  lift.release = at(monday, 8);
  lift.promise = Promise{.at = at(monday + 1, 10)};
  const Problem horizon = week({lift});
  CHECK(ids(intake::day_problem(horizon, monday)).empty());
  const Problem tuesday = intake::day_problem(horizon, monday + 1);
  CHECK(ids(tuesday) == Ids{"lift", "lift#2"});
  CHECK(find(tuesday, "lift#2").links == find(horizon, "lift#2").links);
  CHECK(notices(tuesday).empty());
  const Plan plan = plan_baseline(tuesday, Baseline::nearest_free);
  CHECK(plan.unassigned.empty());
  CHECK(ids(intake::carry_over(tuesday, plan, horizon, monday + 1)).empty());
  // One row tells of the whole crew.
  const std::vector<check::ActualVisit> rows{
      {.order = "lift", .technician = "w1", .arrival = at(monday + 1, 10), .end = at(monday + 1, 11)}};
  CHECK(ids(intake::carry_over(tuesday, rows, horizon, monday + 1)).empty());
}

TEST_CASE("an order without a day goes with those that hang together with it") {
  Order first = order("first");
  first.windows = {{at(monday + 1, 9), at(monday + 1, 12), true}};
  const Problem horizon = week({behind("second", "first", {}, hours(2)), first, order("any")});
  CHECK(ids(intake::day_problem(horizon, monday)) == Ids{"any"});
  const Problem tuesday = intake::day_problem(horizon, monday + 1);
  CHECK(ids(tuesday) == Ids{"any", "first", "second"});
  CHECK(tuesday.dense().links.size() == 1);
  CHECK(notices(tuesday).empty());
}

TEST_CASE("what may only start a day later waits, with all that hangs on it, and then keeps the gap") {
  const Problem horizon =
      week({order("paint"), behind("sand", "paint", hours(24), hours(48)), behind("polish", "sand", {}, hours(1))});
  const Problem today = intake::day_problem(horizon, monday);
  CHECK(ids(today) == Ids{"paint"});
  CHECK(notices(today) == Lines{"orders[0]: order 'sand' is left for another day: it waits for order 'paint'"});
  const Plan plan = plan_baseline(today, Baseline::nearest_free);
  REQUIRE(plan.unassigned.empty());
  const Instant start = today.instant(plan.routes[0].stops[0].start);
  const Problem next = intake::carry_over(today, plan, horizon, monday);
  CHECK(ids(next) == Ids{"sand", "polish"});
  CHECK(notices(next).empty());
  CHECK(find(next, "sand").links.empty());
  REQUIRE(find(next, "sand").windows.size() == 1);
  CHECK(find(next, "sand").windows[0] ==
        Window{.start = start + hours(24), .end = start + hours(48) + Duration{1}, .hard = true});
  CHECK(find(next, "polish").links == find(horizon, "polish").links);
  CHECK(ids(intake::day_problem(next, monday + 1)) == Ids{"sand", "polish"});
  // Not done on the day, it is for the rest of its hours.
  const Problem idle = intake::day_problem(next, monday + 1);
  Plan nothing;
  nothing.problem = {idle.hash()};
  nothing.unassigned = {OrderIndex(0U), OrderIndex(1U)};
  const Problem last = intake::carry_over(idle, nothing, next, monday + 1);
  CHECK(find(last, "sand").windows[0].start == at(monday + 2, 0));
  CHECK(ids(intake::day_problem(last, monday + 2)) == Ids{"sand", "polish"});
}

TEST_CASE("orders agreed for different days are cut apart, which is said, and the gap is kept as far as can be") {
  Order first = order("first");
  first.promise = Promise{.at = at(monday, 10)};
  Order second = behind("second", "first", hours(20), hours(30));
  second.promise = Promise{.at = at(monday + 1, 10)};
  const Problem horizon = week({first, second});
  const Problem today = intake::day_problem(horizon, monday);
  CHECK(ids(today) == Ids{"first"});
  CHECK(notices(today) ==
        Lines{"orders[0]: order 'first' is linked to order 'second', which is not part of it: the link "
              "is left out"});
  const Problem tuesday = intake::day_problem(horizon, monday + 1);
  CHECK(find(tuesday, "second").links.empty());
  CHECK(notices(tuesday).size() == 1);
  const auto done_at = [&](Instant start) {
    return std::vector<check::ActualVisit>{
        {.order = "first", .technician = "w1", .arrival = start, .start = start, .end = start + minutes(30)}};
  };
  const Problem kept = intake::carry_over(today, done_at(at(monday, 11)), horizon, monday);
  REQUIRE(find(kept, "second").windows.size() == 1);
  CHECK(find(kept, "second").windows[0].start == at(monday + 1, 7));
  CHECK(find(kept, "second").windows[0].end == at(monday + 1, 17) + Duration{1});
  // A link that the day left out is not lost with it.
  const Problem other = intake::carry_over(tuesday, std::vector<check::ActualVisit>{}, horizon, monday + 1);
  CHECK(find(other, "second").links == second.links);
}

TEST_CASE("a gap that cannot be kept any more is said, and no more asked for") {
  Order second = behind("second", "first", {}, hours(2));
  second.windows = {{at(monday + 1, 9), at(monday + 1, 12), true}};
  Order first = order("first");
  first.promise = Promise{.at = at(monday, 10)};
  const Problem horizon = week({first, second});
  const Problem today = intake::day_problem(horizon, monday);
  const Problem next = intake::carry_over(today, plan_baseline(today, Baseline::nearest_free), horizon, monday);
  CHECK(ids(next) == Ids{"second"});
  CHECK(find(next, "second").windows == second.windows);
  CHECK(notices(next) ==
        Lines{"orders[0]: order 'second' can no longer start at the gap to order 'first', which is done: "
              "the link is left out"});
}

TEST_CASE("day after day, no linked order is lost and none is visited twice") {
  for (int seed = 0; seed < paidan_test::cases(25); ++seed) {
    CAPTURE(seed);
    Problem open = paidan_test::linked_problem(static_cast<std::uint64_t>(seed),
                                               {.orders = 14, .technicians = 4, .days = 3, .plain = seed % 2 == 0});
    std::multiset<std::string> seen;
    const Ids all = ids(open);
    const Date first = open.data().zone.to_local(open.data().origin).date;
    for (int day = 0; day < 3; ++day) {
      const Problem today = intake::day_problem(open, first + day);
      const Plan plan = plan_baseline(today, Baseline::nearest_free);
      for (const Route& route : plan.routes) {
        for (const Stop& stop : route.stops) {
          if (stop.kind == StopKind::visit) seen.insert(today.order(stop.order).id);
        }
      }
      open = intake::carry_over(today, plan, open, first + day);
    }
    for (const Order& left : open.data().orders) seen.insert(left.id);
    CHECK(seen == std::multiset<std::string>(all.begin(), all.end()));
  }
}
