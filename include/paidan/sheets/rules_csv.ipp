#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/sheets/detail/rules_slips.ipp>
#include <paidan/sheets/detail/rules_words.ipp>
#include <paidan/sheets/rules_csv.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/forms.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

inline std::string sheet_column(std::size_t column) {
  std::string letters;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters;
}

struct SheetRecord {
  std::int64_t row = 0;
  std::vector<std::string> cells;
};

/// Records of a decision table's sheet, empty ones at the end of rows cut off.
class RulesSheet {
 public:
  RulesSheet(std::string name, const syntax::Limits& limits) : name_(std::move(name)), limits_(limits) {}

  void scan(std::string_view text, Errors& errors) {
    syntax_detail::CsvScanner scanner(text, separator(text));
    std::vector<std::string> cells;
    for (std::int64_t row = 1; !scanner.done(); ++row) {
      if (!scanner.record(cells, true)) return errors.add(syntax::errors::unclosed_quote, name_, {}, row);
      while (!cells.empty() && syntax_detail::stripped(cells.back()).empty()) cells.pop_back();
      if (cells.size() > limits_.columns)
        return syntax_detail::too_large(errors, name_, limits_.columns, "columns", "列", row);
      for (const std::string& cell : cells) {
        if (cell.size() <= limits_.cell_bytes) continue;
        return errors.add(syntax::errors::cell_too_large, name_, {{"limit", std::to_string(limits_.cell_bytes)}}, row);
      }
      if (records.size() >= limits_.rows)
        return syntax_detail::too_large(errors, name_, limits_.rows, "rows", "行", row);
      records.push_back({row, cells});
    }
    while (!records.empty() && records.back().cells.empty()) records.pop_back();
  }

  std::vector<SheetRecord> records;

 private:
  /// The second row begins with a heading's word under the right separator, whatever the table's name holds.
  static char separator(std::string_view text) {
    for (const char candidate : {',', ';', '\t'}) {
      syntax_detail::CsvScanner scanner(text, candidate);
      std::vector<std::string> cells;
      if (!scanner.record(cells) || scanner.done() || !scanner.record(cells)) continue;
      if (cells.size() > 1 && heading_row(cells[0])) return candidate;
    }
    return ',';
  }
  std::string name_;
  syntax::Limits limits_;
};

/// Makes table data of the records.
class RulesReader {
 public:
  RulesReader(const std::vector<SheetRecord>& records, const std::string& name, Errors& errors)
      : records_(records), name_(name), errors_(errors) {}

  [[nodiscard]] rules::TableData read() {
    read_title();
    const std::size_t first_rule = read_headings();
    if (!has(HeadingRow::kind)) {
      add(sheets::errors::no_kind_row, 0, 0);
      return std::move(data_);
    }
    read_columns();
    for (std::size_t i = first_rule; i < records_.size(); ++i) read_rule(records_[i]);
    return std::move(data_);
  }

 private:
  enum class Use : std::uint8_t { none, in, out, note };

  void add(const ErrorKind& kind, std::int64_t row, std::size_t column, std::vector<Parameter> parameters = {}) {
    std::string path = name_;
    if (row > 0) path += (path.empty() ? "" : ": ") + sheet_column(column) + std::to_string(row);
    errors_.add(kind, std::move(path), std::move(parameters), row);
  }
  [[nodiscard]] static std::string_view cell(const SheetRecord& record, std::size_t column) {
    return column < record.cells.size() ? syntax_detail::stripped(record.cells[column]) : std::string_view();
  }
  [[nodiscard]] const SheetRecord*& heading(HeadingRow row) { return headings_[static_cast<std::size_t>(row)]; }
  [[nodiscard]] bool has(HeadingRow row) { return heading(row) != nullptr; }
  [[nodiscard]] std::string_view said(HeadingRow row, std::size_t column) {
    return has(row) ? cell(*heading(row), column) : std::string_view();
  }
  [[nodiscard]] std::int64_t row_of(HeadingRow row) { return has(row) ? heading(row)->row : 0; }

