// Comma-separated tables (RFC 4180) as spreadsheets write them, with the row numbers that a spreadsheet shows.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/syntax/limits.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

struct TableRow {
  std::int64_t row = 0;            ///< as the spreadsheet numbers it, from 1
  std::vector<std::string> cells;  ///< as many as there are headings, blanks around them removed
  friend bool operator==(const TableRow&, const TableRow&) = default;
};

struct Table {
  std::string name;  ///< for messages; may be empty
  std::vector<std::string> headings;
  std::int64_t heading_row = 0;
  std::int64_t rows_above = 0;  ///< that hold something, before the headings
  std::int64_t total_rows = 0;  ///< sums that the reader of the table left out
  std::vector<TableRow> rows;   ///< empty rows are left out
  std::string encoding;         ///< UTF-8, UTF-16 or GB18030
};

/// Quoted cells may hold commas, line feeds and doubled quotes; lines end with LF, CRLF or CR; a byte order mark is
/// fine; the separator is `,`, `;` or a tab, whichever the heading has most of, or what a first line `sep=;` says. Rows
/// that begin with `#` before the heading are comments. Marks nobody sees (U+FEFF, U+200B) are removed, U+00A0 is a
/// blank. The headings are the first row that is one by `is_heading`, looked for among the first `title_rows`; without
/// such a row, or without `is_heading`, the first. Throws InvalidInput: beyond the limits, empty, wrong encoding, a
/// quote that never ends, more cells than headings.
[[nodiscard]] PAIDAN_EXPORT Table read_csv(std::string_view bytes, std::string name = {}, const Limits& limits = {},
                                           const std::function<bool(std::span<const std::string>)>& is_heading = {});
inline constexpr std::int64_t title_rows = 20;

/// One row with the quotes it needs, ended by LF.
[[nodiscard]] PAIDAN_EXPORT std::string csv_row(const std::vector<std::string>& cells);

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/syntax/csv.ipp>
#endif
