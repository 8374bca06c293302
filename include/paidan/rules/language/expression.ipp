#pragma once

#include <paidan/rules/language/detail/builtins.ipp>
#include <paidan/rules/language/detail/compile.ipp>
#include <paidan/rules/language/detail/evaluate.ipp>
#include <paidan/rules/language/detail/function.ipp>
#include <paidan/rules/language/detail/lex.ipp>
#include <paidan/rules/language/detail/parse.ipp>
#include <paidan/rules/language/detail/parse_primary.ipp>
#include <paidan/rules/language/expression.hpp>
#include <paidan/rules/language/names.ipp>

#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

inline void check_text(std::string_view text, const Place& place) {
  if (text.size() <= max_expression_text) {
    const std::size_t bad = bad_utf8_at(text);
    if (bad == std::string_view::npos) return;
    throw InvalidInput(Error{&errors::bad_utf8, place.path, place.row, {{"byte", std::to_string(bad + 1)}}});
  }
  throw InvalidInput(Error{&errors::text_too_long,
                           place.path,
                           place.row,
                           {{"value", std::to_string(text.size())}, {"limit", std::to_string(max_expression_text)}}});
}

/// Errors found while constants are computed do not know their place.
template <typename Read>
auto placed(const Place& place, const Read& read) {
  try {
    return read();
  } catch (const InvalidInput& invalid) {
    std::vector<Error> list = invalid.errors();
    if (place.path.empty() || list.empty() || !list[0].path.empty()) throw;
    for (Error& error : list) {
      error.path = place.path;
      error.row = place.row;
    }
    throw InvalidInput(std::move(list));
  }
}

template <typename Read>
std::vector<Error> errors_of(const Read& read) {
  try {
    read();
  } catch (const InvalidInput& invalid) {
    return invalid.errors();
  }
  return {};
}

inline bool blank(std::string_view text) { return single_blanks(text).empty(); }

/// The constant that a test compares the input with, appended as what it means; false when the test is not that simple.
/// A negated list is not: an input of another kind than its items is none of them, one of another kind than a bound is
/// neither inside nor outside.
PAIDAN_INLINE bool simple_test(const Program& program, std::uint32_t node, bool negated,
                               std::vector<SimpleTest>& tests);

PAIDAN_INLINE bool simple_value(const Value& value, std::vector<SimpleTest>& tests) {
  switch (value.kind()) {
    case Kind::range:
      tests.push_back({SimpleTest::Form::interval, value.range_parts()});
      return true;
    case Kind::list:
      for (const Value& item : value.items()) {
        if (item.kind() == Kind::list || !simple_value(item, tests)) return false;
      }
      return true;
    case Kind::context:
    case Kind::function:
      return false;
    default:
      tests.push_back({SimpleTest::Form::equal, {value, value, true, true}});
      return true;
  }
}

PAIDAN_INLINE bool simple_test(const Program& program, std::uint32_t node, bool negated,
                               std::vector<SimpleTest>& tests) {
  const Operation& operation = program.operations[node];
  const auto is_input = [&](std::uint32_t at) { return program.operations[at].op == Op::input; };
  switch (operation.op) {
    case Op::any:
      for (std::uint32_t i = 0; i < operation.b; ++i) {
        if (!simple_test(program, program.operands[operation.a + i], negated, tests)) return false;
      }
      return true;
    case Op::fits:
    case Op::equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
      break;
    default:
      return false;
  }
  if (!is_input(operation.a) || program.operations[operation.b].op != Op::constant) return false;
  const Value& value = program.constants[program.operations[operation.b].a];
  if (operation.op == Op::fits) return (!negated || value.kind() != Kind::list) && simple_value(value, tests);
  if (operation.op == Op::equal)
    return value.node() == nullptr || value.is_string() ? simple_value(value, tests) : false;
  if (!compare(value, value)) return false;
  const bool upper = operation.op == Op::less || operation.op == Op::less_equal;
  const bool closed = operation.op == Op::less_equal || operation.op == Op::greater_equal;
  tests.push_back({SimpleTest::Form::interval,
                   upper ? RangeParts{{}, value, false, closed} : RangeParts{value, {}, closed, false}});
  return true;
}

}  // namespace rules_detail

PAIDAN_INLINE Expression Expression::parse(std::string_view text, const Names& names, const Place& place) {
  rules_detail::check_text(text, place);
  return rules_detail::placed(place, [&] { return Expression(rules_detail::Parser(text, names, place).whole()); });
}

PAIDAN_INLINE std::vector<Error> Expression::validate(std::string_view text, const Names& names, const Place& place) {
  return rules_detail::errors_of([&] { (void)parse(text, names, place); });
}

PAIDAN_INLINE Value Expression::evaluate(std::span<const Value> scope) const {
  Budget budget;
  return evaluate(scope, budget);
}

PAIDAN_INLINE Value Expression::evaluate(std::span<const Value> scope, Budget& budget) const {
  return rules_detail::run_program(*program_, scope, nullptr, budget);
}

PAIDAN_INLINE const std::string& Expression::text() const { return program_->text; }

PAIDAN_INLINE const Value* Expression::constant() const {
  const rules_detail::Operation& root = program_->operations[program_->root];
  return root.op == rules_detail::Op::constant ? &program_->constants[root.a] : nullptr;
}

PAIDAN_INLINE std::optional<std::uint32_t> Expression::variable() const {
  const rules_detail::Operation& root = program_->operations[program_->root];
  return root.op == rules_detail::Op::slot ? std::optional(root.a) : std::nullopt;
}

PAIDAN_INLINE std::span<const std::uint32_t> Expression::slots() const { return program_->slots; }

PAIDAN_INLINE UnaryTests::UnaryTests() = default;

PAIDAN_INLINE UnaryTests UnaryTests::parse(std::string_view text, const Names& names, const Place& place) {
  using namespace rules_detail;
  check_text(text, place);
  UnaryTests result;
  const std::string clean = single_blanks(text);
  if (clean.empty() || clean == "-") return result;
  result.text_ = std::string(text);
  result.any_ = false;
  placed(place, [&] {
    result.program_ = Parser(text, names, place).negated_tests();
    result.negated_ = result.program_ != nullptr;
    if (!result.negated_) result.program_ = Parser(text, names, place).tests();
    return true;
  });
  result.simple_ = simple_test(*result.program_, result.program_->root, result.negated_, result.tests_);
  if (!result.simple_) result.tests_.clear();
  return result;
}

PAIDAN_INLINE std::vector<Error> UnaryTests::validate(std::string_view text, const Names& names, const Place& place) {
  return rules_detail::errors_of([&] { (void)parse(text, names, place); });
}

PAIDAN_INLINE bool UnaryTests::matches(const Value& input, std::span<const Value> scope) const {
  Budget budget;
  return matches(input, scope, budget);
}

PAIDAN_INLINE bool UnaryTests::matches(const Value& input, std::span<const Value> scope, Budget& budget) const {
  if (any_) return true;
  const Value result = rules_detail::run_program(*program_, scope, &input, budget);
  return negated_ ? result.is_false() : result.is_true();
}

PAIDAN_INLINE std::span<const std::uint32_t> UnaryTests::slots() const {
  return program_ == nullptr ? std::span<const std::uint32_t>() : program_->slots;
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
