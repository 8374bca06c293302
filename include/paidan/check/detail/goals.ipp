#pragma once

#include <paidan/check/detail/cost.ipp>

namespace paidan::inline PAIDAN_ABI {

// Goals from scratch, order by order: kept, late, or not served. Sums saturate as those of the cost do.
namespace check_detail {

inline std::int64_t sum_of(Cost cost) {
  std::int64_t sum = 0;
  each_term(cost, [&](std::int64_t term) { sum = saturating_add(sum, term); });
  return sum;
}

/// `served[o]` tells whether order o needs nothing more; `cost` is that of the same days.
inline Goals goals_of(const Problem& problem, std::span<const DayWork> days, const std::vector<bool>& served,
                      const Cost& cost) {
  const ProblemData& data = problem.data();
  const Objective& objective = data.objective;
  if (objective.goals == GoalOrder::one_weighted) return {0, {}, sum_of(cost)};
  std::vector<bool> broken(served.size());
  std::vector<std::int64_t> late(served.size());
  for (const DayWork& day : days) {
    for (const DoneVisit& visit : day.visits) {
      if (!visit.judged) continue;
      const std::size_t o = visit.order.at();
      const std::optional<Promise>& promise = data.orders[o].promise;
      const std::int64_t start = data.origin.seconds + visit.safe;
      if (promise && start > promise->at.seconds + promise->after.seconds) broken[o] = true;
      late[o] += std::min(lateness(problem.dense(), visit.order, visit.safe), objective.lateness_cap.seconds);
    }
  }
  Goals goals;
  for (std::size_t o = 0; o < served.size(); ++o) {
    const Order& order = data.orders[o];
    const std::int64_t weight = order.unserved_cost.value_or(objective.unserved * (1 + order.priority));
    const std::int64_t times = order.promise ? objective.agreed_weight : 1;
    if (!served[o] || broken[o]) goals.honour += weight * times;
    goals.late.seconds += !served[o] && order.promise ? objective.lateness_cap.seconds + 1 : late[o];
  }
  Cost running = cost;  // without what the first two goals speak of
  running.lateness = 0;
  running.unserved = 0;
  goals.run_well = sum_of(running);
  return goals;
}

/// Of the first goal in which they differ.
inline std::int64_t difference(const Goals& a, const Goals& b) {
  const auto gap = [](std::int64_t x, std::int64_t y) {
    std::int64_t result = 0;
    if (__builtin_sub_overflow(std::max(x, y), std::min(x, y), &result)) return cost_limit;
    return std::min(result, cost_limit);
  };
  if (a.honour != b.honour) return gap(a.honour, b.honour);
  if (a.late != b.late) return gap(a.late.seconds, b.late.seconds);
  return gap(a.run_well, b.run_well);
}

}  // namespace check_detail
}  // namespace paidan::inline PAIDAN_ABI
