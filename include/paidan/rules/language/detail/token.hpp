// FEEL text cut into tokens, one at a time: which words form a name only the parser knows. Only .ipp files include
// this.
#pragma once

#include <paidan/rules/feel/errors.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

struct Token {
  enum class Type : std::uint8_t { end, number, text, moment, word, symbol };
  Type type = Type::end;
  std::size_t at = 0;
  std::size_t end = 0;
  std::string_view source;  ///< as written, quotes and `@` included
};

/// Letters, digits, `_` and everything beyond ASCII.
constexpr bool word_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80U;
}
constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool word_part(char c) { return word_start(c) || digit(c); }

class Lexer {
 public:
  Lexer(std::string_view text, const Place& place);

  /// The next token; stays until `next` or `seek`.
  const Token& peek();
  Token next();
  void seek(std::size_t at);
  /// Where the text matches the name from the next token on (blanks freely multiplied), the end of the match; else 0.
  [[nodiscard]] std::size_t match(std::string_view name);
  /// A name of any words up to a colon (`start position :`), blanks made single; empty when there is none. Consumes
  /// both.
  std::string take_label();

  bool at_symbol(std::string_view symbol) { return peek().type == Token::Type::symbol && token_.source == symbol; }
  bool at_word(std::string_view word) { return peek().type == Token::Type::word && token_.source == word; }
  bool take_symbol(std::string_view symbol);
  bool take_word(std::string_view word);
  void want_symbol(std::string_view symbol);

  /// The characters of a text token.
  [[nodiscard]] std::string unquoted(const Token& token) const;
  [[noreturn]] void fail(const ErrorKind& kind, std::size_t at, std::vector<Parameter> parameters) const;
  [[noreturn]] void fail_expected(std::string expected, std::string expected_zh);
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  [[nodiscard]] std::size_t after_blanks(std::size_t at) const;
  [[nodiscard]] std::size_t blank_size(std::size_t at) const;
  void read();
  void read_number();
  void read_text(std::size_t from);
  [[nodiscard]] std::string escaped(std::size_t& i) const;

  std::string_view text_;
  const Place& place_;
  std::size_t at_ = 0;
  bool ready_ = false;
  Token token_;
};

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
