// What a person with a spreadsheet reads: the whole message with its row, in both languages.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cases.hpp"

using namespace paidan;
using paidan_test::at;
using paidan_test::sample;

namespace {

/// The sample as read from tables whose first row is the heading; a blank row stands between the orders.
SourceRows sample_rows() { return {.orders = {2, 3, 5}, .technicians = {2, 3}, .locations = {2, 3, 4}}; }

void check_messages_with_rows(const std::vector<paidan_test::MessageCase>& cases) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    CAPTURE(i);
    ProblemData data = sample();
    cases[i].change(data);
    const std::vector<Error> errors = Problem::validate(data, sample_rows());
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].message(Language::en) == cases[i].en);
    CHECK(errors[0].message(Language::zh) == cases[i].zh);
    CHECK_THROWS_WITH_AS(Problem(data, sample_rows()), cases[i].en.c_str(), InvalidInput);
  }
}

}  // namespace

TEST_CASE("a problem read from tables names the row of what is wrong") {
  check_messages_with_rows({
      {[](ProblemData& d) { d.orders[2].location = "nort"; },
       "orders[2].location, row 5: unknown location 'nort', did you mean 'north'?",
       "orders[2].location,第5行:未知的地点“nort”,是否为“north”?"},
      {[](ProblemData& d) { d.orders[2].id = "1001"; },
       "orders[2].id, row 5: order '1001' is given twice (first at orders[0])",
       "orders[2].id,第5行:工单“1001”重复(首次出现在orders[0])"},
      {[](ProblemData& d) { d.technicians[1].id = "wang"; },
       "technicians[1].id, row 3: technician 'wang' is given twice (first at technicians[0])",
       "technicians[1].id,第3行:师傅“wang”重复(首次出现在technicians[0])"},
      {[](ProblemData& d) { d.orders[1].service = minutes(-1); },
       "orders[1].service, row 3: service must not be negative, got -60",
       "orders[1].service,第3行:service不能为负数,实为-60"},
      {[](ProblemData& d) { d.technicians[1].max_jobs = -1; },
       "technicians[1].max_jobs, row 3: max_jobs must not be negative, got -1",
       "technicians[1].max_jobs,第3行:max_jobs不能为负数,实为-1"},
      {[](ProblemData& d) { d.orders[1].service = {INT64_MAX}; },
       "orders[1].service, row 3: service must be between 0 and 1000000, got 9223372036854775807",
       "orders[1].service,第3行:service须在0与1000000之间,实为9223372036854775807"},
      {[](ProblemData& d) { d.orders[2].windows = {{.start = at(10), .end = at(9)}}; },
       "orders[2].windows[0], row 5: the window must end after it starts, got 2024-07-08 10:00 to 2024-07-08 09:00",
       "orders[2].windows[0],第5行:时间窗的结束须晚于开始,实为2024-07-08 10:00至2024-07-08 09:00"},
      {[](ProblemData& d) {
         d.profiles = {{.id = "van", .matrix = travel::MatrixData{2, {0, 1, 1, 0}, {}}, .straight_line = {}}};
       },
       "locations[2], row 4: location 'east' is outside the matrix of profile 'van', which has 2 locations",
       "locations[2],第4行:地点“east”不在出行方式“van”的矩阵内(矩阵只有2个地点)"},
      {[](ProblemData& d) { d.locations[2].point->datum = Datum::bd09; },
       "locations[2].point, row 4: coordinates of different datums cannot be mixed: locations[0] is wgs84, this is "
       "bd09",
       "locations[2].point,第4行:不同坐标系不能混用:locations[0]为wgs84,此处为bd09"},
      {[](ProblemData& d) {
         d.skills = {"gas", "electric"};
         d.orders[2].skills = {{.skill = "gass", .level = 1}};
       },
       "orders[2].skills[0].skill, row 5: unknown skill 'gass', did you mean 'gas'?",
       "orders[2].skills[0].skill,第5行:未知的技能“gass”,是否为“gas”?"},
      {[](ProblemData& d) {
         d.skills = {"gas", "electric"};
         d.technicians[1].skills[1].skill = "eletric";
       },
       "technicians[1].skills[1].skill, row 3: unknown skill 'eletric', did you mean 'electric'?",
       "technicians[1].skills[1].skill,第3行:未知的技能“eletric”,是否为“electric”?"},
      {[](ProblemData& d) {
         d.skills = {"gas", "electric"};
         d.orders[0].skills = {{.skill = "plumbing", .level = 1}};
       },
       "orders[0].skills[0].skill, row 2: unknown skill 'plumbing'",
       "orders[0].skills[0].skill,第2行:未知的技能“plumbing”"},
      {[](ProblemData& d) {
         d.technicians[1].skills[0].valid_until = Date::from_ymd(2024, 6, 30);
         d.orders[2].pin = Pin{.technician = "li", .start = {}, .position = {}, .cost_of_change = {}};
       },
       "orders[2].pin.technician, row 5: technician 'li': the certificate for 'gas' ran out on 2024-06-30, before the "
       "first shift on 2024-07-08",
       "orders[2].pin.technician,第5行:师傅“li”的“gas”证书已于2024-06-30到期,早于首个班次日2024-07-08"},
      {[](ProblemData& d) {
         d.technicians[1].skills[0].valid_from = Date::from_ymd(2024, 7, 1);
         d.technicians[1].skills[0].valid_until = Date::from_ymd(2024, 6, 30);
       },
       "technicians[1].skills[0], row 3: the certificate for 'gas' ends on 2024-06-30, before it begins on 2024-07-01",
       "technicians[1].skills[0],第3行:“gas”证书的有效期止2024-06-30早于生效日2024-07-01"},
  });
}

TEST_CASE("a certificate that ran out is a notice with its row; an order nobody can do is another") {
  ProblemData data = sample();
  data.technicians[1].name = "李师傅";
  data.technicians[1].skills[0].valid_until = Date::from_ymd(2024, 6, 30);
  data.orders[2].skills = {{.skill = "gas", .level = 3}};
  const Problem problem(data, sample_rows());
  REQUIRE(problem.notices().size() == 2);
  CHECK(problem.notices()[0].message(Language::en) ==
        "technicians[1].skills[0], row 3: technician '李师傅': the certificate for 'gas' ran out on 2024-06-30, before "
        "the first shift on 2024-07-08");
  CHECK(problem.notices()[0].message(Language::zh) ==
        "technicians[1].skills[0],第3行:师傅“李师傅”的“gas”证书已于2024-06-30到期,早于首个班次日2024-07-08");
  CHECK(problem.notices()[1].message(Language::en) ==
        "orders[2], row 5: no technician holds all the skills of order '1003' on any shift: gas ≥ 3");
  CHECK(problem.notices()[1].message(Language::zh) ==
        "orders[2],第5行:没有师傅在任一班次具备工单“1003”的全部技能:gas ≥ 3");
}
