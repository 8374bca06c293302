#pragma once

#include <paidan/core/fold.hpp>
#include <paidan/core/hints.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/syntax/detail/csv_scan.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

/// `时长（分钟）*` → `时长`; ASCII letters in lower case.
inline std::string plain_heading(std::string_view heading) {
  heading = heading.substr(0, std::min(heading.find('('), heading.find("（")));
  while (!heading.empty() && heading.back() == '*') heading.remove_suffix(1);
  return fold_case(syntax_detail::stripped(heading));
}

inline std::string known_columns(const std::vector<sheets::ColumnInfo>& columns) {
  std::string all;
  for (const sheets::ColumnInfo& column : columns) {
    if (!all.empty()) all += ", ";
    all += column.name;
    if (!column.zh.empty()) (all += '/') += column.zh;
  }
  return all;
}

inline bool one_among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace sheets_detail

namespace sheets {

PAIDAN_INLINE std::string column_path(const syntax::Table& table, std::string_view heading) {
  return table.name.empty() ? std::string(heading) : table.name + "." + std::string(heading);
}

PAIDAN_INLINE void missing_cell(const syntax::Table& table, const ColumnInfo& column, std::int64_t row,
                                Errors& errors) {
  const std::string& heading = table.headings[static_cast<std::size_t>(column.column)];
  errors.add(paidan::errors::missing, column_path(table, heading), {{"field", heading}}, row);
}

PAIDAN_INLINE void find_columns(const syntax::Table& table, std::span<const ColumnName> mapping,
                                std::vector<ColumnInfo>& columns, Errors& errors, std::vector<int>* unused) {
  const auto field_of = [&](std::string_view heading) -> std::size_t {
    for (const ColumnName& own : mapping) {
      if (own.heading != heading) continue;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == own.field) return i;
      }
    }
    const std::string plain = sheets_detail::plain_heading(heading);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (plain == columns[i].name || (!columns[i].zh.empty() && plain == columns[i].zh)) return i;
    }
    return columns.size();
  };
  const std::string known = sheets_detail::known_columns(columns);
  for (const ColumnName& own : mapping) {
    const bool field =
        std::any_of(columns.begin(), columns.end(), [&](const ColumnInfo& c) { return c.name == own.field; });
    if (!field) {
      std::vector<std::string_view> names;
      for (const ColumnInfo& column : columns) names.push_back(column.name);
      std::vector<Parameter> parameters{{"column", own.field}, {"known", known}};
      parameters = with_hint(std::move(parameters), own.field, names);
      errors.add(syntax::errors::unknown_column, table.name, std::move(parameters));
    }
  }
  std::vector<int> others;
  for (std::size_t k = 0; k < table.headings.size(); ++k) {
    const std::string& heading = table.headings[k];
    if (heading.empty()) continue;
    const std::size_t field = field_of(heading);
    if (field == columns.size()) {
      others.push_back(static_cast<int>(k));
    } else if (columns[field].column >= 0) {
      errors.add(syntax::errors::repeated_column, table.name,
                 {{"column", heading}, {"first", table.headings[static_cast<std::size_t>(columns[field].column)]}},
                 table.heading_row);
    } else {
      columns[field].column = static_cast<int>(k);
    }
  }
  // Only columns that are still missing can be meant by a slip.
  std::vector<std::string_view> open;
  for (const ColumnInfo& column : columns) {
    if (column.column >= 0) continue;
    open.push_back(column.name);
    if (!column.zh.empty()) open.push_back(column.zh);
  }
  std::vector<std::string_view> headings;
  for (const int k : others) headings.push_back(table.headings[static_cast<std::size_t>(k)]);
  for (const ColumnInfo& column : columns) {
    if (!column.required || column.column >= 0) continue;
    std::vector<Parameter> parameters{
        {"column", std::string(column.name)}, {"column_zh", std::string(column.zh)}, {"known", known}};
    const bool by_name = !nearest(column.name, headings).empty();
    parameters = with_hint(std::move(parameters), by_name ? column.name : column.zh, headings);
    errors.add(syntax::errors::missing_column, table.name, std::move(parameters), table.heading_row);
  }
  for (const int k : others) {
    const std::string& heading = table.headings[static_cast<std::size_t>(k)];
    const std::string_view near = nearest(sheets_detail::plain_heading(heading), open);
    const bool reported = std::any_of(columns.begin(), columns.end(), [&](const ColumnInfo& column) {
      return column.required && column.column < 0 && (column.name == near || column.zh == near);
    });
    // Of two or three Chinese characters that share all but one, few are slips of each other.
    const bool short_zh = !near.empty() && static_cast<unsigned char>(near.front()) >= 0x80U && near.size() <= 9;
    if (near.empty() || reported || short_zh) {
      if (unused != nullptr) unused->push_back(k);
      continue;
    }
    std::vector<Parameter> parameters{{"column", heading}, {"known", known}};
    parameters = with_hint(std::move(parameters), sheets_detail::plain_heading(heading), open);
    errors.add(syntax::errors::unknown_column, table.name, std::move(parameters), table.heading_row);
  }
}

PAIDAN_INLINE void CellReader::go_to(std::int64_t row, int column) {
  row_ = row;
  const std::string& heading = table_.headings[static_cast<std::size_t>(column)];
  if (heading == heading_) return;
  heading_ = heading;
  path_ = column_path(table_, heading);
}

