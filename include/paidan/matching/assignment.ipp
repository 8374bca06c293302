#pragma once

#include <paidan/matching/assignment.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

namespace matching_detail {

inline constexpr std::int64_t largest_cost = std::int64_t{1} << 52;
inline constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();

inline void check_cost(Errors& errors, std::int64_t value, const std::string& path) {
  if (value < -largest_cost || value > largest_cost) {
    errors.add(paidan::errors::overflow, path, {{"field", path}, {"value", std::to_string(value)}});
  }
}

inline void check_index(Errors& errors, std::uint32_t value, std::uint32_t size, const std::string& path) {
  if (value < size) return;
  const std::int64_t high = std::int64_t{size} - 1;
  errors.add(paidan::errors::out_of_range, path,
             {{"field", path}, {"low", "0"}, {"high", std::to_string(high)}, {"value", std::to_string(value)}});
}

/// Arcs by row, then column.
struct Graph {
  std::vector<std::size_t> begin;
  std::vector<std::uint32_t> column;
  std::vector<std::int64_t> cost;
};

/// Sorted arcs; reports everything that is wrong with the input.
inline Graph prepare(const AssignmentInput& input, Errors& errors) {
  const auto expect = [&](std::size_t size, std::uint32_t wanted, const char* field) {
    if (size == wanted) return;
    const std::string number = std::to_string(wanted);
    errors.add(
        paidan::errors::out_of_range, field,
        {{"field", std::string(field) + ".size"}, {"low", number}, {"high", number}, {"value", std::to_string(size)}});
  };
  expect(input.penalty.size(), input.rows, "penalty");
  expect(input.slot_costs.size(), input.columns, "slot_costs");
  for (std::size_t i = 0; i < input.penalty.size(); ++i) {
    check_cost(errors, input.penalty[i], "penalty[" + std::to_string(i) + "]");
  }
  for (std::size_t j = 0; j < input.slot_costs.size(); ++j) {
    const std::vector<std::int64_t>& slots = input.slot_costs[j];
    for (std::size_t k = 0; k < slots.size(); ++k) {
      if (slots[k] >= -largest_cost && slots[k] <= largest_cost && (k == 0 || slots[k] >= slots[k - 1])) continue;
      const std::string path = "slot_costs[" + std::to_string(j) + "][" + std::to_string(k) + "]";
      check_cost(errors, slots[k], path);
      if (k > 0 && slots[k] < slots[k - 1]) {
        errors.add(matching::errors::falling_slot_costs, path,
                   {{"value", std::to_string(slots[k])}, {"before", std::to_string(slots[k - 1])}});
      }
    }
  }
  std::vector<std::size_t> order(input.arcs.size());
  for (std::size_t a = 0; a < order.size(); ++a) {
    order[a] = a;
    const Arc& arc = input.arcs[a];
    if (arc.row < input.rows && arc.column < input.columns && arc.cost >= -largest_cost && arc.cost <= largest_cost) {
      continue;
    }
    const std::string path = "arcs[" + std::to_string(a) + "]";
    check_index(errors, arc.row, input.rows, path + ".row");
    check_index(errors, arc.column, input.columns, path + ".column");
    check_cost(errors, arc.cost, path + ".cost");
  }
  std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
    const Arc& a = input.arcs[x];
    const Arc& b = input.arcs[y];
    return a.row != b.row ? a.row < b.row : a.column != b.column ? a.column < b.column : x < y;
  });
  Graph graph;
  graph.begin.assign(std::size_t{input.rows} + 1, 0);
  graph.column.reserve(order.size());
  graph.cost.reserve(order.size());
  std::int64_t largest = 1;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Arc& arc = input.arcs[order[i]];
    if (i > 0 && input.arcs[order[i - 1]].row == arc.row && input.arcs[order[i - 1]].column == arc.column) {
      errors.add(matching::errors::duplicate_arc, "arcs[" + std::to_string(order[i]) + "]",
                 {{"row", std::to_string(arc.row)}, {"column", std::to_string(arc.column)}});
    }
    if (arc.row < input.rows) ++graph.begin[std::size_t{arc.row} + 1];
    graph.column.push_back(arc.column);
    graph.cost.push_back(arc.cost);
    largest = std::max(largest, arc.cost < 0 ? -arc.cost : arc.cost);
  }
  for (std::size_t i = 1; i < graph.begin.size(); ++i) graph.begin[i] += graph.begin[i - 1];
  // Duals are bounded by four times the largest number; their sums over all rows and slots must stay below 2^62.
  for (const std::int64_t value : input.penalty) largest = std::max(largest, value < 0 ? -value : value);
  std::size_t slots = 0;
  for (const std::vector<std::int64_t>& list : input.slot_costs) {
    slots += list.size();
    for (const std::int64_t value : list) largest = std::max(largest, value < 0 ? -value : value);
  }
  const auto terms = static_cast<std::int64_t>(std::size_t{input.rows} + slots + 1);
  if (errors.empty() && largest > (std::int64_t{1} << 60) / terms) {
    errors.add(paidan::errors::overflow, "", {{"field", "cost"}, {"value", std::to_string(largest)}});
  }
  return graph;
}

