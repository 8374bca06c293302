// Where an absent order costs least.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/anneal/blink.hpp>
#include <paidan/routing/detail/rich/state.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// How to look.
struct Look {
  bool everywhere = false;  ///< at every gap of every tour, not only beside neighbours
  bool ends = true;         ///< at the first and last gap of every tour
  bool fresh = false;       ///< in an empty tour wherever that can be done
  bool touched = false;     ///< only in tours that this step changed: in the others it had no place before
};

/// The cheapest place found that costs less than leaving the order out, and less than `most`. Some are not seen
/// (`blink`).
[[nodiscard]] PAIDAN_EXPORT Spot find_spot(State& state, Index order, const Look& look, anneal::Blink& blink,
                                           SplitMix64& random, std::int64_t most = impossible);

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/insertion.ipp>
#endif
