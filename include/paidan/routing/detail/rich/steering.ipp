#pragma once

#include <paidan/routing/detail/rich/steering.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace steering_detail {

// Prices in mean legs: of an order of mean weight not served as promised, and of a minute's lateness.
inline constexpr std::uint64_t honour_first = 100;
inline constexpr std::uint64_t honour_final = 10'000;
inline constexpr std::uint64_t late_minutes_first = 10;  ///< minutes that cost a leg
inline constexpr std::uint64_t late_final = 6;           ///< legs that a minute costs

/// What else than legs one order may cost, at most about: a tour of its own, and the dearest pair.
inline std::int64_t dearest_but_legs(const Ground& ground) {
  const Objective& weights = ground.weights();
  const Dense& dense = ground.dense();
  std::int64_t by_tour = 0;
  for (Index tour = 0; tour < ground.tour_count(); ++tour) {
    const std::int64_t overtime = dense.shifts.overtime_cap_s[tour];
    const std::int64_t span = std::int64_t{dense.shifts.end_s[tour]} - dense.shifts.start_s[tour] + overtime;
    std::int64_t cost = dense.technicians.fixed_cost[ground.technician(tour)] + overtime * weights.per_overtime_second +
                        span * weights.per_waiting_second;
    for (const FairnessPiece& piece : weights.fairness) cost += span * piece.per_second;
    by_tour = std::max(by_tour, cost);
  }
  std::int64_t by_order = 0;
  for (Index order = 0; order < ground.visit_count(); ++order) {
    const std::int64_t change = std::max<std::int64_t>(0, dense.orders.cost_of_change[order]);
    const std::size_t first = ground.context().pair_begin(order);
    const std::size_t last = ground.context().pair_begin(order + 1);
    for (std::size_t pair = first; pair < last; ++pair) {
      const std::int64_t more = ground.context().pair_cost(pair) + dense.orders.unserved_cost[order];
      by_order = std::max(by_order, change + std::max(more, -more));
    }
  }
  return by_tour + by_order;
}

/// A thousandth of that: the least that a leg is taken for, so that goals keep their order where ways cost next to
/// nothing.
inline std::int64_t least_leg(const Ground& ground) {
  return std::min(dearest_but_legs(ground) / 1'000, std::int64_t{1} << 38);
}

inline std::uint64_t mean_weight(const Ground& ground) {
  std::int64_t sum = 0;
  for (const std::int64_t weight : ground.dense().orders.honour) sum += weight;
  return static_cast<std::uint64_t>(std::max<std::int64_t>(1, sum / std::max<std::int64_t>(1, ground.visit_count())));
}

/// Legs that an order of mean weight costs at last: so many that the lightest one still costs some.
inline std::uint64_t honour_last(const Ground& ground) {
  constexpr std::uint64_t lightest = 100;
  constexpr std::uint64_t most = std::uint64_t{1} << 24U;
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (const std::int64_t weight : ground.dense().orders.honour) {
    if (weight > 0) least = std::min(least, weight);
  }
  return std::max(honour_final, std::min(most, lightest * (mean_weight(ground) / static_cast<std::uint64_t>(least))));
}

/// A rate per weight, in 2^16-ths, that no sum of prices overflows.
inline std::uint64_t honour_rate(const Ground& ground, std::uint64_t price, std::uint64_t mean_weight) {
  const anneal::Wide all = anneal::Wide{mean_weight} * (std::uint64_t{ground.visit_count()} + 1);
  const anneal::Wide most = (anneal::Wide{1} << 76U) / (all == 0 ? 1 : all);  // all × rate / 2^16 below 2^60
  const anneal::Wide rate = (anneal::Wide{price} << 16U) / mean_weight;
  return static_cast<std::uint64_t>(
      std::min<anneal::Wide>(std::max<anneal::Wide>(rate, 1), std::min<anneal::Wide>(most, anneal::Wide{1} << 62U)));
}

inline std::int64_t late_rate(const Ground& ground, std::uint64_t price) {
  const std::int64_t cap = ground.weights().lateness_cap.seconds + 1;
  const std::int64_t most = (std::int64_t{1} << 60) / cap / (std::int64_t{ground.visit_count()} + 1);
  return std::min(static_cast<std::int64_t>(std::min<std::uint64_t>(price, std::uint64_t{1} << 60U)), most);
}

}  // namespace steering_detail

