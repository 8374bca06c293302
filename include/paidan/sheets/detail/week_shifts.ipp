// The shifts of one technician: usual hours, weekdays, days off, days with a column of their own. Part of week_csv.ipp.
#pragma once

#include <paidan/model/errors.hpp>
#include <paidan/model/technician.hpp>
#include <paidan/sheets/detail/day_columns.ipp>
#include <paidan/sheets/detail/week_notices.ipp>
#include <paidan/sheets/detail/week_words.ipp>
#include <paidan/sheets/rows.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/forms.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

class TechnicianShifts {
 public:
  /// As the table has them.
  struct Headings {
    std::string start;
    std::string end;
    std::string weekdays;
  };

  TechnicianShifts(const sheets::WeekOptions& options, const syntax::Table& table, Headings headings,
                   const DayColumns& day_columns, Errors& errors, WeekCounts& counts)
      : options_(options),
        table_(table),
        headings_(std::move(headings)),
        day_columns_(day_columns),
        errors_(errors),
        counts_(counts) {}

  [[nodiscard]] std::vector<Shift> of(const sheets::TechnicianRow& from, std::int64_t row,
                                      const syntax::TableRow& cells, Date first, std::int32_t days) {
    std::vector<Shift> shifts;
    cells_read_.clear();
    unsigned weekdays = 0xfeU;
    if (!from.weekdays.empty()) {
      const std::optional<unsigned> parsed = parse_weekdays(from.weekdays);
      if (parsed) {
        weekdays = *parsed;
      } else {
        wrong_cell(headings_.weekdays, "weekdays like 1-5 or 1,3,5", "工作日,如1-5或周一至周五", from.weekdays, row);
      }
    }
    for (int k = 0; k < days; ++k) {
      const Date day = first + k;
      if (const int own = day_columns_.of(day); own >= 0) {
        add_day(own, from, row, day, cells.cells[static_cast<std::size_t>(own)], shifts);
        continue;
      }
      if ((weekdays >> static_cast<unsigned>(day.weekday()) & 1U) == 0) continue;
      if (std::find(from.days_off.begin(), from.days_off.end(), day) != from.days_off.end()) continue;
      if (!from.start && !from.end && !day_columns_.empty()) continue;  // its days are those that have a column
      if (!from.start || !from.end) {
        const std::string& column = from.start ? headings_.end : headings_.start;
        errors_.add(paidan::errors::missing, sheets::column_path(table_, column), {{"field", column}}, row);
        break;
      }
      const std::pair span(*from.start, *from.end);
      if (!add_shift(headings_.end, from, row, day, std::span(&span, 1), 0, shifts)) break;
    }
    return shifts;
  }

 private:
  void wrong_cell(const std::string& column, std::string_view expected, std::string_view expected_zh,
                  std::string_view cell, std::int64_t row) {
    errors_.add(paidan::errors::wrong_type, sheets::column_path(table_, column),
                {{"field", column},
                 {"expected", std::string(expected)},
                 {"expected_zh", std::string(expected_zh)},
                 {"value", "'" + syntax::shortened(cell, 60) + "'"}},
                row);
  }

  /// The hours of a day that has a column: one shift, or one for each of its spans.
  void add_day(int own, const sheets::TechnicianRow& from, std::int64_t row, Date day, const std::string& cell,
               std::vector<Shift>& shifts) {
    if (day_off(cell)) return;
    const std::string& column = table_.headings[static_cast<std::size_t>(own)];
    const auto [known, fresh] = cells_read_.try_emplace(own);  // a weekday's column has many days
    std::optional<DayHours>& hours = known->second;
    if (fresh) {
      hours = DayHoursReader(from.start, from.end).read(cell);
      if (!hours) {
        wrong_cell(column, "hours like 08:00-17:00 or 9:00-12:00, 14:00-18:00",
                   "班次,如08:00-17:00或9:00-12:00,14:00-18:00", cell, row);
      } else {
        for (const DayPart part : hours->parts) ++counts_.parts_of_shifts[part];
      }
    }
    if (!hours) return;
    if (hours->spans.size() > 1) ++counts_.split_days;
    for (std::size_t i = 0; i < hours->spans.size(); ++i) {
      if (add_shift(column, from, row, day, hours->spans, i, shifts)) continue;
      hours.reset();
      return;
    }
  }

  /// The n-th span of a day. Overtime is after the last one; a pause as long as the break is the break.
  bool add_shift(const std::string& column, const sheets::TechnicianRow& from, std::int64_t row, Date day,
                 std::span<const std::pair<LocalTime, LocalTime>> spans, std::size_t n, std::vector<Shift>& shifts) {
    const auto [start, end] = spans[n];
    if (end <= start) {
      errors_.add(paidan::errors::ends_before_it_starts, sheets::column_path(table_, column),
                  {{"noun", "shift"}, {"noun_zh", "班次"}, {"start", start.text()}, {"end", end.text()}}, row);
      return false;
    }
    const std::string path = sheets::column_path(table_, column);
    const auto at = [&](LocalTime time) -> std::optional<Instant> {
      const LocalDateTime local = time.seconds == 86'400 ? LocalDateTime{day + 1, {0}} : LocalDateTime{day, time};
      const ZoneRules::Resolved resolved = options_.zone.resolve(local);
      if (resolved.mapping == ZoneRules::Mapping::unique) return resolved.earlier;
      return syntax::read_instant(local.date.text() + " " + local.time.text(), &options_.zone, column, path, row,
                                  errors_);
    };
    const std::optional<Instant> from_instant = at(start);
    const std::optional<Instant> to_instant = at(end);
    if (!from_instant || !to_instant) return true;
    Shift shift{.id = n == 0 ? day.text() : day.text() + " " + std::to_string(n + 1),
                .start = *from_instant,
                .end = *to_instant,
                .overtime_cap = n + 1 == spans.size() ? minutes(from.overtime_minutes) : Duration{}};
    bool paused = false;
    for (std::size_t i = 1; i < spans.size(); ++i) {
      paused = paused || spans[i].first.seconds - spans[i - 1].second.seconds >= from.break_minutes * 60;
    }
    if (from.break_minutes > 0 && !paused) add_break(from, at, shift);
    shifts.push_back(std::move(shift));
    return true;
  }

  /// Without bounds it may begin in the hour before and the half hour after noon; one bound gives the other, an hour
  /// off.
  template <class At>
  void add_break(const sheets::TechnicianRow& from, At&& at, Shift& shift) {
    constexpr std::int32_t hour = 3'600;
    LocalTime first{usual_break_from};
    LocalTime last{usual_break_to};
    if (from.break_earliest) {
      first = *from.break_earliest;
      last = from.break_latest.value_or(LocalTime{std::min(first.seconds + hour, 86'400)});
    } else if (from.break_latest) {
      last = *from.break_latest;
      first = LocalTime{std::max(last.seconds - hour, 0)};
    }
    const std::optional<Instant> earliest = at(first);
    const std::optional<Instant> latest = at(last);
    if (!earliest || !latest) return;
    // A short day that ends before the break is over has none.
    if (*earliest < shift.start || *latest + minutes(from.break_minutes) > shift.end) {
      ++counts_.breaks_left_out;
      return;
    }
    shift.breaks.push_back(
        {.id = "break", .earliest = *earliest, .latest = *latest, .duration = minutes(from.break_minutes)});
  }

  const sheets::WeekOptions& options_;
  const syntax::Table& table_;
  Headings headings_;
  const DayColumns& day_columns_;
  Errors& errors_;
  WeekCounts& counts_;
  std::map<int, std::optional<DayHours>> cells_read_;  // of one technician, by column
};

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
