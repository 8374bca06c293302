// Tails of two tours change places, or whole tours their owners.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/rich/state.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// Two tours taken apart. Scratch space: one per search.
struct Halves {
  std::vector<Index> head, tail, other_head, other_tail;
};

/// One exchange, in a step of its own, if it costs no more than the temperature allows. False: nothing changed.
PAIDAN_EXPORT bool exchange(State& state, std::uint64_t temperature_q16, SplitMix64& random, Halves& halves);

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/exchange.ipp>
#endif
