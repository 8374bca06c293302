// A plain CSV reader for test data, sharing nothing with the library's own: rows as heading → cell.
#pragma once

#include <algorithm>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace paidan_test {

struct TableRow {
  std::map<std::string, std::string> cells;
  long row = 0;  // spreadsheet row, heading = 1
  const std::string& operator[](const std::string& name) const {
    const auto at = cells.find(name);
    if (at == cells.end()) throw std::runtime_error("no column " + name);
    return at->second;
  }
};

inline std::vector<std::string> split_csv(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back() += line[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

/// Cells never contain line breaks in the files this reads.
inline std::vector<TableRow> read_table(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<TableRow> rows;
  std::vector<std::string> names;
  std::string line;
  for (long number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    std::vector<std::string> cells = split_csv(line);
    if (names.empty()) {
      names = cells;
      continue;
    }
    if (cells.size() != names.size()) throw std::runtime_error(path + ": row " + std::to_string(number));
    TableRow row;
    row.row = number;
    for (std::size_t i = 0; i < names.size(); ++i) row.cells[names[i]] = cells[i];
    rows.push_back(row);
  }
  return rows;
}

inline std::vector<std::string> split_list(const std::string& cell) {
  std::vector<std::string> items;
  std::size_t start = 0;
  while (start <= cell.size() && !cell.empty()) {
    const std::size_t end = std::min(cell.find(';', start), cell.size());
    items.push_back(cell.substr(start, end - start));
    start = end + 1;
  }
  return items;
}

/// The data that ships with the examples.
inline std::string shipped(const std::string& name) {
  return std::string(PAIDAN_TEST_DATA) + "/../../examples/data/" + name;
}

}  // namespace paidan_test
