#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace paidan::inline PAIDAN_ABI {
namespace syntax_detail {

inline bool add_scaled(std::int64_t& total, std::int64_t count, std::int64_t unit) {
  std::int64_t product = 0;
  return !__builtin_mul_overflow(count, unit, &product) && !__builtin_add_overflow(total, product, &total);
}

}  // namespace syntax_detail

namespace syntax {

PAIDAN_INLINE std::optional<Duration> parse_duration(std::string_view text) {
  bool negative = false;
  if (!text.empty() && text.front() == '-') {
    negative = true;
    text.remove_prefix(1);
  }
  if (text.empty()) return std::nullopt;
  bool iso = false;
  bool time_part = true;
  if (text.front() == 'P' || text.front() == 'p') {
    iso = true;
    time_part = false;
    text.remove_prefix(1);
  }
  std::int64_t total = 0;
  int last_rank = 4;  // units fall: d, h, m, s
  bool any = false;
  while (!text.empty()) {
    if (iso && !time_part && (text.front() == 'T' || text.front() == 't')) {
      time_part = true;
      text.remove_prefix(1);
      if (text.empty()) return std::nullopt;
      continue;
    }
    std::int64_t count = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (code != std::errc() || count < 0 || text.front() == '-') return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    char unit = 's';
    if (text.empty()) {
      if (iso || any) return std::nullopt;
    } else {
      unit = static_cast<char>(text.front() | 0x20);
      text.remove_prefix(1);
    }
    const int rank = unit == 'd' ? 3 : unit == 'h' ? 2 : unit == 'm' ? 1 : unit == 's' ? 0 : -1;
    if (rank < 0 || rank >= last_rank || (iso && time_part == (rank == 3))) return std::nullopt;
    last_rank = rank;
    constexpr std::int64_t units[] = {1, 60, 3'600, 86'400};
    if (!syntax_detail::add_scaled(total, count, units[rank])) return std::nullopt;
    any = true;
  }
  if (!any) return std::nullopt;
  return Duration{negative ? -total : total};
}

PAIDAN_INLINE std::string degrees_text(std::int32_t e7) {
  const std::int64_t value = e7;
  const std::int64_t size = value < 0 ? -value : value;
  std::string fraction = std::to_string(10'000'000 + size % 10'000'000).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return (value < 0 ? "-" : "") + std::to_string(size / 10'000'000) + (fraction.empty() ? "" : "." + fraction);
}

PAIDAN_INLINE std::string number_text(double value) {
  if (!std::isfinite(value)) return "null";
  if (std::fabs(value) > 9e11) {  // rounded to a whole number; micro-units would not fit
    std::array<char, 400> digits{};
    const auto [end, code] =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 0);
    return code == std::errc() ? std::string(digits.data(), end) : "null";
  }
  const std::int64_t micro = std::llround(value * 1e6);
  const std::int64_t size = micro < 0 ? -micro : micro;
  std::string fraction = std::to_string(1'000'000 + size % 1'000'000).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return (micro < 0 ? "-" : "") + std::to_string(size / 1'000'000) + (fraction.empty() ? "" : "." + fraction);
}

PAIDAN_INLINE std::string local_text(const ZoneRules& zone, Instant instant) {
  const LocalDateTime local = zone.to_local(instant);
  return local.date.text() + " " + local.time.text();
}

PAIDAN_INLINE std::optional<Instant> read_instant(std::string_view text, const ZoneRules* zone, std::string_view field,
                                                  const std::string& path, std::int64_t row, Errors& errors) {
  if (const std::optional<Instant> instant = parse_instant(text)) return instant;
  const std::optional<LocalDateTime> local = zone == nullptr ? std::nullopt : LocalDateTime::parse(text);
  if (!local) {
    std::vector<Parameter> parameters{{"field", std::string(field)},
                                      {"value", "'" + syntax::shortened(text, 60) + "'"}};
    if (zone == nullptr) {
      parameters.push_back({"expected", "a time with offset like 2024-07-08T08:00:00+08:00"});
      parameters.push_back({"expected_zh", "带时差的时刻,如2024-07-08T08:00:00+08:00"});
    } else {
      parameters.push_back({"expected", "a time like 2024-07-08 08:00 or 2024-07-08T08:00:00+08:00"});
      parameters.push_back({"expected_zh", "时刻,如2024-07-08 08:00或2024-07-08T08:00:00+08:00"});
    }
    errors.add(paidan::errors::wrong_type, path, std::move(parameters), row);
    return std::nullopt;
  }
  const ZoneRules::Resolved resolved = zone->resolve(*local);
  if (resolved.mapping == ZoneRules::Mapping::unique) return resolved.earlier;
  if (resolved.mapping == ZoneRules::Mapping::ambiguous) {
    errors.add(errors::ambiguous_time, path,
               {{"value", std::string(text)},
                {"zone", zone->name()},
                {"first", zone->text(resolved.earlier)},
                // The later one, written with the offset that holds then.
                {"second", zone->text(resolved.later)}},
               row);
  } else {
    errors.add(errors::skipped_time, path, {{"value", std::string(text)}, {"zone", zone->name()}}, row);
  }
  return std::nullopt;
}

PAIDAN_INLINE Error unknown_kind(std::string_view kind, std::string path, std::span<const std::string_view> known) {
  return {&errors::unknown_kind, std::move(path), 0,
          with_hint({{"value", shortened(kind, 60)}, {"known", comma_separated(known)}}, kind, known)};
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
