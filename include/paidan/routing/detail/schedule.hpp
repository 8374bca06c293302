// The clock of one route: earliest times forward, latest times backward, rests where they are best.
#pragma once

#include <paidan/constraints/detail/pace.hpp>
#include <paidan/core/reason.hpp>
#include <paidan/model/goals.hpp>
#include <paidan/model/problem.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

namespace routing_detail {

/// count × weight; cut off where the problem's proof of no overflow does not reach.
inline std::int64_t weighted(std::int64_t count, std::int64_t weight, bool saturate) {
  if (!saturate) return count * weight;
  constexpr std::int64_t most = std::int64_t{1} << 58;
  std::int64_t product = 0;
  if (__builtin_mul_overflow(count, weight, &product)) return most;
  return std::clamp(product, -most, most);
}

}  // namespace routing_detail

/// One visit of a sequence, or a call at a depot, ready for the clock.
struct Step {
  /// What is not enforced at this visit (used by explanations).
  enum Waived : std::uint8_t { window = 1, suspension = 2, promise = 4, pin = 8, closure = 16 };

  std::uint32_t order = 0;
  DepotIndex depot;  ///< of a call, whose order says nothing
  std::uint32_t location = 0;
  std::int32_t leg_s = 0;  ///< from the place before, at the technician's speed
  std::int32_t leg_m = 0;
  std::int32_t duration_s = 0;             ///< setup (unless shared) + service, at the technician's efficiency
  std::int32_t buffer_s = 0;               ///< how much longer it may well take
  std::int32_t release_s = -time_limit_s;  ///< nobody leaves for it sooner; goes with the window where that is waived
  std::int32_t low_s = 0;                  ///< first allowed start
  std::int32_t high_s = 0;                 ///< last allowed start
  std::int32_t due_s = 0;
  std::int32_t agreed_until_s = time_limit_s;  ///< a later start breaks what was agreed
  std::int32_t not_before_s = -time_limit_s;   ///< with `window` waived: starts no earlier
  bool simple = false;       ///< any start in [low, high] is allowed: one window, never shut, nothing waived
  bool keeps_start = false;  ///< leaving the pinned start costs
  std::uint8_t waived = 0;

  /// When somebody who is free at t leaves for it.
  [[nodiscard]] std::int64_t left_for(std::int64_t t) const {
    return (waived & window) != 0 ? t : std::max<std::int64_t>(t, release_s);
  }

  [[nodiscard]] bool is_call() const { return depot.valid(); }

  /// Everything but the leg.
  static Step call(const Dense& dense, DepotIndex depot) {
    const auto starts = dense.depots.starts[depot.at()];
    Step step;
    step.depot = depot;
    step.location = dense.depots.location[depot.at()].value;
    step.duration_s = dense.depots.service_s[depot.at()];
    step.low_s = starts.front().low;
    step.high_s = starts.back().high;
    step.due_s = time_limit_s;
    step.simple = starts.size() == 1;
    return step;
  }

  /// Everything but leg and duration.
  static Step of(const Dense& dense, TechnicianIndex technician, std::uint32_t order) {
    const auto starts = dense.orders.starts[order];
    Step step;
    step.order = order;
    step.location = dense.orders.location[order].value;
    step.buffer_s = constraints::buffer_s(dense, technician, OrderIndex(order));
    step.release_s = dense.orders.release_s[order];
    step.low_s = starts.front().low;
    step.high_s = starts.back().high;
    step.due_s = dense.orders.due_s[order];
    step.agreed_until_s = dense.orders.agreed_until_s[order];
    step.simple = starts.size() == 1 && constraints::shut_for(dense, OrderIndex(order), technician).empty();
    step.keeps_start = dense.orders.cost_of_change[order] > 0 &&
                       dense.orders.pinned_start_s[order] != std::numeric_limits<std::int32_t>::min();
    return step;
  }
};

/// The shift as the clock sees it.
struct Frame {
  ShiftIndex shift;
  std::int64_t earliest_s = 0;  ///< may leave from then on
  std::int64_t latest_s = 0;    ///< must be back by then
  std::int64_t due_back_s = 0;  ///< overtime counts from here
  std::int64_t last_leg_s = 0;  ///< 0 when the end is open
  // Of the hour; told by the clock only where there is traffic, as sums of legs are known before.
  std::int64_t max_travel_s = std::numeric_limits<std::int64_t>::max();
  std::int64_t max_leg_s = std::numeric_limits<std::int64_t>::max();
  bool no_breaks = false;
  bool saturate = false;  ///< costs outside the proven range are cut off at 2^58 each (explanations only)
};

/// A rest before visit `gap` (gap = number of visits: after the last).
struct Rest {
  std::size_t gap = 0;
  BreakIndex break_row;
};

/// What the clock says. Times in seconds from the origin.
struct Timing {
  bool feasible = false;
  FamilySet violated = 0;  ///< when not feasible: what stopped it first
  std::int64_t start_s = 0;
  std::int64_t end_s = 0;
  std::int64_t travel_s = 0;  ///< in the traffic of the hour
  std::int64_t waiting_s = 0;
  std::int64_t lateness_s = 0;
  std::int64_t worst_late_s = 0;  ///< largest of a visit
  std::int64_t late_s = 0;        ///< the same as goals in order count it: capped a visit; 0 with one weighted goal
  std::int64_t honour = 0;        ///< weight of the visits that start after the agreed span
  std::int64_t overtime_s = 0;
  std::int64_t rest_s = 0;
  std::int64_t paid_rest_s = 0;
  std::int64_t change = 0;    ///< cost of starts moved away from soft pins
  std::int64_t cost = 0;      ///< waiting + lateness + overtime + change, and travel where there is traffic
  std::int64_t run_well = 0;  ///< the same without lateness; all of it with one weighted goal
  std::array<Rest, most_breaks> rests{};
  std::size_t rest_count = 0;
  /// By which placements of rests are compared: the clock's part of the plan's goals.
  [[nodiscard]] Goals goals() const { return {honour, {late_s}, run_well}; }
};

