// Links between orders and crews: what is refused, how crews are split, what the dense form holds, what is noticed.
#include "cases.hpp"

#include <doctest/doctest.h>

#include <paidan/documents/json.hpp>
#include <paidan/model/errors.hpp>
#include <paidan/model/problem.hpp>

#include <string>
#include <vector>

using namespace paidan;
using namespace paidan_test;

namespace {

Link link(std::string order, std::int64_t minimum = 0, std::int64_t maximum = 0) {
  return {.order = std::move(order), .minimum_gap = minutes(minimum), .maximum_gap = minutes(maximum)};
}

/// What is noticed after one change, English and Chinese by turns.
std::vector<std::string> noticed(void (*change)(ProblemData&)) {
  ProblemData data = sample();
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

/// So many orders that follow each other, in this order or the other way round.
ProblemData chain(std::size_t count, bool backward) {
  ProblemData data = sample();
  data.orders.clear();
  for (std::size_t i = 0; i < count; ++i) {
    data.orders.push_back(order(std::to_string(backward ? count - i : i + 1)));
    const std::size_t before = backward ? count - i - 1 : i;
    if (before > 0) data.orders.back().links = {link(std::to_string(before), 1, 10)};
  }
  return data;
}

}  // namespace

TEST_CASE("each thing that can be wrong with a link or a crew has its message in both languages") {
  check_messages({
      {[](ProblemData& d) { d.orders[0].links = {link("1004")}; },
       "orders[0].links[0].order: unknown order '1004', did you mean '1001'?",
       "orders[0].links[0].order:未知的工单“1004”,是否为“1001”?"},
      {[](ProblemData& d) { d.orders[0].links = {link("")}; }, "orders[0].links[0].order: order is required",
       "orders[0].links[0].order:缺少必填项order"},
      {[](ProblemData& d) { d.orders[1].links = {link("1002")}; },
       "orders[1].links[0].order: an order cannot be linked to itself", "orders[1].links[0].order:工单不能与自身关联"},
      {[](ProblemData& d) {
         d.orders[1].links = {link("1001"), link("1003"), link("1001", 5, 10)};
       },
       "orders[1].links[2]: link '1001' is given twice (first at orders[1].links[0])",
       "orders[1].links[2]:关联“1001”重复(首次出现在orders[1].links[0])"},
      {[](ProblemData& d) { d.orders[1].links = {link("1001", -1, 0)}; },
       "orders[1].links[0].minimum_gap: minimum_gap must not be negative, got -60",
       "orders[1].links[0].minimum_gap:minimum_gap不能为负数,实为-60"},
      {[](ProblemData& d) { d.orders[1].links = {link("1001", 10, 5)}; },
       "orders[1].links[0]: the maximum gap of 300 s is less than the minimum gap of 600 s",
       "orders[1].links[0]:最大间隔300秒小于最小间隔600秒"},
      {[](ProblemData& d) {
         d.orders[1].links = {link("1001", 30, 60)};
         d.orders[2].links = {link("1002", 0, 10), link("1001", 0, 20)};
       },
       "orders[2].links[1]: the gaps between these orders cannot all be kept: 1003, 1001, 1002",
       "orders[2].links[1]:以下工单之间的间隔无法同时满足:1003, 1001, 1002"},
      {[](ProblemData& d) {
         d.orders[0].crew = 3;
         d.orders[2].id = "1001#3";
       },
       "orders[0].crew: further technicians of the crew get orders of their own, but there is an order '1001#3' "
       "(orders[2])",
       "orders[0].crew:多人工单会拆成多张工单,但编号“1001#3”已被占用(orders[2])"},
  });
}

TEST_CASE("gaps in a circle that can be kept are no error") {
  ProblemData data = sample();
  data.orders[1].links = {link("1001", 30, 60)};
  data.orders[2].links = {link("1002", 0, 10), link("1001", 0, 30)};
  CHECK(Problem::validate(data).empty());
  data.orders[0].links = {link("1003", 0, 0)};  // all three at once, but the second is half an hour later
  REQUIRE(Problem::validate(data).size() == 1);
  CHECK(Problem::validate(data)[0].kind == &errors::gaps_exclude_each_other);
}

TEST_CASE("links lie with both orders, and who hangs together is one group") {
  ProblemData data = sample();
  for (const char* id : {"1004", "1005", "1006"}) data.orders.push_back(order(id));
  data.orders[3].links = {link("1001", 10, 20)};
  data.orders[5].links = {link("1004"), link("1005", 0, 5)};
  const Problem problem(data);
  const Dense& dense = problem.dense();
  REQUIRE(dense.links.size() == 3);
  CHECK(dense.links[0].first == OrderIndex(0U));
  CHECK(dense.links[0].second == OrderIndex(3U));
  CHECK(dense.links[0].min_s == 600);
  CHECK(dense.links[0].max_s == 1'200);
  const auto rows = [&](std::size_t order) {
    return std::vector<std::uint32_t>(dense.orders.links[order].begin(), dense.orders.links[order].end());
  };
  CHECK(rows(0) == std::vector<std::uint32_t>{0});
  CHECK(rows(1).empty());
  CHECK(rows(3) == std::vector<std::uint32_t>{0, 1});
  CHECK(rows(5) == std::vector<std::uint32_t>{1, 2});
  REQUIRE(dense.link_groups.size() == 1);
  CHECK(std::vector<OrderIndex>(dense.link_groups[0].begin(), dense.link_groups[0].end()) ==
        std::vector{OrderIndex(0U), OrderIndex(3U), OrderIndex(4U), OrderIndex(5U)});
  CHECK(dense.orders.link_group == std::vector<std::uint32_t>{0, UINT32_MAX, UINT32_MAX, 0, 0, 0});
}

TEST_CASE("a crew is split into linked orders, and what counts once stays with the first") {
  ProblemData data = sample();
  Order& heavy = data.orders[1];
  heavy.crew = 3;
  heavy.name = "吊装";
  heavy.service = minutes(40);
  heavy.setup = minutes(5);
  heavy.parts = {{"valve", 1}};
  heavy.tools = {"ladder"};
  heavy.tags = {"outdoor"};
  heavy.blocked = {"li"};
  heavy.windows = {{at(9), at(12), true}, {at(10), at(11), false}};
  heavy.promise = Promise{.at = at(10)};
  heavy.unserved_cost = 77;
  data.technicians[0].parts = {{"valve", 1}};
  data.technicians[0].tools = {"ladder"};
  const Problem problem(data);
  REQUIRE(problem.order_count() == 5);
  const Order& first = problem.order(OrderIndex(1U));
  CHECK(first.crew == 1);
  CHECK(first.links.empty());
  CHECK(first.parts == heavy.parts);
  for (const std::size_t i : {3U, 4U}) {
    const Order& mate = problem.order(OrderIndex(i));
    CHECK(mate.id == (i == 3 ? "1002#2" : "1002#3"));
    CHECK(mate.name == (i == 3 ? "吊装 #2" : "吊装 #3"));
    CHECK(mate.links == std::vector{link("1002")});
    CHECK(mate.service == heavy.service);
    CHECK(mate.setup == heavy.setup);
    CHECK(mate.skills == heavy.skills);
    CHECK(mate.tags == heavy.tags);
    CHECK(mate.blocked == heavy.blocked);
    CHECK(mate.windows == std::vector{heavy.windows[0]});
    CHECK(mate.parts.empty());
    CHECK(mate.tools.empty());
    CHECK_FALSE(mate.promise.has_value());
    CHECK(mate.unserved_cost == 0);
  }
  CHECK(problem.dense().orders.unserved_cost[3] == 0);
  REQUIRE(problem.dense().link_groups.size() == 1);
  CHECK(problem.dense().link_groups[0].size() == 3);
}

TEST_CASE("a problem with crews and links comes back from its document the same") {
  ProblemData data = sample();
  data.orders[0].crew = 2;
  data.orders[2].links = {link("1002", 0, 120)};
  const Problem problem(data);
  const Problem again(problem.data());  // crews are split once
  CHECK(again.order_count() == 4);
  CHECK(again.hash() == problem.hash());
  const std::string text = documents::to_json(problem.data());
  const Problem read = documents::problem_from_json(text);
  CHECK(read.hash() == problem.hash());
  CHECK(read.data().orders[2].links == data.orders[2].links);
  CHECK(documents::to_json(read.data()) == text);
}

TEST_CASE("crews and links are part of the hash") {
  ProblemData data = sample();
  const std::uint64_t plain = Problem(data).hash();
  data.orders[2].links = {link("1002", 0, 120)};
  const std::uint64_t linked = Problem(data).hash();
  data.orders[2].links[0].maximum_gap = minutes(121);
  const std::uint64_t wider = Problem(data).hash();
  data.orders[2].links[0].minimum_gap = minutes(1);
  const std::uint64_t later = Problem(data).hash();
  data.orders[2].links[0].order = "1001";
  const std::uint64_t other = Problem(data).hash();
  data.orders[2].links.clear();
  CHECK(Problem(data).hash() == plain);
  data.orders[2].crew = 2;
  const std::uint64_t crew = Problem(data).hash();
  const std::vector<std::uint64_t> all{plain, linked, wider, later, other, crew};
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t k = i + 1; k < all.size(); ++k) CHECK(all[i] != all[k]);
  }
}

