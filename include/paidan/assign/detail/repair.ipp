// What happens during the day: orders come, change and go, technicians drop out and return.
#pragma once

#include <paidan/assign/detail/kernel.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

template <class C>
void Kernel<C>::go_live() {
  if (live_) return;
  live_ = true;
  for (Reach& reach : reach_) reach = {};
  for (const Row& row : row_) {
    for (std::uint32_t a = 0; a < row.arcs; ++a) ++reach_[at(blocks_[row.block + a / lanes].to[a % lanes])].arcs;
  }
  std::uint32_t block = 0;
  for (Reach& reach : reach_) {
    reach.block = block;
    reach.blocks = reach.arcs / lanes + 1;
    block += reach.blocks;
    reach.arcs = 0;
  }
  reach_blocks_.clear();
  reach_blocks_.resize(block);
  std::fill(reach_blocks_.begin(), reach_blocks_.end(), ArcBlock<C>{});
  for (std::size_t i = 1; i < row_.size(); ++i) {
    for (std::uint32_t a = 0; a < row_[i].arcs; ++a) {
      const ArcBlock<C>& from = blocks_[row_[i].block + a / lanes];
      add_reach(from.to[a % lanes], static_cast<Index>(i), from.cost[a % lanes]);
    }
  }
}

template <class C>
void Kernel<C>::add_reach(Index column, Index row, C cost) {
  Reach& reach = reach_[at(column)];
  if (reach.arcs == reach.blocks * lanes) {
    const std::uint32_t room = std::max(1U, 2 * reach.blocks);
    const auto block = static_cast<std::uint32_t>(reach_blocks_.size());
    reach_blocks_.resize(reach_blocks_.size() + room);
    for (std::uint32_t b = 0; b < room; ++b) {
      reach_blocks_[block + b] = b < reach.blocks ? reach_blocks_[reach.block + b] : ArcBlock<C>{};
    }
    reach.block = block;
    reach.blocks = room;
  }
  ArcBlock<C>& to = reach_blocks_[reach.block + reach.arcs / lanes];
  to.to[reach.arcs % lanes] = row;
  to.cost[reach.arcs % lanes] = cost;
  ++reach.arcs;
}

/// Block and lane of the entry, which exists.
template <class C>
std::pair<std::uint32_t, std::uint32_t> Kernel<C>::find_reach(Index column, Index row) const {
  std::uint32_t block = reach_[at(column)].block;
  while (true) {
    const Index* to = reach_blocks_[block].to;
    std::uint32_t found = lanes;
    for (std::uint32_t k = 0; k < lanes; ++k) found = to[k] == row ? k : found;
    if (found != lanes) return {block, found};
    ++block;
  }
}

template <class C>
void Kernel<C>::remove_reach(Index column, Index row) {
  Reach& reach = reach_[at(column)];
  const auto [block, lane] = find_reach(column, row);
  --reach.arcs;
  ArcBlock<C>& last = reach_blocks_[reach.block + reach.arcs / lanes];
  const std::uint32_t end = reach.arcs % lanes;
  reach_blocks_[block].to[lane] = last.to[end];
  reach_blocks_[block].cost[lane] = last.cost[end];
  last.to[end] = nobody;
  last.cost[end] = 0;
}

template <class C>
std::uint32_t Kernel<C>::find_arc(Index row, Index column) const {
  std::uint32_t a = 0;
  while (a < arcs(row) && arc_to(row, a) != column) ++a;
  return a;
}

/// Every slot that costs less than the price and has no row holds a phantom.
template <class C>
void Kernel<C>::count_phantoms(Index index) {
  Column& column = column_[at(index)];
  std::uint32_t below = column.filled;
  while (below < column.capacity && slot_cost_[slot(column, below)] < price_[at(index)]) ++below;
  column.phantoms = below - column.filled;
  if (column.phantoms != 0) phantom_.push_back(index);
}

template <class C>
void Kernel<C>::vacate(Index row) {
  const Index column = place_[at(row)].column;
  if (column == nobody) return;
  remove_owner(column, row);
  count_phantoms(column);
}

/// Out of its place, to be settled again.
template <class C>
void Kernel<C>::release(Index row) {
  vacate(row);
  minus_dual_[at(row)] = far_away<C>;
  free_.push_back(row);
}

template <class C>
void Kernel<C>::put_row(Index row) {
  for (std::uint32_t a = 0; a < arcs(row); ++a) add_reach(arc_to(row, a), row, arc_cost_at(row, a));
  minus_dual_[at(row)] = far_away<C>;
  free_.push_back(row);
}

