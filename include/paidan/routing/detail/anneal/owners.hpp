// Two routes of different kinds change all their visits: who goes where, with the tours left as they are.
#pragma once

#include <paidan/routing/detail/anneal/state.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// Let `route`, in use, and `other`, of another kind and in use or `State::idle` of its kind, change all their visits
/// where that is on time, has room and changes the legs by `most` at most. True when the plan has changed. No small
/// step leads there: half way, both tours would cross the town.
PAIDAN_EXPORT bool exchange_owners(State& state, Index route, Index other, std::int64_t most);

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/anneal/owners.ipp>
#endif
