#pragma once

#include <paidan/core/calendar.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace paidan::inline PAIDAN_ABI {

PAIDAN_INLINE std::vector<Error> Calendar::validate(const std::vector<CalendarDay>& days) {
  Errors found;
  std::vector<std::pair<Date, std::size_t>> seen;
  seen.reserve(days.size());
  for (std::size_t i = 0; i < days.size(); ++i) seen.emplace_back(days[i].date, i);
  std::sort(seen.begin(), seen.end());
  std::vector<std::size_t> first(days.size());
  for (std::size_t k = 0; k < seen.size(); ++k) {
    const bool again = k > 0 && seen[k].first == seen[k - 1].first;
    first[seen[k].second] = again ? first[seen[k - 1].second] : seen[k].second;
  }
  for (std::size_t i = 0; i < days.size(); ++i) {
    const std::string path = "days[" + std::to_string(i) + "]";
    const std::string date = days[i].date.text();
    if (first[i] != i) {
      found.add(errors::duplicate_id, path,
                {{"noun", "calendar day"},
                 {"noun_zh", "日期"},
                 {"id", date},
                 {"first", "days[" + std::to_string(first[i]) + "]"}});
    }
    if (days[i].statutory && !days[i].off) found.add(errors::statutory_working_day, path, {{"date", date}});
  }
  return found.list();
}

PAIDAN_INLINE Calendar::Calendar(std::string version, std::vector<CalendarDay> days, std::vector<int> years)
    : version_(std::move(version)), days_(std::move(days)), years_(std::move(years)) {
  if (std::vector<Error> found = validate(days_); !found.empty()) throw InvalidInput(std::move(found));
  std::sort(days_.begin(), days_.end(), [](const CalendarDay& a, const CalendarDay& b) { return a.date < b.date; });
  std::sort(years_.begin(), years_.end());
  years_.erase(std::unique(years_.begin(), years_.end()), years_.end());
}

PAIDAN_INLINE bool Calendar::announced(int year) const {
  return std::binary_search(years_.begin(), years_.end(), year);
}

PAIDAN_INLINE const CalendarDay* Calendar::find(Date date) const {
  const auto at = std::lower_bound(days_.begin(), days_.end(), date,
                                   [](const CalendarDay& day, Date wanted) { return day.date < wanted; });
  return at != days_.end() && at->date == date ? &*at : nullptr;
}

PAIDAN_INLINE DayKind Calendar::kind(Date date, RestDays reading) const {
  if (reading == RestDays::literal) return DayKind::working;
  if (const CalendarDay* day = find(date); day != nullptr) {
    const bool rest = reading == RestDays::statutory ? day->statutory : day->off;
    return rest ? DayKind::rest : DayKind::working;
  }
  if (!announced(date.parts().year)) return DayKind::unknown;
  if (reading == RestDays::statutory) return DayKind::working;
  return date.weekday() >= 6 ? DayKind::rest : DayKind::working;
}

PAIDAN_INLINE std::optional<Date> last_day(Date nominal_end, RestDays reading, const Calendar& calendar) {
  for (Date day = nominal_end;; day = day + 1) {
    switch (calendar.kind(day, reading)) {
      case DayKind::working:
        return day;
      case DayKind::unknown:
        return std::nullopt;
      case DayKind::rest:
        break;  // ends: the calendar names finitely many days, and weekends last two
    }
  }
}

}  // namespace paidan::inline PAIDAN_ABI
