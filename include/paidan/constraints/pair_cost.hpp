// The part of the cost that a pair (order, technician) has whatever the route looks like.
#pragma once

#include <paidan/model/objective.hpp>
#include <paidan/model/problem.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

/// Levels held above the levels needed, summed over the order's needs, by the certificates valid on the shift's local
/// day.
[[nodiscard]] PAIDAN_EXPORT std::int64_t levels_above(const Problem& problem, OrderIndex order, ShiftIndex shift);

/// Fills `over_skill`, `quality`, `preference`, `same_technician`, and `change` as far as another technician than the
/// pinned one causes it (a changed start is the route's matter). The pair must be eligible.
[[nodiscard]] PAIDAN_EXPORT Cost pair_cost(const Problem& problem, OrderIndex order, ShiftIndex shift);

/// The start from which leaving it costs `cost_of_change`; INT32_MIN when that cost does not depend on the start,
/// either because there is no such pin or because the technician is another one anyway.
[[nodiscard]] PAIDAN_EXPORT std::int32_t start_to_keep(const Dense& dense, OrderIndex order,
                                                       TechnicianIndex technician);

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/constraints/pair_cost.ipp>
#endif
