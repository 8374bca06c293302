// The table of an assignment, from NumPy arrays, sparse matrices or lists, as the compressed rows that the kernel
// reads.
#pragma once

#include "numpy_input.hpp"

#include <paidan/assign/assignment.hpp>

#include <cstdint>
#include <list>
#include <span>
#include <vector>

namespace paidan_python {

/// What Python gives, None where it may be left out.
struct CostArguments {
  py::object costs;
  py::object unassigned;
  py::object slot_costs;
  py::object allowed;
  py::object forced;
  py::object forbidden;
  py::object must_serve;
  py::object scale;
};

/// Owns what it had to convert and holds the buffers of the rest, which are read as they are. Made and destroyed with
/// the GIL held; between, `view()` needs no GIL.
class CostInput {
 public:
  /// Without `unassigned`, every row must be served if it can be. Raises InvalidInput naming row and column.
  explicit CostInput(const CostArguments& given);

  [[nodiscard]] const pd::assign::AssignmentView& view() const { return view_; }
  /// Above 0: the penalty of every row, chosen so that no row stays alone beside a free slot. It is no cost.
  [[nodiscard]] std::int64_t lifted() const { return lifted_; }

 private:
  void read_dense(const py::object& costs, const py::object& allowed);
  void read_sparse(const py::object& costs, const py::object& allowed);
  void read_penalty(const py::object& unassigned);
  void read_slots(const py::object& slot_costs);
  static void read_pairs(const py::object& given, const char* name, std::vector<pd::assign::Pair>& into);
  void read_must(const py::object& must_serve, bool all);
  /// One row of `size` numbers, or one number for all.
  [[nodiscard]] std::vector<std::int64_t> numbers(const py::object& value, const Where& where, std::size_t size) const;

  [[nodiscard]] std::int64_t lift() const;

  bool complete_ = false;  // every row has a cost for every column
  std::int64_t lifted_ = 0;
  double scale_ = 0;  // 0: floats must be whole
  std::list<py::buffer_info> held_;
  std::vector<std::uint64_t> row_begin_;
  std::vector<std::uint32_t> column_;
  std::vector<std::int64_t> cost_;
  std::vector<std::int64_t> penalty_;
  std::vector<std::uint64_t> slot_begin_;
  std::vector<std::int64_t> slot_cost_;
  std::vector<pd::assign::Pair> forced_;
  std::vector<pd::assign::Pair> forbidden_;
  std::vector<std::uint8_t> must_serve_;
  pd::assign::AssignmentView view_;
};

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
