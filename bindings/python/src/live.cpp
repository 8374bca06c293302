// An assignment that stays optimal while rows and columns come, change and go.
#include "bind.hpp"
#include "cost_input.hpp"
#include "numpy_input.hpp"

#include <paidan/assign/fields.hpp>
#include <paidan/assign/live.hpp>
#include <paidan/core/ranges.hpp>

#include <utility>

namespace paidan_python {

namespace {

constexpr const char* module = "paidan";

/// The state as arrays.
struct PyTable {
  pd::assign::AssignmentTable table;
};

/// {column: cost}, or pairs (column, cost).
std::vector<pd::assign::RowArc> row_arcs(const py::object& arcs) {
  const Where where{nullptr, "arcs", -1};
  py::object items = arcs;
  if (PyDict_Check(arcs.ptr())) items = py::reinterpret_steal<py::object>(PyDict_Items(arcs.ptr()));
  std::vector<pd::assign::RowArc> all;
  for (const auto& item : from_python<std::vector<py::object>>(items, where)) {
    const Where place = where.item(static_cast<std::ptrdiff_t>(all.size()));
    if (!PyTuple_Check(item.ptr()) || PyTuple_GET_SIZE(item.ptr()) != 2) wrong_type(place, "(column, cost)", item);
    all.push_back({from_python<std::uint32_t>(PyTuple_GET_ITEM(item.ptr(), 0), place.item(0)),
                   from_python<std::int64_t>(PyTuple_GET_ITEM(item.ptr(), 1), place.item(1))});
  }
  return all;
}

std::vector<std::int64_t> slot_list(const py::object& slot_costs) {
  return from_python<std::vector<std::int64_t>>(slot_costs, {nullptr, "slot_costs", -1});
}

std::uint32_t column_from(std::int64_t column) {
  if (column == -1) return pd::assign::Assignment::unassigned;
  if (column >= 0 && column < UINT32_MAX) return static_cast<std::uint32_t>(column);
  throw pd::InvalidInput(pd::out_of_range("", "column", "-1", std::to_string(UINT32_MAX - 1), std::to_string(column)));
}

py::object unsigned_list(const auto& values) {
  std::vector<std::int64_t> all(values.begin(), values.end());
  return numpy_list(all);
}

using Live = pd::assign::LiveAssignment;

void bind_table(py::module_& m) {
  py::class_<PyTable> cls(m, "AssignmentTable",
                          "The problem a LiveAssignment solves, as compressed rows: assign(table, "
                          "unassigned=table.penalty, slot_costs=table.slot_costs).");
  cls.attr("__module__") = module;
  cls.def_property_readonly(
      "shape", [](const PyTable& self) { return py::make_tuple(self.table.rows, self.table.columns); },
      "(rows, columns).");
  cls.def_property_readonly(
      "indptr", [](const PyTable& self) { return unsigned_list(self.table.row_begin); },
      "int64 array: row i has the pairs indptr[i] … indptr[i + 1] - 1.");
  cls.def_property_readonly(
      "indices", [](const PyTable& self) { return unsigned_list(self.table.column); },
      "int64 array: the column of each pair.");
  cls.def_property_readonly(
      "data", [](const PyTable& self) { return numpy_list(self.table.cost); }, "int64 array: the cost of each pair.");
  cls.def_property_readonly(
      "penalty", [](const PyTable& self) { return numpy_list(self.table.penalty); },
      "int64 array: the cost of leaving each row alone.");
  cls.def_property_readonly(
      "slot_costs",
      [](const PyTable& self) {
        std::vector<std::vector<std::int64_t>> all(self.table.columns);
        for (std::size_t j = 0; j < all.size(); ++j) {
          all[j].assign(self.table.slot_cost.begin() + static_cast<std::ptrdiff_t>(self.table.slot_begin[j]),
                        self.table.slot_cost.begin() + static_cast<std::ptrdiff_t>(self.table.slot_begin[j + 1]));
        }
        return to_python(all);
      },
      "The slot costs of each column; none while it is dropped.");
}

}  // namespace

void bind_live(py::module_& m) {
  bind_struct<pd::assign::Move>(m, module, "Move", "One step of an exchange.");
  bind_struct<pd::assign::Regret>(m, module, "Regret", "What it would cost to have a row somewhere else.");
  bind_table(m);
  py::class_<Live> cls(
      m, "LiveAssignment",
      "An assignment that stays optimal while rows (orders) and columns (technicians) come, change and "
      "go.\n\n"
      "LiveAssignment(costs, *, unassigned, slot_costs=None, allowed=None, forbidden=None, scale=None), "
      "as assign().\n"
      "Rows and columns keep their numbers. When an operation raises InvalidInput, nothing has changed. "
      "Later costs are\n"
      "plain integers, in scaled units where a scale was given. Copies with copy.copy(); does not "
      "pickle.");
  cls.attr("__module__") = module;
  cls.def(py::init([](const py::object& costs, const py::object& unassigned, const py::object& slot_costs,
                      const py::object& allowed, const py::object& forbidden, const py::object& scale) {
            if (unassigned.is_none())
              wrong_type({nullptr, "unassigned", -1}, "int or one int per row", unassigned, "一个int或每行一个int");
            const CostInput input =
                read_costs(costs, unassigned, slot_costs, allowed, py::none(), forbidden, py::none(), scale);
            const py::gil_scoped_release release;
            return std::make_unique<Live>(input.view);
          }),
          py::arg("costs"), py::kw_only(), py::arg("unassigned"), py::arg("slot_costs") = py::none(),
          py::arg("allowed") = py::none(), py::arg("forbidden") = py::none(), py::arg("scale") = py::none());
  cls.def(
      "add_row",
      [](Live& self, const py::object& arcs, std::int64_t penalty) { return self.add_row(row_arcs(arcs), penalty); },
      py::arg("arcs"), py::arg("penalty"),
      "A new row; its number. arcs: {column: cost} or pairs (column, cost). penalty: cost of leaving it alone.");
  cls.def(
      "change_row",
      [](Live& self, std::uint32_t row, const py::object& arcs, std::int64_t penalty) {
        self.change_row(row, row_arcs(arcs), penalty);
      },
      py::arg("row"), py::arg("arcs"), py::arg("penalty"), "Other arcs and another penalty.");
  cls.def("cancel_row", &Live::cancel_row, py::arg("row"), "The row goes; its number stays taken.");
  cls.def("set_penalty", &Live::set_penalty, py::arg("row"), py::arg("penalty"), "Another cost of leaving it alone.");
  cls.def("set_arc", &Live::set_arc, py::arg("row"), py::arg("column"), py::arg("cost"),
          "A new arc, or a new cost for the one there is.");
  cls.def("remove_arc", &Live::remove_arc, py::arg("row"), py::arg("column"), "The pair can no longer be made.");
  cls.def(
      "add_column", [](Live& self, const py::object& slot_costs) { return self.add_column(slot_list(slot_costs)); },
      py::arg("slot_costs"), "A new column; its number.");
  cls.def(
      "set_slots",
      [](Live& self, std::uint32_t column, const py::object& slot_costs) {
        self.set_slots(column, slot_list(slot_costs));
      },
      py::arg("column"), py::arg("slot_costs"), "Another load; of a dropped column, what it will return with.");
  cls.def("drop_column", &Live::drop_column, py::arg("column"), "It takes nobody until it is restored.");
  cls.def("restore_column", &Live::restore_column, py::arg("column"), "It returns with its slots.");
  cls.def_property_readonly("rows", &Live::rows, "Number of rows, cancelled ones included.");
  cls.def_property_readonly("columns", &Live::columns, "Number of columns, dropped ones included.");
  cls.def("has_row", &Live::has_row, py::arg("row"), "False once it is cancelled.");
  cls.def(
      "column_of", [](const Live& self, std::uint32_t row) { return py_column(self.column_of(row)); }, py::arg("row"),
      "-1: unassigned or cancelled.");
  cls.def_property_readonly("cost", &Live::cost, "Pairs + slots + penalties.");
  cls.def(
      "assignment",
      [](const Live& self) {
        const pd::assign::Assignment result = self.assignment();
        const pd::assign::AssignmentTable table = self.table();
        return py_assignment(result, pd::assign::certified(table.view(), result));
      },
      "The whole assignment with its certificate, checked.");
  cls.def(
      "table", [](const Live& self) { return PyTable{self.table()}; },
      "The problem that assignment() solves, as it stands.");
  cls.def(
      "regret",
      [](Live& self, std::uint32_t row, std::int64_t column, const py::object& arc_cost) {
        const std::uint32_t where = column_from(column);
        const pd::assign::Regret found =
            arc_cost.is_none()
                ? self.regret(row, where)
                : self.regret(row, where, from_python<std::int64_t>(arc_cost, {nullptr, "arc_cost", -1}));
        return Box<pd::assign::Regret>{found, false};
      },
      py::arg("row"), py::arg("column"), py::arg("arc_cost") = py::none(),
      "What forcing the row into the column (-1: leaving it out) would cost more than the optimum, everything else as "
      "cheap as\n"
      "it can then be, and who would move. With arc_cost over a pair of that cost, whether there is one or not; "
      "negative "
      "when it\n"
      "would have paid.");
  cls.def("slot_gain", &Live::slot_gain, py::arg("column"), py::arg("slot_cost"),
          "What one more slot of the column at this cost would save, exactly; it may not cost less than those there "
          "are.");
  cls.def("__copy__", [](const Live& self) { return std::make_unique<Live>(self); });
  cls.def("__deepcopy__", [](const Live& self, const py::dict&) { return std::make_unique<Live>(self); });
  cls.def("__repr__", [](const Live& self) {
    return "<LiveAssignment " + std::to_string(self.rows()) + " × " + std::to_string(self.columns()) + ", cost " +
           std::to_string(self.cost()) + ">";
  });
}

}  // namespace paidan_python
