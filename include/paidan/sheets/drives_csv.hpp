// Drives that were, from their table: what `travel::fit` takes.
#pragma once

#include <paidan/sheets/drive_rows.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/travel/data.hpp>

#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

namespace errors {
inline constexpr ErrorKind drive_without_length{"drive_without_length",
                                                "neither drive_minutes nor arrived says how long the drive took",
                                                "“行车分钟”与“到达时间”均未填,不知行程用时"};
inline constexpr ErrorKind arrived_before_left{"arrived_before_left", "the drive ends before it begins",
                                               "行程的到达早于出发"};
inline constexpr ErrorKind no_place_on_earth{"no_place_on_earth",
                                             "a latitude is from -90 to 90 and a longitude from -180 to 180",
                                             "纬度须在-90至90之间,经度须在-180至180之间"};
}  // namespace errors

/// Local times are of this zone, coordinates of this datum. Throws InvalidInput with all errors of the table.
[[nodiscard]] PAIDAN_EXPORT std::vector<travel::Drive> drives_from_csv(std::string_view bytes, const ZoneRules& zone,
                                                                       Datum datum, const TableOptions& options = {});

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/sheets/drives_csv.ipp>
#endif
