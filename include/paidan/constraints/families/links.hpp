// Orders that start at a distance from each other, and are all served or none.
#pragma once

#include <paidan/constraints/families/window.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array links_kinds{
    ReasonKind{Family::links, "link_unserved", "order {order}, which it is linked to, is not served",
               "关联工单{order}未安排"},
    ReasonKind{Family::links, "link_gap", "it would miss the gap to order {order}, which it is linked to, by {amount}",
               "与关联工单{order}的间隔相差{amount}"},
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
