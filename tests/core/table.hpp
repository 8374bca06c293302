// Reads the semicolon tables of tests/data: no quoting, first line is the heading.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace paidan_test {

inline std::vector<std::vector<std::string>> table(const std::string& name) {
  std::ifstream file(std::string(PAIDAN_TEST_DATA) + "/" + name);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == ';') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace paidan_test
