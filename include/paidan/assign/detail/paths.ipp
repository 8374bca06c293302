// Shortest paths in the residual graph: one free row settled, or one phantom.
#pragma once

#include <paidan/assign/detail/kernel.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

/// What it costs to end a path by taking a slot here.
template <class C>
C Kernel<C>::way_in(Index index, C distance) const {
  const Column& column = column_[at(index)];
  if (column.phantoms != 0) return distance;
  if (column.filled == column.capacity) return far_away<C>;
  return distance + slot_cost_[slot(column, column.filled)] - price_[at(index)] + end_extra_;
}

/// What it costs to end a path by giving up the dearest slot held here.
template <class C>
C Kernel<C>::way_out(Index index, C distance) const {
  const Column& column = column_[at(index)];
  return distance + price_[at(index)] - slot_cost_[slot(column, column.filled + column.phantoms - 1)];
}

template <class C>
void Kernel<C>::push(C distance, Index column) {
  std::size_t place = heap_.size();
  heap_.push_back({distance, column});
  while (place != 0) {
    const std::size_t above = (place - 1) / 4;
    if (heap_[above].distance < distance || (heap_[above].distance == distance && heap_[above].column <= column)) break;
    heap_[place] = heap_[above];
    place = above;
  }
  heap_[place] = {distance, column};
}

template <class C>
typename Kernel<C>::Step Kernel<C>::pop() {
  const Step top = heap_.front();
  const Step moving = heap_.back();
  heap_.pop_back();
  const std::size_t size = heap_.size();
  if (size == 0) return top;
  std::size_t place = 0;
  for (std::size_t first = 1; first < size; first = 4 * place + 1) {
    std::size_t best = first;
    for (std::size_t child = first + 1; child < std::min(first + 4, size); ++child) {
      if (heap_[child].distance < heap_[best].distance ||
          (heap_[child].distance == heap_[best].distance && heap_[child].column < heap_[best].column)) {
        best = child;
      }
    }
    if (moving.distance < heap_[best].distance ||
        (moving.distance == heap_[best].distance && moving.column <= heap_[best].column)) {
      break;
    }
    heap_[place] = heap_[best];
    place = best;
  }
  heap_[place] = moving;
  return top;
}

template <class C>
void Kernel<C>::touch(Index column, C distance, Index row, C arc_cost) {
  if (distance_[at(column)] == far_away<C>) reached_.push_back(column);
  distance_[at(column)] = distance;
  mover_[at(column)] = row;
  mover_cost_[at(column)] = arc_cost;
  push(distance, column);
}

template <class C>
void Kernel<C>::clear_search() {
  for (const Index column : reached_) {
    distance_[at(column)] = far_away<C>;
    done_[at(column)] = 0;
  }
  reached_.clear();
  heap_.clear();
}

template <class C>
template <class Scan>
void Kernel<C>::look_from(Index index, C base, Route<C>& best) {
  const Row& row = row_[at(index)];
  const C shift = base + minus_dual_[at(index)];
  Scan::below(blocks_.data() + row.block, row.blocks(), price_.data(), static_cast<C>(best.length - shift),
              [&](Index column, C cost, C value) {
                const C distance = shift + value;
                if (distance < distance_[at(column)]) {
                  touch(column, distance, index, cost);
                  const C end = way_in(column, distance);
                  if (end < best.length) best = {end, column, nobody};
                }
                return static_cast<C>(best.length - shift);
              });
}

/// Dijkstra over columns from what `heap_` holds, never farther than `best`.
template <class C>
template <class Scan>
void Kernel<C>::spread_forward(Route<C>& best) {
  while (!heap_.empty()) {
    const Step step = pop();
    if (step.distance >= best.length) break;
    if (done_[at(step.column)] != 0 || step.distance != distance_[at(step.column)]) continue;
    done_[at(step.column)] = 1;
    const Column& column = column_[at(step.column)];
    for (std::uint32_t k = 0; k < column.filled; ++k) {
      const Index row = owner(column, k);
      const C alone = step.distance + row_[at(row)].penalty + minus_dual_[at(row)] + end_extra_;
      if (alone < best.length) best = {alone, nobody, row};
      look_from<Scan>(row, step.distance, best);
    }
  }
}

