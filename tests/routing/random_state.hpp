// Random feasible plans as search states, for tests of moves and caches.
#pragma once

#include <paidan/routing/detail/assemble.hpp>
#include <paidan/routing/detail/operators/insertion.hpp>
#include <paidan/routing/detail/state.hpp>

#include <paidan/check/evaluate.hpp>

#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <optional>

namespace routing_test {

using namespace paidan;

/// Orders in random order at random feasible places.
inline void fill(routing::State& state, SplitMix64& random) {
  const routing::Context& context = state.context();
  routing::Sequences sequences;
  for (std::uint32_t round = 0; round < 3 * context.order_count(); ++round) {
    const std::uint32_t order = random.below(static_cast<std::uint32_t>(context.order_count()));
    const std::uint32_t shift = random.below(static_cast<std::uint32_t>(context.shift_count()));
    if (state.shift_of(order) != routing::Context::no_pair) continue;
    const auto size = static_cast<std::uint32_t>(state.size(shift));
    const routing::Insertion move{order, shift, random.below(size + 1)};
    if (routing::delta(move, state, sequences) != routing::infeasible) routing::apply(move, state, sequences);
  }
}

/// The independent checker's cost of the state's plan, if that is valid.
inline std::optional<std::int64_t> judged_cost(const routing::State& state) {
  const Problem& problem = state.context().problem();
  const check::Report report = check::evaluate(problem, routing::assemble(problem, state.visits()));
  if (!report.valid()) return std::nullopt;
  return report.cost.total();
}

}  // namespace routing_test
