// Which parts of facts an expression compares with dates, times or durations.
#pragma once

// Before its parts: in the header-only flavour the header brings the body along.
#include <paidan/rules/table/table.hpp>

#include <paidan/rules/language/detail/builtins.hpp>
#include <paidan/rules/language/detail/tree.hpp>
#include <paidan/rules/language/names.hpp>
#include <paidan/rules/table/detail/fact_texts.ipp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

class Compared {
 public:
  Compared(const Program& program, const Names& names) : program_(program), names_(names) {
    for (const Operation& operation : program.operations) {
      if (operation.op == Op::bind) locals_.emplace(operation.d, operation.a);
    }
  }

  [[nodiscard]] std::vector<MomentPath> paths() {
    for (const Operation& operation : program_.operations) {
      switch (operation.op) {
        case Op::equal:
        case Op::not_equal:
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal:
          look(operation.b, operation.a);
          [[fallthrough]];
        case Op::fits:
          look(operation.a, operation.b);
          break;
        case Op::between:
        case Op::within:
          look(operation.a, operation.b);
          look(operation.a, operation.c);
          break;
        default:
          break;
      }
    }
    return std::move(paths_);
  }

 private:
  void look(std::uint32_t fact, std::uint32_t with) {
    const std::optional<Kind> kind = kind_of(with);
    if (!kind || !is_moment_kind(*kind)) return;
    std::vector<std::string> names = path_of(fact);
    if (!names.empty()) paths_.push_back({std::move(names), *kind});
  }

  /// Of the value, of a range's bounds, or of all of a list's items.
  [[nodiscard]] static std::optional<Kind> kind_of(const Value& value) {
    if (value.kind() == Kind::range) {
      const RangeParts& range = value.range_parts();
      return range.low.is_null() ? range.high.kind() : range.low.kind();
    }
    if (value.kind() != Kind::list || value.items().empty()) return value.kind();
    const Value& first = value.items()[0];
    if (first.kind() == Kind::list) return std::nullopt;
    for (const Value& item : value.items()) {
      if (item.kind() == Kind::list || kind_of(item) != kind_of(first)) return std::nullopt;
    }
    return kind_of(first);
  }

  [[nodiscard]] std::optional<Kind> kind_of(std::uint32_t node) const {
    const Operation& operation = program_.operations[node];
    if (operation.op == Op::constant) return kind_of(program_.constants[operation.a]);
    if (operation.op != Op::builtin) return std::nullopt;
    const std::string_view name = builtins()[operation.c].name;
    if (name == "date") return Kind::date;
    if (name == "time") return Kind::time;
    return name == "date and time" ? std::optional(Kind::date_time) : std::nullopt;
  }

  /// Empty unless the node is a fact or a part of one.
  [[nodiscard]] std::vector<std::string> path_of(std::uint32_t node) const {
    const Operation* operation = &program_.operations[node];
    std::vector<std::string> names;
    for (; operation->op == Op::member; operation = &program_.operations[operation->a])
      names.insert(names.begin(), program_.texts[operation->b]);
    if (operation->op == Op::local) {
      const auto bound = locals_.find(operation->a);
      if (bound == locals_.end() || !names.empty()) return {};
      return path_of(bound->second);
    }
    if (operation->op != Op::slot || operation->a >= names_.size()) return {};
    names.insert(names.begin(), names_.list()[operation->a]);
    return names;
  }

  const Program& program_;
  const Names& names_;
  std::map<std::uint32_t, std::uint32_t> locals_;  // bound to nodes
  std::vector<MomentPath> paths_;
};

}  // namespace rules::rules_detail
}  // namespace paidan::inline PAIDAN_ABI
