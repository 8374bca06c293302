#pragma once

#include <paidan/routing/detail/rich/construct.hpp>

#include <paidan/routing/detail/anneal/blink.hpp>
#include <paidan/routing/detail/rich/place.hpp>
#include <paidan/routing/detail/rich/sequence.hpp>
#include <paidan/routing/detail/rich/steering.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE void construct(State& state, const Control& control) {
  const Ground& ground = state.ground();
  const Sequence sequence(ground);
  SplitMix64 unused(0);
  anneal::Blink never(0, unused);
  state.set_rates(steep_rates(ground));
  std::vector<Index> orders(state.absent().begin(), state.absent().end());
  std::sort(orders.begin(), orders.end());
  const State::Visits given = state.visits();
  State::Visits best;
  Goals best_goals;
  constexpr std::array rules{First::narrow, First::early, First::far, First::dear};
  for (const First rule : rules) {
    if (!best.empty()) state.assign(given);
    sequence.by(rule, orders);
    for (const Index order : orders) {
      if (control.should_stop()) break;
      if (!leads(ground, order)) continue;
      place_apart(state, order, {.everywhere = ground.small()}, never, unused);
    }
    if (best.empty() || state.goals() < best_goals) {
      best = state.visits();
      best_goals = state.goals();
    }
    if (ground.visit_count() > 5'000 || control.should_stop()) break;
  }
  state.assign(best);
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
