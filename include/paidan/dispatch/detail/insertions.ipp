// All ways to insert one order into the shifts of one technician, and what stands in the way of each.
#pragma once

#include <paidan/dispatch/explain.hpp>

#include <paidan/constraints/eligibility.hpp>
#include <paidan/dispatch/detail/insert_clock.ipp>
#include <paidan/dispatch/detail/partners.ipp>
#include <paidan/dispatch/detail/stock_left.ipp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace dispatch_detail {

class Inserts {
 public:
  Inserts(const Problem& problem, const Plan& plan, OrderIndex order, TechnicianIndex technician)
      : problem_(problem),
        plan_(plan),
        order_(order),
        technician_(technician),
        pace_(constraints::pace_of(problem.dense(), technician)),
        partners_(problem, plan, order),
        clock_(problem, order, technician),
        stock_(problem, plan, order, technician) {
    const Dense& dense = problem.dense();
    const std::size_t first = dense.technicians.first_shift[technician.at()];
    const std::size_t last = dense.technicians.first_shift[technician.at() + 1];
    work_s_ = dense.technicians.load_carried_s[technician.at()];
    for (std::size_t s = first; s < last; ++s) {
      others_.push_back(others_of(ShiftIndex(s)));
      work_s_ += others_.back().alone.work_s;
    }
    if (problem.data().objective.per_worst_lateness_second > 0) {
      for (const Route& route : plan.routes) late_.emplace_back(route.shift, others_of(route.shift).alone.worst_late_s);
    }
    for (const Others& others : others_) {
      FamilyBits needed = constraints::violated(problem, order, others.shift);
      needed &= ~bit(Family::parts);
      const auto used = [&](std::uint32_t row) { return cap_used(row); };
      if (constraints::over_a_cap(dense, order, others.shift, used)) needed = join(needed, bit(Family::jobs));
      if (!partners_.unserved().empty()) needed = join(needed, bit(Family::links));
      for (std::size_t position = 0; position <= others.visits.size(); ++position) add(others, position, needed);
    }
  }
  Inserts(const Inserts&) = delete;
  Inserts& operator=(const Inserts&) = delete;

