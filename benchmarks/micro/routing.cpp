// What a search does most: time a route, try an insertion, search a day.
#include <paidan/core/random.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/routing/detail/rich/search.hpp>
#include <paidan/routing/timing.hpp>

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace {

using namespace paidan;

/// A day in a city: half-hour promises, skills, a lunch break each.
Problem day(std::int32_t orders, std::int32_t technicians, bool lunch) {
  SplitMix64 random(7);
  ProblemData data;
  data.origin = {1'720'396'800};
  const auto place = [&](std::string id) {
    const auto lat = 406'000'000 + static_cast<std::int32_t>(random.below(2'000'000));
    const auto lon = -740'000'000 + static_cast<std::int32_t>(random.below(2'000'000));
    data.locations.push_back({.id = id, .name = "", .point = GeoPoint{lat, lon, Datum::wgs84}});
    return id;
  };
  for (std::int32_t t = 0; t < technicians; ++t) {
    Technician technician;
    technician.id = "T" + std::to_string(t);
    technician.home = place("H" + std::to_string(t));
    Shift shift;
    shift.id = "day";
    shift.start = data.origin + hours(8);
    shift.end = data.origin + hours(17);
    shift.overtime_cap = hours(1);
    if (lunch) shift.breaks.push_back({"lunch", shift.start + hours(3), shift.start + hours(5), minutes(30), false});
    technician.shifts.push_back(shift);
    technician.skills.push_back({"lift", static_cast<std::int32_t>(random.between(1, 4)), {}, {}});
    technician.rating = static_cast<std::int32_t>(random.between(350, 500));
    data.technicians.push_back(technician);
  }
  for (std::int32_t o = 0; o < orders; ++o) {
    Order order;
    order.id = "O" + std::to_string(o);
    order.location = place("P" + std::to_string(o));
    order.service = minutes(random.between(20, 90));
    order.skills.push_back({"lift", static_cast<std::int32_t>(random.between(1, 3))});
    order.promise =
        Promise{.at = data.origin + minutes(random.between(17, 32) * 30), .before = minutes(30), .after = minutes(30)};
    data.orders.push_back(order);
  }
  data.objective.fairness = {{hours(4), 200}, {hours(6), 500}};
  return Problem(std::move(data));
}

void time_route(benchmark::State& state) {
  const Problem problem = day(110, 35, state.range(0) != 0);
  const Plan plan = paidan::plan(problem, {.iterations = 20});
  std::vector<std::vector<OrderIndex>> sequences(problem.shift_count());
  for (const Route& route : plan.routes) {
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::visit) sequences[route.shift.at()].push_back(stop.order);
    }
  }
  std::size_t shift = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(routing::time_route(problem, ShiftIndex(shift), sequences[shift]));
    shift = (shift + 1) % sequences.size();
  }
}
BENCHMARK(time_route)->ArgName("lunch")->Arg(0)->Arg(1);

/// One gap of one tour for one order.
void insertion(benchmark::State& state) {
  const Problem problem = day(110, 35, state.range(0) != 0);
  const routing::Context context(problem);
  const routing::rich::Ground ground(context);
  routing::rich::State plan(ground);
  routing::rich::construct(plan);
  SplitMix64 random(1);
  for (auto _ : state) {
    const std::uint32_t shift = random.below(35);
    const std::uint32_t gap = random.below(static_cast<std::uint32_t>(plan.tour(shift).items.size()) + 1);
    benchmark::DoNotOptimize(plan.try_gap(plan.probe(random.below(110)), shift, gap, routing::rich::impossible));
  }
}
BENCHMARK(insertion)->ArgName("lunch")->Arg(0)->Arg(1);

void construct(benchmark::State& state) {
  const Problem problem =
      day(static_cast<std::int32_t>(state.range(0)), static_cast<std::int32_t>(state.range(0) / 3), true);
  const routing::Context context(problem);
  const routing::rich::Ground ground(context);
  for (auto _ : state) {
    routing::rich::State plan(ground);
    routing::rich::construct(plan);
    benchmark::DoNotOptimize(plan.price());
  }
}
BENCHMARK(construct)->Arg(110)->Arg(500)->Unit(benchmark::kMillisecond);

/// What a board pays for one more order: everything anew (0), or what is the same taken over (1).
void context(benchmark::State& state) {
  const Problem before = day(1'000, 100, true);
  const Problem after = before.with([](ProblemData& data) {
    data.orders.push_back(data.orders.front());
    data.orders.back().id = "one more";
  });
  const routing::Context first(before);
  for (auto _ : state) {
    if (state.range(0) == 0) {
      benchmark::DoNotOptimize(routing::Context(after).pair_count());
    } else {
      benchmark::DoNotOptimize(routing::Context(after, first).pair_count());
    }
  }
}
BENCHMARK(context)->ArgName("changed")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// Ten thousand steps of one lane.
void search_steps(benchmark::State& state) {
  const Problem problem = day(110, 35, true);
  for (auto _ : state) benchmark::DoNotOptimize(plan(problem, {.iterations = 10'000, .lanes = 1}));
}
BENCHMARK(search_steps)->Unit(benchmark::kMillisecond);

void why_nobody(benchmark::State& state) {
  const Problem problem = day(110, 20, true);
  const Plan first = plan(problem, {.iterations = 50});
  std::size_t order = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(why_unassigned(problem, first, OrderIndex(order)));
    order = (order + 1) % problem.order_count();
  }
}
BENCHMARK(why_nobody)->Unit(benchmark::kMicrosecond);

}  // namespace
