#pragma once

#include <paidan/routing/detail/rich/search.hpp>

#include <paidan/routing/detail/anneal/chance.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

namespace search_detail {

inline constexpr std::uint32_t blink_one_in = 100;
inline constexpr std::uint32_t fresh_one_in = 50;
inline constexpr std::uint32_t anywhere_one_in = 16;  ///< absent orders looked for a place in tours that did not change
inline constexpr std::size_t nearest = 30;
inline constexpr std::size_t openings = 40;  ///< empty tours tried for two orders together
inline constexpr std::int64_t sequences_coupled = 400;
// Prices in mean legs: of an order of mean weight not served as promised, and of a minute's lateness.
inline constexpr std::uint64_t honour_first = 100;
inline constexpr std::uint64_t honour_final = 10'000;
inline constexpr std::uint64_t late_minutes_first = 10;  ///< minutes that cost a leg
inline constexpr std::uint64_t late_final = 6;           ///< legs that a minute costs

/// Few enough orders and shifts to look at every gap.
inline bool is_small(const Ground& ground) { return ground.visit_count() + ground.tour_count() <= 80; }

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

/// Cost of a leg of a plan, at most 2^38.
inline std::uint64_t mean_leg(const State& state) {
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
  const std::int64_t least = std::max<std::int64_t>(1, least_leg(state.ground()));
  const std::int64_t mean = std::max(least, cost / std::max<std::int64_t>(1, legs));
  return static_cast<std::uint64_t>(std::min(mean, std::int64_t{1} << 38U));
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

/// Rates at which a second's lateness costs more than all the ways of such a plan and those to who is absent, and the
/// least weight left out more than all its lateness, or a working day's; as far as sums of prices stay in range.
inline Rates strict_rates(const Ground& ground, const State::Visits& visits, const Goals& goals) {
  constexpr std::int64_t long_day = 12 * 3'600;
  std::int64_t unit = 0;
  for (const std::int64_t weight : ground.dense().orders.honour) unit = std::gcd(unit, weight);
  auto ways = static_cast<std::uint64_t>(goals.run_well < 0 ? -goals.run_well : goals.run_well);
  std::vector<std::uint8_t> served(ground.visit_count(), 0);
  for (const auto& tour : visits) {
    for (const Index order : tour) served[order] = 1;
  }
  const auto dearest = static_cast<std::uint64_t>(dearest_but_legs(ground));
  for (Index order = 0; order < ground.visit_count(); ++order) {
    const auto homes = ground.homes(order);
    if (served[order] == 0 && !homes.empty()) ways += dearest + 2 * static_cast<std::uint64_t>(homes.front().leg);
  }
  const std::int64_t late = late_rate(ground, ways + 1);
  const anneal::Wide seconds = static_cast<std::uint64_t>(std::max(long_day, goals.late.seconds));
  const anneal::Wide of_unit = seconds * static_cast<std::uint64_t>(late) + ways + 1;
  const std::uint64_t mean = mean_weight(ground);
  const anneal::Wide of_mean = of_unit * (mean / static_cast<std::uint64_t>(std::max<std::int64_t>(1, unit)) + 1);
  constexpr anneal::Wide most = anneal::Wide{1} << 60U;
  return {honour_rate(ground, static_cast<std::uint64_t>(std::min(of_mean, most)), mean), late};
}

}  // namespace search_detail

PAIDAN_INLINE Rates steep_rates(const Ground& ground) {
  if (!ground.in_order()) return {};
  const Objective& weights = ground.weights();
  const auto leg = static_cast<std::uint64_t>(std::max<std::int64_t>(
      search_detail::least_leg(ground) + 1,
      std::min<std::int64_t>(600 * weights.per_travel_second + 5'000 * weights.per_metre, std::int64_t{1} << 40)));
  return {
      search_detail::honour_rate(ground, leg * search_detail::honour_last(ground), search_detail::mean_weight(ground)),
      search_detail::late_rate(ground, leg * search_detail::late_final / 60 + 1)};
}

PAIDAN_INLINE void construct(State& state, const Control& control) {
  const Ground& ground = state.ground();
  const Sequence sequence(ground);
  SplitMix64 unused(0);
  anneal::Blink never(0, unused);
  state.set_rates(steep_rates(ground));
  const bool everywhere = search_detail::is_small(ground);
  std::vector<Index> orders(state.absent().begin(), state.absent().end());
  std::sort(orders.begin(), orders.end());
  const State::Visits given = state.visits();
  State::Visits best;
  Goals best_goals;
  constexpr std::array rules{First::narrow, First::early, First::far, First::dear};
  for (const First rule : rules) {
    if (!best.empty()) state.assign(given);
    sequence.by(rule, orders);
    for (const Index order : orders) {
      if (control.should_stop()) break;
      const Spot spot = find_spot(state, order, {.everywhere = everywhere}, never, unused);
      if (spot.tour != none) state.insert(order, spot);
    }
    if (best.empty() || state.goals() < best_goals) {
      best = state.visits();
      best_goals = state.goals();
    }
    if (ground.visit_count() > 5'000 || control.should_stop()) break;
  }
  state.assign(best);
}

PAIDAN_INLINE Search::Search(const State& first, std::uint64_t seed)
    : Search(first, seed, search_detail::mean_leg(first)) {}

PAIDAN_INLINE Search::Search(const State& first, std::uint64_t seed, std::uint64_t leg)
    : state_(first),
      sequence_(first.ground()),
      random_(mix64(seed)),
      blink_(search_detail::blink_one_in, random_),
      everywhere_(search_detail::is_small(first.ground())),
      cooling_(2 * leg << 16U, (leg << 16U) / 50),
      honour_(leg * search_detail::honour_last(first.ground()), leg * search_detail::honour_first),
      late_((leg << 8U) * search_detail::late_final / 60, (leg << 8U) / search_detail::late_minutes_first / 60),
      mean_weight_(search_detail::mean_weight(first.ground())),
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
  state_.set_rates(search_detail::strict_rates(state_.ground(), best_, best_goals_));
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
    const Look look{.everywhere = everywhere_, .ends = random_.below(2) == 0};
    const Spot spot = find_spot(state_, order, look, blink_, random_);
    if (spot.tour != none) state_.insert(order, spot);
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
    const anneal::Share left = anneal::whole_work - share;
    state_.set_rates({search_detail::honour_rate(ground, honour_.at(left), mean_weight_),
                      search_detail::late_rate(ground, (late_.at(left) >> 8U) + 1)});
  }
  for (std::int64_t i = 0; i < count; ++i) step(temperature);
  if (ground.holes() && !state_.absent().empty()) couple();
}

/// Tails of two tours change places, or whole tours their owners: a move of its own, taken at once.
PAIDAN_INLINE void Search::exchange(std::uint64_t temperature_q16) {
  const Ground& ground = state_.ground();
  const Index visit = random_.below(ground.visit_count());
  const Index a = state_.tour_of(visit);
  if (a == none) return;
  const auto beside = ground.beside(visit);
  if (beside.empty()) return;
  // Where many have nothing to do, who does what is most of the question.
  const bool whole = random_.below(10) < (many_idle() ? 5U : 1U);
  Index b = none;
  Index other = none;
  if (whole) {
    // Somebody near, more often than anybody.
    const auto homes = ground.homes(visit);
    const auto near = static_cast<std::uint32_t>(homes.size());
    b = near == 0 || random_.below(4) == 0 ? random_.below(ground.tour_count())
                                           : homes[std::min(random_.below(near), random_.below(near))].tour;
  } else {
    other = beside[random_.below(static_cast<std::uint32_t>(std::min(search_detail::nearest, beside.size())))].order();
    b = state_.tour_of(other);
  }
  if (b == none || a == b) return;
  const std::int64_t allowed = anneal::allowance(temperature_q16, random_.next());
  if (!whole && state_.tails_least(visit, other) > allowed) return;
  // A tour's visits before a cut, and behind it: the cut lies before `at`, or behind it; `none`: before all.
  const auto split = [&](Index tour, Index at, bool behind, std::vector<Index>& head, std::vector<Index>& tail) {
    head.clear();
    tail.clear();
    bool passed = at == none;
    for (const Item& one : state_.tour(tour).items) {
      if (!one.is_visit()) continue;
      passed = passed || (one.order == at && !behind);
      (passed ? tail : head).push_back(one.order);
      passed = passed || one.order == at;
    }
  };
  split(a, whole ? none : visit, false, head_, tail_);  // the visit begins its tail …
  split(b, other, true, other_head_, other_tail_);      // … and goes behind the other
  head_.insert(head_.end(), other_tail_.begin(), other_tail_.end());
  other_head_.insert(other_head_.end(), tail_.begin(), tail_.end());
  state_.begin();
  if (!state_.replace(a, head_, b, other_head_, allowed + 1)) return;
  keep_if_best();
}

/// Absent orders two by two: some can only be reached one through the other. Begins anywhere and ends after so many
/// sequences, so that a search never spends most of its time here.
PAIDAN_INLINE void Search::couple() {
  const Ground& ground = state_.ground();
  const auto absent = state_.absent();
  const auto count = static_cast<Index>(absent.size());
  if (count < 2) return;
  const Index first = absent[random_.below(count)];
  const Index from = random_.below(count);
  std::int64_t left = search_detail::sequences_coupled;
  Index pair[2] = {first, none};
  Spot best{0, none, 0};
  Index chosen = none;
  for (Index i = 0; i < count && left > 0; ++i) {
    const Index other = absent[(from + i) % count];
    if (other == first) continue;
    pair[1] = other;
    const std::int64_t saved = state_.missing_price(first) + state_.missing_price(other);
    for (Index tour = 0; tour < ground.tour_count() && left > 0; ++tour) {
      if (!ground.may(first, tour) || !ground.may(other, tour)) continue;
      head_ = state_.visits(tour);
      for (std::size_t gap = 0; gap <= head_.size(); ++gap, --left) {
        tail_.assign(head_.begin(), head_.end());
        tail_.insert(tail_.begin() + static_cast<std::ptrdiff_t>(gap), pair, pair + 2);
        const std::int64_t price = state_.try_sequence(tour, tail_);
        if (price == impossible || price - saved >= best.price) continue;
        best = {price - saved, tour, static_cast<Index>(gap)};
        chosen = other;
      }
    }
  }
  if (chosen == none) return;
  pair[1] = chosen;
  state_.begin();
  if (state_.insert_chain({pair, 2}, {best.price, best.tour, state_.gap_behind(best.tour, best.gap)})) keep_if_best();
}

/// An empty tour for two orders that, one by one, would each go elsewhere.
PAIDAN_INLINE bool Search::open_for_two(Index first, Index second) {
  const Ground& ground = state_.ground();
  Spot best;
  Index pair[2] = {first, second};
  bool turned = false;
  std::size_t left = search_detail::openings;
  for (const auto& [tour, leg, both] : ground.homes(first)) {
    if (state_.tour(tour).visits != 0 || !ground.may(second, tour)) continue;
    if (left-- == 0) break;
    for (const bool turn : {false, true}) {
      const std::int64_t price = state_.try_sequence(tour, std::array{pair[turn ? 1 : 0], pair[turn ? 0 : 1]});
      if (price >= best.price) continue;
      best = {price, tour, 0};
      turned = turn;
    }
  }
  if (best.tour == none) return false;
  if (turned) std::swap(pair[0], pair[1]);
  return state_.insert_chain({pair, 2}, best);
}

/// Everything in the rubble goes where it costs least, or stays out; false as soon as the plan must cost more than
/// `most`, whatever comes later.
PAIDAN_INLINE bool Search::put_back(std::int64_t most) {
  bool fresh = random_.below(search_detail::fresh_one_in) == 0;
  const std::size_t count = rubble_.out.size();
  if (fresh && count > 1 && many_idle()) {
    const Index partner = rubble_.out[1 + random_.below(static_cast<std::uint32_t>(count - 1))];
    fresh = !open_for_two(rubble_.out.front(), partner);
  }
  // About the most that those still to come can take off the price: no detour costs anything, no idle time is filled.
  const auto saves = [&](Index order) {
    return std::max<std::int64_t>(0, state_.missing_price(order) - state_.ground().least_pair_cost(order));
  };
  std::int64_t pending = 0;
  for (const Index order : rubble_.out) {
    if (state_.tour_of(order) == none) pending += saves(order);
  }
  if (state_.price() - pending > most) return false;
  for (const Index order : rubble_.out) {
    if (state_.tour_of(order) != none) continue;
    pending -= saves(order);
    const bool again = std::find(rubble_.before.begin(), rubble_.before.end(), order) != rubble_.before.end();
    const Look look{.everywhere = everywhere_,
                    .ends = random_.below(2) == 0,
                    .fresh = fresh,
                    .touched = again && random_.below(search_detail::anywhere_one_in) != 0};
    // A place that costs so much that the step is given up need not be found.
    const std::int64_t allowed = most - state_.price() + pending + state_.missing_price(order) + 1;
    const Spot spot = find_spot(state_, order, look, blink_, random_, allowed);
    if (spot.tour != none) state_.insert(order, spot);
    if (state_.price() - pending > most) return false;
    fresh = false;
  }
  return true;
}

PAIDAN_INLINE void Search::step(std::uint64_t temperature_q16) {
  exchange(temperature_q16);
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
