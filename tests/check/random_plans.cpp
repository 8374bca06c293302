// Random valid plans: the checker finds nothing wrong, and its figures equal those of a simulation second by second.
#include "../support/soak.hpp"
#include "tiny.hpp"

#include <doctest/doctest.h>

using namespace check_test;

namespace {

enum class Doing { travel, waiting, service, rest, call };

/// What the technician does in second s of a route.
Doing doing(const Route& route, std::int32_t s) {
  for (const Stop& stop : route.stops) {
    if (s >= stop.end.seconds) continue;
    if (s >= stop.start.seconds) {
      if (stop.kind == StopKind::depot) return Doing::call;
      return stop.kind == StopKind::rest ? Doing::rest : Doing::service;
    }
    if (s >= stop.arrival.seconds || s < stop.departure.seconds) return Doing::waiting;
    return Doing::travel;
  }
  return Doing::travel;
}

}  // namespace

TEST_SUITE("random plans") {
  TEST_CASE("plans made by the rules are valid, and their figures add up second by second") {
    int served = 0;
    int unassigned = 0;
    int breaks = 0;
    int broken = 0;
    int calls = 0;
    int linked = 0;
    int latest_costs = 0;
    for (int n = 0; n < paidan_test::cases(600); ++n) {
      CAPTURE(n);
      const bool links = n % 3 == 1;
      const Problem problem = tiny_problem(static_cast<std::uint64_t>(n) + 1'000, 6, links);
      const Dense& d = problem.dense();
      const Objective& weights = problem.data().objective;
      Plan plan = random_plan(problem, static_cast<std::uint64_t>(n));
      plan.cost = check::evaluate(problem, plan).cost;
      const check::Report report = check::evaluate(problem, plan);
      REQUIRE(codes(report) == Codes{});
      unassigned += static_cast<int>(plan.unassigned.size());

      Cost cost;
      Goals goals;
      std::int32_t as_promised = 0;
      std::int64_t latest = 0;          // counts
      std::int64_t latest_planned = 0;  // is told
      std::vector<std::int64_t> work(2), way(2), wait(2), service(2), rest(2), over(2), under_way(2), metres(2),
          called(2), errands(2);
      for (std::size_t t = 0; t < 2; ++t) work[t] = problem.data().technicians[t].load_carried.seconds;
      for (const Route& route : plan.routes) {
        const std::size_t t = d.shifts.technician[route.shift.at()].at();
        const Technician& technician = problem.data().technicians[t];
        under_way[t] += route.end.seconds - route.start.seconds;
        for (std::int32_t s = route.start.seconds; s < route.end.seconds; ++s) {
          const Doing what = doing(route, s);
          way[t] += what == Doing::travel;
          wait[t] += what == Doing::waiting;
          service[t] += what == Doing::service;
          rest[t] += what == Doing::rest;
          called[t] += what == Doing::call;
          work[t] += what == Doing::travel || what == Doing::service || what == Doing::call;
        }
        // Counted from the shift's end, also by one who leaves after it.
        for (std::int32_t s = d.shifts.end_s[route.shift.at()]; s < route.end.seconds; ++s) ++over[t];
        cost.fixed += technician.fixed_cost;
        LocationIndex place = d.shifts.start_location[route.shift.at()];
        const auto drive = [&](LocationIndex to) {
          metres[t] += d.profiles[0].leg(place, to).metres;
          place = to;
        };
        const std::vector<std::int64_t> safe = Oracle(problem).safe_starts(route);
        for (const Stop& stop : route.stops) {
          if (stop.kind == StopKind::rest) {
            ++breaks;
            if (d.breaks[stop.break_row.at()].paid) work[t] += d.breaks[stop.break_row.at()].duration_s;
            continue;
          }
          if (stop.kind == StopKind::depot) {
            ++errands[t];
            drive(d.depots.location[stop.depot.at()]);
            continue;
          }
          ++served;
          linked += !d.orders.links[stop.order.at()].empty();
          const Order& o = problem.order(stop.order);
          drive(d.orders.location[stop.order.at()]);
          const std::int64_t start = safe[static_cast<std::size_t>(&stop - route.stops.data())];
          for (std::int64_t s = d.orders.due_s[stop.order.at()]; s < start; ++s)
            cost.lateness += weights.per_lateness_second;
          const std::int64_t offset = o.promise ? (problem.instant(stop.start) - o.promise->at).seconds : 0;
          const bool too_late = o.promise && offset > o.promise->after.seconds;
          if (o.promise && start > problem.dense().orders.agreed_until_s[stop.order.at()])
            goals.honour += d.orders.unserved_cost[stop.order.at()] * weights.agreed_weight;
          if (d.orders.due_s[stop.order.at()] < time_limit_s) {
            latest = std::max(latest, start - d.orders.due_s[stop.order.at()]);
            latest_planned =
                std::max<std::int64_t>(latest_planned, stop.start.seconds - d.orders.due_s[stop.order.at()]);
          }
          std::int64_t counted = 0;
          for (std::int64_t s = d.orders.due_s[stop.order.at()]; s < start; ++s) {
            if (counted++ < weights.lateness_cap.seconds) ++goals.late.seconds;
          }
          as_promised += !too_late && (!o.promise || offset >= -o.promise->before.seconds) ? 1 : 0;
          for (const SkillLevel& need : o.skills) {
            std::int32_t best = 0;
            for (const SkillHeld& held : technician.skills) {
              const bool valid = !held.valid_until || held.valid_until->days >= 19'912;
              if (held.skill == need.skill && valid) best = std::max(best, held.level);
            }
            cost.over_skill += (best - need.level) * weights.per_overskill_level;
          }
          if (!o.preferred.empty() && o.preferred[0] != technician.id) cost.preference += weights.not_preferred;
          if (o.previous_technician && *o.previous_technician != technician.id)
            cost.same_technician += weights.not_same_technician;
          if (o.pin && o.pin->cost_of_change) {
            const bool moved = (o.pin->technician && *o.pin->technician != technician.id) ||
                               (o.pin->start && *o.pin->start != problem.instant(stop.start));
            if (moved) cost.change += *o.pin->cost_of_change;
          }
          cost.quality += d.technicians.quality_cost[t];
        }
        if (d.shifts.end_location[route.shift.at()].valid()) drive(d.shifts.end_location[route.shift.at()]);
      }
      for (std::size_t t = 0; t < 2; ++t) {
        cost.travel += way[t] * weights.per_travel_second;
        cost.waiting += wait[t] * weights.per_waiting_second;
        cost.overtime += over[t] * weights.per_overtime_second;
        cost.distance += metres[t] * weights.per_metre;
        for (std::int64_t s = 0; s < work[t]; ++s) cost.fairness += (s >= 20 ? 100 : 0) + (s >= 40 ? 300 : 0);
        const check::TechnicianKpis& row = report.kpis.technicians[t];
        REQUIRE(row.travel.seconds == way[t]);
        REQUIRE(row.waiting.seconds == wait[t]);
        REQUIRE(row.service.seconds == service[t]);
        REQUIRE(row.breaks.seconds == rest[t]);
        REQUIRE(row.overtime.seconds == over[t]);
        REQUIRE(row.distance_m == metres[t]);
        REQUIRE(row.work.seconds == work[t]);
        REQUIRE(row.depot_time.seconds == called[t]);
        REQUIRE(row.depot_calls == errands[t]);
        REQUIRE(row.travel.seconds + row.waiting.seconds + row.service.seconds + row.breaks.seconds +
                    row.depot_time.seconds ==
                under_way[t]);
      }
      for (const OrderIndex o : plan.unassigned) {
        const std::int64_t weight = d.orders.unserved_cost[o.at()];
        cost.unserved += weight;
        const bool agreed = problem.order(o).promise.has_value();
        goals.honour += weight * (agreed ? weights.agreed_weight : 1);
        if (agreed) goals.late.seconds += weights.lateness_cap.seconds + 1;
      }
      cost.worst_lateness = latest * weights.per_worst_lateness_second;
      latest_costs += cost.worst_lateness > 0 ? 1 : 0;
      REQUIRE(report.cost == cost);
      REQUIRE(report.kpis.worst_lateness == Duration{latest_planned});
      REQUIRE(report.kpis.depot_calls == errands[0] + errands[1]);
      REQUIRE(report.kpis.depot_time.seconds == called[0] + called[1]);
      calls += report.kpis.depot_calls;
      goals.run_well = cost.total() - cost.lateness - cost.unserved;
      if (weights.goals == GoalOrder::one_weighted) goals = {0, {}, cost.total()};
      REQUIRE(report.goals == goals);
      REQUIRE(report.kpis.served_as_promised == as_promised);
      broken += report.kpis.late;
    }
    CHECK(served > 500);
    CHECK(unassigned > 100);
    CHECK(breaks > 50);
    CHECK(broken > 5);
    CHECK(calls > 20);
    CHECK(linked > 60);
    CHECK(latest_costs > 20);
  }

  TEST_CASE("whatever is thrown at it, it answers") {
    for (int n = 0; n < paidan_test::cases(300); ++n) {
      CAPTURE(n);
      const Problem problem = tiny_problem(static_cast<std::uint64_t>(n) + 5'000, 4, n % 3 == 2);
      SplitMix64 random(static_cast<std::uint64_t>(n));
      SplitMix64 later(~static_cast<std::uint64_t>(n));
      const auto time = [&]() -> std::int32_t {
        switch (random.below(4)) {
          case 0:
            return INT32_MIN;
          case 1:
            return INT32_MAX;
          case 2:
            return static_cast<std::int32_t>(random.next());
          default:
            return static_cast<std::int32_t>(random.below(100));
        }
      };
      const auto index = [&]() -> std::size_t { return random.below(10) == 0 ? 0xffffffffU : random.below(6); };
      Plan plan;
      for (std::uint32_t r = random.below(5); r-- > 0;) {
        Route one{ShiftIndex(index()), {time()}, {time()}, {}};
        for (std::uint32_t s = random.below(5); s-- > 0;) {
          one.stops.push_back({random.below(4) == 0 ? StopKind::rest : StopKind::visit,
                               OrderIndex(index()),
                               BreakIndex(index()),
                               {time()},
                               {time()},
                               {time()},
                               {time()}});
          if (later.below(5) != 0) continue;
          one.stops.back().kind = StopKind::depot;
          one.stops.back().depot = DepotIndex(later.below(10) == 0 ? 0xffffffffU : later.below(3));
        }
        plan.routes.push_back(one);
      }
      for (std::uint32_t u = random.below(4); u-- > 0;) plan.unassigned.push_back(OrderIndex(index()));
      plan.cost.travel = static_cast<std::int64_t>(random.next());
      plan.cost.unserved = INT64_MAX;
      plan.goals = Goals{static_cast<std::int64_t>(random.next()), {INT64_MIN}, INT64_MAX};
      const check::Report report = check::evaluate(problem, plan);
      REQUIRE_FALSE(report.valid());
      for (const check::Violation& v : report.violations) REQUIRE(check::find_violation_kind(v.code) != nullptr);
      REQUIRE(report.cost.total() != INT64_MIN);
      for (std::size_t o = 0; o <= 4; ++o)
        (void)check::minimal_reasons(problem, plan, OrderIndex(o), TechnicianIndex(o % 3));

      for (const std::optional<Share>& share :
           {report.kpis.on_time_share, report.kpis.travel_share, report.kpis.utilisation, report.kpis.gini_work}) {
        if (!share) continue;
        REQUIRE(share->part >= 0);
        REQUIRE(share->part <= share->whole);
        REQUIRE(share->whole > 0);
      }
    }
  }

  TEST_CASE("whatever the host did, it is judged, or refused for what no visit can be") {
    int judged = 0;
    int refused = 0;
    for (int n = 0; n < paidan_test::cases(600); ++n) {
      CAPTURE(n);
      const Problem problem = tiny_problem(static_cast<std::uint64_t>(n) + 5'000, 4);
      SplitMix64 random(static_cast<std::uint64_t>(n));
      const bool wild = n % 2 == 0;
      const auto moment = [&]() -> Instant {
        const std::int64_t here = problem.data().origin.seconds;
        switch (wild ? random.below(12) : 4 + random.below(8)) {
          case 0:
            return {INT64_MIN};
          case 1:
            return {INT64_MAX};
          case 2:
            return {here - ModelTime::limit - 1};
          case 3:
            return {static_cast<std::int64_t>(random.next())};
          case 4:
            return {here - ModelTime::limit};
          case 5:
            return {here + ModelTime::limit};
          default:
            return {here + random.below(100)};
        }
      };
      const auto noun = [&](char letter, std::uint32_t known) {
        return letter + std::to_string(wild && random.below(8) == 0 ? known + random.below(3) : random.below(known));
      };
      bool possible = true;
      std::vector<check::ActualVisit> visits;
      for (std::uint32_t v = random.below(8); v-- > 0;) {
        check::ActualVisit& visit = visits.emplace_back();
        visit.order = noun('o', 4);
        visit.technician = noun('t', 2);
        Instant arrival = moment();
        if (random.below(2) == 0) visit.start = moment();
        Instant end = moment();
        if (!wild) {  // put in order what has none
          if (visit.start && *visit.start < arrival) std::swap(*visit.start, arrival);
          end = std::max(end, visit.start.value_or(arrival));
        }
        visit.arrival = arrival;
        visit.end = end;
        const Instant start = visit.start.value_or(arrival);
        for (const Instant one : {arrival, start, end}) {
          possible =
              possible && one >= problem.instant({-ModelTime::limit}) && one <= problem.instant({ModelTime::limit});
        }
        possible = possible && arrival <= start && start <= end;
        possible = possible && visit.order < "o4" && visit.technician < "t2";
      }
      if (!possible) {
        ++refused;
        REQUIRE_THROWS_AS(static_cast<void>(check::evaluate_actual(problem, visits)), InvalidInput);
        continue;
      }
      ++judged;
      const check::Report report = check::evaluate_actual(problem, visits);
      std::set<std::string> seen;
      for (const check::ActualVisit& visit : visits) seen.insert(visit.order);
      REQUIRE(report.kpis.served == static_cast<std::int32_t>(seen.size()));
      REQUIRE(report.kpis.unserved == 4 - static_cast<std::int32_t>(seen.size()));
      REQUIRE(report.total_cost() == report.cost.total());
    }
    CHECK(judged > 250);
    CHECK(refused > 200);
  }
}
