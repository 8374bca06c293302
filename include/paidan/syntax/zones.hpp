// Time zones from the system's tz data (Howard Hinnant's `date`), as plain rules.
#pragma once

#include <paidan/core/time.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

/// What the system's tz data knows as single transitions reaches to here; later years keep the last rule.
inline constexpr int first_zone_year = 1970;
inline constexpr int last_zone_year = 2037;

/// Every change of offset between the start of `first_year` and the end of `last_year` (UTC). `UTC` needs no tz data.
/// Throws InvalidInput: unknown zone (with the nearest name), years that do not rise or lie outside 1800 … 2100.
[[nodiscard]] PAIDAN_EXPORT ZoneRules load_zone(std::string_view name, int first_year = first_zone_year,
                                                int last_year = last_zone_year);

/// The same for all years, adding an error instead of throwing.
[[nodiscard]] PAIDAN_EXPORT std::optional<ZoneRules> find_zone(std::string_view name, const std::string& path,
                                                               Errors& errors);

/// The same rules with only the transitions that matter between two instants and a year on either side.
[[nodiscard]] PAIDAN_EXPORT ZoneRules trimmed(const ZoneRules& zone, Instant first, Instant last);

/// `2026f`, as the system states it; `unknown` when it does not.
[[nodiscard]] PAIDAN_EXPORT std::string tz_version();

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/syntax/zones.ipp>
#endif
