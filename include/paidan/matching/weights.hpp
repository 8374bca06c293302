// The terms of a pair's score and their integer weights.
#pragma once

#include <paidan/model/problem.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

namespace errors {
inline constexpr ErrorKind weights_shape{"weights_shape",
                                         "{field} needs {expected} weights, one for each piece, got {value}",
                                         "{field}应有{expected}个权重,每段一个,实为{value}个"};
}  // namespace errors

/// Stable order: new terms are added at the end.
enum class Term : std::uint8_t {
  travel,
  distance,
  lateness,
  over_skill,
  quality,
  preference,
  same_technician,
  change,
  fairness,
  urgency,
  tier
};
inline constexpr std::size_t term_count = 11;
[[nodiscard]] PAIDAN_EXPORT std::string_view name(Term term);

/// What one term of a score comes to.
struct TermCost {
  Term term = Term::travel;
  std::int64_t cost = 0;
  friend bool operator==(const TermCost&, const TermCost&) = default;
};
/// The terms that are not zero, in their order.
[[nodiscard]] PAIDAN_EXPORT std::vector<TermCost> listed(const std::array<std::int64_t, term_count>& terms);

/// Cost units per unit of a feature (see features.hpp), each between 0 and 10^12; `tier` up to 2^62.
struct Weights {
  std::int64_t travel = 0;           ///< per second of the way out
  std::int64_t distance = 0;         ///< per metre of the way out
  std::int64_t lateness = 0;         ///< per second of start after the order's due time
  std::int64_t over_skill = 0;       ///< per level held above the level needed
  std::int64_t quality = 0;          ///< per hundredth of a star below the mean, clipped: a bounded bonus above it
  std::int64_t preference = 0;       ///< for a technician who is not preferred where some are
  std::int64_t same_technician = 0;  ///< for another technician than last time
  std::int64_t change = 1;           ///< times the order's own cost of change
  std::int64_t urgency = 0;          ///< per minute of response × priority; the objective has no weight for it
  std::int64_t tier = 0;             ///< bonus per tier reached; see `strict_tier`
  std::vector<std::int64_t> fairness = {};  ///< per second, one for each piece of the objective's fairness
  friend bool operator==(const Weights&, const Weights&) = default;
};

/// The objective's own weights; urgency and tier are 0.
[[nodiscard]] PAIDAN_EXPORT Weights weights_of(const Objective& objective);

/// What is wrong with weights for this problem: out of range, another number of fairness pieces than the objective has,
/// or so large that a pair's cost could reach 2^62.
[[nodiscard]] PAIDAN_EXPORT std::vector<Error> validate(const Problem& problem, const Weights& weights);

/// The tier a technician reaches: how many of the floors (hundredths of a star, falling) the rating is at or above.
/// Unrated technicians reach none.
[[nodiscard]] PAIDAN_EXPORT std::int32_t tier_of(std::int32_t rating, std::span<const std::int32_t> tier_floors);

/// The weight of `tier` that makes tiers strict: one more than all other terms of two pairs of this problem can differ
/// by, so that a higher tier always precedes a lower one for the same order. It is a bonus: −tier × weight. An equal
/// surcharge on lower tiers and on staying unserved would rank all assignments the same, but the lowest tier must stay
/// as preferable to staying unserved as without tiers. Throws InvalidInput when the tiers would reach 2^62 together, on
/// weights that `validate` refuses, and on floors that do not fall or lie outside 1 … 500.
[[nodiscard]] PAIDAN_EXPORT std::int64_t strict_tier(const Problem& problem, const Weights& weights,
                                                     std::span<const std::int32_t> tier_floors);

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/matching/weights.ipp>
#endif
