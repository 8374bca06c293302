// Longest way of a shift.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array distance_kinds{
    ReasonKind{Family::distance, "max_distance", "would drive {amount} more than the shift allows",
               "里程超出每班上限{amount}"},
};

[[nodiscard]] inline bool too_far(const Dense& dense, TechnicianIndex technician, const DaySums& sums) {
  return sums.distance_m > dense.technicians.max_distance_m[technician.at()];
}

inline void tell_distance(const Teller& teller, const DaySums& sums) {
  const std::int64_t limit = teller.dense().technicians.max_distance_m[teller.technician().at()];
  teller.add(Family::distance, "max_distance",
             {{"limit_m", number(limit)}, {"amount_m", number(sums.distance_m - limit)}});
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
