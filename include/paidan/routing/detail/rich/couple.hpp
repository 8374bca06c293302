// Two absent orders at once: some can only be reached one through the other, some are worth a tour only together.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/rich/state.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// An absent order and another one beside it, where the two save most, in a step of its own. Begins anywhere and ends
/// after so many sequences, so that a search never spends most of its time here. False: nothing changed.
PAIDAN_EXPORT bool couple(State& state, SplitMix64& random);

/// An empty tour for two absent orders that, one by one, would each go elsewhere. False: nothing changed.
PAIDAN_EXPORT bool open_for_two(State& state, Index first, Index second);

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/couple.ipp>
#endif
