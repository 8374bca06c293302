#pragma once

#include <paidan/check/detail/pairs.ipp>

#include <map>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

// What visits find on the van, and what at the depot that was called at before (none(): at none).
namespace check_detail {

inline std::int64_t pieces(std::span<const PartNeed> stock, PartIndex part) {
  std::int64_t sum = 0;
  for (const PartNeed& row : stock) sum += row.part == part ? row.quantity : 0;
  return sum;
}

/// Fetched at the depot when it keeps the part, however little of it; any other part comes off the van.
inline bool fetched(const Dense& d, DepotIndex called, PartIndex part) {
  return called.valid() && pieces(d.depots.stock[called.at()], part) > 0;
}

/// Tools of the order that are neither on the van nor lent.
inline std::int64_t tools_missing(const Dense& d, TechnicianIndex t, OrderIndex o, DepotIndex called) {
  std::int64_t missing = 0;
  for (const std::uint32_t tool : d.orders.tools[o.at()]) {
    const bool lent = called.valid() && contains(d.depots.tools[called.at()], tool);
    if (!lent && !contains(d.technicians.tools[t.at()], tool)) ++missing;
  }
  return missing;
}

/// Where nobody knows who called where: tools that are neither on the van nor lent by any depot.
inline std::int64_t tools_nowhere(const Dense& d, TechnicianIndex t, OrderIndex o) {
  std::int64_t missing = 0;
  for (const std::uint32_t tool : d.orders.tools[o.at()]) {
    bool somewhere = contains(d.technicians.tools[t.at()], tool);
    for (std::size_t depot = 0; depot < d.depots.tools.size(); ++depot)
      somewhere = somewhere || contains(d.depots.tools[depot], tool);
    if (!somewhere) ++missing;
  }
  return missing;
}
inline bool kept_somewhere(const Dense& d, PartIndex part) {
  for (std::size_t depot = 0; depot < d.depots.stock.size(); ++depot) {
    if (fetched(d, DepotIndex(depot), part)) return true;
  }
  return false;
}

/// Could one route do without a call: the van has the tools of the first and carries the parts of the second, all
/// together?
inline bool van_suffices(const Dense& d, TechnicianIndex t, std::span<const OrderIndex> tools_of,
                         std::span<const OrderIndex> parts_of) {
  for (const OrderIndex o : tools_of) {
    if (tools_missing(d, t, o, {}) > 0) return false;
  }
  std::map<PartIndex, std::int64_t> needed;
  for (const OrderIndex o : parts_of) {
    for (const PartNeed& need : d.orders.parts[o.at()]) needed[need.part] += need.quantity;
  }
  return std::all_of(needed.begin(), needed.end(),
                     [&](const auto& need) { return pieces(d.technicians.stock[t.at()], need.first) >= need.second; });
}

/// What a plan's other routes leave on one technician's van and at the depots; `order` takes nothing.
class StockLeft {
 public:
  StockLeft(const Dense& d, const Plan& plan, ShiftIndex shift, OrderIndex order)
      : d_(d), technician_(d.shifts.technician[shift.at()]) {
    for (const Route& route : plan.routes) {
      if (route.shift == shift || route.shift.at() >= d.shifts.technician.size()) continue;
      const bool own_van = d.shifts.technician[route.shift.at()] == technician_;
      DepotIndex called;
      for (const Stop& stop : route.stops) {
        if (stop.kind == StopKind::depot && stop.depot.at() < d.depots.location.size()) called = stop.depot;
        if (stop.kind != StopKind::visit || stop.order == order || stop.order.at() >= d.orders.location.size())
          continue;
        take(stop.order, called, own_van);
      }
    }
  }

  void take(OrderIndex o, DepotIndex called, bool own_van = true) {
    for (const PartNeed& need : d_.orders.parts[o.at()]) {
      const DepotIndex from = fetched(d_, called, need.part) ? called : DepotIndex{};
      if (from.valid() || own_van) taken_[{from, need.part}] += need.quantity;
    }
  }
  /// More was taken than there is, of a part that this order took.
  [[nodiscard]] bool short_of(OrderIndex o, DepotIndex called) const {
    for (const PartNeed& need : d_.orders.parts[o.at()]) {
      const DepotIndex from = fetched(d_, called, need.part) ? called : DepotIndex{};
      const auto stock = from.valid() ? d_.depots.stock[from.at()] : d_.technicians.stock[technician_.at()];
      if (taken_.at({from, need.part}) > pieces(stock, need.part)) return true;
    }
    return false;
  }

 private:
  const Dense& d_;
  TechnicianIndex technician_;
  std::map<std::pair<DepotIndex, PartIndex>, std::int64_t> taken_;  // none(): off the van
};

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
