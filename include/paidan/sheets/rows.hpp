// Typed rows of a table from field descriptions: headings are the fields' English names or their Chinese ones.
#pragma once

#include <paidan/core/decimal.hpp>
#include <paidan/core/fields.hpp>
#include <paidan/core/time.hpp>
#include <paidan/syntax/csv.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

/// The host's own heading and the field it stands for (English name).
struct ColumnName {
  std::string heading;
  std::string field;
};

/// What one column of a table is: its position, and the field's names.
struct ColumnInfo {
  std::string_view name;
  std::string_view zh;
  bool required = false;
  int column = -1;  ///< −1: the table does not have it
};

/// Finds the columns. A heading matches without regard to ASCII case and to what stands in brackets behind it
/// (`时长(分钟)`). Adds errors: a required column is missing, one is given twice, a mapping names an unknown field or
/// heading, or an unknown heading looks like a slip. Other unknown columns are the host's own and left alone.
PAIDAN_EXPORT void find_columns(const syntax::Table& table, std::span<const ColumnName> mapping,
                                std::vector<ColumnInfo>& columns, Errors& errors, std::vector<int>* unused = nullptr);

/// Turns cells into values, adding an error with row and heading where it cannot.
class CellReader {
 public:
  CellReader(const syntax::Table& table, const ZoneRules* zone, Errors& errors)
      : table_(table), zone_(zone), errors_(errors) {}
  PAIDAN_EXPORT void go_to(std::int64_t row, int column);
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::int64_t row() const { return row_; }
  [[nodiscard]] const std::string& heading() const { return heading_; }
  [[nodiscard]] Errors& errors() { return errors_; }

  PAIDAN_EXPORT bool read(std::string_view cell, std::string& out);
  PAIDAN_EXPORT bool read(std::string_view cell, bool& out);
  PAIDAN_EXPORT bool read(std::string_view cell, double& out);
  PAIDAN_EXPORT bool read(std::string_view cell, Decimal& out);
  PAIDAN_EXPORT bool read(std::string_view cell, Date& out);
  PAIDAN_EXPORT bool read(std::string_view cell, LocalTime& out);
  PAIDAN_EXPORT bool read(std::string_view cell, Instant& out);
  template <std::signed_integral T>
  bool read(std::string_view cell, T& out) {
    std::int64_t value = 0;
    if (!whole(cell, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), value)) return false;
    out = static_cast<T>(value);
    return true;
  }
  template <NamedEnum E>
  bool read(std::string_view cell, E& out) {
    const int found = one_of(cell, EnumNames<E>::names);
    if (found >= 0) out = static_cast<E>(found);
    return found >= 0;
  }
  template <class T>
  bool read(std::string_view cell, std::optional<T>& out) {
    T value{};
    if (!read(cell, value)) return false;
    out = std::move(value);
    return true;
  }
  /// Elements separated by `;`.
  template <class T>
  bool read(std::string_view cell, std::vector<T>& out) {
    bool good = true;
    out.clear();
    for (const std::string_view part : parts(cell)) {
      T value{};
      good = read(part, value) && good;
      out.push_back(std::move(value));
    }
    return good;
  }
  /// `name:number`, the number optional; a last field `valid_until` behind `@`.
  template <Described T>
  bool read(std::string_view cell, T& out) {
    const Pieces pieces = split(cell);
    bool good = true;
    int index = 0;
    Fields<T>::visit([&]<class M>(std::string_view name, M T::*member, const Field&) {
      if (index == 0) good = read(pieces.name, out.*member) && good;
      if (index == 1 && !pieces.number.empty()) good = read(pieces.number, out.*member) && good;
      if (name == "valid_until" && !pieces.until.empty()) good = read(pieces.until, out.*member) && good;
      ++index;
    });
    return good;
  }

 private:
  struct Pieces {
    std::string_view name;
    std::string_view number;
    std::string_view until;
  };
  PAIDAN_EXPORT bool whole(std::string_view cell, std::int64_t low, std::int64_t high, std::int64_t& out);
  PAIDAN_EXPORT int one_of(std::string_view cell, std::span<const std::string_view> names);
  PAIDAN_EXPORT static std::vector<std::string_view> parts(std::string_view cell);
  PAIDAN_EXPORT static Pieces split(std::string_view cell);
  bool wrong(std::string_view cell, std::string_view expected, std::string_view expected_zh);
  bool not_finite(std::string_view cell);

  const syntax::Table& table_;
  const ZoneRules* zone_;
  Errors& errors_;
  std::string path_;
  std::string heading_;
  std::int64_t row_ = 0;
};

/// `orders.预约开始`, or the heading alone when the table has no name.
[[nodiscard]] PAIDAN_EXPORT std::string column_path(const syntax::Table& table, std::string_view heading);
PAIDAN_EXPORT void missing_cell(const syntax::Table& table, const ColumnInfo& column, std::int64_t row, Errors& errors);

/// All rows; a blank cell keeps the member's default, in a required column it is an error. `rows` receives the row
/// numbers, which a member `row` gets too. `unused`: columns that no field matched.
template <Described T>
[[nodiscard]] std::vector<T> read_rows(const syntax::Table& table, std::span<const ColumnName> mapping,
                                       const ZoneRules* zone, Errors& errors, std::vector<std::int64_t>* rows = nullptr,
                                       std::vector<int>* unused = nullptr) {
  std::vector<ColumnInfo> columns;
  Fields<T>::visit([&]<class M>(std::string_view name, M T::*, const Field& field) {
    columns.push_back({name, field.zh, field.required, -1});
  });
  const std::size_t before = errors.total();
  find_columns(table, mapping, columns, errors, unused);
  std::vector<T> values;
  if (errors.total() > before) return values;
  values.reserve(table.rows.size());
  CellReader reader(table, zone, errors);
  for (const syntax::TableRow& row : table.rows) {
    T& value = values.emplace_back();
    std::size_t index = 0;
    Fields<T>::visit([&]<class M>(std::string_view, M T::*member, const Field&) {
      const ColumnInfo& info = columns[index++];
      if (info.column < 0) return;
      const std::string& cell = row.cells[static_cast<std::size_t>(info.column)];
      if (cell.empty()) {
        if (info.required) missing_cell(table, info, row.row, errors);
        return;
      }
      reader.go_to(row.row, info.column);
      reader.read(cell, value.*member);
    });
    if constexpr (requires { value.row = row.row; }) value.row = row.row;
    if (rows != nullptr) rows->push_back(row.row);
  }
  return values;
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/sheets/rows.ipp>
#endif
