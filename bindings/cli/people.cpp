// plan, match, explain, evaluate, problem: the wing of people.
#include "answer.hpp"
#include "arguments.hpp"
#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"

#include <paidan/check/evaluate.hpp>
#include <paidan/dispatch/baselines.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/syntax/files.hpp>

namespace paidan_cli {
namespace {

Syntax with_problem(std::vector<std::string_view> more, std::vector<std::string_view> flags = {}) {
  Syntax syntax{.options = problem_options(), .flags = std::move(flags)};
  syntax.options.push_back("--output");
  syntax.options.insert(syntax.options.end(), more.begin(), more.end());
  return syntax;
}

paidan::Plan plan_from(const paidan::Problem& problem, const std::string& path) {
  return paidan::documents::plan_from_json(problem, paidan::syntax::read_file(path));
}

}  // namespace

void plan_command(const std::vector<std::string>& words) {
  const Arguments arguments(
      words, with_problem({"--seed", "--iterations", "--time-limit", "--lanes", "--threads", "--start", "--baseline"}));
  for (const char* option : {"--seed", "--iterations", "--time-limit", "--lanes", "--threads", "--start"}) {
    arguments.exclude("--baseline", option);
  }
  paidan::PlanOptions options;
  options.seed = static_cast<std::uint64_t>(arguments.number("--seed", 1, 0, INT64_MAX));
  options.iterations = arguments.number("--iterations", options.iterations, 0, INT64_MAX);
  options.time_limit_ms = arguments.milliseconds("--time-limit");
  options.lanes = static_cast<std::int32_t>(arguments.number("--lanes", 0, 0, 1024));
  options.threads = static_cast<std::int32_t>(arguments.number("--threads", 1, 1, 1024));
  const std::string* baseline = arguments.find("--baseline");
  if (baseline != nullptr && *baseline != "nearest_free" && *baseline != "best_rating") {
    fail(errors::bad_value, {{"option", "--baseline"},
                             {"expected", "nearest_free or best_rating"},
                             {"expected_zh", "nearest_free或best_rating"},
                             {"value", *baseline}});
  }
  const paidan::Problem problem = problem_from(arguments);
  paidan::Plan start;
  if (const std::string* path = arguments.find("--start"); path != nullptr) {
    start = plan_from(problem, *path);
    options.start = &start;
  }
  paidan::Plan plan;
  if (baseline != nullptr) {
    const bool nearest = *baseline == "nearest_free";
    plan = paidan::plan_baseline(problem, nearest ? paidan::Baseline::nearest_free : paidan::Baseline::best_rating);
  } else {
    watch_interrupts();
    options.progress = [](const paidan::routing::Progress&) { return !interrupted(); };
    plan = paidan::plan(problem, options);
  }
  output(arguments, paidan::documents::plan_to_json(problem, plan));
}

void match_command(const std::vector<std::string>& words) {
  Syntax syntax =
      with_problem({"--capacity", "--load-step", "--max-candidates", "--explain", "--lang"}, {"--canonical"});
  syntax.lists = {"--forced", "--forbidden", "--must-serve"};
  const Arguments arguments(words, syntax);
  paidan::MatchOptions options;
  options.capacity = static_cast<std::int32_t>(arguments.number("--capacity", options.capacity, 1, 1000));
  options.load_step = arguments.number("--load-step", options.load_step, 0, 1'000'000'000'000);
  options.max_candidates = static_cast<std::int32_t>(arguments.number("--max-candidates", 0, 0, 1'000'000));
  options.canonical = arguments.has("--canonical");
  MatchWords asked{arguments.all("--forced"), arguments.all("--forbidden"), arguments.all("--must-serve"), {}};
  if (const std::string* pair = arguments.find("--explain"); pair != nullptr) asked.explain = *pair;
  const MaybeLanguage language = arguments.language();
  output(arguments, match_answer(problem_from(arguments), options, asked, language, paidan::syntax::Layout::indented));
}

void explain_command(const std::vector<std::string>& words) {
  const Arguments arguments(words, with_problem({"--plan", "--order", "--technician", "--lang"}));
  const std::string& order = arguments.need("--order");
  const std::string& path = arguments.need("--plan");
  const MaybeLanguage language = arguments.language();
  const paidan::Problem problem = problem_from(arguments);
  const paidan::Plan plan = plan_from(problem, path);
  output(arguments,
         explain(problem, plan, order, arguments.find("--technician"), language, paidan::syntax::Layout::indented));
}

void evaluate_command(const std::vector<std::string>& words) {
  const Arguments arguments(words, with_problem({"--plan", "--actual"}));
  arguments.exclude("--plan", "--actual");
  const bool actual = arguments.has("--actual");
  const std::string& path = arguments.need(actual ? "--actual" : "--plan");
  const paidan::Problem problem = problem_from(arguments);
  const paidan::check::Report report = actual ? paidan::check::evaluate_actual(problem, actual_from(problem, path))
                                              : paidan::check::evaluate(problem, plan_from(problem, path));
  output(arguments, paidan::documents::report_to_json(problem, report));
}

void problem_command(const std::vector<std::string>& words) {
  const Arguments arguments(words, with_problem({}));
  output(arguments, paidan::documents::to_json(problem_from(arguments).data()));
}

}  // namespace paidan_cli
