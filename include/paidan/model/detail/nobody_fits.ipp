// Orders that no technician could ever do, whatever the plan: what they ask of a person or a van, and their hours. Ways
// and the rest of a day are not looked at. Part of notices.ipp.
#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/model/detail/crews.hpp>
#include <paidan/model/detail/starts.ipp>
#include <paidan/model/detail/supply.hpp>
#include <paidan/model/errors.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

/// Something an order asks for that no plan can change.
struct FixedCondition {
  const ErrorKind* nobody = nullptr;
  std::string_view parameter;  ///< of `nobody`, for what is asked
  std::string_view what, what_zh;
  std::vector<std::string> (*asked)(const Order&) = nullptr;  ///< as people read it; empty: nothing of the kind
  bool (*met)(const Dense&, std::size_t order, std::size_t technician) = nullptr;
};

template <class List, class Text>
std::vector<std::string> named(const List& list, Text&& text) {
  std::vector<std::string> all;
  for (const auto& one : list) all.push_back(text(one));
  return all;
}

/// Highest level of a skill valid on a local day; 0 when none is.
inline std::int32_t level_on(std::span<const SkillGrant> grants, SkillIndex skill, std::int32_t day) {
  std::int32_t level = 0;
  for (const SkillGrant& grant : grants) {
    if (grant.skill == skill && grant.first_day <= day && day <= grant.last_day) level = std::max(level, grant.level);
  }
  return level;
}

/// All at once, on one shift: certificates count by its day.
inline bool skilled(const Dense& dense, std::size_t order, std::size_t technician) {
  const auto grants = dense.technicians.skills[technician];
  const auto needs = dense.orders.skills[order];
  for (std::size_t s = dense.technicians.first_shift[technician]; s < dense.technicians.first_shift[technician + 1];
       ++s) {
    const std::int32_t day = dense.shifts.local_day[s];
    const bool all = std::all_of(needs.begin(), needs.end(), [&](const SkillNeed& need) {
      return level_on(grants, need.skill, day) >= need.level;
    });
    if (all) return true;
  }
  return false;
}
/// By the van alone, or with some depot.
template <class Holds>
bool with_some_depot(const Dense& dense, Holds&& holds) {
  if (holds(DepotIndex())) return true;
  for (std::size_t d = 0; d < dense.depots.location.size(); ++d) {
    if (holds(DepotIndex(d))) return true;
  }
  return false;
}
inline bool equipped(const Dense& dense, std::size_t order, std::size_t technician) {
  return with_some_depot(dense, [&](DepotIndex depot) {
    return tools_at_hand(dense, OrderIndex(order), TechnicianIndex(technician), depot);
  });
}
inline bool stocked(const Dense& dense, std::size_t order, std::size_t technician) {
  return with_some_depot(dense, [&](DepotIndex depot) {
    return parts_at_hand(dense, OrderIndex(order), TechnicianIndex(technician), depot);
  });
}
inline bool speaks(const Dense& dense, std::size_t order, std::size_t technician) {
  const auto spoken = dense.technicians.languages[technician];
  const auto wanted = dense.orders.languages[order];
  return std::find_first_of(wanted.begin(), wanted.end(), spoken.begin(), spoken.end()) != wanted.end();
}
inline bool grouped(const Dense& dense, std::size_t order, std::size_t technician) {
  const auto groups = dense.orders.groups[order];
  return std::binary_search(groups.begin(), groups.end(), dense.technicians.group[technician]);
}
inline bool welcome(const Dense& dense, std::size_t order, std::size_t technician) {
  const TechnicianIndex one(technician);
  const auto allowed = dense.orders.allowed[order];
  const auto blocked = dense.orders.blocked[order];
  return (allowed.empty() || std::binary_search(allowed.begin(), allowed.end(), one)) &&
         !std::binary_search(blocked.begin(), blocked.end(), one);
}

inline constexpr std::array<FixedCondition, 6> fixed_conditions{{
    {&errors::nobody_skilled, "skills", "all the skills", "全部技能",
     [](const Order& order) {
       return named(order.skills,
                    [](const SkillLevel& need) { return need.skill + " ≥ " + std::to_string(need.level); });
     },
     skilled},
    {&errors::nobody_has, "list", "all the tools", "全部工具", [](const Order& order) { return order.tools; },
     equipped},
    {&errors::nobody_has, "list", "enough of the parts", "配件数量",
     [](const Order& order) {
       return named(order.parts,
                    [](const PartCount& need) { return need.part + " × " + std::to_string(need.quantity); });
     },
     stocked},
    {&errors::nobody_has, "list", "one of the languages", "语言", [](const Order& order) { return order.languages; },
     speaks},
    {&errors::nobody_has, "list", "one of the groups", "班组", [](const Order& order) { return order.groups; },
     grouped},
    {&errors::everybody_blocked, "list", "the order's permission (allowed / blocked)", "本单许可(指定/排除)",
     [](const Order& order) {
       std::vector<std::string> both = order.allowed;
       if (!both.empty() || !order.blocked.empty()) both.emplace_back("/");
       both.insert(both.end(), order.blocked.begin(), order.blocked.end());
       return both;
     },
     welcome},
}};

/// What is wrong with the orders of a problem, by order.
class NobodyFits {
 public:
  NobodyFits(const ProblemData& data, const Dense& dense, const SourceRows& rows, Errors& notices)
      : data_(data), dense_(dense), rows_(rows), notices_(notices), known_(fixed_conditions.size()) {
    std::vector<Interval> hours;
    for (std::size_t s = 0; s < dense.shifts.start_s.size(); ++s) {
      hours.push_back({dense.shifts.start_s[s], dense.shifts.end_s[s] + dense.shifts.overtime_cap_s[s]});
    }
    hours_ = merged(std::move(hours));
  }

