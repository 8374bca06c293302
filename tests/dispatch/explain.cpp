#include <paidan/dispatch/explain.hpp>

#include <doctest/doctest.h>

#include <paidan/check/evaluate.hpp>
#include <paidan/constraints/reason_kinds.hpp>
#include <paidan/dispatch/baselines.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/routing/detail/assemble.hpp>
#include <paidan/routing/timing.hpp>

#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <algorithm>
#include <bit>
#include <map>

using namespace paidan;

namespace {

std::string value(const Reason& reason, std::string_view name) {
  for (const Parameter& parameter : reason.parameters) {
    if (parameter.name == name) return parameter.value;
  }
  return "?";
}

FamilySet families_of(const std::vector<Reason>& reasons) {
  FamilySet set = 0;
  for (const Reason& reason : reasons) set = static_cast<FamilySet>(set | bit(reason.family));
  return set;
}

constexpr std::int64_t hour = 3'600;

/// Home, a flat 10 minutes away, a shop beyond it; two technicians.
ProblemData small_town() {
  ProblemData data;
  data.origin = {1'720'396'800};
  for (const char* id : {"home", "flat", "shop"}) data.locations.push_back({.id = id, .name = id, .point = {}});
  travel::MatrixData matrix{.size = 3, .seconds = {0, 600, 1'290, 600, 0, 690, 1'290, 690, 0}, .metres = {}};
  data.profiles.push_back({.id = "car", .matrix = matrix, .straight_line = {}});
  Shift day;
  day.id = "day";
  day.start = data.origin + hours(8);
  day.end = data.origin + hours(18);
  Technician wang;
  wang.id = "wang";
  wang.name = "王师傅";
  wang.home = "home";
  wang.shifts = {day};
  Technician li = wang;
  li.id = "li";
  li.name = "李师傅";
  data.technicians = {wang, li};
  return data;
}

Order job(std::string id, std::string place, std::int64_t service_minutes) {
  Order order;
  order.id = std::move(id);
  order.location = std::move(place);
  order.service = minutes(service_minutes);
  return order;
}

/// No route calls elsewhere than where it is best for it, because stock would not do for all.
bool by_the_rule(const Problem& problem, const Plan& plan) {
  return std::all_of(plan.routes.begin(), plan.routes.end(), [&](const Route& route) {
    std::vector<OrderIndex> visits;
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::visit) visits.push_back(stop.order);
    }
    return routing::time_route(problem, route.shift, visits).route == route;
  });
}

}  // namespace

