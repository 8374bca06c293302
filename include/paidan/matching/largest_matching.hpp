// Internal (only .ipp files include it). How many rows can be served at once, and which region of the graph forbids
// more.
#pragma once

#include <paidan/matching/assignment.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace matching::matching_detail {

/// Who could be served at the same time: a largest matching of some rows with the slots, and who is left.
class LargestMatching {
 public:
  static constexpr std::uint32_t none = Assignment::unassigned;

  /// Row i reaches to[begin[i]] … to[begin[i + 1] − 1].
  LargestMatching(std::span<const std::uint64_t> begin, std::span<const std::uint32_t> to,
                  std::vector<std::uint32_t> room)
      : begin_(begin), to_(to), room_(std::move(room)) {
    column_of_.assign(begin.size() - 1, none);
    rows_of_.resize(room_.size());
    seen_.assign(room_.size(), 0);
    next_.resize(begin.size() - 1);
  }

  /// Rows in this order; those that cannot be served beside the others are added to `left()`.
  void serve(std::span<const std::uint32_t> rows) {
    std::vector<std::uint32_t> waiting;
    for (const std::uint32_t row : rows) {
      if (!take_free(row)) waiting.push_back(row);
    }
    // A failed search has seen columns from which no slot can be freed; they stay seen until some slot moves, and a
    // success elsewhere never helps them.
    while (!waiting.empty()) {
      ++round_;
      std::vector<std::uint32_t> still;
      for (const std::uint32_t row : waiting) {
        if (!augment(row)) still.push_back(row);
      }
      const bool none_helped = still.size() == waiting.size();
      waiting = std::move(still);
      if (none_helped) break;
    }
    left_.insert(left_.end(), waiting.begin(), waiting.end());
  }

  [[nodiscard]] const std::vector<std::uint32_t>& left() const { return left_; }
  [[nodiscard]] std::uint32_t column_of(std::uint32_t row) const { return column_of_[row]; }

  /// Everything that exchanges starting at this row can reach: rows and columns, none of it with a free slot. Columns
  /// reached by an earlier call since `start_reach` are left out, with what lies behind them.
  void reach(std::uint32_t row, std::vector<std::uint32_t>& rows, std::vector<std::uint32_t>& columns) {
    rows.push_back(row);
    for (std::size_t r = rows.size() - 1; r < rows.size(); ++r) {
      const std::uint32_t from = rows[r];
      for (std::uint64_t a = begin_[from]; a < begin_[from + 1]; ++a) {
        const std::uint32_t column = to_[a];
        if (seen_[column] == round_) continue;
        seen_[column] = round_;
        columns.push_back(column);
        rows.insert(rows.end(), rows_of_[column].begin(), rows_of_[column].end());
      }
    }
  }
  void start_reach() { ++round_; }
  [[nodiscard]] std::uint32_t room(std::uint32_t column) const { return room_[column]; }

 private:
  bool take_free(std::uint32_t row) {
    for (std::uint64_t a = begin_[row]; a < begin_[row + 1]; ++a) {
      if (rows_of_[to_[a]].size() >= room_[to_[a]]) continue;
      put(row, to_[a]);
      return true;
    }
    return false;
  }

  void put(std::uint32_t row, std::uint32_t column) {
    column_of_[row] = column;
    rows_of_[column].push_back(row);
  }

  /// Depth first without recursion: `path_` holds the rows on the way, next_[row] the arc each one tries.
  bool augment(std::uint32_t start) {
    path_.assign(1, start);
    next_[start] = begin_[start];
    while (!path_.empty()) {
      const std::uint32_t row = path_.back();
      if (next_[row] == begin_[row + 1]) {
        path_.pop_back();
        continue;
      }
      const std::uint32_t column = to_[next_[row]++];
      if (seen_[column] == round_) continue;
      seen_[column] = round_;
      if (rows_of_[column].size() < room_[column]) {
        shift(column);
        return true;
      }
      if (room_[column] == 0) continue;
      // Any of its rows could make way; one search through all of them.
      entered_.resize(column_of_.size());
      for (const std::uint32_t other : rows_of_[column]) {
        next_[other] = begin_[other];
        entered_[other] = row;
        path_.push_back(other);
      }
    }
    return false;
  }

  /// Every row on the way from the start moves one column on.
  void shift(std::uint32_t column) {
    std::uint32_t row = path_.back();
    while (true) {
      const std::uint32_t before = column_of_[row];
      if (before != none) rows_of_[before].erase(std::find(rows_of_[before].begin(), rows_of_[before].end(), row));
      put(row, column);
      if (before == none) return;
      column = before;
      row = entered_[row];
    }
  }

  std::span<const std::uint64_t> begin_;
  std::span<const std::uint32_t> to_;
  std::vector<std::uint32_t> room_;
  std::vector<std::uint32_t> column_of_;
  std::vector<std::vector<std::uint32_t>> rows_of_;
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint64_t> next_;
  std::vector<std::uint32_t> path_;
  std::vector<std::uint32_t> entered_;
  std::vector<std::uint32_t> left_;
  std::uint32_t round_ = 0;
};

}  // namespace matching::matching_detail
}  // namespace paidan::inline PAIDAN_ABI
