// Orders that no technician could ever do are noticed when the problem is made.
#include "sample.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

using namespace paidan;
using namespace paidan_test;

namespace {

/// What is noticed after one change, English and Chinese by turns.
std::vector<std::string> noticed(const std::function<void(ProblemData&)>& change) {
  ProblemData data = sample();
  data.technicians[0].tools = {"ladder"};
  data.technicians[0].parts = {{"valve", 2}};
  data.technicians[0].languages = {"yue"};
  data.technicians[0].group = "east";
  data.technicians[1].tools = {"welder"};
  change(data);
  const Problem problem(data);
  std::vector<std::string> all;
  for (const Error& notice : problem.notices()) {
    all.push_back(notice.message(Language::en));
    all.push_back(notice.message(Language::zh));
  }
  return all;
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what nobody has is noticed: tools together, parts by number, one language, one group") {
  CHECK(noticed([](ProblemData& d) {
          d.orders[0].tools = {"ladder"};
          d.orders[0].parts = {{"valve", 2}};
          d.orders[0].languages = {"min", "yue"};
          d.orders[0].groups = {"west", "east"};
        }).empty());
  CHECK(noticed([](ProblemData& d) {
          d.orders[0].tools = {"ladder", "welder"};
        }) == Lines{"orders[0]: no technician has all the tools of order '1001': ladder, welder",
                    "orders[0]:没有师傅有工单“1001”所需的全部工具:ladder, welder"});
  CHECK(noticed([](ProblemData& d) {
          d.orders[1].parts = {{"valve", 3}};
        }) == Lines{"orders[1]: no technician has enough of the parts of order '1002': valve × 3",
                    "orders[1]:没有师傅有工单“1002”所需的配件数量:valve × 3"});
  CHECK(noticed([](ProblemData& d) { d.orders[1].languages = {"min"}; })[0] ==
        "orders[1]: no technician has one of the languages of order '1002': min");
  CHECK(noticed([](ProblemData& d) { d.orders[1].groups = {"west"}; })[1] ==
        "orders[1]:没有师傅有工单“1002”所需的班组:west");
}

TEST_CASE("names with commas are not taken for several") {
  const Lines two = noticed([](ProblemData& d) {
    d.technicians[0].tools = {"ladder, long"};
    d.orders[0].tools = {"ladder, long"};
    d.orders[1].tools = {"ladder", "long"};
  });
  REQUIRE(two.size() == 2);
  CHECK(two[0] == "orders[1]: no technician has all the tools of order '1002': ladder, long");
}

TEST_CASE("an order that blocks everybody it allows is noticed") {
  CHECK(noticed([](ProblemData& d) { d.orders[2].blocked = {"wang"}; }).empty());
  CHECK(noticed([](ProblemData& d) {
          d.orders[2].blocked = {"wang", "li"};
        }) ==
        Lines{"orders[2]: order '1003' blocks every technician it allows", "orders[2]:工单“1003”允许的师傅全被排除"});
  CHECK(noticed([](ProblemData& d) {
          d.orders[2].allowed = {"wang"};
          d.orders[2].blocked = {"wang"};
        }).size() == 2);
}

TEST_CASE("a pin to somebody without what the order asks for is noticed, one that may be changed is not") {
  const auto pinned = [](std::optional<std::int64_t> cost) {
    return [cost](ProblemData& d) {
      d.orders[0].tools = {"welder"};
      d.orders[0].pin = Pin{.technician = "wang", .start = {}, .position = {}, .cost_of_change = cost};
    };
  };
  CHECK(noticed(pinned(std::nullopt)) ==
        Lines{"orders[0]: order '1001' is pinned to wang, who lacks all the tools: welder",
              "orders[0]:工单“1001”已指定给wang,而该师傅没有全部工具:welder"});
  CHECK(noticed(pinned(5)).empty());
  CHECK(noticed([](ProblemData& d) {
          d.technicians[1].skills.clear();
          d.orders[0].pin = Pin{.technician = "li", .start = {}, .position = {}, .cost_of_change = {}};
        })[0] == "orders[0]: order '1001' is pinned to li, who lacks all the skills: gas ≥ 1");
}

TEST_CASE("an order that may only start when nobody works is noticed") {
  CHECK(noticed([](ProblemData& d) { d.orders[0].release = at(18); }).empty());  // the last second of overtime
  CHECK(noticed([](ProblemData& d) { d.orders[0].release = at(18, 1); }) ==
        Lines{"orders[0]: order '1001' may only start from 2024-07-08 18:01 on, when nobody works",
              "orders[0]:工单“1001”只能在2024-07-08 18:01之后开始,而那时没有班次"});
  CHECK(noticed([](ProblemData& d) {
          d.orders[0].windows = {{at(5), at(7), true}, {at(20), at(21), true}};
        })[0] == "orders[0]: order '1001' may only start 2024-07-08 05:00 to 2024-07-08 20:59:59, when nobody works");
  CHECK(noticed([](ProblemData& d) { d.orders[0].windows = {{at(5), at(7), true}, {at(9), at(10), true}}; }).empty());
}
