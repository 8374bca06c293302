// Routes of a plan that are timed together with the one into which an order is put, because their visits are linked.
#pragma once

#include <paidan/model/detail/crews.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/routing/timing.hpp>  // before layout.hpp: header-only, it includes that one itself

#include <paidan/routing/detail/together.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace dispatch_detail {

using routing::routing_detail::Together;

/// What hangs together with a route.
struct Tied {
  bool any = false;                   ///< some visit is linked to one of the plan, or of the route itself
  std::vector<Together> beside = {};  ///< other routes, calls and rests where the plan has them
};

/// When the route begins with that order; absent: it does not come there.
inline std::optional<std::int64_t> start_in(const Route& route, OrderIndex order) {
  for (const Stop& stop : route.stops) {
    if (stop.kind == StopKind::visit && stop.order == order) return stop.start.seconds;
  }
  return std::nullopt;
}

/// A plan without one order, as links see it.
class Partners {
 public:
  Partners(const Problem& problem, const Plan& plan, OrderIndex order) : dense_(problem.dense()), order_(order) {
    if (dense_.links.empty()) return;
    route_of_.assign(problem.order_count(), nowhere);
    for (Route route : plan.routes) {
      std::erase_if(route.stops, [&](const Stop& stop) { return stop.kind == StopKind::visit && stop.order == order; });
      Together one;
      one.shift = route.shift;
      for (const Stop& stop : route.stops) {
        if (stop.kind != StopKind::visit) continue;
        one.visits.push_back(stop.order);
        route_of_[stop.order.at()] = static_cast<std::uint32_t>(routes_.size());
      }
      if (one.visits.empty()) continue;
      one.places = routing::routing_detail::Places::of(route);
      if (one.places->rests.size() > most_breaks) one.places->rests.resize(most_breaks);  // no plan of this problem
      routes_.push_back(std::move(one));
    }
    const std::uint32_t group = dense_.orders.link_group[order.at()];
    if (group == no_group) return;
    for (const OrderIndex other : dense_.link_groups[group]) {
      if (other == order || route_of_[other.at()] != nowhere) continue;
      // Of a crew that does not come the first says it, unless it is the order itself.
      const OrderIndex first = model_detail::first_of_crew(problem.data(), dense_, other.at());
      if (!first.valid() || first == order || route_of_[first.at()] != nowhere) unserved_.push_back(other);
    }
  }

  /// Orders that hang together with this one, and that the plan does not serve; none only where it serves all of them.
  [[nodiscard]] const std::vector<OrderIndex>& unserved() const { return unserved_; }

  /// What hangs together with a route of these visits; the order's own links count where it is one of them.
  [[nodiscard]] Tied to(ShiftIndex shift, std::span<const OrderIndex> visits) const {
    Tied tied;
    if (dense_.links.empty()) return tied;
    std::vector<OrderIndex> waiting(visits.begin(), visits.end());
    std::vector<std::uint8_t> known(routes_.size(), 0);
    const auto within = [&](OrderIndex order) {
      return std::find(visits.begin(), visits.end(), order) != visits.end();
    };
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      for (const std::uint32_t row : dense_.orders.links[waiting[i].at()]) {
        const LinkRow& link = dense_.links[row];
        const OrderIndex other = routing::other_of(link, waiting[i]);
        if (other == order_ && !within(order_)) continue;
        if (within(other)) {
          tied.any = true;
          continue;
        }
        const std::uint32_t there = route_of_[other.at()];
        if (there == nowhere || routes_[there].shift == shift || known[there] != 0) continue;
        tied.any = true;
        known[there] = 1;
        waiting.insert(waiting.end(), routes_[there].visits.begin(), routes_[there].visits.end());
      }
    }
    for (std::size_t r = 0; r < routes_.size(); ++r) {
      if (known[r] != 0) tied.beside.push_back(routes_[r]);
    }
    return tied;
  }

 private:
  static constexpr std::uint32_t nowhere = 0xffffffffU;
  static constexpr std::uint32_t no_group = 0xffffffffU;
  const Dense& dense_;
  OrderIndex order_;
  std::vector<Together> routes_;
  std::vector<std::uint32_t> route_of_;  // by order
  std::vector<OrderIndex> unserved_;
};

}  // namespace dispatch_detail
}  // namespace paidan::inline PAIDAN_ABI
