// What single cells mean. Part of rows.ipp.
#pragma once

#include <paidan/core/fold.hpp>
#include <paidan/core/hints.hpp>
#include <paidan/sheets/detail/cell_durations.hpp>
#include <paidan/sheets/detail/cell_times.hpp>
#include <paidan/sheets/detail/cell_years.hpp>
#include <paidan/sheets/detail/headings.ipp>
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
namespace sheets {

PAIDAN_INLINE void CellReader::go_to(std::int64_t row, int column, bool minutes) {
  if (row != row_) row_day_.reset();
  row_ = row;
  column_ = column;
  minutes_ = minutes;
  const std::string& heading = table_.headings[static_cast<std::size_t>(column)];
  if (heading == heading_) return;
  heading_ = heading;
  hours_headed_ = sheets_detail::headed_in_hours(heading);
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

PAIDAN_INLINE bool CellReader::within(std::int64_t value, std::string_view name, const Field& field,
                                      std::string_view cell) {
  if (value >= field.low && value <= field.high) return true;
  errors_.add(errors::number_in_cell, path_,
              {{"field", std::string(name)},
               {"field_zh", std::string(field.zh)},
               {"low", std::to_string(field.low)},
               {"high", std::to_string(field.high)},
               {"value", syntax::shortened(cell, 60)}},
              row_);
  return false;
}

PAIDAN_INLINE bool CellReader::odd(std::string_view cell) {
  const bool marked = cell.starts_with(odd_cell);
  if (marked) cell.remove_prefix(odd_cell.size());
  const bool error = !cell.empty() && cell.front() == '#' &&
                     (marked || sheets_detail::one_among(cell, {"#N/A", "#NUM!", "#DIV/0!", "#REF!", "#VALUE!",
                                                                "#NAME?", "#NULL!", "#SPILL!", "#CALC!"}));
  if (!marked && !error) return false;
  const ErrorKind& kind = error                   ? errors::error_value
                          : cell.starts_with('=') ? errors::formula_without_value
                                                  : errors::digits_lost;
  errors_.add(kind, path_, {{"field", heading_}, {"value", syntax::shortened(cell, 60)}}, row_);
  return true;
}

PAIDAN_INLINE bool CellReader::not_finite(std::string_view cell) {
  if (odd(cell)) return true;
  const std::string lower = fold_case(cell);
  if (!sheets_detail::one_among(lower, {"nan", "inf", "-inf", "+inf", "infinity", "-infinity"})) return false;
  errors_.add(paidan::errors::not_finite, path_, {{"field", heading_}, {"value", std::string(cell)}}, row_);
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, std::string& out) {
  if (odd(cell)) return false;
  out = cell;
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, bool& out) {
  if (odd(cell)) return false;
  const std::string lower = sheets_detail::half_width(cell);
  if (sheets_detail::one_among(lower, {"true", "yes", "y", "1", "是", "√"})) {
    out = true;
  } else if (sheets_detail::one_among(lower, {"false", "no", "n", "0", "否", "×"})) {
    out = false;
  } else {
    return wrong(cell, "yes or no", "是或否");
  }
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view written, double& out) {
  const std::string cell = sheets_detail::half_width(written);
  if (not_finite(written)) return false;
  const char* begin = cell.data() + (cell.starts_with('+') ? 1 : 0);
  const char* end = cell.data() + cell.size();
  const auto [stop, code] = std::from_chars(begin, end, out);
  if (code == std::errc::result_out_of_range) {
    errors_.add(paidan::errors::overflow, path_, {{"field", heading_}, {"value", syntax::shortened(cell, 60)}}, row_);
    return false;
  }
  return (code == std::errc() && stop == end && std::isfinite(out)) || wrong(written, "a number", "数值");
}

PAIDAN_INLINE bool CellReader::whole(std::string_view written, std::int64_t low, std::int64_t high, std::int64_t& out) {
  const std::string cell = sheets_detail::half_width(written);
  if (not_finite(written)) return false;
  const std::optional<Decimal> decimal = Decimal::parse(cell);
  if (minutes_ && (!decimal || hours_headed_)) {
    const std::optional<std::int64_t> found = sheets_detail::DurationScanner(decimal ? cell + "h" : cell).minutes();
    if (found && *found >= low && *found <= high) {
      out = *found;
      return true;
    }
    const bool digits = cell.find_first_not_of("0123456789") == std::string::npos;
    if (!found && !digits) {
      return decimal ? wrong(written, "hours that make whole minutes, like 1.5", "合整数分钟的小时数,如1.5")
                     : wrong(written, "minutes like 90, 1.5h or 1h30", "分钟数,如90、1.5小时或1小时30分");
    }
  }
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
  if (!found) return wrong(written, "a whole number", "整数");
  out = value;
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, Decimal& out) {
  if (not_finite(cell)) return false;
  const std::optional<Decimal> decimal = Decimal::parse(sheets_detail::half_width(cell));
  if (!decimal) return wrong(cell, "a decimal number", "十进制数");
  out = *decimal;
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, Date& out) {
  bool refused = odd(cell);
  const auto found = refused ? std::nullopt : written(cell, refused);
  if (refused) return false;
  // A spreadsheet's day is a midnight.
  const bool day = found && found->date && !found->to && !found->offset &&
                   found->from.value_or(LocalTime{}) == LocalTime{} &&
                   (found->part == sheets_detail::DayPart::none || found->part == sheets_detail::DayPart::all);
  if (!day) return wrong(cell, "a date like 2024-07-08", "日期,如2024-07-08");
  out = *found->date;
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, LocalTime& out) {
  if (odd(cell)) return false;
  const auto written = sheets_detail::written_time(cell, dates_);
  if (!written || !written->from || written->date || written->to || written->offset) {
    return wrong(cell, "a time of day like 08:00", "时间,如08:00");
  }
  out = *written->from;
  return true;
}

PAIDAN_INLINE std::optional<sheets_detail::WrittenTime> CellReader::written(std::string_view cell, bool& refused) {
  auto found = sheets_detail::written_time(cell, dates_);
  if (found && found->which_year) {
    if (const auto told = years()) found = sheets_detail::written_time(cell, dates_, &*told);
  }
  if (!found) return found;
  if (found->which_comes_first || found->which_year) {
    errors_.add(found->which_year ? errors::which_year : errors::which_date, path_,
                {{"field", heading_}, {"value", syntax::shortened(cell, 60)}}, row_);
    refused = true;
    return std::nullopt;
  }
  if (found->year_told) {
    if (assumed_years_.count++ == 0) assumed_years_ = {1, row_, std::string(cell), found->date->text()};
  } else if (found->date && !row_day_) {
    row_day_ = found->date;
  }
  return found;
}

PAIDAN_INLINE std::optional<sheets_detail::Years> CellReader::years() {
  if (row_day_) {
    auto own = sheets_detail::Years::of_row(*row_day_);
    own.order = column_order();
    return own;
  }
  if (!table_days_known_) {
    table_days_known_ = true;
    table_days_ = around_;
    const auto take = [&](Date day) {
      if (!table_days_) table_days_ = std::pair(day, day);
      table_days_ = std::pair(std::min(table_days_->first, day), std::max(table_days_->second, day));
    };
    for (const syntax::TableRow& row : table_.rows) {
      for (const int column : day_columns_) {
        const auto found = sheets_detail::written_time(row.cells[static_cast<std::size_t>(column)], dates_);
        if (found && found->date) take(*found->date);
      }
    }
  }
  if (!table_days_) return std::nullopt;
  return sheets_detail::Years{.low = table_days_->first, .high = table_days_->second, .order = column_order()};
}

PAIDAN_INLINE DateOrder CellReader::column_order() {
  const auto known = column_orders_.find(column_);
  if (known != column_orders_.end()) return known->second;
  std::vector<std::string_view> cells;
  cells.reserve(table_.rows.size());
  for (const syntax::TableRow& row : table_.rows) cells.push_back(row.cells[static_cast<std::size_t>(column_)]);
  return column_orders_[column_] = sheets_detail::order_of(cells, heading_);
}

PAIDAN_INLINE void CellReader::say_assumed(Errors& notices) const {
  if (assumed_years_.count > 0) {
    notices.add(notices::year_assumed, table_.name,
                {{"count", std::to_string(assumed_years_.count)},
                 {"value", syntax::shortened(assumed_years_.cell, 60)},
                 {"day", assumed_years_.as}},
                assumed_years_.row);
  }
  for (const auto& [part, assumed] : assumed_parts_) {
    notices.add(notices::part_of_day, table_.name,
                {{"count", std::to_string(assumed.count)},
                 {"value", syntax::shortened(assumed.cell, 60)},
                 {"hours", assumed.as}},
                assumed.row);
  }
}

PAIDAN_INLINE std::optional<Instant> CellReader::instant(LocalDateTime local, std::string_view cell) {
  if (zone_ == nullptr) {
    static_cast<void>(syntax::read_instant(cell, nullptr, heading_, path_, row_, errors_));
    return std::nullopt;
  }
  if (local.time.seconds == 86'400) local = {local.date + 1, {}};
  const ZoneRules::Resolved resolved = zone_->resolve(local);
  if (resolved.mapping == ZoneRules::Mapping::unique) return resolved.earlier;
  return syntax::read_instant(local.date.text() + " " + local.time.text(), zone_, heading_, path_, row_, errors_);
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, Instant& out) {
  Agreed read_as;
  if (!read(cell, read_as)) return false;
  if (read_as.to) {
    errors_.add(errors::span_for_time, path_, {{"field", heading_}, {"value", syntax::shortened(cell, 60)}}, row_);
    return false;
  }
  out = read_as.from;
  return true;
}

PAIDAN_INLINE bool CellReader::read(std::string_view cell, Agreed& out) {
  bool refused = odd(cell);
  const auto written = refused ? std::nullopt : this->written(cell, refused);
  if (refused) return false;
  if (written && written->part == sheets_detail::DayPart::unclear) {
    return wrong(cell, "a span with hours like 2024-07-08 9:00-11:00", "写明钟点的时段,如2024-07-08 9:00-11:00");
  }
  if (!written || !written->date) {  // says what is expected
    const std::optional<Instant> strict = syntax::read_instant(cell, zone_, heading_, path_, row_, errors_);
    if (strict) out = {.from = *strict, .to = {}};
    return strict.has_value();
  }
  if (written->part != sheets_detail::DayPart::none && written->part != sheets_detail::DayPart::all) {
    const sheets_detail::PartHours hours = sheets_detail::usual_hours(written->part);
    const std::optional<Instant> begin = instant({*written->date, hours.from}, cell);
    const std::optional<Instant> end = instant({*written->date, hours.to}, cell);
    if (!begin || !end) return false;
    Assumed& assumed = assumed_parts_[static_cast<int>(written->part)];
    if (assumed.count++ == 0) {
      assumed = {1, row_, std::string(cell), hours.from.text() + "–" + hours.to.text()};
    }
    out = {.from = *begin, .to = end};
    return true;
  }
  const LocalTime start = written->from.value_or(LocalTime{});
  if (written->offset) {
    out = {.from = {std::int64_t{written->date->days} * 86'400 + start.seconds - *written->offset}, .to = {}};
    return true;
  }
  const std::optional<Instant> from = instant({*written->date, start}, cell);
  if (!from) return false;
  out = {.from = *from, .to = {}, .whole_day = !written->from};
  if (!written->to) return true;
  out.to = instant({written->to_date.value_or(*written->date), *written->to}, cell);
  if (!out.to) return false;
  return *out.to > *from || wrong(cell, "a span that ends after it begins", "结束晚于开始的时段");
}

PAIDAN_INLINE int CellReader::one_of(std::string_view cell, std::span<const std::string_view> names,
                                     std::size_t shown) {
  if (odd(cell)) return -1;
  std::string lower = sheets_detail::half_width(cell);
  std::replace_if(
      lower.begin(), lower.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == lower) return static_cast<int>(i);
  }
  errors_.add(unknown_value(heading_, syntax::shortened(cell, 60), path_, names.first(shown), row_));
  return -1;
}

PAIDAN_INLINE std::vector<std::string_view> CellReader::parts(std::string_view cell, bool dates) const {
  const bool semicolons = cell.find(';') != std::string_view::npos || cell.find("；") != std::string_view::npos;
  // Length of the mark that separates at `i`, 0: none.
  const auto mark_at = [&](std::size_t i) -> std::size_t {
    for (const std::string_view mark : {";", "；", "、", "，", ",", "/", "／", " ", "　"}) {
      if (!cell.substr(i).starts_with(mark)) continue;
      if (mark == ";" || mark == "；") return mark.size();
      if (semicolons || !(dates || free_lists_)) return 0;
      if (mark == "/" || mark == "／") return dates ? 0 : mark.size();
      if (mark != " " && mark != "　") return mark.size();
      // `gas boiler` is one name; `燃气 电工` are two.
      const auto ascii = [&](std::size_t at) {
        return at < cell.size() && static_cast<unsigned char>(cell[at]) < 0x80;
      };
      if (dates) {  // `2024-07-10 2024-07-11`, but `2024-07-10 0:00`
        const std::string_view next = cell.substr(i + mark.size());
        return next.substr(0, next.find(' ')).find_first_of("-/.") != std::string_view::npos ? mark.size() : 0;
      }
      const bool within = i > 0 && !ascii(i - 1) && i + mark.size() < cell.size() && !ascii(i + mark.size());
      return within ? mark.size() : 0;
    }
    return 0;
  };
  std::vector<std::string_view> list;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= cell.size(); ++i) {
    const std::size_t mark = i == cell.size() ? 1 : mark_at(i);
    if (mark == 0) continue;
    const std::string_view part = syntax_detail::stripped(cell.substr(begin, i - begin));
    if (!part.empty()) list.push_back(part);
    begin = i + mark;
    i = begin - 1;
  }
  return list;
}
PAIDAN_INLINE void CellReader::take_grade(Pieces& pieces) {
  constexpr std::string_view grade = "级";
  constexpr std::array<std::string_view, 9> numerals{"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  constexpr std::array<std::string_view, 9> wide{"１", "２", "３", "４", "５", "６", "７", "８", "９"};
  std::string_view name = pieces.name;
  const auto take = [&](std::string_view mark) {
    if (!name.ends_with(mark)) return false;
    name.remove_suffix(mark.size());
    name = syntax_detail::stripped(name);
    return true;
  };
  const bool bracket = take(")") || take("）");
  if (!take(grade)) return;
  std::size_t level = 0;
  for (std::size_t i = 0; i < numerals.size() && level == 0; ++i) {
    if (take(std::string_view("123456789").substr(i, 1)) || take(numerals[i]) || take(wide[i])) level = i + 1;
  }
  if (level == 0 || (bracket && !take("(") && !take("（")) || name.empty()) return;
  if (name.back() >= '0' && name.back() <= '9') return;  // more than one digit
  pieces.name = name;
  pieces.number = std::to_string(level);
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
  if (cut != std::string_view::npos) {
    pieces.number = syntax_detail::stripped(sheets_detail::half_width(cell.substr(cut + (wide < ascii ? 3 : 1))));
  }
  return pieces;
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
