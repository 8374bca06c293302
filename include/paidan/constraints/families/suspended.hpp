// Not sent out at that time.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array suspended_kinds{
    ReasonKind{Family::suspended, "suspended", "is suspended then ({reason})", "停派中({reason})"},
};

/// Every absence that a visit from `start` to `end` falls into.
inline void tell_suspended(const Teller& teller, std::int64_t start, std::int64_t end) {
  const std::int64_t origin = teller.problem().data().origin.seconds;
  for (const Interval& interval : teller.dense().technicians.suspensions[teller.technician().at()]) {
    if (start > interval.high || end <= interval.low) continue;
    std::string why;
    for (const Suspension& suspension : teller.problem().technician(teller.technician()).suspensions) {
      const bool meets = suspension.start.seconds - origin < end && suspension.end.seconds - origin > start &&
                         suspension.start.seconds - origin <= interval.high &&
                         suspension.end.seconds - origin > interval.low;
      if (meets && why.empty()) why = suspension.reason;
    }
    teller.add(Family::suspended, "suspended",
               {{"from_s", number(interval.low)},
                {"until_s", number(std::int64_t{interval.high} + 1)},
                {"reason", why},
                {"start_s", number(start)}});
  }
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
