// What two tables of a week leave open and is assumed. Included by week_csv.ipp alone.
#pragma once

#include <paidan/sheets/detail/cell_times.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// Columns headed by a date, which give that day's hours; they leave `unused`.
inline std::vector<std::pair<Date, int>> dated_columns(const syntax::Table& table, sheets::DateOrder dates,
                                                       std::vector<int>& unused, Errors& errors) {
  std::vector<std::pair<Date, int>> dated;
  std::vector<int> others;
  for (const int column : unused) {
    const auto written = written_time(table.headings[static_cast<std::size_t>(column)], dates);
    const bool day = written && written->date && !written->to && written->from.value_or(LocalTime{}) == LocalTime{};
    const auto same =
        std::find_if(dated.begin(), dated.end(), [&](const auto& one) { return day && one.first == *written->date; });
    if (day && same != dated.end()) {
      errors.add(syntax::errors::repeated_column, table.name,
                 {{"column", table.headings[static_cast<std::size_t>(column)]},
                  {"first", table.headings[static_cast<std::size_t>(same->second)]}},
                 table.heading_row);
    } else if (day) {
      dated.emplace_back(*written->date, column);
    } else {
      others.push_back(column);
    }
  }
  unused = std::move(others);
  return dated;
}

/// What holds where a column has nothing in it.
struct Otherwise {
  std::string_view field, en, zh;
};
inline constexpr std::array<Otherwise, 27> order_defaults{{
    {"name", "the id", "工单号"},
    {"created", "not known", "未知"},
    {"place", "a place of its own", "各自一处"},
    {"service", "none", "无"},
    {"minutes", "60", "60分钟"},
    {"skills", "none needed", "不要求"},
    {"parts", "none", "无"},
    {"tools", "none", "无"},
    {"appointment", "none", "无"},
    {"window_start", "none", "无"},
    {"window_end", "none", "无"},
    {"deadline", "none", "无"},
    {"priority", "0", "0"},
    {"previous_technician", "none", "无"},
    {"technician", "any", "不限"},
    {"groups", "any", "不限"},
    {"languages", "any", "不限"},
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

/// One sentence that names every column that the table has not, or has nothing in, and what holds instead.
inline void say_assumed(const char* table, const sheets::RowsRead& read, bool catalog, bool technicians,
                        Errors& notices) {
  if (read.numbers.empty()) return;
  std::string en;
  std::string zh;
  for (std::size_t i = 0; i < read.columns.size(); ++i) {
    if (read.filled[i] > 0) continue;
    const sheets::ColumnInfo& column = read.columns[i];
    const bool of_service = catalog && one_among(column.name, {"minutes", "skills", "parts"});
    const auto* const found = std::find_if(order_defaults.begin(), order_defaults.end(),
                                           [&](const Otherwise& one) { return one.field == column.name; });
    en += (en.empty() ? "" : ", ") + std::string(column.name);
    zh += (zh.empty() ? "" : "、") + std::string(column.zh);
    if (of_service) {
      en += " (the catalog's)";
      zh += "(按服务目录)";
    } else if (technicians && column.name == "skills") {
      en += " (none held)";
      zh += "(无)";
    } else if (found != order_defaults.end()) {
      en += " (" + std::string(found->en) + ")";
      zh += "(" + std::string(found->zh) + ")";
    }
  }
  if (!en.empty()) notices.add(sheets::notices::assumed, table, {{"what", en}, {"what_zh", zh}});
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
