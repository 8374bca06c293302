#include <paidan/routing/detail/layout.hpp>
#include <paidan/routing/detail/rich/tour.hpp>

#include "judge.hpp"

namespace rich_test {

namespace {

/// Orders that may be in the tour, mostly by the time they open; none that wait for each other.
std::vector<Index> some_visits(const rich::Ground& ground, Index tour, SplitMix64& random) {
  std::vector<Index> visits;
  const Index count = 1 + random.below(7);
  for (Index i = 0; i < 4 * count && visits.size() < count; ++i) {
    const Index order = random.below(ground.visit_count());
    const auto near = [&](Index other) { return group_of(ground, other).front() == group_of(ground, order).front(); };
    if (ground.may(order, tour) && std::none_of(visits.begin(), visits.end(), near)) visits.push_back(order);
  }
  if (random.below(4) != 0) {
    std::sort(visits.begin(), visits.end(), [&](Index a, Index b) {
      return std::pair{ground.visit(a).low, a} < std::pair{ground.visit(b).low, b};
    });
  }
  return visits;
}

bool lay_out(rich::Layer& layer, Index tour, std::span<const Index> visits, const rich::Rates& rates,
             rich::Tour& plan) {
  plan = {};
  for (const Index order : visits) {
    plan.items.push_back(layer.item(tour, order));
    if (!layer.link(tour, plan.items, plan.items.size() - 1)) return false;
  }
  return layer.lay(tour, plan, rates);
}

std::size_t rests_of(const Route& route) {
  std::size_t rests = 0;
  for (const Stop& stop : route.stops) rests += stop.kind == StopKind::rest ? 1 : 0;
  return rests;
}

/// What a timed route counts in a tour: fairness and unserved orders left out.
rich::Count counted(const Problem& problem, const routing::Timed& timed) {
  if (problem.data().objective.goals == GoalOrder::one_weighted) return {0, 0, timed.cost.total()};
  rich::Count count{0, 0, timed.cost.total() - timed.cost.lateness};
  const std::vector<std::int64_t> starts = check_test::Oracle(problem).safe_starts(timed.route);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const Stop& stop = timed.route.stops[i];
    if (stop.kind != StopKind::visit) continue;
    const Goals late = late_goals(problem, stop.order, starts[i]);
    count.honour += late.honour;
    count.late += late.late.seconds;
  }
  return count;
}

}  // namespace

