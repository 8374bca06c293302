#include <doctest/doctest.h>

#include "cases.hpp"

#include <string>
#include <vector>

using namespace paidan;

namespace {

Compound garden() { return {.id = "garden", .entry = minutes(8)}; }

}  // namespace

TEST_CASE("each thing that can be wrong with compounds has its message in both languages") {
  paidan_test::check_messages({
      {[](ProblemData& d) {
         d.compounds = {garden()};
         d.locations[1].compound = "gardn";
       },
       "locations[1].compound: unknown compound 'gardn', did you mean 'garden'?",
       "locations[1].compound:未知的小区“gardn”,是否为“garden”?"},
      {[](ProblemData& d) {
         d.compounds = {garden(), garden()};
         d.locations[1].compound = "garden";
       },
       "compounds[1].id: compound 'garden' is given twice (first at compounds[0])",
       "compounds[1].id:小区“garden”重复(首次出现在compounds[0])"},
      {[](ProblemData& d) { d.compounds = {{.id = ""}}; }, "compounds[0].id: id is required",
       "compounds[0].id:缺少必填项id"},
      {[](ProblemData& d) { d.compounds = {{.id = "garden", .entry = {-1}}}; },
       "compounds[0].entry: entry must not be negative, got -1", "compounds[0].entry:entry不能为负数,实为-1"},
      {[](ProblemData& d) { d.compounds = {{.id = "garden", .entry = {1'000'001}}}; },
       "compounds[0].entry: entry must be between 0 and 1000000, got 1000001",
       "compounds[0].entry:entry须在0与1000000之间,实为1000001"},
      {[](ProblemData& d) {
         d.profiles = {{.id = "van",
                        .matrix = travel::MatrixData{3, {0, (1 << 28) - 9, 1, 1, 0, 1, 1, 1, 0}, {}},
                        .straight_line = {}}};
         d.compounds = {{.id = "garden", .entry = {10}}};
         d.technicians.pop_back();
       },
       "technicians[0].speed_percent: at 100 percent speed the longest way of profile 'van' takes 268435457 seconds, "
       "more than 2^28",
       "technicians[0].speed_percent:以100%的速度,出行方式“van”的最长行程需268435457秒,超过2^28秒"},
  });
}

TEST_CASE("a compound in which no location lies is told, with the one that was meant") {
  ProblemData data = paidan_test::sample();
  data.compounds = {garden(), {.id = "gardens", .entry = {}}, {.id = "tower", .entry = {}}};
  data.locations[1].compound = "garden";
  std::vector<std::string> told;
  const Problem problem(data);
  for (const Error& notice : problem.notices()) {
    if (notice.code() == "unused_compound") told.push_back(notice.message(Language::en));
  }
  CHECK(told ==
        std::vector<std::string>{"compounds[1].id: no location lies in the compound 'gardens', did you mean 'garden'?",
                                 "compounds[2].id: no location lies in the compound 'tower'"});
  CHECK(problem.data().compounds[0].name == "garden");
}

TEST_CASE("ways are longer into a compound from outside, and nothing is kept where no entry takes time") {
  ProblemData data = paidan_test::sample();
  CHECK(Problem(data).dense().compounds.of.empty());
  data.compounds = {garden(), {.id = "open", .entry = {}}};
  CHECK(Problem(data).dense().compounds.of.empty());  // nothing lies in them
  data.locations[0].compound = "open";
  CHECK(Problem(data).dense().compounds.of.empty());
  data.locations[1].compound = "garden";
  data.locations.push_back({.id = "yard", .point = data.locations[1].point, .compound = "garden"});
  const Problem problem(data);
  const auto entry = [&](std::size_t from, std::size_t to) {
    return problem.dense().compounds.entry(LocationIndex(from), LocationIndex(to));
  };
  CHECK(entry(0, 1) == 480);
  CHECK(entry(2, 3) == 480);
  CHECK(entry(1, 3) == 0);
  CHECK(entry(1, 1) == 0);
  CHECK(entry(1, 2) == 0);
  CHECK(entry(1, 0) == 0);
  CHECK(entry(2, 0) == 0);
}

TEST_CASE("the worst plan's travel counts the longest entry") {
  ProblemData data = paidan_test::sample();
  data.objective.per_travel_second = 1'000'000'000'000;
  data.objective.goals = GoalOrder::one_weighted;
  data.objective.per_waiting_second = 0;
  CHECK(Problem::validate(data).empty());
  data.compounds = {{.id = "garden", .entry = {1'000'000}}};
  data.locations[1].compound = "garden";
  const std::vector<Error> errors = Problem::validate(data);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code() == "cost_overflow");
}
