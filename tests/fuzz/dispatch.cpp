// Problems, plans and actual visits.
#include "fixtures.hpp"
#include "targets.hpp"

#include <paidan/check/actual.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/tree.hpp>

namespace paidan_fuzz {

namespace {

void require_report(const paidan::Problem& problem, const paidan::check::Report& report) {
  const std::string written = paidan::documents::to_json(problem, report, paidan::syntax::Layout::line);
  require(paidan::syntax::parse_json(written, {}).nodes.size() > 1, "reports are JSON");
  require(paidan::documents::from_json<paidan::check::Report>(problem, written) == report,
          "a report reads back as the same");
}

/// Judging whatever passed the door must not overflow, and its report must be JSON.
void judge(const paidan::Problem& problem, const paidan::Plan& plan) {
  const paidan::check::Report report = paidan::check::evaluate(problem, plan);
  require_report(problem, report);
}

paidan::Plan nobody(const paidan::Problem& problem) {
  paidan::Plan plan;
  plan.problem = {problem.hash()};
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
  accepted_or_refused([&] { judge(problem, paidan::documents::from_json<paidan::Plan>(problem, input)); });
  // The seeds cannot know the problem's hash: this way the plan's own content is reached.
  accepted_or_refused([&] {
    const auto made = paidan::documents::from_json<paidan::Plan>(problem, made_for(problem, input));
    judge(problem, made);
    const std::string written = paidan::documents::to_json(problem, made);
    require(paidan::documents::from_json<paidan::Plan>(problem, written) == made, "a plan reads back as the same");
  });
}

void actual(std::string_view input) {
  const paidan::Problem& problem = fixed_problem();
  accepted_or_refused([&] {
    paidan::check::ActualData actual;
    if (input.starts_with('{')) {
      const auto read = [](std::string_view text) {
        return paidan::documents::from_json<paidan::check::ActualData>(text, {}, &new_york());
      };
      actual = read(input);
      require(read(paidan::documents::to_json(actual)) == actual, "actual visits read back as the same");
    } else {
      actual = paidan::sheets::actual_from_csv(input, new_york());
    }
    require_report(problem, paidan::check::evaluate_actual(problem, actual.visits));
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
