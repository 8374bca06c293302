#pragma once

#include <paidan/syntax/csv.hpp>
#include <paidan/syntax/detail/csv_scan.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace syntax_detail {

/// U+FEFF and U+200B, which nobody sees, are gone; U+00A0 is a blank.
inline void clean(std::string& cell) {
  if (cell.find_first_of("\xc2\xe2\xef") == std::string::npos) return;
  std::string plain;
  plain.reserve(cell.size());
  const std::string_view text = cell;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("\xef\xbb\xbf") || rest.starts_with("\xe2\x80\x8b")) {
      i += 3;
    } else if (rest.starts_with("\xc2\xa0")) {
      plain += ' ';
      i += 2;
    } else {
      plain += text[i++];
    }
  }
  cell = std::string(stripped(plain));
}

/// Reads the rows of a text into a table.
class TableScanner {
 public:
  using IsHeading = std::function<bool(std::span<const std::string>)>;

  TableScanner(std::string_view text, const syntax::Limits& limits, syntax::Table& table, Errors& errors)
      : text_(text), limits_(limits), table_(table), errors_(errors), scanner_(text, ',') {}

  void scan(const IsHeading& is_heading) {
    say_separator();
    const CsvScanner start = scanner_;
    const std::int64_t start_row = row_;
    if (!find_heading(is_heading)) {  // then the first row has to be it
      scanner_ = start;
      row_ = start_row;
      table_.rows_above = 0;
      if (!find_heading({})) return;
    }
    std::int64_t extra = 0;
    while (next()) {
      while (cells_.size() > table_.headings.size() && cells_.back().empty()) cells_.pop_back();
      if (cells_.size() > table_.headings.size() && ++extra <= most_extra) {
        errors_.add(syntax::errors::extra_cells, table_.name,
                    {{"found", std::to_string(cells_.size())}, {"expected", std::to_string(table_.headings.size())}},
                    row_);
      }
      cells_.resize(table_.headings.size());
      if (table_.rows.size() >= limits_.rows) {
        return too_large(errors_, table_.name, limits_.rows, "rows", "行", row_);
      }
      table_.rows.push_back({row_, cells_});
    }
    // The same sentence a hundred times says no more than three times and how many.
    if (extra > most_extra) {
      errors_.add(paidan::errors::more_errors, table_.name, {{"count", std::to_string(extra - most_extra)}});
    }
  }

 private:
  static constexpr std::int64_t most_extra = 3;

  /// `sep=;`, which a spreadsheet program writes for itself.
  void say_separator() {
    for (const std::string_view quote : {"", "\""}) {
      const std::string begin = std::string(quote) + "sep=";
      const std::string_view rest = text_.substr(begin.size() < text_.size() ? begin.size() : text_.size());
      if (!text_.starts_with(begin) || rest.empty() || !rest.substr(1).starts_with(quote)) continue;
      const char after = rest.size() > 1 + quote.size() ? rest[1 + quote.size()] : '\n';
      if (after != '\n' && after != '\r') continue;
      said_ = rest.front();
      scanner_.skip_line();
      ++row_;
    }
  }
  bool find_heading(const IsHeading& is_heading) {
    while (row_ < (is_heading ? syntax::title_rows : std::numeric_limits<std::int64_t>::max()) && !scanner_.done()) {
      const std::string_view line = scanner_.rest();
      if (line.starts_with('#') || line.starts_with("\"#")) {
        ++row_;
        scanner_.skip_line();
        continue;
      }
      scanner_.set_separator(said_ != 0 ? said_ : separator_of(line));
      if (!next(1)) return false;
      if (all_empty(cells_)) continue;
      if (is_heading && !is_heading(cells_)) {
        ++table_.rows_above;
        continue;
      }
      while (!cells_.empty() && cells_.back().empty()) cells_.pop_back();
      table_.headings = cells_;
      table_.heading_row = row_;
      return true;
    }
    return false;
  }
  /// The next row that holds something, or the next at all with `least` 1; false at the end or when no more can be
  /// read.
  bool next(int least = 0) {
    while (!broken_ && !scanner_.done()) {
      ++row_;
      if (!scanner_.record(cells_)) return fail(syntax::errors::unclosed_quote, {});
      if (cells_.size() > limits_.columns) {
        too_large(errors_, table_.name, limits_.columns, "columns", "列", row_);
        return broken_ = true, false;
      }
      for (const std::string& cell : cells_) {
        if (cell.size() <= limits_.cell_bytes) continue;
        return fail(syntax::errors::cell_too_large, {{"limit", std::to_string(limits_.cell_bytes)}});
      }
      for (std::string& cell : cells_) clean(cell);
      if (all_empty(cells_) && least == 0) continue;
      return true;
    }
    return false;
  }
  bool fail(const ErrorKind& kind, std::vector<Parameter> parameters) {
    if (!broken_) errors_.add(kind, table_.name, std::move(parameters), row_);
    broken_ = true;
    return false;
  }

  std::string_view text_;
  const syntax::Limits& limits_;
  syntax::Table& table_;
  Errors& errors_;
  CsvScanner scanner_;
  std::vector<std::string> cells_;
  std::int64_t row_ = 0;
  char said_ = 0;
  bool broken_ = false;
};

}  // namespace syntax_detail

namespace syntax {

PAIDAN_INLINE Table read_csv(std::string_view bytes, std::string name, const Limits& limits,
                             const std::function<bool(std::span<const std::string>)>& is_heading) {
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
    syntax_detail::TableScanner(decoded.text(), limits, table, errors).scan(is_heading);
    if (table.headings.empty() && errors.empty()) errors.add(errors::empty_file, table.name);
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
