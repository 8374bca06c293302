#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/dispatch/fields.hpp>
#include <paidan/dispatch/plan.hpp>

#include <paidan/routing/detail/assemble.hpp>
#include <paidan/routing/detail/lane.hpp>
#include <paidan/routing/detail/on_threads.hpp>
#include <paidan/routing/detail/region_rounds.hpp>
#include <paidan/routing/detail/rich/search.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

namespace dispatch_detail {

/// The lanes exchange their best plans this often during a search …
inline constexpr std::int64_t exchanges = 4;
/// … and with a time limit take turns on a thread after so many iterations each.
inline constexpr std::int64_t turn = 1'024;

/// Iterations and stall of each lane; see PlanOptions.
inline routing::Stopping stopping(const PlanOptions& options, std::size_t orders) {
  const bool given = options.iterations.has_value() || options.time_limit.count > 0;
  const std::int64_t all = default_iterations(orders);
  return {options.iterations.value_or(given ? 0 : all), options.stall.value_or(given ? 0 : all / 4)};
}

inline std::int32_t default_lanes(const Problem& problem) {
  return problem.order_count() <= 12 ? 1 : problem.order_count() <= 1'000 ? 2 : 4;
}

/// Hands the progress of one lane on as that of all.
class Reporter final : public routing::Watcher {
 public:
  Reporter(const PlanOptions& options, std::int64_t iterations, routing::Gauge& gauge)
      : options_(options), iterations_(iterations), gauge_(gauge) {}
  bool report(const routing::Progress&) override { return report_gauge(); }
  bool report_gauge() { return options_.watcher == nullptr || options_.watcher->report(gauge_.read(iterations_)); }

 private:
  const PlanOptions& options_;
  std::int64_t iterations_;
  routing::Gauge& gauge_;
};

/// The lanes of one search, run in rounds; between rounds they meet in the calling thread.
class Lanes {
 public:
  Lanes(const PlanOptions& options, const routing::Stopping& stopping, std::vector<routing::Lane>& lanes,
        const routing::Control& control)
      : options_(options),
        iterations_(stopping.iterations),
        lanes_(lanes),
        control_(control),
        reporter_(options, stopping.iterations * static_cast<std::int64_t>(lanes.size()), gauge_) {
    control_.cancelled = &cancelled_;
    gauge_.begin(lanes.front().best_goals(), lanes.front().best_unserved());
    threads_ = std::min<std::size_t>(static_cast<std::size_t>(options.threads), lanes.size());
  }

  void run() {
    constexpr std::int64_t endless = std::int64_t{1} << 60;
    const std::int64_t all = iterations_ > 0 ? iterations_ : endless;
    const std::int64_t round = iterations_ > 0 ? std::max<std::int64_t>(1, (all + exchanges - 1) / exchanges) : endless;
    const bool timed = options_.time_limit.count > 0;
    std::uint64_t next_meeting = quarter;
    if (!reporter_.report_gauge()) return;
    for (std::int64_t done = 0; done < all && !stopped_;) {
      const std::int64_t meet = std::min(all, (done / round + 1) * round);
      done = timed && lanes_.size() > 1 ? std::min(meet, done + turn) : meet;
      if (threads_ <= 1) {
        run_here(done);
      } else {
        run_threads(done);
      }
      if (stopped_ || done >= all) break;
      if (iterations_ == 0 ? control_.elapsed_share() >= next_meeting : done == meet) {
        next_meeting += quarter;
        exchange();
      }
      if (std::all_of(lanes_.begin(), lanes_.end(), [](const routing::Lane& lane) { return lane.stalled(); })) break;
    }
    reporter_.report_gauge();
  }

 private:
  static constexpr std::uint64_t quarter = routing::anneal::whole_work / exchanges;

  void run_here(std::int64_t until) {
    for (routing::Lane& lane : lanes_) {
      if (!lane.run(until, control_, options_.watcher != nullptr ? &reporter_ : nullptr, &gauge_)) {
        stopped_ = true;
        return;
      }
    }
  }

  void run_threads(std::int64_t until) {
    std::atomic<bool> all_ran{true};
    const auto run = [&](std::size_t lane) {
      if (!lanes_[lane].run(until, control_, nullptr, &gauge_)) all_ran = false;
    };
    routing::on_threads(threads_, lanes_.size(), cancelled_, run, [&] { return reporter_.report_gauge(); });
    if (!all_ran || cancelled_) stopped_ = true;
  }

