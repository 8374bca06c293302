#pragma once

#include <paidan/routing/detail/improve.hpp>

#include <paidan/routing/detail/operators/relocate.hpp>
#include <paidan/routing/detail/operators/removal.hpp>
#include <paidan/routing/detail/operators/replacement.hpp>
#include <paidan/routing/detail/operators/swap.hpp>
#include <paidan/routing/detail/operators/tail_swap.hpp>

#include <algorithm>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

namespace routing_detail {

class Improver {
 public:
  Improver(State& state, std::size_t neighbours, const Control& control)
      : state_(state),
        context_(state.context()),
        neighbours_(neighbours),
        control_(control),
        queued_(state.context().shift_count(), 0) {}

  void run(std::span<const std::uint32_t> shifts) {
    for (const std::uint32_t shift : shifts) push(shift);
    while (!queue_.empty() && !control_.should_stop()) {
      const std::uint32_t shift = queue_.back();
      queue_.pop_back();
      queued_[shift] = 0;
      orders_.clear();
      for (const Step& step : state_.steps(shift)) orders_.push_back(step.order);
      for (const std::uint32_t order : orders_) {
        // Each improvement is at least one cost unit, and the cost is bounded below: this ends.
        while (state_.shift_of(order) != Context::no_pair && improve_visit(order)) {
        }
      }
    }
  }

 private:
  enum class Kind : std::uint8_t { none, relocate, swap, tail_swap };

  void push(std::uint32_t shift) {
    if (queued_[shift] != 0) return;
    queued_[shift] = 1;
    queue_.push_back(shift);
  }

  template <Move M>
  void try_move(const M& move, Kind kind, M& kept) {
    const std::int64_t change = delta(move, state_, sequences_, best_);
    if (change >= best_) return;
    best_ = change;
    kind_ = kind;
    kept = move;
  }

  bool improve_visit(std::uint32_t order) {
    best_ = 0;
    kind_ = Kind::none;
    const std::uint32_t shift = state_.shift_of(order);
    const auto position = static_cast<std::uint32_t>(state_.position_of(order));
    relocate(order, shift, position);
    std::size_t tried = 0;
    for (const std::uint32_t other : context_.near(order)) {
      const std::uint32_t other_shift = state_.shift_of(other);
      if (other_shift == Context::no_pair) continue;
      if (++tried > neighbours_) break;
      const auto other_position = static_cast<std::uint32_t>(state_.position_of(other));
      if (may_swap(order, shift, position, other, other_shift, other_position)) {
        try_move(Swap{shift, position, other_shift, other_position}, Kind::swap, swap_);
      }
      if (other_shift == shift) continue;
      // `other` right after this visit, and right before it.
      if (state_.could_join(shift, position + 1, other_shift, other_position)) {
        try_move(TailSwap{shift, position + 1, other_shift, other_position}, Kind::tail_swap, tail_swap_);
      }
      if (state_.could_join(other_shift, other_position + 1, shift, position)) {
        try_move(TailSwap{shift, position, other_shift, other_position + 1}, Kind::tail_swap, tail_swap_);
      }
    }
    switch (kind_) {
      case Kind::none:
        return false;
      case Kind::relocate:
        apply(relocate_, state_, sequences_);
        break;
      case Kind::swap:
        apply(swap_, state_, sequences_);
        break;
      case Kind::tail_swap:
        apply(tail_swap_, state_, sequences_);
        break;
    }
    for (const Change& change : sequences_.all()) push(change.shift);
    return true;
  }

  /// To the cheapest spot of any other shift, by the cached insertions; inside its own route by trying.
  void relocate(std::uint32_t order, std::uint32_t shift, std::uint32_t position) {
    for (std::uint32_t gap = 0; gap < state_.size(shift); ++gap) {
      if (gap != position) try_move(Relocate{shift, position, 1, shift, gap}, Kind::relocate, relocate_);
    }
    const std::int64_t removed = delta(Removal{shift, position, 1}, state_, sequences_);
    if (removed == infeasible) return;
    const auto& technicians = context_.dense().shifts.technician;
    for (std::size_t pair = context_.pair_begin(order); pair < context_.pair_begin(std::size_t{order} + 1); ++pair) {
      const std::uint32_t other = context_.pair_shift(pair);
      if (other == shift) continue;
      const Spot spot = state_.best_spot(order, pair);
      if (spot.delta == infeasible) continue;
      const Relocate move{shift, position, 1, other, spot.position};
      if (technicians[other] == technicians[shift]) {
        // Fairness and stock see both routes at once.
        try_move(move, Kind::relocate, relocate_);
      } else if (removed + spot.delta < best_) {
        best_ = removed + spot.delta;
        kind_ = Kind::relocate;
        relocate_ = move;
      }
    }
  }

  /// Both technicians may do the other's visit; inside a route each pair of visits is looked at once.
  [[nodiscard]] bool may_swap(std::uint32_t order, std::uint32_t shift, std::uint32_t position, std::uint32_t other,
                              std::uint32_t other_shift, std::uint32_t other_position) const {
    if (shift == other_shift) return position < other_position;
    return context_.find_pair(other, shift) != Context::no_pair &&
           context_.find_pair(order, other_shift) != Context::no_pair;
  }

  State& state_;
  const Context& context_;
  std::size_t neighbours_;
  const Control& control_;
  std::vector<std::uint8_t> queued_;
  std::vector<std::uint32_t> queue_;
  std::vector<std::uint32_t> orders_;
  Sequences sequences_;
  std::int64_t best_ = 0;
  Kind kind_ = Kind::none;
  Relocate relocate_;
  Swap swap_;
  TailSwap tail_swap_;
};

}  // namespace routing_detail

PAIDAN_INLINE void improve(State& state, std::span<const std::uint32_t> shifts, std::size_t neighbours,
                           const Control& control) {
  routing_detail::Improver(state, neighbours, control).run(shifts);
}

PAIDAN_INLINE void replace_visits(State& state, std::span<const std::uint32_t> shifts, const Control& control) {
  const Context& context = state.context();
  Sequences sequences;
  for (std::size_t o = 0; o < context.order_count(); ++o) {
    const auto order = static_cast<std::uint32_t>(o);
    if (state.shift_of(order) != Context::no_pair) continue;
    if (control.should_stop()) return;
    std::int64_t best = 0;
    Replacement kept;
    for (const std::uint32_t shift : shifts) {
      const std::uint32_t pair = context.find_pair(order, shift);
      if (pair == Context::no_pair) continue;
      for (std::uint32_t position = 0; position < state.size(shift); ++position) {
        // Serving saves the unserved cost; only a visit that saves less can give way (ways and times aside).
        const std::uint32_t there = context.find_pair(state.steps(shift)[position].order, shift);
        if (context.pair_cost(pair) >= context.pair_cost(there)) continue;
        const Replacement move{order, shift, position};
        const std::int64_t change = delta(move, state, sequences, best);
        if (change >= best) continue;
        best = change;
        kept = move;
      }
    }
    if (best < 0) apply(kept, state, sequences);
  }
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
