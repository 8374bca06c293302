// Why not, where orders are linked: routes that hang together are timed together.
#include <paidan/dispatch/explain.hpp>

#include <doctest/doctest.h>

#include <paidan/constraints/detail/pace.hpp>
#include <paidan/constraints/eligibility.hpp>
#include <paidan/constraints/reason_kinds.hpp>
#include <paidan/dispatch/baselines.hpp>
#include <paidan/routing/detail/assemble.hpp>

#include "support/linked_problem.hpp"
#include "support/soak.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

using namespace paidan;

namespace {

constexpr std::int64_t far = std::int64_t{1} << 40;

/// The definition of `why_not` for problems of windows, hours and links alone, told anew: starts are raised until all
/// rules hold, or some cannot.
class Oracle {
 public:
  Oracle(const Problem& problem, const Plan& plan, OrderIndex target) : problem_(problem), target_(target) {
    routes_.resize(problem.shift_count());
    for (const Route& route : plan.routes) {
      for (const Stop& stop : route.stops) {
        if (stop.kind == StopKind::visit && stop.order != target) routes_[route.shift.at()].push_back(stop.order);
      }
    }
  }

  std::optional<FamilyBits> minimal(TechnicianIndex technician) {
    const Dense& dense = problem_.dense();
    constexpr std::array timely{Family::window, Family::shift, Family::commitments, Family::links};
    std::optional<FamilyBits> best;
    for (std::size_t s = 0; s < routes_.size(); ++s) {
      if (dense.shifts.technician[s] != technician) continue;
      const FamilyBits pair = constraints::violated(problem_, target_, ShiftIndex(s));
      for (std::size_t position = 0; position <= routes_[s].size(); ++position) {
        for (unsigned subset = 0; subset < 1U << timely.size(); ++subset) {
          FamilyBits set = pair;
          for (std::size_t k = 0; k < timely.size(); ++k) {
            if ((subset >> k & 1U) != 0) set |= bit(timely[k]);
          }
          if (best && !simpler(set, *best)) continue;
          if (exists(s, position, set)) best = set;
        }
      }
    }
    return best;
  }

 private:
  bool exists(std::size_t shift, std::size_t position, FamilyBits relaxed) {
    const Dense& dense = problem_.dense();
    std::vector<std::vector<OrderIndex>> routes = routes_;
    routes[shift].insert(routes[shift].begin() + static_cast<std::ptrdiff_t>(position), target_);
    std::map<OrderIndex, std::int64_t> starts;
    for (const auto& route : routes) {
      for (const OrderIndex order : route) starts[order] = -far;
    }
    const bool links_off = has(relaxed, Family::links);
    const auto& group = dense.orders.link_group;
    for (std::size_t o = 0; o < group.size() && !links_off; ++o) {
      if (group[target_.at()] != UINT32_MAX && group[o] == group[target_.at()] && !starts.contains(OrderIndex(o)))
        return false;
    }
    int rounds = 0;
    for (bool moved = true; moved;) {
      if (++rounds > 5'000) return false;  // visits that drive each other up
      moved = false;
      const auto raise = [&](OrderIndex order, std::int64_t to) {
        if (to <= starts[order]) return;
        starts[order] = to;
        moved = true;
      };
      for (std::size_t s = 0; s < routes.size(); ++s) {
        if (!tell_route(s, s == shift, routes[s], relaxed, starts, raise)) return false;
      }
      for (const LinkRow& link : dense.links) {
        if (links_off && (link.first == target_ || link.second == target_)) continue;
        if (!starts.contains(link.first) || !starts.contains(link.second)) continue;
        raise(link.second, starts[link.first] + link.min_s);
        raise(link.first, starts[link.second] - link.max_s);
      }
    }
    return true;
  }

  template <class Raise>
  bool tell_route(std::size_t s, bool own, const std::vector<OrderIndex>& route, FamilyBits relaxed,
                  std::map<OrderIndex, std::int64_t>& starts, Raise&& raise) {
    if (route.empty()) return true;
    const Dense& dense = problem_.dense();
    const TechnicianIndex technician = dense.shifts.technician[s];
    const bool any_hours = own && has(relaxed, Family::shift);
    std::int64_t t = any_hours ? -time_limit_s : dense.shifts.start_s[s];
    LocationIndex place = dense.shifts.start_location[s];
    for (const OrderIndex order : route) {
      const LocationIndex next = dense.orders.location[order.at()];
      const bool shared = order != route.front() && next == place;
      const bool any_window = order == target_ && has(relaxed, Family::window);
      if (!any_window) t = std::max<std::int64_t>(t, dense.orders.release_s[order.at()]);
      const std::int64_t arrival = t + constraints::hop(dense, technician, place, next).seconds;
      const std::int64_t from = std::max(arrival, starts[order]);
      std::optional<std::int64_t> start;
      if (any_window) start = std::max<std::int64_t>(from, dense.orders.soft_from_s[order.at()]);
      for (const Interval& one : dense.orders.starts[order.at()]) {
        if (!start && from <= one.high) start = std::max<std::int64_t>(from, one.low);
      }
      if (!start) {
        if (order == target_ || !has(relaxed, Family::commitments)) return false;
        start = from;
      }
      raise(order, *start);
      t = starts[order] + constraints::service_s(dense, technician, order) +
          (shared ? 0 : constraints::setup_s(dense, technician, order));
      place = next;
    }
    const LocationIndex home = dense.shifts.end_location[s];
    if (home.valid()) t += constraints::hop(dense, technician, place, home).seconds;
    return any_hours || t <= dense.shifts.end_s[s] + dense.shifts.overtime_cap_s[s];
  }

  const Problem& problem_;
  OrderIndex target_;
  std::vector<std::vector<OrderIndex>> routes_;
};

routing::Visits visits_of(const Problem& problem, const Plan& plan, OrderIndex except) {
  routing::Visits visits(problem.shift_count());
  for (const Route& route : plan.routes) {
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::visit && stop.order != except) visits[route.shift.at()].push_back(stop.order.value);
    }
  }
  return visits;
}

