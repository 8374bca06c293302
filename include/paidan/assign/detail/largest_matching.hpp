// Internal (only .ipp files include it). How many rows can be served at once, and which region of the graph forbids
// more.
#pragma once

#include <paidan/assign/assignment.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

/// Who could be served at the same time: a largest matching of some rows with the slots, and who is left.
class LargestMatching {
 public:
  static constexpr std::uint32_t none = Assignment::unassigned;

  /// Row i reaches to[begin[i]] … to[begin[i + 1] − 1].
  LargestMatching(std::span<const std::uint64_t> begin, std::span<const std::uint32_t> to,
                  std::span<const std::uint32_t> room)
      : begin_(begin), to_(to) {
    first_.reserve(room.size() + 1);
    first_.push_back(0);
    for (const std::uint32_t places : room) first_.push_back(first_.back() + places);
    owner_.resize(first_.back());
    filled_.assign(room.size(), 0);
    seen_.assign(room.size(), 0);
    level_.resize(room.size());
    entered_.resize(room.size());
    column_of_.assign(begin.size() - 1, none);
  }

  /// A pair to begin with; the column must have room.
  void hold(std::uint32_t row, std::uint32_t column) { put(row, column); }

  /// Rows in this order; those that cannot be served beside the others are `left()`. A few rounds of many short
  /// exchanges at a time, then one row after the other.
  void serve(std::span<const std::uint32_t> rows) {
    std::vector<std::uint32_t> waiting;
    for (const std::uint32_t row : rows) {
      if (column_of_[row] != none) continue;
      const std::uint32_t column = free_column(row);
      if (column == none) {
        waiting.push_back(row);
      } else {
        put(row, column);
      }
    }
    for (int round = 0; round < 4 && !waiting.empty() && set_levels(waiting); ++round) {
      std::erase_if(waiting, [&](std::uint32_t row) { return descend(row); });
    }
    for (const std::uint32_t row : waiting) {
      if (!augment(row)) left_.push_back(row);
    }
  }

