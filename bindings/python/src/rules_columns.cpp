// Decision tables over whole columns.
#include "bind.hpp"
#include "numpy_input.hpp"
#include "rules_value.hpp"

#include <paidan/rules/table/table_columns.hpp>

#include <algorithm>
#include <map>
#include <memory>

namespace paidan_python {

namespace {

namespace rules = pd::rules;

/// The answers to whole columns; keeps the buffers it was made of.
struct PyDecisions {
  rules::DecisionTable table;
  rules::ColumnMatches matches;
  std::vector<rules::FactColumn> columns;
  std::vector<std::string> names;
  std::vector<py::object> buffers;
  std::vector<std::vector<rules::Value>> values;
  py::object answers;  // made when first asked for
};

/// What `paidan._columns.prepare` made of a dict or DataFrame.
void add_column(PyDecisions& made, const py::tuple& prepared) {
  const auto form = py::cast<std::string>(prepared[1]);
  const py::object data = prepared[2];
  rules::FactColumn column{.name = made.names.emplace_back(py::cast<std::string>(prepared[0]))};
  const Where where{nullptr, column.name, -1};
  const auto convert = [&](const py::object& list) {
    std::vector<rules::Value>& own = made.values.emplace_back();
    std::ptrdiff_t i = 0;
    for (const py::handle item : list) own.push_back(rules_value_from(item, where.item(i++)));
    return std::span<const rules::Value>(own);
  };
  if (form == "integers") column.integers = buffer_of<std::int64_t>(data, made.buffers);
  if (form == "doubles") column.doubles = buffer_of<double>(data, made.buffers);
  if (form == "booleans") column.booleans = buffer_of<std::uint8_t>(data, made.buffers);
  if (form == "days") column.days = buffer_of<std::int64_t>(data, made.buffers);
  if (form == "values") column.values = convert(data);
  if (form == "codes") {
    column.codes = buffer_of<std::int32_t>(data, made.buffers);
    column.dictionary = convert(prepared[3]);
  }
  made.columns.push_back(column);
}

std::unique_ptr<PyDecisions> evaluate_many(const rules::DecisionTable& table, const py::object& columns) {
  if (!py::hasattr(columns, "keys"))
    wrong_type(Where{nullptr, "columns", -1}, "a dict of columns or a DataFrame", columns, "列的字典或DataFrame");
  auto made = std::make_unique<PyDecisions>(PyDecisions{table, {}, {}, {}, {}, {}, {}});
  py::list names;
  for (const std::string& name : table.names().list()) names.append(name);
  const py::list prepared = py::module_::import("paidan._columns").attr("prepare")(names, columns);
  made->names.reserve(prepared.size());
  made->values.reserve(2 * prepared.size());
  std::size_t rows = 0;
  for (const py::handle one : prepared) add_column(*made, py::reinterpret_borrow<py::tuple>(one));
  if (!made->columns.empty()) {
    const rules::FactColumn& first = made->columns[0];
    rows = std::max({first.integers.size(), first.doubles.size(), first.booleans.size(), first.days.size(),
                     first.codes.size(), first.values.size()});
  }
  {
    const py::gil_scoped_release release;
    made->matches = rules::match_columns(table, made->columns, rows);
  }
  return made;
}

py::array rule_array(const PyDecisions& self) {
  return py::array_t<std::int32_t>(static_cast<py::ssize_t>(self.matches.rule.size()), self.matches.rule.data());
}

py::object rows_with(const PyDecisions& self, std::int32_t code) {
  std::vector<std::int64_t> rows;
  for (std::size_t r = 0; r < self.matches.rule.size(); ++r) {
    if (self.matches.rule[r] == code) rows.push_back(static_cast<std::int64_t>(r));
  }
  return numpy_list(rows);
}

rules::Decision decision_of_row(const PyDecisions& self, std::size_t row) {
  std::vector<rules::Value> scope;
  for (const std::string& name : self.table.names().list()) {
    const auto found = std::find_if(self.columns.begin(), self.columns.end(),
                                    [&](const rules::FactColumn& column) { return column.name == name; });
    scope.push_back(rules::value_at(*found, row));
  }
  rules::Budget budget;
  return self.table.decide_scope(scope, budget);
}

/// One Python object per different result of constant outputs; rows whose outputs are computed are decided one by one.
py::object value_array(const PyDecisions& self) {
  const rules::DecisionTable& table = self.table;
  const bool one = rules::single(table.data().hit);
  const std::size_t rows = self.matches.rule.size();
  const py::object made = py::module_::import("numpy").attr("empty")(rows, py::arg("dtype") = "O");
  auto** const places = static_cast<PyObject**>(py::cast<py::array>(made).mutable_data());
  std::vector<py::object> results(table.rule_count());
  std::map<std::vector<std::uint32_t>, py::object> of_rules;
  bool constant = true;
  for (std::uint32_t rule = 0; rule < table.rule_count(); ++rule) {
    const rules::Value* const result = table.result(rule);
    constant = constant && result != nullptr;
    if (one && result != nullptr) results[rule] = rules_value_to(*result);
  }
  const py::object otherwise = table.default_result() == nullptr ? py::none() : rules_value_to(*table.default_result());
  const bool plain_default = table.default_result() != nullptr ||
                             std::all_of(table.data().outputs.begin(), table.data().outputs.end(),
                                         [](const rules::OutputClause& output) { return output.otherwise.empty(); });
  for (std::size_t r = 0; r < rows; ++r) {
    const std::int32_t rule = self.matches.rule[r];
    py::object value = py::none();
    if (rule == rules::ColumnMatches::none && plain_default && table.data().hit != rules::HitPolicy::count) {
      value = otherwise;
    } else if (rule >= 0 && one && results[static_cast<std::size_t>(rule)]) {
      value = results[static_cast<std::size_t>(rule)];
    } else if (rule >= 0 && !one && constant) {
      const auto begin = self.matches.all.begin();
      std::vector<std::uint32_t> hits(begin + static_cast<std::ptrdiff_t>(self.matches.first[r]),
                                      begin + static_cast<std::ptrdiff_t>(self.matches.first[r + 1]));
      const auto [known, fresh] = of_rules.try_emplace(std::move(hits));
      if (fresh) known->second = rules_value_to(decision_of_row(self, r).value);
      value = known->second;
    } else if (rule >= rules::ColumnMatches::none) {
      value = rules_value_to(decision_of_row(self, r).value);
    }
    Py_XDECREF(places[r]);
    places[r] = value.release().ptr();
  }
  return made;
}

}  // namespace

py::object rules_evaluate_many(const rules::DecisionTable& table, const py::object& columns) {
  return py::cast(evaluate_many(table, columns));
}

void bind_rules_columns(py::module_& m) {
  py::class_<PyDecisions> many(m, "Decisions", "What a table says of each row of some columns.");
  many.attr("__module__") = "paidan.rules";
  many.def("__len__", [](const PyDecisions& self) { return self.matches.rule.size(); });
  many.def_property_readonly(
      "rule", &rule_array, "int32 per row: place of the rule that decides, from 0; -1 none, -2 conflict, -3 refused.");
  many.def_property_readonly(
      "values",
      [](PyDecisions& self) {
        if (!self.answers) self.answers = value_array(self);
        return self.answers;
      },
      "The outputs as an object array; None where there is none.");
  many.def_property_readonly(
      "conflicts", [](const PyDecisions& self) { return rows_with(self, rules::ColumnMatches::conflict); },
      "Rows whose facts violate hit policy U or A.");
  many.def_property_readonly(
      "refused", [](const PyDecisions& self) { return rows_with(self, rules::ColumnMatches::refused); },
      "Rows with an input outside its type or allowed values.");
  many.def(
      "errors",
      [](const PyDecisions& self, std::size_t row) {
        if (row >= self.matches.rule.size()) throw py::index_error("there is no row " + std::to_string(row));
        return error_list(decision_of_row(self, row).errors);
      },
      py::arg("row"), "What is wrong with the facts of that row; empty when it is decided.");
}

}  // namespace paidan_python
