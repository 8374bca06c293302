#pragma once

#include <paidan/matching/assignment.hpp>

#include <paidan/matching/canonical.ipp>
#include <paidan/matching/input_check.ipp>
#include <paidan/matching/kernel.ipp>
#include <paidan/matching/largest_matching.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

namespace matching_detail {

/// What is left to decide once the forced pairs hold their slots.
class Plain {
 public:
  Plain(const AssignmentView& input, std::int64_t must_weight) : input_(input), must_weight_(must_weight) {
    if (!input.forced.empty()) {
      forced_column_.assign(input.rows, Assignment::unassigned);
      reserved_.assign(input.columns, 0);
      for (const Pair& pair : input.forced) {
        if (forced_column_[pair.row] == Assignment::unassigned) ++reserved_[pair.column];
        forced_column_[pair.row] = pair.column;
      }
    }
    forbidden_.assign(input.forbidden.begin(), input.forbidden.end());
    std::sort(forbidden_.begin(), forbidden_.end());
  }

  [[nodiscard]] std::uint32_t forced_column(std::size_t row) const {
    return forced_column_.empty() ? Assignment::unassigned : forced_column_[row];
  }
  [[nodiscard]] bool forbidden(std::uint32_t row, std::uint32_t column) const {
    return !forbidden_.empty() && std::binary_search(forbidden_.begin(), forbidden_.end(), Pair{row, column});
  }
  [[nodiscard]] std::uint64_t first_slot(std::size_t column) const {
    return input_.slot_begin[column] + (reserved_.empty() ? 0 : reserved_[column]);
  }
  [[nodiscard]] std::span<const std::int64_t> slots(std::size_t column) const {
    return input_.slot_cost.subspan(first_slot(column), input_.slot_begin[column + 1] - first_slot(column));
  }
  [[nodiscard]] std::int64_t penalty(std::size_t row) const {
    return input_.penalty[row] + (must(row) ? must_weight_ : 0);
  }
  [[nodiscard]] bool must(std::size_t row) const { return !input_.must_serve.empty() && input_.must_serve[row] != 0; }

  /// Returns the largest |cost| of an arc, or −1 when some arc is not sound and nothing may be done with the kernel.
  template <class C>
  std::int64_t load(Kernel<C>& kernel) const {
    kernel.reserve(input_.column.size() / lanes + input_.rows, input_.slot_cost.size() / lanes + input_.columns);
    for (std::size_t j = 0; j < input_.columns; ++j) kernel.set_slots(static_cast<Index>(j) + 1, slots(j));
    std::vector<std::uint32_t> columns;
    std::vector<std::int64_t> costs;
    std::vector<std::uint32_t> last_row(input_.columns, Assignment::unassigned);
    for (std::uint32_t i = 0; i < input_.rows; ++i) {
      const Index row = static_cast<Index>(i) + 1;
      std::uint32_t farthest = 0;
      bool twice = false;
      for (std::uint64_t a = input_.row_begin[i]; a < input_.row_begin[std::size_t{i} + 1]; ++a) {
        farthest = std::max(farthest, input_.column[a]);
      }
      if (input_.row_begin[i] != input_.row_begin[std::size_t{i} + 1] && farthest >= input_.columns) return -1;
      for (std::uint64_t a = input_.row_begin[i]; a < input_.row_begin[std::size_t{i} + 1]; ++a) {
        std::uint32_t& last = last_row[input_.column[a]];
        twice |= last == i;
        last = i;
      }
      if (twice) return -1;
      if (forced_column(i) != Assignment::unassigned) continue;
      const std::uint64_t first = input_.row_begin[i];
      const std::uint64_t count = input_.row_begin[std::size_t{i} + 1] - first;
      if (forbidden_.empty()) {
        kernel.set_arcs(row, input_.column.subspan(first, count), input_.cost.subspan(first, count), penalty(i));
        continue;
      }
      columns.clear();
      costs.clear();
      for (std::uint64_t a = first; a < first + count; ++a) {
        if (forbidden(i, input_.column[a])) continue;
        columns.push_back(input_.column[a]);
        costs.push_back(input_.cost[a]);
      }
      kernel.set_arcs(row, columns, costs, penalty(i));
    }
    if (kernel.lowest_cost() < -largest_cost || kernel.highest_cost() > largest_cost) return -1;
    return std::max(-kernel.lowest_cost(), kernel.highest_cost());
  }