template <class C>
template <class Scan>
void Kernel<C>::augment(Index index) {
  Row& row = row_[at(index)];
  const TwoMin<C> nearest = Scan::two_min(blocks_.data() + row.block, row.blocks(), price_.data());
  const C dual = std::min(nearest.first, row.penalty);
  minus_dual_[at(index)] = -dual;
  Route<C> best{static_cast<C>(row.penalty - dual), nobody, index};
  if (best.length == 0) return;
  // The nearest column first: its end is a bound for everything else.
  touch(nearest.to, 0, index, nearest.arc_cost);
  const C end = way_in(nearest.to, 0);
  if (end < best.length) best = {end, nearest.to, nobody};
  if (best.length != 0) {
    // Often the next best column is farther than that end already.
    if (nearest.second - dual < best.length) look_from<Scan>(index, 0, best);
    spread_forward<Scan>(best);
  }
  minus_dual_[at(index)] -= best.length;
  for (const Index reached : reached_) {
    const C rise = best.length - distance_[at(reached)];
    if (done_[at(reached)] == 0 || rise <= 0) continue;
    price_[at(reached)] += rise;
    const Column& column = column_[at(reached)];
    for (std::uint32_t k = 0; k < column.filled; ++k) minus_dual_[at(owner(column, k))] -= rise;
  }
  walk_forward(index, best);
  clear_search();
}

/// Of an arc that exists.
template <class C>
C Kernel<C>::arc_cost(Index index, Index column) const {
  const ArcBlock<C>* block = blocks_.data() + row_[at(index)].block;
  for (;; ++block) {
    for (std::uint32_t k = 0; k < lanes; ++k) {
      if (block->to[k] == column) return block->cost[k];
    }
  }
}

template <class C>
void Kernel<C>::replace_owner(Index index, Index leaving, Index coming) {
  const Column& column = column_[at(index)];
  std::uint32_t k = 0;
  while (owner(column, k) != leaving) ++k;
  owner(column, k) = coming;
  place_[at(coming)].column = index;
}

template <class C>
void Kernel<C>::add_owner(Index index, Index coming) {
  Column& column = column_[at(index)];
  owner(column, column.filled++) = coming;
  place_[at(coming)].column = index;
}

template <class C>
void Kernel<C>::remove_owner(Index index, Index leaving) {
  Column& column = column_[at(index)];
  std::uint32_t k = 0;
  while (owner(column, k) != leaving) ++k;
  owner(column, k) = owner(column, --column.filled);
  place_[at(leaving)].column = nobody;
}

template <class C>
void Kernel<C>::walk_forward(Index index, const Route<C>& route) {
  Index column = route.end_column;
  Index leaving = nobody;
  if (column == nobody) {
    if (route.end_row == index) return;
    leaving = route.end_row;
    column = place_[at(leaving)].column;
    place_[at(leaving)].column = nobody;
  } else if (column_[at(column)].phantoms != 0) {
    --column_[at(column)].phantoms;
  }
  while (true) {
    const Index mover = mover_[at(column)];
    const Index before = place_[at(mover)].column;
    place_[at(mover)].arc_cost = mover_cost_[at(column)];
    if (leaving == nobody) {
      add_owner(column, mover);
    } else {
      replace_owner(column, leaving, mover);
    }
    if (mover == index) return;
    leaving = mover;
    column = before;
  }
}

