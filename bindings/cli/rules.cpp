// decide and lint: decision tables and models.
#include "answer.hpp"
#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"

#include <paidan/documents/rules_json.hpp>
#include <paidan/rules/lint/lint.hpp>
#include <paidan/rules/model/model.hpp>
#include <paidan/rules/table/explain.hpp>
#include <paidan/sheets/dmn_xml.hpp>
#include <paidan/sheets/rules_csv.hpp>
#include <paidan/syntax/files.hpp>

#include <optional>

namespace paidan_cli {

namespace {

namespace rules = paidan::rules;

bool is_model(std::string_view path) { return path.ends_with(".dmn") || path.ends_with(".xml"); }

/// What errors call a file: its name without folders.
std::string file_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

rules::DecisionTable table_from(const std::string& path) {
  return paidan::sheets::decision_table_from_csv(paidan::syntax::read_file(path), file_name(path));
}

Answer table_answer(const rules::DecisionTable& table, const rules::Value& facts, bool explained,
                    MaybeLanguage language) {
  if (!explained && !language) {
    const rules::Decision decision = table.decide(facts);
    if (!decision.errors.empty()) throw paidan::InvalidInput(decision.errors);
    return {paidan::documents::to_json(table, decision), {}};
  }
  const rules::Explanation explanation = rules::explain(table, facts);
  Answer answer{paidan::documents::to_json(table, explanation), {}};
  if (language) answer.text = rules::text_of(table, explanation, *language);
  return answer;
}

}  // namespace

void decide_command(const std::vector<std::string>& words) {
  const Arguments arguments(
      words, {.options = {"--input", "--output", "--decision", "--lang"}, .flags = {"--explain"}, .words = 1});
  if (arguments.words().empty())
    fail(errors::word_needed, {{"what", "a table (.csv) or model (.dmn)"}, {"what_zh", "决策表(.csv)或模型(.dmn)"}});
  const std::string& path = arguments.words()[0];
  const MaybeLanguage language = arguments.language();
  const rules::Value facts =
      paidan::documents::facts_from_json(paidan::syntax::read_file(arguments.text("--input", "-")));
  if (!is_model(path)) {
    if (arguments.has("--decision"))
      fail(errors::bad_value, {{"option", "--decision"},
                               {"expected", "left out with a table"},
                               {"expected_zh", "仅用于模型"},
                               {"value", *arguments.find("--decision")}});
    const rules::DecisionTable table = table_from(path);
    output(arguments,
           table_answer(table, paidan::documents::with_types(facts, table), arguments.has("--explain"), language));
    return;
  }
  for (const char* option : {"--explain", "--lang"}) {
    if (arguments.has(option))
      fail(errors::bad_value, {{"option", option},
                               {"expected", "left out with a model"},
                               {"expected_zh", "仅用于决策表"},
                               {"value", path}});
  }
  const rules::DecisionModel model(paidan::sheets::read_dmn(paidan::syntax::read_file(path)));
  const std::string* const decision = arguments.find("--decision");
  const rules::Value typed = paidan::documents::with_types(facts, model);
  const rules::Outcome outcome = decision == nullptr ? model.evaluate_all(typed) : model.evaluate(*decision, typed);
  output(arguments, paidan::documents::to_json(outcome));
}

/// Exit code 0: nothing found; 1: something found; 4: nothing found, but the search was not complete.
int lint_command(const std::vector<std::string>& words) {
  const Arguments arguments(words, {.options = {"--output", "--lang", "--work"}, .flags = {}, .words = 2});
  if (arguments.words().size() != 2 || arguments.words()[0] != "rules")
    fail(errors::word_needed, {{"what", "rules FILE"}, {"what_zh", "rules与文件名"}});
  const MaybeLanguage language = arguments.language();
  const rules::LintOptions defaults;
  const auto work = arguments.number("--work", static_cast<std::int64_t>(defaults.work), 1, std::int64_t{1} << 40);
  const rules::DecisionTable table = table_from(arguments.words()[1]);
  const rules::LintReport report = rules::lint(table, {.work = static_cast<std::uint64_t>(work)});
  Answer answer{paidan::documents::to_json(table, report), {}};
  if (language) {
    answer.text.emplace();
    for (const rules::Finding& finding : report.findings)
      *answer.text += rules::text_of(table, finding, *language) + '\n';
    for (const rules::LintLimit limit : report.limits) *answer.text += rules::text_of(limit, *language) + '\n';
  }
  output(arguments, answer);
  if (!report.findings.empty()) return 1;
  return report.complete() ? 0 : 4;
}

}  // namespace paidan_cli
