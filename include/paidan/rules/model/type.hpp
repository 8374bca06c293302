// Types of variables, as DMN's item definitions describe them.
#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/feel/value.hpp>
#include <paidan/rules/language/expression.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

/// An item definition: another name for a type, its allowed values, or a structure.
struct ItemData {
  std::string name;
  std::string type;         ///< built in (`number`, `date and time`, …) or of another item; empty: structure, or any
  bool collection = false;  ///< a list of these
  std::string allowed;      ///< unary tests of the value, of each item when a collection; empty: all
  std::vector<ItemData> components;  ///< of a structure
};

/// Immutable and cheap to copy.
class Type {
 public:
  struct Node;
  /// Any value.
  Type() = default;
  explicit Type(Shared<const Node> node) : node_(std::move(node)) {}
  /// `number`, `integer`, `dateTime`, `feel:string`, `Any`, …; absent when not built in.
  [[nodiscard]] PAIDAN_EXPORT static std::optional<Type> built_in(std::string_view name);

  /// The value as one of this type: itself, a list's only item, or a list around a single value (DMN 1.5, 10.3.2.9.4);
  /// absent when it is none. Null is of every type.
  [[nodiscard]] PAIDAN_EXPORT std::optional<Value> conform(const Value& value) const;
  /// The value with texts that the type says are dates, times or durations as such, at all depths; other texts stay.
  [[nodiscard]] PAIDAN_EXPORT Value read_texts(const Value& value) const;
  /// The kind of its values when these are simple and no collection.
  [[nodiscard]] PAIDAN_EXPORT std::optional<Kind> kind() const;
  /// As messages show it: `number`, `list of tLoan`.
  [[nodiscard]] PAIDAN_EXPORT std::string name() const;
  [[nodiscard]] bool any() const { return node_ == nullptr; }

 private:
  Shared<const Node> node_;  // null: any
};

struct Type::Node {
  struct Component {
    std::string name;
    Type type;
  };
  std::string name;
  std::optional<Kind> kind;  ///< absent: as `base`
  Type base;
  bool collection = false;
  std::vector<UnaryTests> allowed;  ///< none or one
  std::vector<Component> components;
};

/// Item definitions by name.
class Types {
 public:
  /// Adds an error for each unknown type, name given twice, definition that contains itself, and bad list of allowed
  /// values.
  PAIDAN_EXPORT Types(const std::vector<ItemData>& items, Errors& errors);
  /// An empty name is any type; absent when unknown.
  [[nodiscard]] PAIDAN_EXPORT std::optional<Type> find(std::string_view name) const;
  /// Names of components that are not plain words, for paths.
  [[nodiscard]] const std::vector<std::string>& members() const { return members_; }

 private:
  struct Named {
    std::string name;
    Type type;
  };
  std::vector<Named> types_;  // by name
  std::vector<std::string> members_;
};

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/model/type.ipp>
#endif
