#include "support.hpp"

#include <doctest/doctest.h>

using namespace check_test;

TEST_SUITE("violations") {
  TEST_CASE("a plan that keeps all rules has none") {
    CHECK(judge(small_data(), small_routes()) == Codes{});
    ProblemData empty = small_data();
    empty.orders.clear();
    CHECK(judge(empty, {}) == Codes{});
    CHECK(judge(small_data(), {}, {OrderIndex(0), OrderIndex(1)}) == Codes{});
  }

  TEST_CASE("skills: missing, level too low, certificate not valid on the shift's day") {
    CHECK(judge_changed([](ProblemData& d) { d.orders[0].skills = {{"gas", 2}}; }) == Codes{"skill_missing"});
    CHECK(judge_changed([](ProblemData& d) {
            d.orders[0].skills = {{"gas", 2}};
            d.technicians[0].skills = {{"gas", 1, {}, {}}};
          }) == Codes{"skill_level"});
    const Date monday{19'912};  // 2024-07-08
    const auto certificate = [&](std::optional<Date> from, std::optional<Date> until) {
      return judge_changed([&](ProblemData& d) {
        d.orders[0].skills = {{"gas", 2}};
        d.technicians[0].skills = {{"gas", 1, {}, {}}, {"gas", 3, from, until}};
      });
    };
    CHECK(certificate({}, monday + -1) == Codes{"certificate_expired"});
    CHECK(certificate(monday + 1, {}) == Codes{"certificate_expired"});
    CHECK(certificate(monday, monday) == Codes{});
  }

  TEST_CASE("the amount says by how much") {
    ProblemData d = small_data();
    d.orders[1].skills = {{"gas", 3}};
    d.technicians[0].skills = {{"gas", 1, {}, {}}};
    const Problem problem(d);
    const auto report = check::evaluate(problem, plan_of(problem, small_routes()));
    REQUIRE(report.violations.size() == 1);
    CHECK(report.violations[0] == check::Violation{"skill_level", OrderIndex(1), TechnicianIndex(0), ShiftIndex(0), 2});
    CHECK_FALSE(report.valid());
  }

  TEST_CASE("lists, groups, languages, tools and pins") {
    const auto other = [](ProblemData& d) {
      Technician t = d.technicians[0];
      t.id = "li";
      d.technicians.push_back(t);
    };
    CHECK(judge_changed([&](ProblemData& d) {
            other(d);
            d.orders[0].allowed = {"li"};
          }) == Codes{"not_allowed"});
    CHECK(judge_changed([](ProblemData& d) { d.orders[0].blocked = {"wang"}; }) == Codes{"blocked"});
    CHECK(judge_changed([](ProblemData& d) {
            d.orders[0].groups = {"north"};
            d.technicians[0].group = "south";
          }) == Codes{"group"});
    CHECK(judge_changed([](ProblemData& d) { d.orders[0].groups = {"north"}; }) == Codes{"group"});
    CHECK(judge_changed([](ProblemData& d) {
            d.orders[0].languages = {"yue", "en"};
            d.technicians[0].languages = {"cmn"};
          }) == Codes{"language"});
    CHECK(judge_changed([](ProblemData& d) {
            d.orders[0].tools = {"ladder", "pump"};
            d.technicians[0].tools = {"pump"};
          }) == Codes{"tool_missing"});
    const auto pinned = [&](std::optional<std::int64_t> cost) {
      return judge_changed([&](ProblemData& d) {
        other(d);
        d.orders[0].pin = Pin{.technician = "li", .start = {}, .position = {}, .cost_of_change = cost};
      });
    };
    CHECK(pinned({}) == Codes{"pin_technician"});
    CHECK(pinned(7) == Codes{});
    CHECK(judge_changed([](ProblemData& d) {
            d.orders[0].pin = Pin{.technician = {}, .start = at(1101), .position = {}, .cost_of_change = {}};
          }) == Codes{"pin_start"});
  }

  TEST_CASE("parts count over all shifts of a technician") {
    ProblemData d = small_data();
    d.technicians[0].shifts.push_back(shift("tue", 11'000, 15'000));
    d.orders[0].parts = {{"sensor", 2}};
    d.orders[1].parts = {{"sensor", 1}};
    const std::vector<Route> routes{route(0, 1000, {visit(0, 1000, 1100, 1100, 1600)}, 1700),
                                    route(1, 11'000, {visit(1, 11'000, 11'300, 11'300, 11'900)}, 12'200)};
    d.technicians[0].parts = {{"sensor", 2}};
    CHECK(judge(d, routes) == Codes{"part_short"});
    d.technicians[0].parts = {{"sensor", 3}};
    CHECK(judge(d, routes) == Codes{});
  }

  TEST_CASE("an unreachable place") {
    CHECK(judge_changed([](ProblemData& d) { d.profiles[0].matrix->seconds[1 * 4 + 2] = -1; }) == Codes{"unreachable"});
  }

  TEST_CASE("windows, release, hard promise: the start must lie in them, both ends as defined") {
    const auto b_window = [](std::int64_t from, std::int64_t to) {
      return judge_changed([=](ProblemData& d) { d.orders[1].windows = {window(from, to)}; });
    };
    CHECK(b_window(1800, 1801) == Codes{});
    CHECK(b_window(1700, 1800) == Codes{"window"});  // half-open
    CHECK(b_window(1801, 1900) == Codes{"window"});
    CHECK(judge_changed([](ProblemData& d) { d.orders[1].release = at(1801); }) ==
          Codes{"left_before_release", "window"});
    // It is left for at 1600: known by then or not.
    CHECK(judge_changed([](ProblemData& d) { d.orders[1].release = at(1600); }) == Codes{});
    CHECK(judge_changed([](ProblemData& d) { d.orders[1].release = at(1601); }) == Codes{"left_before_release"});
    CHECK(judge_changed([](ProblemData& d) { d.orders[0].release = at(1000); }) == Codes{});
    CHECK(judge_changed([](ProblemData& d) { d.orders[0].release = at(1001); }) == Codes{"left_before_release"});
    CHECK(judge_changed([](ProblemData& d) {
            d.orders[1].promise = Promise{.at = at(1700), .before = {0}, .after = {99}, .hard = true};
          }) == Codes{"window"});
    CHECK(judge_changed([](ProblemData& d) {
            d.orders[1].promise = Promise{.at = at(1700), .before = {0}, .after = {100}, .hard = true};
          }) == Codes{});
  }

  TEST_CASE("suspensions must not touch service; travel may go on") {
    const auto suspended = [](std::int64_t from, std::int64_t to) {
      return judge_changed([=](ProblemData& d) { d.technicians[0].suspensions = {{at(from), at(to), "leave"}}; });
    };
    CHECK(suspended(1600, 1800) == Codes{});
    CHECK(suspended(1599, 1601) == Codes{"suspended"});
    CHECK(suspended(1700, 1801) == Codes{"suspended"});
  }

  TEST_CASE("shift hours and the overtime cap") {
    const auto hours = [](std::int64_t start, std::int64_t end, std::int64_t cap) {
      return judge_changed([=](ProblemData& d) {
        d.technicians[0].shifts = {shift("mon", start, end)};
        d.technicians[0].shifts[0].overtime_cap = {cap};
      });
    };
    CHECK(hours(1000, 2700, 0) == Codes{});
    CHECK(hours(1001, 2700, 0) == Codes{"shift_start"});
    CHECK(hours(1000, 2699, 0) == Codes{"shift_end"});
    CHECK(hours(1000, 2600, 100) == Codes{});
    CHECK(hours(1000, 2600, 99) == Codes{"shift_end"});
  }

  TEST_CASE("limits of jobs, travel and distance") {
    const auto limit = [](const std::function<void(Technician&)>& set) {
      return judge_changed([&](ProblemData& d) { set(d.technicians[0]); });
    };
    CHECK(limit([](Technician& t) { t.max_jobs = 1; }) == Codes{"max_jobs"});
    CHECK(limit([](Technician& t) { t.max_leg = Duration{299}; }) == Codes{"max_leg"});
    CHECK(limit([](Technician& t) { t.max_leg = Duration{300}; }) == Codes{});
    CHECK(limit([](Technician& t) { t.max_travel = Duration{599}; }) == Codes{"max_travel"});
    CHECK(limit([](Technician& t) { t.max_travel = Duration{600}; }) == Codes{});
    CHECK(limit([](Technician& t) { t.max_distance_metres = 5999; }) == Codes{"max_distance"});
    CHECK(limit([](Technician& t) { t.max_distance_metres = 6000; }) == Codes{});
  }

  TEST_CASE("work of a kind: so many jobs, so much time, none while it is closed") {
    const auto outdoors = [](const std::function<void(ProblemData&)>& change) {
      return judge_changed([&](ProblemData& d) {
        for (Order& one : d.orders) one.tags = {"outdoor"};
        change(d);
      });
    };
    // Two visits: from 1100 to 1600 and from 1800 to 2400.
    const auto limit = [&](std::optional<std::int32_t> jobs, std::optional<Duration> work) {
      return outdoors([&](ProblemData& d) { d.limits = {{.tag = "outdoor", .max_jobs = jobs, .max_work = work}}; });
    };
    CHECK(limit(1, {}) == Codes{"tag_jobs"});
    CHECK(limit(2, {}) == Codes{});
    CHECK(limit({}, Duration{1099}) == Codes{"tag_work"});
    CHECK(limit({}, Duration{1100}) == Codes{});
    CHECK(limit(0, Duration{0}) == Codes{"tag_jobs", "tag_work"});
    // The shift begins at 1000: a limit of other hours does not count it.
    const auto between = [&](std::int64_t from, std::int64_t until) {
      return outdoors(
          [&](ProblemData& d) { d.limits = {{.tag = "outdoor", .start = at(from), .end = at(until), .max_jobs = 0}}; });
    };
    CHECK(between(1000, 1001) == Codes{"tag_jobs"});
    CHECK(between(0, 1000) == Codes{});
    CHECK(between(1001, 9000) == Codes{});
    const auto closed = [&](std::int64_t from, std::int64_t until) {
      return outdoors([&](ProblemData& d) { d.closures = {{"outdoor", at(from), at(until), "heat"}}; });
    };
    CHECK(closed(1600, 1800) == Codes{});
    CHECK(closed(1599, 1601) == Codes{"tag_closed"});
    CHECK(closed(1000, 5000) == Codes{"tag_closed", "tag_closed"});
  }

  TEST_CASE("a break is due when the technician is under way at its latest start") {
    const auto due = [](std::int64_t earliest, std::int64_t latest) {
      return judge_changed([=](ProblemData& d) {
        d.technicians[0].shifts[0].breaks = {
            {.id = "lunch", .earliest = at(earliest), .latest = at(latest), .duration = {300}}};
      });
    };
    CHECK(due(1000, 1001) == Codes{"break_missing"});
    CHECK(due(1000, 1000) == Codes{});
    CHECK(due(2000, 2699) == Codes{"break_missing"});
    CHECK(due(2000, 2700) == Codes{});
  }

  TEST_CASE("rests happen where the technician is, in their window, once") {
    ProblemData d = small_data();
    d.technicians[0].shifts[0].breaks = {{.id = "lunch", .earliest = at(1600), .latest = at(2000), .duration = {300}}};
    const auto with = [&](std::int32_t start, std::int32_t end) {
      const std::int32_t to_b = end + 200;
      return judge(
          d,
          {route(0, 1000,
                 {visit(0, 1000, 1100, 1100, 1600), rest(0, 1600, start, end), visit(1, end, to_b, to_b, to_b + 600)},
                 to_b + 900)});
    };
    CHECK(with(1600, 1900) == Codes{});
    CHECK(with(1600, 1899) == Codes{"service_too_short"});
    d.technicians[0].shifts[0].breaks[0].earliest = at(1300);
    d.technicians[0].shifts[0].breaks[0].latest = at(1590);
    CHECK(with(1600, 1900) == Codes{"break_window"});
    const Codes twice = judge(d, {route(0, 1000,
                                        {visit(0, 1000, 1100, 1100, 1600), rest(0, 1600, 1600, 1900),
                                         rest(0, 1900, 1900, 2200), visit(1, 2200, 2400, 2400, 3000)},
                                        3300)});
    CHECK(std::count(twice.begin(), twice.end(), "served_twice") == 1);
  }

  TEST_CASE("plans that contradict themselves") {
    using Stops = std::vector<Stop>;
    const auto with = [](std::int32_t start, Stops stops, std::int32_t end) {
      return judge(small_data(), {route(0, start, std::move(stops), end)});
    };
    const Stop a = visit(0, 1000, 1100, 1100, 1600);
    const Stop b = visit(1, 1600, 1800, 1800, 2400);
    CHECK(with(1000, {a, visit(1, 1600, 1799, 1800, 2400)}, 2700) == Codes{"travel_too_short"});
    CHECK(with(1000, {a, visit(1, 1600, 1801, 1801, 2401)}, 2701) == Codes{"timing"});
    CHECK(with(1000, {a, b}, 2699) == Codes{"travel_too_short"});
    CHECK(with(1000, {a, b}, 2701) == Codes{"timing"});
    CHECK(with(1000, {a, visit(1, 1600, 1800, 1800, 2399)}, 2699) == Codes{"service_too_short"});
    CHECK(with(1000, {a, visit(1, 1600, 1800, 1800, 2401)}, 2701) == Codes{"timing"});
    CHECK(with(1000, {a, visit(1, 1599, 1799, 1799, 2399)}, 2699) == Codes{"overlap"});
    CHECK(with(1000, {a, visit(1, 1601, 1801, 1801, 2401)}, 2701) == Codes{"timing"});
    CHECK(with(1000, {a, visit(1, 1600, 1800, 1799, 2399)}, 2699) == Codes{"timing"});
    // Consistent, but later than need be.
    CHECK(with(1001, {visit(0, 1001, 1101, 1101, 1601), visit(1, 1601, 1801, 1801, 2401)}, 2701) == Codes{"timing"});
    CHECK(with(1000, {a, visit(1, 1600, 1800, 1801, 2401)}, 2701) == Codes{"timing"});
  }

  TEST_CASE("an early start is moved as late as the same end allows, without adding lateness") {
    ProblemData d = small_data();
    d.orders[1].windows = {window(3000, 4000)};
    CHECK(judge(d, {route(0, 2200, {visit(0, 2200, 2300, 2300, 2800), visit(1, 2800, 3000, 3000, 3600)}, 3900)}) ==
          Codes{});
    CHECK(judge(d, {route(0, 1000, {visit(0, 1000, 1100, 1100, 1600), visit(1, 1600, 1800, 3000, 3600)}, 3900)}) ==
          Codes{"timing"});
    d.orders[0].deadline = at(1500);  // due: not later than that
    CHECK(judge(d, {route(0, 1400, {visit(0, 1400, 1500, 1500, 2000), visit(1, 2000, 2200, 3000, 3600)}, 3900)}) ==
          Codes{});
    CHECK(judge(d, {route(0, 2200, {visit(0, 2200, 2300, 2300, 2800), visit(1, 2800, 3000, 3000, 3600)}, 3900)}) ==
          Codes{"timing"});
  }

  TEST_CASE("setup is paid once for consecutive visits at one location, a rest between them or not") {
    ProblemData d = small_data();
    d.orders[0].location = "B";
    d.orders[0].setup = d.orders[1].setup = {60};
    const auto second = [&](std::int32_t seconds) {
      return judge(d, {route(0, 1000, {visit(0, 1000, 1300, 1300, 1860), visit(1, 1860, 1860, 1860, 1860 + seconds)},
                             2160 + seconds)});
    };
    CHECK(second(600) == Codes{});
    CHECK(second(660) == Codes{"timing"});
    d.orders[1].location = "B2";  // the same spot under another name is another place
    CHECK(second(660) == Codes{});
    d.orders[1].location = "B";
    d.technicians[0].shifts[0].breaks = {{.id = "tea", .earliest = at(1860), .latest = at(1900), .duration = {100}}};
    CHECK(
        judge(d, {route(0, 1000,
                        {visit(0, 1000, 1300, 1300, 1860), rest(0, 1860, 1860, 1960), visit(1, 1960, 1960, 1960, 2560)},
                        2860)}) == Codes{});
  }

  TEST_CASE("speed and efficiency stretch legs and visits, rounded up") {
    ProblemData d = small_data();
    d.orders.pop_back();
    d.technicians[0].speed_percent = 90;        // 100 → 112
    d.technicians[0].efficiency_percent = 130;  // 500 → 385
    CHECK(judge(d, {route(0, 1000, {visit(0, 1000, 1112, 1112, 1497)}, 1609)}) == Codes{});
    CHECK(judge(d, {route(0, 1000, {visit(0, 1000, 1111, 1111, 1496)}, 1608)}) == Codes{"travel_too_short"});
  }

  TEST_CASE("an open end is where the last visit ends") {
    ProblemData d = small_data();
    d.technicians[0].shifts[0].open_end = true;
    auto routes = small_routes();
    routes[0].end.seconds = 2400;
    CHECK(judge(d, routes) == Codes{});
    CHECK(judge(d, small_routes()) == Codes{"timing"});
  }

  TEST_CASE("every order exactly once") {
    const Stop a = visit(0, 1000, 1100, 1100, 1600);
    const std::vector<Route> only_a{route(0, 1000, {a}, 1700)};
    CHECK(judge(small_data(), only_a) == Codes{"not_accounted"});
    CHECK(judge(small_data(), only_a, {OrderIndex(1)}) == Codes{});
    CHECK(judge(small_data(), small_routes(), {OrderIndex(1)}) == Codes{"served_twice"});
    CHECK(judge(small_data(), {}, {OrderIndex(0), OrderIndex(1), OrderIndex(1)}) == Codes{"served_twice"});
    CHECK(judge(small_data(), {}, {OrderIndex(1), OrderIndex(0)}) == Codes{"bad_index"});
    CHECK(judge(small_data(), only_a, {OrderIndex(1), OrderIndex(2)}) == Codes{"bad_index"});
    CHECK(judge(small_data(), {route(0, 1000, {a, visit(0, 1600, 1600, 1600, 2100)}, 2200)}, {OrderIndex(1)}) ==
          Codes{"served_twice"});
  }

  TEST_CASE("indices that do not exist, routes out of order, routes without work") {
    const Stop a = visit(0, 1000, 1100, 1100, 1600);
    const std::vector<OrderIndex> b{OrderIndex(1)};
    const Codes shift_unknown = judge(small_data(), {route(1, 1000, {a}, 1700)}, b);
    CHECK(shift_unknown == Codes{"bad_index", "not_accounted"});
    const Codes order_unknown = judge(small_data(), {route(0, 1000, {a, visit(9, 1600, 1600, 1600, 1600)}, 1700)}, b);
    CHECK(order_unknown == Codes{"bad_index"});
    const Codes rest_unknown = judge(small_data(), {route(0, 1000, {a, rest(0, 1600, 1600, 1600)}, 1700)}, b);
    CHECK(rest_unknown == Codes{"bad_index"});
    CHECK(judge(small_data(), {route(0, 1000, {}, 1000)}, {OrderIndex(0), OrderIndex(1)}) == Codes{"timing"});
    ProblemData d = small_data();
    d.technicians[0].shifts.push_back(shift("tue", 11'000, 15'000));
    const Route monday = route(0, 1000, {a}, 1700);
    const Route tuesday = route(1, 11'000, {visit(1, 11'000, 11'300, 11'300, 11'900)}, 12'200);
    CHECK(judge(d, {monday, tuesday}) == Codes{});
    CHECK(judge(d, {tuesday, monday}) == Codes{"bad_index"});
  }

  TEST_CASE("the stated cost and the problem's hash are checked") {
    const Problem problem(small_data());
    Plan plan = plan_of(problem, small_routes());
    plan.goals = check::evaluate(problem, plan).goals;
    CHECK(check::evaluate(problem, plan).valid());
    plan.goals->run_well -= 3;
    CHECK(check::evaluate(problem, plan).violations == std::vector<check::Violation>{{"wrong_goals", {}, {}, {}, 3}});
    plan.goals->late.seconds += 4;  // the first that differs counts
    CHECK(check::evaluate(problem, plan).violations == std::vector<check::Violation>{{"wrong_goals", {}, {}, {}, 4}});
    plan.goals->honour = INT64_MIN;
    CHECK(check::evaluate(problem, plan).violations.at(0).amount == std::int64_t{1} << 62);
    plan.goals.reset();
    plan.cost.travel += 5;
    plan.cost.distance -= 5;
    auto report = check::evaluate(problem, plan);
    REQUIRE(codes(report) == Codes{"wrong_cost"});
    CHECK(report.violations[0].amount == 10);
    plan = plan_of(problem, small_routes());
    plan.problem.value ^= 1;
    CHECK(codes(check::evaluate(problem, plan)) == Codes{"wrong_problem"});
  }
}
