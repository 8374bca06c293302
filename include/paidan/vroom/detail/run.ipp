#pragma once

#include <paidan/vroom/detail/amounts.ipp>
#include <paidan/vroom/detail/numbers.ipp>
#include <paidan/vroom/detail/places.ipp>
#include <paidan/vroom/detail/times.ipp>
#include <paidan/vroom/detail/vehicles.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace vroom_detail {

/// Seconds of work, which must be the same whichever vehicle comes.
PAIDAN_INLINE std::int64_t Translator::work_of(std::size_t i, std::string_view field, std::int64_t plain,
                                               const std::map<std::string, std::int64_t>& by_type) {
  const std::string path = at("jobs", i) + "." + std::string(field) + "_per_type";
  for (const auto& [type, seconds] : by_type) {
    check_range(errors, path + "." + type, type, seconds, 0, most_seconds);
  }
  if (by_type.empty()) return plain;
  const auto by = [&](const vroom::Vehicle& vehicle) {
    const auto found = vehicle.type ? by_type.find(*vehicle.type) : by_type.end();
    return found == by_type.end() ? plain : found->second;
  };
  const std::int64_t first = by(in_.vehicles[0]);
  for (const vroom::Vehicle& vehicle : in_.vehicles) {
    if (by(vehicle) == first) continue;
    fail(wrong::depends_on_type, path,
         {{"field", std::string(field)}, {"first", std::to_string(first)}, {"second", std::to_string(by(vehicle))}});
    break;
  }
  return first;
}

PAIDAN_INLINE void Translator::read_job(std::size_t i) {
  const vroom::Job& job = in_.jobs[i];
  const std::string path = at("jobs", i);
  work[i] = {work_of(i, "setup", job.setup, job.setup_per_type),
             work_of(i, "service", job.service, job.service_per_type)};
  Order order{.id = std::to_string(job.id), .service = {work[i].service}, .setup = {work[i].setup}};
  order.location = place(path, "location", "location_index", job.location, job.location_index);
  order.unserved_cost = job.priority * (static_cast<std::int64_t>(in_.jobs.size()) + 1) + 1;
  for (std::size_t k = 0; k < job.skills.size(); ++k) {
    if (!check_range(errors, path + "." + at("skills", k), "skills", job.skills[k], 0, most_skill)) continue;
    const std::string skill = std::to_string(job.skills[k]);
    const auto twice = [&](const SkillLevel& need) { return need.skill == skill; };
    if (std::none_of(order.skills.begin(), order.skills.end(), twice)) order.skills.push_back({.skill = skill});
  }
  for (std::size_t k = 0; k < job.time_windows.size(); ++k) {
    Span window;
    if (!read_window(at(path, "time_windows", k), "time_windows", job.time_windows[k], window)) continue;
    order.windows.push_back({.start = {window.first}, .end = {window.last + 1}});
  }
  data.orders.push_back(std::move(order));
}

PAIDAN_INLINE void Translator::run() {
  check_numbers(errors, in_);  // whoever made the input
  if (in_.vehicles.empty()) fail(errors::missing, "vehicles", {{"field", "vehicles"}});
  if (!errors.empty()) return;  // what follows counts on them
  days.resize(in_.vehicles.size());
  work.resize(in_.jobs.size());
  find_horizon();
  check_ids();
  read_matrices();
  for (std::size_t i = 0; i < in_.jobs.size(); ++i) read_job(i);
  read_rates();
  for (std::size_t i = 0; i < in_.vehicles.size(); ++i) read_vehicle(i);
  read_amounts();
  check_steps();
  finish_places();
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (days[i].rests.empty()) continue;
    say(said::breaks_at_stops, at("vehicles", i) + ".breaks");
    break;
  }
  const auto open = [](const vroom::Vehicle& vehicle) { return !vehicle.time_window; };
  const auto always = std::count_if(in_.vehicles.begin(), in_.vehicles.end(), open);
  if (first_ > 0 && always > 0) {
    say(said::day_begins, "vehicles", {{"value", std::to_string(first_)}, {"count", std::to_string(always)}});
  }
  if (cut_ > 0) {
    say(said::day_cut, cut_path_,
        {{"value", std::to_string(cut_value_)}, {"taken", std::to_string(last_)}, {"count", std::to_string(cut_)}});
  }
  std::size_t same = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < data.orders.size(); ++i) {
    const Order& order = data.orders[i];
    const auto starts = [&](const Technician& one) { return one.shifts[0].start_location == order.location; };
    if (order.setup.seconds == 0 || !std::any_of(data.technicians.begin(), data.technicians.end(), starts)) continue;
    if (same++ == 0) first = i;
  }
  if (same > 0) say(said::setup_where_it_starts, at("jobs", first) + ".setup", {{"count", std::to_string(same)}});
}

}  // namespace vroom_detail
}  // namespace paidan::inline PAIDAN_ABI
