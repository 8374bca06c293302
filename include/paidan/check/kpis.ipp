#pragma once

#include <paidan/check/detail/cost.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace check_detail {

/// Gini coefficient of figures that are not negative: 0 = all equal. Dixon et al. 1987: from the sorted values,
/// G = 2 Σ i·x(i) / (n Σ x) − (n + 1) / n. Absent when all are 0. Work without end squared by technicians without
/// number leaves 64 bits; both halves of the share are then halved until they fit, which the ratio does not feel.
inline std::optional<Share> gini(std::vector<std::int64_t> values) {
  __extension__ typedef __int128 Wide;
  std::sort(values.begin(), values.end());
  Wide weighted = 0;
  Wide sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    weighted += static_cast<Wide>(i + 1) * values[i];
    sum += values[i];
  }
  const auto n = static_cast<Wide>(values.size());
  Wide part = 2 * weighted - (n + 1) * sum;
  Wide whole = n * sum;
  for (; whole > INT64_MAX; whole /= 2) part /= 2;
  return share(static_cast<std::int64_t>(part), static_cast<std::int64_t>(whole));
}

/// `starts[o]` is when order o starts (its first visit's start), or absent (INT64_MIN).
inline void count_promises(const Problem& problem, std::span<const std::int64_t> starts,
                           const std::vector<bool>& served, check::Kpis& kpis) {
  std::int32_t as_promised = 0;
  for (std::size_t o = 0; o < starts.size(); ++o) {
    const auto& promise = problem.data().orders[o].promise;
    if (!promise) {
      as_promised += served[o] ? 1 : 0;
      continue;
    }
    ++kpis.promised;
    if (starts[o] == INT64_MIN) {
      ++kpis.promised_unserved;
      continue;
    }
    const std::int64_t offset = problem.data().origin.seconds + starts[o] - promise->at.seconds;
    if (offset < -promise->before.seconds) {
      ++kpis.early;
    } else if (offset > promise->after.seconds) {
      ++kpis.late;
    } else {
      ++kpis.on_time;
      as_promised += served[o] ? 1 : 0;
    }
  }
  kpis.served_as_promised = as_promised;
}

inline std::vector<check::TechnicianKpis> technician_kpis(const Dense& d, std::span<const DayWork> days) {
  std::vector<check::TechnicianKpis> rows(d.technicians.profile.size());
  const std::vector<std::int64_t> work = paid_work(d, days);
  for (std::size_t t = 0; t < rows.size(); ++t) {
    rows[t].technician = TechnicianIndex(t);
    rows[t].work.seconds = work[t];
    for (std::size_t s = d.technicians.first_shift[t]; s < d.technicians.first_shift[t + 1]; ++s) {
      rows[t].shift.seconds += std::int64_t{d.shifts.end_s[s]} - d.shifts.start_s[s];
    }
  }
  for (const DayWork& day : days) {
    check::TechnicianKpis& row = rows[day.technician.at()];
    row.jobs += static_cast<std::int32_t>(day.visits.size());
    row.travel.seconds += day.travel_s;
    row.distance_m += day.distance_m;
    row.waiting.seconds += day.waiting_s;
    row.service.seconds += day.service_s;
    row.breaks.seconds += day.rest_s;
    row.overtime.seconds += day.overtime_s(d);
    row.depot_calls += day.calls;
    row.depot_time.seconds += day.call_s;
  }
  return rows;
}

inline check::Kpis kpis_of(const Problem& problem, std::span<const DayWork> days) {
  const Dense& d = problem.dense();
  check::Kpis kpis;
  kpis.at_risk = 0;
  kpis.worst_lateness = Duration{};
  std::vector<std::int64_t> starts(problem.order_count(), INT64_MIN);
  std::vector<bool> served(problem.order_count());
  for (const DayWork& day : days) {
    for (const DoneVisit& visit : day.visits) {
      kpis.skill_waste_levels += levels_wasted(d, day.technician, visit.order, day.local_day);
      if (visit.serves && !served[visit.order.at()]) {
        served[visit.order.at()] = true;
        ++kpis.served;
      }
      if (!visit.judged || starts[visit.order.at()] != INT64_MIN) continue;  // served twice: only the first counts
      starts[visit.order.at()] = visit.start;
      const std::int64_t late = lateness(d, visit.order, visit.start);
      kpis.lateness.seconds += late;
      kpis.worst_lateness = std::max(*kpis.worst_lateness, Duration{late});
      const std::int32_t agreed_until = d.orders.agreed_until_s[visit.order.at()];
      const bool agreed = agreed_until < time_limit_s;
      if (agreed && visit.start <= agreed_until && visit.safe > agreed_until) ++*kpis.at_risk;
      if (d.orders.previous_technician[visit.order.at()] == day.technician) ++kpis.rework_same;
    }
  }
  kpis.orders = static_cast<std::int32_t>(starts.size());
  kpis.unserved = kpis.orders - kpis.served;
  for (const TechnicianIndex previous : d.orders.previous_technician) kpis.rework += previous.valid() ? 1 : 0;
  count_promises(problem, starts, served, kpis);

  kpis.technicians = technician_kpis(d, days);
  std::vector<std::int64_t> work;
  for (const check::TechnicianKpis& row : kpis.technicians) {
    kpis.travel.seconds += row.travel.seconds;
    kpis.distance_m += row.distance_m;
    kpis.waiting.seconds += row.waiting.seconds;
    kpis.service.seconds += row.service.seconds;
    kpis.breaks.seconds += row.breaks.seconds;
    kpis.overtime.seconds += row.overtime.seconds;
    kpis.shift.seconds += row.shift.seconds;
    kpis.depot_calls += row.depot_calls;
    kpis.depot_time.seconds += row.depot_time.seconds;
    kpis.technicians_used += row.jobs > 0 ? 1 : 0;
    const std::size_t t = row.technician.at();
    if (d.technicians.first_shift[t] < d.technicians.first_shift[t + 1]) work.push_back(row.work.seconds);
  }
  kpis.on_time_share = share(kpis.on_time, kpis.promised);
  kpis.travel_share = share(kpis.travel.seconds, kpis.travel.seconds + kpis.service.seconds + kpis.waiting.seconds);
  kpis.utilisation = share(kpis.service.seconds, kpis.shift.seconds);
  if (!work.empty()) {
    const auto [least, most] = std::minmax_element(work.begin(), work.end());
    kpis.work_spread.seconds = *most - *least;
  }
  kpis.gini_work = gini(std::move(work));
  return kpis;
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
