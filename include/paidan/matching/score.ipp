#pragma once

#include <paidan/matching/score.hpp>

#include <paidan/eligibility/eligibility.hpp>
#include <paidan/eligibility/pace.hpp>
#include <paidan/eligibility/pair_cost.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>
#include <limits>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

namespace matching_detail {

inline constexpr std::array<std::string_view, term_count> term_names{
    "travel", "distance", "lateness", "over_skill", "quality", "preference", "same_technician", "change", "fairness"};

using Features = Eigen::Matrix<std::int64_t, Eigen::Dynamic, static_cast<int>(term_count), Eigen::RowMajor>;
using Weights = Eigen::Matrix<std::int64_t, static_cast<int>(term_count), 1>;

inline std::size_t at(Term term) { return static_cast<std::size_t>(term); }

/// Seconds, metres and levels have the objective's weights; the last five features are costs already.
inline Weights weights_of(const Objective& objective) {
  Weights weights = Weights::Ones();
  weights[static_cast<int>(Term::travel)] = objective.per_travel_second;
  weights[static_cast<int>(Term::distance)] = objective.per_metre;
  weights[static_cast<int>(Term::lateness)] = objective.per_lateness_second;
  weights[static_cast<int>(Term::over_skill)] = objective.per_overskill_level;
  return weights;
}

inline std::int64_t fairness(const Objective& objective, std::int64_t work_s) {
  std::int64_t cost = 0;
  for (const FairnessPiece& piece : objective.fairness) {
    cost += piece.per_second * std::max<std::int64_t>(0, work_s - piece.over.seconds);
  }
  return cost;
}

/// Features of one pair, if it is feasible on its own: there, served, and back within the shift and its limits.
inline bool measure(const Problem& problem, OrderIndex order, ShiftIndex shift, Candidate& candidate) {
  const Dense& dense = problem.dense();
  const std::size_t o = order.at();
  const std::size_t s = shift.at();
  const TechnicianIndex technician = dense.shifts.technician[s];
  const std::size_t t = technician.at();
  const LocationIndex place = dense.orders.location[o];
  const eligibility::Hop out = eligibility::hop(dense, technician, dense.shifts.start_location[s], place);
  if (!out.reachable() || dense.technicians.max_jobs[t] < 1) return false;
  eligibility::Hop back;
  if (dense.shifts.end_location[s].valid()) {
    back = eligibility::hop(dense, technician, place, dense.shifts.end_location[s]);
    if (!back.reachable()) return false;
  }
  const std::int64_t duration =
      std::int64_t{eligibility::service_s(dense, technician, order)} + eligibility::setup_s(dense, technician, order);
  const std::int64_t start = eligibility::earliest_start(dense, order, technician, duration,
                                                         std::int64_t{dense.shifts.start_s[s]} + out.seconds);
  if (start == eligibility::never) return false;
  const std::int64_t end = start + duration + back.seconds;
  if (end > std::int64_t{dense.shifts.end_s[s]} + dense.shifts.overtime_cap_s[s]) return false;
  if (std::int64_t{out.seconds} + back.seconds > dense.technicians.max_travel_s[t]) return false;
  if (std::int64_t{out.metres} + back.metres > dense.technicians.max_distance_m[t]) return false;
  const Objective& objective = problem.data().objective;
  const Cost pair = eligibility::pair_cost(problem, order, shift);
  candidate.order = order;
  candidate.shift = shift;
  candidate.arrival_s = static_cast<std::int32_t>(start);
  candidate.terms[at(Term::travel)] = out.seconds;
  candidate.terms[at(Term::distance)] = out.metres;
  candidate.terms[at(Term::lateness)] = std::max<std::int64_t>(0, start - dense.orders.due_s[o]);
  candidate.terms[at(Term::over_skill)] = eligibility::levels_above(problem, order, shift);
  candidate.terms[at(Term::quality)] = pair.quality;
  candidate.terms[at(Term::preference)] = pair.preference;
  candidate.terms[at(Term::same_technician)] = pair.same_technician;
  const std::int32_t keep = eligibility::start_to_keep(dense, order, technician);
  const bool moved = keep != std::numeric_limits<std::int32_t>::min() && keep != start;
  candidate.terms[at(Term::change)] = moved ? dense.orders.cost_of_change[o] : pair.change;
  const std::int64_t carried = dense.technicians.load_carried_s[t];
  candidate.terms[at(Term::fairness)] =
      fairness(objective, carried + out.seconds + duration) - fairness(objective, carried);
  return true;
}

/// Features become terms: every column times its weight, and the row sums are the totals.
inline void apply_weights(const Objective& objective, std::vector<Candidate>& candidates) {
  Features features(static_cast<Eigen::Index>(candidates.size()), static_cast<Eigen::Index>(term_count));
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    features.row(static_cast<Eigen::Index>(i)) =
        Eigen::Map<const Eigen::Matrix<std::int64_t, 1, static_cast<int>(term_count)>>(candidates[i].terms.data());
  }
  const Weights weights = weights_of(objective);
  const Eigen::Matrix<std::int64_t, Eigen::Dynamic, 1> totals = features * weights;
  const Features terms = features * weights.asDiagonal();
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    for (std::size_t k = 0; k < term_count; ++k) candidates[i].terms[k] = terms(row, static_cast<Eigen::Index>(k));
    candidates[i].total = totals[row];
  }
}

}  // namespace matching_detail

PAIDAN_INLINE std::string_view name(Term term) { return matching_detail::term_names[matching_detail::at(term)]; }

PAIDAN_INLINE std::vector<Candidate> score(const Problem& problem, std::span<const ShiftIndex> shifts) {
  std::vector<std::uint8_t> considered(problem.shift_count(), shifts.empty() ? 1 : 0);
  Errors errors;
  for (std::size_t i = 0; i < shifts.size(); ++i) {
    if (shifts[i].at() < considered.size()) {
      considered[shifts[i].at()] = 1;
      continue;
    }
    const std::string path = "shifts[" + std::to_string(i) + "]";
    errors.add(paidan::errors::out_of_range, path,
               {{"field", path},
                {"low", "0"},
                {"high", std::to_string(static_cast<std::int64_t>(considered.size()) - 1)},
                {"value", std::to_string(shifts[i].value)}});
  }
  errors.throw_if_any();
  std::vector<Candidate> candidates;
  const Lists<ShiftIndex> eligible = eligibility::eligible_shifts(problem);
  for (std::size_t o = 0; o < problem.order_count(); ++o) {
    for (const ShiftIndex shift : eligible[o]) {
      Candidate candidate;
      if (considered[shift.at()] != 0 && matching_detail::measure(problem, OrderIndex(o), shift, candidate)) {
        candidates.push_back(candidate);
      }
    }
  }
  matching_detail::apply_weights(problem.data().objective, candidates);
  return candidates;
}

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI
