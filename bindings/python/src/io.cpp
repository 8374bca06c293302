// JSON in and out, time zones, calendars: `to_json` and `from_json` on the classes that have a document.
#include "match_views.hpp"

#include <paidan/catalog/fields.hpp>
#include <paidan/check/evaluate.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/syntax/zones.hpp>
#include <paidan/warranty/fields.hpp>

namespace paidan_python {

namespace {


pd::syntax::Layout layout(bool indented) { return indented ? pd::syntax::Layout::indented : pd::syntax::Layout::line; }

template <class F>
void method(const py::handle& cls, const char* name, F f, const char* doc, const py::arg_v& extra) {
  cls.attr(name) =
      py::cpp_function(f, py::name(name), py::is_method(cls), py::sibling(py::none()), py::kw_only(), extra, doc);
}

template <class F>
void static_method(const py::handle& cls, const char* name, F f, const char* doc) {
  const py::object function = py::cpp_function(f, py::name(name), py::scope(cls), py::arg("text"), doc);
  cls.attr(name) = py::reinterpret_steal<py::object>(PyStaticMethod_New(function.ptr()));
}

/// A struct with a document of its own.
template <class T, class From>
void struct_json(From from) {
  const py::handle cls = py::type::of<Box<T>>();
  method(
      cls, "to_json", [](const Box<T>& self, bool indented) { return pd::documents::to_json(self.value, layout(indented)); },
      "As a JSON document; the same value always gives the same bytes.", py::arg("indented") = true);
  static_method(
      cls, "from_json",
      [from](const std::string& text) {
        return Box<T>{from(text), false};
      },
      "Read a JSON document; raises InvalidInput with all errors.");
}

/// A validated value: its data's document.
template <class V, class From>
void value_json(From from) {
  const py::handle cls = py::type::of<V>();
  method(
      cls, "to_json", [](const V& self, bool indented) { return pd::documents::to_json(self.data(), layout(indented)); },
      "As a JSON document; the same value always gives the same bytes.", py::arg("indented") = true);
  static_method(
      cls, "from_json", [from](const std::string& text) { return V(from(text)); },
      "Read and check a JSON document; raises InvalidInput with all errors.");
}

}  // namespace

void bind_io(py::module_& m) {
  namespace pr = pd::pricing;
  namespace wa = pd::warranty;
  namespace ca = pd::catalog;

  const py::handle problem = py::type::of<PyProblem>();
  method(
      problem, "to_json",
      [](const PyProblem& self, bool indented) { return pd::documents::to_json(self.problem.data(), layout(indented)); },
      "As a JSON document; the same problem always gives the same bytes.", py::arg("indented") = true);
  static_method(
      problem, "from_json",
      [](const std::string& text) {
        const py::gil_scoped_release release;
        return PyProblem{pd::documents::problem_from_json(text)};
      },
      "Read and check a JSON document; raises InvalidInput with all errors of form and of meaning.");
  struct_json<pd::ProblemData>([](const std::string& text) { return pd::documents::problem_data_from_json(text); });

  const py::handle plan = py::type::of<PyPlan>();
  method(
      plan, "to_json",
      [](const PyPlan& self, bool indented) { return pd::documents::plan_to_json(self.problem, self.plan, layout(indented)); },
      "As a JSON document: ids, and times with the offset of the problem's zone.", py::arg("indented") = true);
  const py::object plan_from = py::cpp_function(
      [](const py::object& owner, const std::string& text) {
        if (!py::isinstance<PyProblem>(owner)) wrong_type({nullptr, "problem", -1}, "paidan.Problem", owner);
        const pd::Problem& own = py::cast<const PyProblem&>(owner).problem;
        return PyPlan{own, pd::documents::plan_from_json(own, text), false, owner};
      },
      py::name("from_json"), py::scope(plan), py::arg("problem"), py::arg("text"),
      "Read a plan of that problem. Validity is evaluate()'s affair.");
  plan.attr("from_json") = py::reinterpret_steal<py::object>(PyStaticMethod_New(plan_from.ptr()));

  const auto of_problem = [](const py::handle& cls, auto f, const char* doc) {
    cls.attr("to_json") = py::cpp_function(f, py::name("to_json"), py::is_method(cls), py::arg("problem"),
                                           py::kw_only(), py::arg("indented") = true, doc);
  };
  of_problem(
      py::type::of<Box<MatchView>>(),
      [](const Box<MatchView>& self, const PyProblem& of, bool indented) {
        return pd::documents::match_to_json(of.problem, match_of(of.problem, self.value), layout(indented));
      },
      "As a JSON document of that problem.");
  of_problem(
      py::type::of<Box<PairAnswerView>>(),
      [](const Box<PairAnswerView>& self, const PyProblem& of, bool indented) {
        return pd::documents::pair_answer_to_json(of.problem, pair_answer_of(of.problem, self.value), layout(indented));
      },
      "As a JSON document of that problem.");
  of_problem(
      py::type::of<Box<WhyNotView>>(),
      [](const Box<WhyNotView>& self, const PyProblem& of, bool indented) {
        return pd::documents::why_not_to_json(of.problem, why_not_of(of.problem, self.value), layout(indented));
      },
      "As a JSON document of that problem.");
  of_problem(
      py::type::of<Box<UnassignedView>>(),
      [](const Box<UnassignedView>& self, const PyProblem& of, bool indented) {
        return pd::documents::unassigned_to_json(of.problem, unassigned_of(of.problem, self.value), layout(indented));
      },
      "As a JSON document of that problem.");

  value_json<ca::Catalog>([](const std::string& text) { return pd::documents::catalog_data_from_json(text); });
  struct_json<ca::CatalogData>([](const std::string& text) { return pd::documents::catalog_data_from_json(text); });
  struct_json<ca::MappingData>([](const std::string& text) { return pd::documents::mapping_data_from_json(text); });
  value_json<pr::PriceBook>([](const std::string& text) { return pd::documents::price_book_data_from_json(text); });
  struct_json<pr::PriceBookData>([](const std::string& text) { return pd::documents::price_book_data_from_json(text); });
  struct_json<pr::EstimateRequest>([](const std::string& text) { return pd::documents::estimate_request_from_json(text); });
  struct_json<pr::Estimate>([](const std::string& text) { return pd::documents::estimate_from_json(text); });
  struct_json<pr::QuoteFacts>([](const std::string& text) { return pd::documents::quote_facts_from_json(text); });
  struct_json<pr::Quote>([](const std::string& text) { return pd::documents::quote_from_json(text); });
  struct_json<pr::Bill>([](const std::string& text) { return pd::documents::bill_from_json(text); });
  struct_json<pr::Audit>([](const std::string& text) { return pd::documents::audit_from_json(text); });
  value_json<wa::PolicySet>([](const std::string& text) { return pd::documents::policy_set_data_from_json(text); });
  struct_json<wa::PolicySetData>([](const std::string& text) { return pd::documents::policy_set_data_from_json(text); });
  struct_json<wa::Claim>([](const std::string& text) { return pd::documents::claim_from_json(text); });
  struct_json<wa::Verdict>([](const std::string& text) { return pd::documents::verdict_from_json(text); });
  struct_json<wa::CertificateRequest>(
      [](const std::string& text) { return pd::documents::certificate_request_from_json(text); });
  struct_json<wa::Certificate>([](const std::string& text) { return pd::documents::certificate_from_json(text); });

  const py::handle calendar = py::type::of<pd::Calendar>();
  method(
      calendar, "to_json",
      [](const pd::Calendar& self, bool indented) {
        return pd::documents::to_json(pd::documents::calendar_document(self), layout(indented));
      },
      "As a JSON document.", py::arg("indented") = true);
  static_method(
      calendar, "from_json",
      [](const std::string& text) { return pd::documents::calendar_of(pd::documents::calendar_document_from_json(text)); },
      "Read and check a JSON document; raises InvalidInput with all errors.");
  const py::object load_calendar = py::cpp_function(
      [](const py::object& folder) {
        return pd::sheets::load_calendar_folder(py::cast<std::string>(py::module_::import("os").attr("fspath")(folder)));
      },
      py::name("load"), py::scope(calendar), py::arg("folder"),
      "Read <year>.json of every year (the layout of the holiday-cn files) and statutory.csv from a folder.");
  calendar.attr("load") = py::reinterpret_steal<py::object>(PyStaticMethod_New(load_calendar.ptr()));

  const py::handle zone = py::type::of<pd::ZoneRules>();
  const py::object load_zone = py::cpp_function(
      [](const std::string& name, int first_year, int last_year) {
        return pd::syntax::load_zone(name, first_year, last_year);
      },
      py::name("load"), py::scope(zone), py::arg("name"), py::kw_only(), py::arg("first_year") = pd::syntax::first_zone_year,
      py::arg("last_year") = pd::syntax::last_zone_year, "The zone's rules from the system's tz data, e.g. 'Asia/Shanghai'.");
  zone.attr("load") = py::reinterpret_steal<py::object>(PyStaticMethod_New(load_zone.ptr()));
  m.def("tz_version", &pd::syntax::tz_version, "Version of the system's tz data.");
}

}  // namespace paidan_python
