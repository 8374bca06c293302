// All ways to insert one order into the shifts of one technician, and what stands in the way of each.
#pragma once

#include <paidan/dispatch/detail/insert.hpp>
#include <paidan/dispatch/explain.hpp>

#include <paidan/constraints/eligibility.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace dispatch_detail {

inline FamilyBits join(FamilyBits a, FamilyBits b) { return static_cast<FamilyBits>(a | b); }

class Inserts {
 public:
  Inserts(const Problem& problem, const Plan& plan, OrderIndex order, TechnicianIndex technician)
      : problem_(problem),
        plan_(plan),
        order_(order),
        technician_(technician),
        pace_(constraints::pace_of(problem.dense(), technician)),
        clock_(problem) {
    const Dense& dense = problem.dense();
    const std::size_t first = dense.technicians.first_shift[technician.at()];
    const std::size_t last = dense.technicians.first_shift[technician.at() + 1];
    work_s_ = dense.technicians.load_carried_s[technician.at()];
    for (std::size_t s = first; s < last; ++s) {
      others_.push_back(others_of(ShiftIndex(s)));
      work_s_ += others_.back().work_s;
    }
    if (problem.data().objective.per_worst_lateness_second > 0) late_elsewhere_s_ = late_elsewhere();
    for (const Others& others : others_) {
      FamilyBits needed = constraints::violated(problem, order, others.shift);
      needed &= ~bit(Family::parts);
      const auto used = [&](std::uint32_t row) { return cap_used(row); };
      if (constraints::over_a_cap(dense, order, others.shift, used)) needed = join(needed, bit(Family::jobs));
      for (std::size_t position = 0; position <= others.visits.size(); ++position) add(others, position, needed);
    }
  }
  Inserts(const Inserts&) = delete;
  Inserts& operator=(const Inserts&) = delete;

  [[nodiscard]] const std::vector<Insert>& all() const { return all_; }
  [[nodiscard]] const std::vector<Others>& shifts() const { return others_; }

  /// Simplest set of families that lets some insertion happen; absent when none does. Of each insertion, the least sets
  /// without a look at driving in traffic, whose limits then are added where they are passed.
  [[nodiscard]] std::optional<FamilyBits> minimal() {
    std::optional<FamilyBits> best;
    std::vector<FamilyBits> enough;
    for (Insert& insert : all_) {
      // Subsets of the timely families; whatever is not simpler than the best so far is not tried.
      enough.clear();
      for (FamilyBits subset = 0;; subset = (subset - insert.timely) & insert.timely) {
        const FamilyBits set = join(insert.needed, subset);
        const bool least =
            std::none_of(enough.begin(), enough.end(), [&](FamilyBits one) { return (one & ~set) == 0; });
        if (least && (!best || simpler(set, *best)) && possible(insert, join(set, bit(Family::travel_time)))) {
          enough.push_back(set);
          const FamilyBits whole = in_traffic(insert, set) ? join(set, bit(Family::travel_time)) : set;
          if (!best || simpler(whole, *best)) best = whole;
        }
        if (subset == insert.timely) break;
      }
    }
    return best;
  }

