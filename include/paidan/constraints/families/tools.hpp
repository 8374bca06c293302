// Every tool of the order on the van.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <algorithm>
#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array tools_kinds{
    ReasonKind{Family::tools, "tool_missing", "does not carry the tool {tool}", "未带工具\"{tool}\""},
};

[[nodiscard]] inline bool equipped(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  const auto needed = dense.orders.tools[order.at()];
  const auto held = dense.technicians.tools[technician.at()];
  return std::includes(held.begin(), held.end(), needed.begin(), needed.end());
}

inline void tell_tools(const Teller& teller) {
  const std::vector<std::string>& held = teller.problem().technician(teller.technician()).tools;
  for (const std::string& tool : teller.problem().order(teller.order()).tools) {
    if (std::find(held.begin(), held.end(), tool) == held.end())
      teller.add(Family::tools, "tool_missing", {{"tool", tool}});
  }
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
