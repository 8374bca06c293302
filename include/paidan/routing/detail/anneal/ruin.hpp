// Strings of visits that lie near each other are taken out of neighbouring routes.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/anneal/near.hpp>
#include <paidan/routing/detail/anneal/state.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// What a ruin leaves behind. Kept between steps for its memory.
struct Rubble {
  std::vector<Index> out;   ///< visits to put back: those taken out, and those left out before
  std::vector<Index> gaps;  ///< per broken route still in use: the node before the last gap
  bool sound = true;        ///< false: a leg over a gap is so long that somebody is late; the step must be taken back
};

/// About ten visits, in strings of at most ten, from the routes around a random visit; half of the strings keep some of
/// their middle (Christiaens, Vanden Berghe: "Slack induction by string removals", 2020). Now and then two of the
/// broken routes exchange what follows their gaps.
PAIDAN_EXPORT void ruin(State& state, const Near& near, SplitMix64& random, Rubble& rubble);

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/anneal/ruin.ipp>
#endif