/// Shortest augmenting paths, one row after the other. Invariants over the rows already in:
/// u_i ≤ min(penalty_i, c_ij + p_j), tight where assigned; last filled slot ≤ p_j ≤ next free slot of a column.
class Solver {
 public:
  Solver(const AssignmentInput& input, Graph graph) : input_(input), graph_(std::move(graph)) {
    price_.resize(input.columns, 0);
    for (std::size_t j = 0; j < input.columns; ++j) {
      if (!input.slot_costs[j].empty()) price_[j] = input.slot_costs[j].front();
    }
    dual_.resize(input.rows, 0);
    column_of_.assign(input.rows, Assignment::unassigned);
    rows_of_.resize(input.columns);
    distance_.assign(input.columns, unreached);
    from_row_.resize(input.columns, 0);
    done_.assign(input.columns, 0);
  }

  Assignment solve() {
    for (std::uint32_t row = 0; row < input_.rows; ++row) augment(row);
    Assignment result;
    result.column_of_row = column_of_;
    result.row_dual = dual_;
    // A column without slots takes nobody: any price high enough is a valid dual.
    for (std::size_t row = 0; row < input_.rows; ++row) {
      for (std::size_t a = graph_.begin[row]; a < graph_.begin[row + 1]; ++a) {
        const std::size_t j = graph_.column[a];
        if (input_.slot_costs[j].empty()) price_[j] = std::max(price_[j], dual_[row] - graph_.cost[a]);
      }
    }
    result.column_dual = price_;
    for (std::size_t row = 0; row < input_.rows; ++row) {
      result.cost += column_of_[row] == Assignment::unassigned ? input_.penalty[row] : cost_of(row, column_of_[row]);
    }
    for (std::size_t j = 0; j < input_.columns; ++j) {
      for (std::size_t k = 0; k < rows_of_[j].size(); ++k) result.cost += input_.slot_costs[j][k];
    }
    return result;
  }

 private:
  struct Entry {
    std::int64_t distance;
    std::uint32_t column;
    bool operator>(const Entry& other) const {
      return distance != other.distance ? distance > other.distance : column > other.column;
    }
  };

  [[nodiscard]] std::int64_t cost_of(std::size_t row, std::uint32_t column) const {
    const auto first = graph_.column.begin() + static_cast<std::ptrdiff_t>(graph_.begin[row]);
    const auto last = graph_.column.begin() + static_cast<std::ptrdiff_t>(graph_.begin[row + 1]);
    return graph_.cost[static_cast<std::size_t>(std::lower_bound(first, last, column) - graph_.column.begin())];
  }

  /// Look at the row's arcs from `base`, its own distance, and at leaving it unassigned.
  void scan(std::uint32_t row, std::int64_t base) {
    const std::int64_t give_up = base + input_.penalty[row] - dual_[row];
    if (give_up < best_) {
      best_ = give_up;
      end_row_ = row;
      end_column_ = Assignment::unassigned;
    }
    for (std::size_t a = graph_.begin[row]; a < graph_.begin[std::size_t{row} + 1]; ++a) {
      const std::uint32_t column = graph_.column[a];
      const std::int64_t reached = base + graph_.cost[a] + price_[column] - dual_[row];
      if (reached >= best_ || reached >= distance_[column] || done_[column] != 0) continue;
      if (input_.slot_costs[column].empty()) continue;
      if (distance_[column] == unreached) touched_.push_back(column);
      distance_[column] = reached;
      from_row_[column] = row;
      heap_.push_back({reached, column});
      std::push_heap(heap_.begin(), heap_.end(), std::greater<>{});
    }
  }

  void augment(std::uint32_t row) {
    best_ = unreached;
    heap_.clear();
    touched_.clear();
    finished_.clear();
    dual_[row] = input_.penalty[row];
    for (std::size_t a = graph_.begin[row]; a < graph_.begin[std::size_t{row} + 1]; ++a) {
      const std::uint32_t column = graph_.column[a];
      if (!input_.slot_costs[column].empty()) dual_[row] = std::min(dual_[row], graph_.cost[a] + price_[column]);
    }
    scan(row, 0);
    while (!heap_.empty()) {
      const Entry entry = heap_.front();
      std::pop_heap(heap_.begin(), heap_.end(), std::greater<>{});
      heap_.pop_back();
      if (done_[entry.column] != 0 || entry.distance != distance_[entry.column]) continue;
      if (entry.distance >= best_) break;
      done_[entry.column] = 1;
      finished_.push_back(entry.column);
      const std::vector<std::int64_t>& slots = input_.slot_costs[entry.column];
      const std::vector<std::uint32_t>& takers = rows_of_[entry.column];
      if (takers.size() < slots.size()) {
        const std::int64_t taken = entry.distance + slots[takers.size()] - price_[entry.column];
        if (taken < best_) {
          best_ = taken;
          end_row_ = Assignment::unassigned;
          end_column_ = entry.column;
        }
      }
      for (const std::uint32_t other : takers) scan(other, entry.distance);
    }
    dual_[row] += best_;
    for (const std::uint32_t column : finished_) {
      const std::int64_t rise = best_ - distance_[column];
      if (rise <= 0) continue;
      price_[column] += rise;
      for (const std::uint32_t other : rows_of_[column]) dual_[other] += rise;
    }
    follow(row);
    for (const std::uint32_t column : touched_) {
      distance_[column] = unreached;
      done_[column] = 0;
    }
  }