TEST_CASE("the reason set is the checker's, each family of it explained") {
  std::map<FamilySet, int> seen;
  int possible = 0;
  int later = 0;   // the order costs worst lateness
  int beside = 0;  // that of others is worse
  for (int seed = 0; seed < paidan_test::cases(90); ++seed) {
    CAPTURE(seed);
    const auto s = static_cast<std::uint64_t>(seed);
    const Problem problem = paidan_test::random_problem(s, {.orders = 6 + seed % 10,
                                                            .technicians = 1 + seed % 4,
                                                            .days = 1 + seed % 2,
                                                            .wide_share = seed % 4,
                                                            .released = seed % 5 == 0,
                                                            .rigid = seed % 3 == 0});
    const Plan base =
        seed % 2 == 0 ? plan(problem, {.iterations = 10}) : plan_baseline(problem, Baseline::nearest_free);
    for (std::size_t o = 0; o < problem.order_count(); ++o) {
      for (std::size_t t = 0; t < problem.technician_count(); ++t) {
        CAPTURE(o);
        CAPTURE(t);
        const WhyNot answer = why_not(problem, base, OrderIndex(o), TechnicianIndex(t));
        CHECK(answer.families == check::minimal_reasons(problem, base, OrderIndex(o), TechnicianIndex(t)));
        ++seen[answer.families];
        CHECK(answer.order == OrderIndex(o));
        CHECK(answer.technician == TechnicianIndex(t));
        CHECK(answer.shift.valid() == answer.possible);
        CHECK(answer.position.has_value() == answer.possible);
        CHECK(answer.start.has_value() == answer.possible);
        CHECK(answer.added_cost.has_value() == answer.possible);
        CHECK(answer.added_goals.has_value() == answer.possible);
        CHECK(answer.lateness.has_value() == answer.possible);
        CHECK(answer.added_travel.has_value() == answer.possible);
        if (!answer.possible) continue;
        ++possible;
        CHECK(families_of(answer.reasons) == answer.families);
        for (const Reason& reason : answer.reasons) {
          REQUIRE(constraints::find_reason_kind(reason.detail) != nullptr);
          CHECK(constraints::find_reason_kind(reason.detail)->family == reason.family);
        }
        if (answer.families != 0) continue;
        // Done as described, the plan costs what was announced.
        routing::Visits visits(problem.shift_count());
        for (const Route& route : base.routes) {
          for (const Stop& stop : route.stops) {
            if (stop.kind == StopKind::visit && stop.order.at() != o)
              visits[route.shift.at()].push_back(stop.order.value);
          }
        }
        const Plan without = routing::assemble(problem, visits);
        auto& route = visits[answer.shift.at()];
        REQUIRE(answer.position.has_value());
        REQUIRE(answer.added_travel.has_value());
        route.insert(route.begin() + *answer.position, static_cast<std::uint32_t>(o));
        const Plan with = routing::assemble(problem, visits);
        // Some route, perhaps another technician's, may be worse off without the order: then there is no plan to
        // compare.
        if (!check::evaluate(problem, without).valid() || !by_the_rule(problem, base) ||
            !by_the_rule(problem, without) || !by_the_rule(problem, with))
          continue;
        CHECK(check::evaluate(problem, with).valid());
        CHECK(with.cost.total() - with.cost.unserved - (without.cost.total() - without.cost.unserved) ==
              answer.added_cost);
        Goals unserved;  // what the order counts while nobody comes
        const Objective& objective = problem.data().objective;
        if (objective.goals == GoalOrder::in_order) {
          unserved.honour = problem.dense().orders.honour[o];
          if (problem.order(OrderIndex(o)).promise) unserved.late = {objective.lateness_cap.seconds + 1};
        } else {
          unserved.run_well = problem.dense().orders.unserved_cost[o];
        }
        CHECK(*with.goals - (*without.goals - unserved) == answer.added_goals);
        later += with.cost.worst_lateness > without.cost.worst_lateness ? 1 : 0;
        beside += with.cost.worst_lateness > 0 && with.cost.worst_lateness == without.cost.worst_lateness ? 1 : 0;
        const auto broken = std::count_if(answer.suffering.begin(), answer.suffering.end(),
                                          [](const Suffering& hurt) { return hurt.broken; });
        const bool itself = answer.start->seconds > problem.dense().orders.agreed_until_s[o];
        if (std::count(base.unassigned.begin(), base.unassigned.end(), OrderIndex(o)) > 0) {
          const auto late = [&](const Plan& made) { return check::evaluate(problem, made).kpis.late; };
          CHECK(late(with) - late(base) == broken + (itself ? 1 : 0));
        }
        // No other place is better.
        for (std::size_t at = 0; at < route.size(); ++at) {
          std::erase(route, static_cast<std::uint32_t>(o));
          route.insert(route.begin() + static_cast<std::ptrdiff_t>(at), static_cast<std::uint32_t>(o));
          std::vector<OrderIndex> sequence;
          for (const std::uint32_t visit : route) sequence.emplace_back(std::size_t{visit});
          if (!routing::time_route(problem, answer.shift, sequence).feasible) continue;
          CHECK(routing::assemble(problem, visits).goals >= with.goals);
        }
        CHECK(with.cost.travel - without.cost.travel ==
              answer.added_travel->seconds * problem.data().objective.per_travel_second);
      }
    }
  }
  CHECK(possible > 500);
  CHECK(later > 10);
  CHECK(beside > 10);
  CHECK(seen.size() > 15);
  CHECK(std::any_of(seen.begin(), seen.end(), [](const auto& entry) { return has(entry.first, Family::commitments); }));
  CHECK(seen[bit(Family::shift)] > 0);
  CHECK(seen[bit(Family::parts)] > 0);
}

