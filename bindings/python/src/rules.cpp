// Decision tables and models.
#include "bind.hpp"
#include "rules_value.hpp"

#include <paidan/core/names.hpp>
#include <paidan/rules/lint/lint.hpp>
#include <paidan/rules/model/model.hpp>
#include <paidan/rules/table/explain.hpp>
#include <paidan/sheets/dmn_xml.hpp>
#include <paidan/sheets/rules_csv.hpp>

namespace paidan_python {

namespace {

namespace rules = pd::rules;
constexpr const char* module = "paidan.rules";

py::tuple rule_ids(const rules::DecisionTable& table, const std::vector<std::uint32_t>& which) {
  py::tuple ids(which.size());
  for (std::size_t i = 0; i < which.size(); ++i) ids[i] = py::str(table.rule_id(which[i]));
  return ids;
}

/// A path, or the text itself when it has a line feed or is bytes; and what errors call it.
std::pair<std::string, std::string> text_of_source(const py::object& source) {
  if (PyBytes_Check(source.ptr())) return {py::cast<std::string>(source), ""};
  if (PyUnicode_Check(source.ptr())) {
    std::string text = py::cast<std::string>(source);
    if (text.find('\n') != std::string::npos || text.find('\r') != std::string::npos) return {std::move(text), ""};
  }
  const py::object path = py::module_::import("pathlib").attr("Path")(source);
  return {py::cast<std::string>(path.attr("read_bytes")()), py::cast<std::string>(py::str(path.attr("name")))};
}

struct PyDecision {
  rules::DecisionTable table;
  rules::Decision decision;
};
struct PyRuleTrace {
  rules::DecisionTable table;
  std::uint32_t rule;
  std::vector<std::uint32_t> failed;
};
struct PyExplanation {
  rules::DecisionTable table;
  rules::Explanation explanation;
};
struct PyFinding {
  rules::DecisionTable table;
  rules::Finding finding;
};
struct PyLintReport {
  rules::DecisionTable table;
  rules::LintReport report;
};

py::dict input_dict(const rules::DecisionTable& table, const std::vector<rules::Value>& inputs) {
  py::dict all;
  for (std::size_t i = 0; i < inputs.size(); ++i) all[py::str(table.input_name(i))] = rules_value_to(inputs[i]);
  return all;
}

[[noreturn]] void raise(const rules::Decision& decision) { throw pd::InvalidInput(decision.errors); }

void bind_decision(py::module_& m) {
  py::class_<PyDecision> cls(m, "Decision", "What a table says of one list of facts.");
  cls.attr("__module__") = module;
  cls.def_property_readonly(
      "status", [](const PyDecision& self) { return to_python(self.decision.status); },
      "decided, by_default or undecided.");
  cls.def_property_readonly(
      "value", [](const PyDecision& self) { return rules_value_to(self.decision.value); },
      "The output; a dict when there are several, a list with hit policies R, O and C.");
  cls.def_property_readonly(
      "rules", [](const PyDecision& self) { return rule_ids(self.table, self.decision.rules); },
      "Ids of the rules it rests on.");
  cls.def("__repr__", [](const PyDecision& self) {
    return "<Decision " + self.decision.value.literal() + " by " +
           py::cast<std::string>(py::repr(rule_ids(self.table, self.decision.rules))) + ">";
  });
}

void bind_explanation(py::module_& m) {
  py::class_<PyRuleTrace> trace(m, "RuleTrace", "One rule against one list of facts.");
  trace.attr("__module__") = module;
  trace.def_property_readonly(
      "id", [](const PyRuleTrace& self) { return self.table.rule_id(self.rule); }, "Its id.");
  trace.def_property_readonly(
      "index", [](const PyRuleTrace& self) { return self.rule; }, "Its place in the table, from 0.");
  trace.def_property_readonly(
      "cells",
      [](const PyRuleTrace& self) {
        py::dict cells;
        for (std::size_t i = 0; i < self.table.input_count(); ++i)
          cells[py::str(self.table.input_name(i))] = py::str(self.table.cell(self.rule, i).text());
        return cells;
      },
      "Input heading → cell.");
  trace.def_property_readonly(
      "failed",
      [](const PyRuleTrace& self) {
        py::tuple names(self.failed.size());
        for (std::size_t i = 0; i < self.failed.size(); ++i) names[i] = py::str(self.table.input_name(self.failed[i]));
        return names;
      },
      "Headings of the inputs whose cells do not fit.");
  trace.def_property_readonly(
      "annotations",
      [](const PyRuleTrace& self) {
        py::dict notes;
        const rules::TableData& data = self.table.data();
        const auto& own = data.rules[self.rule].annotations;
        for (std::size_t i = 0; i < own.size(); ++i) notes[py::str(data.annotations[i])] = py::str(own[i]);
        return notes;
      },
      "Annotation heading → text.");

  py::class_<PyExplanation> cls(m, "Explanation", "Why a table decided as it did.");
  cls.attr("__module__") = module;
  cls.def_property_readonly(
      "status", [](const PyExplanation& self) { return to_python(self.explanation.decision.status); },
      "How it ended; conflicts and refusals are explained too.");
  cls.def_property_readonly(
      "value", [](const PyExplanation& self) { return rules_value_to(self.explanation.decision.value); },
      "The output, as Decision.value.");
  cls.def_property_readonly(
      "errors", [](const PyExplanation& self) { return error_list(self.explanation.decision.errors); },
      "What is wrong, when there is no output.");
  cls.def_property_readonly(
      "inputs", [](const PyExplanation& self) { return input_dict(self.table, self.explanation.inputs); },
      "Input heading → value.");
  const auto traces = [](const rules::DecisionTable& table, const std::vector<rules::NearMiss>& all) {
    py::tuple made(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) made[i] = py::cast(PyRuleTrace{table, all[i].rule, all[i].failed});
    return made;
  };
  cls.def_property_readonly(
      "matching",
      [traces](const PyExplanation& self) {
        std::vector<rules::NearMiss> all;
        for (const std::uint32_t rule : self.explanation.matching) all.push_back({rule, {}});
        return traces(self.table, all);
      },
      "All rules that match, in table order.");
  cls.def_property_readonly(
      "nearest", [traces](const PyExplanation& self) { return traces(self.table, self.explanation.nearest); },
      "Rules that fail the fewest cells.");
  cls.def_property_readonly(
      "nearest_count", [](const PyExplanation& self) { return self.explanation.nearest_count; },
      "How many rules fail that few.");
  cls.def(
      "text",
      [](const PyExplanation& self, const py::object& language) {
        return rules::text_of(self.table, self.explanation,
                              from_python<pd::Language>(language, {nullptr, "language", -1}));
      },
      py::kw_only(), py::arg("language") = "zh", "The explanation in lines.");
}

void bind_lint(py::module_& m) {
  py::class_<PyFinding> finding(m, "Finding", "One thing that is wrong with a table.");
  finding.attr("__module__") = module;
  finding.def_property_readonly(
      "kind", [](const PyFinding& self) { return to_python(self.finding.kind); }, "What it is.");
  finding.def_property_readonly(
      "rules", [](const PyFinding& self) { return rule_ids(self.table, self.finding.rules); },
      "Ids of the rules concerned.");
  finding.def_property_readonly(
      "witness",
      [](const PyFinding& self) -> py::object {
        if (self.finding.witness.empty()) return py::none();
        return input_dict(self.table, self.finding.witness);
      },
      "Input heading → value that shows it; None where there can be none.");
  finding.def(
      "text",
      [](const PyFinding& self, const py::object& language) {
        return rules::text_of(self.table, self.finding, from_python<pd::Language>(language, {nullptr, "language", -1}));
      },
      py::kw_only(), py::arg("language") = "zh", "One sentence.");
  finding.def("__repr__", [](const PyFinding& self) {
    return "<Finding: " + rules::text_of(self.table, self.finding, pd::Language::en) + ">";
  });

  py::class_<PyLintReport> report(m, "LintReport", "Gaps, overlaps, and rules and outputs that never come up.");
  report.attr("__module__") = module;
  report.def_property_readonly(
      "findings",
      [](const PyLintReport& self) {
        py::tuple all(self.report.findings.size());
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = py::cast(PyFinding{self.table, self.report.findings[i]});
        return all;
      },
      "By kind, then by rule.");
  report.def_property_readonly(
      "limits",
      [](const PyLintReport& self) {
        py::tuple all(self.report.limits.size());
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = to_python(self.report.limits[i]);
        return all;
      },
      "Why findings may be lacking.");
  report.def_property_readonly(
      "complete", [](const PyLintReport& self) { return self.report.complete(); }, "What is not listed is not there.");
}

void bind_table(py::module_& m) {
  using rules::DecisionTable;
  py::class_<DecisionTable> cls(m, "DecisionTable", "A checked, immutable decision table.");
  cls.attr("__module__") = module;
  cls.def_static(
      "from_csv",
      [](const py::object& source) {
        const auto [text, name] = text_of_source(source);
        return pd::sheets::decision_table_from_csv(text, name);
      },
      py::arg("source"),
      "From a CSV file, or from its text (bytes, or a str with a line feed). Raises InvalidInput naming each wrong "
      "cell.");
  cls.def(
      "to_csv", [](const DecisionTable& self) { return pd::sheets::to_csv(self.data()); }, "The table as CSV text.");
  cls.def_property_readonly(
      "name", [](const DecisionTable& self) { return self.data().name; }, "Its name.");
  cls.def_property_readonly(
      "hit_policy", [](const DecisionTable& self) { return to_python(self.data().hit); },
      "What happens when several rules match.");
  const auto strings = [](const std::vector<std::string>& all) {
    py::tuple made(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) made[i] = py::str(all[i]);
    return made;
  };
  cls.def_property_readonly(
      "facts", [strings](const DecisionTable& self) { return strings(self.names().list()); },
      "Names of the facts it reads.");
  cls.def_property_readonly(
      "inputs",
      [strings](const DecisionTable& self) {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < self.input_count(); ++i) all.push_back(self.input_name(i));
        return strings(all);
      },
      "Headings of the inputs.");
  cls.def_property_readonly(
      "outputs",
      [strings](const DecisionTable& self) {
        std::vector<std::string> all;
        for (const auto& output : self.data().outputs) all.push_back(output.name);
        return strings(all);
      },
      "Names of the outputs.");
  cls.def_property_readonly(
      "rule_ids",
      [](const DecisionTable& self) {
        std::vector<std::uint32_t> all(self.rule_count());
        for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
        return rule_ids(self, all);
      },
      "Ids of the rules, in table order.");
  cls.def("__len__", &DecisionTable::rule_count);
  add_equal<DecisionTable>(cls, [](const DecisionTable& a, const DecisionTable& b) { return a.data() == b.data(); });
  cls.def("__hash__", [](const DecisionTable& self) { return py::hash(py::str(pd::sheets::to_csv(self.data()))); });
  cls.def("__repr__", [](const DecisionTable& self) {
    return "<DecisionTable " + self.data().name + ", " + std::string(rules::letter(self.data().hit)) + ", " +
           std::to_string(self.rule_count()) + " rules>";
  });
  cls.def(py::pickle(
      [](const DecisionTable& self) { return py::make_tuple(pd::sheets::to_csv(self.data())); },
      [](const py::tuple& state) { return pd::sheets::decision_table_from_csv(py::cast<std::string>(state[0])); }));
  cls.def(
      "evaluate",
      [](const DecisionTable& self, const py::object& facts, const py::kwargs& keywords) {
        PyDecision made{self, self.decide(self.read_texts(rules_facts(facts, keywords, "evaluate")))};
        if (!made.decision.errors.empty()) raise(made.decision);
        return made;
      },
      py::arg("facts") = py::none(), py::pos_only(),
      "The decision for a dict of facts, or for keywords. Raises InvalidInput for a missing fact, an input outside its "
      "type or allowed values, rules that collide, and an answer that is null because a value on the way has none.");
  cls.def("evaluate_many", &rules_evaluate_many, py::arg("columns"),
          "The decisions for whole columns: a dict of arrays or lists, or a DataFrame. Colliding rules and refused "
          "inputs are "
          "marked, not raised.");
  cls.def(
      "explain",
      [](const DecisionTable& self, const py::object& facts, const py::kwargs& keywords) {
        return PyExplanation{self, rules::explain(self, self.read_texts(rules_facts(facts, keywords, "explain")))};
      },
      py::arg("facts") = py::none(), py::pos_only(),
      "Why: matching rules and near misses, cell by cell. Never raises for a conflict.");
  cls.def(
      "lint",
      [](const DecisionTable& self, std::uint64_t work, std::uint32_t findings) {
        const py::gil_scoped_release release;
        return PyLintReport{self, rules::lint(self, {.work = work, .findings = findings})};
      },
      py::kw_only(), py::arg("work") = rules::LintOptions{}.work, py::arg("findings") = rules::LintOptions{}.findings,
      "Gaps, overlaps, shadowed rules and unreachable outputs, each with an input that shows it.");
}

void bind_decision_model(py::module_& m) {
  using rules::DecisionModel;
  py::class_<DecisionModel> cls(m, "DecisionModel", "Decisions that build on one another, from a DMN file. Immutable.");
  cls.attr("__module__") = module;
  cls.def_static(
      "from_dmn",
      [](const py::object& source) { return DecisionModel(pd::sheets::read_dmn(text_of_source(source).first)); },
      py::arg("source"), "From a DMN XML file, or from its text (bytes, or a str with a line feed).");
  cls.def_property_readonly(
      "decisions",
      [](const DecisionModel& self) {
        const auto names = self.decisions();
        py::tuple made(names.size());
        for (std::size_t i = 0; i < names.size(); ++i) made[i] = py::str(names[i]);
        return made;
      },
      "Names of the decisions.");
  cls.def(
      "evaluate",
      [](const DecisionModel& self, const std::string& decision, const py::object& facts, const py::kwargs& keywords) {
        const rules::Outcome outcome =
            self.evaluate(decision, self.read_texts(rules_facts(facts, keywords, "evaluate")));
        return py::make_tuple(rules_value_to(outcome.value), error_list(outcome.errors));
      },
      py::arg("decision"), py::arg("facts") = py::none(), py::pos_only(),
      "(value, errors) of one decision for a dict of facts, or for keywords. Errors say what made null of a value on "
      "the way.");
  cls.def(
      "evaluate_all",
      [](const DecisionModel& self, const py::object& facts, const py::kwargs& keywords) {
        const rules::Outcome outcome = self.evaluate_all(self.read_texts(rules_facts(facts, keywords, "evaluate_all")));
        return py::make_tuple(rules_value_to(outcome.value), error_list(outcome.errors));
      },
      py::arg("facts") = py::none(), py::pos_only(), "(values by decision, errors).");
}

}  // namespace

void bind_rules(py::module_& m) {
  bind_enum<rules::HitPolicy>(m, module, "HitPolicy", "What a table does when several of its rules match.");
  bind_enum<rules::Status>(m, module, "DecisionStatus", "How a decision came about.");
  bind_enum<rules::FindingKind>(m, module, "FindingKind", "What lint finds.");
  bind_enum<rules::LintLimit>(m, module, "LintLimit", "Why a lint report may lack findings.");
  bind_rules_months(m);
  bind_decision(m);
  bind_rules_columns(m);
  bind_explanation(m);
  bind_lint(m);
  bind_table(m);
  bind_decision_model(m);
}

}  // namespace paidan_python
