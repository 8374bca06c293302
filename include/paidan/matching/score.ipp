#pragma once

#include <paidan/matching/score.hpp>

#include <paidan/matching/candidates.ipp>
#include <paidan/matching/features.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

PAIDAN_INLINE std::vector<Candidate> score(const Problem& problem, std::span<const ShiftIndex> shifts) {
  const Candidates all = candidates(problem, {.max_candidates = 0, .shifts = shifts});
  std::vector<Candidate> list(all.pairs());
  for (std::size_t o = 0; o < all.orders(); ++o) {
    for (std::size_t i = all.row_begin[o]; i < all.row_begin[o + 1]; ++i) {
      list[i].order = OrderIndex(o);
      list[i].shift = ShiftIndex(all.shift[i]);
      list[i].arrival_s = all.start_s[i];
    }
  }
  for (const FeatureColumn& column : all.features.columns) {
    const std::int64_t factor = matching_detail::factor_of(column, all.weights);
    const std::size_t term = matching_detail::at(column.term);
    for (std::size_t i = 0; i < list.size(); ++i) list[i].terms[term] += column.values[i] * factor;
  }
  const std::vector<std::int64_t> totals = costs(all.features, all.weights);
  for (std::size_t i = 0; i < list.size(); ++i) list[i].total = totals[i];
  return list;
}

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI
