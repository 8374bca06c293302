// What is taken out of a plan together.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/rich/state.hpp>

#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// What has to be put back.
struct Rubble {
  std::vector<Index> out;
  std::vector<Index> before;       ///< of them, those that were absent before
  bool sound = true;               ///< false: what was left could not be done
  std::vector<std::uint8_t> keep;  // scratch
};

/// Strings of visits near one order, about ten in all, and the absent orders near it.
PAIDAN_EXPORT void ruin(State& state, SplitMix64& random, Rubble& rubble);

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/ruin.ipp>
#endif
