#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/dispatch/explain.hpp>

#include <paidan/dispatch/detail/amounts.ipp>
#include <paidan/dispatch/detail/insertions.ipp>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace paidan::inline PAIDAN_ABI {

namespace dispatch_detail {

inline void check_indices(const Problem& problem, const Plan& plan, OrderIndex order,
                          std::optional<TechnicianIndex> technician) {
  Errors errors;
  check_index(errors, "order", order.value, problem.order_count());
  if (technician) check_index(errors, "technician", technician->value, problem.technician_count());
  for (std::size_t r = 0; r < plan.routes.size(); ++r) {
    const std::string path = "routes[" + std::to_string(r) + "]";
    check_index(errors, path + ".shift", plan.routes[r].shift.value, problem.shift_count());
    for (std::size_t i = 0; i < plan.routes[r].stops.size(); ++i) {
      const Stop& stop = plan.routes[r].stops[i];
      if (stop.kind == StopKind::visit) {
        check_index(errors, path + ".stops[" + std::to_string(i) + "].order", stop.order.value, problem.order_count());
      } else if (stop.kind == StopKind::depot) {
        check_index(errors, path + ".stops[" + std::to_string(i) + "].depot", stop.depot.value,
                    problem.data().depots.size());
      } else {
        check_index(errors, path + ".stops[" + std::to_string(i) + "].break_row", stop.break_row.value,
                    problem.dense().breaks.size());
      }
    }
  }
  errors.throw_if_any();
}

/// Visits that start later than in the plan, in route order.
inline void add_suffering(const Dense& dense, const Plan& plan, const Route& route, OrderIndex order,
                          std::vector<Suffering>& list) {
  std::vector<std::int32_t> starts;
  for (const Route& planned : plan.routes) {
    if (planned.shift != route.shift) continue;
    for (const Stop& stop : planned.stops) {
      if (stop.kind == StopKind::visit && stop.order != order) starts.push_back(stop.start.seconds);
    }
  }
  std::size_t next = 0;
  for (const Stop& stop : route.stops) {
    if (stop.kind != StopKind::visit || stop.order == order) continue;
    const std::int32_t before = starts[next++];
    if (stop.start.seconds <= before) continue;
    const std::int32_t due = dense.orders.due_s[stop.order.at()];
    const std::int32_t agreed = dense.orders.agreed_until_s[stop.order.at()];
    list.push_back({stop.order,
                    {before},
                    stop.start,
                    {std::max(0, stop.start.seconds - due) - std::max(0, before - due)},
                    before <= agreed && stop.start.seconds > agreed});
  }
}

/// Does the plan send this technician to the order?
inline bool planned(const Problem& problem, const Plan& plan, OrderIndex order, TechnicianIndex technician) {
  return std::any_of(plan.routes.begin(), plan.routes.end(), [&](const Route& route) {
    return problem.dense().shifts.technician[route.shift.at()] == technician &&
           std::any_of(route.stops.begin(), route.stops.end(),
                       [&](const Stop& stop) { return stop.kind == StopKind::visit && stop.order == order; });
  });
}

inline WhyNot answer(const Problem& problem, const Plan& plan, OrderIndex order, TechnicianIndex technician) {
  WhyNot result;
  result.order = order;
  result.technician = technician;
  result.planned = planned(problem, plan, order, technician);
  Inserts inserts(problem, plan, order, technician);
  Amounts amounts(problem, inserts, order, technician);
  if (inserts.shifts().empty()) {
    result.families = join(bit(Family::shift), amounts.without_shift());
    result.reasons = amounts.take();
    return result;
  }
  const std::optional<FamilyBits> minimal = inserts.minimal();
  if (!minimal) {
    result.families = every_family;
    amounts.pair(inserts.shifts().front().shift, every_family);
    result.reasons = amounts.take();
    return result;
  }
  const Settled cheapest = inserts.cheapest(*minimal);
  const Route& route = cheapest.timed.route;
  result.families = *minimal;
  result.possible = true;
  result.reasons = amounts.of(cheapest, *minimal);
  result.shift = route.shift;
  result.position = static_cast<std::int32_t>(cheapest.insert->position);
  for (const Stop& stop : route.stops) {
    if (stop.kind == StopKind::visit && stop.order == order) result.start = stop.start;
  }
  const std::int64_t due = problem.dense().orders.due_s[order.at()];
  result.lateness = Duration{std::max<std::int64_t>(0, result.start->seconds - due)};
  result.added_cost = cheapest.added_cost;
  result.added_goals = cheapest.added_goals;
  result.added_travel = Duration{cheapest.added_travel_s};
  add_suffering(problem.dense(), plan, route, order, result.suffering);
  for (const Together& beside : cheapest.beside)
    add_suffering(problem.dense(), plan, beside.timed.route, order, result.suffering);
  return result;
}

}  // namespace dispatch_detail

PAIDAN_INLINE WhyNot why_not(const Problem& problem, const Plan& plan, OrderIndex order, TechnicianIndex technician) {
  dispatch_detail::check_indices(problem, plan, order, technician);
  return dispatch_detail::answer(problem, plan, order, technician);
}

PAIDAN_INLINE Unassigned why_unassigned(const Problem& problem, const Plan& plan, OrderIndex order) {
  dispatch_detail::check_indices(problem, plan, order, std::nullopt);
  Unassigned result;
  result.order = order;
  for (std::size_t t = 0; t < problem.technician_count(); ++t) {
    result.technicians.push_back(dispatch_detail::answer(problem, plan, order, TechnicianIndex(t)));
  }
  std::sort(result.technicians.begin(), result.technicians.end(), [](const WhyNot& a, const WhyNot& b) {
    // Whom nothing helps has every family, so comes last; whom a shift would help may be the nearest of all.
    if (a.families != b.families) return simpler(a.families, b.families);
    return std::tuple(!a.possible, a.added_goals, a.technician) < std::tuple(!b.possible, b.added_goals, b.technician);
  });
  if (!result.technicians.empty()) result.families = result.technicians.front().families;
  return result;
}

}  // namespace paidan::inline PAIDAN_ABI
