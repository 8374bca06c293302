#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/sheets/detail/cell_reader.ipp>
#include <paidan/sheets/detail/headings.ipp>
#include <paidan/sheets/rows.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
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
  const std::string known = sheets_detail::known_columns(columns);
  for (const ColumnName& own : mapping) {
    const bool field = std::any_of(columns.begin(), columns.end(), [&](const ColumnInfo& c) {
      return c.name == own.field || (!c.zh.empty() && c.zh == own.field);
    });
    if (!own.either && std::find(table.headings.begin(), table.headings.end(), own.heading) == table.headings.end()) {
      const std::vector<std::string_view> headings(table.headings.begin(), table.headings.end());
      errors.add(errors::unknown_heading, table.name, with_hint({{"value", own.heading}}, own.heading, headings),
                 table.heading_row);
    }
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
    const std::size_t field = sheets_detail::column_of(heading, mapping, columns);
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

PAIDAN_INLINE void say_unused(const syntax::Table& table, const std::vector<ColumnInfo>& columns,
                              std::span<const int> unused, Errors& notices) {
  if (table.rows_above > 0) {
    notices.add(notices::rows_above_heading, table.name, {{"heading", std::to_string(table.heading_row)}},
                table.heading_row);
  }
  if (table.total_rows > 0) {
    notices.add(notices::total_rows, table.name, {{"count", std::to_string(table.total_rows)}});
  }
  std::string en;
  std::string zh;
  std::vector<std::string_view> said;
  for (const int k : unused) {
    const std::string& heading = table.headings[static_cast<std::size_t>(k)];
    if (std::find(said.begin(), said.end(), heading) != said.end()) continue;
    said.push_back(heading);
    const std::string shown = "'" + syntax::shortened(heading, 60) + "'";
    const ColumnInfo* const near = sheets_detail::may_stand_for(sheets_detail::plain_heading(heading), columns);
    en += (en.empty() ? "" : ", ") + shown;
    zh += (zh.empty() ? "“" : "、“") + syntax::shortened(heading, 60) + "”";
    if (near == nullptr) continue;
    en += " (is it " + std::string(near->name) + "?)";
    zh += "(是否为“" + std::string(near->zh.empty() ? near->name : near->zh) + "”?)";
  }
  if (!en.empty()) {
    notices.add(notices::unused_columns, table.name, {{"columns", en}, {"columns_zh", zh}}, table.heading_row);
  }
}

PAIDAN_INLINE void leave_out_totals(syntax::Table& table) {
  const auto total = [](const syntax::TableRow& row) {
    const auto first =
        std::find_if(row.cells.begin(), row.cells.end(), [](const std::string& c) { return !c.empty(); });
    if (first == row.cells.end()) return false;
    const std::string word = sheets_detail::half_width(*first);
    return sheets_detail::one_among(
        word, {"合计", "总计", "小计", "共计", "total", "totals", "sum", "subtotal", "grand total"});
  };
  table.total_rows = static_cast<std::int64_t>(std::erase_if(table.rows, total));
}

PAIDAN_INLINE bool holds_headings(std::span<const std::string> cells, std::span<const ColumnName> mapping,
                                  const std::vector<ColumnInfo>& columns) {
  std::size_t found = 0;
  for (const std::string& cell : cells) {
    if (sheets_detail::column_of(cell, mapping, columns) < columns.size()) ++found;
  }
  return found >= std::min<std::size_t>(2, columns.size());
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
