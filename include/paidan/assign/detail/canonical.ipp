// Among the assignments of the same cost, the lexicographically smallest.
//
// Complementary slackness: with any optimal duals, the optimal assignments are exactly those that use tight arcs only,
// leave a row out only at u = penalty, and fill each column to at least #{L < p} and at most #{L ≤ p} slots. So row
// after row is moved to the lowest column that an exchange along tight arcs allows, rows before it staying where they
// are.
#pragma once

#include <paidan/assign/assignment.hpp>

#include <algorithm>
#include <cstddef>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

class Canonical {
 public:
  Canonical(const AssignmentView& input, Assignment& assignment) : input_(input), result_(assignment) {
    std::vector<Pair> forbidden(input.forbidden.begin(), input.forbidden.end());
    std::sort(forbidden.begin(), forbidden.end());
    fixed_.assign(input.rows, 0);
    for (const Pair& pair : input.forced) fixed_[pair.row] = 1;
    tight_begin_.push_back(0);
    may_leave_.assign(input.rows, 0);
    for (std::uint32_t i = 0; i < input.rows; ++i) {
      const std::int64_t dual = assignment.row_dual[i];
      const bool must = !input.must_serve.empty() && input.must_serve[i] != 0;
      may_leave_[i] = dual == input.penalty[i] + (must ? assignment.must_weight : 0) ? 1 : 0;
      for (std::uint64_t a = input.row_begin[i]; a < input.row_begin[std::size_t{i} + 1]; ++a) {
        const std::uint32_t j = input.column[a];
        if (fixed_[i] != 0 || dual != input.cost[a] + assignment.column_dual[j]) continue;
        if (!std::binary_search(forbidden.begin(), forbidden.end(), Pair{i, j})) tight_.push_back(j);
      }
      std::sort(tight_.begin() + static_cast<std::ptrdiff_t>(tight_begin_.back()), tight_.end());
      tight_begin_.push_back(tight_.size());
    }
    least_.assign(input.columns, 0);
    most_.assign(input.columns, 0);
    rows_of_.resize(input.columns);
    for (std::size_t j = 0; j < input.columns; ++j) {
      for (std::uint64_t k = input.slot_begin[j]; k < input.slot_begin[j + 1]; ++k) {
        if (input.slot_cost[k] < assignment.column_dual[j]) ++least_[j];
        if (input.slot_cost[k] <= assignment.column_dual[j]) ++most_[j];
      }
    }
    for (std::uint32_t i = 0; i < input.rows; ++i) {
      if (assignment.column_of_row[i] == Assignment::unassigned) {
        if (fixed_[i] == 0) outside_.push_back(i);
      } else {
        rows_of_[assignment.column_of_row[i]].push_back(i);
      }
    }
    from_row_.assign(std::size_t{input.columns} + 1, 0);
    from_.assign(std::size_t{input.columns} + 1, 0);
    seen_.assign(std::size_t{input.columns} + 1, 0);
  }

  void run() {
    for (std::uint32_t i = 0; i < input_.rows; ++i) {
      if (fixed_[i] != 0) continue;
      fixed_[i] = 1;
      const std::uint32_t now = result_.column_of_row[i];
      for (std::size_t t = tight_begin_[i]; t < tight_begin_[std::size_t{i} + 1]; ++t) {
        if (tight_[t] >= now) break;
        if (move(i, tight_[t])) break;
      }
    }
  }

 private:
  /// Node `columns` is the outside: unfilled slots and unassigned rows.
  [[nodiscard]] std::uint32_t outside() const { return input_.columns; }

  /// Row i goes to `wanted` if what it pushes out can end where i is now.
  bool move(std::uint32_t i, std::uint32_t wanted) {
    const std::uint32_t now = result_.column_of_row[i];
    const std::uint32_t goal = now == Assignment::unassigned ? outside() : now;
    ++round_;
    queue_.assign(1, wanted);
    seen_[wanted] = round_;
    for (std::size_t q = 0; q < queue_.size() && seen_[goal] != round_; ++q) {
      const std::uint32_t at = queue_[q];
      if (at == outside()) {
        for (std::uint32_t j = 0; j < input_.columns; ++j) {
          // One slot less is filled at j: what comes in there stands in for it.
          if (rows_of_[j].size() > least_[j]) visit(j, at, none);
        }
        for (const std::uint32_t row : outside_) {
          if (fixed_[row] == 0) visit_tight(row, at);
        }
        continue;
      }
      if (rows_of_[at].size() < most_[at]) visit(outside(), at, none);
      for (const std::uint32_t row : rows_of_[at]) {
        if (fixed_[row] != 0) continue;
        if (may_leave_[row] != 0) visit(outside(), at, row);
        visit_tight(row, at);
      }
    }
    if (seen_[goal] != round_) return false;
    // Walk back: who entered each node leaves the node before it.
    std::uint32_t node = goal;
    take_out(i, now);
    while (node != wanted) {
      const std::uint32_t row = from_row_[node];
      const std::uint32_t before = from_[node];
      if (row != none) {
        take_out(row, before == outside() ? Assignment::unassigned : before);
        put_in(row, node == outside() ? Assignment::unassigned : node);
      }
      node = before;
    }
    put_in(i, wanted);
    return true;
  }

  static constexpr std::uint32_t none = 0xffffffffU;

  void visit(std::uint32_t node, std::uint32_t from, std::uint32_t row) {
    if (seen_[node] == round_) return;
    seen_[node] = round_;
    from_[node] = from;
    from_row_[node] = row;
    queue_.push_back(node);
  }
  void visit_tight(std::uint32_t row, std::uint32_t from) {
    for (std::size_t t = tight_begin_[row]; t < tight_begin_[std::size_t{row} + 1]; ++t) visit(tight_[t], from, row);
  }
  void take_out(std::uint32_t row, std::uint32_t column) {
    std::vector<std::uint32_t>& list = column == Assignment::unassigned ? outside_ : rows_of_[column];
    list.erase(std::find(list.begin(), list.end(), row));
  }
  void put_in(std::uint32_t row, std::uint32_t column) {
    result_.column_of_row[row] = column;
    (column == Assignment::unassigned ? outside_ : rows_of_[column]).push_back(row);
  }

  const AssignmentView& input_;
  Assignment& result_;
  std::vector<std::uint8_t> fixed_;
  std::vector<std::size_t> tight_begin_;
  std::vector<std::uint32_t> tight_;
  std::vector<std::uint8_t> may_leave_;
  std::vector<std::size_t> least_;
  std::vector<std::size_t> most_;
  std::vector<std::vector<std::uint32_t>> rows_of_;
  std::vector<std::uint32_t> outside_;
  std::vector<std::uint32_t> from_row_;
  std::vector<std::uint32_t> from_;
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint32_t> queue_;
  std::uint32_t round_ = 0;
};

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
