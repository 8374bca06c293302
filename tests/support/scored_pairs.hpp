// All feasible pairs with their scores, as plain rows: for tests that look at pairs one by one.
#pragma once

#include <paidan/matching/candidates.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paidan_test {

struct ScoredPair {
  paidan::OrderIndex order;
  paidan::ShiftIndex shift;
  std::int32_t arrival_s = 0;  // earliest possible start of service, coming straight from the shift's start
  std::array<std::int64_t, paidan::matching::term_count> terms{};
  std::int64_t total = 0;
};

/// By order, then shift. Only the shifts listed; empty = all.
inline std::vector<ScoredPair> scored_pairs(const paidan::Problem& problem,
                                            std::span<const paidan::ShiftIndex> shifts = {}) {
  namespace matching = paidan::matching;
  const matching::Candidates all = matching::candidates(problem, {.shifts = shifts});
  const std::vector<std::int64_t> totals = matching::costs(all.features, all.weights);
  std::vector<ScoredPair> list;
  for (std::size_t o = 0; o < all.orders(); ++o) {
    for (std::size_t i = all.row_begin[o]; i < all.row_begin[o + 1]; ++i) {
      list.push_back({paidan::OrderIndex(o), paidan::ShiftIndex(all.shift[i]), all.start_s[i],
                      matching::breakdown(all.features, all.weights, i), totals[i]});
    }
  }
  return list;
}

}  // namespace paidan_test