FamilySet families_of(const std::vector<Reason>& reasons) {
  FamilySet set = 0;
  for (const Reason& reason : reasons) set = static_cast<FamilySet>(set | bit(reason.family));
  return set;
}

}  // namespace

TEST_CASE("the reason set is that of the definition, each family of it explained") {
  std::map<Family, int> seen;
  int possible = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    const Problem problem = paidan_test::linked_problem(static_cast<std::uint64_t>(seed), {.orders = 6 + seed % 6,
                                                                                           .technicians = 2 + seed % 3,
                                                                                           .days = 1 + seed % 2,
                                                                                           .plain = true,
                                                                                           .wide_share = seed % 4,
                                                                                           .released = seed % 5 == 0,
                                                                                           .rigid = seed % 2 == 0});
    const Plan base = plan_baseline(problem, Baseline::nearest_free);
    for (std::size_t o = 0; o < problem.order_count(); ++o) {
      Oracle oracle(problem, base, OrderIndex(o));
      for (std::size_t t = 0; t < problem.technician_count(); ++t) {
        CAPTURE(o);
        CAPTURE(t);
        const WhyNot answer = why_not(problem, base, OrderIndex(o), TechnicianIndex(t));
        const std::optional<FamilyBits> right = oracle.minimal(TechnicianIndex(t));
        CHECK(answer.possible == right.has_value());
        CHECK(answer.families == right.value_or(every_family));
        for (const Family family : {Family::skill, Family::window, Family::commitments, Family::links})
          seen[family] += has(answer.families, family) ? 1 : 0;
        possible += answer.families == 0 ? 1 : 0;
        if (!answer.possible) continue;
        CHECK(families_of(answer.reasons) == answer.families);
        for (const Reason& reason : answer.reasons) {
          REQUIRE(constraints::find_reason_kind(reason.detail) != nullptr);
          CHECK(constraints::find_reason_kind(reason.detail)->family == reason.family);
        }
      }
    }
  }
  CHECK(possible > 50);
  for (const auto& [family, times] : seen) CHECK(times > 5);
}

