#pragma once

#include <paidan/matching/features.hpp>

#include <paidan/matching/weights.ipp>

#include <Eigen/Core>

#include <algorithm>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

namespace matching_detail {

using Column32 = Eigen::Map<const Eigen::Array<std::int32_t, Eigen::Dynamic, 1>>;
using Column64 = Eigen::Map<Eigen::Array<std::int64_t, Eigen::Dynamic, 1>>;

inline Column32 mapped(const FeatureColumn& column) {
  return {column.values.data(), static_cast<Eigen::Index>(column.values.size())};
}

/// The factor of a column, ≤ 2^62.
inline std::int64_t factor_of(const FeatureColumn& column, const Weights& weights) {
  return capped_product(column.scale, weight_of(weights, column.term, column.piece));
}

/// The largest |cost| that any pair could have stays below 2^62, in whatever order terms are added.
inline void check_product(const Features& features, const Weights& weights) {
  Errors errors;
  check_weights(errors, weights, features.fairness_pieces);
  errors.throw_if_any();
  std::int64_t most = 0;
  for (const FeatureColumn& column : features.columns) {
    if (column.values.empty()) continue;
    const Column32 values = mapped(column);
    const std::int64_t largest = std::max<std::int64_t>(values.maxCoeff(), -std::int64_t{values.minCoeff()});
    most = capped_sum(most, capped_product(largest, factor_of(column, weights)));
  }
  if (most < cost_limit) return;
  errors.add(paidan::errors::overflow, "weights", {{"field", "weights"}, {"value", "≥ 2^62"}});
  errors.throw_if_any();
}

}  // namespace matching_detail

/// A column at a time: the product of the feature matrix and the weights, 32 × 64 → 64 bits.
PAIDAN_INLINE std::vector<std::int64_t> costs(const Features& features, const Weights& weights) {
  namespace detail = matching_detail;
  detail::check_product(features, weights);
  std::vector<std::int64_t> result(features.pairs, 0);
  // Blocks small enough to stay in the cache while every column is added.
  constexpr std::size_t block = 4'096;
  for (std::size_t begin = 0; begin < features.pairs; begin += block) {
    const auto size = static_cast<Eigen::Index>(std::min(block, features.pairs - begin));
    detail::Column64 sum(result.data() + begin, size);
    for (const FeatureColumn& column : features.columns) {
      const std::int64_t factor = detail::factor_of(column, weights);
      if (factor == 0) continue;
      sum += detail::Column32(column.values.data() + begin, size).cast<std::int64_t>() * factor;
    }
  }
  return result;
}

PAIDAN_INLINE std::array<std::int64_t, term_count> breakdown(const Features& features, const Weights& weights,
                                                             std::size_t pair) {
  namespace detail = matching_detail;
  Errors errors;
  detail::check_weights(errors, weights, features.fairness_pieces);
  check_range(errors, "pair", static_cast<std::int64_t>(pair), 0, static_cast<std::int64_t>(features.pairs) - 1);
  errors.throw_if_any();
  std::array<std::int64_t, term_count> terms{};
  std::int64_t most = 0;
  for (const FeatureColumn& column : features.columns) {
    const std::int64_t value = column.values[pair];
    const std::int64_t factor = detail::factor_of(column, weights);
    most = detail::capped_sum(most, detail::capped_product(value < 0 ? -value : value, factor));
    if (most < detail::cost_limit) terms[detail::at(column.term)] += value * factor;
  }
  if (most >= detail::cost_limit) {
    errors.add(paidan::errors::overflow, "weights", {{"field", "weights"}, {"value", "≥ 2^62"}});
  }
  errors.throw_if_any();
  return terms;
}

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI
