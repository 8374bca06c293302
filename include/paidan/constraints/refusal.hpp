// Why a pair is no candidate: every predicate it violates, those of time included.
#pragma once

#include <paidan/core/reason.hpp>
#include <paidan/model/problem.hpp>

#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

/// What stands against one visit straight from the shift's start and back. Empty = the pair is a candidate.
struct Refusal {
  OrderIndex order;
  ShiftIndex shift;
  FamilySet families;
  std::vector<Reason> reasons;  ///< one or more per family, by family
  friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// Families of the pair (see `reasons`), `reach` (the way there or back does not exist; it then counts nothing),
/// `pin` holds its start too, so a start pinned with another technician is no `window`; nor is the beginning of a soft
/// window or promise, which only `shift` and `suspended` can miss. `jobs`, `travel_time` and `distance` each stand for
/// themselves. Of the families of time – `suspended`, `window`, `shift` – the smallest set whose relaxation leaves a
/// possible start is violated, ties by code order: alone, each might be kept. Breaks, and parts that several orders
/// share, are a matter of routes. Details and parameters besides those of `reasons` are those of `WhyNot`: `suspended`
/// from_s until_s reason start_s · `unreachable` from to · `window_early`, `window_late` order start_s allowed_s
/// amount_s · `not_known_yet` order start_s release_s amount_s · `shift_start` limit_s start_s amount_s · `shift_end`
/// limit_s end_s amount_s · `max_jobs` limit jobs · `tag_jobs` tag limit jobs · `tag_work` tag limit_s amount_s ·
/// `tag_closed` order tag reason from_s until_s start_s · `max_leg`, `max_travel` limit_s amount_s · `max_distance`
/// limit_m amount_m.
/// What depots have is not looked at: tools and parts are the van's. Throws InvalidInput on an index out of range.
[[nodiscard]] PAIDAN_EXPORT Refusal why_refused(const Problem& problem, OrderIndex order, ShiftIndex shift);

/// How long the way to the order takes for somebody who has nothing else to do in that shift. Throws InvalidInput on an
/// index out of range.
[[nodiscard]] PAIDAN_EXPORT Duration way_there(const Problem& problem, OrderIndex order, ShiftIndex shift);

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/constraints/refusal.ipp>
#endif
