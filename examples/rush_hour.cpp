// Appointments across town in the evening rush: planned by the hour's traffic instead of by free roads.
#include <paidan/paidan.hpp>

#include <cstdio>
#include <cstdlib>

using namespace paidan;

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "not so: %s\n", what);
  std::exit(1);
}

LocalTime clock(int hour, int minute = 0) { return {hour * 3'600 + minute * 60}; }

}  // namespace

int main() {
  ProblemData data;
  data.origin = {1'753'056'000};  // 2025-07-21, a Monday
  const auto at = [&](double hour) { return data.origin + Duration{static_cast<std::int64_t>(hour * 3'600)}; };
  // Minutes on free roads between the depot, north, south and west.
  travel::MatrixData matrix{.size = 4};
  for (const int minutes : {0, 35, 30, 25, 35, 0, 60, 45, 30, 60, 0, 50, 25, 45, 50, 0})
    matrix.seconds.push_back(minutes * 60);
  for (const char* place : {"depot", "north", "south", "west"}) data.locations.push_back({.id = place});
  data.profiles.push_back({.id = "car", .matrix = matrix});
  Shift day{.id = "day", .start = at(8), .end = at(21)};
  for (const char* name : {"Li", "Wang"}) data.technicians.push_back({.id = name, .home = "depot", .shifts = {day}});
  const auto order = [&](const char* id, const char* place, double hour) {
    data.orders.push_back({.id = id, .location = place, .promise = Promise{.at = at(hour)}});
  };
  order("1", "north", 15);
  order("2", "south", 17.5);
  order("3", "west", 18.5);
  const Problem free_roads(data);

  // Measured in this town: the evening rush doubles what driving takes.
  data.profiles[0].bands = {{clock(7), clock(9), 140, {1, 2, 3, 4, 5}}, {clock(16, 30), clock(19), 200}};
  const Problem problem(data);

  const Plan naive = plan(free_roads, {.iterations = 5'000});
  const check::Report told = check::evaluate(problem, rebase(free_roads, naive, problem));
  for (const check::Violation& fault : told.violations) std::printf("driven in traffic: %s\n", fault.code.c_str());
  require(!told.valid(), "the plan of free roads is too quick");

  const Plan best = plan(problem, {.iterations = 5'000});
  const check::Report report = check::evaluate(problem, best);
  require(report.valid(), "the plan is valid");
  for (const Route& route : best.routes) {
    for (const Stop& stop : route.stops) {
      const std::string leaves = data.zone.to_local(problem.instant(stop.departure)).time.text();
      const std::string arrives = data.zone.to_local(problem.instant(stop.arrival)).time.text();
      std::printf("%s -> %s order %s\n", leaves.c_str(), arrives.c_str(), problem.order(stop.order).id.c_str());
    }
  }
  require(report.kpis.served_as_promised == 3, "all are served as promised");
}
