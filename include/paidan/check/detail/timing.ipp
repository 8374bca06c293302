#pragma once

#include <paidan/check/detail/pairs.ipp>
#include <paidan/check/detail/road.ipp>

#include <optional>

namespace paidan::inline PAIDAN_ABI {

// The timing rule of a fixed sequence of stops: earliest end with no leg begun before
// the release of what it leads to, then every stop as late as it can be without ending later
// and without adding lateness. Direct transcription of the definition; 64-bit throughout, so no input overflows.
namespace check_detail {

inline constexpr std::int64_t never_s = std::int64_t{1} << 40;

/// One stop as the rule sees it. A rest is a stop with a leg of 0 whose only interval is [earliest, latest].
struct Step {
  bool rest = false;
  std::int64_t leg = 0;             ///< seconds from the previous stop's place, on free roads
  std::int64_t release = -never_s;  ///< nobody leaves for it sooner
  std::int64_t duration = 0;
  std::int64_t buffer = 0;     ///< it may take so much longer
  std::int64_t due = never_s;  ///< a later start costs
  std::span<const Interval> starts;
  std::span<const Interval> suspensions;
  std::span<const Interval> closed;  ///< nobody works on such orders
  bool may_break_promise = false;    ///< when no start is left it starts at arrival all the same
  OrderIndex linked = {};            ///< the order where it has links: a later departure does not move it
};

inline bool is_linked(const Dense& d, OrderIndex o) { return !d.orders.links[o.at()].empty(); }

inline Step visit_step(const Dense& d, TechnicianIndex t, OrderIndex o, std::int64_t leg, bool same_place) {
  return {.leg = leg,
          .release = d.orders.release_s[o.at()],
          .duration = visit_duration(d, t, o, same_place),
          .buffer = visit_buffer(d, t, o),
          .due = d.orders.due_s[o.at()],
          .starts = d.orders.starts[o.at()],
          .suspensions = d.technicians.suspensions[t.at()],
          .closed = d.orders.closed[o.at()],
          .linked = is_linked(d, o) ? o : OrderIndex{}};
}
inline Step call_step(const Dense& d, DepotIndex depot, std::int64_t leg) {
  return {.leg = leg,
          .duration = d.depots.service_s[depot.at()],
          .starts = d.depots.starts[depot.at()],
          .suspensions = {},
          .closed = {}};
}
/// Its hours must be kept somewhere.
inline Step rest_step(const Dense& d, BreakIndex rest, std::span<const Interval> hours) {
  return {.rest = true, .duration = d.breaks[rest.at()].duration_s, .starts = hours, .suspensions = {}, .closed = {}};
}

struct TimedStep {
  std::int64_t start = 0;
  bool promise_broken = false;
  std::int64_t safe = 0;  ///< its start if all visits before take their buffers, too
  [[nodiscard]] std::int64_t end(const Step& step) const { return start + step.duration; }
  [[nodiscard]] std::int64_t safe_end(const Step& step) const { return safe + step.duration + step.buffer; }
};

inline bool overlaps(const Interval& suspension, std::int64_t start, std::int64_t end) {
  return start <= suspension.high && end > suspension.low;
}

/// Smallest start ≥ arrival that is allowed and outside suspensions and closures.
inline std::optional<std::int64_t> earliest_start(const Step& step, std::int64_t arrival) {
  std::int64_t start = arrival;
  for (bool moved = true; moved;) {
    moved = false;
    const auto open = std::find_if(step.starts.begin(), step.starts.end(),
                                   [&](const Interval& interval) { return interval.high >= start; });
    if (open == step.starts.end()) return std::nullopt;
    if (open->low > start) {
      start = open->low;
      moved = true;
    }
    for (const std::span<const Interval> shut : {step.suspensions, step.closed}) {
      for (const Interval& interval : shut) {
        if (!overlaps(interval, start, start + step.duration)) continue;
        start = std::int64_t{interval.high} + 1;
        moved = true;
      }
    }
  }
  return start;
}

/// Largest start ≤ cap that is allowed and outside suspensions and closures; `floor` is one such start.
inline std::int64_t latest_start(const Step& step, std::int64_t cap, std::int64_t floor) {
  std::int64_t start = cap;
  for (bool moved = true; moved && start > floor;) {
    moved = false;
    std::int64_t best = floor;
    for (const Interval& interval : step.starts) {
      if (interval.low <= start) best = std::min<std::int64_t>(start, interval.high);
    }
    moved = best < start;
    start = best;
    for (const std::span<const Interval> shut : {step.suspensions, step.closed}) {
      for (const Interval& interval : shut) {
        if (!overlaps(interval, start, start + step.duration)) continue;
        start = interval.low - step.duration;
        moved = true;
      }
    }
  }
  return std::max(start, floor);
}

/// When it starts if the stop before ends then and the day at the latest at `last`; past its windows, or where the
/// next one is on another day, at arrival.
inline std::int64_t safe_start(const Road& road, const Step& step, std::int64_t start, std::int64_t previous_end,
                               std::int64_t last) {
  const std::int64_t arrival = road.arrival(std::max(previous_end, step.release), step.leg);
  const std::optional<std::int64_t> open = earliest_start(step, arrival);
  return std::max(start, open && *open <= last ? *open : arrival);
}

/// Forward pass of one stop; the one before ends at the first time, and with buffers at the second. Links let it start
/// no sooner than at the floor.
inline std::optional<TimedStep> forward(const Road& road, const Step& step, std::int64_t previous_end,
                                        std::int64_t previous_safe_end, std::int64_t last,
                                        std::int64_t floor = -never_s) {
  const std::int64_t arrival = std::max(floor, road.arrival(std::max(previous_end, step.release), step.leg));
  const auto start = earliest_start(step, arrival);
  if (!start && !step.may_break_promise) return std::nullopt;
  TimedStep timed{start.value_or(arrival), !start, 0};
  timed.safe = safe_start(road, step, timed.start, previous_safe_end, last);
  return timed;
}

/// Backward pass over stops that have been timed forward: `steps[i]` are pointers because searches share them.
/// Returns when the route leaves.
inline std::int64_t backward(const Road& road, std::span<const Step* const> steps, std::span<TimedStep> timed) {
  std::int64_t safe_cap = 0;  // of the stop behind
  for (std::size_t i = steps.size(); i-- > 0;) {
    const Step& step = *steps[i];
    const bool last = i + 1 == steps.size();
    const std::int64_t safe_departure = last ? never_s : road.departure(safe_cap, steps[i + 1]->leg);
    safe_cap = std::min(std::max(timed[i].safe, step.due), safe_departure - step.duration - step.buffer);
    if (!step.rest) safe_cap = latest_start(step, safe_cap, timed[i].safe);  // between windows it would not start
    if (last || step.linked.valid()) continue;                               // the end is fixed
    const std::int64_t forward_start = timed[i].start;
    const std::int64_t next_departure = road.departure(timed[i + 1].start, steps[i + 1]->leg);
    const std::int64_t cap = std::min({next_departure - step.duration, std::max(forward_start, step.due), safe_cap});
    timed[i].start = timed[i].promise_broken ? std::max(forward_start, cap) : latest_start(step, cap, forward_start);
  }
  return road.departure(timed.front().start, steps.front()->leg);
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
