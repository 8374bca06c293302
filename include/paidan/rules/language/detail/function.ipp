#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/feel/detail/node.hpp>
#include <paidan/rules/feel/value.ipp>
#include <paidan/rules/language/detail/evaluate.ipp>
#include <paidan/rules/language/detail/function.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

namespace rules_detail {

struct FunctionNode : FunctionHead {
  FunctionNode() : FunctionHead([](const Node* node) noexcept { delete static_cast<const FunctionNode*>(node); }) {}
  FunctionParts parts;
};

class ExpressionLogic final : public Logic {
 public:
  explicit ExpressionLogic(Shared<const Program> program) : program_(std::move(program)) {}
  [[nodiscard]] Value evaluate(std::span<const Value> scope, Budget& budget) const override {
    return run_program(*program_, scope, nullptr, budget);
  }

 private:
  Shared<const Program> program_;
};

PAIDAN_INLINE Shared<const Logic> expression_logic(Shared<const Program> program) {
  return new_shared<ExpressionLogic>(std::move(program));
}

}  // namespace rules_detail

PAIDAN_INLINE Value make_function(FunctionParts parts) {
  auto node = std::make_unique<rules_detail::FunctionNode>();
  for (const Value& value : parts.captured) rules_detail::enclose(*node, value);
  node->parts = std::move(parts);
  return Value::adopt(node.release());
}

PAIDAN_INLINE const FunctionParts* function_parts(const Value& value) {
  if (value.kind() != Kind::function) return nullptr;
  return &static_cast<const rules_detail::FunctionNode*>(value.node())->parts;
}

PAIDAN_INLINE Value call(const Value& function, std::span<const Value> arguments, Budget& budget) {
  const FunctionParts* parts = function_parts(function);
  if (parts == nullptr || arguments.size() != parts->parameters.size()) return {};
  const rules_detail::Call guard(budget);
  std::vector<Value> scope;
  scope.reserve(parts->captured.size() + arguments.size());
  scope.insert(scope.end(), arguments.begin(), arguments.end());
  scope.insert(scope.end(), parts->captured.begin(), parts->captured.end());
  return parts->logic->evaluate(scope, budget);
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
