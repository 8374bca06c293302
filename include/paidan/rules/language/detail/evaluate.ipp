#pragma once

#include <paidan/rules/feel/detail/moment.hpp>
#include <paidan/rules/language/detail/builtins.hpp>
#include <paidan/rules/language/detail/evaluate.hpp>
#include <paidan/rules/language/detail/function.hpp>
#include <paidan/rules/language/detail/notes.ipp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

PAIDAN_INLINE Call::Call(Budget& budget) : budget_(budget) {
  if (budget.depth >= Budget::max_depth) {
    throw InvalidInput(Error{&errors::too_deep, "", 0, {{"limit", std::to_string(Budget::max_depth)}}});
  }
  spend(budget, 1);
  ++budget.depth;
}

PAIDAN_INLINE void spend(Budget& budget, std::size_t steps) {
  budget.steps -= static_cast<std::int64_t>(std::min<std::size_t>(steps, Budget::max_steps + 1));
  if (budget.steps < 0) {
    throw InvalidInput(Error{&errors::too_much_work, "", 0, {{"limit", std::to_string(Budget::max_steps)}}});
  }
}

inline Value truth(std::optional<bool> value) { return value ? Value(*value) : Value(); }
inline std::optional<bool> truth(const Value& value) {
  return value.is_boolean() ? std::optional<bool>(value.boolean()) : std::nullopt;
}
inline Value number_or_null(const std::optional<Decimal>& number) { return number ? Value(*number) : Value(); }

/// Whether x equals e, or is an item of the list e, or lies in the range e or in one of a list of ranges. An item of
/// another kind is not x: that is as certain as another number.
PAIDAN_INLINE std::optional<bool> fits(const Value& x, const Value& e) {
  if (e.kind() == Kind::range && x.kind() != Kind::range) return within(x, e.range_parts());
  if (e.kind() != Kind::list) return equal(x, e);
  if (x.kind() == Kind::list && equal(x, e) == true) return true;
  return std::any_of(e.items().begin(), e.items().end(), [&](const Value& item) {
    return (item.kind() == Kind::range && x.kind() != Kind::range ? within(x, item.range_parts()) : equal(x, item)) ==
           true;
  });
}

PAIDAN_INLINE const Value& Machine::operand(std::uint32_t index, Value& room) {
  const Operation& operation = program.operations[index];
  switch (operation.op) {
    case Op::constant:
      return program.constants[operation.a];
    case Op::slot:
      if (operation.a < scope.size()) return scope[operation.a];
      return room;
    case Op::local:
      return locals[operation.a];
    case Op::input:
      return *input;
    default:
      room = run(index);
      return room;
  }
}

PAIDAN_INLINE Value Machine::run(std::uint32_t index) {
  const Operation& operation = program.operations[index];
  switch (operation.op) {
    case Op::constant:
      return program.constants[operation.a];
    case Op::slot:
      return operation.a < scope.size() ? scope[operation.a] : Value();
    case Op::local:
      return locals[operation.a];
    case Op::input:
      return *input;
    case Op::negate:
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::power:
      return arithmetic(operation);
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
      return comparison(operation);
    case Op::between:
      return between(operation);
    case Op::within:
    case Op::fits:
      return membership(operation);
    case Op::bind:
      locals[operation.d] = run(operation.a);
      return run(operation.b);
    case Op::keep:
      return locals[operation.d] = run(operation.a);
    case Op::all:
    case Op::any:
      return junction(operation);
    case Op::negation: {
      const std::optional<bool> value = truth(run(operation.a));
      return value ? Value(!*value) : Value();
    }
    case Op::choice:
      return run(run(operation.a).is_true() ? operation.b : operation.c);
    case Op::list:
    case Op::context:
    case Op::range:
      return collection(operation);
    case Op::member:
      return member(operation);
    case Op::builtin:
    case Op::call:
    case Op::function:
      return calling(operation);
  }
  return {};
}

PAIDAN_INLINE Value Machine::arithmetic(const Operation& operation) {
  Value left;
  Value right;
  const Value& a = operand(operation.a, left);
  if (operation.op == Op::negate) {
    if (a.is_number()) return a.number().negated();
    return negate_duration(a);
  }
  const Value& b = operand(operation.b, right);
  Value result = combined(operation.op, a, b);
  if (result.is_null()) note_operation(budget, errors::no_value, operation.op, a, b);
  return result;
}

