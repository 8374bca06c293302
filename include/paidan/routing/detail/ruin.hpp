// Take a related part of the plan out, so that it can be put back better.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/state.hpp>

#include <cstdint>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct RuinOptions {
  std::uint32_t average = 14;  ///< orders taken out per step, about
  std::uint32_t longest = 10;  ///< longest string
};

/// One step: strings of neighbouring routes (Christiaens, Vanden Berghe: "Slack induction by string removals", 2020),
/// an order with its neighbours, whole routes, or any orders. Returns the orders taken out, in the order they left.
PAIDAN_EXPORT std::vector<std::uint32_t> ruin(State& state, SplitMix64& random, const RuinOptions& options);

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/ruin.ipp>
#endif
