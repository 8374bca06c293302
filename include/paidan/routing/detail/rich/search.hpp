// One annealing of a whole problem: ruin, put back greedily, take or take back, while the prices of the goals rise.
#pragma once

#include <paidan/routing/detail/anneal/blink.hpp>
#include <paidan/routing/detail/anneal/cooling.hpp>
#include <paidan/routing/detail/effort.hpp>
#include <paidan/routing/detail/rich/construct.hpp>
#include <paidan/routing/detail/rich/exchange.hpp>
#include <paidan/routing/detail/rich/place.hpp>
#include <paidan/routing/detail/rich/ruin.hpp>
#include <paidan/routing/detail/rich/sequence.hpp>
#include <paidan/routing/detail/rich/steering.hpp>

#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

/// What happened to the steps so far.
struct Steps {
  std::int64_t all = 0;
  std::int64_t taken = 0;
  std::int64_t hopeless = 0;
  std::int64_t removed = 0;
};

/// Not thread-safe; several share a ground.
class Search {
 public:
  using Visits = State::Visits;
  using Score = Goals;

  /// `first` is the common first plan.
  PAIDAN_EXPORT Search(const State& first, std::uint64_t seed);

  /// `count` steps at the temperature and the prices that belong to this share of the work. In the last part they go on
  /// from the best plan, only ever to what is no worse by the goals in their order.
  PAIDAN_EXPORT void run(std::int64_t count, anneal::Share share);

  [[nodiscard]] const Goals& best_score() const { return best_goals_; }
  [[nodiscard]] const Visits& best_visits() const { return best_; }
  [[nodiscard]] const State& state() const { return state_; }
  [[nodiscard]] const Steps& steps() const { return steps_; }
  /// Begin again from this plan, which then is the best known.
  PAIDAN_EXPORT void restart(const Visits& visits);
  /// Begin again from a plan that is put together in an order that is drawn, at the prices that hold now.
  PAIDAN_EXPORT void begin_anew();
  [[nodiscard]] Index visit_count() const { return state_.ground().visit_count(); }
  [[nodiscard]] std::span<const Index> around(Index order) const { return state_.ground().around(order); }
  /// Of each tour. None may change places with another: each has its own technician.
  [[nodiscard]] PAIDAN_EXPORT std::vector<Index> kinds() const;

  static constexpr Effort effort{.least_steps = 700,
                                 .anneal_steps = 30,
                                 .most_anneals = 5,
                                 .child_steps = 20,
                                 .plans = 5,
                                 .ends_strictly = true,
                                 .colds = true};
  /// Steps at one temperature; whoever measures time asks for it this often.
  static constexpr std::int64_t slice = 64;

 private:
  void step(std::uint64_t temperature_q16);
  bool put_back(std::int64_t most);
  Search(const State& first, std::uint64_t seed, std::uint64_t leg);
  void changed(Index tour);
  void keep_if_best();
  void go_on_strictly();
  void all_changed();
  void keep_best();

  State state_;
  Sequence sequence_;
  SplitMix64 random_;
  anneal::Blink blink_;
  Rubble rubble_;
  Steps steps_;
  bool strictly_ = false;

  anneal::Cooling cooling_;
  Steering steering_;

  Goals best_goals_;
  State::Visits best_;
  std::vector<std::uint8_t> dirty_;
  std::vector<Index> dirty_tours_;
  Halves halves_;
};

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/rich/search.ipp>
#endif
