// Two routes change tails (2-opt*): what follows the cut of one follows the cut of the other.
#pragma once

#include <paidan/routing/detail/operators/move.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct TailSwap {
  std::uint32_t first_shift = 0;
  std::uint32_t first_cut = 0;  ///< number of visits kept in front
  std::uint32_t second_shift = 0;
  std::uint32_t second_cut = 0;

  void describe(const State& state, Sequences& out) const {
    const auto a = state.steps(first_shift);
    const auto b = state.steps(second_shift);
    if (first_shift == second_shift || first_cut > a.size() || second_cut > b.size()) return;
    if (first_cut == a.size() && second_cut == b.size()) return;
    append(out.visits[0], a, 0, first_cut);
    append(out.visits[0], b, second_cut, b.size());
    append(out.visits[1], b, 0, second_cut);
    append(out.visits[1], a, first_cut, a.size());
    out.add(first_shift);
    out.add(second_shift);
  }
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
