// A gated estate that takes 12 minutes to enter: both jobs inside are done one after the other.
#include <iostream>
#include <paidan/paidan.hpp>

using namespace paidan;

namespace {

ProblemData town() {
  ProblemData data;
  data.origin = {1'753'056'000};  // 2025-07-21 0:00 UTC
  const auto place = [&](const char* id, std::int32_t lat_e7, std::int32_t lon_e7, const char* compound) {
    data.locations.push_back({.id = id, .name = "", .point = GeoPoint{lat_e7, lon_e7}, .compound = compound});
  };
  place("home", 312'300'000, 1'214'700'000, "");
  place("west gate 3", 312'000'000, 1'214'550'000, "阳光花园");
  place("shop", 311'950'000, 1'214'700'000, "");
  place("east gate 9", 312'000'000, 1'214'850'000, "阳光花园");
  Technician technician;
  technician.id = "李";
  technician.home = "home";
  Shift day;
  day.id = "day";
  day.start = data.origin + hours(8);
  day.end = data.origin + hours(18);
  technician.shifts.push_back(day);
  data.technicians.push_back(technician);
  for (const char* id : {"west gate 3", "shop", "east gate 9"}) {
    Order order;
    order.id = order.location = id;
    data.orders.push_back(order);
  }
  data.compounds = {{.id = "阳光花园", .name = "", .entry = minutes(12)}};
  return data;
}

/// How often somebody comes to a place of a compound from elsewhere.
int entries(const Problem& problem, const Plan& plan) {
  int count = 0;
  for (const Route& route : plan.routes) {
    std::string before;
    for (const Stop& stop : route.stops) {
      const LocationIndex place = problem.dense().orders.location[stop.order.at()];
      const std::string& here = problem.data().locations[place.at()].compound;
      count += !here.empty() && here != before ? 1 : 0;
      before = here;
    }
  }
  return count;
}

}  // namespace

int main() {
  const Problem estate(town());
  const Problem free = estate.with([](ProblemData& data) { data.compounds.front().entry = {}; });
  // The shortest way round leaves the estate for the shop and comes back: twice past the guard.
  const Plan usual = plan(free, {.iterations = 5'000});
  const Plan day = plan(estate, {.iterations = 5'000});
  for (const Stop& stop : day.routes.front().stops) {
    std::cout << estate.instant(stop.arrival).seconds % 86'400 / 60 << " min: " << estate.order(stop.order).id << '\n';
  }
  return check::evaluate(estate, day).valid() && entries(estate, usual) == 2 && entries(estate, day) == 1 ? 0 : 1;
}
