// What an evaluation says of nulls that it makes of values.
#pragma once

#include <paidan/rules/language/detail/builtins.hpp>
#include <paidan/rules/language/detail/evaluate_errors.hpp>
#include <paidan/rules/language/detail/tree.hpp>
#include <paidan/rules/language/expression.hpp>

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

inline std::string_view sign_of(Op op) {
  switch (op) {
    case Op::add:
      return "+";
    case Op::subtract:
      return "-";
    case Op::multiply:
      return "*";
    case Op::divide:
      return "/";
    case Op::power:
      return "**";
    case Op::equal:
      return "=";
    case Op::not_equal:
      return "!=";
    case Op::less:
      return "<";
    case Op::less_equal:
      return "<=";
    case Op::greater:
      return ">";
    default:
      return ">=";
  }
}

/// The value as FEEL, or its kind where that is long.
inline std::string shown_value(const Value& value) {
  constexpr std::uint32_t few = 20;
  if (value.node() != nullptr && value.node()->size > few) return std::string(name_of(value.kind()));
  std::string text = value.literal();
  return text.size() > 60 ? std::string(name_of(value.kind())) : text;
}

PAIDAN_INLINE void note(Budget& budget, const ErrorKind& kind, std::string shown) {
  if (budget.errors != nullptr && !budget.errors->full()) budget.errors->add(kind, "", {{"value", std::move(shown)}});
}

/// Two values that an operation makes nothing of. Of null nothing but null is expected, and nothing is said.
PAIDAN_INLINE void note_operation(Budget& budget, const ErrorKind& kind, Op op, const Value& a, const Value& b) {
  if (budget.errors == nullptr || a.is_null() || b.is_null()) return;
  note(budget, kind, shown_value(a) + " " + std::string(sign_of(op)) + " " + shown_value(b));
}

/// A call of a built-in function that has no value, although all its arguments have one. An empty list has no smallest
/// item: there null is the answer.
PAIDAN_INLINE void note_call(Budget& budget, const Builtin& row, std::span<const Value> arguments) {
  if (budget.errors == nullptr) return;
  std::string shown(row.name);
  bool zone = false;
  for (const Value& value : arguments) {
    if (value.is_null() || (value.kind() == Kind::list && value.items().empty())) return;
    shown += (&value == arguments.data() ? "(" : ", ") + shown_value(value);
    zone = zone || (value.is_string() && value.string().find('@') != std::string_view::npos);
  }
  zone = zone && (row.name == "time" || row.name == "date and time");
  note(budget, zone ? errors::zone_by_name : errors::no_value, shown + ")");
}

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
