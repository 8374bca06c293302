// Internal (only .ipp files include it). From a checked view to the kernel, and back to an assignment.
#pragma once

#include <paidan/assign/assignment.hpp>

#include <paidan/assign/detail/input_check.ipp>
#include <paidan/assign/detail/kernel.ipp>
#include <paidan/assign/detail/largest_matching.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

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

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
