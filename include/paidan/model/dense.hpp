// The validated problem laid out for the machine: columns over dense indices, times in seconds from the origin.
#pragma once

#include <paidan/core/ids.hpp>
#include <paidan/core/time.hpp>
#include <paidan/travel/bands.hpp>
#include <paidan/travel/source.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// Times inside a model lie in [−limit, limit].
inline constexpr std::int32_t time_limit_s = ModelTime::limit;

/// Many short lists in two arrays: list i is values[offsets[i] … offsets[i+1]).
template <class T>
struct Lists {
  std::vector<std::uint32_t> offsets = std::vector<std::uint32_t>(1);
  std::vector<T> values;

  [[nodiscard]] std::size_t size() const { return offsets.size() - 1; }
  [[nodiscard]] std::span<const T> operator[](std::size_t i) const {
    return {values.data() + offsets[i], offsets[i + 1] - offsets[i]};
  }
  void push(std::span<const T> list);  ///< model/detail/lists.hpp
};

/// Closed interval of seconds from the origin.
struct Interval {
  std::int32_t low = 0;
  std::int32_t high = 0;
  friend bool operator==(Interval, Interval) = default;
};

struct SkillNeed {
  SkillIndex skill;
  std::int32_t level = 1;
};
/// Level held, and the local dates (days since 1970-01-01) between which it is valid, both included.
struct SkillGrant {
  SkillIndex skill;
  std::int32_t level = 1;
  std::int32_t first_day = INT32_MIN;
  std::int32_t last_day = INT32_MAX;
};
struct PartNeed {
  PartIndex part;
  std::int32_t quantity = 1;
};
/// What one technician may do at most on orders with a tag, in the shifts that name this row.
struct TagCap {
  TagIndex tag;
  bool work = false;  ///< seconds of service; else visits
  std::int64_t most = 0;
  std::uint32_t limit = 0;  ///< of the problem's
};
/// The second order starts in [min_s, max_s] after the first does.
struct LinkRow {
  OrderIndex first;
  OrderIndex second;
  std::int32_t min_s = 0;
  std::int32_t max_s = 0;
};
struct BreakRow {
  ShiftIndex shift;
  std::int32_t earliest_s = 0;
  std::int32_t latest_s = 0;
  std::int32_t duration_s = 0;
  bool paid = false;
};

/// One entry per order.
struct OrderColumns {
  std::vector<LocationIndex> location;
  std::vector<std::int32_t> service_s;
  std::vector<std::int32_t> buffer_s;
  std::vector<std::int32_t> setup_s;
  /// When service may start: sorted, disjoint, closed, never empty. Hard windows ∩ hard promise ∩ hard pinned start ∩
  /// [max(release, promise.at − before, soft window's start), time_limit_s].
  Lists<Interval> starts;
  /// The same without a hard pinned start; empty where there is none.
  Lists<Interval> starts_but_pin;
  /// max(promise.at − before, soft window's start) of what is not hard; −time_limit_s if none. No window holds it, so
  /// relaxing windows does not reach below it.
  std::vector<std::int32_t> soft_from_s;
  /// Lateness counts from here: min(promise.at + after, soft window's end, deadline); time_limit_s if none.
  std::vector<std::int32_t> due_s;
  /// Nobody leaves for it sooner; −time_limit_s if there is no release time.
  std::vector<std::int32_t> release_s;
  std::vector<std::int64_t> unserved_cost;
  /// What it counts in the first goal when it is not served as promised; 0 with one weighted goal.
  std::vector<std::int64_t> honour;
  /// Last start that keeps the agreed arrival; time_limit_s if none was agreed.
  std::vector<std::int32_t> agreed_until_s;
  Lists<SkillNeed> skills;                           ///< by skill
  Lists<PartNeed> parts;                             ///< by part
  Lists<std::uint32_t> tools;                        ///< sorted
  Lists<std::uint32_t> languages;                    ///< sorted
  Lists<std::uint32_t> groups;                       ///< sorted
  Lists<TagIndex> tags;                              ///< sorted
  Lists<Interval> closed;                            ///< nobody works on it: sorted, disjoint
  Lists<TechnicianIndex> allowed;                    ///< sorted; empty = all
  Lists<TechnicianIndex> blocked;                    ///< sorted
  Lists<TechnicianIndex> preferred;                  ///< sorted; empty = no preference
  std::vector<TechnicianIndex> previous_technician;  ///< none() if none
  std::vector<TechnicianIndex> pinned_technician;    ///< none() if none
  std::vector<std::int32_t> pinned_start_s;          ///< INT32_MIN if none
  std::vector<std::int64_t> cost_of_change;          ///< −1: the pin is hard
  Lists<std::uint32_t> links;                        ///< rows of `Dense::links` that name it
  std::vector<std::uint32_t> link_group;             ///< of `Dense::link_groups`; UINT32_MAX if it has no link
};

