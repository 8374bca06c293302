// Exact assignment of rows to columns, on NumPy tables.
#include "bind.hpp"
#include "numpy_input.hpp"

#include <paidan/matching/assignment.hpp>

namespace paidan_python {

namespace {

constexpr const char* module = "paidan";

struct AssignmentView {
  std::vector<std::int64_t> column_of_row;  // -1: unassigned
  std::int64_t cost = 0;
  std::vector<std::int64_t> row_dual;
  std::vector<std::int64_t> column_dual;
  bool certified = false;
};

std::vector<std::vector<std::int64_t>> slots(const py::object& slot_costs, std::size_t columns) {
  if (slot_costs.is_none()) return std::vector<std::vector<std::int64_t>>(columns, {0});
  const Where root{nullptr, "slot_costs", -1};
  const auto items = from_python<std::vector<py::object>>(slot_costs, root);
  const bool shared = !items.empty() && PyIndex_Check(items[0].ptr()) != 0;
  if (shared)
    return std::vector<std::vector<std::int64_t>>(columns, from_python<std::vector<std::int64_t>>(slot_costs, root));
  auto all = from_python<std::vector<std::vector<std::int64_t>>>(slot_costs, root);
  if (all.size() != columns) {
    invalid(root, errors::wrong_shape, {{"expected", std::to_string(columns)}, {"value", std::to_string(all.size())}});
  }
  return all;
}

AssignmentView assign(const py::object& costs, const py::object& unassigned, const py::object& slot_costs,
                      const py::object& allowed) {
  const IntegerTable table = integer_table(costs, {nullptr, "costs", -1});
  pd::matching::AssignmentInput input;
  if (table.rows >= UINT32_MAX || table.columns >= UINT32_MAX) throw py::value_error("the table is too large");
  input.rows = static_cast<std::uint32_t>(table.rows);
  input.columns = static_cast<std::uint32_t>(table.columns);
  input.penalty = integer_list(unassigned, {nullptr, "unassigned", -1}, table.rows);
  input.slot_costs = slots(slot_costs, table.columns);
  std::vector<bool> mask;
  if (!allowed.is_none()) mask = mask_table(allowed, {nullptr, "allowed", -1}, table.rows, table.columns);
  for (std::uint32_t i = 0; i < input.rows; ++i) {
    for (std::uint32_t j = 0; j < input.columns; ++j) {
      const std::size_t at = i * table.columns + j;
      if (mask.empty() || mask[at]) input.arcs.push_back({i, j, table.values[at]});
    }
  }
  const py::gil_scoped_release release;
  const pd::matching::Assignment result = pd::matching::assign(input);
  AssignmentView view;
  for (const std::uint32_t column : result.column_of_row) {
    view.column_of_row.push_back(column == pd::matching::Assignment::unassigned ? -1
                                                                                : static_cast<std::int64_t>(column));
  }
  view.cost = result.cost;
  view.row_dual = result.row_dual;
  view.column_dual = result.column_dual;
  view.certified = pd::matching::certified(input, result);
  return view;
}

}  // namespace

void bind_matching(py::module_& m) {
  py::class_<AssignmentView> cls(m, "Assignment", "An assignment with its proof of optimality.");
  cls.attr("__module__") = module;
  cls.def_property_readonly(
      "column_of_row", [](const AssignmentView& self) { return numpy_list(self.column_of_row); },
      "int64 array: the column of each row, -1 = unassigned.");
  cls.def_property_readonly(
      "cost", [](const AssignmentView& self) { return self.cost; }, "Pairs + slots + penalties.");
  cls.def_property_readonly(
      "row_dual", [](const AssignmentView& self) { return numpy_list(self.row_dual); },
      "int64 array: dual value of each row.");
  cls.def_property_readonly(
      "column_dual", [](const AssignmentView& self) { return numpy_list(self.column_dual); },
      "int64 array: price of each column.");
  cls.def_property_readonly(
      "certified", [](const AssignmentView& self) { return self.certified; },
      "The duals prove that nothing is cheaper (checked in integers).");
  cls.def("__repr__", [](const AssignmentView& self) {
    std::size_t assigned = 0;
    for (const auto column : self.column_of_row) assigned += column >= 0 ? 1U : 0U;
    return "<Assignment " + std::to_string(assigned) + " of " + std::to_string(self.column_of_row.size()) +
           " rows, cost " + std::to_string(self.cost) + (self.certified ? ", certified>" : ">");
  });
  cls.def(py::pickle(
      [](const AssignmentView& self) {
        return py::make_tuple(to_python(self.column_of_row), self.cost, to_python(self.row_dual),
                              to_python(self.column_dual), self.certified);
      },
      [](const py::tuple& state) {
        using List = std::vector<std::int64_t>;
        return AssignmentView{from_python<List>(state[0], {}), py::cast<std::int64_t>(state[1]),
                              from_python<List>(state[2], {}), from_python<List>(state[3], {}),
                              py::cast<bool>(state[4])};
      }));
  m.def("assign", &assign, py::arg("costs"), py::kw_only(), py::arg("unassigned"), py::arg("slot_costs") = py::none(),
        py::arg("allowed") = py::none(),
        "Exact min-cost assignment of rows to columns.\n\n"
        "costs: rows × columns integers (NumPy, lists, DataFrame). unassigned: penalty of leaving a row alone, one for "
        "all or one\n"
        "per row. slot_costs: marginal costs of the 1st, 2nd … row of a column, rising, their number is the capacity; "
        "one list for\n"
        "all columns or one per column (default [0]: one row each). allowed: rows × columns booleans (default all).\n"
        "The GIL is released while it runs.");
}

}  // namespace paidan_python
