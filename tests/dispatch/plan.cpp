#include <paidan/dispatch/plan.hpp>

#include <doctest/doctest.h>

#include <paidan/check/evaluate.hpp>
#include <paidan/dispatch/baselines.hpp>
#include <paidan/dispatch/watch.hpp>

#include "support/kept_order.hpp"
#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

using namespace paidan;

namespace {

Problem some_problem(std::uint64_t seed, std::int32_t orders = 24) {
  return paidan_test::random_problem(seed, {.orders = orders, .technicians = 4, .days = 2});
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("the plan depends on seed, iterations and lanes, never on threads") {
  for (int seed = 0; seed < paidan_test::cases(6); ++seed) {
    CAPTURE(seed);
    const Problem problem = some_problem(static_cast<std::uint64_t>(seed));
    const Plan one = plan(problem, {.iterations = 500, .lanes = 3, .threads = 1});
    const check::Report report = check::evaluate(problem, one);
    CHECK(report.valid());
    CHECK(report.cost == one.cost);
    for (const std::int32_t threads : {2, 3, 8}) {
      CHECK(plan(problem, {.iterations = 500, .lanes = 3, .threads = threads}) == one);
    }
    // Watching does not change it either.
    int calls = 0;
    Watch watch([&](const routing::Progress&) {
      ++calls;
      return true;
    });
    CHECK(plan(problem, {.iterations = 500, .lanes = 3, .threads = 2, .watcher = &watch}) == one);
    CHECK(calls >= 2);  // when it begins and when it is done
  }
}

TEST_CASE("lanes: the first plan is common, the best of all is kept, and until they meet more are never worse") {
  int helped = 0;
  int different = 0;
  int better = 0;
  int worse = 0;
  for (int seed = 0; seed < paidan_test::cases(8); ++seed) {
    CAPTURE(seed);
    const Problem problem =
        paidan_test::random_problem(static_cast<std::uint64_t>(seed), {.orders = 70, .technicians = 8, .days = 2});
    const Plan first = plan(problem, {.iterations = 0, .lanes = 1});
    const Plan alone = plan(problem, {.iterations = 500, .lanes = 1});
    Goals before = *first.goals;
    for (const std::int32_t lanes : {1, 2, 3, 4}) {
      CAPTURE(lanes);
      CHECK(plan(problem, {.iterations = 0, .lanes = lanes}) == first);
      // Lanes meet between the quarters of the iterations. One iteration has none, so each runs as it would among
      // fewer: a further one can only find something better.
      const Plan unmet = plan(problem, {.iterations = 1, .lanes = lanes});
      CHECK(check::evaluate(problem, unmet).valid());
      CHECK(*unmet.goals <= before);
      if (lanes > 1 && *unmet.goals < before) ++helped;
      before = *unmet.goals;
      // Once they meet, the worst goes on from another plan than it would have alone, so nothing holds plan by plan
      // but that the best is kept …
      const Plan met = plan(problem, {.iterations = 500, .lanes = lanes});
      CHECK(check::evaluate(problem, met).valid());
      CHECK(*met.goals <= *first.goals);
      if (met != alone) ++different;
      if (lanes == 4) ++(*met.goals < *alone.goals ? better : worse);
    }
  }
  CHECK(helped > 0);
  CHECK(different > 0);
  // … and on the whole they help.
  CHECK(better > worse);
}

TEST_CASE("without a number of lanes the problem's size says it") {
  const Problem small = some_problem(2, 12);
  const Problem larger = some_problem(2, 24);
  REQUIRE(small.order_count() <= 12);
  REQUIRE(larger.order_count() > 12);
  CHECK(plan(small, {.iterations = 1'000}) == plan(small, {.iterations = 1'000, .lanes = 1}));
  CHECK(plan(larger, {.iterations = 1'000}) == plan(larger, {.iterations = 1'000, .lanes = 2}));
  CHECK(plan(larger, {.iterations = 1'000, .threads = 2}) == plan(larger, {.iterations = 1'000, .lanes = 2}));
}

namespace {

/// How many of the baselines are better than the plan.
int behind_of(int seed) {
  CAPTURE(seed);
  int behind = 0;
  const Problem problem = some_problem(static_cast<std::uint64_t>(seed));
  const Plan planned = plan(problem, {.iterations = 4'000});
  for (const Baseline baseline : {Baseline::nearest_free, Baseline::best_rating}) {
    const Plan simple = plan_baseline(problem, baseline);
    const check::Report report = check::evaluate(problem, simple);
    CHECK(report.valid());
    CHECK(report.cost == simple.cost);
    if (!(*simple.goals < *planned.goals)) continue;
    ++behind;
    MESSAGE("seed ", seed, ": ", planned.goals->honour, " ", planned.goals->late.seconds, " ", planned.goals->run_well,
            ", baseline ", simple.goals->honour, " ", simple.goals->late.seconds, " ", simple.goals->run_well);
  }
  return behind;
}

}  // namespace

TEST_CASE("plans beat the baselines") {
  int behind = 0;
  for (int seed = 0; seed < paidan_test::cases(10); ++seed) behind += behind_of(seed);
  CHECK(behind == 0);
}

TEST_CASE("… by the goals in their order, not only by the prices that steer") {
  for (const int seed : {64, 171}) CHECK(behind_of(seed) == 0);
}

TEST_CASE("no orders, an empty plan; nobody able, everything unassigned") {
  const Problem empty = some_problem(1).with([](ProblemData& data) { data.orders.clear(); });
  const Plan nothing = plan(empty);
  CHECK(nothing.routes.empty());
  CHECK(nothing.unassigned.empty());
  CHECK(check::evaluate(empty, nothing).valid());
  CHECK(plan_baseline(empty, Baseline::nearest_free) == nothing);
  const Problem unable = some_problem(1).with([](ProblemData& data) {
    for (Order& order : data.orders) order.tools = {"crane"};
  });
  const Plan all_open = plan(unable, {.iterations = 500});
  CHECK(all_open.routes.empty());
  CHECK(all_open.unassigned.size() == unable.order_count());
  CHECK(check::evaluate(unable, all_open).valid());
}

TEST_CASE("a stop request gives a valid plan at once") {
  const Problem problem = some_problem(3, 60);
  std::stop_source source;
  source.request_stop();
  for (const std::int32_t threads : {1, 2}) {
    const auto start = std::chrono::steady_clock::now();
    Watch watch(source.get_token());
    const Plan stopped = plan(problem, {.iterations = 100'000'000, .lanes = 2, .threads = threads, .watcher = &watch});
    CHECK(check::evaluate(problem, stopped).valid());
    CHECK(seconds_since(start) < 20);
  }
  std::stop_source later;
  std::jthread asker([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    later.request_stop();
  });
  Watch watch(later.get_token());
  const Plan stopped = plan(problem, {.iterations = 100'000'000, .lanes = 2, .threads = 2, .watcher = &watch});
  CHECK(check::evaluate(problem, stopped).valid());
}

TEST_CASE("the time limit is kept") {
  const Problem problem = some_problem(4, 60);
  for (const std::int32_t threads : {1, 2}) {
    const auto start = std::chrono::steady_clock::now();
    const Plan limited =
        plan(problem, {.iterations = 100'000'000, .time_limit = {200}, .lanes = 3, .threads = threads});
    const double seconds = seconds_since(start);
    CHECK(seconds >= 0.19);
    CHECK(seconds < 20);  // generous: other programs may keep the machine busy
    CHECK(check::evaluate(problem, limited).valid());
  }
}

TEST_CASE("progress is told in the calling thread only, and can stop the search") {
  const Problem problem = some_problem(5, 40);
  for (const std::int32_t threads : {1, 2}) {
    CAPTURE(threads);
    const auto here = std::this_thread::get_id();
    int calls = 0;
    Goals before{INT64_MAX, {}, 0};
    std::int64_t iterations = 0;
    Watch watch([&](const routing::Progress& progress) {
      CHECK(std::this_thread::get_id() == here);
      const Goals goals{progress.honour, progress.late, progress.best_cost};
      CHECK(goals <= before);
      CHECK(progress.iteration >= iterations);
      CHECK(progress.iterations == 200'000'000);
      before = goals;
      iterations = progress.iteration;
      return ++calls < 4;
    });
    const Plan stopped = plan(problem, {.iterations = 100'000'000, .lanes = 2, .threads = threads, .watcher = &watch});
    CHECK(calls >= 4);
    CHECK(check::evaluate(problem, stopped).valid());
  }
}

TEST_CASE("a search that stalls ends, with the same bytes on any threads") {
  const Problem problem = some_problem(5, 8);
  for (const std::int64_t stall : {0, 200}) {
    Plan first;
    for (const std::int32_t threads : {1, 2}) {
      CAPTURE(stall);
      CAPTURE(threads);
      std::int64_t iterations = 0;
      Watch watch([&](const routing::Progress& progress) {
        iterations = progress.iteration;
        return true;
      });
      const PlanOptions options{
          .iterations = 20'000, .stall = stall, .lanes = 2, .threads = threads, .watcher = &watch};
      const Plan found = plan(problem, options);
      CHECK(check::evaluate(problem, found).valid());
      if (stall == 0) CHECK(iterations == 40'000);
      if (stall > 0) CHECK(iterations >= 20'000);
      if (stall > 0) CHECK(iterations < 30'000);
      if (threads == 1) first = found;
      CHECK(found == first);
    }
  }
}

TEST_CASE("what the callback throws arrives at the caller") {
  const Problem problem = some_problem(6, 30);
  for (const std::int32_t threads : {1, 2}) {
    int calls = 0;
    Watch watch([&](const routing::Progress&) -> bool {
      if (++calls == 3) throw std::domain_error("enough");
      return true;
    });
    const PlanOptions options{.iterations = 100'000'000, .lanes = 2, .threads = threads, .watcher = &watch};
    CHECK_THROWS_WITH_AS(static_cast<void>(plan(problem, options)), "enough", std::domain_error);
  }
}

TEST_CASE("options out of range are all named") {
  const Problem problem = some_problem(7, 3);
  try {
    (void)plan(problem, {.iterations = -1, .time_limit = {-5}, .lanes = 65, .threads = 0});
    FAIL("no error");
  } catch (const InvalidInput& invalid) {
    CHECK(invalid.message(Language::en) ==
          "iterations: iterations must be between 0 and 1000000000000, got -1\n"
          "time_limit: time_limit must be between 0 and 86400000, got -5\n"
          "lanes: lanes must be between 0 and 64, got 65\n"
          "threads: threads must be between 1 and 64, got 0");
  }
}

TEST_CASE("options are taken up to both ends of their ranges") {
  const Problem problem = some_problem(7, 3);
  std::stop_source source;
  source.request_stop();
  Watch watch(source.get_token());
  const PlanOptions most{
      .iterations = 1'000'000'000'000, .time_limit = {86'400'000}, .lanes = 64, .threads = 64, .watcher = &watch};
  CHECK(check::evaluate(problem, plan(problem, most)).valid());
  const auto refused = [&](PlanOptions options, const auto& change) {
    change(options);
    try {
      (void)plan(problem, options);
    } catch (const InvalidInput& invalid) {
      REQUIRE(invalid.errors().size() == 1);
      CHECK(invalid.errors()[0].code() == "out_of_range");
      return invalid.errors()[0].path;
    }
    return std::string("taken");
  };
  CHECK(refused(most, [](PlanOptions& o) { o.iterations = *o.iterations + 1; }) == "iterations");
  CHECK(refused(most, [](PlanOptions& o) { o.stall = -1; }) == "stall");
  CHECK(refused(most, [](PlanOptions& o) { ++o.time_limit.count; }) == "time_limit");
  CHECK(refused(most, [](PlanOptions& o) { ++o.lanes; }) == "lanes");
  CHECK(refused(most, [](PlanOptions& o) { ++o.threads; }) == "threads");
  CHECK(refused(most, [](PlanOptions& o) { o.lanes = -1; }) == "lanes");
}

TEST_CASE("one watch may have both a stop token and a function") {
  const Problem problem = some_problem(5, 40);
  std::stop_source source;
  int calls = 0;
  Watch watch(source.get_token(), [&](const routing::Progress&) {
    if (++calls == 2) source.request_stop();
    return true;
  });
  const Plan stopped = plan(problem, {.iterations = 100'000'000, .lanes = 2, .watcher = &watch});
  CHECK(calls >= 2);
  CHECK(calls < 100);
  CHECK(check::evaluate(problem, stopped).valid());
}

TEST_CASE("a start plan is kept as it is when nothing may be searched") {
  for (int seed = 0; seed < paidan_test::cases(6); ++seed) {
    CAPTURE(seed);
    const Problem problem = some_problem(static_cast<std::uint64_t>(seed));
    const Plan start = plan_baseline(problem, Baseline::best_rating);
    const Plan kept = plan(problem, {.iterations = 0, .start = &start});
    CHECK(check::evaluate(problem, kept).valid());
    CHECK(*kept.goals <= *start.goals);
    CHECK(paidan_test::keeps_order(start, kept));
    const Plan better = plan(problem, {.iterations = 500, .start = &start});
    CHECK(check::evaluate(problem, better).valid());
    CHECK(*better.goals <= *kept.goals);
  }
}

TEST_CASE("orders that can only be reached one through the other are both served") {
  // Home → a → b → home, a minute each, and no other ways.
  ProblemData data;
  data.origin = {1'700'000'000};
  for (const char* const id : {"home", "a", "b"}) data.locations.push_back({.id = id});
  travel::MatrixData matrix;
  matrix.size = 3;
  matrix.seconds = {0, 60, -1, -1, 0, 60, 60, -1, 0};
  data.profiles.push_back({.id = "car", .matrix = matrix});
  Technician technician{.id = "t", .home = "home"};
  technician.shifts.push_back({.id = "day", .start = data.origin, .end = data.origin + hours(8)});
  data.technicians.push_back(technician);
  for (const char* const id : {"a", "b"}) data.orders.push_back({.id = id, .location = id});
  const auto check_together = [](const ProblemData& town) {
    const Problem problem(town);
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
      const Plan together = plan(problem, {.seed = seed, .iterations = 1'000});
      CHECK(together.unassigned.empty());
      CHECK(check::evaluate(problem, together).valid());
    }
  };
  check_together(data);
  // … or where the other ways are longer than anybody may drive.
  for (std::int64_t& seconds : data.profiles.front().matrix->seconds) seconds = seconds < 0 ? 3'000 : seconds;
  data.technicians.front().max_leg = minutes(30);
  check_together(data);
}

TEST_CASE("an agreed order that can only be reached far too late is served by who is idle, whatever the cap") {
  for (const Duration cap : {Duration{0}, minutes(30), hours(4)}) {
    CAPTURE(cap.seconds);
    ProblemData data;
    data.origin = {1'700'000'000};
    data.objective.lateness_cap = cap;
    travel::MatrixData matrix;
    matrix.size = 3;
    for (int from = 0; from < 3; ++from) {
      for (int to = 0; to < 3; ++to) matrix.seconds.push_back(from == to ? 0 : 1'800);
    }
    for (const char* id : {"home", "near", "far"}) data.locations.push_back({id});
    data.profiles.push_back({.id = "car", .matrix = matrix});
    const auto at = [&](std::int64_t hour) { return Instant{data.origin.seconds + hour * 3'600}; };
    Technician technician;
    technician.id = "T";
    technician.home = "home";
    Shift shift;
    shift.id = "day";
    shift.start = at(14);
    shift.end = at(20);
    technician.shifts.push_back(shift);
    data.technicians.push_back(technician);
    for (const char* id : {"near", "far"}) {
      Order order;
      order.id = id;
      order.location = id;
      order.service = minutes(60);
      order.promise = Promise{.at = at(9)};
      data.orders.push_back(order);
    }
    const Problem problem(std::move(data));
    const Plan one = plan(problem);
    CHECK(one.unassigned.empty());
    CHECK(check::evaluate(problem, one).valid());
  }
}
