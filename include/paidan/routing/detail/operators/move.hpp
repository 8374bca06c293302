// What all moves share: a move says how one or two routes would look; what that costs is the state's business.
#pragma once

#include <paidan/routing/detail/state.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// The routes a move would make; reused between moves.
struct Sequences {
  std::array<std::vector<std::uint32_t>, 2> visits;
  std::array<Change, 2> changes;
  std::size_t count = 0;

  void clear() {
    count = 0;
    visits[0].clear();
    visits[1].clear();
  }
  /// Declares `visits[count]` to be the next route. Fill all sequences first: the spans must not move.
  void add(std::uint32_t shift) {
    changes[count] = {shift, visits[count]};
    ++count;
  }
  [[nodiscard]] std::span<const Change> all() const { return {changes.data(), count}; }
};

/// Contract: `describe` writes the routes the move would make, or none when it is not a move in this state. `delta` is
/// the exact change of the plan's cost, `infeasible` if it cannot be done; `apply` does it and returns the same number.
template <class M>
concept Move = requires(const M& move, const State& state, Sequences& sequences) {
  { move.describe(state, sequences) } -> std::same_as<void>;
};

/// See `State::delta` for `limit`.
template <Move M>
[[nodiscard]] std::int64_t delta(const M& move, State& state, Sequences& sequences, std::int64_t limit = infeasible) {
  sequences.clear();
  move.describe(state, sequences);
  return sequences.count == 0 ? infeasible : state.delta(sequences.all(), limit);
}

template <Move M>
std::int64_t apply(const M& move, State& state, Sequences& sequences) {
  sequences.clear();
  move.describe(state, sequences);
  return state.apply(sequences.all());
}

/// Append visits [first, last) of a route.
inline void append(std::vector<std::uint32_t>& visits, std::span<const Step> steps, std::size_t first,
                   std::size_t last) {
  for (std::size_t i = first; i < last; ++i) visits.push_back(steps[i].order);
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
