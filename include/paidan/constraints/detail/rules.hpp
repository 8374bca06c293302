// What a pair must keep whatever the time: the predicates of the families that eligibility, matching and explanations
// share. Header-only on purpose: matching asks them for every pair it looks at.
#pragma once

#include <paidan/constraints/families/allowed.hpp>
#include <paidan/constraints/families/group.hpp>
#include <paidan/constraints/families/language.hpp>
#include <paidan/constraints/families/parts.hpp>
#include <paidan/constraints/families/pin.hpp>
#include <paidan/constraints/families/skill.hpp>
#include <paidan/constraints/families/tools.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

/// All pair families but `skill`, which alone depends on the day.
[[nodiscard]] inline FamilySet violated_any_day(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  FamilyBits set = 0;
  const auto need = [&](Family family, bool kept) { set |= kept ? 0 : bit(family); };
  need(Family::allowed, listed(dense, order, technician) && !blocked(dense, order, technician));
  need(Family::group, in_group(dense, order, technician));
  need(Family::language, speaks(dense, order, technician));
  need(Family::tools, equipped(dense, order, technician));
  need(Family::parts, stocked(dense, order, technician));
  need(Family::pin, !pinned_elsewhere(dense, order, technician));
  return set;
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
