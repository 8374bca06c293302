// Facts, decisions and findings as JSON. Numbers stay the decimals that were written, in both directions.
#pragma once

#include <paidan/rules/lint/lint.hpp>
#include <paidan/rules/model/model.hpp>
#include <paidan/rules/table/explain.hpp>
#include <paidan/rules/table/table.hpp>
#include <paidan/syntax/limits.hpp>
#include <paidan/syntax/tree.hpp>
#include <paidan/syntax/writer.hpp>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

/// An object as a context: numbers exact to 34 digits, texts, booleans, null, arrays as lists, objects as contexts.
/// JSON has no dates: see `with_types`. Throws InvalidInput: not JSON, not an object, a number of more digits, a key
/// given twice.
[[nodiscard]] PAIDAN_EXPORT rules::Value facts_from_json(std::string_view bytes, const syntax::Limits& limits = {});
/// The same, of a value inside a document; errors are added.
[[nodiscard]] PAIDAN_EXPORT rules::Value facts_from_node(const syntax::Tree& tree, std::uint32_t node,
                                                         const std::string& path, Errors& errors);
/// Texts of facts that the table (or model) says are dates, times or durations, as such: `2024-07-08`, `08:30:00`,
/// `2024-07-08T08:30:00`, `P1DT2H`; also inside structures and lists, and where a column without a type compares with
/// nothing but such. Other texts stay, for the table to refuse.
[[nodiscard]] PAIDAN_EXPORT rules::Value with_types(const rules::Value& facts, const rules::DecisionTable& table);
[[nodiscard]] PAIDAN_EXPORT rules::Value with_types(const rules::Value& facts, const rules::DecisionModel& model);

/// Dates, times, durations and ranges as their texts.
PAIDAN_EXPORT void write_value(syntax::Writer& writer, const rules::Value& value);
/// {status, value, rules, errors}.
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const rules::DecisionTable& table, const rules::Decision& decision,
                                                syntax::Layout layout = syntax::Layout::indented);
/// The same with inputs, matching rules and near misses: {rule, cells, failed, annotations}.
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const rules::DecisionTable& table,
                                                const rules::Explanation& explanation,
                                                syntax::Layout layout = syntax::Layout::indented);
/// {complete, limits, findings: [{kind, rules, witness, message, message_zh}]}.
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const rules::DecisionTable& table, const rules::LintReport& report,
                                                syntax::Layout layout = syntax::Layout::indented);
/// {value, errors}.
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const rules::Outcome& outcome,
                                                syntax::Layout layout = syntax::Layout::indented);

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/documents/rules_json.ipp>
#endif
