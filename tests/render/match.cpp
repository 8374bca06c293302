// Matches in words: why not this pair, what it would move, what cannot be served, what a place is worth.
#include <paidan/dispatch/match_review.hpp>
#include <paidan/render/match.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace paidan;
using render::Audience;

namespace {

constexpr std::int32_t hour = 3600;

/// On one line: home – 10 min – 15 – 10 min – 16. Wang does 制冷, Li does both, Zhang has two days and no skill.
Problem three_technicians() {
  ProblemData data;
  data.origin = *parse_instant("2024-07-09T00:00:00Z");
  data.locations = {{.id = "home"}, {.id = "near"}, {.id = "far"}};
  data.profiles = {
      {.id = "car", .matrix = travel::MatrixData{.size = 3, .seconds = {0, 600, 1200, 600, 0, 600, 1200, 600, 0}}}};
  const auto at = [&](std::int32_t seconds) { return data.origin + Duration{seconds}; };
  const Shift today{.id = "d1", .start = at(8 * hour), .end = at(18 * hour)};
  const Shift tomorrow{.id = "d2", .start = at(32 * hour), .end = at(42 * hour)};
  data.technicians = {
      {.id = "W", .name = "王师傅", .home = "home", .shifts = {today}, .skills = {{.skill = "cool", .level = 2}}},
      {.id = "L",
       .name = "李师傅",
       .home = "home",
       .shifts = {today},
       .skills = {{.skill = "cool", .level = 3}, {.skill = "gas", .level = 2}}},
      {.id = "Z", .name = "张师傅", .home = "home", .shifts = {today, tomorrow}}};
  const Window morning{.start = at(8 * hour), .end = at(12 * hour)};
  data.orders = {
      {.id = "o1", .name = "15", .location = "near", .skills = {{.skill = "cool", .level = 2}}, .windows = {morning}},
      {.id = "o2", .name = "16", .location = "far", .skills = {{.skill = "cool", .level = 2}}, .windows = {morning}},
      {.id = "o3", .name = "17", .location = "far", .skills = {{.skill = "cool", .level = 2}}, .windows = {morning}}};
  data.objective.per_metre = 0;
  return Problem(std::move(data));
}

const render::Names names({{"cool", "制冷", "cooling"}});
constexpr OrderIndex first(0);
constexpr ShiftIndex wang(0);
constexpr ShiftIndex li(1);
constexpr ShiftIndex zhang_tomorrow(3);

std::string zh(const Problem& problem, const PairAnswer& answer, Audience audience = Audience::dispatcher) {
  return render::pair_answer(problem, answer, audience, Language::zh, names);
}
std::string en(const Problem& problem, const PairAnswer& answer, Audience audience = Audience::dispatcher) {
  return render::pair_answer(problem, answer, audience, Language::en, names);
}

}  // namespace

TEST_CASE("a refused pair says what is missing, with the day where the technician has several") {
  const Problem problem = three_technicians();
  MatchReview review(problem);
  const PairAnswer answer = review.why_not(first, zhang_tomorrow);
  CHECK(answer.families == (bit(Family::skill) | bit(Family::window)));
  CHECK(zh(problem, answer).starts_with("未派张师傅(7月10日):缺\"制冷\"技能(本单要求2级);赶不到,"));
  CHECK(en(problem, answer).starts_with("张师傅 (10 July): lacks cooling skill level 2, would come "));
  CHECK(zh(problem, answer, Audience::technician) == zh(problem, answer));
}

