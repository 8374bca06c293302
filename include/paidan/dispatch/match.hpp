// Batch matching: which technician takes which order, one look at a moment, proven optimal.
#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/core/time.hpp>
#include <paidan/matching/candidates.hpp>
#include <paidan/matching/weights.hpp>
#include <paidan/model/problem.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

namespace errors {
inline constexpr ErrorKind forced_and_forbidden{"forced_and_forbidden",
                                                "order {order} and {technician} are both forced and forbidden",
                                                "工单{order}与{technician}既被指定又被禁止"};
inline constexpr ErrorKind forced_twice{"forced_twice", "order {order} is forced to {technician} but also to {other}",
                                        "工单{order}被指定给{technician},又被指定给{other}"};
inline constexpr ErrorKind forced_beyond_capacity{
    "forced_beyond_capacity", "order {order} is forced to {technician}, who has no place left: {capacity}",
    "工单{order}被指定给{technician},但其{capacity}个名额已用完"};
inline constexpr ErrorKind forced_not_possible{"forced_not_possible",
                                               "order {order} is forced to {technician}, who cannot take it",
                                               "工单{order}被指定给{technician},但其不能接此单"};
}  // namespace errors

struct MatchPair {
  OrderIndex order;
  ShiftIndex shift;
  friend auto operator<=>(const MatchPair&, const MatchPair&) = default;
};

struct MatchOptions {
  std::int32_t capacity = 1;         ///< orders per shift in this batch, also bounded by the technician's max_jobs
  std::int64_t load_step = 600'000;  ///< cost units: each further order of one shift costs this much more (convex load)
  std::int32_t max_candidates = 0;   ///< cheapest pairs an order keeps; 0 = all feasible ones
  /// With `max_candidates`: look for left-out pairs that would pay, add them and match again until there are none.
  bool price_out = true;
  std::optional<matching::Weights> weights = {};  ///< default: the objective's
  std::vector<std::int32_t> tier_floors = {};     ///< strict tiers: ratings in hundredths, falling
  std::vector<MatchPair> forced = {};
  std::vector<MatchPair> forbidden = {};
  std::vector<OrderIndex> must_serve = {};  ///< as many of these as possible, before any cost
  /// Of equally good matches over the pairs listed the first: orders in turn take the lowest shift they can.
  bool canonical = false;
};

/// What the certificate covers.
enum class OptimalOver : std::uint8_t { listed, all_eligible };

/// Must-serve orders that cannot all be served, whatever it costs: only these shifts can take them, with fewer places.
/// With `max_candidates`, that is said of the pairs listed.
struct MatchShortage {
  std::vector<OrderIndex> orders;
  std::vector<ShiftIndex> shifts;
  std::int64_t places = 0;
  std::vector<std::string> skills;  ///< that all of these orders need
  ModelTime first_start;            ///< earliest start any of them allows
  ModelTime last_start;             ///< latest start any of them allows
  OptimalOver over = OptimalOver::all_eligible;
  friend bool operator==(const MatchShortage&, const MatchShortage&) = default;
};

/// A pair that a match makes, with its score.
struct MatchedPair {
  OrderIndex order;
  ShiftIndex shift;
  ModelTime arrival;                           ///< earliest start of service, straight from the shift's start
  std::vector<matching::TermCost> terms = {};  ///< sum to `total`; those of zero are left out
  std::int64_t total = 0;
  std::int64_t slot_cost = 0;
  friend bool operator==(const MatchedPair&, const MatchedPair&) = default;
};

struct Match {
  ContentHash problem;                 ///< of the problem it answers
  std::vector<MatchedPair> pairs;      ///< by order
  std::vector<OrderIndex> unassigned;  ///< sorted
  std::int64_t cost = 0;               ///< pairs + slots + unserved
  bool certified = false;              ///< primal = dual, checked
  OptimalOver optimal_over = OptimalOver::all_eligible;
  std::int64_t candidates = 0;           ///< pairs looked at
  std::vector<MatchShortage> shortages;  ///< when a must-serve order is left out
  friend bool operator==(const Match&, const Match&) = default;
};

/// The cheapest match: score, exact assignment with convex loads, certificate. Throws InvalidInput: options out of
/// range, an order or shift that does not exist, pairs both forced and forbidden or beyond a shift's places or not
/// feasible, weights and tiers as `matching::candidates`. Tools and parts are the van's: what depots have is a matter
/// of routes. So are links: pairs are looked at one by one, and of orders that hang together some may be left out.
[[nodiscard]] PAIDAN_EXPORT Match match(const Problem& problem, const MatchOptions& options = {});

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/dispatch/match.ipp>
#endif
