// A way from the place before, and on.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array reach_kinds{
    ReasonKind{Family::reach, "unreachable", "there is no way from {from} to {to}", "{from}到{to}没有路"},
};

inline void tell_reach(const Teller& teller, LocationIndex from, LocationIndex to) {
  const std::vector<Location>& locations = teller.problem().data().locations;
  teller.add(Family::reach, "unreachable", {{"from", locations[from.at()].name}, {"to", locations[to.at()].name}});
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
