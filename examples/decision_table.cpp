// A call-out fee that people keep in a spreadsheet: decided exactly, explained, and checked for gaps.
#include <iostream>
#include <paidan/rules/lint/lint.hpp>
#include <paidan/rules/table/explain.hpp>
#include <paidan/sheets/rules_csv.hpp>
#include <paidan/syntax/files.hpp>

using namespace paidan;

int main() {
  const rules::DecisionTable table =
      sheets::decision_table_from_csv(syntax::read_file(PAIDAN_EXAMPLE_DATA "/callout_fee.csv"), "callout_fee.csv");

  const auto facts = [](const char* service, const char* km, const char* date, bool urgent) {
    return rules::Value::context(
        {{"服务", service}, {"里程", *Decimal::parse(km)}, {"日期", *Date::parse(date)}, {"加急", urgent}});
  };
  const rules::Decision decision = table.decide(facts("维修", "7.1", "2024-07-08", false));
  std::cout << decision.value.text() << " by " << table.rule_id(decision.rules[0]) << '\n';
  if (!(decision.value.number() == *Decimal::parse("44.2"))) return 1;

  const rules::Explanation why = rules::explain(table, facts("清洗", "3", "2024-10-02", true));
  std::cout << rules::text_of(table, why, Language::zh) << '\n';

  // Somebody edits the sheet: 5 km now belong to no rule.
  rules::TableData data = table.data();
  data.rules[0].inputs[1] = "[0..5)";
  const rules::DecisionTable edited(data);
  const rules::LintReport report = rules::lint(edited);
  for (const rules::Finding& finding : report.findings)
    std::cout << rules::text_of(edited, finding, Language::zh) << '\n';
  return rules::lint(table).findings.empty() && !report.findings.empty() ? 0 : 1;
}
