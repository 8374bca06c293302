// Dates, times and durations of rules: their texts (ISO 8601 as XML Schema profiles it) and arithmetic. No time zones
// by name: a time is local or has an offset from UTC.
#pragma once

#include <paidan/rules/feel/value.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

/// Years of dates: −999,999,999 … 999,999,999, as FEEL wants at least.
inline constexpr std::int64_t max_year = 999'999'999;

/// `2017-08-03`, `-0044-03-15`; null for anything else and for days that are none.
[[nodiscard]] PAIDAN_EXPORT Value parse_date(std::string_view text);
/// `10:15:30`, `10:15:30.25`, with `Z` or `+01:00` after it; null for anything else.
[[nodiscard]] PAIDAN_EXPORT Value parse_time(std::string_view text);
/// Date, `T`, time; a date alone is its midnight. Null for anything else.
[[nodiscard]] PAIDAN_EXPORT Value parse_date_time(std::string_view text);
/// `P1Y2M` or `P1DT2H3M4.5S`, `-` before it; null for anything else, also for years mixed with days.
[[nodiscard]] PAIDAN_EXPORT Value parse_duration(std::string_view text);
/// Any of the four, told by its form, as in `@"…"`.
[[nodiscard]] PAIDAN_EXPORT Value parse_moment(std::string_view text);

/// The day; null when there is none. Months 1 … 12.
[[nodiscard]] PAIDAN_EXPORT Value make_date(std::int64_t year, std::int64_t month, std::int64_t day);
/// `2017-08-03`, `10:15:30`, `2017-08-03T10:15:30+01:00`, `P1DT2H`, `P1Y2M`.
[[nodiscard]] PAIDAN_EXPORT std::string moment_text(Kind kind, const Moment& moment);

/// a + b, a − b for dates, times and durations as FEEL has them; null where it has none or the result is out of range.
/// Adding months to a day that the month lacks gives the month's last day.
[[nodiscard]] PAIDAN_EXPORT Value add_moments(const Value& a, const Value& b);
[[nodiscard]] PAIDAN_EXPORT Value subtract_moments(const Value& a, const Value& b);
/// A duration times a number, towards zero to whole months or nanoseconds; null for other kinds.
[[nodiscard]] PAIDAN_EXPORT Value scale_duration(const Value& duration, const Decimal& factor);
/// A duration divided by a number, likewise; null for other kinds and zero.
[[nodiscard]] PAIDAN_EXPORT Value divide_duration(const Value& duration, const Decimal& divisor);
/// How often b goes into a, durations of one kind; null for other kinds and zero.
[[nodiscard]] PAIDAN_EXPORT Value duration_ratio(const Value& a, const Value& b);
/// −duration; null for other kinds.
[[nodiscard]] PAIDAN_EXPORT Value negate_duration(const Value& duration);
/// Whole months from one day to another, towards zero; of dates and times the days count. Null for other kinds.
[[nodiscard]] PAIDAN_EXPORT Value months_between(const Value& from, const Value& to);
/// `year month day weekday hour minute second "time offset" years months days hours minutes seconds`; null for others.
[[nodiscard]] PAIDAN_EXPORT Value moment_part(const Value& value, std::string_view name);

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/feel/detail/moment.ipp>
#endif
