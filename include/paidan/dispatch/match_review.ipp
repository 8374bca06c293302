#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/dispatch/match_review.hpp>

#include <paidan/assign/live.hpp>
#include <paidan/constraints/refusal.hpp>
#include <paidan/dispatch/detail/match_desk.hpp>
#include <paidan/dispatch/match.ipp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {

struct MatchReview::State {
  dispatch_detail::MatchDesk desk;
  Match match;
  assign::LiveAssignment live;
  std::int64_t must_weight;

  State(Problem problem, MatchOptions options)
      : desk(std::move(problem), std::move(options)),
        match(dispatch_detail::read_match(desk)),
        live(plain_table(desk).view(), free_columns(desk)),
        must_weight(desk.assignment().must_weight) {}

  /// Of equally good matches the questions begin from the one that `match` shows; forced orders are gone.
  static std::vector<std::uint32_t> free_columns(const dispatch_detail::MatchDesk& desk) {
    std::vector<std::uint32_t> columns = desk.assignment().column_of_row;
    for (const assign::Pair& pair : desk.view().forced) columns[pair.row] = assign::Assignment::unassigned;
    return columns;
  }

  /// What is left to decide: forced orders hold their places and are gone; an order that must be served has a penalty
  /// above everything else.
  static assign::AssignmentTable plain_table(const dispatch_detail::MatchDesk& desk) {
    const assign::AssignmentView view = desk.view();
    assign::AssignmentTable table;
    table.rows = view.rows;
    table.columns = view.columns;
    table.forbidden.assign(view.forbidden.begin(), view.forbidden.end());
    std::vector<std::uint8_t> forced(view.rows, 0);
    std::vector<std::uint32_t> reserved(view.columns, 0);
    for (const assign::Pair& pair : view.forced) {
      forced[pair.row] = 1;
      ++reserved[pair.column];
    }
    table.row_begin.push_back(0);
    for (std::uint32_t i = 0; i < view.rows; ++i) {
      const bool must = !view.must_serve.empty() && view.must_serve[i] != 0;
      table.penalty.push_back(forced[i] != 0 ? 0 : view.penalty[i] + (must ? desk.assignment().must_weight : 0));
      if (forced[i] == 0) {
        const auto first = static_cast<std::ptrdiff_t>(view.row_begin[i]);
        const auto last = static_cast<std::ptrdiff_t>(view.row_begin[std::size_t{i} + 1]);
        table.column.insert(table.column.end(), view.column.begin() + first, view.column.begin() + last);
        table.cost.insert(table.cost.end(), view.cost.begin() + first, view.cost.begin() + last);
      }
      table.row_begin.push_back(table.column.size());
    }
    table.slot_begin.push_back(0);
    for (std::size_t j = 0; j < view.columns; ++j) {
      for (std::uint64_t k = view.slot_begin[j] + reserved[j]; k < view.slot_begin[j + 1]; ++k) {
        table.slot_cost.push_back(view.slot_cost[k]);
      }
      table.slot_begin.push_back(table.slot_cost.size());
    }
    return table;
  }
};

PAIDAN_INLINE MatchReview::MatchReview(Problem problem, MatchOptions options)
    : state_(new_owned<State>(std::move(problem), std::move(options))) {}
PAIDAN_INLINE MatchReview::~MatchReview() = default;
PAIDAN_INLINE MatchReview::MatchReview(MatchReview&&) noexcept = default;
PAIDAN_INLINE MatchReview& MatchReview::operator=(MatchReview&&) noexcept = default;

PAIDAN_INLINE const Problem& MatchReview::problem() const { return state_->desk.problem(); }
PAIDAN_INLINE const MatchOptions& MatchReview::options() const { return state_->desk.options(); }
PAIDAN_INLINE const Match& MatchReview::match() const { return state_->match; }

