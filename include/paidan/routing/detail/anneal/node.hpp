// The records a plan is made of while it is annealed, packed for the cache.
#pragma once

#include <paidan/routing/detail/anneal/ground.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// A visit, or the start or end of a route, with its place in the chain. Two of them fill a cache line.
struct Node {
  Index next = none;
  Index prev = none;
  Index route = none;  ///< `State::nowhere()` for a visit in no route
  Index stop = none;
  std::int32_t leaves = 0;     ///< earliest end of service, from what stands before
  std::int32_t latest = 0;     ///< latest start of service, from what stands behind
  std::int32_t to_next = 0;    ///< leg to `next`
  std::int32_t from_prev = 0;  ///< leg from `prev`

  friend bool operator==(const Node&, const Node&) = default;
};
static_assert(sizeof(Node) == 32);

/// First and last leg of a route in use. They stand side by side, because most insertions look at all of them.
struct Ends {
  Index first = none;  ///< visits
  Index last = none;
  std::int32_t first_leg = 0;
  std::int32_t last_leg = 0;

  friend bool operator==(const Ends&, const Ends&) = default;
};

/// What a plan counts, goal by goal.
struct Tally {
  std::int64_t missed = 0;  ///< weight of the visits left out
  std::int64_t legs = 0;

  /// What steers the search: everything in one number.
  [[nodiscard]] std::int64_t price(std::int64_t missed_rate) const { return missed * missed_rate + legs; }
  /// The true comparison: goal by goal, in this order.
  friend auto operator<=>(const Tally&, const Tally&) = default;
};

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
