// One annealing: ruin, put back greedily, take or take back.
#pragma once

#include <paidan/routing/detail/anneal/blink.hpp>
#include <paidan/routing/detail/anneal/construct.hpp>
#include <paidan/routing/detail/anneal/cooling.hpp>
#include <paidan/routing/detail/anneal/incumbent.hpp>
#include <paidan/routing/detail/anneal/ruin.hpp>
#include <paidan/routing/detail/effort.hpp>

#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

/// What happened to the steps so far.
struct Steps {
  std::int64_t all = 0;
  std::int64_t taken = 0;
  std::int64_t hopeless = 0;  ///< given up before every visit was put back: too dear, or late over a gap
  std::int64_t removed = 0;   ///< visits taken out
  std::int64_t tails = 0;     ///< exchanges of tails as moves of their own
  std::int64_t owners = 0;    ///< exchanges of whole tours
};

/// Not thread-safe; several share ground and neighbours, which must outlive them.
class Search {
 public:
  using Visits = std::vector<std::vector<Index>>;
  using Score = Tally;

  /// Starts from the constructed plan. A visit left out costs `missed_rate` per weight; everything left out together
  /// costs less than 2^62.
  PAIDAN_EXPORT Search(const Ground& ground, const Near& near, std::uint64_t seed, std::int64_t missed_rate);

  /// `count` steps at the temperature that belongs to this share of the work.
  PAIDAN_EXPORT void run(std::int64_t count, Share share);
  /// `count` steps that are the whole work.
  PAIDAN_EXPORT void run(std::int64_t count);

  /// Begin again from this plan, which then is the best known. Its loads must be feasible; visits that would be late
  /// are left out.
  PAIDAN_EXPORT void restart(const Visits& visits);
  /// Begin again with nothing served; the next step puts in what it can, in an order that is drawn.
  PAIDAN_EXPORT void begin_anew();
  [[nodiscard]] const Tally& best_score() const { return best_.tally(); }
  [[nodiscard]] Visits best_visits() const { return best_.routes(); }
  [[nodiscard]] Index visit_count() const { return state_.ground().visit_count(); }
  [[nodiscard]] std::span<const Index> around(Index visit) const { return near_->around(visit); }
  /// Of each route; those of one kind may change places.
  [[nodiscard]] PAIDAN_EXPORT std::vector<Index> kinds() const;

  [[nodiscard]] const State& state() const { return state_; }
  [[nodiscard]] const Incumbent& best() const { return best_; }
  [[nodiscard]] const Steps& steps() const { return steps_; }

  static constexpr Effort effort{
      .least_steps = 1'500, .anneal_steps = 90, .most_anneals = 20, .child_steps = 5, .plans = 25, .colds = true};
  /// Steps at one temperature; whoever measures time asks for it this often.
  static constexpr std::int64_t slice = 64;

 private:
  void step(std::uint64_t temperature_q16);
  void exchange(std::uint64_t temperature_q16);
  bool put_back(std::int64_t most);
  [[nodiscard]] std::int64_t price() const { return state_.tally().price(missed_rate_); }

  const Near* near_;
  Sequence sequence_;
  SplitMix64 random_;
  Blink blink_;
  std::int64_t missed_rate_;
  State state_;
  Incumbent best_;
  Cooling cooling_;
  Rubble rubble_;
  Steps steps_;
};

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/anneal/search.ipp>
#endif
