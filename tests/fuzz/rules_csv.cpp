// Decision tables from spreadsheets: read, written, asked, explained, linted.
#include "targets.hpp"

#include <paidan/documents/rules_json.hpp>
#include <paidan/rules/lint/lint.hpp>
#include <paidan/rules/table/explain.hpp>
#include <paidan/rules/table/table_columns.hpp>
#include <paidan/sheets/rules_csv.hpp>

namespace paidan_fuzz {

namespace {

namespace rules = paidan::rules;

void asked(const rules::DecisionTable& table) {
  static const std::vector<rules::Value> samples{rules::Value(),      true, 3, "repair", *paidan::Decimal::parse("0.1"),
                                                 paidan::Date{19'900}};
  for (std::size_t turn = 0; turn < samples.size(); ++turn) {
    std::vector<rules::Value> scope;
    for (std::size_t i = 0; i < table.names().size(); ++i) scope.push_back(samples[(turn + i) % samples.size()]);
    rules::Budget budget;
    budget.steps = 100'000;
    const std::vector<rules::Value> inputs = table.inputs_of(scope, budget);
    const rules::Decision decision = table.decide_inputs(inputs, scope);
    const rules::Match match = table.match(inputs, scope);
    require((match.status == rules::Status::refused) == (decision.status == rules::Status::refused),
            "the quick and the whole answer refuse the same inputs");
    const rules::Explanation why = rules::explain_inputs(table, inputs, scope);
    require(match.rule == rules::no_rule || !why.matching.empty(), "a rule that decides matches");
    if (table.data().hit == rules::HitPolicy::unique && decision.status == rules::Status::decided)
      require(why.matching == decision.rules, "a unique table's rule is the only one that matches");
    static_cast<void>(rules::text_of(table, why, paidan::Language::zh));
    static_cast<void>(paidan::documents::to_json(table, why));
  }
}

}  // namespace

void rules_csv(std::string_view input) {
  accepted_or_refused([&] {
    const rules::TableData data = paidan::sheets::table_data_from_csv(input);
    const std::string written = paidan::sheets::to_csv(data);
    require(paidan::sheets::table_data_from_csv(written) == data, "a table reads back as the same");
    require_round_trip(
        written, [](const rules::TableData& table) { return paidan::sheets::to_csv(table); },
        [](const std::string& text) { return paidan::sheets::table_data_from_csv(text); });
    if (data.rules.size() > 2'000) return;
    const rules::DecisionTable table = paidan::sheets::decision_table_from_csv(input, "fuzz.csv");
    asked(table);
    const rules::LintReport report = rules::lint(table, {.work = 100'000, .findings = 10});
    for (const rules::Finding& finding : report.findings) {
      static_cast<void>(rules::text_of(table, finding, paidan::Language::en));
      if (finding.kind == rules::FindingKind::overlap)
        require(table.match(finding.witness).status == rules::Status::conflict, "an overlap's witness is a conflict");
    }
  });
}

}  // namespace paidan_fuzz
