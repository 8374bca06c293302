#include "views.hpp"

#include <paidan/documents/pair_names.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace paidan_python {

namespace {

template <class Nouns>
[[noreturn]] void unknown_noun(const Nouns& nouns, const char* noun, const char* noun_zh, const std::string& id,
                               const Where& where) {
  std::vector<std::string_view> known;
  for (const auto& item : nouns) known.push_back(item.id);
  const std::string near(pd::nearest(id, known));
  throw pd::InvalidInput(pd::Error{&pd::errors::unknown_id,
                                   where.text(),
                                   0,
                                   {{"noun", noun},
                                    {"noun_zh", noun_zh},
                                    {"id", id},
                                    {"hint", near.empty() ? "" : "; did you mean '" + near + "'?"},
                                    {"hint_zh", near.empty() ? "" : ";是否为“" + near + "”?"}}});
}

}  // namespace

std::vector<pd::Family> families(pd::FamilySet set) {
  std::vector<pd::Family> all;
  for (int i = 0; i < pd::family_count; ++i) {
    if (pd::has(set, static_cast<pd::Family>(i))) all.push_back(static_cast<pd::Family>(i));
  }
  return all;
}

void unknown_order(const pd::Problem& problem, const std::string& id, const Where& where) {
  unknown_noun(problem.data().orders, "order", "工单", id, where);
}
void unknown_technician(const pd::Problem& problem, const std::string& id, const Where& where) {
  unknown_noun(problem.data().technicians, "technician", "师傅", id, where);
}

pd::OrderIndex order_index(const pd::Problem& problem, py::handle id, const Where& where) {
  const std::string text = from_python<std::string>(id, where);
  const pd::OrderIndex index = problem.find_order(text);
  if (!index.valid()) unknown_order(problem, text, where);
  return index;
}

pd::TechnicianIndex technician_index(const pd::Problem& problem, py::handle id, const Where& where) {
  const std::string text = from_python<std::string>(id, where);
  const pd::TechnicianIndex index = problem.find_technician(text);
  if (!index.valid()) unknown_technician(problem, text, where);
  return index;
}

namespace {

pd::OrderIndex order_of(const pd::Problem& problem, const std::string& id) {
  const pd::OrderIndex index = problem.find_order(id);
  if (!index.valid()) unknown_order(problem, id, {nullptr, "order", -1});
  return index;
}
pd::TechnicianIndex technician_of(const pd::Problem& problem, const std::string& id) {
  const pd::TechnicianIndex index = problem.find_technician(id);
  if (!index.valid()) unknown_technician(problem, id, {nullptr, "technician", -1});
  return index;
}
pd::ShiftIndex shift_of(const pd::Problem& problem, const std::string& technician, const std::string& shift) {
  return pd::documents::find_shift(problem, technician_of(problem, technician), shift);
}
}  // namespace

std::int32_t seconds_of(const pd::Problem& problem, const LocalInstant& time) {
  return static_cast<std::int32_t>(time.at.seconds - problem.data().origin.seconds);
}
pd::FamilySet set_of(const std::vector<pd::Family>& all) {
  unsigned set = 0;
  for (const pd::Family family : all) set |= pd::bit(family);
  return static_cast<pd::FamilySet>(set);
}

pd::WhyNot why_not_of(const pd::Problem& problem, const WhyNotView& view) {
  pd::WhyNot answer;
  answer.order = order_of(problem, view.order);
  answer.technician = technician_of(problem, view.technician);
  answer.families = set_of(view.families);
  answer.reasons = view.reasons;
  answer.possible = view.possible;
  if (view.shift) answer.shift = shift_of(problem, view.technician, *view.shift);
  answer.position = view.position;
  if (view.start) answer.start_s = seconds_of(problem, *view.start);
  answer.added_cost = view.added_cost;
  answer.added_travel_s = view.added_travel.seconds;
  for (const SufferingView& visit : view.suffering) {
    answer.suffering.push_back({order_of(problem, visit.order), seconds_of(problem, visit.old_start),
                                seconds_of(problem, visit.new_start),
                                static_cast<std::int32_t>(visit.added_lateness.seconds)});
  }
  return answer;
}

pd::Unassigned unassigned_of(const pd::Problem& problem, const UnassignedView& view) {
  pd::Unassigned answer{order_of(problem, view.order), set_of(view.families), {}};
  for (const WhyNotView& one : view.technicians) answer.technicians.push_back(why_not_of(problem, one));
  return answer;
}