TEST_CASE("more at once than there are technicians for is noticed") {
  CHECK(noticed([](ProblemData& d) { d.orders[0].crew = 2; }).empty());
  CHECK(noticed([](ProblemData& d) { d.orders[0].crew = 3; }) ==
        Lines{"orders[0]: orders 1001, 1001 #2, 1001 #3 begin at the same time, but of the technicians 2 at most could "
              "be there",
              "orders[0]:工单1001, 1001 #2, 1001 #3须同时开始,但最多只有2位师傅能到场"});
  CHECK(noticed([](ProblemData& d) {
          d.orders[0].crew = 2;
          d.orders[0].blocked = {"li"};
        })[0] ==
        "orders[0]: orders 1001, 1001 #2 begin at the same time, but of the technicians 1 at most could be there");
  // Different orders at once: each of the two has somebody, but it is the same one.
  CHECK(noticed([](ProblemData& d) {
          d.orders[1].links = {link("1001")};
          d.orders[0].allowed = {"li"};
          d.orders[1].allowed = {"li"};
        }).size() == 2);
  CHECK(noticed([](ProblemData& d) {
          d.orders[1].links = {link("1001")};
          d.orders[0].allowed = {"li"};
        }).empty());
  CHECK(noticed([](ProblemData& d) {
          d.orders[1].links = {link("1001", 0, 1)};  // one after the other
          d.orders[0].allowed = d.orders[1].allowed = {"li"};
        }).empty());
}