  /// The best insertion by the goals with `relaxed` not enforced. Relaxed hours first mean a later end only.
  struct Cheapest {
    const Insert* insert = nullptr;
    routing::Timed timed;
    std::int64_t added_cost = 0;
    Goals added_goals;
  };
  [[nodiscard]] Cheapest cheapest(FamilyBits relaxed) {
    Cheapest best;
    for (const bool free_start : {false, true}) {
      for (std::size_t first = 0, next = 0; first < all_.size(); first = next) {
        // Of a place, the call that the rule has; of places, what adds least.
        Insert* at = nullptr;
        routing::Timed timed;
        for (; next < all_.size() && all_[next].same_place(all_[first]); ++next) {
          Insert& insert = all_[next];
          if ((insert.needed & ~relaxed) != 0 || (insert.needless & ~relaxed) == 0) continue;
          // What only traffic forbids within the hours is not what other hours are for.
          if (pace_.bands != nullptr && has(relaxed, Family::shift) &&
              possible(insert, join(relaxed & ~bit(Family::shift), bit(Family::travel_time))))
            continue;
          set_frame(insert, relaxed, free_start);
          routing::Timed one = routing::routing_detail::settle(problem_, clock_, insert.visits, insert.layout);
          if (!one.feasible || (at != nullptr && one.goals >= timed.goals)) continue;
          at = &insert;
          timed = std::move(one);
        }
        if (at == nullptr) continue;
        const std::int64_t more = timed.work_s - at->others->work_s;
        const std::int64_t fairer = fairness(work_s_ + more) - fairness(work_s_);
        const std::int64_t later = worst_lateness(*at->others, timed.worst_late_s);
        const std::int64_t cost = timed.cost.total() - at->others->cost + fairer + later;
        Goals goals = timed.goals - at->others->goals;
        goals.run_well += fairer + later;
        if (best.insert != nullptr && goals >= best.added_goals) continue;
        best = {at, std::move(timed), cost, goals};
      }
      if (best.insert != nullptr || !has(relaxed, Family::shift)) break;
    }
    return best;
  }

  /// A start in one of `known`, the order's own windows were it known from the beginning; absent when there is none.
  [[nodiscard]] std::optional<std::int64_t> start_if_known(Insert insert, FamilyBits relaxed,
                                                           std::span<const Interval> known) {
    if (problem_.dense().orders.release_s[order_.at()] <= -time_limit_s) return std::nullopt;
    set_frame(insert, join(relaxed, bit(Family::window)), true);
    routing::Step& target = insert.layout.steps[insert.step()];
    target.waived &= static_cast<std::uint8_t>(~routing::Step::closure);
    for (const Interval& interval : known) {
      target.not_before_s = interval.low;
      const routing::Timing timing = clock_.time(insert.layout.frame, insert.layout.steps);
      if (!timing.feasible) continue;
      const std::int64_t start = clock_.starts(insert.layout.frame, insert.layout.steps, timing)[insert.step()];
      if (start <= interval.high) return start;
    }
    return std::nullopt;
  }

  /// A start in the order's own windows if its kind were not closed then; absent when there is none.
  [[nodiscard]] std::optional<std::int64_t> start_if_open(Insert insert, FamilyBits relaxed) {
    if (problem_.dense().orders.closed[order_.at()].empty()) return std::nullopt;
    set_frame(insert, relaxed & ~bit(Family::window), true);
    routing::Step& target = insert.layout.steps[insert.step()];
    target.waived |= routing::Step::closure;
    target.simple = false;
    const routing::Timing timing = clock_.time(insert.layout.frame, insert.layout.steps);
    if (!timing.feasible) return std::nullopt;
    return clock_.starts(insert.layout.frame, insert.layout.steps, timing)[insert.step()];
  }

  /// Latest start of the order at this position when its own window does not count, or of those in `allowed`; `floor`
  /// (itself possible) when a rest does not allow the latest that the other visits and the shift leave.
  [[nodiscard]] std::int64_t latest_start(Insert insert, FamilyBits relaxed, std::int64_t floor,
                                          std::span<const Interval> allowed = {}) {
    const Dense& dense = problem_.dense();
    set_frame(insert, relaxed, false);
    const std::vector<routing::Step>& steps = insert.layout.steps;
    std::int64_t leave = pace_.departure(insert.layout.frame.latest_s, insert.layout.frame.last_leg_s);
    for (std::size_t i = steps.size(); i-- > insert.step() + 1;) {
      const routing::Step& step = steps[i];
      const auto starts = step.is_call() ? dense.depots.starts[step.depot.at()] : dense.orders.starts[step.order];
      constraints::Shut shut;
      if (!step.is_call()) shut = constraints::shut_for(dense, OrderIndex(step.order), technician_);
      const std::int64_t start =
          constraints::latest_start(starts, shut, step.duration_s, leave - step.duration_s, -time_limit_s);
      leave = pace_.departure(start, steps[i].leg_s);
    }
    routing::Step& target = insert.layout.steps[insert.step()];
    std::int64_t latest = leave - target.duration_s;
    if (!allowed.empty()) {
      latest = constraints::latest_start(allowed, constraints::shut_for(dense, order_, technician_), target.duration_s,
                                         latest, floor);
    }
    if (latest <= floor || latest > time_limit_s) return floor;
    target.not_before_s = static_cast<std::int32_t>(latest);
    return clock_.time(insert.layout.frame, insert.layout.steps).feasible ? latest : floor;
  }

