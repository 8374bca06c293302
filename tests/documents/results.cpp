// Plans, reports and explanations as documents, and back.
#include "support/documents.hpp"
#include "support/random_problem.hpp"

#include <paidan/check/evaluate.hpp>
#include <paidan/constraints/refusal.hpp>
#include <paidan/core/hash.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/match_review.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/syntax/error_json.hpp>
#include <paidan/syntax/tree.hpp>

#include <doctest/doctest.h>

#include <algorithm>

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
std::string plan_text() { return paidan::documents::to_json(problem(), plan()); }

}  // namespace

TEST_CASE("a plan reads back as it was, with ids and local times in the text") {
  const std::string text = plan_text();
  INFO(text);
  CHECK(paidan::documents::from_json<paidan::Plan>(problem(), text) == plan());
  CHECK(text.find("\"shift\": \"d1\"") != std::string::npos);
  CHECK(text.find("+08:00\"") != std::string::npos);
  CHECK(paidan::check::evaluate(problem(), paidan::documents::from_json<paidan::Plan>(problem(), text)).valid());
}

TEST_CASE("a problem stored and loaded again is the same problem") {
  const std::string text = paidan::documents::to_json(problem().data());
  const paidan::Problem again = paidan::documents::problem_from_json(text);
  CHECK(again.hash() == problem().hash());
  CHECK(paidan::documents::to_json(again.data()) == text);
}

TEST_CASE("a plan of another problem, or with unknown ids, is refused") {
  const paidan::Problem other = problem().with([](paidan::ProblemData& data) { data.orders.pop_back(); });
  const Lines lines =
      messages([&] { static_cast<void>(paidan::documents::from_json<paidan::Plan>(other, plan_text())); });
  REQUIRE(!lines.empty());
  CHECK(lines[0].starts_with("problem: made for problem "));
  const auto changed = [&](const char* from, const char* to) {
    return messages([&] {
      static_cast<void>(paidan::documents::from_json<paidan::Plan>(problem(), replaced(plan_text(), from, to)));
    });
  };
  CHECK(changed("\"order\": \"1001\"", "\"order\": \"1O01\"")[0].ends_with(
      ".order: unknown order '1O01', did you mean '1001'?"));
  CHECK(changed("\"shift\": \"d1\"", "\"shift\": \"d2\"")[0] ==
        "routes[0].shift: unknown shift 'd2', did you mean 'd1'?");
  CHECK(changed("\"kind\": \"visit\"", "\"kind\": \"vist\"")[0].find(
            "kind has no value 'vist', did you mean 'visit'? (known: visit, rest, depot)") != std::string::npos);
  CHECK(changed("\"start\": \"2024", "\"start\": \"1924")[0].find("start must be between ") != std::string::npos);
}

TEST_CASE("an empty plan is a document too") {
  const paidan::Problem empty = problem().with([](paidan::ProblemData& data) { data.orders.clear(); });
  const paidan::Plan none = paidan::plan(empty, {.iterations = 10});
  const std::string text = paidan::documents::to_json(empty, none, paidan::syntax::Layout::line);
  CHECK(paidan::documents::from_json<paidan::Plan>(empty, text) == none);
  CHECK(text.find("\"routes\":[],\"unassigned\":[]") != std::string::npos);
}

