// Consecutive visits go to another place, in their own route or another one.
#pragma once

#include <paidan/routing/detail/operators/move.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct Relocate {
  std::uint32_t from = 0;
  std::uint32_t position = 0;
  std::uint32_t count = 1;
  std::uint32_t to = 0;
  std::uint32_t target = 0;  ///< gap of the target route; of what is left of it when it is the same route

  void describe(const State& state, Sequences& out) const {
    const auto source = state.steps(from);
    const std::size_t end = std::size_t{position} + count;
    if (count == 0 || end > source.size()) return;
    append(out.visits[0], source, 0, position);
    append(out.visits[0], source, end, source.size());
    if (from == to) {
      if (target > out.visits[0].size() || target == position) return;
      std::vector<std::uint32_t>& left = out.visits[0];
      append(out.visits[1], source, position, end);
      left.insert(left.begin() + static_cast<std::ptrdiff_t>(target), out.visits[1].begin(), out.visits[1].end());
      out.add(from);
      return;
    }
    const auto other = state.steps(to);
    if (target > other.size()) return;
    append(out.visits[1], other, 0, target);
    append(out.visits[1], source, position, end);
    append(out.visits[1], other, target, other.size());
    out.add(from);
    out.add(to);
  }
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
