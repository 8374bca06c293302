#pragma once

// Before its parts: in the header-only flavour the header brings the body along.
#include <paidan/rules/table/table.hpp>

#include <paidan/rules/feel/value.ipp>
#include <paidan/rules/model/detail/model_errors.hpp>
#include <paidan/rules/model/type.hpp>
#include <paidan/rules/table/detail/fact_texts.ipp>

#include <algorithm>
#include <map>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

namespace rules_detail {

inline constexpr std::size_t max_item_depth = 100;

/// Makes types out of item definitions; each definition once, those it needs first.
class TypeMaker {
 public:
  TypeMaker(const std::vector<ItemData>& items, Errors& errors) : items_(items), errors_(errors), made_(items.size()) {
    for (std::size_t i = 0; i < items.size(); ++i) places_.emplace(items[i].name, i);
  }

  Type top(std::size_t index) {
    State& state = made_[index];
    if (state.done) return state.type;
    if (state.open || depth_ >= max_item_depth) {
      errors_.add(errors::type_in_itself, items_[index].name);
      return {};
    }
    state.open = true;
    ++depth_;
    state.type = make(items_[index], items_[index].name);
    --depth_;
    state.open = false;
    state.done = true;
    return state.type;
  }

 private:
  struct State {
    bool open = false;
    bool done = false;
    Type type;
  };

  Type named(const std::string& name, const std::string& path) {
    if (name.empty()) return {};
    const auto found = places_.find(name);
    if (found != places_.end()) return top(found->second);
    if (const auto built_in = Type::built_in(name)) return *built_in;
    errors_.add(errors::unknown_type, path, {{"name", name}});
    return {};
  }

  Type make(const ItemData& item, const std::string& path) {
    auto node = new_shared<Type::Node>();
    node->name = item.name;
    node->base = named(item.type, path);
    node->collection = item.collection;
    if (!item.allowed.empty()) {
      try {
        node->allowed.push_back(UnaryTests::parse(item.allowed, Names(), {path + " allowed", 0}));
      } catch (const InvalidInput& invalid) {
        for (const Error& error : invalid.errors()) errors_.add(error);
      }
    }
    if (!item.components.empty()) {
      node->kind = Kind::context;
      if (depth_ >= max_item_depth) {
        errors_.add(errors::type_in_itself, path);
        return {};
      }
      ++depth_;
      for (const ItemData& component : item.components) {
        node->components.push_back({component.name, make(component, path + "." + component.name)});
      }
      --depth_;
    }
    return Type(std::move(node));
  }

  const std::vector<ItemData>& items_;
  Errors& errors_;
  std::vector<State> made_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::size_t depth_ = 0;
};

inline void collect_members(const std::vector<ItemData>& items, std::vector<std::string>& members,
                            std::size_t depth = 0) {
  if (depth > max_item_depth) return;
  for (const ItemData& item : items) {
    if (depth > 0 && std::find(members.begin(), members.end(), item.name) == members.end())
      members.push_back(item.name);
    collect_members(item.components, members, depth + 1);
  }
}

/// One value, lists apart.
inline std::optional<Value> conform_single(const Type::Node& type, const Value& value) {
  std::optional<Value> result = type.base.conform(value);
  if (!result || result->is_null()) return result;
  if (type.kind && result->kind() != *type.kind) return std::nullopt;
  if (!type.components.empty()) {
    std::vector<ContextEntry> entries(result->entries().begin(), result->entries().end());
    for (const Type::Node::Component& component : type.components) {
      for (ContextEntry& entry : entries) {
        if (entry.name != component.name) continue;
        std::optional<Value> part = component.type.conform(entry.value);
        if (!part) return std::nullopt;
        entry.value = std::move(*part);
      }
    }
    result = Value::context(std::move(entries));
  }
  for (const UnaryTests& allowed : type.allowed) {
    if (!allowed.matches(*result, {})) return std::nullopt;
  }
  return result;
}

}  // namespace rules_detail

