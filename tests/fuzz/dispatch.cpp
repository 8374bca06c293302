// Problems, plans and actual visits.
#include "fixtures.hpp"
#include "targets.hpp"

#include <paidan/check/evaluate.hpp>
#include <paidan/documents/problem_json.hpp>
#include <paidan/documents/result_json.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/tree.hpp>

namespace paidan_fuzz {

namespace {

/// Judging whatever passed the door must not overflow, and its report must be JSON.
void judge(const paidan::Problem& problem, const paidan::Plan& plan) {
  const paidan::check::Report report = paidan::check::evaluate(problem, plan);
  const std::string written = paidan::documents::report_to_json(problem, report, paidan::syntax::Layout::line);
  require(paidan::syntax::parse_json(written, {}).nodes.size() > 1, "reports are JSON");
  require_round_trip(
      written, [](const std::string& text) { return text; },
      [&](const std::string& text) {
        static_cast<void>(paidan::documents::report_document_from_json(text));
        return text;
      });
}

paidan::Plan nobody(const paidan::Problem& problem) {
  paidan::Plan plan;
  plan.problem_hash = problem.hash();
  for (std::size_t i = 0; i < problem.order_count(); ++i) plan.unassigned.emplace_back(i);
  return plan;
}

void accept(const paidan::Problem& problem) {
  const std::string written = paidan::documents::to_json(problem.data());
  const paidan::Problem again = paidan::documents::problem_from_json(written);
  require(paidan::documents::to_json(again.data()) == written, "a problem reads back as the same");
  require(again.hash() == problem.hash(), "the hash follows from the content");
  judge(problem, nobody(problem));
}

}  // namespace

void problem(std::string_view input) {
  accepted_or_refused([&] { accept(paidan::documents::problem_from_json(input)); });
}

void plan(std::string_view input) {
  const paidan::Problem& problem = fixed_problem();
  accepted_or_refused([&] { judge(problem, paidan::documents::plan_from_json(problem, input)); });
  // The seeds cannot know the problem's hash: this way the plan's own content is reached.
  accepted_or_refused([&] {
    paidan::documents::PlanDocument document = paidan::documents::plan_document_from_json(input);
    document.problem = paidan::documents::plan_document(problem, nobody(problem)).problem;
    const paidan::Plan made = paidan::documents::plan_of(problem, document);
    judge(problem, made);
    const std::string written = paidan::documents::plan_to_json(problem, made);
    require(paidan::documents::plan_from_json(problem, written) == made, "a plan reads back as the same");
  });
}

void actual(std::string_view input) {
  const paidan::Problem& problem = fixed_problem();
  accepted_or_refused([&] {
    std::vector<std::int64_t> rows;
    paidan::documents::ActualDocument document;
    if (input.starts_with('{')) {
      document = paidan::documents::actual_from_json(input, new_york());
      const std::string written = paidan::documents::to_json(document);
      require(paidan::documents::actual_from_json(written, new_york()) == document,
              "actual visits read back as the same");
    } else {
      paidan::sheets::ActualTable table = paidan::sheets::actual_from_csv(input, new_york());
      document = std::move(table.document);
      rows = std::move(table.rows);
    }
    const std::vector<paidan::check::ActualVisit> visits = paidan::documents::actual_of(problem, document, rows);
    const paidan::check::Report report = paidan::check::evaluate_actual(problem, visits);
    static_cast<void>(paidan::documents::report_document_from_json(paidan::documents::report_to_json(problem, report)));
  });
}

void week(std::string_view input) {
  const std::vector<std::string> files = split_files(input);
  accepted_or_refused([&] {
    paidan::sheets::WeekOptions options;
    options.zone = new_york();
    if (files.size() > 2) options.catalog = &fixed_catalog();
    const paidan::sheets::WeekTables tables =
        paidan::sheets::week_from_csv(files[0], files.size() > 1 ? files[1] : "", options);
    accept(paidan::Problem(tables.data, tables.rows));
  });
}

}  // namespace paidan_fuzz
