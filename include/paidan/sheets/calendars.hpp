// Rest-day calendars from the yearly announcements (the layout of the `holiday-cn` files) and a table of national
// holidays.
#pragma once

#include <paidan/core/calendar.hpp>
#include <paidan/syntax/limits.hpp>

#include <span>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

/// `years`: one JSON text per year, `{"year": 2024, "days": [{"name", "date", "isOffDay"}, …]}`; a year without days is
/// not announced yet. `statutory`: a table `date,name` (日期,名称) of the national holidays themselves, at least one
/// for each announced year. A day of another year is refused (but for the December before, where New Year's rest may
/// begin). Throws InvalidInput with all errors; paths begin with the year.
[[nodiscard]] PAIDAN_EXPORT Calendar load_calendar(std::span<const std::string> years, std::string_view statutory,
                                                   const syntax::Limits& limits = {});

/// Reads `<year>.json` for every year there is, and `statutory.csv`, from one folder. A file must state the year that
/// it is named after.
[[nodiscard]] PAIDAN_EXPORT Calendar load_calendar_folder(const std::string& folder, const syntax::Limits& limits = {});

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/sheets/calendars.ipp>
#endif
