// By how much: the reasons of one insertion with their amounts.
#pragma once

#include <paidan/dispatch/detail/insertions.ipp>
#include <paidan/model/detail/starts.hpp>

#include <span>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace dispatch_detail {

class Amounts {
 public:
  Amounts(const Problem& problem, Inserts& inserts, OrderIndex order, TechnicianIndex technician)
      : problem_(problem), dense_(problem.dense()), inserts_(inserts), order_(order), technician_(technician) {}

  /// What stands against the pair besides the shift that there is none of.
  void without_shift() {
    for (Reason& reason : constraints::reasons(problem_, order_, technician_)) list_.push_back(std::move(reason));
    add(Family::shift, "no_shift", {});
    std::stable_sort(list_.begin(), list_.end(), [](const Reason& a, const Reason& b) { return a.family < b.family; });
  }

  /// The pair's reasons in one shift, those of `families`.
  void pair(ShiftIndex shift, FamilyBits families) {
    for (Reason& reason : constraints::reasons(problem_, order_, shift)) {
      if (!has(families, reason.family) || reason.family == Family::parts) continue;
      list_.push_back(std::move(reason));
    }
    if (has(families, Family::parts)) parts();
  }

  /// All families of the set, as the cheapest insertion under it shows them.
  [[nodiscard]] std::vector<Reason> of(const Inserts::Cheapest& cheapest, FamilyBits families) {
    const Insert& insert = *cheapest.insert;
    const ShiftIndex shift = insert.others->shift;
    pair(shift, families);
    const Stop* target = nullptr;
    for (const Stop& stop : cheapest.timed.route.stops) {
      if (stop.kind == StopKind::visit && stop.order == order_) target = &stop;
    }
    if (has(families, Family::suspended)) suspended(*target);
    if (has(families, Family::reach)) reach(insert);
    if (has(families, Family::window)) window(insert, families, *target);
    if (has(families, Family::shift)) hours(shift, cheapest.timed.route);
    if (has(families, Family::breaks)) breaks(shift, cheapest.timed.route);
    if (has(families, Family::jobs)) {
      add(Family::jobs, "max_jobs",
          {{"limit", number(dense_.technicians.max_jobs[technician_.at()])},
           {"jobs", std::to_string(insert.visits.size())}});
    }
    if (has(families, Family::travel_time)) {
      const auto too_much = [&](const char* detail, std::int64_t is, std::int64_t limit) {
        if (is > limit)
          add(Family::travel_time, detail, {{"limit_s", number(limit)}, {"amount_s", number(is - limit)}});
      };
      too_much("max_leg", insert.layout.longest_leg_s, dense_.technicians.max_leg_s[technician_.at()]);
      too_much("max_travel", insert.layout.travel_s, dense_.technicians.max_travel_s[technician_.at()]);
    }
    if (has(families, Family::distance)) {
      const std::int64_t limit = dense_.technicians.max_distance_m[technician_.at()];
      add(Family::distance, "max_distance",
          {{"limit_m", number(limit)}, {"amount_m", number(insert.layout.distance_m - limit)}});
    }
    if (has(families, Family::commitments)) commitments(cheapest.timed.route);
    std::stable_sort(list_.begin(), list_.end(), [](const Reason& a, const Reason& b) { return a.family < b.family; });
    return std::move(list_);
  }

  [[nodiscard]] std::vector<Reason> take() { return std::move(list_); }

 private:
  static std::string number(std::int64_t value) { return std::to_string(value); }

  void add(Family family, std::string detail, std::vector<Parameter> parameters) {
    parameters.insert(parameters.begin(), {"technician", problem_.technician(technician_).name});
    list_.push_back({family, std::move(detail), std::move(parameters)});
  }

  void parts() {
    for (const PartNeed& need : dense_.orders.parts[order_.at()]) {
      const std::int64_t left = inserts_.parts_left(need.part);
      if (left >= need.quantity) continue;
      add(Family::parts, "part_short",
          {{"part", problem_.part_name(need.part)}, {"needed", number(need.quantity)}, {"held", number(left)}});
    }
  }

  void suspended(const Stop& target) {
    const auto intervals = dense_.technicians.suspensions[technician_.at()];
    for (const Interval& interval : intervals) {
      if (target.start.seconds > interval.high || target.end.seconds <= interval.low) continue;
      std::string why;
      for (const Suspension& suspension : problem_.technician(technician_).suspensions) {
        const std::int64_t origin = problem_.data().origin.seconds;
        const bool meets = suspension.start.seconds - origin < target.end.seconds &&
                           suspension.end.seconds - origin > target.start.seconds;
        if (meets && why.empty()) why = suspension.reason;
      }
      add(Family::suspended, "suspended",
          {{"from_s", number(interval.low)},
           {"until_s", number(std::int64_t{interval.high} + 1)},
           {"reason", why},
           {"start_s", number(target.start.seconds)}});
    }
  }