  /// The cell put right; an error where it cannot mean what it says.
  [[nodiscard]] std::string tidy(const SheetRecord* record, std::size_t column, std::string_view type, CellUse use) {
    if (record == nullptr) return "";
    const std::string_view written = cell(*record, column);
    std::string text = tidy_cell(written, type, use, facts_);
    if (const auto slip = slip_of(written, text, type, use, facts_)) {
      add(sheets::errors::probably_meant, record->row, column,
          {{"value", std::string(written)},
           {"problem", std::string(slip->problem)},
           {"problem_zh", std::string(slip->problem_zh)},
           {"meant", slip->meant}});
    }
    return text;
  }

  void read_title() {
    const SheetRecord& title = records_.front();
    data_.name = std::string(cell(title, 0));
    if (const auto hit = rules::hit_policy(cell(title, 1))) {
      data_.hit = *hit;
    } else {
      add(sheets::errors::unknown_hit, title.row, 1, {{"value", std::string(cell(title, 1))}});
    }
    for (std::size_t column = 2; column < title.cells.size(); ++column) {
      if (!cell(title, column).empty())
        add(sheets::errors::column_without_kind, title.row, column, {{"column", sheet_column(column)}});
    }
  }

  /// Index of the first record below the headings.
  [[nodiscard]] std::size_t read_headings() {
    std::size_t i = 1;
    for (; i < records_.size() && !records_[i].cells.empty(); ++i) {
      const auto row = heading_row(cell(records_[i], 0));
      if (!row) return i;
      if (has(*row)) {
        add(sheets::errors::repeated_heading, records_[i].row, 0,
            {{"heading", std::string(cell(records_[i], 0))}, {"first", std::to_string(row_of(*row))}});
      } else {
        heading(*row) = &records_[i];
      }
    }
    return i;
  }

  void read_columns() {
    data_.sheet = {row_of(HeadingRow::name), row_of(HeadingRow::expression), row_of(HeadingRow::type),
                   row_of(HeadingRow::allowed), row_of(HeadingRow::otherwise)};
    const SheetRecord& kinds = *heading(HeadingRow::kind);
    uses_.assign(kinds.cells.size(), Use::none);
    for (std::size_t column = 1; column < kinds.cells.size(); ++column) {
      const std::string word = lower_word(cell(kinds, column));
      if (word.empty()) continue;
      const auto* const known = std::find_if(column_kinds.begin(), column_kinds.end(),
                                             [&](const Replacement& one) { return one.from == word; });
      if (known == column_kinds.end()) {
        add(sheets::errors::unknown_column_kind, kinds.row, column, {{"value", std::string(cell(kinds, column))}});
        continue;
      }
      uses_[column] = known->to == "in" ? Use::in : known->to == "out" ? Use::out : Use::note;
    }
    for (std::size_t column = 1; column < uses_.size(); ++column) read_names(column);
    facts_ = rules::DecisionTable::facts_of(data_);
    std::size_t input = 0;
    std::size_t output = 0;
    for (std::size_t column = 1; column < uses_.size(); ++column) {
      if (uses_[column] == Use::in) {
        rules::InputClause& clause = data_.inputs[input++];
        clause.allowed = tidy(heading(HeadingRow::allowed), column, clause.type, CellUse::tests);
      } else if (uses_[column] == Use::out) {
        rules::OutputClause& clause = data_.outputs[output++];
        clause.allowed = tidy(heading(HeadingRow::allowed), column, clause.type, CellUse::tests);
        clause.otherwise = tidy(heading(HeadingRow::otherwise), column, clause.type, CellUse::value);
      }
    }
    for (const SheetRecord* record : headings_) {
      if (record != nullptr && record != &kinds) check_strays(*record);
    }
  }

