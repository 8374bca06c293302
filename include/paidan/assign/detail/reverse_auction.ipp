// The auction from the other side: a column with an empty slot lowers its price until some row would rather be there.
#pragma once

#include <paidan/assign/detail/kernel.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace assign::assign_detail {

/// Where many phantoms are far from any place to end, paths would cross the whole graph each. Bids of the columns are
/// as short-sighted as those of the rows and as fast; they keep every dual within ε and leave few phantoms (Bertsekas
/// and Castañon 1992). Afterwards rows that are not exactly tight are free.
template <class C>
template <class Scan>
void Kernel<C>::reverse_auction(C epsilon) {
  go_live();
  std::size_t patience = 40 * column_.size();
  queue_.assign(phantom_.begin(), phantom_.end());
  phantom_.clear();
  for (Column& column : column_) column.phantoms = 0;
  for (std::size_t q = 0; q < queue_.size() && patience != 0; ++q, --patience) {
    const Index index = queue_[q];
    Column& column = column_[at(index)];
    C& price = price_[at(index)];
    if (column.filled == column.capacity) continue;
    const C floor = slot_cost_[slot(column, column.filled)];
    if (floor >= price) continue;
    const Reach& reach = reach_[at(index)];
    for (std::uint32_t k = 0; k < column.filled; ++k) minus_dual_[at(owner(column, k))] += far_away<C> / 2;
    const TwoMin<C> keenest =
        Scan::two_min(reach_blocks_.data() + reach.block, (reach.arcs + lanes - 1) / lanes, minus_dual_.data());
    for (std::uint32_t k = 0; k < column.filled; ++k) minus_dual_[at(owner(column, k))] -= far_away<C> / 2;
    const bool taken = keenest.first < far_away<C> / 4 && -keenest.first - epsilon > floor;
    const C second = keenest.second < far_away<C> / 4 ? -keenest.second : -far_away<C> / 2;
    const C lower = taken ? std::min(price, std::max<C>(floor, second - epsilon)) : floor;
    for (std::uint32_t k = 0; k < column.filled; ++k) minus_dual_[at(owner(column, k))] += price - lower;
    price = lower;
    if (!taken) continue;
    const Index row = keenest.to;
    const Index left = place_[at(row)].column;
    if (left != nobody) {
      remove_owner(left, row);
      queue_.push_back(left);
    }
    add_owner(index, row);
    place_[at(row)].arc_cost = keenest.arc_cost;
    minus_dual_[at(row)] = -(keenest.arc_cost + lower);
    queue_.push_back(index);
  }
  for (std::size_t i = 1; i < row_.size(); ++i) {
    if (present_[i] == 0) continue;
    const TwoMin<C> best = Scan::two_min(blocks_.data() + row_[i].block, row_[i].blocks(), price_.data());
    const C dual = std::min(best.first, row_[i].penalty);
    const Place place = place_[i];
    minus_dual_[i] = -dual;
    if (place.column != nobody && place.arc_cost + price_[at(place.column)] == dual) continue;
    if (place.column != nobody) remove_owner(place.column, static_cast<Index>(i));
    if (dual < row_[i].penalty) free_.push_back(static_cast<Index>(i));
  }
  for (std::size_t j = 1; j < column_.size(); ++j) count_phantoms(static_cast<Index>(j));
}

}  // namespace assign::assign_detail
}  // namespace paidan::inline PAIDAN_ABI
