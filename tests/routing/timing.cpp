#include <paidan/routing/timing.hpp>

#include <doctest/doctest.h>

#include <paidan/check/evaluate.hpp>
#include <paidan/routing/detail/assemble.hpp>

#include "check/oracle.hpp"
#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <limits>
#include <tuple>

using namespace paidan;

namespace {

Plan alone(const Problem& problem, const Route& route, const Cost& cost, std::int64_t work_s,
           std::int64_t worst_late_s) {
  Plan plan;
  plan.problem = {problem.hash()};
  plan.routes.push_back(route);
  plan.cost = cost;
  plan.cost.worst_lateness = worst_late_s * problem.data().objective.per_worst_lateness_second;
  const Dense& dense = problem.dense();
  for (std::size_t o = 0; o < problem.order_count(); ++o) {
    bool served = false;
    for (const Stop& stop : route.stops) served = served || (stop.kind == StopKind::visit && stop.order.at() == o);
    if (served) continue;
    plan.unassigned.emplace_back(o);
    plan.cost.unserved += dense.orders.unserved_cost[o];
  }
  for (std::size_t t = 0; t < problem.technician_count(); ++t) {
    std::int64_t work = dense.technicians.load_carried_s[t];
    if (t == dense.shifts.technician[route.shift.at()].at()) work += work_s;
    for (const FairnessPiece& piece : problem.data().objective.fairness) {
      plan.cost.fairness += piece.per_second * std::max<std::int64_t>(0, work - piece.over.seconds);
    }
  }
  return plan;
}

/// What belongs to the plan, not to a route: its unserved orders, its fairness and its worst lateness.
Goals of_the_plan(const Problem& problem, const Plan& plan) {
  const Objective& objective = problem.data().objective;
  if (objective.goals == GoalOrder::one_weighted)
    return {0, {}, plan.cost.unserved + plan.cost.fairness + plan.cost.worst_lateness};
  Goals goals{0, {}, plan.cost.fairness + plan.cost.worst_lateness};
  for (const OrderIndex order : plan.unassigned) {
    goals.honour += problem.dense().orders.honour[order.at()];
    if (problem.order(order).promise) goals.late.seconds += objective.lateness_cap.seconds + 1;
  }
  return goals;
}

std::vector<std::size_t> some_visits(SplitMix64& random, std::size_t orders) {
  std::vector<std::size_t> visits;
  const std::uint32_t count = 1 + random.below(4);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t o = random.below(static_cast<std::uint32_t>(orders));
    if (std::find(visits.begin(), visits.end(), o) == visits.end()) visits.push_back(o);
  }
  return visits;
}

bool wait_for_each_other(const Problem& problem, const std::vector<std::size_t>& visits) {
  const auto here = [&](OrderIndex order) {
    return std::find(visits.begin(), visits.end(), order.at()) != visits.end();
  };
  const std::vector<LinkRow>& links = problem.dense().links;
  return std::any_of(links.begin(), links.end(),
                     [&](const LinkRow& link) { return here(link.first) && here(link.second); });
}

/// Others that an order is linked to stand in no route.
bool valid_alone(const check::Report& report) {
  return std::all_of(report.violations.begin(), report.violations.end(),
                     [](const check::Violation& one) { return one.code == "link_unserved"; });
}

}  // namespace

TEST_CASE("a timed route is valid, its rests placed best by the goals; a refused one has no valid placement") {
  int feasible = 0;
  int with_rests = 0;
  for (int seed = 0; seed < paidan_test::cases(400); ++seed) {
    CAPTURE(seed);
    const auto s = static_cast<std::uint64_t>(seed);
    const Problem problem =
        paidan_test::random_problem(s, {.orders = 8, .technicians = 2, .places = 6, .released = seed % 2 == 0});
    if (problem.order_count() == 0) continue;
    const check_test::Oracle oracle(problem);
    SplitMix64 random(s);
    for (int round = 0; round < 6; ++round) {
      const auto visits = some_visits(random, problem.order_count());
      if (wait_for_each_other(problem, visits)) continue;  // a route alone is not told so
      const std::size_t shift = random.below(static_cast<std::uint32_t>(problem.shift_count()));
      std::vector<OrderIndex> sequence;
      for (const std::size_t o : visits) sequence.emplace_back(o);
      const routing::Timed timed = routing::time_route(problem, ShiftIndex(shift), sequence);
      if (timed.feasible) {
        ++feasible;
        const check::Report report =
            check::evaluate(problem, alone(problem, timed.route, timed.cost, timed.work_s, timed.worst_late_s));
        CHECK(valid_alone(report));
      } else {
        CHECK(timed.violated != 0);
      }
      // Every call, every placement of rests, judged one by one: of each call the fewest rests, then the best goals.
      struct Best {
        std::size_t stops = std::numeric_limits<std::size_t>::max();
        Goals goals;
        std::vector<std::size_t> rests;  ///< where they stand; the first of equals
        std::int64_t cost = 0;
        [[nodiscard]] bool any() const { return stops != std::numeric_limits<std::size_t>::max(); }
      };
      Best of_all;
      check_test::Errand chosen;
      for (const check_test::Errand& call : oracle.errands(visits.size())) {
        Best best;
        for (const auto& items : oracle.placements(shift, visits, 0, call)) {
          const std::optional<Route> route = oracle.timed(shift, items);
          if (!route) continue;
          Plan plan = alone(problem, *route, {}, 0, 0);
          const Cost cost = check::evaluate(problem, plan).cost;
          plan.cost = cost;
          const check::Report report = check::evaluate(problem, plan);
          if (!valid_alone(report)) continue;
          const Goals goals = *report.goals - of_the_plan(problem, plan);
          std::vector<std::size_t> rests;
          for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].is_rest) rests.push_back(i);
          }
          if (std::tuple(items.size(), goals, rests) < std::tuple(best.stops, best.goals, best.rests))
            best = {items.size(), goals, rests, cost.total() - cost.fairness - cost.worst_lateness - cost.unserved};
        }
        const auto key = [](const Best& one, const check_test::Errand& at) {
          return std::tuple(one.goals, at.before, at.depot);
        };
        if (!best.any() || (of_all.any() && key(best, call) >= key(of_all, chosen))) continue;
        of_all = best;
        chosen = call;
      }
      CHECK(timed.feasible == of_all.any());
      if (!timed.feasible) continue;
      CHECK(timed.route.stops.size() == of_all.stops);
      CHECK(timed.goals == of_all.goals);
      CHECK(timed.cost.total() == of_all.cost);
      std::vector<std::size_t> rests;
      for (std::size_t i = 0; i < timed.route.stops.size(); ++i) {
        if (timed.route.stops[i].kind == StopKind::rest) rests.push_back(i);
      }
      CHECK(rests == of_all.rests);
      if (!rests.empty()) ++with_rests;
    }
  }
  CHECK(feasible > 100);
  CHECK(with_rests > 30);
}

