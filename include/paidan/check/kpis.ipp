#pragma once

#include <paidan/check/detail/cost.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace check_detail {

/// Gini coefficient of figures that are not negative: 0 = all equal. Dixon et al. 1987: from the sorted values,
/// G = 2 Σ i·x(i) / (n Σ x) − (n + 1) / n.
inline double gini(std::vector<std::int64_t> values) {
  std::sort(values.begin(), values.end());
  double weighted = 0;
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    weighted += static_cast<double>(i + 1) * static_cast<double>(values[i]);
    sum += static_cast<double>(values[i]);
  }
  if (sum <= 0) return 0;
  const double n = static_cast<double>(values.size());
  return std::max(0.0, 2 * weighted / (n * sum) - (n + 1) / n);
}

inline double share(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

/// `starts[o]` is when order o starts (its first visit's start), or absent (INT64_MIN).
inline void count_promises(const Problem& problem, std::span<const std::int64_t> starts, check::Kpis& kpis) {
  for (std::size_t o = 0; o < starts.size(); ++o) {
    const auto& promise = problem.data().orders[o].promise;
    if (!promise) continue;
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
    }
  }
}

inline std::vector<check::TechnicianKpis> technician_kpis(const Dense& d, std::span<const DayWork> days) {
  std::vector<check::TechnicianKpis> rows(d.technicians.profile.size());
  const std::vector<std::int64_t> work = paid_work(d, days);
  for (std::size_t t = 0; t < rows.size(); ++t) {
    rows[t].technician = TechnicianIndex(t);
    rows[t].work_s = work[t];
    for (std::size_t s = d.technicians.first_shift[t]; s < d.technicians.first_shift[t + 1]; ++s) {
      rows[t].shift_s += std::int64_t{d.shifts.end_s[s]} - d.shifts.start_s[s];
    }
  }
  for (const DayWork& day : days) {
    check::TechnicianKpis& row = rows[day.technician.at()];
    row.jobs += static_cast<std::int32_t>(day.visits.size());
    row.travel_s += day.travel_s;
    row.distance_m += day.distance_m;
    row.waiting_s += day.waiting_s;
    row.service_s += day.service_s;
    row.break_s += day.rest_s;
    row.overtime_s += day.overtime_s(d);
  }
  return rows;
}

inline check::Kpis kpis_of(const Problem& problem, std::span<const DayWork> days) {
  const Dense& d = problem.dense();
  check::Kpis kpis;
  std::vector<std::int64_t> starts(problem.order_count(), INT64_MIN);
  for (const DayWork& day : days) {
    for (const DoneVisit& visit : day.visits) {
      kpis.skill_waste_levels += levels_wasted(d, day.technician, visit.order, day.local_day);
      if (starts[visit.order.at()] != INT64_MIN) continue;  // served twice: only the first counts
      starts[visit.order.at()] = visit.start;
      ++kpis.served;
      kpis.lateness_s += lateness(d, visit);
      if (d.orders.previous_technician[visit.order.at()] == day.technician) ++kpis.rework_same;
    }
  }
  kpis.orders = static_cast<std::int32_t>(starts.size());
  kpis.unserved = kpis.orders - kpis.served;
  for (const TechnicianIndex previous : d.orders.previous_technician) kpis.rework += previous.valid() ? 1 : 0;
  count_promises(problem, starts, kpis);

  kpis.technicians = technician_kpis(d, days);
  std::vector<std::int64_t> work;
  for (const check::TechnicianKpis& row : kpis.technicians) {
    kpis.travel_s += row.travel_s;
    kpis.distance_m += row.distance_m;
    kpis.waiting_s += row.waiting_s;
    kpis.service_s += row.service_s;
    kpis.break_s += row.break_s;
    kpis.overtime_s += row.overtime_s;
    kpis.shift_s += row.shift_s;
    kpis.technicians_used += row.jobs > 0 ? 1 : 0;
    const std::size_t t = row.technician.at();
    if (d.technicians.first_shift[t] < d.technicians.first_shift[t + 1]) work.push_back(row.work_s);
  }
  kpis.on_time_share = share(kpis.on_time, kpis.promised);
  kpis.travel_share = share(kpis.travel_s, kpis.travel_s + kpis.service_s + kpis.waiting_s);
  kpis.utilisation = share(kpis.service_s, kpis.shift_s);
  if (!work.empty()) {
    const auto [least, most] = std::minmax_element(work.begin(), work.end());
    kpis.work_spread_s = *most - *least;
  }
  kpis.gini_work = gini(std::move(work));
  return kpis;
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
