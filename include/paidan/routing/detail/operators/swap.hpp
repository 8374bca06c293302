// Two visits change places.
#pragma once

#include <paidan/routing/detail/operators/move.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct Swap {
  std::uint32_t first_shift = 0;
  std::uint32_t first = 0;
  std::uint32_t second_shift = 0;
  std::uint32_t second = 0;

  void describe(const State& state, Sequences& out) const {
    const auto a = state.steps(first_shift);
    const auto b = state.steps(second_shift);
    if (first >= a.size() || second >= b.size() || (first_shift == second_shift && first == second)) return;
    append(out.visits[0], a, 0, a.size());
    out.visits[0][first] = b[second].order;
    if (first_shift == second_shift) {
      out.visits[0][second] = a[first].order;
      out.add(first_shift);
      return;
    }
    append(out.visits[1], b, 0, b.size());
    out.visits[1][second] = a[first].order;
    out.add(first_shift);
    out.add(second_shift);
  }
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
