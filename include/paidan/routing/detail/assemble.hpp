// From sequences to a plan with times and costs, and back.
#pragma once

#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/routing/detail/rich/state.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// The plan of these sequences (by shift): routes timed, unserved orders listed, every cost term and the goals. They
/// must be feasible.
[[nodiscard]] PAIDAN_EXPORT Plan assemble(const Problem& problem, const Visits& visits);

/// Put a plan's visits where they are, in the same order; where that is infeasible (now), visits are left out one by
/// one, each time the one whose absence costs least. Throws InvalidInput on an index out of range or an order served
/// twice.
PAIDAN_EXPORT void load(rich::State& state, const Plan& plan);
/// The same, from sequences that are in range.
PAIDAN_EXPORT void load(rich::State& state, const Visits& visits);

/// Sequences of a plan, by shift. Throws InvalidInput as `load` does.
[[nodiscard]] PAIDAN_EXPORT Visits sequences_of(const Problem& problem, const Plan& plan);

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/assemble.ipp>
#endif
