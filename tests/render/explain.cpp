#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/render/explain.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace paidan;

namespace {

constexpr std::int32_t hour = 3600;

/// Two technicians and two orders, at three places on one line: home – 2081 – 2090.
Problem two_orders() {
  ProblemData data;
  data.origin = *parse_instant("2024-07-09T00:00:00Z");
  data.locations = {{.id = "home"}, {.id = "near"}, {.id = "far"}};
  travel::MatrixData matrix{.size = 3, .seconds = {0, 1200, 1800, 1200, 0, 900, 1800, 900, 0}};
  data.profiles = {{.id = "car", .matrix = matrix}};
  const auto at = [&](std::int32_t seconds) { return data.origin + Duration{seconds}; };
  const Shift shift{.id = "day", .start = at(8 * hour), .end = at(18 * hour)};
  data.technicians = {
      {.id = "W", .name = "王师傅", .home = "home", .shifts = {shift}, .skills = {{.skill = "水电", .level = 1}}},
      {.id = "L", .name = "李师傅", .home = "home", .shifts = {shift}, .skills = {{.skill = "燃气", .level = 3}}}};
  data.orders = {{.id = "o1", .name = "2081", .location = "near", .service = minutes(60)},
                 {.id = "o2",
                  .name = "2090",
                  .location = "far",
                  .service = minutes(60),
                  .skills = {{.skill = "燃气", .level = 2}}}};
  data.orders[0].promise = Promise{.at = at(15 * hour)};
  data.orders[1].promise = Promise{.at = at(14 * hour), .hard = true};
  return Problem(std::move(data));
}

WhyNot lacks_gas() {
  WhyNot answer;
  answer.order = OrderIndex(1);
  answer.technician = TechnicianIndex(0);
  answer.families = bit(Family::skill);
  answer.reasons = {{.family = Family::skill,
                     .detail = "skill_missing",
                     .parameters = {{"technician", "王师傅"}, {"skill", "燃气"}, {"needed", "2"}}}};
  answer.possible = true;
  answer.shift = ShiftIndex(0);
  answer.start = ModelTime{14 * hour};
  return answer;
}

WhyNot dearer() {
  WhyNot answer;
  answer.order = OrderIndex(1);
  answer.technician = TechnicianIndex(1);
  answer.possible = true;
  answer.shift = ShiftIndex(1);
  answer.start = ModelTime{14 * hour};
  answer.added_travel = minutes(23);
  answer.suffering = {{.order = OrderIndex(0),
                       .old_start = {15 * hour},
                       .new_start = {15 * hour + 35 * 60},
                       .added_lateness = minutes(5)}};
  return answer;
}

}  // namespace

TEST_CASE("golden 1: a dispatcher reads what is missing and when the technician could arrive") {
  const Problem problem = two_orders();
  CHECK(render::why_not(problem, lacks_gas(), render::Audience::dispatcher, Language::zh) ==
        "未派王师傅:缺\"燃气\"技能(本单要求2级)。其余条件都满足,补上即可14:00到。");
  const render::Names names({{"燃气", "燃气", "gas"}});
  CHECK(render::why_not(problem, lacks_gas(), render::Audience::dispatcher, Language::en, names) ==
        "王师傅: lacks gas skill level 2; all else fits; could arrive 14:00.");
}

TEST_CASE("what a window is missed by and the time it would then be agree") {
  const Problem problem = two_orders();
  WhyNot early = lacks_gas();
  early.families = bit(Family::window);
  early.start = ModelTime{8 * hour + 27 * 60};  // with the window out of the way, one would come at once
  const auto told = [&](std::string detail, std::int32_t start) {
    early.reasons = {{.family = Family::window,
                      .detail = std::move(detail),
                      .parameters = {{"technician", "王师傅"},
                                     {"order", "2090"},
                                     {"start_s", std::to_string(start)},
                                     {"amount_s", std::to_string(64 * 60)}}}};
    return render::why_not(problem, early, render::Audience::dispatcher, Language::zh);
  };
  CHECK(told("window_early", 16 * hour + 46 * 60) ==
        "未派王师傅:到得太早,比本单允许的时间早64分钟。其余条件都满足,放宽后可16:46到。");
  CHECK(told("not_known_yet", 17 * hour + 13 * 60) ==
        "未派王师傅:须在本单可派之前64分钟出门。其余条件都满足,放宽后可17:13到。");
}

