// A first plan: greedily, by several rules, the best of them.
#pragma once

#include <paidan/routing/detail/rich/state.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// Puts absent orders where they cost least, as long as `control` does not say stop; who has a place keeps it.
PAIDAN_EXPORT void construct(State& state, const Control& control = {});

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/construct.ipp>
#endif
