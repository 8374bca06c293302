// Forward auction with ε-scaling (Bertsekas): rows bid for the slot they like best, prices rise. It ends near the
// optimum; the paths then make it exact.
#pragma once

#include <paidan/assign/detail/kernel.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

template <class C>
void Kernel<C>::start_at(Index column, std::int64_t price) {
  if (start_.empty()) start_.assign(column_.size(), -far_away<C>);
  start_[at(column)] = static_cast<C>(price);
}

template <class C>
void Kernel<C>::start_prices() {
  for (std::size_t l = 0; l < lines_.size(); ++l) {
    std::copy_n(slot_cost_.data() + l * lanes, lanes, lines_[l].price);
    std::fill_n(lines_[l].owner, lanes, nobody);
  }
  for (std::size_t j = 1; j < column_.size(); ++j) {
    price_[j] = column_[j].capacity == 0 ? far_away<C> : slot_cost_[slot(column_[j], 0)];
    if (start_.empty() || column_[j].capacity == 0) continue;
    price_[j] = std::max(price_[j], start_[j]);
    for (std::uint32_t k = 0; k < column_[j].capacity; ++k) {
      C& price = lines_[column_[j].line + k / lanes].price[k % lanes];
      price = std::max(price, start_[j]);
    }
  }
}

template <class C>
C Kernel<C>::mean_spread() const {
  return static_cast<C>(std::max<std::uint64_t>(1, spread_sum_ / row_.size()));
}

template <class C>
template <class Scan>
Cheapest<C> Kernel<C>::cheapest_slot(const Column& column) const {
  Cheapest<C> best{far_away<C>, far_away<C>, 0};
  for (std::uint32_t l = 0; l * lanes < column.capacity; ++l) {
    const Cheapest<C> line = Scan::cheapest(lines_[column.line + l].price);
    if (line.first < best.first) {
      best = {line.first, std::min(best.first, line.second), line.place + l * lanes};
    } else {
      best.second = std::min(best.second, line.first);
    }
  }
  return best;
}

template <class C>
void Kernel<C>::queue_everybody() {
  queue_.clear();
  for (std::size_t i = 1; i < row_.size(); ++i) {
    if (row_[i].arcs != 0) queue_.push_back(static_cast<Index>(i));
  }
}

/// The rows in `queue_` bid until everybody is content (true) or there have been too many bids; `queue_` then holds
/// those that wait.
template <class C>
template <class Scan>
bool Kernel<C>::phase(C epsilon, std::uint64_t limit) {
  next_queue_.resize(row_.size() + 1);
  std::uint64_t bids = 0;
  while (!queue_.empty()) {
    std::size_t waiting = 0;
    for (std::size_t q = 0; q < queue_.size(); ++q) {
      if (q + 8 < queue_.size()) {
        const Row& soon = row_[at(queue_[q + 8])];
        for (std::uint32_t b = 0; b < std::min(soon.blocks(), 6U); ++b) __builtin_prefetch(&blocks_[soon.block + b]);
      }
      const Index index = queue_[q];
      const Row& row = row_[at(index)];
      const TwoMin<C> best = Scan::two_min(blocks_.data() + row.block, row.blocks(), price_.data());
      if (best.first >= row.penalty) continue;
      const Cheapest<C> slot =
          long_lines_ ? cheapest_slot<Scan>(column_[at(best.to)]) : Scan::cheapest(lines_[at(best.to)].price);
      Line& line = long_lines_ ? lines_[column_[at(best.to)].line + slot.place / lanes] : lines_[at(best.to)];
      const C second = std::min({best.second, row.penalty, static_cast<C>(best.arc_cost + slot.second)});
      const C bid = slot.first + (second - best.first) + epsilon;
      const Index evicted = line.owner[slot.place % lanes];
      line.price[slot.place % lanes] = bid;
      line.owner[slot.place % lanes] = index;
      price_[at(best.to)] = std::min(slot.second, bid);
      // Without a branch: the queue has room for one more.
      next_queue_[waiting] = evicted;
      waiting += evicted != nobody ? 1U : 0U;
    }
    bids += queue_.size();
    queue_.assign(next_queue_.begin(), next_queue_.begin() + static_cast<std::ptrdiff_t>(waiting));
    if (bids > limit && waiting != 0) {
      bids_ += bids;
      return false;
    }
  }
  bids_ += bids;
  return true;
}

