// Who could do what, looking at the pair alone, and every reason why not.
#pragma once

#include <paidan/core/reason.hpp>
#include <paidan/model/problem.hpp>

#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

/// The families decided by the pair alone: skill, allowed, group, language, tools, parts (the order's own need against
/// the whole van stock; what depots have is a matter of the route), pin (hard, another technician).
[[nodiscard]] PAIDAN_EXPORT FamilySet violated(const Problem& problem, OrderIndex order, ShiftIndex shift);

/// The same of a technician without a shift: a skill is missing when no certificate of any day would do.
[[nodiscard]] PAIDAN_EXPORT FamilySet violated(const Problem& problem, OrderIndex order, TechnicianIndex technician);

/// The same, with what exactly is missing: one reason per violated predicate, in family order. Details and their
/// parameters (besides `technician`, a display name):
/// `skill_missing` skill needed · `skill_level` skill needed held · `certificate_expired`, `certificate_not_yet_valid`
/// skill needed held date day (the shift's) · `blocked` · `not_allowed` allowed · `group` needed held · `language`
/// needed held · `tool_missing` tool · `part_short` part needed held · `pin_technician` pinned.
[[nodiscard]] PAIDAN_EXPORT std::vector<Reason> reasons(const Problem& problem, OrderIndex order, ShiftIndex shift);

/// The reasons of a technician without a shift.
[[nodiscard]] PAIDAN_EXPORT std::vector<Reason> reasons(const Problem& problem, OrderIndex order,
                                                        TechnicianIndex technician);

/// Shifts whose technician may do each order, or might with a call at one depot: list i = shifts of order i, rising.
[[nodiscard]] PAIDAN_EXPORT Lists<ShiftIndex> eligible_shifts(const Problem& problem);
/// The same of one order.
PAIDAN_EXPORT void eligible_shifts(const Problem& problem, OrderIndex order, std::vector<ShiftIndex>& shifts);

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/constraints/eligibility.ipp>
#endif
