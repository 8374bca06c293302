// What a plan costs. One unit of cost = 1/1000 of a currency minor unit (1/1000 fen); it is never Money.
#pragma once

#include <paidan/core/time.hpp>

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// Convex: every second of paid work beyond `over` costs `per_second` more (pieces add up).
struct FairnessPiece {
  Duration over = {};
  std::int64_t per_second = 0;
  friend bool operator==(const FairnessPiece&, const FairnessPiece&) = default;
};

/// By what plans are compared.
enum class GoalOrder : std::uint8_t {
  in_order,      ///< honour, then late, then run well (see `Goals`)
  one_weighted,  ///< the sum of all cost terms, lateness and unserved orders among them
};

/// By what plans are compared, and what counts how much. Weights are integers, ≥ 0 and ≤ 10^12; the defaults are those
/// of a city at ¥60 an hour.
struct Objective {
  GoalOrder goals = GoalOrder::in_order;
  /// In order: an order with an agreed arrival weighs this many times an equal one without, so that serving one more
  /// never pays by breaking another. 1 … 1000.
  std::int32_t agreed_weight = 3;
  /// In order: a visit's lateness counts up to this much; an agreed order nobody comes to counts as that late.
  Duration lateness_cap = hours(4);
  std::int64_t per_travel_second = 1'667;
  std::int64_t per_metre = 80;
  std::int64_t per_waiting_second = 300;  ///< between leaving and coming back; at most per_lateness_second
  std::int64_t per_lateness_second = 5'000;
  std::int64_t per_worst_lateness_second = 0;  ///< of the plan's latest visit alone, besides; not capped
  std::int64_t per_overtime_second = 2'500;
  std::int64_t per_overskill_level = 200'000;  ///< for each level held above the level needed
  std::int64_t unserved = 50'000'000;          ///< × (1 + priority)
  std::int64_t not_preferred = 1'000'000;
  std::int64_t not_same_technician = 2'000'000;
  /// Best first, bounded: each hundredth of a star above (below) the mean rating saves (costs) this much a visit …
  std::int64_t per_rating_point = 10'000;
  /// … counted up to this many hundredths (default: worth at most about 10 minutes of travel).
  std::int32_t rating_clip = 100;
  /// Over paid work (travel, setup, service, paid breaks, plus load carried) of a technician in this problem.
  std::vector<FairnessPiece> fairness = {};
  friend bool operator==(const Objective&, const Objective&) = default;
};

/// The same terms, summed. `total()` is what plans are compared by when there is one weighted goal.
struct Cost {
  std::int64_t travel = 0;
  std::int64_t distance = 0;
  std::int64_t waiting = 0;
  std::int64_t lateness = 0;
  std::int64_t overtime = 0;
  std::int64_t over_skill = 0;
  std::int64_t quality = 0;  ///< may be negative: a bonus
  std::int64_t preference = 0;
  std::int64_t same_technician = 0;
  std::int64_t change = 0;
  std::int64_t fixed = 0;
  std::int64_t fairness = 0;
  std::int64_t worst_lateness = 0;  ///< of the visit that starts latest after its due time
  std::int64_t unserved = 0;

  /// Ends at what 64 bits hold: a stored plan may say any numbers.
  [[nodiscard]] constexpr std::int64_t total() const {
    std::int64_t sum = 0;
    for (const std::int64_t term : {travel, distance, waiting, lateness, overtime, over_skill, quality, preference,
                                    same_technician, change, fixed, fairness, worst_lateness, unserved}) {
      if (__builtin_add_overflow(sum, term, &sum)) return term < 0 ? INT64_MIN : INT64_MAX;
    }
    return sum;
  }
  constexpr Cost& operator+=(const Cost& other) {
    travel += other.travel;
    distance += other.distance;
    waiting += other.waiting;
    lateness += other.lateness;
    overtime += other.overtime;
    over_skill += other.over_skill;
    quality += other.quality;
    preference += other.preference;
    same_technician += other.same_technician;
    change += other.change;
    fixed += other.fixed;
    fairness += other.fairness;
    worst_lateness += other.worst_lateness;
    unserved += other.unserved;
    return *this;
  }
  friend bool operator==(const Cost&, const Cost&) = default;
};

}  // namespace paidan::inline PAIDAN_ABI
