#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/matching/weights.hpp>

#include <paidan/constraints/detail/pace.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace matching {

namespace matching_detail {

inline constexpr std::array<std::string_view, term_count> term_names{
    "travel",          "distance", "lateness", "over_skill", "quality", "preference",
    "same_technician", "change",   "fairness", "urgency",    "tier"};

inline std::size_t at(Term term) { return static_cast<std::size_t>(term); }

inline constexpr std::int64_t cost_limit = std::int64_t{1} << 62;
inline constexpr std::int64_t largest_weight = 1'000'000'000'000;
inline constexpr std::int64_t highest_level = 9;

/// Saturating at 2^62; nothing negative.
inline std::int64_t capped_sum(std::int64_t a, std::int64_t b) { return a > cost_limit - b ? cost_limit : a + b; }
inline std::int64_t capped_product(std::int64_t a, std::int64_t b) {
  return a != 0 && b > cost_limit / a ? cost_limit : a * b;
}

inline std::int64_t weight_of(const Weights& weights, Term term, std::int32_t piece) {
  switch (term) {
    case Term::travel:
      return weights.travel;
    case Term::distance:
      return weights.distance;
    case Term::lateness:
      return weights.lateness;
    case Term::over_skill:
      return weights.over_skill;
    case Term::quality:
      return weights.quality;
    case Term::preference:
      return weights.preference;
    case Term::same_technician:
      return weights.same_technician;
    case Term::change:
      return weights.change;
    case Term::fairness:
      return weights.fairness[static_cast<std::size_t>(piece)];
    case Term::urgency:
      return weights.urgency;
    case Term::tier:
      return weights.tier;
  }
  return 0;
}

/// Ranges and the number of pieces, not sums.
inline void check_weights(Errors& errors, const Weights& weights, std::size_t pieces) {
  for (std::size_t i = 0; i < term_count; ++i) {
    const Term term = static_cast<Term>(i);
    if (term == Term::fairness) continue;
    // No text for each good weight: this is asked for every pair that is told.
    const std::int64_t weight = weight_of(weights, term, 0);
    const std::int64_t most = term == Term::tier ? cost_limit : largest_weight;
    if (weight < 0 || weight > most) check_range(errors, "weights." + std::string(term_names[i]), weight, 0, most);
  }
  for (std::size_t k = 0; k < weights.fairness.size(); ++k) {
    if (weights.fairness[k] >= 0 && weights.fairness[k] <= largest_weight) continue;
    check_range(errors, "weights.fairness[" + std::to_string(k) + "]", weights.fairness[k], 0, largest_weight);
  }
  if (weights.fairness.size() == pieces) return;
  errors.add(errors::weights_shape, "weights.fairness",
             {{"field", "weights.fairness"},
              {"expected", std::to_string(pieces)},
              {"value", std::to_string(weights.fairness.size())}});
}

/// No time before it matters: the start of the problem's first shift.
inline std::int32_t first_shift_start(const Dense& dense) {
  const auto& starts = dense.shifts.start_s;
  return starts.empty() ? 0 : *std::min_element(starts.begin(), starts.end());
}

/// From when on an order waits: its first allowed start, but not before anybody works.
inline std::int32_t ready_s(const Dense& dense, std::size_t order, std::int32_t first_start) {
  return std::max(dense.orders.starts[order].front().low, first_start);
}

/// −tier × weight apart: how much all other terms of a pair can add up to, and how much they can fall below zero.
struct Extremes {
  std::int64_t above = 0;
  std::int64_t below = 0;
};

inline Extremes extremes_of(const Problem& problem, const Weights& weights) {
  const Dense& dense = problem.dense();
  const ProblemData& data = problem.data();
  Extremes extremes;
  if (problem.order_count() == 0 || problem.shift_count() == 0) return extremes;
  const auto add = [&](std::int64_t feature, std::int64_t weight) {
    extremes.above = capped_sum(extremes.above, capped_product(feature, weight));
  };
  const auto& entries = dense.compounds.entry_s;
  const std::int64_t entry = entries.empty() ? 0 : *std::max_element(entries.begin(), entries.end());
  std::vector<travel::Leg> longest;
  for (const travel::Source& profile : dense.profiles) longest.push_back(profile.longest());
  std::int64_t seconds = 0;
  std::int64_t metres = 0;
  std::int64_t points = 0;
  for (std::size_t t = 0; t < data.technicians.size(); ++t) {
    const travel::Leg leg = longest[dense.technicians.profile[t].at()];
    seconds = std::max<std::int64_t>(seconds, constraints::at_percent(leg.seconds, dense.technicians.speed_percent[t]));
    metres = std::max<std::int64_t>(metres, leg.metres);
    if (data.technicians[t].rating > 0) points = data.objective.rating_clip;
  }
  std::int64_t horizon = -time_limit_s;
  std::int64_t span = 0;
  for (std::size_t s = 0; s < problem.shift_count(); ++s) {
    const std::int64_t end = std::int64_t{dense.shifts.end_s[s]} + dense.shifts.overtime_cap_s[s];
    horizon = std::max(horizon, end);
    span = std::max(span, end - dense.shifts.start_s[s]);
  }
  seconds += entry;
  // In traffic a way takes longer, but a visit that is possible is reached within the shift.
  const bool traffic =
      std::any_of(dense.bands.begin(), dense.bands.end(), [](const travel::Bands& bands) { return !bands.empty(); });
  if (traffic) seconds = std::max(seconds, span);
  const std::int32_t first = first_shift_start(dense);
  std::int64_t late = 0;
  std::int64_t levels = 0;
  std::int64_t change = 0;
  std::int64_t urgency = 0;
  bool preferred = false;
  bool previous = false;
  for (std::size_t o = 0; o < data.orders.size(); ++o) {
    const std::int64_t last = std::min<std::int64_t>(dense.orders.starts[o].back().high, horizon);
    late = std::max(late, last - dense.orders.due_s[o]);
    std::int64_t above = 0;
    for (const SkillNeed& need : dense.orders.skills[o]) above += std::max<std::int64_t>(0, highest_level - need.level);
    levels = std::max(levels, above);
    change = std::max(change, dense.orders.cost_of_change[o]);
    const std::int64_t wait = std::max<std::int64_t>(0, last - ready_s(dense, o, first));
    urgency = std::max(urgency, (wait + 59) / 60 * data.orders[o].priority);
    preferred = preferred || !dense.orders.preferred[o].empty();
    previous = previous || dense.orders.previous_technician[o].valid();
  }
  add(seconds, weights.travel);
  add(metres, weights.distance);
  add(late, weights.lateness);
  add(levels, weights.over_skill);
  add(points, weights.quality);
  add(preferred ? 1 : 0, weights.preference);
  add(previous ? 1 : 0, weights.same_technician);
  add(change, weights.change);
  for (const std::int64_t weight : weights.fairness) add(span, weight);
  add(urgency, weights.urgency);
  extremes.below = capped_product(points, weights.quality);
  return extremes;
}

/// Everything `validate` says; `tiers` = how many there are.
inline void check_sums(Errors& errors, const Problem& problem, const Weights& weights, std::int64_t tiers) {
  const Extremes extremes = extremes_of(problem, weights);
  const std::int64_t below = capped_sum(extremes.below, capped_product(tiers, weights.tier));
  const std::int64_t most = std::max(extremes.above, below);
  if (most < cost_limit) return;
  errors.add(paidan::errors::overflow, "weights", {{"field", "weights"}, {"value", "≥ 2^62"}});
}

inline void check_tiers(Errors& errors, std::span<const std::int32_t> floors) {
  for (std::size_t i = 0; i < floors.size(); ++i) {
    check_range(errors, "tier_floors[" + std::to_string(i) + "]", floors[i], 1,
                i == 0 ? 500 : std::max(1, std::min(500, floors[i - 1] - 1)));
  }
}

}  // namespace matching_detail

