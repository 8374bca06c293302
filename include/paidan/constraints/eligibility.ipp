#pragma once

#include <paidan/constraints/detail/rules.hpp>
#include <paidan/constraints/eligibility.hpp>
#include <paidan/model/detail/lists.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

namespace constraints_detail {

/// Which kind of lack it is: no such skill, level too low, or a certificate that would do but not on that day.
inline Reason skill_reason(const Problem& problem, TechnicianIndex technician, const SkillNeed& need,
                           std::optional<std::int32_t> some_day) {
  const std::int32_t day = some_day.value_or(0);  // without a day no grant is high enough, so no date is told
  std::int32_t held_valid = 0;
  std::int32_t held_ever = 0;
  std::int32_t expired = std::numeric_limits<std::int32_t>::min();
  std::int32_t begins = std::numeric_limits<std::int32_t>::max();
  bool any = false;
  for (const SkillGrant& grant : problem.dense().technicians.skills[technician.at()]) {
    if (grant.skill != need.skill) continue;
    any = true;
    held_ever = std::max(held_ever, grant.level);
    if (grant.first_day <= day && day <= grant.last_day) held_valid = std::max(held_valid, grant.level);
    if (grant.level < need.level) continue;
    if (grant.last_day < day) expired = std::max(expired, grant.last_day);
    if (grant.first_day > day) begins = std::min(begins, grant.first_day);
  }
  Reason reason{.family = Family::skill, .detail = "skill_missing", .parameters = {}};
  reason.parameters = {{"technician", problem.technician(technician).name},
                       {"skill", problem.skill_name(need.skill)},
                       {"needed", std::to_string(need.level)}};
  if (!any) return reason;
  if (expired != std::numeric_limits<std::int32_t>::min()) {
    reason.detail = "certificate_expired";
    reason.parameters.push_back({"date", Date{expired}.text()});
    reason.parameters.push_back({"day", Date{day}.text()});
  } else if (begins != std::numeric_limits<std::int32_t>::max()) {
    reason.detail = "certificate_not_yet_valid";
    reason.parameters.push_back({"date", Date{begins}.text()});
    reason.parameters.push_back({"day", Date{day}.text()});
  } else {
    reason.detail = "skill_level";
  }
  reason.parameters.push_back({"held", std::to_string(held_valid > 0 ? held_valid : held_ever)});
  return reason;
}

inline bool holds_on(const Dense& dense, TechnicianIndex technician, const SkillNeed& need,
                     std::optional<std::int32_t> day) {
  if (day) return holds(dense, technician, need, *day);
  const auto grants = dense.technicians.skills[technician.at()];
  return std::any_of(grants.begin(), grants.end(),
                     [&](const SkillGrant& grant) { return grant.skill == need.skill && grant.level >= need.level; });
}

inline FamilyBits violated_on(const Dense& dense, OrderIndex order, TechnicianIndex technician,
                              std::optional<std::int32_t> day) {
  FamilyBits set = violated_any_day(dense, order, technician);
  for (const SkillNeed& need : dense.orders.skills[order.at()]) {
    if (!holds_on(dense, technician, need, day)) set = static_cast<FamilyBits>(set | bit(Family::skill));
  }
  return set;
}

inline std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

inline std::vector<Reason> reasons_on(const Problem& problem, OrderIndex order, TechnicianIndex technician,
                                      std::optional<std::int32_t> day) {
  namespace detail = constraints_detail;
  const Dense& dense = problem.dense();
  const std::size_t o = order.at();
  const Order& wanted = problem.order(order);
  const Technician& person = problem.technician(technician);
  const Parameter who{"technician", person.name};
  const FamilyBits set = violated_on(dense, order, technician, day);
  std::vector<Reason> list;
  const auto add = [&](Family family, std::string detail, std::vector<Parameter> parameters) {
    parameters.insert(parameters.begin(), who);
    list.push_back({family, std::move(detail), std::move(parameters)});
  };
  for (const SkillNeed& need : dense.orders.skills[o]) {
    if (!holds_on(dense, technician, need, day)) list.push_back(detail::skill_reason(problem, technician, need, day));
  }
  if (has(set, Family::allowed)) {
    const bool blocked = contains(dense.orders.blocked[o], technician);
    if (blocked) add(Family::allowed, "blocked", {});
    const auto allowed = dense.orders.allowed[o];
    if (!allowed.empty() && !contains(allowed, technician)) {
      std::vector<std::string> names;
      for (const TechnicianIndex other : allowed) names.push_back(problem.technician(other).name);
      add(Family::allowed, "not_allowed", {{"allowed", detail::joined(names)}});
    }
  }
  if (has(set, Family::group)) {
    add(Family::group, "group", {{"needed", detail::joined(wanted.groups)}, {"held", person.group.value_or("")}});
  }
  if (has(set, Family::language)) {
    add(Family::language, "language",
        {{"needed", detail::joined(wanted.languages)}, {"held", detail::joined(person.languages)}});
  }
  if (has(set, Family::tools)) {
    for (const std::string& tool : wanted.tools) {
      if (std::find(person.tools.begin(), person.tools.end(), tool) == person.tools.end()) {
        add(Family::tools, "tool_missing", {{"tool", tool}});
      }
    }
  }
  if (has(set, Family::parts)) {
    for (const PartNeed& need : dense.orders.parts[o]) {
      const std::int64_t held = stock_of(dense, technician, need.part);
      if (held >= need.quantity) continue;
      add(Family::parts, "part_short",
          {{"part", problem.part_name(need.part)},
           {"needed", std::to_string(need.quantity)},
           {"held", std::to_string(held)}});
    }
  }
  if (has(set, Family::pin)) {
    add(Family::pin, "pin_technician", {{"pinned", problem.technician(dense.orders.pinned_technician[o]).name}});
  }
  return list;
}

}  // namespace constraints_detail

