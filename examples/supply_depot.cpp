// A part that no van carries: who calls at the depot on the way, and when.
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

}  // namespace

int main() {
  ProblemData data;
  data.origin = {1'753'056'000};
  const auto at = [&](double hour) { return data.origin + Duration{static_cast<std::int64_t>(hour * 3'600)}; };
  // Minutes between home, the shop, east and north.
  travel::MatrixData matrix{.size = 4};
  for (const int minutes : {0, 10, 25, 30, 10, 0, 20, 20, 25, 20, 0, 35, 30, 20, 35, 0})
    matrix.seconds.push_back(minutes * 60);
  for (const char* place : {"home", "shop", "east", "north"}) data.locations.push_back({.id = place});
  data.profiles.push_back({.id = "car", .matrix = matrix});
  data.objective.per_metre = 0;
  const Shift day{.id = "day", .start = at(8), .end = at(18)};
  for (const char* name : {"Li", "Wang"})
    data.technicians.push_back({.id = name, .home = "home", .shifts = {day}, .parts = {{"board", 1}}});
  data.orders = {{.id = "1", .location = "east", .parts = {{"board", 1}}},
                 {.id = "2", .location = "north", .parts = {{"compressor", 1}}},
                 {.id = "3", .location = "north", .tools = {"vacuum pump"}}};
  data.depots = {{.id = "depot",
                  .location = "shop",
                  .service = minutes(10),
                  .hours = {{at(9), at(17)}},
                  .parts = {{"compressor", 2}},
                  .tools = {"vacuum pump"}}};
  const Problem problem(data);

  const Plan found = plan(problem, {.iterations = 5'000});
  const check::Report report = check::evaluate(problem, found);
  require(report.valid(), "the plan is valid");
  require(found.unassigned.empty(), "all are served");
  for (const Route& route : found.routes) {
    std::printf("%s:", problem.technician(route.shift).id.c_str());
    for (const Stop& stop : route.stops) {
      const bool call = stop.kind == StopKind::depot;
      std::printf(" %s", call ? problem.depot(stop.depot).id.c_str() : problem.order(stop.order).id.c_str());
    }
    std::printf("\n");
  }
  require(report.kpis.depot_calls == 1, "one call for the compressor and the pump");

  // Without the depot nobody could do two of them, and the problem says so.
  data.depots.clear();
  require(Problem(data).notices().size() == 2, "nobody has the part, nobody the tool");
}
