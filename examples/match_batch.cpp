// Match a batch at once: which technician takes which order, proven optimal, with the terms of every score.
#include <iostream>
#include <paidan/documents/json.hpp>
#include <paidan/paidan.hpp>
#include <paidan/syntax/files.hpp>

int main() {
  using namespace paidan;
  const Problem problem = documents::problem_from_json(syntax::read_file(PAIDAN_EXAMPLE_DATA "/day.json"));
  const Match result = match(problem, {.capacity = 2});
  bool fine = result.certified;
  for (const MatchedPair& pair : result.pairs) {
    std::cout << problem.order(pair.order).name << ": "
              << render::assignment(problem, pair, render::Audience::dispatcher, Language::zh) << '\n';
    std::int64_t sum = 0;
    for (const matching::TermCost& term : pair.terms) sum += term.cost;
    fine = fine && sum == pair.total;  // integers: the terms add up exactly
  }
  for (const OrderIndex order : result.unassigned) std::cout << "nobody: " << problem.order(order).name << '\n';
  std::cout << "optimal, by its dual certificate: " << (result.certified ? "yes" : "no") << '\n';
  return fine && result.pairs.size() + result.unassigned.size() == problem.order_count() ? 0 : 1;
}
