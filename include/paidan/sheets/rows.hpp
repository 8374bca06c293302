// Typed rows of a table from field descriptions: headings are the fields' English names or their Chinese ones.
#pragma once

#include <paidan/core/decimal.hpp>
#include <paidan/core/fields.hpp>
#include <paidan/core/time.hpp>
#include <paidan/sheets/date_order.hpp>
#include <paidan/sheets/notices.hpp>
#include <paidan/syntax/csv.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {
struct WrittenTime;
struct Years;
}  // namespace sheets_detail

namespace sheets {

/// The host's own heading and the field it stands for (English name).
struct ColumnName {
  std::string heading;
  std::string field;
  bool either = false;  ///< of one of a week's two tables: this one may lack it
};

/// How tables are read.
struct TableOptions {
  std::span<const ColumnName> columns = {};  ///< the host's own headings
  DateOrder dates = DateOrder::stated;       ///< of dates that do not begin with the year
  syntax::Limits limits = {};
  bool free_lists = false;  ///< lists may be separated by more than `;`: where no element has a comma or `/` of its own
  /// First and last of days known otherwise: a date without a year is read as the one near them, which is said.
  std::optional<std::pair<Date, Date>> around = {};
  Errors* notices = nullptr;  ///< receives what is worth saying about the table; nullptr: it is not said
};

/// An agreed arrival as a cell puts it: a time, a stretch of time, or a day alone.
struct Agreed {
  Instant from;
  std::optional<Instant> to;
  bool whole_day = false;
};

/// Before what a workbook's cell holds and cannot be meant (U+E000): `=60+120`, a formula without a stored value;
/// `#N/A`; a number that lost digits. An error where the column is read.
inline constexpr std::string_view odd_cell = "\xee\x80\x80";

/// What one column of a table is: its position, and the field's names.
struct ColumnInfo {
  std::string_view name;
  std::string_view zh;
  bool required = false;
  int column = -1;  ///< −1: the table does not have it
};

/// Finds the columns. A heading matches without regard to ASCII case, to stars and to what stands in brackets behind it
/// (`*时长(分钟)`). Adds errors: a required column is missing, one is given twice, a mapping names an unknown field or
/// heading, or an unknown heading looks like a slip. Other unknown columns are the host's own; `unused` are their
/// positions.
PAIDAN_EXPORT void find_columns(const syntax::Table& table, std::span<const ColumnName> mapping,
                                std::vector<ColumnInfo>& columns, Errors& errors, std::vector<int>* unused = nullptr);
/// One notice that names the columns nobody reads, each with the known one it may stand for; and one about rows above
/// the headings.
PAIDAN_EXPORT void say_unused(const syntax::Table& table, const std::vector<ColumnInfo>& columns,
                              std::span<const int> unused, Errors& notices);
/// Does a row of cells hold headings: at least two of them known?
[[nodiscard]] PAIDAN_EXPORT bool holds_headings(std::span<const std::string> cells, std::span<const ColumnName> mapping,
                                                const std::vector<ColumnInfo>& columns);

/// A value as tables put it besides its own name.
template <class E>
struct CellWord {
  std::string_view word;
  E value;
};
/// `words` of an enum, of which messages name the first `shown`. Primary template: it has none.
template <class E>
struct CellWords;

/// Turns cells into values, adding an error with row and heading where it cannot.
class CellReader {
 public:
  CellReader(const syntax::Table& table, const ZoneRules* zone, Errors& errors, const TableOptions& options = {})
      : table_(table),
        zone_(zone),
        errors_(errors),
        dates_(options.dates),
        around_(options.around),
        free_lists_(options.free_lists) {}
  /// `minutes`: the column holds lengths of time in minutes.
  PAIDAN_EXPORT void go_to(std::int64_t row, int column, bool minutes = false);
  /// Columns whose cells name days: what they name in full tells the year of the others.
  void tell_years_by(std::vector<int> columns) { day_columns_ = std::move(columns); }
  /// What was assumed in single cells, once for the table.
  PAIDAN_EXPORT void say_assumed(Errors& notices) const;
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
  PAIDAN_EXPORT bool read(std::string_view cell, Agreed& out);
  template <std::signed_integral T>
  bool read(std::string_view cell, T& out) {
    std::int64_t value = 0;
    if (!whole(cell, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), value)) return false;
    out = static_cast<T>(value);
    return true;
  }
  template <NamedEnum E>
  bool read(std::string_view cell, E& out) {
    if constexpr (requires { CellWords<E>::words; }) {
      constexpr std::size_t own = EnumNames<E>::names.size();
      std::array<std::string_view, own + CellWords<E>::words.size()> all;
      std::copy(EnumNames<E>::names.begin(), EnumNames<E>::names.end(), all.begin());
      for (std::size_t i = own; i < all.size(); ++i) all[i] = CellWords<E>::words[i - own].word;
      const int found = one_of(cell, all, own + CellWords<E>::shown);
      if (found < 0) return false;
      const auto at = static_cast<std::size_t>(found);
      out = at < own ? static_cast<E>(found) : CellWords<E>::words[at - own].value;
      return true;
    } else {
      const int found = one_of(cell, EnumNames<E>::names, EnumNames<E>::names.size());
      if (found >= 0) out = static_cast<E>(found);
      return found >= 0;
    }
  }
  template <class T>
  bool read(std::string_view cell, std::optional<T>& out) {
    T value{};
    if (!read(cell, value)) return false;
    out = std::move(value);
    return true;
  }
  /// Elements separated by `;`; dates and free lists, where there is no `;`, also by `、`, a comma, `/` (not dates) or
  /// a blank between other than ASCII letters.
  template <class T>
  bool read(std::string_view cell, std::vector<T>& out) {
    if (odd(cell)) return false;
    bool good = true;
    out.clear();
    for (const std::string_view part : parts(cell, std::same_as<T, Date>)) {
      T value{};
      good = read(part, value) && good;
      out.push_back(std::move(value));
    }
    return good;
  }
  /// `name:number`, the number optional; a last field `valid_until` behind `@`.
  template <Described T>
  bool read(std::string_view cell, T& out) {
    Pieces pieces = split(cell);
    if constexpr (requires { out.level; }) {
      if (pieces.number.empty()) take_grade(pieces);
    }
    bool good = true;
    int index = 0;
    Fields<T>::visit([&]<class M>(std::string_view name, M T::*member, const Field& field) {
      if (index == 0) good = read(pieces.name, out.*member) && good;
      if (index == 1 && !pieces.number.empty()) {
        good = read(std::string_view(pieces.number), out.*member) && good;
        if constexpr (std::signed_integral<M>) good = good && within(out.*member, name, field, cell);
      }
      if (name == "valid_until" && !pieces.until.empty()) good = read(pieces.until, out.*member) && good;
      ++index;
    });
    return good;
  }

