#pragma once

#include <paidan/model/detail/links_fit.ipp>
#include <paidan/model/detail/lookup.ipp>
#include <paidan/model/detail/nobody_fits.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

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

/// A matrix of times alone makes every way 0 metres long.
inline void notice_distances(Errors& notices, const ProblemData& data) {
  if (data.objective.per_metre <= 0) return;
  for (std::size_t i = 0; i < data.profiles.size(); ++i) {
    if (!lacks_metres(data.profiles[i])) continue;
    notices.add(errors::distance_costs_nothing, Spot("profiles", i).at("matrix").text(),
                {{"value", std::to_string(data.objective.per_metre)}, {"profile", data.profiles[i].id}});
  }
}

/// A limit or closure for a tag that no order has is a word misspelt, most likely.
inline void notice_tags(Errors& notices, const ProblemData& data) {
  if (data.limits.empty() && data.closures.empty()) return;
  NameTable tags;
  for (const Order& order : data.orders) {
    for (const std::string& tag : order.tags) tags.add(tag);
  }
  tags.finish();
  const auto look = [&](const Spot& spot, const std::string& tag) {
    if (!tags.contains(tag))
      notices.add(errors::unused_tag, spot.at("tag").text(), with_hint({{"tag", tag}}, tag, tags.names()));
  };
  for (std::size_t i = 0; i < data.limits.size(); ++i) look(Spot("limits", i), data.limits[i].tag);
  for (std::size_t i = 0; i < data.closures.size(); ++i) look(Spot("closures", i), data.closures[i].tag);
}

/// `data` is valid and has its defaults.
inline std::vector<Error> notices_of(const ProblemData& data, const Dense& dense, const SourceRows& rows) {
  Errors notices;
  notice_certificates(notices, data, dense, rows);
  NobodyFits(data, dense, rows, notices).look();
  LinksFit(data, dense, rows, notices).look();
  notice_distances(notices, data);
  notice_tags(notices, data);
  return notices.told();
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
