#include <doctest/doctest.h>

#include "cases.hpp"

using namespace paidan;
using paidan_test::at;

TEST_CASE("each thing that can be wrong with an order has its message in both languages") {
  paidan_test::check_messages({
      {[](ProblemData& d) { d.orders[2].id = "1001"; },
       "orders[2].id: order '1001' is given twice (first at orders[0])",
       "orders[2].id:工单“1001”重复(首次出现在orders[0])"},
      {[](ProblemData& d) { d.orders[1].location = "nort"; },
       "orders[1].location: unknown location 'nort', did you mean 'north'?",
       "orders[1].location:未知的地点“nort”,是否为“north”?"},
      {[](ProblemData& d) { d.orders[1].location.clear(); }, "orders[1].location: location is required",
       "orders[1].location:缺少必填项location"},
      {[](ProblemData& d) {
         d.orders[0].allowed = {"wang", "lii"};
       },
       "orders[0].allowed[1]: unknown technician 'lii', did you mean 'li'?",
       "orders[0].allowed[1]:未知的师傅“lii”,是否为“li”?"},
      {[](ProblemData& d) { d.orders[0].preferred = {"wan"}; },
       "orders[0].preferred[0]: unknown technician 'wan', did you mean 'wang'?",
       "orders[0].preferred[0]:未知的师傅“wan”,是否为“wang”?"},
      {[](ProblemData& d) { d.orders[0].blocked = {"nobody"}; }, "orders[0].blocked[0]: unknown technician 'nobody'",
       "orders[0].blocked[0]:未知的师傅“nobody”"},
      {[](ProblemData& d) { d.orders[0].previous_technician = "Wang"; },
       "orders[0].previous_technician: unknown technician 'Wang', did you mean 'wang'?",
       "orders[0].previous_technician:未知的师傅“Wang”,是否为“wang”?"},
      {[](ProblemData& d) {
         d.orders[0].pin = Pin{.technician = "wnag", .start = {}, .position = {}, .cost_of_change = {}};
       },
       "orders[0].pin.technician: unknown technician 'wnag', did you mean 'wang'?",
       "orders[0].pin.technician:未知的师傅“wnag”,是否为“wang”?"},
      {[](ProblemData& d) {
         d.skills = {"gas", "electric"};
         d.orders[0].skills = {{.skill = "gass", .level = 1}};
       },
       "orders[0].skills[0].skill: unknown skill 'gass', did you mean 'gas'?",
       "orders[0].skills[0].skill:未知的技能“gass”,是否为“gas”?"},
      {[](ProblemData& d) { d.orders[0].skills.push_back({.skill = "gas", .level = 2}); },
       "orders[0].skills[1]: skill 'gas' is given twice (first at orders[0].skills[0])",
       "orders[0].skills[1]:技能“gas”重复(首次出现在orders[0].skills[0])"},
      {[](ProblemData& d) {
         d.orders[0].parts = {{.part = "valve", .quantity = 1}, {.part = "valve", .quantity = 1}};
       },
       "orders[0].parts[1]: part 'valve' is given twice (first at orders[0].parts[0])",
       "orders[0].parts[1]:配件“valve”重复(首次出现在orders[0].parts[0])"},
      {[](ProblemData& d) { d.orders[0].service = minutes(-1); },
       "orders[0].service: service must not be negative, got -60", "orders[0].service:service不能为负数,实为-60"},
      {[](ProblemData& d) { d.orders[0].service = {1'000'001}; },
       "orders[0].service: service must be between 0 and 1000000, got 1000001",
       "orders[0].service:service须在0与1000000之间,实为1000001"},
      {[](ProblemData& d) { d.orders[0].setup = {-1}; }, "orders[0].setup: setup must not be negative, got -1",
       "orders[0].setup:setup不能为负数,实为-1"},
      {[](ProblemData& d) { d.orders[0].setup = {INT64_MAX}; },
       "orders[0].setup: setup must be between 0 and 1000000, got 9223372036854775807",
       "orders[0].setup:setup须在0与1000000之间,实为9223372036854775807"},
      {[](ProblemData& d) { d.orders[0].skills[0].level = 0; },
       "orders[0].skills[0].level: level must be between 1 and 9, got 0",
       "orders[0].skills[0].level:level须在1与9之间,实为0"},
      {[](ProblemData& d) { d.orders[0].priority = 10; },
       "orders[0].priority: priority must be between 0 and 9, got 10",
       "orders[0].priority:priority须在0与9之间,实为10"},
      {[](ProblemData& d) { d.orders[0].unserved_cost = -1; },
       "orders[0].unserved_cost: unserved_cost must not be negative, got -1",
       "orders[0].unserved_cost:unserved_cost不能为负数,实为-1"},
      {[](ProblemData& d) { d.orders[0].unserved_cost = 10'000'000'000'001; },
       "orders[0].unserved_cost: unserved_cost must be between 0 and 10000000000000, got 10000000000001",
       "orders[0].unserved_cost:unserved_cost须在0与10000000000000之间,实为10000000000001"},
      {[](ProblemData& d) { d.orders[0].parts = {{.part = "valve", .quantity = 0}}; },
       "orders[0].parts[0].quantity: quantity must be between 1 and 1000, got 0",
       "orders[0].parts[0].quantity:quantity须在1与1000之间,实为0"},
      {[](ProblemData& d) {
         d.orders[0].tools = {"saw", ""};
       },
       "orders[0].tools[1]: a name in tools must not be empty", "orders[0].tools[1]:tools中的名称不能为空"},
      {[](ProblemData& d) { d.orders[0].windows = {{.start = at(10), .end = at(9)}}; },
       "orders[0].windows[0]: the window must end after it starts, got 2024-07-08 10:00 to 2024-07-08 09:00",
       "orders[0].windows[0]:时间窗的结束须晚于开始,实为2024-07-08 10:00至2024-07-08 09:00"},
      {[](ProblemData& d) { d.orders[0].windows = {{.start = at(10), .end = at(10)}}; },
       "orders[0].windows[0]: the window must end after it starts, got 2024-07-08 10:00 to 2024-07-08 10:00",
       "orders[0].windows[0]:时间窗的结束须晚于开始,实为2024-07-08 10:00至2024-07-08 10:00"},
      {[](ProblemData& d) { d.orders[0].windows = {{.start = at(9), .end = {INT64_MAX}}}; },
       "orders[0].windows[0].end: end must lie within 2^28 seconds (8.5 years) of the origin 2024-07-08 00:00, got "
       "@9223372036854775807",
       "orders[0].windows[0].end:end与时间原点2024-07-08 00:00相距须在2^28秒(约8.5年)以内,实为@9223372036854775807"},
      {[](ProblemData& d) { d.orders[0].windows = {{.start = {INT64_MIN}, .end = at(9)}}; },
       "orders[0].windows[0].start: start must lie within 2^28 seconds (8.5 years) of the origin 2024-07-08 00:00, got "
       "@-9223372036854775808",
       "orders[0].windows[0].start:start与时间原点2024-07-08 "
       "00:00相距须在2^28秒(约8.5年)以内,实为@-9223372036854775808"},
      {[](ProblemData& d) {
         d.orders[0].windows = {{.start = at(9), .end = at(10), .hard = false},
                                {.start = at(11), .end = at(12), .hard = false}};
       },
       "orders[0].windows[1]: more than one soft window is not supported yet",
       "orders[0].windows[1]:暂不支持多个软时间窗"},
      {[](ProblemData& d) { d.orders[0].promise = Promise{.at = {at(0).seconds + (1 << 28) + 1}}; },
       "orders[0].promise.at: at must lie within 2^28 seconds (8.5 years) of the origin 2024-07-08 00:00, got "
       "2033-01-08 21:24:17",
       "orders[0].promise.at:at与时间原点2024-07-08 00:00相距须在2^28秒(约8.5年)以内,实为2033-01-08 21:24:17"},
      {[](ProblemData& d) { d.orders[0].promise = Promise{.at = at(9), .before = minutes(-30)}; },
       "orders[0].promise.before: before must not be negative, got -1800",
       "orders[0].promise.before:before不能为负数,实为-1800"},
      {[](ProblemData& d) { d.orders[0].release = Instant{at(0).seconds - (1 << 28) - 1}; },
       "orders[0].release: release must lie within 2^28 seconds (8.5 years) of the origin 2024-07-08 00:00, got "
       "2016-01-05 02:35:43",
       "orders[0].release:release与时间原点2024-07-08 00:00相距须在2^28秒(约8.5年)以内,实为2016-01-05 02:35:43"},
      {[](ProblemData& d) { d.orders[0].deadline = Instant{-300'000'000'000}; },
       "orders[0].deadline: deadline must lie within 2^28 seconds (8.5 years) of the origin 2024-07-08 00:00, got "
       "@-300000000000",
       "orders[0].deadline:deadline与时间原点2024-07-08 00:00相距须在2^28秒(约8.5年)以内,实为@-300000000000"},
      {[](ProblemData& d) { d.orders[0].crew = 0; }, "orders[0].crew: crew must be between 1 and 100, got 0",
       "orders[0].crew:crew须在1与100之间,实为0"},
      {[](ProblemData& d) {
         d.orders[0].pin = Pin{.technician = {}, .start = {}, .position = 3, .cost_of_change = {}};
       },
       "orders[0].pin.position: pinning the place in the technician's day is not supported yet",
       "orders[0].pin.position:暂不支持固定当日顺序"},
      {[](ProblemData& d) { d.orders[0].pin = Pin(); }, "orders[0].pin: the pin names neither a technician nor a start",
       "orders[0].pin:固定项既未指定师傅,也未指定开始时刻"},
      {[](ProblemData& d) {
         d.orders[0].pin = Pin{.technician = "wang", .start = {}, .position = {}, .cost_of_change = -5};
       },
       "orders[0].pin.cost_of_change: cost_of_change must not be negative, got -5",
       "orders[0].pin.cost_of_change:cost_of_change不能为负数,实为-5"},
      {[](ProblemData& d) {
         d.technicians[1].skills[0].valid_until = Date::from_ymd(2024, 6, 30);
         d.orders[0].pin = Pin{.technician = "li", .start = {}, .position = {}, .cost_of_change = {}};
       },
       "orders[0].pin.technician: technician 'li': the certificate for 'gas' ran out on 2024-06-30, before the first "
       "shift on 2024-07-08",
       "orders[0].pin.technician:师傅“li”的“gas”证书已于2024-06-30到期,早于首个班次日2024-07-08"},
      {[](ProblemData& d) {
         d.orders[0].windows = {{.start = at(9), .end = at(10)}};
         d.orders[0].release = at(10);
       },
       "orders[0]: service could never start: the windows and the release time exclude each other",
       "orders[0]:没有可行的开始时刻:时间窗与最早可派时间互相矛盾"},
      {[](ProblemData& d) { d.orders[0].allowed = {""}; }, "orders[0].allowed[0]: a name in allowed must not be empty",
       "orders[0].allowed[0]:allowed中的名称不能为空"},
  });
}
