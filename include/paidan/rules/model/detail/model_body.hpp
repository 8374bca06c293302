// The compiled form of a decision model. Only .ipp files include this.
#pragma once

// Before its parts: in the header-only flavour the header brings the body along.
#include <paidan/rules/table/table.hpp>

#include <paidan/core/handle.hpp>
#include <paidan/rules/language/detail/function.hpp>
#include <paidan/rules/model/model.hpp>
#include <paidan/rules/model/type.hpp>
#include <paidan/rules/table/detail/table_body.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

/// An input, a decision or a piece of knowledge.
struct ModelNode {
  enum class Form : std::uint8_t { input, decision, knowledge };
  Form form = Form::input;
  std::string name;
  Type type;
  std::vector<std::uint32_t> needs;  ///< nodes whose values are the scope (knowledge: after the parameters)
  std::vector<std::string> parameters;
  Shared<const Logic> logic;
};

struct ModelBody {
  ModelData data;
  std::vector<MomentPath> moments;  ///< of inputs without a type, that tables and expressions compare
  std::vector<ModelNode> nodes;
  std::vector<std::uint32_t> order;  ///< what is needed comes first
};

/// False, and an error, beyond the limit.
bool few_enough(std::size_t found, std::size_t limit, std::string_view noun, std::string_view noun_zh,
                const std::string& path, Errors& errors);

/// Makes logic out of boxed expressions. Errors are collected, then the logic is null.
class BoxedCompiler {
 public:
  BoxedCompiler(const Types& types, Errors& errors) : types_(types), errors_(errors) {}

  Shared<const Logic> compile(const BoxedData& boxed, const Names& names, const std::string& path);
  /// The logic with its result brought to a type.
  Shared<const Logic> typed(Shared<const Logic> logic, const std::string& type, const std::string& path);
  std::optional<Type> type_of(const std::string& name, const std::string& path);
  /// That tables and expressions compiled so far compare with.
  [[nodiscard]] std::span<const MomentPath> moments() const { return moments_; }

 private:
  Shared<const Logic> form(const BoxedData& boxed, const Names& names, const std::string& path);
  Shared<const Logic> table(const BoxedData& boxed, const Names& names, const std::string& path);
  Shared<const Logic> context(const BoxedData& boxed, const Names& names, const std::string& path);
  Shared<const Logic> invocation(const BoxedData& boxed, const Names& names, const std::string& path);
  Shared<const Logic> function(const BoxedData& boxed, const Names& names, const std::string& path);
  Shared<const Logic> list(const BoxedData& boxed, const Names& names, const std::string& path);
  std::optional<Expression> expression(const std::string& text, const Names& names, const std::string& path);
  void keep(const InvalidInput& invalid);

  const Types& types_;
  Errors& errors_;
  std::vector<MomentPath> moments_;
  std::size_t depth_ = 0;
};

/// The value as one of the type, or null and an error in the budget's list.
Value conforming(const Type& type, Value value, const std::string& path, Budget& budget);

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
