// Exact assignment of rows to columns, on NumPy tables and sparse matrices.
#include "bind.hpp"
#include "cost_input.hpp"
#include "numpy_input.hpp"

#include <paidan/assign/assignment.hpp>
#include <paidan/assign/fields.hpp>
#include <paidan/assign/shortage.hpp>

namespace paidan_python {

namespace {

constexpr const char* module = "paidan";

PyAssignment assign(const py::object& costs, const py::object& unassigned, const py::object& slot_costs,
                    const py::object& allowed, const py::object& forced, const py::object& forbidden,
                    const py::object& must_serve, bool canonical, const py::object& scale) {
  const CostInput input = read_costs(costs, unassigned, slot_costs, allowed, forced, forbidden, must_serve, scale);
  const py::gil_scoped_release release;
  const pd::assign::Assignment result = pd::assign::assign(input.view, {.canonical = canonical});
  return py_assignment(result, pd::assign::certified(input.view, result), input.lifted);
}

py::object shortages(const py::object& costs, const py::object& slot_costs, const py::object& allowed,
                     const py::object& forced, const py::object& forbidden, const py::object& must_serve) {
  const CostInput input =
      read_costs(costs, py::int_(0), slot_costs, allowed, forced, forbidden, must_serve, py::none());
  std::vector<pd::assign::Shortage> found;
  {
    const py::gil_scoped_release release;
    found = pd::assign::shortages(input.view);
  }
  return to_python(found);
}

void bind_assignment(py::module_& m) {
  py::class_<PyAssignment> cls(m, "Assignment", "An assignment with its proof of optimality.");
  cls.attr("__module__") = module;
  cls.def_property_readonly(
      "column_of_row", [](const PyAssignment& self) { return numpy_list(self.column_of_row); },
      "int64 array: the column of each row, -1 = unassigned.");
  cls.def_property_readonly(
      "cost", [](const PyAssignment& self) { return self.cost; },
      "Pairs + slots + penalties; in scaled units where a scale was given.");
  cls.def_property_readonly(
      "row_dual", [](const PyAssignment& self) { return numpy_list(self.row_dual); },
      "int64 array: dual value of each row.");
  cls.def_property_readonly(
      "column_dual", [](const PyAssignment& self) { return numpy_list(self.column_dual); },
      "int64 array: price of each column.");
  cls.def_property_readonly(
      "must_weight", [](const PyAssignment& self) { return self.must_weight; },
      "What the certificate adds to the penalty of each row that must be served, more than everything else together; "
      "0 = none.");
  cls.def_property_readonly(
      "certified", [](const PyAssignment& self) { return self.certified; },
      "The duals prove that nothing is cheaper (checked in integers).");
  cls.def("__repr__", [](const PyAssignment& self) {
    std::size_t assigned = 0;
    for (const auto column : self.column_of_row) assigned += column >= 0 ? 1U : 0U;
    return "<Assignment " + std::to_string(assigned) + " of " + std::to_string(self.column_of_row.size()) +
           " rows, cost " + std::to_string(self.cost) + (self.certified ? ", certified>" : ">");
  });
  cls.def(py::pickle(
      [](const PyAssignment& self) {
        return py::make_tuple(to_python(self.column_of_row), self.cost, to_python(self.row_dual),
                              to_python(self.column_dual), self.must_weight, self.certified);
      },
      [](const py::tuple& state) {
        using List = std::vector<std::int64_t>;
        return PyAssignment{from_python<List>(state[0], {}),  py::cast<std::int64_t>(state[1]),
                            from_python<List>(state[2], {}),  from_python<List>(state[3], {}),
                            py::cast<std::int64_t>(state[4]), py::cast<bool>(state[5])};
      }));
}

}  // namespace

void bind_matching(py::module_& m) {
  bind_assignment(m);
  bind_struct<pd::assign::Shortage>(m, module, "Shortage",
                                    "Rows that cannot all be assigned: they share too few slots.");
  m.def(
      "assign", &assign, py::arg("costs"), py::kw_only(), py::arg("unassigned") = py::none(),
      py::arg("slot_costs") = py::none(), py::arg("allowed") = py::none(), py::arg("forced") = py::none(),
      py::arg("forbidden") = py::none(), py::arg("must_serve") = py::none(), py::arg("canonical") = false,
      py::arg("scale") = py::none(),
      "Exact min-cost assignment of rows to columns, with its proof.\n\n"
      "costs: rows × columns, dense (NumPy of any layout, lists, DataFrame) or sparse (anything with tocsr(), or with "
      "indptr,\n"
      "indices, data and shape): a sparse matrix lists the pairs there are, stored zeros cost 0. int64 data with int32 "
      "indices is\n"
      "read in place, without a copy; do not write to it meanwhile. unassigned: cost of leaving a row alone, one for "
      "all or one per\n"
      "row; None (default): as many rows as possible are assigned, then as cheaply as possible. slot_costs: costs of "
      "the 1st, 2nd …\n"
      "row of a column, not falling, their number is the capacity; one list for all columns or one per column (default "
      "[0]: one row\n"
      "each). allowed: rows × columns booleans, for dense costs; what stands where it is False does not matter. "
      "forced, "
      "forbidden:\n"
      "pairs (row, column). must_serve: a boolean per row; of these as many as possible before any cost. canonical: of "
      "equally good\n"
      "assignments the one whose column_of_row is lexicographically smallest (unassigned last), whatever found it. "
      "scale: costs,\n"
      "unassigned and slot_costs are multiplied by it and rounded once to the nearest integer, halves to even; without "
      "it floats\n"
      "must be whole numbers. The answer is exact for the rounded costs, and `cost` is in those units.\n\n"
      "Beside SciPy: linear_sum_assignment(costs) assigns min(rows, columns) rows of a dense matrix, inf = not allowed "
      "(an error\n"
      "here: use allowed), and raises when that is not possible; assign(costs) then assigns as many rows as can be. "
      "Its\n"
      "row_ind, col_ind are np.flatnonzero(a.column_of_row >= 0) and a.column_of_row[row_ind]; maximize=True is "
      "assign(-costs).\n"
      "min_weight_full_bipartite_matching(sparse) does so on sparse matrices but drops stored zeros, which are pairs "
      "here.\n\n"
      "Raises InvalidInput naming row and column: NaN, infinities, fractions, two costs for one pair, falling slot "
      "costs, numbers that\n"
      "could overflow, pairs both forced and forbidden, without a cost or beyond a column's slots. The GIL is released "
      "while it runs.");
  m.def(
      "shortages", &shortages, py::arg("costs"), py::kw_only(), py::arg("slot_costs") = py::none(),
      py::arg("allowed") = py::none(), py::arg("forced") = py::none(), py::arg("forbidden") = py::none(),
      py::arg("must_serve") = py::none(),
      "Rows that cannot all be assigned, whatever it costs: each set shares fewer slots than it has rows (Hall 1935), "
      "and no row can\n"
      "be left out of one without the others being served. The sets are disjoint, by lowest row, and exact together: "
      "as "
      "many rows\n"
      "as they lack slots stay unassigned. Arguments as assign(); must_serve: among these rows only (default all).");
}

}  // namespace paidan_python
