// Which days are rest days, on three readings of the law; a year not announced yet is a value, not an exception.
#pragma once

#include <paidan/core/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

/// Civil Code art. 203: a term whose last day is a statutory rest day ends on the day after. What counts is contested.
enum class RestDays : std::uint8_t {
  literal,    ///< terms end on their last day, whatever day it is
  statutory,  ///< only the national holidays themselves (State Council decree 270, as amended 1999/2007/2013/2024)
  arranged,   ///< the published calendar: holidays, bridged days, weekends, less the make-up working days
};

enum class DayKind : std::uint8_t { working, rest, unknown };

/// One day that the announcement names.
struct CalendarDay {
  Date date;
  bool off = true;         ///< false: a make-up working day
  bool statutory = false;  ///< one of the national holidays themselves
  std::string name = {};
  friend bool operator==(const CalendarDay&, const CalendarDay&) = default;
};

namespace errors {
inline constexpr ErrorKind statutory_working_day{"statutory_working_day",
                                                 "{date} cannot be both a national holiday and a working day",
                                                 "{date}不能既是法定节日又是上班日"};
}  // namespace errors

/// A calendar as it is stored.
struct CalendarData {
  std::string version;
  std::vector<CalendarDay> days;
  std::vector<int> years;  ///< those whose announcement is included
  friend bool operator==(const CalendarData&, const CalendarData&) = default;
};

/// Immutable and shareable across threads.
class Calendar {
 public:
  Calendar() = default;
  /// `years`: those whose announcement is included; in others the answer is `unknown` where it would matter.
  /// Throws InvalidInput on a day given twice, or a national holiday that is a working day.
  PAIDAN_EXPORT Calendar(std::string version, std::vector<CalendarDay> days, std::vector<int> years);
  explicit Calendar(CalendarData data)
      : Calendar(std::move(data.version), std::move(data.days), std::move(data.years)) {}
  [[nodiscard]] CalendarData data() const { return {version_, days_, years_}; }
  /// What the constructor would throw; empty when the days are fine.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(const std::vector<CalendarDay>& days);

  [[nodiscard]] const std::string& version() const { return version_; }
  [[nodiscard]] const std::vector<CalendarDay>& days() const { return days_; }
  [[nodiscard]] const std::vector<int>& years() const { return years_; }
  [[nodiscard]] PAIDAN_EXPORT bool announced(int year) const;
  /// A day named in the list is known even when its year as a whole is not announced. `literal` has no rest days,
  /// `statutory` only those marked so (a plain weekend is a working day), `arranged` weekends too.
  [[nodiscard]] PAIDAN_EXPORT DayKind kind(Date date, RestDays reading) const;
  /// The announced entry of that day, if any.
  [[nodiscard]] PAIDAN_EXPORT const CalendarDay* find(Date date) const;

 private:
  std::string version_;
  std::vector<CalendarDay> days_;  // sorted by date
  std::vector<int> years_;         // sorted
};

/// The day on which a term really ends (Civil Code art. 201–203): `nominal_end` is the corresponding day that counting
/// gives (the start day not counted, `Date::plus_months` for months and years); if it is a rest day, the term ends on
/// the first day after that is none, at 24:00. Absent when a year not announced yet would have to be known.
[[nodiscard]] PAIDAN_EXPORT std::optional<Date> last_day(Date nominal_end, RestDays reading, const Calendar& calendar);

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/core/calendar.ipp>
#endif
