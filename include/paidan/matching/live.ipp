#pragma once

#include <paidan/matching/live.hpp>

#include <paidan/matching/assignment.ipp>
#include <paidan/matching/input_check.ipp>
#include <paidan/matching/kernel.ipp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

struct LiveAssignment::State {
  using Narrow = matching_detail::Kernel<std::int32_t>;
  using Wide = matching_detail::Kernel<std::int64_t>;
  using Index = matching_detail::Index;

  explicit State(Narrow&& first) : kernel(std::move(first)) {}
  explicit State(Wide&& first) : kernel(std::move(first)) {}

  std::variant<Narrow, Wide> kernel;
  matching_detail::Extent extent;  // never shrinks
  std::uint64_t slots = 0;
  std::vector<std::vector<std::int64_t>> slot_costs;  // also of dropped columns
  std::vector<std::uint8_t> dropped;
  std::vector<std::uint32_t> arc_columns;  // working space
  std::vector<std::int64_t> arc_costs;

  template <class Do>
  decltype(auto) visit(Do&& action) {
    return std::visit(std::forward<Do>(action), kernel);
  }
  template <class Do>
  decltype(auto) visit(Do&& action) const {
    return std::visit(std::forward<Do>(action), kernel);
  }
  static Index index(std::uint32_t external) { return static_cast<Index>(external) + 1; }
  static std::uint32_t external(Index index) {
    return index == matching_detail::nobody ? Assignment::unassigned : static_cast<std::uint32_t>(index) - 1;
  }
  [[nodiscard]] std::uint32_t rows() const {
    return static_cast<std::uint32_t>(visit([](const auto& k) { return k.rows(); }));
  }
  [[nodiscard]] std::uint32_t columns() const { return static_cast<std::uint32_t>(slot_costs.size()); }

  void check_row(Errors& errors, std::uint32_t row) const {
    if (row >= rows()) {
      matching_detail::check_index(errors, row, rows(), "row");
    } else if (!visit([&](const auto& k) { return k.present(index(row)); })) {
      errors.add(matching::errors::row_gone, "row", {{"row", std::to_string(row)}});
    }
  }

  void check_arcs(Errors& errors, std::uint32_t row, std::span<const RowArc> arcs) {
    std::vector<std::uint32_t> seen;
    for (std::size_t a = 0; a < arcs.size(); ++a) {
      const std::string path = matching_detail::numbered("arcs", a);
      matching_detail::check_index(errors, arcs[a].column, columns(), path + ".column");
      matching_detail::check_cost(errors, arcs[a].cost, path + ".cost");
      seen.push_back(arcs[a].column);
    }
    std::sort(seen.begin(), seen.end());
    const auto twice = std::adjacent_find(seen.begin(), seen.end());
    if (twice != seen.end()) {
      errors.add(matching::errors::duplicate_arc, "arcs",
                 {{"row", std::to_string(row)}, {"column", std::to_string(*twice)}});
    }
  }

  static void check_slots(Errors& errors, std::span<const std::int64_t> costs) {
    for (std::size_t k = 0; k < costs.size(); ++k) {
      const std::string path = matching_detail::numbered("slot_costs", k);
      matching_detail::check_cost(errors, costs[k], path);
      if (k > 0 && costs[k] < costs[k - 1]) {
        errors.add(matching::errors::falling_slot_costs, path,
                   {{"value", std::to_string(costs[k])}, {"before", std::to_string(costs[k - 1])}});
      }
    }
  }

  /// Nothing has been changed yet: throws what was found; then makes room for numbers of this size.
  void admit(Errors& errors, const matching_detail::Extent& more, std::uint64_t more_terms = 0) {
    matching_detail::Extent grown = extent;
    grown.arc = std::max(grown.arc, more.arc);
    grown.penalty = std::max(grown.penalty, more.penalty);
    grown.slot = std::max(grown.slot, more.slot);
    const auto terms = static_cast<std::int64_t>(rows() + slots + more_terms + 1);
    const std::int64_t largest = std::max({grown.arc, grown.penalty, grown.slot, std::int64_t{1}});
    if (errors.empty() && largest > (std::int64_t{1} << 60) / terms) {
      errors.add(paidan::errors::overflow, "", {{"field", "cost"}, {"value", std::to_string(largest)}});
    }
    errors.throw_if_any();
    if (!grown.narrow() && std::holds_alternative<Narrow>(kernel)) {
      Wide wide(std::get<Narrow>(kernel));
      kernel.emplace<Wide>(std::move(wide));
    }
    extent = grown;
  }

