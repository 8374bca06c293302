#pragma once

#include <paidan/dispatch/match.hpp>

#include <paidan/matching/assignment.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace paidan::inline PAIDAN_ABI {

namespace dispatch_detail {

inline void check_match_options(const MatchOptions& options) {
  Errors errors;
  const auto within = [&](const char* field, std::int64_t value, std::int64_t low, std::int64_t high) {
    if (value >= low && value <= high) return;
    errors.add(paidan::errors::out_of_range, field,
               {{"field", field},
                {"low", std::to_string(low)},
                {"high", std::to_string(high)},
                {"value", std::to_string(value)}});
  };
  within("capacity", options.capacity, 0, 1'000);
  within("load_step", options.load_step, 0, 1'000'000'000'000);
  errors.throw_if_any();
}

}  // namespace dispatch_detail

PAIDAN_INLINE Match match(const Problem& problem, const MatchOptions& options) {
  dispatch_detail::check_match_options(options);
  const Dense& dense = problem.dense();
  const std::vector<matching::Candidate> candidates = matching::score(problem);
  matching::AssignmentInput input;
  input.rows = static_cast<std::uint32_t>(problem.order_count());
  input.columns = static_cast<std::uint32_t>(problem.shift_count());
  input.penalty = dense.orders.unserved_cost;
  for (const matching::Candidate& candidate : candidates) {
    input.arcs.push_back({candidate.order.value, candidate.shift.value, candidate.total});
  }
  for (std::size_t s = 0; s < problem.shift_count(); ++s) {
    const std::int32_t most = dense.technicians.max_jobs[dense.shifts.technician[s].at()];
    std::vector<std::int64_t>& slots = input.slot_costs.emplace_back();
    for (std::int32_t k = 0; k < std::min(options.capacity, most); ++k) slots.push_back(k * options.load_step);
  }
  const matching::Assignment assignment = matching::assign(input);
  Match result;
  result.problem_hash = problem.hash();
  result.cost = assignment.cost;
  result.certified = matching::certified(input, assignment);
  std::vector<std::size_t> filled(problem.shift_count(), 0);
  std::size_t next = 0;
  for (std::size_t o = 0; o < problem.order_count(); ++o) {
    const std::uint32_t column = assignment.column_of_row[o];
    if (column == matching::Assignment::unassigned) {
      result.unassigned.emplace_back(o);
      continue;
    }
    // Candidates are sorted as rows and columns are.
    while (candidates[next].order.at() != o || candidates[next].shift.value != column) ++next;
    const std::int64_t slot = input.slot_costs[column][filled[column]++];
    result.pairs.push_back({OrderIndex(o), ShiftIndex(column), candidates[next], slot});
  }
  return result;
}

}  // namespace paidan::inline PAIDAN_ABI
