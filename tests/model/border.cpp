#include <paidan/model/border.hpp>

#include <doctest/doctest.h>

#include "sample.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace paidan;
using paidan_test::at;
using paidan_test::sample;

namespace {

/// wang has two days with breaks on both, li none at all, zhou one day.
Problem crew() {
  ProblemData data = sample();
  Technician& wang = data.technicians[0];
  wang.shifts[0].breaks = {{.id = "noon", .earliest = at(11), .latest = at(12), .duration = minutes(30)},
                           {.id = "tea", .earliest = at(15), .latest = at(16), .duration = minutes(15)}};
  Shift tuesday = wang.shifts[0];
  tuesday.id = "tue";
  tuesday.start = tuesday.start + hours(24);
  tuesday.end = tuesday.end + hours(24);
  tuesday.breaks = {{.id = "noon", .earliest = at(35), .latest = at(36), .duration = minutes(30)}};
  wang.shifts.push_back(tuesday);
  data.technicians[1].shifts.clear();
  data.technicians.push_back(paidan_test::technician("zhou"));
  return Problem(std::move(data));
}

using Ids = std::vector<std::string_view>;

}  // namespace

TEST_CASE("orders and technicians have ids at the border, and are found by them again") {
  const ProblemBorder border(crew());
  CHECK(border.known(Noun::order) == Ids{"1001", "1002", "1003"});
  CHECK(border.known(Noun::technician) == Ids{"wang", "li", "zhou"});
  for (const Noun noun : {Noun::order, Noun::technician}) {
    for (std::uint32_t i = 0; i < border.known(noun).size(); ++i) {
      CHECK(border.id(noun, i) == border.known(noun)[i]);
      CHECK(border.find(noun, border.id(noun, i)) == i);
    }
    // No such index, no such id: absent, never another one.
    CHECK(border.id(noun, 3).empty());
    CHECK(border.id(noun, UINT32_MAX).empty());
    CHECK(border.find(noun, "1004") == UINT32_MAX);
    CHECK(border.find(noun, "") == UINT32_MAX);
  }
  CHECK(border.find(Noun::order, "wang") == UINT32_MAX);
}

TEST_CASE("a shift is named by its technician and its own id") {
  const ProblemBorder border(crew());
  CHECK(border.shifts_of(TechnicianIndex(0)) == Ids{"mon", "tue"});
  CHECK(border.shifts_of(TechnicianIndex(1)).empty());
  CHECK(border.shifts_of(TechnicianIndex(2)) == Ids{"mon"});
  for (std::size_t t = 0; t < 3; ++t) {
    const TechnicianIndex technician(t);
    for (std::size_t n = 0; n < border.shifts_of(technician).size(); ++n) {
      const ShiftIndex shift = border.shift_at(technician, n);
      CHECK(border.technician_of(shift) == technician);
      CHECK(border.shift_id(shift) == border.shifts_of(technician)[n]);
    }
  }
  CHECK(border.shift_at(TechnicianIndex(2), 0) == ShiftIndex(2));
  CHECK(border.shift_id(ShiftIndex(3)).empty());
  CHECK(border.shift_id(ShiftIndex()).empty());
  CHECK_FALSE(border.technician_of(ShiftIndex(3)).valid());
  CHECK_FALSE(border.technician_of(ShiftIndex()).valid());
}

TEST_CASE("a break is the how-maniest of its shift") {
  const Problem problem = crew();
  const ProblemBorder border(problem);
  REQUIRE(problem.dense().breaks.size() == 3);
  for (std::size_t s = 0; s < problem.shift_count(); ++s) {
    const auto breaks = problem.dense().shifts.breaks[s];
    for (std::size_t n = 0; n < breaks.size(); ++n) CHECK(border.break_position(breaks[n]) == static_cast<int>(n));
  }
  CHECK(border.break_position(problem.dense().shifts.breaks[0][1]) == 1);
  CHECK_FALSE(border.break_position(BreakIndex(3)).has_value());
  CHECK_FALSE(border.break_position(BreakIndex()).has_value());
}

TEST_CASE("times of the model are instants at the border, as far as a model goes") {
  const ProblemBorder border(crew());
  CHECK(border.origin() == at(0));
  CHECK(border.zone().name() == "Asia/Shanghai");
  CHECK(border.instant({3'600}) == at(1));
  CHECK(border.instant({-60}) == at(0) - minutes(1));
  for (const std::int32_t seconds : {0, 1, -1, 86'400, ModelTime::limit, -ModelTime::limit}) {
    CHECK(border.model_time(border.instant({seconds})) == ModelTime{seconds});
  }
  CHECK_FALSE(border.model_time(border.instant({ModelTime::limit}) + Duration{1}).has_value());
  CHECK_FALSE(border.model_time(border.instant({-ModelTime::limit}) - Duration{1}).has_value());
  CHECK_FALSE(border.model_time({INT64_MAX}).has_value());
  CHECK_FALSE(border.model_time({INT64_MIN}).has_value());
}

TEST_CASE("a border holds its problem") {
  const ProblemBorder border = [] { return ProblemBorder(crew()); }();
  CHECK(border.problem().order_count() == 3);
  CHECK(border.id(Noun::order, 0) == "1001");
}