PAIDAN_INLINE std::optional<Type> Type::built_in(std::string_view name) {
  if (name.starts_with("feel:")) name.remove_prefix(5);
  if (name == "Any" || name.empty()) return Type();
  std::optional<Kind> kind;
  for (std::size_t i = 1; i < kind_count; ++i) {
    if (name == name_of(static_cast<Kind>(i))) kind = static_cast<Kind>(i);
  }
  for (const std::string_view number : {"integer", "long", "double", "float", "decimal", "int", "short"}) {
    if (name == number) kind = Kind::number;  // as modelers that run on Java write them
  }
  if (name == "dateTime") kind = Kind::date_time;  // as DMN 1.1 wrote them
  if (name == "dayTimeDuration") kind = Kind::days_duration;
  if (name == "yearMonthDuration") kind = Kind::months_duration;
  if (!kind) return std::nullopt;
  Node node;
  node.name = std::string(name_of(*kind));
  node.kind = kind;
  return Type(new_shared<Node>(std::move(node)));
}

PAIDAN_INLINE std::optional<Value> Type::conform(const Value& value) const {
  using rules_detail::conform_single;
  if (node_ == nullptr || value.is_null()) return value;
  if (node_->collection) {
    std::vector<Value> items;
    const bool list = value.kind() == Kind::list;
    for (const Value& item : list ? value.items() : std::span(&value, 1)) {
      std::optional<Value> one = conform_single(*node_, item);
      if (!one) return std::nullopt;
      items.push_back(std::move(*one));
    }
    return Value::list(std::move(items));
  }
  std::optional<Value> result = conform_single(*node_, value);
  if (!result && value.kind() == Kind::list && value.items().size() == 1)
    return conform_single(*node_, value.items()[0]);
  return result;
}

PAIDAN_INLINE Value Type::read_texts(const Value& value) const {
  if (node_ == nullptr || !(value.is_string() || value.kind() == Kind::list || value.kind() == Kind::context))
    return value;
  if (value.kind() == Kind::list) {
    std::vector<Value> items;
    items.reserve(value.items().size());
    for (const Value& item : value.items()) items.push_back(read_texts(item));
    return Value::list(std::move(items));
  }
  if (value.is_string()) {
    return node_->kind ? rules_detail::moment_of_text(value, *node_->kind) : node_->base.read_texts(value);
  }
  if (node_->components.empty()) return node_->base.read_texts(value);
  std::vector<ContextEntry> entries(value.entries().begin(), value.entries().end());
  for (const Node::Component& component : node_->components) {
    for (ContextEntry& entry : entries) {
      if (entry.name == component.name) entry.value = component.type.read_texts(entry.value);
    }
  }
  return Value::context(std::move(entries));
}

PAIDAN_INLINE std::optional<Kind> Type::kind() const {
  if (node_ == nullptr || node_->collection) return std::nullopt;
  return node_->kind ? node_->kind : node_->base.kind();
}

PAIDAN_INLINE std::string Type::name() const {
  if (node_ == nullptr) return "Any";
  return (node_->collection ? "list of " : "") + node_->name;
}

PAIDAN_INLINE Types::Types(const std::vector<ItemData>& items, Errors& errors) {
  rules_detail::TypeMaker maker(items, errors);
  for (std::size_t i = 0; i < items.size(); ++i) {
    Type type = maker.top(i);
    const auto at = std::ranges::lower_bound(types_, items[i].name, {}, &Named::name);
    if (at != types_.end() && at->name == items[i].name) {
      errors.add(errors::name_twice, items[i].name, {{"name", items[i].name}});
    } else {
      types_.insert(at, {items[i].name, std::move(type)});
    }
  }
  rules_detail::collect_members(items, members_);
}

PAIDAN_INLINE std::optional<Type> Types::find(std::string_view name) const {
  if (name.empty()) return Type();
  const auto found = std::ranges::lower_bound(types_, name, {}, &Named::name);
  if (found != types_.end() && found->name == name) return found->type;
  return Type::built_in(name);
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
