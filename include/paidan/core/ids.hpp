// Dense 32-bit indices, one type per noun; strings exist only at the border.
#pragma once

#include <paidan/config.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

/// Position of a noun in its `Problem`'s arrays. `none()` means "absent".
template <class Tag>
struct Index {
  std::uint32_t value = 0xffffffffU;

  constexpr Index() = default;
  constexpr explicit Index(std::size_t position) : value(static_cast<std::uint32_t>(position)) {}

  [[nodiscard]] static constexpr Index none() { return Index(); }
  [[nodiscard]] constexpr bool valid() const { return value != 0xffffffffU; }
  [[nodiscard]] constexpr std::size_t at() const { return value; }
  friend constexpr auto operator<=>(Index, Index) = default;
};

using LocationIndex = Index<struct LocationTag>;
using SkillIndex = Index<struct SkillTag>;
using TechnicianIndex = Index<struct TechnicianTag>;
using ShiftIndex = Index<struct ShiftTag>;  // one row per technician and shift
using BreakIndex = Index<struct BreakTag>;
using DepotIndex = Index<struct DepotTag>;
using OrderIndex = Index<struct OrderTag>;
using PartIndex = Index<struct PartTag>;
using TagIndex = Index<struct TagTag>;
using ProfileIndex = Index<struct ProfileTag>;

}  // namespace paidan::inline PAIDAN_ABI
