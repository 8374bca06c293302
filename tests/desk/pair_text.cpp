// Pairs as people type them.
#include "support/documents.hpp"

#include <paidan/desk/pair_text.hpp>

#include <doctest/doctest.h>

using io_test::messages;
using paidan::desk::find_pair;
using Lines = std::vector<std::string>;

namespace {

/// Orders `1` and `1:2`, technicians `W` with one shift, `W:x` with two, `N` with none.
paidan::Problem with_colons() {
  paidan::ProblemData data;
  data.locations = {{.id = "home"}};
  data.profiles = {{.id = "car", .matrix = paidan::travel::MatrixData{.size = 1, .seconds = {0}}}};
  const paidan::Shift early{.id = "a", .start = data.origin, .end = data.origin + paidan::hours(4)};
  const paidan::Shift late{.id = "b:c", .start = data.origin + paidan::hours(5), .end = data.origin + paidan::hours(9)};
  data.technicians = {{.id = "W", .home = "home", .shifts = {early}},
                      {.id = "W:x", .name = "王师傅", .home = "home", .shifts = {early, late}},
                      {.id = "N", .home = "home"}};
  data.orders = {{.id = "1", .location = "home"}, {.id = "1:2", .location = "home"}};
  return paidan::Problem(std::move(data));
}

}  // namespace

TEST_CASE("a pair is read whatever colons its ids hold") {
  const paidan::Problem problem = with_colons();
  using paidan::MatchPair;
  using paidan::OrderIndex;
  using paidan::ShiftIndex;
  CHECK(find_pair(problem, "1:W") == MatchPair{OrderIndex(0), ShiftIndex(0)});
  CHECK(find_pair(problem, "1:W:a") == MatchPair{OrderIndex(0), ShiftIndex(0)});
  CHECK(find_pair(problem, "1:W:x:a") == MatchPair{OrderIndex(0), ShiftIndex(1)});
  CHECK(find_pair(problem, "1:W:x:b:c") == MatchPair{OrderIndex(0), ShiftIndex(2)});
  CHECK(find_pair(problem, "1:2:W") == MatchPair{OrderIndex(1), ShiftIndex(0)});
}

TEST_CASE("a pair that cannot be read says why") {
  const paidan::Problem problem = with_colons();
  const auto of = [&](const char* words) {
    return messages([&] { static_cast<void>(find_pair(problem, words, "forced[3]")); });
  };
  CHECK(of("1") == Lines{"forced[3]: '1' is not ORDER:TECHNICIAN or ORDER:TECHNICIAN:SHIFT",
                         "forced[3]:“1”不是“工单:师傅”或“工单:师傅:班次”"});
  CHECK(of("9:W") == Lines{"forced[3]: unknown order '9'", "forced[3]:未知的工单“9”"});
  CHECK(of("1:V")[0] == "forced[3]: unknown technician 'V'");
  CHECK(of("1:W:z")[0].starts_with("forced[3]: unknown shift 'z'"));
  CHECK(of("1:W:x") ==
        Lines{"forced[3]: 王师傅 has 2 shifts; name one of a, b:c", "forced[3]:王师傅有2个班次,请写明其中一个:a, b:c"});
  CHECK(of("1:N") == Lines{"forced[3]: N has no shift", "forced[3]:N没有班次"});
}
