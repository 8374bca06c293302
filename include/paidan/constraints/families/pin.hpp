// Held hard with somebody else.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array pin_kinds{
    ReasonKind{Family::pin, "pin_technician", "the order is pinned to {pinned}", "本单已指定给{pinned}"},
};

[[nodiscard]] inline bool pinned_elsewhere(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  const TechnicianIndex pinned = dense.orders.pinned_technician[order.at()];
  return pinned.valid() && dense.orders.cost_of_change[order.at()] == -1 && pinned != technician;
}

inline void tell_pin(const Teller& teller) {
  const TechnicianIndex pinned = teller.dense().orders.pinned_technician[teller.order().at()];
  teller.add(Family::pin, "pin_technician", {{"pinned", teller.problem().technician(pinned).name}});
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
