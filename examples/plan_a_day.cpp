// Plan a day from a stored problem, print who goes where and when, and have the independent checker judge it.
#include <iostream>
#include <paidan/documents/json.hpp>
#include <paidan/paidan.hpp>
#include <paidan/syntax/files.hpp>

int main() {
  using namespace paidan;
  const Problem problem = documents::problem_from_json(syntax::read_file(PAIDAN_EXAMPLE_DATA "/day.json"));
  const Plan day = plan(problem, {.seed = 1, .iterations = 10'000});
  const auto clock = [&](ModelTime time) { return render::clock(problem.data().zone, problem.instant(time)); };
  for (const Route& route : day.routes) {
    std::cout << problem.technician(route.shift).name << ", out " << clock(route.start) << ", back " << clock(route.end)
              << '\n';
    for (const Stop& stop : route.stops) {
      if (stop.kind == StopKind::rest) continue;
      const Order& order = problem.order(stop.order);
      std::cout << "  " << clock(stop.start) << '-' << clock(stop.end) << ' ' << order.id << ' ' << order.name << '\n';
    }
  }
  const check::Report report = check::evaluate(problem, day);
  std::cout << report.kpis.served << " of " << report.kpis.orders << " orders, " << report.kpis.on_time << " of "
            << report.kpis.promised << " promises kept\n";
  const bool fine = report.valid() && report.kpis.served == 6 && report.kpis.on_time == report.kpis.promised;
  return fine ? 0 : 1;
}
