// The compiled form of an expression: nodes in one array, operands before operators. Only .ipp files include this.
#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/feel/value.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

enum class Op : std::uint8_t {
  constant,       // a: index of a constant
  slot,           // a: slot of the scope
  local,          // a: index of a local variable
  input,          // the input of unary tests
  negate,         // a
  add,            // a, b
  subtract,       // a, b
  multiply,       // a, b
  divide,         // a, b
  power,          // a, b
  equal,          // a, b
  not_equal,      // a, b
  less,           // a, b
  less_equal,     // a, b
  greater,        // a, b
  greater_equal,  // a, b
  between,        // a ≥ b and a ≤ c
  within,         // a in the range from b to c, d: Bounds
  fits,           // a equals b, or is in the list or range b; d: Cell
  bind,           // local d = a, then b
  all,            // `and` of b operands from a
  any,            // `or` of b operands from a
  negation,       // not a
  choice,         // if a then b else c
  list,           // b items from a
  context,        // b entries from a, names from text c
  keep,           // a, also as local d
  range,          // from a to b, d: Bounds
  member,         // a . text b
  builtin,        // c of b arguments from a
  call,           // function a with c arguments from b; d: text of the first argument's name, or none
  function,       // template a, c captured values from b
};

/// Of ranges.
enum Bounds : std::uint32_t { open = 0, low_closed = 1, high_closed = 2 };

/// Of `fits` in a decision table's cell: a boolean b decides by itself unless the input a is one (`condition`: also
/// when a is null, as b can be nothing but a boolean).
enum Cell : std::uint32_t { no_cell = 0, cell_value = 1, condition = 2 };

inline constexpr std::uint32_t none = ~std::uint32_t{0};

struct Operation {
  Op op = Op::constant;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
  std::uint32_t d = 0;
};

struct Program;

/// A `function(…) …` before its captured values are known. The body's scope: arguments, then captured values.
struct FunctionTemplate {
  std::vector<std::string> parameters;
  Shared<const Program> body;
};

struct Program {
  std::string text;
  std::vector<Operation> operations;
  std::vector<std::uint32_t> operands;  // of the operations with any number of them
  std::vector<Value> constants;
  std::vector<std::string> texts;
  std::vector<FunctionTemplate> functions;
  std::vector<std::uint32_t> slots;  // read, rising
  std::uint32_t root = 0;
  std::uint32_t locals = 0;
};

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
