// Cells as people and spreadsheet programs write them, put right.
#pragma once

#include <paidan/core/time.hpp>
#include <paidan/rules/language/names.hpp>
#include <paidan/syntax/detail/csv_scan.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

struct Replacement {
  std::string_view from;
  std::string_view to;
};

/// Outside texts in quotes. U+3001 is the comma of Chinese lists; U+2026 is what programs make of two or three dots.
inline constexpr std::array cell_replacements{Replacement{"\xe3\x80\x81", ","},  Replacement{"\xe3\x80\x80", " "},
                                              Replacement{"\xe2\x89\xa5", ">="}, Replacement{"\xe2\x89\xa4", "<="},
                                              Replacement{"\xe2\x89\xa0", "!="}, Replacement{"\xe2\x80\xa6", ".."},
                                              Replacement{"\xe3\x80\x90", "["},  Replacement{"\xe3\x80\x91", "]"},
                                              Replacement{"\xc2\xa0", " "},      Replacement{"\xe2\x88\x92", "-"}};

/// One text in quotes from `at` on, with its quotes; curly ones become straight ones.
inline void copy_quoted(std::string_view text, std::size_t& at, std::string& out) {
  constexpr std::string_view open = "\xe2\x80\x9c";
  constexpr std::string_view close = "\xe2\x80\x9d";
  out += '"';
  if (text[at] == '"') {
    for (++at; at < text.size(); ++at) {
      out += text[at];
      if (text[at] == '"') {
        ++at;
        return;
      }
      if (text[at] == '\\' && at + 1 < text.size()) out += text[++at];
    }
    return;
  }
  at += open.size();
  const std::size_t end = text.find(close, at);
  if (end == std::string_view::npos) {  // never closed: the expression's reader says so
    out += text.substr(at);
    at = text.size();
    return;
  }
  for (; at < end; ++at) {
    if (text[at] == '"' || text[at] == '\\') out += '\\';
    out += text[at];
  }
  out += '"';
  at += close.size();
}

inline bool opens_quote(std::string_view text, std::size_t at) {
  return text[at] == '"' || text.substr(at).starts_with("\xe2\x80\x9c");
}

/// Full-width signs, digits and letters (U+FF01 … U+FF5E) and the like as ASCII.
inline std::string narrowed(std::string_view text) {
  if (text == "\xe2\x80\x93" || text == "\xe2\x80\x94") return "-";  // a lone dash
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (opens_quote(text, at)) {
      copy_quoted(text, at, out);
      continue;
    }
    const std::string_view rest = text.substr(at);
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    if (rest.size() >= 3 && byte(0) == 0xefU && (byte(1) == 0xbcU || (byte(1) == 0xbdU && byte(2) <= 0x9eU)) &&
        !(byte(1) == 0xbcU && byte(2) < 0x81U)) {
      const unsigned point = ((byte(1) & 0x3fU) << 6U) | (byte(2) & 0x3fU);
      out += static_cast<char>(point - 0xf00U + 0x20U);
      at += 3;
      continue;
    }
    std::size_t taken = 0;
    for (const Replacement& one : cell_replacements) {
      if (!rest.starts_with(one.from)) continue;
      out += one.to;
      taken = one.from.size();
      break;
    }
    if (taken == 0) out += text[at];
    at += taken == 0 ? 1 : taken;
  }
  return std::string(syntax_detail::stripped(out));
}

inline bool word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

/// Replaces whole words and runs of digits outside quotes by what `change` makes of them.
template <class Change>
std::string with_words(std::string_view text, std::string_view joining, Change&& change) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      copy_quoted(text, at, out);
      continue;
    }
    std::size_t end = at;
    while (end < text.size() &&
           (word_byte(text[end]) || (end > at && joining.find(text[end]) != std::string_view::npos)))
      ++end;
    if (end == at) {
      out += text[at++];
      continue;
    }
    const std::string_view word = text.substr(at, end - at);
    const std::string changed = change(word, text.substr(end));
    out += changed.empty() ? std::string(word) : changed;
    at = end;
  }
  return out;
}

