#pragma once

#include <paidan/model/detail/checker.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

PAIDAN_INLINE void Checker::check_technician(std::size_t i) {
  const Technician& technician = data_.technicians[i];
  const Spot spot("technicians", i);
  check_id(spot.at("id"), technician.id, nouns::technician, "technicians", technician_table_.find(technician.id), i);
  bool needs_home = false;
  for (const Shift& shift : technician.shifts) {
    needs_home = needs_home || !shift.start_location || (!shift.end_location && !shift.open_end);
  }
  if (needs_home || !technician.home.empty()) {
    check_known(spot.at("home"), technician.home, nouns::location, location_table_);
  }
  for (std::size_t k = 0; k < technician.shifts.size(); ++k) check_shift(spot.at("shifts", k), technician, k);
  check_once(
      spot, "shifts", technician.shifts, [](const Shift& shift) -> std::string_view { return shift.id; }, nouns::shift);
  check_overlaps(spot, technician);
  for (std::size_t k = 0; k < technician.skills.size(); ++k) {
    const SkillHeld& held = technician.skills[k];
    const Spot skill = spot.at("skills", k);
    check_skill(skill.at("skill"), held.skill);
    check_field<&SkillHeld::level>(skill, held);
    if (held.valid_from && held.valid_until && *held.valid_until < *held.valid_from) {
      fail(errors::certificate_dates, skill,
           {{"skill", held.skill}, {"from", held.valid_from->text()}, {"until", held.valid_until->text()}});
    }
  }
  for (std::size_t k = 0; k < technician.suspensions.size(); ++k) {
    check_span(spot.at("suspensions", k), nouns::suspension, technician.suspensions[k].start,
               technician.suspensions[k].end);
  }
  if (technician.mentor) refuse(spot.at("mentor"), "riding with a mentor", "学徒跟车");
  if (technician.profile) check_known(spot.at("profile"), *technician.profile, nouns::travel_profile, profile_table_);
  check_field<&Technician::speed_percent>(spot, technician);
  check_field<&Technician::efficiency_percent>(spot, technician);
  if (technician.max_jobs) check_amount(spot.at("max_jobs"), *technician.max_jobs, INT32_MAX);
  if (technician.max_leg) check_amount(spot.at("max_leg"), technician.max_leg->seconds, largest_duration_s);
  if (technician.max_travel) check_amount(spot.at("max_travel"), technician.max_travel->seconds, largest_duration_s);
  if (technician.max_distance_metres) {
    check_amount(spot.at("max_distance_metres"), *technician.max_distance_metres, largest_weight);
  }
  check_amount(spot.at("fixed_cost"), technician.fixed_cost, largest_weight);
  for (std::size_t k = 0; k < technician.parts.size(); ++k) {
    check_name(spot.at("parts", k).at("part"), technician.parts[k].part);
    check_field<&PartCount::quantity>(spot.at("parts", k), technician.parts[k]);
  }
  check_once(
      spot, "parts", technician.parts, [](const PartCount& count) -> std::string_view { return count.part; },
      nouns::part);
  check_names(spot, "tools", technician.tools);
  if (technician.group) check_listed(spot.at("group"), *technician.group);
  check_field<&Technician::rating>(spot, technician);
  check_amount(spot.at("load_carried"), technician.load_carried.seconds, largest_duration_s);
  check_names(spot, "languages", technician.languages);

  const std::size_t profile = technician.profile ? profile_table_.find(*technician.profile) : 0;
  if (profile == IdTable::npos) return;
  if (technician.max_distance_metres && lacks_metres(profiles_[profile])) {
    fail(errors::distance_unknown, spot.at("max_distance_metres"),
         {{"technician", technician.name.empty() ? technician.id : technician.name},
          {"value", std::to_string(*technician.max_distance_metres)},
          {"profile", profiles_[profile].id}});
  }
  if (technician.speed_percent < 1) return;
  const std::int64_t slowest =
      in_traffic(profiles_[profile], scaled(longest_[profile].seconds, technician.speed_percent) + longest_entry_s_);
  if (slowest <= time_limit_s) return;
  fail(errors::leg_too_slow, spot.at("speed_percent"),
       {{"percent", std::to_string(technician.speed_percent)},
        {"profile", profiles_[profile].id},
        {"value", std::to_string(slowest)}});
}

