// The temperature over a search: falls by the same factor in the same share of the work.
#pragma once

#include <paidan/routing/detail/anneal/fixed_point.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// A share of the work, in 2^32-ths.
using Share = std::uint64_t;
inline constexpr Share whole_work = Share{1} << 32U;

/// `done` of `all`; all > 0.
[[nodiscard]] constexpr Share share_of(std::int64_t done, std::int64_t all) {
  return static_cast<Share>(Wide{static_cast<std::uint64_t>(std::clamp<std::int64_t>(done, 0, all))} * whole_work /
                            static_cast<std::uint64_t>(all));
}

/// Temperatures have 16 bits behind the point: the last ones are a few cost units.
class Cooling {
 public:
  constexpr Cooling(std::uint64_t hot_q16, std::uint64_t cold_q16)
      : hot_(std::max<std::uint64_t>(hot_q16, 1)),
        halvings_(log2_q32(hot_) - log2_q32(std::clamp<std::uint64_t>(cold_q16, 1, hot_))) {}

  /// hot · (cold / hot)^share, with share ≤ `whole_work`.
  [[nodiscard]] constexpr std::uint64_t at(Share share) const {
    return scale_down(hot_, static_cast<std::uint64_t>(Wide{halvings_} * share >> 32U));
  }

 private:
  std::uint64_t hot_;
  std::uint64_t halvings_;  // how often the temperature halves, · 2^32
};

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
