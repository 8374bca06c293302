// Exact min-cost assignment on a sparse candidate list: convex slot costs per column, every row may stay unassigned at
// its penalty.
#pragma once

#include <paidan/core/error.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace assign {

namespace errors {
inline constexpr ErrorKind duplicate_arc{"duplicate_arc", "row {row} and column {column} are joined by two arcs",
                                         "第{row}行与第{column}列之间有两条边"};
inline constexpr ErrorKind falling_slot_costs{"falling_slot_costs",
                                              "slot costs must not fall: {value} comes after {before}",
                                              "名额成本不得递减:{value}排在{before}之后"};
inline constexpr ErrorKind not_rising{"not_rising", "{field} must not fall: {value} comes after {before}",
                                      "{field}不得递减:{value}排在{before}之后"};
inline constexpr ErrorKind arc_forced_and_forbidden{"arc_forced_and_forbidden",
                                                    "row {row} and column {column} are both forced and forbidden",
                                                    "第{row}行与第{column}列既被指定又被禁止"};
inline constexpr ErrorKind row_forced_twice{"row_forced_twice",
                                            "row {row} is forced to column {column} but also to column {other}",
                                            "第{row}行被指定给第{column}列,又被指定给第{other}列"};
inline constexpr ErrorKind forced_without_arc{"forced_without_arc",
                                              "row {row} is forced to column {column}, but no arc joins them",
                                              "第{row}行被指定给第{column}列,但两者之间没有边"};
inline constexpr ErrorKind row_forced_beyond_capacity{
    "row_forced_beyond_capacity",
    "row {row} is forced to column {column}, whose capacity of {capacity} is taken already",
    "第{row}行被指定给第{column}列,但该列的{capacity}个名额已用完"};
}  // namespace errors

struct Arc {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::int64_t cost = 0;
  friend bool operator==(const Arc&, const Arc&) = default;
};

struct Pair {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Pair&, const Pair&) = default;
};

struct AssignmentInput {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::vector<Arc> arcs;                              ///< at most one per (row, column), in any order
  std::vector<std::int64_t> penalty;                  ///< per row: cost of staying unassigned
  std::vector<std::vector<std::int64_t>> slot_costs;  ///< per column: rising marginal costs; its length is the capacity
  std::vector<Pair> forced;                           ///< pairs that must be made; each needs its arc
  std::vector<Pair> forbidden;                        ///< pairs that must not
  std::vector<std::uint8_t> must_serve;               ///< per row, or empty: serve as many of these as possible first
  friend bool operator==(const AssignmentInput&, const AssignmentInput&) = default;
};

/// The same as compressed rows: row i has the arcs row_begin[i] … row_begin[i + 1] − 1, in any order; likewise the
/// slots of a column. Only read during a call.
struct AssignmentView {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::span<const std::uint64_t> row_begin;  ///< rows + 1 numbers
  std::span<const std::uint32_t> column;
  std::span<const std::int64_t> cost;
  std::span<const std::int64_t> penalty;
  std::span<const std::uint64_t> slot_begin;  ///< columns + 1 numbers
  std::span<const std::int64_t> slot_cost;
  std::span<const Pair> forced;
  std::span<const Pair> forbidden;
  std::span<const std::uint8_t> must_serve;
};

/// A view's arrays, owned: arcs by row, then column.
struct AssignmentTable {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::vector<std::uint64_t> row_begin;
  std::vector<std::uint32_t> column;
  std::vector<std::int64_t> cost;
  std::vector<std::int64_t> penalty;
  std::vector<std::uint64_t> slot_begin;
  std::vector<std::int64_t> slot_cost;
  std::vector<Pair> forced;
  std::vector<Pair> forbidden;
  std::vector<std::uint8_t> must_serve;

  [[nodiscard]] PAIDAN_EXPORT AssignmentView view() const;
};

/// Sorted, sizes and indices checked; throws InvalidInput.
[[nodiscard]] PAIDAN_EXPORT AssignmentTable compress(const AssignmentInput& input);

/// The largest numbers of an input, to choose the arithmetic by.
struct Extent {
  std::int64_t arc = 0;
  std::int64_t penalty = 0;
  std::int64_t slot = 0;
  std::int64_t must_weight = 0;  ///< more than every other difference together
  [[nodiscard]] bool narrow() const {
    return must_weight < (1 << 27) && arc + penalty + slot + must_weight < (1 << 27);
  }
};

/// A view that was checked: what takes one does not look again. Its arrays must outlive it, unchanged.
class CheckedView {
 public:
  /// Throws InvalidInput as `assign` does.
  PAIDAN_EXPORT explicit CheckedView(const AssignmentView& view);
  [[nodiscard]] const AssignmentView& view() const { return view_; }
  [[nodiscard]] const Extent& extent() const { return extent_; }

 private:
  AssignmentView view_;
  Extent extent_;
};

struct AssignOptions {
  /// Among assignments of the same cost the one whose column_of_row is lexicographically smallest (unassigned counts as
  /// the last column): the same whatever the order of arcs and however it was found. Costs extra time where many tie.
  bool canonical = false;
  /// Compute in 64 bits even where 32 suffice. The answer is the same.
  bool wide = false;
};

struct Assignment {
  static constexpr std::uint32_t unassigned = 0xffffffffU;
  std::vector<std::uint32_t> column_of_row;
  std::int64_t cost = 0;  ///< arcs + slots + penalties
  /// The certificate: u per row, p per column with u_i ≤ min(penalty_i, c_ij + p_j) and
  /// Σ u_i − Σ_j Σ_k max(0, p_j − slot_jk) = cost (LP duality). A forced row has u_i = c_ij + p_j only.
  std::vector<std::int64_t> row_dual;
  std::vector<std::int64_t> column_dual;
  /// What the certificate adds to the penalty of each must-serve row, more than everything else together; 0 = none.
  std::int64_t must_weight = 0;
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

/// ε-scaled auction, then shortest augmenting paths (Bertsekas 1988; Kuhn 1955, Dijkstra with potentials); exact and
/// deterministic. 32-bit arithmetic where the largest cost + penalty + slot cost stay below 2^27, else 64-bit.
/// Throws InvalidInput naming row and column: sizes, index out of range, duplicate arc, falling slot costs, forced
/// against forbidden or beyond capacity, |cost| above 2^52 or, times the number of rows and slots, above 2^60.
[[nodiscard]] PAIDAN_EXPORT Assignment assign(const CheckedView& input, const AssignOptions& options = {});
/// Checked while it is loaded: a sweep over the arcs less than making a CheckedView first, where nothing else is asked.
[[nodiscard]] PAIDAN_EXPORT Assignment assign(const AssignmentView& input, const AssignOptions& options = {});
[[nodiscard]] PAIDAN_EXPORT Assignment assign(const AssignmentInput& input, const AssignOptions& options = {});

/// Does the certificate prove the assignment optimal? Integer arithmetic, every constraint looked at. A view that is
/// not sound proves nothing; an input that is not throws as `assign` does.
[[nodiscard]] PAIDAN_EXPORT bool certified(const CheckedView& input, const Assignment& assignment);
[[nodiscard]] PAIDAN_EXPORT bool certified(const AssignmentView& input, const Assignment& assignment);
[[nodiscard]] PAIDAN_EXPORT bool certified(const AssignmentInput& input, const Assignment& assignment);

}  // namespace assign
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/assign/assignment.ipp>
#endif
