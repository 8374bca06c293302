// One order more in a route, as the clock tells it – together with the routes that hang together with that one.
#pragma once

#include <paidan/constraints/eligibility.hpp>
#include <paidan/dispatch/detail/partners.ipp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace dispatch_detail {

inline FamilyBits join(FamilyBits a, FamilyBits b) { return static_cast<FamilyBits>(a | b); }

/// A route without the order, and what hangs together with it.
struct Before {
  Tied tied;
  std::int64_t cost = 0;  ///< of the route and those beside it
  Goals goals;            ///< the same
  std::int64_t travel_s = 0;
  std::int64_t work_s = 0;        ///< of the route alone
  std::int64_t worst_late_s = 0;  ///< the same
};

/// One shift's other visits, as the plan has them.
struct Others {
  ShiftIndex shift;
  std::vector<OrderIndex> visits;
  std::vector<std::int64_t> stock;  ///< left by other routes, by row
  Before alone;                     ///< as the others' links have it
  std::optional<Before> linked;     ///< with the order's, where it has any

  [[nodiscard]] const Before& before(FamilyBits relaxed) const {
    return linked && !has(relaxed, Family::links) ? *linked : alone;
  }
  [[nodiscard]] bool has_beside() const {
    return !alone.tied.beside.empty() || (linked && !linked->tied.beside.empty());
  }
};

/// The order at one position, with a call at a depot or none. `needed` must be relaxed whatever else is; of `timely`,
/// some subset. Where `needless` is relaxed the route would not call.
struct Insert {
  const Others* others = nullptr;
  std::size_t position = 0;
  std::vector<OrderIndex> visits;
  routing::routing_detail::Layout layout;
  FamilyBits needed = 0;
  FamilyBits timely = 0;
  FamilyBits needless = ~FamilyBits{0};

  [[nodiscard]] bool same_place(const Insert& other) const {
    return others == other.others && position == other.position;
  }
  /// The order's own step.
  [[nodiscard]] std::size_t step() const { return layout.step_of(position); }
};

/// An insertion with all that comes of it, beside how things were before.
struct Settled {
  const Insert* insert = nullptr;
  routing::Timed timed;
  std::vector<Together> beside;  ///< routes that are timed together with it
  std::int64_t added_cost = 0;
  Goals added_goals;
  std::int64_t added_travel_s = 0;
};

/// A gap of the order's links that is missed.
struct Gap {
  OrderIndex other;
  std::int64_t amount_s = 0;
};

class InsertClock {
 public:
  InsertClock(const Problem& problem, OrderIndex order, TechnicianIndex technician)
      : problem_(problem), order_(order), technician_(technician), clock_(problem), floors_(problem.dense()) {}

  /// A route that is infeasible without the order (or was before) still has a cost: that of the sequence, unenforced.
  [[nodiscard]] Before without_order(const Others& others, Tied tied) {
    Before before;
    before.tied = std::move(tied);
    for (const FamilyBits relaxed : {FamilyBits{0}, every_family}) {
      if (before.tied.any ? timed_together(others, relaxed, before) : timed_alone(others, relaxed, before)) break;
    }
    return before;
  }

  void set_frame(Insert& insert, FamilyBits relaxed, bool free_start) {
    namespace detail = routing::routing_detail;
    const std::int64_t last_leg_s = insert.layout.frame.last_leg_s;
    insert.layout.frame = detail::frame_of(problem_, insert.others->shift, relaxed, free_start);
    insert.layout.frame.last_leg_s = last_leg_s;
    for (std::size_t i = 0; i < insert.layout.steps.size(); ++i) {
      routing::Step& step = insert.layout.steps[i];
      if (step.is_call()) continue;
      const bool is_target = i == insert.step();
      step.waived = detail::waived_by(relaxed, is_target);
      step.simple = step.waived == 0 && routing::Step::of(problem_.dense(), technician_, step.order).simple;
      step.linked = !problem_.dense().orders.links[step.order].empty() && !(is_target && has(relaxed, Family::links));
      step.floor_s = -time_limit_s;
    }
  }

  [[nodiscard]] bool possible(Insert& insert, FamilyBits relaxed) {
    set_frame(insert, relaxed, true);
    return can_be(insert, relaxed);
  }

  /// As its layout stands.
  [[nodiscard]] bool can_be(Insert& insert, FamilyBits relaxed) {
    if (!clock_.time(insert.layout.frame, insert.layout.steps).feasible) return false;
    if (!insert.others->before(relaxed).tied.any) return true;
    std::vector<Together> routes = together(insert, relaxed);
    return all_timed(routes);
  }

