// Plan the routes of a problem.
#pragma once

#include <paidan/core/time.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/routing/progress.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace paidan::inline PAIDAN_ABI {

struct PlanOptions {
  std::uint64_t seed = 1;
  /// Work of each lane, 0 = construction only. Absent: with a time limit as many as that allows, else by the number of
  /// orders (`default_iterations`).
  std::optional<std::int64_t> iterations = {};
  /// A lane ends after so many iterations without a better plan, counted from the middle of its work on: before, plans
  /// are meant to get worse. 0 = never. Absent: never when iterations or a time limit are given, else a quarter of
  /// `default_iterations`. Up to an eighth of these more then go down from its best plan.
  std::optional<std::int64_t> stall = {};
  Milliseconds time_limit = {};  ///< 0 = none; the exception to "same input, same bytes"
  /// Parallel searches; after each quarter of the iterations the worst goes on from the best one's plan, or has it
  /// among the parents of its next ones, and the best is kept (goals, then lane). 0 = from the problem's size (1, 2 or
  /// 4), never the hardware.
  std::int32_t lanes = 0;
  std::int32_t threads = 1;  ///< at most lanes, or regions; changes the wall time only
  /// Start from this plan: its visits keep their places unless that is infeasible, until the search finds better ones
  /// (pins with a cost of change say how much better). With 0 iterations orders are only added. Null = from nothing.
  const Plan* start = nullptr;
  /// Looks on and may stop it, about ten times a second; dispatch/watch.hpp. Null = nobody.
  routing::Watcher* watcher = nullptr;
};

/// What `plan` does when nothing is said: 300 iterations an order, at most 200,000; and since small problems take next
/// to no time, at least 400 times the square of the number of orders, up to 15,000 of them.
[[nodiscard]] constexpr std::int64_t default_iterations(std::size_t orders) {
  const auto count = static_cast<std::int64_t>(std::min<std::size_t>(orders, 1'000));
  const std::int64_t pairs = std::min<std::int64_t>(15'000, 400 * std::max<std::int64_t>(4, count * count));
  return std::min<std::int64_t>(200'000, std::max(pairs, 300 * count));
}

/// Throws InvalidInput on options out of range, otherwise only what the watcher threw or bad_alloc. The plan is valid
/// (see `check`). From 3,000 orders and 50 shifts on, without depots, links and a cost of the worst lateness, one plan
/// gets the work of all lanes (`iterations` and `stall` times `lanes`), region by region; what is done when nothing is
/// said is little for tens of thousands of orders.
[[nodiscard]] PAIDAN_EXPORT Plan plan(const Problem& problem, const PlanOptions& options = {});

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/dispatch/plan.ipp>
#endif
