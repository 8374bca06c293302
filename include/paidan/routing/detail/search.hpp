// Builds and improves plans: regret insertion, then ruin-and-recreate with local moves, in integers and from a seed.
#pragma once

#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/routing/progress.hpp>

#include <cstdint>
#include <stop_token>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct SearchOptions {
  std::uint64_t seed = 1;
  std::int64_t iterations = 1'000;  ///< ruin-and-recreate steps; the only stopping rule that repeats exactly
  std::int64_t time_limit_ms = 0;   ///< 0 = none; otherwise the result depends on the machine
  std::stop_token stop = {};        ///< asks to return the best so far
};

/// One lane, in the calling thread. Improve from `start` (empty routes = from nothing): its visits first keep their
/// places unless that is infeasible, then orders it does not serve are inserted, then everything may move.
/// Deterministic for given seed and iterations. `watch` may be null; it is told about ten times a second. Throws
/// InvalidInput when `start` has an index out of range or an order twice, or an option is negative.
[[nodiscard]] PAIDAN_EXPORT Plan search(const Problem& problem, const Plan& start, const SearchOptions& options,
                                        Watcher* watch = nullptr);

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/search.ipp>
#endif
