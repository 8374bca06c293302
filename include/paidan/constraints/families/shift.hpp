// Hours of the shift, the overtime cap included.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array shift_kinds{
    ReasonKind{Family::shift, "shift_start", "would have to leave {amount} before the shift",
               "须比上班时间早{amount}出门"},
    ReasonKind{Family::shift, "shift_end", "would be back {amount} after the shift, overtime included",
               "收工超出班次(含可加班){amount}"},
    ReasonKind{Family::shift, "no_shift", "has no shift", "当天没有班次"},
};

/// Last moment to be back.
[[nodiscard]] inline std::int64_t latest_back(const Dense& dense, ShiftIndex shift) {
  return std::int64_t{dense.shifts.end_s[shift.at()]} + dense.shifts.overtime_cap_s[shift.at()];
}

inline void tell_hours(const Teller& teller, ShiftIndex shift, std::int64_t leaves, std::int64_t back) {
  const std::int64_t begins = teller.dense().shifts.start_s[shift.at()];
  const std::int64_t ends = latest_back(teller.dense(), shift);
  if (leaves < begins) {
    teller.add(Family::shift, "shift_start",
               {{"limit_s", number(begins)}, {"start_s", number(leaves)}, {"amount_s", number(begins - leaves)}});
  }
  if (back > ends) {
    teller.add(Family::shift, "shift_end",
               {{"limit_s", number(ends)}, {"end_s", number(back)}, {"amount_s", number(back - ends)}});
  }
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
