#pragma once

#include <paidan/routing/detail/rich/supply.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE Supply::Supply(const Ground& ground)
    : dense_(&ground.dense()), counts_(ground.depots() && !ground.dense().orders.parts.values.empty()) {
  if (!counts_) return;
  left_ = model_detail::all_stock(*dense_);
  std::vector<std::int64_t> needed(dense_->part_count, 0);
  for (const PartNeed& need : dense_->orders.parts.values) needed[need.part.at()] += need.quantity;
  for (const PartNeed& row : dense_->depots.stock.values) short_ = short_ || row.quantity < needed[row.part.at()];
  const std::vector<std::uint32_t>& first = dense_->technicians.first_shift;
  for (std::size_t t = 0; t + 1 < first.size(); ++t) short_ = short_ || first[t + 1] - first[t] > 1;
}

PAIDAN_INLINE std::uint32_t Supply::row_of(Index technician, Index depot, PartIndex part) const {
  const DepotIndex called = depot == none ? DepotIndex() : DepotIndex(depot);
  return model_detail::stock_row(*dense_, TechnicianIndex(technician), called, part);
}

PAIDAN_INLINE bool Supply::at_hand(Index technician, Index depot, Index order) const {
  const DepotIndex called = depot == none ? DepotIndex() : DepotIndex(depot);
  if (!model_detail::tools_at_hand(*dense_, OrderIndex(order), TechnicianIndex(technician), called)) return false;
  const auto needs = dense_->orders.parts[order];
  return std::all_of(needs.begin(), needs.end(), [&](const PartNeed& need) {
    const std::uint32_t row = row_of(technician, depot, need.part);
    return row != model_detail::no_row && left_[row] >= need.quantity;
  });
}

PAIDAN_INLINE void Supply::use(Index technician, Index depot, Index order, std::int64_t sign) {
  if (!counts_) return;
  for (const PartNeed& need : dense_->orders.parts[order]) {
    const std::uint32_t row = row_of(technician, depot, need.part);
    if (row != model_detail::no_row) left_[row] -= sign * need.quantity;
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
        const std::uint32_t row = row_of(change.technician, depot, need.part);
        enough = enough && row != model_detail::no_row && left_[row] >= 0;
      }
    }
  }
  for (const Change& change : changes) exchange(change.technician, change.now, change.old);
  return enough;
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