template <class C>
void Kernel<C>::take_row(Index index) {
  vacate(index);
  Row& row = row_[at(index)];
  for (std::uint32_t a = 0; a < row.arcs; ++a) remove_reach(arc_to(index, a), index);
  give_blocks(row.block, row.room);
  row = {};
  present_[at(index)] = 0;
  minus_dual_[at(index)] = far_away<C>;
}

template <class C>
void Kernel<C>::set_penalty(Index index, std::int64_t penalty) {
  Row& row = row_[at(index)];
  row.penalty = static_cast<C>(penalty);
  const C dual = -minus_dual_[at(index)];
  if (place_[at(index)].column != nobody ? row.penalty < dual : row.penalty != dual) release(index);
}

template <class C>
void Kernel<C>::set_arc(Index index, Index column, std::int64_t wide_cost) {
  const C cost = static_cast<C>(wide_cost);
  Row& row = row_[at(index)];
  const std::uint32_t a = find_arc(index, column);
  if (a < row.arcs) {
    blocks_[row.block + a / lanes].cost[a % lanes] = cost;
    const auto [block, lane] = find_reach(column, index);
    reach_blocks_[block].cost[lane] = cost;
  } else {
    if (row.arcs == row.room * lanes) {
      const std::uint32_t old = row.block;
      row.block = take_blocks(row.room + 1);
      for (std::uint32_t b = 0; b < row.room; ++b) blocks_[row.block + b] = blocks_[old + b];
      give_blocks(old, row.room);
      ++row.room;
    }
    if (row.arcs % lanes == 0) blocks_[row.block + row.arcs / lanes] = {};
    ArcBlock<C>& block = blocks_[row.block + row.arcs / lanes];
    block.to[row.arcs % lanes] = column;
    block.cost[row.arcs % lanes] = cost;
    ++row.arcs;
    add_reach(column, index, cost);
  }
  Place& place = place_[at(index)];
  const C value = cost + price_[at(column)];
  if (place.column == column && value <= -minus_dual_[at(index)]) {
    place.arc_cost = cost;  // cheaper where it is: nothing else looks better than before
    minus_dual_[at(index)] = -value;
  } else if (place.column == column || value < -minus_dual_[at(index)]) {
    release(index);
  }
}

template <class C>
void Kernel<C>::remove_arc(Index index, Index column) {
  Row& row = row_[at(index)];
  const std::uint32_t a = find_arc(index, column);
  if (place_[at(index)].column == column) release(index);
  remove_reach(column, index);
  --row.arcs;
  ArcBlock<C>& last = blocks_[row.block + row.arcs / lanes];
  ArcBlock<C>& gap = blocks_[row.block + a / lanes];
  gap.to[a % lanes] = last.to[row.arcs % lanes];
  gap.cost[a % lanes] = last.cost[row.arcs % lanes];
  last.to[row.arcs % lanes] = nobody;
  last.cost[row.arcs % lanes] = 0;
}

template <class C>
void Kernel<C>::change_slots(Index index, std::span<const std::int64_t> costs) {
  Column& column = column_[at(index)];
  const bool was_closed = column.capacity == 0;
  const std::uint32_t held = column.filled;
  const std::vector<Index> owners = owners_of(index);
  C& price = price_[at(index)];
  const C before = price;
  set_slots(index, costs);
  price = before;
  // The last ones leave: those beyond the capacity, and those whose slot now costs more than the price.
  std::uint32_t stay = std::min(held, column.capacity);
  while (stay != 0 && slot_cost_[slot(column, stay - 1)] > price) --stay;
  for (std::uint32_t k = 0; k < stay; ++k) owner(column, k) = owners[k];
  column.filled = stay;
  for (std::uint32_t k = stay; k < held; ++k) {
    place_[at(owners[k])].column = nobody;
    minus_dual_[at(owners[k])] = far_away<C>;
    free_.push_back(owners[k]);
  }
  if (column.capacity == 0) {
    price = far_away<C>;
  } else if (was_closed) {
    // The lowest price at which nobody would rather be here.
    price = slot_cost_[slot(column, 0)];
    const Reach& reach = reach_[at(index)];
    for (std::uint32_t a = 0; a < reach.arcs; ++a) {
      const ArcBlock<C>& block = reach_blocks_[reach.block + a / lanes];
      price = std::max<C>(price, -minus_dual_[at(block.to[a % lanes])] - block.cost[a % lanes]);
    }
  } else {
    // An empty column may ask what its first slot costs; dearer slots than before raise the price from below.
    if (stay == 0) price = std::max<C>(price, slot_cost_[slot(column, 0)]);
  }
  count_phantoms(index);
}

template <class C>
void Kernel<C>::settle() {
#if defined(PAIDAN_MATCHING_AVX2)
  if (Avx2Scan::available()) {
    settle_all<Avx2Scan>();
    return;
  }
#endif
  settle_all<ScalarScan>();
}

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
