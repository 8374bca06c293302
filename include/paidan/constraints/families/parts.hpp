// Enough of every part in stock.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array parts_kinds{
    ReasonKind{Family::parts, "part_short", "carries {held} of part {part}, {needed} needed",
               "备件\"{part}\"不足(需{needed},余{held})"},
};

[[nodiscard]] inline std::int64_t stock_of(const Dense& dense, TechnicianIndex technician, PartIndex part) {
  std::int64_t held = 0;
  for (const PartNeed& row : dense.technicians.stock[technician.at()]) {
    if (row.part == part) held += row.quantity;
  }
  return held;
}

/// For this order alone: what others take is a matter of the plan.
[[nodiscard]] inline bool stocked(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  for (const PartNeed& need : dense.orders.parts[order.at()]) {
    if (stock_of(dense, technician, need.part) < need.quantity) return false;
  }
  return true;
}

/// `held(part)`: what there is of it.
template <class Held>
void tell_parts(const Teller& teller, Held&& held) {
  for (const PartNeed& need : teller.dense().orders.parts[teller.order().at()]) {
    const std::int64_t left = held(need.part);
    if (left >= need.quantity) continue;
    teller.add(
        Family::parts, "part_short",
        {{"part", teller.problem().part_name(need.part)}, {"needed", number(need.quantity)}, {"held", number(left)}});
  }
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
