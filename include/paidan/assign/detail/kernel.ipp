#pragma once

#include <paidan/assign/detail/kernel.hpp>

#include <paidan/assign/detail/adopt.ipp>
#include <paidan/assign/detail/auction.ipp>
#include <paidan/assign/detail/paths.ipp>
#include <paidan/assign/detail/regret.ipp>
#include <paidan/assign/detail/repair.ipp>
#include <paidan/assign/detail/reverse_auction.ipp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

template <class C>
Kernel<C>::Kernel(std::size_t rows, std::size_t columns)
    : row_(rows + 1),
      place_(rows + 1),
      present_(rows + 1, 0),
      minus_dual_(rows + 1, far_away<C>),
      column_(columns + 1),
      price_(columns + 1, far_away<C>),
      lines_(columns + 1),
      slot_cost_((columns + 1) * lanes, far_away<C>),
      reach_(columns + 1),
      distance_(columns + 1, far_away<C>),
      mover_(columns + 1, nobody),
      mover_cost_(columns + 1, 0),
      target_(columns + 1, nobody),
      done_(columns + 1, 0) {
  for (std::size_t j = 0; j < column_.size(); ++j) column_[j].line = static_cast<std::uint32_t>(j);
}

template <class C>
template <class D>
Kernel<C>::Kernel(const Kernel<D>& narrow) : Kernel(narrow.rows(), narrow.columns()) {
  const auto wider = [](D value) { return value == far_away<D> ? far_away<C> : static_cast<C>(value); };
  lines_.resize(narrow.lines_.size());
  slot_cost_.resize(narrow.slot_cost_.size());
  for (std::size_t i = 0; i < row_.size(); ++i) {
    row_[i] = {narrow.row_[i].block, narrow.row_[i].arcs, narrow.row_[i].room, static_cast<C>(narrow.row_[i].penalty)};
    place_[i] = {narrow.place_[i].column, static_cast<C>(narrow.place_[i].arc_cost)};
    minus_dual_[i] = wider(narrow.minus_dual_[i]);
  }
  present_ = narrow.present_;
  for (std::size_t j = 0; j < column_.size(); ++j) {
    const auto& from = narrow.column_[j];
    column_[j] = {from.line, from.lines, from.capacity, from.filled, from.phantoms};
    price_[j] = wider(narrow.price_[j]);
    const auto& reach = narrow.reach_[j];
    reach_[j] = {reach.block, reach.blocks, reach.arcs, wider(reach.slack), wider(reach.price)};
  }
  for (std::size_t l = 0; l < lines_.size(); ++l) std::copy_n(narrow.lines_[l].owner, lanes, lines_[l].owner);
  for (std::size_t k = 0; k < slot_cost_.size(); ++k) slot_cost_[k] = wider(narrow.slot_cost_[k]);
  const auto copy = [](const auto& from, auto& to) {
    to.resize(from.size());
    for (std::size_t b = 0; b < from.size(); ++b) {
      for (std::uint32_t k = 0; k < lanes; ++k) {
        to[b].to[k] = from[b].to[k];
        to[b].cost[k] = static_cast<C>(from[b].cost[k]);
      }
    }
  };
  copy(narrow.blocks_, blocks_);
  copy(narrow.reach_blocks_, reach_blocks_);
  spare_blocks_ = narrow.spare_blocks_;
  free_ = narrow.free_;
  phantom_ = narrow.phantom_;
  long_lines_ = narrow.long_lines_;
  live_ = narrow.live_;
}

template <class C>
std::uint32_t Kernel<C>::take_blocks(std::uint32_t count) {
  if (count < spare_blocks_.size() && !spare_blocks_[count].empty()) {
    const std::uint32_t block = spare_blocks_[count].back();
    spare_blocks_[count].pop_back();
    return block;
  }
  const auto block = static_cast<std::uint32_t>(blocks_.size());
  blocks_.resize(blocks_.size() + count);
  return block;
}

template <class C>
void Kernel<C>::give_blocks(std::uint32_t block, std::uint32_t count) {
  if (count == 0) return;
  if (count >= spare_blocks_.size()) spare_blocks_.resize(std::size_t{count} + 1);
  spare_blocks_[count].push_back(block);
}

template <class C>
Index Kernel<C>::add_row() {
  row_.emplace_back();
  place_.emplace_back();
  present_.push_back(0);
  minus_dual_.push_back(far_away<C>);
  return static_cast<Index>(row_.size() - 1);
}

template <class C>
Index Kernel<C>::add_column() {
  // Its line goes to the end: only `solve` counts on line j being column j's.
  column_.emplace_back();
  column_.back().line = static_cast<std::uint32_t>(lines_.size());
  lines_.emplace_back();
  slot_cost_.resize(lines_.size() * lanes, far_away<C>);
  long_lines_ = true;
  price_.push_back(far_away<C>);
  reach_.emplace_back();
  distance_.push_back(far_away<C>);
  mover_.push_back(nobody);
  mover_cost_.push_back(0);
  target_.push_back(nobody);
  done_.push_back(0);
  return static_cast<Index>(column_.size() - 1);
}

