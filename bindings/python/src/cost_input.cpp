#include "cost_input.hpp"

#include "numpy_input.hpp"

#include <paidan/core/ranges.hpp>

#include <algorithm>

namespace paidan_python {

CostInput read_costs(const py::object& costs, const py::object& unassigned, const py::object& slot_costs,
                     const py::object& allowed, const py::object& forced, const py::object& forbidden,
                     const py::object& must_serve, const py::object& scale) {
  const auto factor = from_python<std::optional<double>>(scale, {nullptr, "scale", -1});
  if (factor && !(*factor >= 1e-15 && *factor <= 1e15)) {
    throw pd::InvalidInput(pd::out_of_range("", "scale", "1e-15", "1e15", py::cast<std::string>(py::repr(scale))));
  }
  const py::tuple parts =
      py::module_::import("paidan._tables")
          .attr("assignment")(costs, unassigned, slot_costs, allowed, forced, forbidden, must_serve, to_python(factor));
  CostInput input;
  std::size_t next = 0;
  const auto take = [&]<class T>(std::span<const T>& into) { into = buffer_of<T>(parts[next++], input.held); };
  const auto take_pairs = [&](std::span<const pd::assign::Pair>& into) {
    std::span<const std::uint32_t> flat;
    take(flat);
    into = {reinterpret_cast<const pd::assign::Pair*>(flat.data()), flat.size() / 2};
  };
  pd::assign::AssignmentView& view = input.view;
  view.rows = py::cast<std::uint32_t>(parts[next++]);
  view.columns = py::cast<std::uint32_t>(parts[next++]);
  take(view.row_begin);
  take(view.column);
  take(view.cost);
  take(view.penalty);
  take(view.slot_begin);
  take(view.slot_cost);
  take_pairs(view.forced);
  take_pairs(view.forbidden);
  take(view.must_serve);
  input.lifted = py::cast<std::int64_t>(parts[next]);
  return input;
}

std::int64_t py_column(std::uint32_t column) {
  return column == pd::assign::Assignment::unassigned ? -1 : static_cast<std::int64_t>(column);
}

PyAssignment py_assignment(const pd::assign::Assignment& result, bool certified, std::int64_t lifted) {
  PyAssignment made;
  made.column_of_row.reserve(result.column_of_row.size());
  for (const std::uint32_t column : result.column_of_row) made.column_of_row.push_back(py_column(column));
  made.cost = result.cost;
  if (lifted > 0) made.cost -= lifted * std::count(made.column_of_row.begin(), made.column_of_row.end(), -1);
  made.row_dual = result.row_dual;
  made.column_dual = result.column_dual;
  made.must_weight = lifted > 0 ? lifted : result.must_weight;
  made.certified = certified;
  return made;
}

}  // namespace paidan_python
