// Random changes of a state, each judged by the rows before it is made.
#pragma once

#include "judge.hpp"

#include <utility>

namespace anneal_test {

struct Moves {
  int inserted = 0;
  int cut = 0;
  int exchanged = 0;
};

/// A node after which something may stand: a visit in the plan, or the start of a route in use or on top of its kind.
inline Index random_head(const anneal::State& state, SplitMix64& random) {
  const anneal::Ground& ground = state.ground();
  for (;;) {
    const Index node = random.below(ground.node_count());
    if (ground.is_visit(node) ? !state.placed(node) : node == ground.end_of(state.node(node).route)) continue;
    const Index route = state.node(node).route;
    if (state.size(route) > 0 || state.idle(ground.kind(route)) == route) return node;
  }
}

/// The routes of `a` and `b` when what follows changes places.
inline std::pair<std::vector<Index>, std::vector<Index>> exchanged(const anneal::State& state, Index a, Index b) {
  const auto part = [&](Index node, bool behind) {
    std::vector<Index> visits;
    const anneal::Ground& ground = state.ground();
    if (behind) {
      for (Index v = state.node(node).next; ground.is_visit(v); v = state.node(v).next) visits.push_back(v);
    } else {
      for (Index v = node; ground.is_visit(v); v = state.node(v).prev) visits.insert(visits.begin(), v);
    }
    return visits;
  };
  std::vector<Index> first = part(a, false);
  std::vector<Index> second = part(b, false);
  const std::vector<Index> first_tail = part(a, true);
  const std::vector<Index> second_tail = part(b, true);
  first.insert(first.end(), second_tail.begin(), second_tail.end());
  second.insert(second.end(), first_tail.begin(), first_tail.end());
  return {first, second};
}

/// One insertion, cut or exchange of tails if the one drawn can be done. `held`: visits that are out for the moment.
inline void random_move(const anneal::GroundRows& rows, anneal::State& state, std::vector<Index>& held,
                        SplitMix64& random, Moves& done) {
  const anneal::Ground& ground = state.ground();
  const std::uint32_t kind = random.below(6);
  if (kind == 0 && !state.absent().empty()) state.take_absent(held);
  if (kind < 4) {
    if (held.empty()) state.take_absent(held);
    if (held.empty()) return;
    const std::size_t at = random.below(static_cast<std::uint32_t>(held.size()));
    const Index after = random_head(state, random);
    const Index route = state.node(after).route;
    std::vector<Index> visits;
    if (!ground.is_visit(after)) visits.push_back(held[at]);
    const std::vector<Index> before = routes_of(state)[route];
    for (const Index v : before) {
      visits.push_back(v);
      if (v == after) visits.push_back(held[at]);
    }
    if (!route_legs(rows, route, visits)) return;
    state.insert(held[at], after);
    held.erase(held.begin() + static_cast<std::ptrdiff_t>(at));
    ++done.inserted;
    return;
  }
  if (state.active().empty()) return;
  const auto any = [&] { return state.active()[random.below(static_cast<std::uint32_t>(state.active().size()))]; };
  const Index route = any();
  if (kind == 4) {
    const std::vector<Index> visits = routes_of(state)[route];
    const std::uint32_t first = random.below(static_cast<std::uint32_t>(visits.size()));
    const std::uint32_t last = first + random.below(static_cast<std::uint32_t>(visits.size()) - first);
    const Index before = state.node(visits[first]).prev;
    std::vector<Index> left(visits.begin(), visits.begin() + first);
    left.insert(left.end(), visits.begin() + last + 1, visits.end());
    if (!route_legs(rows, route, left)) return;
    state.touch(route);
    state.cut(visits[first], visits[last], held);
    state.mend(before);
    state.settle(route);
    ++done.cut;
    return;
  }
  const Index other = any();
  if (other == route) return;
  const auto head = [&](Index of) {
    const std::vector<Index> visits = routes_of(state)[of];
    const std::uint32_t at = random.below(static_cast<std::uint32_t>(visits.size()) + 1);
    return at == 0 ? ground.start_of(of) : visits[at - 1];
  };
  const Index a = head(route);
  const Index b = head(other);
  const auto [first, second] = exchanged(state, a, b);
  if (!route_legs(rows, route, first) || !route_legs(rows, other, second)) return;
  state.touch(route);
  state.touch(other);
  state.exchange_tails(a, b);
  ++done.exchanged;
}

/// Some plan of random insertions.
inline anneal::State random_plan(const anneal::GroundRows& rows, const anneal::Ground& ground, SplitMix64& random) {
  anneal::State state(ground);
  std::vector<Index> held;
  Moves done;
  for (int i = 0; i < 60; ++i) random_move(rows, state, held, random, done);
  for (const Index visit : held) state.leave_out(visit);
  state.begin();
  return state;
}

/// Change of the legs by exchanging tails, as the rows have it.
inline std::optional<std::int64_t> judged_delta(const anneal::GroundRows& rows, const anneal::State& state, Index a,
                                                Index b) {
  const Index first = state.node(a).route;
  const Index second = state.node(b).route;
  const auto [left, right] = exchanged(state, a, b);
  const auto routes = routes_of(state);
  const auto one = route_legs(rows, first, left);
  const auto other = route_legs(rows, second, right);
  if (!one || !other) return std::nullopt;
  return *one + *other - *route_legs(rows, first, routes[first]) - *route_legs(rows, second, routes[second]);
}

}  // namespace anneal_test