PAIDAN_INLINE void Checker::check_shift(const Spot& spot, const Technician& technician, std::size_t k) {
  const Shift& shift = technician.shifts[k];
  check_name(spot.at("id"), shift.id);
  bool fine = check_span(spot, nouns::shift, shift.start, shift.end);
  const std::size_t before = errors_.total();
  check_amount(spot.at("overtime_cap"), shift.overtime_cap.seconds, largest_duration_s);
  fine = fine && errors_.total() == before;
  const Instant last = fine ? shift.end + shift.overtime_cap : shift.end;
  if (fine) fine = check_time(spot.at("overtime_cap"), last);
  if (shift.start_location)
    check_known(spot.at("start_location"), *shift.start_location, nouns::location, location_table_);
  if (shift.end_location) {
    check_known(spot.at("end_location"), *shift.end_location, nouns::location, location_table_);
    if (shift.open_end)
      fail(errors::open_end_with_location, spot.at("end_location"), {{"location", *shift.end_location}});
  }
  if (shift.breaks.size() > most_breaks) {
    fail(errors::too_many, spot.at("breaks"),
         {{"noun", "breaks in a shift"},
          {"noun_zh", "班内休息"},
          {"count", std::to_string(shift.breaks.size())},
          {"limit", std::to_string(most_breaks)}});
  }
  for (std::size_t b = 0; b < shift.breaks.size(); ++b) {
    const Break& pause = shift.breaks[b];
    const Spot at = spot.at("breaks", b);
    const std::size_t so_far = errors_.total();
    check_time(at.at("earliest"), pause.earliest);
    check_time(at.at("latest"), pause.latest);
    check_amount(at.at("duration"), pause.duration.seconds, largest_duration_s);
    if (errors_.total() > so_far) continue;
    if (pause.latest < pause.earliest) {
      fail(errors::latest_before_earliest, at, {{"earliest", show(pause.earliest)}, {"latest", show(pause.latest)}});
    } else if (fine && (pause.earliest < shift.start || pause.latest + pause.duration > last)) {
      fail(errors::break_outside_shift, at,
           {{"start", show(pause.earliest)},
            {"end", show(pause.latest + pause.duration)},
            {"shift_start", show(shift.start)},
            {"shift_end", show(last)}});
    }
  }
}

/// Nobody works two shifts at once, not even by overtime: routes of different shifts are planned apart.
PAIDAN_INLINE void Checker::check_overlaps(const Spot& parent, const Technician& technician) {
  std::vector<std::size_t> by_start;
  for (std::size_t k = 0; k < technician.shifts.size(); ++k) {
    const Shift& shift = technician.shifts[k];
    const bool sane = shift.start < shift.end && shift.overtime_cap.seconds >= 0 &&
                      shift.overtime_cap.seconds <= largest_duration_s &&
                      seconds_from(data_.origin, shift.start) >= -time_limit_s &&
                      seconds_from(data_.origin, shift.end) <= time_limit_s;
    if (sane) by_start.push_back(k);
  }
  std::sort(by_start.begin(), by_start.end(), [&](std::size_t a, std::size_t b) {
    return std::pair{technician.shifts[a].start, a} < std::pair{technician.shifts[b].start, b};
  });
  std::vector<std::pair<std::size_t, std::size_t>> clashes;  // shift, the one that is not over
  for (std::size_t i = 1, last = 0; i < by_start.size(); ++i) {
    const Shift& latest = technician.shifts[by_start[last]];
    const Shift& shift = technician.shifts[by_start[i]];
    if (shift.start < latest.end + latest.overtime_cap) clashes.emplace_back(by_start[i], by_start[last]);
    if (shift.end + shift.overtime_cap > latest.end + latest.overtime_cap) last = i;
  }
  std::sort(clashes.begin(), clashes.end());
  for (const auto& [here, other] : clashes) {
    const Shift& earlier = technician.shifts[other];
    fail(errors::overlapping_shifts, parent.at("shifts", here),
         {{"shift", technician.shifts[here].id},
          {"start", show(technician.shifts[here].start)},
          {"other", earlier.id},
          {"end", show(earlier.end + earlier.overtime_cap)}});
  }
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
