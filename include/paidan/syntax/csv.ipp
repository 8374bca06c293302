#pragma once

#include <paidan/syntax/csv.hpp>
#include <paidan/syntax/detail/csv_scan.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace paidan::inline PAIDAN_ABI {
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
