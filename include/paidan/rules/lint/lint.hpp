// What is wrong with a table although every cell of it is right: gaps, overlaps, rules and outputs that never come up.
//
// The bounds of a column's cells cut its values into stretches on which no cell changes, so one value of each says all.
// The search goes through the columns and keeps the set of rules still possible; equal sets that leave nothing open are
// looked at once. Each region without a rule has its own gap: stretches that others lie between, and texts that a cell
// or the allowed values name, are regions of their own; all other texts are one. Inputs are taken as independent of
// each other, and only values of their type (or, without a type, of the kinds their cells name) inside their allowed
// values count; null counts where a cell or the allowed values name it.
#pragma once

#include <paidan/rules/table/table.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

enum class FindingKind : std::uint8_t {
  gap,                 ///< U, A, P and F without defaults: an input that no rule decides
  overlap,             ///< U: two rules match one input; A: and their outputs differ
  shadowed,            ///< F and P: wherever the rule matches, another one wins
  never_matches,       ///< no allowed value fits a cell of the rule: an empty interval, a value of another type
  unreachable_output,  ///< listed in an output's allowed values, but no rule that can win gives it
  output_not_listed,   ///< a rule's output is not among the output's allowed values; with P and O it ranks last
};

struct Finding {
  FindingKind kind = FindingKind::gap;
  /// overlap: both; shadowed: the rule, then the rules that win over it; never_matches, output_not_listed: the rule.
  std::vector<std::uint32_t> rules;
  /// One value per input clause that shows it; empty where there can be none (never_matches, unreachable_output).
  std::vector<Value> witness;
  std::uint32_t clause = 0;  ///< never_matches: the input; unreachable_output, output_not_listed: the output
  Value value;               ///< unreachable_output, output_not_listed: the output's value
};

/// Why a report may lack findings.
enum class LintLimit : std::uint8_t {
  work,      ///< the work limit was reached
  findings,  ///< more findings of a kind than listed
  cells,     ///< cells that are not comparisons with constants were looked at only where a witness could be tried
};

struct LintOptions {
  std::uint64_t work = 200'000'000;  ///< steps, some 10^9 a second; the same steps on any machine
  std::uint32_t findings = 50;       ///< listed of each kind
};

struct LintReport {
  std::vector<Finding> findings;  ///< by kind, then by rule
  std::vector<LintLimit> limits;  ///< empty: what is not listed is not there
  [[nodiscard]] bool complete() const { return limits.empty(); }
};

[[nodiscard]] PAIDAN_EXPORT LintReport lint(const DecisionTable& table, const LintOptions& options = {});

/// One sentence with the witness.
[[nodiscard]] PAIDAN_EXPORT std::string text_of(const DecisionTable& table, const Finding& finding, Language language);
[[nodiscard]] PAIDAN_EXPORT std::string text_of(LintLimit limit, Language language);

}  // namespace rules

template <>
struct EnumNames<rules::FindingKind> {
  static constexpr std::array names{std::string_view("gap"),
                                    std::string_view("overlap"),
                                    std::string_view("shadowed"),
                                    std::string_view("never_matches"),
                                    std::string_view("unreachable_output"),
                                    std::string_view("output_not_listed")};
};
template <>
struct EnumNames<rules::LintLimit> {
  static constexpr std::array names{std::string_view("work"), std::string_view("findings"), std::string_view("cells")};
};

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/lint/lint.ipp>
#endif
