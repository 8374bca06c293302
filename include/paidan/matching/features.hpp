// What is measured about a pair, in columns of whole numbers: features × weights = cost, exactly.
#pragma once

#include <paidan/matching/weights.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

/// One feature of all pairs, in the order of the pairs. Units: travel s · distance m · lateness s · over_skill levels ·
/// quality hundredths of a star below the mean rating, within ± the objective's clip (0 unrated) · preference,
/// same_technician 0 or 1 · change cost units of the order's cost of change (piece 0: the lower 30 bits, piece 1: the
/// rest, scale 2^30) · fairness seconds of paid work above the piece's limit that this visit adds (piece = the
/// objective's) · urgency minutes begun between the first moment anyone could start (the order's first allowed start,
/// but not before the problem's first shift) and the start, × priority · tier −(tiers reached).
/// Every feature fits 32 bits: model times are within ±2^28 s, work and metres below 2^29, levels are few.
struct FeatureColumn {
  Term term = Term::travel;
  std::int32_t piece = 0;
  std::int64_t scale = 1;  ///< the weight counts this many times
  std::vector<std::int32_t> values = {};
  friend bool operator==(const FeatureColumn&, const FeatureColumn&) = default;
};

/// Columns that are zero for every pair whatever the weights are not kept.
struct Features {
  std::size_t pairs = 0;
  std::size_t fairness_pieces = 0;          ///< of the objective
  std::vector<FeatureColumn> columns = {};  ///< by term, piece
  friend bool operator==(const Features&, const Features&) = default;
};

/// The cost of every pair. A what-if with other weights is another call; nothing else is rebuilt. Throws InvalidInput:
/// a negative weight, another number of fairness weights than pieces, or a sum that could reach 2^62.
[[nodiscard]] PAIDAN_EXPORT std::vector<std::int64_t> costs(const Features& features, const Weights& weights);

/// The terms of one pair; they sum exactly to its cost. The same errors; also a pair that does not exist.
[[nodiscard]] PAIDAN_EXPORT std::array<std::int64_t, term_count> breakdown(const Features& features,
                                                                           const Weights& weights, std::size_t pair);

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/matching/features.ipp>
#endif
