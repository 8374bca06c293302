#pragma once

#include <paidan/check/detail/cost.ipp>
#include <paidan/check/detail/timing.ipp>

#include <tuple>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace check_detail {

/// Violations with the stop they were found at, to sort by.
class Findings {
 public:
  void add(std::string_view code, std::size_t stop, check::Violation where) {
    where.code = code;
    rows_.push_back({stop, std::move(where)});
  }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::vector<check::Violation> sorted() && {
    const auto key = [](const Row& row) {
      const check::Violation& v = row.violation;
      return std::tie(v.shift, row.stop, v.code, v.technician, v.order, v.depot, v.amount);
    };
    std::sort(rows_.begin(), rows_.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });
    std::vector<check::Violation> violations;
    violations.reserve(rows_.size());
    for (Row& row : rows_) violations.push_back(std::move(row.violation));
    return violations;
  }

 private:
  struct Row {
    std::size_t stop;
    check::Violation violation;
  };
  std::vector<Row> rows_;
};

inline constexpr std::size_t after_last_stop = SIZE_MAX;

inline std::int64_t distance_to(std::int64_t value, std::int64_t low, std::int64_t high) {
  return value < low ? low - value : value > high ? value - high : 0;
}

/// By how much a start misses the nearest of these.
inline std::int64_t missed_by(std::span<const Interval> open, std::int64_t start) {
  std::int64_t missed = INT64_MAX;
  for (const Interval& interval : open) missed = std::min(missed, distance_to(start, interval.low, interval.high));
  return missed;
}

/// When an order may start and whether the technician is there then.
inline void judge_start(const Dense& d, TechnicianIndex t, OrderIndex o, std::int64_t start, std::int64_t end,
                        std::size_t stop, const check::Violation& where, Findings& findings) {
  const std::int64_t missed = missed_by(d.orders.starts[o.at()], start);
  const std::int32_t pinned = d.orders.pinned_start_s[o.at()];
  const bool pinned_hard = pinned != INT32_MIN && d.orders.cost_of_change[o.at()] < 0;
  check::Violation v = where;
  if (pinned_hard && start != pinned) {
    v.amount = distance_to(start, pinned, pinned);
    findings.add("pin_start", stop, v);
  } else if (missed > 0) {
    v.amount = missed;
    findings.add("window", stop, v);
  }
  const auto shut = [&](std::string_view code, std::span<const Interval> intervals) {
    v.amount = 0;
    bool hit = false;
    for (const Interval& interval : intervals) {
      if (!overlaps(interval, start, end)) continue;
      hit = true;
      const std::int64_t last = std::min(end, std::int64_t{interval.high} + 1);
      v.amount += std::max<std::int64_t>(0, last - std::max<std::int64_t>(start, interval.low));
    }
    if (hit) findings.add(code, stop, v);
  };
  shut("suspended", d.technicians.suspensions[t.at()]);
  shut("tag_closed", d.orders.closed[o.at()]);
}

inline void judge_pair(const Dense& d, TechnicianIndex t, OrderIndex o, std::int32_t day, std::size_t stop,
                       const check::Violation& where, Findings& findings) {
  for (const PairFault& fault : pair_faults(d, t, o, day)) {
    check::Violation v = where;
    v.amount = fault.amount;
    findings.add(fault.code, stop, v);
  }
}

inline void judge_tools(std::int64_t missing, std::size_t stop, const check::Violation& where, Findings& findings) {
  check::Violation v = where;
  v.amount = missing;
  if (missing > 0) findings.add("tool_missing", stop, v);
}

/// Bounds and limits of one shift's work.
inline void judge_limits(const Dense& d, const DayWork& day, Findings& findings) {
  const std::size_t t = day.technician.at();
  const std::size_t s = day.shift.at();
  const auto at_most = [&](std::string_view code, std::size_t stop, std::int64_t value, std::int64_t limit) {
    if (value > limit) findings.add(code, stop, {{}, {}, day.technician, day.shift, value - limit});
  };
  at_most("shift_start", 0, d.shifts.start_s[s], day.start);
  at_most("shift_end", after_last_stop, day.end, std::int64_t{d.shifts.end_s[s]} + d.shifts.overtime_cap_s[s]);
  at_most("max_jobs", after_last_stop, static_cast<std::int64_t>(day.visits.size()), d.technicians.max_jobs[t]);
  at_most("max_travel", after_last_stop, day.travel_s, d.technicians.max_travel_s[t]);
  at_most("max_distance", after_last_stop, day.distance_m, d.technicians.max_distance_m[t]);
}

