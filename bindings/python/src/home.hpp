// What Python calls Problem, and the border between its ids and times and the engine's indices and seconds.
#pragma once

#include "bind.hpp"

#include <paidan/model/border.hpp>
#include <paidan/model/fields.hpp>
#include <paidan/model/problem.hpp>

namespace paidan_python {

/// The problem, its border, and its nouns as Python objects made once.
struct PyProblem {
  pd::Problem problem;
  pd::ProblemBorder border;
  py::object orders;
  py::object technicians;
  py::object locations;
  py::object depots;
  py::object zone;  ///< paidan.ZoneRules

  explicit PyProblem(pd::Problem given) : problem(given), border(std::move(given)) {}
};

/// The problem behind an argument; TypeError when it is none.
const PyProblem& problem_in(py::handle object, const char* argument = "problem");

template <>
struct Convert<pd::Problem> {
  static py::object to(const pd::Problem& value) { return py::cast(PyProblem(value)); }
  static pd::Problem from(py::handle value, const Where& where) {
    if (!py::isinstance<PyProblem>(value)) wrong_type(where, "paidan.Problem", value);
    return py::cast<const PyProblem&>(value).problem;
  }
  static std::string type(bool) { return "Problem"; }
};

}  // namespace paidan_python
