#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/language/detail/builtins.hpp>
#include <paidan/rules/language/detail/compile.ipp>
#include <paidan/rules/language/detail/lex.ipp>
#include <paidan/rules/language/detail/parse.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

/// Counts what is open inside one another.
class Parser::Nesting {
 public:
  explicit Nesting(Parser& parser) : parser_(parser) {
    if (++parser_.depth_ > max_expression_depth) {
      parser_.lexer_.fail(errors::nested_too_deep, parser_.lexer_.peek().at,
                          {{"limit", std::to_string(max_expression_depth)}});
    }
  }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  ~Nesting() { --parser_.depth_; }

 private:
  Parser& parser_;
};

/// Inside brackets `[` does not end a range around them.
class Parser::Fresh {
 public:
  explicit Fresh(bool& flag, bool value = false) : flag_(flag), before_(std::exchange(flag, value)) {}
  Fresh(const Fresh&) = delete;
  Fresh& operator=(const Fresh&) = delete;
  ~Fresh() { flag_ = before_; }

 private:
  bool& flag_;
  bool before_;
};

PAIDAN_INLINE Parser::Parser(std::string_view text, const Names& names, const Place& place)
    : lexer_(text, place), names_(names), root_(nullptr) {
  root_.slots = static_cast<std::uint32_t>(names.size());
}

PAIDAN_INLINE void Parser::want_end() {
  if (lexer_.peek().type != Token::Type::end) lexer_.fail_expected("an operator or the end", "运算符或结尾");
}

PAIDAN_INLINE Shared<const Program> Parser::whole() {
  const Node root = expression();
  want_end();
  return root_.builder.finish(root, lexer_.text());
}

PAIDAN_INLINE Shared<const Program> Parser::tests() {
  with_input_ = true;
  const Node input = build().add({.op = Op::input});
  const Node root = tests_list(test(input, true), input);
  want_end();
  return root_.builder.finish(root, lexer_.text());
}

PAIDAN_INLINE Shared<const Program> Parser::negated_tests() {
  if (longest_name().end > 0 || !lexer_.take_word("not") || !lexer_.take_symbol("(")) return nullptr;
  with_input_ = true;
  const Node input = build().add({.op = Op::input});
  const Node root = tests_list(test(input, true), input);
  lexer_.want_symbol(")");
  if (lexer_.peek().type != Token::Type::end) return nullptr;
  return root_.builder.finish(root, lexer_.text());
}

PAIDAN_INLINE void Parser::refuse(std::string feature, std::string feature_zh) {
  lexer_.fail(errors::not_supported, lexer_.peek().at,
              {{"feature", std::move(feature)}, {"feature_zh", std::move(feature_zh)}});
}

PAIDAN_INLINE Parser::Node Parser::expression() {
  const Nesting nesting(*this);
  if (at_keyword("if")) return conditional();
  for (const std::string_view word : {"for", "some", "every"}) {
    if (at_keyword(word)) refuse("'" + std::string(word) + "'", "“" + std::string(word) + "”");
  }
  return binary(1);
}

PAIDAN_INLINE bool Parser::at_keyword(std::string_view word) {
  return lexer_.at_word(word) && longest_name().end < lexer_.peek().end;
}

PAIDAN_INLINE Parser::Node Parser::conditional() {
  const auto want = [this](std::string_view word) {
    const std::string shown(word);
    if (!lexer_.take_word(word)) lexer_.fail_expected("'" + shown + "'", "“" + shown + "”");
  };
  lexer_.next();
  const Node condition = expression();
  want("then");
  const Node then = expression();
  want("else");
  const Node otherwise = expression();
  return build().add({.op = Op::choice, .a = condition, .b = then, .c = otherwise});
}

inline std::optional<Op> comparison_of(std::string_view symbol) {
  if (symbol == "=") return Op::equal;
  if (symbol == "!=") return Op::not_equal;
  if (symbol == "<") return Op::less;
  if (symbol == "<=") return Op::less_equal;
  if (symbol == ">") return Op::greater;
  if (symbol == ">=") return Op::greater_equal;
  return std::nullopt;
}

/// Precedence climbing; from `or` (1) to `**` (6), all to the left.
PAIDAN_INLINE Parser::Node Parser::binary(int least) {
  struct Infix {
    std::string_view symbol;
    int level;
    Op op;
  };
  static constexpr Infix sums[]{
      {"+", 4, Op::add}, {"-", 4, Op::subtract}, {"*", 5, Op::multiply}, {"/", 5, Op::divide}, {"**", 6, Op::power}};
  Node left = unary();
  for (;;) {
    const Token& token = lexer_.peek();
    if (token.type == Token::Type::word) {
      if (least <= 1 && token.source == "or") {
        left = junction(left, Op::any, "or", 1);
      } else if (least <= 2 && token.source == "and") {
        left = junction(left, Op::all, "and", 2);
      } else if (least <= 3 && (token.source == "between" || token.source == "in" || token.source == "instance")) {
        left = comparison(left);
      } else {
        return left;
      }
      continue;
    }
    if (token.type != Token::Type::symbol) return left;
    const Infix* found = nullptr;
    for (const Infix& infix : sums) {
      if (token.source == infix.symbol) found = &infix;
    }
    if (found != nullptr && found->level >= least) {
      lexer_.next();
      const Node right = binary(found->level + 1);
      left = build().add({.op = found->op, .a = left, .b = right});
    } else if (least <= 3 && comparison_of(token.source)) {
      left = comparison(left);
    } else {
      return left;
    }
  }
}