PAIDAN_INLINE std::string_view name(Term term) { return matching_detail::term_names[matching_detail::at(term)]; }

PAIDAN_INLINE std::vector<TermCost> listed(const std::array<std::int64_t, term_count>& terms) {
  std::vector<TermCost> list;
  list.reserve(
      static_cast<std::size_t>(std::count_if(terms.begin(), terms.end(), [](auto term) { return term != 0; })));
  for (std::size_t i = 0; i < term_count; ++i) {
    if (terms[i] != 0) list.push_back({static_cast<Term>(i), terms[i]});
  }
  return list;
}

PAIDAN_INLINE Weights weights_of(const Objective& objective) {
  Weights weights;
  weights.travel = objective.per_travel_second;
  weights.distance = objective.per_metre;
  weights.lateness = objective.per_lateness_second;
  weights.over_skill = objective.per_overskill_level;
  weights.quality = objective.per_rating_point;
  weights.preference = objective.not_preferred;
  weights.same_technician = objective.not_same_technician;
  for (const FairnessPiece& piece : objective.fairness) weights.fairness.push_back(piece.per_second);
  return weights;
}

PAIDAN_INLINE std::vector<Error> validate(const Problem& problem, const Weights& weights) {
  Errors errors;
  matching_detail::check_weights(errors, weights, problem.data().objective.fairness.size());
  if (errors.empty()) matching_detail::check_sums(errors, problem, weights, weights.tier > 0 ? 1 : 0);
  return errors.list();
}

PAIDAN_INLINE std::int32_t tier_of(std::int32_t rating, std::span<const std::int32_t> tier_floors) {
  std::int32_t tier = 0;
  for (const std::int32_t floor : tier_floors) tier += rating >= floor ? 1 : 0;
  return tier;
}

PAIDAN_INLINE std::int64_t strict_tier(const Problem& problem, const Weights& weights,
                                       std::span<const std::int32_t> tier_floors) {
  namespace detail = matching_detail;
  Errors errors;
  detail::check_tiers(errors, tier_floors);
  Weights others = weights;
  others.tier = 0;
  detail::check_weights(errors, others, problem.data().objective.fairness.size());
  errors.throw_if_any();
  const detail::Extremes extremes = detail::extremes_of(problem, others);
  others.tier = detail::capped_sum(detail::capped_sum(extremes.above, extremes.below), 1);
  detail::check_sums(errors, problem, others, static_cast<std::int64_t>(tier_floors.size()));
  errors.throw_if_any();
  return others.tier;
}

}  // namespace matching
}  // namespace paidan::inline PAIDAN_ABI
