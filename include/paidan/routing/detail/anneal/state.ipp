#pragma once

#include <paidan/routing/detail/anneal/state.hpp>

#include <algorithm>
#include <limits>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

PAIDAN_INLINE State::State(const Ground& ground) : ground_(&ground), nodes_(ground.node_count()) {
  const Index routes = ground.route_count();
  for (Index v = 0; v < ground.visit_count(); ++v) {
    nodes_[v].route = nowhere();
    nodes_[v].stop = ground.stop(v);
    leave_out(v);
  }
  idle_head_.assign(ground.kind_count(), none);
  idle_next_.assign(routes, none);
  for (Index r = routes; r-- > 0;) {
    const Index start = ground.start_of(r);
    const Index end = ground.end_of(r);
    const Window& frame = ground.window(start);
    nodes_[start] = {
        .next = end, .route = r, .stop = ground.stop(start), .leaves = frame.earliest, .latest = frame.latest};
    nodes_[end] = {
        .prev = start, .route = r, .stop = ground.stop(end), .leaves = frame.earliest, .latest = frame.latest};
    idle_next_[r] = idle_head_[ground.kind(r)];
    idle_head_[ground.kind(r)] = r;
  }
  for (Index r = 0; r < routes; ++r) slack_.push_back(ground.capacity(r));
  slack_.push_back(std::numeric_limits<std::int32_t>::min());
  size_.assign(routes, 0);
  position_.assign(routes, none);
  active_.reserve(routes);
  ends_.reserve(routes);
  touched_at_.assign(routes, 0);
  begin();
}

PAIDAN_INLINE void State::remember(Index route) {
  saved_.push_back({route, size_[route], slack_[route]});
  for (Index v = ground_->start_of(route); v != none; v = nodes_[v].next) log_.push_back({v, nodes_[v]});
}

PAIDAN_INLINE void State::rollback() {
  // In reverse: what a node was first is what it was at `begin`.
  for (std::size_t i = log_.size(); i-- > 0;) nodes_[log_[i].index] = log_[i].node;
  for (const Saved& one : saved_) {
    size_[one.route] = one.size;
    slack_[one.route] = one.slack;
  }
  // Likewise, so that both the order of `active_` and the stacks of idle routes become what they were.
  for (std::size_t i = switches_.size(); i-- > 0;) {
    const auto [route, position] = switches_[i];
    Index& head = idle_head_[ground_->kind(route)];
    if (position == none) {
      active_.pop_back();
      ends_.pop_back();
      position_[route] = none;
      idle_next_[route] = head;
      head = route;
    } else {
      head = idle_next_[route];
      idle_next_[route] = none;
      const auto count = static_cast<Index>(active_.size());
      active_.push_back(route);
      ends_.emplace_back();
      if (position != count) {
        active_[count] = active_[position];
        ends_[count] = ends_[position];
        position_[active_[count]] = count;
        active_[position] = route;
      }
      position_[route] = position;
    }
  }
  for (const Saved& one : saved_) read_ends(one.route);
  tally_ = tally_before_;
  absent_ = absent_before_;
}

/// Earliest times from a node on, until nothing changes.
PAIDAN_INLINE void State::forward(Index node) {
  Node* const nodes = nodes_.data();
  for (;;) {
    Node& at = nodes[node];
    const Node& before = nodes[at.prev];
    const Window& window = ground_->window(node);
    const std::int32_t leaves = std::max(before.leaves + at.from_prev, window.earliest) + window.service;
    if (leaves == at.leaves) return;
    at.leaves = leaves;
    if (!ground_->is_visit(node)) return;
    node = at.next;
  }
}

/// Latest times from a node back, until nothing changes.
PAIDAN_INLINE void State::backward(Index node) {
  Node* const nodes = nodes_.data();
  for (;;) {
    Node& at = nodes[node];
    const Window& window = ground_->window(node);
    const std::int32_t latest = std::min(nodes[at.next].latest - at.to_next - window.service, window.latest);
    if (latest == at.latest) return;
    at.latest = latest;
    if (!ground_->is_visit(node)) return;
    node = at.prev;
  }
}

PAIDAN_INLINE std::int32_t State::link(Index before, Index behind) {
  const std::int32_t way = leg(before, behind);
  nodes_[before].next = behind;
  nodes_[before].to_next = way;
  nodes_[behind].prev = before;
  nodes_[behind].from_prev = way;
  return way;
}

PAIDAN_INLINE void State::activate(Index route) {
  Index& head = idle_head_[ground_->kind(route)];
  head = idle_next_[route];  // always the top of its stack: of equal routes none is picked out
  idle_next_[route] = none;
  position_[route] = static_cast<Index>(active_.size());
  active_.push_back(route);
  ends_.emplace_back();
  switches_.push_back({route, none});
}

