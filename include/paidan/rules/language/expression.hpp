// FEEL expressions, read once and evaluated many times.
#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/feel/errors.hpp>
#include <paidan/rules/feel/value.hpp>
#include <paidan/rules/language/names.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

/// What one evaluation may take, through all calls it makes. More throws InvalidInput (`too_deep`, `too_much_work`).
struct Budget {
  static constexpr std::uint32_t max_depth = 200;  ///< calls of functions inside one another
  static constexpr std::int64_t max_steps = 10'000'000;
  Errors* errors = nullptr;  ///< takes what made null of a value, where somebody asks: tables in conflict, wrong types
  std::uint32_t depth = 0;
  std::int64_t steps = max_steps;  ///< left: one for a call, an item made, 16 bytes of text
};

/// Longer texts are refused unread.
inline constexpr std::size_t max_expression_text = 100'000;
/// Brackets, operators and conditions inside one another.
inline constexpr std::uint32_t max_expression_depth = 250;

namespace rules_detail {
struct Program;  // tree.hpp
}

/// An immutable compiled expression, cheap to copy; may be evaluated from several threads.
///
/// Numbers, strings, `true false null`, `@"…"`, lists, contexts, ranges, `+ - * / **` (integer powers), comparisons,
/// `and or` (three-valued), `between`, `in`, `if`, paths, positional and named calls of the built-in functions
/// (builtins.hpp), of function values and `function(a) …`. What cannot be computed is null, as FEEL wants it: `1 / 0`,
/// `1 + "a"`.
class Expression {
 public:
  /// Throws InvalidInput: `line`, `column` (in characters, from 1) and what was expected.
  [[nodiscard]] PAIDAN_EXPORT static Expression parse(std::string_view text, const Names& names,
                                                      const Place& place = {});
  /// What parse would throw.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(std::string_view text, const Names& names,
                                                                 const Place& place = {});

  /// The value in a scope with one value per name (missing ones at the end are null).
  [[nodiscard]] PAIDAN_EXPORT Value evaluate(std::span<const Value> scope) const;
  [[nodiscard]] PAIDAN_EXPORT Value evaluate(std::span<const Value> scope, Budget& budget) const;

  [[nodiscard]] PAIDAN_EXPORT const std::string& text() const;
  /// The value when it does not depend on the scope.
  [[nodiscard]] PAIDAN_EXPORT const Value* constant() const;
  /// The slot when the expression is nothing but one variable.
  [[nodiscard]] PAIDAN_EXPORT std::optional<std::uint32_t> variable() const;
  /// Slots it reads, rising.
  [[nodiscard]] PAIDAN_EXPORT std::span<const std::uint32_t> slots() const;

 private:
  friend class UnaryTests;
  explicit Expression(Shared<const rules_detail::Program> program) : program_(std::move(program)) {}
  Shared<const rules_detail::Program> program_;
};

/// One alternative of a simple cell.
struct SimpleTest {
  enum class Form : std::uint8_t {
    equal,     ///< the input equals `range.low` (which may be null: the input is null)
    interval,  ///< the input lies in `range`; a null bound is no bound
  };
  Form form = Form::equal;
  RangeParts range;
};

/// The content of a decision table's input cell: `-`, `<18`, `"a","b"`, `[1..5[`, `not(…)`, lists of these, and
/// expressions in which `?` is the input. Without `?` an expression is compared with the input: equal, or contained
/// when it is a list or a range.
class UnaryTests {
 public:
  /// `-`: matches everything.
  PAIDAN_EXPORT UnaryTests();
  /// An empty text is `-`. Throws InvalidInput as Expression::parse.
  [[nodiscard]] PAIDAN_EXPORT static UnaryTests parse(std::string_view text, const Names& names,
                                                      const Place& place = {});
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(std::string_view text, const Names& names,
                                                                 const Place& place = {});

  [[nodiscard]] bool is_any() const { return any_; }
  /// Only constants are compared with: `tests()` and `negated()` say everything.
  [[nodiscard]] bool is_simple() const { return simple_; }
  [[nodiscard]] bool negated() const { return negated_; }
  /// The alternatives of a simple cell, in the order of the text; empty for `-`.
  [[nodiscard]] std::span<const SimpleTest> tests() const { return tests_; }

  /// Whether the input fits; what cannot be compared does not fit, negated or not. `scope` as for Expression.
  [[nodiscard]] PAIDAN_EXPORT bool matches(const Value& input, std::span<const Value> scope) const;
  [[nodiscard]] PAIDAN_EXPORT bool matches(const Value& input, std::span<const Value> scope, Budget& budget) const;

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Slots that the tests read, rising; the input is not among them.
  [[nodiscard]] PAIDAN_EXPORT std::span<const std::uint32_t> slots() const;

 private:
  std::string text_ = "-";
  bool any_ = true;
  bool simple_ = true;
  bool negated_ = false;
  std::vector<SimpleTest> tests_;
  Shared<const rules_detail::Program> program_;  // unless simple; `?` is the last slot
};

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/language/expression.ipp>
#endif
