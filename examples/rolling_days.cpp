// A week planned day by day: what nobody could take goes on to the next day, more urgent.
#include <iostream>
#include <paidan/dispatch.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/intake/days.hpp>
#include <paidan/syntax/files.hpp>

using namespace paidan;

int main() {
  // The example's technicians work on one day; the next one shows what waits.
  Problem horizon = documents::problem_from_json(syntax::read_file(PAIDAN_EXAMPLE_DATA "/day.json"));
  const std::size_t all = horizon.order_count();
  std::size_t visited = 0;
  Date day = horizon.data().zone.to_local(horizon.data().origin).date;
  for (int n = 0; n < 2; ++n, day = day + 1) {
    const Problem today = intake::day_problem(horizon, day);
    const Plan plan = paidan::plan(today, {.iterations = 5'000});
    horizon = intake::carry_over(today, plan, horizon, day);
    visited += today.order_count() - plan.unassigned.size();
    std::cout << day.text() << ": " << today.order_count() << " orders, " << plan.unassigned.size() << " not visited\n";
  }
  for (const Order& order : horizon.data().orders) {
    std::cout << order.name << " waits, priority " << order.priority << "\n";
  }
  return visited > 0 && visited + horizon.order_count() == all ? 0 : 1;
}
