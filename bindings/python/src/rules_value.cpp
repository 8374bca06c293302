#include "rules_value.hpp"

#include <paidan/rules/feel/detail/moment.hpp>
#include <paidan/rules/table/table_columns.hpp>

namespace paidan_python {

namespace {

namespace rules = pd::rules;

py::object type_of(const char* module, const char* name) { return py::module_::import(module).attr(name); }

/// Nanoseconds of a timedelta are microseconds at most.
rules::Value duration_of(py::handle value) {
  const std::int64_t seconds =
      py::cast<std::int64_t>(value.attr("days")) * 86'400 + py::cast<std::int64_t>(value.attr("seconds"));
  return {rules::Kind::days_duration,
          {.seconds = seconds, .nanoseconds = py::cast<std::int32_t>(value.attr("microseconds")) * 1'000}};
}

rules::Value number_of(py::handle value, const Where& where) {
  const std::string text = py::cast<std::string>(py::str(value));
  if (const auto number = pd::Decimal::parse(text)) return *number;
  invalid(where, errors::not_a_number, {{"value", text}});
}

rules::Value moment_of(py::handle value, const Where& where, rules::Value (*parse)(std::string_view)) {
  const std::string text = py::cast<std::string>(value.attr("isoformat")());
  rules::Value read = parse(text);
  if (read.is_null()) invalid(where, errors::not_a_time, {{"value", text}});
  return read;
}

py::object iso(const char* type, const rules::Value& value) {
  const std::string text = value.text();
  try {
    return type_of("datetime", type).attr("fromisoformat")(text);
  } catch (const py::error_already_set& wrong) {
    if (!wrong.matches(PyExc_ValueError)) throw;
    return py::str(text);  // beyond the years Python has
  }
}

py::object timedelta_of(const rules::Moment& moment) {
  try {
    return type_of("datetime", "timedelta")(py::arg("seconds") = moment.seconds,
                                            py::arg("microseconds") = moment.nanoseconds / 1'000);
  } catch (const py::error_already_set& wrong) {
    if (!wrong.matches(PyExc_OverflowError)) throw;
    return py::str(rules::Value(rules::Kind::days_duration, moment).text());
  }
}

rules::Value list_of(py::handle value, const Where& where) {
  std::vector<rules::Value> items;
  std::ptrdiff_t i = 0;
  for (const py::handle item : value) items.push_back(rules_value_from(item, where.item(i++)));
  return rules::Value::list(std::move(items));
}

rules::Value context_of(py::handle value, const Where& where) {
  std::vector<rules::ContextEntry> entries;
  for (const auto& [key, item] : py::reinterpret_borrow<py::dict>(value)) {
    std::string name = from_python<std::string>(key, where);
    rules::Value made = rules_value_from(item, where.field(name));
    entries.push_back({std::move(name), std::move(made)});
  }
  return rules::Value::context(std::move(entries));
}

}  // namespace

rules::Value rules_value_from(py::handle value, const Where& where) {
  if (value.is_none()) return {};
  if (PyBool_Check(value.ptr())) return py::cast<bool>(value);
  if (PyUnicode_Check(value.ptr())) return py::cast<std::string>(value);
  if (PyLong_Check(value.ptr())) return number_of(value, where);
  if (PyFloat_Check(value.ptr())) {
    if (auto number = rules::shortest_decimal(PyFloat_AS_DOUBLE(value.ptr()))) return *number;
    invalid(where, pd::errors::not_finite, {{"field", where.text()}, {"value", py::cast<std::string>(py::str(value))}});
  }
  if (PyDict_Check(value.ptr())) return context_of(value, where);
  if (PyList_Check(value.ptr()) || PyTuple_Check(value.ptr())) return list_of(value, where);
  if (py::isinstance(value, type_of("decimal", "Decimal"))) return number_of(value, where);
  const std::string type = py::cast<std::string>(py::type::of(value).attr("__name__"));
  if (type == "NaTType" || type == "NAType") return {};
  if (py::isinstance(value, type_of("datetime", "datetime"))) return moment_of(value, where, &rules::parse_date_time);
  if (py::isinstance(value, type_of("datetime", "date"))) return moment_of(value, where, &rules::parse_date);
  if (py::isinstance(value, type_of("datetime", "time"))) return moment_of(value, where, &rules::parse_time);
  if (py::isinstance(value, type_of("datetime", "timedelta"))) return duration_of(value);
  if (py::isinstance<MonthsDuration>(value)) return rules::Value::months(py::cast<const MonthsDuration&>(value).months);
  // NumPy's scalars know their Python twin, float32 by its own shortest decimal.
  if (type == "float32" || type == "float16") return number_of(value, where);
  if (py::hasattr(value, "item") && py::hasattr(value, "dtype")) {
    const py::object plain = value.attr("item")();
    if (!py::type::of(plain).is(py::type::of(value))) return rules_value_from(plain, where);
  }
  wrong_type(where, "None, bool, a number, str, a date, a time, a timedelta, a MonthsDuration, a list or a dict", value,
             "None、bool、数字、str、日期、时间、timedelta、MonthsDuration、列表或字典");
}

py::object rules_value_to(const rules::Value& value) {
  switch (value.kind()) {
    case rules::Kind::null:
      return py::none();
    case rules::Kind::boolean:
      return py::bool_(value.boolean());
    case rules::Kind::number:
      return to_python(value.number());
    case rules::Kind::string:
      return py::str(value.string().data(), value.string().size());
    case rules::Kind::date:
      return iso("date", value);
    case rules::Kind::time:
      return iso("time", value);
    case rules::Kind::date_time:
      return iso("datetime", value);
    case rules::Kind::days_duration:
      return timedelta_of(value.moment());
    case rules::Kind::months_duration:
      return py::cast(MonthsDuration{value.moment().seconds});
    case rules::Kind::list: {
      py::list items;
      for (const rules::Value& item : value.items()) items.append(rules_value_to(item));
      return items;
    }
    case rules::Kind::context: {
      py::dict entries;
      for (const rules::ContextEntry& entry : value.entries())
        entries[py::str(entry.name)] = rules_value_to(entry.value);
      return entries;
    }
    default:
      return py::str(value.text());
  }
}

rules::Value rules_facts(const py::object& facts, const py::kwargs& keywords, const char* caller) {
  const Where where{nullptr, "facts", -1};
  if (!facts.is_none() && !keywords.empty()) wrong_argument(errors::facts_twice, {{"function", caller}});
  if (facts.is_none()) return context_of(keywords, where);
  if (PyDict_Check(facts.ptr())) return context_of(facts, where);
  if (!py::hasattr(facts, "keys")) wrong_type(where, "a dict of facts", facts, "事实的字典");
  return context_of(py::dict(facts), where);
}

}  // namespace paidan_python
