#pragma once

#include <paidan/assign/assignment.hpp>

#include <paidan/assign/detail/canonical.ipp>
#include <paidan/assign/detail/input_check.ipp>
#include <paidan/assign/detail/plain.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace assign {

namespace assign_detail {

/// Sum that remembers whether it overflowed.
struct Sum {
  std::int64_t value = 0;
  bool overflow = false;
  void add(std::int64_t term) { overflow = __builtin_add_overflow(value, term, &value) || overflow; }
  void subtract(std::int64_t term) { overflow = __builtin_sub_overflow(value, term, &value) || overflow; }
};

}  // namespace assign_detail

PAIDAN_INLINE AssignmentView AssignmentTable::view() const {
  return {rows, columns, row_begin, column, cost, penalty, slot_begin, slot_cost, forced, forbidden, must_serve};
}

PAIDAN_INLINE AssignmentTable compress(const AssignmentInput& input) {
  using namespace assign_detail;
  Errors errors;
  check_size(errors, input.penalty.size(), input.rows, "penalty");
  check_size(errors, input.slot_costs.size(), input.columns, "slot_costs");
  for (std::size_t i = 0; i < input.penalty.size(); ++i) check_cost(errors, input.penalty[i], numbered("penalty", i));
  AssignmentTable table;
  table.rows = input.rows;
  table.columns = input.columns;
  table.slot_begin.push_back(0);
  for (std::size_t j = 0; j < input.slot_costs.size(); ++j) {
    const std::vector<std::int64_t>& slots = input.slot_costs[j];
    for (std::size_t k = 0; k < slots.size(); ++k) {
      const std::string path = numbered("slot_costs", j) + "[" + std::to_string(k) + "]";
      check_cost(errors, slots[k], path);
      if (k > 0 && slots[k] < slots[k - 1]) {
        errors.add(assign::errors::falling_slot_costs, path,
                   {{"value", std::to_string(slots[k])}, {"before", std::to_string(slots[k - 1])}});
      }
    }
    table.slot_cost.insert(table.slot_cost.end(), slots.begin(), slots.end());
    table.slot_begin.push_back(table.slot_cost.size());
  }
  std::vector<std::size_t> order(input.arcs.size());
  for (std::size_t a = 0; a < order.size(); ++a) {
    order[a] = a;
    const Arc& arc = input.arcs[a];
    const bool cost_fits = -largest_cost <= arc.cost && arc.cost <= largest_cost;
    if (arc.row < input.rows && arc.column < input.columns && cost_fits) continue;  // no path for each good arc
    const std::string path = numbered("arcs", a);
    check_index(errors, path + ".row", arc.row, input.rows);
    check_index(errors, path + ".column", arc.column, input.columns);
    check_cost(errors, arc.cost, path + ".cost");
  }
  std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
    const Arc& a = input.arcs[x];
    const Arc& b = input.arcs[y];
    return a.row != b.row ? a.row < b.row : a.column != b.column ? a.column < b.column : x < y;
  });
  table.row_begin.assign(std::size_t{input.rows} + 1, 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Arc& arc = input.arcs[order[i]];
    if (i > 0 && input.arcs[order[i - 1]].row == arc.row && input.arcs[order[i - 1]].column == arc.column) {
      errors.add(assign::errors::duplicate_arc, numbered("arcs", order[i]), named({arc.row, arc.column}));
    }
    if (arc.row < input.rows) ++table.row_begin[std::size_t{arc.row} + 1];
    table.column.push_back(arc.column);
    table.cost.push_back(arc.cost);
  }
  errors.throw_if_any();
  for (std::size_t i = 1; i < table.row_begin.size(); ++i) table.row_begin[i] += table.row_begin[i - 1];
  table.penalty = input.penalty;
  table.forced = input.forced;
  table.forbidden = input.forbidden;
  table.must_serve = input.must_serve;
  return table;
}

PAIDAN_INLINE CheckedView::CheckedView(const AssignmentView& view) : view_(view) {
  Errors errors;
  assign_detail::check_input(view, errors, extent_);
  errors.throw_if_any();
}

PAIDAN_INLINE Assignment assign(const CheckedView& checked, const AssignOptions& options) {
  using namespace assign_detail;
  const AssignmentView& input = checked.view();
  const Plain plain(input, checked.extent().must_weight);
  const auto with = [&](auto kernel) {
    plain.load(kernel);
    return solve(plain, input, checked.extent(), kernel);
  };
  const bool narrow = checked.extent().narrow() && !options.wide;
  Assignment result = narrow ? with(Kernel<std::int32_t>(input.rows, input.columns))
                             : with(Kernel<std::int64_t>(input.rows, input.columns));
  if (options.canonical) Canonical(input, result).run();
  return result;
}