  template <class C>
  [[nodiscard]] Assignment read(const Kernel<C>& kernel) const {
    Assignment result;
    result.must_weight = must_weight_;
    result.column_of_row.resize(input_.rows, Assignment::unassigned);
    result.row_dual.resize(input_.rows, 0);
    result.column_dual.resize(input_.columns, 0);
    result.cost = kernel.cost();
    for (std::size_t i = 0; i < input_.rows; ++i) {
      const Index row = static_cast<Index>(i) + 1;
      if (forced_column(i) != Assignment::unassigned) {
        result.column_of_row[i] = forced_column(i);
        continue;
      }
      const Index column = kernel.column_of(row);
      result.row_dual[i] = kernel.row_dual(row);
      if (column != nobody) {
        result.column_of_row[i] = static_cast<std::uint32_t>(column) - 1;
      } else if (must(i)) {
        result.cost -= must_weight_;
      }
    }
    std::vector<std::size_t> full;
    for (std::size_t j = 0; j < input_.columns; ++j) {
      const Index column = static_cast<Index>(j) + 1;
      result.column_dual[j] = kernel.column_price(column);
      if (kernel.capacity(column) == 0) full.push_back(j);
    }
    price_full(full, result);
    add_forced(result);
    return result;
  }

 private:
  /// A column without a slot to give takes nobody: its price is high enough for every row that can reach it.
  void price_full(const std::vector<std::size_t>& full, Assignment& result) const {
    if (full.empty()) return;
    std::vector<std::uint8_t> is_full(input_.columns, 0);
    for (const std::size_t j : full) {
      is_full[j] = 1;
      const std::uint64_t end = input_.slot_begin[j + 1];
      result.column_dual[j] = end == input_.slot_begin[j] ? 0 : input_.slot_cost[end - 1];
    }
    for (std::uint32_t i = 0; i < input_.rows; ++i) {
      if (forced_column(i) != Assignment::unassigned) continue;
      for (std::uint64_t a = input_.row_begin[i]; a < input_.row_begin[std::size_t{i} + 1]; ++a) {
        const std::uint32_t j = input_.column[a];
        if (is_full[j] == 0 || forbidden(i, j)) continue;
        result.column_dual[j] = std::max(result.column_dual[j], result.row_dual[i] - input_.cost[a]);
      }
    }
  }

  void add_forced(Assignment& result) const {
    if (forced_column_.empty()) return;
    for (std::size_t i = 0; i < input_.rows; ++i) {
      for (std::uint64_t a = input_.row_begin[i]; a < input_.row_begin[i + 1]; ++a) {
        if (input_.column[a] != forced_column_[i]) continue;
        result.cost += input_.cost[a];
        result.row_dual[i] = input_.cost[a] + result.column_dual[forced_column_[i]];
      }
    }
    for (std::size_t j = 0; j < input_.columns; ++j) {
      for (std::uint64_t k = input_.slot_begin[j]; k < first_slot(j); ++k) result.cost += input_.slot_cost[k];
    }
  }

