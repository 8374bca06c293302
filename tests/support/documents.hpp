// What the tests of this room share.
#pragma once

#include <paidan/core/error.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace doctest {
template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += "\n    " + line;
    return all.c_str();
  }
};
}  // namespace doctest

namespace io_test {

/// All messages of what `read` throws, English and Chinese by turns; empty when it throws nothing.
template <class Read>
std::vector<std::string> messages(Read&& read) {
  std::vector<std::string> all;
  try {
    read();
  } catch (const paidan::InvalidInput& wrong) {
    for (const paidan::Error& error : wrong.errors()) {
      all.push_back(error.message(paidan::Language::en));
      all.push_back(error.message(paidan::Language::zh));
    }
  }
  return all;
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) return text + "<not found: " + std::string(from) + ">";
  return text.replace(at, from.size(), to);
}

inline std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Two technicians, three orders; valid.
inline const std::string& small_problem() {
  static const std::string text = R"({
  "schema_version": 2,
  "kind": "problem",
  "origin": "2024-07-08T00:00:00+08:00",
  "zone": "Asia/Shanghai",
  "locations": [
    {"id": "home", "point": {"lat": 39.92, "lon": 116.44}},
    {"id": "A", "point": {"lat": 39.9087, "lon": 116.4605}},
    {"id": "B", "point": {"lat": 39.959, "lon": 116.316}}
  ],
  "technicians": [
    {"id": "G01", "name": "王师傅", "home": "home", "skills": [{"skill": "燃气", "level": 2}],
     "shifts": [{"id": "d1", "start": "2024-07-08 08:00", "end": "2024-07-08 18:00",
                 "breaks": [{"earliest": "2024-07-08 12:00", "latest": "2024-07-08 13:00", "duration": "30m"}]}]},
    {"id": "G02", "home": "home",
     "shifts": [{"id": "d1", "start": "2024-07-08 09:00", "end": "2024-07-08 17:00"}]}
  ],
  "orders": [
    {"id": "1001", "location": "A", "service": "1h30m", "skills": [{"skill": "燃气"}]},
    {"id": "1002", "location": "B", "service": 2700, "promise": {"at": "2024-07-08T14:00:00+08:00"}},
    {"id": "1003", "location": "A", "windows": [{"start": "2024-07-08 10:00", "end": "2024-07-08 12:00"}]}
  ]
})";
  return text;
}

}  // namespace io_test
