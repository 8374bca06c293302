// One independent search: ruin, recreate, improve, accept by a falling threshold.
#pragma once

#include <paidan/core/random.hpp>
#include <paidan/routing/detail/control.hpp>
#include <paidan/routing/detail/state.hpp>
#include <paidan/routing/progress.hpp>

#include <atomic>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// Where the threads of a search say how far they are.
struct Gauge {
  std::atomic<std::int64_t> iterations{0};
  std::atomic<std::int64_t> best_cost{0};
  std::atomic<std::uint32_t> unserved{0};
};

class Lane {
 public:
  /// `state` is the common first plan.
  PAIDAN_EXPORT Lane(State state, std::uint64_t seed, std::int64_t iterations);

  /// Iterations up to number `until` (of all). May stop earlier when asked to. `watch` may be null; it is told from
  /// this thread about ten times a second. False when stopped.
  PAIDAN_EXPORT bool run(std::int64_t until, const Control& control, Watcher* watch, Gauge* gauge);
  /// Go on from another lane's best plan.
  PAIDAN_EXPORT void adopt(const Lane& other);

  [[nodiscard]] std::int64_t best_cost() const { return best_cost_; }
  [[nodiscard]] std::uint32_t best_unserved() const { return best_unserved_; }
  [[nodiscard]] const State::Visits& best() const { return best_; }
  [[nodiscard]] std::int64_t iteration() const { return iteration_; }

 private:
  void step(const Control& control);
  void keep_best();
  bool tell(Watcher* watch, Gauge* gauge);
  [[nodiscard]] std::int64_t threshold(const Control& control) const;

  State state_;
  SplitMix64 random_;
  std::int64_t iterations_;
  std::int64_t iteration_ = 0;
  std::int64_t unit_ = 0;  // threshold at the start, in cost units
  std::int64_t best_cost_ = 0;
  std::uint32_t best_unserved_ = 0;
  State::Visits best_;
  std::int64_t told_ms_ = 0;
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/lane.ipp>
#endif
