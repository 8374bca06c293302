#pragma once

#include <paidan/check/detail/goals.ipp>
#include <paidan/check/detail/links.ipp>
#include <paidan/check/detail/reasons.ipp>
#include <paidan/check/detail/route_judge.ipp>
#include <paidan/check/evaluate.hpp>
#include <paidan/check/kpis.ipp>

namespace paidan::inline PAIDAN_ABI {
namespace check_detail {

/// Every order exactly once, in a route or unassigned. Returns who is served.
inline std::vector<bool> judge_accounts(std::size_t order_count, const Plan& plan, std::span<const DayWork> days,
                                        Findings& findings) {
  std::vector<bool> served(order_count);
  for (const DayWork& day : days) {
    for (const DoneVisit& visit : day.visits) {
      const OrderIndex o = visit.order;
      if (served[o.at()]) findings.add("served_twice", after_last_stop, {{}, o, day.technician, day.shift, 0});
      served[o.at()] = true;
    }
  }
  std::vector<bool> left_out(order_count);
  for (std::size_t i = 0; i < plan.unassigned.size(); ++i) {
    const OrderIndex o = plan.unassigned[i];
    if (o.at() >= order_count) {
      findings.add("bad_index", after_last_stop, {{}, {}, {}, {}, o.value});
      continue;
    }
    const check::Violation where{{}, o, {}, {}, 0};
    if (served[o.at()] || left_out[o.at()]) {
      findings.add("served_twice", after_last_stop, where);
    } else if (i > 0 && o < plan.unassigned[i - 1]) {
      findings.add("bad_index", after_last_stop, where);
    }
    left_out[o.at()] = true;
  }
  for (std::size_t o = 0; o < order_count; ++o) {
    if (!served[o] && !left_out[o]) findings.add("not_accounted", after_last_stop, {{}, OrderIndex(o), {}, {}, 0});
  }
  return served;
}

}  // namespace check_detail

namespace check {

PAIDAN_INLINE Report evaluate(const Problem& problem, const Plan& plan) {
  using namespace check_detail;
  Findings findings;
  std::vector<DayWork> days;
  std::vector<RouteJudge> linked;
  ShiftIndex last;
  for (const Route& route : plan.routes) {
    if (route.shift.at() >= problem.shift_count()) {
      findings.add("bad_index", after_last_stop, {{}, {}, {}, {}, route.shift.value});
      continue;
    }
    if (last.valid() && route.shift <= last) {
      findings.add("bad_index", after_last_stop,
                   {{}, {}, problem.dense().shifts.technician[route.shift.at()], route.shift, 0});
    }
    last = route.shift;
    RouteJudge judge(problem, route, findings);
    days.push_back(judge.judge());
    if (judge.linked()) {
      linked.push_back(std::move(judge));
    } else {
      judge.judge_rule();
    }
  }
  judge_rules(problem.dense(), linked);
  const std::vector<bool> served = judge_accounts(problem.order_count(), plan, days, findings);
  judge_parts(problem.dense(), days, false, findings);
  judge_caps(problem.dense(), days, false, findings);
  judge_links(problem.dense(), days, served, findings);

  Report report;
  report.problem = {problem.hash()};
  const Cost cost = cost_of(problem, days, served);
  report.cost = summable(cost);
  report.goals = goals_of(problem, days, served, cost);
  report.kpis = kpis_of(problem, days);
  if (plan.cost != cost) findings.add("wrong_cost", after_last_stop, {{}, {}, {}, {}, difference(plan.cost, cost)});
  if (plan.goals && *plan.goals != *report.goals) {
    findings.add("wrong_goals", after_last_stop, {{}, {}, {}, {}, difference(*plan.goals, *report.goals)});
  }
  if (plan.problem.value != problem.hash()) findings.add("wrong_problem", after_last_stop, {});
  report.violations = std::move(findings).sorted();
  return report;
}

}  // namespace check
}  // namespace paidan::inline PAIDAN_ABI
