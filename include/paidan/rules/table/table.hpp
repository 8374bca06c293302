// Decision tables (OMG DMN 1.5, chapter 8): rows of conditions and what follows from them.
#pragma once

#include <paidan/core/handle.hpp>
#include <paidan/rules/language/expression.hpp>
#include <paidan/rules/table/table_data.hpp>
#include <paidan/rules/table/table_errors.hpp>

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

namespace rules_detail {
struct TableBody;  // table_body.hpp
}

/// How a decision came about.
enum class Status : std::uint8_t {
  decided,     ///< by rules
  by_default,  ///< no rule matches; the outputs' defaults
  undecided,   ///< no rule matches and there is no default: null
  conflict,    ///< hit policy U or A is violated, or outputs cannot be taken together: null and an error
  refused,     ///< a missing fact, or an input outside its type or allowed values: null and an error
};

inline constexpr std::uint32_t no_rule = std::numeric_limits<std::uint32_t>::max();

/// The quick answer: which rule, without any text.
struct Match {
  Status status = Status::undecided;
  /// Hit policies U, A, P and F: the rule that decides. Others: the first that matches in the policy's order.
  std::uint32_t rule = no_rule;
  std::uint32_t other = no_rule;  ///< conflict: a second rule
  std::uint32_t input = 0;        ///< refused: the first input clause that refuses its value
  /// U, A, P and F with constant outputs, and defaults: the result, which lives as long as the table; otherwise
  /// nullptr.
  const Value* value = nullptr;
};

/// The whole answer.
struct Decision {
  Status status = Status::undecided;
  /// One output: its value; several: a context in clause order; R, O and C: a list of these, null when no rule matches.
  Value value;
  /// Indices of the rules it rests on, in the order of the result; a conflict: those that collide, at most 100.
  std::vector<std::uint32_t> rules;
  std::vector<Error>
      errors;  ///< of `decide` also what made the answer null: a division by zero, a text that is no date
};

/// A checked, immutable table. Copies share their content; it may be asked from several threads.
class DecisionTable {
 public:
  static constexpr std::size_t max_inputs = 256;
  static constexpr std::size_t max_outputs = 256;
  static constexpr std::size_t max_rules = 1'000'000;

  /// Its facts are what its input expressions name (see `facts_of`). Throws InvalidInput with all errors found; their
  /// paths are spreadsheet cells (`C7 (km)`) where the data says where it stands, otherwise `rules[6].inputs[1]`.
  PAIDAN_EXPORT explicit DecisionTable(TableData data);
  /// Expressions and cells may use these names, and only these.
  PAIDAN_EXPORT DecisionTable(TableData data, const Names& names, const Place& place = {});
  /// What the constructors would throw.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(const TableData& data);
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(const TableData& data, const Names& names,
                                                                 const Place& place = {});
  /// The names that a table's input expressions use: `km`, `visit date` as a whole, `order` of `order.km`, and from
  /// longer expressions every run of words that is neither a keyword nor called as a function.
  [[nodiscard]] PAIDAN_EXPORT static Names facts_of(const TableData& data);

  [[nodiscard]] PAIDAN_EXPORT const TableData& data() const;
  [[nodiscard]] PAIDAN_EXPORT const Names& names() const;
  [[nodiscard]] PAIDAN_EXPORT std::size_t input_count() const;
  [[nodiscard]] PAIDAN_EXPORT std::size_t output_count() const;
  [[nodiscard]] PAIDAN_EXPORT std::size_t rule_count() const;
  /// The rule's own id, or `r1`, `r2`, … by place.
  [[nodiscard]] PAIDAN_EXPORT std::string rule_id(std::uint32_t rule) const;
  /// The heading of an input: its name, or its expression.
  [[nodiscard]] PAIDAN_EXPORT const std::string& input_name(std::size_t input) const;
  [[nodiscard]] PAIDAN_EXPORT const UnaryTests& cell(std::uint32_t rule, std::size_t input) const;
  /// The rule's result when its outputs are constant, otherwise nullptr.
  [[nodiscard]] PAIDAN_EXPORT const Value* result(std::uint32_t rule) const;
  /// What is answered when no rule matches; nullptr when nothing or not constant.
  [[nodiscard]] PAIDAN_EXPORT const Value* default_result() const;
  /// All outputs are constant and all cells depend on their own input only: `match` and `decide_inputs` need no scope.
  [[nodiscard]] PAIDAN_EXPORT bool self_contained() const;

  /// The facts with texts as dates, times or durations where a column is of such a type, or has none and compares with
  /// nothing else; also in structures (`job.day`) and in lists.
  [[nodiscard]] PAIDAN_EXPORT Value read_texts(const Value& facts) const;
  /// Facts by name, as a context. Facts that the table does not use are passed over; a missing one is an error (null is
  /// not missing).
  [[nodiscard]] PAIDAN_EXPORT Decision decide(const Value& facts) const;
  /// One value per name of `names()`.
  [[nodiscard]] PAIDAN_EXPORT Decision decide_scope(std::span<const Value> scope, Budget& budget) const;
  /// One value per input clause. `scope` is needed unless the table is self-contained; names it lacks are null.
  [[nodiscard]] PAIDAN_EXPORT Decision decide_inputs(std::span<const Value> inputs,
                                                     std::span<const Value> scope = {}) const;
  /// As decide_inputs, without memory from the heap. Exactly one value per input clause. P with outputs that are not
  /// constant, and the collecting policies: whether any rule matches, and the first one.
  [[nodiscard]] PAIDAN_EXPORT Match match(std::span<const Value> inputs, std::span<const Value> scope = {}) const;
  /// Values of the input expressions.
  [[nodiscard]] PAIDAN_EXPORT std::vector<Value> inputs_of(std::span<const Value> scope, Budget& budget) const;
  /// One value per name out of a context; adds an error for each that is missing.
  [[nodiscard]] PAIDAN_EXPORT std::vector<Value> scope_of(const Value& facts, Errors& errors) const;
  /// `service = "repair", km = 3`.
  [[nodiscard]] PAIDAN_EXPORT std::string input_text(std::span<const Value> inputs) const;

  [[nodiscard]] const rules_detail::TableBody& body() const { return *body_; }

 private:
  Shared<const rules_detail::TableBody> body_;
};

}  // namespace rules

template <>
struct EnumNames<rules::Status> {
  static constexpr std::array names{std::string_view("decided"), std::string_view("by_default"),
                                    std::string_view("undecided"), std::string_view("conflict"),
                                    std::string_view("refused")};
};

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/table/table.ipp>
#endif
