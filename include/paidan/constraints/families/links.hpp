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

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
