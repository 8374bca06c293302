// Who goes, in which order and when: a plain value over a problem's indices.
#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/core/ids.hpp>
#include <paidan/core/time.hpp>
#include <paidan/model/goals.hpp>
#include <paidan/model/objective.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

enum class StopKind : std::uint8_t { visit, rest, depot };

/// One stop of a route. A visit is left for when the stop before ends, or when the order becomes known. A rest happens
/// where the previous stop was: departure = arrival = the previous end. At a depot is fetched what the visits behind
/// need; the stop waits where it opens later.
struct Stop {
  StopKind kind = StopKind::visit;
  OrderIndex order;          ///< visit
  BreakIndex break_row;      ///< rest
  ModelTime departure = {};  ///< leaves the previous place
  ModelTime arrival = {};    ///< at the place; may wait
  ModelTime start = {};      ///< setup and service begin: the customer's arrival time
  ModelTime end = {};
  DepotIndex depot = {};  ///< depot
  friend bool operator==(const Stop&, const Stop&) = default;
};

/// The work of one shift. Timing rule: earliest end with no leg begun before the release of the order it leads to, then
/// latest departure without adding lateness; that is least cost when every order has one window and there is no
/// traffic, because waiting never costs more than lateness. A leg is left for at once, even into a jam that would soon
/// be over, and takes what it takes at that hour. Lateness is that of a second time through the sequence in which all
/// visits take their buffers, too. A route calls at a depot only when its visits lack something without: the call, and
/// the depot, are then what is best by the goals, of these the earliest in the sequence, of these the first of the
/// problem's depots – elsewhere only where routes together would take more of a part than there is. Rests are placed
/// for each of them.
///
/// Routes with linked visits are timed together. A linked visit starts as early as it can and is not moved by a later
/// departure. It starts no sooner than its links ask for: the second of a link not before the first's start and the
/// least gap, the first not before the second's start less the most – of all such starts, with rests and calls where
/// they stand, the earliest. Buffers do not reach across links: a visit's second time knows those of its own route.
struct Route {
  ShiftIndex shift;
  ModelTime start = {};     ///< leaves the start location
  ModelTime end = {};       ///< back at the end location (open end: end of the last stop)
  std::vector<Stop> stops;  ///< never empty
  friend bool operator==(const Route&, const Route&) = default;
};

struct Plan {
  ContentHash problem;                 ///< of the problem it answers
  std::vector<Route> routes;           ///< by shift; shifts without work have none
  std::vector<OrderIndex> unassigned;  ///< sorted
  Cost cost;
  std::optional<Goals> goals = {};  ///< what it is compared by; absent in plans stored before there were goals
  [[nodiscard]] std::int64_t total_cost() const { return cost.total(); }
  friend bool operator==(const Plan&, const Plan&) = default;
};

}  // namespace paidan::inline PAIDAN_ABI
