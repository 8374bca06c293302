// Required skills at their levels, with certificates valid on the local day of the shift.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array skill_kinds{
    ReasonKind{Family::skill, "skill_missing", "lacks {skill} skill level {needed}",
               "缺\"{skill}\"技能(本单要求{needed}级)"},
    ReasonKind{Family::skill, "skill_level", "has {skill} skill level {held}, level {needed} is needed",
               "\"{skill}\"技能{held}级,本单要求{needed}级"},
    ReasonKind{Family::skill, "certificate_expired", "the {skill} certificate ran out on {date}",
               "\"{skill}\"证书已于{date}到期"},
    ReasonKind{Family::skill, "certificate_not_yet_valid", "the {skill} certificate is valid from {date} only",
               "\"{skill}\"证书{date}起才有效"},
};

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

/// The same on that day, or, without one, on any.
[[nodiscard]] inline bool holds_on(const Dense& dense, TechnicianIndex technician, const SkillNeed& need,
                                   std::optional<std::int32_t> day) {
  if (day) return holds(dense, technician, need, *day);
  const auto grants = dense.technicians.skills[technician.at()];
  return std::any_of(grants.begin(), grants.end(),
                     [&](const SkillGrant& grant) { return grant.skill == need.skill && grant.level >= need.level; });
}

/// Which kind of lack it is: no such skill, level too low, or a certificate that would do but not on that day.
inline void tell_skill(const Teller& teller, const SkillNeed& need, std::optional<std::int32_t> some_day) {
  const std::int32_t day = some_day.value_or(0);  // without a day no grant is high enough, so no date is told
  std::int32_t held_valid = 0;
  std::int32_t held_ever = 0;
  std::int32_t expired = std::numeric_limits<std::int32_t>::min();
  std::int32_t begins = std::numeric_limits<std::int32_t>::max();
  bool any = false;
  for (const SkillGrant& grant : teller.dense().technicians.skills[teller.technician().at()]) {
    if (grant.skill != need.skill) continue;
    any = true;
    held_ever = std::max(held_ever, grant.level);
    if (grant.first_day <= day && day <= grant.last_day) held_valid = std::max(held_valid, grant.level);
    if (grant.level < need.level) continue;
    if (grant.last_day < day) expired = std::max(expired, grant.last_day);
    if (grant.first_day > day) begins = std::min(begins, grant.first_day);
  }
  std::vector<Parameter> parameters{{"skill", teller.problem().skill_name(need.skill)}, {"needed", number(need.level)}};
  if (!any) return teller.add(Family::skill, "skill_missing", std::move(parameters));
  std::string detail = "skill_level";
  const auto dated = [&](std::string kind, std::int32_t date) {
    detail = std::move(kind);
    parameters.push_back({"date", Date{date}.text()});
    parameters.push_back({"day", Date{day}.text()});
  };
  if (expired != std::numeric_limits<std::int32_t>::min()) {
    dated("certificate_expired", expired);
  } else if (begins != std::numeric_limits<std::int32_t>::max()) {
    dated("certificate_not_yet_valid", begins);
  }
  parameters.push_back({"held", number(held_valid > 0 ? held_valid : held_ever)});
  teller.add(Family::skill, std::move(detail), std::move(parameters));
}

inline void tell_skills(const Teller& teller, std::optional<std::int32_t> day) {
  for (const SkillNeed& need : teller.dense().orders.skills[teller.order().at()]) {
    if (!holds_on(teller.dense(), teller.technician(), need, day)) tell_skill(teller, need, day);
  }
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
