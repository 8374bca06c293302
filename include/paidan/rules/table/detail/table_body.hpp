// What a DecisionTable is made of; for the room's own definitions.
#pragma once

#include <paidan/rules/table/detail/index.hpp>
#include <paidan/rules/table/table.hpp>

#include <optional>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

struct CompiledInput {
  Expression expression;
  std::optional<std::uint32_t> variable;  // slot of the scope when it is nothing else
  std::optional<Kind> type;
  UnaryTests allowed;
  bool look_at_allowed = false;  // the index cannot tell
  ColumnIndex index;
};

struct CompiledOutput {
  std::optional<Kind> type;
  std::vector<Value> order;  // P and O: best first; empty: this output does not count
};

/// A fact, or a part of one, whose texts are dates, times or durations: `day`, `job.day`.
struct MomentPath {
  std::vector<std::string> names;
  Kind kind = Kind::date;
};

/// Rules stand in the index by bit: in table order, for P and O with constant outputs in the order of priority.
struct TableBody {
  TableData data;
  Names names;
  std::vector<CompiledInput> inputs;
  std::vector<CompiledOutput> outputs;
  std::vector<UnaryTests> tests;        // distinct cells
  std::vector<std::uint32_t> cells;     // rule × input → tests
  std::vector<Expression> expressions;  // distinct outputs
  std::vector<std::uint32_t> entries;   // rule × output → expressions
  std::vector<Value> results;           // of rules with constant outputs
  std::vector<std::uint8_t> constant;   // rule → results says it
  std::vector<std::uint32_t> same;      // rule → first rule with the same constant result
  std::vector<std::uint32_t> rule_of;   // bit → rule; empty: the same
  std::vector<Expression> otherwise;    // defaults, one an output, when there are any
  std::optional<Value> default_result;  // when constant
  std::vector<MomentPath> moments;      // that columns are of or compare with
  std::size_t words = 1;
  bool all_constant = true;
  bool exact = true;           // every set of every column says all
  bool takes_anything = true;  // no type, no allowed values
  bool self_contained = true;

  [[nodiscard]] std::uint32_t rule_at(std::size_t bit) const {
    return rule_of.empty() ? static_cast<std::uint32_t>(bit) : rule_of[bit];
  }
  [[nodiscard]] const UnaryTests& cell(std::uint32_t rule, std::size_t input) const {
    return tests[cells[rule * inputs.size() + input]];
  }
  [[nodiscard]] const Expression& entry(std::uint32_t rule, std::size_t output) const {
    return expressions[entries[rule * outputs.size() + output]];
  }
};

/// The kind that a FEEL type's name stands for; absent for `Any` and types defined elsewhere.
[[nodiscard]] PAIDAN_EXPORT std::optional<Kind> kind_of_type(std::string_view type);

}  // namespace rules::rules_detail
}  // namespace paidan::inline PAIDAN_ABI
