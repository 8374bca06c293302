#include <paidan/model/problem.hpp>

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace paidan;
using paidan_test::at;
using paidan_test::sample;

namespace {

template <class T>
std::vector<T> list(std::span<const T> values) {
  return {values.begin(), values.end()};
}

}  // namespace

TEST_CASE("a small problem is compiled as documented") {
  const Problem problem(sample());
  const Dense& dense = problem.dense();
  CHECK(problem.order_count() == 3);
  CHECK(problem.technician_count() == 2);
  CHECK(problem.shift_count() == 2);
  CHECK(dense.orders.location == std::vector{LocationIndex(1), LocationIndex(2), LocationIndex(1)});
  CHECK(dense.orders.service_s == std::vector{3'600, 3'600, 3'600});
  CHECK(dense.orders.setup_s == std::vector{0, 0, 0});
  CHECK(list(dense.orders.starts[0]) == std::vector{Interval{-time_limit_s, time_limit_s}});
  CHECK(dense.orders.due_s[0] == time_limit_s);
  CHECK(dense.orders.unserved_cost[0] == 50'000'000);
  CHECK_FALSE(dense.orders.previous_technician[0].valid());
  CHECK_FALSE(dense.orders.pinned_technician[0].valid());
  CHECK(dense.orders.pinned_start_s[0] == INT32_MIN);
  CHECK(dense.orders.cost_of_change[0] == -1);
  CHECK(dense.orders.starts.size() == 3);
  CHECK(dense.shifts.start_s == std::vector{8 * 3'600, 8 * 3'600});
  CHECK(dense.shifts.end_s == std::vector{17 * 3'600, 17 * 3'600});
  CHECK(dense.shifts.overtime_cap_s == std::vector{3'600, 3'600});
  CHECK(dense.shifts.start_location == std::vector{LocationIndex(0), LocationIndex(0)});
  CHECK(dense.shifts.end_location == std::vector{LocationIndex(0), LocationIndex(0)});
  CHECK(dense.shifts.local_day[0] == Date::from_ymd(2024, 7, 8)->days);
  CHECK(dense.technicians.first_shift == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(dense.technicians.group[0] == UINT32_MAX);
  CHECK(dense.technicians.max_jobs[0] == INT32_MAX);
  CHECK(dense.technicians.max_travel_s[0] == INT32_MAX);
  CHECK(dense.technicians.max_distance_m[0] == INT64_MAX);
  CHECK(dense.profiles.size() == 1);
  CHECK(dense.profiles[0].size() == 3);
  CHECK(dense.profiles[0].leg(LocationIndex(0), LocationIndex(1)).metres ==
        doctest::Approx(3'326 * 1.27).epsilon(0.002));
  CHECK(problem.notices().empty());
  CHECK(problem.instant({60}) == at(0, 1));
  CHECK(problem.instant({-60}) == problem.data().origin - minutes(1));
}

TEST_CASE("names and profiles get their defaults") {
  const Problem problem(sample());
  CHECK(problem.data().locations[0].name == "Depot");
  CHECK(problem.data().locations[1].name == "north");
  CHECK(problem.technician(TechnicianIndex(0)).name == "wang");
  CHECK(problem.order(OrderIndex(2)).name == "1003");
  REQUIRE(problem.data().profiles.size() == 1);
  CHECK(problem.data().profiles[0].id == "car");
  CHECK(problem.technician(TechnicianIndex(1)).profile == "car");
}

TEST_CASE("ids are found, and others are not") {
  const Problem problem(sample());
  CHECK(problem.find_order("1002") == OrderIndex(1));
  CHECK(problem.find_technician("li") == TechnicianIndex(1));
  CHECK_FALSE(problem.find_order("1004").valid());
  CHECK_FALSE(problem.find_order("").valid());
  CHECK_FALSE(problem.find_technician("1002").valid());
}

TEST_CASE("names are numbered in byte order whoever names them first") {
  ProblemData data = sample();
  data.skills = {"water", "gas", "electric", "Heat"};
  data.technicians[0].parts = {{.part = "valve", .quantity = 3}, {.part = "sensor", .quantity = 2}};
  data.orders[0].parts = {{.part = "sensor", .quantity = 1}, {.part = "hose", .quantity = 4}};
  data.technicians[0].tools = {"saw", "drill", "saw"};
  data.orders[1].tools = {"ladder", "drill"};
  data.technicians[1].group = "south";
  data.orders[1].groups = {"west", "south", "west"};
  data.technicians[1].languages = {"zh-CN", "en"};
  data.orders[2].languages = {"pt", "en"};
  const Problem problem(data);
  const Dense& dense = problem.dense();
  REQUIRE(dense.skill_count == 4);
  CHECK(problem.skill_name(SkillIndex(0)) == "Heat");
  CHECK(problem.skill_name(SkillIndex(1)) == "electric");
  CHECK(problem.skill_name(SkillIndex(2)) == "gas");
  CHECK(problem.skill_name(SkillIndex(3)) == "water");
  REQUIRE(dense.technicians.skills[0].size() == 2);
  CHECK(dense.technicians.skills[0][0].skill == SkillIndex(1));
  CHECK(dense.technicians.skills[0][1].skill == SkillIndex(2));
  CHECK(dense.technicians.skills[0][1].level == 2);
  REQUIRE(dense.part_count == 3);
  CHECK(problem.part_name(PartIndex(0)) == "hose");
  CHECK(dense.orders.parts[0][0].part == PartIndex(0));
  CHECK(dense.orders.parts[0][0].quantity == 4);
  CHECK(dense.orders.parts[0][1].part == PartIndex(1));
  CHECK(dense.technicians.stock[0][1].quantity == 3);
  CHECK(list(dense.technicians.tools[0]) == std::vector<std::uint32_t>{0, 2});  // drill, ladder, saw
  CHECK(list(dense.orders.tools[1]) == std::vector<std::uint32_t>{0, 1});
  CHECK(dense.technicians.group[1] == 0);
  CHECK(list(dense.orders.groups[1]) == std::vector<std::uint32_t>{0, 1});
  CHECK(list(dense.technicians.languages[1]) == std::vector<std::uint32_t>{0, 2});
  CHECK(list(dense.orders.languages[2]) == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("technician lists are sorted indices without repetitions") {
  ProblemData data = sample();
  data.orders[0].allowed = {"li", "wang", "li"};
  data.orders[0].preferred = {"li"};
  data.orders[1].blocked = {"wang"};
  data.orders[1].previous_technician = "li";
  data.orders[2].pin = Pin{.technician = "wang", .start = at(9), .position = {}, .cost_of_change = 500};
  const Problem problem(data);
  const OrderColumns& orders = problem.dense().orders;
  CHECK(list(orders.allowed[0]) == std::vector{TechnicianIndex(0), TechnicianIndex(1)});
  CHECK(list(orders.preferred[0]) == std::vector{TechnicianIndex(1)});
  CHECK(list(orders.blocked[1]) == std::vector{TechnicianIndex(0)});
  CHECK(orders.previous_technician[1] == TechnicianIndex(1));
  CHECK(orders.pinned_technician[2] == TechnicianIndex(0));
  CHECK(orders.pinned_start_s[2] == 9 * 3'600);
  CHECK(orders.cost_of_change[2] == 500);
  CHECK(list(orders.starts[2]) == std::vector{Interval{-time_limit_s, time_limit_s}});  // a soft pin
}

TEST_CASE("shifts, breaks, suspensions and certificates keep their order and bounds") {
  ProblemData data = sample();
  Technician& wang = data.technicians[0];
  wang.shifts.push_back(
      {.id = "tue", .start = at(24 + 7), .end = at(24 + 12), .start_location = "east", .open_end = true});
  wang.shifts[0].breaks = {
      {.id = "lunch", .earliest = at(11), .latest = at(13), .duration = minutes(30), .paid = true}};
  data.technicians[1].shifts[0].breaks = {{.id = "", .earliest = at(12), .latest = at(12), .duration = minutes(45)}};
  data.technicians[1].shifts[0].end_location = "north";
  wang.suspensions = {{.start = at(14), .end = at(15), .reason = "training"},
                      {.start = at(9), .end = at(10), .reason = ""},
                      {.start = at(10), .end = at(11), .reason = ""}};
  wang.skills[0].valid_from = Date::from_ymd(2024, 1, 1);
  wang.skills[0].valid_until = Date::from_ymd(2024, 7, 8);
  const Problem problem(data);
  const Dense& dense = problem.dense();
  CHECK(dense.technicians.first_shift == std::vector<std::uint32_t>{0, 2, 3});
  CHECK(dense.shifts.technician == std::vector{TechnicianIndex(0), TechnicianIndex(0), TechnicianIndex(1)});
  CHECK(problem.shift(ShiftIndex(1)).id == "tue");
  CHECK(&problem.shift(ShiftIndex(2)) == &problem.technician(TechnicianIndex(1)).shifts[0]);
  CHECK_FALSE(dense.shifts.end_location[1].valid());
  CHECK(dense.shifts.start_location[1] == LocationIndex(2));
  CHECK(dense.shifts.end_location[2] == LocationIndex(1));
  CHECK(dense.shifts.local_day[1] == dense.shifts.local_day[0] + 1);
  REQUIRE(dense.breaks.size() == 2);
  CHECK(list(dense.shifts.breaks[0]) == std::vector{BreakIndex(0)});
  CHECK(dense.shifts.breaks[1].empty());
  CHECK(list(dense.shifts.breaks[2]) == std::vector{BreakIndex(1)});
  CHECK(dense.breaks[0].shift == ShiftIndex(0));
  CHECK(dense.breaks[0].earliest_s == 11 * 3'600);
  CHECK(dense.breaks[0].latest_s == 13 * 3'600);
  CHECK(dense.breaks[0].duration_s == 1'800);
  CHECK(dense.breaks[0].paid);
  CHECK(dense.breaks[1].shift == ShiftIndex(2));
  CHECK(list(dense.technicians.suspensions[0]) ==
        std::vector{Interval{9 * 3'600, 11 * 3'600 - 1}, Interval{14 * 3'600, 15 * 3'600 - 1}});
  const SkillGrant gas = dense.technicians.skills[0][1];
  CHECK(gas.first_day == Date::from_ymd(2024, 1, 1)->days);
  CHECK(gas.last_day == Date::from_ymd(2024, 7, 8)->days);
  CHECK(dense.technicians.skills[1][0].first_day == INT32_MIN);
}

TEST_CASE("a night shift counts by the local day it starts on") {
  ProblemData data = sample();
  data.technicians[0].shifts[0].start = at(-1);  // 23:00 the day before, 15:00 UTC
  CHECK(Problem(data).dense().shifts.local_day[0] == Date::from_ymd(2024, 7, 7)->days);
  data.zone = ZoneRules();
  CHECK(Problem(data).dense().shifts.local_day[0] == Date::from_ymd(2024, 7, 7)->days);
  data.technicians[0].shifts[0].start = at(7);  // still the 7th in UTC
  CHECK(Problem(data).dense().shifts.local_day[0] == Date::from_ymd(2024, 7, 7)->days);
}

TEST_CASE("quality is bounded about the mean of the rated, and the unrated are neutral") {
  ProblemData data = sample();
  data.technicians.push_back(paidan_test::technician("zhao"));
  data.technicians.push_back(paidan_test::technician("sun"));
  data.technicians[0].rating = 480;
  data.technicians[1].rating = 451;
  data.technicians[2].rating = 100;  // mean of 480, 451, 100 is 343.67, rounded 344
  const Problem problem(data);
  CHECK(problem.dense().technicians.quality_cost == std::vector<std::int64_t>{-1'000'000, -1'000'000, 1'000'000, 0});
  data.objective.rating_clip = 500;
  CHECK(Problem(data).dense().technicians.quality_cost ==
        std::vector<std::int64_t>{-1'360'000, -1'070'000, 2'440'000, 0});
  data.technicians[2].rating = 450;  // 480, 451, 450: 460.33, rounded 460
  CHECK(Problem(data).dense().technicians.quality_cost == std::vector<std::int64_t>{-200'000, 90'000, 100'000, 0});
  data.technicians[2].rating = 0;  // 480, 451: 465.5, rounded away from zero to 466
  CHECK(Problem(data).dense().technicians.quality_cost == std::vector<std::int64_t>{-140'000, 150'000, 0, 0});
}

TEST_CASE("priority raises the cost of not serving, unless it is stated") {
  ProblemData data = sample();
  data.orders[0].priority = 3;
  data.orders[1].priority = 9;
  data.orders[1].unserved_cost = 7;
  CHECK(Problem(data).dense().orders.unserved_cost == std::vector<std::int64_t>{200'000'000, 7, 50'000'000});
}

TEST_CASE("technicians travel by their own profile") {
  ProblemData data = sample();
  data.profiles = {
      {.id = "van", .matrix = travel::MatrixData{3, {0, 1, 2, 3, 0, 4, 5, -1, 0}, {}}, .straight_line = {}},
      {.id = "bike", .matrix = {}, .straight_line = {.speed_metres_per_hour = 15'000}}};
  data.technicians[1].profile = "bike";
  const Problem problem(data);
  CHECK(problem.dense().technicians.profile == std::vector{ProfileIndex(0), ProfileIndex(1)});
  CHECK(problem.dense().profiles[0].leg(LocationIndex(2), LocationIndex(0)).seconds == 5);
  CHECK_FALSE(problem.dense().profiles[0].leg(LocationIndex(2), LocationIndex(1)).reachable());
  CHECK(problem.dense().profiles[1].leg(LocationIndex(0), LocationIndex(1)).reachable());
}

TEST_CASE("coordinates are needed only where there is no matrix") {
  ProblemData data = sample();
  for (Location& location : data.locations) location.point.reset();
  CHECK_FALSE(Problem::validate(data).empty());
  data.profiles = {
      {.id = "van", .matrix = travel::MatrixData{3, std::vector<std::int64_t>(9, 0), {}}, .straight_line = {}}};
  CHECK(Problem::validate(data).empty());
}

TEST_CASE("no orders is an empty problem, not an error") {
  ProblemData data = sample();
  data.orders.clear();
  const Problem problem(data);
  CHECK(problem.order_count() == 0);
  CHECK(problem.dense().orders.starts.size() == 0);
  CHECK_FALSE(problem.find_order("1001").valid());
}

TEST_CASE("a technician without shifts is allowed and needs no home") {
  ProblemData data = sample();
  data.technicians[0].shifts.clear();
  data.technicians[0].home.clear();
  const Problem problem(data);
  CHECK(problem.dense().technicians.first_shift == std::vector<std::uint32_t>{0, 0, 1});
  CHECK(problem.shift(ShiftIndex(0)).id == "mon");
}

TEST_CASE("a changed copy is validated again and leaves the original as it was") {
  const Problem problem(sample());
  const std::uint64_t before = problem.hash();
  const Problem fewer = problem.with([](ProblemData& data) { data.technicians.pop_back(); });
  CHECK(fewer.technician_count() == 1);
  CHECK(problem.technician_count() == 2);
  CHECK(problem.hash() == before);
  CHECK(fewer.hash() != before);
  CHECK_THROWS_AS(static_cast<void>(problem.with([](ProblemData& data) { data.technicians.clear(); })), InvalidInput);
  CHECK(problem.with([](ProblemData&) {}).hash() == before);
}

TEST_CASE("a copy of a problem shares its data") {
  const Problem problem(sample());
  const Problem copy = problem;  // NOLINT(performance-unnecessary-copy-initialization)
  CHECK(&copy.data() == &problem.data());
  CHECK(&copy.dense() == &problem.dense());
}

TEST_CASE("a certificate that ran out before the first shift is noticed, not refused") {
  ProblemData data = sample();
  data.technicians[1].name = "李师傅";
  data.technicians[1].skills[0].valid_until = Date::from_ymd(2024, 7, 7);
  SourceRows rows;
  rows.technicians = {2, 3};
  const Problem problem(data, rows);
  REQUIRE(problem.notices().size() == 1);
  CHECK(problem.notices()[0].message(Language::en) ==
        "technicians[1].skills[0], row 3: technician '李师傅': the certificate for 'gas' ran out on 2024-07-07, before "
        "the "
        "first shift on 2024-07-08");
  CHECK(problem.notices()[0].message(Language::zh) ==
        "technicians[1].skills[0],第3行:师傅“李师傅”的“gas”证书已于2024-07-07到期,早于首个班次日2024-07-08");
  data.technicians[1].skills[0].valid_until = Date::from_ymd(2024, 7, 8);  // valid on that day still
  CHECK(Problem(data).notices().empty());
}

TEST_CASE("a price of metres over a matrix without metres is noticed") {
  ProblemData data = sample();
  data.profiles = {{.id = "car", .matrix = paidan_test::times_alone(3)}};
  data.objective.per_metre = 5;
  const Problem problem(data);
  REQUIRE(problem.notices().size() == 1);
  CHECK(
      problem.notices()[0].message(Language::en) ==
      "profiles[0].matrix: per_metre is 5, but the matrix of profile 'car' has no metres: its distances cost nothing");
  CHECK(problem.notices()[0].message(Language::zh) ==
        "profiles[0].matrix:per_metre为5,而出行方式“car”的矩阵没有米数:其路程不计费用");
  data.objective.per_metre = 0;
  CHECK(Problem(data).notices().empty());
  data.objective.per_metre = 5;
  data.profiles[0].matrix->metres.assign(9, 0);  // stated to be nothing
  CHECK(Problem(data).notices().empty());
  data.profiles = {{.id = "line"}};
  CHECK(Problem(data).notices().empty());
}

TEST_CASE("an order that nobody has the skills for is noticed") {
  ProblemData data = sample();
  data.technicians[0].skills = {{.skill = "gas", .level = 3}};
  data.technicians[1].skills = {{.skill = "electric", .level = 3}};
  data.orders[1].skills = {{.skill = "gas", .level = 3}, {.skill = "electric", .level = 1}};  // nobody holds both
  data.orders[2].skills = {{.skill = "gas", .level = 4}};
  SourceRows rows;
  rows.orders = {2, 3, 4};
  const Problem problem(data, rows);
  REQUIRE(problem.notices().size() == 2);
  CHECK(problem.notices()[0].message(Language::en) ==
        "orders[1], row 3: no technician holds all the skills of order '1002' on any shift: gas ≥ 3, electric ≥ 1");
  CHECK(problem.notices()[1].message(Language::zh) ==
        "orders[2],第4行:没有师傅在任一班次具备工单“1003”的全部技能:gas ≥ 4");
}
