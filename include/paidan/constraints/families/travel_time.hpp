// Most driving of a shift, and at a stretch.
#pragma once

#include <paidan/constraints/families/family.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

inline constexpr std::array travel_time_kinds{
    ReasonKind{Family::travel_time, "max_leg", "would drive {amount} longer at a stretch than is allowed",
               "单程行车超出上限{amount}"},
    ReasonKind{Family::travel_time, "max_travel", "would travel {amount} more than the shift allows",
               "行车超出每班上限{amount}"},
};

[[nodiscard]] inline bool too_much_travel(const Dense& dense, TechnicianIndex technician, const DaySums& sums) {
  return sums.travel_s > dense.technicians.max_travel_s[technician.at()] ||
         sums.longest_leg_s > dense.technicians.max_leg_s[technician.at()];
}

inline void tell_travel_time(const Teller& teller, const DaySums& sums) {
  const auto tell = [&](std::string detail, std::int64_t is, std::int64_t limit) {
    if (is > limit)
      teller.add(Family::travel_time, std::move(detail),
                 {{"limit_s", number(limit)}, {"amount_s", number(is - limit)}});
  };
  const TechnicianColumns& people = teller.dense().technicians;
  tell("max_leg", sums.longest_leg_s, people.max_leg_s[teller.technician().at()]);
  tell("max_travel", sums.travel_s, people.max_travel_s[teller.technician().at()]);
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
