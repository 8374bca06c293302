// What a plan's tours find at hand, and what calls at depots cost them.
#pragma once

#include <paidan/routing/detail/rich/state.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// What the tour would draw on is there.
PAIDAN_INLINE bool State::supplied(Index tour, const Tour& plan) {
  return supply_.suffices({{layer_.frame(tour).technician, tours_[tour].items, plan.items}});
}

/// Visits that the van does for, one after the other, stay; those that need the call go.
PAIDAN_INLINE void State::keep_without_call(Index tour, std::vector<std::uint8_t>& keep) {
  const Index technician = layer_.frame(tour).technician;
  const Dense& dense = ground_->dense();
  taken_.clear();
  std::size_t visit = 0;
  for (const Item& one : tours_[tour].items) {
    if (!one.is_visit()) continue;
    std::uint8_t& stays = keep[visit++];
    if (stays == 0) continue;
    const std::size_t before = taken_.size();
    const auto needs = dense.orders.parts[one.order];
    taken_.insert(taken_.end(), needs.begin(), needs.end());
    const bool enough = std::all_of(needs.begin(), needs.end(), [&](const PartNeed& need) {
      return model_detail::pieces_of(taken_, need.part) <=
             model_detail::pieces_of(dense.technicians.stock[technician], need.part);
    });
    if (enough && model_detail::tools_at_hand(dense, OrderIndex(one.order), TechnicianIndex(technician), {})) continue;
    stays = 0;
    taken_.resize(before);
  }
}

/// The depot that the tour has called at before this item.
PAIDAN_INLINE Index State::called(Index tour, std::size_t gap) const {
  const Tour& at = tours_[tour];
  if (at.depot == none) return none;
  const auto first = at.items.begin();
  const auto is_call = [](const Item& one) { return one.call; };
  return std::any_of(first, first + static_cast<std::ptrdiff_t>(gap), is_call) ? at.depot : none;
}

/// Tools and parts for one more order before this item, without another call.
PAIDAN_INLINE bool State::at_hand(Index tour, std::size_t gap, Index order) const {
  return supply_.at_hand(layer_.frame(tour).technician, called(tour, gap), order);
}

/// What a call adds to a tour at least, and what the one that it has adds.
PAIDAN_INLINE State::Calls State::calls_of(Index tour) const {
  const Frame& frame = layer_.frame(tour);
  const Tour& at = tours_[tour];
  const DepotColumns& depots = ground_->dense().depots;
  const Objective& weights = ground_->weights();
  Calls calls;
  Index before = frame.start_place;
  const Item* call = nullptr;
  for (const Item& one : at.items) {
    if (one.is_rest()) continue;
    if (one.call) {
      call = &one;
      continue;
    }
    constraints::Hop leg{one.leg_s, one.leg_m};
    if (call != nullptr && calls.own == 0) {
      const constraints::Hop direct = layer_.hop(frame, before, one.place);
      if (direct.reachable()) {
        calls.own = (std::int64_t{call->leg_s} + one.leg_s - direct.seconds) * weights.per_travel_second +
                    (std::int64_t{call->leg_m} + one.leg_m - direct.metres) * weights.per_metre;
        leg = direct;
      }
    }
    for (const LocationIndex depot : depots.location)
      calls.least = std::min(calls.least, detour(frame, before, depot.value, one.place, leg));
    before = one.place;
  }
  return calls;
}

PAIDAN_INLINE std::int64_t State::detour(const Frame& frame, Index from, Index over, Index to,
                                         const constraints::Hop& instead) const {
  const Objective& weights = ground_->weights();
  const constraints::Hop out = layer_.hop(frame, from, over);
  const constraints::Hop on = layer_.hop(frame, over, to);
  if (!out.reachable() || !on.reachable()) return impossible;
  return (std::int64_t{out.seconds} + on.seconds - instead.seconds) * weights.per_travel_second +
         (std::int64_t{out.metres} + on.metres - instead.metres) * weights.per_metre;
}

/// What a call, or another one, adds to a tour that gets this order, reached from `before` by `out`.
PAIDAN_INLINE std::int64_t State::call_least(Index tour, Index order, Index before, const constraints::Hop& out) const {
  std::int64_t least = calls_[tour].least;
  for (const LocationIndex depot : ground_->dense().depots.location)
    least = std::min(least, detour(layer_.frame(tour), before, depot.value, ground_->visit(order).place, out));
  return std::min(least, impossible / 4) - calls_[tour].own;
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
