// A second opinion on routes, from the written rules alone: for tests of the checker. Starts are found among the few
// moments that can be extreme, families are looked at one by one, nothing is pruned.
#pragma once

#include "oracle_times.hpp"

#include <map>
#include <set>

namespace check_test {

class Oracle : public OracleOfTimes {
 public:
  using OracleOfTimes::OracleOfTimes;

  /// A valid route for the visits in this order with that call and rests placed somehow, `relaxed` for the visit at
  /// `position`, and the others that are timed along with it. `rushed`: driving is limited as it is in traffic, else as
  /// it is on free roads. Parts are a plan's: see `supplied`.
  [[nodiscard]] std::optional<std::vector<Route>> insert(std::size_t shift, const std::vector<std::size_t>& visits,
                                                         std::size_t position, FamilySet relaxed, bool rushed = true,
                                                         const Errand& call = {},
                                                         const std::vector<Sequence>& others = {}) const {
    const std::size_t t = d_.shifts.technician[shift].at();
    if (!equipped(t, visits, position, relaxed, call) || !called_for(t, visits, position, relaxed, call))
      return std::nullopt;
    if (!pair_fits(t, visits[position], d_.shifts.local_day[shift], relaxed)) return std::nullopt;
    if (!has(relaxed, Family::jobs) && visits.size() > static_cast<std::size_t>(d_.technicians.max_jobs[t])) {
      return std::nullopt;
    }
    for (const std::vector<Item>& items : placements(shift, visits, relaxed, call)) {
      std::vector<Sequence> all{{shift, items}};
      all.insert(all.end(), others.begin(), others.end());
      const auto found = together(all, visits[position], relaxed);
      bool good = found && complies(found->front(), visits[position], relaxed, rushed);
      for (std::size_t i = 1; good && i < found->size(); ++i) good = complies((*found)[i], SIZE_MAX, 0, true);
      if (good) return found;
    }
    return std::nullopt;
  }

  /// All ways to place the shift's rests.
  [[nodiscard]] std::vector<std::vector<Item>> placements(std::size_t shift, const std::vector<std::size_t>& visits,
                                                          FamilySet relaxed, const Errand& call = {}) const {
    std::vector<Item> base;
    for (std::size_t i = 0; i < visits.size(); ++i) {
      if (!call.none() && call.before == i) base.push_back({false, call.depot, true});
      base.push_back({false, visits[i]});
    }
    std::vector<std::vector<Item>> all{base};
    if (has(relaxed, Family::breaks)) return all;
    for (const BreakIndex b : d_.shifts.breaks[shift]) {
      const std::vector<std::vector<Item>> without = all;
      for (const auto& items : without) {
        for (std::size_t i = 0; i <= items.size(); ++i) {
          std::vector<Item> with = items;
          with.insert(with.begin() + static_cast<std::ptrdiff_t>(i), Item{true, b.at()});
          all.push_back(with);
        }
      }
    }
    return all;
  }

  /// No call, and a call at every depot before every one of so many visits.
  [[nodiscard]] std::vector<Errand> errands(std::size_t visits) const {
    std::vector<Errand> all{{}};
    for (std::size_t depot = 0; depot < d_.depots.location.size(); ++depot) {
      for (std::size_t before = 0; before < visits; ++before) all.push_back({depot, before});
    }
    return all;
  }

  /// Every van and every depot gives what a plan with that route takes off it, other routes being as they are. Without
  /// the parts of the visit at `position` where they are relaxed.
  [[nodiscard]] bool supplied(const Plan& plan, std::size_t shift, const std::vector<std::size_t>& visits,
                              std::size_t position, FamilySet relaxed, const Errand& call) const {
    enum Owner { van, depot };
    std::map<std::tuple<Owner, std::size_t, std::size_t>, std::int64_t> left;
    for (std::size_t t = 0; t < d_.technicians.stock.size(); ++t) {
      for (const PartNeed& s : d_.technicians.stock[t]) left[{van, t, s.part.at()}] += s.quantity;
    }
    for (std::size_t d = 0; d < d_.depots.stock.size(); ++d) {
      for (const PartNeed& s : d_.depots.stock[d]) left[{depot, d, s.part.at()}] += s.quantity;
    }
    const auto kept = left;
    const auto take = [&](std::size_t o, std::size_t t, std::size_t called) {
      for (const PartNeed& n : d_.orders.parts[o]) {
        const bool there = called != SIZE_MAX && kept.count({depot, called, n.part.at()}) != 0;
        left[there ? std::tuple(depot, called, n.part.at()) : std::tuple(van, t, n.part.at())] -= n.quantity;
      }
    };
    for (const Route& r : plan.routes) {
      if (r.shift.at() == shift) continue;
      std::size_t called = SIZE_MAX;
      for (const Stop& stop : r.stops) {
        if (stop.kind == StopKind::depot) called = stop.depot.at();
        if (stop.kind == StopKind::visit && stop.order.at() != visits[position])
          take(stop.order.at(), d_.shifts.technician[r.shift.at()].at(), called);
      }
    }
    for (std::size_t i = 0; i < visits.size(); ++i) {
      if (i == position && has(relaxed, Family::parts)) continue;
      take(visits[i], d_.shifts.technician[shift].at(), call.done(i) ? call.depot : SIZE_MAX);
    }
    return std::all_of(left.begin(), left.end(), [](const auto& part) { return part.second >= 0; });
  }