  static matching_detail::Extent extent_of(std::span<const RowArc> arcs, std::int64_t penalty) {
    matching_detail::Extent more;
    for (const RowArc& arc : arcs) more.arc = std::max(more.arc, matching_detail::magnitude(arc.cost));
    more.penalty = matching_detail::magnitude(penalty);
    return more;
  }
  static matching_detail::Extent extent_of_slots(std::span<const std::int64_t> costs) {
    matching_detail::Extent more;
    for (const std::int64_t cost : costs) more.slot = std::max(more.slot, matching_detail::magnitude(cost));
    return more;
  }

  void put(std::uint32_t row, std::span<const RowArc> arcs, std::int64_t penalty) {
    arc_columns.clear();
    arc_costs.clear();
    for (const RowArc& arc : arcs) {
      arc_columns.push_back(arc.column);
      arc_costs.push_back(arc.cost);
    }
    visit([&](auto& k) {
      k.set_arcs(index(row), arc_columns, arc_costs, penalty);
      k.put_row(index(row));
      k.settle();
    });
  }
};

PAIDAN_INLINE LiveAssignment::LiveAssignment(const AssignmentView& input) {
  Errors errors;
  matching_detail::Extent extent;
  matching_detail::check_input(input, errors, extent);
  if (!input.forced.empty()) errors.add(matching::errors::not_live, "forced", {{"field", "forced"}});
  if (extent.must_weight != 0) errors.add(matching::errors::not_live, "must_serve", {{"field", "must_serve"}});
  errors.throw_if_any();
  const matching_detail::Plain plain(input, 0);
  if (extent.narrow()) {
    state_ = std::make_unique<State>(State::Narrow(input.rows, input.columns));
  } else {
    state_ = std::make_unique<State>(State::Wide(input.rows, input.columns));
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

PAIDAN_INLINE LiveAssignment::LiveAssignment(const AssignmentInput& input) : LiveAssignment(compress(input).view()) {}
PAIDAN_INLINE LiveAssignment::~LiveAssignment() = default;
PAIDAN_INLINE LiveAssignment::LiveAssignment(LiveAssignment&&) noexcept = default;
PAIDAN_INLINE LiveAssignment& LiveAssignment::operator=(LiveAssignment&&) noexcept = default;
PAIDAN_INLINE LiveAssignment::LiveAssignment(const LiveAssignment& other)
    : state_(std::make_unique<State>(*other.state_)) {}
PAIDAN_INLINE LiveAssignment& LiveAssignment::operator=(const LiveAssignment& other) {
  if (this != &other) state_ = std::make_unique<State>(*other.state_);
  return *this;
}

PAIDAN_INLINE std::uint32_t LiveAssignment::add_row(std::span<const RowArc> arcs, std::int64_t penalty) {
  const std::uint32_t row = rows();
  Errors errors;
  matching_detail::check_cost(errors, penalty, "penalty");
  state_->check_arcs(errors, row, arcs);
  state_->admit(errors, State::extent_of(arcs, penalty), 1);
  state_->visit([](auto& k) { k.add_row(); });
  state_->put(row, arcs, penalty);
  return row;
}

PAIDAN_INLINE void LiveAssignment::change_row(std::uint32_t row, std::span<const RowArc> arcs, std::int64_t penalty) {
  Errors errors;
  state_->check_row(errors, row);
  matching_detail::check_cost(errors, penalty, "penalty");
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
  matching_detail::check_cost(errors, penalty, "penalty");
  state_->admit(errors, State::extent_of({}, penalty));
  state_->visit([&](auto& k) {
    k.set_penalty(State::index(row), penalty);
    k.settle();
  });
}

PAIDAN_INLINE void LiveAssignment::set_arc(std::uint32_t row, std::uint32_t column, std::int64_t cost) {
  Errors errors;
  state_->check_row(errors, row);
  matching_detail::check_index(errors, column, columns(), "column");
  matching_detail::check_cost(errors, cost, "cost");
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
  matching_detail::check_index(errors, column, columns(), "column");
  errors.throw_if_any();
  state_->visit([&](auto& k) {
    if (k.find_arc(State::index(row), State::index(column)) == k.arcs(State::index(row))) {
      throw InvalidInput(
          Error{&matching::errors::no_arc, "", 0, {{"row", std::to_string(row)}, {"column", std::to_string(column)}}});
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
  matching_detail::check_index(errors, column, columns(), "column");
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
  matching_detail::check_index(errors, column, columns(), "column");
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
  matching_detail::check_index(errors, column, columns(), "column");
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
  const matching_detail::Plain plain(view, 0);
  Assignment result = state_->visit([&](const auto& k) { return plain.read(k); });
  for (std::uint32_t i = 0; i < now.rows; ++i) {
    if (!has_row(i)) result.row_dual[i] = 0;
  }
  return result;
}

PAIDAN_INLINE Regret LiveAssignment::regret(std::uint32_t row, std::uint32_t column) {
  Errors errors;
  state_->check_row(errors, row);
  if (column != Assignment::unassigned) matching_detail::check_index(errors, column, columns(), "column");
  errors.throw_if_any();
  std::int64_t arc_cost = 0;
  if (column != Assignment::unassigned) {
    state_->visit([&](const auto& k) {
      const std::uint32_t a = k.find_arc(State::index(row), State::index(column));
      if (a == k.arcs(State::index(row))) {
        throw InvalidInput(Error{
            &matching::errors::no_arc, "", 0, {{"row", std::to_string(row)}, {"column", std::to_string(column)}}});
      }
      arc_cost = k.arc_cost_at(State::index(row), a);
    });
  }
  return regret(row, column, arc_cost);
}

PAIDAN_INLINE Regret LiveAssignment::regret(std::uint32_t row, std::uint32_t column, std::int64_t arc_cost) {
  Errors errors;
  state_->check_row(errors, row);
  if (column != Assignment::unassigned) matching_detail::check_index(errors, column, columns(), "column");
  matching_detail::check_cost(errors, arc_cost, "arc_cost");
  const RowArc arc{0, arc_cost};
  state_->admit(errors, State::extent_of({&arc, 1}, 0));
  Regret result;
  state_->visit([&](auto& k) {
    using Kernel = std::decay_t<decltype(k)>;
    typename Kernel::Cost cost = 0;
    std::vector<typename Kernel::Move> moves;
    const auto to = column == Assignment::unassigned ? matching_detail::nobody : State::index(column);
    result.possible = k.regret(State::index(row), to, static_cast<typename Kernel::Cost>(arc_cost), cost, moves);
    result.cost = cost;
    for (const auto& move : moves) {
      result.moves.push_back({State::external(move.row), State::external(move.from), State::external(move.to)});
    }
  });
  return result;
}

PAIDAN_INLINE std::int64_t LiveAssignment::slot_gain(std::uint32_t column, std::int64_t slot_cost) {
  Errors errors;
  matching_detail::check_index(errors, column, columns(), "column");
  errors.throw_if_any();
  matching_detail::check_cost(errors, slot_cost, "slot_cost");
  if (state_->dropped[column] == 0 && !state_->slot_costs[column].empty() &&
      slot_cost < state_->slot_costs[column].back()) {
    errors.add(matching::errors::slot_below_last, "slot_cost",
               {{"value", std::to_string(slot_cost)}, {"before", std::to_string(state_->slot_costs[column].back())}});
  }
  state_->admit(errors, State::extent_of_slots({&slot_cost, 1}));
  return state_->visit([&](auto& k) {
    using Cost = typename std::decay_t<decltype(k)>::Cost;
    return static_cast<std::int64_t>(k.slot_gain(State::index(column), static_cast<Cost>(slot_cost)));
  });
}

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI
