// An outdoor unit that two have to lift, and a licensed electrician who comes within two hours after it hangs.
#include <paidan/paidan.hpp>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

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
  // Minutes between the shop, the tower and a flat.
  travel::MatrixData matrix{.size = 3};
  for (const int minutes : {0, 20, 15, 20, 0, 10, 15, 10, 0}) matrix.seconds.push_back(minutes * 60);
  for (const char* place : {"shop", "tower", "flat"}) data.locations.push_back({.id = place});
  data.profiles.push_back({.id = "car", .matrix = matrix});
  data.objective.per_metre = 0;
  const Shift day{.id = "day", .start = at(8), .end = at(17)};
  data.technicians = {{.id = "Li", .home = "shop", .shifts = {day}, .skills = {{.skill = "mounting", .level = 1}}},
                      {.id = "Wang", .home = "shop", .shifts = {day}, .skills = {{.skill = "mounting", .level = 2}}},
                      {.id = "Zhao", .home = "shop", .shifts = {day}, .skills = {{.skill = "electric", .level = 3}}}};
  Order lift{.id = "lift", .location = "tower", .service = minutes(90), .skills = {{.skill = "mounting", .level = 1}}};
  lift.crew = 2;
  Order commission{
      .id = "commission", .location = "tower", .service = minutes(40), .skills = {{.skill = "electric", .level = 2}}};
  // Gaps are from start to start.
  commission.links = {{.order = "lift", .minimum_gap = minutes(90), .maximum_gap = minutes(90 + 120)}};
  const Order other{.id = "socket", .location = "flat", .service = minutes(30), .skills = {{.skill = "electric"}}};
  data.orders = {lift, commission, other};
  const Problem problem(data);
  require(problem.order_count() == 4, "the second of the crew has an order of his own");
  require(problem.notices().empty(), "there is somebody for everything");

  const Plan found = plan(problem, {.iterations = 5'000});
  require(check::evaluate(problem, found).valid(), "the plan is valid");
  std::map<std::string, std::int32_t> starts;
  for (const Route& route : found.routes) {
    for (const Stop& stop : route.stops) {
      const std::string& id = problem.order(stop.order).id;
      starts[id] = stop.start.seconds;
      std::printf("%s: %s at %d:%02d\n", problem.technician(route.shift).id.c_str(), id.c_str(),
                  stop.start.seconds / 3'600, stop.start.seconds / 60 % 60);
    }
  }
  require(starts.size() == 4, "everybody is served");
  require(starts["lift"] == starts["lift#2"], "they lift together");
  const std::int32_t gap = starts["commission"] - starts["lift"];
  require(90 * 60 <= gap && gap <= 210 * 60, "the electrician comes in time");

  // On a day without the lift there is nothing to commission.
  Plan empty;
  empty.problem = {problem.hash()};
  const WhyNot answer = why_not(problem, empty, problem.find_order("commission"), problem.find_technician("Zhao"));
  require(answer.families == bit(Family::links), "only the linked orders are missing");
  std::printf("%s\n", render::why_not(problem, answer, render::Audience::dispatcher, Language::en).c_str());
  // For a crew of three there are too few.
  data.orders[0].crew = 3;
  const Problem heavier(data);
  for (const Error& notice : heavier.notices()) std::printf("%s\n", notice.message(Language::en).c_str());
  require(heavier.notices().size() == 1, "three could not be there at once");
}
