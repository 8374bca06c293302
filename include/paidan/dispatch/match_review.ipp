#pragma once

#include <paidan/dispatch/match_review.hpp>

#include <paidan/dispatch/match.ipp>
#include <paidan/dispatch/match_desk.hpp>
#include <paidan/eligibility/refusal.hpp>
#include <paidan/matching/live.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {

struct MatchReview::State {
  dispatch_detail::MatchDesk desk;
  Match match;
  matching::LiveAssignment live;
  std::int64_t must_weight;

  State(const Problem& problem, MatchOptions options)
      : desk(problem, std::move(options)),
        match(dispatch_detail::read_match(desk)),
        live(plain_table(desk).view()),
        must_weight(desk.assignment().must_weight) {}

  /// The same problem without words for forced and must-serve: an order that must be served has a penalty above
  /// everything else, a forced order has one arc and an even higher one.
  static matching::AssignmentTable plain_table(const dispatch_detail::MatchDesk& desk) {
    const matching::AssignmentView view = desk.view();
    matching::AssignmentTable table;
    table.rows = view.rows;
    table.columns = view.columns;
    table.penalty.assign(view.penalty.begin(), view.penalty.end());
    table.slot_begin.assign(view.slot_begin.begin(), view.slot_begin.end());
    table.slot_cost.assign(view.slot_cost.begin(), view.slot_cost.end());
    table.forbidden.assign(view.forbidden.begin(), view.forbidden.end());
    std::int64_t most = 1;
    for (const std::int64_t cost : view.cost) most = std::max(most, cost < 0 ? -cost : cost);
    for (std::size_t i = 0; i < table.penalty.size(); ++i) {
      most = std::max(most, std::abs(table.penalty[i]));
      if (!view.must_serve.empty() && view.must_serve[i] != 0) table.penalty[i] += desk.assignment().must_weight;
    }
    for (const std::int64_t cost : view.slot_cost) most = std::max(most, cost);
    std::vector<std::uint32_t> forced(view.rows, matching::Assignment::unassigned);
    for (const matching::Pair& pair : view.forced) {
      forced[pair.row] = pair.column;
      table.penalty[pair.row] = std::max(desk.assignment().must_weight, most) * 8 * std::int64_t{view.rows};
    }
    table.row_begin.push_back(0);
    for (std::uint32_t i = 0; i < view.rows; ++i) {
      for (std::uint64_t a = view.row_begin[i]; a < view.row_begin[std::size_t{i} + 1]; ++a) {
        if (forced[i] != matching::Assignment::unassigned && view.column[a] != forced[i]) continue;
        table.column.push_back(view.column[a]);
        table.cost.push_back(view.cost[a]);
      }
      table.row_begin.push_back(table.column.size());
    }
    return table;
  }

  void check(Errors& errors, const char* field, std::uint32_t value, std::size_t size) const {
    if (value < size) return;
    errors.add(paidan::errors::out_of_range, field,
               {{"field", field},
                {"low", "0"},
                {"high", std::to_string(static_cast<std::int64_t>(size) - 1)},
                {"value", std::to_string(value)}});
  }
};

PAIDAN_INLINE MatchReview::MatchReview(const Problem& problem, MatchOptions options)
    : state_(std::make_unique<State>(problem, std::move(options))) {}
PAIDAN_INLINE MatchReview::~MatchReview() = default;
PAIDAN_INLINE MatchReview::MatchReview(MatchReview&&) noexcept = default;
PAIDAN_INLINE MatchReview& MatchReview::operator=(MatchReview&&) noexcept = default;

PAIDAN_INLINE const Match& MatchReview::match() const { return state_->match; }

PAIDAN_INLINE PairAnswer MatchReview::why_not(OrderIndex order, ShiftIndex shift) {
  const dispatch_detail::MatchDesk& desk = state_->desk;
  const Problem& problem = desk.problem();
  Errors errors;
  state_->check(errors, "order", order.value, problem.order_count());
  state_->check(errors, "shift", shift.value, problem.shift_count());
  errors.throw_if_any();
  PairAnswer answer;
  answer.order = order;
  answer.shift = shift;
  answer.optimal_over = desk.candidates().complete() ? OptimalOver::all_eligible : OptimalOver::listed;
  answer.chosen = state_->live.column_of(order.value) == shift.value;
  answer.forbidden = desk.forbidden(order, shift);
  answer.has_places = !desk.places(shift).empty();
  answer.possible = answer.has_places && !answer.forbidden;
  const eligibility::Refusal refusal = eligibility::why_refused(problem, order, shift);
  answer.families = refusal.families;
  answer.reasons = refusal.reasons;
  if (answer.families != 0) {
    answer.possible = false;
    return answer;
  }
  std::size_t pair = desk.find(order, shift);
  if (pair < desk.candidates().pairs()) {
    answer.terms = matching::breakdown(desk.candidates().features, desk.candidates().weights, pair);
    answer.total = desk.costs()[pair];
  } else {
    // Left out: measured now.
    const ShiftIndex only[] = {shift};
    const matching::Candidates one =
        matching::candidates(problem, {.shifts = only, .weights = desk.candidates().weights});
    pair = one.row_begin[order.at()];
    answer.terms = matching::breakdown(one.features, one.weights, pair);
    answer.total = matching::costs(one.features, one.weights)[pair];
  }
  if (!answer.possible) return answer;
  const matching::Regret regret = state_->live.regret(order.value, shift.value, answer.total);
  const auto where = [](std::uint32_t column) {
    return column == matching::Assignment::unassigned ? ShiftIndex{} : ShiftIndex(column);
  };
  const auto& forced = desk.options().forced;
  answer.possible = regret.possible && std::none_of(regret.moves.begin(), regret.moves.end(), [&](const auto& move) {
                      return std::any_of(forced.begin(), forced.end(),
                                         [&](const MatchPair& held) { return held.order.value == move.row; });
                    });
  if (!answer.possible) return answer;
  answer.regret = regret.cost;
  for (const matching::Move& move : regret.moves) {
    answer.moves.push_back({OrderIndex(move.row), where(move.from), where(move.to)});
  }
  if (state_->must_weight != 0) {
    // The weight counts the must-serve orders lost; what is left is cost.
    for (const MatchMove& move : answer.moves) {
      const auto& must = desk.options().must_serve;
      if (std::find(must.begin(), must.end(), move.order) == must.end()) continue;
      answer.must_serve_lost += (move.to.valid() ? 0 : 1) - (move.from.valid() ? 0 : 1);
    }
    answer.regret -= answer.must_serve_lost * state_->must_weight;
  }
  return answer;
}

PAIDAN_INLINE PlaceValue MatchReview::place_value(ShiftIndex shift) {
  const dispatch_detail::MatchDesk& desk = state_->desk;
  Errors errors;
  state_->check(errors, "shift", shift.value, desk.problem().shift_count());
  errors.throw_if_any();
  const auto places = static_cast<std::int64_t>(desk.places(shift).size());
  const std::int64_t gain = state_->live.slot_gain(shift.value, places * desk.options().load_step);
  const std::int64_t weight = state_->must_weight;
  if (weight == 0) return {0, gain};
  // The weight is more than twice any cost, so what is left of whole weights is cost, perhaps negative.
  const std::int64_t orders = (gain + weight / 2) / weight;
  return {orders, gain - orders * weight};
}

PAIDAN_INLINE PlaceValue MatchReview::skill_value(std::string_view skill) {
  const Problem& problem = state_->desk.problem();
  const Dense& dense = problem.dense();
  PlaceValue most;
  for (std::size_t s = 0; s < problem.shift_count(); ++s) {
    for (const SkillGrant& grant : dense.technicians.skills[dense.shifts.technician[s].at()]) {
      if (problem.skill_name(grant.skill) != skill || dense.shifts.local_day[s] < grant.first_day ||
          dense.shifts.local_day[s] > grant.last_day) {
        continue;
      }
      most = std::max(most, place_value(ShiftIndex(s)));
      break;
    }
  }
  return most;
}

}  // namespace paidan::inline PAIDAN_ABI
