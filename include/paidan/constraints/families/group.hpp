// The order belongs to groups or regions, the technician to one.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array group_kinds{
    ReasonKind{Family::group, "group", "belongs to another region", "不属于本单所在区域"},
};

[[nodiscard]] inline bool in_group(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  const auto groups = dense.orders.groups[order.at()];
  return groups.empty() || contains(groups, dense.technicians.group[technician.at()]);
}

inline void tell_group(const Teller& teller) {
  teller.add(Family::group, "group",
             {{"needed", comma_separated(teller.problem().order(teller.order()).groups)},
              {"held", teller.problem().technician(teller.technician()).group.value_or("")}});
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
