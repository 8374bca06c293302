#pragma once

#include <paidan/routing/detail/rich/search.hpp>

#include <paidan/routing/detail/anneal/chance.hpp>
#include <paidan/routing/detail/rich/couple.hpp>

#include <algorithm>
#include <numeric>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace search_detail {

inline constexpr std::uint32_t blink_one_in = 100;
inline constexpr std::uint32_t fresh_one_in = 50;
inline constexpr std::uint32_t anywhere_one_in = 16;  ///< absent orders looked for a place in tours that did not change

}  // namespace search_detail

PAIDAN_INLINE Search::Search(const State& first, std::uint64_t seed) : Search(first, seed, mean_leg(first)) {}

PAIDAN_INLINE Search::Search(const State& first, std::uint64_t seed, std::uint64_t leg)
    : state_(first),
      sequence_(first.ground()),
      random_(mix64(seed)),
      blink_(search_detail::blink_one_in, random_),
      cooling_(2 * leg << 16U, (leg << 16U) / 50),
      steering_(first.ground(), leg),
      dirty_(first.ground().tour_count(), 0) {
  best_.resize(first.ground().tour_count());
  all_changed();
  keep_best();
}

/// This tour is no longer as it was when the best plan was kept.
PAIDAN_INLINE void Search::changed(Index tour) {
  if (dirty_[tour] != 0) return;
  dirty_[tour] = 1;
  dirty_tours_.push_back(tour);
}

PAIDAN_INLINE void Search::all_changed() {
  for (Index tour = 0; tour < state_.ground().tour_count(); ++tour) changed(tour);
}

PAIDAN_INLINE void Search::keep_best() {
  best_goals_ = state_.goals();
  for (const Index tour : dirty_tours_) {
    dirty_[tour] = 0;
    best_[tour].clear();
    for (const Item& one : state_.tour(tour).items) {
      if (one.is_visit()) best_[tour].push_back(one.order);
    }
  }
  dirty_tours_.clear();
}

PAIDAN_INLINE void Search::keep_if_best() {
  for (std::size_t i = 0; i < state_.touched_count(); ++i) changed(state_.touched_tour(i));
  if (state_.goals() < best_goals_) keep_best();
}

PAIDAN_INLINE void Search::restart(const Visits& visits) {
  state_.assign(visits);
  all_changed();
  keep_best();
}

/// A plan that was taken at prices may be a little late for a shorter way.
PAIDAN_INLINE void Search::go_on_strictly() {
  strictly_ = true;
  state_.set_rates(steering_.strict(best_, best_goals_));
  const Visits best = best_;
  state_.assign(best);  // rests may be laid to other places: the best stays what it is
  all_changed();
  if (state_.goals() < best_goals_) keep_best();
}

PAIDAN_INLINE void Search::begin_anew() {
  state_.assign(Visits(state_.ground().tour_count()));
  std::vector<Index> orders(state_.absent().begin(), state_.absent().end());
  sequence_.drawn(orders, random_);
  for (const Index order : orders) {
    if (!leads(state_.ground(), order)) continue;
    const Look look{.everywhere = state_.ground().small(), .ends = random_.below(2) == 0};
    place_apart(state_, order, look, blink_, random_);
  }
  state_.begin();
  all_changed();
  keep_best();
}

PAIDAN_INLINE std::vector<Index> Search::kinds() const {
  std::vector<Index> kinds(state_.ground().tour_count());
  std::iota(kinds.begin(), kinds.end(), Index{0});
  return kinds;
}

PAIDAN_INLINE void Search::run(std::int64_t count, anneal::Share share) {
  const Ground& ground = state_.ground();
  if (ground.visit_count() == 0 || ground.context().pair_count() == 0) return;
  std::uint64_t temperature = cooling_.at(share);
  if (ground.in_order() && share >= last_part) {
    if (!strictly_) go_on_strictly();
    temperature = 0;
  } else if (ground.in_order()) {
    strictly_ = false;
    state_.set_rates(steering_.at(share));
  }
  for (std::int64_t i = 0; i < count; ++i) step(temperature);
  if (ground.holes() && !state_.absent().empty() && couple(state_, random_)) keep_if_best();
}

/// Everything in the rubble goes where it costs least, or stays out; false as soon as the plan must cost more than
/// `most`, whatever comes later.
PAIDAN_INLINE bool Search::put_back(std::int64_t most) {
  bool fresh = random_.below(search_detail::fresh_one_in) == 0;
  const std::size_t count = rubble_.out.size();
  if (fresh && count > 1 && state_.many_idle()) {
    const Index partner = rubble_.out[1 + random_.below(static_cast<std::uint32_t>(count - 1))];
    fresh = !open_for_two(state_, rubble_.out.front(), partner);
    if (!state_.sound()) return false;
  }
  // What those still to come can take off the price, at most; no idle time is filled.
  std::int64_t pending = 0;
  for (const Index order : rubble_.out) {
    if (state_.tour_of(order) == none) pending += saved_by(state_, order);
  }
  if (state_.price() - pending > most) return false;
  for (const Index order : rubble_.out) {
    if (state_.tour_of(order) != none) continue;
    pending -= saved_by(state_, order);
    const bool again = std::find(rubble_.before.begin(), rubble_.before.end(), order) != rubble_.before.end();
    const Look look{.everywhere = state_.ground().small(),
                    .ends = random_.below(2) == 0,
                    .fresh = fresh,
                    .touched = again && random_.below(search_detail::anywhere_one_in) != 0};
    // A place that costs so much that the step is given up need not be found.
    const std::int64_t allowed = most - state_.price() + pending + missing_price(state_, order) + 1;
    place(state_, order, look, blink_, random_, allowed);
    if (!state_.sound() || state_.price() - pending > most) return false;
    fresh = false;
  }
  return true;
}

PAIDAN_INLINE void Search::step(std::uint64_t temperature_q16) {
  if (exchange(state_, temperature_q16, random_, halves_)) keep_if_best();
  state_.begin();
  const std::int64_t before = state_.price();
  ruin(state_, random_, rubble_);
  sequence_.drawn(rubble_.out, random_);
  ++steps_.all;
  steps_.removed += static_cast<std::int64_t>(rubble_.out.size());
  // Drawn before it is known what the plan will cost, so that hopeless ones are given up half built.
  if (!rubble_.sound || !put_back(before + anneal::allowance(temperature_q16, random_.next()))) {
    ++steps_.hopeless;
    state_.rollback();
    return;
  }
  ++steps_.taken;
  keep_if_best();
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