PAIDAN_INLINE void State::deactivate(Index route) {
  const Index position = position_[route];
  switches_.push_back({route, position});
  active_[position] = active_.back();
  ends_[position] = ends_.back();
  position_[active_[position]] = position;
  active_.pop_back();
  ends_.pop_back();
  position_[route] = none;
  Index& head = idle_head_[ground_->kind(route)];
  idle_next_[route] = head;
  head = route;
}

PAIDAN_INLINE void State::read_ends(Index route) {
  if (position_[route] == none) return;
  const Node& start = nodes_[ground_->start_of(route)];
  const Node& end = nodes_[ground_->end_of(route)];
  ends_[position_[route]] = {
      .first = start.next, .last = end.prev, .first_leg = start.to_next, .last_leg = end.from_prev};
}

PAIDAN_INLINE void State::settle(Index route) {
  const bool used = size_[route] > 0;
  if (used && position_[route] == none) activate(route);
  if (!used && position_[route] != none) deactivate(route);
  read_ends(route);
}

PAIDAN_INLINE void State::cut(Index first, Index last, std::vector<Index>& out) {
  const Index route = nodes_[first].route;
  const Index before = nodes_[first].prev;
  const Index behind = nodes_[last].next;
  std::int32_t load = 0;
  std::int64_t legs = nodes_[last].to_next;
  Index count = 0;
  for (Index v = first; v != behind; v = nodes_[v].next) {
    nodes_[v].route = nowhere();
    legs += nodes_[v].from_prev;
    load += ground_->window(v).load;
    out.push_back(v);
    ++count;
  }
  size_[route] -= count;
  slack_[route] += load;
  tally_.legs += link(before, behind) - legs;
}

PAIDAN_INLINE void State::take_absent(std::vector<Index>& out) {
  for (const Index v : absent_) {
    log_.push_back({v, nodes_[v]});
    tally_.missed -= ground_->weight(v);
    out.push_back(v);
  }
  absent_.clear();
}

PAIDAN_INLINE void State::insert(Index visit, Index after) {
  const Index route = nodes_[after].route;
  const Index behind = nodes_[after].next;
  touch(route);
  const bool ends_change = !ground_->is_visit(after) || !ground_->is_visit(behind);
  tally_.legs -= nodes_[after].to_next;
  tally_.legs += link(after, visit);
  tally_.legs += link(visit, behind);
  Node& node = nodes_[visit];
  node.route = route;
  slack_[route] -= ground_->window(visit).load;
  ++size_[route];
  // No time equals these: both directions start.
  node.leaves = std::numeric_limits<std::int32_t>::min();
  node.latest = std::numeric_limits<std::int32_t>::min();
  forward(visit);
  backward(visit);
  if (ends_change) settle(route);
}

PAIDAN_INLINE void State::exchange_tails(Index a, Index b) {
  struct Side {
    Index route, head, tail, end, last;
    std::int32_t load = 0;
    Index count = 0;
    bool empty = true;
  };
  const auto side = [&](Index head) {
    const Index route = nodes_[head].route;
    const Index end = ground_->end_of(route);
    return Side{.route = route, .head = head, .tail = nodes_[head].next, .end = end, .last = nodes_[end].prev};
  };
  Side left = side(a);
  Side right = side(b);
  const auto measure = [&](Side& from, Index to_route) {
    from.empty = from.tail == from.end;
    tally_.legs -= nodes_[from.head].to_next;
    if (!from.empty) tally_.legs -= nodes_[from.last].to_next;
    for (Index v = from.tail; v != from.end; v = nodes_[v].next) {
      nodes_[v].route = to_route;
      from.load += ground_->window(v).load;
      ++from.count;
    }
  };
  measure(left, right.route);
  measure(right, left.route);
  const auto join = [&](const Side& head, const Side& tail) {
    tally_.legs += link(head.head, tail.empty ? head.end : tail.tail);
    if (!tail.empty) tally_.legs += link(tail.last, head.end);
    size_[head.route] += tail.count - head.count;
    slack_[head.route] += head.load - tail.load;
  };
  join(left, right);
  join(right, left);
  const auto time = [&](const Side& head, const Side& tail) {
    forward(nodes_[head.head].next);
    forward(head.end);  // has another node before it now, even where the times above stopped changing
    if (!tail.empty) backward(tail.last);
    backward(head.head);
    settle(head.route);
  };
  time(left, right);
  time(right, left);
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
