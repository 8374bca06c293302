#include <doctest/doctest.h>

#include "cases.hpp"

using namespace paidan;
using paidan_test::at;

namespace {

SupplyDepot shop() { return {.id = "shop", .location = "depot"}; }

}  // namespace

TEST_CASE("each thing that can be wrong with a depot has its message in both languages") {
  paidan_test::check_messages({
      {[](ProblemData& d) {
         d.depots = {shop(), shop()};
       },
       "depots[1].id: depot 'shop' is given twice (first at depots[0])",
       "depots[1].id:仓库“shop”重复(首次出现在depots[0])"},
      {[](ProblemData& d) {
         d.depots = {shop()};
         d.depots[0].location = "nort";
       },
       "depots[0].location: unknown location 'nort', did you mean 'north'?",
       "depots[0].location:未知的地点“nort”,是否为“north”?"},
      {[](ProblemData& d) {
         d.depots = {shop()};
         d.depots[0].service = {-1};
       },
       "depots[0].service: service must not be negative, got -1", "depots[0].service:service不能为负数,实为-1"},
      {[](ProblemData& d) {
         d.depots = {shop()};
         d.depots[0].hours = {{at(8), at(12)}, {at(14), at(13)}};
       },
       "depots[0].hours[1]: the opening must end after it starts, got 2024-07-08 14:00 to 2024-07-08 13:00",
       "depots[0].hours[1]:营业时段的结束须晚于开始,实为2024-07-08 14:00至2024-07-08 13:00"},
      {[](ProblemData& d) {
         d.depots = {shop()};
         d.depots[0].parts = {{"valve", 2}, {"valve", 3}};
       },
       "depots[0].parts[1]: part 'valve' is given twice (first at depots[0].parts[0])",
       "depots[0].parts[1]:配件“valve”重复(首次出现在depots[0].parts[0])"},
      {[](ProblemData& d) {
         d.depots = {shop()};
         d.depots[0].parts = {{"valve", 0}};
       },
       "depots[0].parts[0].quantity: quantity must be between 1 and 1000000, got 0",
       "depots[0].parts[0].quantity:quantity须在1与1000000之间,实为0"},
      {[](ProblemData& d) {
         d.depots = {shop()};
         d.depots[0].tools = {"ladder", ""};
       },
       "depots[0].tools[1]: a name in tools must not be empty", "depots[0].tools[1]:tools中的名称不能为空"},
  });
}
