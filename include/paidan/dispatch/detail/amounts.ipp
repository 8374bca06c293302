// By how much: the reasons of one insertion with their amounts.
#pragma once

#include <paidan/constraints/families/breaks.hpp>
#include <paidan/constraints/families/commitments.hpp>
#include <paidan/constraints/families/links.hpp>
#include <paidan/constraints/families/parts.hpp>
#include <paidan/constraints/families/reach.hpp>
#include <paidan/constraints/families/shift.hpp>
#include <paidan/constraints/families/suspended.hpp>
#include <paidan/constraints/families/window.hpp>
#include <paidan/dispatch/detail/insertions.ipp>
#include <paidan/model/detail/starts.hpp>

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace dispatch_detail {

class Amounts {
 public:
  Amounts(const Problem& problem, Inserts& inserts, OrderIndex order, TechnicianIndex technician)
      : problem_(problem), dense_(problem.dense()), inserts_(inserts), order_(order), technician_(technician) {}

  /// What stands against the pair besides the shift that there is none of; a tool may be lent by a depot.
  FamilyBits without_shift() {
    FamilyBits families = constraints::violated(problem_, order_, technician_);
    for (std::size_t d = 0; d < dense_.depots.location.size(); ++d) {
      if (model_detail::tools_at_hand(dense_, order_, technician_, DepotIndex(d))) families &= ~bit(Family::tools);
    }
    for (Reason& reason : constraints::reasons(problem_, order_, technician_)) {
      if (has(families, reason.family)) list_.push_back(std::move(reason));
    }
    teller().add(Family::shift, "no_shift", {});
    for (const OrderIndex other : inserts_.partners().unserved()) {
      families |= bit(Family::links);
      constraints::tell_unserved(teller(), other);
    }
    std::stable_sort(list_.begin(), list_.end(), [](const Reason& a, const Reason& b) { return a.family < b.family; });
    return families;
  }

  /// The pair's reasons in one shift, those of `families`; with an insertion, by what it leaves of parts.
  void pair(ShiftIndex shift, FamilyBits families, const Insert* insert = nullptr) {
    for (Reason& reason : constraints::reasons(problem_, order_, shift)) {
      if (!has(families, reason.family) || reason.family == Family::parts) continue;
      list_.push_back(std::move(reason));
    }
    if (has(families, Family::parts))
      constraints::tell_parts(teller(), [&](PartIndex part) {
        return insert == nullptr ? inserts_.parts_left(part) : inserts_.parts_left(*insert, part);
      });
  }

  /// All families of the set, as the cheapest insertion under it shows them.
  [[nodiscard]] std::vector<Reason> of(const Settled& cheapest, FamilyBits families) {
    const Insert& insert = *cheapest.insert;
    const ShiftIndex shift = insert.others->shift;
    pair(shift, families, &insert);
    const Stop* target = nullptr;
    for (const Stop& stop : cheapest.timed.route.stops) {
      if (stop.kind == StopKind::visit && stop.order == order_) target = &stop;
    }
    const Route& route = cheapest.timed.route;
    constraints::DaySums sums = insert.layout.sums();
    sums.travel_s = cheapest.timed.travel_s;
    sums.longest_leg_s = longest_leg(route);
    if (has(families, Family::suspended))
      constraints::tell_suspended(teller(), target->start.seconds, target->end.seconds);
    if (has(families, Family::reach)) reach(insert);
    if (has(families, Family::window)) window(insert, families, *target);
    if (has(families, Family::shift)) constraints::tell_hours(teller(), shift, route.start.seconds, route.end.seconds);
    if (has(families, Family::breaks))
      constraints::tell_breaks(teller(), shift, route.start.seconds, route.end.seconds);
    if (has(families, Family::jobs)) {
      if (constraints::too_many_jobs(dense_, technician_, sums)) constraints::tell_jobs(teller(), sums);
      constraints::tell_caps(teller(), shift, [&](std::uint32_t row) { return inserts_.cap_used(row); });
    }
    if (has(families, Family::travel_time)) constraints::tell_travel_time(teller(), sums);
    if (has(families, Family::distance)) constraints::tell_distance(teller(), sums);
    if (has(families, Family::commitments)) {
      commitments(route);
      for (const Together& beside : cheapest.beside) commitments(beside.timed.route);
    }
    if (has(families, Family::links)) links(insert, families);
    std::stable_sort(list_.begin(), list_.end(), [](const Reason& a, const Reason& b) { return a.family < b.family; });
    return std::move(list_);
  }

  [[nodiscard]] std::vector<Reason> take() { return std::move(list_); }

 private:
  [[nodiscard]] constraints::Teller teller() { return {problem_, order_, technician_, list_}; }

  void commitments(const Route& route) {
    const constraints::Teller of_route{problem_, order_, dense_.shifts.technician[route.shift.at()], list_};
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::visit && stop.order != order_)
        constraints::tell_commitment(of_route, stop.order, stop.start.seconds, stop.end.seconds);
    }
  }

  /// Who is not served; else, or besides, the gaps that would be missed.
  void links(const Insert& insert, FamilyBits families) {
    const std::vector<OrderIndex>& unserved = inserts_.partners().unserved();
    for (const OrderIndex other : unserved) constraints::tell_unserved(teller(), other);
    for (const Gap& gap : inserts_.missed_gaps(insert, families))
      constraints::tell_gap(teller(), gap.other, gap.amount_s);
  }

  /// Too late for it, or free only before it: then the latest start possible is what misses it by least. Or in time,
  /// were its kind not closed then, or had the order been known when it would have been left for.
  void window(const Insert& insert, FamilyBits families, const Stop& target) {
    // Where nothing else is missed, anywhere.
    const auto elsewhere = [&](const Insert& one) {
      return families == bit(Family::window) ? (one.needed & ~families) == 0 : &one == &insert;
    };
    for (const Insert& one : inserts_.all()) {
      if (!elsewhere(one)) continue;
      if (const auto start = inserts_.start_if_open(one, families))
        return constraints::tell_closed(teller(), *start, *start + one.layout.steps[one.step()].duration_s);
    }
    const auto but_pin = dense_.orders.starts_but_pin[order_.at()];
    const auto allowed = has(families, Family::pin) && !but_pin.empty() ? but_pin : dense_.orders.starts[order_.at()];
    const std::vector<Interval> known = model_detail::starts_if_known(problem_, order_, !has(families, Family::pin));
    // Where it could be left for latest.
    std::optional<std::pair<std::int64_t, std::int64_t>> best;  // leaves, start
    for (const Insert& one : inserts_.all()) {
      if (!elsewhere(one)) continue;
      const auto possible = inserts_.start_if_known(one, families, known);
      if (!possible) continue;
      const std::int64_t start = inserts_.latest_start(one, families, *possible, known);
      const std::int64_t leaves = inserts_.leaves(one, start);
      if (!best || leaves > best->first) best = {leaves, start};
    }
    if (best) return constraints::tell_not_known(teller(), best->second, best->first);
    std::int64_t start = target.start.seconds;
    constraints::Missed missed = constraints::missed_by(allowed, start);
    const bool early = missed.nearest > start;
    if (early) {
      start = inserts_.latest_start(insert, families, start);
      missed = constraints::missed_by(allowed, start);
    }
    constraints::tell_window(teller(), start, missed, early);
  }

  [[nodiscard]] std::int64_t longest_leg(const Route& route) const {
    std::int64_t longest = 0;
    for (const Stop& stop : route.stops) longest = std::max(longest, (stop.arrival - stop.departure).seconds);
    return std::max(longest, (route.end - route.stops.back().end).seconds);
  }

  void reach(const Insert& insert) {
    LocationIndex place = dense_.shifts.start_location[insert.others->shift.at()];
    const auto look = [&](LocationIndex next) {
      if (!constraints::hop(dense_, technician_, place, next).reachable())
        constraints::tell_reach(teller(), place, next);
      place = next;
    };
    for (const routing::Step& step : insert.layout.steps) look(LocationIndex(step.location));
    const LocationIndex home = dense_.shifts.end_location[insert.others->shift.at()];
    if (home.valid()) look(home);
  }

  const Problem& problem_;
  const Dense& dense_;
  Inserts& inserts_;
  OrderIndex order_;
  TechnicianIndex technician_;
  std::vector<Reason> list_;
};

}  // namespace dispatch_detail
}  // namespace paidan::inline PAIDAN_ABI
