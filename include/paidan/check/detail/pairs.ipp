#pragma once

#include <paidan/check/evaluate.hpp>

#include <algorithm>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {

// What concerns one order and one technician on one day, whatever the route: skills, lists, pins, durations.
namespace check_detail {

/// ceil(amount × 100 / percent) of whole seconds.
inline std::int64_t scaled(std::int64_t amount, std::int32_t percent) { return (amount * 100 + percent - 1) / percent; }

struct TripLeg {
  bool reachable = false;
  std::int64_t seconds = 0;
  std::int64_t metres = 0;
};

/// Seconds at the gate of a compound: for who comes from outside, at no speed's pace.
inline std::int64_t gate(const Dense& d, LocationIndex from, LocationIndex to) {
  if (d.compounds.of.empty()) return 0;
  const std::uint32_t there = d.compounds.of[to.at()];
  const bool enters = there != UINT32_MAX && there != d.compounds.of[from.at()];
  return enters ? d.compounds.entry_s[to.at()] : 0;
}

/// The way of a technician between two places; unreachable ways count nothing.
inline TripLeg trip(const Dense& d, TechnicianIndex t, LocationIndex from, LocationIndex to) {
  const travel::Leg leg = d.profiles[d.technicians.profile[t.at()].at()].leg(from, to);
  if (!leg.reachable()) return {};
  return {true, scaled(leg.seconds, d.technicians.speed_percent[t.at()]) + gate(d, from, to), leg.metres};
}

/// Seconds of a visit; setup falls away right after a visit at the same place.
inline std::int64_t visit_duration(const Dense& d, TechnicianIndex t, OrderIndex o, bool same_place) {
  const std::int32_t efficiency = d.technicians.efficiency_percent[t.at()];
  const std::int64_t setup = same_place ? 0 : scaled(d.orders.setup_s[o.at()], efficiency);
  return setup + scaled(d.orders.service_s[o.at()], efficiency);
}

/// How much longer it may take.
inline std::int64_t visit_buffer(const Dense& d, TechnicianIndex t, OrderIndex o) {
  return scaled(d.orders.buffer_s[o.at()], d.technicians.efficiency_percent[t.at()]);
}

/// What an order takes of a cap on its kind: a visit, or the seconds of its service.
inline std::int64_t cap_use(const Dense& d, const TagCap& cap, OrderIndex o, TechnicianIndex t) {
  for (const TagIndex tag : d.orders.tags[o.at()]) {
    if (tag == cap.tag)
      return cap.work ? scaled(d.orders.service_s[o.at()], d.technicians.efficiency_percent[t.at()]) : 1;
  }
  return 0;
}

/// Highest level of a skill that holds on the day; 0 when none does.
inline std::int32_t level_on(const Dense& d, TechnicianIndex t, SkillIndex skill, std::int32_t day) {
  std::int32_t level = 0;
  for (const SkillGrant& grant : d.technicians.skills[t.at()]) {
    if (grant.skill == skill && grant.first_day <= day && day <= grant.last_day) level = std::max(level, grant.level);
  }
  return level;
}

/// Σ levels held above levels needed.
inline std::int64_t levels_wasted(const Dense& d, TechnicianIndex t, OrderIndex o, std::int32_t day) {
  std::int64_t levels = 0;
  for (const SkillNeed& need : d.orders.skills[o.at()]) {
    levels += std::max(0, level_on(d, t, need.skill, day) - need.level);
  }
  return levels;
}

struct PairFault {
  Family family;
  std::string_view code;
  std::int64_t amount = 0;
};

template <class T>
bool contains(std::span<const T> list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

inline void skill_faults(const Dense& d, TechnicianIndex t, OrderIndex o, std::int32_t day,
                         std::vector<PairFault>& faults) {
  for (const SkillNeed& need : d.orders.skills[o.at()]) {
    const std::int32_t level = level_on(d, t, need.skill, day);
    if (level >= need.level) continue;
    bool ever_held = false;
    bool ever_enough = false;
    for (const SkillGrant& grant : d.technicians.skills[t.at()]) {
      if (grant.skill != need.skill) continue;
      ever_held = true;
      ever_enough = ever_enough || grant.level >= need.level;
    }
    const std::string_view code = ever_enough ? "certificate_expired" : ever_held ? "skill_level" : "skill_missing";
    faults.push_back({Family::skill, code, need.level - level});
  }
}

/// Everything about the pair that forbids it, in family order. Tools and parts are the route's: a depot may give them.
inline std::vector<PairFault> pair_faults(const Dense& d, TechnicianIndex t, OrderIndex o, std::int32_t day) {
  std::vector<PairFault> faults;
  const OrderColumns& orders = d.orders;
  skill_faults(d, t, o, day, faults);
  const auto allowed = orders.allowed[o.at()];
  if (!allowed.empty() && !contains(allowed, t)) faults.push_back({Family::allowed, "not_allowed"});
  if (contains(orders.blocked[o.at()], t)) faults.push_back({Family::allowed, "blocked"});
  const auto groups = orders.groups[o.at()];
  if (!groups.empty() && !contains(groups, d.technicians.group[t.at()])) faults.push_back({Family::group, "group"});
  const auto spoken = d.technicians.languages[t.at()];
  const auto wanted = orders.languages[o.at()];
  const auto is_spoken = [&](std::uint32_t language) { return contains(spoken, language); };
  if (!wanted.empty() && std::none_of(wanted.begin(), wanted.end(), is_spoken)) {
    faults.push_back({Family::language, "language"});
  }
  const TechnicianIndex pinned = orders.pinned_technician[o.at()];
  if (orders.cost_of_change[o.at()] < 0 && pinned.valid() && pinned != t) {
    faults.push_back({Family::pin, "pin_technician"});
  }
  return faults;
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
