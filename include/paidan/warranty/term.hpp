// Counted-day law (Civil Code art. 201–204): the start day does not count, the last day ends at 24:00, rest days push
// it on.
#pragma once

#include <paidan/core/calendar.hpp>
#include <paidan/warranty/policy.hpp>

#include <array>
#include <cstdint>
#include <optional>

namespace paidan::inline PAIDAN_ABI {
namespace warranty {

/// The last day on each reading; absent = unknown, because the year's calendar is not announced.
struct LastDays {
  Date literal = {};
  std::optional<Date> statutory = {};
  std::optional<Date> arranged = {};
  friend bool operator==(const LastDays&, const LastDays&) = default;

  [[nodiscard]] std::optional<Date> on(RestDays reading) const {
    return reading == RestDays::literal ? std::optional<Date>(literal)
                                        : (reading == RestDays::statutory ? statutory : arranged);
  }
};

/// Art. 201: `start` itself is not counted. Art. 202: a month or year term ends on the corresponding day, or the
/// month's last.
[[nodiscard]] PAIDAN_EXPORT Date literal_last_day(Date start, std::int32_t term, TermUnit unit);

/// All three readings of art. 203: a last day that is a rest day moves to the first day after the rest days. The term
/// includes the whole of the last day, up to 24:00.
[[nodiscard]] PAIDAN_EXPORT LastDays last_days(Date start, std::int32_t term, TermUnit unit, const Calendar& calendar);

}  // namespace warranty
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/warranty/term.ipp>
#endif
