#pragma once

#include <paidan/routing/detail/anneal/insertion.hpp>
#include <paidan/routing/detail/anneal/owners.hpp>
#include <paidan/routing/detail/anneal/search.hpp>
#include <paidan/routing/detail/anneal/tails.hpp>

#include <algorithm>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

namespace search_detail {

inline constexpr std::uint32_t blink_one_in = 100;
inline constexpr std::uint32_t fresh_one_in = 50;  ///< steps whose first visit opens a route; it matters at 100 visits
inline constexpr std::uint32_t owners_one_in = 10;

/// From twice the mean leg of the first plan to a fiftieth of it: a hot start pays even in a second.
inline Cooling cooling_of(const State& state) {
  const std::size_t served = state.ground().visit_count() - state.absent().size();
  const auto legs = std::max<std::size_t>(1, served + state.active().size());
  const std::uint64_t mean_q16 = (static_cast<std::uint64_t>(state.tally().legs) << 16U) / legs;
  return {2 * mean_q16, mean_q16 / 50};
}

/// Those of the visits that somebody who drives them in this order can serve in time: where a leg is longer than a
/// detour, whoever follows a visit that is gone may be late.
inline std::vector<Index> in_time(const Ground& ground, Index route, std::span<const Index> visits) {
  const auto reached = [&](std::int64_t leaves, Index from, Index to) {
    const std::int32_t leg = ground.leg(ground.stop(from), ground.stop(to));
    const Window& window = ground.window(to);
    return leg >= limit || leaves + leg > window.latest ? std::int64_t{-1}
                                                        : std::max<std::int64_t>(window.earliest, leaves + leg);
  };
  std::vector<Index> kept;
  std::vector<std::int64_t> leaves{ground.window(ground.start_of(route)).earliest};
  for (const Index visit : visits) {
    const std::int64_t start = reached(leaves.back(), kept.empty() ? ground.start_of(route) : kept.back(), visit);
    if (start < 0) continue;
    kept.push_back(visit);
    leaves.push_back(start + ground.window(visit).service);
  }
  while (!kept.empty() && reached(leaves.back(), kept.back(), ground.end_of(route)) < 0) {
    kept.pop_back();
    leaves.pop_back();
  }
  return kept;
}

}  // namespace search_detail

PAIDAN_INLINE Search::Search(const Ground& ground, const Near& near, std::uint64_t seed, std::int64_t missed_rate)
    : near_(&near),
      sequence_(ground),
      random_(mix64(seed)),
      blink_(search_detail::blink_one_in, random_),
      missed_rate_(missed_rate),
      state_(construct(ground, near, sequence_, missed_rate)),
      best_(state_),
      cooling_(search_detail::cooling_of(state_)) {}

PAIDAN_INLINE void Search::run(std::int64_t count, Share share) {
  if (state_.ground().visit_count() == 0) return;
  const std::uint64_t temperature = cooling_.at(share);
  for (std::int64_t i = 0; i < count; ++i) step(temperature);
}

PAIDAN_INLINE void Search::run(std::int64_t count) {
  for (std::int64_t done = 0; done < count; done += slice) run(std::min(slice, count - done), share_of(done, count));
}

PAIDAN_INLINE void Search::restart(const Visits& routes) {
  const Ground& ground = state_.ground();
  State plan(ground);
  std::vector<Index> visits;
  plan.take_absent(visits);
  std::vector<std::uint8_t> placed(ground.visit_count(), 0);
  for (Index r = 0; r < routes.size(); ++r) {
    if (routes[r].empty()) continue;
    // Routes of one kind are alike: whichever is next.
    Index after = ground.start_of(plan.idle(ground.kind(r)));
    for (const Index visit : search_detail::in_time(ground, r, routes[r])) {
      plan.insert(visit, after);
      placed[visit] = 1;
      after = visit;
    }
  }
  for (const Index visit : visits) {
    if (placed[visit] == 0) plan.leave_out(visit);
  }
  plan.begin();
  state_ = std::move(plan);
  best_ = Incumbent(state_);
}

PAIDAN_INLINE void Search::begin_anew() { restart(Visits(state_.ground().route_count())); }

PAIDAN_INLINE std::vector<Index> Search::kinds() const {
  std::vector<Index> kinds;
  for (Index route = 0; route < state_.ground().route_count(); ++route) kinds.push_back(state_.ground().kind(route));
  return kinds;
}

/// Moves of their own, taken at once: nothing has to be taken back.
PAIDAN_INLINE void Search::exchange(std::uint64_t temperature_q16) {
  const Ground& ground = state_.ground();
  const auto keep = [&](Index one, Index other) {
    best_.changed(one);
    best_.changed(other);
    best_.consider(state_);
  };
  Index routes[2] = {none, none};
  const Index visit = random_.below(ground.visit_count());
  if (exchange_near(state_, *near_, visit, allowance(temperature_q16, random_.next()), routes)) {
    ++steps_.tails;
    keep(routes[0], routes[1]);
  }
  if (ground.kind_count() == 1 || random_.below(search_detail::owners_one_in) != 0) return;
  const Index route = state_.node(visit).route;
  Index other = random_.below(ground.route_count());
  if (route == state_.nowhere() || ground.kind(route) == ground.kind(other)) return;
  if (state_.size(other) == 0) other = state_.idle(ground.kind(other));
  if (!exchange_owners(state_, route, other, allowance(temperature_q16, random_.next()))) return;
  ++steps_.owners;
  keep(route, other);
}

/// Everything in the rubble goes where it costs least, or is left out; false as soon as the plan must cost more than
/// `most`: what is put in later saves nothing.
PAIDAN_INLINE bool Search::put_back(std::int64_t most) {
  bool fresh = random_.below(search_detail::fresh_one_in) == 0;
  for (const Index visit : rubble_.out) {
    const std::int64_t out = missed_rate_ * state_.ground().weight(visit);
    const Look look{.below = static_cast<std::int32_t>(std::min<std::int64_t>(2 * limit, out)),
                    .ends = random_.below(2) == 0,
                    .fresh = fresh};
    const Spot spot = find_spot(state_, *near_, visit, look, blink_, random_);
    if (spot.after == none) {
      state_.leave_out(visit);
    } else {
      state_.insert(visit, spot.after);
    }
    if (price() > most) return false;
    fresh = false;
  }
  return true;
}

PAIDAN_INLINE void Search::step(std::uint64_t temperature_q16) {
  exchange(temperature_q16);
  state_.begin();
  const std::int64_t before = price();
  ruin(state_, *near_, random_, rubble_);
  sequence_.drawn(rubble_.out, random_);
  ++steps_.all;
  steps_.removed += static_cast<std::int64_t>(rubble_.out.size());
  // Drawn before it is known what the plan will cost, so that hopeless ones are given up half built.
  if (!rubble_.sound || !put_back(before + allowance(temperature_q16, random_.next()))) {
    ++steps_.hopeless;
    state_.rollback();
    return;
  }
  ++steps_.taken;
  for (std::size_t i = 0; i < state_.touched_count(); ++i) best_.changed(state_.touched_route(i));
  best_.consider(state_);
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
