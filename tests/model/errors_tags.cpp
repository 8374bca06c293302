#include <doctest/doctest.h>

#include "cases.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace paidan;
using paidan_test::at;

TEST_CASE("each thing that can be wrong with limits and closures has its message in both languages") {
  paidan_test::check_messages({
      {[](ProblemData& d) { d.limits = {{.tag = "", .max_jobs = 1}}; }, "limits[0].tag: tag is required",
       "limits[0].tag:缺少必填项tag"},
      {[](ProblemData& d) { d.limits = {{.tag = "height"}}; },
       "limits[0]: the limit for 'height' limits nothing: it needs max_jobs or max_work",
       "limits[0]:“height”的分类上限没有内容:须给出max_jobs或max_work"},
      {[](ProblemData& d) { d.limits = {{.tag = "height", .start = at(0), .max_jobs = 1}}; },
       "limits[0].end: a limit has both start and end, or neither: start is given, end is not",
       "limits[0].end:分类上限的start与end须同时给出或都不给:已有start,缺end"},
      {[](ProblemData& d) { d.limits = {{.tag = "height", .max_jobs = -1}}; },
       "limits[0].max_jobs: max_jobs must not be negative, got -1", "limits[0].max_jobs:max_jobs不能为负数,实为-1"},
      {[](ProblemData& d) { d.limits = {{.tag = "height", .max_work = Duration{-2}}}; },
       "limits[0].max_work: max_work must not be negative, got -2", "limits[0].max_work:max_work不能为负数,实为-2"},
      {[](ProblemData& d) { d.orders[0].tags = {""}; }, "orders[0].tags[0]: a name in tags must not be empty",
       "orders[0].tags[0]:tags中的名称不能为空"},
  });
}

TEST_CASE("a tag that no order has is told, with the one that was meant") {
  ProblemData data = paidan_test::sample();
  data.orders[0].tags = {"outdoor"};
  data.limits = {{.tag = "outdor", .max_jobs = 1}, {.tag = "outdoor", .max_jobs = 1}};
  data.closures = {{"height", at(0), at(1), ""}};
  std::vector<std::string> told;
  const Problem problem(data);
  for (const Error& notice : problem.notices()) {
    if (notice.code() == "unused_tag") told.push_back(notice.message(Language::en));
  }
  CHECK(told == std::vector<std::string>{"limits[0].tag: no order has the tag 'outdor', did you mean 'outdoor'?",
                                         "closures[0].tag: no order has the tag 'height'"});
}

TEST_CASE("more limits than are counted are refused") {
  ProblemData data = paidan_test::sample();
  data.limits.assign(Problem::max_tag_rules + 1, {.tag = "height", .max_jobs = 1});
  CHECK(Problem::validate(data).front().code() == "too_many");
}

TEST_CASE("an order that rules on its kind leave to nobody is told") {
  const auto told = [](const ProblemData& data) {
    std::vector<std::string> codes;
    const Problem problem(data);
    for (const Error& notice : problem.notices()) codes.emplace_back(notice.code());
    return codes;
  };
  ProblemData data = paidan_test::sample();
  for (Technician& person : data.technicians) person.efficiency_percent = 100;
  const Shift day = data.technicians[0].shifts[0];
  Order& order = data.orders[0];
  order.tags = {"height"};
  order.service = minutes(60);
  const std::vector<std::string> before = told(data);
  CHECK(std::count(before.begin(), before.end(), "nobody_may") +
            std::count(before.begin(), before.end(), "always_closed") ==
        0);
  const auto more = [&](std::string_view code) {
    const std::vector<std::string> now = told(data);
    return std::count(now.begin(), now.end(), code) == 1 && now.size() == before.size() + 1;
  };
  data.limits = {{.tag = "height", .max_jobs = 0}};
  CHECK(more("nobody_may"));
  data.limits = {{.tag = "height", .max_work = minutes(59)}};
  CHECK(more("nobody_may"));
  data.limits = {{.tag = "height", .max_jobs = 1, .max_work = minutes(60)}};
  CHECK(told(data) == before);
  // Other days' limits, other kinds'.
  data.limits = {{.tag = "height", .start = day.start - hours(200), .end = day.start - hours(100), .max_jobs = 0}};
  CHECK(told(data) == before);
  data.limits.clear();
  data.closures = {{"height", day.start - hours(100), day.end + hours(1'000), "wind"}};
  CHECK(more("always_closed"));
  // Work may end when the closure begins.
  data.closures = {{"height", day.start + minutes(60), day.end + hours(1'000), "wind"}};
  order.windows.clear();
  order.promise.reset();
  order.release.reset();
  order.pin.reset();
  CHECK(told(data) == before);
  data.closures[0].start = day.start + minutes(59);
  CHECK(more("always_closed"));
}
