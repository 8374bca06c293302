// Evaluation of compiled expressions. Only .ipp files include this.
#pragma once

#include <paidan/rules/language/detail/tree.hpp>
#include <paidan/rules/language/expression.hpp>

#include <span>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

/// Counts a call while it lasts; throws `too_deep`.
class Call {
 public:
  explicit Call(Budget& budget);
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  ~Call() { --budget_.depth; }

 private:
  Budget& budget_;
};

/// Takes steps from the budget; throws `too_much_work`.
void spend(Budget& budget, std::size_t steps);

/// One evaluation of a program. `locals` has room for the program's local variables.
struct Machine {
  const Program& program;
  std::span<const Value> scope;
  const Value* input;
  Value* locals;
  Budget& budget;

  Value run(std::uint32_t index);

 private:
  /// The operand itself where it stands somewhere already, otherwise its value, kept in `room`.
  const Value& operand(std::uint32_t index, Value& room);
  Value arithmetic(const Operation& operation);
  Value combined(Op op, const Value& a, const Value& b);
  Value comparison(const Operation& operation);
  Value between(const Operation& operation);
  Value membership(const Operation& operation);
  Value junction(const Operation& operation);
  Value collection(const Operation& operation);
  Value member(const Operation& operation);
  Value calling(const Operation& operation);
};

/// Runs the program from its root.
Value run_program(const Program& program, std::span<const Value> scope, const Value* input, Budget& budget);

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
