// Why not this technician? Three kinds of answer: something is missing, possible but dearer, nobody at all.
#include <iostream>
#include <paidan/documents/json.hpp>
#include <paidan/paidan.hpp>
#include <paidan/syntax/files.hpp>

using namespace paidan;

namespace {

/// Asks, prints the answer in both languages, and has the checker find the smallest set of reasons on its own.
bool ask(const Problem& problem, const Plan& day, const char* order, const char* technician, FamilySet expected) {
  const render::Names names(
      {{"gas", "燃气", "gas"}, {"electric", "电工", "electric"}, {"refrigeration", "制冷", "cooling"}});
  const WhyNot answer = why_not(problem, day, problem.find_order(order), problem.find_technician(technician));
  for (const Language language : {Language::zh, Language::en}) {
    std::cout << order << ": " << render::why_not(problem, answer, render::Audience::dispatcher, language, names)
              << '\n';
  }
  const FamilySet smallest = check::minimal_reasons(problem, day, answer.order, answer.technician);
  return answer.families == expected && smallest == expected;
}

}  // namespace

int main() {
  const Problem problem = documents::problem_from_json(syntax::read_file(PAIDAN_EXAMPLE_DATA "/day.json"));
  const Plan day = plan(problem, {.iterations = 10'000});

  bool fine = ask(problem, day, "2084", "W", bit(Family::skill));  // Wang has no gas licence
  fine = ask(problem, day, "2083", "W", 0) && fine;                // Wang could, at a price
  for (const OrderIndex order : day.unassigned) {
    const Unassigned nobody = why_unassigned(problem, day, order);
    std::cout << problem.order(order).name << ":\n"
              << render::why_unassigned(problem, nobody, render::Audience::dispatcher, Language::zh) << '\n';
    fine = nobody.technicians.size() == problem.technician_count() && nobody.families == bit(Family::skill) && fine;
  }
  return fine && day.unassigned.size() == 1 ? 0 : 1;
}