  const AssignmentView& input_;
  std::int64_t must_weight_;
  std::vector<std::uint32_t> forced_column_;
  std::vector<std::uint32_t> reserved_;
  std::vector<Pair> forbidden_;
};

/// Rows whose penalty dwarfs every cost compete for too few slots as if at an auction without end: one bid after the
/// other lifts the prices of a whole region by little steps up to the penalties. Once bids begin to go that way, a
/// largest matching – from what the auction holds so far – says where it must, and the prices may as well begin up
/// there. True when some were lifted.
template <class C>
bool lift_short_regions(const Plain& plain, const AssignmentView& input, const Extent& extent, Kernel<C>& kernel) {
  const std::int64_t dwarfing = 8 * (extent.arc + extent.slot + 1);
  if (extent.penalty + extent.must_weight < dwarfing) return false;
  std::vector<std::uint64_t> begin{0};
  std::vector<std::uint32_t> to;
  std::vector<std::uint32_t> hard;
  for (std::uint32_t i = 0; i < input.rows; ++i) {
    if (plain.penalty(i) >= dwarfing && plain.forced_column(i) == Assignment::unassigned) {
      hard.push_back(i);
      for (std::uint64_t a = input.row_begin[i]; a < input.row_begin[std::size_t{i} + 1]; ++a) {
        if (!plain.forbidden(i, input.column[a])) to.push_back(input.column[a]);
      }
    }
    begin.push_back(to.size());
  }
  std::vector<std::uint32_t> room;
  for (std::size_t j = 0; j < input.columns; ++j) room.push_back(static_cast<std::uint32_t>(plain.slots(j).size()));
  LargestMatching matching(begin, to, room);
  for (std::uint32_t j = 0; j < input.columns; ++j) {
    for (std::uint32_t k = 0; k < room[j]; ++k) {
      const Index row = kernel.holder(static_cast<Index>(j) + 1, k);
      if (row == nobody || begin[static_cast<std::size_t>(row) - 1] == begin[static_cast<std::size_t>(row)]) continue;
      matching.hold(static_cast<std::uint32_t>(row) - 1, j);
    }
  }
  matching.serve(hard);
  matching.start_reach();
  bool lifted = false;
  for (const std::uint32_t row : matching.left()) {
    std::vector<std::uint32_t> rows;
    std::vector<std::uint32_t> columns;
    matching.reach(row, rows, columns);
    std::int64_t margin = plain.penalty(row);
    for (const std::uint32_t other : rows) margin = std::min(margin, plain.penalty(other));
    for (const std::uint32_t column : columns) {
      kernel.start_at(static_cast<Index>(column) + 1, margin - 2 * extent.arc);
      lifted = true;
    }
  }
  return lifted;
}

template <class C>
Assignment solve(const Plain& plain, const AssignmentView& input, const Extent& extent, Kernel<C>& kernel) {
  kernel.solve([&] { return lift_short_regions(plain, input, extent, kernel); });
  return plain.read(kernel);
}

/// Sum that remembers whether it overflowed.
struct Sum {
  std::int64_t value = 0;
  bool overflow = false;
  void add(std::int64_t term) { overflow = __builtin_add_overflow(value, term, &value) || overflow; }
  void subtract(std::int64_t term) { overflow = __builtin_sub_overflow(value, term, &value) || overflow; }
};

}  // namespace matching_detail

PAIDAN_INLINE AssignmentTable compress(const AssignmentInput& input) {
  using namespace matching_detail;
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
        errors.add(matching::errors::falling_slot_costs, path,
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
    const std::string path = numbered("arcs", a);
    check_index(errors, arc.row, input.rows, path + ".row");
    check_index(errors, arc.column, input.columns, path + ".column");
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
      errors.add(matching::errors::duplicate_arc, numbered("arcs", order[i]), named({arc.row, arc.column}));
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

PAIDAN_INLINE Assignment assign(const AssignmentView& input, const AssignOptions& options) {
  using namespace matching_detail;
  Errors errors;
  Extent extent;
  Assignment result;
  bool solved = false;
  if (!check_frame(input, errors, extent)) errors.throw_if_any();
  if (errors.empty() && input.forced.empty() && input.forbidden.empty() && input.must_serve.empty() && !options.wide &&
      extent.narrow()) {
    // The usual case in one sweep over the arcs: they are checked while they are loaded.
    const Plain plain(input, 0);
    Kernel<std::int32_t> kernel(input.rows, input.columns);
    const std::int64_t largest = plain.load(kernel);
    if (largest >= 0) {
      extent.arc = largest;
      if (extent.narrow()) {
        check_sums(input, errors, extent);
        errors.throw_if_any();
        result = solve(plain, input, extent, kernel);
        solved = true;
      }
    }
  }
  if (!solved) {
    extent.arc = largest_arc(input);
    if (extent.arc < 0) report_arcs(input, errors);
    check_sums(input, errors, extent);
    errors.throw_if_any();
    const Plain plain(input, extent.must_weight);
    if (extent.narrow() && !options.wide) {
      Kernel<std::int32_t> kernel(input.rows, input.columns);
      plain.load(kernel);
      result = solve(plain, input, extent, kernel);
    } else {
      Kernel<std::int64_t> kernel(input.rows, input.columns);
      plain.load(kernel);
      result = solve(plain, input, extent, kernel);
    }
  }
  if (options.canonical) Canonical(input, result).run();
  return result;
}

PAIDAN_INLINE Assignment assign(const AssignmentInput& input, const AssignOptions& options) {
  const AssignmentTable table = compress(input);
  return assign(table.view(), options);
}

PAIDAN_INLINE bool certified(const AssignmentView& input, const Assignment& assignment) {
  using matching_detail::Sum;
  Errors errors;
  matching_detail::Extent extent;
  matching_detail::check_input(input, errors, extent);
  if (!errors.empty() || assignment.must_weight != extent.must_weight) return false;
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

PAIDAN_INLINE bool certified(const AssignmentInput& input, const Assignment& assignment) {
  return certified(compress(input).view(), assignment);
}

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI
