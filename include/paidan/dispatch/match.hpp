// Batch matching: which technician takes which order, one look at a moment, proven optimal.
#pragma once

#include <paidan/matching/score.hpp>
#include <paidan/model/problem.hpp>

#include <cstdint>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

struct MatchOptions {
  std::int32_t capacity = 1;         ///< orders per shift in this batch, also bounded by the technician's max_jobs
  std::int64_t load_step = 600'000;  ///< cost units: each further order of one shift costs this much more (convex load)
};

struct Match {
  struct Pair {
    OrderIndex order;
    ShiftIndex shift;
    matching::Candidate score;  ///< the terms that sum to the pair's cost
    std::int64_t slot_cost = 0;
  };
  std::vector<Pair> pairs;             ///< by order
  std::vector<OrderIndex> unassigned;  ///< sorted
  std::int64_t cost = 0;               ///< pairs + slots + unserved
  bool certified = false;              ///< primal = dual, checked
  std::uint64_t problem_hash = 0;
};

[[nodiscard]] PAIDAN_EXPORT Match match(const Problem& problem, const MatchOptions& options = {});

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/dispatch/match.ipp>
#endif