  /// Shift the assignments along the path found.
  void follow(std::uint32_t row) {
    std::uint32_t column = end_column_;
    if (column == Assignment::unassigned) {
      if (end_row_ == row) return;
      column = column_of_[end_row_];
      drop(column, end_row_);
      column_of_[end_row_] = Assignment::unassigned;
    }
    while (true) {
      const std::uint32_t mover = from_row_[column];
      const std::uint32_t before = column_of_[mover];
      column_of_[mover] = column;
      std::vector<std::uint32_t>& takers = rows_of_[column];
      takers.insert(std::lower_bound(takers.begin(), takers.end(), mover), mover);
      if (mover == row) return;
      drop(before, mover);
      column = before;
    }
  }

  void drop(std::uint32_t column, std::uint32_t row) {
    std::vector<std::uint32_t>& takers = rows_of_[column];
    takers.erase(std::lower_bound(takers.begin(), takers.end(), row));
  }

  const AssignmentInput& input_;
  Graph graph_;
  std::vector<std::int64_t> price_;
  std::vector<std::int64_t> dual_;
  std::vector<std::uint32_t> column_of_;
  std::vector<std::vector<std::uint32_t>> rows_of_;  // sorted
  std::vector<std::int64_t> distance_;
  std::vector<std::uint32_t> from_row_;
  std::vector<std::uint8_t> done_;
  std::vector<Entry> heap_;
  std::vector<std::uint32_t> touched_;
  std::vector<std::uint32_t> finished_;
  std::int64_t best_ = 0;
  std::uint32_t end_row_ = 0;
  std::uint32_t end_column_ = 0;
};

/// Sum that remembers whether it overflowed.
struct Sum {
  std::int64_t value = 0;
  bool overflow = false;
  void add(std::int64_t term) { overflow = __builtin_add_overflow(value, term, &value) || overflow; }
  void subtract(std::int64_t term) { overflow = __builtin_sub_overflow(value, term, &value) || overflow; }
};

}  // namespace matching_detail

PAIDAN_INLINE Assignment assign(const AssignmentInput& input) {
  Errors errors;
  matching_detail::Graph graph = matching_detail::prepare(input, errors);
  errors.throw_if_any();
  return matching_detail::Solver(input, std::move(graph)).solve();
}

PAIDAN_INLINE bool certified(const AssignmentInput& input, const Assignment& assignment) {
  using matching_detail::Sum;
  if (input.penalty.size() != input.rows || input.slot_costs.size() != input.columns ||
      assignment.column_of_row.size() != input.rows || assignment.row_dual.size() != input.rows ||
      assignment.column_dual.size() != input.columns) {
    return false;
  }
  Sum primal;
  Sum dual;
  std::vector<std::size_t> filled(input.columns, 0);
  std::vector<std::uint8_t> found(input.rows, 0);
  for (std::size_t i = 0; i < input.rows; ++i) {
    const std::uint32_t column = assignment.column_of_row[i];
    dual.add(assignment.row_dual[i]);
    if (assignment.row_dual[i] > input.penalty[i]) return false;
    if (column == Assignment::unassigned) {
      primal.add(input.penalty[i]);
    } else if (column < input.columns) {
      ++filled[column];
    } else {
      return false;
    }
  }
  for (const Arc& arc : input.arcs) {
    if (arc.row >= input.rows || arc.column >= input.columns) return false;
    Sum bound;
    bound.add(arc.cost);
    bound.add(assignment.column_dual[arc.column]);
    if (bound.overflow || assignment.row_dual[arc.row] > bound.value) return false;
    if (assignment.column_of_row[arc.row] == arc.column) {
      if (found[arc.row] != 0) return false;
      found[arc.row] = 1;
      primal.add(arc.cost);
    }
  }
  for (std::size_t i = 0; i < input.rows; ++i) {
    if (assignment.column_of_row[i] != Assignment::unassigned && found[i] == 0) return false;
  }
  for (std::size_t j = 0; j < input.columns; ++j) {
    const std::vector<std::int64_t>& slots = input.slot_costs[j];
    if (filled[j] > slots.size()) return false;
    for (std::size_t k = 0; k < slots.size(); ++k) {
      if (k > 0 && slots[k] < slots[k - 1]) return false;
      if (k < filled[j]) primal.add(slots[k]);
      if (assignment.column_dual[j] > slots[k]) {
        Sum gain;
        gain.add(assignment.column_dual[j]);
        gain.subtract(slots[k]);
        if (gain.overflow) return false;
        dual.subtract(gain.value);
      }
    }
  }
  return !primal.overflow && !dual.overflow && primal.value == dual.value && primal.value == assignment.cost;
}

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI
