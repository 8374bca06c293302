// Exact min-cost assignment on a sparse candidate list: convex slot costs per column, every row may stay unassigned at
// its penalty.
#pragma once

#include <paidan/core/error.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

namespace errors {
inline constexpr ErrorKind duplicate_arc{"duplicate_arc", "row {row} and column {column} are joined by two arcs",
                                         "第{row}行与第{column}列之间有两条边"};
inline constexpr ErrorKind falling_slot_costs{"falling_slot_costs",
                                              "slot costs must not fall: {value} comes after {before}",
                                              "名额成本不得递减:{value}排在{before}之后"};
}  // namespace errors

struct Arc {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::int64_t cost = 0;
};

struct AssignmentInput {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::vector<Arc> arcs;                              ///< at most one per (row, column)
  std::vector<std::int64_t> penalty;                  ///< per row: cost of staying unassigned
  std::vector<std::vector<std::int64_t>> slot_costs;  ///< per column: rising marginal costs; its length is the capacity
};

struct Assignment {
  static constexpr std::uint32_t unassigned = 0xffffffffU;
  std::vector<std::uint32_t> column_of_row;
  std::int64_t cost = 0;  ///< arcs + slots + penalties
  /// The certificate: u per row, p per column with u_i ≤ min(penalty_i, c_ij + p_j) and
  /// Σ u_i − Σ_j Σ_k max(0, p_j − slot_jk) = cost (LP duality).
  std::vector<std::int64_t> row_dual;
  std::vector<std::int64_t> column_dual;
};

/// Successive shortest paths (Dijkstra with potentials), row after row; exact and deterministic: equal distances are
/// settled by the lower column, and a row already placed moves only for a strict gain.
/// Throws InvalidInput: index out of range, duplicate arc, falling slot costs, |cost| above 2^52 or, times the number
/// of rows and slots, above 2^60.
[[nodiscard]] PAIDAN_EXPORT Assignment assign(const AssignmentInput& input);

/// Does the certificate prove the assignment optimal? Integer arithmetic, every constraint looked at.
[[nodiscard]] PAIDAN_EXPORT bool certified(const AssignmentInput& input, const Assignment& assignment);

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/matching/assignment.ipp>
#endif
