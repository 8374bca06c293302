// An unserved order takes the place of a visit, which becomes unserved.
#pragma once

#include <paidan/routing/detail/operators/move.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct Replacement {
  std::uint32_t order = 0;
  std::uint32_t shift = 0;
  std::uint32_t position = 0;

  void describe(const State& state, Sequences& out) const {
    const auto steps = state.steps(shift);
    if (state.shift_of(order) != Context::no_pair || position >= steps.size()) return;
    append(out.visits[0], steps, 0, steps.size());
    out.visits[0][position] = order;
    out.add(shift);
  }
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
