#include "home.hpp"

#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/reader.hpp>

#include <algorithm>

namespace paidan_python {

namespace {

/// The border of the scope; without one an index means nothing.
const pd::Border& border_for(const Where& where) {
  const pd::Border* const border = HomeScope::border();
  if (border == nullptr) wrong_argument(errors::needs_problem, {{"field", where.text()}});
  return *border;
}

}  // namespace

/// Changed with the GIL held only.
const HomeScope::Place*& HomeScope::current() {
  static const Place* place = nullptr;
  return place;
}
HomeScope::HomeScope(const py::object& home, const py::object& zone) : own_{home, zone}, before_(current()) {
  current() = &own_;
}
HomeScope::~HomeScope() { current() = before_; }
py::object HomeScope::home() { return current() == nullptr ? py::object() : current()->home; }
py::object HomeScope::zone() { return current() == nullptr ? py::object() : current()->zone; }
const pd::Border* HomeScope::border() {
  const py::object problem = home();
  return problem ? &py::cast<const PyProblem&>(problem).border : nullptr;
}
const pd::ZoneRules* HomeScope::rules() {
  if (const py::object problem = home(); problem) return &py::cast<const PyProblem&>(problem).problem.data().zone;
  const py::object rules = zone();
  return rules ? &py::cast<const pd::ZoneRules&>(rules) : nullptr;
}

const PyProblem& problem_in(py::handle object, const char* argument) {
  if (!py::isinstance<PyProblem>(object)) wrong_type({nullptr, argument, -1}, "paidan.Problem", object);
  return py::cast<const PyProblem&>(object);
}

namespace {

py::object text_or_none(std::string_view text) {
  if (text.empty()) return py::none();
  return py::str(text.data(), text.size());
}

/// Looks an id up, throwing what the other doors say about it.
template <class Find>
void found(Find&& find) {
  pd::Errors errors;
  find(errors);
  errors.throw_if_any();
}

}  // namespace

py::object Convert<pd::OrderIndex>::to(const pd::OrderIndex& value) {
  return value.valid() ? text_or_none(HomeScope::border()->id(pd::Noun::order, value.value)) : py::none();
}
pd::OrderIndex Convert<pd::OrderIndex>::from(py::handle value, const Where& where) {
  const std::string id = from_python<std::string>(value, where);
  pd::OrderIndex index;
  found([&](pd::Errors& errors) { pd::syntax::find_order(border_for(where), id, where.text(), errors, index); });
  return index;
}

py::object Convert<pd::TechnicianIndex>::to(const pd::TechnicianIndex& value) {
  return value.valid() ? text_or_none(HomeScope::border()->id(pd::Noun::technician, value.value)) : py::none();
}
pd::TechnicianIndex Convert<pd::TechnicianIndex>::from(py::handle value, const Where& where) {
  const std::string id = from_python<std::string>(value, where);
  pd::TechnicianIndex index;
  found([&](pd::Errors& errors) { pd::syntax::find_technician(border_for(where), id, where.text(), errors, index); });
  return index;
}

py::object Convert<pd::DepotIndex>::to(const pd::DepotIndex& value) {
  return value.valid() ? text_or_none(HomeScope::border()->id(pd::Noun::depot, value.value)) : py::none();
}
pd::DepotIndex Convert<pd::DepotIndex>::from(py::handle value, const Where& where) {
  const std::string id = from_python<std::string>(value, where);
  pd::DepotIndex index;
  found([&](pd::Errors& errors) { pd::syntax::find_depot(border_for(where), id, where.text(), errors, index); });
  return index;
}

py::object Convert<pd::ShiftIndex>::to(const pd::ShiftIndex& value) {
  if (!value.valid()) return py::none();
  const pd::Border& border = *HomeScope::border();
  return py::make_tuple(to_python(border.technician_of(value)), text_or_none(border.shift_id(value)));
}
/// A technician's id where there is one shift, or (technician, shift).
pd::ShiftIndex Convert<pd::ShiftIndex>::from(py::handle value, const Where& where) {
  const bool pair = PyTuple_Check(value.ptr()) && PyTuple_GET_SIZE(value.ptr()) == 2;
  if (!pair && !PyUnicode_Check(value.ptr()))
    wrong_type(where, "a technician's id or (technician, shift)", value, "师傅编号或(师傅, 班次)");
  const auto technician =
      from_python<pd::TechnicianIndex>(pair ? py::handle(PyTuple_GET_ITEM(value.ptr(), 0)) : value, where);
  const auto shift =
      pair ? from_python<std::optional<std::string>>(PyTuple_GET_ITEM(value.ptr(), 1), where.item(1)) : std::nullopt;
  pd::ShiftIndex index;
  found([&](pd::Errors& errors) {
    pd::syntax::find_shift(border_for(where), technician, shift, where.text(), errors, index);
  });
  return index;
}

py::object Convert<pd::BreakIndex>::to(const pd::BreakIndex& value) {
  return to_python(value.valid() ? HomeScope::border()->break_position(value) : std::nullopt);
}
pd::BreakIndex Convert<pd::BreakIndex>::from(py::handle value, const Where& where) {
  wrong_type(where, "left alone: a break belongs to its route", value, "留空:休息属于其路线");
}

py::object Convert<pd::ModelTime>::to(const pd::ModelTime& value) {
  const pd::Border& border = *HomeScope::border();
  const pd::Instant instant = border.instant(value);
  return to_python(LocalInstant{instant, border.zone().offset_at(instant)});
}
pd::ModelTime Convert<pd::ModelTime>::from(py::handle value, const Where& where) {
  const std::optional<pd::ModelTime> time = border_for(where).model_time(from_python<pd::Instant>(value, where));
  if (!time) invalid(where, errors::not_a_time, {{"value", py::cast<std::string>(py::str(value))}});
  return *time;
}

/// The hash of the scope's own problem is that problem.
py::object Convert<pd::ContentHash>::to(const pd::ContentHash& value) {
  const py::object home = HomeScope::home();
  if (home && py::cast<const PyProblem&>(home).problem.hash() == value.value) return home;
  return py::str(value.text());
}
pd::ContentHash Convert<pd::ContentHash>::from(py::handle value, const Where& where) {
  if (py::isinstance<PyProblem>(value)) return {py::cast<const PyProblem&>(value).problem.hash()};
  wrong_type(where, "paidan.Problem", value);
}

py::object Convert<pd::FamilySet>::to(const pd::FamilySet& value) { return to_python(value.list()); }
pd::FamilySet Convert<pd::FamilySet>::from(py::handle value, const Where& where) {
  pd::FamilySet set;
  for (const pd::Family family : from_python<std::vector<pd::Family>>(value, where)) {
    set.bits = static_cast<pd::FamilyBits>(set.bits | pd::bit(family));
  }
  return set;
}

py::object Convert<pd::Share>::to(const pd::Share& value) { return py::cast(value); }
pd::Share Convert<pd::Share>::from(py::handle value, const Where& where) {
  if (!py::isinstance<pd::Share>(value)) wrong_type(where, "paidan.Share", value);
  return py::cast<const pd::Share&>(value);
}

}  // namespace paidan_python
