// Who goes, in which order and when: a plain value over a problem's indices.
#pragma once

#include <paidan/core/ids.hpp>
#include <paidan/model/objective.hpp>

#include <cstdint>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

enum class StopKind : std::uint8_t { visit, rest };

/// One stop of a route. Times in seconds from `Problem::origin`.
/// A rest happens where the previous stop was: departure = arrival = the previous end.
struct Stop {
  StopKind kind = StopKind::visit;
  OrderIndex order;              ///< visit
  BreakIndex break_row;          ///< rest
  std::int32_t departure_s = 0;  ///< leaves the previous place
  std::int32_t arrival_s = 0;    ///< at the place; may wait
  std::int32_t start_s = 0;      ///< setup and service begin: the customer's arrival time
  std::int32_t end_s = 0;
  friend bool operator==(const Stop&, const Stop&) = default;
};

/// The work of one shift. Timing rule: earliest end, then latest departure without adding lateness; that is least cost
/// when every order has one window, because waiting never costs more than lateness.
struct Route {
  ShiftIndex shift;
  std::vector<Stop> stops;   ///< never empty
  std::int32_t start_s = 0;  ///< leaves the start location
  std::int32_t end_s = 0;    ///< back at the end location (open end: end of the last stop)
  friend bool operator==(const Route&, const Route&) = default;
};

struct Plan {
  std::vector<Route> routes;           ///< by shift; shifts without work have none
  std::vector<OrderIndex> unassigned;  ///< sorted
  Cost cost;
  std::uint64_t problem_hash = 0;
  friend bool operator==(const Plan&, const Plan&) = default;
};

}  // namespace paidan::inline PAIDAN_ABI
