#pragma once

#include <paidan/routing/detail/region_rounds.hpp>

#include <paidan/routing/detail/assemble.hpp>
#include <paidan/routing/detail/on_threads.hpp>
#include <paidan/routing/detail/region_problem.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

namespace region_detail {

/// Of the work the first round has a third; the others, which change borders, share the rest, as many as have steps
/// enough: the set-up of a round alone takes as long as several an order.
inline constexpr std::int32_t most_rounds = 6;
inline constexpr std::int64_t steps_a_round = 40;  ///< an order
inline constexpr std::int32_t rounds_of_construction = 3;
/// Regions are annealed from the temperature of this share of the work on: a first plan is put together near enough,
/// and later ones are good but for where they were cut.
inline constexpr anneal::Share first_from = anneal::whole_work / 100 * 40;
inline constexpr anneal::Share later_from = anneal::whole_work / 100 * 70;
/// Where people are cut, not days, a region of the same size has few of them, who can do few kinds of work.
inline constexpr std::size_t larger_by_people = 3;
/// What writing the plan down takes, an order.
inline constexpr std::int64_t written_us = 4;

/// Sequences of the region's tours, in its own numbers.
inline Visits inside(const Region& region, const Visits& visits) {
  Visits sequences(region.tours.size());
  for (std::size_t i = 0; i < region.tours.size(); ++i) {
    for (const std::uint32_t order : visits[region.tours[i]]) {
      const auto at = std::lower_bound(region.orders.begin(), region.orders.end(), order);
      sequences[i].push_back(static_cast<std::uint32_t>(at - region.orders.begin()));
    }
  }
  return sequences;
}

/// The best of some plans of a region, as the clock tells them.
class Best {
 public:
  Best(const Problem& problem, Visits visits)
      : problem_(&problem), visits_(std::move(visits)), goals_(*assemble(problem, visits_).goals) {}

  void compare(Visits other) {
    const Goals goals = *assemble(*problem_, other).goals;
    if (!(goals < goals_)) return;
    goals_ = goals;
    visits_ = std::move(other);
  }
  [[nodiscard]] const Visits& visits() const { return visits_; }
  [[nodiscard]] const Goals& goals() const { return goals_; }

 private:
  const Problem* problem_;
  Visits visits_;
  Goals goals_;
};

}  // namespace region_detail

PAIDAN_INLINE RegionRounds::RegionRounds(const Problem& problem, Visits given, const RegionRules& rules,
                                         Watcher* watcher, const Control& control)
    : problem_(&problem),
      rules_(rules),
      watcher_(watcher),
      control_(control),
      hang_together_(tours_hang_together(problem)),
      given_(std::move(given)),
      visits_(problem.shift_count()),
      unserved_(static_cast<std::int64_t>(problem.order_count())) {
  if (hang_together_) rules_.size *= region_detail::larger_by_people;
  given_.resize(problem.shift_count());
  control_.cancelled = &cancelled_;
  goals_ = *assemble(problem, visits_).goals;
}

/// How many rounds suit so many steps behind the first one.
PAIDAN_INLINE std::int32_t RegionRounds::rounds_behind(std::int64_t steps) const {
  using namespace region_detail;
  if (!searches()) return rounds_of_construction - 1;
  const auto orders = static_cast<std::int64_t>(problem_->order_count());
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(steps / orders / steps_a_round, 1, most_rounds - 1));
}

PAIDAN_INLINE void RegionRounds::run() {
  const std::int64_t all = rules_.stopping.iterations;
  const std::int64_t begun = timed() ? steady_us() : 0;
  const std::int64_t reserve = static_cast<std::int64_t>(problem_->order_count()) * region_detail::written_us;
  const std::int64_t time = control_.started_us + control_.time_limit_ms * 1'000 - reserve - begun;
  if (!report()) cancelled_ = true;
  Goals best = goals_;
  Stall stall(rules_.stopping.stall);
  std::int32_t rounds = 1;
  for (std::int32_t i = 0; i < rounds; ++i) {
    Round one;
    one.number = i;
    // Behind the first third come parts of the other two.
    const auto part = [&](std::int64_t whole) {
      return i == 0 ? whole / 3 : whole / 3 + (whole - whole / 3) * i / (rounds - 1);
    };
    one.steps = part(all) - spent_;
    if (timed()) one.until_us = begun + part(time);
    if (!round(one)) break;
    spent_ += one.steps;
    if (i == 0) rounds = 1 + rounds_behind(all > 0 ? all - spent_ : 2 * steps_);
    stall.see(steps_, anneal::whole_work, goals_ < best);
    best = goals_;
    if (stall.stalled()) break;
  }
  report();
}

PAIDAN_INLINE bool RegionRounds::report() {
  if (watcher_ == nullptr) return true;
  std::unique_lock lock(mutex_);
  const Progress progress{steps_,          rules_.stopping.iterations,
                          goals_.run_well, static_cast<std::int32_t>(unserved_),
                          goals_.honour,   goals_.late};
  lock.unlock();
  return watcher_->report(progress);
}

