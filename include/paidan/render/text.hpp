// Small pieces that several texts share.
#pragma once

#include <paidan/core/decimal.hpp>
#include <paidan/core/money.hpp>
#include <paidan/core/time.hpp>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace render {

/// `&`, `<`, `>` and quotes as entities.
[[nodiscard]] PAIDAN_EXPORT std::string escape_html(std::string_view text);
/// `¥150` when whole, `¥150.50` otherwise: for ranges.
[[nodiscard]] PAIDAN_EXPORT std::string short_money(const Money& money);
/// Without trailing zeros after the point: `6`, `2.5`.
[[nodiscard]] PAIDAN_EXPORT std::string short_number(const Decimal& number);
/// `14:00` in the zone.
[[nodiscard]] PAIDAN_EXPORT std::string clock(const ZoneRules& zone, Instant instant);
/// `2024年10月8日` / `8 October 2024`.
[[nodiscard]] PAIDAN_EXPORT std::string long_date(Date date, Language language);
/// `7月8日` / `8 July`.
[[nodiscard]] PAIDAN_EXPORT std::string day_and_month(Date date, Language language);
/// Seconds as hours and minutes, rounded up, from an hour on: `3小时6分钟` / `3 h 6 min`; below it as `minutes_text`.
[[nodiscard]] PAIDAN_EXPORT std::string hours_text(std::int64_t seconds, Language language);
/// Seconds as whole minutes, rounded up: `23分钟` / `23 minutes`.
[[nodiscard]] PAIDAN_EXPORT std::string minutes_text(std::int64_t seconds, Language language);

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/render/text.ipp>
#endif