PAIDAN_INLINE Value Machine::combined(Op op, const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) {
    const Decimal& x = a.number();
    const Decimal& y = b.number();
    switch (op) {
      case Op::add:
        return number_or_null(x.plus(y));
      case Op::subtract:
        return number_or_null(x.minus(y));
      case Op::multiply:
        return number_or_null(x.times(y));
      case Op::divide:
        return number_or_null(x.over(y));
      default:
        return number_or_null(x.power(y));
    }
  }
  switch (op) {
    case Op::add:
      if (a.is_string() && b.is_string()) {
        spend(budget, (a.string().size() + b.string().size()) / 16);
        return std::string(a.string()).append(b.string());
      }
      return add_moments(a, b);
    case Op::subtract:
      return subtract_moments(a, b);
    case Op::multiply:
      if (b.is_number()) return scale_duration(a, b.number());
      return a.is_number() ? scale_duration(b, a.number()) : Value();
    case Op::divide:
      if (b.is_number()) return divide_duration(a, b.number());
      return duration_ratio(a, b);
    default:
      return {};
  }
}

PAIDAN_INLINE Value Machine::comparison(const Operation& operation) {
  Value left;
  Value right;
  const Value& a = operand(operation.a, left);
  const Value& b = operand(operation.b, right);
  if (a.node() != nullptr) spend(budget, a.node()->size);
  // In a cell, values of another kind than its bounds are what it is there to tell apart.
  const auto nothing = [&] {
    if (input == nullptr) note_operation(budget, errors::no_comparison, operation.op, a, b);
    return Value();
  };
  if (operation.op == Op::equal || operation.op == Op::not_equal) {
    const std::optional<bool> same = equal(a, b);
    return same ? Value(*same == (operation.op == Op::equal)) : nothing();
  }
  const std::optional<int> order = compare(a, b);
  if (!order) return nothing();
  switch (operation.op) {
    case Op::less:
      return *order < 0;
    case Op::less_equal:
      return *order <= 0;
    case Op::greater:
      return *order > 0;
    default:
      return *order >= 0;
  }
}

PAIDAN_INLINE Value Machine::between(const Operation& operation) {
  Value rooms[3];
  const Value& x = operand(operation.a, rooms[0]);
  const std::optional<int> low = compare(x, operand(operation.b, rooms[1]));
  const std::optional<int> high = compare(x, operand(operation.c, rooms[2]));
  if ((low && *low < 0) || (high && *high > 0)) return false;
  return low && high ? Value(true) : Value();
}

PAIDAN_INLINE Value Machine::membership(const Operation& operation) {
  Value rooms[3];
  const Value& x = operand(operation.a, rooms[0]);
  const Value& low = operand(operation.b, rooms[1]);
  if (low.node() != nullptr) spend(budget, low.node()->size);
  if (operation.op == Op::fits) {
    // A cell that is a condition of its own: `list contains(tags, "new")` in a column of numbers.
    const bool decides = x.is_null() ? operation.d == condition : operation.d != 0 && !x.is_boolean();
    if (decides && low.is_boolean()) return low;
    return truth(fits(x, low));
  }
  const std::optional<int> from = compare(x, low);
  const std::optional<int> to = compare(x, operand(operation.c, rooms[2]));
  if (!from || !to) return {};
  const bool above = *from > 0 || (*from == 0 && (operation.d & low_closed) != 0);
  const bool below = *to < 0 || (*to == 0 && (operation.d & high_closed) != 0);
  return above && below;
}

PAIDAN_INLINE Value Machine::junction(const Operation& operation) {
  // A false decides `and`, a true decides `or`; whatever is no boolean is unknown.
  const bool decisive = operation.op == Op::any;
  bool unknown = false;
  for (std::uint32_t i = 0; i < operation.b; ++i) {
    Value room;
    const Value& value = operand(program.operands[operation.a + i], room);
    if (!value.is_boolean()) {
      unknown = true;
    } else if (value.boolean() == decisive) {
      return decisive;
    }
  }
  return unknown ? Value() : Value(!decisive);
}

