// Put unserved orders into routes where they cost least.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/control.hpp>
#include <paidan/routing/detail/state.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct RecreateOptions {
  /// Each pair is overlooked with this probability in 1/1024 (Christiaens, Vanden Berghe 2020: "blinks").
  std::uint32_t blink = 0;
  std::uint64_t seed = 0;
};

/// Greedy: one order after the other as given, each at its cheapest place, if that costs less than not serving it.
PAIDAN_EXPORT void insert_in_order(State& state, std::span<const std::uint32_t> orders, const RecreateOptions& options,
                                   const Control& control);

/// Regret: always the order that would lose most by not getting its best shift (second best or unserved instead); ties
/// by cheaper place, then order.
PAIDAN_EXPORT void insert_by_regret(State& state, std::span<const std::uint32_t> orders, const RecreateOptions& options,
                                    const Control& control);

/// A first plan around what is already there: by regret, or one after the other (fewest candidates first) when there
/// are very many orders.
PAIDAN_EXPORT void construct(State& state, const Control& control);

/// Orders no route serves, rising.
[[nodiscard]] PAIDAN_EXPORT std::vector<std::uint32_t> unserved_orders(const State& state);

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/recreate.ipp>
#endif