TEST_CASE("a feasible pair says what the match would cost more, in minutes of travel, and who would move") {
  const Problem full = three_technicians();
  const Problem problem = full.with([](ProblemData& data) { data.orders.pop_back(); });
  // Wang near and Li far costs as much as the other way round: forbid nothing, force nothing, ask both ways.
  MatchReview review(problem);
  REQUIRE(review.match().pairs.size() == 2);
  const ShiftIndex other = review.match().pairs[0].shift == wang ? li : wang;
  const PairAnswer even = review.why_not(first, other);
  CHECK(even.regret == 0);
  const std::string who = other == li ? "李师傅" : "王师傅";
  const std::string before = other == li ? "王师傅" : "李师傅";
  const std::string spare = other == li ? "技能富余1级" : "技能级别正好";
  CHECK(zh(problem, even) == who + "能接(路上10分钟;" + spare + ");改派" + who + ",总成本不变,需要调整:工单16由" + who +
                                 "改到" + before + "。");
  CHECK(en(problem, even)
            .ends_with("; then the whole match would cost the same; this moves others: order 16 goes from " + who +
                       " to " + before + "."));

  PairAnswer dearer = even;
  dearer.regret = std::int64_t{12 * 60} * problem.data().objective.per_travel_second;
  CHECK(zh(problem, dearer).find("总成本要多出12分钟路程,需要调整:") != std::string::npos);
  CHECK(en(problem, dearer).find("the whole match would cost as much more as 12 minutes' travel") != std::string::npos);
  dearer.optimal_over = OptimalOver::listed;
  CHECK(zh(problem, dearer).ends_with("(只比较了列出的组合)"));
  CHECK(en(problem, dearer).ends_with("(Among the listed pairs only.)"));
  dearer.must_serve_lost = 1;
  CHECK(zh(problem, dearer).find("还会多1个必派工单派不出去") != std::string::npos);
  CHECK(en(problem, dearer).find("1 more must-serve order would be left out") != std::string::npos);
}

TEST_CASE("an order that would be left out is named, and its penalty is not called travel") {
  const Problem problem = three_technicians();
  MatchReview review(problem);
  REQUIRE(review.match().unassigned.size() == 1);
  const OrderIndex left = review.match().unassigned.front();
  CHECK(left.value > 0);
  const PairAnswer answer = review.why_not(left, li);
  REQUIRE(answer.families == 0);
  const std::string text = zh(problem, answer);
  CHECK(text.find("改为不派。") != std::string::npos);
  CHECK(text.find("已派的工单合计成本") != std::string::npos);
  CHECK(en(problem, answer).find("is left out") != std::string::npos);
}

TEST_CASE("a chosen, a forbidden and a placeless pair are told as what they are") {
  const Problem problem = three_technicians();
  MatchReview review(problem, {.forbidden = {{first, wang}}});
  CHECK(zh(problem, review.why_not(first, li)) == "已派李师傅:路上10分钟;技能富余1级。");
  CHECK(en(problem, review.why_not(first, li)) == "李师傅 has it: 10 minutes on the way, 1 skill level to spare.");
  CHECK(zh(problem, review.why_not(first, wang)) == "未派王师傅:本次已指定不派给该师傅。");
  MatchReview empty(problem, {.capacity = 0});
  CHECK(en(problem, empty.why_not(first, wang)) == "王师傅: has no place this time.");
}

TEST_CASE("a customer reads nothing of other orders, technicians' skills, ratings or costs") {
  const Problem problem = three_technicians();
  MatchReview review(problem);
  for (std::uint32_t order = 0; order < 3; ++order) {
    for (std::uint32_t shift = 0; shift < 4; ++shift) {
      const PairAnswer answer = review.why_not(OrderIndex(order), ShiftIndex(shift));
      for (const std::string& text :
           {zh(problem, answer, Audience::customer), en(problem, answer, Audience::customer)}) {
        for (const char* secret : {"15", "16", "17", "制冷", "cooling", "分钟", "minute", "评分", "rated"}) {
          CHECK(text.find(secret) == std::string::npos);
        }
      }
      const std::string technician = zh(problem, answer, Audience::technician);
      for (const char* secret : {"15", "16", "17", "评分", "成本"}) CHECK(technician.find(secret) == std::string::npos);
    }
  }
}