PAIDAN_INLINE bool CellReader::wrong(std::string_view cell, std::string_view expected, std::string_view expected_zh) {
  errors_.add(paidan::errors::wrong_type, path_,
              {{"field", heading_},
               {"expected", std::string(expected)},
               {"expected_zh", std::string(expected_zh)},
               {"value", "'" + syntax::shortened(cell, 60) + "'"}},
              row_);
  return false;
}

PAIDAN_INLINE bool CellReader::not_finite(std::string_view cell) {
  const std::string lower = fold_case(cell);
  if (!sheets_detail::one_among(lower,
                                {"nan", "inf", "-inf", "+inf", "infinity", "-infinity", "#n/a", "#num!", "#div/0!"}))
    return false;
  errors_.add(paidan::errors::not_finite, path_, {{"field", heading_}, {"value", std::string(cell)}}, row_);
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, std::string& out) {
  out = cell;
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, bool& out) {
  const std::string lower = fold_case(cell);
  if (sheets_detail::one_among(lower, {"true", "yes", "y", "1", "是", "√"})) {
    out = true;
  } else if (sheets_detail::one_among(lower, {"false", "no", "n", "0", "否", "×"})) {
    out = false;
  } else {
    return wrong(cell, "yes or no", "是或否");
  }
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, double& out) {
  if (not_finite(cell)) return false;
  const char* begin = cell.data() + (cell.starts_with('+') ? 1 : 0);
  const char* end = cell.data() + cell.size();
  const auto [stop, code] = std::from_chars(begin, end, out);
  if (code == std::errc::result_out_of_range) {
    errors_.add(paidan::errors::overflow, path_, {{"field", heading_}, {"value", syntax::shortened(cell, 60)}}, row_);
    return false;
  }
  return (code == std::errc() && stop == end && std::isfinite(out)) || wrong(cell, "a number", "数值");
}

PAIDAN_INLINE bool CellReader::whole(std::string_view cell, std::int64_t low, std::int64_t high, std::int64_t& out) {
  if (not_finite(cell)) return false;
  const std::optional<Decimal> decimal = Decimal::parse(cell);
  // `60.0` is how some spreadsheets write 60.
  const std::optional<Decimal> rounded = decimal ? decimal->rounded(0, Rounding::down) : std::nullopt;
  if (decimal && rounded && !(*rounded == *decimal)) return wrong(cell, "a whole number", "整数");
  const std::optional<std::int64_t> found = rounded ? rounded->to_integer() : std::nullopt;
  const std::int64_t value = found.value_or(0);
  const bool digits =
      !cell.empty() && cell.find_first_not_of("0123456789", cell.front() == '-' ? 1 : 0) == std::string_view::npos;
  if ((decimal || (digits && cell != "-")) && (!found || value < low || value > high)) {
    errors_.add(paidan::errors::overflow, path_, {{"field", heading_}, {"value", syntax::shortened(cell, 60)}}, row_);
    return false;
  }
  if (!found) return wrong(cell, "a whole number", "整数");
  out = value;
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, Decimal& out) {
  if (not_finite(cell)) return false;
  const std::optional<Decimal> decimal = Decimal::parse(cell);
  if (!decimal) return wrong(cell, "a decimal number", "十进制数");
  out = *decimal;
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, Date& out) {
  const std::optional<Date> date = Date::parse(cell);
  if (!date) return wrong(cell, "a date like 2024-07-08", "日期,如2024-07-08");
  out = *date;
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, LocalTime& out) {
  const std::optional<LocalTime> time = LocalTime::parse(cell);
  if (!time) return wrong(cell, "a time of day like 08:00", "时间,如08:00");
  out = *time;
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, Instant& out) {
  const std::optional<Instant> instant = syntax::read_instant(cell, zone_, heading_, path_, row_, errors_);
  if (!instant) return false;
  out = *instant;
  return true;
}

PAIDAN_INLINE int CellReader::one_of(std::string_view cell, std::span<const std::string_view> names) {
  const std::string lower = fold_case(cell);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == lower) return static_cast<int>(i);
  }
  errors_.add(unknown_value(heading_, syntax::shortened(cell, 60), path_, names, row_));
  return -1;
}

PAIDAN_INLINE std::vector<std::string_view> CellReader::parts(std::string_view cell) {
  constexpr std::array<std::string_view, 2> marks{";", "；"};
  std::vector<std::string_view> list;
  while (true) {
    std::size_t cut = std::string_view::npos;
    std::size_t length = 0;
    for (const std::string_view mark : marks) {
      const std::size_t at = cell.find(mark);
      if (at < cut) {
        cut = at;
        length = mark.size();
      }
    }
    const std::string_view part = syntax_detail::stripped(cell.substr(0, cut));
    if (!part.empty()) list.push_back(part);
    if (cut == std::string_view::npos) return list;
    cell.remove_prefix(cut + length);
  }
}

PAIDAN_INLINE CellReader::Pieces CellReader::split(std::string_view cell) {
  Pieces pieces;
  if (const std::size_t at = cell.find('@'); at != std::string_view::npos) {
    pieces.until = syntax_detail::stripped(cell.substr(at + 1));
    cell = cell.substr(0, at);
  }
  const std::size_t ascii = cell.find(':');
  const std::size_t wide = cell.find("：");
  const std::size_t cut = std::min(ascii, wide);
  pieces.name = syntax_detail::stripped(cell.substr(0, cut));
  if (cut != std::string_view::npos) pieces.number = syntax_detail::stripped(cell.substr(cut + (wide < ascii ? 3 : 1)));
  return pieces;
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
