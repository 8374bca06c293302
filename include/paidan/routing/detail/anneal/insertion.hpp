// Where a visit costs least.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/anneal/blink.hpp>
#include <paidan/routing/detail/anneal/near.hpp>
#include <paidan/routing/detail/anneal/state.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// How to look.
struct Look {
  std::int32_t below = 2 * limit;  ///< a place must cost less
  bool ends = true;                ///< look at the first and last leg of every route too
  bool fresh = false;              ///< open a route not in use wherever that can be done
};

struct Spot {
  Index after = none;  ///< node to stand behind; `none`: nowhere
  std::int32_t delta = 0;
};

/// The cheapest place found on time and with room: beside its neighbours as far as a leg may still pay, at the ends of
/// routes, alone in a route not in use. Some places are not seen (`blink`).
[[nodiscard]] PAIDAN_EXPORT Spot find_spot(const State& state, const Near& near, Index visit, const Look& look,
                                           Blink& blink, SplitMix64& random);

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/anneal/insertion.ipp>
#endif
