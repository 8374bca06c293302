// Links between orders: random routes against a search over every second, and against the oracle.
#include "../support/soak.hpp"
#include "tiny.hpp"

#include <doctest/doctest.h>

using namespace check_test;

namespace {

using Starts = std::map<std::size_t, std::int64_t>;  // of linked orders

/// Every way in which one route's linked visits can start on free roads, other stops at any second. Ways and durations
/// are those of the route by itself.
class EveryWay {
 public:
  EveryWay(const Problem& problem, const Oracle& oracle, const Route& alone)
      : d_(problem.dense()), oracle_(oracle), route_(alone), shift_(alone.shift.at()) {
    last_ = std::int64_t{d_.shifts.end_s[shift_]} + d_.shifts.overtime_cap_s[shift_];
    extend(0, d_.shifts.start_s[shift_], {});
  }
  std::set<Starts> ways;

 private:
  void extend(std::size_t i, std::int64_t time, const Starts& so_far) {
    if (i == route_.stops.size()) {
      if (time + route_.end.seconds - route_.stops.back().end.seconds <= last_) ways.insert(so_far);
      return;
    }
    const Stop& stop = route_.stops[i];
    const bool visit = stop.kind == StopKind::visit;
    const std::int64_t leaves = visit ? std::max<std::int64_t>(time, d_.orders.release_s[stop.order.at()]) : time;
    const std::int64_t duration = std::int64_t{stop.end.seconds} - stop.start.seconds;
    for (std::int64_t s = leaves + stop.arrival.seconds - stop.departure.seconds; s + duration <= last_; ++s) {
      if (!open(stop, s, s + duration)) continue;
      Starts with = so_far;
      const bool linked = visit && oracle_.stays(stop.order.at(), SIZE_MAX, 0);
      if (linked) with[stop.order.at()] = s;
      extend(i + 1, s + duration, with);
      // Where nothing depends on when it is, sooner is as good.
      if (!linked) return;
    }
  }
  [[nodiscard]] bool open(const Stop& stop, std::int64_t start, std::int64_t end) const {
    if (stop.kind == StopKind::rest) {
      const BreakRow& row = d_.breaks[stop.break_row.at()];
      return row.earliest_s <= start && start <= row.latest_s;
    }
    const auto within = [&](std::span<const Interval> list) {
      return std::any_of(list.begin(), list.end(), [&](Interval i) { return i.low <= start && start <= i.high; });
    };
    const auto free = [&](std::span<const Interval> list) {
      return std::none_of(list.begin(), list.end(), [&](Interval i) { return start <= i.high && end > i.low; });
    };
    if (stop.kind == StopKind::depot) return within(d_.depots.starts[stop.depot.at()]);
    const std::size_t t = d_.shifts.technician[shift_].at();
    return within(d_.orders.starts[stop.order.at()]) && free(d_.technicians.suspensions[t]) &&
           free(d_.orders.closed[stop.order.at()]);
  }

  const Dense& d_;
  const Oracle& oracle_;
  const Route& route_;
  std::size_t shift_;
  std::int64_t last_ = 0;
};

/// The least starts of all ways together that keep the links.
std::optional<Starts> least(const Dense& d, const std::vector<std::set<Starts>>& routes) {
  std::optional<Starts> best;
  std::vector<Starts> all{{}};
  for (const std::set<Starts>& route : routes) {
    std::vector<Starts> more;
    for (const Starts& some : all) {
      for (const Starts& way : route) {
        Starts both = some;
        both.insert(way.begin(), way.end());
        const bool kept = std::all_of(d.links.begin(), d.links.end(), [&](const LinkRow& link) {
          const auto first = both.find(link.first.at());
          const auto second = both.find(link.second.at());
          if (first == both.end() || second == both.end()) return true;
          const std::int64_t gap = second->second - first->second;
          return link.min_s <= gap && gap <= link.max_s;
        });
        if (kept) more.push_back(both);
      }
    }
    all = more;
  }
  for (const Starts& one : all) {
    if (!best) best = one;
    for (auto& [order, start] : *best) start = std::min(start, one.at(order));
  }
  return best;
}

/// All stops from `i` on `off` seconds later, those before as they are.
Route moved(Route route, std::size_t i, std::int32_t off) {
  route.stops[i].start.seconds += off;
  route.stops[i].end.seconds += off;
  if (i + 1 < route.stops.size()) {
    route.stops[i + 1].departure.seconds += off;
    route.stops[i + 1].arrival.seconds += off;
  } else {
    route.end.seconds += off;
  }
  return route;
}

}  // namespace

