#pragma once

#include <paidan/routing/detail/anneal/owners.hpp>
#include <paidan/routing/detail/anneal/tails.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

PAIDAN_INLINE bool exchange_owners(State& state, Index route, Index other, std::int64_t most) {
  const Index start = state.ground().start_of(route);
  const Index other_start = state.ground().start_of(other);
  if (!tails_delta(state, start, other_start, most + 1)) return false;
  state.exchange_tails(start, other_start);
  return true;
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