TEST_CASE("an order that is not known in time says by how much one would have to leave too soon") {
  ProblemData data = small_town();
  data.orders = {job("late", "flat", 60)};
  data.orders[0].release = data.origin + hours(9) + minutes(5);
  data.orders[0].windows = {{.start = data.origin + hours(8), .end = data.origin + hours(9) + minutes(11)}};
  const Problem problem(data);
  const WhyNot answer = why_not(problem, Plan{{problem.hash()}, {}, {}, {}}, OrderIndex(0U), TechnicianIndex(0U));
  CHECK(answer.families == bit(Family::window));
  REQUIRE(answer.reasons.size() == 1);
  CHECK(answer.reasons[0].detail == "not_known_yet");
  CHECK(value(answer.reasons[0], "start_s") == std::to_string(9 * hour + 10 * 60 + 59));  // the window's last second
  CHECK(value(answer.reasons[0], "release_s") == std::to_string(9 * hour + 5 * 60));
  CHECK(value(answer.reasons[0], "amount_s") == std::to_string(4 * 60 + 1));
  // A window four minutes longer, and it is left for at 9:05.
  data.orders[0].windows[0].end = data.origin + hours(9) + minutes(16);
  const Plan made = plan(Problem(data), {.iterations = 0});
  REQUIRE(made.routes.size() == 1);
  CHECK(made.routes[0].start.seconds == 9 * hour + 5 * 60);
  CHECK(made.routes[0].stops[0].start.seconds == 9 * hour + 15 * 60);
}

TEST_CASE("a release too late for the shift is what binds, not a window that nobody gave") {
  ProblemData data = small_town();
  data.orders = {job("late", "flat", 60)};
  data.orders[0].release = data.origin + hours(17) + minutes(50);
  const Problem problem(data);
  const WhyNot answer = why_not(problem, Plan{{problem.hash()}, {}, {}, {}}, OrderIndex(0U), TechnicianIndex(0U));
  CHECK(answer.families == bit(Family::window));
  REQUIRE(answer.reasons.size() == 1);
  CHECK(answer.reasons[0].detail == "not_known_yet");
  CHECK(value(answer.reasons[0], "start_s") == std::to_string(16 * hour + 50 * 60));  // back as the shift ends
  CHECK(value(answer.reasons[0], "release_s") == std::to_string(17 * hour + 50 * 60));
  CHECK(value(answer.reasons[0], "amount_s") == std::to_string(70 * 60));
  // Behind a visit it may be known later than it has to be when it comes first.
  data.orders.push_back(job("early", "shop", 60));
  data.orders[1].windows = {{data.origin + hours(9), data.origin + hours(9) + minutes(10), true}};
  const Problem two(data);
  const Plan day = routing::assemble(two, routing::Visits{{1}, {}});
  REQUIRE(day.unassigned.size() == 1);
  const WhyNot behind = why_not(two, day, OrderIndex(0U), TechnicianIndex(0U));
  REQUIRE(behind.reasons.size() == 1);
  CHECK(behind.reasons[0].detail == "not_known_yet");
  CHECK(std::stoll(value(behind.reasons[0], "amount_s")) <= 2 * hour);
  data.orders.pop_back();
  // With a window after the shift, knowing the order sooner would not help.
  data.orders[0].windows = {{data.origin + hours(20), data.origin + hours(21), true}};
  const Problem later(data);
  CHECK(why_not(later, Plan{{later.hash()}, {}, {}, {}}, OrderIndex(0U), TechnicianIndex(0U)).reasons[0].detail ==
        "window_early");
}

