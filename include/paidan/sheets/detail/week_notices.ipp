// What two tables of a week leave open and is assumed. Part of week_csv.ipp.
#pragma once

#include <paidan/sheets/detail/cell_times.hpp>
#include <paidan/sheets/detail/headings.ipp>
#include <paidan/sheets/rows.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// What holds where a column has nothing in it.
struct Otherwise {
  std::string_view field, en, zh;
};
inline constexpr std::array<Otherwise, 30> column_defaults{{
    {"name", "the id", "工单号"},
    {"created", "not known", "未知"},
    {"place", "a place of its own", "各自一处"},
    {"service", "none", "无"},
    {"minutes", "60", "60分钟"},
    {"buffer_minutes", "none", "无"},
    {"skills", "none needed", "不要求"},
    {"parts", "none", "无"},
    {"tools", "none", "无"},
    {"crew", "1", "1人"},
    {"appointment", "none", "无"},
    {"window_start", "none", "无"},
    {"window_end", "none", "无"},
    {"deadline", "none", "无"},
    {"priority", "0", "0"},
    {"previous_technician", "none", "无"},
    {"technician", "any", "不限"},
    {"groups", "any", "不限"},
    {"languages", "any", "不限"},
    {"notes", "none", "无"},
    {"weekdays", "every day", "每天"},
    {"days_off", "none", "无"},
    {"break_earliest", "none", "无"},
    {"break_latest", "none", "无"},
    {"break_minutes", "no break", "无午休"},
    {"overtime_minutes", "0", "不加班"},
    {"rating", "unrated", "未评分"},
    {"max_jobs", "no limit", "不限"},
    {"efficiency_percent", "100", "100"},
    {"group", "none", "无"},
}};

inline const Otherwise* default_of(std::string_view field) {
  const auto* const found = std::find_if(column_defaults.begin(), column_defaults.end(),
                                         [&](const Otherwise& one) { return one.field == field; });
  return found == column_defaults.end() ? nullptr : found;
}

/// One sentence that names every column that the table has not, or has nothing in, and what holds instead.
inline void say_assumed(const char* table, const sheets::RowsRead& read, bool catalog, bool technicians,
                        Errors& notices) {
  if (read.numbers.empty()) return;
  std::string en;
  std::string zh;
  for (std::size_t i = 0; i < read.columns.size(); ++i) {
    if (read.filled[i] > 0) continue;
    const sheets::ColumnInfo& column = read.columns[i];
    const bool of_service = catalog && one_among(column.name, {"minutes", "buffer_minutes", "skills", "parts"});
    const Otherwise* const found = default_of(column.name);
    en += (en.empty() ? "" : ", ") + std::string(column.name);
    zh += (zh.empty() ? "" : "、") + std::string(column.zh);
    if (of_service) {
      en += " (the catalog's)";
      zh += "(按服务目录)";
    } else if (technicians && column.name == "skills") {
      en += " (none held)";
      zh += "(无)";
    } else if (found != nullptr) {
      en += " (" + std::string(found->en) + ")";
      zh += "(" + std::string(found->zh) + ")";
    }
  }
  if (!en.empty()) notices.add(sheets::notices::assumed, table, {{"what", en}, {"what_zh", zh}});
}

/// A break without bounds begins in the hour before or the half hour after noon (seconds of the day).
inline constexpr std::int32_t usual_break_from = 11 * 3'600;
inline constexpr std::int32_t usual_break_to = 12 * 3'600 + 1'800;

/// What is counted while the rows are read.
struct WeekCounts {
  std::int64_t placed = 0;          ///< orders, by the table of places
  std::int32_t placed_error_m = 0;  ///< metres: the farthest off that the table admits
  bool error_known = true;          ///< it says so of each
  std::int64_t zeros = 0;           ///< orders at 0, 0
  std::int64_t days_for_appointments = 0;
  std::int64_t assumed_breaks = 0;
  std::int64_t breaks_left_out = 0;
  std::map<DayPart, std::int64_t> parts_of_shifts;  ///< cells of days' columns that name a part of the day
  std::int64_t split_days = 0;
  std::vector<std::optional<Date>> days_of_orders;
};

/// What the tables together say about places, days and breaks that one should know.
inline void say_counts(const WeekCounts& counts, Date first_day, std::int32_t days, Errors& notices) {
  const auto count = [](std::int64_t n) { return Parameter{"count", std::to_string(n)}; };
  if (counts.placed > 0) {
    const std::string metres = std::to_string(counts.placed_error_m);
    notices.add(
        sheets::notices::placed_by_table, "orders",
        {count(counts.placed),
         {"how", counts.error_known ? "off by up to " + metres + " m" : "and the table does not say how far off"},
         {"how_zh", counts.error_known ? "误差不超过" + metres + "米" : "地点表没有写明误差"}});
  }
  if (counts.zeros > 0) notices.add(sheets::notices::zero_coordinates, "orders", {count(counts.zeros)});
  if (counts.days_for_appointments > 0) {
    notices.add(sheets::notices::day_of_appointment, "orders", {count(counts.days_for_appointments)});
  }
  std::int64_t without = 0;
  std::int64_t outside = 0;
  for (const std::optional<Date>& day : counts.days_of_orders) {
    if (!day) {
      ++without;
    } else if (*day < first_day || *day >= first_day + days) {
      ++outside;
    }
  }
  if (without > 0) notices.add(sheets::notices::order_without_day, "orders", {count(without)});
  if (outside > 0) {
    notices.add(sheets::notices::order_outside_days, "orders",
                {count(outside), {"first", first_day.text()}, {"last", (first_day + (days - 1)).text()}});
  }
  if (counts.assumed_breaks > 0) {
    notices.add(sheets::notices::break_assumed, "technicians",
                {count(counts.assumed_breaks),
                 {"earliest", LocalTime{usual_break_from}.text()},
                 {"latest", LocalTime{usual_break_to}.text()}});
  }
  if (counts.breaks_left_out > 0) {
    notices.add(sheets::notices::break_left_out, "technicians", {count(counts.breaks_left_out)});
  }
  for (const auto& [part, cells] : counts.parts_of_shifts) {
    const PartHours hours = usual_hours(part);
    const std::string from = hours.from.text();
    const std::string to = hours.to.text();
    std::string en = from + "–" + to;
    std::string zh = en;
    if (part == DayPart::morning) {
      en = "from the row's start, else " + from + ", to " + to;
      zh = "从该行上班时间(没有则" + from + ")到" + to;
    } else if (part == DayPart::afternoon) {
      en = "from " + from + " to the row's end, else " + to;
      zh = "从" + from + "到该行下班时间(没有则" + to + ")";
    } else if (part == DayPart::all) {
      en = "from the row's start to its end";
      zh = "从该行上班时间到下班时间";
    }
    notices.add(sheets::notices::part_of_shift, "technicians",
                {count(cells),
                 {"part", std::string(hours.en)},
                 {"part_zh", std::string(hours.zh)},
                 {"hours", en},
                 {"hours_zh", zh}});
  }
  if (counts.split_days > 0) notices.add(sheets::notices::split_days, "technicians", {count(counts.split_days)});
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
