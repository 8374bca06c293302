// One way from a place to another: whole seconds and metres.
#pragma once

#include <paidan/core/ids.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace travel {

/// Seconds of a leg that does not exist. Larger than any time inside a model (2^28).
inline constexpr std::int32_t unreachable_s = std::int32_t{1} << 29;

struct Leg {
  std::int32_t seconds = 0;
  std::int32_t metres = 0;

  [[nodiscard]] constexpr bool reachable() const { return seconds < unreachable_s; }
  friend constexpr bool operator==(Leg, Leg) = default;
};

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI
