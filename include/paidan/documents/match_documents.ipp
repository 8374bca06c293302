#pragma once

#include <paidan/core/hash.hpp>
#include <paidan/documents/match_documents.hpp>

#include <array>
#include <cstddef>

namespace paidan::inline PAIDAN_ABI {
namespace documents_detail {

inline const std::string& technician_id(const Problem& problem, ShiftIndex shift) {
  return problem.technician(problem.dense().shifts.technician[shift.at()]).id;
}

inline std::vector<std::string> ids_of(const Problem& problem, const std::vector<OrderIndex>& orders) {
  std::vector<std::string> ids;
  ids.reserve(orders.size());
  for (const OrderIndex order : orders) ids.push_back(problem.order(order).id);
  return ids;
}

inline std::vector<Family> families_of(FamilySet set) {
  std::vector<Family> list;
  for (int i = 0; i < family_count; ++i) {
    if (has(set, static_cast<Family>(i))) list.push_back(static_cast<Family>(i));
  }
  return list;
}

inline documents::ShiftDocument shift_name(const Problem& problem, ShiftIndex shift) {
  return {technician_id(problem, shift), problem.shift(shift).id};
}

inline std::vector<documents::TermDocument> terms_of(const std::array<std::int64_t, matching::term_count>& terms) {
  std::vector<documents::TermDocument> list;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[i] != 0) list.push_back({std::string(matching::name(static_cast<matching::Term>(i))), terms[i]});
  }
  return list;
}

}  // namespace documents_detail

namespace documents {

PAIDAN_INLINE MatchDocument match_document(const Problem& problem, const Match& match) {
  MatchDocument out;
  out.problem = hex(match.problem_hash);
  for (const Match::Pair& pair : match.pairs) {
    PairDocument& made = out.pairs.emplace_back();
    made.order = problem.order(pair.order).id;
    made.technician = documents_detail::technician_id(problem, pair.shift);
    made.shift = problem.shift(pair.shift).id;
    made.arrival = problem.instant(pair.score.arrival_s);
    made.terms = documents_detail::terms_of(pair.score.terms);
    made.total = pair.score.total;
    made.slot_cost = pair.slot_cost;
  }
  out.unassigned = documents_detail::ids_of(problem, match.unassigned);
  out.cost = match.cost;
  out.certified = match.certified;
  out.optimal_over = match.optimal_over;
  out.candidates = match.candidates;
  for (const MatchShortage& shortage : match.shortages) {
    MatchShortageDocument& made = out.shortages.emplace_back();
    made.orders = documents_detail::ids_of(problem, shortage.orders);
    for (const ShiftIndex shift : shortage.shifts) made.shifts.push_back(documents_detail::shift_name(problem, shift));
    made.places = shortage.places;
    made.skills = shortage.skills;
    made.first_start = problem.instant(shortage.first_start_s);
    made.last_start = problem.instant(shortage.last_start_s);
  }
  return out;
}

PAIDAN_INLINE PairAnswerDocument pair_answer_document(const Problem& problem, const PairAnswer& answer) {
  PairAnswerDocument out;
  out.order = problem.order(answer.order).id;
  const ShiftDocument shift = documents_detail::shift_name(problem, answer.shift);
  out.technician = shift.technician;
  out.shift = shift.shift;
  out.chosen = answer.chosen;
  out.families = documents_detail::families_of(answer.families);
  out.reasons = answer.reasons;
  out.forbidden = answer.forbidden;
  out.has_places = answer.has_places;
  out.possible = answer.possible;
  out.must_serve_lost = answer.must_serve_lost;
  out.optimal_over = answer.optimal_over;
  if (answer.families != 0) return out;
  out.terms = documents_detail::terms_of(answer.terms);
  out.total = answer.total;
  if (!answer.possible) return out;
  out.regret = answer.regret;
  const auto place = [&](ShiftIndex at) {
    return at.valid() ? std::optional(documents_detail::shift_name(problem, at)) : std::nullopt;
  };
  for (const MatchMove& move : answer.moves) {
    out.moves.push_back({problem.order(move.order).id, place(move.from), place(move.to)});
  }
  return out;
}

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
