// Which columns each table may have, and the host's own words for them.
#pragma once

#include <paidan/sheets/column_text.hpp>
#include <paidan/sheets/roads_csv.hpp>
#include <paidan/sheets/week_csv.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

[[nodiscard]] PAIDAN_EXPORT std::vector<ColumnText> columns_of(TableKind table);

/// `预约时间=约定`: the field or its Chinese heading, and the host's own heading. Throws InvalidInput, `no_mapping`.
[[nodiscard]] PAIDAN_EXPORT ColumnName own_column(std::string_view text);

/// The same for both tables of a week; a column that both may have is that of the table with the heading, or of the one
/// that the text names (`orders.name=…`). Throws InvalidInput: a column that no table may have.
PAIDAN_EXPORT void own_columns(const std::vector<std::string>& texts, WeekOptions& options);
/// The same for both tables of a road network (`nodes.lat=…`).
PAIDAN_EXPORT void own_columns(const std::vector<std::string>& texts, RoadOptions& options);

}  // namespace sheets

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/sheets/columns.ipp>
#endif