PAIDAN_INLINE PairAnswer MatchReview::why_not(OrderIndex order, ShiftIndex shift) {
  const dispatch_detail::MatchDesk& desk = state_->desk;
  const Problem& problem = desk.problem();
  Errors errors;
  check_index(errors, "order", order.value, problem.order_count());
  check_index(errors, "shift", shift.value, problem.shift_count());
  errors.throw_if_any();
  PairAnswer answer;
  answer.order = order;
  answer.shift = shift;
  answer.optimal_over = desk.candidates().complete() ? OptimalOver::all_eligible : OptimalOver::listed;
  answer.chosen = desk.assignment().column_of_row[order.at()] == shift.value;
  answer.forbidden = desk.forbidden(order, shift);
  answer.has_places = !desk.places(shift).empty();
  answer.possible = answer.has_places && !answer.forbidden;
  const constraints::Refusal refusal = constraints::why_refused(problem, order, shift);
  answer.families = refusal.families;
  answer.reasons = refusal.reasons;
  if (answer.families != 0) {
    answer.possible = false;
    return answer;
  }
  std::size_t pair = desk.find(order, shift);
  if (pair < desk.candidates().pairs()) {
    answer.terms = matching::listed(matching::breakdown(desk.candidates().features, desk.candidates().weights, pair));
    answer.total = desk.costs()[pair];
  } else {
    // Left out: measured now.
    const ShiftIndex only[] = {shift};
    const matching::Candidates one = matching::candidates(
        problem, {.shifts = only, .weights = desk.options().weights, .tier_floors = desk.options().tier_floors});
    pair = one.row_begin[order.at()];
    answer.terms = matching::listed(matching::breakdown(one.features, one.weights, pair));
    answer.total = matching::costs(one.features, one.weights)[pair];
  }
  const auto& forced = desk.options().forced;
  if (std::any_of(forced.begin(), forced.end(), [&](const MatchPair& held) { return held.order == order; })) {
    answer.possible = answer.chosen;
    return answer;
  }
  if (!answer.possible) return answer;
  const assign::Regret regret = state_->live.regret(order.value, shift.value, *answer.total);
  answer.possible = regret.possible;
  if (!answer.possible) return answer;
  const auto where = [](std::int64_t column) {
    return column < 0 ? ShiftIndex{} : ShiftIndex(static_cast<std::uint32_t>(column));
  };
  answer.regret = regret.cost;
  for (const assign::Move& move : regret.moves) {
    answer.moves.push_back({OrderIndex(move.row), where(move.from), where(move.to)});
  }
  if (state_->must_weight != 0) {
    // The weight counts the must-serve orders lost; what is left is cost.
    for (const MatchMove& move : answer.moves) {
      const auto& must = desk.options().must_serve;
      if (std::find(must.begin(), must.end(), move.order) == must.end()) continue;
      answer.must_serve_lost += (move.to.valid() ? 0 : 1) - (move.from.valid() ? 0 : 1);
    }
    *answer.regret -= answer.must_serve_lost * state_->must_weight;
  }
  return answer;
}

PAIDAN_INLINE PlaceValue MatchReview::place_value(ShiftIndex shift) {
  const dispatch_detail::MatchDesk& desk = state_->desk;
  Errors errors;
  check_index(errors, "shift", shift.value, desk.problem().shift_count());
  errors.throw_if_any();
  const auto places = static_cast<std::int64_t>(desk.places(shift).size());
  const std::int64_t gain = state_->live.slot_gain(shift.value, places * desk.options().load_step);
  const std::int64_t weight = state_->must_weight;
  const OptimalOver over = desk.candidates().complete() ? OptimalOver::all_eligible : OptimalOver::listed;
  if (weight == 0) return {0, gain, over};
  // The weight is more than twice any cost, so what is left of whole weights is cost, perhaps negative.
  const std::int64_t orders = (gain + weight / 2) / weight;
  return {orders, gain - orders * weight, over};
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
