#pragma once

#include <paidan/routing/detail/rich/supply.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace supply_detail {

/// The list's row of a part; `none` if it has none.
inline Index row_of(const Lists<PartNeed>& lists, Index list, PartIndex part) {
  const auto rows = lists[list];
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const PartNeed& row) { return row.part == part; });
  if (found == rows.end()) return none;
  return lists.offsets[list] + static_cast<Index>(found - rows.begin());
}

}  // namespace supply_detail

PAIDAN_INLINE Supply::Supply(const Ground& ground)
    : dense_(&ground.dense()), counts_(ground.depots() && !ground.dense().orders.parts.values.empty()) {
  if (!counts_) return;
  for (const PartNeed& row : dense_->technicians.stock.values) on_vans_.push_back(row.quantity);
  std::vector<std::int64_t> needed(dense_->part_count, 0);
  for (const PartNeed& need : dense_->orders.parts.values) needed[need.part.at()] += need.quantity;
  for (const PartNeed& row : dense_->depots.stock.values) {
    at_depots_.push_back(row.quantity);
    short_ = short_ || row.quantity < needed[row.part.at()];
  }
  const std::vector<std::uint32_t>& first = dense_->technicians.first_shift;
  for (std::size_t t = 0; t + 1 < first.size(); ++t) short_ = short_ || first[t + 1] - first[t] > 1;
}

/// Null: neither has it.
PAIDAN_INLINE const std::int64_t* Supply::left_of(Index technician, Index depot, PartIndex part) const {
  if (depot != none) {
    const Index row = supply_detail::row_of(dense_->depots.stock, depot, part);
    if (row != none) return &at_depots_[row];
  }
  const Index row = supply_detail::row_of(dense_->technicians.stock, technician, part);
  return row == none ? nullptr : &on_vans_[row];
}
PAIDAN_INLINE std::int64_t* Supply::left_of(Index technician, Index depot, PartIndex part) {
  return const_cast<std::int64_t*>(static_cast<const Supply*>(this)->left_of(technician, depot, part));
}

PAIDAN_INLINE bool Supply::at_hand(Index technician, Index depot, Index order) const {
  const DepotIndex called = depot == none ? DepotIndex() : DepotIndex(depot);
  if (!constraints::tools_at_hand(*dense_, OrderIndex(order), TechnicianIndex(technician), called)) return false;
  const auto needs = dense_->orders.parts[order];
  return std::all_of(needs.begin(), needs.end(), [&](const PartNeed& need) {
    const std::int64_t* const left = left_of(technician, depot, need.part);
    return left != nullptr && *left >= need.quantity;
  });
}

PAIDAN_INLINE void Supply::use(Index technician, Index depot, Index order, std::int64_t sign) {
  if (!counts_) return;
  for (const PartNeed& need : dense_->orders.parts[order]) {
    if (std::int64_t* const left = left_of(technician, depot, need.part)) *left -= sign * need.quantity;
  }
}

PAIDAN_INLINE void Supply::use(Index technician, std::span<const Item> items, std::int64_t sign) {
  if (!counts_) return;
  Index depot = none;
  for (const Item& one : items) {
    if (one.call) depot = one.row;
    if (one.is_visit()) use(technician, depot, one.order, sign);
  }
}

PAIDAN_INLINE bool Supply::suffices(std::initializer_list<Change> changes) {
  if (!short_) return true;  // the tour by itself keeps what its van and a depot have
  for (const Change& change : changes) exchange(change.technician, change.old, change.now);
  bool enough = true;
  for (const Change& change : changes) {
    Index depot = none;
    for (const Item& one : change.now) {
      if (one.call) depot = one.row;
      if (!one.is_visit()) continue;
      for (const PartNeed& need : dense_->orders.parts[one.order]) {
        const std::int64_t* const left = left_of(change.technician, depot, need.part);
        enough = enough && left != nullptr && *left >= 0;
      }
    }
  }
  for (const Change& change : changes) exchange(change.technician, change.now, change.old);
  return enough;
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
