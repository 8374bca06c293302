// When one search ends by itself: after its work, or when it stalls. Who asks it to stop, and time, are a Control's.
#pragma once

#include <paidan/routing/detail/anneal/cooling.hpp>

#include <algorithm>
#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

struct Stopping {
  std::int64_t iterations = 0;  ///< 0 = as many as time allows
  std::int64_t stall = 0;       ///< iterations without a better plan; 0 = never
};

/// Counts iterations since the last better plan, from the middle of the work on: in its first half an annealing is
/// meant to make plans worse, and finds little.
class Stall {
 public:
  explicit Stall(std::int64_t limit) : limit_(limit) {}

  /// After `iteration` of them, at this share of the work.
  void see(std::int64_t iteration, anneal::Share share, bool better) {
    if (better || share < anneal::whole_work / 2) since_ = iteration;
    stalled_ = limit_ > 0 && iteration - since_ >= limit_;
  }
  /// A better plan came from elsewhere.
  void wake(std::int64_t iteration) {
    since_ = iteration;
    stalled_ = false;
  }
  [[nodiscard]] bool stalled() const { return stalled_; }
  [[nodiscard]] std::int64_t limit() const { return limit_; }

 private:
  std::int64_t limit_;
  std::int64_t since_ = 0;
  bool stalled_ = false;
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