  /// When the order's way is begun at the latest for that start.
  [[nodiscard]] std::int64_t leaves(const Insert& insert, std::int64_t start) const {
    return pace_.departure(start, insert.layout.steps[insert.step()].leg_s);
  }

  /// What the plan's other visits take of a cap of the technician's.
  [[nodiscard]] std::int64_t cap_used(std::uint32_t row) const {
    const Dense& dense = problem_.dense();
    std::int64_t used = 0;
    for (const Others& others : others_) {
      if (!constraints::contains(dense.shifts.tag_caps[others.shift.at()], row)) continue;
      for (const OrderIndex visit : others.visits)
        used += constraints::use_of(dense, dense.tag_caps[row], visit, technician_);
    }
    return used;
  }

  /// What the plan's other visits leave of a part on the van.
  [[nodiscard]] std::int64_t parts_left(PartIndex part) const {
    return pieces(stock_beside(ShiftIndex()), DepotIndex(), part);
  }
  /// What they leave to the order at this place of the route: on the van, or at the depot.
  [[nodiscard]] std::int64_t parts_left(const Insert& insert, PartIndex part) const {
    const routing::Call& call = insert.layout.call;
    return pieces(stock_beside(insert, call), call.called(insert.position), part);
  }

 private:
  [[nodiscard]] std::int64_t fairness(std::int64_t work_s) const {
    std::int64_t cost = 0;
    for (const FairnessPiece& piece : problem_.data().objective.fairness) {
      cost += piece.per_second * std::max<std::int64_t>(0, work_s - piece.over.seconds);
    }
    return cost;
  }

  /// The largest lateness of the routes of everybody else, the order left out.
  [[nodiscard]] std::int64_t late_elsewhere() {
    std::int64_t worst_s = 0;
    for (const Route& route : plan_.routes) {
      if (problem_.dense().shifts.technician[route.shift.at()] == technician_) continue;
      worst_s = std::max(worst_s, others_of(route.shift).worst_late_s);
    }
    return worst_s;
  }

  /// What the plan's worst lateness costs more when that of one of the technician's routes becomes this.
  [[nodiscard]] std::int64_t worst_lateness(const Others& changed, std::int64_t worst_late_s) const {
    std::int64_t beside_s = late_elsewhere_s_;
    for (const Others& others : others_) {
      if (&others != &changed) beside_s = std::max(beside_s, others.worst_late_s);
    }
    const std::int64_t more_s = std::max(beside_s, worst_late_s) - std::max(beside_s, changed.worst_late_s);
    return routing::routing_detail::weighted(more_s, problem_.data().objective.per_worst_lateness_second, true);
  }

  void take(std::vector<std::int64_t>& stock, TechnicianIndex technician, DepotIndex called, OrderIndex order) const {
    for (const PartNeed& need : problem_.dense().orders.parts[order.at()]) {
      const std::uint32_t row = model_detail::stock_row(problem_.dense(), technician, called, need.part);
      if (row != model_detail::no_row) stock[row] -= need.quantity;
    }
  }

