#pragma once

#include <paidan/rules/language/detail/token.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

constexpr bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

/// At most so many bytes, cut between characters: for messages.
inline std::string beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && continues(text[bytes])) --bytes;
  return std::string(text.substr(0, bytes)) + "…";
}

/// The place of the first byte that is no UTF-8 (RFC 3629); npos when all is.
inline std::size_t bad_utf8_at(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80U   ? 1
                               : lead < 0xc2U ? 0
                               : lead < 0xe0U ? 2
                               : lead < 0xf0U ? 3
                               : lead < 0xf5U ? 4
                                              : 0;
    if (length == 0 || i + length > text.size()) return i;
    for (std::size_t k = 1; k < length; ++k) {
      if (!continues(text[i + k])) return i;
    }
    const auto second = length > 2 ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if ((lead == 0xe0U && second < 0xa0U) || (lead == 0xedU && second > 0x9fU) || (lead == 0xf0U && second < 0x90U) ||
        (lead == 0xf4U && second > 0x8fU)) {
      return i;
    }
    i += length;
  }
  return std::string_view::npos;
}

PAIDAN_INLINE Lexer::Lexer(std::string_view text, const Place& place) : text_(text), place_(place) {}

PAIDAN_INLINE void Lexer::fail(const ErrorKind& kind, std::size_t at, std::vector<Parameter> parameters) const {
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i < std::min(at, text_.size()); ++i) {
    if (text_[i] == '\n') {
      ++line;
      column = 1;
    } else if (!continues(text_[i])) {
      ++column;
    }
  }
  parameters.push_back({"line", std::to_string(line)});
  parameters.push_back({"column", std::to_string(column)});
  throw InvalidInput(Error{&kind, place_.path, place_.row, std::move(parameters)});
}

PAIDAN_INLINE void Lexer::fail_expected(std::string expected, std::string expected_zh) {
  const Token& token = peek();
  const bool end = token.type == Token::Type::end;
  const std::string shown = beginning(token.source, 40);
  fail(errors::syntax, token.at,
       {{"expected", std::move(expected)},
        {"expected_zh", std::move(expected_zh)},
        {"value", end ? "the end" : "'" + shown + "'"},
        {"value_zh", end ? "结尾" : "“" + shown + "”"}});
}

