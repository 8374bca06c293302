#pragma once

#include <paidan/routing/detail/recreate.hpp>

#include <paidan/routing/detail/operators/insertion.hpp>

#include <algorithm>
#include <tuple>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

namespace routing_detail {

inline constexpr std::size_t largest_regret = 3'000;

/// Not looked at this time. By key, not by sequence, so that it does not depend on who asks first.
inline bool overlooked(const RecreateOptions& options, std::size_t pair) {
  return options.blink != 0 && (mix64(options.seed ^ (pair * 0x9e3779b97f4a7c15ULL)) & 1023U) < options.blink;
}

/// Cheapest spot and the cheapest in another shift.
struct Choice {
  std::uint32_t order = 0;
  Spot best;
  Spot second;

  void offer(const Spot& spot) {
    if (spot.delta >= 0) return;  // not serving it is cheaper
    if (spot.delta < best.delta) {
      second = best;
      best = spot;
    } else if (spot.delta < second.delta) {
      second = spot;
    }
  }
  [[nodiscard]] std::int64_t regret() const { return std::min<std::int64_t>(0, second.delta) - best.delta; }
};

inline void look_everywhere(State& state, Choice& choice, const RecreateOptions& options) {
  const Context& context = state.context();
  choice.best = choice.second = {};
  for (std::size_t pair = context.pair_begin(choice.order); pair < context.pair_begin(std::size_t{choice.order} + 1);
       ++pair) {
    if (!overlooked(options, pair)) choice.offer(state.best_spot(choice.order, pair));
  }
}

/// After a change of one technician's routes: look again at these, or everywhere when they were among the best.
inline void look_again(State& state, Choice& choice, std::uint32_t technician, const RecreateOptions& options) {
  const Context& context = state.context();
  const auto& technicians = context.dense().shifts.technician;
  const auto theirs = [&](const Spot& spot) {
    return spot.delta != infeasible && technicians[spot.shift].value == technician;
  };
  if (theirs(choice.best) || theirs(choice.second)) return look_everywhere(state, choice, options);
  const std::uint32_t first = context.dense().technicians.first_shift[technician];
  const std::uint32_t last = context.dense().technicians.first_shift[std::size_t{technician} + 1];
  for (std::uint32_t shift = first; shift < last; ++shift) {
    const std::uint32_t pair = context.find_pair(choice.order, shift);
    if (pair != Context::no_pair && !overlooked(options, pair)) choice.offer(state.best_spot(choice.order, pair));
  }
}

}  // namespace routing_detail

PAIDAN_INLINE std::vector<std::uint32_t> unserved_orders(const State& state) {
  std::vector<std::uint32_t> orders;
  for (std::size_t o = 0; o < state.context().order_count(); ++o) {
    const auto order = static_cast<std::uint32_t>(o);
    if (state.shift_of(order) == Context::no_pair) orders.push_back(order);
  }
  return orders;
}

PAIDAN_INLINE void insert_in_order(State& state, std::span<const std::uint32_t> orders, const RecreateOptions& options,
                                   const Control& control) {
  Sequences sequences;
  for (const std::uint32_t order : orders) {
    if (control.should_stop()) return;
    routing_detail::Choice choice;
    choice.order = order;
    routing_detail::look_everywhere(state, choice, options);
    if (choice.best.delta >= 0) continue;
    apply(Insertion{order, choice.best.shift, choice.best.position}, state, sequences);
  }
}

PAIDAN_INLINE void insert_by_regret(State& state, std::span<const std::uint32_t> orders, const RecreateOptions& options,
                                    const Control& control) {
  std::vector<routing_detail::Choice> open;
  for (const std::uint32_t order : orders) {
    if (control.should_stop()) return;
    routing_detail::Choice choice;
    choice.order = order;
    routing_detail::look_everywhere(state, choice, options);
    open.push_back(choice);
  }
  Sequences sequences;
  while (!control.should_stop()) {
    std::size_t chosen = open.size();
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (open[i].best.delta >= 0) continue;
      if (chosen == open.size()) {
        chosen = i;
        continue;
      }
      const auto key = [](const routing_detail::Choice& c) { return std::tuple(-c.regret(), c.best.delta, c.order); };
      if (key(open[i]) < key(open[chosen])) chosen = i;
    }
    if (chosen == open.size()) return;
    const routing_detail::Choice choice = open[chosen];
    open[chosen] = open.back();
    open.pop_back();
    apply(Insertion{choice.order, choice.best.shift, choice.best.position}, state, sequences);
    const std::uint32_t technician = state.context().dense().shifts.technician[choice.best.shift].value;
    for (routing_detail::Choice& other : open) {
      routing_detail::look_again(state, other, technician, options);
      if (open.size() > 500 && control.should_stop()) return;
    }
  }
}

PAIDAN_INLINE void construct(State& state, const Control& control) {
  std::vector<std::uint32_t> orders = unserved_orders(state);
  if (orders.size() <= routing_detail::largest_regret) return insert_by_regret(state, orders, {}, control);
  const Context& context = state.context();
  const auto key = [&](std::uint32_t order) {
    return std::tuple(context.pair_begin(std::size_t{order} + 1) - context.pair_begin(order),
                      context.dense().orders.starts[order].back().high, order);
  };
  std::sort(orders.begin(), orders.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  insert_in_order(state, orders, {}, control);
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