TEST_CASE("a laid-out tour is what the clock says of its visits, and can be done just when they can") {
  int feasible = 0;
  int with_rests = 0;
  int with_calls = 0;
  int by_clock = 0;
  int two_breaks = 0;
  int missed = 0;
  int dearer = 0;
  for (int seed = 0; seed < paidan_test::cases(1'000); ++seed) {
    CAPTURE(seed);
    const Problem problem = rich_problem(static_cast<std::uint64_t>(seed), shape_of(seed, 12));
    if (problem.order_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::Layer layer(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    const bool weighted = !ground.in_order();
    for (int round = 0; round < 20; ++round) {
      CAPTURE(round);
      const Index tour = random.below(ground.tour_count());
      const std::vector<Index> visits = some_visits(ground, tour, random);
      if (visits.empty()) continue;
      std::vector<OrderIndex> sequence;
      for (const Index order : visits) sequence.emplace_back(order);
      const routing::Timed timed = routing::time_route(problem, ShiftIndex(tour), sequence);
      if (has(timed.violated, Family::parts)) continue;  // the state counts them, and caps on kinds of work
      if (routing::routing_detail::caps_short(problem.dense(), ShiftIndex(tour), sequence)) continue;
      const rich::Rates rates = whole_rates(random);
      rich::Tour plan;
      const bool done = lay_out(layer, tour, visits, rates, plan);
      const std::size_t breaks = problem.dense().shifts.breaks[tour].size();
      if (breaks >= 2 && timed.feasible) ++two_breaks;
      if (!done) {
        if (timed.feasible && breaks >= 2) {
          ++missed;
        } else {
          CHECK_FALSE(timed.feasible);
        }
        continue;
      }
      REQUIRE(timed.feasible);
      ++feasible;
      if (!plan.exact) ++by_clock;
      const auto rests = static_cast<std::size_t>(
          std::count_if(plan.items.begin(), plan.items.end(), [](const rich::Item& one) { return one.is_rest(); }));
      // A call stands where it costs least at these rates: perhaps elsewhere than by the goals.
      const bool called = plan.depot != rich::none;
      if (called) ++with_calls;
      if (plan.exact && !called) CHECK(rests >= rests_of(timed.route));
      if (rests_of(timed.route) > 0) ++with_rests;
      CHECK(plan.visits == visits.size());
      if (!called) {
        CHECK((plan.travel_s + plan.traffic_s) * ground.weights().per_travel_second == timed.cost.travel);
        CHECK(plan.distance_m * ground.weights().per_metre == timed.cost.distance);
      }
      const rich::Count count = counted(problem, timed);
      const bool same = !plan.exact || rests_of(timed.route) == 0 || (weighted && breaks == 1);
      if (called) {
        if (breaks == 0) CHECK(rates.price(plan.count) <= rates.price(count));  // it has looked at every call
      } else if (same) {
        // As a plan: the same times, the same terms, and the checker agrees.
        CHECK(plan.leaves == timed.route.start.seconds);
        CHECK(plan.back == timed.route.end.seconds);
        CHECK(plan.waiting_s * ground.weights().per_waiting_second == timed.cost.waiting);
        CHECK(plan.work_s == timed.work_s);
        CHECK(plan.count == count);
      } else if (breaks == 1) {
        CHECK(rates.price(plan.count) <= rates.price(count));  // it has looked at every place of the rest
      } else if (weighted && rests == rests_of(timed.route)) {
        CHECK(plan.count.cost >= count.cost);  // the clock has looked at every pair of places
        if (plan.count.cost > count.cost) ++dearer;
      }
      // However the rests are placed, it is a plan, and counts what it says.
      const std::optional<Route> route = route_of(problem, tour, plan);
      REQUIRE(route.has_value());
      CHECK(plan.leaves == route->start.seconds);
      CHECK(plan.back == route->end.seconds);
      const Plan whole = plan_of(problem, {*route});
      const check::Report report = check::evaluate(problem, whole);
      CHECK(valid_but_halves(report));
      Goals goals = recounted(problem, whole);
      const Goals nothing = recounted(problem, plan_of(problem, {}));
      // Those of the plan are not the tour's.
      goals.run_well -= report.cost.fairness - plan_of(problem, {}).cost.fairness + report.cost.worst_lateness;
      rich::Count more{goals.honour - nothing.honour, goals.late.seconds - nothing.late.seconds,
                       goals.run_well - nothing.run_well};
      for (const Index order : visits) {
        if (weighted) {
          more.cost += problem.dense().orders.unserved_cost[order];
        } else {
          more.honour += problem.dense().orders.honour[order];
          if (problem.order(OrderIndex(order)).promise) more.late += ground.weights().lateness_cap.seconds + 1;
        }
      }
      CHECK(plan.count == more);
      const std::size_t technician = ground.technician(tour);
      const std::int64_t carried = problem.dense().technicians.load_carried_s[technician];
      CHECK(report.kpis.technicians[technician].work.seconds - carried == plan.work_s);
      CHECK(report.kpis.technicians[technician].travel.seconds == plan.travel_s + plan.traffic_s);
      CHECK(report.kpis.technicians[technician].distance_m == plan.distance_m);
      CHECK(report.kpis.technicians[technician].waiting.seconds == plan.waiting_s);
    }
  }
  MESSAGE("feasible ", feasible, ", with rests ", with_rests, ", with calls ", with_calls, ", by the clock ", by_clock,
          "; of ", two_breaks, " that can be done with two breaks or more ", missed, " missed, ", dearer, " dearer");
  CHECK(feasible > 3'000);
  CHECK(with_rests > 300);
  CHECK(with_calls > 100);
  CHECK(by_clock > 500);
  CHECK(missed * 100 < two_breaks);
}

TEST_CASE("what makes an insertion cheap is what a tour's items say of it") {
  for (int seed = 0; seed < paidan_test::cases(400); ++seed) {
    CAPTURE(seed);
    const Problem problem = rich_problem(static_cast<std::uint64_t>(10'000 + seed), shape_of(seed, 10));
    if (problem.order_count() == 0) continue;
    const routing::Context context(problem);
    const rich::Ground ground(context);
    rich::Layer layer(ground);
    SplitMix64 random(static_cast<std::uint64_t>(seed));
    for (int round = 0; round < 10; ++round) {
      const Index tour = random.below(ground.tour_count());
      const std::vector<Index> visits = some_visits(ground, tour, random);
      rich::Tour plan;
      if (visits.empty() || !lay_out(layer, tour, visits, {}, plan) || !plan.exact) continue;
      const rich::Frame& frame = layer.frame(tour);
      // Move each item to a later start and go on from there.
      for (std::size_t i = 0; i < plan.items.size(); ++i) {
        const rich::Item& one = plan.items[i];
        CHECK(one.start <= one.latest);
        for (const std::int32_t t :
             {one.start, one.free, one.latest, one.start + 60, one.start + 1'800, one.latest + 1, one.free + 1}) {
          if (t < one.start) continue;
          std::int64_t now = t;
          bool possible = t <= one.high;
          bool costs = t > std::max(one.start, one.due);
          for (std::size_t j = i; j < plan.items.size(); ++j) {
            const rich::Item& behind = plan.items[j];
            if (j > i) now = std::max<std::int64_t>(now + behind.leg_s, behind.low);
            possible = possible && now <= behind.high;
            costs = costs || now > std::max(behind.start, behind.due);
            now += behind.duration;
          }
          now += plan.last_leg_s;
          possible = possible && now <= frame.latest_back;
          costs = costs || now > std::max(plan.back, frame.due_back);
          CHECK((t <= one.latest) == possible);
          if (possible) CHECK((t <= one.free) == !costs);
          if (possible) CHECK(std::max<std::int64_t>(one.end_least, std::int64_t{t} + one.to_end) == now);
        }
      }
    }
  }
}

}  // namespace rich_test