  void look() {
    for (std::size_t i = 0; i < data_.orders.size(); ++i) {
      if (is_crew_mate(data_, dense_, i)) continue;
      for (std::size_t c = 0; c < known_.size(); ++c) look(i, c);
      hours(i);
      if (!data_.orders[i].tags.empty()) kinds(i);
    }
  }

 private:
  void say(const ErrorKind& kind, std::size_t i, std::vector<Parameter> parameters) {
    parameters.insert(parameters.begin(), {"order", data_.orders[i].name});
    notices_.add(kind, Spot("orders", i).text(), std::move(parameters), i < rows_.orders.size() ? rows_.orders[i] : 0);
  }

  void look(std::size_t i, std::size_t c) {
    const FixedCondition& condition = fixed_conditions[c];
    std::vector<std::string> asked = condition.asked(data_.orders[i]);
    if (asked.empty()) return;
    // Orders repeat few different lists, so each is looked at once.
    const auto [entry, fresh] = known_[c].try_emplace(asked, false);
    if (fresh) {
      for (std::size_t t = 0; t < data_.technicians.size() && !entry->second; ++t) {
        entry->second = condition.met(dense_, i, t);
      }
    }
    std::vector<Parameter> parameters{{"what", std::string(condition.what)},
                                      {"what_zh", std::string(condition.what_zh)},
                                      {std::string(condition.parameter), comma_separated(asked)}};
    if (!entry->second) return say(*condition.nobody, i, std::move(parameters));
    const TechnicianIndex pinned = dense_.orders.pinned_technician[i];
    if (!pinned.valid() || dense_.orders.cost_of_change[i] != -1 || condition.met(dense_, i, pinned.at())) return;
    parameters.back().name = "list";
    parameters.push_back({"technician", data_.technicians[pinned.at()].name});
    say(errors::pinned_without, i, std::move(parameters));
  }

  /// Nobody works when it may start.
  void hours(std::size_t i) {
    const auto starts = dense_.orders.starts[i];
    if (hours_.empty() || !intersected({starts.begin(), starts.end()}, hours_).empty()) return;
    const auto shown = [&](std::int32_t seconds) {
      const LocalDateTime local = data_.zone.to_local({data_.origin.seconds + seconds});
      return local.date.text() + " " + local.time.text();
    };
    const std::string from = starts.front().low > -time_limit_s ? shown(starts.front().low) : "";
    const std::string until = starts.back().high < time_limit_s ? shown(starts.back().high) : "";
    std::string en = from.empty() ? "until " + until : until.empty() ? "from " + from + " on" : from + " to " + until;
    std::string zh = from.empty() ? until + "之前" : until.empty() ? from + "之后" : from + "至" + until;
    say(errors::outside_every_shift, i, {{"span", std::move(en)}, {"span_zh", std::move(zh)}});
  }

  /// Nobody may do as much of its kind, even of this order alone; or its kind is closed whenever it could be done.
  void kinds(std::size_t i) {
    bool allowed = false;
    bool possible = false;
    bool open = false;
    for (std::size_t s = 0; s < dense_.shifts.technician.size() && !(allowed && open); ++s) {
      allowed = allowed || within_limits(i, s);
      possible = possible || starts(i, s, {});
      open = open || starts(i, s, dense_.orders.closed[i]);
    }
    const std::vector<Parameter> tags{{"list", comma_separated(data_.orders[i].tags)}};
    if (!allowed && !hours_.empty()) say(errors::nobody_may, i, tags);
    if (possible && !open) say(errors::always_closed, i, tags);
  }

  [[nodiscard]] std::int64_t service(std::size_t i, std::size_t s) const {
    return scaled(dense_.orders.service_s[i], dense_.technicians.efficiency_percent[dense_.shifts.technician[s].at()]);
  }

  [[nodiscard]] bool within_limits(std::size_t i, std::size_t s) const {
    const auto tags = dense_.orders.tags[i];
    const auto rows = dense_.shifts.tag_caps[s];
    return std::none_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
      const TagCap& cap = dense_.tag_caps[row];
      return std::binary_search(tags.begin(), tags.end(), cap.tag) && (cap.work ? service(i, s) : 1) > cap.most;
    });
  }

  /// Is there a start in the shift's hours, ways aside, that is clear of what is closed?
  [[nodiscard]] bool starts(std::size_t i, std::size_t s, std::span<const Interval> closed) const {
    const std::int64_t duration = service(i, s);
    const std::int64_t last = std::int64_t{dense_.shifts.end_s[s]} + dense_.shifts.overtime_cap_s[s] - duration;
    for (const Interval& interval : dense_.orders.starts[i]) {
      std::int64_t t = std::max(interval.low, dense_.shifts.start_s[s]);
      for (const Interval& shut : closed) {
        if (t <= shut.high && t + duration > shut.low) t = std::int64_t{shut.high} + 1;
      }
      if (t <= std::min<std::int64_t>(interval.high, last)) return true;
    }
    return false;
  }

  const ProblemData& data_;
  const Dense& dense_;
  const SourceRows& rows_;
  Errors& notices_;
  std::vector<std::map<std::vector<std::string>, bool>> known_;  // by condition: can somebody?
  std::vector<Interval> hours_;                                  // in which anybody works
};

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
