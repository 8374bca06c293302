#include "support.hpp"

#include <doctest/doctest.h>

using namespace check_test;

TEST_SUITE("cost and figures") {
  TEST_CASE("each cost term by hand") {
    ProblemData d = small_data();
    Technician& wang = d.technicians[0];
    wang.shifts = {shift("mon", 1000, 2600)};
    wang.shifts[0].overtime_cap = {1000};
    wang.shifts[0].breaks = {{.id = "tea", .earliest = at(1600), .latest = at(1650), .duration = {60}, .paid = true}};
    wang.skills = {{"gas", 3, {}, {}}};
    wang.fixed_cost = 11;
    wang.rating = 480;
    wang.load_carried = {1000};
    Technician li = wang;
    li.id = "li";
    li.rating = 460;
    li.load_carried = {3000};
    d.technicians.push_back(li);
    d.orders[0].skills = {{"gas", 1}};
    d.orders[0].deadline = at(1090);
    d.orders[0].preferred = {"li"};
    d.orders[0].windows = {window(1000, 1200)};
    d.orders[1].windows = {window(1900, 3000)};
    d.orders[1].previous_technician = "li";
    d.orders[1].pin = Pin{.technician = {}, .start = at(2000), .position = {}, .cost_of_change = 77};
    Order left_out = order("c", "A", 100);
    left_out.priority = 2;
    d.orders.push_back(left_out);
    d.objective.fairness = {{.over = {2000}, .per_second = 3}};
    const Problem problem(d);
    // a 1100–1600, rest 1600–1660, 200 s to b: 1860, waits 40, 1900–2500, home 2800: 200 s overtime.
    const Plan plan = plan_of(
        problem,
        {route(0, 1000, {visit(0, 1000, 1100, 1100, 1600), rest(0, 1600, 1640, 1700), visit(1, 1700, 1900, 1900, 2500)},
               2800)},
        {OrderIndex(2)});
    const check::Report report = check::evaluate(problem, plan);
    REQUIRE(codes(report) == Codes{});
    const Objective w;
    const Cost cost = report.cost;
    CHECK(cost.travel == 600 * w.per_travel_second);
    CHECK(cost.distance == 6000 * w.per_metre);
    CHECK(cost.waiting == 40 * w.per_waiting_second);
    CHECK(cost.lateness == 10 * w.per_lateness_second);
    CHECK(cost.overtime == 200 * w.per_overtime_second);
    CHECK(cost.over_skill == 2 * w.per_overskill_level);
    CHECK(cost.quality == 2 * -10 * w.per_rating_point);  // 480 against a mean of 470
    CHECK(cost.preference == w.not_preferred);
    CHECK(cost.same_technician == w.not_same_technician);
    CHECK(cost.change == 77);
    CHECK(cost.fixed == 11);
    // wang: 1000 + 600 + 1100 + 60 = 2760; li works nothing and counts with 3000.
    CHECK(cost.fairness == 3 * (760 + 1000));
    CHECK(cost.unserved == 3 * w.unserved);

    const check::Kpis& k = report.kpis;
    CHECK(k.orders == 3);
    CHECK(k.served == 2);
    CHECK(k.unserved == 1);
    CHECK(k.travel.seconds + k.waiting.seconds + k.service.seconds + k.breaks.seconds == 1800);
    CHECK(k.breaks.seconds == 60);
    CHECK(k.overtime.seconds == 200);
    CHECK(k.shift.seconds == 3200);
    CHECK(k.lateness.seconds == 10);
    CHECK(k.skill_waste_levels == 2);
    CHECK(k.technicians_used == 1);
    CHECK(k.rework == 1);
    CHECK(k.rework_same == 0);
    CHECK(k.on_time_share == std::nullopt);  // nothing is promised
    CHECK(k.travel_share == Share{600, 1740});
    CHECK(k.utilisation == Share{1100, 3200});
    CHECK(k.work_spread.seconds == 240);
    REQUIRE(k.gini_work.has_value());
    CHECK(k.gini_work->value() == doctest::Approx(480.0 / 23'040));  // Σ|xi − xj| / (2 n² mean)
    CHECK(k.technicians[0].jobs == 2);
    CHECK(k.technicians[1].work.seconds == 3000);
  }

  TEST_CASE("promises are kept from at − before to at + after, ends included") {
    const auto kpis = [](std::int64_t promised_at) {
      ProblemData d = small_data();
      d.orders.pop_back();
      d.orders[0].promise = Promise{.at = at(promised_at), .before = {30}, .after = {40}, .hard = false};
      const Problem problem(d);
      return check::evaluate(problem, plan_of(problem, {route(0, 1000, {visit(0, 1000, 1100, 1100, 1600)}, 1700)}))
          .kpis;
    };
    CHECK(kpis(1130).on_time == 1);
    CHECK(kpis(1131).early == 1);
    CHECK(kpis(1131).served_as_promised == 0);
    CHECK(kpis(1130).served_as_promised == 1);
    CHECK(kpis(1059).served_as_promised == 0);
    CHECK(kpis(1060).on_time == 1);
    CHECK(kpis(1059).late == 1);
    CHECK(kpis(1059).lateness.seconds == 1);
    CHECK(kpis(1130).on_time_share == Share{1, 1});
    CHECK(kpis(1059).on_time_share == Share{0, 1});
    ProblemData d = small_data();
    d.orders[0].promise = Promise{.at = at(2000)};
    const Problem problem(d);
    const auto none = check::evaluate(problem, plan_of(problem, {}, {OrderIndex(0), OrderIndex(1)})).kpis;
    CHECK(none.promised == 1);
    CHECK(none.promised_unserved == 1);
    CHECK(none.served_as_promised == 0);
    CHECK(none.on_time_share == Share{0, 1});
    CHECK(none.utilisation == Share{0, 4000});
    // Of nothing there is no share.
    CHECK(none.travel_share == std::nullopt);
    CHECK(none.gini_work == std::nullopt);
  }

  TEST_CASE("the Gini coefficient is 0 when all work the same, and near 1 when one works for many") {
    const auto gini = [](const std::vector<std::int64_t>& carried) {
      ProblemData d = small_data();
      for (std::size_t t = 0; t < carried.size(); ++t) {
        if (t > 0) d.technicians.push_back(d.technicians[0]);
        d.technicians[t].id = "t" + std::to_string(t);
        d.technicians[t].load_carried = {carried[t]};
      }
      // Without a shift nobody can work: who has none does not count.
      d.technicians.push_back(d.technicians[0]);
      d.technicians.back().id = "off";
      d.technicians.back().shifts.clear();
      d.technicians.back().load_carried = {900'000};
      const Problem problem(d);
      return check::evaluate(problem, plan_of(problem, {}, {OrderIndex(0), OrderIndex(1)})).kpis.gini_work;
    };
    REQUIRE(gini({500, 500, 500}).has_value());
    CHECK(gini({500, 500, 500})->part == 0);
    CHECK(gini({0, 0, 0}) == std::nullopt);
    for (const std::vector<std::int64_t>& carried :
         {std::vector<std::int64_t>{0, 0, 0, 700}, {1, 2, 3}, {9, 1, 1, 4, 30'000}, {86'400, 0}}) {
      std::int64_t apart = 0;
      std::int64_t sum = 0;
      for (const std::int64_t a : carried) {
        sum += a;
        for (const std::int64_t b : carried) apart += std::abs(a - b);
      }
      const auto n = static_cast<double>(carried.size());
      const std::optional<Share> found = gini(carried);
      REQUIRE(found.has_value());
      CHECK(found->value() == doctest::Approx(static_cast<double>(apart) / (2 * n * static_cast<double>(sum))));
    }
    CHECK(gini({0, 0, 0, 700})->value() == 0.75);
  }

  TEST_CASE("the Gini coefficient is right where its sums leave 64 bits") {
    constexpr std::size_t technicians = Problem::max_technicians;
    constexpr std::size_t times = 130'000;
    ProblemData d = small_data();
    d.technicians.resize(technicians, d.technicians[0]);
    for (std::size_t t = 0; t < technicians; ++t) {
      d.technicians[t].id = "t" + std::to_string(t);
      d.technicians[t].load_carried = {ModelTime::limit};
    }
    const Problem problem(d);
    // One of them never leaves the first customer's house, again and again.
    const check::ActualVisit longest{
        "a", "t0", Instant{origin.seconds - ModelTime::limit}, {}, Instant{origin.seconds + ModelTime::limit}};
    const check::Report report = check::evaluate_actual(problem, std::vector(times, longest));
    const double more = 2.0 * static_cast<double>(times) * ModelTime::limit;
    const double all = static_cast<double>(technicians) * ModelTime::limit + more;
    REQUIRE(report.kpis.gini_work.has_value());
    CHECK(report.kpis.gini_work->value() == doctest::Approx(more / all));
  }
}
