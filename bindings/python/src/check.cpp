// The independent judge.
#include "views.hpp"

#include <paidan/check/evaluate.hpp>
#include <paidan/documents/documents.hpp>

namespace paidan_python {

namespace {

constexpr const char* module = "paidan";

ReportView report_view(const pd::Problem& problem, const pd::check::Report& report) {
  const Namer name(problem);
  ReportView view;
  for (const auto& violation : report.violations) {
    view.violations.push_back({violation.code, name.maybe_order(violation.order),
                               name.maybe_technician(violation.technician), name.maybe_shift(violation.shift),
                               violation.amount});
  }
  view.cost = report.cost;
  static_cast<pd::check::Kpis&>(view.kpis) = report.kpis;
  for (const auto& row : report.kpis.technicians) {
    TechnicianKpisView technician;
    static_cast<pd::check::TechnicianKpis&>(technician) = row;
    technician.id = name.technician(row.technician);
    technician.technician = {};
    view.kpis.rows.push_back(std::move(technician));
  }
  view.kpis.technicians.clear();  // they stand in `rows`, with ids
  return view;
}

}  // namespace

void bind_check(py::module_& m) {
  bind_struct<ViolationView>(m, module, "Violation", "Something that makes a plan invalid.");
  bind_struct<TechnicianKpisView>(m, module, "TechnicianKpis", "Figures of one technician over the whole problem.");
  bind_struct<KpisView>(m, module, "Kpis", "What a plan is worth in the figures dispatchers use.");
  bind_struct<ReportView>(m, module, "Report", "The judge's answer on a plan.")
      .def_property_readonly(
          "valid", [](const Box<ReportView>& self) { return self.value.violations.empty(); }, "No violations.");
  bind_struct<ActualVisitView>(m, module, "ActualVisit", "One visit as it really happened.");

  m.def(
      "evaluate",
      [](const PyProblem& problem, const PyPlan& plan) {
        if (plan.plan.problem_hash != problem.problem.hash()) {
          throw py::value_error("this plan was made for another problem (" + pd::hex(plan.plan.problem_hash) +
                                ", not " + pd::hex(problem.problem.hash()) + ")");
        }
        pd::check::Report report;
        {
          const py::gil_scoped_release release;
          report = pd::check::evaluate(problem.problem, plan.plan);
        }
        return Box<ReportView>{report_view(problem.problem, report), false};
      },
      py::arg("problem"), py::arg("plan"),
      "Judge a plan independently of the solvers: violations, cost from scratch, figures.");
  m.def(
      "evaluate_actual",
      [](const PyProblem& problem, const py::object& visits) {
        pd::documents::ActualDocument document;
        std::vector<std::int64_t> rows;
        for (ActualVisitView& view : from_python<std::vector<ActualVisitView>>(visits, {nullptr, "visits", -1})) {
          document.visits.push_back(
              {std::move(view.order), std::move(view.technician), view.arrival, view.start, view.end});
          rows.push_back(view.row);
        }
        const std::vector<pd::check::ActualVisit> all = pd::documents::actual_of(problem.problem, document, rows);
        pd::check::Report report;
        {
          const py::gil_scoped_release release;
          report = pd::check::evaluate_actual(problem.problem, all);
        }
        return Box<ReportView>{report_view(problem.problem, report), false};
      },
      py::arg("problem"), py::arg("visits"),
      "Judge what the host really did: late, overlapping or unskilled work is listed, figures are computed all the "
      "same.");
  m.def(
      "minimal_reasons",
      [](const PyProblem& problem, const PyPlan& plan, const py::object& order, const py::object& technician) {
        const auto which = order_index(problem.problem, order, {nullptr, "order", -1});
        const auto who = technician_index(problem.problem, technician, {nullptr, "technician", -1});
        const pd::Plan own = translated(plan, problem.problem);
        pd::FamilySet set = 0;
        {
          const py::gil_scoped_release release;
          set = pd::check::minimal_reasons(problem.problem, own, which, who);
        }
        return to_python(families(set));
      },
      py::arg("problem"), py::arg("plan"), py::arg("order"), py::arg("technician"),
      "The checker's own answer to why_not: the smallest set of constraint families to relax.");
}

}  // namespace paidan_python