  /// The order's start as its layout stands.
  [[nodiscard]] std::optional<std::int64_t> start_of(Insert& insert, FamilyBits relaxed) {
    if (insert.others->before(relaxed).tied.any) {
      std::vector<Together> routes = together(insert, relaxed);
      if (!all_timed(routes)) return std::nullopt;
      return start_in(routes.front().timed.route, order_);
    }
    const routing::Timing timing = clock_.time(insert.layout.frame, insert.layout.steps);
    if (!timing.feasible) return std::nullopt;
    return clock_.starts(insert.layout.frame, insert.layout.steps, timing)[insert.step()];
  }

  /// The same with all that comes of it, fairness aside; no insert: it cannot be.
  [[nodiscard]] Settled settled(Insert& insert, FamilyBits relaxed) {
    const Before& before = insert.others->before(relaxed);
    Settled found;
    if (before.tied.any) {
      std::vector<Together> routes = together(insert, relaxed);
      if (!all_timed(routes)) return found;
      found.timed = std::move(routes.front().timed);
      found.beside.assign(std::make_move_iterator(routes.begin() + 1), std::make_move_iterator(routes.end()));
    } else {
      found.timed = routing::routing_detail::settle(problem_, clock_, insert.visits, insert.layout);
      if (!found.timed.feasible) return found;
    }
    found.insert = &insert;
    found.added_cost = found.timed.cost.total() - before.cost;
    found.added_goals = found.timed.goals - before.goals;
    found.added_travel_s = found.timed.travel_s - before.travel_s;
    for (const Together& route : found.beside) {
      found.added_cost += route.timed.cost.total();
      found.added_goals += route.timed.goals;
      found.added_travel_s += route.timed.travel_s;
    }
    return found;
  }

  /// Where the gaps of the order's links would have to be wider for this insertion, all alike: which, and by how much.
  [[nodiscard]] std::vector<Gap> missed_gaps(Insert insert, FamilyBits relaxed) {
    relaxed &= ~bit(Family::links);
    set_frame(insert, relaxed, true);
    std::vector<Together> routes;
    const auto with = [&](std::int64_t wider_s) {
      floors_.widen(order_, wider_s);
      routes = together(insert, relaxed);
      return all_timed(routes);
    };
    std::int64_t least = 0;
    std::int64_t most = 4 * std::int64_t{time_limit_s};
    while (least < most) {
      const std::int64_t middle = least + (most - least) / 2;
      if (with(middle)) {
        most = middle;
      } else {
        least = middle + 1;
      }
    }
    std::vector<Gap> gaps;
    const bool found = with(most);
    if (found) gaps = gaps_beside(routes);
    // Rests that moved may have made up for it: something has to be named.
    if (gaps.empty() && most > 0) gaps.push_back({first_partner(), found ? most : 0});
    floors_.widen({}, 0);
    return gaps;
  }

 private:
  [[nodiscard]] static Together route_of(ShiftIndex shift, const std::vector<OrderIndex>& visits) {
    Together route;
    route.shift = shift;
    route.visits = visits;
    return route;
  }

  bool timed_alone(const Others& others, FamilyBits relaxed, Before& before) {
    namespace detail = routing::routing_detail;
    if (others.visits.empty()) return true;
    bool feasible = false;
    const auto look = [&](const detail::Layout& layout, const routing::Timed& timed) {
      if (!feasible) before.travel_s = layout.travel_s;
      if (!timed.feasible || (feasible && timed.goals >= before.goals)) return;
      feasible = true;
      before.travel_s = timed.travel_s;
      before.cost = timed.cost.total();
      before.goals = timed.goals;
      before.work_s = timed.work_s;
      before.worst_late_s = timed.worst_late_s;
    };
    detail::time_calls(problem_, clock_, {others.shift, others.visits, relaxed}, look);
    return feasible;
  }

  bool timed_together(const Others& others, FamilyBits relaxed, Before& before) {
    std::vector<Together> routes = before.tied.beside;
    if (!others.visits.empty()) routes.insert(routes.begin(), route_of(others.shift, others.visits));
    for (Together& route : routes) route.relaxed = relaxed;
    if (!all_timed(routes)) return false;
    for (const Together& route : routes) {
      before.cost += route.timed.cost.total();
      before.goals += route.timed.goals;
      before.travel_s += route.timed.travel_s;
    }
    const std::size_t own = routes.size() - before.tied.beside.size();
    if (own > 0) {
      before.work_s = routes.front().timed.work_s;
      before.worst_late_s = routes.front().timed.worst_late_s;
    }
    for (std::size_t r = 0; r < before.tied.beside.size(); ++r) before.tied.beside[r].timed = routes[own + r].timed;
    return true;
  }

