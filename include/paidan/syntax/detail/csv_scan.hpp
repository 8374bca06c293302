// How delimited text falls into rows and cells; read_csv and the rule sheets stand on it.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace syntax_detail {

inline std::string_view stripped(std::string_view text) {
  constexpr std::string_view wide_blank = "\xe3\x80\x80";  // U+3000
  while (true) {
    if (!text.empty() && std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else if (text.starts_with(wide_blank)) {
      text.remove_prefix(3);
    } else {
      break;
    }
  }
  while (true) {
    if (!text.empty() && std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.ends_with(wide_blank)) {
      text.remove_suffix(3);
    } else {
      break;
    }
  }
  return text;
}

/// Reads record after record.
class CsvScanner {
 public:
  CsvScanner(std::string_view text, char separator) : text_(text), separator_(separator) {}
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  void set_separator(char separator) { separator_ = separator; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  /// A comment or the like: to the end of the line, quotes meaning nothing.
  void skip_line() {
    while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    end_line();
  }

  /// False when a quote does not end. `exact`: blanks inside quotes belong to the cell.
  bool record(std::vector<std::string>& cells, bool exact = false) {
    cells.clear();
    std::string cell;
    while (true) {
      cell.clear();
      const bool quoted = at_ < text_.size() && text_[at_] == '"';
      if (quoted) {
        ++at_;
        while (true) {
          const std::size_t quote = text_.find('"', at_);
          if (quote == std::string_view::npos) return false;
          cell += text_.substr(at_, quote - at_);
          at_ = quote + 1;
          if (at_ >= text_.size() || text_[at_] != '"') break;
          cell += '"';
          ++at_;
        }
      }
      // What follows a closing quote belongs to the cell, as spreadsheets read it.
      while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
        cell += text_[at_++];
      cells.emplace_back(quoted && exact ? std::string_view(cell) : stripped(cell));
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        continue;
      }
      end_line();
      return true;
    }
  }

 private:
  void end_line() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }
  std::string_view text_;
  std::size_t at_ = 0;
  char separator_;
};

/// What stands in quotes, which open at the beginning of a cell only, does not count.
inline char separator_of(std::string_view text) {
  constexpr std::string_view candidates = ",;\t";
  std::array<std::size_t, candidates.size()> counts{};
  bool quoted = false;
  bool may_open = true;
  for (const char c : text) {
    if (quoted) {
      quoted = c != '"';
      may_open = !quoted;  // a second quote at once: it was a doubled one
      continue;
    }
    if (c == '\n' || c == '\r') break;
    const std::size_t which = candidates.find(c);
    if (which != std::string_view::npos) ++counts[which];
    quoted = c == '"' && may_open;
    may_open = which != std::string_view::npos;
  }
  return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

inline bool all_empty(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
}

inline void too_large(Errors& errors, const std::string& path, std::size_t limit, std::string_view unit,
                      std::string_view unit_zh, std::int64_t row) {
  errors.add(syntax::errors::too_large, path,
             {{"limit", std::to_string(limit)}, {"unit", std::string(unit)}, {"unit_zh", std::string(unit_zh)}}, row);
}

}  // namespace syntax_detail
}  // namespace paidan::inline PAIDAN_ABI
