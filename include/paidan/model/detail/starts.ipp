#pragma once

#include <paidan/model/detail/lookup.ipp>
#include <paidan/model/detail/starts.hpp>

#include <bit>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

/// One thing that limits when an order's service may start: closed intervals, sorted and disjoint.
struct StartLimit {
  NounWord noun;
  std::vector<Interval> intervals;
};

/// Sorted, and those that touch or overlap made one.
inline std::vector<Interval> merged(std::vector<Interval> intervals) {
  std::sort(intervals.begin(), intervals.end(), [](Interval a, Interval b) {
    return std::pair{a.low, a.high} < std::pair{b.low, b.high};
  });
  std::vector<Interval> result;
  for (const Interval interval : intervals) {
    if (!result.empty() && interval.low <= result.back().high + 1) {
      result.back().high = std::max(result.back().high, interval.high);
    } else {
      result.push_back(interval);
    }
  }
  return result;
}

inline std::vector<Interval> intersected(const std::vector<Interval>& a, const std::vector<Interval>& b) {
  std::vector<Interval> result;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const Interval common{std::max(a[i].low, b[j].low), std::min(a[i].high, b[j].high)};
    if (common.low <= common.high) result.push_back(common);
    a[i].high < b[j].high ? ++i : ++j;
  }
  return result;
}

/// Everything that limits the start, in the order of the fields. Times and durations are in range.
inline std::vector<StartLimit> start_limits(const Order& order, Instant origin) {
  std::vector<StartLimit> limits;
  const auto from = [](std::int64_t low) { return std::vector{Interval{to_model(low), time_limit_s}}; };
  std::vector<Interval> hard;
  for (const Window& window : order.windows) {
    if (window.hard) hard.push_back({to_model(origin, window.start), to_model(seconds_from(origin, window.end) - 1)});
  }
  if (!hard.empty()) limits.push_back({{"the windows", "时间窗"}, merged(std::move(hard))});
  for (const Window& window : order.windows) {
    if (!window.hard) limits.push_back({{"the soft window", "软时间窗"}, from(seconds_from(origin, window.start))});
  }
  if (order.promise) {
    const std::int64_t at = seconds_from(origin, order.promise->at);
    std::vector<Interval> kept = from(at - order.promise->before.seconds);
    if (order.promise->hard) kept[0].high = to_model(at + order.promise->after.seconds);
    limits.push_back({{"the promise", "承诺到达"}, std::move(kept)});
  }
  if (order.release)
    limits.push_back({{"the release time", "最早可派时间"}, from(seconds_from(origin, *order.release))});
  if (order.pin && order.pin->start && !order.pin->cost_of_change) {
    const std::int32_t start = to_model(origin, *order.pin->start);
    limits.push_back({{"the pinned start", "固定的开始时刻"}, {{start, start}}});
  }
  return limits;
}

inline std::vector<Interval> common_starts(const std::vector<StartLimit>& limits, std::uint32_t chosen) {
  std::vector<Interval> starts{{-time_limit_s, time_limit_s}};
  for (std::size_t i = 0; i < limits.size(); ++i) {
    if ((chosen >> i & 1U) != 0) starts = intersected(starts, limits[i].intervals);
  }
  return starts;
}
inline std::vector<Interval> common_starts(const std::vector<StartLimit>& limits) { return common_starts(limits, ~0U); }

/// The fewest limits that leave no start, the earlier ones first: what a person has to look at.
inline std::vector<NounWord> contradiction(const std::vector<StartLimit>& limits) {
  const std::uint32_t all = (1U << limits.size()) - 1;
  std::uint32_t least = all;
  for (std::uint32_t chosen = 1; chosen <= all; ++chosen) {
    if (std::popcount(chosen) < std::popcount(least) && common_starts(limits, chosen).empty()) least = chosen;
  }
  std::vector<NounWord> nouns;
  for (std::size_t i = 0; i < limits.size(); ++i) {
    if ((least >> i & 1U) != 0) nouns.push_back(limits[i].noun);
  }
  return nouns;
}

/// What limits the start besides a hard pin; no limits where the start is not pinned.
inline std::vector<Interval> starts_but_pin(const Order& order, Instant origin) {
  if (!order.pin || !order.pin->start || order.pin->cost_of_change) return {};
  std::vector<StartLimit> limits = start_limits(order, origin);
  limits.pop_back();  // the pin is the last of them
  return common_starts(limits);
}

PAIDAN_INLINE std::vector<Interval> starts_if_known(const Problem& problem, OrderIndex order, bool pinned) {
  Order known = problem.order(order);
  known.release.reset();
  if (!pinned) known.pin.reset();
  return common_starts(start_limits(known, problem.data().origin));
}

/// Service is never early for a soft window or a soft promise.
inline std::int32_t soft_from(const Order& order, Instant origin) {
  std::int64_t from = -time_limit_s;
  for (const Window& window : order.windows) {
    if (!window.hard) from = std::max(from, seconds_from(origin, window.start));
  }
  if (order.promise && !order.promise->hard) {
    from = std::max(from, seconds_from(origin, order.promise->at) - order.promise->before.seconds);
  }
  return to_model(from);
}

/// Lateness counts from here.
inline std::int32_t due_of(const Order& order, Instant origin) {
  std::int64_t due = time_limit_s;
  if (order.promise) due = std::min(due, seconds_from(origin, order.promise->at) + order.promise->after.seconds);
  for (const Window& window : order.windows) {
    if (!window.hard) due = std::min(due, seconds_from(origin, window.end));
  }
  if (order.deadline) due = std::min(due, seconds_from(origin, *order.deadline));
  return to_model(due);
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
