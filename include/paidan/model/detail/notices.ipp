#pragma once

#include <paidan/model/detail/lookup.ipp>

#include <map>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

/// Highest level of a skill valid on a local day; 0 when none is.
inline std::int32_t level_on(std::span<const SkillGrant> grants, SkillIndex skill, std::int32_t day) {
  std::int32_t level = 0;
  for (const SkillGrant& grant : grants) {
    if (grant.skill == skill && grant.first_day <= day && day <= grant.last_day) level = std::max(level, grant.level);
  }
  return level;
}

inline bool somebody_skilled(const Dense& dense, std::span<const SkillNeed> needs) {
  for (std::size_t s = 0; s < dense.shifts.technician.size(); ++s) {
    const auto grants = dense.technicians.skills[dense.shifts.technician[s].at()];
    const std::int32_t day = dense.shifts.local_day[s];
    const bool all = std::all_of(needs.begin(), needs.end(), [&](const SkillNeed& need) {
      return level_on(grants, need.skill, day) >= need.level;
    });
    if (all) return true;
  }
  return false;
}

inline void notice_certificates(Errors& notices, const ProblemData& data, const Dense& dense, const SourceRows& rows) {
  for (std::size_t i = 0; i < data.technicians.size(); ++i) {
    const Technician& technician = data.technicians[i];
    std::int32_t first_day = INT32_MAX;
    for (std::size_t s = dense.technicians.first_shift[i]; s < dense.technicians.first_shift[i + 1]; ++s) {
      first_day = std::min(first_day, dense.shifts.local_day[s]);
    }
    if (technician.shifts.empty()) continue;
    for (std::size_t k = 0; k < technician.skills.size(); ++k) {
      const SkillHeld& held = technician.skills[k];
      if (!held.valid_until || held.valid_until->days >= first_day) continue;
      notices.add(errors::expired_certificate, Spot("technicians", i).at("skills", k).text(),
                  {{"technician", technician.name},
                   {"skill", held.skill},
                   {"date", held.valid_until->text()},
                   {"day", Date{first_day}.text()}},
                  i < rows.technicians.size() ? rows.technicians[i] : 0);
    }
  }
}

/// Orders repeat few different sets of skills, so each set is looked at once.
inline void notice_orders(Errors& notices, const ProblemData& data, const Dense& dense, const SourceRows& rows) {
  std::map<std::vector<std::pair<SkillIndex, std::int32_t>>, bool> known;
  for (std::size_t i = 0; i < data.orders.size(); ++i) {
    const auto needs = dense.orders.skills[i];
    if (needs.empty()) continue;
    std::vector<std::pair<SkillIndex, std::int32_t>> key;
    for (const SkillNeed& need : needs) key.emplace_back(need.skill, need.level);
    const auto [entry, fresh] = known.try_emplace(std::move(key), false);
    if (fresh) entry->second = somebody_skilled(dense, needs);
    if (entry->second) continue;
    std::string skills;
    for (const SkillLevel& need : data.orders[i].skills) {
      skills += (skills.empty() ? "" : ", ") + need.skill + " ≥ " + std::to_string(need.level);
    }
    notices.add(errors::nobody_skilled, Spot("orders", i).text(), {{"order", data.orders[i].name}, {"skills", skills}},
                i < rows.orders.size() ? rows.orders[i] : 0);
  }
}

/// A matrix of times alone makes every way 0 metres long.
inline void notice_distances(Errors& notices, const ProblemData& data) {
  if (data.objective.per_metre <= 0) return;
  for (std::size_t i = 0; i < data.profiles.size(); ++i) {
    if (!lacks_metres(data.profiles[i])) continue;
    notices.add(errors::distance_costs_nothing, Spot("profiles", i).at("matrix").text(),
                {{"value", std::to_string(data.objective.per_metre)}, {"profile", data.profiles[i].id}});
  }
}

/// `data` is valid and has its defaults.
inline std::vector<Error> notices_of(const ProblemData& data, const Dense& dense, const SourceRows& rows) {
  Errors notices;
  notice_certificates(notices, data, dense, rows);
  notice_orders(notices, data, dense, rows);
  notice_distances(notices, data);
  return notices.told();
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