/// One entry per technician.
struct TechnicianColumns {
  Lists<SkillGrant> skills;          ///< by skill; several grants of one skill are allowed
  Lists<PartNeed> stock;             ///< by part
  Lists<std::uint32_t> tools;        ///< sorted
  Lists<std::uint32_t> languages;    ///< sorted
  Lists<Interval> suspensions;       ///< sorted, disjoint; closed interval = [start, end − 1]
  std::vector<std::uint32_t> group;  ///< UINT32_MAX if none
  std::vector<ProfileIndex> profile;
  std::vector<std::int32_t> speed_percent;
  std::vector<std::int32_t> efficiency_percent;
  std::vector<std::int32_t> max_jobs;        ///< per shift, INT32_MAX if none
  std::vector<std::int32_t> max_leg_s;       ///< of a single drive, INT32_MAX if none
  std::vector<std::int32_t> max_travel_s;    ///< per shift, INT32_MAX if none
  std::vector<std::int64_t> max_distance_m;  ///< per shift, INT64_MAX if none
  std::vector<std::int64_t> fixed_cost;
  std::vector<std::int64_t> load_carried_s;
  /// Cost of quality of one visit: −per_rating_point × clip(rating − mean, ±rating_clip); 0 if unrated.
  std::vector<std::int64_t> quality_cost;
  /// Shifts of technician t: [first_shift[t], first_shift[t + 1]).
  std::vector<std::uint32_t> first_shift;
};

/// One entry per shift, technicians in order.
struct ShiftColumns {
  std::vector<TechnicianIndex> technician;
  std::vector<std::int32_t> start_s;
  std::vector<std::int32_t> end_s;
  std::vector<std::int32_t> overtime_cap_s;
  std::vector<LocationIndex> start_location;
  std::vector<LocationIndex> end_location;  ///< none() = open end
  std::vector<std::int32_t> local_day;  ///< local date of the start, days since 1970-01-01: certificates count by it
  Lists<BreakIndex> breaks;
  Lists<std::uint32_t> tag_caps;  ///< rows of `Dense::tag_caps`
};

/// One entry per supply depot.
struct DepotColumns {
  std::vector<LocationIndex> location;
  std::vector<std::int32_t> service_s;
  Lists<Interval> starts;      ///< when a call may begin: sorted, disjoint, closed, never empty
  Lists<PartNeed> stock;       ///< by part
  Lists<std::uint32_t> tools;  ///< sorted
};

/// One entry per location; empty where no way is longer for an entry.
struct CompoundColumns {
  std::vector<std::uint32_t> of;      ///< UINT32_MAX: in none
  std::vector<std::int32_t> entry_s;  ///< for who comes from elsewhere

  /// What a way takes longer because it leads into a compound from outside.
  [[nodiscard]] std::int32_t entry(LocationIndex from, LocationIndex to) const {
    return of.empty() || of[from.at()] == of[to.at()] ? 0 : entry_s[to.at()];
  }
};

struct Dense {
  OrderColumns orders;
  TechnicianColumns technicians;
  ShiftColumns shifts;
  DepotColumns depots;
  CompoundColumns compounds;
  std::vector<BreakRow> breaks;
  std::vector<LinkRow> links;
  Lists<OrderIndex> link_groups;  ///< orders that hang together, directly or through others: all are served, or none
  std::vector<TagCap> tag_caps;   ///< only for tags that some order has
  std::vector<travel::Source> profiles;
  std::vector<travel::Bands> bands;  ///< of each profile
  std::size_t skill_count = 0;
  std::size_t part_count = 0;
};

}  // namespace paidan::inline PAIDAN_ABI
