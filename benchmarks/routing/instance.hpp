// Routing problems with time windows as Solomon (100 customers) and Gehring and Homberger (200 to 1,000) publish them.
#pragma once

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

namespace paidan_bench {

/// Numbers as in the file; customer 0 is the depot.
struct Customer {
  std::int32_t x = 0;
  std::int32_t y = 0;
  std::int32_t demand = 0;
  std::int32_t ready = 0;
  std::int32_t due = 0;
  std::int32_t service = 0;
};

struct Instance {
  std::string name;
  std::int32_t vehicles = 0;
  std::int32_t capacity = 0;
  std::vector<Customer> customers;
};

/// Times and distances are counted in tenths.
inline constexpr std::int32_t tenths = 10;

/// The convention of the DIMACS challenge of 2021: Euclidean, one decimal, the rest cut off. Exact in whole numbers.
[[nodiscard]] inline std::int32_t distance_tenths(const Customer& a, const Customer& b) {
  const std::int64_t dx = a.x - b.x;
  const std::int64_t dy = a.y - b.y;
  const std::int64_t square = tenths * tenths * (dx * dx + dy * dy);
  std::int64_t low = 0;
  std::int64_t high = std::int64_t{1} << 31;
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (middle * middle <= square ? low : high) = middle;
  }
  return static_cast<std::int32_t>(low);
}

/// Throws std::runtime_error naming file, line and what was expected.
[[nodiscard]] inline Instance read_instance(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  Instance instance;
  instance.name = path.stem().string();
  std::string text;
  for (std::size_t line = 1; std::getline(file, text); ++line) {
    const auto wrong = [&](const std::string& expected) {
      return std::runtime_error(path.string() + ":" + std::to_string(line) + ": expected " + expected);
    };
    std::istringstream words(text);
    std::vector<std::int32_t> row;
    for (std::string word; words >> word;) {
      std::int32_t number = 0;
      const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
      if (read.ec == std::errc() && read.ptr == word.data() + word.size()) {
        row.push_back(number);
      } else if (row.empty()) {
        break;  // the name, or a heading
      } else {
        throw wrong("whole numbers, not \"" + word + "\"");
      }
    }
    if (row.empty()) continue;
    if (row.size() == 2) {
      if (instance.vehicles != 0 || row[0] <= 0 || row[1] < 0) throw wrong("one row of vehicles and capacity");
      instance.vehicles = row[0];
      instance.capacity = row[1];
    } else if (row.size() == 7) {
      if (row[0] != static_cast<std::int32_t>(instance.customers.size())) throw wrong("customers counted from 0");
      const Customer customer{row[1], row[2], row[3], row[4], row[5], row[6]};
      if (customer.demand < 0 || customer.due < customer.ready || customer.service < 0)
        throw wrong("demand and service not below 0 and a window that ends after it begins");
      instance.customers.push_back(customer);
    } else {
      throw wrong("2 or 7 numbers, found " + std::to_string(row.size()));
    }
  }
  if (instance.vehicles == 0) throw std::runtime_error(path.string() + ": no row of vehicles and capacity");
  if (instance.customers.size() < 2) throw std::runtime_error(path.string() + ": no customers");
  return instance;
}

}  // namespace paidan_bench
