// Consecutive visits leave a route and are unserved.
#pragma once

#include <paidan/routing/detail/operators/move.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct Removal {
  std::uint32_t shift = 0;
  std::uint32_t position = 0;
  std::uint32_t count = 1;

  void describe(const State& state, Sequences& out) const {
    const auto steps = state.steps(shift);
    if (count == 0 || std::size_t{position} + count > steps.size()) return;
    append(out.visits[0], steps, 0, position);
    append(out.visits[0], steps, std::size_t{position} + count, steps.size());
    out.add(shift);
  }
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