PAIDAN_INLINE Assignment assign(const AssignmentView& input, const AssignOptions& options) {
  using namespace assign_detail;
  Errors errors;
  Extent extent;
  if (!check_frame(input, errors, extent)) errors.throw_if_any();
  const bool usual = input.forced.empty() && input.forbidden.empty() && input.must_serve.empty() && !options.wide;
  if (errors.empty() && usual && extent.narrow()) {
    // One sweep over the arcs: they are checked while they are loaded.
    const Plain plain(input, 0);
    Kernel<std::int32_t> kernel(input.rows, input.columns);
    const std::int64_t largest = plain.load(kernel);
    extent.arc = std::max(largest, std::int64_t{0});
    if (largest >= 0 && extent.narrow()) {
      check_sums(input, errors, extent);
      errors.throw_if_any();
      Assignment result = solve(plain, input, extent, kernel);
      if (options.canonical) Canonical(input, result).run();
      return result;
    }
  }
  return assign(CheckedView(input), options);
}

PAIDAN_INLINE Assignment assign(const AssignmentInput& input, const AssignOptions& options) {
  const AssignmentTable table = compress(input);
  return assign(table.view(), options);
}

PAIDAN_INLINE bool certified(const CheckedView& checked, const Assignment& assignment) {
  using assign_detail::Sum;
  const AssignmentView& input = checked.view();
  const Extent& extent = checked.extent();
  if (assignment.must_weight != extent.must_weight) return false;
  if (assignment.column_of_row.size() != input.rows || assignment.row_dual.size() != input.rows ||
      assignment.column_dual.size() != input.columns) {
    return false;
  }
  std::vector<std::uint32_t> forced(input.rows, Assignment::unassigned);
  for (const Pair& pair : input.forced) forced[pair.row] = pair.column;
  std::vector<Pair> forbidden(input.forbidden.begin(), input.forbidden.end());
  std::sort(forbidden.begin(), forbidden.end());
  Sum primal;
  Sum raised;  // what the certificate adds to the primal: must-serve rows left out
  Sum dual;
  std::vector<std::uint64_t> filled(input.columns, 0);
  for (std::uint32_t i = 0; i < input.rows; ++i) {
    const std::uint32_t column = assignment.column_of_row[i];
    const bool must = !input.must_serve.empty() && input.must_serve[i] != 0;
    const bool bound = forced[i] != Assignment::unassigned;
    dual.add(assignment.row_dual[i]);
    if (bound && column != forced[i]) return false;
    if (!bound && assignment.row_dual[i] > input.penalty[i] + (must ? extent.must_weight : 0)) return false;
    bool found = column == Assignment::unassigned;
    if (found) {
      primal.add(input.penalty[i]);
      if (must) raised.add(extent.must_weight);
    } else if (column >= input.columns) {
      return false;
    } else {
      ++filled[column];
    }
    for (std::uint64_t a = input.row_begin[i]; a < input.row_begin[std::size_t{i} + 1]; ++a) {
      const std::uint32_t to = input.column[a];
      if (!forbidden.empty() && std::binary_search(forbidden.begin(), forbidden.end(), Pair{i, to})) continue;
      if (bound && to != column) continue;
      Sum limit;
      limit.add(input.cost[a]);
      limit.add(assignment.column_dual[to]);
      if (limit.overflow || assignment.row_dual[i] > limit.value) return false;
      if (to != column) continue;
      found = true;
      primal.add(input.cost[a]);
    }
    if (!found) return false;
  }
  for (std::size_t j = 0; j < input.columns; ++j) {
    const std::uint64_t first = input.slot_begin[j];
    if (filled[j] > input.slot_begin[j + 1] - first) return false;
    for (std::uint64_t k = first; k < input.slot_begin[j + 1]; ++k) {
      if (k - first < filled[j]) primal.add(input.slot_cost[k]);
      if (assignment.column_dual[j] <= input.slot_cost[k]) continue;
      Sum gain;
      gain.add(assignment.column_dual[j]);
      gain.subtract(input.slot_cost[k]);
      if (gain.overflow) return false;
      dual.subtract(gain.value);
    }
  }
  if (primal.overflow || primal.value != assignment.cost) return false;
  primal.add(raised.value);
  return !primal.overflow && !dual.overflow && !raised.overflow && primal.value == dual.value;
}

PAIDAN_INLINE bool certified(const AssignmentView& input, const Assignment& assignment) {
  try {
    return certified(CheckedView(input), assignment);
  } catch (const InvalidInput&) {
    return false;
  }
}

PAIDAN_INLINE bool certified(const AssignmentInput& input, const Assignment& assignment) {
  const AssignmentTable table = compress(input);
  return certified(CheckedView(table.view()), assignment);
}

}  // namespace assign
}  // namespace paidan::inline PAIDAN_ABI
