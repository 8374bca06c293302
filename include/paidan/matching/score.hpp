// What a pair (order, technician) costs in a batch match: integer features × integer weights, so that the terms sum
// exactly.
#pragma once

#include <paidan/matching/weights.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

/// A candidate with its score; lower is better. `total` = Σ terms exactly.
struct Candidate {
  OrderIndex order;
  ShiftIndex shift;
  std::int32_t arrival_s = 0;  ///< earliest possible start of service, coming straight from the shift's start
  std::array<std::int64_t, term_count> terms{};
  std::int64_t total = 0;
};

/// All feasible pairs, by order, then shift: eligible, reachable, startable within windows, and back within the shift
/// and its travel limits. Breaks, and parts that several orders share, are a matter of routes. Only shifts listed are
/// considered; empty = all. Throws InvalidInput on a shift that does not exist. `candidates` gives the same in columns,
/// and fewer of them when asked.
[[nodiscard]] PAIDAN_EXPORT std::vector<Candidate> score(const Problem& problem,
                                                         std::span<const ShiftIndex> shifts = {});

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/matching/score.ipp>
#endif
