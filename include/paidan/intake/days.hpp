// A problem over several days, planned day by day: what nobody could take goes on to the next day.
//
//   for (Date day = first; day <= last; day = day + 1) {
//     const Problem today = intake::day_problem(horizon, day);
//     const Plan plan = paidan::plan(today);
//     horizon = intake::carry_over(today, plan, horizon, day);
//   }
#pragma once

#include <paidan/check/actual.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace paidan::inline PAIDAN_ABI {
namespace intake {

namespace errors {
inline constexpr ErrorKind plan_out_of_bounds{"plan_out_of_bounds",
                                              "the plan names an order, shift or break that its problem does not have",
                                              "排班引用了其问题中不存在的工单、班次或休息"};
inline constexpr ErrorKind other_day{"other_day",
                                     "no shift of this problem starts on {value}; they start on {expected}",
                                     "本问题没有{value}开始的班次,其班次日期为{expected}"};
}  // namespace errors

/// The local day an order is for: of its promise, else of its earliest window, else of its release. Absent: any day.
[[nodiscard]] PAIDAN_EXPORT std::optional<Date> day_of(const Order& order, const ZoneRules& zone);

/// One day of `horizon`: the orders for it and those for any day, and every technician with the shifts that start on
/// it, perhaps none. Places, profiles, objective and origin stay. Crews stay together. A linked order without a day of
/// its own is for the earliest day of those that hang together with it, unless it may only start a day or more after
/// one of that day: then it waits. Links to orders that are not of the day are left out. Both are said by notices.
[[nodiscard]] PAIDAN_EXPORT Problem day_problem(const Problem& horizon, Date day);

/// `horizon` after `day`, which `plan` laid out as `today`: a day's problem of it, perhaps changed since.
///   - What was visited is gone. Other orders at the same place (or one of the same name, blanks and the case of ASCII
///     letters aside) without a previous technician get the one who was there last.
///   - What nobody took is postponed, as is what was for that day or an earlier one and not even in `today`: released
///   at
///     the next local midnight, priority one higher, and without the promise, windows and pinned start that have
///     passed. A deadline stays: it has been missed, or will be.
///   - A link to an order that was visited becomes a hard window that keeps the gap, as far as that can be; what cannot
///     is said by a notice.
///   - Travel and service of the day are added to the load that a technician has carried.
/// Throws InvalidInput when the plan is not one of `today` (`other_problem`,
/// `plan_out_of_bounds`), when `today` has shifts and none starts on `day` (`other_day`), or the result is no valid
/// problem.
[[nodiscard]] PAIDAN_EXPORT Problem carry_over(const Problem& today, const Plan& plan, const Problem& horizon,
                                               Date day);

/// The same after what really happened. What is served or was cancelled is gone; an order that was put off is for its
/// new appointment, any other that is open for the next day.
[[nodiscard]] PAIDAN_EXPORT Problem carry_over(const Problem& today, std::span<const check::ActualVisit> visits,
                                               const Problem& horizon, Date day);

}  // namespace intake
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/intake/days.ipp>
#endif
