// A match that answers: why not this technician, who would have to move, what must be served but cannot, what a place
// is worth.
#include <iostream>
#include <paidan/documents/json.hpp>
#include <paidan/paidan.hpp>
#include <paidan/syntax/files.hpp>

using namespace paidan;

int main() {
  const Problem problem = documents::problem_from_json(syntax::read_file(PAIDAN_EXAMPLE_DATA "/day.json"));
  const render::Names names(
      {{"gas", "燃气", "gas"}, {"electric", "电工", "electric"}, {"refrigeration", "制冷", "cooling"}});
  MatchReview review(problem);
  bool fine = review.match().certified;
  bool refused = false;
  bool dearer = false;
  for (std::size_t o = 0; o < problem.order_count(); ++o) {
    for (std::size_t s = 0; s < problem.shift_count(); ++s) {
      const PairAnswer answer = review.why_not(OrderIndex(o), ShiftIndex(s));
      for (const Language language : {Language::zh, Language::en}) {
        std::cout << problem.order(answer.order).id << ": "
                  << render::pair_answer(problem, answer, render::Audience::dispatcher, language, names) << '\n';
      }
      refused = refused || answer.families != 0;
      if (answer.families != 0 || answer.chosen) continue;
      dearer = true;
      // The regret is exact: matching again with the pair forced costs that much more.
      const Match forced = match(problem, {.forced = {{answer.order, answer.shift}}});
      fine = fine && answer.regret == forced.cost - review.match().cost;
    }
  }
  std::cout << render::skill_value(problem, "gas", review.skill_value("gas"), Language::zh, names) << '\n';

  // Wang alone can cool, and has one place: two orders that must be served cannot both be.
  const Match urgent = match(problem, {.must_serve = {problem.find_order("2081"), problem.find_order("2082")}});
  for (const MatchShortage& shortage : urgent.shortages) {
    std::cout << render::shortage(problem, shortage, render::Audience::dispatcher, Language::zh, 10, names) << '\n';
  }
  return fine && refused && dearer && urgent.shortages.size() == 1 ? 0 : 1;
}