template <class C>
void Kernel<C>::set_slots(Index index, std::span<const std::int64_t> costs) {
  Column& column = column_[at(index)];
  const auto wanted = static_cast<std::uint32_t>((costs.size() + lanes - 1) / lanes);
  if (wanted > column.lines) {
    column.line = static_cast<std::uint32_t>(lines_.size());
    column.lines = wanted;
    lines_.resize(lines_.size() + wanted);
    slot_cost_.resize(lines_.size() * lanes, far_away<C>);
    long_lines_ = true;
  }
  column.capacity = static_cast<std::uint32_t>(costs.size());
  for (std::uint32_t k = 0; k < column.lines * lanes; ++k) {
    slot_cost_[slot(column, k)] = k < costs.size() ? static_cast<C>(costs[k]) : far_away<C>;
    owner(column, k) = nobody;
  }
  price_[at(index)] = costs.empty() ? far_away<C> : static_cast<C>(costs[0]);
}

template <class C>
void Kernel<C>::set_arcs(Index index, std::span<const std::uint32_t> columns, std::span<const std::int64_t> costs,
                         std::int64_t penalty) {
  Row& row = row_[at(index)];
  const auto count = static_cast<std::uint32_t>(columns.size());
  row.room = (count + lanes - 1) / lanes;
  row.block = take_blocks(row.room);
  row.arcs = count;
  row.penalty = static_cast<C>(penalty);
  present_[at(index)] = 1;
  ArcBlock<C>* block = blocks_.data() + row.block;
  if (count == 0) return;
  std::int64_t low = costs[0];
  std::int64_t high = costs[0];
  for (std::uint32_t a = 0; a < count; ++a) {
    low = std::min(low, costs[a]);
    high = std::max(high, costs[a]);
  }
  if (!live_) spread_sum_ += static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
  lowest_cost_ = std::min(lowest_cost_, low);
  highest_cost_ = std::max(highest_cost_, high);
  const std::uint32_t* to = columns.data();
  const std::int64_t* cost = costs.data();
  for (; to + lanes <= columns.data() + count; to += lanes, cost += lanes, ++block) {
    for (std::uint32_t k = 0; k < lanes; ++k) block->to[k] = static_cast<Index>(to[k]) + 1;
    for (std::uint32_t k = 0; k < lanes; ++k) block->cost[k] = static_cast<C>(cost[k]);
  }
  const std::uint32_t rest = count % lanes;
  for (std::uint32_t k = 0; rest != 0 && k < lanes; ++k) {
    block->to[k] = k < rest ? static_cast<Index>(to[k]) + 1 : nobody;
    block->cost[k] = k < rest ? static_cast<C>(cost[k]) : 0;
  }
}

template <class C>
template <class Look>
void Kernel<C>::solve(const Look& look) {
#if defined(PAIDAN_MATCHING_AVX2)
  if (Avx2Scan::available()) {
    solve_by<Avx2Scan>(look);
    return;
  }
#endif
  solve_by<ScalarScan>(look);
}

template <class C>
void Kernel<C>::solve() {
  solve([] { return false; });
}

template <class C>
std::int64_t Kernel<C>::cost() const {
  std::int64_t sum = 0;
  for (std::size_t i = 1; i < row_.size(); ++i) {
    if (present_[i] != 0) sum += place_[i].column == nobody ? row_[i].penalty : place_[i].arc_cost;
  }
  for (const Column& column : column_) {
    for (std::uint32_t k = 0; k < column.filled; ++k) sum += slot_cost_[slot(column, k)];
  }
  return sum;
}

/// The arcs from the columns' side, as far as a search with this slack can need them: few are nearly tight. Lists of
/// columns that are infinitely dear at these prices stay as they are.
template <class C>
template <class Scan>
void Kernel<C>::build_reach(C slack, const std::vector<C>& price) {
  std::vector<Listed> found;
  if (reach_blocks_.empty()) found.reserve(row_.size());
  for (std::size_t j = 1; j < reach_.size(); ++j) {
    if (price[j] < far_away<C>) reach_[j] = {0, 0, 0, slack, price[j]};
  }
  for (std::size_t i = 1; i < row_.size(); ++i) {
    const C limit = slack - minus_dual_[i];
    Scan::below(blocks_.data() + row_[i].block, row_[i].blocks(), price.data(), limit, [&](Index column, C cost, C) {
      found.push_back({static_cast<Index>(i), column, cost});
      ++reach_[at(column)].arcs;
      return limit;
    });
  }
  auto block = static_cast<std::uint32_t>(reach_blocks_.size());
  for (std::size_t j = 1; j < reach_.size(); ++j) {
    if (price[j] == far_away<C>) continue;
    Reach& reach = reach_[j];
    reach.block = block;
    reach.blocks = (reach.arcs + lanes - 1) / lanes;
    block += reach.blocks;
    reach.arcs = 0;
  }
  reach_blocks_.resize(block);
  for (std::size_t j = 1; j < reach_.size(); ++j) {
    const Reach& reach = reach_[j];
    // Unused lanes lead to nobody.
    if (price[j] < far_away<C> && reach.blocks != 0) reach_blocks_[reach.block + reach.blocks - 1] = {};
  }
  for (const Listed& arc : found) {
    Reach& reach = reach_[at(arc.column)];
    ArcBlock<C>& to = reach_blocks_[reach.block + reach.arcs / lanes];
    to.to[reach.arcs % lanes] = arc.row;
    to.cost[reach.arcs % lanes] = arc.cost;
    ++reach.arcs;
  }
}

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
