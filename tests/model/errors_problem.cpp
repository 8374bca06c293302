#include <doctest/doctest.h>

#include "cases.hpp"

using namespace paidan;
using paidan_test::at;

TEST_CASE("each thing that can be wrong with the rest of a problem has its message in both languages") {
  paidan_test::check_messages({
      {[](ProblemData& d) {
         d.locations[2].id = "depot";
         d.orders[1].location = "north";
       },
       "locations[2].id: location 'depot' is given twice (first at locations[0])",
       "locations[2].id:地点“depot”重复(首次出现在locations[0])"},
      {[](ProblemData& d) {
         d.profiles = {{.id = "a", .matrix = {}, .straight_line = {}}, {.id = "a", .matrix = {}, .straight_line = {}}};
       },
       "profiles[1].id: travel profile 'a' is given twice (first at profiles[0])",
       "profiles[1].id:出行方式“a”重复(首次出现在profiles[0])"},
      {[](ProblemData& d) {
         d.skills = {"gas", "electric", "gas"};
       },
       "skills[2]: skill 'gas' is given twice (first at skills[0])", "skills[2]:技能“gas”重复(首次出现在skills[0])"},
      {[](ProblemData& d) {
         d.skills = {"gas", "", "electric"};
       },
       "skills[1]: a name in skills must not be empty", "skills[1]:skills中的名称不能为空"},
      {[](ProblemData& d) { d.technicians.clear(); }, "technicians: there are no technicians",
       "technicians:没有任何师傅"},
      {[](ProblemData& d) {
         d.profiles = {{.id = "van", .matrix = travel::MatrixData{2, {0, 1, 1, 0}, {}}, .straight_line = {}}};
       },
       "locations[2]: location 'east' is outside the matrix of profile 'van', which has 2 locations",
       "locations[2]:地点“east”不在出行方式“van”的矩阵内(矩阵只有2个地点)"},
      {[](ProblemData& d) {
         d.profiles = {
             {.id = "van", .matrix = travel::MatrixData{4, std::vector<std::int64_t>(16, 0), {}}, .straight_line = {}}};
       },
       "profiles[0].matrix: the matrix of profile 'van' has 4 locations, but the problem only 3",
       "profiles[0].matrix:出行方式“van”的矩阵有4个地点,而问题只有3个地点"},
      {[](ProblemData& d) {
         d.profiles = {
             {.id = "van", .matrix = travel::MatrixData{3, {0, -2, 1, 1, 0, 1, 1, 1, 0}, {}}, .straight_line = {}}};
       },
       "profiles[0].matrix.seconds[1]: seconds must not be negative, got -2",
       "profiles[0].matrix.seconds[1]:seconds不能为负数,实为-2"},
      {[](ProblemData& d) {
         d.profiles = {{.id = "bike", .matrix = {}, .straight_line = {.speed_metres_per_hour = 0}}};
       },
       "profiles[0].straight_line.speed_metres_per_hour: speed_metres_per_hour must be between 1000 and 200000, got 0",
       "profiles[0].straight_line.speed_metres_per_hour:speed_metres_per_hour须在1000与200000之间,实为0"},
      {[](ProblemData& d) { d.locations[1].point.reset(); },
       "locations[1]: location 'north' has no coordinates, but profile 'car' has no matrix and needs them",
       "locations[1]:地点“north”没有坐标,而出行方式“car”没有矩阵,必须有坐标"},
      {[](ProblemData& d) { d.locations[2].point->datum = Datum::gcj02; },
       "locations[2].point: coordinates of different datums cannot be mixed: locations[0] is wgs84, this is gcj02",
       "locations[2].point:不同坐标系不能混用:locations[0]为wgs84,此处为gcj02"},
      {[](ProblemData& d) { d.locations[2].point->lat_e7 = 910'000'000; },
       "locations[2].point.lat_e7: lat_e7 must be between -900000000 and 900000000, got 910000000",
       "locations[2].point.lat_e7:lat_e7须在-900000000与900000000之间,实为910000000"},
      {[](ProblemData& d) { d.locations[2].point->lat_e7 = 500'000'000; },
       "profiles[0].straight_line.points: straight lines need places within 1000 km of each other, got 2084 km",
       "profiles[0].straight_line.points:直线估算要求各地点相距不超过1000公里,实为2084公里"},
      {[](ProblemData& d) { d.objective.per_metre = -1; },
       "objective.per_metre: per_metre must not be negative, got -1", "objective.per_metre:per_metre不能为负数,实为-1"},
      {[](ProblemData& d) { d.objective.unserved = 1'000'000'000'001; },
       "objective.unserved: unserved must be between 0 and 1000000000000, got 1000000000001",
       "objective.unserved:unserved须在0与1000000000000之间,实为1000000000001"},
      {[](ProblemData& d) { d.objective.rating_clip = 501; },
       "objective.rating_clip: rating_clip must be between 0 and 500, got 501",
       "objective.rating_clip:rating_clip须在0与500之间,实为501"},
      {[](ProblemData& d) { d.objective.fairness = {{.over = {-1}, .per_second = 1}}; },
       "objective.fairness[0].over: over must not be negative, got -1",
       "objective.fairness[0].over:over不能为负数,实为-1"},
      {[](ProblemData& d) { d.objective.per_waiting_second = 6'000; },
       "objective.per_waiting_second: a second of waiting (6000) must not cost more than a second of lateness (5000)",
       "objective.per_waiting_second:每秒等待成本(6000)不得高于每秒迟到成本(5000)"},
      {[](ProblemData& d) {
         d.objective.per_lateness_second = 1'000'000'000'000;
         d.orders[0].deadline = Instant{at(0).seconds - 200'000'000};
       },
       "objective: the worst possible plan would cost 2^62 or more; the largest part is lateness (≥ 2^62)",
       "objective:最坏情况下的总成本达到2^62,其中最大的一项是迟到(≥ 2^62)"},
      {[](ProblemData& d) { d.objective.per_worst_lateness_second = -1; },
       "objective.per_worst_lateness_second: per_worst_lateness_second must be between 0 and 1000000000000, got -1",
       "objective.per_worst_lateness_second:per_worst_lateness_second须在0与1000000000000之间,实为-1"},
      {[](ProblemData& d) { d.objective.per_worst_lateness_second = 1'000'000'000'001; },
       "objective.per_worst_lateness_second: per_worst_lateness_second must be between 0 and 1000000000000, got "
       "1000000000001",
       "objective.per_worst_lateness_second:per_worst_lateness_second须在0与1000000000000之间,实为1000000000001"},
      {[](ProblemData& d) { d.objective.agreed_weight = 0; },
       "objective.agreed_weight: agreed_weight must be between 1 and 1000, got 0",
       "objective.agreed_weight:agreed_weight须在1与1000之间,实为0"},
      {[](ProblemData& d) { d.objective.lateness_cap = {-1}; },
       "objective.lateness_cap: lateness_cap must not be negative, got -1",
       "objective.lateness_cap:lateness_cap不能为负数,实为-1"},
      {[](ProblemData& d) { d.objective.lateness_cap = {time_limit_s + 1}; },
       "objective.lateness_cap: lateness_cap must be between 0 and 268435456, got 268435457",
       "objective.lateness_cap:lateness_cap须在0与268435456之间,实为268435457"},
      {[](ProblemData& d) {
         d.objective.agreed_weight = 1'000;
         d.orders[1].promise = Promise{.at = at(10)};
         d.orders[1].unserved_cost = 10'000'000'000'000;
       },
       "objective: with goals in order, honour of the worst possible plan would reach 2^53; the largest part is orders "
       "not "
       "served as promised (10000000100000000): lower unserved, agreed_weight, orders[].priority, "
       "orders[].unserved_cost",
       "objective:按次序比较目标时,最坏排班的honour达到2^53,其中最大的一项是未如约服务的工单(10000000100000000):请降低"
       "unserved, agreed_weight, orders[].priority, orders[].unserved_cost"},
      {[](ProblemData& d) { d.objective.per_overtime_second = 500'000'000'000; },
       "objective: with goals in order, run_well of the worst possible plan would reach 2^53; the largest part is "
       "overtime "
       "(36000000000000000): lower per_overtime_second",
       "objective:按次序比较目标时,最坏排班的run_well达到2^53,其中最大的一项是加班(36000000000000000):请降低"
       "per_overtime_second"},
      {[](ProblemData& d) { d.origin = {INT64_MAX}; },
       "origin: origin must be between -62135596800 and 253402300799, got 9223372036854775807",
       "origin:origin须在-62135596800与253402300799之间,实为9223372036854775807"},
  });
}