  void not_here(HeadingRow row, const char* heading_name, std::size_t column, const char* kind, const char* kind_zh) {
    if (said(row, column).empty()) return;
    add(sheets::errors::heading_not_here, row_of(row), column,
        {{"heading", heading_name}, {"kind", kind}, {"kind_zh", kind_zh}});
  }

  void read_names(std::size_t column) {
    const std::string name(said(HeadingRow::name, column));
    const std::string expression(said(HeadingRow::expression, column));
    const auto place = static_cast<std::int64_t>(column + 1);
    switch (uses_[column]) {
      case Use::none:
        return;
      case Use::in:
        data_.inputs.push_back({name, narrowed(expression), type(column), "", place});
        not_here(HeadingRow::otherwise, "default", column, "in", "输入");
        return;
      case Use::out:
      case Use::note:
        if (!name.empty() && !expression.empty() && name != expression) {
          add(sheets::errors::two_names, row_of(HeadingRow::name), column, {{"first", expression}, {"second", name}});
        }
        const std::string& own = expression.empty() ? name : expression;
        if (uses_[column] == Use::out) {
          data_.outputs.push_back({own, type(column), "", "", place});
          return;
        }
        data_.annotations.push_back(own);
        not_here(HeadingRow::type, "type", column, "note", "备注");
        not_here(HeadingRow::allowed, "allowed", column, "note", "备注");
        not_here(HeadingRow::otherwise, "default", column, "note", "备注");
        return;
    }
  }

  [[nodiscard]] std::string type(std::size_t column) {
    const std::string word = narrowed(said(HeadingRow::type, column));
    if (word.empty()) return word;
    for (const Replacement& known : type_words) {
      if (known.from == word) return std::string(known.to);
    }
    std::vector<std::string_view> known;
    std::string list;
    for (std::size_t i = 0; i < type_names; ++i) {
      known.push_back(type_words[i].from);
      list += (i > 0 ? ", " : "") + std::string(type_words[i].from);
    }
    std::vector<Parameter> parameters{{"value", word}, {"known", list}};
    parameters = with_hint(std::move(parameters), word, known);
    add(sheets::errors::unknown_type, row_of(HeadingRow::type), column, std::move(parameters));
    return "";
  }

  void check_strays(const SheetRecord& record) {
    for (std::size_t column = 1; column < record.cells.size(); ++column) {
      if ((column < uses_.size() && uses_[column] != Use::none) || cell(record, column).empty()) continue;
      add(sheets::errors::column_without_kind, record.row, column, {{"column", sheet_column(column)}});
    }
  }

  void read_rule(const SheetRecord& record) {
    if (record.cells.empty()) return;
    check_strays(record);
    rules::RuleData rule;
    rule.row = record.row;
    rule.id = std::string(cell(record, 0));
    for (std::size_t column = 1; column < uses_.size(); ++column) {
      if (uses_[column] == Use::in) {
        const std::string& own = data_.inputs[rule.inputs.size()].type;
        rule.inputs.push_back(tidy(&record, column, own, CellUse::tests));
        if (rule.inputs.back().empty()) rule.inputs.back() = "-";
      } else if (uses_[column] == Use::out) {
        const std::string& own = data_.outputs[rule.outputs.size()].type;
        rule.outputs.push_back(tidy(&record, column, own, CellUse::value));
      } else if (uses_[column] == Use::note) {
        rule.annotations.push_back(cell(record, column).empty() ? "" : record.cells[column]);
      }
    }
    while (!rule.annotations.empty() && rule.annotations.back().empty()) rule.annotations.pop_back();
    data_.rules.push_back(std::move(rule));
  }

  const std::vector<SheetRecord>& records_;
  const std::string& name_;
  Errors& errors_;
  rules::TableData data_;
  rules::Names facts_;
  std::array<const SheetRecord*, 6> headings_{};
  std::vector<Use> uses_;
};