PAIDAN_INLINE Value Machine::collection(const Operation& operation) {
  if (operation.op == Op::range) {
    Value low = run(operation.a);
    Value high = run(operation.b);
    if (low.is_null() || high.is_null()) return {};
    return Value::range(
        {std::move(low), std::move(high), (operation.d & low_closed) != 0, (operation.d & high_closed) != 0});
  }
  spend(budget, operation.b);
  if (operation.op == Op::list) {
    std::vector<Value> items;
    items.reserve(operation.b);
    for (std::uint32_t i = 0; i < operation.b; ++i) items.push_back(run(program.operands[operation.a + i]));
    return Value::list(std::move(items));
  }
  std::vector<ContextEntry> entries;
  entries.reserve(operation.b);
  for (std::uint32_t i = 0; i < operation.b; ++i) {
    entries.push_back({program.texts[operation.c + i], run(program.operands[operation.a + i])});
  }
  return Value::context(std::move(entries));
}

PAIDAN_INLINE Value member_of(const Value& value, std::string_view name, Budget& budget) {
  switch (value.kind()) {
    case Kind::context: {
      const Value* found = value.find(name);
      return found == nullptr ? Value() : *found;
    }
    case Kind::list: {
      spend(budget, value.items().size());
      std::vector<Value> items;
      items.reserve(value.items().size());
      for (const Value& item : value.items()) items.push_back(member_of(item, name, budget));
      return Value::list(std::move(items));
    }
    case Kind::range: {
      const RangeParts& parts = value.range_parts();
      if (name == "start") return parts.low;
      if (name == "end") return parts.high;
      if (name == "start included") return parts.low_closed && !parts.low.is_null();
      if (name == "end included") return parts.high_closed && !parts.high.is_null();
      return {};
    }
    default:
      return moment_part(value, name);
  }
}

PAIDAN_INLINE Value Machine::member(const Operation& operation) {
  Value room;
  return member_of(operand(operation.a, room), program.texts[operation.b], budget);
}

/// The arguments in the order of the parameters; absent when one has no parameter of its name or is given twice.
PAIDAN_INLINE std::optional<std::vector<Value>> ordered(std::span<const Value> arguments, const std::string* names,
                                                        std::span<const std::string> parameters) {
  if (arguments.size() != parameters.size()) return std::nullopt;
  std::vector<Value> result(parameters.size());
  std::vector<bool> given(parameters.size());
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto found = std::find(parameters.begin(), parameters.end(), names[i]);
    if (found == parameters.end()) return std::nullopt;
    const auto place = static_cast<std::size_t>(found - parameters.begin());
    if (given[place]) return std::nullopt;
    given[place] = true;
    result[place] = arguments[i];
  }
  return result;
}

PAIDAN_INLINE Value Machine::calling(const Operation& operation) {
  const bool builtin = operation.op == Op::builtin;
  const std::uint32_t first = builtin ? operation.a : operation.b;
  const std::uint32_t count = builtin ? operation.b : operation.c;
  spend(budget, 1 + count);
  std::vector<Value> arguments;
  arguments.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) arguments.push_back(run(program.operands[first + i]));
  if (builtin) {
    for (const Value& value : arguments) {
      if (value.is_string()) spend(budget, value.string().size() / 16);
      if (value.node() != nullptr) spend(budget, value.node()->size);
    }
    const Builtin& row = builtins()[operation.c];
    Value result = row.apply(arguments);
    if (result.is_null()) note_call(budget, row, arguments);
    return result;
  }
  if (operation.op == Op::function) {
    const FunctionTemplate& blueprint = program.functions[operation.a];
    return make_function({blueprint.parameters, std::move(arguments), expression_logic(blueprint.body)});
  }
  const Value function = run(operation.a);
  if (operation.d == none) return call(function, arguments, budget);
  const FunctionParts* parts = function_parts(function);
  if (parts == nullptr) return {};
  const auto sorted = ordered(arguments, program.texts.data() + operation.d, parts->parameters);
  return sorted ? call(function, *sorted, budget) : Value();
}

PAIDAN_INLINE Value run_program(const Program& program, std::span<const Value> scope, const Value* input,
                                Budget& budget) {
  if (program.locals == 0) return Machine{program, scope, input, nullptr, budget}.run(program.root);
  std::vector<Value> locals(program.locals);
  return Machine{program, scope, input, locals.data(), budget}.run(program.root);
}

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