  /// The worst lane hears of the best plan.
  void exchange() {
    std::size_t best = 0;
    std::size_t worst = 0;
    for (std::size_t i = 1; i < lanes_.size(); ++i) {
      if (lanes_[i].best_goals() < lanes_[best].best_goals()) best = i;
      if (!(lanes_[i].best_goals() < lanes_[worst].best_goals())) worst = i;
    }
    if (lanes_[best].best_goals() < lanes_[worst].best_goals()) lanes_[worst].adopt(lanes_[best]);
  }

  const PlanOptions& options_;
  std::int64_t iterations_;
  std::vector<routing::Lane>& lanes_;
  routing::Control control_;
  routing::Gauge gauge_;
  Reporter reporter_;
  std::atomic<bool> cancelled_{false};
  std::size_t threads_ = 1;
  bool stopped_ = false;
};

/// From so many orders on, and with tours enough to cut, searching one region after the other finds more than searching
/// all at once. Regions would each take a depot's stock for theirs, cut linked orders apart, and each take its own
/// worst lateness for the plan's: with depots or links, or where the worst lateness costs, all is searched at once.
inline constexpr std::size_t regions_from = 3'000;
inline constexpr std::size_t tours_to_cut = 50;

inline bool by_regions(const Problem& problem) {
  return problem.order_count() >= regions_from && problem.shift_count() >= tours_to_cut &&
         problem.data().depots.empty() && problem.dense().links.empty() &&
         problem.data().objective.per_worst_lateness_second == 0;
}

/// The work of all lanes, for one plan.
inline Plan plan_by_regions(const Problem& problem, const PlanOptions& options, const routing::Control& control) {
  routing::RegionRules rules{.seed = options.seed, .stopping = stopping(options, problem.order_count())};
  const std::int32_t lanes = options.lanes > 0 ? options.lanes : default_lanes(problem);
  rules.stopping.iterations *= lanes;
  rules.stopping.stall *= lanes;
  rules.search = options.iterations != 0;
  rules.threads = options.threads;
  routing::Visits given;
  if (options.start != nullptr) given = routing::sequences_of(problem, *options.start);
  routing::RegionRounds rounds(problem, std::move(given), rules, options.watcher, control);
  rounds.run();
  return routing::assemble(problem, rounds.visits());
}

}  // namespace dispatch_detail

PAIDAN_INLINE Plan plan(const Problem& problem, const PlanOptions& options) {
  Errors errors;
  check_ranges(errors, options);
  errors.throw_if_any();
  const routing::Control control = routing::make_control(options.watcher, options.time_limit.count);
  if (dispatch_detail::by_regions(problem)) return dispatch_detail::plan_by_regions(problem, options, control);
  const routing::Context context(problem);
  const routing::Stopping stopping = dispatch_detail::stopping(options, problem.order_count());
  const bool search = options.iterations != 0;
  const std::int32_t count = options.lanes > 0 ? options.lanes : dispatch_detail::default_lanes(problem);
  const auto seed = [&](std::int32_t lane) { return draw(options.seed, static_cast<std::uint64_t>(lane)); };
  std::vector<routing::Lane> lanes;
  routing::Visits begun;  // the plan to start from
  const auto plain = search && options.start == nullptr ? routing::Plain::of(context) : nullptr;
  if (plain != nullptr) lanes.emplace_back(*plain, seed(0), stopping);
  // Too much to do for everybody: what is left out is searched for better by the other variant.
  if (!lanes.empty() && lanes.front().best_unserved() > 0) lanes.clear();
  std::optional<routing::rich::Ground> ground;
  if (!lanes.empty()) {
    for (std::int32_t lane = 1; lane < count; ++lane) lanes.emplace_back(*plain, seed(lane), stopping);
  } else {
    ground.emplace(context, control);
    routing::rich::State first(*ground);
    if (options.start != nullptr) {
      routing::load(first, *options.start);
      begun = first.visits();
    }
    routing::rich::construct(first, control);
    for (std::int32_t lane = 0; lane < count; ++lane) lanes.emplace_back(first, seed(lane), stopping);
  }
  if (search) dispatch_detail::Lanes(options, stopping, lanes, control).run();
  std::size_t best = 0;
  for (std::size_t lane = 1; lane < lanes.size(); ++lane) {
    if (lanes[lane].best_goals() < lanes[best].best_goals()) best = lane;
  }
  Plan found = routing::assemble(problem, lanes[best].best());
  // Rests are laid out once more when a plan is written down: what was behind may be ahead then.
  const auto compare = [&](const routing::Visits& visits) {
    Plan other = routing::assemble(problem, visits);
    if (*other.goals < *found.goals) found = std::move(other);
  };
  if (lanes[best].best_goals() < *found.goals) {
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
      if (lane != best) compare(lanes[lane].best());
    }
  }
  if (!begun.empty()) compare(begun);
  return found;
}

}  // namespace paidan::inline PAIDAN_ABI