/// Blanks at the ends need quotes too.
inline void append_csv_cell(std::string& line, std::string_view cell) {
  const bool plain =
      cell.find_first_of("\",;\t\r\n") == std::string_view::npos && syntax_detail::stripped(cell).size() == cell.size();
  if (plain) {
    line += cell;
    return;
  }
  line += '"';
  for (const char c : cell) line.append(c == '"' ? 2 : 1, c);
  line += '"';
}

inline void append_csv_row(std::string& text, const std::vector<std::string>& cells) {
  std::size_t last = cells.size();
  while (last > 1 && cells[last - 1].empty()) --last;
  for (std::size_t i = 0; i < last; ++i) {
    if (i > 0) text += ',';
    append_csv_cell(text, cells[i]);
  }
  text += '\n';
}

}  // namespace sheets_detail

namespace sheets {

PAIDAN_INLINE rules::TableData table_data_from_csv(std::string_view bytes, const std::string& name,
                                                   const syntax::Limits& limits) {
  Errors errors;
  rules::TableData data;
  syntax::Decoded decoded;
  sheets_detail::RulesSheet sheet(name, limits);
  if (bytes.size() > limits.bytes) {
    syntax_detail::too_large(errors, name, limits.bytes, "bytes", "字节", 0);
  } else if (Errors encoding; !syntax::decode(bytes, decoded, encoding)) {
    for (Error error : encoding.list()) {
      error.path = name;
      errors.add(std::move(error));
    }
  } else {
    sheet.scan(decoded.text(), errors);
    if (errors.empty() && sheet.records.empty()) errors.add(syntax::errors::empty_file, name);
    if (errors.empty()) data = sheets_detail::RulesReader(sheet.records, name, errors).read();
  }
  errors.throw_if_any();
  return data;
}

PAIDAN_INLINE rules::DecisionTable decision_table_from_csv(std::string_view bytes, const std::string& name,
                                                           const syntax::Limits& limits) {
  rules::TableData data = table_data_from_csv(bytes, name, limits);
  const rules::Names facts = rules::DecisionTable::facts_of(data);
  return rules::DecisionTable(std::move(data), facts, {name, 0});
}

PAIDAN_INLINE std::string to_csv(const rules::TableData& data) {
  using Row = std::vector<std::string>;
  std::string text;
  sheets_detail::append_csv_row(text, {data.name, std::string(rules::letter(data.hit))});
  Row kinds{"kind"}, names{"name"}, expressions{"expression"}, types{"type"}, allowed{"allowed"}, defaults{"default"};
  for (const rules::InputClause& input : data.inputs) {
    kinds.emplace_back("in");
    names.push_back(input.name);
    expressions.push_back(input.expression);
    types.push_back(input.type);
    allowed.push_back(input.allowed);
    defaults.emplace_back();
  }
  for (const rules::OutputClause& output : data.outputs) {
    kinds.emplace_back("out");
    names.emplace_back();
    expressions.push_back(output.name);
    types.push_back(output.type);
    allowed.push_back(output.allowed);
    defaults.push_back(output.otherwise);
  }
  for (const std::string& annotation : data.annotations) {
    kinds.emplace_back("note");
    expressions.push_back(annotation);
  }
  sheets_detail::append_csv_row(text, kinds);
  for (const Row* row : {&names, &expressions, &types, &allowed, &defaults}) {
    const bool said = std::any_of(row->begin() + 1, row->end(), [](const std::string& cell) { return !cell.empty(); });
    if (said) sheets_detail::append_csv_row(text, *row);
  }
  if (!data.rules.empty() && sheets_detail::heading_row(data.rules[0].id)) text += '\n';
  for (const rules::RuleData& rule : data.rules) {
    Row cells{rule.id};
    for (const std::string& cell : rule.inputs) cells.push_back(cell.empty() ? "-" : cell);
    cells.insert(cells.end(), rule.outputs.begin(), rule.outputs.end());
    cells.insert(cells.end(), rule.annotations.begin(), rule.annotations.end());
    sheets_detail::append_csv_row(text, cells);
  }
  return text;
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
