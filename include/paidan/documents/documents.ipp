#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/documents/documents.hpp>
#include <paidan/documents/match_documents.ipp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>

#include <algorithm>
#include <cmath>

namespace paidan::inline PAIDAN_ABI {
namespace documents_detail {

inline std::int32_t permille(double share) { return static_cast<std::int32_t>(std::floor(share * 1000 + 0.5)); }

inline Error unknown(std::string_view noun, std::string_view noun_zh, const std::string& id, std::string path,
                     std::int64_t row, const std::vector<std::string_view>& known) {
  std::vector<Parameter> parameters{{"noun", std::string(noun)}, {"noun_zh", std::string(noun_zh)}, {"id", id}};
  syntax::add_hint(parameters, id, known);
  return {&paidan::errors::unknown_id, std::move(path), row, std::move(parameters)};
}

/// `known` gives the ids; it is asked, and searched for the nearest, only for errors that will be shown.
template <class Known>
void add_unknown(Errors& errors, std::string_view noun, std::string_view noun_zh, const std::string& id,
                 std::string path, std::int64_t row, Known&& known) {
  if (errors.full()) {
    errors.add(paidan::errors::unknown_id, std::move(path), {}, row);
  } else {
    errors.add(unknown(noun, noun_zh, id, std::move(path), row, known()));
  }
}

inline std::vector<std::string_view> order_ids(const Problem& problem) {
  std::vector<std::string_view> ids;
  for (const Order& order : problem.data().orders) ids.push_back(order.id);
  return ids;
}
inline std::vector<std::string_view> technician_ids(const Problem& problem) {
  std::vector<std::string_view> ids;
  for (const Technician& technician : problem.data().technicians) ids.push_back(technician.id);
  return ids;
}

/// Seconds from the origin; an error when beyond what a model holds.
inline std::int32_t model_seconds(const Problem& problem, Instant instant, std::string_view field,
                                  const std::string& path, std::int64_t row, Errors& errors) {
  const std::int64_t origin = problem.data().origin.seconds;
  std::int64_t seconds = 0;
  if (__builtin_sub_overflow(instant.seconds, origin, &seconds) || seconds < -time_limit_s || seconds > time_limit_s) {
    const ZoneRules& zone = problem.data().zone;
    errors.add(paidan::errors::out_of_range, path,
               {{"field", std::string(field)},
                {"low", syntax::local_text(zone, problem.instant(-time_limit_s))},
                {"high", syntax::local_text(zone, problem.instant(time_limit_s))},
                {"value", syntax::local_text(zone, instant)}},
               row);
    return 0;
  }
  return static_cast<std::int32_t>(seconds);
}

/// Reads one route; the shift is none() when it is not known.
inline Route route_of(const Problem& problem, const documents::RouteDocument& from, const std::string& path,
                      Errors& errors) {
  Route route;
  const TechnicianIndex technician = problem.find_technician(from.technician);
  if (!technician.valid()) {
    add_unknown(errors, "technician", "师傅", from.technician, path + ".technician", 0,
                [&] { return technician_ids(problem); });
  } else {
    const std::vector<Shift>& shifts = problem.technician(technician).shifts;
    const auto found = std::find_if(shifts.begin(), shifts.end(), [&](const Shift& s) { return s.id == from.shift; });
    if (found == shifts.end()) {
      add_unknown(errors, "shift", "班次", from.shift, path + ".shift", 0, [&] {
        std::vector<std::string_view> known;
        for (const Shift& shift : shifts) known.push_back(shift.id);
        return known;
      });
    } else {
      const std::size_t first = problem.dense().technicians.first_shift[technician.at()];
      route.shift = ShiftIndex(first + static_cast<std::size_t>(found - shifts.begin()));
    }
  }
  const auto seconds = [&](Instant instant, const std::string& where, std::string_view field) {
    return model_seconds(problem, instant, field, where + "." + std::string(field), 0, errors);
  };
  route.start_s = seconds(from.start, path, "start");
  route.end_s = seconds(from.end, path, "end");
  for (std::size_t k = 0; k < from.stops.size(); ++k) {
    const documents::StopDocument& stop = from.stops[k];
    const std::string where = path + ".stops[" + std::to_string(k) + "]";
    Stop made{.kind = stop.kind,
              .order = {},
              .break_row = {},
              .departure_s = seconds(stop.departure, where, "departure"),
              .arrival_s = seconds(stop.arrival, where, "arrival"),
              .start_s = seconds(stop.start, where, "start"),
              .end_s = seconds(stop.end, where, "end")};
    if (stop.kind == StopKind::visit) {
      if (!stop.order) {
        errors.add(paidan::errors::missing, where + ".order", {{"field", "order"}});
      } else {
        made.order = problem.find_order(*stop.order);
        if (!made.order.valid()) {
          add_unknown(errors, "order", "工单", *stop.order, where + ".order", 0, [&] { return order_ids(problem); });
        }
      }
    } else if (!stop.break_index) {
      errors.add(paidan::errors::missing, where + ".break_index", {{"field", "break_index"}});
    } else if (route.shift.valid()) {
      const auto breaks = problem.dense().shifts.breaks[route.shift.at()];
      const auto index = static_cast<std::size_t>(*stop.break_index);
      if (*stop.break_index < 0 || index >= breaks.size()) {
        errors.add(paidan::errors::out_of_range, where + ".break_index",
                   {{"field", "break_index"},
                    {"low", "0"},
                    {"high", std::to_string(static_cast<std::int64_t>(breaks.size()) - 1)},
                    {"value", std::to_string(*stop.break_index)}});
      } else {
        made.break_row = breaks[index];
      }
    }
    route.stops.push_back(made);
  }
  return route;
}

}  // namespace documents_detail

namespace documents {

PAIDAN_INLINE PlanDocument plan_document(const Problem& problem, const Plan& plan) {
  PlanDocument out;
  out.problem = hex(plan.problem_hash);
  out.routes.reserve(plan.routes.size());
  for (const Route& route : plan.routes) {
    RouteDocument& made = out.routes.emplace_back();
    made.technician = documents_detail::technician_id(problem, route.shift);
    made.shift = problem.shift(route.shift).id;
    made.start = problem.instant(route.start_s);
    made.end = problem.instant(route.end_s);
    made.stops.reserve(route.stops.size());
    const auto breaks = problem.dense().shifts.breaks[route.shift.at()];
    for (const Stop& stop : route.stops) {
      StopDocument& to = made.stops.emplace_back();
      to.kind = stop.kind;
      if (stop.kind == StopKind::visit) {
        to.order = problem.order(stop.order).id;
      } else {
        const auto at = std::find(breaks.begin(), breaks.end(), stop.break_row);
        to.break_index = static_cast<std::int32_t>(at - breaks.begin());
      }
      to.departure = problem.instant(stop.departure_s);
      to.arrival = problem.instant(stop.arrival_s);
      to.start = problem.instant(stop.start_s);
      to.end = problem.instant(stop.end_s);
    }
  }
  out.unassigned = documents_detail::ids_of(problem, plan.unassigned);
  out.cost = plan.cost;
  out.total_cost = plan.cost.total();
  return out;
}

PAIDAN_INLINE Plan plan_of(const Problem& problem, const PlanDocument& document) {
  Errors errors;
  if (const std::string expected = hex(problem.hash()); document.problem != expected) {
    errors.add(syntax::errors::other_problem, "problem", {{"value", document.problem}, {"expected", expected}});
  }
  Plan plan;
  plan.problem_hash = problem.hash();
  plan.cost = document.cost;
  std::vector<std::string> shift_at(problem.shift_count());
  for (std::size_t i = 0; i < document.routes.size(); ++i) {
    const std::string path = "routes[" + std::to_string(i) + "]";
    Route route = documents_detail::route_of(problem, document.routes[i], path, errors);
    if (route.shift.valid()) {
      std::string& first = shift_at[route.shift.at()];
      if (!first.empty()) {
        errors.add(paidan::errors::duplicate_id, path + ".shift",
                   {{"noun", "shift"}, {"noun_zh", "班次"}, {"id", document.routes[i].shift}, {"first", first}});
      }
      first = path;
    }
    plan.routes.push_back(std::move(route));
  }
  for (std::size_t i = 0; i < document.unassigned.size(); ++i) {
    const OrderIndex order = problem.find_order(document.unassigned[i]);
    if (!order.valid()) {
      documents_detail::add_unknown(errors, "order", "工单", document.unassigned[i],
                                    "unassigned[" + std::to_string(i) + "]", 0,
                                    [&] { return documents_detail::order_ids(problem); });
    }
    plan.unassigned.push_back(order);
  }
  errors.throw_if_any();
  std::sort(plan.routes.begin(), plan.routes.end(), [](const Route& a, const Route& b) { return a.shift < b.shift; });
  std::sort(plan.unassigned.begin(), plan.unassigned.end());
  return plan;
}

PAIDAN_INLINE ReportDocument report_document(const Problem& problem, const check::Report& report) {
  ReportDocument out;
  out.problem = hex(problem.hash());
  out.valid = report.valid();
  for (const check::Violation& violation : report.violations) {
    ViolationDocument& made = out.violations.emplace_back();
    made.code = violation.code;
    if (violation.order.valid() && violation.order.at() < problem.order_count())
      made.order = problem.order(violation.order).id;
    if (violation.technician.valid() && violation.technician.at() < problem.technician_count()) {
      made.technician = problem.technician(violation.technician).id;
    }
    if (violation.shift.valid() && violation.shift.at() < problem.shift_count())
      made.shift = problem.shift(violation.shift).id;
    made.amount = violation.amount;
  }
  out.cost = report.cost;
  out.total_cost = report.cost.total();
  const check::Kpis& from = report.kpis;
  out.kpis = {.orders = from.orders,
              .served = from.served,
              .unserved = from.unserved,
              .promised = from.promised,
              .on_time = from.on_time,
              .early = from.early,
              .late = from.late,
              .promised_unserved = from.promised_unserved,
              .lateness_s = from.lateness_s,
              .travel_s = from.travel_s,
              .distance_m = from.distance_m,
              .waiting_s = from.waiting_s,
              .service_s = from.service_s,
              .break_s = from.break_s,
              .overtime_s = from.overtime_s,
              .shift_s = from.shift_s,
              .skill_waste_levels = from.skill_waste_levels,
              .technicians_used = from.technicians_used,
              .rework = from.rework,
              .rework_same = from.rework_same,
              .on_time_permille = documents_detail::permille(from.on_time_share),
              .travel_permille = documents_detail::permille(from.travel_share),
              .utilisation_permille = documents_detail::permille(from.utilisation),
              .gini_work_permille = documents_detail::permille(from.gini_work),
              .work_spread_s = from.work_spread_s,
              .technicians = {}};
  for (const check::TechnicianKpis& one : from.technicians) {
    out.kpis.technicians.push_back({.technician = problem.technician(one.technician).id,
                                    .jobs = one.jobs,
                                    .travel_s = one.travel_s,
                                    .distance_m = one.distance_m,
                                    .waiting_s = one.waiting_s,
                                    .service_s = one.service_s,
                                    .break_s = one.break_s,
                                    .overtime_s = one.overtime_s,
                                    .shift_s = one.shift_s,
                                    .work_s = one.work_s});
  }
  return out;
}

PAIDAN_INLINE WhyNotDocument why_not_document(const Problem& problem, const WhyNot& answer) {
  WhyNotDocument out;
  out.order = problem.order(answer.order).id;
  out.technician = problem.technician(answer.technician).id;
  out.families = documents_detail::families_of(answer.families);
  out.reasons = answer.reasons;
  out.possible = answer.possible;
  if (!answer.possible || !answer.shift.valid()) return out;
  out.shift = problem.shift(answer.shift).id;
  out.position = answer.position;
  out.start = problem.instant(answer.start_s);
  out.added_cost = answer.added_cost;
  out.added_travel = Duration{answer.added_travel_s};
  for (const Suffering& one : answer.suffering) {
    out.suffering.push_back({.order = problem.order(one.order).id,
                             .old_start = problem.instant(one.old_start_s),
                             .new_start = problem.instant(one.new_start_s),
                             .added_lateness = {one.added_lateness_s}});
  }
  return out;
}

PAIDAN_INLINE UnassignedDocument unassigned_document(const Problem& problem, const Unassigned& answer) {
  UnassignedDocument out;
  out.order = problem.order(answer.order).id;
  out.families = documents_detail::families_of(answer.families);
  for (const WhyNot& one : answer.technicians) out.technicians.push_back(why_not_document(problem, one));
  return out;
}

PAIDAN_INLINE std::vector<check::ActualVisit> actual_of(const Problem& problem, const ActualDocument& document,
                                                        const std::vector<std::int64_t>& rows) {
  Errors errors;
  std::vector<check::ActualVisit> visits;
  visits.reserve(document.visits.size());
  for (std::size_t i = 0; i < document.visits.size(); ++i) {
    const ActualVisitDocument& from = document.visits[i];
    const std::string path = "visits[" + std::to_string(i) + "]";
    const std::int64_t row = i < rows.size() ? rows[i] : 0;
    check::ActualVisit visit;
    visit.order = problem.find_order(from.order);
    if (!visit.order.valid()) {
      documents_detail::add_unknown(errors, "order", "工单", from.order, path + ".order", row,
                                    [&] { return documents_detail::order_ids(problem); });
    }
    visit.technician = problem.find_technician(from.technician);
    if (!visit.technician.valid()) {
      documents_detail::add_unknown(errors, "technician", "师傅", from.technician, path + ".technician", row,
                                    [&] { return documents_detail::technician_ids(problem); });
    }
    const Instant start = from.start.value_or(from.arrival);
    if (from.end < start || start < from.arrival) {
      const ZoneRules& zone = problem.data().zone;
      const bool end_wrong = from.end < start;
      errors.add(syntax::errors::times_fall, path,
                 {{"first", end_wrong ? "start" : "arrival"},
                  {"second", end_wrong ? "end" : "start"},
                  {"low", syntax::local_text(zone, end_wrong ? start : from.arrival)},
                  {"high", syntax::local_text(zone, end_wrong ? from.end : start)}},
                 row);
    }
    visit.arrival_s = documents_detail::model_seconds(problem, from.arrival, "arrival", path + ".arrival", row, errors);
    visit.start_s = documents_detail::model_seconds(problem, start, "start", path + ".start", row, errors);
    visit.end_s = documents_detail::model_seconds(problem, from.end, "end", path + ".end", row, errors);
    visits.push_back(visit);
  }
  errors.throw_if_any();
  return visits;
}

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
