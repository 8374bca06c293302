// What the visits of a plan leave of parts to one order.
#pragma once

#include <paidan/model/detail/supply.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/routing/detail/calls.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace dispatch_detail {

class StockLeft {
 public:
  StockLeft(const Problem& problem, const Plan& plan, OrderIndex order, TechnicianIndex technician)
      : dense_(problem.dense()), plan_(plan), order_(order), technician_(technician) {}

  /// What the plan's routes leave, that of one shift and the order itself aside; by rows of stock.
  [[nodiscard]] std::vector<std::int64_t> beside(ShiftIndex except) const {
    std::vector<std::int64_t> stock = model_detail::all_stock(dense_);
    for (const Route& route : plan_.routes) {
      if (route.shift == except) continue;
      DepotIndex called;
      for (const Stop& stop : route.stops) {
        if (stop.kind == StopKind::depot) called = stop.depot;
        if (stop.kind == StopKind::visit && stop.order != order_)
          take(stock, dense_.shifts.technician[route.shift.at()], called, stop.order);
      }
    }
    return stock;
  }

  /// Of `stock`, with the other visits of a route that calls so, the order among them at `position`.
  [[nodiscard]] std::vector<std::int64_t> less(std::vector<std::int64_t> stock, std::span<const OrderIndex> visits,
                                               std::size_t position, const routing::Call& call) const {
    for (std::size_t i = 0; i < visits.size(); ++i) {
      if (i != position) take(stock, technician_, call.called(i), visits[i]);
    }
    return stock;
  }

  [[nodiscard]] std::int64_t pieces(const std::vector<std::int64_t>& stock, DepotIndex called, PartIndex part) const {
    const std::uint32_t row = model_detail::stock_row(dense_, technician_, called, part);
    return row == model_detail::no_row ? 0 : stock[row];
  }

  /// Is there less of a part than that visit needs; of nothing more, than it has taken?
  [[nodiscard]] bool lacks(const std::vector<std::int64_t>& stock, DepotIndex called, OrderIndex order,
                           bool taken) const {
    const auto needs = dense_.orders.parts[order.at()];
    return std::any_of(needs.begin(), needs.end(), [&](const PartNeed& need) {
      const std::uint32_t row = model_detail::stock_row(dense_, technician_, called, need.part);
      return row == model_detail::no_row || stock[row] < (taken ? 0 : need.quantity);
    });
  }

 private:
  void take(std::vector<std::int64_t>& stock, TechnicianIndex technician, DepotIndex called, OrderIndex order) const {
    for (const PartNeed& need : dense_.orders.parts[order.at()]) {
      const std::uint32_t row = model_detail::stock_row(dense_, technician, called, need.part);
      if (row != model_detail::no_row) stock[row] -= need.quantity;
    }
  }

  const Dense& dense_;
  const Plan& plan_;
  OrderIndex order_;
  TechnicianIndex technician_;
};

}  // namespace dispatch_detail
}  // namespace paidan::inline PAIDAN_ABI
