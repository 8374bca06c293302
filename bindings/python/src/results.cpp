// What the engines answer, as Python sees it: ids and local times, in the words of the descriptions.
#include "home.hpp"

#include <paidan/check/fields.hpp>
#include <paidan/check/violation_kinds.hpp>
#include <paidan/desk/fields.hpp>
#include <paidan/dispatch/fields.hpp>

namespace paidan_python {

namespace {

constexpr const char* module = "paidan";

void bind_share(py::module_& m) {
  py::class_<pd::Share> cls(m, "Share", "A share as the two numbers it is: part of whole. float() gives the ratio.");
  cls.attr("__module__") = module;
  cls.def(py::init([](std::int64_t part, std::int64_t whole) {
            if (whole < 1) throw py::value_error("what is a share of nothing is None");
            return pd::Share{part, whole};
          }),
          py::arg("part"), py::arg("whole"));
  cls.def_readonly("part", &pd::Share::part, "How many.");
  cls.def_readonly("whole", &pd::Share::whole, "Of how many, at least 1.");
  cls.def("__float__", &pd::Share::value);
  cls.def("__repr__", [](const pd::Share& self) {
    return "Share(" + std::to_string(self.part) + ", " + std::to_string(self.whole) + ")";
  });
  add_equal<pd::Share>(cls);
  cls.def("__hash__", [](const pd::Share& self) { return py::hash(py::make_tuple(self.part, self.whole)); });
  cls.def(py::pickle([](const pd::Share& self) { return py::make_tuple(self.part, self.whole); },
                     [](const py::tuple& state) {
                       return pd::Share{py::cast<std::int64_t>(state[0]), py::cast<std::int64_t>(state[1])};
                     }));
}

void bind_plan(py::module_& m) {
  auto cls = bind_struct<pd::Plan>(m, module, "Plan", "Who goes, in which order and when. It knows its problem.");
  cls.def_property_readonly(
      "interrupted", [](const Box<pd::Plan>& self) { return self.interrupted; },
      "True when Ctrl-C or the progress callback ended the search early: the best plan found until then.");
  cls.def(
      "to_frame", [](const py::object& self) { return py::module_::import("paidan._views").attr("plan_frame")(self); },
      "A pandas DataFrame, one row per stop.");
  cls.def("_repr_html_",
          [](const py::object& self) { return py::module_::import("paidan._views").attr("plan_html")(self); });
  const auto repr = [](const Box<pd::Plan>& self) {
    std::size_t visits = 0;
    for (const auto& route : self.value.routes) {
      for (const auto& stop : route.stops) visits += stop.kind == pd::StopKind::visit ? 1U : 0U;
    }
    const bool counted = visits == 0 || self.value.goals || self.value.total_cost() != 0;  // not after a rebase
    return "<Plan " + std::to_string(visits) + " visits in " + std::to_string(self.value.routes.size()) + " routes, " +
           std::to_string(self.value.unassigned.size()) + " unassigned, " +
           (counted ? "cost " + std::to_string(self.value.total_cost()) : "cost not counted yet") +
           (self.interrupted ? ", interrupted>" : ">");
  };
  cls.attr("__repr__") = py::cpp_function(repr, py::name("__repr__"), py::is_method(cls));
  cls.def("__hash__", [](const Box<pd::Plan>& self) {
    return py::hash(py::make_tuple(self.value.problem.value, self.value.total_cost(), self.value.routes.size()));
  });
}

}  // namespace

void bind_results(py::module_& m) {
  bind_share(m);
  bind_struct<pd::Stop>(m, module, "Stop", "One stop of a route.");
  bind_struct<pd::Route>(m, module, "Route", "The work of one shift.");
  bind_plan(m);
  bind_struct<pd::routing::Progress>(m, module, "Progress", "How far the search is.");
  bind_enum<pd::Baseline>(m, module, "Baseline", "How people dispatch without a planner.");

  m.def(
      "violation_kinds",
      [] {
        py::list kinds;
        for (const pd::check::ViolationKind& kind : pd::check::violation_kinds) {
          kinds.append(py::make_tuple(std::string(kind.code), std::string(kind.en), std::string(kind.zh)));
        }
        return kinds;
      },
      "(code, English, Chinese) of everything that can make a plan or a day invalid.");
  bind_struct<pd::check::Violation>(m, module, "Violation", "Something that makes a plan invalid.");
  bind_struct<pd::check::TechnicianKpis>(m, module, "TechnicianKpis",
                                         "Figures of one technician over the whole problem.");
  bind_struct<pd::check::Kpis>(m, module, "Kpis", "What a plan is worth in the figures dispatchers use.");
  bind_struct<pd::check::Report>(m, module, "Report", "The judge's answer on a plan.");
  bind_enum<pd::check::VisitOutcome>(m, module, "VisitOutcome", "What came of a visit, or of an order without one.");
  bind_enum<pd::check::Party>(m, module, "Party", "Who wanted an order cancelled or put off.");
  bind_enum<pd::check::PromiseState>(m, module, "PromiseState", "What became of a promise.");
  bind_enum<pd::check::OrderState>(m, module, "OrderState", "What became of an order.");
  bind_struct<pd::check::ActualVisit>(m, module, "ActualVisit", "One visit as it really happened.");
  bind_struct<pd::check::ActualData>(m, module, "ActualData", "All visits as they really happened.");
  bind_struct<pd::check::JudgedOrder>(m, module, "JudgedOrder", "One order as it was judged.");
  bind_struct<pd::check::JudgedOrders>(m, module, "JudgedOrders", "Every order as it was judged.");
  bind_struct<pd::desk::MinimalReasons>(m, module, "MinimalReasons", "The smallest set of families to relax.");

  bind_struct<pd::Suffering>(m, module, "Suffering", "What an insertion would do to a visit that is already planned.");
  bind_struct<pd::WhyNot>(m, module, "WhyNot",
                          "Why not this technician, all other visits keeping technician and order.");
  bind_struct<pd::Unassigned>(m, module, "Unassigned", "Why nobody.");

  bind_enum<pd::matching::Term>(m, module, "Term", "A term of a pair's score.");
  bind_enum<pd::OptimalOver>(m, module, "OptimalOver", "What a match's certificate covers.");
  bind_struct<pd::matching::TermCost>(m, module, "TermCost", "What one term of a score comes to.");
  bind_struct<pd::matching::Weights>(m, module, "Weights", "What the features of a pair cost; see weights_of().");
  bind_struct<pd::MatchedPair>(m, module, "MatchPair", "One order and the shift that takes it.");
  bind_struct<pd::MatchShortage>(m, module, "MatchShortage", "Must-serve orders that share too few places.");
  bind_struct<pd::Match>(m, module, "Match", "A batch match with its proof.");
  bind_struct<pd::MatchMove>(m, module, "MatchMove", "One step of an exchange.");
  bind_struct<pd::PairAnswer>(m, module, "PairAnswer", "Why an order is not with a technician's shift in a match.");
  bind_struct<pd::PlaceValue>(m, module, "PlaceValue", "What one more place would save.");
  bind_struct<pd::constraints::Refusal>(m, module, "Refusal",
                                        "What stands against one visit straight from the shift's start.");
  m.def(
      "weights_of",
      [](const Box<pd::Objective>& objective) {
        return Box<pd::matching::Weights>{pd::matching::weights_of(objective.value), false};
      },
      py::arg("objective"), "The objective's own weights; urgency and tier are 0.");
}

}  // namespace paidan_python
