#pragma once

#include <paidan/check/detail/supply.ipp>

namespace paidan::inline PAIDAN_ABI {

// Cost from scratch. A validated problem cannot overflow with a valid plan; a garbage plan can, so sums saturate.
namespace check_detail {

inline constexpr std::int64_t cost_limit = std::int64_t{1} << 62;

inline std::int64_t saturating_add(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) return a < 0 ? -cost_limit : cost_limit;
  return std::clamp(sum, -cost_limit, cost_limit);
}
inline std::int64_t saturating_multiply(std::int64_t a, std::int64_t b) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(a, b, &product)) return (a < 0) != (b < 0) ? -cost_limit : cost_limit;
  return std::clamp(product, -cost_limit, cost_limit);
}

/// One visit done, with the seconds spent on it.
struct DoneVisit {
  OrderIndex order;
  std::int64_t start = 0;
  std::int64_t safe = 0;  ///< its start if all visits before take their buffers, too; what happened is certain
  std::int64_t duration = 0;
  bool serves = true;      ///< false: somebody came in vain
  bool judged = true;      ///< against the order's promise: a later visit of the same order is not
  DepotIndex called = {};  ///< at which depot before
  std::size_t stop = 0;    ///< of the day
};

/// One shift's work summed up: what cost and figures are computed from.
struct DayWork {
  TechnicianIndex technician;
  ShiftIndex shift;            ///< none() when the technician has no shift at all
  std::int32_t local_day = 0;  ///< certificates count by it
  std::int64_t start = 0;
  std::int64_t end = 0;
  std::int64_t travel_s = 0;
  std::int64_t distance_m = 0;
  std::int64_t waiting_s = 0;
  std::int64_t service_s = 0;
  std::int64_t rest_s = 0;
  std::int64_t paid_rest_s = 0;
  std::int64_t call_s = 0;  ///< at depots
  std::int32_t calls = 0;
  std::vector<DoneVisit> visits;

  [[nodiscard]] std::int64_t overtime_s(const Dense& d) const {
    return shift.valid() ? std::max<std::int64_t>(0, end - d.shifts.end_s[shift.at()]) : 0;
  }
};

inline std::int64_t lateness(const Dense& d, OrderIndex order, std::int64_t start) {
  const std::int32_t due = d.orders.due_s[order.at()];
  return due >= time_limit_s ? 0 : std::max<std::int64_t>(0, start - due);
}

inline void add_visit_cost(const Problem& problem, const DayWork& day, const DoneVisit& visit, Cost& cost) {
  const Dense& d = problem.dense();
  const Objective& weights = problem.data().objective;
  const std::size_t o = visit.order.at();
  const TechnicianIndex t = day.technician;
  const auto add = [](std::int64_t& term, std::int64_t amount) { term = saturating_add(term, amount); };
  if (visit.judged)
    add(cost.lateness, saturating_multiply(lateness(d, visit.order, visit.safe), weights.per_lateness_second));
  add(cost.over_skill,
      saturating_multiply(levels_wasted(d, t, visit.order, day.local_day), weights.per_overskill_level));
  add(cost.quality, d.technicians.quality_cost[t.at()]);
  const auto preferred = d.orders.preferred[o];
  if (!preferred.empty() && !contains(preferred, t)) add(cost.preference, weights.not_preferred);
  const TechnicianIndex previous = d.orders.previous_technician[o];
  if (previous.valid() && previous != t) add(cost.same_technician, weights.not_same_technician);
  const std::int64_t change = d.orders.cost_of_change[o];
  const TechnicianIndex pinned = d.orders.pinned_technician[o];
  const std::int32_t pinned_start = d.orders.pinned_start_s[o];
  const bool moved = (pinned.valid() && pinned != t) || (pinned_start != INT32_MIN && pinned_start != visit.start);
  if (change > 0 && moved) add(cost.change, change);
}

/// Paid work of every technician: load carried + travel + service + calls at depots + paid rests.
inline std::vector<std::int64_t> paid_work(const Dense& d, std::span<const DayWork> days) {
  std::vector<std::int64_t> work(d.technicians.load_carried_s);
  for (const DayWork& day : days) {
    work[day.technician.at()] += day.travel_s + day.service_s + day.call_s + day.paid_rest_s;
  }
  return work;
}

/// `served[o]` tells whether order o is in some route.
inline Cost cost_of(const Problem& problem, std::span<const DayWork> days, const std::vector<bool>& served) {
  const Dense& d = problem.dense();
  const Objective& weights = problem.data().objective;
  Cost cost;
  const auto add = [](std::int64_t& term, std::int64_t amount, std::int64_t weight) {
    term = saturating_add(term, saturating_multiply(amount, weight));
  };
  for (const DayWork& day : days) {
    add(cost.travel, day.travel_s, weights.per_travel_second);
    add(cost.distance, day.distance_m, weights.per_metre);
    add(cost.waiting, day.waiting_s, weights.per_waiting_second);
    add(cost.overtime, day.overtime_s(d), weights.per_overtime_second);
    if (day.shift.valid()) add(cost.fixed, 1, d.technicians.fixed_cost[day.technician.at()]);
    for (const DoneVisit& visit : day.visits) add_visit_cost(problem, day, visit, cost);
  }
  for (const std::int64_t work : paid_work(d, days)) {
    for (const FairnessPiece& piece : weights.fairness) {
      if (work > piece.over.seconds) add(cost.fairness, work - piece.over.seconds, piece.per_second);
    }
  }
  std::int64_t latest = 0;
  for (const DayWork& day : days) {
    for (const DoneVisit& visit : day.visits) {
      if (visit.judged) latest = std::max(latest, lateness(d, visit.order, visit.safe));
    }
  }
  add(cost.worst_lateness, latest, weights.per_worst_lateness_second);
  for (std::size_t o = 0; o < served.size(); ++o) {
    if (!served[o]) add(cost.unserved, 1, d.orders.unserved_cost[o]);
  }
  return cost;
}

template <class Visit>
void each_term(Cost& cost, Visit&& visit) {
  for (std::int64_t* term : {&cost.travel, &cost.distance, &cost.waiting, &cost.lateness, &cost.overtime,
                             &cost.over_skill, &cost.quality, &cost.preference, &cost.same_technician, &cost.change,
                             &cost.fixed, &cost.fairness, &cost.worst_lateness, &cost.unserved}) {
    visit(*term);
  }
}

/// `total()` of a garbage plan's cost must not overflow either: then every term, within ±2^62, is cut to ±2^58.
inline Cost summable(Cost cost) {
  std::int64_t sum = 0;
  each_term(cost, [&](std::int64_t term) { sum = saturating_add(sum, term < 0 ? -term : term); });
  if (sum >= cost_limit) {
    const std::int64_t cut = std::int64_t{1} << 58;
    each_term(cost, [=](std::int64_t& term) { term = std::clamp(term, -cut, cut); });
  }
  return cost;
}

/// Σ |difference| of the terms, saturating.
inline std::int64_t difference(Cost a, Cost b) {
  std::vector<std::int64_t> terms;
  each_term(a, [&](std::int64_t term) { terms.push_back(term); });
  std::size_t i = 0;
  std::int64_t sum = 0;
  each_term(b, [&](std::int64_t term) {
    const std::int64_t low = std::min(term, terms[i]);
    const std::int64_t high = std::max(term, terms[i++]);
    std::int64_t gap = 0;
    if (__builtin_sub_overflow(high, low, &gap)) gap = cost_limit;
    sum = saturating_add(sum, gap);
  });
  return sum;
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
