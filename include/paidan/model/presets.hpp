// What a plan is to be good at, ready made.
#pragma once

#include <paidan/core/time.hpp>
#include <paidan/model/objective.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

enum class Preset : std::uint8_t {
  punctual,  ///< promises first, then lateness, then cost: `Objective{}`
  cheap,     ///< one weighted goal: lateness and unserved orders are money like everything else
  fair,      ///< as punctual, and paid work beyond 6 h and again beyond 7.5 h of a technician's day costs more and more
};

/// The weights of a preset; a host may change any of them.
[[nodiscard]] inline Objective objective_of(Preset preset) {
  Objective objective;
  if (preset == Preset::cheap) objective.goals = GoalOrder::one_weighted;
  // A second beyond 6 h costs a quarter of a second's work more, one beyond 7.5 h the whole of it once more.
  if (preset == Preset::fair) {
    objective.fairness = {{.over = hours(6), .per_second = 400}, {.over = minutes(450), .per_second = 1'200}};
  }
  return objective;
}

}  // namespace paidan::inline PAIDAN_ABI
