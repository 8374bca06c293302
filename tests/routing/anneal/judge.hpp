// What a plan must be and what it costs, told from the rows alone; and every link and time of a state checked against
// it.
#pragma once

#include "random_ground.hpp"

#include <paidan/routing/detail/anneal/state.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

namespace anneal_test {

/// A leg as the rows have it: nothing to an open end, nothing in a route without visits.
inline std::int32_t way(const anneal::GroundRows& rows, Index from, Index to) {
  return from == anneal::none || to == anneal::none ? 0 : rows.legs[std::size_t{from} * rows.places + to];
}

/// Legs of a route, or nothing when it breaks a window, its hours or its capacity.
inline std::optional<std::int64_t> route_legs(const anneal::GroundRows& rows, Index route,
                                              const std::vector<Index>& visits) {
  if (visits.empty()) return 0;
  const anneal::RouteRow& frame = rows.routes[route];
  std::int64_t time = frame.earliest;
  std::int64_t legs = 0;
  std::int64_t load = 0;
  Index at = frame.start;
  for (const Index v : visits) {
    const anneal::VisitRow& visit = rows.visits[v];
    legs += way(rows, at, visit.place);
    time = std::max<std::int64_t>(time + way(rows, at, visit.place), visit.earliest);
    if (time > visit.latest) return std::nullopt;
    time += visit.service;
    load += visit.load;
    at = visit.place;
  }
  legs += way(rows, at, frame.end);
  time += way(rows, at, frame.end);
  if (time > frame.latest || load > frame.capacity) return std::nullopt;
  return legs;
}

inline std::vector<std::vector<Index>> routes_of(const anneal::State& state) {
  const anneal::Ground& ground = state.ground();
  std::vector<std::vector<Index>> routes(ground.route_count());
  for (Index r = 0; r < ground.route_count(); ++r) {
    for (Index v = state.node(ground.start_of(r)).next; ground.is_visit(v); v = state.node(v).next) {
      routes[r].push_back(v);
      REQUIRE(routes[r].size() <= ground.visit_count());
    }
  }
  return routes;
}

/// Every field of every node, route, end and sum. Visits in `held` are out of the plan for the moment.
inline void check_state(const anneal::GroundRows& rows, const anneal::State& state,
                        const std::vector<Index>& held = {}) {
  const anneal::Ground& ground = state.ground();
  const std::vector<std::vector<Index>> routes = routes_of(state);
  std::vector<int> seen(ground.visit_count(), 0);
  anneal::Tally tally;
  std::size_t used = 0;
  for (Index r = 0; r < ground.route_count(); ++r) {
    const auto legs = route_legs(rows, r, routes[r]);
    REQUIRE(legs.has_value());
    tally.legs += *legs;
    used += routes[r].empty() ? 0 : 1;
    std::vector<Index> chain{ground.start_of(r)};
    chain.insert(chain.end(), routes[r].begin(), routes[r].end());
    chain.push_back(ground.end_of(r));
    const auto place = [&](Index node) {
      if (ground.is_visit(node)) return rows.visits[node].place;
      return node == chain.front() ? rows.routes[r].start : rows.routes[r].end;
    };
    std::int32_t load = 0;
    std::int32_t time = rows.routes[r].earliest;
    for (std::size_t i = 0; i < chain.size(); ++i) {
      const anneal::Node& node = state.node(chain[i]);
      CHECK(node.route == r);
      if (i > 0) {
        const std::int32_t leg = routes[r].empty() ? 0 : way(rows, place(chain[i - 1]), place(chain[i]));
        CHECK(node.prev == chain[i - 1]);
        CHECK(node.from_prev == leg);
        CHECK(state.node(chain[i - 1]).to_next == leg);
        time += leg;
      }
      if (ground.is_visit(chain[i])) {
        const anneal::VisitRow& visit = rows.visits[chain[i]];
        ++seen[chain[i]];
        time = std::max(time, visit.earliest) + visit.service;
        load += visit.load;
      }
      CHECK(node.leaves == time);
    }
    std::int32_t late = rows.routes[r].latest;
    for (std::size_t i = chain.size(); i-- > 1;) {
      CHECK(state.node(chain[i]).latest == late);
      const bool visit = ground.is_visit(chain[i - 1]);
      late -= state.node(chain[i - 1]).to_next + (visit ? rows.visits[chain[i - 1]].service : 0);
      if (visit) late = std::min(late, rows.visits[chain[i - 1]].latest);
    }
    CHECK(state.size(r) == routes[r].size());
    CHECK(state.slack()[r] == rows.routes[r].capacity - load);
  }
  CHECK(state.active().size() == used);
  std::vector<std::uint8_t> active(ground.route_count(), 0);
  REQUIRE(state.ends().size() == used);
  for (std::size_t i = 0; i < used; ++i) {
    const Index r = state.active()[i];
    CHECK(active[r]++ == 0);
    REQUIRE(!routes[r].empty());
    const Index first = routes[r].front();
    const Index last = routes[r].back();
    CHECK(state.ends()[i] == anneal::Ends{.first = first,
                                          .last = last,
                                          .first_leg = way(rows, rows.routes[r].start, rows.visits[first].place),
                                          .last_leg = way(rows, rows.visits[last].place, rows.routes[r].end)});
  }
  for (Index r = 0; r < ground.route_count(); ++r) {
    const Index idle = state.idle(ground.kind(r));
    if (routes[r].empty()) REQUIRE(idle != anneal::none);
    if (idle != anneal::none) CHECK(routes[idle].empty());
  }
  for (const Index v : state.absent()) {
    ++seen[v];
    tally.missed += rows.visits[v].weight;
    CHECK(!state.placed(v));
  }
  for (const Index v : held) {
    ++seen[v];
    CHECK(!state.placed(v));
  }
  for (const int times : seen) CHECK(times == 1);
  CHECK(state.tally() == tally);
}

/// What can be seen of a state, to compare it before and after.
struct Picture {
  std::vector<anneal::Node> nodes;
  std::vector<std::int32_t> slack;
  std::vector<Index> sizes;
  std::vector<Index> active;
  std::vector<anneal::Ends> ends;
  std::vector<Index> idle;
  std::vector<Index> absent;
  anneal::Tally tally;

  friend bool operator==(const Picture&, const Picture&) = default;
};

inline Picture picture(const anneal::State& state) {
  const anneal::Ground& ground = state.ground();
  Picture seen;
  seen.nodes.assign(state.nodes(), state.nodes() + ground.node_count());
  seen.slack.assign(state.slack(), state.slack() + ground.route_count() + 1);
  for (Index r = 0; r < ground.route_count(); ++r) seen.sizes.push_back(state.size(r));
  seen.active.assign(state.active().begin(), state.active().end());
  seen.ends.assign(state.ends().begin(), state.ends().end());
  for (Index k = 0; k < ground.kind_count(); ++k) seen.idle.push_back(state.idle(k));
  seen.absent.assign(state.absent().begin(), state.absent().end());
  seen.tally = state.tally();
  return seen;
}

}  // namespace anneal_test
