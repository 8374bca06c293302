#pragma once

#include <paidan/constraints/refusal.hpp>
#include <paidan/core/ranges.hpp>

#include <paidan/constraints/detail/caps.hpp>
#include <paidan/constraints/detail/pace.hpp>
#include <paidan/constraints/detail/rules.hpp>
#include <paidan/constraints/eligibility.hpp>
#include <paidan/constraints/families/distance.hpp>
#include <paidan/constraints/families/jobs.hpp>
#include <paidan/constraints/families/reach.hpp>
#include <paidan/constraints/families/shift.hpp>
#include <paidan/constraints/families/suspended.hpp>
#include <paidan/constraints/families/travel_time.hpp>
#include <paidan/constraints/families/window.hpp>
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
        technician_(dense_.shifts.technician[shift.at()]),
        pace_(pace_of(dense_, technician_)) {
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
    limits(sums(time()));
    std::stable_sort(result_.reasons.begin(), result_.reasons.end(),
                     [](const Reason& a, const Reason& b) { return a.family < b.family; });
    for (const Reason& reason : result_.reasons) {
      result_.families = static_cast<FamilyBits>(result_.families | bit(reason.family));
    }
    return std::move(result_);
  }

  /// How long the way there takes: in the traffic of the hour when the visit is possible, on free roads when it is not.
  [[nodiscard]] std::int64_t way_there() const {
    const auto start = first(room(0, true));
    return start ? drive_out(*start) : out_.seconds;
  }

 private:
  [[nodiscard]] Hop way(LocationIndex from, LocationIndex to) {
    const Hop there = hop(dense_, technician_, from, to);
    if (there.reachable()) return there;
    tell_reach(Teller(problem_, order_, technician_, ways_), from, to);
    return {0, 0};
  }

  /// Of a start within the hours, or of none: then on free roads.
  [[nodiscard]] DaySums sums(std::optional<std::int64_t> start) const {
    const std::int64_t out_s = start ? drive_out(*start) : out_.seconds;
    const std::int64_t back_s = start ? returns(*start) - (*start + duration_) : back_.seconds;
    return {.jobs = 1,
            .travel_s = out_s + back_s,
            .longest_leg_s = std::max(out_s, back_s),
            .distance_m = std::int64_t{out_.metres} + back_.metres};
  }
  void limits(const DaySums& sums) {
    if (too_many_jobs(dense_, technician_, sums)) tell_jobs(teller(), sums);
    tell_caps(teller(), shift_, [](std::uint32_t) { return std::int64_t{0}; });
    if (too_much_travel(dense_, technician_, sums)) tell_travel_time(teller(), sums);
    if (too_far(dense_, technician_, sums)) tell_distance(teller(), sums);
  }
  /// When the shift's start is left for a start of the visit, and when its end is reached then.
  [[nodiscard]] std::int64_t leaves(std::int64_t start) const { return pace_.departure(start, out_.seconds); }
  [[nodiscard]] std::int64_t drive_out(std::int64_t start) const {
    return pace_.arrival(leaves(start), out_.seconds) - leaves(start);
  }
  [[nodiscard]] std::int64_t returns(std::int64_t start) const {
    return pace_.arrival(start + duration_, back_.seconds);
  }
  [[nodiscard]] Teller teller() { return {problem_, order_, technician_, result_.reasons}; }

  /// A pinned start goes with the pin: it binds only the technician who holds it.
  [[nodiscard]] std::span<const Interval> starts() const {
    const auto but_pin = dense_.orders.starts_but_pin[order_.at()];
    return pinned_elsewhere(dense_, order_, technician_) && !but_pin.empty() ? but_pin
                                                                             : dense_.orders.starts[order_.at()];
  }

  /// When service may start and may not be under way, with some families relaxed.
  struct Room {
    std::int64_t low = 0, high = 0;
    std::span<const Interval> starts;
    Shut shut;
  };
  [[nodiscard]] Room room(FamilyBits relaxed, bool any_departure) const {
    Room room;
    const std::size_t s = shift_.at();
    const bool hours = has(relaxed, Family::shift);
    std::int64_t leave = hours && any_departure ? -time_limit_s : dense_.shifts.start_s[s];
    if (!has(relaxed, Family::window)) leave = std::max<std::int64_t>(leave, dense_.orders.release_s[order_.at()]);
    const std::int64_t return_by = hours ? std::int64_t{time_limit_s} : latest_back(dense_, shift_);
    room.low = pace_.arrival(leave, out_.seconds);
    room.high = pace_.departure(return_by, back_.seconds) - duration_;
    room.starts = has(relaxed, Family::window) ? std::span<const Interval>(&softly_, 1) : starts();
    room.shut = shut_for(dense_, order_, technician_);
    if (has(relaxed, Family::suspended)) room.shut.away = {};
    if (has(relaxed, Family::window)) room.shut.closed = {};
    return room;
  }
  [[nodiscard]] std::optional<std::int64_t> first(const Room& room) const {
    const std::int64_t start = earliest_start(room.starts, room.shut, duration_, room.low);
    if (start == never || start > room.high) return std::nullopt;
    return start;
  }

  /// Tells what stands against it; the start it would have within the hours.
  std::optional<std::int64_t> time() {
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
    // Of sets that are least without a look at driving in traffic the simplest with it.
    const bool drivable = !too_much_travel(dense_, technician_, sums(std::nullopt));
    std::vector<FamilyBits> enough;
    FamilyBits best = every_family;
    for (const FamilyBits relaxed : sets) {
      if (std::any_of(enough.begin(), enough.end(), [&](FamilyBits one) { return (one & ~relaxed) == 0; })) continue;
      const auto start = first(room(relaxed, true));
      if (!start) continue;
      enough.push_back(relaxed);
      const bool rushed = drivable && !has(relaxed, Family::shift) && too_much_travel(dense_, technician_, sums(start));
      const FamilyBits whole = rushed ? both(relaxed, bit(Family::travel_time)) : relaxed;
      if (simpler(whole, best)) best = whole;
    }
    const FamilyBits relaxed = best & ~bit(Family::travel_time);
    if (best != every_family) {
      if (relaxed != 0) explain(relaxed);
      return has(relaxed, Family::shift) ? std::nullopt : first(room(relaxed, true));
    }
    hours(room(shift, false).low);  // longer than a model's time: nothing helps
    return std::nullopt;
  }

  void explain(FamilyBits relaxed) {
    Room possible = room(relaxed, false);
    std::optional<std::int64_t> start = first(possible);
    if (!start) {  // leaving earlier helps, coming back later does not: as little earlier as possible
      possible = room(relaxed, true);
      const std::int64_t floor = first(possible).value_or(possible.low);
      start = latest_start(possible.starts, possible.shut, duration_, possible.high, floor);
    }
    if (has(relaxed, Family::suspended)) tell_suspended(teller(), *start, *start + duration_);
    if (has(relaxed, Family::window)) window(possible, *start);
    if (has(relaxed, Family::shift)) hours(*start);
  }

  /// Too late for it; or too early, then perhaps the latest possible start misses it by less. Or in time, were its kind
  /// not closed then, or had the order been known when it would have been left for.
  void window(const Room& possible, std::int64_t start) {
    const std::int64_t none = possible.low - 1;
    const bool pinned = !pinned_elsewhere(dense_, order_, technician_);
    const std::vector<Interval> known = model_detail::starts_if_known(problem_, order_, pinned);
    const Shut shut{possible.shut.away, dense_.orders.closed[order_.at()]};
    const std::int64_t kept = latest_start(known, shut, duration_, possible.high, none);
    if (kept > none) return tell_not_known(teller(), kept, leaves(kept));
    Room open = possible;
    open.starts = starts();
    open.low = std::max(open.low, pace_.arrival(dense_.orders.release_s[order_.at()], out_.seconds));
    if (const auto opened = first(open)) return tell_closed(teller(), *opened, *opened + duration_);
    Missed missed = missed_by(starts(), start);
    if (missed.nearest > start) {
      const std::int64_t last = latest_start(possible.starts, possible.shut, duration_, possible.high, start);
      const Missed then = missed_by(starts(), last);
      if (then.amount <= missed.amount) {
        start = last;
        missed = then;
      }
    }
    tell_window(teller(), start, missed, missed.nearest > start);
  }

  void hours(std::int64_t start) { tell_hours(teller(), shift_, leaves(start), returns(start)); }

  const Problem& problem_;
  const Dense& dense_;
  OrderIndex order_;
  ShiftIndex shift_;
  TechnicianIndex technician_;
  Pace pace_;
  Hop out_;
  Hop back_;
  std::int64_t duration_ = 0;
  Interval softly_{};  // when it may start without its windows
  std::vector<Reason> ways_;
  Refusal result_;
};

}  // namespace constraints_detail

namespace constraints_detail {

inline void check_pair(const Problem& problem, OrderIndex order, ShiftIndex shift) {
  Errors errors;
  check_index(errors, "order", order.value, problem.order_count());
  check_index(errors, "shift", shift.value, problem.shift_count());
  errors.throw_if_any();
}

}  // namespace constraints_detail

PAIDAN_INLINE Refusal why_refused(const Problem& problem, OrderIndex order, ShiftIndex shift) {
  constraints_detail::check_pair(problem, order, shift);
  Refusal refusal = constraints_detail::Errand(problem, order, shift).refusal();
  refusal.order = order;
  refusal.shift = shift;
  return refusal;
}

PAIDAN_INLINE Duration way_there(const Problem& problem, OrderIndex order, ShiftIndex shift) {
  constraints_detail::check_pair(problem, order, shift);
  return {constraints_detail::Errand(problem, order, shift).way_there()};
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
