#pragma once

#include <paidan/check/detail/together.ipp>

#include <limits>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

// Routes of a plan with linked visits, as they stand beside an order that is put somewhere else.
namespace check_detail {

/// What only the times of a whole route tell.
struct RouteLimits {
  std::int64_t max_travel_s = std::numeric_limits<std::int64_t>::max();  ///< in traffic; else known before
  std::int64_t max_leg_s = std::numeric_limits<std::int64_t>::max();
  std::vector<std::int64_t> due;  ///< latest starts of the rests that are left out

  /// No rest is left out that is due once the rule has set the moment of leaving.
  [[nodiscard]] bool kept(Tour& tour) const {
    const std::int64_t end = tour.end();
    const std::int64_t start = tour.leave_late();
    if (tour.road->has_traffic() && drives_too_long(tour, start, end)) return false;
    return std::none_of(due.begin(), due.end(), [&](std::int64_t latest) { return start < latest && end > latest; });
  }

 private:
  [[nodiscard]] bool drives_too_long(const Tour& tour, std::int64_t start, std::int64_t end) const {
    std::int64_t travel = 0;
    std::int64_t longest = 0;
    std::int64_t time = start;
    const auto add = [&](std::int64_t seconds) {
      travel += seconds;
      longest = std::max(longest, seconds);
    };
    for (std::size_t i = 0; i < tour.timed.size(); ++i) {
      const std::int64_t departs = std::max(time, tour.steps[i]->release);
      add(tour.road->arrival(departs, tour.steps[i]->leg) - departs);
      time = tour.timed[i].end(*tour.steps[i]);
    }
    add(end - time);
    return travel > max_travel_s || longest > max_leg_s;
  }
};

inline RouteLimits drive_limits(const Dense& d, ShiftIndex shift) {
  const std::size_t t = d.shifts.technician[shift.at()].at();
  return {d.technicians.max_travel_s[t], d.technicians.max_leg_s[t], {}};
}

struct StandingRoute {
  ShiftIndex shift;
  const Road* road = nullptr;
  std::vector<Step> steps;
  std::int64_t opens = 0;
  std::int64_t day_ends = 0;
  std::int64_t last_leg = 0;
  RouteLimits limits;
  bool reachable = true;  ///< each place from the one before

  [[nodiscard]] Tour tour() const {
    Tour tour{
        .road = road, .steps = {}, .opens = opens, .day_ends = day_ends, .closes = day_ends, .last_leg = last_leg};
    for (const Step& step : steps) tour.steps.push_back(&step);
    return tour;
  }
};

/// Those of a plan, without the order; what a plan names that does not exist is left out.
class StandingRoutes {
 public:
  StandingRoutes(const Problem& problem, const Plan& plan, OrderIndex order) : d_(problem.dense()) {
    if (d_.links.empty()) return;
    for (const BreakRow& row : d_.breaks) hours_.push_back({row.earliest_s, row.latest_s});
    for (std::size_t t = 0; t < problem.technician_count(); ++t) roads_.emplace_back(problem, TechnicianIndex(t));
    for (const Route& route : plan.routes) {
      if (route.shift.at() >= d_.shifts.technician.size()) continue;
      StandingRoute one = standing(route, order);
      const auto linked = [](const Step& step) { return step.linked.valid(); };
      if (std::any_of(one.steps.begin(), one.steps.end(), linked)) routes_.push_back(std::move(one));
    }
  }
  StandingRoutes(const StandingRoutes&) = delete;
  StandingRoutes& operator=(const StandingRoutes&) = delete;

  /// All but that of a shift; `loose`: visits may come too late.
  [[nodiscard]] std::vector<StandingRoute> but(ShiftIndex shift, bool loose) const {
    std::vector<StandingRoute> others;
    for (const StandingRoute& route : routes_) {
      if (route.shift == shift) continue;
      others.push_back(route);
      for (Step& step : others.back().steps) step.may_break_promise = step.may_break_promise && loose;
    }
    return others;
  }

 private:
  [[nodiscard]] StandingRoute standing(const Route& route, OrderIndex order) const {
    const std::size_t s = route.shift.at();
    const TechnicianIndex t = d_.shifts.technician[s];
    StandingRoute one{.shift = route.shift,
                      .road = &roads_[t.at()],
                      .steps = {},
                      .opens = d_.shifts.start_s[s],
                      .day_ends = std::int64_t{d_.shifts.end_s[s]} + d_.shifts.overtime_cap_s[s],
                      .limits = drive_limits(d_, route.shift)};
    LocationIndex place = d_.shifts.start_location[s];
    const auto travel = [&](LocationIndex to) {
      const TripLeg leg = trip(d_, t, place, to);
      one.reachable = one.reachable && leg.reachable;
      place = to;
      return leg.seconds;
    };
    bool behind_visit = false;
    std::vector<BreakIndex> taken;
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::rest && stop.break_row.at() < d_.breaks.size()) {
        taken.push_back(stop.break_row);
        one.steps.push_back(rest_step(d_, stop.break_row, {&hours_[stop.break_row.at()], 1}));
      } else if (stop.kind == StopKind::depot && stop.depot.at() < d_.depots.location.size()) {
        one.steps.push_back(call_step(d_, stop.depot, travel(d_.depots.location[stop.depot.at()])));
        behind_visit = false;
      } else if (stop.kind == StopKind::visit && stop.order != order && stop.order.at() < d_.orders.location.size()) {
        const bool same_place = behind_visit && d_.orders.location[stop.order.at()] == place;
        const std::int64_t leg = travel(d_.orders.location[stop.order.at()]);
        one.steps.push_back(visit_step(d_, t, stop.order, leg, same_place));
        one.steps.back().may_break_promise = true;
        behind_visit = true;
      }
    }
    if (d_.shifts.end_location[s].valid()) one.last_leg = travel(d_.shifts.end_location[s]);
    for (const BreakIndex b : d_.shifts.breaks[s]) {
      if (!contains<BreakIndex>(taken, b)) one.limits.due.push_back(d_.breaks[b.at()].latest_s);
    }
    return one;
  }

  const Dense& d_;
  std::vector<Interval> hours_;  // of every rest
  std::vector<Road> roads_;      // of every technician
  std::vector<StandingRoute> routes_;
};

/// Does the plan serve all the orders that the order hangs together with?
inline bool partners_served(const Dense& d, const Plan& plan, OrderIndex order) {
  if (!is_linked(d, order)) return true;
  const auto group = d.link_groups[d.orders.link_group[order.at()]];
  return std::all_of(group.begin(), group.end(), [&](OrderIndex partner) {
    const auto serves = [&](const Route& route) {
      return route.shift.at() < d.shifts.technician.size() &&
             std::any_of(route.stops.begin(), route.stops.end(),
                         [&](const Stop& stop) { return stop.kind == StopKind::visit && stop.order == partner; });
    };
    return partner == order || std::any_of(plan.routes.begin(), plan.routes.end(), serves);
  });
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
