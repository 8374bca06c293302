// Names and words made equal before they are looked up, said one way everywhere: three foldings, each more forgiving
// than the one before. Only ASCII letters and blanks are touched: all other bytes, full-width letters and blanks
// (U+3000) among them, stay as they are and count.
#pragma once

#include <paidan/config.hpp>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {

/// An ASCII capital as its small letter.
[[nodiscard]] constexpr char fold_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
[[nodiscard]] constexpr char32_t fold_case(char32_t c) { return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c; }

/// ASCII capitals as small letters, nothing else: for words of a fixed vocabulary in cells that have no blanks around
/// them already, where a blank is a slip to be reported.
[[nodiscard]] inline std::string fold_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = fold_case(c);
  return lower;
}

/// The case folded, and blanks and tabs at the ends gone: for names that somebody gave on purpose, a catalog's. Two of
/// them may differ in a blank within, and a line feed is no part of any.
[[nodiscard]] inline std::string fold_ends(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return fold_case(text);
}

/// The case folded, and one space between words whatever blanks, tabs and line ends stand there, none at the ends: for
/// names that were typed or pasted anew each time, a place's.
[[nodiscard]] inline std::string fold_words(std::string_view text) {
  std::string words;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank) words += fold_case(c);
    if (blank && !words.empty() && words.back() != ' ') words += ' ';
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

}  // namespace paidan::inline PAIDAN_ABI
