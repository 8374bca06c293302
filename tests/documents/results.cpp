// Plans, reports and explanations as documents, and back.
#include "support/documents.hpp"

#include <paidan/check/evaluate.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/match_review.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/documents/schema.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/syntax/error_json.hpp>

#include <doctest/doctest.h>

using io_test::messages;
using io_test::replaced;
using Lines = std::vector<std::string>;

namespace {

const paidan::Problem& problem() {
  static const paidan::Problem made = paidan::documents::problem_from_json(io_test::small_problem());
  return made;
}
const paidan::Plan& plan() {
  static const paidan::Plan made = paidan::plan(problem(), {.iterations = 50});
  return made;
}
std::string plan_text() { return paidan::documents::plan_to_json(problem(), plan()); }

}  // namespace

TEST_CASE("a plan reads back as it was, with ids and local times in the text") {
  const std::string text = plan_text();
  INFO(text);
  CHECK(paidan::documents::plan_from_json(problem(), text) == plan());
  CHECK(text.find("\"shift\": \"d1\"") != std::string::npos);
  CHECK(text.find("+08:00\"") != std::string::npos);
  CHECK(paidan::check::evaluate(problem(), paidan::documents::plan_from_json(problem(), text)).valid());
}

TEST_CASE("a problem stored and loaded again is the same problem") {
  const std::string text = paidan::documents::to_json(problem().data());
  const paidan::Problem again = paidan::documents::problem_from_json(text);
  CHECK(again.hash() == problem().hash());
  CHECK(paidan::documents::to_json(again.data()) == text);
}

TEST_CASE("a plan of another problem, or with unknown ids, is refused") {
  const paidan::Problem other = problem().with([](paidan::ProblemData& data) { data.orders.pop_back(); });
  const Lines lines = messages([&] { static_cast<void>(paidan::documents::plan_from_json(other, plan_text())); });
  REQUIRE(!lines.empty());
  CHECK(lines[0].starts_with("problem: made for problem "));
  const auto changed = [&](const char* from, const char* to) {
    return messages(
        [&] { static_cast<void>(paidan::documents::plan_from_json(problem(), replaced(plan_text(), from, to))); });
  };
  CHECK(changed("\"order\": \"1001\"", "\"order\": \"1O01\"")[0].ends_with(
      ".order: unknown order '1O01', did you mean '1001'?"));
  CHECK(changed("\"shift\": \"d1\"", "\"shift\": \"d2\"")[0] ==
        "routes[0].shift: unknown shift 'd2', did you mean 'd1'?");
  CHECK(changed("\"kind\": \"visit\"", "\"kind\": \"vist\"")[0].find("kind must be one of visit, rest, got \"vist\"") !=
        std::string::npos);
  CHECK(changed("\"start\": \"2024", "\"start\": \"1924")[0].find("start must be between ") != std::string::npos);
}

TEST_CASE("an empty plan is a document too") {
  const paidan::Problem empty = problem().with([](paidan::ProblemData& data) { data.orders.clear(); });
  const paidan::Plan none = paidan::plan(empty, {.iterations = 10});
  const std::string text = paidan::documents::plan_to_json(empty, none, paidan::syntax::Layout::line);
  CHECK(paidan::documents::plan_from_json(empty, text) == none);
  CHECK(text.find("\"routes\":[],\"unassigned\":[]") != std::string::npos);
}

TEST_CASE("reports, matches and explanations name what they speak of") {
  const auto report = paidan::check::evaluate(problem(), plan());
  const auto read = paidan::documents::report_document_from_json(paidan::documents::report_to_json(problem(), report));
  CHECK(read == paidan::documents::report_document(problem(), report));
  CHECK(read.kpis.orders == 3);
  const paidan::Match match = paidan::match(problem(), {.capacity = 2});
  CHECK(paidan::documents::match_document_from_json(paidan::documents::match_to_json(problem(), match)) ==
        paidan::documents::match_document(problem(), match));
  CHECK(match.optimal_over == paidan::OptimalOver::all_eligible);
  const paidan::WhyNot why =
      paidan::why_not(problem(), plan(), problem().find_order("1001"), problem().find_technician("G02"));
  const std::string text = paidan::documents::why_not_to_json(problem(), why);
  INFO(text);
  CHECK(text.find("\"families\": [\"skill\"]") != std::string::npos);
  CHECK(paidan::documents::why_not_document_from_json(text) == paidan::documents::why_not_document(problem(), why));
  const paidan::Unassigned nobody = paidan::why_unassigned(problem(), plan(), problem().find_order("1001"));
  CHECK(paidan::documents::unassigned_document_from_json(paidan::documents::unassigned_to_json(problem(), nobody)) ==
        paidan::documents::unassigned_document(problem(), nobody));
}

