// What if? A problem never changes; `with` makes a changed copy, validated again.
#include <iostream>
#include <paidan/documents/json.hpp>
#include <paidan/paidan.hpp>
#include <paidan/syntax/files.hpp>

using namespace paidan;

namespace {

check::Kpis figures(const char* question, const Problem& problem) {
  const check::Report report = check::evaluate(problem, plan(problem, {.iterations = 10'000}));
  std::cout << question << ": " << report.kpis.served << " served, " << report.kpis.on_time << " of "
            << report.kpis.promised << " on time, " << report.kpis.travel.seconds / 60 << " minutes of travel\n";
  return report.kpis;
}

}  // namespace

int main() {
  const Problem today = documents::problem_from_json(syntax::read_file(PAIDAN_EXAMPLE_DATA "/day.json"));
  const check::Kpis now = figures("as it is", today);
  const check::Kpis fewer = figures("Zhang is ill", today.with([](ProblemData& data) { data.technicians.pop_back(); }));
  const check::Kpis licence = figures("Li gets a gas licence", today.with([](ProblemData& data) {
    data.technicians[1].skills.push_back({.skill = "gas", .level = 2});
  }));
  const check::Kpis travel =
      figures("travel counts double", today.with([](ProblemData& data) { data.objective.per_travel_second *= 2; }));
  return fewer.served < now.served && licence.served > now.served && travel.travel <= now.travel ? 0 : 1;
}
