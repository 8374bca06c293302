#include "support.hpp"

#include <doctest/doctest.h>

using namespace check_test;

namespace {

check::ActualVisit did(std::size_t order, std::size_t technician, std::int32_t arrival, std::int32_t start,
                       std::int32_t end) {
  static const std::vector<std::string> orders{"a", "b", "c"};
  static const std::vector<std::string> technicians{"wang", "off"};
  return {orders.at(order), technicians.at(technician), at(arrival), at(start), at(end)};
}

/// Kinds and paths, in order; nothing when the visits are judged.
std::vector<std::string> refused(const Problem& problem, const std::vector<check::ActualVisit>& visits) {
  try {
    static_cast<void>(check::evaluate_actual(problem, visits));
  } catch (const InvalidInput& invalid) {
    std::vector<std::string> list;
    for (const Error& error : invalid.errors()) list.push_back(std::string(error.code()) + " " + error.path);
    return list;
  }
  return {};
}

}  // namespace

TEST_SUITE("what the host did") {
  TEST_CASE("a clean day has no violations and the same figures as the plan") {
    const Problem problem(small_data());
    // Given in any order; b is left at 1600, arrives at 1810 instead of 1800, starts 20 s later.
    const std::vector<check::ActualVisit> day{did(1, 0, 1810, 1830, 2400), did(0, 0, 1100, 1100, 1600)};
    const check::Report report = check::evaluate_actual(problem, day);
    CHECK(codes(report) == Codes{});
    CHECK(report.kpis.served == 2);
    CHECK(report.kpis.travel.seconds == 600);
    CHECK(report.kpis.waiting.seconds == 30);
    CHECK(report.kpis.service.seconds == 500 + 570);
    CHECK(report.kpis.travel.seconds + report.kpis.waiting.seconds + report.kpis.service.seconds == 2700 - 1000);
    CHECK(report.cost.waiting == 30 * Objective{}.per_waiting_second);
    CHECK(report.cost.unserved == 0);
  }

  TEST_CASE("late, overlapping, unskilled and unaccounted work is listed, figures are computed all the same") {
    ProblemData d = small_data();
    d.orders[0].windows = {window(1000, 1101)};
    d.orders[1].skills = {{"gas", 1}};
    d.orders.push_back(order("c", "B2", 100));
    const Problem problem(d);
    const std::vector<check::ActualVisit> day{did(0, 0, 1100, 1110, 1600), did(1, 0, 1500, 1590, 2300)};
    const check::Report report = check::evaluate_actual(problem, day);
    CHECK(codes(report) == Codes{"window", "overlap", "skill_missing"});
    CHECK(report.violations[0].amount == 10);
    CHECK(report.violations[1].amount == 100);
    CHECK(report.kpis.served == 2);
    CHECK(report.kpis.unserved == 1);
    CHECK(report.cost.unserved == Objective{}.unserved);
  }

  TEST_CASE("being faster than the model is no violation") {
    const Problem problem(small_data());
    const std::vector<check::ActualVisit> day{did(0, 0, 1100, 1100, 1600), did(1, 0, 1650, 1650, 1700)};
    CHECK(codes(check::evaluate_actual(problem, day)) == Codes{});
  }

  TEST_CASE("one arrival for two jobs at one place is no overlap") {
    ProblemData d = small_data();
    d.orders[1].location = "A";
    const Problem problem(d);
    CHECK(codes(check::evaluate_actual(
              problem, std::vector{did(0, 0, 1100, 1100, 1600), did(1, 0, 1100, 1600, 1700)})) == Codes{});
    CHECK(codes(check::evaluate_actual(
              problem, std::vector{did(0, 0, 1100, 1100, 1600), did(1, 0, 1100, 1599, 1700)})) == Codes{"overlap"});
  }

  TEST_CASE("visits belong to the shift they start in, or to the nearest") {
    ProblemData d = small_data();
    d.technicians[0].shifts.push_back(shift("tue", 11'000, 15'000));
    const Problem problem(d);
    const auto where = [&](std::int32_t start) {
      const auto report = check::evaluate_actual(problem, std::vector{did(0, 0, start, start, start + 500)});
      return report.violations.empty() ? std::string("fine")
                                       : report.violations[0].code + std::to_string(report.violations[0].shift.value);
    };
    CHECK(where(1100) == "fine");
    CHECK(where(11'100) == "fine");
    CHECK(where(1099) == "shift_start0");
    CHECK(where(6000) == "shift_end0");
    CHECK(where(9000) == "shift_start1");
    CHECK(where(14'900) == "shift_end1");
  }

  TEST_CASE("work without any shift is said, and counted") {
    ProblemData d = small_data();
    Technician off = d.technicians[0];
    off.id = "off";
    off.shifts.clear();
    d.technicians.push_back(off);
    const Problem problem(d);
    const auto report =
        check::evaluate_actual(problem, std::vector{did(0, 1, 1100, 1100, 1600), did(1, 1, 1900, 1900, 2000)});
    REQUIRE(codes(report) == Codes{"shift_start"});
    CHECK(report.violations[0].technician == TechnicianIndex(1));
    CHECK(report.violations[0].amount == 600);
    CHECK(report.kpis.technicians[1].travel.seconds == 200);
    CHECK(report.kpis.technicians[1].waiting.seconds == 100);
    CHECK(report.cost.fixed == 0);
  }

  TEST_CASE("a due break is missing only if no idle time could have held it") {
    ProblemData d = small_data();
    d.technicians[0].shifts[0].breaks = {{.id = "lunch", .earliest = at(1500), .latest = at(1700), .duration = {300}}};
    const Problem problem(d);
    CHECK(codes(check::evaluate_actual(problem, std::vector{did(0, 0, 1100, 1100, 1600),
                                                            did(1, 0, 1900, 2000, 2100)})) == Codes{"break_missing"});
    CHECK(codes(check::evaluate_actual(
              problem, std::vector{did(0, 0, 1100, 1100, 1600), did(1, 0, 1900, 2100, 2200)})) == Codes{});
  }

  TEST_CASE("a visit given twice is named") {
    const Problem problem(small_data());
    const std::vector<check::ActualVisit> day{did(0, 0, 1100, 1100, 1150), did(0, 0, 1100, 1100, 1150)};
    const Codes found = codes(check::evaluate_actual(problem, day));
    CHECK(std::count(found.begin(), found.end(), "served_twice") == 1);
    CHECK(check::evaluate_actual(problem, {}).kpis.unserved == 2);
  }

  TEST_CASE("without a start work began at the arrival") {
    const Problem problem(small_data());
    std::vector<check::ActualVisit> day{did(0, 0, 1100, 1100, 1600), did(1, 0, 1810, 1810, 2400)};
    const check::Report given = check::evaluate_actual(problem, day);
    for (check::ActualVisit& visit : day) visit.start.reset();
    CHECK(check::evaluate_actual(problem, day) == given);
    CHECK(given.kpis.service == Duration{500 + 590});
    CHECK(given.problem == ContentHash{problem.hash()});
  }

  TEST_CASE("impossible records are refused, all at once") {
    const Problem problem(small_data());
    using Paths = std::vector<std::string>;
    CHECK(refused(problem, {}) == Paths{});
    std::vector<check::ActualVisit> day{did(0, 0, 1100, 1100, 1600), did(0, 0, 1100, 1100, 1600),
                                        did(0, 0, 1100, 1100, 1050), did(0, 0, 1100, 1090, 1095),
                                        did(0, 0, 1100, 1100, 1100), did(0, 0, 1100, 1100, 1600)};
    day[0].order = "x";
    day[1].technician = "wamg";
    day[5].arrival = Instant{INT64_MIN};
    day[5].end = Instant{INT64_MAX};
    CHECK(refused(problem, day) == Paths{"unknown_id visits[0].order", "unknown_id visits[1].technician",
                                         "times_fall visits[2]", "times_fall visits[3]",
                                         "out_of_range visits[5].arrival", "out_of_range visits[5].end"});
    // Work may end the moment it begins.
    CHECK(refused(problem, {day[4]}) == Paths{});
  }

  TEST_CASE("what is refused is said in the host's words: rows, ids, local times") {
    ProblemData d = small_data();
    d.zone = ZoneRules("UTC+8", "", 8 * 3600, {});
    const Problem problem(d);
    std::vector<check::ActualVisit> day{did(0, 0, 1100, 1100, 1050), did(1, 0, 1100, 1099, 1600)};
    day[0].row = 12;
    day[1].technician = "wamg";
    day[1].row = 14;
    try {
      static_cast<void>(check::evaluate_actual(problem, day));
      FAIL("not refused");
    } catch (const InvalidInput& invalid) {
      REQUIRE(invalid.errors().size() == 3);
      CHECK(invalid.errors()[0].row == 12);
      CHECK(invalid.errors()[0].text(Language::en) == "end 2024-07-08 08:17:30 is before start 2024-07-08 08:18:20");
      CHECK(invalid.errors()[0].text(Language::zh) == "end 2024-07-08 08:17:30早于start 2024-07-08 08:18:20");
      CHECK(invalid.errors()[1].row == 14);
      CHECK(invalid.errors()[1].text(Language::en) == "unknown technician 'wamg', did you mean 'wang'?");
      CHECK(invalid.errors()[2].row == 14);
      CHECK(invalid.errors()[2].text(Language::en) ==
            "start 2024-07-08 08:18:19 is before arrival 2024-07-08 08:18:20");
    }
  }

  TEST_CASE("a start that was not given is not spoken of, and each fault is said once") {
    const Problem problem(small_data());
    using Paths = std::vector<std::string>;
    std::vector<check::ActualVisit> day{did(0, 0, 1100, 1100, 1600)};
    day[0].start.reset();
    day[0].arrival = Instant{INT64_MAX};
    CHECK(refused(problem, day) == Paths{"out_of_range visits[0].arrival"});
    day[0].arrival = Instant{INT64_MIN};
    CHECK(refused(problem, day) == Paths{"out_of_range visits[0].arrival"});
    day[0].arrival = at(1100);
    day[0].end = at(1050);
    try {
      static_cast<void>(check::evaluate_actual(problem, day));
      FAIL("not refused");
    } catch (const InvalidInput& invalid) {
      REQUIRE(invalid.errors().size() == 1);
      CHECK(invalid.errors()[0].text(Language::en) == "end 2024-07-08 00:17:30 is before arrival 2024-07-08 00:18:20");
    }
    // A start beyond what a model holds is not late as well.
    day[0].start = Instant{INT64_MAX};
    day[0].end = at(1600);
    CHECK(refused(problem, day) == Paths{"out_of_range visits[0].start"});
    day[0].start = Instant{INT64_MIN};
    CHECK(refused(problem, day) == Paths{"out_of_range visits[0].start"});
  }

  TEST_CASE("times end where a model's do") {
    const Problem problem(small_data());
    std::vector<check::ActualVisit> day{did(0, 0, 1100, 1100, 1600)};
    const auto with = [&](std::int64_t arrival, std::int64_t end) {
      day[0].arrival = at(arrival);
      day[0].start = at(0);
      day[0].end = at(end);
      return refused(problem, day);
    };
    using Paths = std::vector<std::string>;
    CHECK(with(-ModelTime::limit, ModelTime::limit) == Paths{});
    CHECK(with(-ModelTime::limit - 1, 0) == Paths{"out_of_range visits[0].arrival"});
    CHECK(with(0, ModelTime::limit + 1) == Paths{"out_of_range visits[0].end"});
  }
}