TEST_CASE("a linked order that can come elsewhere leaves a whole plan when it does") {
  int moved = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    const Problem problem = paidan_test::linked_problem(
        static_cast<std::uint64_t>(seed),
        {.orders = 6 + seed % 8, .technicians = 2 + seed % 4, .days = 1 + seed % 2, .plain = seed % 2 == 0});
    const Plan base = plan_baseline(problem, Baseline::nearest_free);
    for (const OrderIndex order : problem.dense().link_groups.values) {
      for (std::size_t t = 0; t < problem.technician_count(); ++t) {
        CAPTURE(order.at());
        CAPTURE(t);
        const WhyNot answer = why_not(problem, base, order, TechnicianIndex(t));
        if (!answer.possible || answer.families != 0) continue;
        routing::Visits visits = visits_of(problem, base, order);
        auto& route = visits[answer.shift.at()];
        REQUIRE(answer.position.has_value());
        route.insert(route.begin() + *answer.position, order.value);
        const Plan with = routing::assemble(problem, visits);
        CHECK(with.unassigned == base.unassigned);
        for (const Route& one : with.routes) {
          for (const Stop& stop : one.stops) {
            if (stop.kind == StopKind::visit && stop.order == order) CHECK(stop.start == answer.start);
          }
        }
        ++moved;
      }
    }
  }
  CHECK(moved > 50);
}

TEST_CASE("done as described, the plan costs what was announced, and those suffer who were named") {
  int compared = 0;
  int elsewhere = 0;
  for (int seed = 0; seed < paidan_test::cases(60); ++seed) {
    CAPTURE(seed);
    const Problem problem = paidan_test::linked_problem(
        static_cast<std::uint64_t>(seed),
        {.orders = 6 + seed % 8, .technicians = 2 + seed % 4, .days = 1 + seed % 2, .plain = seed % 2 == 0});
    if (!problem.data().depots.empty()) continue;
    const Plan base = plan_baseline(problem, Baseline::best_rating);
    for (std::size_t o = 0; o < problem.order_count(); ++o) {
      const OrderIndex order(o);
      // Taken out, its group would not be whole: what the plan costs without it is not a plan's.
      if (!problem.dense().orders.links[o].empty()) continue;
      const Plan without = routing::assemble(problem, visits_of(problem, base, order));
      if (visits_of(problem, without, order) != visits_of(problem, base, order)) continue;
      for (std::size_t t = 0; t < problem.technician_count(); ++t) {
        CAPTURE(o);
        CAPTURE(t);
        const WhyNot answer = why_not(problem, without, order, TechnicianIndex(t));
        if (!answer.possible || answer.families != 0) continue;
        routing::Visits visits = visits_of(problem, without, order);
        auto& route = visits[answer.shift.at()];
        REQUIRE(answer.position.has_value());
        route.insert(route.begin() + *answer.position, static_cast<std::uint32_t>(o));
        const Plan with = routing::assemble(problem, visits);
        // Where a plan keeps to the rule, rests may stand in the way that could stand elsewhere.
        if (!problem.dense().breaks.empty() && with.unassigned.size() + 1 != without.unassigned.size()) continue;
        CHECK(with.unassigned.size() + 1 == without.unassigned.size());
        CHECK(with.cost.total() - with.cost.unserved - (without.cost.total() - without.cost.unserved) ==
              answer.added_cost);
        ++compared;
        std::map<OrderIndex, ModelTime> starts;
        for (const Route& one : with.routes) {
          for (const Stop& stop : one.stops) {
            if (stop.kind == StopKind::visit) starts[stop.order] = stop.start;
          }
        }
        std::vector<OrderIndex> later;
        for (const Route& one : without.routes) {
          for (const Stop& stop : one.stops) {
            if (stop.kind != StopKind::visit || starts[stop.order] <= stop.start) continue;
            later.push_back(stop.order);
            elsewhere += one.shift == answer.shift ? 0 : 1;
          }
        }
        std::vector<OrderIndex> named;
        for (const Suffering& one : answer.suffering) {
          named.push_back(one.order);
          CHECK(starts[one.order] == one.new_start);
        }
        std::sort(later.begin(), later.end());
        std::sort(named.begin(), named.end());
        CHECK(named == later);
      }
    }
  }
  CHECK(compared > 200);
  CHECK(elsewhere > 3);
}