  [[nodiscard]] const std::vector<std::uint32_t>& left() const { return left_; }
  [[nodiscard]] std::uint32_t room(std::uint32_t column) const { return first_[column + 1] - first_[column]; }

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
        for (const std::uint32_t other : owners(column)) rows.push_back(other);
      }
    }
  }
  void start_reach() {
    std::fill(seen_.begin(), seen_.end(), 0U);
    round_ = 1;
  }

 private:
  static constexpr std::uint32_t dead = 0xffffffffU;

  struct Frame {
    std::uint32_t row;
    std::uint64_t arc;     // the next one to look at
    std::uint32_t column;  // whose owners are being tried
    std::uint32_t owner;   // the next one
  };

  [[nodiscard]] std::span<const std::uint32_t> owners(std::uint32_t column) const {
    return std::span(owner_).subspan(first_[column], filled_[column]);
  }
  [[nodiscard]] std::uint32_t free_column(std::uint32_t row) const {
    for (std::uint64_t a = begin_[row]; a < begin_[row + 1]; ++a) {
      if (filled_[to_[a]] < room(to_[a])) return to_[a];
    }
    return none;
  }
  void put(std::uint32_t row, std::uint32_t column) {
    column_of_[row] = column;
    owner_[first_[column] + filled_[column]++] = row;
  }

  /// Breadth first from all waiting rows: how many exchanges away each column is, as far as the nearest free slots.
  /// False when there is none.
  bool set_levels(std::span<const std::uint32_t> waiting) {
    ++round_;
    queue_.assign(waiting.begin(), waiting.end());
    bool found = false;
    std::uint32_t level = 0;
    for (std::size_t first = 0; first < queue_.size() && !found; ++level) {
      const std::size_t end = queue_.size();
      for (; first < end; ++first) {
        const std::uint32_t row = queue_[first];
        for (std::uint64_t a = begin_[row]; a < begin_[row + 1]; ++a) {
          const std::uint32_t column = to_[a];
          if (seen_[column] == round_) continue;
          seen_[column] = round_;
          level_[column] = level;
          found = found || filled_[column] < room(column);
          for (const std::uint32_t other : owners(column)) queue_.push_back(other);
        }
      }
    }
    return found;
  }

  /// Breadth first, to the nearest free slot. What a failed search has seen leads nowhere, now and ever: later
  /// exchanges never get out of it, so it is not looked at again.
  bool augment(std::uint32_t start) {
    ++round_;
    queue_.assign(1, start);
    for (std::size_t q = 0; q < queue_.size(); ++q) {
      const std::uint32_t row = queue_[q];
      for (std::uint64_t a = begin_[row]; a < begin_[row + 1]; ++a) {
        const std::uint32_t column = to_[a];
        if (seen_[column] >= round_) continue;  // in this search, or dead
        seen_[column] = round_;
        entered_[column] = row;
        if (filled_[column] < room(column)) {
          shift_back(start, row, column);
          return true;
        }
        for (const std::uint32_t other : owners(column)) queue_.push_back(other);
      }
    }
    for (const std::uint32_t row : queue_) {
      for (std::uint64_t a = begin_[row]; a < begin_[row + 1]; ++a) seen_[to_[a]] = dead;
    }
    return false;
  }

  /// The last row goes to the free column, the place it leaves to the row that came for it, and so on.
  void shift_back(std::uint32_t start, std::uint32_t row, std::uint32_t column) {
    std::uint32_t before = column_of_[row];
    put(row, column);
    while (row != start) {
      const std::uint32_t next = entered_[before];
      const std::uint32_t left = before;
      before = column_of_[next];
      column_of_[next] = left;
      std::uint32_t* place = owner_.data() + first_[left];
      while (*place != row) ++place;
      *place = next;
      row = next;
    }
  }

  /// Depth first down the levels; a column that led nowhere is not entered again in this round.
  bool descend(std::uint32_t start) {
    path_.assign(1, {start, begin_[start], none, 0});
    while (!path_.empty()) {
      Frame& frame = path_.back();
      if (frame.column != none && frame.owner < filled_[frame.column]) {
        const std::uint32_t row = owner_[first_[frame.column] + frame.owner++];
        path_.push_back({row, begin_[row], none, 0});
        continue;
      }
      frame.column = none;
      while (frame.arc != begin_[frame.row + 1] && frame.column == none) {
        const std::uint32_t column = to_[frame.arc++];
        if (seen_[column] != round_ || level_[column] + 1 != path_.size()) continue;
        seen_[column] = 0;
        frame.column = column;
        frame.owner = 0;
      }
      if (frame.column == none) {
        path_.pop_back();
      } else if (filled_[frame.column] < room(frame.column)) {
        shift();
        return true;
      }
    }
    return false;
  }

  /// Every row on the path goes to the column it has entered; the next one has made way there.
  void shift() {
    put(path_.back().row, path_.back().column);
    for (std::size_t f = path_.size() - 1; f-- > 0;) {
      const Frame& frame = path_[f];
      owner_[first_[frame.column] + frame.owner - 1] = frame.row;
      column_of_[frame.row] = frame.column;
    }
  }

  std::span<const std::uint64_t> begin_;
  std::span<const std::uint32_t> to_;
  std::vector<std::uint32_t> first_;  // per column: its first place
  std::vector<std::uint32_t> owner_;
  std::vector<std::uint32_t> filled_;
  std::vector<std::uint32_t> column_of_;
  std::vector<std::uint32_t> seen_;  // per column: the last round that saw it
  std::vector<std::uint32_t> level_;
  std::vector<std::uint32_t> entered_;  // per column: the row that looked at it
  std::vector<Frame> path_;
  std::vector<std::uint32_t> queue_;
  std::vector<std::uint32_t> left_;
  std::uint32_t round_ = 1;
};

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