TEST_CASE("a shortage names the orders, what they share and the places there are") {
  const Problem problem = three_technicians();
  const Match match = paidan::match(problem, {.must_serve = {OrderIndex(0), OrderIndex(1), OrderIndex(2)}});
  REQUIRE(match.shortages.size() == 1);
  const MatchShortage& shortage = match.shortages.front();
  CHECK(render::shortage(problem, shortage, Audience::dispatcher, Language::zh, 10, names) ==
        "这3个必派工单(都需要\"制冷\"技能;须7月9日12:00前上门)只有2位师傅的2个名额可接,至少1个派不出去。工单:"
        "15、16、17;师傅:"
        "王师傅、李师傅。");
  CHECK(render::shortage(problem, shortage, Audience::dispatcher, Language::en, 2, names) ==
        "These 3 orders (all need cooling, must start before 12:00 on 9 July) share only 2 places of 2 "
        "technicians: at least 1 cannot be served. Orders: 15, 16 …; technicians: 王师傅, 李师傅.");
  CHECK(render::shortage(problem, shortage, Audience::technician, Language::zh).find("15") == std::string::npos);
  CHECK(render::shortage(problem, shortage, Audience::customer, Language::zh) ==
        "这段时间师傅已约满,我们会尽快为您另约时间。");
  const MatchShortage none{
      .orders = {first}, .shifts = {}, .places = 0, .skills = {}, .first_start = {}, .last_start = {100 * hour}};
  CHECK(render::shortage(problem, none, Audience::dispatcher, Language::en) ==
        "This order can be taken by nobody. Orders: 15.");
}

TEST_CASE("a place is worth minutes of travel, or an order that is left out now") {
  const Problem problem = three_technicians();
  const std::int64_t minute = std::int64_t{60} * problem.data().objective.per_travel_second;
  CHECK(render::place_value(problem, li, {0, 5 * minute}, Language::zh) ==
        "李师傅多1个名额,可省下相当于5分钟路程的成本。");
  CHECK(render::place_value(problem, li, {0, 0}, Language::en) == "One more place of 李师傅 would save nothing.");
  CHECK(render::skill_value(problem, "cool", {0, 490 * minute}, Language::zh, names) ==
        "多1个会\"制冷\"的名额,可省下相当于490分钟路程的成本(少派1单至少按500分钟路程计,优先的更多)。");
  CHECK(
      render::skill_value(problem, "cool", {0, 490 * minute}, Language::en, names) ==
      "One more place of a technician with the skill cooling would save as much as 490 minutes' travel (an order left "
      "out counts as 500 minutes' travel, or more by its priority).");
  CHECK(render::place_value(problem, li, {1, 0}, Language::zh) == "李师傅多1个名额,可多派1个必派工单。");
  CHECK(render::place_value(problem, li, {1, 7 * minute}, Language::en) ==
        "One more place of 李师傅 would serve 1 more must-serve order and save as much as 7 minutes' travel.");
  CHECK(render::place_value(problem, li, {2, -7 * minute}, Language::zh) ==
        "李师傅多1个名额,可多派2个必派工单,成本多出7分钟路程。");
  CHECK(render::place_value(problem, li, {2, -7 * minute}, Language::en) ==
        "One more place of 李师傅 would serve 2 more must-serve orders and cost as much more as 7 minutes' travel.");
}

TEST_CASE("a pair that would undo what the options force is told as that") {
  const Problem problem = three_technicians();
  MatchReview review(problem, {.forced = {{first, wang}}});
  const PairAnswer answer = review.why_not(OrderIndex(1), wang);
  CHECK(answer.families == 0);
  CHECK(!answer.possible);
  CHECK(zh(problem, answer) == "未派王师傅:会动到本次已指定的派单。");
  CHECK(en(problem, review.why_not(first, li)) == "李师傅: forced pairs of this match would have to change.");
}

TEST_CASE("the terms of the match that are not zero are all told, whatever they weigh") {
  const Problem problem = three_technicians().with([](ProblemData& data) {
    data.technicians[1].rating = 480;
    data.technicians[0].rating = 400;
    data.orders[0].preferred = {"L"};
    data.orders[0].priority = 1;
  });
  matching::Weights weights = matching::weights_of(problem.data().objective);
  weights.travel = 1;  // the minutes on the way stay what they are
  weights.urgency = 60 * 1667;
  MatchReview review(problem, {.weights = weights, .tier_floors = {450}});
  const std::string good = zh(problem, review.why_not(first, li));
  CHECK(good.find("路上10分钟") != std::string::npos);
  CHECK(good.find("评分在优先档") != std::string::npos);
  CHECK(good.find("等候计作") != std::string::npos);
  const std::string worse = zh(problem, review.why_not(first, wang));
  CHECK(worse.find("不是客户优选的师傅") != std::string::npos);
  CHECK(zh(problem, review.why_not(first, wang), Audience::technician).find("评分") == std::string::npos);
}
