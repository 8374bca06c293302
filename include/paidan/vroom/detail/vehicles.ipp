#pragma once

#include <paidan/vroom/detail/translator.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace vroom_detail {

/// One objective for all: vehicles may differ in what it costs to use them, not in what a second or metre does.
PAIDAN_INLINE void Translator::read_rates() {
  const vroom::VehicleCosts& first = in_.vehicles[0].costs;
  const auto same = [&](std::size_t i, std::string_view field, std::int64_t value, std::int64_t expected) {
    if (value == expected) return;
    fail(wrong::rates_differ, at("vehicles", i) + ".costs." + std::string(field),
         {{"field", std::string(field)}, {"value", std::to_string(value)}, {"first", std::to_string(expected)}});
  };
  for (std::size_t i = 0; i < in_.vehicles.size(); ++i) {
    const vroom::VehicleCosts& costs = in_.vehicles[i].costs;
    same(i, "per_hour", costs.per_hour, first.per_hour);
    same(i, "per_task_hour", costs.per_task_hour, first.per_task_hour);
    same(i, "per_km", costs.per_km, first.per_km);
  }
  if (first.per_task_hour > first.per_hour) {
    fail(wrong::work_dearer_than_travel, "vehicles[0].costs.per_task_hour",
         {{"value", std::to_string(first.per_task_hour)}, {"limit", std::to_string(first.per_hour)}});
  }
  // In units of 1/3,600,000, or in larger ones that all of these are multiples of.
  std::int64_t unit = std::gcd(units_in_cost, std::gcd(first.per_hour * 1'000, first.per_task_hour * 1'000));
  unit = std::gcd(unit, first.per_km * 3'600);
  rates = {first.per_hour * 1'000 / unit, first.per_km * 3'600 / unit, first.per_task_hour * 1'000 / unit,
           units_in_cost / unit};
  Objective& objective = data.objective;
  objective = {.goals = GoalOrder::in_order,
               .per_travel_second = std::max<std::int64_t>(0, rates.per_travel_second - rates.per_work_second),
               .per_metre = rates.per_metre,
               .per_waiting_second = 0,
               .per_lateness_second = 0,
               .per_overtime_second = 0,
               .per_overskill_level = 0,
               .unserved = 0,
               .not_preferred = 0,
               .not_same_technician = 0,
               .per_rating_point = 0};
  // All paid time, the way included: what the way was given less of.
  if (rates.per_work_second > 0) objective.fairness = {{.over = {}, .per_second = rates.per_work_second}};
}

PAIDAN_INLINE void Translator::read_vehicle(std::size_t i) {
  const vroom::Vehicle& vehicle = in_.vehicles[i];
  const std::string path = at("vehicles", i);
  Technician technician{.id = std::to_string(vehicle.id)};
  vroom::Day& day = days[i];
  Span hours{first_, last_};
  if (vehicle.time_window) read_window(path + ".time_window", "time_window", *vehicle.time_window, hours);
  day.start = hours.first;
  day.end = hours.last;
  Shift shift{.id = "day", .start = {day.start}, .end = {day.end}};
  // A day of a single moment is none of ours; nobody can do anything in it that takes time.
  if (shift.end <= shift.start) shift.end = shift.start + Duration{1};

  const bool starts = vehicle.start || vehicle.start_index;
  const bool ends = vehicle.end || vehicle.end_index;
  if (!starts && !ends) {
    fail(wrong::no_start_or_end, path,
         {{"where", by_matrix_ ? ": start_index or end_index" : ": start or end"},
          {"where_zh", by_matrix_ ? ":start_index或end_index" : ":start或end"}});
  }
  if (starts) {
    shift.start_location = place(path, "start", "start_index", vehicle.start, vehicle.start_index);
  } else {
    from_nowhere_ = true;
    shift.start_location = std::string(nowhere);
  }
  if (ends) {
    shift.end_location = place(path, "end", "end_index", vehicle.end, vehicle.end_index);
  } else {
    shift.open_end = true;
  }

  day.metres = !by_matrix_;
  if (by_matrix_) {
    const auto found = in_.matrices.find(vehicle.profile);
    if (found == in_.matrices.end()) {
      std::vector<std::string_view> known;
      for (const auto& [name, matrices] : in_.matrices) known.push_back(name);
      errors.add(unknown_id(nouns::travel_profile, vehicle.profile, path + ".profile", known));
    } else {
      day.metres = found->second.distances.has_value();
      const auto needs = [&](std::string_view field) {
        if (day.metres) return;
        fail(wrong::distances_needed, path + "." + std::string(field),
             {{"field", std::string(field)}, {"profile", vehicle.profile}});
      };
      if (vehicle.max_distance) needs("max_distance");
      if (vehicle.costs.per_km > 0) needs("costs.per_km");
    }
    technician.profile = vehicle.profile;
  }

  const auto percent = vehicle.speed_factor.times(Decimal(100));
  const auto whole = percent ? percent->rounded(0, Rounding::floor) : std::nullopt;
  if (vehicle.speed_factor.compare(Decimal(5)) > 0 || !whole || whole->compare(Decimal(1)) < 0) {
    fail(wrong::speed_out_of_range, path + ".speed_factor", {{"value", vehicle.speed_factor.text()}});
  } else {
    technician.speed_percent = static_cast<std::int32_t>(*whole->to_integer());
    if (whole->compare(*percent) != 0) {
      say(said::speed_rounded, path + ".speed_factor",
          {{"value", vehicle.speed_factor.text()}, {"taken", whole->over(Decimal(100)).value_or(Decimal(1)).text()}});
    }
  }

  for (std::size_t k = 0; k < vehicle.skills.size(); ++k) {
    if (!check_range(errors, path + "." + at("skills", k), "skills", vehicle.skills[k], 0, most_skill)) continue;
    const std::string skill = std::to_string(vehicle.skills[k]);
    const auto twice = [&](const SkillHeld& held) { return held.skill == skill; };
    if (std::none_of(technician.skills.begin(), technician.skills.end(), twice)) {
      technician.skills.push_back({.skill = skill});
    }
  }
  if (vehicle.max_tasks) technician.max_jobs = static_cast<std::int32_t>(std::min(*vehicle.max_tasks, most_count));
  if (vehicle.max_travel_time) {
    technician.max_travel = Duration{std::min<std::int64_t>(*vehicle.max_travel_time, ModelTime::limit)};
  }
  if (vehicle.max_distance) technician.max_distance_metres = std::min(*vehicle.max_distance, most_amount);
  read_breaks(i, shift);
  // Every break is in every route, and VROOM counts it as work.
  technician.fixed_cost = vehicle.costs.fixed * rates.one;
  for (const vroom::Rest& rest : day.rests) technician.fixed_cost += rates.per_work_second * rest.length;
  technician.shifts.push_back(std::move(shift));
  data.technicians.push_back(std::move(technician));
}

/// In the order of their windows, each so early and so late that the others fit before and behind it: then the one that
/// is not due on the way fits before leaving or after coming back.
PAIDAN_INLINE void Translator::read_breaks(std::size_t i, Shift& shift) {
  const vroom::Vehicle& vehicle = in_.vehicles[i];
  const std::string path = at("vehicles", i);
  vroom::Day& day = days[i];
  const std::size_t before = errors.total();
  if (vehicle.breaks.size() > most_breaks) {
    fail(errors::too_many, path + ".breaks",
         {{"noun", "breaks of a vehicle"},
          {"noun_zh", "车辆的休息"},
          {"count", std::to_string(vehicle.breaks.size())},
          {"limit", std::to_string(most_breaks)}});
  }
  for (std::size_t k = 0; k < vehicle.breaks.size(); ++k) {
    const vroom::VehicleBreak& pause = vehicle.breaks[k];
    const std::string here = at(path, "breaks", k);
    if (pause.max_load) refuse(here + ".max_load", "a load limit in a break", "休息时的载重上限");
    if (pause.time_windows.size() > 1) {
      refuse(here + ".time_windows", "a break with several time windows", "有多个时间窗的休息");
    }
    Span window{day.start, day.end};
    if (pause.time_windows.size() == 1) {
      read_window(at(here, "time_windows", 0), "time_windows", pause.time_windows[0], window);
    }
    day.rests.push_back({k, window.first, window.last, pause.service});
  }
  if (errors.total() > before) return;
  std::vector<vroom::Rest>& rests = day.rests;
  std::sort(rests.begin(), rests.end(), [](const vroom::Rest& a, const vroom::Rest& b) {
    return std::tuple(a.earliest, a.latest, a.of) < std::tuple(b.earliest, b.latest, b.of);
  });
  for (std::size_t k = 0; k < rests.size(); ++k) {
    const std::int64_t free = k == 0 ? day.start : rests[k - 1].earliest + rests[k - 1].length;
    rests[k].earliest = std::max(rests[k].earliest, free);
  }
  for (std::size_t k = rests.size(); k-- > 0;) {
    const std::int64_t needed = k + 1 == rests.size() ? day.end : rests[k + 1].latest;
    rests[k].latest = std::min(rests[k].latest, needed - rests[k].length);
    if (rests[k].earliest <= rests[k].latest) continue;
    fail(wrong::breaks_do_not_fit, at(path, "breaks", rests[k].of),
         {{"value", std::to_string(rests[k].earliest)}, {"last", std::to_string(rests[k].latest)}});
    return;
  }
  for (const vroom::Rest& rest : rests) {
    shift.breaks.push_back({.id = std::to_string(vehicle.breaks[rest.of].id),
                            .earliest = {rest.earliest},
                            .latest = {rest.latest},
                            .duration = {rest.length}});
  }
}

/// Of the routes that vehicles are said to have, only the order of their jobs counts.
PAIDAN_INLINE void Translator::check_steps() {
  std::map<std::int64_t, bool> jobs;  // in a route already?
  for (const vroom::Job& job : in_.jobs) jobs.emplace(job.id, false);
  for (std::size_t i = 0; i < in_.vehicles.size(); ++i) {
    const vroom::Vehicle& vehicle = in_.vehicles[i];
    std::map<std::int64_t, bool> breaks;
    for (const vroom::VehicleBreak& pause : vehicle.breaks) breaks.emplace(pause.id, false);
    for (std::size_t k = 0; k < vehicle.steps.size(); ++k) {
      const vroom::VehicleStep& step = vehicle.steps[k];
      const std::string path = at(at("vehicles", i), "steps", k);
      const std::string_view type = EnumNames<vroom::StepType>::names[static_cast<std::size_t>(step.type)];
      if (step.service_at) refuse(path + ".service_at", "a step at a fixed time", "指定时刻的步骤");
      if (step.service_after) refuse(path + ".service_after", "a step at a fixed time", "指定时刻的步骤");
      if (step.service_before) refuse(path + ".service_before", "a step at a fixed time", "指定时刻的步骤");
      if (step.type == vroom::StepType::pickup || step.type == vroom::StepType::delivery) {
        refuse(path + ".type", "a step of a shipment", "shipment的步骤");
        continue;
      }
      if (step.type != vroom::StepType::job && step.type != vroom::StepType::break_) continue;
      if (!step.id) {
        fail(errors::missing, path + ".id", {{"field", "id"}});
        continue;
      }
      std::map<std::int64_t, bool>& known = step.type == vroom::StepType::job ? jobs : breaks;
      const auto found = known.find(*step.id);
      if (found == known.end()) {
        const NounWord noun = step.type == vroom::StepType::job ? NounWord{"job", "任务"} : NounWord{"break", "休息"};
        errors.add(unknown_id(noun, std::to_string(*step.id), path + ".id", {}));
      } else if (std::exchange(found->second, true)) {
        fail(wrong::step_twice, path + ".id", {{"type", std::string(type)}, {"id", std::to_string(*step.id)}});
      }
    }
  }
}

}  // namespace vroom_detail
}  // namespace paidan::inline PAIDAN_ABI