pd::ShiftIndex shift_index(const pd::Problem& problem, const ShiftName& name, const Where& where) {
  const pd::TechnicianIndex technician = problem.find_technician(name.technician);
  if (!technician.valid()) unknown_technician(problem, name.technician, where);
  return pd::documents::find_shift(problem, technician, name.shift, where.text());
}

py::object Convert<ShiftName>::to(const ShiftName& value) {
  return py::make_tuple(value.technician, value.shift ? py::object(py::str(*value.shift)) : py::none());
}

ShiftName Convert<ShiftName>::from(py::handle value, const Where& where) {
  if (PyUnicode_Check(value.ptr())) return {from_python<std::string>(value, where), std::nullopt};
  if (!PyTuple_Check(value.ptr()) || PyTuple_GET_SIZE(value.ptr()) != 2) {
    wrong_type(where, "a technician's id or (technician, shift)", value);
  }
  return {from_python<std::string>(PyTuple_GET_ITEM(value.ptr(), 0), where.item(0)),
          from_python<std::string>(PyTuple_GET_ITEM(value.ptr(), 1), where.item(1))};
}

RouteView route_view(const pd::Problem& problem, const pd::Route& route) {
  const Namer name(problem);
  RouteView view;
  view.technician = name.technician(name.technician_of(route.shift));
  view.shift = name.shift(route.shift);
  view.start = name.at(route.start_s);
  view.end = name.at(route.end_s);
  const auto breaks = problem.dense().shifts.breaks[route.shift.at()];
  for (const pd::Stop& stop : route.stops) {
    StopView row;
    row.kind = stop.kind;
    if (stop.kind == pd::StopKind::visit) {
      row.order = name.order(stop.order);
      row.location = problem.order(stop.order).location;
    } else {
      // The rows of a shift are in the order of its breaks.
      const auto found = std::find(breaks.begin(), breaks.end(), stop.break_row);
      if (found != breaks.end()) {
        row.break_id = problem.shift(route.shift).breaks[static_cast<std::size_t>(found - breaks.begin())].id;
      }
    }
    row.departure = name.at(stop.departure_s);
    row.arrival = name.at(stop.arrival_s);
    row.start = name.at(stop.start_s);
    row.end = name.at(stop.end_s);
    view.stops.push_back(std::move(row));
  }
  return view;
}

Amounts cost_amounts(const pd::Cost& cost) {
  Amounts all;
  pd::Fields<pd::Cost>::visit(
      [&](std::string_view name, auto member, const pd::Field&) { all.emplace_back(std::string(name), cost.*member); });
  all.emplace_back("total", cost.total());
  return all;
}

pd::Plan translated(const PyPlan& plan, const pd::Problem& to) {
  if (plan.problem.hash() == to.hash()) return plan.plan;
  const pd::Problem& from = plan.problem;
  std::map<std::pair<std::string, std::string>, pd::ShiftIndex> shifts;
  for (std::size_t i = 0; i < to.shift_count(); ++i) {
    const pd::ShiftIndex shift(i);
    shifts[{to.technician(to.dense().shifts.technician[i]).id, to.shift(shift).id}] = shift;
  }
  pd::Plan result;
  result.problem_hash = to.hash();
  const std::int64_t moved = from.data().origin.seconds - to.data().origin.seconds;
  const auto shifted = [moved](std::int32_t seconds) { return static_cast<std::int32_t>(seconds + moved); };
  std::vector<bool> served(to.order_count());
  for (const pd::Route& route : plan.plan.routes) {
    const auto found =
        shifts.find({from.technician(from.dense().shifts.technician[route.shift.at()]).id, from.shift(route.shift).id});
    if (found == shifts.end()) continue;
    pd::Route copy{found->second, {}, shifted(route.start_s), shifted(route.end_s)};
    for (pd::Stop stop : route.stops) {
      if (stop.kind != pd::StopKind::visit) continue;
      stop.order = to.find_order(from.order(stop.order).id);
      if (!stop.order.valid()) continue;
      served[stop.order.at()] = true;
      for (std::int32_t* const time : {&stop.departure_s, &stop.arrival_s, &stop.start_s, &stop.end_s})
        *time = shifted(*time);
      copy.stops.push_back(stop);
    }
    if (!copy.stops.empty()) result.routes.push_back(std::move(copy));
  }
  std::sort(result.routes.begin(), result.routes.end(),
            [](const pd::Route& a, const pd::Route& b) { return a.shift < b.shift; });
  for (std::size_t i = 0; i < served.size(); ++i) {
    if (!served[i]) result.unassigned.emplace_back(i);
  }
  return result;
}

}  // namespace paidan_python