/// Times sequences of visits; keeps its scratch space between calls. One per thread.
class Clock {
 public:
  PAIDAN_EXPORT explicit Clock(const Problem& problem);

  /// The timing rule (model/plan.hpp). No rest is placed when none is due without; otherwise the fewest rests that
  /// leave none due and, where there is traffic, no drive in it that is too long, of these the best by the goals, of
  /// these the earliest in the sequence.
  [[nodiscard]] PAIDAN_EXPORT Timing time(const Frame& frame, std::span<const Step> steps);

  /// Start of each visit, then of each rest of `timing.rests`; for a feasible result of `time` on the same steps.
  [[nodiscard]] PAIDAN_EXPORT std::span<const std::int64_t> starts(const Frame& frame, std::span<const Step> steps,
                                                                   const Timing& timing);

 private:
  /// What starting late comes to, up to some visit.
  struct Late {
    std::int64_t lateness_s = 0;
    std::int64_t worst_late_s = 0;
    std::int64_t late_s = 0;
    std::int64_t honour = 0;
  };
  struct Forward {
    std::int64_t end = 0;
    std::int64_t left = 0;  ///< the last stop
    Late late;
  };
  bool forward(const Frame& frame, std::span<const Step> steps, std::span<const Rest> rests, std::size_t from);
  std::int64_t backward(std::span<const Step> steps, std::span<const Rest> rests);
  /// When this visit may start, as far as that is enforced.
  [[nodiscard]] std::span<const Interval> starts_of(const Step& step, Interval& softly) const;
  /// When it may not be under way, as far as that is enforced.
  [[nodiscard]] constraints::Shut shut_for(const Step& step, TechnicianIndex technician) const;
  std::int64_t earliest(const Step& step, TechnicianIndex technician, std::int64_t t, bool& forced) const;
  /// When the next visit starts for somebody who is free at t; `never` when it cannot.
  [[nodiscard]] std::int64_t start_after(const Step& step, std::int64_t t, bool& forced) const {
    forced = false;
    const std::int64_t start = pace_.arrival(step.left_for(t), step.leg_s);
    if (!step.simple) return earliest(step, technician_, start, forced);
    return start > step.high_s ? constraints::never : std::max<std::int64_t>(start, step.low_s);
  }
  /// When the next visit, else begun at `start`, begins for somebody who is free at t only. Past its windows, or where
  /// the next one is on another day, it begins at arrival.
  [[nodiscard]] std::int64_t safe_start(const Frame& frame, const Step& step, std::int64_t start, std::int64_t t) const;
  std::int64_t latest(const Step& step, TechnicianIndex technician, std::int64_t limit, std::int64_t floor) const;
  void turn_to(ShiftIndex shift, std::span<const Step> steps);
  bool drives_fit(const Frame& frame, std::span<const Step> steps, std::span<const Rest> rests, std::int64_t leaves);
  void weigh(const Frame& frame, std::span<const Rest> rests, Timing& timing) const;
  [[nodiscard]] unsigned due(const Frame& frame, std::int64_t start, std::int64_t end) const;
  void consider(const Frame& frame, std::span<const Step> steps, std::span<const Rest> rests, unsigned placed,
                Timing& best);
  [[nodiscard]] unsigned certainly_due(const Frame& frame, std::span<const Step> steps, std::int64_t end) const;
  /// How far a sequence is told, with some rests placed. Sets of breaks are bits.
  struct Reached {
    std::size_t gap = 0;
    std::int64_t t = 0;
    std::size_t filled = 0;
    unsigned placed = 0;
    unsigned certain = 0;  ///< due whatever else
  };
  void fill(const Frame& frame, std::span<const Step> steps, std::span<Rest> rests, Reached at, Timing& best);

  const Dense* dense_;
  const Objective* weights_;
  bool in_order_ = false;
  std::int64_t lateness_cap_s_ = 0;  // 0 with one weighted goal
  TechnicianIndex technician_;
  constraints::Pace pace_;
  std::vector<std::int64_t> forward_;   // forward start of each visit under the placement looked at
  std::vector<std::int64_t> backward_;  // final start of each visit, then of each rest
  std::vector<std::uint8_t> forced_;    // started at arrival because no allowed time was left
  std::vector<std::int64_t> plain_;     // the same without rests
  std::vector<std::uint8_t> plain_forced_;
  std::vector<std::int64_t> leaves_;  // time at each gap without rests
  // The same with the visits' buffers, where there are any.
  std::vector<std::int64_t> safe_;
  std::vector<std::int64_t> plain_safe_;
  std::vector<std::int64_t> safe_leaves_;
  std::vector<Late> late_before_;  // of the visits before each gap without rests
  std::array<std::int64_t, most_breaks> rest_start_{};
  Forward last_;
  std::int64_t travel_s_ = 0;
  std::int64_t least_travel_s_ = 0;  // on free roads
  std::int64_t duration_s_ = 0;
  std::int64_t change_ = 0;
  bool buffered_ = false;  // some visit has a buffer
  bool drives_too_long_ = false;
  FamilySet stopped_by_ = 0;
};

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/routing/detail/schedule.ipp>
#endif
