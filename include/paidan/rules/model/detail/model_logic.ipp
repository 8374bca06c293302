#pragma once

// Before its body: in the header-only flavour the header brings the body along.
#include <paidan/rules/table/table.hpp>

#include <paidan/core/handle.hpp>
#include <paidan/rules/language/detail/parse.hpp>
#include <paidan/rules/model/detail/compared.ipp>
#include <paidan/rules/model/detail/model_body.hpp>
#include <paidan/rules/model/detail/model_errors.hpp>
#include <paidan/rules/table/detail/table_body.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

inline constexpr std::size_t max_boxed_depth = 100;

using LogicPointer = Shared<const Logic>;

PAIDAN_INLINE Value conforming(const Type& type, Value value, const std::string& path, Budget& budget) {
  std::optional<Value> result = type.conform(value);
  if (result) return std::move(*result);
  if (budget.errors != nullptr) {
    std::string shown = value.literal();
    if (shown.size() > 100) shown = std::string(name_of(value.kind()));
    budget.errors->add(errors::not_of_type, path, {{"value", std::move(shown)}, {"expected", type.name()}});
  }
  return {};
}

PAIDAN_INLINE bool few_enough(std::size_t found, std::size_t limit, std::string_view noun, std::string_view noun_zh,
                              const std::string& path, Errors& errors) {
  if (found <= limit) return true;
  errors.add(errors::model_too_large, path,
             {{"found", std::to_string(found)},
              {"limit", std::to_string(limit)},
              {"noun", std::string(noun)},
              {"noun_zh", std::string(noun_zh)}});
  return false;
}

class LiteralLogic final : public Logic {
 public:
  explicit LiteralLogic(Expression expression) : expression_(std::move(expression)) {}
  [[nodiscard]] Value evaluate(std::span<const Value> scope, Budget& budget) const override {
    return expression_.evaluate(scope, budget);
  }

 private:
  Expression expression_;
};

class TableLogic final : public Logic {
 public:
  TableLogic(DecisionTable table, std::string path) : table_(std::move(table)), path_(std::move(path)) {}
  [[nodiscard]] Value evaluate(std::span<const Value> scope, Budget& budget) const override {
    Decision decision = table_.decide_scope(scope, budget);
    if (budget.errors != nullptr) {
      for (Error& error : decision.errors) {
        if (error.path.empty()) error.path = path_;
        budget.errors->add(std::move(error));
      }
    }
    return std::move(decision.value);
  }

 private:
  DecisionTable table_;
  std::string path_;
};

class TypedLogic final : public Logic {
 public:
  TypedLogic(LogicPointer logic, Type type, std::string path)
      : logic_(std::move(logic)), type_(std::move(type)), path_(std::move(path)) {}
  [[nodiscard]] Value evaluate(std::span<const Value> scope, Budget& budget) const override {
    return conforming(type_, logic_->evaluate(scope, budget), path_, budget);
  }

 private:
  LogicPointer logic_;
  Type type_;
  std::string path_;
};

/// Entries one after the other, each seeing those before; then the result, or a context of all.
class ContextLogic final : public Logic {
 public:
  struct Entry {
    std::string name;
    LogicPointer logic;
  };
  ContextLogic(std::vector<Entry> entries, LogicPointer result)
      : entries_(std::move(entries)), result_(std::move(result)) {}
  [[nodiscard]] Value evaluate(std::span<const Value> scope, Budget& budget) const override {
    std::vector<Value> inner(scope.begin(), scope.end());
    for (const Entry& entry : entries_) inner.push_back(entry.logic->evaluate(inner, budget));
    if (result_ != nullptr) return result_->evaluate(inner, budget);
    std::vector<ContextEntry> values;
    for (std::size_t i = 0; i < entries_.size(); ++i) values.push_back({entries_[i].name, inner[scope.size() + i]});
    return Value::context(std::move(values));
  }

 private:
  std::vector<Entry> entries_;
  LogicPointer result_;
};

class InvocationLogic final : public Logic {
 public:
  InvocationLogic(Expression function, std::vector<ContextLogic::Entry> bindings)
      : function_(std::move(function)), bindings_(std::move(bindings)) {}
  [[nodiscard]] Value evaluate(std::span<const Value> scope, Budget& budget) const override {
    const Value function = function_.evaluate(scope, budget);
    const FunctionParts* parts = function_parts(function);
    if (parts == nullptr) return {};
    std::vector<Value> arguments(parts->parameters.size());
    for (const ContextLogic::Entry& binding : bindings_) {
      const auto found = std::find(parts->parameters.begin(), parts->parameters.end(), binding.name);
      if (found == parts->parameters.end()) return {};
      arguments[static_cast<std::size_t>(found - parts->parameters.begin())] = binding.logic->evaluate(scope, budget);
    }
    return call(function, arguments, budget);
  }