 private:
  struct Pieces {
    std::string_view name;
    std::string number;
    std::string_view until;
  };
  /// A cell as a date or a time, its year told by others where it has none; adds the error when it cannot be told.
  std::optional<sheets_detail::WrittenTime> written(std::string_view cell, bool& refused);
  /// What tells the year here: the row's own first date, else all days that the table names.
  std::optional<sheets_detail::Years> years();
  DateOrder column_order();
  bool in_minutes(std::string_view cell, std::int64_t low, std::int64_t high, std::int64_t& out);
  /// Absent after adding an error.
  std::optional<Instant> instant(LocalDateTime local, std::string_view cell);
  /// The number behind a name in `cell` against the range of its field.
  PAIDAN_EXPORT bool within(std::int64_t value, std::string_view name, const Field& field, std::string_view cell);
  PAIDAN_EXPORT bool whole(std::string_view cell, std::int64_t low, std::int64_t high, std::int64_t& out);
  /// Position of the word; absent (−1) after an error that lists the first `shown`.
  PAIDAN_EXPORT int one_of(std::string_view cell, std::span<const std::string_view> names, std::size_t shown);
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::string_view> parts(std::string_view cell, bool dates) const;
  PAIDAN_EXPORT static Pieces split(std::string_view cell);
  /// `制冷2级`, `制冷(二级)`: a level behind the name of a skill.
  PAIDAN_EXPORT static void take_grade(Pieces& pieces);
  bool wrong(std::string_view cell, std::string_view expected, std::string_view expected_zh);
  bool not_finite(std::string_view cell);
  /// What a workbook says of a cell that cannot be meant, or one of its error values as text.
  PAIDAN_EXPORT bool odd(std::string_view cell);

  const syntax::Table& table_;
  const ZoneRules* zone_;
  Errors& errors_;
  /// Something that holds for many cells: how many, and the first of them.
  struct Assumed {
    std::int64_t count = 0;
    std::int64_t row = 0;
    std::string cell;
    std::string as;
  };

  DateOrder dates_;
  std::optional<std::pair<Date, Date>> around_;
  bool free_lists_;
  std::string path_;
  std::string heading_;
  int column_ = -1;
  std::int64_t row_ = 0;
  bool minutes_ = false;
  bool hours_headed_ = false;  // its bare numbers are hours
  std::vector<int> day_columns_;
  std::optional<Date> row_day_;  // the first that the row names in full
  bool table_days_known_ = false;
  std::optional<std::pair<Date, Date>> table_days_;
  std::map<int, DateOrder> column_orders_;
  Assumed assumed_years_;
  std::map<int, Assumed> assumed_parts_;  // by part of the day
};