TEST_CASE("nobody leaves for an order before it is known, on the first leg of the day or on a later one") {
  ProblemData data = check_test::small_data();  // home 0, A 100, B 300; shift from 1000
  data.orders[0].release = check_test::at(1'300);
  data.orders[1].release = check_test::at(2'200);
  const Problem problem(data);
  const std::vector<OrderIndex> sequence{OrderIndex(0U), OrderIndex(1U)};
  const routing::Timed timed = routing::time_route(problem, ShiftIndex(0U), sequence);
  REQUIRE(timed.feasible);
  CHECK(check::evaluate(problem, alone(problem, timed.route, timed.cost, timed.work_s, timed.worst_late_s)).valid());
  CHECK(timed.route.start.seconds == 1'600);  // later than it must: so as not to wait for the second
  CHECK(timed.route.stops[0].departure.seconds == 1'600);
  CHECK(timed.route.stops[0].end.seconds == 2'200);
  CHECK(timed.route.stops[1].departure.seconds == 2'200);
  CHECK(timed.route.stops[1].start.seconds == 2'400);
  data.orders[0].deadline = check_test::at(1'400);  // then it does wait, where it is
  const Problem urgent(data);
  const Route route = routing::time_route(urgent, ShiftIndex(0U), sequence).route;
  CHECK(route.start.seconds == 1'300);
  CHECK(route.stops[0].end.seconds == 1'900);
  CHECK(route.stops[1].departure.seconds == 2'200);
  CHECK(route.stops[1].arrival.seconds == 2'400);
  CHECK(route.stops[1].start.seconds == 2'400);
}

TEST_CASE("no visits, no route, no cost") {
  const Problem problem = paidan_test::random_problem(1, {});
  const routing::Timed timed = routing::time_route(problem, ShiftIndex(0U), {});
  CHECK(timed.feasible);
  CHECK(timed.route.stops.empty());
  CHECK(timed.cost == Cost{});
}

TEST_CASE("an insertion is possible under relaxed families exactly when the checker finds them to be the reason") {
  int relaxed = 0;
  for (int seed = 0; seed < paidan_test::cases(150); ++seed) {
    CAPTURE(seed);
    const auto s = static_cast<std::uint64_t>(seed);
    const Problem problem = paidan_test::random_problem(s, {.orders = 8, .technicians = 2, .released = seed % 2 == 0});
    SplitMix64 random(s);
    for (std::size_t o = 0; o < problem.order_count(); ++o) {
      Plan plan;
      const std::size_t t = random.below(2);
      const ShiftIndex shift(problem.dense().technicians.first_shift[t]);
      if (!problem.dense().orders.links[o].empty()) continue;  // the others are not served
      const FamilySet reasons = check::minimal_reasons(problem, plan, OrderIndex(o), TechnicianIndex(t));
      const std::vector<OrderIndex> sequence{OrderIndex(o)};
      CHECK(routing::time_route(problem, shift, sequence).feasible == (reasons == 0));
      if (reasons == every_family) continue;
      CHECK(routing::time_route(problem, shift, sequence, reasons, OrderIndex(o)).feasible);
      if (reasons != 0) ++relaxed;
      for (unsigned f = 0; f < family_count; ++f) {
        if ((reasons >> f & 1U) == 0) continue;
        const auto fewer = reasons & ~(FamilyBits{1} << f);
        CHECK_FALSE(routing::time_route(problem, shift, sequence, fewer, OrderIndex(o)).feasible);
      }
    }
  }
  CHECK(relaxed > 100);
}