TEST_CASE("an order that is with the technician already is no question of what it would cost") {
  const Problem problem = two_orders();
  WhyNot his = dearer();
  his.planned = true;
  CHECK(render::why_not(problem, his, render::Audience::dispatcher, Language::zh) == "李师傅的排班里已有此单。");
  CHECK(render::why_not(problem, his, render::Audience::technician, Language::en) ==
        "李师傅 has this order in the plan already.");
  CHECK(render::why_not(problem, his, render::Audience::customer, Language::zh) == "李师傅可以上门。");
  WhyNot unskilled = lacks_gas();
  unskilled.planned = true;
  CHECK(render::why_not(problem, unskilled, render::Audience::dispatcher, Language::zh) ==
        "王师傅的排班里已有此单,但缺\"燃气\"技能(本单要求2级)。");
}

TEST_CASE("golden 2: possible, but dearer, names the visit that suffers and the broken promise") {
  const Problem problem = two_orders();
  CHECK(render::why_not(problem, dearer(), render::Audience::dispatcher, Language::zh) ==
        "李师傅能接,但要多跑23分钟,并使2081单(约15:00)拖到15:35,超出±30分钟承诺5分钟。");
  CHECK(render::why_not(problem, dearer(), render::Audience::dispatcher, Language::en) ==
        "李师傅 could: 23 more minutes' travel; order 2081 slips to 15:35, 5 minutes past the promise.");
}

TEST_CASE("the price of a technician who could come is told in the terms that decided") {
  const Problem problem = two_orders();
  WhyNot late = dearer();
  late.order = OrderIndex(0);  // promised for 15:00
  late.suffering.clear();
  late.start = ModelTime{18 * hour + 6 * 60};
  const auto told = [&](const WhyNot& answer, Language language) {
    return render::why_not(problem, answer, render::Audience::dispatcher, language);
  };
  CHECK(told(late, Language::zh) == "李师傅能接,但18:06才到,迟到3小时6分钟,要多跑23分钟。");
  CHECK(told(late, Language::en) == "李师傅 could: arriving 18:06, late by 3 h 6 min; 23 more minutes' travel.");
  // Within the promise there is nothing to say, and without a way to add lateness is still a price.
  late.start = ModelTime{15 * hour + 30 * 60};
  CHECK(told(late, Language::zh) == "李师傅能接,但要多跑23分钟。");
  late.start = ModelTime{15 * hour + 31 * 60};
  late.added_travel = Duration{0};
  CHECK(told(late, Language::en) == "李师傅 could: arriving 15:31, late by 31 minutes.");
  // A long way reads as hours; the dearer of the two comes first.
  late.added_travel = minutes(313);
  CHECK(told(late, Language::zh) == "李师傅能接,但要多跑5小时13分钟,15:31才到,迟到31分钟。");
  CHECK(told(late, Language::en) == "李师傅 could: 5 h 13 min more travel; arriving 15:31, late by 31 minutes.");
  // Also when something has to be made up for first.
  WhyNot unskilled = lacks_gas();
  unskilled.order = OrderIndex(0);
  unskilled.start = ModelTime{17 * hour};
  CHECK(told(unskilled, Language::zh) ==
        "未派王师傅:缺\"燃气\"技能(本单要求2级)。其余条件都满足,补上即可17:00到(迟到2小时)。");
  // A customer reads neither.
  CHECK(render::why_not(problem, late, render::Audience::customer, Language::zh) == "李师傅可以上门。");
}

