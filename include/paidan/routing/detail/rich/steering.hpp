// What steers a search: one price, whose rates for each goal rise while the work goes on.
#pragma once

#include <paidan/routing/detail/anneal/cooling.hpp>
#include <paidan/routing/detail/rich/state.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// Cost of a leg of a plan, at most 2^38.
[[nodiscard]] PAIDAN_EXPORT std::uint64_t mean_leg(const State& state);

/// Rates with which a plan is built before anything is known of its legs.
[[nodiscard]] PAIDAN_EXPORT Rates steep_rates(const Ground& ground);

/// Rates of an annealing whose plans have legs that cost about so much. With one weighted goal there is nothing to
/// steer.
class Steering {
 public:
  PAIDAN_EXPORT Steering(const Ground& ground, std::uint64_t leg);

  /// At this share of the work.
  [[nodiscard]] PAIDAN_EXPORT Rates at(anneal::Share share) const;
  /// For the last part, which goes on from this plan: the goals one after the other, as far as sums of prices stay in
  /// range. A second's lateness costs more than all the ways of the plan and those to who is absent; the least weight
  /// left out more than all its lateness, or a working day's.
  [[nodiscard]] PAIDAN_EXPORT Rates strict(const State::Visits& visits, const Goals& goals) const;

 private:
  const Ground* ground_;
  std::uint64_t mean_weight_;
  anneal::Cooling honour_;  // price of a mean weight: falls as the work that is left
  anneal::Cooling late_;    // of a second, in 2^8-ths
};

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/steering.ipp>
#endif
