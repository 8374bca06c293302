#pragma once

#include <paidan/constraints/refusal.hpp>
#include <paidan/core/ranges.hpp>

#include <paidan/constraints/detail/pace.hpp>
#include <paidan/constraints/detail/rules.hpp>
#include <paidan/constraints/eligibility.hpp>
#include <paidan/model/detail/starts.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

namespace constraints_detail {

/// One order visited straight from the shift's start.
class Errand {
 public:
  Errand(const Problem& problem, OrderIndex order, ShiftIndex shift)
      : problem_(problem),
        dense_(problem.dense()),
        order_(order),
        shift_(shift),
        technician_(dense_.shifts.technician[shift.at()]) {
    const LocationIndex place = dense_.orders.location[order.at()];
    const LocationIndex home = dense_.shifts.end_location[shift.at()];
    out_ = way(dense_.shifts.start_location[shift.at()], place);
    if (home.valid()) back_ = way(place, home);
    softly_ = {dense_.orders.soft_from_s[order.at()], INT32_MAX};
    duration_ = std::int64_t{service_s(dense_, technician_, order)} + setup_s(dense_, technician_, order);
  }

  [[nodiscard]] Refusal refusal() {
    result_.order = order_;
    result_.shift = shift_;
    result_.reasons = reasons(problem_, order_, shift_);
    // Before the sums: a way that does not exist is told first.
    std::vector<Reason> ways = std::move(ways_);
    for (Reason& reason : ways) result_.reasons.push_back(std::move(reason));
    limits();
    time();
    std::stable_sort(result_.reasons.begin(), result_.reasons.end(),
                     [](const Reason& a, const Reason& b) { return a.family < b.family; });
    for (const Reason& reason : result_.reasons) {
      result_.families = static_cast<FamilyBits>(result_.families | bit(reason.family));
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] static std::string number(std::int64_t value) { return std::to_string(value); }
  [[nodiscard]] Reason made(Family family, std::string detail, std::vector<Parameter> parameters) const {
    parameters.insert(parameters.begin(), {"technician", problem_.technician(technician_).name});
    return {family, std::move(detail), std::move(parameters)};
  }
  void add(Family family, std::string detail, std::vector<Parameter> parameters) {
    result_.reasons.push_back(made(family, std::move(detail), std::move(parameters)));
  }

  [[nodiscard]] Hop way(LocationIndex from, LocationIndex to) {
    const Hop there = hop(dense_, technician_, from, to);
    if (there.reachable()) return there;
    const std::vector<Location>& locations = problem_.data().locations;
    ways_.push_back(
        made(Family::reach, "unreachable", {{"from", locations[from.at()].name}, {"to", locations[to.at()].name}}));
    return {0, 0};
  }

  void limits() {
    const std::size_t t = technician_.at();
    const TechnicianColumns& people = dense_.technicians;
    if (people.max_jobs[t] < 1) add(Family::jobs, "max_jobs", {{"limit", number(people.max_jobs[t])}, {"jobs", "1"}});
    if (const std::int64_t leg = std::max(out_.seconds, back_.seconds); leg > people.max_leg_s[t]) {
      add(Family::travel_time, "max_leg",
          {{"limit_s", number(people.max_leg_s[t])}, {"amount_s", number(leg - people.max_leg_s[t])}});
    }
    const std::int64_t seconds = std::int64_t{out_.seconds} + back_.seconds;
    if (seconds > people.max_travel_s[t]) {
      add(Family::travel_time, "max_travel",
          {{"limit_s", number(people.max_travel_s[t])}, {"amount_s", number(seconds - people.max_travel_s[t])}});
    }
    const std::int64_t metres = std::int64_t{out_.metres} + back_.metres;
    if (metres > people.max_distance_m[t]) {
      add(Family::distance, "max_distance",
          {{"limit_m", number(people.max_distance_m[t])}, {"amount_m", number(metres - people.max_distance_m[t])}});
    }
  }

  /// A pinned start goes with the pin: it binds only the technician who holds it.
  [[nodiscard]] std::span<const Interval> starts() const {
    const auto but_pin = dense_.orders.starts_but_pin[order_.at()];
    const bool pinned_elsewhere = has(violated_any_day(dense_, order_, technician_), Family::pin);
    return pinned_elsewhere && !but_pin.empty() ? but_pin : dense_.orders.starts[order_.at()];
  }

  /// When service may start and which absences count, with some families relaxed.
  struct Room {
    std::int64_t low = 0, high = 0;
    std::span<const Interval> starts;
    std::span<const Interval> suspensions;
  };
  [[nodiscard]] Room room(FamilyBits relaxed, bool any_departure) const {
    Room room;
    const std::size_t s = shift_.at();
    const bool hours = has(relaxed, Family::shift);
    std::int64_t leave = hours && any_departure ? -time_limit_s : dense_.shifts.start_s[s];
    if (!has(relaxed, Family::window)) leave = std::max<std::int64_t>(leave, dense_.orders.release_s[order_.at()]);
    const std::int64_t return_by =
        hours ? std::int64_t{time_limit_s} : std::int64_t{dense_.shifts.end_s[s]} + dense_.shifts.overtime_cap_s[s];
    room.low = leave + out_.seconds;
    room.high = return_by - back_.seconds - duration_;
    room.starts = has(relaxed, Family::window) ? std::span<const Interval>(&softly_, 1) : starts();
    if (!has(relaxed, Family::suspended)) room.suspensions = dense_.technicians.suspensions[technician_.at()];
    return room;
  }
  [[nodiscard]] std::optional<std::int64_t> first(const Room& room) const {
    const std::int64_t start = earliest_start(room.starts, room.suspensions, duration_, room.low);
    if (start == never || start > room.high) return std::nullopt;
    return start;
  }

  void time() {
    constexpr FamilyBits none = 0;
    constexpr FamilyBits suspended = bit(Family::suspended);
    constexpr FamilyBits window = bit(Family::window);
    constexpr FamilyBits shift = bit(Family::shift);
    constexpr auto both = [](FamilyBits a, FamilyBits b) { return static_cast<FamilyBits>(a | b); };
    constexpr std::array sets{none,
                              suspended,
                              window,
                              shift,
                              both(suspended, window),
                              both(suspended, shift),
                              both(window, shift),
                              both(both(suspended, window), shift)};
    for (const FamilyBits relaxed : sets) {
      if (!first(room(relaxed, true))) continue;
      if (relaxed != 0) explain(relaxed);
      return;
    }
    hours(room(shift, false).low);  // longer than a model's time: nothing helps
  }

  void explain(FamilyBits relaxed) {
    Room possible = room(relaxed, false);
    std::optional<std::int64_t> start = first(possible);
    if (!start) {  // leaving earlier helps, coming back later does not: as little earlier as possible
      possible = room(relaxed, true);
      const std::int64_t floor = first(possible).value_or(possible.low);
      start = latest_start(possible.starts, possible.suspensions, duration_, possible.high, floor);
    }
    if (has(relaxed, Family::suspended)) absences(*start);
    if (has(relaxed, Family::window)) window(possible, *start);
    if (has(relaxed, Family::shift)) hours(*start);
  }

  void absences(std::int64_t start) {
    const std::int64_t origin = problem_.data().origin.seconds;
    for (const Interval& interval : dense_.technicians.suspensions[technician_.at()]) {
      if (start > interval.high || start + duration_ <= interval.low) continue;
      std::string why;
      for (const Suspension& suspension : problem_.technician(technician_).suspensions) {
        const bool meets =
            suspension.start.seconds - origin < start + duration_ && suspension.end.seconds - origin > start &&
            suspension.start.seconds - origin <= interval.high && suspension.end.seconds - origin > interval.low;
        if (meets && why.empty()) why = suspension.reason;
      }
      add(Family::suspended, "suspended",
          {{"from_s", number(interval.low)},
           {"until_s", number(std::int64_t{interval.high} + 1)},
           {"reason", why},
           {"start_s", number(start)}});
    }
  }

  /// The allowed start nearest to one.
  [[nodiscard]] std::int64_t nearest(std::int64_t start) const {
    std::int64_t best = never;
    std::int64_t least = never;
    for (const Interval& interval : starts()) {
      const std::int64_t allowed = std::clamp<std::int64_t>(start, interval.low, interval.high);
      const std::int64_t distance = std::max(allowed - start, start - allowed);
      if (distance >= least) continue;
      least = distance;
      best = allowed;
    }
    return best;
  }

  /// Too late for it; or too early, then perhaps the latest possible start misses it by less. Or in time, had the order
  /// been known when it would have been left for.
  void window(const Room& possible, std::int64_t start) {
    const std::int64_t none = possible.low - 1;
    const bool pinned_elsewhere = has(violated_any_day(dense_, order_, technician_), Family::pin);
    const std::vector<Interval> known = model_detail::starts_if_known(problem_, order_, !pinned_elsewhere);
    const std::int64_t kept = latest_start(known, possible.suspensions, duration_, possible.high, none);
    if (kept > none) {
      const std::int64_t release = dense_.orders.release_s[order_.at()];
      return add(Family::window, "not_known_yet",
                 {{"order", problem_.order(order_).name},
                  {"start_s", number(kept)},
                  {"release_s", number(release)},
                  {"amount_s", number(release - (kept - out_.seconds))}});
    }
    const auto missed = [](std::int64_t a, std::int64_t b) { return std::max(a - b, b - a); };
    std::int64_t allowed = nearest(start);
    if (allowed > start) {
      const std::int64_t last = latest_start(possible.starts, possible.suspensions, duration_, possible.high, start);
      const std::int64_t then = nearest(last);
      if (missed(then, last) <= missed(allowed, start)) {
        start = last;
        allowed = then;
      }
    }
    add(Family::window, allowed > start ? "window_early" : "window_late",
        {{"order", problem_.order(order_).name},
         {"start_s", number(start)},
         {"allowed_s", number(allowed)},
         {"amount_s", number(missed(allowed, start))}});
  }

  void hours(std::int64_t start) {
    const std::int64_t begins = dense_.shifts.start_s[shift_.at()];
    const std::int64_t ends =
        std::int64_t{dense_.shifts.end_s[shift_.at()]} + dense_.shifts.overtime_cap_s[shift_.at()];
    const std::int64_t leaves = start - out_.seconds;
    if (leaves < begins) {
      add(Family::shift, "shift_start",
          {{"limit_s", number(begins)}, {"start_s", number(leaves)}, {"amount_s", number(begins - leaves)}});
    }
    const std::int64_t returns = start + duration_ + back_.seconds;
    if (returns > ends) {
      add(Family::shift, "shift_end",
          {{"limit_s", number(ends)}, {"end_s", number(returns)}, {"amount_s", number(returns - ends)}});
    }
  }

  const Problem& problem_;
  const Dense& dense_;
  OrderIndex order_;
  ShiftIndex shift_;
  TechnicianIndex technician_;
  Hop out_;
  Hop back_;
  std::int64_t duration_ = 0;
  Interval softly_{};  // when it may start without its windows
  std::vector<Reason> ways_;
  Refusal result_;
};

}  // namespace constraints_detail

PAIDAN_INLINE Refusal why_refused(const Problem& problem, OrderIndex order, ShiftIndex shift) {
  Errors errors;
  check_index(errors, "order", order.value, problem.order_count());
  check_index(errors, "shift", shift.value, problem.shift_count());
  errors.throw_if_any();
  Refusal refusal = constraints_detail::Errand(problem, order, shift).refusal();
  refusal.order = order;
  refusal.shift = shift;
  return refusal;
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
