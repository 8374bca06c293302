// JSON in and out, time zones, calendars: `to_json` and `from_json` on every class that is a kind of document.
#include "home.hpp"
#include "requests.hpp"

#include <paidan/desk/held.hpp>
#include <paidan/desk/operations.hpp>
#include <paidan/documents/fields.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/syntax/zones.hpp>

namespace paidan_python {

namespace {

pd::syntax::Layout layout(bool indented) { return indented ? pd::syntax::Layout::indented : pd::syntax::Layout::line; }

template <class F>
void method(const py::handle& cls, F f, const char* doc) {
  cls.attr("to_json") = py::cpp_function(f, py::name("to_json"), py::is_method(cls), py::sibling(py::none()),
                                         py::kw_only(), py::arg("indented") = true, doc);
}
template <class F, class... Args>
void static_method(const py::handle& cls, const char* name, F f, const char* doc, const Args&... args) {
  const py::object function = py::cpp_function(f, py::name(name), py::scope(cls), args..., doc);
  cls.attr(name) = py::reinterpret_steal<py::object>(PyStaticMethod_New(function.ptr()));
}

constexpr const char* writes = "As a JSON document; the same value always gives the same bytes.";
constexpr const char* reads = "Read a JSON document; raises InvalidInput with all errors.";

template <class T>
void struct_json() {
  const py::handle cls = py::type::of<Box<T>>();
  if constexpr (pd::documents::AtBorder<T>) {
    method(
        cls,
        [](const Box<T>& self, bool indented) {
          return pd::documents::to_json(problem_in(self.home).problem, self.value, layout(indented));
        },
        writes);
    static_method(
        cls, "from_json",
        [](const py::object& problem, const std::string& text) {
          return Box<T>{pd::documents::from_json<T>(problem_in(problem).problem, text), false, problem};
        },
        reads, py::arg("problem"), py::arg("text"));
  } else {
    method(
        cls, [](const Box<T>& self, bool indented) { return pd::documents::to_json(self.value, layout(indented)); },
        writes);
    static_method(
        cls, "from_json",
        [](const std::string& text) {
          return Box<T>{pd::documents::from_json<T>(text), false};
        },
        reads, py::arg("text"));
  }
}

/// A validated value: its data's document.
template <class V>
void value_json() {
  const py::handle cls = py::type::of<V>();
  method(
      cls, [](const V& self, bool indented) { return pd::documents::to_json(self.data(), layout(indented)); }, writes);
  static_method(
      cls, "from_json",
      [](const std::string& text) { return V(pd::documents::from_json<typename pd::desk::Judged<V>::Data>(text)); },
      reads, py::arg("text"));
}

}  // namespace

void bind_documents(py::module_& m) {
#define PAIDAN_KIND(TYPE, NAME, ZH, NEEDS)                                \
  {                                                                       \
    using namespace pd;                                                   \
    if constexpr (!std::same_as<TYPE, CalendarData>) struct_json<TYPE>(); \
  }
  PAIDAN_KINDS(PAIDAN_KIND)
#undef PAIDAN_KIND
  value_json<pd::catalog::Catalog>();
  value_json<pd::pricing::PriceBook>();
  value_json<pd::warranty::PolicySet>();
  value_json<pd::Calendar>();

  const py::handle problem = py::type::of<PyProblem>();
  method(
      problem,
      [](const PyProblem& self, bool indented) {
        return pd::documents::to_json(self.problem.data(), layout(indented));
      },
      writes);
  static_method(
      problem, "from_json",
      [](const std::string& text) {
        const py::gil_scoped_release release;
        return PyProblem(pd::documents::problem_from_json(text));
      },
      "Read and check a JSON document; raises InvalidInput with all errors of form and of meaning.", py::arg("text"));
  m.def(
      "json_schema", [](const std::string& kind) { return pd::desk::SchemaOperation::run({kind}); }, py::arg("kind"),
      "JSON Schema of a kind of document, a described type of a request (`RoadData`) or an operation's answer.");

  static_method(
      py::type::of<pd::Calendar>(), "load",
      [](const py::object& folder) {
        return pd::sheets::load_calendar_folder(
            py::cast<std::string>(py::module_::import("os").attr("fspath")(folder)));
      },
      "Read <year>.json of every year (the layout of the holiday-cn files) and statutory.csv from a folder.",
      py::arg("folder"));
  static_method(
      py::type::of<pd::ZoneRules>(), "load",
      [](const std::string& name, int first_year, int last_year) {
        return pd::syntax::load_zone(name, first_year, last_year);
      },
      "The zone's rules from the system's tz data, e.g. 'Asia/Shanghai'.", py::arg("name"), py::kw_only(),
      py::arg("first_year") = pd::syntax::first_zone_year, py::arg("last_year") = pd::syntax::last_zone_year);
  m.def("tz_version", &pd::syntax::tz_version, "Version of the system's tz data.");
}

}  // namespace paidan_python
