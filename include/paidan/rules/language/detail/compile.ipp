#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/feel/errors.hpp>
#include <paidan/rules/language/detail/compile.hpp>
#include <paidan/rules/language/detail/evaluate.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

PAIDAN_INLINE Builder::Builder() : program_(new_shared<Program>()) {}

template <typename Visit>
void Builder::visit(const Operation& operation, const Visit& each) const {
  const auto list = [&](std::uint32_t first, std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) each(program_->operands[first + i]);
  };
  switch (operation.op) {
    case Op::constant:
    case Op::slot:
    case Op::local:
    case Op::input:
      break;
    case Op::negate:
    case Op::negation:
    case Op::member:
    case Op::keep:
      each(operation.a);
      break;
    case Op::between:
    case Op::within:
    case Op::choice:
      each(operation.a);
      each(operation.b);
      each(operation.c);
      break;
    case Op::all:
    case Op::any:
    case Op::list:
    case Op::context:
    case Op::builtin:
      list(operation.a, operation.b);
      break;
    case Op::call:
      each(operation.a);
      list(operation.b, operation.c);
      break;
    case Op::function:
      list(operation.b, operation.c);
      break;
    default:
      each(operation.a);
      each(operation.b);
  }
}

PAIDAN_INLINE const Value* Builder::constant_at(std::uint32_t node) const {
  const Operation& at = operation(node);
  return at.op == Op::constant ? &program_->constants[at.a] : nullptr;
}

PAIDAN_INLINE bool Builder::foldable(const Operation& operation) const {
  switch (operation.op) {
    case Op::constant:
    case Op::slot:
    case Op::local:
    case Op::input:
    case Op::bind:
    case Op::keep:
    case Op::call:
    case Op::function:
      return false;
    default:
      break;
  }
  bool all = true;
  visit(operation, [&](std::uint32_t child) { all = all && constant_at(child) != nullptr; });
  return all;
}

PAIDAN_INLINE std::uint32_t Builder::add(const Operation& operation) {
  std::uint32_t height = 1;
  visit(operation, [&](std::uint32_t child) { height = std::max(height, heights_[child] + 1); });
  if (height > max_height) {
    throw InvalidInput(Error{&errors::too_deep, "", 0, {{"limit", std::to_string(max_height)}}});
  }
  program_->operations.push_back(operation);
  heights_.push_back(height);
  const auto node = static_cast<std::uint32_t>(heights_.size() - 1);
  if (!foldable(operation)) return node;
  Errors notes;
  Budget budget{.errors = &notes};
  program_->root = node;
  Value value = run_program(*program_, {}, nullptr, budget);
  if (!notes.empty()) return node;  // computed again when asked for, to say why there is no value
  program_->operations[node] = {.op = Op::constant, .a = static_cast<std::uint32_t>(program_->constants.size())};
  program_->constants.push_back(std::move(value));
  heights_[node] = 1;
  return node;
}

PAIDAN_INLINE std::uint32_t Builder::add(Operation operation, const std::vector<std::uint32_t>& operands) {
  const auto first = static_cast<std::uint32_t>(program_->operands.size());
  const auto count = static_cast<std::uint32_t>(operands.size());
  program_->operands.insert(program_->operands.end(), operands.begin(), operands.end());
  const bool second = operation.op == Op::call || operation.op == Op::function;
  (second ? operation.b : operation.a) = first;
  (second ? operation.c : operation.b) = count;
  return add(operation);
}

PAIDAN_INLINE std::uint32_t Builder::constant(Value value) {
  program_->constants.push_back(std::move(value));
  return add({.op = Op::constant, .a = static_cast<std::uint32_t>(program_->constants.size() - 1)});
}

PAIDAN_INLINE std::uint32_t Builder::text(std::string text) {
  program_->texts.push_back(std::move(text));
  return static_cast<std::uint32_t>(program_->texts.size() - 1);
}

PAIDAN_INLINE std::uint32_t Builder::function(FunctionTemplate blueprint) {
  program_->functions.push_back(std::move(blueprint));
  return static_cast<std::uint32_t>(program_->functions.size() - 1);
}

PAIDAN_INLINE std::uint32_t Builder::new_locals(std::uint32_t count) {
  program_->locals += count;
  return program_->locals - count;
}

PAIDAN_INLINE Shared<const Program> Builder::finish(std::uint32_t root, std::string_view text) {
  program_->root = root;
  program_->text = std::string(text);
  std::vector<std::uint32_t>& slots = program_->slots;
  for (const Operation& operation : program_->operations) {
    if (operation.op == Op::slot) slots.push_back(operation.a);
  }
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return std::move(program_);
}

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