/// One drive, to a visit (`order`), to a depot, or home.
inline void judge_leg(const Dense& d, const DayWork& day, std::int64_t seconds, OrderIndex order, DepotIndex depot,
                      std::size_t stop, Findings& findings) {
  const std::int64_t limit = d.technicians.max_leg_s[day.technician.at()];
  if (seconds > limit) findings.add("max_leg", stop, {{}, order, day.technician, day.shift, seconds - limit, depot});
}

/// Most work of a kind: a cap counts all the shifts that name it. Of what happened (`actual`), the time that was spent;
/// who came in vain did no job.
inline void judge_caps(const Dense& d, std::span<const DayWork> days, bool actual, Findings& findings) {
  struct Used {
    TechnicianIndex technician;
    ShiftIndex shift;  ///< none() when there are several
    std::int64_t amount = 0;
  };
  std::vector<Used> used(d.tag_caps.size());
  for (const DayWork& day : days) {
    if (!day.shift.valid()) continue;
    for (const std::uint32_t row : d.shifts.tag_caps[day.shift.at()]) {
      Used& all = used[row];
      for (const DoneVisit& visit : day.visits) {
        std::int64_t use = cap_use(d, d.tag_caps[row], visit.order, day.technician);
        if (actual && use > 0) use = d.tag_caps[row].work ? visit.duration : visit.serves ? 1 : 0;
        if (use == 0) continue;
        const bool first = all.amount == 0;
        all = {day.technician, first || all.shift == day.shift ? day.shift : ShiftIndex{}, all.amount + use};
      }
    }
  }
  for (std::size_t row = 0; row < used.size(); ++row) {
    const std::int64_t over = used[row].amount - d.tag_caps[row].most;
    if (over > 0)
      findings.add(d.tag_caps[row].work ? "tag_work" : "tag_jobs", after_last_stop,
                   {{}, {}, used[row].technician, used[row].shift, over});
  }
}

/// Van stock is shared by all shifts of a technician, a depot's by all routes. What was fetched is not recorded of what
/// happened (`actual`): a part that some depot keeps is not counted then.
inline void judge_parts(const Dense& d, std::span<const DayWork> days, bool actual, Findings& findings) {
  std::vector<std::tuple<DepotIndex, TechnicianIndex, PartIndex, std::int64_t>> used;  // off a van: no depot
  for (const DayWork& day : days) {
    for (const DoneVisit& visit : day.visits) {
      if (!visit.serves) continue;
      for (const PartNeed& need : d.orders.parts[visit.order.at()]) {
        if (actual && kept_somewhere(d, need.part)) continue;
        if (fetched(d, visit.called, need.part)) {
          used.emplace_back(visit.called, TechnicianIndex{}, need.part, need.quantity);
        } else {
          used.emplace_back(DepotIndex{}, day.technician, need.part, need.quantity);
        }
      }
    }
  }
  std::sort(used.begin(), used.end());
  for (std::size_t i = 0; i < used.size();) {
    const auto [depot, technician, part, first] = used[i];
    const auto stock = depot.valid() ? d.depots.stock[depot.at()] : d.technicians.stock[technician.at()];
    std::int64_t balance = pieces(stock, part);
    for (; i < used.size() && std::get<0>(used[i]) == depot && std::get<1>(used[i]) == technician &&
           std::get<2>(used[i]) == part;
         ++i) {
      balance -= std::get<3>(used[i]);
    }
    if (balance >= 0) continue;
    findings.add(depot.valid() ? "depot_short" : "part_short", after_last_stop,
                 {{}, {}, technician, {}, -balance, depot});
  }
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