TEST_SUITE("links") {
  TEST_CASE("linked visits start at the least of all times that a search over every second finds") {
    int tied = 0;
    int never = 0;
    for (int n = 0; n < paidan_test::cases(3'000); ++n) {
      CAPTURE(n);
      ProblemData data = tiny_data(static_cast<std::uint64_t>(n) + 200'000, 4, n % 4 == 0, true);
      data.profiles[0].bands.clear();
      if (!Problem::validate(data).empty()) continue;
      const Problem problem(data);
      const Oracle oracle(problem);
      SplitMix64 random(static_cast<std::uint64_t>(n));
      const auto below = [&](std::size_t bound) -> std::size_t {
        return random.below(static_cast<std::uint32_t>(bound));
      };
      std::vector<std::size_t> left{0, 1, 2, 3};
      std::vector<Sequence> drawn;
      std::vector<std::set<Starts>> ways;
      bool possible = true;
      for (std::size_t s = 0; s < problem.shift_count(); ++s) {
        std::vector<std::size_t> visits;
        for (std::size_t k = 1 + below(2); k-- > 0 && !left.empty();) {
          const auto at = left.begin() + static_cast<std::ptrdiff_t>(below(left.size()));
          visits.push_back(*at);
          left.erase(at);
        }
        if (visits.empty()) continue;
        const auto placements = oracle.placements(s, visits, 0);
        drawn.push_back({s, placements[below(2) == 0 ? 0 : below(placements.size())]});
        const auto alone = oracle.timed(s, drawn.back().items);
        possible = possible && alone;
        if (possible) ways.push_back(EveryWay(problem, oracle, *alone).ways);
      }
      const auto together = oracle.together(drawn);
      if (!possible) {
        REQUIRE_FALSE(together);
        continue;
      }
      const std::optional<Starts> found = least(problem.dense(), ways);
      const bool in_hours =
          together && std::all_of(together->begin(), together->end(), [&](const Route& route) {
            const std::size_t s = route.shift.at();
            return route.end.seconds <= problem.dense().shifts.end_s[s] + problem.dense().shifts.overtime_cap_s[s];
          });
      REQUIRE(found.has_value() == in_hours);
      never += !found;
      if (!found) continue;
      Plan plan;
      plan.problem = {problem.hash()};
      plan.routes = *together;
      for (const Route& route : plan.routes) {
        for (const Stop& stop : route.stops) {
          if (stop.kind != StopKind::visit || found->count(stop.order.at()) == 0) continue;
          ++tied;
          REQUIRE(stop.start.seconds == found->at(stop.order.at()));
        }
      }
      const auto faults = [&](const Plan& one) {
        Codes list;
        for (const std::string& code : codes(check::evaluate(problem, one))) {
          for (const char* time : {"timing", "link_gap", "overlap", "travel_too_short", "window", "suspended",
                                   "tag_closed", "break_window", "left_before_release", "pin_start", "shift_start"}) {
            if (code == time) list.push_back(code);
          }
        }
        return list;
      };
      REQUIRE(faults(plan) == Codes{});
      // Any one start a second off is found, with the times around it made consistent.
      for (std::size_t r = 0; r < plan.routes.size(); ++r) {
        for (std::size_t i = 0; i < plan.routes[r].stops.size(); ++i) {
          for (const int off : {-1, 1}) {
            Plan other = plan;
            other.routes[r] = moved(plan.routes[r], i, off);
            REQUIRE(faults(other) != Codes{});
          }
        }
      }
      // And so is everybody a second later.
      Plan later = plan;
      for (Route& route : later.routes) {
        route.start.seconds += 1;
        route.end.seconds += 1;
        for (Stop& stop : route.stops) {
          for (ModelTime* time : {&stop.departure, &stop.arrival, &stop.start, &stop.end}) time->seconds += 1;
        }
      }
      REQUIRE(faults(later) != Codes{});
    }
    CHECK(tied > 200);
    CHECK(never > 200);
  }

  TEST_CASE("why not: the same as trying all sets, and nothing stands against what the plan has") {
    std::map<Family, int> seen;
    int empty = 0;
    int partners = 0;
    int beside = 0;
    for (int n = 0; n < paidan_test::cases(3'000); ++n) {
      CAPTURE(n);
      const Problem problem = tiny_problem(static_cast<std::uint64_t>(n) + 300'000, 5, true);
      const std::size_t target = static_cast<std::size_t>(n) % problem.order_count();
      const Plan plan = random_plan(problem, static_cast<std::uint64_t>(n), target);
      const Oracle oracle(problem);
      // Most often nothing linked is served at all: some of these are enough.
      const bool linked = oracle.stays(target, SIZE_MAX, 0);
      const bool tied = !oracle.beside(plan, SIZE_MAX, target).empty();
      if (!tied && n % 10 != 0) continue;
      partners += linked && tied;
      beside += !linked && tied;
      for (std::size_t t = 0; t < 2; ++t) {
        const FamilySet mine = check::minimal_reasons(problem, plan, OrderIndex(target), TechnicianIndex(t));
        REQUIRE(mine == oracle.reasons(plan, target, t));
        for (int f = 0; f < family_count && tied; ++f) seen[static_cast<Family>(f)] += (mine >> f & 1U) != 0;
        empty += tied && mine == 0;
      }
      const Plan with = random_plan(problem, static_cast<std::uint64_t>(n));
      for (const Route& r : with.routes) {
        for (const Stop& stop : r.stops) {
          if (stop.kind != StopKind::visit) continue;
          const TechnicianIndex t = problem.dense().shifts.technician[r.shift.at()];
          REQUIRE(check::minimal_reasons(problem, with, stop.order, t) == 0);
        }
      }
    }
    CHECK(partners > 200);
    CHECK(beside > 100);
    CHECK(empty > 200);
    CHECK(seen[Family::links] > 200);
    for (const Family f : {Family::suspended, Family::window, Family::shift, Family::breaks, Family::commitments}) {
      CAPTURE(static_cast<int>(f));
      CHECK(seen[f] > 5);
    }
  }
}