PAIDAN_INLINE std::size_t Lexer::blank_size(std::size_t at) const {
  if (at >= text_.size()) return 0;
  const char c = text_[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  // No-break and ideographic blanks, byte order mark.
  const std::string_view rest = text_.substr(at);
  if (rest.starts_with("\xc2\xa0")) return 2;
  if (rest.starts_with("\xe3\x80\x80") || rest.starts_with("\xef\xbb\xbf")) return 3;
  return 0;
}

PAIDAN_INLINE std::size_t Lexer::after_blanks(std::size_t at) const {
  while (at < text_.size()) {
    const std::string_view rest = text_.substr(at);
    if (const std::size_t blank = blank_size(at); blank > 0) {
      at += blank;
    } else if (rest.starts_with("//")) {
      at = std::min(text_.find('\n', at), text_.size());
    } else if (rest.starts_with("/*")) {
      const std::size_t close = text_.find("*/", at + 2);
      at = close == std::string_view::npos ? text_.size() : close + 2;
    } else {
      break;
    }
  }
  return at;
}

PAIDAN_INLINE const Token& Lexer::peek() {
  if (!ready_) {
    read();
    ready_ = true;
  }
  return token_;
}

PAIDAN_INLINE Token Lexer::next() {
  peek();
  at_ = token_.end;
  ready_ = false;
  return token_;
}

PAIDAN_INLINE void Lexer::seek(std::size_t at) {
  at_ = at;
  ready_ = false;
}

PAIDAN_INLINE bool Lexer::take_symbol(std::string_view symbol) {
  if (!at_symbol(symbol)) return false;
  next();
  return true;
}

PAIDAN_INLINE bool Lexer::take_word(std::string_view word) {
  if (!at_word(word)) return false;
  next();
  return true;
}

PAIDAN_INLINE void Lexer::want_symbol(std::string_view symbol) {
  if (take_symbol(symbol)) return;
  const std::string shown(symbol);
  fail_expected("'" + shown + "'", "“" + shown + "”");
}

PAIDAN_INLINE std::size_t Lexer::match(std::string_view name) {
  std::size_t at = peek().at;
  if (name.empty()) return 0;
  for (const char c : name) {
    if (c == ' ') {
      const std::size_t from = at;
      while (blank_size(at) > 0) at += blank_size(at);
      if (at == from) return 0;
    } else if (at < text_.size() && text_[at] == c) {
      ++at;
    } else {
      return 0;
    }
  }
  if (word_part(name.back()) && at < text_.size() && word_part(text_[at]) && blank_size(at) == 0) return 0;
  return at;
}

PAIDAN_INLINE std::string Lexer::take_label() {
  if (peek().type != Token::Type::word) return "";
  std::string label;
  std::size_t at = token_.at;
  while (at < text_.size() && (word_part(text_[at]) || blank_size(at) > 0)) {
    if (const std::size_t blank = blank_size(at); blank > 0) {
      at += blank;
      if (label.back() != ' ') label += ' ';
    } else {
      label += text_[at++];
    }
  }
  at = after_blanks(at);
  if (at >= text_.size() || text_[at] != ':') return "";
  if (label.back() == ' ') label.pop_back();
  seek(at + 1);
  return label;
}

PAIDAN_INLINE void Lexer::read() {
  static constexpr std::array<std::string_view, 5> pairs{"**", "..", "<=", ">=", "!="};
  const std::size_t at = after_blanks(at_);
  token_ = {.type = Token::Type::end, .at = at, .end = at, .source = {}};
  if (at >= text_.size()) return;
  const char c = text_[at];
  const char after = at + 1 < text_.size() ? text_[at + 1] : '\0';
  if (digit(c) || (c == '.' && digit(after))) {
    read_number();
  } else if (c == '"') {
    token_.type = Token::Type::text;
    read_text(at);
  } else if (c == '@' && after == '"') {
    token_.type = Token::Type::moment;
    read_text(at + 1);
  } else if (word_start(c)) {
    token_.type = Token::Type::word;
    while (token_.end < text_.size() && word_part(text_[token_.end]) && blank_size(token_.end) == 0) ++token_.end;
  } else {
    token_.type = Token::Type::symbol;
    token_.end = at + 1;
    for (const std::string_view pair : pairs) {
      if (text_.substr(at).starts_with(pair)) token_.end = at + 2;
    }
  }
  token_.source = text_.substr(at, token_.end - at);
}

PAIDAN_INLINE void Lexer::read_number() {
  token_.type = Token::Type::number;
  std::size_t& i = token_.end;
  const auto digits = [&] {
    while (i < text_.size() && digit(text_[i])) ++i;
  };
  const auto digit_at = [&](std::size_t at) { return at < text_.size() && digit(text_[at]); };
  digits();
  if (i < text_.size() && text_[i] == '.' && digit_at(i + 1)) {
    ++i;
    digits();
  }
  if (i < text_.size() && (text_[i] == 'e' || text_[i] == 'E')) {
    const std::size_t sign = i + 1 < text_.size() && (text_[i + 1] == '+' || text_[i + 1] == '-') ? 1 : 0;
    if (digit_at(i + 1 + sign)) {
      i += 1 + sign;
      digits();
    }
  }
}

PAIDAN_INLINE void Lexer::read_text(std::size_t from) {
  std::size_t i = from + 1;
  while (i < text_.size() && text_[i] != '"') i += text_[i] == '\\' ? 2 : 1;
  if (i >= text_.size()) fail(errors::unclosed_text, token_.at, {});
  token_.end = i + 1;
}

/// The character that the escape after text_[i] == '\\' stands for; i moves behind it.
PAIDAN_INLINE std::string Lexer::escaped(std::size_t& i) const {
  const std::size_t from = i++;
  const char c = text_[i++];
  switch (c) {
    case 'n':
      return "\n";
    case 'r':
      return "\r";
    case 't':
      return "\t";
    case '"':
    case '\'':
    case '\\':
      return std::string(1, c);
    default:
      break;
  }
  const auto hexadecimal = [&](std::size_t digits) -> std::int64_t {
    std::int64_t value = 0;
    for (std::size_t k = 0; k < digits; ++k) {
      const char h = i + k < text_.size() ? text_[i + k] : '\0';
      const int part = digit(h)               ? h - '0'
                       : h >= 'a' && h <= 'f' ? h - 'a' + 10
                       : h >= 'A' && h <= 'F' ? h - 'A' + 10
                                              : -1;
      if (part < 0) return -1;
      value = value * 16 + part;
    }
    i += digits;
    return value;
  };
  std::int64_t point = c == 'u' ? hexadecimal(4) : c == 'U' ? hexadecimal(6) : -1;
  if (point >= 0xd800 && point < 0xdc00 && text_.substr(i).starts_with("\\u")) {  // a pair of UTF-16 surrogates
    i += 2;
    const std::int64_t low = hexadecimal(4);
    point = low >= 0xdc00 && low < 0xe000 ? 0x10000 + (point - 0xd800) * 0x400 + (low - 0xdc00) : -1;
  }
  if (point < 0 || (point >= 0xd800 && point < 0xe000) || point > 0x10ffff) {
    std::size_t end = from + 2;
    while (end < text_.size() && continues(text_[end])) ++end;
    fail(errors::bad_escape, from, {{"value", std::string(text_.substr(from, end - from))}});
  }
  const auto byte = [](std::int64_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  std::string utf8;
  if (point < 0x80) {
    utf8 += byte(point);
  } else if (point < 0x800) {
    utf8 += byte(0xc0 + point / 64);
  } else if (point < 0x10000) {
    utf8 += byte(0xe0 + point / 4096);
    utf8 += byte(0x80 + point / 64 % 64);
  } else {
    utf8 += byte(0xf0 + point / 262144);
    utf8 += byte(0x80 + point / 4096 % 64);
    utf8 += byte(0x80 + point / 64 % 64);
  }
  if (point >= 0x80) utf8 += byte(0x80 + point % 64);
  return utf8;
}

PAIDAN_INLINE std::string Lexer::unquoted(const Token& token) const {
  std::string result;
  std::size_t i = token.at + (token.type == Token::Type::moment ? 2 : 1);
  while (i + 1 < token.end) {
    if (text_[i] == '\\') {
      result += escaped(i);
    } else {
      result += text_[i++];
    }
  }
  return result;
}

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