TEST_CASE("pins that only the day contradicts are planned as far as can be, and what is left says why") {
  ProblemData data = small_town();
  data.orders = {job("one", "flat", 60), job("two", "shop", 60), job("three", "flat", 30)};
  for (std::size_t o : {0U, 1U}) {
    data.orders[o].pin =
        Pin{.technician = "wang", .start = data.origin + hours(10), .position = {}, .cost_of_change = {}};
  }
  data.orders[1].priority = 1;
  data.orders[2].skills = {{"gas", 1}};
  data.orders[2].pin = Pin{.technician = "wang", .start = {}, .position = {}, .cost_of_change = {}};
  data.technicians[1].skills = {{"gas", 2, {}, {}}};
  const Problem problem(data);
  const Plan made = plan(problem, {.iterations = 50});
  CHECK(check::evaluate(problem, made).valid());
  CHECK(made.unassigned == std::vector{OrderIndex(0U), OrderIndex(2U)});  // the weightier one is served
  CHECK(why_not(problem, made, OrderIndex(0U), TechnicianIndex(0U)).families == bit(Family::window));  // its own start
  CHECK(why_not(problem, made, OrderIndex(2U), TechnicianIndex(0U)).families == bit(Family::skill));
  CHECK(why_unassigned(problem, made, OrderIndex(2U)).families == bit(Family::skill));
  // A plan that served both is taken as far as it can be.
  Plan both = made;
  both.unassigned = {OrderIndex(2U)};
  REQUIRE(both.routes.size() == 1);
  both.routes[0].stops.push_back(both.routes[0].stops[0]);
  both.routes[0].stops[1].order = OrderIndex(0U);
  const Plan kept = plan(problem, {.iterations = 0, .start = &both});
  CHECK(check::evaluate(problem, kept).valid());
  CHECK(kept.routes.size() == 1);
}

TEST_CASE("why nobody: nearest misses first, one answer a technician") {
  int open = 0;
  for (int seed = 0; seed < paidan_test::cases(30); ++seed) {
    CAPTURE(seed);
    const Problem problem =
        paidan_test::random_problem(static_cast<std::uint64_t>(seed), {.orders = 16, .technicians = 4});
    const Plan base = plan(problem, {.iterations = 20});
    for (const OrderIndex order : base.unassigned) {
      ++open;
      const Unassigned why = why_unassigned(problem, base, order);
      REQUIRE(why.technicians.size() == problem.technician_count());
      CHECK(why.families == why.technicians.front().families);
      for (std::size_t i = 1; i < why.technicians.size(); ++i) {
        const int before = std::popcount(static_cast<unsigned>(why.technicians[i - 1].families));
        const int now = std::popcount(static_cast<unsigned>(why.technicians[i].families));
        CHECK((before <= now || !why.technicians[i].possible));
      }
    }
  }
  CHECK(open > 30);
}

TEST_CASE("a missing licence and nothing else, with the time of arrival if it were there") {
  ProblemData data = small_town();
  Order gas = job("2077", "flat", 60);
  gas.skills = {{"燃气", 2}};
  gas.windows = {{data.origin + hours(14), data.origin + hours(15), true}};
  data.orders.push_back(gas);
  const Problem problem(data);
  const WhyNot answer = why_not(problem, plan(problem), OrderIndex(0U), TechnicianIndex(0U));
  CHECK(answer.possible);
  CHECK(answer.families == bit(Family::skill));
  REQUIRE(answer.reasons.size() == 1);
  CHECK(answer.reasons[0].detail == "skill_missing");
  CHECK(value(answer.reasons[0], "technician") == "王师傅");
  CHECK(value(answer.reasons[0], "skill") == "燃气");
  CHECK(value(answer.reasons[0], "needed") == "2");
  CHECK(answer.start == ModelTime{14 * hour});
  CHECK(answer.suffering.empty());
}