  /// Every visit has its tools, those of the visit at `position` aside where they are relaxed.
  [[nodiscard]] bool equipped(std::size_t t, const std::vector<std::size_t>& visits, std::size_t position,
                              FamilySet relaxed, const Errand& call) const {
    for (std::size_t i = 0; i < visits.size(); ++i) {
      if (i == position && has(relaxed, Family::tools)) continue;
      std::set<std::uint32_t> lacking(d_.orders.tools[visits[i]].begin(), d_.orders.tools[visits[i]].end());
      for (const std::uint32_t tool : d_.technicians.tools[t]) lacking.erase(tool);
      if (call.done(i)) {
        for (const std::uint32_t tool : d_.depots.tools[call.depot]) lacking.erase(tool);
      }
      if (!lacking.empty()) return false;
    }
    return true;
  }

  /// No call, or one without which the route would lack tools, or parts on a van that no other route has used.
  [[nodiscard]] bool called_for(std::size_t t, const std::vector<std::size_t>& visits, std::size_t position,
                                FamilySet relaxed, const Errand& call) const {
    if (call.none() || !equipped(t, visits, position, relaxed, {})) return true;
    std::map<std::size_t, std::int64_t> needed;
    for (std::size_t i = 0; i < visits.size(); ++i) {
      if (i == position && has(relaxed, Family::parts)) continue;
      for (const PartNeed& n : d_.orders.parts[visits[i]]) needed[n.part.at()] += n.quantity;
    }
    for (const PartNeed& s : d_.technicians.stock[t]) needed[s.part.at()] -= s.quantity;
    return std::any_of(needed.begin(), needed.end(), [](const auto& part) { return part.second > 0; });
  }

  /// No limit on a kind of work is passed by the order in that shift, beside the plan's visits.
  [[nodiscard]] bool kinds_suffice(const Plan& plan, std::size_t order, std::size_t shift) const {
    const auto takes = [&](const TagCap& cap, std::size_t o, std::size_t t) -> std::int64_t {
      const auto tags = d_.orders.tags[o];
      if (std::find(tags.begin(), tags.end(), cap.tag) == tags.end()) return 0;
      return cap.work ? up(d_.orders.service_s[o], t) : 1;
    };
    const auto names = [&](std::size_t s, std::size_t row) {
      const auto rows = d_.shifts.tag_caps[s];
      return std::find(rows.begin(), rows.end(), row) != rows.end();
    };
    for (std::size_t row = 0; row < d_.tag_caps.size(); ++row) {
      if (!names(shift, row)) continue;
      const std::int64_t own = takes(d_.tag_caps[row], order, d_.shifts.technician[shift].at());
      std::int64_t all = own;
      for (const Route& r : plan.routes) {
        if (!names(r.shift.at(), row)) continue;
        for (const Stop& stop : r.stops) {
          if (stop.kind == StopKind::visit)
            all += takes(d_.tag_caps[row], stop.order.at(), d_.shifts.technician[r.shift.at()].at());
        }
      }
      if (own > 0 && all > d_.tag_caps[row].most) return false;
    }
    return true;
  }

  /// Every order that hangs together with that one, directly or through others.
  [[nodiscard]] std::set<std::size_t> group(std::size_t order) const {
    std::set<std::size_t> all{order};
    for (std::size_t size = 0; size != all.size();) {
      size = all.size();
      for (const LinkRow& link : d_.links) {
        if (all.count(link.first.at()) != 0) all.insert(link.second.at());
        if (all.count(link.second.at()) != 0) all.insert(link.first.at());
      }
    }
    return all;
  }