  /// How far a start is from the nearest allowed one; `nearest` is that one.
  [[nodiscard]] static std::int64_t missed(std::span<const Interval> starts, std::int64_t start,
                                           std::int64_t& nearest) {
    std::int64_t least = INT64_MAX;
    for (const Interval& interval : starts) {
      const std::int64_t allowed = std::clamp<std::int64_t>(start, interval.low, interval.high);
      const std::int64_t distance = std::max(allowed - start, start - allowed);
      if (distance >= least) continue;
      least = distance;
      nearest = allowed;
    }
    return least;
  }

  /// Too late for it, or free only before it: then the latest start possible is what misses it by least. Or in time,
  /// had the order been known when it would have been left for.
  void window(const Insert& insert, FamilyBits families, const Stop& target) {
    const auto but_pin = dense_.orders.starts_but_pin[order_.at()];
    const auto allowed = has(families, Family::pin) && !but_pin.empty() ? but_pin : dense_.orders.starts[order_.at()];
    const std::vector<Interval> known = model_detail::starts_if_known(problem_, order_, !has(families, Family::pin));
    if (const auto possible = inserts_.start_if_known(insert, families, known)) {
      const std::int64_t release = dense_.orders.release_s[order_.at()];
      const std::int64_t start = inserts_.latest_start(insert, families, *possible, known);
      const std::int64_t leaves = start - insert.layout.steps[insert.position].leg_s;
      return add(Family::window, "not_known_yet",
                 {{"order", problem_.order(order_).name},
                  {"start_s", number(start)},
                  {"release_s", number(release)},
                  {"amount_s", number(release - leaves)}});
    }
    std::int64_t nearest = 0;
    std::int64_t start = target.start.seconds;
    std::int64_t amount = missed(allowed, start, nearest);
    const bool early = nearest > start;
    if (early) {
      start = inserts_.latest_start(insert, families, start);
      amount = missed(allowed, start, nearest);
    }
    add(Family::window, early ? "window_early" : "window_late",
        {{"order", problem_.order(order_).name},
         {"start_s", number(start)},
         {"allowed_s", number(nearest)},
         {"amount_s", number(amount)}});
  }

  void hours(ShiftIndex shift, const Route& route) {
    const std::int64_t start = dense_.shifts.start_s[shift.at()];
    const std::int64_t end = std::int64_t{dense_.shifts.end_s[shift.at()]} + dense_.shifts.overtime_cap_s[shift.at()];
    if (route.start.seconds < start) {
      add(Family::shift, "shift_start",
          {{"limit_s", number(start)},
           {"start_s", number(route.start.seconds)},
           {"amount_s", number(start - route.start.seconds)}});
    }
    if (route.end.seconds > end) {
      add(Family::shift, "shift_end",
          {{"limit_s", number(end)},
           {"end_s", number(route.end.seconds)},
           {"amount_s", number(route.end.seconds - end)}});
    }
  }

  void breaks(ShiftIndex shift, const Route& route) {
    for (const BreakIndex b : dense_.shifts.breaks[shift.at()]) {
      const BreakRow& row = dense_.breaks[b.at()];
      if (route.start.seconds >= row.latest_s || route.end.seconds <= row.latest_s) continue;
      add(Family::breaks, "break_missing",
          {{"earliest_s", number(row.earliest_s)},
           {"latest_s", number(row.latest_s)},
           {"amount_s", number(row.duration_s)}});
    }
  }

  void reach(const Insert& insert) {
    LocationIndex place = dense_.shifts.start_location[insert.others->shift.at()];
    const auto look = [&](LocationIndex next) {
      if (!constraints::hop(dense_, technician_, place, next).reachable()) {
        const std::vector<Location>& locations = problem_.data().locations;
        add(Family::reach, "unreachable", {{"from", locations[place.at()].name}, {"to", locations[next.at()].name}});
      }
      place = next;
    };
    for (const OrderIndex visit : insert.visits) look(dense_.orders.location[visit.at()]);
    const LocationIndex home = dense_.shifts.end_location[insert.others->shift.at()];
    if (home.valid()) look(home);
  }

  void commitments(const Route& route) {
    for (const Stop& stop : route.stops) {
      if (stop.kind != StopKind::visit || stop.order == order_) continue;
      std::int64_t nearest = 0;
      const std::int64_t amount = missed(dense_.orders.starts[stop.order.at()], stop.start.seconds, nearest);
      const std::string& name = problem_.order(stop.order).name;
      if (amount > 0) {
        add(Family::commitments, "commitment",
            {{"order", name},
             {"start_s", number(stop.start.seconds)},
             {"allowed_s", number(nearest)},
             {"amount_s", number(amount)}});
        continue;
      }
      for (const Interval& interval : dense_.technicians.suspensions[technician_.at()]) {
        if (stop.start.seconds > interval.high || stop.end.seconds <= interval.low) continue;
        const std::int64_t until = std::int64_t{interval.high} + 1;
        add(Family::commitments, "commitment_suspended",
            {{"order", name},
             {"start_s", number(stop.start.seconds)},
             {"allowed_s", number(until)},
             {"amount_s", number(until - stop.start.seconds)}});
      }
    }
  }

  const Problem& problem_;
  const Dense& dense_;
  Inserts& inserts_;
  OrderIndex order_;
  TechnicianIndex technician_;
  std::vector<Reason> list_;
};

}  // namespace dispatch_detail
}  // namespace paidan::inline PAIDAN_ABI