TEST_CASE("what a plan says of its stops must fit its problem, and one slip is one error") {
  // In English, the places of stops left out.
  const auto refused = [](const std::string& from, const std::string& to) {
    const Lines both = messages([&] {
      static_cast<void>(paidan::documents::from_json<paidan::Plan>(problem(), replaced(plan_text(), from, to)));
    });
    Lines lines;
    for (std::size_t i = 0; i < both.size(); i += 2) {
      const std::size_t stop = both[i].find(".stops[");
      lines.push_back(stop == std::string::npos ? both[i] : both[i].substr(both[i].find("].", stop) + 2));
    }
    return lines;
  };
  CHECK(refused(R"("order": "1001",)", "") == Lines{"order: order is required"});
  CHECK(refused(R"("order": "1001")", R"("order": "1O01")") ==
        Lines{"order: unknown order '1O01', did you mean '1001'?"});
  CHECK(refused(R"("order": "1001")", R"("order": 1001)") == Lines{"order: order must be text, got 1001"});
  // The technician's shift has one break.
  REQUIRE(plan_text().find(R"("break_index": 0)") != std::string::npos);
  CHECK(refused(R"("break_index": 0,)", "") == Lines{"break_index: break_index is required"});
  CHECK(refused(R"("break_index": 0)", R"("break_index": 1)") ==
        Lines{"break_index: break_index must be between 0 and 0, got 1"});
  CHECK(refused(R"("break_index": 0)", R"("break_index": -1)") ==
        Lines{"break_index: break_index must not be negative, got -1"});
  CHECK(refused(R"("technician": "G01")", R"("technician": "G01x")") ==
        Lines{"routes[0].technician: unknown technician 'G01x', did you mean 'G01'?"});
  CHECK(refused(R"("technician": "G01",)", "") == Lines{"routes[0].technician: technician is required"});
  CHECK(refused(R"("technician": "G01",)", R"("technician": 1,)") ==
        Lines{"routes[0].technician: technician must be text, got 1"});
  CHECK(refused(R"("shift": "d1",)", R"("shift": 1,)") == Lines{"routes[0].shift: shift must be text, got 1"});
  CHECK(refused(R"("problem": ")", R"("problem": "z)").size() == 1);
}

TEST_CASE("a shift has one route, and may go without its id where the technician has no other") {
  const auto read = [](const paidan::Problem& of, const std::string& text) {
    return messages([&] { static_cast<void>(paidan::documents::from_json<paidan::Plan>(of, text)); });
  };
  const std::string nameless = replaced(plan_text(), R"("shift": "d1",)", "");
  CHECK(paidan::documents::from_json<paidan::Plan>(problem(), nameless) == plan());
  const paidan::Problem two_days = problem().with([](paidan::ProblemData& data) {
    paidan::Shift next = data.technicians[0].shifts[0];
    next.id = "d2";
    next.start = next.start + paidan::hours(24);
    next.end = next.end + paidan::hours(24);
    next.breaks.clear();
    data.technicians[0].shifts.push_back(next);
  });
  const Lines which = read(two_days, replaced(nameless, paidan::hex(problem().hash()), paidan::hex(two_days.hash())));
  REQUIRE(which.size() >= 2);
  CAPTURE(which);
  CHECK(std::find(which.begin(), which.end(), "routes[0].shift: 王师傅 has 2 shifts; name one of d1, d2") !=
        which.end());
  paidan::Plan twice = plan();
  twice.routes.push_back(twice.routes.front());
  CHECK(read(problem(), paidan::documents::to_json(problem(), twice)) ==
        Lines{"routes[1].shift: shift 'd1' is given twice (first at routes[0])",
              "routes[1].shift:班次“d1”重复(首次出现在routes[0])"});
}

TEST_CASE("routes and orders left out may come in any order") {
  const paidan::Problem several = paidan_test::random_problem(3, {.orders = 14, .technicians = 4});
  paidan::Plan sorted = paidan::plan(several, {.iterations = 5});
  REQUIRE(sorted.routes.size() >= 2);
  sorted.unassigned = {paidan::OrderIndex(0), paidan::OrderIndex(1), paidan::OrderIndex(2)};
  paidan::Plan shuffled = sorted;
  std::reverse(shuffled.routes.begin(), shuffled.routes.end());
  std::reverse(shuffled.unassigned.begin(), shuffled.unassigned.end());
  CHECK(paidan::documents::from_json<paidan::Plan>(several, paidan::documents::to_json(several, shuffled)) == sorted);
}

TEST_CASE("what is worked out is written, and never read") {
  const std::string text = plan_text();
  const std::string total = "\"total_cost\": " + std::to_string(plan().cost.total());
  REQUIRE(text.find(total) != std::string::npos);
  for (const char* other : {R"("total_cost": 1)", R"("total_cost": "much")"}) {
    CHECK(paidan::documents::from_json<paidan::Plan>(problem(), replaced(text, total, other)) == plan());
  }
  const auto report = paidan::check::evaluate(problem(), plan());
  const std::string judged = paidan::documents::to_json(problem(), report);
  REQUIRE(judged.find(R"("valid": true)") != std::string::npos);
  CHECK(paidan::documents::from_json<paidan::check::Report>(
            problem(), replaced(judged, R"("valid": true)", R"("valid": false)")) == report);
}