 private:
  Expression function_;
  std::vector<ContextLogic::Entry> bindings_;
};

/// Gives a function that keeps the whole scope.
class FunctionLogic final : public Logic {
 public:
  FunctionLogic(std::vector<std::string> parameters, LogicPointer body)
      : parameters_(std::move(parameters)), body_(std::move(body)) {}
  [[nodiscard]] Value evaluate(std::span<const Value> scope, Budget&) const override {
    return make_function({parameters_, {scope.begin(), scope.end()}, body_});
  }

 private:
  std::vector<std::string> parameters_;
  LogicPointer body_;
};

class ListLogic final : public Logic {
 public:
  explicit ListLogic(std::vector<LogicPointer> items) : items_(std::move(items)) {}
  [[nodiscard]] Value evaluate(std::span<const Value> scope, Budget& budget) const override {
    std::vector<Value> values;
    for (const LogicPointer& item : items_) values.push_back(item->evaluate(scope, budget));
    return Value::list(std::move(values));
  }

 private:
  std::vector<LogicPointer> items_;
};

/// Logic that is not supported: null, and why.
class RefusedLogic final : public Logic {
 public:
  explicit RefusedLogic(std::vector<Error> errors) : errors_(std::move(errors)) {}
  [[nodiscard]] Value evaluate(std::span<const Value>, Budget& budget) const override {
    for (const Error& error : errors_) {
      if (budget.errors != nullptr) budget.errors->add(error);
    }
    return {};
  }

 private:
  std::vector<Error> errors_;
};

PAIDAN_INLINE void BoxedCompiler::keep(const InvalidInput& invalid) {
  for (const Error& error : invalid.errors()) errors_.add(error);
}

PAIDAN_INLINE std::optional<Type> BoxedCompiler::type_of(const std::string& name, const std::string& path) {
  std::optional<Type> type = types_.find(name);
  if (!type) errors_.add(errors::unknown_type, path, {{"name", name}});
  return type;
}

PAIDAN_INLINE LogicPointer BoxedCompiler::typed(LogicPointer logic, const std::string& type, const std::string& path) {
  const std::optional<Type> found = type_of(type, path);
  if (logic == nullptr || !found || found->any()) return logic;
  return new_shared<TypedLogic>(std::move(logic), *found, path);
}

PAIDAN_INLINE std::optional<Expression> BoxedCompiler::expression(const std::string& text, const Names& names,
                                                                  const std::string& path) {
  try {
    return Expression::parse(text, names, {path, 0});
  } catch (const InvalidInput& invalid) {
    keep(invalid);
    return std::nullopt;
  }
}

PAIDAN_INLINE LogicPointer BoxedCompiler::compile(const BoxedData& boxed, const Names& names, const std::string& path) {
  if (depth_ >= max_boxed_depth) {
    errors_.add(errors::too_deep, path, {{"limit", std::to_string(max_boxed_depth)}});
    return nullptr;
  }
  ++depth_;
  LogicPointer logic = typed(form(boxed, names, path), boxed.type, path);
  --depth_;
  return logic;
}

PAIDAN_INLINE LogicPointer BoxedCompiler::form(const BoxedData& boxed, const Names& names, const std::string& path) {
  switch (boxed.form) {
    case BoxedData::Form::literal: {
      std::optional<Expression> read = expression(boxed.text, names, path);
      if (!read) return nullptr;
      for (MomentPath& one : Compared(*Parser(boxed.text, names, {}).whole(), names).paths())
        moments_.push_back(std::move(one));
      return new_shared<LiteralLogic>(std::move(*read));
    }
    case BoxedData::Form::table:
      return table(boxed, names, path);
    case BoxedData::Form::context:
      return context(boxed, names, path);
    case BoxedData::Form::invocation:
      return invocation(boxed, names, path);
    case BoxedData::Form::function:
      return function(boxed, names, path);
    case BoxedData::Form::list:
      return list(boxed, names, path);
    case BoxedData::Form::unsupported:
      errors_.add(errors::logic_not_supported, path, {{"line", std::to_string(boxed.line)}, {"value", boxed.text}});
      return nullptr;
    case BoxedData::Form::none:
      break;
  }
  errors_.add(errors::logic_missing, path);
  return nullptr;
}