TEST_CASE("an order that nobody can do is noticed with those that it takes along, and a crew once") {
  const auto notices = noticed([](ProblemData& d) {
    d.orders[0].tools = {"crane"};
    d.orders[1].links = {link("1001", 0, 30)};
    d.orders[2].links = {link("1002", 0, 30)};
  });
  CHECK(notices ==
        Lines{"orders[0]: no technician has all the tools of order '1001': crane",
              "orders[0]:没有师傅有工单“1001”所需的全部工具:crane",
              "orders[0]: nobody could ever do order '1001', so orders that are linked to it are not served either: "
              "1002, 1003",
              "orders[0]:没有师傅能做工单“1001”,与之关联的工单也都无法安排:1002, 1003"});
  const auto crew = noticed([](ProblemData& d) {
    d.orders[0].skills = {{.skill = "gas", .level = 5}};
    d.orders[0].crew = 2;
  });
  CHECK(crew.size() == 2);
}

TEST_CASE("hours that never meet are noticed") {
  CHECK(noticed([](ProblemData& d) {
          d.orders[0].windows = {{at(8), at(9), true}};
          d.orders[1].windows = {{at(11), at(12), true}};
          d.orders[1].links = {link("1001", 0, 120)};
        }) == Lines{"orders[1].links[0]: whenever order '1001' may be done, order '1002' cannot start 0 to 120 minutes "
                    "after it",
                    "orders[1].links[0]:无论何时做工单“1001”,工单“1002”都无法在其后0至120分钟开始"});
  CHECK(noticed([](ProblemData& d) {
          d.orders[0].windows = {{at(8), at(9), true}};
          d.orders[1].windows = {{at(11), at(12), true}};
          d.orders[1].links = {link("1001", 0, 121)};
        }).empty());
  CHECK(noticed([](ProblemData& d) {
          d.orders[1].links = {link("1001", 12 * 60, 20 * 60)};  // longer than anybody works
        }).size() == 2);
  CHECK(noticed([](ProblemData& d) {
          d.orders[1].service = {};
          d.orders[1].links = {link("1001", 10 * 60, 20 * 60)};  // from 8:00 to 18:00, overtime included
        }).empty());
}

TEST_CASE("an order of its own that is named and linked as a crew's further one keeps its notices") {
  for (const char* id : {"1001#lift", "1001#2", "1001#02", "1001#1", "1001#"}) {
    CAPTURE(id);
    ProblemData data = sample();
    data.orders[1] = order(id);
    data.orders[1].links = {link("1001")};
    data.orders[1].skills = {{.skill = "gas", .level = 5}};
    const Problem problem(data);
    REQUIRE(problem.notices().size() == 3);
    CHECK(problem.notices()[0].kind == &errors::nobody_skilled);
    CHECK(problem.notices()[1].kind == &errors::group_never_served);
    CHECK(problem.notices()[2].kind == &errors::too_few_together);
  }
}

TEST_CASE("orders pinned to one technician cannot begin together, whatever the others that ask the same can") {
  CHECK(noticed([](ProblemData& d) { d.orders[1].links = {link("1001")}; }).empty());
  CHECK(noticed([](ProblemData& d) {
          d.orders[1].links = {link("1001")};
          d.orders[0].pin = d.orders[1].pin = Pin{.technician = "li"};
        }).size() == 2);
  CHECK(noticed([](ProblemData& d) {
          d.orders[1].links = {link("1001")};
          d.orders[0].pin = Pin{.technician = "li"};
        }).empty());
}

TEST_CASE("long chains are checked in either order") {
  for (const bool backward : {false, true}) CHECK(Problem::validate(chain(20'000, backward)).empty());
  ProblemData circle = chain(200, false);
  circle.orders[0].links = {link("200")};
  CHECK(Problem::validate(circle).size() == 1);
}

TEST_CASE("orders that somebody can do together are not noticed, however many") {
  ProblemData data = chain(2'000, false);
  for (std::size_t t = 0; t < 200; ++t) {
    data.technicians.push_back(data.technicians[0]);
    data.technicians.back().id = data.technicians.back().name = "t" + std::to_string(t);
  }
  for (std::size_t i = 1; i < data.orders.size(); i += 2) data.orders[i - 1].links.clear();
  const Problem problem(data);
  CHECK(problem.dense().link_groups.size() == 1'000);
  CHECK(problem.notices().empty());
}
