// Random problems for the search over whole problems: both orders of goals, weights at their ends, and now and then
// without what keeps a tour from being told by its own numbers.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/routing/detail/rich/state.hpp>

#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace rich_test {

using namespace paidan;
namespace rich = routing::rich;
using rich::Index;

inline Problem rich_problem(std::uint64_t seed, const paidan_test::RandomProblem& shape,
                            std::optional<GoalOrder> goals = std::nullopt) {
  ProblemData data = paidan_test::ProblemMaker(seed, shape).make();
  SplitMix64 random(draw(seed, 71));
  const auto chance = [&](std::uint32_t one_in) { return random.below(one_in) == 0; };
  Objective& weights = data.objective;
  weights.goals = chance(2) ? GoalOrder::one_weighted : GoalOrder::in_order;
  if (goals) weights.goals = *goals;
  weights.agreed_weight = static_cast<std::int32_t>(random.between(1, 4));
  weights.lateness_cap = Duration{random.between(0, 6) * 3'600};
  if (chance(4)) weights.per_waiting_second = 0;
  if (chance(6)) weights.per_waiting_second = weights.per_lateness_second;
  if (chance(6)) weights.per_travel_second = 0;
  if (chance(4)) weights.per_metre = 0;
  if (chance(4)) weights.per_overtime_second = 0;
  if (chance(3)) weights.unserved = random.between(0, 5'000'000);
  if (chance(3)) weights.fairness.clear();
  if (chance(2)) {
    for (Technician& technician : data.technicians) technician.suspensions.clear();
  }
  if (chance(2)) {
    for (Order& order : data.orders) {
      if (order.windows.size() > 1) order.windows.resize(1);
      if (order.pin && order.pin->start && order.pin->cost_of_change) order.pin.reset();
    }
  }
  if (!chance(3)) {
    // Nearly everybody may do nearly everything.
    for (Order& order : data.orders) {
      order.skills.clear();
      order.tools.clear();
      order.languages.clear();
      order.groups.clear();
    }
  }
  const bool rests = !chance(3);
  for (Technician& technician : data.technicians) {
    for (Shift& shift : technician.shifts) {
      if (!rests) shift.breaks.clear();
    }
  }
  if (chance(3)) {
    for (Order& order : data.orders) {
      if (chance(3)) continue;
      const std::int64_t first = data.origin.seconds + random.between(6, 14) * 3'600;
      order.release = Instant{first};
    }
  }
  return paidan_test::settled(std::move(data));
}

/// Shapes by number: few or many places, one day or two, everything in it or windows and promises only.
inline paidan_test::RandomProblem shape_of(int n, std::int32_t orders) {
  paidan_test::RandomProblem shape;
  shape.orders = orders;
  shape.technicians = 1 + n % 4;
  shape.days = 1 + n / 2 % 2;
  shape.places = n % 3 == 0 ? std::max(2, orders / 3) : 0;
  shape.plain = n % 5 == 4;
  shape.wide_share = n % 4;
  return shape;
}

/// Rates under which prices of differences are differences of prices: whole numbers only.
inline rich::Rates whole_rates(SplitMix64& random) {
  constexpr std::int64_t honour[] = {0, 1, 3, 40};
  constexpr std::int64_t late[] = {0, 7, 5'000, 100'000};
  return {static_cast<std::uint64_t>(honour[random.below(4)]) << 16U, late[random.below(4)]};
}

/// Orders in random order at random places where they fit, whatever that costs.
inline void fill(rich::State& state, SplitMix64& random, int rounds = 3) {
  const rich::Ground& ground = state.ground();
  for (Index i = 0; i < static_cast<Index>(rounds) * ground.visit_count(); ++i) {
    const Index order = random.below(ground.visit_count());
    const Index tour = random.below(ground.tour_count());
    if (state.tour_of(order) != rich::none || !ground.may(order, tour)) continue;
    const Index gap = random.below(static_cast<Index>(state.tour(tour).items.size()) + 1);
    if (!state.insert(order, {0, tour, gap}) && !state.sound()) state.rollback();
    state.begin();
  }
  if (!ground.links()) return;
  state.hold();
  state.release();
  state.begin();
}

/// Those that are served with it or not at all, itself among them.
inline std::vector<Index> group_of(const rich::Ground& ground, Index order) {
  if (!ground.visit(order).linked) return {order};
  std::vector<Index> group;
  for (const OrderIndex one : ground.group(order)) group.push_back(one.value);
  return group;
}

/// Others wait for some of its visits, or these for others.
inline bool has_linked(const rich::State& state, Index tour) {
  const std::vector<rich::Item>& items = state.tour(tour).items;
  return std::any_of(items.begin(), items.end(), [](const rich::Item& one) { return one.linked; });
}

/// What an order costs in a tour is known exactly only where nobody waits for anybody.
inline bool waits(const rich::State& state, Index order, Index tour) {
  return state.ground().visit(order).linked || has_linked(state, tour);
}

}  // namespace rich_test
