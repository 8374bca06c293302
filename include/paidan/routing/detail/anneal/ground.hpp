// What an annealing stands on: legs between stops, windows of visits, routes with their own ends. Immutable.
#pragma once

#include <paidan/routing/detail/anneal/legs.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

using Index = std::uint32_t;
inline constexpr Index none = 0xffffffffU;
/// Times lie in [0, limit), legs, services and loads in [0, limit], so that any four of them add up in 32 bits.
inline constexpr std::int32_t limit = std::int32_t{1} << 28;

/// One visit as given.
struct VisitRow {
  Index place = 0;
  std::int32_t earliest = 0;  ///< first and last start of service
  std::int32_t latest = 0;
  std::int32_t service = 0;
  std::int32_t load = 0;
  std::int32_t weight = 1;  ///< what leaving it out counts
};

/// One route that may be used: where it begins and ends, when, and what it can take.
struct RouteRow {
  Index start = 0;
  Index end = 0;  ///< `none`: ends at the last visit
  std::int32_t earliest = 0;
  std::int32_t latest = 0;
  std::int32_t capacity = 0;
};

struct GroundRows {
  std::size_t places = 0;
  /// [from · places + to]: time and price of a leg; `limit` where there is no way: nobody is on time behind it. A leg
  /// may be longer than the way over a third place.
  std::vector<std::int32_t> legs;
  std::vector<VisitRow> visits;
  std::vector<RouteRow> routes;
};

/// When a node of a plan may be served, how long it takes and what it loads. Route ends have service 0 and load 0.
struct Window {
  std::int32_t earliest = 0;
  std::int32_t latest = 0;
  std::int32_t service = 0;
  std::int32_t load = 0;
};

/// Nodes are the visits [0, n), then the start and the end of each route. Stops are the visits, then the different
/// places where routes begin and end: a leg of a visit is found by its node alone, without asking where that lies.
class Ground {
 public:
  /// Throws std::invalid_argument naming the row and the field.
  PAIDAN_EXPORT explicit Ground(const GroundRows& rows);

  [[nodiscard]] Index visit_count() const { return visits_; }
  [[nodiscard]] Index route_count() const { return static_cast<Index>(capacity_.size()); }
  [[nodiscard]] Index node_count() const { return visits_ + 2 * route_count(); }
  [[nodiscard]] Index start_of(Index route) const { return visits_ + 2 * route; }
  [[nodiscard]] Index end_of(Index route) const { return visits_ + 2 * route + 1; }
  [[nodiscard]] bool is_visit(Index node) const { return node < visits_; }
  [[nodiscard]] Index stop(Index node) const { return node < visits_ ? node : end_stop_[node - visits_]; }

  [[nodiscard]] const Window& window(Index node) const { return windows_[node]; }
  [[nodiscard]] std::int32_t weight(Index visit) const { return weight_[visit]; }
  [[nodiscard]] std::int32_t capacity(Index route) const { return capacity_[route]; }

  [[nodiscard]] std::int32_t leg(Index from_stop, Index to_stop) const { return legs_(from_stop, to_stop); }
  /// Are the rows below `std::uint16_t`? Else `std::int32_t`; `Leg` must be the right one.
  [[nodiscard]] bool narrow() const { return legs_.narrow(); }
  /// Legs from a stop to every stop, and to it from every stop: the same row when all legs are as long both ways.
  template <class Leg>
  [[nodiscard]] const Leg* from(Index stop) const {
    return legs_.row(stop, Leg{});
  }
  template <class Leg>
  [[nodiscard]] const Leg* to(Index stop) const {
    return (symmetric_ ? legs_ : back_).row(stop, Leg{});
  }
  [[nodiscard]] bool symmetric() const { return symmetric_; }

  /// Routes that differ in nothing are of one kind: an idle one stands for all of them.
  [[nodiscard]] Index kind_count() const { return kinds_; }
  [[nodiscard]] Index kind(Index route) const { return kind_[route]; }
  /// Earliest start of service on any route, and latest end of it from which some route's end is reached.
  [[nodiscard]] std::int32_t first_start(Index visit) const { return first_start_[visit]; }
  [[nodiscard]] std::int32_t last_leave(Index visit) const { return last_leave_[visit]; }
  /// Legs of the shortest route that serves this visit alone.
  [[nodiscard]] std::int32_t alone(Index visit) const { return alone_[visit]; }

 private:
  void lay_out_stops(const GroundRows& rows);
  void find_kinds(const GroundRows& rows);
  void find_bounds();

  Index visits_ = 0;
  Index kinds_ = 0;
  bool symmetric_ = true;
  Legs legs_;
  Legs back_;  // transposed; empty when symmetric
  std::vector<Window> windows_;
  std::vector<Index> end_stop_;
  std::vector<std::int32_t> capacity_;
  std::vector<std::int32_t> weight_;
  std::vector<Index> kind_;
  std::vector<std::int32_t> first_start_;
  std::vector<std::int32_t> last_leave_;
  std::vector<std::int32_t> alone_;
};

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/anneal/ground.ipp>
#endif
