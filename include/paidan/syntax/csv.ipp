#pragma once

#include <paidan/syntax/csv.hpp>
#include <paidan/syntax/detail/csv_scan.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace paidan::inline PAIDAN_ABI {
namespace syntax_detail {

inline void scan_table(std::string_view text, const syntax::Limits& limits, syntax::Table& table, Errors& errors) {
  CsvScanner scanner(text, ',');
  std::int64_t row = 0;
  std::vector<std::string> cells;
  while (!scanner.done()) {
    ++row;
    if (table.headings.empty()) {
      const std::string_view line = scanner.rest();
      if (line.starts_with('#') || line.starts_with("\"#")) {
        scanner.skip_line();
        continue;
      }
      scanner.set_separator(separator_of(line));
    }
    if (!scanner.record(cells)) {
      errors.add(syntax::errors::unclosed_quote, table.name, {}, row);
      return;
    }
    if (all_empty(cells)) continue;
    if (cells.size() > limits.columns) return too_large(errors, table.name, limits.columns, "columns", "列", row);
    for (const std::string& cell : cells) {
      if (cell.size() <= limits.cell_bytes) continue;
      return errors.add(syntax::errors::cell_too_large, table.name, {{"limit", std::to_string(limits.cell_bytes)}},
                        row);
    }
    if (table.headings.empty()) {
      while (!cells.empty() && cells.back().empty()) cells.pop_back();
      table.headings = cells;
      table.heading_row = row;
      continue;
    }
    while (cells.size() > table.headings.size() && cells.back().empty()) cells.pop_back();
    if (cells.size() > table.headings.size()) {
      errors.add(syntax::errors::extra_cells, table.name,
                 {{"found", std::to_string(cells.size())}, {"expected", std::to_string(table.headings.size())}}, row);
    }
    cells.resize(table.headings.size());
    if (table.rows.size() >= limits.rows) return too_large(errors, table.name, limits.rows, "rows", "行", row);
    table.rows.push_back({row, cells});
  }
}

}  // namespace syntax_detail

namespace syntax {

PAIDAN_INLINE Table read_csv(std::string_view bytes, std::string name, const Limits& limits) {
  Errors errors;
  Table table;
  table.name = std::move(name);
  Decoded decoded;
  if (bytes.size() > limits.bytes) {
    syntax_detail::too_large(errors, table.name, limits.bytes, "bytes", "字节", 0);
  } else if (Errors encoding; !decode(bytes, decoded, encoding)) {
    for (Error error : encoding.list()) {
      error.path = table.name;
      errors.add(std::move(error));
    }
  } else {
    table.encoding = decoded.encoding;
    syntax_detail::scan_table(decoded.text(), limits, table, errors);
    if (table.headings.empty() && errors.empty()) errors.add(errors::empty_file, table.name);
    std::map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
      if (!table.headings[i].empty() && !seen.emplace(table.headings[i], i).second) {
        errors.add(errors::repeated_column, table.name, {{"column", table.headings[i]}, {"first", table.headings[i]}},
                   table.heading_row);
      }
    }
  }
  errors.throw_if_any();
  return table;
}

PAIDAN_INLINE std::string csv_row(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    if (cells[i].find_first_of("\",;\t\r\n") == std::string::npos) {
      line += cells[i];
      continue;
    }
    line += '"';
    for (const char c : cells[i]) {
      if (c == '"') line += '"';
      line += c;
    }
    line += '"';
  }
  return line + '\n';
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
