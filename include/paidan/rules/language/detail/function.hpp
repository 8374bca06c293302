// Function values: what calls need to know, and the logic behind them.
#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/feel/value.hpp>
#include <paidan/rules/language/expression.hpp>

#include <span>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

/// Something that gives a value for a scope: an expression, a decision table, a boxed context. Immutable.
class Logic {
 public:
  Logic() = default;
  Logic(const Logic&) = delete;
  Logic& operator=(const Logic&) = delete;
  virtual ~Logic() = default;
  [[nodiscard]] virtual Value evaluate(std::span<const Value> scope, Budget& budget) const = 0;
};

/// A function: its logic sees one value per parameter, then the captured values.
struct FunctionParts {
  std::vector<std::string> parameters;
  std::vector<Value> captured;
  Shared<const Logic> logic;
};

namespace rules_detail {
/// A compiled expression as Logic.
Shared<const Logic> expression_logic(Shared<const Program> program);
}  // namespace rules_detail

[[nodiscard]] PAIDAN_EXPORT Value make_function(FunctionParts parts);
/// The parts of a function value; null for other kinds.
[[nodiscard]] PAIDAN_EXPORT const FunctionParts* function_parts(const Value& value);
/// The function's value for these arguments, as many as parameters; null for other counts and for values that are no
/// functions.
[[nodiscard]] PAIDAN_EXPORT Value call(const Value& function, std::span<const Value> arguments, Budget& budget);

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/language/detail/function.ipp>
#endif
