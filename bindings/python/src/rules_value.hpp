// Values of rules between Python and C++.
#pragma once

#include "convert.hpp"

#include <paidan/rules/table/table.hpp>

namespace paidan_python {

/// FEEL's years and months duration in Python.
struct MonthsDuration {
  std::int64_t months = 0;
};

/// None, bool, numbers, str, dates, times, timedelta, MonthsDuration, lists and dicts; a float is its shortest decimal,
/// so 0.1 is one tenth. NaN, NaT and NA are null. TypeError for anything else.
pd::rules::Value rules_value_from(py::handle value, const Where& where);
/// null → None, number → decimal.Decimal, days duration → datetime.timedelta, months duration → MonthsDuration; what
/// Python has no type for comes as FEEL text.
py::object rules_value_to(const pd::rules::Value& value);
/// A dict, or keywords, as a context.
pd::rules::Value rules_facts(const py::object& facts, const py::kwargs& keywords, const char* caller);

/// The answers to a dict of columns or a DataFrame, as paidan.rules.Decisions.
py::object rules_evaluate_many(const pd::rules::DecisionTable& table, const py::object& columns);
void bind_rules_columns(py::module_& m);
void bind_rules_months(py::module_& m);

}  // namespace paidan_python
