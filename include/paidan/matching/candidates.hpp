// The pairs a batch match chooses from: all feasible ones, or the cheapest few of every order with a bound on the rest.
#pragma once

#include <paidan/matching/features.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

namespace errors {
inline constexpr ErrorKind not_omitted{
    "not_omitted", "order {order} and shift {shift} of {technician} are no feasible pair that was left out",
    "工单{order}与{technician}的班次{shift}不是被略去的可行组合"};
}  // namespace errors

struct CandidateOptions {
  /// Pairs an order keeps: those with the least total cost, ties by the lower shift. 0 = all that are feasible.
  std::int32_t max_candidates = 0;
  std::span<const ShiftIndex> shifts = {};  ///< only these; empty = all
  std::optional<Weights> weights = {};      ///< for choosing the cheapest; default: the objective's
  std::span<const std::int32_t> tier_floors =
      {};  ///< strict tiers: ratings in hundredths, falling; sets `weights.tier`
};

/// Compressed rows by order: the pairs of order o are [row_begin[o], row_begin[o + 1]), shifts rising. `row_begin`,
/// `shift` and `costs(features, weights)` are what `assign` reads. Immutable between calls; safe to read from threads.
struct Candidates {
  std::vector<std::uint64_t> row_begin = {0};
  std::vector<std::uint32_t> shift = {};
  std::vector<std::int32_t> start_s = {};  ///< earliest start of service, coming straight from the shift's start
  Features features = {};
  /// By order: no feasible pair that was left out costs less under `weights`. INT64_MAX when none was left out, which
  /// is known when an order has fewer than `max_candidates`.
  std::vector<std::int64_t> omitted_bound = {};
  Weights weights = {};  ///< those of the choice, `tier` set when there are tiers
  std::vector<std::int32_t> tier_floors = {};
  std::vector<std::uint8_t> considered = {};  ///< by shift: 1 when it was looked at
  std::int32_t max_candidates = 0;

  [[nodiscard]] std::size_t orders() const { return row_begin.size() - 1; }
  [[nodiscard]] std::size_t pairs() const { return shift.size(); }
  [[nodiscard]] bool complete() const;  ///< known: no feasible pair was left out
  friend bool operator==(const Candidates&, const Candidates&) = default;
};

/// A pair is feasible when nothing in `constraints::why_refused` speaks against it: the pair's own families, the ways,
/// a start inside the windows and clear of suspensions and closures, back within the shift and its limits. Breaks, and
/// parts and limits of a kind that several orders share, are a matter of routes. Straight-line profiles are searched
/// through a tree over the places where shifts start, so that no order looks at all shifts; matrices are read along
/// their rows. Throws InvalidInput: max_candidates below 0, a shift that does not exist, weights that `validate`
/// refuses, tiers that `strict_tier` refuses.
[[nodiscard]] PAIDAN_EXPORT Candidates candidates(const Problem& problem, const CandidateOptions& options = {});

/// A feasible pair that was left out although it would pay.
struct OmittedPair {
  OrderIndex order;
  ShiftIndex shift;
  std::int64_t cost = 0;
  std::int32_t start_s = 0;
  friend bool operator==(const OmittedPair&, const OmittedPair&) = default;
};

/// Left-out feasible pairs with cost + column_dual[shift] < row_dual[order], exact cost under `weights` (usually
/// `candidates.weights`), by order, then shift. With `most_per_order` above 0 an order gives at most that many, those
/// with the least cost + price, ties by shift. Empty = the duals prove the assignment optimal over all feasible pairs.
/// Found by the same bounds as the candidates, without looking at all pairs. A shift without any slot must have a price
/// no pair can pay (2^60). Throws InvalidInput: a span of another length than orders or shifts, a dual beyond ±2^61,
/// most_per_order below 0, weights that `validate` refuses, candidates of another problem's size.
[[nodiscard]] PAIDAN_EXPORT std::vector<OmittedPair> price_out(const Problem& problem, const Candidates& candidates,
                                                               const Weights& weights,
                                                               std::span<const std::int64_t> row_dual,
                                                               std::span<const std::int64_t> column_dual,
                                                               std::int32_t most_per_order = 0);

/// Adds pairs that were left out, as `price_out` gives them: by order, then shift; features are measured again. Bounds
/// stay as they are. Throws InvalidInput on a pair that is not sorted, not feasible or there already; nothing is added
/// then.
PAIDAN_EXPORT void add_pairs(const Problem& problem, Candidates& candidates, std::span<const OmittedPair> pairs);

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/matching/candidates.ipp>
#endif