namespace {

/// Wang in the morning, Li in the afternoon; ten minutes to the flat.
ProblemData two_halves() {
  ProblemData data;
  data.origin = {1'720'396'800};
  for (const char* id : {"home", "flat"}) data.locations.push_back({.id = id, .name = id, .point = {}});
  const travel::MatrixData matrix{.size = 2, .seconds = {0, 600, 600, 0}, .metres = {}};
  data.profiles.push_back({.id = "car", .matrix = matrix, .straight_line = {}});
  for (const bool first : {true, false}) {
    Technician one;
    one.id = first ? "wang" : "li";
    one.name = first ? "王师傅" : "李师傅";
    one.home = "home";
    Shift half;
    half.id = "half";
    half.start = data.origin + hours(first ? 8 : 13);
    half.end = data.origin + hours(first ? 12 : 18);
    one.shifts = {half};
    data.technicians.push_back(one);
  }
  Order lift;
  lift.id = "lift";
  lift.name = "吊装";
  lift.location = "flat";
  lift.service = minutes(60);
  Order test = lift;
  test.id = "test";
  test.name = "调试";
  test.links = {{.order = "lift", .minimum_gap = {}, .maximum_gap = minutes(30)}};
  data.orders = {lift, test};
  return data;
}

std::string value(const Reason& reason, std::string_view name) {
  for (const Parameter& parameter : reason.parameters) {
    if (parameter.name == name) return parameter.value;
  }
  return "?";
}

}  // namespace

TEST_CASE("an order that hangs together with another waits for it, with or without a shift") {
  ProblemData data = two_halves();
  Technician idle = data.technicians[1];
  idle.id = "zhou";
  idle.shifts.clear();
  data.technicians.push_back(idle);
  const Problem problem(data);
  const Unassigned answer = why_unassigned(problem, Plan{}, OrderIndex(1U));
  REQUIRE(answer.technicians.size() == 3);
  CHECK(answer.families == bit(Family::links));
  const WhyNot& first = answer.technicians[0];
  REQUIRE(first.reasons.size() == 1);
  CHECK(first.reasons[0].detail == "link_unserved");
  CHECK(value(first.reasons[0], "order") == "吊装");
  const WhyNot& last = answer.technicians[2];
  CHECK(last.technician == TechnicianIndex(2U));
  CHECK(last.families == (bit(Family::shift) | bit(Family::links)));
  CHECK(families_of(last.reasons) == last.families);
}

TEST_CASE("a gap tells how much wider it would have to be") {
  ProblemData data = two_halves();
  data.orders[1].windows = {{data.origin + hours(13), data.origin + hours(18), true}};
  const auto ask = [](const ProblemData& asked) {
    const Problem problem(asked);
    Stop stop;
    stop.order = OrderIndex(0U);
    stop.start = {8 * 3'600 + 600};
    Route route;
    route.shift = ShiftIndex(0U);
    route.stops = {stop};
    Plan plan;
    plan.routes = {route};
    return why_not(problem, plan, OrderIndex(1U), TechnicianIndex(1U));
  };
  // Li is there at 13:10 at the earliest, Wang has to begin by 10:50: 2:20 between them.
  const WhyNot answer = ask(data);
  CHECK(answer.families == bit(Family::links));
  REQUIRE(answer.reasons.size() == 1);
  CHECK(answer.reasons[0].detail == "link_gap");
  CHECK(value(answer.reasons[0], "order") == "吊装");
  CHECK(value(answer.reasons[0], "amount_s") == std::to_string(110 * 60));
  data.orders[1].links[0].maximum_gap = minutes(140);
  const WhyNot wide = ask(data);
  CHECK(wide.families == 0);
  REQUIRE(wide.suffering.size() == 1);  // in Wang's day
  CHECK(wide.suffering[0].order == OrderIndex(0U));
  CHECK(wide.suffering[0].new_start.seconds == 10 * 3'600 + 50 * 60);
  data.orders[0].windows = {{data.origin + hours(8), data.origin + hours(9), true}};
  const WhyNot late = ask(data);
  CHECK(late.families == bit(Family::commitments));
  REQUIRE(late.reasons.size() == 1);
  CHECK(value(late.reasons[0], "order") == "吊装");
  CHECK(value(late.reasons[0], "amount_s") == std::to_string(110 * 60 + 1));  // half-open: until 8:59:59
}
