// The module paidan._paidan. One function per room; this file only puts them in order.
#include "bind.hpp"
#include "program.hpp"

#include <paidan/config.hpp>

#include <cstdio>
#include <string>
#include <vector>

namespace paidan_python {
namespace {

/// InvalidInput becomes paidan.InvalidInput (a ValueError) with the same errors.
void translate(std::exception_ptr pending) {
  try {
    if (pending) std::rethrow_exception(pending);
  } catch (const pd::InvalidInput& error) {
    const py::object type = py::module_::import("paidan._errors").attr("InvalidInput");
    py::set_error(type, type(error_list(error.errors())));
  } catch (const WrongArgument& wrong) {
    const py::object type = py::module_::import("paidan._errors").attr("WrongArgument");
    py::set_error(type, type(error_list({wrong.error})));
  }
}

/// What the classes are made of, for stubs, spreadsheets and tests.
py::list describe() {
  py::list all;
  for (const StructOps* const ops : registry()) {
    py::list fields;
    for (const FieldOps& field : ops->fields) {
      fields.append(py::make_tuple(field.name, std::string(field.zh), std::string(field.doc), field.required,
                                   field.in_type, field.out_type, static_cast<bool>(field.set)));
    }
    all.append(py::make_tuple(ops->module, ops->name, fields));
  }
  return all;
}

/// Classes that speak of a problem: made by operations and readers only.
py::list results() {
  py::list all;
  for (const StructOps* const ops : registry()) {
    if (ops->at_border) all.append(ops->name);
  }
  return all;
}

}  // namespace
}  // namespace paidan_python

PYBIND11_MODULE(_paidan, m) {
  using namespace paidan_python;
  m.doc() = "The engine behind the package paidan; import that instead.";
  m.attr("__version__") = pd::engine_version;
  m.attr("schema_version") = pd::schema_version;
  py::register_local_exception_translator(&translate);
  bind_core(m);
  bind_model(m);
  bind_results(m);
  bind_matching(m);
  bind_live(m);
  bind_review(m);
  bind_catalog(m);
  bind_rules(m);
  bind_pricing(m);
  bind_warranty(m);
  bind_operations(m);
  bind_render(m);
  bind_documents(m);
  bind_sheets(m);
  m.def(
      "program",
      [](const py::object& given) {
        const auto words = from_python<std::vector<std::string>>(given, {nullptr, "words", -1});
        const py::gil_scoped_release release;
        const int code = paidan_cli::run_program(words);
        std::fflush(stdout);
        std::fflush(stderr);
        return code;
      },
      py::arg("words"), "What the program `paidan` does with these words; its exit code.");
  m.def("results", &results, "Names of the classes that speak of a problem.");
  m.def("describe", &describe,
        "(module, class, [(field, zh heading, doc, required, type in, type out, settable)]) of every described class.");
  finish_functions(m);
}
