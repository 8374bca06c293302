// An assignment that stays optimal while orders and technicians come, change and go.
#pragma once

#include <paidan/assign/assignment.hpp>
#include <paidan/core/handle.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace assign {

namespace errors {
inline constexpr ErrorKind row_gone{"row_gone", "row {row} has been cancelled", "第{row}行已取消"};
inline constexpr ErrorKind no_arc{"no_arc", "no arc joins row {row} and column {column}",
                                  "第{row}行与第{column}列之间没有边"};
inline constexpr ErrorKind slot_below_last{
    "slot_below_last", "a further slot must not cost less than the last one: {value} after {before}",
    "新增名额的成本不得低于最后一个名额:{value}排在{before}之后"};
inline constexpr ErrorKind not_optimal{"not_optimal", "this is no optimal assignment of the input",
                                       "这不是该输入的最优分配"};
inline constexpr ErrorKind not_live{"not_live", "{field} cannot be kept while the assignment changes",
                                    "{field}在实时调整中不受支持"};
}  // namespace errors

struct RowArc {
  std::uint32_t column = 0;
  std::int64_t cost = 0;
};

/// One step of an exchange; −1 = in no column.
struct Move {
  std::uint32_t row = 0;
  std::int64_t from = -1;
  std::int64_t to = -1;
  friend bool operator==(const Move&, const Move&) = default;
};

/// What it would cost to have a row somewhere else, everything else as cheap as it can then be, and who would move.
struct Regret {
  bool possible = true;     ///< false: the column has no slot at all
  std::int64_t cost = 0;    ///< more than the optimum, exactly; ≥ 0
  std::vector<Move> moves;  ///< beginning with the row itself; empty when it is there already
  friend bool operator==(const Regret&, const Regret&) = default;
};

/// Optimal after every operation, repaired along one or a few shortest paths (the duals of before are the warm start).
/// Rows and columns keep their numbers. Every operation is checked first: when it throws InvalidInput, nothing has
/// changed (only when memory runs out, the object may be left unusable). Deterministic. Not for two threads at once;
/// `regret` and `slot_gain` use the object's working space too.
class LiveAssignment {
 public:
  /// Throws InvalidInput as `assign`; forced pairs and must-serve rows are refused (give such a row its one arc, or a
  /// penalty above everything). Forbidden pairs are left out.
  PAIDAN_EXPORT explicit LiveAssignment(const AssignmentView& input);
  PAIDAN_EXPORT explicit LiveAssignment(const AssignmentInput& input);
  /// The same, beginning with this one of the optimal assignments (`column_of_row`). Throws InvalidInput when it is
  /// none.
  PAIDAN_EXPORT LiveAssignment(const AssignmentView& input, std::span<const std::uint32_t> column_of_row);
  PAIDAN_EXPORT ~LiveAssignment();
  PAIDAN_EXPORT LiveAssignment(LiveAssignment&&) noexcept;
  PAIDAN_EXPORT LiveAssignment& operator=(LiveAssignment&&) noexcept;
  PAIDAN_EXPORT LiveAssignment(const LiveAssignment&);
  PAIDAN_EXPORT LiveAssignment& operator=(const LiveAssignment&);

  // Orders.
  PAIDAN_EXPORT std::uint32_t add_row(std::span<const RowArc> arcs, std::int64_t penalty);
  PAIDAN_EXPORT void change_row(std::uint32_t row, std::span<const RowArc> arcs, std::int64_t penalty);
  PAIDAN_EXPORT void cancel_row(std::uint32_t row);
  PAIDAN_EXPORT void set_penalty(std::uint32_t row, std::int64_t penalty);
  /// A new arc, or a new cost for the one there is.
  PAIDAN_EXPORT void set_arc(std::uint32_t row, std::uint32_t column, std::int64_t cost);
  PAIDAN_EXPORT void remove_arc(std::uint32_t row, std::uint32_t column);

  // Technicians.
  PAIDAN_EXPORT std::uint32_t add_column(std::span<const std::int64_t> slot_costs);
  /// Another load. While the column is dropped, what it will return with.
  PAIDAN_EXPORT void set_slots(std::uint32_t column, std::span<const std::int64_t> slot_costs);
  PAIDAN_EXPORT void drop_column(std::uint32_t column);
  PAIDAN_EXPORT void restore_column(std::uint32_t column);

  // The state.
  [[nodiscard]] PAIDAN_EXPORT std::uint32_t rows() const;
  [[nodiscard]] PAIDAN_EXPORT std::uint32_t columns() const;
  [[nodiscard]] PAIDAN_EXPORT bool has_row(std::uint32_t row) const;
  /// `Assignment::unassigned` also for a cancelled row.
  [[nodiscard]] PAIDAN_EXPORT std::uint32_t column_of(std::uint32_t row) const;
  [[nodiscard]] PAIDAN_EXPORT std::int64_t cost() const;
  /// With the certificate. A cancelled row has no arc, penalty and dual 0.
  [[nodiscard]] PAIDAN_EXPORT Assignment assignment() const;
  /// The problem that `assignment()` solves, as it stands.
  [[nodiscard]] PAIDAN_EXPORT AssignmentTable table() const;

  // Questions.
  /// Of forcing the row into the column (`Assignment::unassigned`: of leaving it out). Throws InvalidInput when there
  /// is no such arc.
  [[nodiscard]] PAIDAN_EXPORT Regret regret(std::uint32_t row, std::uint32_t column);
  /// The same over an arc of this cost, whether there is one or not; negative when such an arc would have paid.
  [[nodiscard]] PAIDAN_EXPORT Regret regret(std::uint32_t row, std::uint32_t column, std::int64_t arc_cost);
  /// What one more slot of the column at this cost would save, exactly: its shadow price. Not below the costs there
  /// are.
  [[nodiscard]] PAIDAN_EXPORT std::int64_t slot_gain(std::uint32_t column, std::int64_t slot_cost);

 private:
  struct State;
  Owned<State> state_;
};

}  // namespace assign
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/assign/live.ipp>
#endif