TEST_CASE("reports, matches and explanations name what they speak of") {
  using paidan::documents::from_json;
  using paidan::documents::to_json;
  const auto report = paidan::check::evaluate(problem(), plan());
  const std::string judged = to_json(problem(), report);
  INFO(judged);
  CHECK(from_json<paidan::check::Report>(problem(), judged) == report);
  CHECK(report.kpis.orders == 3);
  // Figures are what they count; shares are of something, or not there.
  REQUIRE(report.kpis.travel_share.has_value());
  REQUIRE(report.kpis.promised == 1);
  const auto line = [](const std::string& text, const std::string& name) {
    const std::size_t from = text.find('"' + name + "\":");
    return from == std::string::npos ? std::string("none") : text.substr(from, text.find("\n", from) - from);
  };
  CHECK(line(judged, "travel") == "\"travel\": " + std::to_string(report.cost.travel) + ",");
  const std::string kpis = judged.substr(judged.find("\"kpis\""));
  CHECK(line(kpis, "travel") == "\"travel\": " + std::to_string(report.kpis.travel.seconds) + ",");
  CHECK(line(kpis, "breaks") == "\"breaks\": " + std::to_string(report.kpis.breaks.seconds) + ",");
  CHECK(line(kpis, "work_spread") == "\"work_spread\": " + std::to_string(report.kpis.work_spread.seconds) + ",");
  const std::string one_line = to_json(problem(), report, paidan::documents::Layout::line);
  CHECK(one_line.find(R"("on_time_share":{"part":1,"whole":1})") != std::string::npos);
  paidan::Problem open = problem().with([](paidan::ProblemData& data) { data.orders[1].promise.reset(); });
  const auto unpromised = paidan::check::evaluate(open, paidan::plan(open, {.iterations = 10}));
  const std::string without = to_json(open, unpromised);
  CHECK(without.find("on_time_share") == std::string::npos);
  CHECK(from_json<paidan::check::Report>(open, without) == unpromised);

  const paidan::Match match = paidan::match(problem(), {.capacity = 2});
  const std::string matched = to_json(problem(), match);
  INFO(matched);
  CHECK(from_json<paidan::Match>(problem(), matched) == match);
  CHECK(match.optimal_over == paidan::OptimalOver::all_eligible);
  CHECK(matched.find("\"arrival\": \"2024-07-08T") != std::string::npos);
  CHECK(matched.find("\"term\": \"travel\"") != std::string::npos);
  const paidan::WhyNot why =
      paidan::why_not(problem(), plan(), problem().find_order("1001"), problem().find_technician("G02"));
  const std::string text = to_json(problem(), why);
  INFO(text);
  CHECK(text.find("\"families\": [\"skill\"]") != std::string::npos);
  CHECK(text.find("\"technician\": \"G02\"") != std::string::npos);
  CHECK(from_json<paidan::WhyNot>(problem(), text) == why);
  const paidan::Unassigned nobody = paidan::why_unassigned(problem(), plan(), problem().find_order("1001"));
  CHECK(from_json<paidan::Unassigned>(problem(), to_json(problem(), nobody)) == nobody);
  const paidan::constraints::Refusal refusal =
      paidan::constraints::why_refused(problem(), problem().find_order("1001"), paidan::ShiftIndex(1U));
  CHECK(refusal.families == paidan::bit(paidan::Family::skill));
  CHECK(from_json<paidan::constraints::Refusal>(problem(), to_json(problem(), refusal)) == refusal);
}