/// Prices fall again, never below the slot's cost, and everybody is free.
template <class C>
void Kernel<C>::between_phases(C fall) {
  for (std::size_t l = 0; l < lines_.size(); ++l) {
    Line& line = lines_[l];
    const C* cost = slot_cost_.data() + l * lanes;
    for (std::uint32_t k = 0; k < lanes; ++k) {
      line.price[k] = std::max<C>(cost[k], line.price[k] - fall);
      line.owner[k] = nobody;
    }
  }
  for (std::size_t j = 1; j < column_.size(); ++j) {
    C lowest = far_away<C>;
    const Column& column = column_[j];
    for (std::uint32_t k = 0; k < column.capacity; ++k) {
      lowest = std::min(lowest, lines_[column.line + k / lanes].price[k % lanes]);
    }
    price_[j] = lowest;
  }
}

template <class C>
template <class Scan, class Look>
void Kernel<C>::auction(const Look& look) {
  start_prices();
  // The factors are the best of a search over random instances; a third more or less changes little. Where there are
  // slots enough for nearly everybody, prices stay low and fine steps from the beginning save a phase.
  const C spread = mean_spread();
  std::size_t slots = 0;
  for (const Column& column : column_) slots += column.capacity;
  const bool ample = 5 * slots >= 6 * row_.size();
  C epsilon = std::max<C>(1, ample ? spread / 20 : spread / 10 * 7);
  const C last = std::max<C>(1, ample ? spread / 80 : spread / 70);
  const C divisor = ample ? 4 : 10;
  last_epsilon_ = last;
  const std::uint64_t everybody = row_.size();
  const std::uint64_t patience = 16 * everybody;
  const C highest = far_away<C> / 16;
  queue_everybody();
  bool finished = phase<Scan>(epsilon, 9 * everybody);
  if (!finished) {
    if (look()) {
      start_prices();
      queue_everybody();
    }
    finished = phase<Scan>(epsilon, patience);
  }
  while (bids_ <= 12 * patience) {
    if (!finished && epsilon < highest / 6) {
      between_phases(0);
      epsilon *= 6;
    } else if (epsilon <= last) {
      return;
    } else {
      between_phases(2 * epsilon + epsilon / 5);
      epsilon = std::max<C>(last, epsilon / divisor);
    }
    queue_everybody();
    finished = phase<Scan>(epsilon, patience);
  }
}

/// From prices of slots to prices of columns: rows whose place is not the best at these prices become free, empty
/// slots that cost less than the price become phantoms.
template <class C>
template <class Scan>
void Kernel<C>::close_auction() {
  for (std::size_t j = 1; j < column_.size(); ++j) {
    const Column& column = column_[j];
    for (std::uint32_t k = 0; k < column.capacity; ++k) place_[at(owner(column, k))].column = static_cast<Index>(j);
  }
  place_[0].column = nobody;
  free_.clear();
  for (std::size_t i = 1; i < row_.size(); ++i) {
    if (present_[i] == 0) continue;
    const Row& row = row_[i];
    Place& place = place_[i];
    const TwoMin<C> best = Scan::two_min(blocks_.data() + row.block, row.blocks(), price_.data());
    const C dual = std::min(best.first, row.penalty);
    minus_dual_[i] = -dual;
    if (place.column != nobody) {
      place.arc_cost = place.column == best.to ? best.arc_cost : arc_cost(static_cast<Index>(i), place.column);
      if (place.arc_cost + price_[at(place.column)] == dual) continue;
      place.column = nobody;
    }
    if (dual < row.penalty) free_.push_back(static_cast<Index>(i));
  }
  for (std::size_t j = 1; j < column_.size(); ++j) {
    Column& column = column_[j];
    column.filled = 0;
    std::uint32_t below = 0;
    for (std::uint32_t k = 0; k < column.capacity; ++k) {
      const Index row = owner(column, k);
      if (slot_cost_[slot(column, k)] < price_[j]) ++below;
      if (row != nobody && place_[at(row)].column == static_cast<Index>(j)) owner(column, column.filled++) = row;
    }
    column.phantoms = below > column.filled ? below - column.filled : 0;
    if (column.phantoms != 0) phantom_.push_back(static_cast<Index>(j));
  }
}

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
