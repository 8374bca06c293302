#pragma once

#include <paidan/assign/live.hpp>

#include <paidan/assign/detail/live_state.hpp>

#include <string>
#include <type_traits>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace assign {

PAIDAN_INLINE Regret LiveAssignment::regret(std::uint32_t row, std::uint32_t column) {
  Errors errors;
  state_->check_row(errors, row);
  if (column != Assignment::unassigned) check_index(errors, "column", column, columns());
  errors.throw_if_any();
  std::int64_t arc_cost = 0;
  if (column != Assignment::unassigned) {
    state_->visit([&](const auto& k) {
      const std::uint32_t a = k.find_arc(State::index(row), State::index(column));
      if (a == k.arcs(State::index(row))) {
        throw InvalidInput(
            Error{&assign::errors::no_arc, "", 0, {{"row", std::to_string(row)}, {"column", std::to_string(column)}}});
      }
      arc_cost = k.arc_cost_at(State::index(row), a);
    });
  }
  return regret(row, column, arc_cost);
}

PAIDAN_INLINE Regret LiveAssignment::regret(std::uint32_t row, std::uint32_t column, std::int64_t arc_cost) {
  Errors errors;
  state_->check_row(errors, row);
  if (column != Assignment::unassigned) check_index(errors, "column", column, columns());
  assign_detail::check_cost(errors, arc_cost, "arc_cost");
  const RowArc arc{0, arc_cost};
  state_->admit_question(errors, State::extent_of({&arc, 1}, 0));
  Regret result;
  state_->visit([&](auto& k) {
    using Kernel = std::decay_t<decltype(k)>;
    typename Kernel::Cost cost = 0;
    std::vector<typename Kernel::Move> moves;
    const auto to = column == Assignment::unassigned ? assign_detail::nobody : State::index(column);
    result.possible = k.regret(State::index(row), to, static_cast<typename Kernel::Cost>(arc_cost), cost, moves);
    result.cost = cost;
    for (const auto& move : moves) {
      const auto column_or_none = [](auto inside) {
        const std::uint32_t number = State::external(inside);
        return number == Assignment::unassigned ? std::int64_t{-1} : std::int64_t{number};
      };
      result.moves.push_back({State::external(move.row), column_or_none(move.from), column_or_none(move.to)});
    }
  });
  return result;
}

PAIDAN_INLINE std::int64_t LiveAssignment::slot_gain(std::uint32_t column, std::int64_t slot_cost) {
  Errors errors;
  check_index(errors, "column", column, columns());
  errors.throw_if_any();
  assign_detail::check_cost(errors, slot_cost, "slot_cost");
  if (state_->dropped[column] == 0 && !state_->slot_costs[column].empty() &&
      slot_cost < state_->slot_costs[column].back()) {
    errors.add(assign::errors::slot_below_last, "slot_cost",
               {{"value", std::to_string(slot_cost)}, {"before", std::to_string(state_->slot_costs[column].back())}});
  }
  state_->admit_question(errors, State::extent_of_slots({&slot_cost, 1}));
  return state_->visit([&](auto& k) {
    using Cost = typename std::decay_t<decltype(k)>::Cost;
    return static_cast<std::int64_t>(k.slot_gain(State::index(column), static_cast<Cost>(slot_cost)));
  });
}

}  // namespace assign
}  // namespace paidan::inline PAIDAN_ABI
