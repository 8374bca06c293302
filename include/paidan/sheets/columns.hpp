// Which columns each table may have, and the host's own words for them.
#pragma once

#include <paidan/core/names.hpp>
#include <paidan/sheets/week_csv.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

enum class TableKind : std::uint8_t { orders, technicians, places, catalog, mapping, prices, rules, policies, actual };

/// One column that a table may have.
struct ColumnText {
  std::string name;
  std::string zh;
  std::string doc;
  std::string example;
  bool required = false;
  friend bool operator==(const ColumnText&, const ColumnText&) = default;
};

[[nodiscard]] PAIDAN_EXPORT std::vector<ColumnText> columns_of(TableKind table);

/// `预约时间=约定`: the field or its Chinese heading, and the host's own heading. Throws InvalidInput, `no_mapping`.
[[nodiscard]] PAIDAN_EXPORT ColumnName own_column(std::string_view text);

/// The same for both tables of a week. Throws InvalidInput: a column that no table has, or both have and the text does
/// not say which (`orders.name=…`).
PAIDAN_EXPORT void own_columns(const std::vector<std::string>& texts, WeekOptions& options);

}  // namespace sheets

template <>
struct EnumNames<sheets::TableKind> {
  static constexpr std::array names{
      std::string_view("orders"),  std::string_view("technicians"), std::string_view("places"),
      std::string_view("catalog"), std::string_view("mapping"),     std::string_view("prices"),
      std::string_view("rules"),   std::string_view("policies"),    std::string_view("actual")};
};

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/sheets/columns.ipp>
#endif
