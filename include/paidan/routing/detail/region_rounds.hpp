// A search of a large problem: region by region, round by round, each round cut otherwise.
#pragma once

#include <paidan/model/goals.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/routing/detail/control.hpp>
#include <paidan/routing/detail/regions.hpp>
#include <paidan/routing/detail/rich/search.hpp>
#include <paidan/routing/detail/stopping.hpp>
#include <paidan/routing/progress.hpp>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct RegionRules {
  std::uint64_t seed = 1;
  std::size_t size = 1'000;  ///< orders of a region, about
  Stopping stopping = {};    ///< steps of all regions together; 0 = as many as time allows
  bool search = true;        ///< else construction only
  std::int32_t threads = 1;
};

/// The result depends on the steps alone, never on threads; with a limit of time on the clock. Each round's regions
/// share nothing, and what is found for one is kept only where its goals, as the clock tells them, are better: sums of
/// goals that are compared in order keep that order, so the whole plan never gets worse.
class RegionRounds {
 public:
  /// `given`: visits to begin with, which may no longer be possible; as many sequences as there are shifts.
  /// `watcher` may be null; it is told from the calling thread.
  PAIDAN_EXPORT RegionRounds(const Problem& problem, Visits given, const RegionRules& rules, Watcher* watcher,
                             const Control& control);
  RegionRounds(const RegionRounds&) = delete;
  RegionRounds& operator=(const RegionRounds&) = delete;

  PAIDAN_EXPORT void run();
  [[nodiscard]] const Visits& visits() const { return visits_; }

 private:
  /// What one round may spend, and on what.
  struct Round {
    std::int32_t number = 0;
    std::int64_t steps = 0;
    std::int64_t until_us = 0;  ///< with a limit of time
  };
  /// What one region may.
  struct Allowed {
    std::uint64_t seed = 0;
    std::int64_t steps = 0;
    std::int64_t until_us = 0;
  };

  [[nodiscard]] bool timed() const { return control_.time_limit_ms > 0; }
  [[nodiscard]] bool searches() const { return rules_.search && (timed() || rules_.stopping.iterations > 0); }
  [[nodiscard]] std::int32_t rounds_behind(std::int64_t steps) const;
  bool round(const Round& round);
  [[nodiscard]] Allowed allowed(const Round& round, std::size_t region);
  void improve(const Region& region, const Allowed& allowed, bool first);
  void anneal(rich::Search& search, const Allowed& allowed, bool first);
  void put(const Region& region, const Visits& best, const Goals& before, const Goals& after);
  bool report();

  const Problem* problem_;
  RegionRules rules_;
  Watcher* watcher_;
  Control control_;
  bool hang_together_ = false;
  Visits given_;
  Visits visits_;
  std::int64_t spent_ = 0;  // steps that the rounds so far might make
  std::vector<Region> regions_;
  std::int64_t orders_in_regions_ = 0;
  std::atomic<bool> cancelled_{false};
  std::mutex mutex_;  // of what follows
  std::int64_t steps_ = 0;
  Goals goals_;
  std::int64_t unserved_ = 0;
  std::int64_t orders_left_ = 0;  // of regions that are not begun
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/region_rounds.ipp>
#endif
