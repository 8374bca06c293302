#include <paidan/routing/detail/plain.hpp>

#include <paidan/dispatch/plan.hpp>
#include <paidan/routing/detail/lane.hpp>

#include "brute_force.hpp"

#include <functional>
#include <string>

namespace rich_test {

namespace {

/// Nothing but ways, hours and room.
ProblemData plain_data(std::uint64_t seed, std::int32_t orders, std::int32_t technicians) {
  SplitMix64 random(draw(seed, 5));
  const auto chance = [&](std::uint32_t one_in) { return random.below(one_in) == 0; };
  ProblemData data;
  data.origin = {1'720'396'800};
  const auto at = [&](std::int64_t seconds) { return Instant{data.origin.seconds + seconds}; };
  const std::int32_t places = chance(4) ? std::max(2, orders / 2) : orders + technicians;
  std::vector<std::int64_t> x;
  std::vector<std::int64_t> y;
  for (std::int32_t i = 0; i < places; ++i) {
    data.locations.push_back({.id = "L" + std::to_string(i), .name = "", .point = {}});
    x.push_back(random.between(0, 2'000));
    y.push_back(random.between(0, 2'000));
  }
  const auto place = [&] { return "L" + std::to_string(random.below(static_cast<std::uint32_t>(places))); };
  const bool holes = chance(3);
  travel::MatrixData matrix{.size = static_cast<std::size_t>(places), .seconds = {}, .metres = {}};
  for (std::size_t i = 0; i < matrix.size; ++i) {
    for (std::size_t j = 0; j < matrix.size; ++j) {
      const std::int64_t way = std::abs(x[i] - x[j]) + std::abs(y[i] - y[j]) + random.between(0, 60);
      matrix.seconds.push_back(i == j ? 0 : holes && chance(30) ? -1 : way);
      matrix.metres.push_back(i == j ? 0 : 7 * way);
    }
  }
  data.profiles.push_back({.id = "road", .matrix = matrix, .straight_line = {}});
  Objective& weights = data.objective;
  weights.goals = chance(2) ? GoalOrder::one_weighted : GoalOrder::in_order;
  weights.per_waiting_second = 0;
  weights.per_metre = 0;
  weights.per_travel_second = random.between(1, 3'000);
  const bool parts = chance(2);
  for (std::int32_t t = 0; t < technicians; ++t) {
    Technician person;
    person.id = "T" + std::to_string(t);
    person.home = place();
    Shift shift;
    shift.id = "D0";
    const std::int64_t start = random.between(7, 10) * 3'600;
    shift.start = at(start);
    shift.end = at(start + random.between(4, 9) * 3'600);
    if (chance(4)) shift.start_location = place();
    if (chance(4)) shift.open_end = true;
    person.shifts.push_back(shift);
    if (parts) person.parts.push_back({"valve", static_cast<std::int32_t>(random.between(1, 12))});
    data.technicians.push_back(person);
  }
  for (std::int32_t o = 0; o < orders; ++o) {
    Order order;
    order.id = "O" + std::to_string(o);
    order.location = place();
    order.service = minutes(random.between(5, 60));
    const std::int64_t opens = random.between(8, 13) * 3'600;
    if (!chance(3)) order.windows.push_back({at(opens), at(opens + random.between(1, 4) * 3'600), true});
    order.priority = static_cast<std::int32_t>(random.between(0, 2));
    if (parts && chance(2)) order.parts.push_back({"valve", static_cast<std::int32_t>(random.between(1, 3))});
    data.orders.push_back(order);
  }
  return data;
}

bool is_plain(const ProblemData& data) {
  const Problem problem(data);
  const routing::Context context(problem);
  return routing::Plain::of(context) != nullptr;
}

}  // namespace

TEST_CASE("a plain problem's plans are valid and count what the plain variant says") {
  int left_out = 0;
  int plain = 0;
  for (int seed = 0; seed < paidan_test::cases(40); ++seed) {
    CAPTURE(seed);
    const Problem problem(plain_data(static_cast<std::uint64_t>(seed), 4 + seed % 40, 1 + seed % 6));
    const routing::Context context(problem);
    const auto found = routing::Plain::of(context);
    if (found == nullptr) continue;  // a window outside all hours
    ++plain;
    constexpr std::int64_t iterations = 1'024;
    routing::Lane lane(*found, static_cast<std::uint64_t>(seed), {iterations});
    for (std::int64_t until = 0; until <= iterations; until += 256) {
      CAPTURE(until);
      CHECK(lane.run(until, {}, nullptr, nullptr));
      const Plan plan = routing::assemble(problem, lane.best());
      const check::Report report = check::evaluate(problem, plan);
      CHECK(report.valid());
      CHECK(recounted(problem, plan) == lane.best_goals());
      CHECK(plan.unassigned.size() == static_cast<std::size_t>(lane.best_unserved()));
      if (!plan.unassigned.empty()) ++left_out;
    }
    const Plan whole = plan(problem, {.iterations = 500, .lanes = 2});
    CHECK(check::evaluate(problem, whole).valid());
    CHECK(plan(problem, {.iterations = 500, .lanes = 2, .threads = 2}) == whole);
  }
  CHECK(plain > 25);
  CHECK(left_out > 50);
}

TEST_CASE("so it is where plain lanes breed and adopt, whatever the ways are like") {
  int plain = 0;
  int left_out = 0;
  for (int seed = 0; seed < paidan_test::cases(6); ++seed) {
    CAPTURE(seed);
    ProblemData data = plain_data(static_cast<std::uint64_t>(5'000 + seed), 24 + seed % 8, 4 + seed % 3);
    // Ways that are nothing like distances: over a third place it is often shorter.
    SplitMix64 random(draw(static_cast<std::uint64_t>(seed), 7));
    for (std::int64_t& seconds : data.profiles[0].matrix->seconds) {
      if (seed % 2 == 0 && seconds > 0) seconds = random.between(60, 6'000);
    }
    const Problem problem(data);
    const routing::Context context(problem);
    const auto found = routing::Plain::of(context);
    if (found == nullptr) continue;
    ++plain;
    const std::int64_t iterations = 1'600 * static_cast<std::int64_t>(problem.order_count());
    routing::Lane lane(*found, static_cast<std::uint64_t>(seed), {iterations});
    routing::Lane other(*found, static_cast<std::uint64_t>(seed) + 1'000, {iterations});
    constexpr std::int64_t looks = 60;
    Goals before = lane.best_goals();
    for (std::int64_t look = 1; look <= looks; ++look) {
      CAPTURE(look);
      for (routing::Lane* one : {&lane, &other}) {
        CHECK(one->run(iterations * look / looks, {}, nullptr, nullptr));
        const Plan plan = routing::assemble(problem, one->best());
        CHECK(check::evaluate(problem, plan).valid());
        CHECK(recounted(problem, plan) == one->best_goals());
        if (!plan.unassigned.empty()) ++left_out;
      }
      CHECK(lane.best_goals() <= before);
      if (look % 9 == 0 && other.best_goals() < lane.best_goals()) lane.adopt(other);
      before = lane.best_goals();
    }
    CHECK(lane.anneals() > 1);
    const PlanOptions options{.iterations = iterations, .lanes = 3};
    PlanOptions threaded = options;
    threaded.threads = 3;
    CHECK(plan(problem, threaded) == plan(problem, options));
  }
  CHECK(plain > 2);
  CHECK(left_out > 0);
}

TEST_CASE("small plain problems are solved as well as by trying everything") {
  int missed = 0;
  const int cases = paidan_test::cases(60);
  for (int seed = 0; seed < cases; ++seed) {
    CAPTURE(seed);
    const Problem problem(plain_data(static_cast<std::uint64_t>(9'000 + seed), 3 + seed % 3, 1 + seed % 2));
    const Goals best = BruteForce(problem).best();
    const Goals found = recounted(problem, plan(problem, {.iterations = 5'000, .lanes = 1}));
    CHECK(found >= best);
    if (found == best) continue;
    ++missed;
    MESSAGE("seed ", seed, ": ", found.honour, " ", found.run_well, ", best ", best.honour, " ", best.run_well);
  }
  CHECK(missed * 500 <= cases);
}

TEST_CASE("whatever more a problem asks for, it is not plain") {
  ProblemData data = plain_data(3, 6, 2);
  for (std::int64_t& seconds : data.profiles[0].matrix->seconds) seconds = std::abs(seconds);  // a way everywhere
  for (Order& order : data.orders) order.windows.clear();
  for (Technician& technician : data.technicians) technician.parts = {{"valve", 9}};
  for (Order& order : data.orders) order.parts = {{"valve", 1}};
  REQUIRE(is_plain(data));
  const auto at = [&](std::int64_t seconds) { return Instant{data.origin.seconds + seconds}; };
  using Change = std::function<void(ProblemData&)>;
  const std::vector<std::pair<std::string, Change>> more{
      {"no orders", [](ProblemData& d) { d.orders.clear(); }},
      {"no shifts",
       [](ProblemData& d) {
         for (Technician& t : d.technicians) t.shifts.clear();
       }},
      {"travel costs nothing", [](ProblemData& d) { d.objective.per_travel_second = 0; }},
      {"orders worth less than their way",
       [](ProblemData& d) {
         d.objective.goals = GoalOrder::one_weighted;
         d.objective.per_travel_second = 1;
         d.objective.unserved = 600;
       }},
      {"metres cost", [](ProblemData& d) { d.objective.per_metre = 1; }},
      {"waiting costs", [](ProblemData& d) { d.objective.per_waiting_second = 1; }},
      {"fairness costs",
       [](ProblemData& d) {
         d.objective.fairness = {{hours(2), 1}};
       }},
      {"the worst lateness costs", [](ProblemData& d) { d.objective.per_worst_lateness_second = 1; }},
      {"overtime", [](ProblemData& d) { d.technicians[1].shifts[0].overtime_cap = Duration{1}; }},
      {"a break",
       [&](ProblemData& d) {
         Break pause;
         pause.id = "noon";
         pause.earliest = d.technicians[0].shifts[0].start + hours(1);
         pause.latest = pause.earliest + hours(1);
         pause.duration = minutes(30);
         d.technicians[0].shifts[0].breaks.push_back(pause);
       }},
      {"another profile",
       [](ProblemData& d) {
         d.profiles.push_back(d.profiles[0]);
         d.profiles[1].id = "bike";
         d.technicians[1].profile = "bike";
       }},
      {"another speed", [](ProblemData& d) { d.technicians[1].speed_percent = 101; }},
      {"another efficiency", [](ProblemData& d) { d.technicians[1].efficiency_percent = 99; }},
      {"a fixed cost", [](ProblemData& d) { d.technicians[1].fixed_cost = 1; }},
      {"an absence",
       [&](ProblemData& d) {
         d.technicians[1].suspensions.push_back({at(40'000), at(40'001), "call"});
       }},
      {"a kind of work of which each does only so much",
       [](ProblemData& d) {
         d.orders[1].tags = {"height"};
         d.limits.push_back({.tag = "height", .max_jobs = 50});
       }},
      {"hours that are closed to a kind of work",
       [&](ProblemData& d) {
         d.orders[1].tags = {"outdoor"};
         d.closures.push_back({"outdoor", at(40'000), at(40'001), "heat"});
       }},
      {"orders that are linked", [](ProblemData& d) { d.orders[1].links = {{.order = d.orders[0].id}}; }},
      {"a limit of jobs", [](ProblemData& d) { d.technicians[1].max_jobs = 50; }},
      {"a longest drive", [](ProblemData& d) { d.technicians[1].max_leg = Duration{90'000}; }},
      {"a limit of travel", [](ProblemData& d) { d.technicians[1].max_travel = Duration{90'000}; }},
      {"a limit of distance", [](ProblemData& d) { d.technicians[1].max_distance_metres = 1'000'000; }},
      {"stock for two shifts",
       [](ProblemData& d) {
         Shift next = d.technicians[0].shifts[0];
         next.id = "D1";
         next.start = next.start + hours(24);
         next.end = next.end + hours(24);
         d.technicians[0].shifts.push_back(next);
       }},
      {"somebody who may not", [](ProblemData& d) { d.orders[2].blocked = {"T1"}; }},
      {"a skill that one lacks",
       [](ProblemData& d) {
         d.orders[2].skills = {{"gas", 1}};
         d.technicians[0].skills.push_back({.skill = "gas", .level = 1, .valid_from = {}, .valid_until = {}});
       }},
      {"a skill that one has more of",
       [](ProblemData& d) {
         d.orders[2].skills = {{"gas", 1}};
         for (Technician& t : d.technicians)
           t.skills.push_back({.skill = "gas", .level = t.id == "T0" ? 2 : 1, .valid_from = {}, .valid_until = {}});
       }},
      {"ratings",
       [](ProblemData& d) {
         d.technicians[0].rating = 400;
         d.technicians[1].rating = 450;
       }},
      {"a preference", [](ProblemData& d) { d.orders[2].preferred = {"T1"}; }},
      {"who came before", [](ProblemData& d) { d.orders[2].previous_technician = "T1"; }},
      {"a pin that costs",
       [](ProblemData& d) {
         d.orders[2].pin = Pin{.technician = "T1", .start = {}, .position = {}, .cost_of_change = 5};
       }},
      {"a start that costs",
       [&](ProblemData& d) {
         d.orders[2].pin = Pin{.technician = {}, .start = at(40'000), .position = {}, .cost_of_change = 5};
       }},
      {"two kinds of parts in two orders",
       [](ProblemData& d) {
         d.orders[2].parts = {{"pump", 1}};
         for (Technician& t : d.technicians) t.parts.push_back({"pump", 5});
       }},
      {"two kinds of parts in one order",
       [](ProblemData& d) {
         d.orders[2].parts.push_back({"pump", 1});
         for (Technician& t : d.technicians) t.parts.push_back({"pump", 5});
       }},
      {"two windows",
       [&](ProblemData& d) {
         d.orders[2].windows = {{at(36'000), at(37'000), true}, {at(40'000), at(41'000), true}};
       }},
      {"a soft window",
       [&](ProblemData& d) {
         d.orders[2].windows = {{at(36'000), at(40'000), false}};
       }},
      {"a deadline", [&](ProblemData& d) { d.orders[2].deadline = at(40'000); }},
      {"a soft promise",
       [&](ProblemData& d) {
         d.orders[2].promise = Promise{.at = at(40'000), .before = minutes(30), .after = minutes(30), .hard = false};
       }},
      {"a hard promise",
       [&](ProblemData& d) {
         d.orders[2].promise = Promise{.at = at(40'000), .before = minutes(30), .after = minutes(30), .hard = true};
       }},
      {"a setup", [](ProblemData& d) { d.orders[2].setup = Duration{1}; }},
      {"a release", [&](ProblemData& d) { d.orders[2].release = at(30'000); }},
      {"a window before all hours",
       [&](ProblemData& d) {
         d.orders[2].windows = {{at(0), at(10), true}};
       }},
      {"a window after all hours",
       [&](ProblemData& d) {
         d.orders[2].windows = {{at(86'000), at(86'100), true}};
       }},
      {"hours too far apart",
       [](ProblemData& d) {
         for (const std::size_t t : {std::size_t{0}, std::size_t{1}}) {
           Shift& shift = d.technicians[t].shifts[0];
           const Duration moved{t == 0 ? -200'000 : routing::anneal::limit - 200'000};
           shift.start = shift.start + moved;
           shift.end = shift.end + moved;
         }
       }},
      {"an order that weighs nothing", [](ProblemData& d) { d.orders[2].unserved_cost = 0; }},
      {"orders that all weigh nothing",
       [](ProblemData& d) {
         for (Order& order : d.orders) order.unserved_cost = 0;
       }},
      {"weights too far apart",
       [](ProblemData& d) {
         d.orders[2].unserved_cost = 1;
         d.orders[3].unserved_cost = std::int64_t{routing::anneal::limit} + 1;
       }},
      {"weights less than a second's travel",
       [](ProblemData& d) {
         d.objective.goals = GoalOrder::one_weighted;
         d.objective.per_travel_second = 1'000;
         for (Order& order : d.orders) order.unserved_cost = 999;
       }},
      {"too many places",
       [](ProblemData& d) {
         for (int i = 0; i < 2'500; ++i)
           d.locations.push_back({.id = "X" + std::to_string(i), .name = "", .point = {}});
         for (Location& location : d.locations)
           location.point = GeoPoint{.lat_e7 = 310'000'000, .lon_e7 = 1'210'000'000};
         d.profiles[0].matrix.reset();
         d.profiles[0].straight_line = travel::StraightLineOptions{};
         for (Technician& t : d.technicians) t.max_travel.reset();
       }},
  };
  for (const auto& one : more) {
    CAPTURE(one.first);
    ProblemData changed = data;
    one.second(changed);
    CHECK_FALSE(is_plain(changed));
  }
  // … and these change nothing of it.
  const std::vector<std::pair<std::string, Change>> same{
      {"parts that nobody needs",
       [](ProblemData& d) {
         d.technicians[0].parts.push_back({"pump", 1});
       }},
      {"a skill that all have alike",
       [](ProblemData& d) {
         d.orders[2].skills = {{"gas", 1}};
         for (Technician& t : d.technicians)
           t.skills.push_back({.skill = "gas", .level = 1, .valid_from = {}, .valid_until = {}});
       }},
      {"an open end", [](ProblemData& d) { d.technicians[0].shifts[0].open_end = true; }},
      {"two shifts when nobody needs parts",
       [](ProblemData& d) {
         for (Order& order : d.orders) order.parts.clear();
         Shift next = d.technicians[0].shifts[0];
         next.id = "D1";
         next.start = next.start + hours(24);
         next.end = next.end + hours(24);
         d.technicians[0].shifts.push_back(next);
       }},
      {"load carried", [](ProblemData& d) { d.technicians[0].load_carried = hours(3); }},
      {"overtime that costs where there is none", [](ProblemData& d) { d.objective.per_overtime_second = 77; }},
  };
  for (const auto& one : same) {
    CAPTURE(one.first);
    ProblemData changed = data;
    one.second(changed);
    CHECK(is_plain(changed));
  }
}

}  // namespace rich_test
