#pragma once

#include <paidan/routing/detail/anneal/incumbent.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

PAIDAN_INLINE Incumbent::Incumbent(const State& state)
    : ground_(&state.ground()), next_(ground_->node_count(), none), dirty_(ground_->route_count(), 0) {
  for (Index r = 0; r < ground_->route_count(); ++r) changed(r);
  keep(state);
}

PAIDAN_INLINE void Incumbent::keep(const State& state) {
  tally_ = state.tally();
  absent_ = state.absent().size();
  for (const Index route : dirty_routes_) {
    dirty_[route] = 0;
    const Index end = ground_->end_of(route);
    for (Index v = ground_->start_of(route); v != end; v = next_[v]) next_[v] = state.node(v).next;
  }
  dirty_routes_.clear();
}

PAIDAN_INLINE std::vector<std::vector<Index>> Incumbent::routes() const {
  std::vector<std::vector<Index>> routes(ground_->route_count());
  for (Index r = 0; r < ground_->route_count(); ++r) {
    for (Index v = next_[ground_->start_of(r)]; ground_->is_visit(v); v = next_[v]) routes[r].push_back(v);
  }
  return routes;
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
