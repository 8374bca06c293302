// Judge what the host really did: late, unskilled or overlapping work is listed, the figures are computed all the same.
#include <algorithm>
#include <iostream>
#include <paidan/documents/json.hpp>
#include <paidan/paidan.hpp>
#include <paidan/syntax/files.hpp>

using namespace paidan;

int main() {
  const Problem problem = documents::problem_from_json(syntax::read_file(PAIDAN_EXAMPLE_DATA "/day.json"));
  const auto visit = [&](const char* order, const char* technician, int hour, int minute, int length) {
    const Instant start = problem.data().origin + minutes(hour * 60 + minute);
    return check::ActualVisit{
        .order = order, .technician = technician, .arrival = start, .start = start, .end = start + minutes(length)};
  };
  const std::vector<check::ActualVisit> done = {
      visit("2082", "W", 10, 10, 90),  // promised 10:00: within 30 minutes
      visit("2081", "W", 15, 50, 75),  // promised 15:00: 20 minutes beyond
      visit("2084", "L", 14, 0, 60),   // needs a gas licence, Li has none
      visit("2085", "L", 14, 30, 60),  // before the one above was finished, and promised for 11:00
  };
  const check::Report report = check::evaluate_actual(problem, done);
  for (const check::Violation& violation : report.violations) {
    std::cout << violation.code;
    if (violation.order.valid()) std::cout << ' ' << problem.order(violation.order).name;
    if (violation.technician.valid()) std::cout << ", " << problem.technician(violation.technician).name;
    std::cout << " (" << violation.amount << ")\n";
  }
  std::cout << report.kpis.served << " served, " << report.kpis.on_time << " on time, " << report.kpis.late
            << " late\n";
  const auto found = [&](const char* code) {
    return std::any_of(report.violations.begin(), report.violations.end(),
                       [&](const check::Violation& violation) { return violation.code == code; });
  };
  return found("skill_missing") && found("overlap") && report.kpis.on_time == 1 && report.kpis.late == 2 ? 0 : 1;
}