TEST_CASE("possible but dearer: more travel, and whose promise suffers by how much") {
  ProblemData data = small_town();
  // 2081 is promised for about 15:00; the new order can only come just before it.
  Order promised = job("2081", "flat", 60);
  promised.promise = Promise{.at = data.origin + hours(15), .before = minutes(30), .after = minutes(30), .hard = false};
  Order urgent = job("2090", "shop", 60);
  urgent.windows = {
      {data.origin + Duration{14 * hour + 23 * 60 + 30}, data.origin + Duration{14 * hour + 23 * 60 + 31}, true}};
  data.orders = {promised, urgent};
  data.objective.unserved = 1'000'000'000;
  const Problem problem(data);
  routing::Visits visits{{}, {0}};
  const Plan base = routing::assemble(problem, visits);
  REQUIRE(base.routes[0].stops[0].start.seconds == 14 * hour + 1'800);
  const WhyNot answer = why_not(problem, base, OrderIndex(1U), TechnicianIndex(1U));
  CHECK(answer.possible);
  CHECK(answer.families == 0);
  CHECK(answer.added_travel == minutes(23));
  CHECK(answer.position == 0);
  REQUIRE(answer.suffering.size() == 1);
  CHECK(answer.suffering[0].order == OrderIndex(0U));
  CHECK(answer.suffering[0].old_start == base.routes[0].stops[0].start);
  CHECK(answer.suffering[0].new_start == ModelTime{15 * hour + 35 * 60});
  CHECK(answer.suffering[0].added_lateness == minutes(5));
}

TEST_CASE("it is said of whom the order is with already") {
  ProblemData data = small_town();
  data.orders = {job("one", "flat", 60), job("two", "shop", 60)};
  const Problem problem(data);
  const Plan made = routing::assemble(problem, routing::Visits{{0}, {1}});
  for (const std::size_t order : {0U, 1U}) {
    for (const std::size_t technician : {0U, 1U}) {
      const WhyNot answer = why_not(problem, made, OrderIndex(order), TechnicianIndex(technician));
      CHECK(answer.planned == (order == technician));
      CHECK(answer.possible);
    }
  }
}

TEST_CASE("each family of time tells its amount") {
  ProblemData data = small_town();
  Order late = job("late", "flat", 30);
  late.windows = {{data.origin + hours(20), data.origin + hours(21), true}};
  Order early = job("early", "shop", 30);
  early.windows = {{data.origin + hours(8), data.origin + Duration{8 * hour + 60}, true}};
  data.orders = {late, early};
  const Problem problem(data);
  const Plan nothing = plan(problem, {.iterations = 0});
  CHECK(nothing.unassigned.size() == 2);
  const WhyNot after = why_not(problem, nothing, OrderIndex(0U), TechnicianIndex(0U));
  // `window` comes before `shift` in code order: at the end of the day it would start in time for the shift.
  CHECK(after.families == bit(Family::window));
  CHECK(after.reasons.at(0).detail == "window_early");
  CHECK(value(after.reasons[0], "allowed_s") == std::to_string(20 * hour));
  CHECK(value(after.reasons[0], "start_s") == std::to_string(18 * hour - 600 - 1'800));
  CHECK(value(after.reasons[0], "amount_s") == std::to_string(2 * hour + 2'400));
  const WhyNot before = why_not(problem, nothing, OrderIndex(1U), TechnicianIndex(0U));
  CHECK(before.families == bit(Family::window));
  CHECK(before.reasons.at(0).detail == "window_late");
  CHECK(value(before.reasons[0], "amount_s") == std::to_string(1'290 - 59));

  // Nine hours of work fit, ten do not: 20 minutes of driving too many.
  data.orders = {job("long", "flat", 600)};
  const Problem longer(data);
  const WhyNot hours_past = why_not(longer, plan(longer), OrderIndex(0U), TechnicianIndex(0U));
  CHECK(hours_past.families == bit(Family::shift));
  REQUIRE(hours_past.reasons.size() == 1);
  CHECK(hours_past.reasons[0].detail == "shift_end");
  CHECK(value(hours_past.reasons[0], "amount_s") == "1200");
  CHECK(hours_past.start == ModelTime{8 * hour + 600});
}

TEST_CASE("a promise to another customer is named with the time it would slip to") {
  ProblemData data = small_town();
  Order noon = job("noon", "flat", 60);
  noon.windows = {{data.origin + hours(12), data.origin + Duration{12 * hour + 60}, true}};
  Order morning = job("morning", "shop", 300);
  morning.windows = {{data.origin + Duration{8 * hour + 1'800}, data.origin + Duration{8 * hour + 2'700}, true}};
  data.orders = {noon, morning};
  const Problem problem(data);
  routing::Visits visits{{0}, {}};
  const WhyNot answer = why_not(problem, routing::assemble(problem, visits), OrderIndex(1U), TechnicianIndex(0U));
  CHECK(answer.families == bit(Family::commitments));
  REQUIRE(answer.reasons.size() == 1);
  CHECK(answer.reasons[0].detail == "commitment");
  CHECK(value(answer.reasons[0], "order") == "noon");
  CHECK(value(answer.reasons[0], "start_s") == std::to_string(13 * hour + 1'800 + 690));
  CHECK(value(answer.reasons[0], "amount_s") == std::to_string(hour + 1'800 + 690 - 59));
  REQUIRE(answer.suffering.size() == 1);
  CHECK(answer.suffering[0].old_start.seconds == 12 * hour);
}

TEST_CASE("a technician without shifts can do nothing") {
  ProblemData data = small_town();
  data.technicians[1].shifts.clear();
  data.orders = {job("1", "flat", 30)};
  const Problem problem(data);
  const WhyNot answer = why_not(problem, plan(problem), OrderIndex(0U), TechnicianIndex(1U));
  CHECK_FALSE(answer.possible);
  CHECK(answer.families == bit(Family::shift));
  CHECK(answer.families == check::minimal_reasons(problem, plan(problem), OrderIndex(0U), TechnicianIndex(1U)));
  CHECK(answer.reasons.at(0).detail == "no_shift");
  // Nothing is said about an insertion that does not exist.
  CHECK_FALSE(answer.shift.valid());
  CHECK_FALSE(answer.position.has_value());
  CHECK_FALSE(answer.start.has_value());
  CHECK_FALSE(answer.added_cost.has_value());
  CHECK_FALSE(answer.added_travel.has_value());
  CHECK(answer.suffering.empty());
}

TEST_CASE("a start pinned with another technician is part of the pin, no window missed besides") {
  ProblemData data = small_town();
  data.orders = {job("pinned", "flat", 60)};
  data.orders[0].pin = Pin{.technician = "wang", .start = data.origin + hours(9)};
  const auto asked = [&](const ProblemData& changed) {
    const Problem problem(changed);
    const Plan nothing = routing::assemble(problem, {{}, {}});
    const WhyNot answer = why_not(problem, nothing, OrderIndex(0U), TechnicianIndex(1U));
    CHECK(answer.families == check::minimal_reasons(problem, nothing, OrderIndex(0U), TechnicianIndex(1U)));
    CHECK(families_of(answer.reasons) == answer.families);
    return answer;
  };
  // Li begins too late for the pinned time, is away then, or could only be back too late: all the pin's doing.
  ProblemData late = data;
  late.technicians[1].shifts[0].start = data.origin + hours(12);
  CHECK(asked(late).families == bit(Family::pin));
  CHECK(asked(late).start == ModelTime{12 * hour + 600});
  ProblemData away = data;
  away.technicians[1].suspensions = {{data.origin + hours(8), data.origin + hours(10), "牙医"}};
  CHECK(asked(away).families == bit(Family::pin));
  // A window of the order itself still counts.
  ProblemData windowed = late;
  windowed.orders[0].windows = {{data.origin + hours(8), data.origin + hours(11), true}};
  const WhyNot both = asked(windowed);
  CHECK(both.families == static_cast<FamilySet>(bit(Family::pin) | bit(Family::window)));
  for (const Reason& reason : both.reasons) {
    if (reason.family == Family::window) CHECK(value(reason, "allowed_s") == std::to_string(11 * hour - 1));
  }
}

TEST_CASE("a soft window or promise is never early, and never a missed window") {
  ProblemData data = small_town();
  data.orders = {job("evening", "flat", 30)};
  const auto asked = [&](const ProblemData& changed) {
    const Problem problem(changed);
    const Plan nothing = routing::assemble(problem, {{}, {}});
    const WhyNot answer = why_not(problem, nothing, OrderIndex(0U), TechnicianIndex(0U));
    CHECK(answer.families == check::minimal_reasons(problem, nothing, OrderIndex(0U), TechnicianIndex(0U)));
    CHECK(families_of(answer.reasons) == answer.families);
    return answer;
  };
  ProblemData window = data;
  window.orders[0].windows = {{data.origin + hours(20), data.origin + hours(21), false}};
  CHECK(asked(window).families == bit(Family::shift));
  CHECK(asked(window).reasons.at(0).detail == "shift_end");
  CHECK(asked(window).start == ModelTime{20 * hour});
  ProblemData promise = data;
  promise.orders[0].promise = Promise{.at = data.origin + hours(20), .before = minutes(30), .after = minutes(30)};
  CHECK(asked(promise).families == bit(Family::shift));
  CHECK(asked(promise).start == ModelTime{19 * hour + 1'800});
  ProblemData away = window;
  away.technicians[0].shifts[0].end = data.origin + hours(21);
  away.technicians[0].suspensions = {{data.origin + hours(19), data.origin + hours(21), "牙医"}};
  CHECK(asked(away).families == bit(Family::suspended));
  // Hard ones are constraints.
  ProblemData hard = promise;
  hard.orders[0].promise->hard = true;
  CHECK(asked(hard).families == bit(Family::window));
}

TEST_CASE("a technician without a shift stands where what is missing puts them") {
  ProblemData data = small_town();
  data.technicians[1].shifts.clear();  // Li is one family away, Wang two
  Order gas = job("gas", "flat", 60);
  gas.blocked = {"wang"};
  gas.skills = {{"燃气", 2}};
  data.technicians[1].skills = {{.skill = "燃气", .level = 2}};
  data.orders = {gas};
  const auto nearest = [](const ProblemData& changed) {
    const Problem problem(changed);
    return why_unassigned(problem, routing::assemble(problem, {{}}), OrderIndex(0U));
  };
  const Unassigned off = nearest(data);
  CHECK(off.technicians[0].technician == TechnicianIndex(1U));
  CHECK(off.families == bit(Family::shift));
  CHECK(off.technicians[0].reasons.at(0).detail == "no_shift");
  // Who lacks the skill too is as far away as Wang; then whoever could be sent comes first.
  ProblemData unskilled = data;
  unskilled.technicians[1].skills.clear();
  const Unassigned far = nearest(unskilled);
  CHECK(far.technicians[0].technician == TechnicianIndex(0U));
  CHECK(far.technicians[1].families == static_cast<FamilySet>(bit(Family::skill) | bit(Family::shift)));
  CHECK(families_of(far.technicians[1].reasons) == far.technicians[1].families);
  // A certificate of another day is a skill all the same: which day it would be nobody knows.
  ProblemData dated = data;
  dated.technicians[1].skills[0].valid_until = Date::from_ymd(2020, 1, 1);
  CHECK(nearest(dated).families == bit(Family::shift));
}

TEST_CASE("questions about nobody are errors") {
  const Problem problem = paidan_test::random_problem(1, {.orders = 3, .technicians = 2});
  CHECK_THROWS_WITH_AS(
      static_cast<void>(why_not(problem, {}, OrderIndex(9U), TechnicianIndex(2U))),
      "order: order must be between 0 and 2, got 9\ntechnician: technician must be between 0 and 1, got 2",
      InvalidInput);
  CHECK_THROWS_AS(static_cast<void>(why_unassigned(problem, {}, OrderIndex(9U))), InvalidInput);
}