  [[nodiscard]] const std::vector<Insert>& all() const { return all_; }
  [[nodiscard]] const std::vector<Others>& shifts() const { return others_; }
  [[nodiscard]] const Partners& partners() const { return partners_; }

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
        if (least && (!best || simpler(set, *best)) && clock_.possible(insert, join(set, bit(Family::travel_time)))) {
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
  [[nodiscard]] Settled cheapest(FamilyBits relaxed) {
    Settled best;
    for (const bool free_start : {false, true}) {
      for (std::size_t first = 0, next = 0; first < all_.size(); first = next) {
        // Of a place, the call that the rule has; of places, what adds least.
        Settled at;
        for (; next < all_.size() && all_[next].same_place(all_[first]); ++next) {
          Insert& insert = all_[next];
          if ((insert.needed & ~relaxed) != 0 || (insert.needless & ~relaxed) == 0) continue;
          // What only traffic forbids within the hours is not what other hours are for.
          if (pace_.bands != nullptr && has(relaxed, Family::shift) &&
              clock_.possible(insert, join(relaxed & ~bit(Family::shift), bit(Family::travel_time))))
            continue;
          clock_.set_frame(insert, relaxed, free_start);
          Settled one = clock_.settled(insert, relaxed);
          if (one.insert != nullptr && (at.insert == nullptr || one.added_goals < at.added_goals)) at = std::move(one);
        }
        if (at.insert == nullptr) continue;
        const Before& before = at.insert->others->before(relaxed);
        const std::int64_t besides = fairness_more(at, before) + worst_lateness_more(at, before);
        at.added_cost += besides;
        at.added_goals.run_well += besides;
        if (best.insert == nullptr || at.added_goals < best.added_goals) best = std::move(at);
      }
      if (best.insert != nullptr || !has(relaxed, Family::shift)) break;
    }
    return best;
  }

  /// A start in one of `known`, the order's own windows were it known from the beginning; absent when there is none.
  [[nodiscard]] std::optional<std::int64_t> start_if_known(Insert insert, FamilyBits relaxed,
                                                           std::span<const Interval> known) {
    if (problem_.dense().orders.release_s[order_.at()] <= -time_limit_s) return std::nullopt;
    clock_.set_frame(insert, join(relaxed, bit(Family::window)), true);
    routing::Step& target = insert.layout.steps[insert.step()];
    target.waived &= static_cast<std::uint8_t>(~routing::Step::closure);
    for (const Interval& interval : known) {
      target.not_before_s = interval.low;
      const auto start = clock_.start_of(insert, relaxed);
      if (start && *start <= interval.high) return start;
    }
    return std::nullopt;
  }

  /// A start in the order's own windows if its kind were not closed then; absent when there is none.
  [[nodiscard]] std::optional<std::int64_t> start_if_open(Insert insert, FamilyBits relaxed) {
    if (problem_.dense().orders.closed[order_.at()].empty()) return std::nullopt;
    clock_.set_frame(insert, relaxed & ~bit(Family::window), true);
    routing::Step& target = insert.layout.steps[insert.step()];
    target.waived |= routing::Step::closure;
    target.simple = false;
    return clock_.start_of(insert, relaxed);
  }

  /// Latest start of the order at this position when its own window does not count, or of those in `allowed`; `floor`
  /// (itself possible) when a rest does not allow the latest that the other visits and the shift leave.
  [[nodiscard]] std::int64_t latest_start(Insert insert, FamilyBits relaxed, std::int64_t floor,
                                          std::span<const Interval> allowed = {}) {
    const Dense& dense = problem_.dense();
    clock_.set_frame(insert, relaxed, false);
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
    return clock_.can_be(insert, relaxed) ? latest : floor;
  }

  [[nodiscard]] std::vector<Gap> missed_gaps(const Insert& insert, FamilyBits relaxed) {
    return clock_.missed_gaps(insert, relaxed);
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
    return stock_.pieces(stock_.beside(ShiftIndex()), DepotIndex(), part);
  }
  /// What they leave to the order at this place of the route: on the van, or at the depot.
  [[nodiscard]] std::int64_t parts_left(const Insert& insert, PartIndex part) const {
    const routing::Call& call = insert.layout.call;
    const auto stock = stock_.less(insert.others->stock, insert.visits, insert.position, call);
    return stock_.pieces(stock, call.called(insert.position), part);
  }

 private:
  [[nodiscard]] std::int64_t fairness(std::int64_t work_s) const {
    std::int64_t cost = 0;
    for (const FairnessPiece& piece : problem_.data().objective.fairness) {
      cost += piece.per_second * std::max<std::int64_t>(0, work_s - piece.over.seconds);
    }
    return cost;
  }

  /// What the plan's worst lateness costs more, of the routes that were `before` and all others.
  [[nodiscard]] std::int64_t worst_lateness_more(const Settled& found, const Before& before) const {
    const std::int64_t weight = problem_.data().objective.per_worst_lateness_second;
    if (weight == 0) return 0;
    std::int64_t was_s = before.worst_late_s;
    std::int64_t now_s = found.timed.worst_late_s;
    for (const Together& route : before.tied.beside) was_s = std::max(was_s, route.timed.worst_late_s);
    for (const Together& route : found.beside) now_s = std::max(now_s, route.timed.worst_late_s);
    for (const auto& [shift, late_s] : late_) {
      const auto same = [&, shift = shift](const Together& route) { return route.shift == shift; };
      if (shift == found.insert->others->shift || std::any_of(found.beside.begin(), found.beside.end(), same)) continue;
      was_s = std::max(was_s, late_s);
      now_s = std::max(now_s, late_s);
    }
    return routing::routing_detail::weighted(now_s - was_s, weight, true);
  }

  /// What a technician does by the plan.
  [[nodiscard]] std::int64_t work_of(TechnicianIndex technician) const {
    const Dense& dense = problem_.dense();
    std::int64_t work_s = dense.technicians.load_carried_s[technician.at()];
    for (const Route& route : plan_.routes) {
      if (dense.shifts.technician[route.shift.at()] != technician || route.stops.empty()) continue;
      for (const Stop& stop : route.stops) {
        if (stop.kind == StopKind::rest && !dense.breaks[stop.break_row.at()].paid) continue;
        work_s += (stop.arrival - stop.departure).seconds + (stop.end - stop.start).seconds;
      }
      work_s += (route.end - route.stops.back().end).seconds;
    }
    return work_s;
  }

  /// What all technicians of the routes that were `before` do more.
  [[nodiscard]] std::int64_t fairness_more(const Settled& found, const Before& before) const {
    if (problem_.data().objective.fairness.empty()) return 0;
    const Dense& dense = problem_.dense();
    std::map<TechnicianIndex, std::int64_t> more{{technician_, found.timed.work_s - before.work_s}};
    for (std::size_t r = 0; r < found.beside.size(); ++r) {
      more[dense.shifts.technician[found.beside[r].shift.at()]] +=
          found.beside[r].timed.work_s - before.tied.beside[r].timed.work_s;
    }
    std::int64_t cost = 0;
    for (const auto& [technician, work_s] : more) {
      if (work_s == 0) continue;
      const std::int64_t now = technician == technician_ ? work_s_ : work_of(technician);
      cost += fairness(now + work_s) - fairness(now);
    }
    return cost;
  }

  [[nodiscard]] Others others_of(ShiftIndex shift) {
    Others others;
    others.shift = shift;
    others.stock = stock_.beside(shift);
    for (const Route& route : plan_.routes) {
      if (route.shift != shift) continue;
      for (const Stop& stop : route.stops) {
        if (stop.kind == StopKind::visit && stop.order != order_) others.visits.push_back(stop.order);
      }
    }
    others.alone = clock_.without_order(others, partners_.to(shift, others.visits));
    if (!problem_.dense().orders.links[order_.at()].empty()) {
      std::vector<OrderIndex> visits = others.visits;
      visits.push_back(order_);
      others.linked = clock_.without_order(others, partners_.to(shift, visits));
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
    const auto stock = stock_.less(others.stock, insert.visits, insert.position, call);
    // Without depots a plan that lacks something is wrong by itself, which is no reason against the order.
    for (std::size_t i = 0; i < insert.visits.size() && !problem_.data().depots.empty(); ++i) {
      if (i != insert.position && stock_.lacks(stock, call.called(i), insert.visits[i], true)) return;
    }
    const DepotIndex called = call.called(insert.position);
    if (!model_detail::tools_at_hand(dense, order_, technician_, called)) needed = join(needed, bit(Family::tools));
    if (stock_.lacks(stock, called, order_, false)) needed = join(needed, bit(Family::parts));
    if ((insert.needless & ~needed) == 0) return;
    detail::lay_out(problem_, others.shift, insert.visits, call, 0, order_, insert.layout);
    insert.needed = join(needed, insert.layout.violated);
    detail::lay_out(problem_, others.shift, insert.visits, call, every_family, order_, insert.layout);
    if (insert.layout.violated != 0) return;  // the others cannot be reached from each other: nothing helps
    insert.timely = join(bit(Family::window), bit(Family::shift));
    if (!dense.technicians.suspensions[technician_.at()].empty())
      insert.timely = join(insert.timely, bit(Family::suspended));
    if (!dense.shifts.breaks[others.shift.at()].empty()) insert.timely = join(insert.timely, bit(Family::breaks));
    if (!others.visits.empty() || others.has_beside()) insert.timely = join(insert.timely, bit(Family::commitments));
    if (others.linked) insert.timely = join(insert.timely, bit(Family::links) & ~insert.needed);
    all_.push_back(std::move(insert));
  }

  /// What the set allows means driving longer than is allowed, in the traffic of the hour.
  [[nodiscard]] bool in_traffic(Insert& insert, FamilyBits set) {
    return pace_.bands != nullptr && !has(set, Family::travel_time) && !clock_.possible(insert, set);
  }

  const Problem& problem_;
  const Plan& plan_;
  OrderIndex order_;
  TechnicianIndex technician_;
  constraints::Pace pace_;
  Partners partners_;
  InsertClock clock_;
  StockLeft stock_;
  std::vector<Others> others_;
  std::vector<Insert> all_;
  std::int64_t work_s_ = 0;
  std::vector<std::pair<ShiftIndex, std::int64_t>> late_;  // largest lateness by route, the order left out
};

}  // namespace dispatch_detail
}  // namespace paidan::inline PAIDAN_ABI
