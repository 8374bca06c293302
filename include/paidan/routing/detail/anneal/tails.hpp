// Two routes change what follows: the move that insertion cannot make of small steps (2-opt*).
#pragma once

#include <paidan/routing/detail/anneal/near.hpp>
#include <paidan/routing/detail/anneal/state.hpp>

#include <optional>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// Change of the legs when what follows `a` and what follows `b`, nodes of different routes, change places;
/// nothing when that breaks a window, a shift or a capacity, or is not below the bound.
[[nodiscard]] PAIDAN_EXPORT std::optional<std::int32_t> tails_delta(const State& state, Index a, Index b,
                                                                    std::int64_t below = INT64_MAX);

/// Let one of the nearest visits of another route precede `visit`, where that changes the legs least, by `most` at
/// most, and do it at once. True when the plan has changed; the two routes are then `routes[0]` and `routes[1]`.
PAIDAN_EXPORT bool exchange_near(State& state, const Near& near, Index visit, std::int64_t most, Index (&routes)[2]);

/// Exchange the tails behind two of these nodes of touched routes, the pair that changes the legs least, even for
/// worse.
PAIDAN_EXPORT bool exchange_gaps(State& state, std::span<const Index> gaps);

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/anneal/tails.ipp>
#endif
