// How long things take one technician: legs at their speed, visits at their efficiency, starts around their absences.
// Header-only on purpose: matching and routing spend most of their time here.
#pragma once

#include <paidan/model/dense.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

/// A leg at one technician's pace. Seconds −1 = no way; a leg longer than any model time stays reachable and never
/// fits.
struct Hop {
  std::int32_t seconds = 0;
  std::int32_t metres = 0;
  [[nodiscard]] constexpr bool reachable() const { return seconds >= 0; }
  friend constexpr bool operator==(const Hop&, const Hop&) = default;
};

/// ⌈value × 100 / percent⌉, at most INT32_MAX: beyond the model's 2^29 seconds all durations are equally too long.
[[nodiscard]] constexpr std::int32_t at_percent(std::int32_t value, std::int32_t percent) {
  if (percent == 100) return value;
  const std::int64_t scaled = (std::int64_t{value} * 100 + percent - 1) / percent;
  return static_cast<std::int32_t>(std::min<std::int64_t>(scaled, std::numeric_limits<std::int32_t>::max()));
}

[[nodiscard]] constexpr Hop at_speed(travel::Leg leg, std::int32_t speed_percent) {
  if (!leg.reachable()) return {-1, 0};
  return {at_percent(leg.seconds, speed_percent), leg.metres};
}

/// A leg longer by an entry, which is the same at any speed.
[[nodiscard]] constexpr Hop entered(Hop hop, std::int32_t entry_s) {
  if (!hop.reachable() || entry_s == 0) return hop;
  constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
  return {hop.seconds > most - entry_s ? most : hop.seconds + entry_s, hop.metres};
}

[[nodiscard]] inline Hop hop(const Dense& dense, TechnicianIndex technician, LocationIndex from, LocationIndex to) {
  const std::size_t t = technician.at();
  return entered(
      at_speed(dense.profiles[dense.technicians.profile[t].at()].leg(from, to), dense.technicians.speed_percent[t]),
      dense.compounds.entry(from, to));
}

/// Legs through the traffic of the hour. Those of `Hop` are what they take on free roads, and the least at any hour.
struct Pace {
  const travel::Bands* bands = nullptr;  ///< null: at every hour the same

  [[nodiscard]] std::int64_t arrival(std::int64_t leaves, std::int64_t leg_s) const {
    return bands == nullptr ? leaves + leg_s : bands->arrival(leaves, leg_s);
  }
  /// Latest time to leave for an arrival by then.
  [[nodiscard]] std::int64_t departure(std::int64_t arrives, std::int64_t leg_s) const {
    return bands == nullptr ? arrives - leg_s : bands->departure(arrives, leg_s);
  }
};

[[nodiscard]] inline Pace pace_of(const Dense& dense, TechnicianIndex technician) {
  const travel::Bands& bands = dense.bands[dense.technicians.profile[technician.at()].at()];
  return {bands.empty() ? nullptr : &bands};
}

[[nodiscard]] inline std::int32_t service_s(const Dense& dense, TechnicianIndex technician, OrderIndex order) {
  return at_percent(dense.orders.service_s[order.at()], dense.technicians.efficiency_percent[technician.at()]);
}
/// How much longer it may well take.
[[nodiscard]] inline std::int32_t buffer_s(const Dense& dense, TechnicianIndex technician, OrderIndex order) {
  return at_percent(dense.orders.buffer_s[order.at()], dense.technicians.efficiency_percent[technician.at()]);
}
/// Falls away when the visit before is at the same place.
[[nodiscard]] inline std::int32_t setup_s(const Dense& dense, TechnicianIndex technician, OrderIndex order) {
  return at_percent(dense.orders.setup_s[order.at()], dense.technicians.efficiency_percent[technician.at()]);
}

/// "No such time."
inline constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// First time ≥ t in one of the closed intervals (sorted, disjoint).
[[nodiscard]] inline std::int64_t next_inside(std::span<const Interval> intervals, std::int64_t t) {
  for (const Interval& interval : intervals) {
    if (t <= interval.high) return std::max<std::int64_t>(t, interval.low);
  }
  return never;
}

/// First time ≥ t at which a visit of this duration meets none of the closed intervals.
[[nodiscard]] inline std::int64_t next_outside(std::span<const Interval> intervals, std::int64_t duration,
                                               std::int64_t t) {
  for (const Interval& interval : intervals) {
    if (t <= interval.high && t + duration > interval.low) t = std::int64_t{interval.high} + 1;
  }
  return t;
}

/// When a visit may not be under way, whenever it may start.
struct Shut {
  std::span<const Interval> away;    ///< the technician is suspended
  std::span<const Interval> closed;  ///< nobody works on such orders
  [[nodiscard]] bool empty() const { return away.empty() && closed.empty(); }
};

/// Earliest start of a visit not before t: inside `starts`, clear of what is shut.
[[nodiscard]] inline std::int64_t earliest_start(std::span<const Interval> starts, const Shut& shut,
                                                 std::int64_t duration, std::int64_t t) {
  while (true) {
    const std::int64_t inside = next_inside(starts, t);
    if (inside == never || shut.empty()) return inside;
    t = next_outside(shut.closed, duration, next_outside(shut.away, duration, inside));
    if (t == inside) return t;
  }
}

/// Latest start ≤ limit of the same kind; `floor` (itself possible) when there is none after it.
[[nodiscard]] inline std::int64_t latest_start(std::span<const Interval> starts, const Shut& shut,
                                               std::int64_t duration, std::int64_t limit, std::int64_t floor) {
  std::int64_t t = limit;
  while (t > floor) {
    std::int64_t inside = floor;
    for (std::size_t i = starts.size(); i-- > 0;) {
      if (starts[i].low <= t) {
        inside = std::min<std::int64_t>(t, starts[i].high);
        break;
      }
    }
    t = inside;
    for (const std::span<const Interval> intervals : {shut.away, shut.closed}) {
      for (std::size_t i = intervals.size(); i-- > 0;) {
        if (t <= intervals[i].high && t + duration > intervals[i].low) t = intervals[i].low - duration;
      }
    }
    if (t == inside) break;
  }
  return std::max(t, floor);
}

[[nodiscard]] inline Shut shut_for(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  return {dense.technicians.suspensions[technician.at()], dense.orders.closed[order.at()]};
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