PAIDAN_INLINE std::uint64_t mean_leg(const State& state) {
  const Objective& weights = state.ground().weights();
  std::int64_t cost = 0;
  std::int64_t legs = 0;
  for (Index tour = 0; tour < state.ground().tour_count(); ++tour) {
    const Tour& plan = state.tour(tour);
    if (plan.visits == 0) continue;
    cost += plan.travel_s * weights.per_travel_second + plan.distance_m * weights.per_metre +
            plan.waiting_s * weights.per_waiting_second;
    legs += plan.visits + 1;
  }
  const std::int64_t least = std::max<std::int64_t>(1, steering_detail::least_leg(state.ground()));
  const std::int64_t mean = std::max(least, cost / std::max<std::int64_t>(1, legs));
  return static_cast<std::uint64_t>(std::min(mean, std::int64_t{1} << 38U));
}

PAIDAN_INLINE Rates steep_rates(const Ground& ground) {
  if (!ground.in_order()) return {};
  const Objective& weights = ground.weights();
  const auto leg = static_cast<std::uint64_t>(std::max<std::int64_t>(
      steering_detail::least_leg(ground) + 1,
      std::min<std::int64_t>(600 * weights.per_travel_second + 5'000 * weights.per_metre, std::int64_t{1} << 40)));
  return {steering_detail::honour_rate(ground, leg * steering_detail::honour_last(ground),
                                       steering_detail::mean_weight(ground)),
          steering_detail::late_rate(ground, leg * steering_detail::late_final / 60 + 1)};
}

PAIDAN_INLINE Steering::Steering(const Ground& ground, std::uint64_t leg)
    : ground_(&ground),
      mean_weight_(steering_detail::mean_weight(ground)),
      honour_(leg * steering_detail::honour_last(ground), leg * steering_detail::honour_first),
      late_((leg << 8U) * steering_detail::late_final / 60, (leg << 8U) / steering_detail::late_minutes_first / 60) {}

PAIDAN_INLINE Rates Steering::at(anneal::Share share) const {
  const anneal::Share left = anneal::whole_work - share;
  return {steering_detail::honour_rate(*ground_, honour_.at(left), mean_weight_),
          steering_detail::late_rate(*ground_, (late_.at(left) >> 8U) + 1)};
}

PAIDAN_INLINE Rates Steering::strict(const State::Visits& visits, const Goals& goals) const {
  using namespace steering_detail;
  constexpr std::int64_t long_day = 12 * 3'600;
  std::int64_t unit = 0;
  for (const std::int64_t weight : ground_->dense().orders.honour) unit = std::gcd(unit, weight);
  auto ways = static_cast<std::uint64_t>(goals.run_well < 0 ? -goals.run_well : goals.run_well);
  std::vector<std::uint8_t> served(ground_->visit_count(), 0);
  for (const auto& tour : visits) {
    for (const Index order : tour) served[order] = 1;
  }
  const auto dearest = static_cast<std::uint64_t>(dearest_but_legs(*ground_));
  for (Index order = 0; order < ground_->visit_count(); ++order) {
    const auto homes = ground_->homes(order);
    if (served[order] == 0 && !homes.empty()) ways += dearest + 2 * static_cast<std::uint64_t>(homes.front().leg);
  }
  const std::int64_t late = late_rate(*ground_, ways + 1);
  const anneal::Wide seconds = static_cast<std::uint64_t>(std::max(long_day, goals.late.seconds));
  const anneal::Wide of_unit = seconds * static_cast<std::uint64_t>(late) + ways + 1;
  const anneal::Wide of_mean =
      of_unit * (mean_weight_ / static_cast<std::uint64_t>(std::max<std::int64_t>(1, unit)) + 1);
  constexpr anneal::Wide most = anneal::Wide{1} << 60U;
  return {honour_rate(*ground_, static_cast<std::uint64_t>(std::min(of_mean, most)), mean_weight_), late};
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
