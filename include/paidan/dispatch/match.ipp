#pragma once

#include <paidan/dispatch/match.hpp>

#include <paidan/dispatch/detail/match_desk.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>

namespace paidan::inline PAIDAN_ABI {

namespace dispatch_detail {

/// What these orders have in common, for the sentence about them.
inline MatchShortage describe(const Problem& problem, const assign::Shortage& found) {
  const Dense& dense = problem.dense();
  MatchShortage shortage;
  shortage.places = static_cast<std::int64_t>(found.slots);
  shortage.first_start = {std::numeric_limits<std::int32_t>::max()};
  shortage.last_start = {std::numeric_limits<std::int32_t>::min()};
  std::vector<SkillIndex> common;
  for (const std::uint32_t row : found.rows) {
    shortage.orders.emplace_back(row);
    const auto starts = dense.orders.starts[row];
    shortage.first_start = std::min(shortage.first_start, ModelTime{starts.front().low});
    shortage.last_start = std::max(shortage.last_start, ModelTime{starts.back().high});
    std::vector<SkillIndex> needs;
    for (const SkillNeed& need : dense.orders.skills[row]) needs.push_back(need.skill);
    if (row == found.rows.front()) {
      common = needs;
    } else {
      std::erase_if(common, [&](SkillIndex s) { return std::find(needs.begin(), needs.end(), s) == needs.end(); });
    }
  }
  for (const SkillIndex skill : common) shortage.skills.push_back(problem.skill_name(skill));
  for (const std::uint32_t column : found.columns) shortage.shifts.emplace_back(column);
  return shortage;
}

inline Match read_match(const MatchDesk& desk) {
  const Problem& problem = desk.problem();
  const assign::Assignment& assignment = desk.assignment();
  const assign::CheckedView checked(desk.view());
  Match result;
  result.problem = {problem.hash()};
  result.cost = assignment.cost;
  result.certified = assign::certified(checked, assignment);
  result.optimal_over = desk.optimal_over();
  result.candidates = static_cast<std::int64_t>(desk.candidates().pairs());
  std::vector<std::size_t> filled(problem.shift_count(), 0);
  for (std::size_t o = 0; o < problem.order_count(); ++o) {
    const std::uint32_t column = assignment.column_of_row[o];
    if (column == assign::Assignment::unassigned) {
      result.unassigned.emplace_back(o);
      continue;
    }
    const OrderIndex order(o);
    const ShiftIndex shift(column);
    const std::size_t pair = desk.find(order, shift);
    MatchedPair& match = result.pairs.emplace_back();
    match.order = order;
    match.shift = shift;
    match.arrival = {desk.candidates().start_s[pair]};
    match.terms = matching::listed(matching::breakdown(desk.candidates().features, desk.candidates().weights, pair));
    match.total = desk.costs()[pair];
    match.slot_cost = desk.places(shift)[filled[column]++];
  }
  const auto& must = desk.options().must_serve;
  const bool missed = std::any_of(must.begin(), must.end(), [&](OrderIndex order) {
    return assignment.column_of_row[order.at()] == assign::Assignment::unassigned;
  });
  if (missed) {
    for (const assign::Shortage& shortage : assign::shortages(checked)) {
      result.shortages.push_back(describe(problem, shortage));
      if (!desk.candidates().complete()) result.shortages.back().over = OptimalOver::listed;
    }
  }
  return result;
}

}  // namespace dispatch_detail

PAIDAN_INLINE Match match(const Problem& problem, const MatchOptions& options) {
  return dispatch_detail::read_match(dispatch_detail::MatchDesk(problem, options));
}

}  // namespace paidan::inline PAIDAN_ABI
