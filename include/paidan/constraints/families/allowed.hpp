// Who the order allows, or blocks.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array allowed_kinds{
    ReasonKind{Family::allowed, "not_allowed", "is not among the technicians this order allows",
               "不在本单指定的师傅之内"},
    ReasonKind{Family::allowed, "blocked", "is blocked for this order", "本单不接受该师傅"},
};

[[nodiscard]] inline bool listed(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  const auto allowed = dense.orders.allowed[order.at()];
  return allowed.empty() || contains(allowed, technician);
}
[[nodiscard]] inline bool blocked(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  return contains(dense.orders.blocked[order.at()], technician);
}

inline void tell_allowed(const Teller& teller) {
  if (blocked(teller.dense(), teller.order(), teller.technician())) teller.add(Family::allowed, "blocked", {});
  if (listed(teller.dense(), teller.order(), teller.technician())) return;
  std::vector<std::string> names;
  for (const TechnicianIndex other : teller.dense().orders.allowed[teller.order().at()])
    names.push_back(teller.problem().technician(other).name);
  teller.add(Family::allowed, "not_allowed", {{"allowed", comma_separated(names)}});
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