PAIDAN_INLINE FamilySet violated(const Problem& problem, OrderIndex order, ShiftIndex shift) {
  const Dense& dense = problem.dense();
  return constraints_detail::violated_on(dense, order, dense.shifts.technician[shift.at()],
                                         dense.shifts.local_day[shift.at()]);
}
PAIDAN_INLINE FamilySet violated(const Problem& problem, OrderIndex order, TechnicianIndex technician) {
  return constraints_detail::violated_on(problem.dense(), order, technician, std::nullopt);
}

PAIDAN_INLINE std::vector<Reason> reasons(const Problem& problem, OrderIndex order, ShiftIndex shift) {
  const Dense& dense = problem.dense();
  return constraints_detail::reasons_on(problem, order, dense.shifts.technician[shift.at()],
                                        dense.shifts.local_day[shift.at()]);
}
PAIDAN_INLINE std::vector<Reason> reasons(const Problem& problem, OrderIndex order, TechnicianIndex technician) {
  return constraints_detail::reasons_on(problem, order, technician, std::nullopt);
}

PAIDAN_INLINE void eligible_shifts(const Problem& problem, OrderIndex order, std::vector<ShiftIndex>& shifts) {
  const Dense& dense = problem.dense();
  shifts.clear();
  for (std::size_t t = 0; t + 1 < dense.technicians.first_shift.size(); ++t) {
    const TechnicianIndex technician(t);
    if (violated_any_day(dense, order, technician) != 0) continue;
    for (std::size_t s = dense.technicians.first_shift[t]; s < dense.technicians.first_shift[t + 1]; ++s) {
      if (skilled(dense, order, technician, dense.shifts.local_day[s])) shifts.emplace_back(s);
    }
  }
}

PAIDAN_INLINE Lists<ShiftIndex> eligible_shifts(const Problem& problem) {
  Lists<ShiftIndex> lists;
  std::vector<ShiftIndex> row;
  for (std::size_t o = 0; o < problem.order_count(); ++o) {
    eligible_shifts(problem, OrderIndex(o), row);
    lists.push(row);
  }
  return lists;
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
