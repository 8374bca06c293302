// A table asked about whole columns of facts at once.
#pragma once

#include <paidan/rules/table/table.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

/// One fact for all rows; a view of the caller's memory. Exactly one of the spans is given, `codes` with `dictionary`.
struct FactColumn {
  std::string_view name;                     ///< of `DecisionTable::names()`
  std::span<const std::int64_t> integers{};  ///< numbers
  std::span<const double> doubles{};         ///< numbers as their shortest decimals (0.1 is one tenth); NaN is null
  std::span<const std::uint8_t> booleans{};  ///< 0 false, 1 true, others null
  std::span<const std::int64_t> days{};      ///< dates, days since 1970-01-01; the smallest int64 is null
  std::span<const std::int32_t> codes{};     ///< places in `dictionary`; negative: null
  std::span<const Value> dictionary{};
  std::span<const Value> values{};
};

/// What decides each row.
struct ColumnMatches {
  static constexpr std::int32_t none = -1;      ///< no rule: the default, or null
  static constexpr std::int32_t conflict = -2;  ///< hit policy U or A is violated
  static constexpr std::int32_t refused = -3;   ///< an input outside its type or allowed values
  /// The rule as DecisionTable::match gives it, or one of the above.
  std::vector<std::int32_t> rule;
  /// Policies R, O and the collecting ones: the rules of row r are all[first[r]] … all[first[r + 1] - 1], in the
  /// policy's order; empty for others.
  std::vector<std::uint32_t> all;
  std::vector<std::uint64_t> first;
};

/// The rules of all rows, equal to `match` row by row. Hit policies A, P and O need constant outputs. Facts that the
/// table does not use are passed over. Throws InvalidInput: a fact is missing, columns of different lengths, an
/// infinite number.
[[nodiscard]] PAIDAN_EXPORT ColumnMatches match_columns(const DecisionTable& table, std::span<const FactColumn> columns,
                                                        std::size_t rows);
/// The fact of one row.
[[nodiscard]] PAIDAN_EXPORT Value value_at(const FactColumn& column, std::size_t row);
/// The shortest decimal that reads back as the same double; null for NaN; absent for infinities.
[[nodiscard]] PAIDAN_EXPORT std::optional<Value> shortest_decimal(double number);

namespace errors {
inline constexpr ErrorKind column_length{"rules_column_length", "column '{name}' has {found} rows, expected {expected}",
                                         "列“{name}”有{found}行,应为{expected}行"};
inline constexpr ErrorKind needs_constants{"rules_needs_constants",
                                           "whole columns with hit policy {policy} need outputs that are constant",
                                           "按列计算时,命中策略{policy}要求输出为常量"};
}  // namespace errors

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/table/table_columns.ipp>
#endif