  /// The smallest set by trying all of them at every place. Limits of driving in traffic are added to what is least at
  /// a place without them.
  [[nodiscard]] FamilySet reasons(const Plan& plan, std::size_t order, std::size_t technician) const {
    std::vector<Way> ways;
    std::set<std::size_t> missing = group(order);
    missing.erase(order);
    for (const Route& r : plan.routes) {
      for (const Stop& stop : r.stops) {
        if (stop.kind == StopKind::visit) missing.erase(stop.order.at());
      }
    }
    for (std::size_t s = 0; s < d_.shifts.technician.size(); ++s) {
      if (d_.shifts.technician[s].at() != technician) continue;
      std::vector<std::size_t> visits;
      for (const Route& r : plan.routes) {
        for (const Stop& stop : r.stops) {
          if (r.shift.at() == s && stop.kind == StopKind::visit) visits.push_back(stop.order.at());
        }
      }
      for (std::size_t i = 0; i <= visits.size(); ++i) {
        std::vector<std::size_t> with = visits;
        with.insert(with.begin() + static_cast<std::ptrdiff_t>(i), order);
        for (const Errand& call : errands(with.size())) {
          ways.push_back({s,
                          i,
                          with,
                          call,
                          kinds_suffice(plan, order, s),
                          supplied(plan, s, with, i, 0, call),
                          supplied(plan, s, with, i, FamilySet(bit(Family::parts)), call),
                          {}});
        }
      }
    }
    const auto rank = [](FamilyBits set) { return ranks()[set]; };
    FamilyBits best = every_family;
    for (const FamilySet set : sets_in_order()) {
      if (rank(set) >= rank(best)) break;
      for (Way& way : ways) {
        if (!(has(set, Family::parts) ? way.others_in_stock : way.in_stock)) continue;
        if (!way.of_kind && !has(set, Family::jobs)) continue;
        if (!missing.empty() && !has(set, Family::links)) continue;
        const auto within = [&](FamilyBits one) { return (one & ~FamilyBits{set}) == 0; };
        if (std::any_of(way.enough.begin(), way.enough.end(), within)) continue;
        const std::vector<Sequence> others = beside(plan, way.shift, order);
        if (!insert(way.shift, way.visits, way.position, set, false, way.call, others)) continue;
        way.enough.push_back(set);
        FamilyBits whole = set;
        if (!insert(way.shift, way.visits, way.position, set, true, way.call, others))
          whole |= bit(Family::travel_time);
        if (rank(whole) < rank(best)) best = whole;
      }
    }
    return best;
  }

  /// Routes of the plan with linked visits, but that of a shift, and without an order.
  [[nodiscard]] std::vector<Sequence> beside(const Plan& plan, std::size_t shift, std::size_t order) const {
    std::vector<Sequence> others;
    for (const Route& r : plan.routes) {
      if (r.shift.at() == shift) continue;
      const Sequence one = sequence_of(r, order);
      const auto linked = [&](const Item& item) { return item.is_visit() && stays(item.index, SIZE_MAX, 0); };
      if (std::any_of(one.items.begin(), one.items.end(), linked)) others.push_back(one);
    }
    return others;
  }

 private:
  /// A place where the order could go, and sets that let it.
  struct Way {
    std::size_t shift = 0;
    std::size_t position = 0;
    std::vector<std::size_t> visits;
    Errand call;
    bool of_kind = true;          ///< limits on its kind of work suffice
    bool in_stock = true;         ///< parts suffice for all
    bool others_in_stock = true;  ///< or for the others
    std::vector<FamilyBits> enough;
  };
  static constexpr std::size_t all_sets = std::size_t{1} << family_count;
  static const std::vector<std::size_t>& ranks() {
    static const std::vector<std::size_t> places = [] {
      std::vector<std::size_t> found(all_sets);
      for (std::size_t i = 0; i < found.size(); ++i) found[FamilyBits{sets_in_order()[i]}] = i;
      return found;
    }();
    return places;
  }

  static const std::vector<FamilySet>& sets_in_order() {
    static const std::vector<FamilySet> sets = [] {
      std::vector<std::pair<std::vector<int>, FamilySet>> keyed;
      for (unsigned set = 0; set < all_sets; ++set) {
        std::vector<int> key{0};  // size, then the codes
        for (int f = 0; f < family_count; ++f) {
          if ((set >> f & 1U) == 0) continue;
          ++key[0];
          key.push_back(f);
        }
        keyed.emplace_back(key, static_cast<FamilyBits>(set));
      }
      std::sort(keyed.begin(), keyed.end());
      std::vector<FamilySet> list;
      for (const auto& [key, set] : keyed) list.push_back(set);
      return list;
    }();
    return sets;
  }