/// False: asked to stop.
PAIDAN_INLINE bool RegionRounds::round(const Round& round) {
  const bool first = round.number == 0;
  const Cut cut = hang_together_ || round.number % 2 == 1 ? Cut::people : Cut::days;
  const std::uint64_t seed = draw(rules_.seed, static_cast<std::uint64_t>(round.number), 0, 1);
  regions_ = cut_regions(*problem_, first ? given_ : visits_, cut, rules_.size, seed);
  orders_in_regions_ = 0;
  for (const Region& region : regions_) orders_in_regions_ += static_cast<std::int64_t>(region.orders.size());
  orders_left_ = orders_in_regions_;
  const auto threads = std::min<std::size_t>(static_cast<std::size_t>(rules_.threads), regions_.size());
  const auto work = [&](std::size_t i) { improve(regions_[i], allowed(round, i), first); };
  on_threads(threads, regions_.size(), cancelled_, work, [&] { return report(); });
  return !control_.should_stop();
}

PAIDAN_INLINE RegionRounds::Allowed RegionRounds::allowed(const Round& round, std::size_t region) {
  Allowed one;
  one.seed = draw(rules_.seed, static_cast<std::uint64_t>(round.number), region, 2);
  const auto orders = static_cast<std::int64_t>(regions_[region].orders.size());
  if (orders == 0) return one;
  one.steps =
      static_cast<std::int64_t>(anneal::Wide{static_cast<std::uint64_t>(round.steps)} *
                                static_cast<std::uint64_t>(orders) / static_cast<std::uint64_t>(orders_in_regions_));
  if (!timed()) return one;
  // Its share of the time that is left to all threads of the round.
  const std::lock_guard lock(mutex_);
  const std::int64_t now = steady_us();
  const std::int64_t left = std::max<std::int64_t>(0, round.until_us - now);
  one.until_us = now + std::min(left, left * rules_.threads / orders_left_ * orders);
  orders_left_ -= orders;
  return one;
}

/// Search a region; `first`: in the first round nothing is known of what was given.
PAIDAN_INLINE void RegionRounds::improve(const Region& region, const Allowed& allowed, bool first) {
  if (region.tours.empty() || region.orders.empty()) return;
  const Visits there = region_detail::inside(region, first ? given_ : visits_);
  const bool given = first && std::any_of(there.begin(), there.end(), [](const auto& tour) { return !tour.empty(); });
  const bool stopped = control_.should_stop();
  if (stopped && !given) return;
  const Problem problem = region_problem(*problem_, region);
  region_detail::Best best(problem, first ? Visits(there.size()) : there);
  const Goals before = best.goals();
  const Context context(problem);
  const rich::Ground ground(context, control_, !stopped, true);
  rich::State state(ground);
  load(state, there);
  if (given) best.compare(state.visits());
  if (!stopped) {
    rich::construct(state, control_);
    best.compare(state.visits());
    if (searches()) {
      rich::Search search(state, allowed.seed);
      anneal(search, allowed, first);
      best.compare(search.best_visits());
    }
  }
  if (best.goals() < before) put(region, best.visits(), before, best.goals());
}

PAIDAN_INLINE void RegionRounds::anneal(rich::Search& search, const Allowed& allowed, bool first) {
  const anneal::Share from = first ? region_detail::first_from : region_detail::later_from;
  const std::int64_t begun = timed() ? steady_us() : 0;
  const bool counted = rules_.stopping.iterations > 0;
  for (std::int64_t done = 0; !counted || done < allowed.steps;) {
    if (control_.should_stop()) return;
    anneal::Share part = 0;
    std::int64_t count = rich::Search::slice;
    if (counted) {
      part = anneal::share_of(done, allowed.steps);
      count = std::min(count, allowed.steps - done);
    }
    if (timed()) {
      const std::int64_t now = steady_us();
      if (now >= allowed.until_us) return;
      part = std::max(part, anneal::share_of(now - begun, allowed.until_us - begun));
    }
    search.run(count, from + static_cast<anneal::Share>(anneal::Wide{part} * (anneal::whole_work - from) >> 32U));
    done += count;
    const std::lock_guard lock(mutex_);
    steps_ += count;
  }
}

/// Nobody else changes these tours in this round.
PAIDAN_INLINE void RegionRounds::put(const Region& region, const Visits& best, const Goals& before,
                                     const Goals& after) {
  std::int64_t more = 0;
  for (std::size_t i = 0; i < region.tours.size(); ++i) {
    std::vector<std::uint32_t>& tour = visits_[region.tours[i]];
    more += static_cast<std::int64_t>(best[i].size()) - static_cast<std::int64_t>(tour.size());
    tour.clear();
    for (const std::uint32_t order : best[i]) tour.push_back(region.orders[order]);
  }
  const std::lock_guard lock(mutex_);
  unserved_ -= more;
  goals_ += after - before;
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
