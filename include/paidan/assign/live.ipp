#pragma once

#include <paidan/assign/live.hpp>

#include <paidan/assign/detail/live_questions.ipp>
#include <paidan/assign/detail/live_state.hpp>

#include <paidan/assign/assignment.ipp>
#include <paidan/assign/detail/input_check.ipp>
#include <paidan/assign/detail/kernel.ipp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace paidan::inline PAIDAN_ABI {
namespace assign {

PAIDAN_INLINE LiveAssignment::LiveAssignment(const AssignmentView& input) {
  Errors errors;
  Extent extent;
  assign_detail::check_input(input, errors, extent);
  if (!input.forced.empty()) errors.add(assign::errors::not_live, "forced", {{"field", "forced"}});
  if (extent.must_weight != 0) errors.add(assign::errors::not_live, "must_serve", {{"field", "must_serve"}});
  errors.throw_if_any();
  const assign_detail::Plain plain(input, 0);
  if (extent.narrow()) {
    state_ = new_owned<State>(State::Narrow(input.rows, input.columns));
  } else {
    state_ = new_owned<State>(State::Wide(input.rows, input.columns));
  }
  state_->extent = extent;
  state_->slots = input.slot_cost.size();
  for (std::size_t j = 0; j < input.columns; ++j) {
    const auto slots = plain.slots(j);
    state_->slot_costs.emplace_back(slots.begin(), slots.end());
  }
  state_->dropped.assign(input.columns, 0);
  state_->visit([&](auto& k) {
    plain.load(k);
    k.solve();
    k.go_live();
  });
}

PAIDAN_INLINE LiveAssignment::LiveAssignment(const AssignmentView& input, std::span<const std::uint32_t> column_of_row)
    : LiveAssignment(input) {
  if (column_of_row.size() != rows() || !state_->visit([&](auto& k) { return k.adopt(column_of_row); })) {
    throw InvalidInput(Error{&assign::errors::not_optimal, "column_of_row", 0, {}});
  }
}
PAIDAN_INLINE LiveAssignment::LiveAssignment(const AssignmentInput& input) : LiveAssignment(compress(input).view()) {}
PAIDAN_INLINE LiveAssignment::~LiveAssignment() = default;
PAIDAN_INLINE LiveAssignment::LiveAssignment(LiveAssignment&&) noexcept = default;
PAIDAN_INLINE LiveAssignment& LiveAssignment::operator=(LiveAssignment&&) noexcept = default;
PAIDAN_INLINE LiveAssignment::LiveAssignment(const LiveAssignment& other) : state_(new_owned<State>(*other.state_)) {}
PAIDAN_INLINE LiveAssignment& LiveAssignment::operator=(const LiveAssignment& other) {
  if (this != &other) state_ = new_owned<State>(*other.state_);
  return *this;
}

PAIDAN_INLINE std::uint32_t LiveAssignment::add_row(std::span<const RowArc> arcs, std::int64_t penalty) {
  const std::uint32_t row = rows();
  Errors errors;
  assign_detail::check_cost(errors, penalty, "penalty");
  state_->check_arcs(errors, row, arcs);
  state_->admit(errors, State::extent_of(arcs, penalty), 1);
  state_->visit([](auto& k) { k.add_row(); });
  state_->put(row, arcs, penalty);
  return row;
}

PAIDAN_INLINE void LiveAssignment::change_row(std::uint32_t row, std::span<const RowArc> arcs, std::int64_t penalty) {
  Errors errors;
  state_->check_row(errors, row);
  assign_detail::check_cost(errors, penalty, "penalty");
  state_->check_arcs(errors, row, arcs);
  state_->admit(errors, State::extent_of(arcs, penalty));
  state_->visit([&](auto& k) { k.take_row(State::index(row)); });
  state_->put(row, arcs, penalty);
}

PAIDAN_INLINE void LiveAssignment::cancel_row(std::uint32_t row) {
  Errors errors;
  state_->check_row(errors, row);
  errors.throw_if_any();
  state_->visit([&](auto& k) {
    k.take_row(State::index(row));
    k.settle();
  });
}

PAIDAN_INLINE void LiveAssignment::set_penalty(std::uint32_t row, std::int64_t penalty) {
  Errors errors;
  state_->check_row(errors, row);
  assign_detail::check_cost(errors, penalty, "penalty");
  state_->admit(errors, State::extent_of({}, penalty));
  state_->visit([&](auto& k) {
    k.set_penalty(State::index(row), penalty);
    k.settle();
  });
}

PAIDAN_INLINE void LiveAssignment::set_arc(std::uint32_t row, std::uint32_t column, std::int64_t cost) {
  Errors errors;
  state_->check_row(errors, row);
  check_index(errors, "column", column, columns());
  assign_detail::check_cost(errors, cost, "cost");
  const RowArc arc{column, cost};
  state_->admit(errors, State::extent_of({&arc, 1}, 0));
  state_->visit([&](auto& k) {
    k.set_arc(State::index(row), State::index(column), cost);
    k.settle();
  });
}

PAIDAN_INLINE void LiveAssignment::remove_arc(std::uint32_t row, std::uint32_t column) {
  Errors errors;
  state_->check_row(errors, row);
  check_index(errors, "column", column, columns());
  errors.throw_if_any();
  state_->visit([&](auto& k) {
    if (k.find_arc(State::index(row), State::index(column)) == k.arcs(State::index(row))) {
      throw InvalidInput(
          Error{&assign::errors::no_arc, "", 0, {{"row", std::to_string(row)}, {"column", std::to_string(column)}}});
    }
    k.remove_arc(State::index(row), State::index(column));
    k.settle();
  });
}

PAIDAN_INLINE std::uint32_t LiveAssignment::add_column(std::span<const std::int64_t> slot_costs) {
  Errors errors;
  State::check_slots(errors, slot_costs);
  state_->admit(errors, State::extent_of_slots(slot_costs), slot_costs.size());
  state_->slot_costs.emplace_back(slot_costs.begin(), slot_costs.end());
  state_->dropped.push_back(0);
  state_->slots += slot_costs.size();
  state_->visit([&](auto& k) { k.set_slots(k.add_column(), slot_costs); });
  return columns() - 1;
}

PAIDAN_INLINE void LiveAssignment::set_slots(std::uint32_t column, std::span<const std::int64_t> slot_costs) {
  Errors errors;
  check_index(errors, "column", column, columns());
  State::check_slots(errors, slot_costs);
  state_->admit(errors, State::extent_of_slots(slot_costs), slot_costs.size());
  state_->slots += slot_costs.size();
  state_->slots -= state_->slot_costs[column].size();
  state_->slot_costs[column].assign(slot_costs.begin(), slot_costs.end());
  if (state_->dropped[column] != 0) return;
  state_->visit([&](auto& k) {
    k.change_slots(State::index(column), slot_costs);
    k.settle();
  });
}

PAIDAN_INLINE void LiveAssignment::drop_column(std::uint32_t column) {
  Errors errors;
  check_index(errors, "column", column, columns());
  errors.throw_if_any();
  if (state_->dropped[column] != 0) return;
  state_->dropped[column] = 1;
  state_->visit([&](auto& k) {
    k.change_slots(State::index(column), {});
    k.settle();
  });
}

PAIDAN_INLINE void LiveAssignment::restore_column(std::uint32_t column) {
  Errors errors;
  check_index(errors, "column", column, columns());
  errors.throw_if_any();
  if (state_->dropped[column] == 0) return;
  state_->dropped[column] = 0;
  state_->visit([&](auto& k) {
    k.change_slots(State::index(column), state_->slot_costs[column]);
    k.settle();
  });
}

PAIDAN_INLINE std::uint32_t LiveAssignment::rows() const { return state_->rows(); }
PAIDAN_INLINE std::uint32_t LiveAssignment::columns() const { return state_->columns(); }
PAIDAN_INLINE bool LiveAssignment::has_row(std::uint32_t row) const {
  return row < rows() && state_->visit([&](const auto& k) { return k.present(State::index(row)); });
}
PAIDAN_INLINE std::uint32_t LiveAssignment::column_of(std::uint32_t row) const {
  if (row >= rows()) return Assignment::unassigned;
  return State::external(state_->visit([&](const auto& k) { return k.column_of(State::index(row)); }));
}
PAIDAN_INLINE std::int64_t LiveAssignment::cost() const {
  return state_->visit([](const auto& k) { return k.cost(); });
}

PAIDAN_INLINE AssignmentTable LiveAssignment::table() const {
  AssignmentTable table;
  table.rows = rows();
  table.columns = columns();
  table.row_begin.push_back(0);
  table.slot_begin.push_back(0);
  state_->visit([&](const auto& k) {
    for (std::uint32_t i = 0; i < table.rows; ++i) {
      const auto row = State::index(i);
      std::vector<std::pair<std::uint32_t, std::int64_t>> arcs;
      for (std::uint32_t a = 0; a < k.arcs(row); ++a) {
        arcs.emplace_back(State::external(k.arc_to(row, a)), k.arc_cost_at(row, a));
      }
      std::sort(arcs.begin(), arcs.end());
      for (const auto& [column, cost] : arcs) {
        table.column.push_back(column);
        table.cost.push_back(cost);
      }
      table.row_begin.push_back(table.column.size());
      table.penalty.push_back(k.penalty(row));
    }
  });
  for (std::uint32_t j = 0; j < table.columns; ++j) {
    if (state_->dropped[j] == 0) {
      table.slot_cost.insert(table.slot_cost.end(), state_->slot_costs[j].begin(), state_->slot_costs[j].end());
    }
    table.slot_begin.push_back(table.slot_cost.size());
  }
  return table;
}

PAIDAN_INLINE Assignment LiveAssignment::assignment() const {
  const AssignmentTable now = table();
  const AssignmentView view = now.view();
  const assign_detail::Plain plain(view, 0);
  Assignment result = state_->visit([&](const auto& k) { return plain.read(k); });
  for (std::uint32_t i = 0; i < now.rows; ++i) {
    if (!has_row(i)) result.row_dual[i] = 0;
  }
  return result;
}

}  // namespace assign
}  // namespace paidan::inline PAIDAN_ABI