  [[nodiscard]] bool pair_fits(std::size_t t, std::size_t o, std::int32_t day, FamilySet relaxed) const {
    const auto ids = [](auto list) { return std::set<std::uint32_t>(list.begin(), list.end()); };
    const auto indices = [](auto list) {
      std::set<std::size_t> set;
      for (const auto i : list) set.insert(i.at());
      return set;
    };
    for (const SkillNeed& need : d_.orders.skills[o]) {
      bool ok = has(relaxed, Family::skill);
      for (const SkillGrant& g : d_.technicians.skills[t]) {
        ok = ok || (g.skill == need.skill && g.level >= need.level && g.first_day <= day && g.last_day >= day);
      }
      if (!ok) return false;
    }
    if (!has(relaxed, Family::allowed)) {
      const auto allowed = indices(d_.orders.allowed[o]);
      if ((!allowed.empty() && !allowed.count(t)) || indices(d_.orders.blocked[o]).count(t)) return false;
    }
    const auto groups = ids(d_.orders.groups[o]);
    if (!has(relaxed, Family::group) && !groups.empty() && !groups.count(d_.technicians.group[t])) return false;
    const auto wanted = ids(d_.orders.languages[o]);
    std::set<std::uint32_t> common;
    for (const std::uint32_t l : ids(d_.technicians.languages[t])) {
      if (wanted.count(l)) common.insert(l);
    }
    if (!has(relaxed, Family::language) && !wanted.empty() && common.empty()) return false;
    const bool pinned = d_.orders.cost_of_change[o] == -1 && d_.orders.pinned_technician[o].valid();
    return has(relaxed, Family::pin) || !pinned || d_.orders.pinned_technician[o].at() == t;
  }

  /// Hours, sums and due breaks of a timed route.
  [[nodiscard]] bool complies(const Route& route, std::size_t target, FamilySet relaxed, bool rushed) const {
    const std::size_t s = route.shift.at();
    const std::size_t t = d_.shifts.technician[s].at();
    const std::int64_t end = std::int64_t{d_.shifts.end_s[s]} + d_.shifts.overtime_cap_s[s];
    if (route.end.seconds > (has(relaxed, Family::shift) ? time_limit_s : end)) return false;
    std::set<std::size_t> taken;
    std::int64_t seconds = 0;
    std::int64_t metres = 0;
    std::int64_t longest = 0;
    std::size_t place = d_.shifts.start_location[s].at();
    std::size_t before = SIZE_MAX;
    const auto go = [&](std::size_t to, bool near, std::int64_t departure) {
      const auto leg = way(t, place, to, near && has(relaxed, Family::reach));
      const bool free = !rushed || has(relaxed, Family::shift);
      const std::int64_t takes = free ? leg->first : there(t, departure, leg->first) - departure;
      seconds += takes;
      longest = std::max(longest, takes);
      metres += leg->second;
      place = to;
    };
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::rest) {
        taken.insert(stop.break_row.at());
        continue;
      }
      if (stop.kind == StopKind::depot) {
        go(d_.depots.location[stop.depot.at()].at(), before == target, stop.departure.seconds);
        before = SIZE_MAX;
        continue;
      }
      go(d_.orders.location[stop.order.at()].at(), stop.order.at() == target || before == target,
         stop.departure.seconds);
      before = stop.order.at();
    }
    if (d_.shifts.end_location[s].valid())
      go(d_.shifts.end_location[s].at(), before == target, route.stops.back().end.seconds);
    if (!has(relaxed, Family::travel_time)) {
      if (seconds > d_.technicians.max_travel_s[t] || longest > d_.technicians.max_leg_s[t]) return false;
    }
    if (!has(relaxed, Family::distance) && metres > d_.technicians.max_distance_m[t]) return false;
    if (has(relaxed, Family::breaks)) return true;
    for (const BreakIndex b : d_.shifts.breaks[s]) {
      const std::int32_t latest = d_.breaks[b.at()].latest_s;
      if (route.start.seconds < latest && route.end.seconds > latest && !taken.count(b.at())) return false;
    }
    return true;
  }
};

}  // namespace check_test
