#pragma once

#include <paidan/constraints/pair_cost.hpp>

#include <algorithm>
#include <limits>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

PAIDAN_INLINE std::int64_t levels_above(const Problem& problem, OrderIndex order, ShiftIndex shift) {
  const Dense& dense = problem.dense();
  const TechnicianIndex technician = dense.shifts.technician[shift.at()];
  const std::int32_t day = dense.shifts.local_day[shift.at()];
  std::int64_t levels = 0;
  for (const SkillNeed& need : dense.orders.skills[order.at()]) {
    std::int32_t held = 0;
    for (const SkillGrant& grant : dense.technicians.skills[technician.at()]) {
      if (grant.skill == need.skill && grant.first_day <= day && day <= grant.last_day)
        held = std::max(held, grant.level);
    }
    levels += std::max(0, held - need.level);
  }
  return levels;
}

PAIDAN_INLINE Cost pair_cost(const Problem& problem, OrderIndex order, ShiftIndex shift) {
  const Dense& dense = problem.dense();
  const Objective& weights = problem.data().objective;
  const std::size_t o = order.at();
  const TechnicianIndex technician = dense.shifts.technician[shift.at()];
  Cost cost;
  cost.over_skill = levels_above(problem, order, shift) * weights.per_overskill_level;
  cost.quality = dense.technicians.quality_cost[technician.at()];
  const auto preferred = dense.orders.preferred[o];
  if (!preferred.empty() && !std::binary_search(preferred.begin(), preferred.end(), technician)) {
    cost.preference = weights.not_preferred;
  }
  const TechnicianIndex previous = dense.orders.previous_technician[o];
  if (previous.valid() && previous != technician) cost.same_technician = weights.not_same_technician;
  const TechnicianIndex pinned = dense.orders.pinned_technician[o];
  if (dense.orders.cost_of_change[o] > 0 && pinned.valid() && pinned != technician) {
    cost.change = dense.orders.cost_of_change[o];
  }
  return cost;
}

PAIDAN_INLINE std::int32_t start_to_keep(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  const std::size_t o = order.at();
  const TechnicianIndex pinned = dense.orders.pinned_technician[o];
  const bool elsewhere = pinned.valid() && pinned != technician;
  if (dense.orders.cost_of_change[o] <= 0 || elsewhere) return std::numeric_limits<std::int32_t>::min();
  return dense.orders.pinned_start_s[o];
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
