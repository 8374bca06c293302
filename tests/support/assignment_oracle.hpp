// Random assignment problems, small and nasty, and two slow ways to their optimum that share no code with the kernel.
#pragma once

#include <paidan/assign/assignment.hpp>
#include <paidan/core/random.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace paidan_test {

struct AssignmentShape {
  std::uint32_t most_rows = 7;
  std::uint32_t most_columns = 5;
  bool pairs = false;  ///< forced, forbidden and must-serve too
};

/// Ties, zero capacity, rows without arcs, huge and negative numbers, long slot lists: each now and then.
inline paidan::assign::AssignmentInput random_assignment(paidan::SplitMix64& random, const AssignmentShape& shape) {
  paidan::assign::AssignmentInput input;
  input.rows = random.below(shape.most_rows + 1);
  input.columns = 1 + random.below(shape.most_columns);
  const auto range = std::int64_t{1} << random.below(random.below(8) == 0 ? (shape.pairs ? 30 : 50) : 18);
  const std::int64_t low = random.below(2) == 0 ? 0 : -range / 2;
  const std::int64_t penalties = random.below(4) == 0 ? 1'000 * range : 2 * range;
  const std::uint32_t density = 1 + random.below(4);
  for (std::uint32_t i = 0; i < input.rows; ++i) {
    input.penalty.push_back(
        random.between(random.below(8) == 0 ? -range : 0, std::min(penalties, std::int64_t{1} << 51)));
    if (random.below(10) == 0) continue;
    for (std::uint32_t j = 0; j < input.columns; ++j) {
      if (random.below(4) < density) input.arcs.push_back({i, j, random.between(low, range)});
    }
  }
  for (std::uint32_t j = 0; j < input.columns; ++j) {
    std::vector<std::int64_t> slots(random.below(6) == 0 ? random.below(20) : random.below(4));
    for (std::int64_t& slot : slots) slot = random.between(low / 2, range / 2);
    std::sort(slots.begin(), slots.end());
    input.slot_costs.push_back(slots);
  }
  if (!shape.pairs) return input;
  std::vector<std::size_t> taken(input.columns, 0);
  std::vector<std::uint8_t> forced(input.rows, 0);
  for (const paidan::assign::Arc& arc : input.arcs) {
    if (random.below(8) == 0 && forced[arc.row] == 0 && taken[arc.column] < input.slot_costs[arc.column].size()) {
      forced[arc.row] = 1;
      ++taken[arc.column];
      input.forced.push_back({arc.row, arc.column});
    } else if (random.below(8) == 0) {
      input.forbidden.push_back({arc.row, arc.column});
    }
  }
  if (random.below(2) == 0) {
    for (std::uint32_t i = 0; i < input.rows; ++i) input.must_serve.push_back(random.below(3) == 0 ? 1 : 0);
  }
  return input;
}

/// Must-serve rows left out, then cost.
struct OracleCost {
  std::int64_t missed = 0;
  std::int64_t cost = 0;
  friend auto operator<=>(const OracleCost&, const OracleCost&) = default;
};

/// Every assignment tried. `best_columns`, when asked for, is the lexicographically smallest of the best.
class BruteForce {
 public:
  explicit BruteForce(const paidan::assign::AssignmentInput& input) : input_(input), filled_(input.columns, 0) {
    columns_.assign(input.rows, unassigned);
    best_.missed = std::numeric_limits<std::int64_t>::max();
    go(0, {});
  }
  [[nodiscard]] OracleCost best() const { return best_; }
  [[nodiscard]] const std::vector<std::uint32_t>& best_columns() const { return best_columns_; }

 private:
  static constexpr std::uint32_t unassigned = 0xffffffffU;

