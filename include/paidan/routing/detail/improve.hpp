// Local search: the best exact move of each visit until none helps.
#pragma once

#include <paidan/routing/detail/control.hpp>
#include <paidan/routing/detail/state.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// Relocations, swaps and tail swaps: first of the visits of these shifts, then of every shift that changed, until none
/// helps. `neighbours` bounds the partners tried for a visit.
PAIDAN_EXPORT void improve(State& state, std::span<const std::uint32_t> shifts, std::size_t neighbours,
                           const Control& control);

/// Unserved orders take the place of visits whose serving is worth less, in these shifts. What has to go is unserved
/// then.
PAIDAN_EXPORT void replace_visits(State& state, std::span<const std::uint32_t> shifts, const Control& control);

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/improve.ipp>
#endif
