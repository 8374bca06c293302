// What a visit finds on the van, and what at a depot that was called at before.
#pragma once

#include <paidan/model/dense.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

[[nodiscard]] inline std::int64_t pieces_of(std::span<const PartNeed> stock, PartIndex part) {
  std::int64_t pieces = 0;
  for (const PartNeed& row : stock) pieces += row.part == part ? row.quantity : 0;
  return pieces;
}

/// Is this part fetched at the depot (none(): no call before) or does it come off the van?
[[nodiscard]] inline bool fetched(const Dense& dense, DepotIndex depot, PartIndex part) {
  return depot.valid() && pieces_of(dense.depots.stock[depot.at()], part) > 0;
}

/// All tools of the order on the van, or lent by the depot that was called at before.
[[nodiscard]] inline bool tools_at_hand(const Dense& dense, OrderIndex order, TechnicianIndex technician,
                                        DepotIndex depot) {
  const auto held = dense.technicians.tools[technician.at()];
  const auto lent = depot.valid() ? dense.depots.tools[depot.at()] : std::span<const std::uint32_t>();
  const auto needed = dense.orders.tools[order.at()];
  return std::all_of(needed.begin(), needed.end(), [&](std::uint32_t tool) {
    return std::binary_search(held.begin(), held.end(), tool) || std::binary_search(lent.begin(), lent.end(), tool);
  });
}

/// Enough of every part for this order alone.
[[nodiscard]] inline bool parts_at_hand(const Dense& dense, OrderIndex order, TechnicianIndex technician,
                                        DepotIndex depot) {
  const auto needed = dense.orders.parts[order.at()];
  return std::all_of(needed.begin(), needed.end(), [&](const PartNeed& need) {
    const auto stock =
        fetched(dense, depot, need.part) ? dense.depots.stock[depot.at()] : dense.technicians.stock[technician.at()];
    return pieces_of(stock, need.part) >= need.quantity;
  });
}

/// A call at one depot makes up for what the van lacks for this order; whether there is time for it is not asked.
[[nodiscard]] inline bool depot_helps(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  for (std::size_t d = 0; d < dense.depots.location.size(); ++d) {
    const DepotIndex depot(d);
    if (tools_at_hand(dense, order, technician, depot) && parts_at_hand(dense, order, technician, depot)) return true;
  }
  return false;
}

inline constexpr std::uint32_t no_row = 0xffffffffU;

/// The row of stock that a visit behind a call there (none(): behind none) takes a part from: the technicians' rows
/// come first, then the depots'. `no_row`: nobody keeps it.
[[nodiscard]] inline std::uint32_t stock_row(const Dense& dense, TechnicianIndex technician, DepotIndex depot,
                                             PartIndex part) {
  const bool there = fetched(dense, depot, part);
  const Lists<PartNeed>& lists = there ? dense.depots.stock : dense.technicians.stock;
  const std::size_t list = there ? depot.at() : technician.at();
  const auto rows = lists[list];
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const PartNeed& row) { return row.part == part; });
  if (found == rows.end()) return no_row;
  const std::size_t before = there ? dense.technicians.stock.values.size() : 0;
  return static_cast<std::uint32_t>(before + lists.offsets[list] + static_cast<std::size_t>(found - rows.begin()));
}

/// Pieces by such rows.
[[nodiscard]] inline std::vector<std::int64_t> all_stock(const Dense& dense) {
  std::vector<std::int64_t> pieces;
  for (const PartNeed& row : dense.technicians.stock.values) pieces.push_back(row.quantity);
  for (const PartNeed& row : dense.depots.stock.values) pieces.push_back(row.quantity);
  return pieces;
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