PAIDAN_INLINE LogicPointer BoxedCompiler::table(const BoxedData& boxed, const Names& names, const std::string& path) {
  TableData data = boxed.table;
  // The table knows the simple types; what an item definition allows beyond its kind is checked where values enter.
  const auto simple = [&](std::string& type) {
    const std::optional<Type> found = type_of(type, path);
    const std::optional<Kind> kind = found ? found->kind() : std::nullopt;
    type = kind && *kind < Kind::range ? std::string(name_of(*kind)) : "";
  };
  for (InputClause& input : data.inputs) simple(input.type);
  for (OutputClause& output : data.outputs) simple(output.type);
  try {
    DecisionTable made(std::move(data), names, {path, 0});
    moments_.insert(moments_.end(), made.body().moments.begin(), made.body().moments.end());
    return new_shared<TableLogic>(std::move(made), path);
  } catch (const InvalidInput& invalid) {
    keep(invalid);
    return nullptr;
  }
}

PAIDAN_INLINE LogicPointer BoxedCompiler::context(const BoxedData& boxed, const Names& names, const std::string& path) {
  if (!few_enough(boxed.entries.size(), DecisionModel::max_names, "entries", "条目", path, errors_)) return nullptr;
  // A later entry may hide a name around it: then the outer name goes, its slot stays.
  std::vector<ContextLogic::Entry> entries;
  Names inner = names;
  LogicPointer result;
  bool complete = true;
  for (std::size_t i = 0; i < boxed.entries.size(); ++i) {
    const BoxedEntry& entry = boxed.entries[i];
    const std::string& name = entry.variable.name;
    const std::string place = path + "." + (name.empty() ? "result" : name);
    LogicPointer logic = typed(compile(entry.value, inner, place), entry.variable.type, place);
    complete = complete && logic != nullptr;
    if (name.empty()) {
      if (i + 1 != boxed.entries.size()) {
        errors_.add(errors::name_missing, place);
        complete = false;
      }
      result = std::move(logic);
    } else {
      inner.hide(name);
      inner.add(name);
      inner.add_member(name);
      entries.push_back({name, std::move(logic)});
    }
  }
  return complete ? new_shared<ContextLogic>(std::move(entries), std::move(result)) : nullptr;
}

PAIDAN_INLINE LogicPointer BoxedCompiler::invocation(const BoxedData& boxed, const Names& names,
                                                     const std::string& path) {
  std::optional<Expression> callee = expression(boxed.text, names, path);
  std::vector<ContextLogic::Entry> bindings;
  bool complete = callee.has_value();
  for (const BoxedEntry& entry : boxed.entries) {
    const std::string place = path + "." + entry.variable.name;
    LogicPointer logic = typed(compile(entry.value, names, place), entry.variable.type, place);
    complete = complete && logic != nullptr;
    bindings.push_back({entry.variable.name, std::move(logic)});
  }
  return complete ? new_shared<InvocationLogic>(std::move(*callee), std::move(bindings)) : nullptr;
}

PAIDAN_INLINE LogicPointer BoxedCompiler::function(const BoxedData& boxed, const Names& names,
                                                   const std::string& path) {
  if (boxed.entries.size() != 1) {
    errors_.add(errors::logic_missing, path);
    return nullptr;
  }
  if (!few_enough(boxed.parameters.size(), DecisionModel::max_names, "parameters", "参数", path, errors_))
    return nullptr;
  std::vector<std::string> parameters;
  Names inner;
  for (const VariableData& parameter : boxed.parameters) {
    parameters.push_back(parameter.name);
    inner.add(parameter.name);
    (void)type_of(parameter.type, path);
  }
  if (inner.size() != parameters.size()) {
    errors_.add(errors::name_twice, path, {{"name", boxed.parameters.back().name}});
    return nullptr;
  }
  for (const std::string& name : names.list()) inner.append(inner.find(name) ? "" : name);
  for (const std::string& member : names.members()) inner.add_member(member);
  LogicPointer body = compile(boxed.entries[0].value, inner, path);
  return body ? new_shared<FunctionLogic>(std::move(parameters), std::move(body)) : nullptr;
}

PAIDAN_INLINE LogicPointer BoxedCompiler::list(const BoxedData& boxed, const Names& names, const std::string& path) {
  std::vector<LogicPointer> items;
  for (std::size_t i = 0; i < boxed.entries.size(); ++i) {
    items.push_back(compile(boxed.entries[i].value, names, path + "[" + std::to_string(i) + "]"));
    if (items.back() == nullptr) return nullptr;
  }
  return new_shared<ListLogic>(std::move(items));
}

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
