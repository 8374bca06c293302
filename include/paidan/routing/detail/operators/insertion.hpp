// An unserved order joins a route.
#pragma once

#include <paidan/routing/detail/operators/move.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct Insertion {
  std::uint32_t order = 0;
  std::uint32_t shift = 0;
  std::uint32_t position = 0;

  void describe(const State& state, Sequences& out) const {
    const auto steps = state.steps(shift);
    if (state.shift_of(order) != Context::no_pair || position > steps.size()) return;
    append(out.visits[0], steps, 0, position);
    out.visits[0].push_back(order);
    append(out.visits[0], steps, position, steps.size());
    out.add(shift);
  }
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
