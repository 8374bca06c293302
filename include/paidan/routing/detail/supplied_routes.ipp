#pragma once

#include <paidan/routing/detail/supplied_routes.hpp>

#include <paidan/routing/timing.hpp>  // before layout.hpp: header-only, it includes that one itself

#include <paidan/routing/detail/layout.hpp>

#include <algorithm>
#include <optional>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

PAIDAN_INLINE SuppliedRoutes::SuppliedRoutes(const Problem& problem)
    : problem_(problem), left_(model_detail::all_stock(problem.dense())) {}

PAIDAN_INLINE std::size_t SuppliedRoutes::row_of(const Entry& entry, DepotIndex depot, PartIndex part) const {
  const Dense& dense = problem_.dense();
  return model_detail::stock_row(dense, dense.shifts.technician[entry.shift.at()], depot, part);
}

PAIDAN_INLINE void SuppliedRoutes::find_options(Entry& entry) {
  namespace detail = routing_detail;
  const Dense& dense = problem_.dense();
  entry.options.clear();
  entry.takes.clear();
  entry.chosen = 0;
  Clock clock(problem_);
  detail::Asked asked{entry.shift, entry.visits};
  asked.floors = floors_;
  detail::time_calls(problem_, clock, asked, [&](const detail::Layout&, Timed timed) {
    if (timed.feasible) entry.options.push_back(std::move(timed));
  });
  std::stable_sort(entry.options.begin(), entry.options.end(),
                   [](const Timed& a, const Timed& b) { return a.goals < b.goals; });
  for (const Timed& timed : entry.options) {
    auto& takes = entry.takes.emplace_back();
    DepotIndex called;
    for (const Stop& stop : timed.route.stops) {
      if (stop.kind == StopKind::depot) called = stop.depot;
      if (stop.kind != StopKind::visit) continue;
      for (const PartNeed& need : dense.orders.parts[stop.order.at()])
        takes.emplace_back(row_of(entry, called, need.part), need.quantity);
    }
  }
}

PAIDAN_INLINE void SuppliedRoutes::take(const Entry& entry, std::int64_t sign) {
  for (const auto& [row, pieces] : entry.takes[entry.chosen]) left_[row] -= sign * pieces;
}

PAIDAN_INLINE std::int64_t SuppliedRoutes::lacking() const {
  std::int64_t pieces = 0;
  for (const std::int64_t left : left_) pieces += left < 0 ? -left : 0;
  return pieces;
}

PAIDAN_INLINE void SuppliedRoutes::add(ShiftIndex shift, std::span<const OrderIndex> visits) {
  Entry entry{.shift = shift, .visits = {visits.begin(), visits.end()}, .options = {}, .takes = {}};
  find_options(entry);
  if (entry.options.empty()) {
    entry.options.emplace_back();
    entry.takes.emplace_back();
  }
  take(entry, 1);
  routes_.push_back(std::move(entry));
}

/// The move that makes less lacking at the least cost in goals. False: there is none.
PAIDAN_INLINE bool SuppliedRoutes::move_a_call() {
  const std::int64_t before = lacking();
  Entry* best = nullptr;
  std::size_t option = 0;
  std::optional<Goals> least;
  for (Entry& entry : routes_) {
    const std::size_t now = entry.chosen;
    take(entry, -1);
    for (std::size_t i = 0; i < entry.options.size(); ++i) {
      if (i == now) continue;
      entry.chosen = i;
      take(entry, 1);
      const Goals more = entry.options[i].goals - entry.options[now].goals;
      if (lacking() < before && (!least || more < *least)) {
        least = more;
        best = &entry;
        option = i;
      }
      take(entry, -1);
    }
    entry.chosen = now;
    take(entry, 1);
  }
  if (best == nullptr) return false;
  take(*best, -1);
  best->chosen = option;
  take(*best, 1);
  return true;
}

/// Of the visits that take a part of which too little is left.
PAIDAN_INLINE void SuppliedRoutes::leave_one_out() {
  const OrderColumns& orders = problem_.dense().orders;
  Entry* from = nullptr;
  OrderIndex chosen;
  const auto weight = [&](OrderIndex order) {
    return std::pair{orders.honour[order.at()], orders.unserved_cost[order.at()]};
  };
  for (Entry& entry : routes_) {
    DepotIndex called;
    for (const Stop& stop : entry.options[entry.chosen].route.stops) {
      if (stop.kind == StopKind::depot) called = stop.depot;
      if (stop.kind != StopKind::visit) continue;
      const auto needs = orders.parts[stop.order.at()];
      const bool lacks = std::any_of(needs.begin(), needs.end(),
                                     [&](const PartNeed& need) { return left_[row_of(entry, called, need.part)] < 0; });
      if (!lacks || (chosen.valid() && weight(stop.order) >= weight(chosen))) continue;
      chosen = stop.order;
      from = &entry;
    }
  }
  left_out_.push_back(chosen);
  take(*from, -1);
  std::erase(from->visits, chosen);
  find_options(*from);
  // Without it the others may not fit, where ways do not keep to the triangle: then none of them goes.
  if (!from->visits.empty() && from->options.empty()) {
    left_out_.insert(left_out_.end(), from->visits.begin(), from->visits.end());
    from->visits.clear();
  }
  if (from->visits.empty()) {
    routes_.erase(routes_.begin() + (from - routes_.data()));
  } else {
    take(*from, 1);
  }
}

PAIDAN_INLINE void SuppliedRoutes::settle() {
  while (lacking() > 0) {
    if (!move_a_call()) leave_one_out();
  }
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