/// Does a field of whole numbers hold minutes, so that `1h30` can be meant?
[[nodiscard]] constexpr bool holds_minutes(std::string_view field) {
  return field == "minutes" || field.ends_with("_minutes");
}
/// Does a member hold days?
template <class M>
inline constexpr bool holds_days = std::same_as<M, Date> || std::same_as<M, Instant> || std::same_as<M, Agreed>;
template <class M>
inline constexpr bool holds_days<std::optional<M>> = holds_days<M>;

/// `orders.预约开始`, or the heading alone when the table has no name.
[[nodiscard]] PAIDAN_EXPORT std::string column_path(const syntax::Table& table, std::string_view heading);
PAIDAN_EXPORT void missing_cell(const syntax::Table& table, const ColumnInfo& column, std::int64_t row, Errors& errors);

/// The columns that a T has.
template <Described T>
[[nodiscard]] std::vector<ColumnInfo> columns_of() {
  std::vector<ColumnInfo> columns;
  Fields<T>::visit([&]<class M>(std::string_view name, M T::*, const Field& field) {
    columns.push_back({name, field.zh, field.required, -1});
  });
  return columns;
}

/// Rows that add up the others (`合计`, `total` in the first cell that holds something) are no rows of the table.
PAIDAN_EXPORT void leave_out_totals(syntax::Table& table);

/// A table of T's: the headings are looked for below a title.
template <Described T>
[[nodiscard]] syntax::Table read_table(std::string_view bytes, std::string name, const TableOptions& options) {
  const std::vector<ColumnInfo> columns = columns_of<T>();
  syntax::Table table = syntax::read_csv(
      bytes, std::move(name), options.limits,
      [&](std::span<const std::string> cells) { return holds_headings(cells, options.columns, columns); });
  leave_out_totals(table);
  return table;
}

/// What `read_rows` gives besides the values.
struct RowsRead {
  std::vector<std::int64_t> numbers;  ///< of the rows
  std::vector<int> unused;            ///< columns that no field matched
  std::vector<ColumnInfo> columns;
  std::vector<std::size_t> filled;  ///< for each of these in how many rows it holds something
  /// Has the column of that field anything in it?
  [[nodiscard]] bool any(std::string_view field) const {
    for (std::size_t i = 0; i < filled.size(); ++i) {
      if (columns[i].name == field) return filled[i] > 0;
    }
    return false;
  }
};

/// All rows; a blank cell keeps the member's default, in a required column it is an error. A member `row` gets the
/// number of its row. Local times are those of `zone`.
template <Described T>
[[nodiscard]] std::vector<T> read_rows(const syntax::Table& table, const TableOptions& options, const ZoneRules* zone,
                                       Errors& errors, RowsRead* read = nullptr) {
  RowsRead own;
  RowsRead& said = read != nullptr ? *read : own;
  said.columns = columns_of<T>();
  const std::size_t before = errors.total();
  find_columns(table, options.columns, said.columns, errors, &said.unused);
  if (options.notices != nullptr && read == nullptr) {
    say_unused(table, said.columns, said.unused, *options.notices);
  }
  std::vector<T> values;
  if (errors.total() > before) return values;
  said.filled.assign(said.columns.size(), 0);
  values.reserve(table.rows.size());
  CellReader reader(table, zone, errors, options);
  std::vector<int> day_columns;
  std::size_t at = 0;
  Fields<T>::visit([&]<class M>(std::string_view, M T::*, const Field&) {
    const int column = said.columns[at++].column;
    if (holds_days<M> && column >= 0) day_columns.push_back(column);
  });
  reader.tell_years_by(std::move(day_columns));
  for (const syntax::TableRow& row : table.rows) {
    T& value = values.emplace_back();
    std::size_t index = 0;
    Fields<T>::visit([&]<class M>(std::string_view name, M T::*member, const Field&) {
      const std::size_t i = index++;
      const ColumnInfo& info = said.columns[i];
      if (info.column < 0) return;
      const std::string& cell = row.cells[static_cast<std::size_t>(info.column)];
      if (cell.empty()) {
        if (info.required) missing_cell(table, info, row.row, errors);
        return;
      }
      ++said.filled[i];
      reader.go_to(row.row, info.column, holds_minutes(name));
      reader.read(cell, value.*member);
    });
    if constexpr (requires { value.row = row.row; }) value.row = row.row;
    said.numbers.push_back(row.row);
  }
  if (options.notices != nullptr) reader.say_assumed(*options.notices);
  return values;
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/sheets/rows.ipp>
#endif
