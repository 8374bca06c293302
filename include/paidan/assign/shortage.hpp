// Rows that cannot all be served, whatever it costs: too many of them share too few slots (Hall 1935).
#pragma once

#include <paidan/assign/assignment.hpp>

#include <cstdint>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace assign {

/// `rows` have arcs to `columns` only, and there are fewer slots than rows: at least rows − slots of them stay
/// unassigned in every assignment. Both lists rise.
struct Shortage {
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> columns;
  std::uint64_t slots = 0;
  friend bool operator==(const Shortage&, const Shortage&) = default;
};
/// All of them.
struct Shortages {
  std::vector<Shortage> shortages;
  friend bool operator==(const Shortages&, const Shortages&) = default;
};

/// The shortages among the must-serve rows (all rows when `must_serve` is empty), disjoint, by lowest row. No row can
/// be left out of one without the others being served. Together they are exact: as many rows as they lack slots stay
/// unassigned, and every other row can be served at the same time. Forced rows keep their slots; forbidden pairs do not
/// count. Maximum matching by augmenting paths (Hopcroft, Karp 1973). Throws InvalidInput as `assign`.
[[nodiscard]] PAIDAN_EXPORT std::vector<Shortage> shortages(const CheckedView& input);
[[nodiscard]] PAIDAN_EXPORT std::vector<Shortage> shortages(const AssignmentView& input);
[[nodiscard]] PAIDAN_EXPORT std::vector<Shortage> shortages(const AssignmentInput& input);

}  // namespace assign
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/assign/shortage.ipp>
#endif
