// What a pair must keep whatever the time: the plain predicates that eligibility, matching and explanations share.
// Header-only on purpose: matching asks them for every pair it looks at.
#pragma once

#include <paidan/core/reason.hpp>
#include <paidan/model/dense.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

/// The level needed, valid on that day.
[[nodiscard]] inline bool holds(const Dense& dense, TechnicianIndex technician, const SkillNeed& need,
                                std::int32_t day) {
  for (const SkillGrant& grant : dense.technicians.skills[technician.at()]) {
    if (grant.skill == need.skill && grant.level >= need.level && grant.first_day <= day && day <= grant.last_day) {
      return true;
    }
  }
  return false;
}

[[nodiscard]] inline bool skilled(const Dense& dense, OrderIndex order, TechnicianIndex technician, std::int32_t day) {
  for (const SkillNeed& need : dense.orders.skills[order.at()]) {
    if (!holds(dense, technician, need, day)) return false;
  }
  return true;
}

template <class T>
[[nodiscard]] bool contains(std::span<const T> sorted, const T& value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

template <class T>
[[nodiscard]] bool meet(std::span<const T> a, std::span<const T> b) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

[[nodiscard]] inline std::int64_t stock_of(const Dense& dense, TechnicianIndex technician, PartIndex part) {
  std::int64_t held = 0;
  for (const PartNeed& row : dense.technicians.stock[technician.at()]) {
    if (row.part == part) held += row.quantity;
  }
  return held;
}

/// All pair families but `skill`, which alone depends on the day.
[[nodiscard]] inline FamilySet violated_any_day(const Dense& dense, OrderIndex order, TechnicianIndex technician) {
  const std::size_t o = order.at();
  const std::size_t t = technician.at();
  FamilySet set = 0;
  const auto allowed = dense.orders.allowed[o];
  if ((!allowed.empty() && !contains(allowed, technician)) || contains(dense.orders.blocked[o], technician)) {
    set = static_cast<FamilySet>(set | bit(Family::allowed));
  }
  const auto groups = dense.orders.groups[o];
  if (!groups.empty() && !contains(groups, dense.technicians.group[t]))
    set = static_cast<FamilySet>(set | bit(Family::group));
  const auto languages = dense.orders.languages[o];
  if (!languages.empty() && !meet(languages, dense.technicians.languages[t])) {
    set = static_cast<FamilySet>(set | bit(Family::language));
  }
  const auto tools = dense.orders.tools[o];
  const auto held = dense.technicians.tools[t];
  if (!std::includes(held.begin(), held.end(), tools.begin(), tools.end())) {
    set = static_cast<FamilySet>(set | bit(Family::tools));
  }
  for (const PartNeed& need : dense.orders.parts[o]) {
    if (stock_of(dense, technician, need.part) < need.quantity) set = static_cast<FamilySet>(set | bit(Family::parts));
  }
  const TechnicianIndex pinned = dense.orders.pinned_technician[o];
  if (pinned.valid() && dense.orders.cost_of_change[o] == -1 && pinned != technician) {
    set = static_cast<FamilySet>(set | bit(Family::pin));
  }
  return set;
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
