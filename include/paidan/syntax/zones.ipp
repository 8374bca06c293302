#pragma once

#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/zones.hpp>

// The library that is linked reads the system's compiled tz data; its header must be told the same.
#ifndef USE_OS_TZDB
#define USE_OS_TZDB 1
#endif
#include <date/tz.h>

#include <cstdio>
#include <exception>

namespace paidan::inline PAIDAN_ABI {
namespace syntax_detail {

inline const date::time_zone* locate(std::string_view name) {
  try {
    return date::locate_zone(name);
  } catch (const std::exception&) {  // that is how `date` says that there is none
    return nullptr;
  }
}

inline ZoneRules rules_of(const date::time_zone& zone, int first_year, int last_year) {
  const date::sys_seconds begin = date::sys_days{date::year{first_year} / 1 / 1};
  const date::sys_seconds end = date::sys_days{date::year{last_year + 1} / 1 / 1};
  date::sys_info info = zone.get_info(begin);
  const auto initial = static_cast<std::int32_t>(info.offset.count());
  std::int32_t offset = initial;
  std::vector<ZoneRules::Transition> transitions;
  while (info.end < end) {
    const date::sys_seconds next = info.end;
    info = zone.get_info(next);
    const auto now = static_cast<std::int32_t>(info.offset.count());
    if (now != offset) transitions.push_back({next.time_since_epoch().count(), now});
    offset = now;
    if (info.end <= next) break;
  }
  return {zone.name(), syntax::tz_version(), initial, std::move(transitions)};
}

inline Error unknown_zone(std::string_view name, const std::string& path) {
  std::vector<std::string> names{"UTC"};
  try {
    for (const date::time_zone& zone : date::get_tzdb().zones) names.push_back(zone.name());
  } catch (const std::exception&) {
    names.resize(1);  // no tz data on this system
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  std::vector<Parameter> parameters{{"value", syntax::shortened(name, 60)}};
  parameters = with_hint(std::move(parameters), name, views);
  return {&syntax::errors::unknown_zone, path, 0, std::move(parameters)};
}

}  // namespace syntax_detail

namespace syntax {

PAIDAN_INLINE std::string tz_version() {
  std::string version = "unknown";
  if (std::FILE* file = std::fopen("/usr/share/zoneinfo/tzdata.zi", "rb"); file != nullptr) {
    char line[64] = {};
    const std::string_view mark = "# version ";
    if (std::fgets(line, sizeof line, file) != nullptr && std::string_view(line).starts_with(mark)) {
      version = std::string_view(line).substr(mark.size());
      while (!version.empty() && (version.back() == '\n' || version.back() == '\r')) version.pop_back();
    }
    std::fclose(file);
  }
  return version;
}

PAIDAN_INLINE ZoneRules load_zone(std::string_view name, int first_year, int last_year) {
  if (first_year < 1800 || last_year > 2100 || first_year > last_year) {
    throw InvalidInput(
        out_of_range("", "years", "1800", "2100", std::to_string(first_year) + "–" + std::to_string(last_year)));
  }
  if (name == "UTC") return {};
  const date::time_zone* zone = syntax_detail::locate(name);
  if (zone == nullptr) throw InvalidInput(syntax_detail::unknown_zone(name, "zone"));
  return syntax_detail::rules_of(*zone, first_year, last_year);
}

PAIDAN_INLINE std::optional<ZoneRules> find_zone(std::string_view name, const std::string& path, Errors& errors) {
  if (name == "UTC") return ZoneRules();
  const date::time_zone* zone = syntax_detail::locate(name);
  if (zone == nullptr) {
    errors.add(syntax_detail::unknown_zone(name, path));
    return std::nullopt;
  }
  return syntax_detail::rules_of(*zone, first_zone_year, last_zone_year);
}

PAIDAN_INLINE ZoneRules trimmed(const ZoneRules& zone, Instant first, Instant last) {
  constexpr std::int64_t year = 366 * std::int64_t{86'400};
  const std::int64_t low = first.seconds - year;
  const std::int64_t high = last.seconds + year;
  std::int32_t initial = zone.initial_offset_seconds();
  std::vector<ZoneRules::Transition> kept;
  for (const ZoneRules::Transition& transition : zone.transitions()) {
    if (transition.utc_seconds < low) initial = transition.offset_seconds;
    if (transition.utc_seconds >= low && transition.utc_seconds <= high) kept.push_back(transition);
  }
  return {zone.name(), zone.tz_version(), initial, std::move(kept)};
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
