// FEEL's grammar (OMG DMN 1.5, 10.3.1) read by recursive descent. Only .ipp files include this.
#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/language/detail/compile.hpp>
#include <paidan/rules/language/detail/token.hpp>
#include <paidan/rules/language/names.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

/// Variables of one function body, or of the whole expression. Inner bodies capture what they use of outer ones.
struct Frame {
  explicit Frame(Frame* its_outer) : outer(its_outer) {}
  struct Variable {
    std::string name;
    Operation reference;
  };
  Frame* outer;
  Builder builder;
  std::vector<Variable> variables;     // parameters and entries, later ones hide earlier ones
  std::vector<Variable> captured;      // as slots of this frame
  std::vector<std::uint32_t> origins;  // their nodes in the outer frame
  std::uint32_t slots = 0;             // of the parameters
};

class Parser {
 public:
  Parser(std::string_view text, const Names& names, const Place& place);

  /// The whole text as one expression.
  Shared<const Program> whole();
  /// The whole text as unary tests. The root is `any` of the alternatives, or the only one.
  Shared<const Program> tests();
  /// The tests inside when the whole text is `not(…)`, otherwise null; then the parser is spent.
  Shared<const Program> negated_tests();

 private:
  using Node = std::uint32_t;
  class Nesting;
  class Fresh;

  Node expression();
  Node binary(int least);
  Node unary();
  Node postfix(Node node);
  Node primary();
  Node conditional();
  Node name();
  Node function();
  Node bracket(bool low_closed_bound);
  Node parenthesis();
  Node range_from(Node low, bool low_closed_bound);
  Node context();
  Node junction(Node left, Op op, std::string_view word, int level);
  Node comparison(Node left);
  Node membership(Node value);
  /// One alternative; `inside` brackets or a cell any expression may follow, after a bare `in` only a sum.
  Node test(Node input, bool inside);
  Node tests_in_brackets(Node input);
  Node tests_list(Node first, Node input);
  Node fitting(Node input, Node with);
  /// The same of a whole alternative of a cell, which may be a condition that does not ask for the input.
  Node fitting_cell(Node input, Node with);
  Node call_of(Node callee);
  Node builtin_call(std::string_view builtin);
  /// Up to the closing bracket; labels are all or none.
  std::vector<Node> arguments(std::vector<std::string>& labels);
  std::string member_name();
  std::string parameter_name();
  /// A variable of the expression's own, seen until the frame forgets it; so many that looking them up stays quick.
  void declare(Frame& frame, std::string name, const Operation& reference);

  struct Match {
    std::size_t end = 0;
    std::string_view name;
  };
  Match longest_name();
  Match longest_builtin();
  std::optional<Node> reference(Frame& frame, std::string_view name);
  Builder& build() { return frame_->builder; }
  bool at_keyword(std::string_view word);
  [[noreturn]] void refuse(std::string feature, std::string feature_zh);
  [[noreturn]] void fail_unknown();
  void want_end();

  Lexer lexer_;
  const Names& names_;
  Frame root_;
  Frame* frame_ = &root_;
  std::vector<std::string> members_;  // names of entries in this text
  std::size_t declared_ = 0;
  std::uint32_t depth_ = 0;
  bool with_input_ = false;
  bool used_input_ = false;
  bool range_end_ = false;  // `[` closes the range here
};

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