/// False when the lists do not reach far enough.
template <class C>
template <class Scan>
bool Kernel<C>::search_backward(Index start, C start_out, Route<C>& best) {
  best = {start_out, start, nobody};
  if (best.length == 0) return true;
  touch(start, 0, nobody, 0);
  C seen = far_away<C>;  // beyond this, arcs may be missing from the lists
  while (!heap_.empty()) {
    const Step step = pop();
    if (step.distance >= best.length) break;
    if (done_[at(step.column)] != 0 || step.distance != distance_[at(step.column)]) continue;
    done_[at(step.column)] = 1;
    const Reach& reach = reach_[at(step.column)];
    const C price = price_[at(step.column)];
    if (!live_) {
      const C listed = step.distance + std::max<C>(0, reach.slack + price - reach.price);
      if (listed < best.length) {
        seen = std::min(seen, listed);
        ended_at_.push_back({listed, step.column});
      }
    }
    const C shift = step.distance + price;
    Scan::below(reach_blocks_.data() + reach.block, (reach.arcs + lanes - 1) / lanes, minus_dual_.data(),
                static_cast<C>(best.length - shift), [&](Index row, C cost, C value) {
                  const C distance = shift + value;
                  const Index held = place_[at(row)].column;
                  if (held == nobody) {
                    best = {distance, step.column, row};
                    end_cost_ = cost;
                  } else if (distance < distance_[at(held)]) {
                    touch(held, distance, row, cost);
                    target_[at(held)] = step.column;
                    const C end = way_out(held, distance);
                    if (end < best.length) best = {end, held, nobody};
                  }
                  return static_cast<C>(best.length - shift);
                });
  }
  if (best.length <= seen) {
    ended_at_.clear();
    return true;
  }
  for (const Step& end : ended_at_) {
    if (end.distance < best.length) short_lists_.push_back(end.column);
  }
  ended_at_.clear();
  return false;
}

template <class C>
template <class Scan>
bool Kernel<C>::retract(Index start) {
  Route<C> best;
  if (!search_backward<Scan>(start, way_out(start, 0), best)) {
    clear_search();
    return false;
  }
  for (const Index reached : reached_) {
    const C fall = best.length - distance_[at(reached)];
    if (done_[at(reached)] == 0 || fall <= 0) continue;
    price_[at(reached)] -= fall;
    const Column& column = column_[at(reached)];
    for (std::uint32_t k = 0; k < column.filled; ++k) minus_dual_[at(owner(column, k))] += fall;
  }
  walk_backward(start, best);
  clear_search();
  return true;
}

template <class C>
void Kernel<C>::walk_backward(Index start, const Route<C>& route) {
  --column_[at(start)].phantoms;
  Index column = route.end_column;
  Index coming = route.end_row;
  if (coming == nobody) {
    if (column == start) return;
    coming = mover_[at(column)];
    place_[at(coming)].arc_cost = mover_cost_[at(column)];
    remove_owner(column, coming);
    column = target_[at(column)];
  } else {
    place_[at(coming)].arc_cost = end_cost_;
  }
  while (column != start) {
    const Index leaving = mover_[at(column)];
    place_[at(leaving)].arc_cost = mover_cost_[at(column)];
    replace_owner(column, leaving, coming);
    coming = leaving;
    column = target_[at(column)];
  }
  add_owner(start, coming);
}

template <class C>
template <class Scan>
void Kernel<C>::settle_free() {
  for (const Index row : free_) {
    if (present_[at(row)] != 0 && place_[at(row)].column == nobody) augment<Scan>(row);
  }
  free_.clear();
}

template <class C>
template <class Scan>
void Kernel<C>::settle_all() {
  settle_free<Scan>();
  if (live_) {
    for (const Index column : phantom_) {
      while (column_[at(column)].phantoms != 0) retract<Scan>(column);
    }
    phantom_.clear();
    return;
  }
  // In a batch the arcs are listed from the columns' side only as far as they are nearly tight: first narrowly, then
  // less so for those columns where a search would have needed more; if that is not enough either, the columns bid, and
  // everything is listed.
  if (phantom_.empty()) return;
  C slack = std::min<C>(12 * last_epsilon_, far_away<C> / 4);
  build_reach<Scan>(slack, price_);
  for (int attempt = 0; attempt < 6 && !phantom_.empty(); ++attempt) {
    short_lists_.clear();
    std::erase_if(phantom_, [&](Index column) {
      while (column_[at(column)].phantoms != 0) {
        if (!retract<Scan>(column)) return false;
      }
      return true;
    });
    if (phantom_.empty()) return;
    if (short_lists_.size() > column_.size() / 8) break;  // far from any end: no list would be short
    slack = std::min<C>(4 * slack, far_away<C> / 4);
    // Scanned at these prices, arcs to any other column look infinitely dear.
    std::vector<C> only(price_.size(), far_away<C>);
    for (const Index column : short_lists_) only[at(column)] = price_[at(column)];
    build_reach<Scan>(slack, only);
  }
  if (phantom_.empty()) return;
  reverse_auction<Scan>(last_epsilon_);
  settle_all<Scan>();
}

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