  /// What the plan's routes leave, that of one shift and the order itself aside; by rows of stock.
  [[nodiscard]] std::vector<std::int64_t> stock_beside(ShiftIndex except) const {
    std::vector<std::int64_t> stock = model_detail::all_stock(problem_.dense());
    for (const Route& route : plan_.routes) {
      if (route.shift == except) continue;
      DepotIndex called;
      for (const Stop& stop : route.stops) {
        if (stop.kind == StopKind::depot) called = stop.depot;
        if (stop.kind == StopKind::visit && stop.order != order_)
          take(stock, problem_.dense().shifts.technician[route.shift.at()], called, stop.order);
      }
    }
    return stock;
  }

  /// The same, the route's other visits as they would be with that call.
  [[nodiscard]] std::vector<std::int64_t> stock_beside(const Insert& insert, const routing::Call& call) const {
    std::vector<std::int64_t> stock = insert.others->stock;
    for (std::size_t i = 0; i < insert.visits.size(); ++i) {
      if (i != insert.position) take(stock, technician_, call.called(i), insert.visits[i]);
    }
    return stock;
  }

  [[nodiscard]] std::int64_t pieces(const std::vector<std::int64_t>& stock, DepotIndex called, PartIndex part) const {
    const std::uint32_t row = model_detail::stock_row(problem_.dense(), technician_, called, part);
    return row == model_detail::no_row ? 0 : stock[row];
  }

  /// Is there less of a part than that visit needs; of nothing more, than it has taken?
  [[nodiscard]] bool lacks(const std::vector<std::int64_t>& stock, DepotIndex called, OrderIndex order,
                           bool taken) const {
    const auto needs = problem_.dense().orders.parts[order.at()];
    return std::any_of(needs.begin(), needs.end(), [&](const PartNeed& need) {
      const std::uint32_t row = model_detail::stock_row(problem_.dense(), technician_, called, need.part);
      return row == model_detail::no_row || stock[row] < (taken ? 0 : need.quantity);
    });
  }

  [[nodiscard]] Others others_of(ShiftIndex shift) {
    Others others;
    others.shift = shift;
    others.stock = stock_beside(shift);
    for (const Route& route : plan_.routes) {
      if (route.shift != shift) continue;
      for (const Stop& stop : route.stops) {
        if (stop.kind != StopKind::visit || stop.order == order_ || stop.order.at() >= problem_.order_count()) continue;
        others.visits.push_back(stop.order);
        others.starts.push_back(stop.start.seconds);
      }
    }
    if (others.visits.empty()) return others;
    // A route that is infeasible without the order (or was before) still has a cost: that of the sequence, unenforced.
    for (const FamilyBits relaxed : {FamilyBits{0}, every_family}) {
      namespace detail = routing::routing_detail;
      bool feasible = false;
      const auto look = [&](const detail::Layout& layout, const routing::Timed& timed) {
        if (!feasible) others.travel_s = layout.travel_s;
        if (!timed.feasible || (feasible && timed.goals >= others.goals)) return;
        feasible = true;
        others.travel_s = timed.travel_s;
        others.cost = timed.cost.total();
        others.goals = timed.goals;
        others.work_s = timed.work_s;
        others.worst_late_s = timed.worst_late_s;
      };
      detail::time_calls(problem_, clock_, {shift, others.visits, relaxed}, look);
      if (feasible) break;
    }
    return others;
  }

  void add(const Others& others, std::size_t position, FamilyBits needed) {
    namespace detail = routing::routing_detail;
    Insert insert;
    insert.others = &others;
    insert.position = position;
    insert.visits = others.visits;
    insert.visits.insert(insert.visits.begin() + static_cast<std::ptrdiff_t>(position), order_);
    if (problem_.data().depots.empty()) return add_call(insert, {}, needed);
    needed &= ~bit(Family::tools);
    const Dense& dense = problem_.dense();
    constexpr FamilyBits supply = bit(Family::tools) | bit(Family::parts);
    const routing::Supplied of_others(dense, technician_, insert.visits, supply, order_);
    const FamilyBits needless = routing::needless_without(dense, technician_, insert.visits, order_);
    if (of_others.without_call()) add_call(insert, {}, needed);
    for (std::size_t before = 0; before < insert.visits.size(); ++before) {
      for (std::size_t d = 0; d < dense.depots.location.size(); ++d) {
        const routing::Call call{DepotIndex(d), before};
        insert.needless = needless;
        if (needless != 0 && of_others.suffices(call)) add_call(insert, call, needed);
      }
    }
  }

