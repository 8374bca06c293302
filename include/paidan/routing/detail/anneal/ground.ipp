#pragma once

#include <paidan/routing/detail/anneal/ground.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <tuple>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

namespace ground_detail {

inline void require(bool holds, const char* table, std::size_t row, const char* field) {
  if (!holds)
    throw std::invalid_argument(std::string(table) + " row " + std::to_string(row) + ": " + field + " out of range");
}

inline bool in_range(std::int32_t value, std::int32_t low, std::int32_t high = limit) {
  return low <= value && value <= high;
}

/// Dijkstra's order, in a table: the next visit in `order` is settled and every other one relaxed by it.
template <class Order, class Relax>
void settle_each(Index count, Order order, Relax relax) {
  std::vector<Index> open(count);
  std::iota(open.begin(), open.end(), Index{0});
  while (!open.empty()) {
    const auto next = std::min_element(open.begin(), open.end(), order);
    const Index settled = *next;
    *next = open.back();
    open.pop_back();
    for (const Index other : open) relax(settled, other);
  }
}

inline void check(const GroundRows& rows) {
  if (rows.legs.size() != rows.places * rows.places) throw std::invalid_argument("legs: not places × places");
  for (std::size_t i = 0; i < rows.legs.size(); ++i) require(in_range(rows.legs[i], 0), "legs", i, "leg");
  if (rows.visits.size() + 2 * rows.routes.size() >= none / 4) throw std::invalid_argument("too many visits or routes");
  for (std::size_t i = 0; i < rows.visits.size(); ++i) {
    const VisitRow& visit = rows.visits[i];
    require(visit.place < rows.places, "visits", i, "place");
    require(in_range(visit.earliest, 0), "visits", i, "earliest");
    require(in_range(visit.latest, visit.earliest, limit - 1), "visits", i, "latest");
    require(in_range(visit.service, 0), "visits", i, "service");
    require(in_range(visit.load, 0), "visits", i, "load");
    require(in_range(visit.weight, 1), "visits", i, "weight");
  }
  for (std::size_t i = 0; i < rows.routes.size(); ++i) {
    const RouteRow& route = rows.routes[i];
    require(route.start < rows.places, "routes", i, "start");
    require(route.end < rows.places || route.end == none, "routes", i, "end");
    require(in_range(route.earliest, 0), "routes", i, "earliest");
    require(in_range(route.latest, route.earliest, limit - 1), "routes", i, "latest");
    require(in_range(route.capacity, 0), "routes", i, "capacity");
  }
}

}  // namespace ground_detail

PAIDAN_INLINE Ground::Ground(const GroundRows& rows) : visits_(static_cast<Index>(rows.visits.size())) {
  ground_detail::check(rows);
  windows_.reserve(rows.visits.size() + 2 * rows.routes.size());
  for (const VisitRow& visit : rows.visits) {
    windows_.push_back({visit.earliest, visit.latest, visit.service, visit.load});
    weight_.push_back(visit.weight);
  }
  for (const RouteRow& route : rows.routes) {
    windows_.insert(windows_.end(), 2, {route.earliest, route.latest, 0, 0});
    capacity_.push_back(route.capacity);
  }
  lay_out_stops(rows);
  find_kinds(rows);
  find_bounds();
}

PAIDAN_INLINE void Ground::lay_out_stops(const GroundRows& rows) {
  std::vector<Index> place_of;
  for (const VisitRow& visit : rows.visits) place_of.push_back(visit.place);
  std::map<Index, Index> known;  // place → stop
  const auto stop_at = [&](Index place) {
    const auto [found, fresh] = known.emplace(place, static_cast<Index>(place_of.size()));
    if (fresh) place_of.push_back(place);
    return found->second;
  };
  for (const RouteRow& route : rows.routes) {
    end_stop_.push_back(stop_at(route.start));
    end_stop_.push_back(stop_at(route.end));
  }
  const std::size_t stops = place_of.size();
  std::vector<std::int32_t> legs(stops * stops);
  std::vector<std::int32_t> back(stops * stops);
  for (std::size_t a = 0; a < stops; ++a) {
    for (std::size_t b = 0; b < stops; ++b) {
      // The place `none` of an open end is as near as can be.
      const bool open = place_of[a] == none || place_of[b] == none;
      const std::int32_t leg = open ? 0 : rows.legs[place_of[a] * rows.places + place_of[b]];
      legs[a * stops + b] = leg;
      back[b * stops + a] = leg;
    }
  }
  symmetric_ = legs == back;
  legs_ = Legs(stops, legs);
  if (!symmetric_) back_ = Legs(stops, back);
}

PAIDAN_INLINE void Ground::find_kinds(const GroundRows& rows) {
  std::map<std::tuple<Index, Index, std::int32_t, std::int32_t, std::int32_t>, Index> known;
  for (const RouteRow& route : rows.routes) {
    const std::tuple kind{route.start, route.end, route.earliest, route.latest, route.capacity};
    kind_.push_back(known.emplace(kind, static_cast<Index>(known.size())).first->second);
  }
  kinds_ = static_cast<Index>(known.size());
}

PAIDAN_INLINE void Ground::find_bounds() {
  first_start_.assign(visits_, 2 * limit);
  last_leave_.assign(visits_, -2 * limit);
  alone_.assign(visits_, 2 * limit);
  std::vector<std::uint8_t> seen(kinds_, 0);
  for (Index r = 0; r < route_count(); ++r) {
    if (seen[kind_[r]]++ != 0) continue;
    const Window& frame = windows_[start_of(r)];
    for (Index v = 0; v < visits_; ++v) {
      const std::int32_t out = leg(stop(start_of(r)), v);
      const std::int32_t home = leg(v, stop(end_of(r)));
      first_start_[v] = std::min(first_start_[v], std::max(frame.earliest + out, windows_[v].earliest));
      last_leave_[v] = std::max(last_leave_[v], frame.latest - home);
      alone_[v] = std::min(alone_[v], out + home);
    }
  }
  // The way over other visits may be shorter than the direct one, or the only one.
  ground_detail::settle_each(
      visits_, [&](Index a, Index b) { return first_start_[a] < first_start_[b]; },
      [&](Index u, Index v) {
        if (first_start_[u] > windows_[u].latest) return;
        const std::int32_t arrival = first_start_[u] + windows_[u].service + leg(u, v);
        first_start_[v] = std::min(first_start_[v], std::max(arrival, windows_[v].earliest));
      });
  ground_detail::settle_each(
      visits_, [&](Index a, Index b) { return last_leave_[a] > last_leave_[b]; },
      [&](Index u, Index v) {
        const std::int32_t start = std::min(windows_[u].latest, last_leave_[u] - windows_[u].service);
        if (start >= windows_[u].earliest) last_leave_[v] = std::max(last_leave_[v], start - leg(v, u));
      });
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
