// The best known distance of each instance: a table beside the instances, a row each.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace paidan_bench {

struct BestKnown {
  std::string instance;
  std::string file;  ///< below the folder of the table
  double distance = 0;
};

/// Reads `folder`/best_known.csv: the columns set, instance, file, n, bks_distance_dimacs, found by their names.
[[nodiscard]] inline std::vector<BestKnown> read_best_known(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "best_known.csv";
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  const auto cells_of = [](const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
    return cells;
  };
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> head = cells_of(line);
  const auto column = [&](const std::string& name) {
    for (std::size_t i = 0; i < head.size(); ++i) {
      if (head[i] == name) return i;
    }
    throw std::runtime_error(path.string() + ": no column " + name);
  };
  const std::size_t instance = column("instance");
  const std::size_t place = column("file");
  const std::size_t distance = column("bks_distance_dimacs");
  std::vector<BestKnown> rows;
  for (std::size_t number = 2; std::getline(file, line); ++number) {
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() <= std::max({instance, place, distance}))
      throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": too few cells");
    rows.push_back({cells[instance], cells[place], std::stod(cells[distance])});
  }
  return rows;
}

}  // namespace paidan_bench
