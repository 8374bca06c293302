#include <paidan/routing/detail/regions.hpp>

#include <doctest/doctest.h>

#include <paidan/check/evaluate.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/dispatch/watch.hpp>
#include <paidan/routing/detail/assemble.hpp>
#include <paidan/routing/detail/region_problem.hpp>
#include <paidan/routing/detail/region_rounds.hpp>
#include <paidan/routing/timing.hpp>

#include "rich/random_rich.hpp"
#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

using namespace paidan;
using routing::Cut;
using routing::Region;
using routing::RegionRules;
using routing::Visits;

namespace {

constexpr Cut cuts[] = {Cut::days, Cut::people};

Problem some_problem(int seed, std::int32_t orders = 60) {
  paidan_test::RandomProblem shape = rich_test::shape_of(seed, orders);
  shape.technicians = 4 + seed % 5;
  shape.days = 1 + seed % 3;
  // With depots nothing is cut, nor with links, nor where the worst lateness of all counts.
  return rich_test::rich_problem(static_cast<std::uint64_t>(seed), shape).with([](ProblemData& data) {
    data.depots.clear();
    data.objective.per_worst_lateness_second = 0;
    for (Order& order : data.orders) order.links.clear();
  });
}

Visits visits_of(const Problem& problem, const Plan& plan) { return routing::sequences_of(problem, plan); }

Visits planned(const Problem& problem, Visits given, const RegionRules& rules, routing::Watcher* watcher = nullptr,
               std::int64_t time_limit_ms = 0) {
  routing::RegionRounds rounds(problem, std::move(given), rules, watcher,
                               routing::make_control(watcher, time_limit_ms));
  rounds.run();
  return rounds.visits();
}

/// Orders that somebody's hours meet on some day.
bool may_be_served(const Problem& problem, std::uint32_t order) {
  const ShiftColumns& shifts = problem.dense().shifts;
  for (std::size_t s = 0; s < problem.shift_count(); ++s) {
    for (const Interval& one : problem.dense().orders.starts[order]) {
      if (one.low <= shifts.end_s[s] + shifts.overtime_cap_s[s] && one.high >= shifts.start_s[s]) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("every tour lies in one region, every order that may be served in one, and what stays together does") {
  std::size_t most = 0;
  for (int seed = 0; seed < paidan_test::cases(30); ++seed) {
    CAPTURE(seed);
    const Problem problem = some_problem(seed);
    const Visits nothing(problem.shift_count());
    for (const Visits& visits : {nothing, visits_of(problem, plan(problem, {.iterations = 30}))}) {
      for (const Cut cut : cuts) {
        const auto regions = routing::cut_regions(problem, visits, cut, 20, static_cast<std::uint64_t>(seed));
        CHECK(regions == routing::cut_regions(problem, visits, cut, 20, static_cast<std::uint64_t>(seed)));
        most = std::max(most, regions.size());
        std::vector<int> tours(problem.shift_count());
        std::vector<int> orders(problem.order_count());
        for (const Region& region : regions) {
          CHECK(std::is_sorted(region.tours.begin(), region.tours.end()));
          CHECK(std::is_sorted(region.orders.begin(), region.orders.end()));
          std::set<std::int32_t> days;
          for (const std::uint32_t tour : region.tours) {
            ++tours[tour];
            days.insert(problem.dense().shifts.local_day[tour]);
            for (const std::uint32_t order : visits[tour])
              CHECK(std::binary_search(region.orders.begin(), region.orders.end(), order));
          }
          if (cut == Cut::days) CHECK(days.size() == 1);
          for (const std::uint32_t order : region.orders) ++orders[order];
          if (cut == Cut::days) continue;
          for (const std::uint32_t tour : region.tours) {
            const std::size_t t = problem.dense().shifts.technician[tour].at();
            const TechnicianColumns& technicians = problem.dense().technicians;
            for (std::uint32_t s = technicians.first_shift[t]; s < technicians.first_shift[t + 1]; ++s)
              CHECK(std::binary_search(region.tours.begin(), region.tours.end(), s));
          }
        }
        CHECK(std::count(tours.begin(), tours.end(), 1) == static_cast<std::ptrdiff_t>(tours.size()));
        for (std::uint32_t order = 0; order < orders.size(); ++order) {
          CAPTURE(order);
          CHECK(orders[order] <= 1);
          if (may_be_served(problem, order)) CHECK(orders[order] == 1);
        }
      }
    }
  }
  CHECK(most > 3);
}

TEST_CASE("far more orders than the tours could serve are looked at a part at a time, by another seed another part") {
  const Problem problem = some_problem(1, 120);
  const Visits nothing(problem.shift_count());
  std::set<std::uint32_t> seen;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    for (const Region& region : routing::cut_regions(problem, nothing, Cut::people, 4, seed)) {
      CHECK(region.orders.size() <= 16);
      seen.insert(region.orders.begin(), region.orders.end());
    }
  }
  CHECK(seen.size() == problem.order_count());
}

TEST_CASE("a tour in a region is told as it is in the whole problem") {
  int told = 0;
  for (int seed = 0; seed < paidan_test::cases(40); ++seed) {
    CAPTURE(seed);
    const Problem problem = some_problem(seed);
    const Visits visits = visits_of(problem, plan(problem, {.iterations = 50}));
    for (const Cut cut : cuts) {
      for (const Region& region : routing::cut_regions(problem, visits, cut, 20, 7)) {
        const Problem part = routing::region_problem(problem, region);
        REQUIRE(part.shift_count() == region.tours.size());
        REQUIRE(part.order_count() == region.orders.size());
        for (std::size_t i = 0; i < region.tours.size(); ++i) {
          std::vector<OrderIndex> whole;
          std::vector<OrderIndex> inside;
          for (const std::uint32_t order : visits[region.tours[i]]) {
            whole.emplace_back(order);
            inside.emplace_back(static_cast<std::size_t>(
                std::lower_bound(region.orders.begin(), region.orders.end(), order) - region.orders.begin()));
          }
          const auto expected = routing::time_route(problem, ShiftIndex(region.tours[i]), whole);
          const auto found = routing::time_route(part, ShiftIndex(i), inside);
          CHECK(found.feasible == expected.feasible);
          CHECK(found.cost == expected.cost);
          CHECK(found.goals == expected.goals);
          CHECK(found.work_s == expected.work_s);
          CHECK(found.route.start == expected.route.start);
          CHECK(found.route.end == expected.route.end);
          told += whole.empty() ? 0 : 1;
        }
        for (std::size_t i = 0; i < region.orders.size(); ++i) {
          const std::size_t o = region.orders[i];
          CHECK(part.dense().orders.honour[i] == problem.dense().orders.honour[o]);
          CHECK(part.dense().orders.unserved_cost[i] == problem.dense().orders.unserved_cost[o]);
          CHECK(part.order(OrderIndex(i)) == problem.order(OrderIndex(o)));
        }
      }
    }
  }
  CHECK(told > 100);
}

TEST_CASE("straight lines in a region are those of the whole problem, whatever its middle") {
  ProblemData data;
  data.origin = {1'720'000'000 / 86'400 * 86'400};
  SplitMix64 random(5);
  for (int i = 0; i < 40; ++i) {
    const GeoPoint point{static_cast<std::int32_t>(310'000'000 + random.between(0, 9'000'000)),
                         static_cast<std::int32_t>(1'210'000'000 + random.between(0, 9'000'000)), Datum::wgs84};
    data.locations.push_back({.id = "L" + std::to_string(i), .name = "", .point = point});
    if (i % 3 == 0) data.locations.back().compound = "C" + std::to_string(i % 2);
  }
  data.compounds = {{.id = "C0", .entry = minutes(5)}, {.id = "C1", .entry = minutes(9)}, {.id = "C2"}};
  for (int t = 0; t < 8; ++t) {
    Technician one;
    one.id = "T" + std::to_string(t);
    one.home = "L" + std::to_string(t);
    one.shifts = {{.id = "d", .start = data.origin + hours(8), .end = data.origin + hours(18)}};
    one.rating = 300 + 20 * t;
    data.technicians.push_back(one);
  }
  for (int o = 0; o < 32; ++o) {
    Order one;
    one.id = "O" + std::to_string(o);
    one.location = "L" + std::to_string(8 + o);
    data.orders.push_back(one);
  }
  const Problem problem(data);
  const auto regions = routing::cut_regions(problem, Visits(problem.shift_count()), Cut::days, 8, 1);
  CHECK(regions.size() == 4);
  for (const Region& region : regions) {
    const Problem part = routing::region_problem(problem, region);
    for (std::size_t i = 0; i < region.orders.size(); ++i) {
      for (std::size_t k = 0; k < region.orders.size(); ++k) {
        const Dense& whole = problem.dense();
        const Dense& inside = part.dense();
        CHECK(inside.profiles[0].leg(inside.orders.location[i], inside.orders.location[k]) ==
              whole.profiles[0].leg(whole.orders.location[region.orders[i]], whole.orders.location[region.orders[k]]));
        // The entry is paid once, not in the matrix and again on top of it.
        CHECK(constraints::hop(inside, TechnicianIndex(0U), inside.orders.location[i], inside.orders.location[k]) ==
              constraints::hop(whole, TechnicianIndex(0U), whole.orders.location[region.orders[i]],
                               whole.orders.location[region.orders[k]]));
      }
    }
    for (std::size_t t = 0; t < 8; ++t) {
      if (part.technician(TechnicianIndex(t)).shifts.empty()) continue;
      CHECK(part.dense().technicians.quality_cost[t] == problem.dense().technicians.quality_cost[t]);
    }
  }
}

TEST_CASE("a certificate that runs out in the week does not make a region's problem wrong") {
  ProblemData data;
  data.origin = {1'720'000'000 / 86'400 * 86'400};
  data.locations = {{.id = "L", .name = "", .point = GeoPoint{310'000'000, 1'210'000'000, Datum::wgs84}}};
  const std::int32_t today = static_cast<std::int32_t>(data.origin.seconds / 86'400);
  Technician one;
  one.id = "T";
  one.home = "L";
  for (int day = 0; day < 3; ++day)
    one.shifts.push_back({.id = std::to_string(day),
                          .start = data.origin + hours(24 * day + 8),
                          .end = data.origin + hours(24 * day + 17)});
  one.skills = {{.skill = "gas", .level = 1, .valid_from = {}, .valid_until = Date{today}}};
  data.technicians = {one};
  Order order;
  order.id = "O";
  order.location = "L";
  order.skills = {{"gas", 1}};
  order.pin = Pin{.technician = "T", .start = {}, .position = {}, .cost_of_change = {}};
  data.orders = {order};
  const Problem problem(data);
  for (std::uint32_t tour = 0; tour < 3; ++tour) {
    const Problem part = routing::region_problem(problem, {{tour}, {0}});
    CHECK(part.shift_count() == 1);
    CHECK(plan(part).unassigned.size() == (tour == 0 ? 0 : 1));
  }
}

TEST_CASE("around an order stand those of its day first where days are kept apart, by the way there as before") {
  int moved = 0;
  for (int seed = 2; seed < paidan_test::cases(12); seed += 3) {  // three days
    CAPTURE(seed);
    const routing::Context context(some_problem(seed));
    const routing::rich::Ground plain(context);
    const routing::rich::Ground apart(context, {}, true, true);
    const auto far = [&](std::uint32_t one, std::uint32_t other) {  // half a day lies between the latest and the first
      const auto until = [&](std::uint32_t o) {
        return std::int64_t{std::min(apart.visit(o).high, apart.visit(o).due)};
      };
      return std::max(apart.visit(one).low - until(other), apart.visit(other).low - until(one)) > 43'200;
    };
    for (std::uint32_t order = 0; order < apart.visit_count(); ++order) {
      std::vector<std::uint32_t> expected(plain.around(order).begin(), plain.around(order).end());
      std::stable_partition(expected.begin(), expected.end(), [&](std::uint32_t other) { return !far(order, other); });
      const auto found = apart.around(order);
      CHECK(std::vector<std::uint32_t>(found.begin(), found.end()) == expected);
      moved += std::equal(found.begin(), found.end(), plain.around(order).begin()) ? 0 : 1;
    }
  }
  CHECK(moved > 20);
}

TEST_CASE("planned by regions: valid, goals as the judge finds them, the same bytes on any number of threads") {
  int hang_together = 0;
  int served = 0;
  for (int seed = 0; seed < paidan_test::cases(24); ++seed) {
    CAPTURE(seed);
    const Problem problem = some_problem(seed);
    hang_together += routing::tours_hang_together(problem) ? 1 : 0;
    for (const std::int64_t steps : {0, 900}) {
      CAPTURE(steps);
      RegionRules rules{.seed = static_cast<std::uint64_t>(seed), .size = 5, .stopping = {steps, 0}, .threads = 1};
      const Visits one = planned(problem, {}, rules);
      for (const std::int32_t threads : {2, 5}) {
        rules.threads = threads;
        CHECK(planned(problem, {}, rules) == one);
      }
      const Plan found = routing::assemble(problem, one);
      const check::Report report = check::evaluate(problem, found);
      CHECK(report.valid());
      CHECK(report.goals == found.goals);
      for (const auto& tour : one) served += static_cast<int>(tour.size());
    }
  }
  CHECK(hang_together > 3);
  CHECK(served > 500);
}

TEST_CASE("construction alone is all that is done where nothing is to be searched, whatever the time") {
  const Problem problem = some_problem(1);
  std::int64_t steps = -1;
  Watch watch([&](const routing::Progress& progress) {
    steps = progress.iteration;
    return true;
  });
  RegionRules rules{.size = 5};
  const Visits constructed = planned(problem, {}, rules);
  rules.search = false;
  CHECK(planned(problem, {}, rules, &watch, 60'000) == constructed);
  CHECK(steps == 0);
}

TEST_CASE("planned by regions the best plan so far never gets worse, and what is told at last is the plan's") {
  for (int seed = 0; seed < paidan_test::cases(16); ++seed) {
    CAPTURE(seed);
    const Problem problem = some_problem(seed);
    std::vector<Goals> told;
    std::int32_t unserved = 0;
    std::int64_t steps = 0;
    Watch watch([&](const routing::Progress& progress) {
      told.push_back({progress.honour, progress.late, progress.best_cost});
      unserved = progress.unserved;
      steps = progress.iteration;
      return true;
    });
    const RegionRules rules{.seed = 3, .size = 4, .stopping = {1'200, 0}, .threads = 2};
    const Plan found = routing::assemble(problem, planned(problem, {}, rules, &watch));
    REQUIRE(told.size() >= 2);
    for (std::size_t i = 1; i < told.size(); ++i) CHECK(!(told[i - 1] < told[i]));
    CHECK(told.back() == *found.goals);
    CHECK(unserved == static_cast<std::int32_t>(found.unassigned.size()));
    CHECK(steps > 0);
    CHECK(steps <= 1'200);
    // From a plan that was given it never gets worse either.
    const Plan given = plan(problem, {.seed = 9, .iterations = 200});
    const Plan again = routing::assemble(problem, planned(problem, visits_of(problem, given), rules));
    CHECK(!(*given.goals < *again.goals));
    CHECK(check::evaluate(problem, again).valid());
  }
}

TEST_CASE("what of a given plan is no longer possible is left out") {
  int left_out = 0;
  for (int seed = 0; seed < paidan_test::cases(16); ++seed) {
    CAPTURE(seed);
    const Problem before = some_problem(seed);
    const Visits given = visits_of(before, plan(before, {.iterations = 100}));
    const Problem problem = before.with([](ProblemData& data) {
      for (Technician& one : data.technicians) {
        for (Shift& shift : one.shifts) {
          shift.breaks.clear();
          shift.overtime_cap = {};
          shift.end = Instant{(shift.start.seconds + shift.end.seconds) / 2};
        }
      }
    });
    const Plan found =
        routing::assemble(problem, planned(problem, given, {.seed = 1, .size = 4, .stopping = {}, .threads = 2}));
    CHECK(check::evaluate(problem, found).valid());
    for (std::size_t s = 0; s < given.size(); ++s) {
      std::vector<OrderIndex> sequence;
      for (const std::uint32_t order : given[s]) sequence.emplace_back(order);
      left_out += routing::time_route(problem, ShiftIndex(s), sequence).feasible ? 0 : 1;
    }
  }
  CHECK(left_out > 5);
}

TEST_CASE("planned by regions, who is stopped at once answers with a plan that can be, and keeps what was given") {
  for (int seed = 0; seed < paidan_test::cases(8); ++seed) {
    CAPTURE(seed);
    const Problem problem = some_problem(seed);
    const Plan given = plan(problem, {.iterations = 100});
    std::stop_source stop;
    stop.request_stop();
    Watch watch(stop.get_token());
    const RegionRules rules{.seed = 1, .size = 4, .stopping = {2'000, 0}, .threads = 2};
    CHECK(check::evaluate(problem, routing::assemble(problem, planned(problem, {}, rules, &watch))).valid());
    const Plan kept = routing::assemble(problem, planned(problem, visits_of(problem, given), rules, &watch));
    CHECK(!(*given.goals < *kept.goals));
    CHECK(check::evaluate(problem, kept).valid());
  }
  const Problem problem = some_problem(3);
  struct Thrown {};
  Watch watch([](const routing::Progress&) -> bool { throw Thrown(); });
  CHECK_THROWS_AS(static_cast<void>(planned(problem, {}, {.size = 4, .stopping = {2'000, 0}, .threads = 2}, &watch)),
                  Thrown);
}

TEST_CASE("planned by regions within a limit of time the plan is valid") {
  const Problem problem = some_problem(4);
  for (const std::int64_t limit_ms : {1, 60, 300}) {
    const Plan found = routing::assemble(problem, planned(problem, {}, {.size = 4, .threads = 2}, nullptr, limit_ms));
    CHECK(check::evaluate(problem, found).valid());
  }
}

TEST_CASE("a search by regions that finds nothing better stops before its work is done") {
  const Problem problem = some_problem(2, 20);
  std::int64_t steps = 0;
  Watch watch([&](const routing::Progress& progress) {
    steps = progress.iteration;
    return true;
  });
  const RegionRules rules{.seed = 1, .size = 5, .stopping = {60'000, 1'000}, .threads = 1};
  static_cast<void>(planned(problem, {}, rules, &watch));
  CHECK(steps > 0);
  CHECK(steps < 60'000);
}
