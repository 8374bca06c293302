// A plan taken over to a changed problem.
#pragma once

#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>

namespace paidan::inline PAIDAN_ABI {

/// `plan` of `from` in the terms of `to`, by ids: visits whose order and shift are still there keep their technician,
/// sequence and clock time; what is gone is dropped, what is new is unassigned, rests are left to whoever lays the day
/// out again; of linked orders that have lost one, the others stay until then. A start for `plan`, not yet a valid
/// plan: its cost is zero and its goals are absent until `plan` has laid it out again, so that `evaluate` finds
/// `wrong_cost`. Throws InvalidInput when the plan is not one of `from`.
[[nodiscard]] PAIDAN_EXPORT Plan rebase(const Problem& from, const Plan& plan, const Problem& to);

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/dispatch/rebase.ipp>
#endif
