#pragma once

#include <paidan/check/detail/placement.ipp>
#include <paidan/check/detail/standing.ipp>
#include <paidan/check/detail/supply.ipp>

#include <bit>
#include <limits>

namespace paidan::inline PAIDAN_ABI {

// The reason set by its definition: over all positions and all sets of families, in order of size. Families are told
// apart by what they can depend on. Those of the pair, the stock, the ways and the route's sums are either satisfied or
// not at a position and with a call or without, whatever else is relaxed: violated ones belong to every set that helps,
// the others to no smallest one. Only the families of time are enumerated. How long drives take in the traffic of the
// hour is known when all is timed: their limits, within the shift's hours, are added to a set that is least without
// them. Routes that links bind to the shift's are timed along with it; of what holds there only the hours of visits may
// be relaxed, as commitments.
namespace check_detail {

/// Before in the order of sorted code lists; both of one size. The set that has the lowest code not in both is.
inline bool before(FamilyBits a, FamilyBits b) {
  const FamilyBits differing = a ^ b;
  return (a & differing & (FamilyBits{0} - differing)) != 0;
}

/// Absent when others cannot be reached from each other: then no relaxation helps.
inline std::optional<Insertion> insertion_at(const Dense& d, ShiftIndex shift, std::span<const OrderIndex> visits,
                                             std::size_t position, const Call& call) {
  const TechnicianIndex t = d.shifts.technician[shift.at()];
  const OrderIndex order = visits[position];
  Insertion insertion{.shift = shift, .steps = {}};
  insertion.softly = {d.orders.soft_from_s[order.at()], std::numeric_limits<std::int32_t>::max()};
  insertion.without_pin = d.orders.starts_but_pin[order.at()];
  std::int64_t travel_s = 0;
  std::int64_t distance_m = 0;
  std::int64_t longest_leg_s = 0;
  bool possible = true;
  LocationIndex place = d.shifts.start_location[shift.at()];
  bool from_order = false;  // the next leg begins there
  const auto travel = [&](LocationIndex to, bool is_order) {
    const TripLeg leg = trip(d, t, place, to);
    const bool adjacent = from_order || is_order;
    if (!leg.reachable && adjacent) insertion.needed |= bit(Family::reach);
    possible = possible && (leg.reachable || adjacent);
    travel_s += leg.seconds;
    distance_m += leg.metres;
    longest_leg_s = std::max<std::int64_t>(longest_leg_s, leg.seconds);
    place = to;
    from_order = is_order;
    return leg.seconds;
  };
  for (std::size_t i = 0; i < visits.size(); ++i) {
    const bool called = call.depot.valid() && call.before == i;
    if (called) {
      insertion.call = insertion.steps.size();
      insertion.steps.push_back(call_step(d, call.depot, travel(d.depots.location[call.depot.at()], false)));
    }
    const OrderIndex o = visits[i];
    if (i == position) insertion.position = insertion.steps.size();
    const bool same_place = i > 0 && !called && d.orders.location[o.at()] == place;
    const std::int64_t leg = travel(d.orders.location[o.at()], i == position);
    insertion.steps.push_back(visit_step(d, t, o, leg, same_place));
  }
  const LocationIndex home = d.shifts.end_location[shift.at()];
  if (home.valid()) insertion.last_leg = travel(home, false);
  if (!possible) return std::nullopt;
  const auto need = [&](Family family, bool violated) {
    if (violated) insertion.needed |= bit(family);
  };
  need(Family::jobs, std::cmp_greater(visits.size(), d.technicians.max_jobs[t.at()]));
  need(Family::travel_time,
       travel_s > d.technicians.max_travel_s[t.at()] || longest_leg_s > d.technicians.max_leg_s[t.at()]);
  need(Family::distance, distance_m > d.technicians.max_distance_m[t.at()]);
  insertion.time_families = bit(Family::window) | bit(Family::shift);
  if (!d.technicians.suspensions[t.at()].empty()) insertion.time_families |= bit(Family::suspended);
  if (!d.shifts.breaks[shift.at()].empty()) insertion.time_families |= bit(Family::breaks);
  if (visits.size() > 1 || is_linked(d, order)) insertion.time_families |= bit(Family::commitments);
  if (is_linked(d, order)) insertion.time_families |= bit(Family::links);
  return insertion;
}

/// Which of tools and parts the order lacks with that call; absent when other visits of the route lack something, or
/// the route could do without the call. `left` is what other routes leave.
inline std::optional<FamilyBits> supply_families(const Dense& d, TechnicianIndex t, std::span<const OrderIndex> visits,
                                                 std::size_t position, const Call& call, StockLeft left) {
  const OrderIndex order = visits[position];
  std::vector<OrderIndex> others;
  for (std::size_t i = 0; i < visits.size(); ++i) {
    if (i == position) continue;
    others.push_back(visits[i]);
    left.take(visits[i], call.called(i));
  }
  // Where there are no depots a plan that lacks something is wrong by itself, which is no reason against the order.
  for (std::size_t i = 0; i < visits.size() && !d.depots.location.empty(); ++i) {
    if (i == position) continue;
    if (tools_missing(d, t, visits[i], call.called(i)) > 0 || left.short_of(visits[i], call.called(i)))
      return std::nullopt;
  }
  FamilyBits needed = 0;
  left.take(order, call.called(position));
  if (tools_missing(d, t, order, call.called(position)) > 0) needed |= bit(Family::tools);
  if (left.short_of(order, call.called(position))) needed |= bit(Family::parts);
  if (!call.depot.valid()) return needed;
  const std::span<const OrderIndex> without(others);
  const bool enough = van_suffices(d, t, (needed & bit(Family::tools)) != 0 ? without : visits,
                                   (needed & bit(Family::parts)) != 0 ? without : visits);
  return enough ? std::nullopt : std::optional(needed);
}

/// Would the order and the plan's other visits take more than one of the shift's caps allows, of which the order takes?
inline bool over_caps(const Dense& d, const Plan& plan, OrderIndex order, ShiftIndex shift) {
  for (const std::uint32_t row : d.shifts.tag_caps[shift.at()]) {
    const std::int64_t use = cap_use(d, d.tag_caps[row], order, d.shifts.technician[shift.at()]);
    std::int64_t all = use;
    for (const Route& route : plan.routes) {
      if (route.shift.at() >= d.shifts.technician.size() || !contains(d.shifts.tag_caps[route.shift.at()], row))
        continue;
      for (const Stop& stop : route.stops) {
        const bool counts =
            stop.kind == StopKind::visit && stop.order != order && stop.order.at() < d.orders.location.size();
        if (counts) all += cap_use(d, d.tag_caps[row], stop.order, d.shifts.technician[route.shift.at()]);
      }
    }
    if (use > 0 && all > d.tag_caps[row].most) return true;
  }
  return false;
}

inline std::vector<Insertion> insertions(const Dense& d, const Plan& plan, OrderIndex order, TechnicianIndex t) {
  std::vector<Insertion> all;
  for (std::size_t s = d.technicians.first_shift[t.at()]; s < d.technicians.first_shift[t.at() + 1]; ++s) {
    std::vector<OrderIndex> others;
    for (const Route& route : plan.routes) {
      if (route.shift.at() != s) continue;
      for (const Stop& stop : route.stops) {
        const bool counts =
            stop.kind == StopKind::visit && stop.order != order && stop.order.at() < d.orders.location.size();
        if (counts) others.push_back(stop.order);
      }
    }
    FamilyBits needed = 0;
    if (over_caps(d, plan, order, ShiftIndex(s))) needed |= bit(Family::jobs);
    if (!partners_served(d, plan, order)) needed |= bit(Family::links);
    for (const PairFault& fault : pair_faults(d, t, order, d.shifts.local_day[s])) needed |= bit(fault.family);
    const StockLeft left(d, plan, ShiftIndex(s), order);
    for (std::size_t position = 0; position <= others.size(); ++position) {
      std::vector<OrderIndex> visits = others;
      visits.insert(visits.begin() + static_cast<std::ptrdiff_t>(position), order);
      const auto add = [&](const Call& call) {
        const std::optional<FamilyBits> supply = supply_families(d, t, visits, position, call, left);
        if (!supply) return;
        std::optional<Insertion> insertion = insertion_at(d, ShiftIndex(s), visits, position, call);
        if (!insertion) return;
        insertion->needed |= needed | *supply;
        all.push_back(std::move(*insertion));
      };
      add({});
      if (van_suffices(d, t, visits, visits)) continue;
      for (std::size_t depot = 0; depot < d.depots.location.size(); ++depot) {
        for (std::size_t before = 0; before < visits.size(); ++before) add({DepotIndex(depot), before});
      }
    }
  }
  return all;
}

/// Nobody's day: a skill counts as held when it is on any day, and a tool as at hand when one depot lends it.
inline FamilyBits without_shift(const Dense& d, const Plan& plan, OrderIndex order, TechnicianIndex t) {
  FamilyBits set = bit(Family::shift);
  if (!partners_served(d, plan, order)) set |= bit(Family::links);
  for (const PairFault& fault : pair_faults(d, t, order, 0)) {
    if (fault.family != Family::skill) set |= bit(fault.family);
  }
  for (const SkillNeed& need : d.orders.skills[order.at()]) {
    bool held = false;
    for (const SkillGrant& grant : d.technicians.skills[t.at()]) {
      held = held || (grant.skill == need.skill && grant.level >= need.level);
    }
    if (!held) set |= bit(Family::skill);
  }
  bool equipped = tools_missing(d, t, order, {}) == 0;
  for (std::size_t depot = 0; depot < d.depots.tools.size() && !equipped; ++depot)
    equipped = tools_missing(d, t, order, DepotIndex(depot)) == 0;
  if (!equipped) set |= bit(Family::tools);
  return set;
}

}  // namespace check_detail

namespace check {

PAIDAN_INLINE FamilySet minimal_reasons(const Problem& problem, const Plan& plan, OrderIndex order,
                                        TechnicianIndex technician) {
  using namespace check_detail;
  const Dense& d = problem.dense();
  if (order.at() >= problem.order_count() || technician.at() >= problem.technician_count()) return every_family;
  const std::size_t t = technician.at();
  if (d.technicians.first_shift[t] == d.technicians.first_shift[t + 1])
    return without_shift(d, plan, order, technician);

  const Road road(problem, technician);
  const std::vector<Insertion> all = insertions(d, plan, order, technician);
  const StandingRoutes standing(problem, plan, order);
  std::vector<std::vector<FamilyBits>> enough(all.size());  // of each insertion: the least sets found
  std::optional<FamilyBits> best;
  for (int size = 0; size <= family_count && (!best || size <= std::popcount(*best)); ++size) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Insertion& insertion = all[i];
      const int free = size - std::popcount(insertion.needed);
      if (free < 0) continue;
      // All subsets of the families of time: counts down through the mask.
      for (FamilyBits mask = insertion.time_families & ~insertion.needed, subset = mask;;
           subset = (subset - 1) & mask) {
        const FamilyBits set = subset | insertion.needed;
        const auto within = [&](FamilyBits one) { return (one & ~set) == 0; };
        const bool better = !best || size < std::popcount(*best) || before(set, *best);
        const bool wanted =
            std::popcount(subset) == free && better && std::none_of(enough[i].begin(), enough[i].end(), within);
        if (wanted && Placement(d, road, insertion, set | bit(Family::travel_time), standing).exists()) {
          enough[i].push_back(set);
          const bool rushed = road.has_traffic() && !Placement(d, road, insertion, set, standing).exists();
          const FamilyBits whole = rushed ? set | bit(Family::travel_time) : set;
          const int difference = best ? std::popcount(whole) - std::popcount(*best) : -1;
          if (difference < 0 || (difference == 0 && before(whole, *best))) best = whole;
        }
        if (subset == 0) break;
      }
    }
  }
  return best.value_or(every_family);
}

}  // namespace check
}  // namespace paidan::inline PAIDAN_ABI