  void go(std::uint32_t row, OracleCost so_far) {
    if (row == input_.rows) {
      if (so_far < best_ || (so_far == best_ && columns_ < best_columns_)) {
        best_ = so_far;
        best_columns_ = columns_;
      }
      return;
    }
    const auto forced = std::find_if(input_.forced.begin(), input_.forced.end(), [&](auto p) { return p.row == row; });
    for (const paidan::assign::Arc& arc : input_.arcs) {
      if (arc.row != row || filled_[arc.column] == input_.slot_costs[arc.column].size()) continue;
      if (forced != input_.forced.end() && forced->column != arc.column) continue;
      const auto forbidden = [&](auto p) { return p.row == row && p.column == arc.column; };
      if (std::any_of(input_.forbidden.begin(), input_.forbidden.end(), forbidden)) continue;
      const std::int64_t slot = input_.slot_costs[arc.column][filled_[arc.column]++];
      columns_[row] = arc.column;
      go(row + 1, {so_far.missed, so_far.cost + arc.cost + slot});
      columns_[row] = unassigned;
      --filled_[arc.column];
    }
    if (forced != input_.forced.end()) return;
    const bool must = !input_.must_serve.empty() && input_.must_serve[row] != 0;
    go(row + 1, {so_far.missed + (must ? 1 : 0), so_far.cost + input_.penalty[row]});
  }

  const paidan::assign::AssignmentInput& input_;
  std::vector<std::size_t> filled_;
  std::vector<std::uint32_t> columns_;
  OracleCost best_;
  std::vector<std::uint32_t> best_columns_;
};

/// Min-cost flow by Bellman and Ford: one row after the other along a cheapest path, negative arcs and all. For inputs
/// without pairs.
inline std::int64_t flow_cost(const paidan::assign::AssignmentView& input) {
  constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max() / 4;
  constexpr std::uint32_t unassigned = 0xffffffffU;
  std::vector<std::uint32_t> column_of(input.rows, unassigned);
  std::vector<std::uint64_t> filled(input.columns, 0);
  const auto slots = [&](std::size_t j) { return input.slot_begin[j + 1] - input.slot_begin[j]; };
  const auto arc_cost = [&](std::uint32_t i, std::uint32_t j) {
    for (std::uint64_t a = input.row_begin[i]; a < input.row_begin[i + 1]; ++a) {
      if (input.column[a] == j) return input.cost[a];
    }
    return never;
  };
  std::int64_t total = 0;
  for (std::uint32_t start = 0; start < input.rows; ++start) {
    std::vector<std::int64_t> distance(input.columns, never);
    std::vector<std::uint32_t> by(input.columns, unassigned);
    std::int64_t best = input.penalty[start];
    std::uint32_t end_column = unassigned;
    std::uint32_t end_row = start;
    const auto look = [&](std::uint32_t row, std::int64_t base) {
      bool better = false;
      for (std::uint64_t a = input.row_begin[row]; a < input.row_begin[row + 1]; ++a) {
        const std::uint32_t j = input.column[a];
        if (j == column_of[row] || slots(j) == 0 || base + input.cost[a] >= distance[j]) continue;
        distance[j] = base + input.cost[a];
        by[j] = row;
        better = true;
      }
      return better;
    };
    bool again = look(start, 0);
    while (again) {
      again = false;
      for (std::uint32_t row = 0; row < start; ++row) {
        const std::uint32_t j = column_of[row];
        if (j != unassigned && distance[j] < never) again |= look(row, distance[j] - arc_cost(row, j));
      }
    }
    for (std::uint32_t j = 0; j < input.columns; ++j) {
      if (distance[j] == never) continue;
      if (filled[j] < slots(j) && distance[j] + input.slot_cost[input.slot_begin[j] + filled[j]] < best) {
        best = distance[j] + input.slot_cost[input.slot_begin[j] + filled[j]];
        end_column = j;
      }
    }
    for (std::uint32_t row = 0; row < start; ++row) {
      const std::uint32_t j = column_of[row];
      if (j == unassigned || distance[j] == never) continue;
      const std::int64_t alone = distance[j] - arc_cost(row, j) + input.penalty[row];
      if (alone >= best) continue;
      best = alone;
      end_column = unassigned;
      end_row = row;
    }
    total += best;
    std::uint32_t column = end_column;
    if (column == unassigned) {
      if (end_row == start) continue;
      column = column_of[end_row];
      column_of[end_row] = unassigned;
    } else {
      ++filled[column];
    }
    while (true) {
      const std::uint32_t row = by[column];
      const std::uint32_t before = column_of[row];
      column_of[row] = column;
      if (row == start) break;
      column = before;
    }
  }
  return total;
}

}  // namespace paidan_test
