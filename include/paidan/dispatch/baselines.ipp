#pragma once

#include <paidan/dispatch/baselines.hpp>

#include <paidan/routing/detail/assemble.hpp>
#include <paidan/routing/detail/rich/state.hpp>
#include <paidan/routing/detail/together.hpp>
#include <paidan/routing/timing.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string_view>
#include <tuple>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

namespace dispatch_detail {

/// Release, then promise (orders without one last: they fill what is left), then id.
inline std::vector<std::uint32_t> by_release(const Problem& problem) {
  std::vector<std::uint32_t> orders;
  for (std::size_t o = 0; o < problem.order_count(); ++o) orders.push_back(static_cast<std::uint32_t>(o));
  using Limits = std::numeric_limits<std::int64_t>;
  const auto key = [&](std::uint32_t o) {
    const Order& order = problem.order(OrderIndex(o));
    return std::tuple(order.release ? order.release->seconds : Limits::min(),
                      order.promise ? order.promise->at.seconds : Limits::max(), std::string_view(order.id));
  };
  std::sort(orders.begin(), orders.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  return orders;
}

/// A gap in somebody's day: added lateness, −rating (if that counts), way from the place before, shift, position.
using Offer = std::tuple<std::int64_t, std::int32_t, std::int32_t, std::uint32_t, std::uint32_t>;

/// Does the order start at some time within the hours of the shift? In the others no gap could take it.
inline bool in_hours(const Dense& dense, std::uint32_t order, std::uint32_t shift) {
  const auto starts = dense.orders.starts[order];
  const std::int32_t last = dense.shifts.end_s[shift] + dense.shifts.overtime_cap_s[shift];
  return std::any_of(starts.begin(), starts.end(),
                     [&](const Interval& one) { return one.low <= last && one.high >= dense.shifts.start_s[shift]; });
}

/// Every gap that could take the order. "Free" means that nobody becomes late, so added lateness comes first.
inline std::vector<Offer> offers(const Problem& problem, const routing::rich::State& state, std::uint32_t order,
                                 Baseline baseline) {
  const Dense& dense = problem.dense();
  const routing::Context& context = state.ground().context();
  std::vector<Offer> found;
  std::vector<OrderIndex> visits;
  for (std::size_t pair = context.pair_begin(order); pair < context.pair_begin(std::size_t{order} + 1); ++pair) {
    const std::uint32_t shift = context.pair_shift(pair);
    if (!in_hours(dense, order, shift)) continue;
    const TechnicianIndex technician = dense.shifts.technician[shift];
    const std::int32_t rating = baseline == Baseline::best_rating ? problem.technician(technician).rating : 0;
    visits.clear();
    for (const std::uint32_t there : state.visits(shift)) visits.emplace_back(std::size_t{there});
    const std::int64_t before =
        visits.empty() ? 0 : routing::time_route(problem, ShiftIndex(shift), visits).cost.lateness;
    for (std::size_t position = 0; position <= visits.size(); ++position) {
      const std::uint32_t place = position == 0 ? dense.shifts.start_location[shift].value
                                                : dense.orders.location[visits[position - 1].at()].value;
      const constraints::Hop way = context.hop(technician.value, place, dense.orders.location[order].value);
      if (!way.reachable()) continue;
      visits.insert(visits.begin() + static_cast<std::ptrdiff_t>(position), OrderIndex(std::size_t{order}));
      const routing::Timed timed = routing::time_route(problem, ShiftIndex(shift), visits);
      visits.erase(visits.begin() + static_cast<std::ptrdiff_t>(position));
      if (!timed.feasible) continue;
      found.emplace_back(timed.cost.lateness - before, -rating, way.seconds, shift,
                         static_cast<std::uint32_t>(position));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// Orders put into a state one after the other, those that hang together by links at once.
class Placing {
 public:
  Placing(const Problem& problem, routing::rich::State& state, Baseline baseline)
      : problem_(problem),
        dense_(problem.dense()),
        state_(state),
        baseline_(baseline),
        clock_(problem),
        floors_(problem.dense()) {}

  void all() {
    const std::vector<std::uint32_t> orders = by_release(problem_);
    std::vector<std::vector<std::uint32_t>> groups(dense_.link_groups.size());
    for (const std::uint32_t order : orders) {
      const std::uint32_t group = dense_.orders.link_group[order];
      if (group < groups.size()) groups[group].push_back(order);
    }
    for (const std::uint32_t order : orders) {
      const std::uint32_t group = dense_.orders.link_group[order];
      if (group >= groups.size()) {
        place(order);
      } else {
        place_group(groups[group]);
        groups[group].clear();  // once
      }
    }
  }

 private:
  bool place(std::uint32_t order) {
    for (const auto& [late, rating, way, shift, position] : offers(problem_, state_, order, baseline_)) {
      if (!stands_with(order, shift, position)) continue;
      // Not when parts that shifts share have run out.
      if (state_.insert(order, {0, shift, state_.gap_behind(shift, position)})) return true;
    }
    return false;
  }

  /// Each where it is best, as the others of the group stand; all of them, or none.
  void place_group(const std::vector<std::uint32_t>& orders) {
    state_.begin();
    for (const std::uint32_t order : orders) {
      if (place(order)) continue;
      state_.rollback();
      return;
    }
  }

  [[nodiscard]] bool linked(std::uint32_t order) const { return !dense_.orders.links[order].empty(); }

  /// Can the routes with linked visits still be timed together?
  [[nodiscard]] bool stands_with(std::uint32_t order, std::uint32_t shift, std::uint32_t position) {
    if (dense_.links.empty()) return true;
    routing::Visits visits = state_.visits();
    visits[shift].insert(visits[shift].begin() + static_cast<std::ptrdiff_t>(position), order);
    const auto hangs = [&](const std::vector<std::uint32_t>& route) {
      return std::any_of(route.begin(), route.end(), [&](std::uint32_t one) { return linked(one); });
    };
    if (!hangs(visits[shift])) return true;
    std::vector<routing::routing_detail::Together> routes;
    for (std::size_t s = 0; s < visits.size(); ++s) {
      if (!hangs(visits[s])) continue;
      routes.emplace_back().shift = ShiftIndex(s);
      for (const std::uint32_t one : visits[s]) routes.back().visits.emplace_back(std::size_t{one});
    }
    return routing::routing_detail::settle_together(problem_, clock_, routes, floors_);
  }

  const Problem& problem_;
  const Dense& dense_;
  routing::rich::State& state_;
  Baseline baseline_;
  routing::Clock clock_;
  routing::Floors floors_;
};

}  // namespace dispatch_detail

PAIDAN_INLINE Plan plan_baseline(const Problem& problem, Baseline baseline) {
  const routing::Context context(problem);
  const routing::rich::Ground ground(context, {}, false);
  routing::rich::State state(ground);
  dispatch_detail::Placing(problem, state, baseline).all();
  return routing::assemble(problem, state.visits());
}

}  // namespace paidan::inline PAIDAN_ABI
