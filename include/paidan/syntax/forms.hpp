// How single values are written in files: lengths of time, coordinates, local times that need a zone.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/core/time.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

/// `45m`, `1h30m`, `90s`, `2d`, `PT1H30M`, `P1DT2H` or a whole number of seconds; a `-` in front for what is negative.
/// Absent when malformed or beyond int64.
[[nodiscard]] PAIDAN_EXPORT std::optional<Duration> parse_duration(std::string_view text);

/// 407128000 → `40.7128`.
[[nodiscard]] PAIDAN_EXPORT std::string degrees_text(std::int32_t e7);

/// A number rounded to 6 digits after the point, without zeros at the end: the same on every machine; `null` when not
/// finite.
[[nodiscard]] PAIDAN_EXPORT std::string number_text(double value);

/// `2024-07-08 08:00` in the zone, as messages and spreadsheets put it.
[[nodiscard]] PAIDAN_EXPORT std::string local_text(const ZoneRules& zone, Instant instant);

/// An instant with an offset, or a local time of the zone (nullptr: an offset is needed). When the text is neither, or
/// the local time occurs twice or never, one error is added and nothing returned. `field` is the name that the message
/// uses.
[[nodiscard]] PAIDAN_EXPORT std::optional<Instant> read_instant(std::string_view text, const ZoneRules* zone,
                                                                std::string_view field, const std::string& path,
                                                                std::int64_t row, Errors& errors);

/// The error of a kind of document that is none of these, with the nearest.
[[nodiscard]] PAIDAN_EXPORT Error unknown_kind(std::string_view kind, std::string path,
                                               std::span<const std::string_view> known);

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/syntax/forms.ipp>
#endif
