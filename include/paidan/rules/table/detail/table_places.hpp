// Where the parts of a table's data stand: the paths and rows of its errors.
#pragma once

#include <paidan/rules/feel/errors.hpp>
#include <paidan/rules/table/table_data.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

/// `A`, `B`, … `AA`.
inline std::string column_letters(std::int64_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

/// Spreadsheet cells (`C7 (km)`) where the data says where it stands, otherwise `rules[6].inputs[1]`.
class TablePlaces {
 public:
  TablePlaces(const TableData& data, const Place& place) : data_(data), place_(place) {}

  /// Where something stands: on the sheet when that is known.
  [[nodiscard]] Place at(std::int64_t row, std::int64_t column, std::string_view heading, std::string path) const {
    if (row > 0 && column > 0) {
      std::string cell = place_.path.empty() ? "" : place_.path + ": ";
      cell += column_letters(column) + std::to_string(row);
      if (!heading.empty()) cell += " (" + std::string(heading) + ")";
      return {std::move(cell), row};
    }
    if (!place_.path.empty()) path = path.empty() ? place_.path : place_.path + "." + path;
    return {std::move(path), row};
  }
  [[nodiscard]] Place at_input(std::size_t i, std::int64_t row, const char* field) const {
    const InputClause& input = data_.inputs[i];
    return at(row, input.column, heading(i), "inputs[" + std::to_string(i) + "]." + field);
  }
  [[nodiscard]] Place at_output(std::size_t i, std::int64_t row, const char* field) const {
    const OutputClause& output = data_.outputs[i];
    return at(row, output.column, output.name, "outputs[" + std::to_string(i) + "]." + field);
  }
  [[nodiscard]] Place at_entry(std::size_t rule, std::size_t i, bool input) const {
    const std::int64_t column = input ? data_.inputs[i].column : data_.outputs[i].column;
    return at(data_.rules[rule].row, column, input ? heading(i) : std::string_view(data_.outputs[i].name),
              "rules[" + std::to_string(rule) + (input ? "].inputs[" : "].outputs[") + std::to_string(i) + "]");
  }
  [[nodiscard]] Place at_rule(std::size_t rule) const {
    return at(data_.rules[rule].row, data_.rules[rule].row > 0 ? 1 : 0, "", "rules[" + std::to_string(rule) + "]");
  }
  [[nodiscard]] std::string_view heading(std::size_t i) const {
    return data_.inputs[i].name.empty() ? data_.inputs[i].expression : data_.inputs[i].name;
  }

 private:
  const TableData& data_;
  const Place& place_;
};

}  // namespace rules::rules_detail
}  // namespace paidan::inline PAIDAN_ABI
