// One independent search of a problem, in the variant that suits it.
#pragma once

#include <paidan/routing/detail/breed.hpp>
#include <paidan/routing/detail/control.hpp>
#include <paidan/routing/detail/plain.hpp>
#include <paidan/routing/detail/rich/search.hpp>
#include <paidan/routing/detail/stopping.hpp>
#include <paidan/routing/progress.hpp>

#include <cstdint>
#include <mutex>
#include <optional>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

class Lane;

/// Where the threads of a search say how far they are.
class Gauge {
 public:
  void begin(const Goals& goals, std::int32_t unserved) {
    best_ = goals;
    unserved_ = unserved;
  }
  PAIDAN_EXPORT void add(std::int64_t iterations, const Lane& lane);
  [[nodiscard]] PAIDAN_EXPORT Progress read(std::int64_t iterations) const;

 private:
  mutable std::mutex mutex_;
  std::int64_t done_ = 0;
  Goals best_;
  std::int32_t unserved_ = 0;
};

class Lane {
 public:
  /// `first` is the common first plan.
  PAIDAN_EXPORT Lane(const rich::State& first, std::uint64_t seed, const Stopping& stopping);
  /// Plain problems build their own first plan.
  PAIDAN_EXPORT Lane(const Plain& plain, std::uint64_t seed, const Stopping& stopping);

  /// Iterations up to number `until` (of all), or until it stalls. May stop earlier when asked to. `watch` may be null;
  /// it is told from this thread about ten times a second. False when asked to stop.
  PAIDAN_EXPORT bool run(std::int64_t until, const Control& control, Watcher* watch, Gauge* gauge);
  /// Go on from another lane's best plan.
  PAIDAN_EXPORT void adopt(const Lane& other);

  [[nodiscard]] PAIDAN_EXPORT Goals best_goals() const;
  [[nodiscard]] PAIDAN_EXPORT std::int32_t best_unserved() const;
  /// Orders by shift.
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::vector<std::uint32_t>> best() const;
  [[nodiscard]] std::int64_t iteration() const { return iteration_; }
  /// How many annealings there are to be before children; 0: not yet known.
  [[nodiscard]] std::size_t anneals() const { return plain_ != nullptr ? plain_search_->anneals() : rich_->anneals(); }
  /// Goes on only with a better plan from elsewhere.
  [[nodiscard]] bool stalled() const { return stall_.stalled(); }

 private:
  void advance(std::int64_t count, anneal::Share share, Gauge* gauge);
  bool end_early(const Control& control, Gauge* gauge);

  const Plain* plain_ = nullptr;
  std::optional<Breeding<rich::Search>> rich_;
  std::optional<Breeding<anneal::Search>> plain_search_;
  std::int64_t iterations_;
  Stall stall_;
  std::size_t orders_ = 0;
  std::int64_t iteration_ = 0;
  anneal::Share begun_ = anneal::whole_work + 1;  // share of the time that was gone at the first step
  std::int64_t told_us_ = 0;
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/lane.ipp>
#endif