TEST_CASE("answers of another problem are refused where they say whose they are") {
  const paidan::Problem other = problem().with([](paidan::ProblemData& data) { data.orders[0].priority = 3; });
  const auto refused = [&]<class T>(const T& value) {
    return messages([&] {
             static_cast<void>(paidan::documents::from_json<T>(other, paidan::documents::to_json(problem(), value)));
           }) ==
           Lines{"problem: made for problem " + paidan::hex(problem().hash()) + ", not for this one (" +
                     paidan::hex(other.hash()) + ")",
                 "problem:属于问题" + paidan::hex(problem().hash()) + ",不是本问题(" + paidan::hex(other.hash()) + ")"};
  };
  CHECK(refused(plan()));
  CHECK(refused(paidan::check::evaluate(problem(), plan())));
  CHECK(refused(paidan::match(problem())));
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
  const std::string text = paidan::documents::to_json(twice, match);
  INFO(text);
  CHECK(paidan::documents::from_json<paidan::Match>(twice, text) == match);
  CHECK(text.find("\"optimal_over\": \"all_eligible\"") != std::string::npos);
  CHECK(text.find("\"over\": \"all_eligible\"") != std::string::npos);
  CHECK(match.shortages[0].orders.size() > static_cast<std::size_t>(match.shortages[0].places));
  CHECK(text.find("\"last_start\": \"") != std::string::npos);
  paidan::documents::validate_document("match", text);
}

TEST_CASE("a match stored before it told its candidates is still read") {
  const std::string text = paidan::documents::to_json(problem(), paidan::match(problem()));
  const std::size_t from = text.find(",\n  \"optimal_over\"");
  REQUIRE(from != std::string::npos);
  const auto read = paidan::documents::from_json<paidan::Match>(problem(), text.substr(0, from) + "\n}\n");
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
      const std::string text = paidan::documents::to_json(problem(), answer);
      INFO(text);
      CHECK(paidan::documents::from_json<paidan::PairAnswer>(problem(), text) == answer);
      CHECK(answer.total.has_value() == (answer.families == 0));
      CHECK(answer.regret.has_value() == answer.possible);
      CHECK((text.find("\"total\"") != std::string::npos) == answer.total.has_value());
      CHECK((text.find("\"regret\"") != std::string::npos) == answer.regret.has_value());
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
  const std::string stored = paidan::documents::to_json(calendar.data());
  CHECK(paidan::documents::from_json<paidan::CalendarData>(stored) == calendar.data());
  const paidan::Calendar again(paidan::documents::from_json<paidan::CalendarData>(stored));
  CHECK(again.days() == calendar.days());
  CHECK(again.years() == calendar.years());
  CHECK(again.version() == calendar.version());
  CHECK(messages([&] { static_cast<void>(paidan::sheets::load_calendar(years, "date,name\n2023-10-01,国庆节\n")); }) ==
        Lines{"statutory: the table of national holidays has no day of 2024", "statutory:法定节日表没有2024年的日期"});
  CHECK(messages([&] {
          static_cast<void>(paidan::sheets::load_calendar(
              std::vector<std::string>{R"({"year": 2024, "days": [{"date": 5}]})"}, "date\n"));
        })[0] == "2024.days[0].isOffDay: isOffDay is required");
}

TEST_CASE("a schema says the range of each number as its field does") {
  namespace syntax = paidan::syntax;
  const auto bounds = [](const char* kind, const char* type, const char* name) {
    const syntax::Tree tree = syntax::parse_json(paidan::documents::json_schema(kind), {});
    std::uint32_t at = syntax::find_member(tree, 0, "$defs");
    for (const char* step : {type, "properties", name}) at = syntax::find_member(tree, at, step);
    REQUIRE(at != 0);
    return std::pair(tree.nodes[syntax::find_member(tree, at, "minimum")].value,
                     tree.nodes[syntax::find_member(tree, at, "maximum")].value);
  };
  using Bounds = std::pair<std::int64_t, std::int64_t>;
  CHECK(bounds("problem", "Order", "priority") == Bounds(0, 9));
  CHECK(bounds("problem", "SkillHeld", "level") == Bounds(1, 9));
  CHECK(bounds("problem", "Technician", "speed_percent") == Bounds(1, 1000));
  CHECK(bounds("problem", "StraightLineOptions", "speed_metres_per_hour") == Bounds(1000, 200'000));
  CHECK(bounds("catalog", "CatalogEntry", "service_minutes") == Bounds(0, 1440));
}
