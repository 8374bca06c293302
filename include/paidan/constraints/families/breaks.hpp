// Rests that are due.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array breaks_kinds{
    ReasonKind{Family::breaks, "break_missing", "would lose a break of {amount}", "排不下{amount}的休息"},
};

/// Under way at the rest's latest start.
[[nodiscard]] inline bool is_due(const BreakRow& rest, std::int64_t leaves, std::int64_t back) {
  return leaves < rest.latest_s && back > rest.latest_s;
}

inline void tell_breaks(const Teller& teller, ShiftIndex shift, std::int64_t leaves, std::int64_t back) {
  for (const BreakIndex b : teller.dense().shifts.breaks[shift.at()]) {
    const BreakRow& rest = teller.dense().breaks[b.at()];
    if (!is_due(rest, leaves, back)) continue;
    teller.add(Family::breaks, "break_missing",
               {{"earliest_s", number(rest.earliest_s)},
                {"latest_s", number(rest.latest_s)},
                {"amount_s", number(rest.duration_s)}});
  }
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
