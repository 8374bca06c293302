#include <doctest/doctest.h>

#include "cases.hpp"

using namespace paidan;
using paidan_test::at;

TEST_CASE("each thing that can be wrong with a technician has its message in both languages") {
  paidan_test::check_messages({
      {[](ProblemData& d) { d.technicians[1].id = "wang"; },
       "technicians[1].id: technician 'wang' is given twice (first at technicians[0])",
       "technicians[1].id:师傅“wang”重复(首次出现在technicians[0])"},
      {[](ProblemData& d) { d.technicians[1].id.clear(); }, "technicians[1].id: id is required",
       "technicians[1].id:缺少必填项id"},
      {[](ProblemData& d) { d.technicians[0].shifts.push_back({.id = "mon", .start = at(24 + 8), .end = at(24 + 9)}); },
       "technicians[0].shifts[1]: shift 'mon' is given twice (first at technicians[0].shifts[0])",
       "technicians[0].shifts[1]:班次“mon”重复(首次出现在technicians[0].shifts[0])"},
      {[](ProblemData& d) { d.technicians[0].shifts[0].id.clear(); }, "technicians[0].shifts[0].id: id is required",
       "technicians[0].shifts[0].id:缺少必填项id"},
      {[](ProblemData& d) { d.technicians[1].home = "home of somebody else"; },
       "technicians[1].home: unknown location 'home of somebody else'",
       "technicians[1].home:未知的地点“home of somebody else”"},
      {[](ProblemData& d) { d.technicians[1].home.clear(); }, "technicians[1].home: home is required",
       "technicians[1].home:缺少必填项home"},
      {[](ProblemData& d) { d.technicians[0].shifts[0].start_location = "dept"; },
       "technicians[0].shifts[0].start_location: unknown location 'dept', did you mean 'depot'?",
       "technicians[0].shifts[0].start_location:未知的地点“dept”,是否为“depot”?"},
      {[](ProblemData& d) { d.technicians[0].profile = "bike"; },
       "technicians[0].profile: unknown travel profile 'bike'", "technicians[0].profile:未知的出行方式“bike”"},
      {[](ProblemData& d) {
         d.skills = {"gas"};
         d.technicians[1].skills.clear();
         d.technicians[0].skills[1].skill = "electric";
       },
       "technicians[0].skills[1].skill: unknown skill 'electric'",
       "technicians[0].skills[1].skill:未知的技能“electric”"},
      {[](ProblemData& d) { d.technicians[1].skills[0].level = 10; },
       "technicians[1].skills[0].level: level must be between 1 and 9, got 10",
       "technicians[1].skills[0].level:level须在1与9之间,实为10"},
      {[](ProblemData& d) { d.technicians[0].parts = {{.part = "", .quantity = 1}}; },
       "technicians[0].parts[0].part: part is required", "technicians[0].parts[0].part:缺少必填项part"},
      {[](ProblemData& d) { d.technicians[0].shifts[0].end = at(7); },
       "technicians[0].shifts[0]: the shift must end after it starts, got 2024-07-08 08:00 to 2024-07-08 07:00",
       "technicians[0].shifts[0]:班次的结束须晚于开始,实为2024-07-08 08:00至2024-07-08 07:00"},
      {[](ProblemData& d) { d.technicians[0].shifts[0].overtime_cap = {-1}; },
       "technicians[0].shifts[0].overtime_cap: overtime_cap must not be negative, got -1",
       "technicians[0].shifts[0].overtime_cap:overtime_cap不能为负数,实为-1"},
      {[](ProblemData& d) { d.technicians[0].shifts[0].overtime_cap = {1 << 28}; },
       "technicians[0].shifts[0].overtime_cap: overtime_cap must lie within 2^28 seconds (8.5 years) of the origin "
       "2024-07-08 00:00, got 2033-01-09 14:24:16",
       "technicians[0].shifts[0].overtime_cap:overtime_cap与时间原点2024-07-08 "
       "00:00相距须在2^28秒(约8.5年)以内,实为2033-01-09 14:24:16"},
      {[](ProblemData& d) { d.technicians[0].shifts.push_back({.id = "late", .start = at(17, 30), .end = at(20)}); },
       "technicians[0].shifts[1]: shift 'late' starts at 2024-07-08 17:30, before shift 'mon' of the same technician "
       "ends at 2024-07-08 18:00 (overtime included)",
       "technicians[0].shifts[1]:班次“late”始于2024-07-08 17:30,早于同一师傅班次“mon”的结束时间2024-07-08 "
       "18:00(含加班)"},
      {[](ProblemData& d) {
         d.technicians[0].shifts[0].open_end = true;
         d.technicians[0].shifts[0].end_location = "depot";
       },
       "technicians[0].shifts[0].end_location: a shift with an open end cannot have the end location 'depot'",
       "technicians[0].shifts[0].end_location:不返回的班次不能有返回地点“depot”"},
      {[](ProblemData& d) {
         d.technicians[0].shifts[0].breaks = {
             {.id = "", .earliest = at(13), .latest = at(12), .duration = minutes(30)}};
       },
       "technicians[0].shifts[0].breaks[0]: the break's latest start 2024-07-08 12:00 is before its earliest start "
       "2024-07-08 13:00",
       "technicians[0].shifts[0].breaks[0]:休息的最晚开始2024-07-08 12:00早于最早开始2024-07-08 13:00"},
      {[](ProblemData& d) {
         d.technicians[0].shifts[0].breaks = {{.id = "", .earliest = at(7), .latest = at(12), .duration = minutes(30)}};
       },
       "technicians[0].shifts[0].breaks[0]: the break from 2024-07-08 07:00 to 2024-07-08 12:30 at the latest does not "
       "fit into the shift from 2024-07-08 08:00 to 2024-07-08 18:00",
       "technicians[0].shifts[0].breaks[0]:休息(2024-07-08 07:00至最晚2024-07-08 12:30)超出班次(2024-07-08 "
       "08:00至2024-07-08 18:00)"},
      {[](ProblemData& d) {
         d.technicians[0].shifts[0].breaks = {
             {.id = "", .earliest = at(12), .latest = at(17, 45), .duration = minutes(30)}};
       },
       "technicians[0].shifts[0].breaks[0]: the break from 2024-07-08 12:00 to 2024-07-08 18:15 at the latest does not "
       "fit into the shift from 2024-07-08 08:00 to 2024-07-08 18:00",
       "technicians[0].shifts[0].breaks[0]:休息(2024-07-08 12:00至最晚2024-07-08 18:15)超出班次(2024-07-08 "
       "08:00至2024-07-08 18:00)"},
      {[](ProblemData& d) {
         d.technicians[0].shifts[0].breaks = {
             {.id = "", .earliest = at(12), .latest = at(13), .duration = minutes(-30)}};
       },
       "technicians[0].shifts[0].breaks[0].duration: duration must not be negative, got -1800",
       "technicians[0].shifts[0].breaks[0].duration:duration不能为负数,实为-1800"},
      {[](ProblemData& d) {
         d.technicians[0].shifts[0].breaks.assign(
             4, {.id = "", .earliest = at(12), .latest = at(13), .duration = minutes(5)});
       },
       "technicians[0].shifts[0].breaks: 4 breaks in a shift are more than the limit of 3",
       "technicians[0].shifts[0].breaks:班内休息共4个,超过上限3个"},
      {[](ProblemData& d) {
         d.technicians[0].skills[0].valid_from = Date::from_ymd(2024, 7, 1);
         d.technicians[0].skills[0].valid_until = Date::from_ymd(2024, 6, 30);
       },
       "technicians[0].skills[0]: the certificate for 'gas' ends on 2024-06-30, before it begins on 2024-07-01",
       "technicians[0].skills[0]:“gas”证书的有效期止2024-06-30早于生效日2024-07-01"},
      {[](ProblemData& d) { d.technicians[0].suspensions = {{.start = at(10), .end = at(9), .reason = ""}}; },
       "technicians[0].suspensions[0]: the suspension must end after it starts, got 2024-07-08 10:00 to 2024-07-08 "
       "09:00",
       "technicians[0].suspensions[0]:停派时段的结束须晚于开始,实为2024-07-08 10:00至2024-07-08 09:00"},
      {[](ProblemData& d) { d.technicians[0].mentor = "li"; },
       "technicians[0].mentor: riding with a mentor is not supported yet", "technicians[0].mentor:暂不支持学徒跟车"},
      {[](ProblemData& d) { d.technicians[0].speed_percent = 0; },
       "technicians[0].speed_percent: speed_percent must be between 1 and 1000, got 0",
       "technicians[0].speed_percent:speed_percent须在1与1000之间,实为0"},
      {[](ProblemData& d) { d.technicians[0].efficiency_percent = 1'001; },
       "technicians[0].efficiency_percent: efficiency_percent must be between 1 and 1000, got 1001",
       "technicians[0].efficiency_percent:efficiency_percent须在1与1000之间,实为1001"},
      {[](ProblemData& d) { d.technicians[0].max_jobs = -1; },
       "technicians[0].max_jobs: max_jobs must not be negative, got -1",
       "technicians[0].max_jobs:max_jobs不能为负数,实为-1"},
      {[](ProblemData& d) { d.technicians[0].max_leg = Duration{-1}; },
       "technicians[0].max_leg: max_leg must not be negative, got -1",
       "technicians[0].max_leg:max_leg不能为负数,实为-1"},
      {[](ProblemData& d) { d.technicians[0].max_travel = Duration{-1}; },
       "technicians[0].max_travel: max_travel must not be negative, got -1",
       "technicians[0].max_travel:max_travel不能为负数,实为-1"},
      {[](ProblemData& d) { d.technicians[0].max_distance_metres = -1; },
       "technicians[0].max_distance_metres: max_distance_metres must not be negative, got -1",
       "technicians[0].max_distance_metres:max_distance_metres不能为负数,实为-1"},
      {[](ProblemData& d) {
         d.profiles = {{.id = "car", .matrix = paidan_test::times_alone(3)}};
         d.technicians[0].max_distance_metres = 100;
       },
       "technicians[0].max_distance_metres: technician 'wang' has a limit of 100 metres, but the matrix of profile "
       "'car' "
       "has no metres",
       "technicians[0].max_distance_metres:师傅“wang”限行100米,而出行方式“car”的矩阵没有米数"},
      {[](ProblemData& d) {
         d.profiles = {{.id = "bus"}, {.id = "bike", .matrix = paidan_test::times_alone(3)}};
         d.technicians[0].max_distance_metres = 100;  // by bus: a straight line has metres
         d.technicians[1].profile = "bike";
         d.technicians[1].max_distance_metres = 0;
       },
       "technicians[1].max_distance_metres: technician 'li' has a limit of 0 metres, but the matrix of profile 'bike' "
       "has "
       "no metres",
       "technicians[1].max_distance_metres:师傅“li”限行0米,而出行方式“bike”的矩阵没有米数"},
      {[](ProblemData& d) { d.technicians[0].fixed_cost = -1; },
       "technicians[0].fixed_cost: fixed_cost must not be negative, got -1",
       "technicians[0].fixed_cost:fixed_cost不能为负数,实为-1"},
      {[](ProblemData& d) { d.technicians[0].fixed_cost = 1'000'000'000'001; },
       "technicians[0].fixed_cost: fixed_cost must be between 0 and 1000000000000, got 1000000000001",
       "technicians[0].fixed_cost:fixed_cost须在0与1000000000000之间,实为1000000000001"},
      {[](ProblemData& d) { d.technicians[0].group = ""; }, "technicians[0].group: a name in group must not be empty",
       "technicians[0].group:group中的名称不能为空"},
      {[](ProblemData& d) { d.technicians[0].rating = 501; },
       "technicians[0].rating: rating must be between 0 and 500, got 501",
       "technicians[0].rating:rating须在0与500之间,实为501"},
      {[](ProblemData& d) { d.technicians[0].load_carried = {-1}; },
       "technicians[0].load_carried: load_carried must not be negative, got -1",
       "technicians[0].load_carried:load_carried不能为负数,实为-1"},
      {[](ProblemData& d) { d.technicians[0].languages = {""}; },
       "technicians[0].languages[0]: a name in languages must not be empty",
       "technicians[0].languages[0]:languages中的名称不能为空"},
      {[](ProblemData& d) {
         d.profiles = {{.id = "van",
                        .matrix = travel::MatrixData{3, {0, 1 << 28, 1, 1, 0, 1, 1, 1, 0}, {}},
                        .straight_line = {}}};
         d.technicians[1].speed_percent = 50;
       },
       "technicians[1].speed_percent: at 50 percent speed the longest way of profile 'van' takes 536870912 seconds, "
       "more than 2^28",
       "technicians[1].speed_percent:以50%的速度,出行方式“van”的最长行程需536870912秒,超过2^28秒"},
  });
}
