// Why not this technician? Answers as data; `render` makes sentences of them.
#pragma once

#include <paidan/core/reason.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// What an insertion would do to a visit that is already planned.
struct Suffering {
  OrderIndex order;
  ModelTime old_start;
  ModelTime new_start;
  Duration added_lateness;  ///< beyond its due time; as planned, buffers aside
  bool broken = false;      ///< its agreed arrival is kept now and would not be; the same
  friend bool operator==(const Suffering&, const Suffering&) = default;
};

/// The answer for one technician, all other visits keeping technician and order.
///
/// Where orders are linked, the routes that hang together with this one are timed together with it, their rests and
/// calls where the plan has them. `links` is of the order's own links: that all orders of its group are served, and at
/// the right distance. Visits that have to start later for it than they may are `commitments`, whoever comes to them;
/// everything else that is relaxed is so in the technician's own route alone.
struct WhyNot {
  OrderIndex order;
  TechnicianIndex technician;
  /// Smallest set of families whose relaxation allows an insertion (ties by code order); empty = possible as things
  /// are. `pin` holds the pinned start too. `window` is of hard windows and promises: service is never early for soft
  /// ones, and nothing else is missed by them.
  FamilySet families;
  /// One or more per family of the set, by family. Those of the pair are described in eligibility.hpp (`held` parts are
  /// what the plan's visits leave). Seconds count from the problem's origin. The others:
  /// `suspended` from_s until_s reason start_s · `unreachable` from to · `window_early` / `window_late` order start_s
  /// allowed_s amount_s (start_s: the possible start that misses by least, too early for all allowed ones, or too late)
  /// · `not_known_yet` order start_s release_s amount_s (an allowed start for which one would leave before the release)
  /// · `shift_start` limit_s start_s amount_s · `shift_end` limit_s end_s amount_s · `no_shift` · `break_missing`
  /// earliest_s latest_s amount_s · `max_jobs` limit jobs · `tag_jobs` tag limit jobs · `tag_work` tag limit_s amount_s
  /// (with what the technician's other visits take) · `tag_closed` order tag reason from_s until_s start_s (in the
  /// order's windows, but nobody works on its kind then) · `max_leg`, `max_travel` limit_s amount_s · `max_distance`
  /// limit_m amount_m · `commitment` order start_s allowed_s amount_s · `commitment_suspended`, `commitment_closed` the
  /// same · `link_unserved` order (one that hangs together with this one, for each that the plan leaves out, of a crew
  /// its first) · `link_gap` order amount_s (by how much the gap would be missed if all of this order's were so much
  /// wider, and no wider than they have to be).
  std::vector<Reason> reasons;
  /// False: not even with everything relaxed. `families` is then all, or, if the technician has no shift, {shift} and
  /// what stands against the pair besides, {links} where orders that hang together with it are not served.
  bool possible = false;
  /// The plan has the order with this technician already: all else is what taking it out and putting it in again means.
  bool planned = false;
  /// The insertion that is best by the goals under that relaxation, where one is possible. Relaxed shift hours mean a
  /// later end; an earlier start only when no later end helps.
  ShiftIndex shift;
  std::optional<std::int32_t> position;  ///< stop of the route before which it would go
  std::optional<ModelTime> start;
  std::optional<Duration> lateness;        ///< of the order itself, beyond its due time; as planned, buffers aside
  std::optional<std::int64_t> added_cost;  ///< of the plan – of all routes that change –, without its unserved cost
  /// The same as goals, what the order counts while nobody comes left out: the weight of what would be broken, itself
  /// included; lateness; what running costs. Negative where the plan would be better off.
  std::optional<Goals> added_goals;
  std::optional<Duration> added_travel;
  std::vector<Suffering> suffering;  ///< visits that would start later than now, in whichever route
  friend bool operator==(const WhyNot&, const WhyNot&) = default;
};

/// If the order is in the plan, it is taken out first. Throws InvalidInput on an index out of range.
[[nodiscard]] PAIDAN_EXPORT WhyNot why_not(const Problem& problem, const Plan& plan, OrderIndex order,
                                           TechnicianIndex technician);

/// Why nobody: the answers for all technicians, the nearest misses first (fewest families, then code order, then those
/// that are possible, then added goals, then technician). One without a shift stands where its families put it.
struct Unassigned {
  OrderIndex order;
  FamilySet families;  ///< of the nearest miss
  std::vector<WhyNot> technicians;
  friend bool operator==(const Unassigned&, const Unassigned&) = default;
};
[[nodiscard]] PAIDAN_EXPORT Unassigned why_unassigned(const Problem& problem, const Plan& plan, OrderIndex order);

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/dispatch/explain.ipp>
#endif
