#include "match_views.hpp"

#include <array>

namespace paidan_python {

namespace {

pd::OrderIndex known_order(const pd::Problem& problem, const std::string& id) {
  const pd::OrderIndex index = problem.find_order(id);
  if (!index.valid()) unknown_order(problem, id, {nullptr, "order", -1});
  return index;
}

void read_terms(const Amounts& terms, std::array<std::int64_t, pd::matching::term_count>& into) {
  for (std::size_t i = 0; i < pd::matching::term_count; ++i) {
    for (const auto& [name, amount] : terms) {
      if (name == pd::matching::name(static_cast<pd::matching::Term>(i))) into[i] = amount;
    }
  }
}
}  // namespace

pd::Match::Pair pair_of(const pd::Problem& problem, const PairView& view) {
  pd::Match::Pair pair;
  pair.order = known_order(problem, view.order);
  pair.shift = shift_index(problem, {view.technician, view.shift}, {nullptr, "technician", -1});
  pair.score.order = pair.order;
  pair.score.shift = pair.shift;
  pair.score.arrival_s = seconds_of(problem, view.start);
  read_terms(view.terms, pair.score.terms);
  pair.score.total = view.total;
  pair.slot_cost = view.slot_cost;
  return pair;
}

pd::Match match_of(const pd::Problem& problem, const MatchView& view) {
  if (view.problem_hash != pd::hex(problem.hash())) throw py::value_error("this match was made for another problem");
  pd::Match match;
  for (const PairView& pair : view.pairs) match.pairs.push_back(pair_of(problem, pair));
  for (const std::string& id : view.unassigned) match.unassigned.push_back(known_order(problem, id));
  match.cost = view.cost;
  match.certified = view.certified;
  match.optimal_over = view.optimal_over;
  match.candidates = view.candidates;
  for (const ShortageView& one : view.shortages) match.shortages.push_back(shortage_of(problem, one));
  match.problem_hash = problem.hash();
  return match;
}

pd::MatchShortage shortage_of(const pd::Problem& problem, const ShortageView& view) {
  pd::MatchShortage shortage;
  for (const std::string& id : view.orders) shortage.orders.push_back(known_order(problem, id));
  for (const ShiftName& name : view.shifts) {
    shortage.shifts.push_back(shift_index(problem, name, {nullptr, "shifts", -1}));
  }
  shortage.places = view.places;
  shortage.skills = view.skills;
  shortage.first_start_s = seconds_of(problem, view.first_start);
  shortage.last_start_s = seconds_of(problem, view.last_start);
  return shortage;
}

pd::PairAnswer pair_answer_of(const pd::Problem& problem, const PairAnswerView& view) {
  pd::PairAnswer answer;
  answer.order = known_order(problem, view.order);
  answer.shift = shift_index(problem, {view.technician, view.shift}, {nullptr, "technician", -1});
  answer.chosen = view.chosen;
  answer.families = set_of(view.families);
  answer.reasons = view.reasons;
  answer.forbidden = view.forbidden;
  answer.has_places = view.has_places;
  answer.possible = view.possible;
  read_terms(view.terms, answer.terms);
  answer.total = view.total.value_or(0);
  answer.regret = view.regret.value_or(0);
  answer.must_serve_lost = view.must_serve_lost;
  const auto place = [&](const std::optional<ShiftName>& name) {
    return name ? shift_index(problem, *name, {nullptr, "moves", -1}) : pd::ShiftIndex{};
  };
  for (const MatchMoveView& move : view.moves) {
    answer.moves.push_back({known_order(problem, move.order), place(move.from), place(move.to)});
  }
  answer.optimal_over = view.optimal_over;
  return answer;
}

}  // namespace paidan_python
