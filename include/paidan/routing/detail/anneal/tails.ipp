#pragma once

#include <paidan/routing/detail/anneal/tails.hpp>

#include <algorithm>
#include <limits>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

namespace tails_detail {

inline constexpr std::size_t nearest = 30;

[[nodiscard]] inline std::int32_t load_behind(const State& state, Index node) {
  const Ground& ground = state.ground();
  std::int32_t load = 0;
  for (Index v = state.node(node).next; ground.is_visit(v); v = state.node(v).next) load += ground.window(v).load;
  return load;
}

[[nodiscard]] inline bool room(const State& state, Index a, Index b) {
  const std::int32_t more = load_behind(state, b) - load_behind(state, a);
  return more <= state.slack()[state.node(a).route] && -more <= state.slack()[state.node(b).route];
}

/// Legs that change when `head` goes on with what followed `other`.
[[nodiscard]] inline std::int32_t new_legs(const State& state, Index head, Index other) {
  const Ground& ground = state.ground();
  const Index end = ground.end_of(state.node(head).route);
  const Index tail = state.node(other).next;
  if (!ground.is_visit(tail)) return state.leg(head, end);
  const Index last = state.node(ground.end_of(state.node(other).route)).prev;
  return state.leg(head, tail) + state.leg(last, end) - state.node(last).to_next;
}

/// Is everything on time when `head` goes on with what followed `other`? Routes of one kind end alike, and the latest
/// times of the tail hold; else the tail is walked.
[[nodiscard]] inline bool on_time(const State& state, Index head, Index other) {
  const Ground& ground = state.ground();
  const Index end = ground.end_of(state.node(head).route);
  Index v = state.node(other).next;
  if (!ground.is_visit(v)) v = end;
  std::int32_t arrival = state.node(head).leaves + state.leg(head, v);
  if (v == end || ground.kind(state.node(head).route) == ground.kind(state.node(other).route))
    return arrival <= state.node(v).latest;
  for (;;) {
    const Window& window = ground.window(v);
    if (arrival > window.latest) return false;
    if (v == end) return true;
    const Index next = ground.is_visit(state.node(v).next) ? state.node(v).next : end;
    arrival = std::max(arrival, window.earliest) + window.service + state.leg(v, next);
    v = next;
  }
}

}  // namespace tails_detail

PAIDAN_INLINE std::optional<std::int32_t> tails_delta(const State& state, Index a, Index b, std::int64_t below) {
  using namespace tails_detail;
  const std::int32_t delta =
      new_legs(state, a, b) + new_legs(state, b, a) - state.node(a).to_next - state.node(b).to_next;
  if (delta >= below || !on_time(state, a, b) || !on_time(state, b, a) || !room(state, a, b)) return std::nullopt;
  return delta;
}

namespace tails_detail {

/// Which neighbour may precede the visit at the least price, `none` if that is above `most`; `Leg` as the ground has
/// them.
template <class Leg>
[[nodiscard]] Index choose(const State& state, const Near& near, Index visit, std::int64_t most) {
  const Ground& ground = state.ground();
  const bool one_kind = ground.kind_count() == 1;
  const bool symmetric = ground.symmetric();
  const Node& behind = state.node(visit);
  const Index head = behind.prev;
  const Node& before = state.node(head);
  const Leg* const from_head = ground.from<Leg>(before.stop);
  const Leg* const to_visit = ground.to<Leg>(visit);
  std::int64_t best = most + 1;
  Index chosen = none;
  const auto beside = near.beside(visit);
  for (const Neighbour& one : beside.first(std::min(nearest, beside.size()))) {
    if (!one.may_precede()) continue;
    const Index u = one.visit();
    const Node& at = state.node(u);
    if (at.route == behind.route || at.route == state.nowhere()) continue;
    std::int64_t delta = 0;
    if (one_kind) {
      // What most candidates fail by first; the same numbers as below.
      const std::int32_t here = symmetric ? one.leg : to_visit[u];
      const bool emptied = !ground.is_visit(head) && !ground.is_visit(at.next);
      const std::int32_t there = emptied ? 0 : from_head[ground.stop(at.next)];
      delta = std::int64_t{here} + there - at.to_next - behind.from_prev;
      if (delta >= best || delta == 0) continue;
      if (at.leaves + here > behind.latest || before.leaves + there > state.node(at.next).latest) continue;
      if (!room(state, head, u)) continue;
    } else {
      const auto found = tails_delta(state, head, u, best);
      if (!found || *found == 0) continue;
      delta = *found;
    }
    best = delta;
    chosen = u;
  }
  return chosen;
}

}  // namespace tails_detail

PAIDAN_INLINE bool exchange_near(State& state, const Near& near, Index visit, std::int64_t most, Index (&routes)[2]) {
  if (!state.placed(visit)) return false;
  const Index chosen = state.ground().narrow() ? tails_detail::choose<std::uint16_t>(state, near, visit, most)
                                               : tails_detail::choose<std::int32_t>(state, near, visit, most);
  if (chosen == none) return false;
  routes[0] = state.node(visit).route;
  routes[1] = state.node(chosen).route;
  state.exchange_tails(state.node(visit).prev, chosen);
  return true;
}

PAIDAN_INLINE bool exchange_gaps(State& state, std::span<const Index> gaps) {
  const Ground& ground = state.ground();
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  Index chosen[2] = {none, none};
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    for (std::size_t j = i + 1; j < gaps.size(); ++j) {
      const Index a = gaps[i];
      const Index b = gaps[j];
      const auto visits = [&](Index one, Index other) { return ground.is_visit(one) || ground.is_visit(other); };
      // Two whole routes or two empty tails: nothing would change but, perhaps, whose they are.
      if (!visits(a, b) || !visits(state.node(a).next, state.node(b).next)) continue;
      const auto delta = tails_delta(state, a, b, best);
      if (!delta) continue;
      best = *delta;
      chosen[0] = a;
      chosen[1] = b;
    }
  }
  if (chosen[0] == none) return false;
  state.exchange_tails(chosen[0], chosen[1]);
  return true;
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
