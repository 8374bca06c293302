#pragma once

#include <paidan/core/detail/civil.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/core/time.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <utility>

namespace paidan::inline PAIDAN_ABI {

namespace core_detail {

/// More than any zone ever was from UTC, and below a day and a half; tz data keeps within 26 hours too.
inline constexpr std::int32_t max_offset_seconds = 26 * 3'600;
/// Far beyond every Date, with room to add offsets.
inline constexpr std::int64_t max_utc_seconds = std::int64_t{1} << 60;

inline Date saturated_date(std::int64_t days) {
  return {static_cast<std::int32_t>(std::clamp<std::int64_t>(days, std::numeric_limits<std::int32_t>::min(),
                                                             std::numeric_limits<std::int32_t>::max()))};
}

inline std::string padded(std::int64_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// Reads a text from left to right; every step says whether it fitted.
struct Scanner {
  std::string_view rest;

  bool literal(std::string_view wanted) {
    if (!rest.starts_with(wanted)) return false;
    rest.remove_prefix(wanted.size());
    return true;
  }
  /// `least` to `most` decimal digits, as many as there are.
  bool number(int least, int most, int& value) {
    value = 0;
    int count = 0;
    while (count < most && !rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
      value = value * 10 + (rest.front() - '0');
      rest.remove_prefix(1);
      ++count;
    }
    return count >= least;
  }
  std::optional<Date> date() {
    const bool before_christ = literal("-");
    int year = 0, month = 0, day = 0;
    if (!number(4, 4, year)) return std::nullopt;
    if (literal("-")) {
      if (!number(2, 2, month) || !literal("-") || !number(2, 2, day)) return std::nullopt;
    } else if (literal("/")) {
      if (!number(1, 2, month) || !literal("/") || !number(1, 2, day)) return std::nullopt;
    } else if (literal("年")) {
      if (!number(1, 2, month) || !literal("月") || !number(1, 2, day) || !literal("日")) return std::nullopt;
    } else {
      return std::nullopt;
    }
    return Date::from_ymd(before_christ ? -year : year, month, day);
  }
  std::optional<LocalTime> time() {
    int hour = 0, minute = 0, second = 0;
    if (!number(1, 2, hour) || !literal(":") || !number(2, 2, minute)) return std::nullopt;
    if (literal(":") && !number(2, 2, second)) return std::nullopt;
    if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0)) return std::nullopt;
    return LocalTime{hour * 3'600 + minute * 60 + second};
  }
  /// `Z`, `+08:00`, `+0800`, `+08`, and `+08:05:43` as local mean times need.
  std::optional<std::int32_t> offset() {
    if (literal("Z") || literal("z")) return 0;
    const bool west = literal("-");
    if (!west && !literal("+")) return std::nullopt;
    int hour = 0, minute = 0, second = 0;
    if (!number(2, 2, hour)) return std::nullopt;
    if (literal(":")) {
      if (!number(2, 2, minute)) return std::nullopt;
      if (literal(":") && !number(2, 2, second)) return std::nullopt;
    } else if (!rest.empty() && !number(2, 2, minute)) {
      return std::nullopt;
    }
    if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
    const int seconds = hour * 3'600 + minute * 60 + second;
    return west ? -seconds : seconds;
  }
};

}  // namespace core_detail

PAIDAN_INLINE std::optional<Date> Date::from_ymd(int year, int month, int day) {
  if (year < -9'999 || year > 9'999 || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > core_detail::days_in_month(year, month)) return std::nullopt;
  return Date{static_cast<std::int32_t>(core_detail::days_from_civil(year, month, day))};
}

PAIDAN_INLINE std::optional<Date> Date::parse(std::string_view text) {
  core_detail::Scanner scanner{text};
  const std::optional<Date> date = scanner.date();
  return scanner.rest.empty() ? date : std::nullopt;
}

PAIDAN_INLINE Date::Parts Date::parts() const { return core_detail::civil_from_days(days); }

PAIDAN_INLINE int Date::weekday() const {
  const std::int64_t since_monday = std::int64_t{days} + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(since_monday - core_detail::floor_divide(since_monday, 7) * 7) + 1;
}

PAIDAN_INLINE std::string Date::text() const {
  const Parts p = parts();
  // Appended: a literal before a temporary makes g++ 12 warn of overlapping copies at -O3 (PR 105651).
  std::string text = core_detail::padded(p.year < 0 ? -p.year : p.year, 4);
  if (p.year < 0) text.insert(text.begin(), '-');
  return text + "-" + core_detail::padded(p.month, 2) + "-" + core_detail::padded(p.day, 2);
}

PAIDAN_INLINE Date Date::plus_months(int n) const {
  const Parts p = parts();
  const std::int64_t months = std::int64_t{p.year} * 12 + (p.month - 1) + n;
  const std::int64_t year = core_detail::floor_divide(months, 12);
  const int month = static_cast<int>(months - year * 12) + 1;
  const int day = std::min(p.day, core_detail::days_in_month(year, month));
  return core_detail::saturated_date(core_detail::days_from_civil(year, month, day));
}

PAIDAN_INLINE std::optional<LocalTime> LocalTime::parse(std::string_view text) {
  core_detail::Scanner scanner{text};
  const std::optional<LocalTime> time = scanner.time();
  return scanner.rest.empty() ? time : std::nullopt;
}

PAIDAN_INLINE std::string LocalTime::text() const {
  std::string text = core_detail::padded(seconds / 3'600, 2) + ":" + core_detail::padded(seconds / 60 % 60, 2);
  return seconds % 60 == 0 ? text : text + ":" + core_detail::padded(seconds % 60, 2);
}

PAIDAN_INLINE std::optional<LocalDateTime> LocalDateTime::parse(std::string_view text) {
  core_detail::Scanner scanner{text};
  const std::optional<Date> date = scanner.date();
  if (!date) return std::nullopt;
  if (scanner.rest.empty()) return LocalDateTime{*date, {}};
  if (!scanner.literal(" ") && !scanner.literal("T")) return std::nullopt;
  const std::optional<LocalTime> time = scanner.time();
  if (!time || !scanner.rest.empty()) return std::nullopt;
  return LocalDateTime{*date, *time};
}

PAIDAN_INLINE std::optional<Instant> parse_instant(std::string_view text) {
  core_detail::Scanner scanner{text};
  const std::optional<Date> date = scanner.date();
  if (!date || (!scanner.literal("T") && !scanner.literal(" "))) return std::nullopt;
  const std::size_t before = scanner.rest.size();
  const std::optional<LocalTime> time = scanner.time();
  if (!time) return std::nullopt;
  // `10:00-12:00` is two hours of a day, not a time in another zone.
  const std::string_view written = text.substr(text.size() - before, before - scanner.rest.size());
  const bool seconds = std::count(written.begin(), written.end(), ':') == 2;
  if (!seconds && !scanner.rest.empty() && scanner.rest.front() != 'Z' && scanner.rest.front() != 'z') {
    return std::nullopt;
  }
  if (scanner.literal(".")) {
    const std::size_t zeros = std::min(scanner.rest.find_first_not_of('0'), scanner.rest.size());
    if (zeros == 0) return std::nullopt;  // a fraction of a second would be lost
    scanner.rest.remove_prefix(zeros);
  }
  const std::optional<std::int32_t> offset = scanner.offset();
  if (!offset || !scanner.rest.empty()) return std::nullopt;
  return Instant{std::int64_t{date->days} * core_detail::day_seconds + time->seconds - *offset};
}

PAIDAN_INLINE ZoneRules::ZoneRules() : name_("UTC") {}

PAIDAN_INLINE std::vector<Error> ZoneRules::validate(std::int32_t initial_offset_seconds,
                                                     const std::vector<Transition>& transitions) {
  Errors found;
  const auto check_offset = [&found](const std::string& path, std::int32_t offset) {
    constexpr std::int32_t most = core_detail::max_offset_seconds;
    check_range(found, path, "offset_seconds", offset, -most, most);
  };
  check_offset("initial_offset_seconds", initial_offset_seconds);
  for (std::size_t i = 0; i < transitions.size(); ++i) {
    const std::string path = "transitions[" + std::to_string(i) + "]";
    const std::int64_t at = transitions[i].utc_seconds;
    if (at < -core_detail::max_utc_seconds || at > core_detail::max_utc_seconds) {
      found.add(errors::overflow, path, {{"field", "utc_seconds"}, {"value", std::to_string(at)}});
    }
    if (i > 0 && at <= transitions[i - 1].utc_seconds) {
      found.add(errors::transitions_not_rising, path,
                {{"value", std::to_string(at)}, {"before", std::to_string(transitions[i - 1].utc_seconds)}});
    }
    check_offset(path + ".offset_seconds", transitions[i].offset_seconds);
  }
  return found.list();
}

PAIDAN_INLINE ZoneRules::ZoneRules(std::string name, std::string tz_version, std::int32_t initial_offset_seconds,
                                   std::vector<Transition> transitions)
    : name_(std::move(name)),
      tz_version_(std::move(tz_version)),
      initial_offset_seconds_(initial_offset_seconds),
      transitions_(std::move(transitions)) {
  if (std::vector<Error> found = validate(initial_offset_seconds_, transitions_); !found.empty()) {
    throw InvalidInput(std::move(found));
  }
}

PAIDAN_INLINE std::int32_t ZoneRules::offset_at(Instant instant) const {
  const auto after = std::upper_bound(transitions_.begin(), transitions_.end(), instant.seconds,
                                      [](std::int64_t wanted, const Transition& t) { return wanted < t.utc_seconds; });
  return after == transitions_.begin() ? initial_offset_seconds_ : std::prev(after)->offset_seconds;
}

PAIDAN_INLINE LocalDateTime ZoneRules::to_local(Instant instant) const {
  // Split first, so that the largest instants cannot overflow when the offset is added.
  std::int64_t days = core_detail::floor_divide(instant.seconds, core_detail::day_seconds);
  const std::int64_t rest = instant.seconds % core_detail::day_seconds;
  const std::int64_t seconds = (rest < 0 ? rest + core_detail::day_seconds : rest) + offset_at(instant);
  const std::int64_t carry = core_detail::floor_divide(seconds, core_detail::day_seconds);
  days += carry;
  return {core_detail::saturated_date(days),
          LocalTime{static_cast<std::int32_t>(seconds - carry * core_detail::day_seconds)}};
}

PAIDAN_INLINE ZoneRules::Resolved ZoneRules::resolve(const LocalDateTime& local) const {
  const std::int64_t wall = std::int64_t{local.date.days} * core_detail::day_seconds + local.time.seconds;
  // Only stretches that touch [wall − 26 h, wall + 26 h] can hold the answer.
  auto next = std::upper_bound(transitions_.begin(), transitions_.end(), wall - core_detail::max_offset_seconds,
                               [](std::int64_t wanted, const Transition& t) { return wanted < t.utc_seconds; });
  std::int32_t offset = next == transitions_.begin() ? initial_offset_seconds_ : std::prev(next)->offset_seconds;
  std::optional<Instant> first, last;
  Resolved gap{Mapping::skipped, {}, {}};
  for (bool open = true;;) {  // `open`: the stretch has begun at or before this reading of the local time
    const std::int64_t utc = wall - offset;
    const bool ended = next != transitions_.end() && utc >= next->utc_seconds;
    if (open && !ended) {
      if (!first) first = Instant{utc};
      last = Instant{utc};
    }
    if (next == transitions_.end() || next->utc_seconds > wall + core_detail::max_offset_seconds) break;
    const std::int64_t utc_after = wall - next->offset_seconds;
    open = utc_after >= next->utc_seconds;
    if (ended && !open) gap = {Mapping::skipped, Instant{utc_after}, Instant{utc}};
    offset = next->offset_seconds;
    ++next;
  }
  if (!first) return gap;
  return {*first == *last ? Mapping::unique : Mapping::ambiguous, *first, *last};
}

PAIDAN_INLINE std::string ZoneRules::text(Instant instant) const {
  const LocalDateTime local = to_local(instant);
  const std::int32_t offset = offset_at(instant);
  const std::int32_t size = offset < 0 ? -offset : offset;
  std::string text = local.date.text() + "T" + core_detail::padded(local.time.seconds / 3'600, 2) + ":" +
                     core_detail::padded(local.time.seconds / 60 % 60, 2) + ":" +
                     core_detail::padded(local.time.seconds % 60, 2);
  text += offset < 0 ? "-" : "+";
  text += core_detail::padded(size / 3'600, 2) + ":" + core_detail::padded(size / 60 % 60, 2);
  if (size % 60 != 0) text.append(":").append(core_detail::padded(size % 60, 2));
  return text;
}

}  // namespace paidan::inline PAIDAN_ABI
