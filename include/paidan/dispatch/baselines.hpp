// Two ways people dispatch without a planner, for honest comparison: nearest free technician, best rating first.
#pragma once

#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

/// Both take the orders one by one (release, then promise, then id; orders without a promise last), look at every gap
/// in every eligible technician's day, and never move anybody again. Gaps in which nobody becomes late come first.
/// Orders that hang together by links are taken at once, one after the other, each into the first of its gaps – as if
/// it had no links – in which all linked visits can still be timed together; where one finds none, none of them is
/// served.
enum class Baseline : std::uint8_t {
  nearest_free,  ///< of those gaps, the one with the shortest way from the place before it
  best_rating,   ///< of those gaps, the best-rated technician's; ties: the shortest way
};

[[nodiscard]] PAIDAN_EXPORT Plan plan_baseline(const Problem& problem, Baseline baseline);

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/dispatch/baselines.ipp>
#endif
