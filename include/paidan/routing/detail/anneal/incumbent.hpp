// The best plan met so far.
#pragma once

#include <paidan/routing/detail/anneal/state.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// Keeps the chains of the best plan; what it costs to keep a new best is the routes changed since the last one.
class Incumbent {
 public:
  PAIDAN_EXPORT explicit Incumbent(const State& state);

  /// This route is no longer as it was when the best plan was kept.
  void changed(Index route) {
    if (dirty_[route] != 0) return;
    dirty_[route] = 1;
    dirty_routes_.push_back(route);
  }
  /// Keep the plan if it is better, goal by goal.
  void consider(const State& state) {
    if (state.tally() < tally_) keep(state);
  }

  [[nodiscard]] const Tally& tally() const { return tally_; }
  /// Visits left out.
  [[nodiscard]] std::size_t absent() const { return absent_; }
  /// Visits in order, by route; routes not in use are empty.
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::vector<Index>> routes() const;

 private:
  PAIDAN_EXPORT void keep(const State& state);

  const Ground* ground_;
  Tally tally_;
  std::size_t absent_ = 0;
  std::vector<Index> next_;  // by node
  std::vector<std::uint8_t> dirty_;
  std::vector<Index> dirty_routes_;
};

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/anneal/incumbent.ipp>
#endif