  bool all_timed(std::vector<Together>& routes) {
    namespace detail = routing::routing_detail;
    const bool timed = detail::settle_together(problem_, clock_, routes, floors_);
    if (timed && detail::lacks_rest(problem_, routes) == routes.size()) return true;
    // Rests that are best for the route alone may be in the way of those who wait for it: any other place will do.
    const Together& own = routes.front();
    const auto breaks = problem_.dense().shifts.breaks[own.shift.at()];
    if (own.laid_out == nullptr || breaks.empty() || has(own.relaxed, Family::breaks)) return false;
    std::vector<routing::Rest> rests;
    return rests_fit(routes, rests, 0, 0);
  }

  /// Some placement of the rests not placed yet, from this gap on, with which all routes can be.
  bool rests_fit(std::vector<Together>& routes, std::vector<routing::Rest>& rests, std::size_t gap, unsigned placed) {
    namespace detail = routing::routing_detail;
    Together& own = routes.front();
    const auto breaks = problem_.dense().shifts.breaks[own.shift.at()];
    const std::size_t steps = own.laid_out->steps.size();
    // Without anybody to wait for it has to be possible, too.
    floors_.clear();
    own.laid_out->set_floors(floors_.all());
    if (gap == 0 || !rests.empty()) {
      if (!clock_.time_at(own.laid_out->frame, own.laid_out->steps, rests).feasible) return false;
    }
    if (gap > steps) {
      own.places.emplace().rests = rests;
      return detail::time_together(problem_, clock_, routes, floors_) == routes.size() &&
             detail::lacks_rest(problem_, routes) == routes.size();
    }
    for (std::size_t b = 0; b < breaks.size(); ++b) {
      if ((placed >> b & 1U) != 0) continue;
      rests.push_back({gap, breaks[b]});
      if (rests_fit(routes, rests, gap, placed | 1U << b)) return true;
      rests.pop_back();
    }
    return rests_fit(routes, rests, gap + 1, placed);
  }

  /// The insertion as its layout stands, then the routes beside it; what they do not keep is promises alone.
  [[nodiscard]] std::vector<Together> together(Insert& insert, FamilyBits relaxed) const {
    const std::vector<Together>& beside = insert.others->before(relaxed).tied.beside;
    std::vector<Together> routes{route_of(insert.others->shift, insert.visits)};
    routes.front().relaxed = relaxed;
    routes.front().target = order_;
    routes.front().laid_out = &insert.layout;
    routes.insert(routes.end(), beside.begin(), beside.end());
    for (Together& route : std::span(routes).subspan(1)) {
      route.relaxed = relaxed & bit(Family::commitments);
      route.target = order_;
    }
    return routes;
  }

  [[nodiscard]] OrderIndex first_partner() const {
    const Dense& dense = problem_.dense();
    return routing::other_of(dense.links[dense.orders.links[order_.at()].front()], order_);
  }

  /// The order's links whose gaps are missed as the routes are timed.
  [[nodiscard]] std::vector<Gap> gaps_beside(std::span<const Together> routes) const {
    const Dense& dense = problem_.dense();
    const auto start = [&](OrderIndex order) {
      std::optional<std::int64_t> found;
      for (const Together& route : routes) {
        if (!found) found = start_in(route.timed.route, order);
      }
      return found;
    };
    std::vector<Gap> gaps;
    for (const std::uint32_t row : dense.orders.links[order_.at()]) {
      const LinkRow& link = dense.links[row];
      const auto first = start(link.first);
      const auto second = start(link.second);
      if (!first || !second) continue;
      const std::int64_t gap = *second - *first;
      const std::int64_t amount = std::max(link.min_s - gap, gap - link.max_s);
      if (amount > 0) gaps.push_back({routing::other_of(link, order_), amount});
    }
    return gaps;
  }

  const Problem& problem_;
  OrderIndex order_;
  TechnicianIndex technician_;
  routing::Clock clock_;
  routing::Floors floors_;
};

}  // namespace dispatch_detail
}  // namespace paidan::inline PAIDAN_ABI
