#pragma once

#include <paidan/model/detail/lists.hpp>
#include <paidan/model/detail/starts.ipp>
#include <paidan/model/detail/weights.ipp>

#include <limits>
#include <optional>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

/// The names that orders and technicians use, so that solvers compare numbers.
struct Names {
  NameTable skills;
  NameTable parts;
  NameTable tools;
  NameTable languages;
  NameTable groups;
  NameTable tags;
};

inline Names collect_names(const ProblemData& data) {
  Names names;
  for (const std::string& skill : data.skills) names.skills.add(skill);
  for (const Technician& technician : data.technicians) {
    for (const SkillHeld& held : technician.skills) names.skills.add(held.skill);
    for (const PartCount& count : technician.parts) names.parts.add(count.part);
    for (const std::string& tool : technician.tools) names.tools.add(tool);
    for (const std::string& language : technician.languages) names.languages.add(language);
    if (technician.group) names.groups.add(*technician.group);
  }
  for (const Order& order : data.orders) {
    for (const SkillLevel& need : order.skills) names.skills.add(need.skill);
    for (const PartCount& count : order.parts) names.parts.add(count.part);
    for (const std::string& tool : order.tools) names.tools.add(tool);
    for (const std::string& language : order.languages) names.languages.add(language);
    for (const std::string& group : order.groups) names.groups.add(group);
    for (const std::string& tag : order.tags) names.tags.add(tag);
  }
  for (const SupplyDepot& depot : data.depots) {
    for (const PartCount& count : depot.parts) names.parts.add(count.part);
    for (const std::string& tool : depot.tools) names.tools.add(tool);
  }
  for (NameTable* table : {&names.skills, &names.parts, &names.tools, &names.languages, &names.groups, &names.tags})
    table->finish();
  return names;
}

