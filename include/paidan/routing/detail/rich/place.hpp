// An absent order goes where it costs least, with all those it is linked to.
#pragma once

#include <paidan/routing/detail/rich/insertion.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// Stands for its link group where groups are placed: the first of it. An order without links stands for itself.
[[nodiscard]] inline bool leads(const Ground& ground, Index order) {
  return !ground.visit(order).linked || ground.group(order).front().value == order;
}

/// What leaving an order out costs, with those that it leads.
[[nodiscard]] PAIDAN_EXPORT std::int64_t missing_price(const State& state, Index order);

/// About the most that its coming takes off the price, with those that it leads: no detour costs anything.
[[nodiscard]] PAIDAN_EXPORT std::int64_t saved_by(const State& state, Index order);

/// Put an absent order, and those it leads, where they cost least, and less than `most`; see `find_spot`. False: they
/// stay out; when the state is not sound then, the step has to be taken back.
PAIDAN_EXPORT bool place(State& state, Index order, const Look& look, anneal::Blink& blink, SplitMix64& random,
                         std::int64_t most = impossible);

/// The same as a step of its own, that costs nothing of what was placed before.
PAIDAN_EXPORT void place_apart(State& state, Index order, const Look& look, anneal::Blink& blink, SplitMix64& random);

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/place.ipp>
#endif
