// The table of an assignment, from NumPy arrays, sparse matrices or lists, as the compressed rows that the kernel
// reads.
#pragma once

#include "convert.hpp"

#include <paidan/assign/assignment.hpp>

#include <cstdint>
#include <vector>

namespace paidan_python {

/// A view of arrays that are held, the caller's own among them. Made and destroyed with the GIL held; between, the view
/// needs no GIL.
struct CostInput {
  std::vector<py::object> held;
  pd::assign::AssignmentView view;
  /// Above 0: the penalty of every row, chosen so that no row stays alone beside a free slot. It is no cost.
  std::int64_t lifted = 0;
};
/// What Python gives, None where it may be left out. Without `unassigned`, every row must be served if it can be.
/// Raises InvalidInput naming row and column.
CostInput read_costs(const py::object& costs, const py::object& unassigned, const py::object& slot_costs,
                     const py::object& allowed, const py::object& forced, const py::object& forbidden,
                     const py::object& must_serve, const py::object& scale);

/// What Python calls Assignment.
struct PyAssignment {
  std::vector<std::int64_t> column_of_row;  // -1: unassigned
  std::int64_t cost = 0;
  std::vector<std::int64_t> row_dual;
  std::vector<std::int64_t> column_dual;
  std::int64_t must_weight = 0;
  bool certified = false;
};
PyAssignment py_assignment(const pd::assign::Assignment& result, bool certified, std::int64_t lifted = 0);

/// -1 = unassigned.
std::int64_t py_column(std::uint32_t column);

}  // namespace paidan_python