TEST_CASE("a match says what its proof covers and which orders share too few places") {
  std::vector<paidan::OrderIndex> all;
  for (std::size_t i = 0; i < problem().order_count(); ++i) all.emplace_back(i);
  const paidan::Problem twice = problem().with([](paidan::ProblemData& data) {
    paidan::Order copy = data.orders[0];
    copy.id = copy.name = "again";
    data.orders.push_back(copy);
  });
  all.emplace_back(problem().order_count());
  const paidan::Match match = paidan::match(twice, {.must_serve = all});
  REQUIRE(!match.shortages.empty());
  const auto document = paidan::documents::match_document(twice, match);
  const std::string text = paidan::documents::match_to_json(twice, match);
  INFO(text);
  CHECK(paidan::documents::match_document_from_json(text) == document);
  CHECK(text.find("\"optimal_over\": \"all_eligible\"") != std::string::npos);
  REQUIRE(document.shortages.size() == match.shortages.size());
  CHECK(document.shortages[0].orders.size() > static_cast<std::size_t>(document.shortages[0].places));
  CHECK(text.find("\"last_start\": \"") != std::string::npos);
  paidan::documents::validate_document("match", text);
}

TEST_CASE("a match stored before it told its candidates is still read") {
  const std::string text = paidan::documents::match_to_json(problem(), paidan::match(problem()));
  const std::size_t from = text.find(",\n  \"optimal_over\"");
  REQUIRE(from != std::string::npos);
  const auto read = paidan::documents::match_document_from_json(text.substr(0, from) + "\n}\n");
  CHECK(read.optimal_over == paidan::OptimalOver::all_eligible);
  CHECK(read.candidates == 0);
}

TEST_CASE("the answer about a pair is a document of its own") {
  paidan::MatchReview review(problem());
  bool refused = false;
  bool feasible = false;
  for (std::size_t o = 0; o < problem().order_count(); ++o) {
    for (std::size_t s = 0; s < problem().shift_count(); ++s) {
      const paidan::PairAnswer answer = review.why_not(paidan::OrderIndex(o), paidan::ShiftIndex(s));
      const auto document = paidan::documents::pair_answer_document(problem(), answer);
      const std::string text = paidan::documents::pair_answer_to_json(problem(), answer);
      INFO(text);
      CHECK(paidan::documents::pair_answer_document_from_json(text) == document);
      CHECK(document.total.has_value() == (answer.families == 0));
      CHECK(document.regret.has_value() == answer.possible);
      CHECK(answer.possible == (answer.families == 0));
      (answer.families == 0 ? feasible : refused) = true;
      paidan::documents::validate_document("pair_answer", text);
    }
  }
  CHECK(refused);
  CHECK(feasible);
}

TEST_CASE("errors are data in both languages") {
  std::string text;
  try {
    static_cast<void>(paidan::documents::problem_from_json(""));
  } catch (const paidan::InvalidInput& wrong) {
    text = paidan::syntax::errors_to_json(wrong.errors(), paidan::syntax::Layout::line);
  }
  CHECK(
      text ==
      R"({"errors":[{"code":"empty_file","path":"","message":"the file is empty","message_zh":"文件是空的","parameters":{}}]})");
}

TEST_CASE("calendars come from announcements and the table of national holidays") {
  const std::vector<std::string> years{
      R"({"year": 2024, "days": [{"name": "国庆节", "date": "2024-10-01", "isOffDay": true},
          {"name": "国庆节", "date": "2024-10-07", "isOffDay": true}, {"name": "国庆节", "date": "2024-10-12", "isOffDay": false}]})",
      R"({"year": 2025, "days": []})"};
  const paidan::Calendar calendar = paidan::sheets::load_calendar(years, "date,name\n2024-10-01,国庆节\n");
  CHECK(calendar.years() == std::vector<int>{2024});
  CHECK(calendar.kind(*paidan::Date::from_ymd(2024, 10, 1), paidan::RestDays::statutory) == paidan::DayKind::rest);
  CHECK(calendar.kind(*paidan::Date::from_ymd(2024, 10, 7), paidan::RestDays::statutory) == paidan::DayKind::working);
  CHECK(calendar.kind(*paidan::Date::from_ymd(2024, 10, 7), paidan::RestDays::arranged) == paidan::DayKind::rest);
  CHECK(calendar.kind(*paidan::Date::from_ymd(2024, 10, 12), paidan::RestDays::arranged) == paidan::DayKind::working);
  CHECK(calendar.kind(*paidan::Date::from_ymd(2025, 1, 2), paidan::RestDays::arranged) == paidan::DayKind::unknown);
  const std::string stored = paidan::documents::to_json(paidan::documents::calendar_document(calendar));
  CHECK(paidan::documents::calendar_of(paidan::documents::calendar_document_from_json(stored)).days() ==
        calendar.days());
  CHECK(messages([&] { static_cast<void>(paidan::sheets::load_calendar(years, "date,name\n2023-10-01,国庆节\n")); }) ==
        Lines{"statutory: the table of national holidays has no day of 2024", "statutory:法定节日表没有2024年的日期"});
  CHECK(messages([&] {
          static_cast<void>(paidan::sheets::load_calendar(
              std::vector<std::string>{R"({"year": 2024, "days": [{"date": 5}]})"}, "date\n"));
        })[0] == "2024.days[0].isOffDay: isOffDay is required");
}