TEST_CASE("with goals in order lateness and broken promises come before what running costs") {
  const Problem problem = two_orders();
  WhyNot answer = dearer();
  answer.suffering[0].broken = true;
  answer.added_goals = Goals{150'000'000, {300}, 58 * 60 * 1'667};
  const auto told = [&](Language language, render::Audience audience = render::Audience::dispatcher) {
    return render::why_not(problem, answer, audience, language);
  };
  CHECK(told(Language::zh) ==
        "李师傅能接,但使2081单(约15:00)拖到15:35,超出±30分钟承诺5分钟,要多跑23分钟(成本合计相当于58分钟路程)。");
  CHECK(told(Language::en) ==
        "李师傅 could: order 2081 slips to 15:35, 5 minutes past the promise; 23 more minutes' travel (costing as much "
        "as "
        "58 minutes' travel in all).");
  CHECK(told(Language::zh, render::Audience::technician) == "李师傅能接,但要多跑23分钟。");
  // Late itself, another promise broken besides, nothing to travel.
  answer.order = OrderIndex(0);
  answer.start = ModelTime{18 * hour + 6 * 60};
  answer.added_travel = Duration{0};
  answer.suffering.push_back(answer.suffering[0]);
  answer.suffering[1].added_lateness = minutes(2);
  CHECK(told(Language::zh) ==
        "李师傅能接,但18:06才到,迟到3小时6分钟,并使2081单(约15:00)拖到15:35,超出±30分钟承诺5分钟,"
        "另使1单失约,成本相当于58分钟路程。");
  CHECK(
      told(Language::en) ==
      "李师傅 could: arriving 18:06, late by 3 h 6 min; order 2081 slips to 15:35, 5 minutes past the promise; 1 more "
      "promise broken; costing as much as 58 minutes' travel.");
  // The broken promise speaks, though somebody else is later.
  answer.suffering[1].added_lateness = minutes(50);
  answer.suffering[1].broken = false;
  CHECK(told(Language::en).find("15:35, 5 minutes past the promise") != std::string::npos);
}

TEST_CASE("golden 1 comes out of a real plan") {
  const Problem problem = two_orders();
  const Plan best = plan(problem, {.iterations = 20});
  const WhyNot answer = why_not(problem, best, OrderIndex(1), TechnicianIndex(0));
  CHECK(render::why_not(problem, answer, render::Audience::dispatcher, Language::zh)
            .starts_with("未派王师傅:缺\"燃气\"技能(本单要求2级)。其余条件都满足,补上即可"));
}

TEST_CASE("a customer never reads a reason, another customer's order or a colleague's trouble") {
  const Problem problem = two_orders();
  for (const Language language : {Language::zh, Language::en}) {
    for (const WhyNot& answer : {lacks_gas(), dearer()}) {
      const std::string text = render::why_not(problem, answer, render::Audience::customer, language);
      CHECK(text.find("2081") == std::string::npos);
      CHECK(text.find("燃气") == std::string::npos);
    }
  }
  CHECK(render::why_not(problem, dearer(), render::Audience::technician, Language::zh).find("2081") ==
        std::string::npos);
}

TEST_CASE("no text shows a code: every detail that decisions produce has words in both languages") {
  for (int i = 0; i < family_count; ++i) {
    const Reason bare{.family = static_cast<Family>(i), .detail = "not a known detail", .parameters = {}};
    CHECK(render::reason(bare, Language::zh) == info(bare.family).zh);
    CHECK(render::reason(bare, Language::en) == info(bare.family).en);
  }
}

TEST_CASE("an assignment says when, how far and how well the skills fit") {
  const Problem problem = two_orders();
  const Match match = paidan::match(problem);
  REQUIRE(match.pairs.size() == 2);
  const std::string text = render::assignment(problem, match.pairs[1], render::Audience::dispatcher, Language::zh);
  CHECK(text == "李师傅13:30到,路上30分钟;技能富余1级。");
  CHECK(render::assignment(problem, match.pairs[1], render::Audience::customer, Language::zh) == "李师傅13:30到。");
}
