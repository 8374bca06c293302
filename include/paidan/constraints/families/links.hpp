// Orders that start at a distance from each other, and are all served or none.
#pragma once

#include <paidan/constraints/families/window.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array links_kinds{
    ReasonKind{Family::links, "link_unserved", "the linked order {order} is not served", "关联的{order}单未安排"},
    ReasonKind{Family::links, "link_gap", "would miss the gap to the linked order {order} by {amount}",
               "与关联的{order}单的间隔差{amount}"},
};

/// Another order of its group that the plan leaves out.
inline void tell_unserved(const Teller& teller, OrderIndex other) {
  teller.add(Family::links, "link_unserved", {{"order", teller.problem().order(other).name}});
}

/// So much wider the gap to that order would have to be.
inline void tell_gap(const Teller& teller, OrderIndex other, std::int64_t amount) {
  teller.add(Family::links, "link_gap", {{"order", teller.problem().order(other).name}, {"amount_s", number(amount)}});
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