PAIDAN_INLINE Parser::Node Parser::junction(Node left, Op op, std::string_view word, int level) {
  std::vector<Node> operands{left};
  while (lexer_.take_word(word)) operands.push_back(binary(level + 1));
  return build().add({.op = op}, operands);
}

PAIDAN_INLINE Parser::Node Parser::comparison(Node left) {
  if (lexer_.at_word("instance")) refuse("'instance of'", "“instance of”");
  if (lexer_.take_word("in")) return membership(left);
  if (lexer_.take_word("between")) {
    const Node low = binary(4);
    if (!lexer_.take_word("and")) lexer_.fail_expected("'and'", "“and”");
    const Node high = binary(4);
    return build().add({.op = Op::between, .a = left, .b = low, .c = high});
  }
  const std::optional<Op> op = comparison_of(lexer_.next().source);
  const Node right = binary(4);
  return build().add({.op = op.value_or(Op::equal), .a = left, .b = right});
}

PAIDAN_INLINE Parser::Node Parser::membership(Node value) {
  Node input = value;
  const Op op = build().operation(value).op;
  std::optional<std::uint32_t> local;
  if (op != Op::constant && op != Op::slot && op != Op::local && op != Op::input) {
    local = build().new_locals(1);
    input = build().add({.op = Op::local, .a = *local});
  }
  const Node result = lexer_.at_symbol("(") ? tests_in_brackets(input) : test(input, false);
  return local ? build().add({.op = Op::bind, .a = value, .b = result, .d = *local}) : result;
}

/// `(1..5)`, `(<5, >9)`, `("a", "b")`.
PAIDAN_INLINE Parser::Node Parser::tests_in_brackets(Node input) {
  const Fresh fresh(range_end_);
  lexer_.next();
  const Token& token = lexer_.peek();
  Node first = 0;
  if (token.type == Token::Type::symbol && comparison_of(token.source)) {
    first = test(input, true);
  } else {
    const Node value = expression();
    if (lexer_.take_symbol("..")) return fitting(input, range_from(value, false));
    first = fitting(input, value);
  }
  const Node result = tests_list(first, input);
  lexer_.want_symbol(")");
  return result;
}

PAIDAN_INLINE Parser::Node Parser::fitting(Node input, Node with) {
  const Operation range = build().operation(with);
  if (range.op == Op::range) {
    return build().add({.op = Op::within, .a = input, .b = range.a, .c = range.b, .d = range.d});
  }
  return build().add({.op = Op::fits, .a = input, .b = with});
}

/// Operations that give a boolean or null, whatever they are given.
inline bool gives_boolean(const Operation& operation) {
  switch (operation.op) {
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::between:
    case Op::within:
    case Op::fits:
    case Op::all:
    case Op::any:
    case Op::negation:
      return true;
    case Op::builtin: {
      const std::string_view name = builtins()[operation.c].name;
      return name == "contains" || name == "ends with" || name == "list contains" || name == "not" ||
             name == "starts with";
    }
    default:
      return false;
  }
}

PAIDAN_INLINE Parser::Node Parser::fitting_cell(Node input, Node with) {
  const Operation& value = build().operation(with);
  if (value.op == Op::range || value.op == Op::constant) return fitting(input, with);
  return build().add({.op = Op::fits, .a = input, .b = with, .d = gives_boolean(value) ? condition : cell_value});
}

PAIDAN_INLINE Parser::Node Parser::test(Node input, bool inside) {
  const Nesting nesting(*this);
  if (lexer_.peek().type == Token::Type::symbol) {
    if (const std::optional<Op> op = comparison_of(lexer_.peek().source)) {
      lexer_.next();
      const Node bound = binary(4);
      return build().add({.op = *op, .a = input, .b = bound});
    }
  }
  const Fresh fresh(used_input_);
  const Node node = inside ? expression() : binary(4);
  if (used_input_) return node;
  const bool whole_cell = with_input_ && depth_ == 1;
  return whole_cell ? fitting_cell(input, node) : fitting(input, node);
}

PAIDAN_INLINE Parser::Node Parser::tests_list(Node first, Node input) {
  if (!lexer_.at_symbol(",")) return first;
  std::vector<Node> alternatives{first};
  while (lexer_.take_symbol(",")) alternatives.push_back(test(input, true));
  return build().add({.op = Op::any}, alternatives);
}

PAIDAN_INLINE Parser::Node Parser::unary() {
  if (!lexer_.take_symbol("-")) return postfix(primary());
  const Nesting nesting(*this);
  const Node operand = unary();
  return build().add({.op = Op::negate, .a = operand});
}

PAIDAN_INLINE Parser::Node Parser::postfix(Node node) {
  for (;;) {
    if (lexer_.take_symbol(".")) {
      const std::string member = member_name();
      node = build().add({.op = Op::member, .a = node, .b = build().text(member)});
    } else if (lexer_.take_symbol("(")) {
      node = call_of(node);
    } else if (!range_end_ && lexer_.at_symbol("[")) {
      refuse("a filter in '[ ]'", "“[ ]”筛选");
    } else {
      return node;
    }
  }
}

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