  void add_call(Insert insert, const routing::Call& call, FamilyBits needed) {
    namespace detail = routing::routing_detail;
    const Dense& dense = problem_.dense();
    const Others& others = *insert.others;
    const std::vector<std::int64_t> stock = stock_beside(insert, call);
    // Without depots a plan that lacks something is wrong by itself, which is no reason against the order.
    for (std::size_t i = 0; i < insert.visits.size() && !problem_.data().depots.empty(); ++i) {
      if (i != insert.position && lacks(stock, call.called(i), insert.visits[i], true)) return;
    }
    const DepotIndex called = call.called(insert.position);
    if (!model_detail::tools_at_hand(dense, order_, technician_, called)) needed = join(needed, bit(Family::tools));
    if (lacks(stock, called, order_, false)) needed = join(needed, bit(Family::parts));
    if ((insert.needless & ~needed) == 0) return;
    detail::lay_out(problem_, others.shift, insert.visits, call, 0, order_, insert.layout);
    insert.needed = join(needed, insert.layout.violated);
    detail::lay_out(problem_, others.shift, insert.visits, call, every_family, order_, insert.layout);
    if (insert.layout.violated != 0) return;  // the others cannot be reached from each other: nothing helps
    insert.timely = join(bit(Family::window), bit(Family::shift));
    if (!dense.technicians.suspensions[technician_.at()].empty())
      insert.timely = join(insert.timely, bit(Family::suspended));
    if (!dense.shifts.breaks[others.shift.at()].empty()) insert.timely = join(insert.timely, bit(Family::breaks));
    if (!others.visits.empty()) insert.timely = join(insert.timely, bit(Family::commitments));
    all_.push_back(std::move(insert));
  }

  void set_frame(Insert& insert, FamilyBits relaxed, bool free_start) {
    namespace detail = routing::routing_detail;
    const std::int64_t last_leg_s = insert.layout.frame.last_leg_s;
    insert.layout.frame = detail::frame_of(problem_, insert.others->shift, relaxed, free_start);
    insert.layout.frame.last_leg_s = last_leg_s;
    for (std::size_t i = 0; i < insert.layout.steps.size(); ++i) {
      routing::Step& step = insert.layout.steps[i];
      if (step.is_call()) continue;
      step.waived = detail::waived_by(relaxed, i == insert.step());
      step.simple = step.waived == 0 && routing::Step::of(problem_.dense(), technician_, step.order).simple;
    }
  }

  /// What the set allows means driving longer than is allowed, in the traffic of the hour.
  [[nodiscard]] bool in_traffic(Insert& insert, FamilyBits set) {
    return pace_.bands != nullptr && !has(set, Family::travel_time) && !possible(insert, set);
  }

  [[nodiscard]] bool possible(Insert& insert, FamilyBits relaxed) {
    set_frame(insert, relaxed, true);
    return clock_.time(insert.layout.frame, insert.layout.steps).feasible;
  }

  const Problem& problem_;
  const Plan& plan_;
  OrderIndex order_;
  TechnicianIndex technician_;
  constraints::Pace pace_;
  routing::Clock clock_;
  std::vector<Others> others_;
  std::vector<Insert> all_;
  std::int64_t work_s_ = 0;
  std::int64_t late_elsewhere_s_ = 0;
};

}  // namespace dispatch_detail
}  // namespace paidan::inline PAIDAN_ABI