inline std::string boolean_cell(std::string_view text) {
  return with_words(text, "", [](std::string_view word, std::string_view) -> std::string {
    if (word == "TRUE" || word == "True" || word == "是") return "true";
    if (word == "FALSE" || word == "False" || word == "否") return "false";
    return "";
  });
}

inline std::string date_cell(std::string_view text) {
  return with_words(text, "-/", [](std::string_view word, std::string_view) -> std::string {
    if (word[0] < '0' || word[0] > '9') return "";
    const auto date = Date::parse(word);
    return date ? "date(\"" + date->text() + "\")" : "";
  });
}

inline std::string time_cell(std::string_view text) {
  return with_words(text, ":", [](std::string_view word, std::string_view) -> std::string {
    if (word[0] < '0' || word[0] > '9' || word.find(':') == std::string_view::npos) return "";
    const auto time = LocalTime::parse(word);
    if (!time || time->seconds >= 86'400) return "";
    std::string full = time->text();
    if (full.size() == 5) full += ":00";
    return "time(\"" + full + "\")";
  });
}

/// A text without quotes: nothing in it means anything in FEEL, and it is no fact.
inline bool is_bare_text(std::string_view text, const rules::Names& facts, bool commas) {
  if (text.empty() || text == "-" || text == "null" || text == "true" || text == "false") return false;
  if (text.find_first_of("\"<>=()[]{}?@+*/\\\r\n") != std::string_view::npos) return false;
  if (text.find("..") != std::string_view::npos || (!commas && text.find(',') != std::string_view::npos)) return false;
  for (const std::string_view keyword : {"if ", "for ", "some ", "every ", "not "}) {
    if (text.starts_with(keyword)) return false;
  }
  for (const std::string& fact : facts.list()) {
    if (text.starts_with(fact) && (text.size() == fact.size() || !word_byte(text[fact.size()]))) return false;
  }
  return true;
}

inline std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

/// `repair, "clean"` → `"repair","clean"`; also inside `not(…)`. Left alone when any part is something else.
inline std::string string_cell(std::string_view text, const rules::Names& facts) {
  std::string_view inner = text;
  const bool negated = text.starts_with("not(") && text.ends_with(')');
  if (negated) inner = text.substr(4, text.size() - 5);
  std::string out;
  bool bare = false;
  for (std::size_t at = 0; at <= inner.size();) {
    std::size_t end = at;
    std::string sink;
    while (end < inner.size() && inner[end] != ',') {
      if (inner[end] == '"') {
        copy_quoted(inner, end, sink);
      } else {
        ++end;
      }
    }
    const std::string_view item = syntax_detail::stripped(inner.substr(at, end - at));
    if (!out.empty()) out += ',';
    if (is_bare_text(item, facts, false)) {
      out += in_quotes(item);
      bare = true;
    } else if (item.size() >= 2 && item.front() == '"' && item.find('"', 1) == item.size() - 1) {
      out += item;
    } else {
      return std::string(text);
    }
    at = end + 1;
  }
  if (!bare) return std::string(text);
  return negated ? "not(" + out + ")" : out;
}

enum class CellUse : std::uint8_t { tests, value };

/// One FEEL cell of a column of that type.
inline std::string tidy_cell(std::string_view cell, std::string_view type, CellUse use, const rules::Names& facts) {
  std::string text = narrowed(syntax_detail::stripped(cell));
  if (type == "boolean") return boolean_cell(text);
  if (type == "date") return date_cell(text);
  if (type == "time") return time_cell(text);
  if (type != "string") return text;
  if (use == CellUse::tests) return string_cell(text, facts);
  return is_bare_text(text, facts, true) ? in_quotes(text) : text;
}

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