inline std::vector<std::uint32_t> numbers(const NameTable& table, const std::vector<std::string>& names) {
  std::vector<std::uint32_t> result;
  for (const std::string& name : names) result.push_back(table.at(name));
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

/// Times when nobody works on an order with these tags.
inline std::vector<Interval> closures_of(const ProblemData& data, const std::vector<std::string>& tags) {
  std::vector<Interval> closed;
  for (const TagClosure& closure : data.closures) {
    if (std::find(tags.begin(), tags.end(), closure.tag) == tags.end()) continue;
    closed.push_back({to_model(data.origin, closure.start), to_model(seconds_from(data.origin, closure.end) - 1)});
  }
  return merged(std::move(closed));
}

inline std::vector<PartNeed> counted(const NameTable& table, const std::vector<PartCount>& counts) {
  std::vector<PartNeed> result;
  for (const PartCount& count : counts) result.push_back({PartIndex(table.at(count.part)), count.quantity});
  std::sort(result.begin(), result.end(), [](const PartNeed& a, const PartNeed& b) { return a.part < b.part; });
  return result;
}

inline std::vector<TechnicianIndex> positions(const IdTable& table, const std::vector<std::string>& ids) {
  std::vector<TechnicianIndex> result;
  for (const std::string& id : ids) result.push_back(table.index<TechnicianTag>(id));
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

inline void compile_order(OrderColumns& out, const ProblemData& data, const Order& order, const Names& names,
                          const IdTable& locations, const IdTable& technicians) {
  out.location.push_back(locations.index<LocationTag>(order.location));
  out.service_s.push_back(static_cast<std::int32_t>(order.service.seconds));
  out.buffer_s.push_back(static_cast<std::int32_t>(order.buffer.seconds));
  out.setup_s.push_back(static_cast<std::int32_t>(order.setup.seconds));
  out.starts.push(common_starts(start_limits(order, data.origin)));
  out.starts_but_pin.push(starts_but_pin(order, data.origin));
  out.soft_from_s.push_back(soft_from(order, data.origin));
  out.due_s.push_back(due_of(order, data.origin));
  out.release_s.push_back(order.release ? to_model(data.origin, *order.release) : -time_limit_s);
  out.unserved_cost.push_back(unserved_cost(data.objective, order));
  const bool in_order = data.objective.goals == GoalOrder::in_order;
  out.honour.push_back(in_order ? out.unserved_cost.back() * honour_times(data.objective, order) : 0);
  out.agreed_until_s.push_back(order.promise ? to_model(data.origin, order.promise->at + order.promise->after)
                                             : time_limit_s);
  std::vector<SkillNeed> needs;
  for (const SkillLevel& need : order.skills) needs.push_back({SkillIndex(names.skills.at(need.skill)), need.level});
  std::sort(needs.begin(), needs.end(), [](const SkillNeed& a, const SkillNeed& b) { return a.skill < b.skill; });
  out.skills.push(needs);
  out.parts.push(counted(names.parts, order.parts));
  out.tools.push(numbers(names.tools, order.tools));
  out.languages.push(numbers(names.languages, order.languages));
  out.groups.push(numbers(names.groups, order.groups));
  std::vector<TagIndex> tags;
  for (const std::uint32_t tag : numbers(names.tags, order.tags)) tags.push_back(TagIndex(tag));
  out.tags.push(tags);
  out.closed.push(closures_of(data, order.tags));
  out.allowed.push(positions(technicians, order.allowed));
  out.blocked.push(positions(technicians, order.blocked));
  out.preferred.push(positions(technicians, order.preferred));
  const auto technician = [&](const std::optional<std::string>& id) {
    return id ? technicians.index<TechnicianTag>(*id) : TechnicianIndex::none();
  };
  const Pin pin = order.pin.value_or(Pin());
  out.previous_technician.push_back(technician(order.previous_technician));
  out.pinned_technician.push_back(technician(pin.technician));
  out.pinned_start_s.push_back(pin.start ? to_model(data.origin, *pin.start) : INT32_MIN);
  out.cost_of_change.push_back(pin.cost_of_change.value_or(-1));
}

/// Mean rating of the rated technicians, rounded half away from zero; absent when there is none.
inline std::optional<std::int64_t> mean_rating(const std::vector<Technician>& technicians) {
  std::int64_t sum = 0;
  std::int64_t rated = 0;
  for (const Technician& technician : technicians) {
    sum += technician.rating;
    rated += technician.rating > 0 ? 1 : 0;
  }
  if (rated == 0) return std::nullopt;
  return (2 * sum + rated) / (2 * rated);
}

inline void compile_technician(TechnicianColumns& out, const ProblemData& data, const Technician& technician,
                               const Names& names, const IdTable& profiles, std::optional<std::int64_t> mean) {
  std::vector<SkillGrant> grants;
  for (const SkillHeld& held : technician.skills) {
    grants.push_back({SkillIndex(names.skills.at(held.skill)), held.level,
                      held.valid_from ? held.valid_from->days : INT32_MIN,
                      held.valid_until ? held.valid_until->days : INT32_MAX});
  }
  std::stable_sort(grants.begin(), grants.end(),
                   [](const SkillGrant& a, const SkillGrant& b) { return a.skill < b.skill; });
  out.skills.push(grants);
  out.stock.push(counted(names.parts, technician.parts));
  out.tools.push(numbers(names.tools, technician.tools));
  out.languages.push(numbers(names.languages, technician.languages));
  std::vector<Interval> suspensions;
  for (const Suspension& suspension : technician.suspensions) {
    suspensions.push_back(
        {to_model(data.origin, suspension.start), to_model(seconds_from(data.origin, suspension.end) - 1)});
  }
  out.suspensions.push(merged(std::move(suspensions)));
  out.group.push_back(technician.group ? names.groups.at(*technician.group) : UINT32_MAX);
  out.profile.push_back(technician.profile ? profiles.index<ProfileTag>(*technician.profile) : ProfileIndex(0));
  out.speed_percent.push_back(technician.speed_percent);
  out.efficiency_percent.push_back(technician.efficiency_percent);
  out.max_jobs.push_back(technician.max_jobs.value_or(INT32_MAX));
  out.max_leg_s.push_back(technician.max_leg ? static_cast<std::int32_t>(technician.max_leg->seconds) : INT32_MAX);
  out.max_travel_s.push_back(technician.max_travel ? static_cast<std::int32_t>(technician.max_travel->seconds)
                                                   : INT32_MAX);
  out.max_distance_m.push_back(technician.max_distance_metres.value_or(INT64_MAX));
  out.fixed_cost.push_back(technician.fixed_cost);
  out.load_carried_s.push_back(technician.load_carried.seconds);
  std::int64_t quality = 0;
  if (technician.rating > 0 && mean) {
    const std::int64_t clip = data.objective.rating_clip;
    quality = -data.objective.per_rating_point * std::clamp<std::int64_t>(technician.rating - *mean, -clip, clip);
  }
  out.quality_cost.push_back(quality);
}

inline void compile_shift(Dense& dense, const ProblemData& data, const Technician& technician, std::size_t position,
                          const Shift& shift, const IdTable& locations) {
  ShiftColumns& out = dense.shifts;
  const ShiftIndex row(out.technician.size());
  out.technician.push_back(TechnicianIndex(position));
  out.start_s.push_back(to_model(data.origin, shift.start));
  out.end_s.push_back(to_model(data.origin, shift.end));
  out.overtime_cap_s.push_back(static_cast<std::int32_t>(shift.overtime_cap.seconds));
  out.start_location.push_back(locations.index<LocationTag>(shift.start_location.value_or(technician.home)));
  out.end_location.push_back(shift.open_end
                                 ? LocationIndex::none()
                                 : locations.index<LocationTag>(shift.end_location.value_or(technician.home)));
  out.local_day.push_back(data.zone.to_local(shift.start).date.days);
  std::vector<BreakIndex> breaks;
  for (const Break& pause : shift.breaks) {
    breaks.push_back(BreakIndex(dense.breaks.size()));
    dense.breaks.push_back({row, to_model(data.origin, pause.earliest), to_model(data.origin, pause.latest),
                            static_cast<std::int32_t>(pause.duration.seconds), pause.paid});
  }
  out.breaks.push(breaks);
}

/// Rows of one limit: one for each technician it counts together, or for each shift, and for what it limits.
inline void compile_limit(Dense& dense, const ProblemData& data, std::size_t number, TagIndex tag,
                          std::vector<std::vector<std::uint32_t>>& caps_of) {
  const TagLimit& limit = data.limits[number];
  const auto cap = [&](std::span<const std::size_t> shifts) {
    const auto add = [&](bool work, std::int64_t most) {
      for (const std::size_t s : shifts) caps_of[s].push_back(static_cast<std::uint32_t>(dense.tag_caps.size()));
      dense.tag_caps.push_back({tag, work, most, static_cast<std::uint32_t>(number)});
    };
    if (limit.max_jobs) add(false, *limit.max_jobs);
    if (limit.max_work) add(true, limit.max_work->seconds);
  };
  std::vector<std::size_t> together;
  for (std::size_t t = 0; t < data.technicians.size(); ++t) {
    together.clear();
    for (std::size_t s = dense.technicians.first_shift[t]; s < dense.technicians.first_shift[t + 1]; ++s) {
      if (!limit.start) {
        cap({&s, 1});
      } else if (to_model(data.origin, *limit.start) <= dense.shifts.start_s[s] &&
                 dense.shifts.start_s[s] < to_model(data.origin, *limit.end)) {
        together.push_back(s);
      }
    }
    if (!together.empty()) cap(together);
  }
}

inline void compile_limits(Dense& dense, const ProblemData& data, const Names& names) {
  std::vector<std::vector<std::uint32_t>> caps_of(dense.shifts.technician.size());
  for (std::size_t i = 0; i < data.limits.size(); ++i) {
    if (names.tags.contains(data.limits[i].tag))
      compile_limit(dense, data, i, TagIndex(names.tags.at(data.limits[i].tag)), caps_of);
  }
  for (const std::vector<std::uint32_t>& caps : caps_of) dense.shifts.tag_caps.push(caps);
}

inline travel::Source compile_profile(const ProblemData& data, const TravelProfile& profile) {
  if (profile.matrix) return travel::Source(travel::Matrix(*profile.matrix));
  std::vector<GeoPoint> points;
  points.reserve(data.locations.size());
  for (const Location& location : data.locations) points.push_back(*location.point);
  return travel::Source(travel::StraightLine(points, profile.straight_line));
}

/// Traffic of each profile in the hours of the shifts.
inline void compile_bands(Dense& dense, const ProblemData& data) {
  Instant first{std::numeric_limits<std::int64_t>::max()};
  Instant last{std::numeric_limits<std::int64_t>::min()};
  for (const Technician& technician : data.technicians) {
    for (const Shift& shift : technician.shifts) {
      first = std::min(first, shift.start);
      last = std::max(last, shift.end + shift.overtime_cap);
    }
  }
  for (const TravelProfile& profile : data.profiles) {
    dense.bands.emplace_back();
    if (first <= last) dense.bands.back() = travel::Bands(profile.bands, data.zone, data.origin, first, last);
  }
}

inline void compile_depot(DepotColumns& out, const ProblemData& data, const SupplyDepot& depot, const Names& names,
                          const IdTable& locations) {
  out.location.push_back(locations.index<LocationTag>(depot.location));
  out.service_s.push_back(static_cast<std::int32_t>(depot.service.seconds));
  std::vector<Interval> starts;
  for (const OpeningHours& hours : depot.hours)
    starts.push_back({to_model(data.origin, hours.start), to_model(seconds_from(data.origin, hours.end) - 1)});
  if (starts.empty()) starts.push_back({-time_limit_s, time_limit_s});
  out.starts.push(merged(std::move(starts)));
  out.stock.push(counted(names.parts, depot.parts));
  out.tools.push(numbers(names.tools, depot.tools));
}

inline void compile_compounds(CompoundColumns& out, const ProblemData& data) {
  const IdTable compounds(data.compounds);
  const bool any = std::any_of(data.locations.begin(), data.locations.end(), [&](const Location& location) {
    return !location.compound.empty() && data.compounds[compounds.find(location.compound)].entry.seconds > 0;
  });
  if (!any) return;
  for (const Location& location : data.locations) {
    const bool inside = !location.compound.empty();
    const std::size_t one = inside ? compounds.find(location.compound) : 0;
    out.of.push_back(inside ? static_cast<std::uint32_t>(one) : UINT32_MAX);
    out.entry_s.push_back(inside ? static_cast<std::int32_t>(data.compounds[one].entry.seconds) : 0);
  }
}

/// `data` is valid and has its defaults.
inline Dense compile(const ProblemData& data, const Names& names, const IdTable& technicians) {
  Dense dense;
  const IdTable locations(data.locations);
  const IdTable profiles(data.profiles);
  for (const Order& order : data.orders) compile_order(dense.orders, data, order, names, locations, technicians);
  const std::optional<std::int64_t> mean = mean_rating(data.technicians);
  dense.technicians.first_shift.push_back(0);
  for (std::size_t i = 0; i < data.technicians.size(); ++i) {
    const Technician& technician = data.technicians[i];
    compile_technician(dense.technicians, data, technician, names, profiles, mean);
    for (const Shift& shift : technician.shifts) compile_shift(dense, data, technician, i, shift, locations);
    dense.technicians.first_shift.push_back(static_cast<std::uint32_t>(dense.shifts.technician.size()));
  }
  for (const SupplyDepot& depot : data.depots) compile_depot(dense.depots, data, depot, names, locations);
  compile_limits(dense, data, names);
  for (const TravelProfile& profile : data.profiles) dense.profiles.push_back(compile_profile(data, profile));
  compile_bands(dense, data);
  compile_compounds(dense.compounds, data);
  dense.skill_count = names.skills.size();
  dense.part_count = names.parts.size();
  return dense;
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
