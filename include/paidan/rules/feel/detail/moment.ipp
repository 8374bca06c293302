#pragma once

#include <paidan/core/detail/civil.hpp>
#include <paidan/rules/feel/detail/moment.hpp>

#include <optional>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

namespace rules_detail {

using core_detail::day_seconds;

/// Reads a text from left to right; every step says whether it fitted.
struct Cursor {
  std::string_view rest;

  [[nodiscard]] bool done() const { return rest.empty(); }
  [[nodiscard]] bool at(char c) const { return !rest.empty() && rest.front() == c; }
  bool take(char c) {
    if (!at(c)) return false;
    rest.remove_prefix(1);
    return true;
  }
  /// `least` to `most` digits, as many as there are; most ≤ 18.
  std::optional<std::int64_t> digits(std::size_t least, std::size_t most, std::size_t* count = nullptr) {
    std::int64_t value = 0;
    std::size_t n = 0;
    while (n < most && n < rest.size() && rest[n] >= '0' && rest[n] <= '9') value = value * 10 + (rest[n++] - '0');
    if (n < least) return std::nullopt;
    rest.remove_prefix(n);
    if (count != nullptr) *count = n;
    return value;
  }
  /// The digits after a point, as nanoseconds; absent beyond nine.
  std::optional<std::int32_t> fraction() {
    std::size_t count = 0;
    const auto value = digits(1, 9, &count);
    if (!value) return std::nullopt;
    std::int64_t result = *value;
    for (; count < 9; ++count) result *= 10;
    return static_cast<std::int32_t>(result);
  }
};

inline std::optional<std::int64_t> read_days(Cursor& cursor) {
  const bool negative = cursor.take('-');
  std::size_t count = 0;
  const bool padded = cursor.at('0');
  const auto year = cursor.digits(4, 9, &count);
  if (!year || (padded && count > 4) || !cursor.take('-')) return std::nullopt;
  const auto month = cursor.digits(2, 2);
  if (!month || !cursor.take('-')) return std::nullopt;
  const auto day = cursor.digits(2, 2);
  if (!day) return std::nullopt;
  const Value date = make_date(negative ? -*year : *year, *month, *day);
  if (date.is_null()) return std::nullopt;
  return date.moment().seconds;
}

inline bool read_clock(Cursor& cursor, Moment& moment) {
  const auto hour = cursor.digits(2, 2);
  if (!hour || *hour > 23 || !cursor.take(':')) return false;
  const auto minute = cursor.digits(2, 2);
  if (!minute || *minute > 59 || !cursor.take(':')) return false;
  const auto second = cursor.digits(2, 2);
  if (!second || *second > 59) return false;
  moment.seconds += *hour * 3'600 + *minute * 60 + *second;
  if (cursor.take('.')) {
    const auto fraction = cursor.fraction();
    if (!fraction) return false;
    moment.nanoseconds = *fraction;
  }
  if (cursor.take('Z')) {
    moment.offset = 0;
  } else if (cursor.at('+') || cursor.at('-')) {
    const bool west = cursor.take('-');
    if (!west) cursor.take('+');
    const auto hours = cursor.digits(2, 2);
    if (!hours || *hours > 14 || !cursor.take(':')) return false;
    const auto minutes = cursor.digits(2, 2);
    if (!minutes || *minutes > 59) return false;
    const auto offset = static_cast<std::int32_t>(*hours * 3'600 + *minutes * 60);
    moment.offset = west ? -offset : offset;
  }
  return cursor.done();
}

inline std::string padded_number(std::int64_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

inline std::string fraction_text(std::int32_t nanoseconds) {
  if (nanoseconds == 0) return "";
  std::string text(1, '.');
  text += padded_number(nanoseconds, 9);
  while (text.back() == '0') text.pop_back();
  return text;
}

inline std::string date_text(std::int64_t days) {
  const Date::Parts parts = core_detail::civil_from_days(days);
  const std::int64_t year = parts.year < 0 ? -std::int64_t{parts.year} : parts.year;
  std::string text(parts.year < 0 ? 1 : 0, '-');
  text += padded_number(year, 4);
  return text + "-" + padded_number(parts.month, 2) + "-" + padded_number(parts.day, 2);
}

inline std::string clock_text(std::int64_t seconds, const Moment& moment) {
  std::string text = padded_number(seconds / 3'600, 2) + ":" + padded_number(seconds / 60 % 60, 2) + ":" +
                     padded_number(seconds % 60, 2) + fraction_text(moment.nanoseconds);
  if (moment.offset == no_offset) return text;
  if (moment.offset == 0) return text + "Z";
  const std::int32_t size = moment.offset < 0 ? -moment.offset : moment.offset;
  text += moment.offset < 0 ? "-" : "+";
  text += padded_number(size / 3'600, 2) + ":" + padded_number(size / 60 % 60, 2);
  return size % 60 == 0 ? text : text + ":" + padded_number(size % 60, 2);
}

inline std::string months_text(std::int64_t months) {
  const bool negative = months < 0;
  const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(months) : static_cast<std::uint64_t>(months);
  std::string text = negative ? "-P" : "P";
  if (size >= 12) text += std::to_string(size / 12) + "Y";
  if (size % 12 != 0 || size == 0) text += std::to_string(size % 12) + "M";
  return text;
}

/// A duration without its sign.
struct DurationSize {
  bool negative = false;
  std::uint64_t seconds = 0;
  std::int32_t nanoseconds = 0;
};

inline DurationSize size_of(const Moment& duration) {
  if (duration.seconds >= 0) return {false, static_cast<std::uint64_t>(duration.seconds), duration.nanoseconds};
  const std::uint64_t seconds = 0 - static_cast<std::uint64_t>(duration.seconds);
  if (duration.nanoseconds == 0) return {true, seconds, 0};
  return {true, seconds - 1, 1'000'000'000 - duration.nanoseconds};
}

inline std::string duration_text(const Moment& duration) {
  const DurationSize size = size_of(duration);
  std::string text = size.negative ? "-P" : "P";
  if (size.seconds >= 86'400) text += std::to_string(size.seconds / 86'400) + "D";
  const std::uint64_t rest = size.seconds % 86'400;
  const bool empty = size.seconds < 86'400 && size.nanoseconds == 0;
  if (rest == 0 && size.nanoseconds == 0 && !empty) return text;
  text += "T";
  if (rest >= 3'600) text += std::to_string(rest / 3'600) + "H";
  if (rest / 60 % 60 != 0) text += std::to_string(rest / 60 % 60) + "M";
  if (rest % 60 != 0 || size.nanoseconds != 0 || (empty && rest == 0)) {
    text += std::to_string(rest % 60) + fraction_text(size.nanoseconds) + "S";
  }
  return text;
}

/// Sums digits × unit without overflow.
inline bool add_scaled(std::int64_t& sum, std::int64_t value, std::int64_t unit) {
  std::int64_t product = 0;
  return !__builtin_mul_overflow(value, unit, &product) && !__builtin_add_overflow(sum, product, &sum);
}

}  // namespace rules_detail

PAIDAN_INLINE Value make_date(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < -max_year || year > max_year || month < 1 || month > 12 || day < 1) return {};
  const int m = static_cast<int>(month);
  if (day > core_detail::days_in_month(year, m)) return {};
  return {Kind::date,
          {.seconds = core_detail::days_from_civil(year, m, static_cast<int>(day)) * rules_detail::day_seconds}};
}

PAIDAN_INLINE Value parse_date(std::string_view text) {
  rules_detail::Cursor cursor{text};
  const auto seconds = rules_detail::read_days(cursor);
  if (!seconds || !cursor.done()) return {};
  return {Kind::date, {.seconds = *seconds}};
}

PAIDAN_INLINE Value parse_time(std::string_view text) {
  rules_detail::Cursor cursor{text};
  Moment moment;
  if (!rules_detail::read_clock(cursor, moment)) return {};
  return {Kind::time, moment};
}

PAIDAN_INLINE Value parse_date_time(std::string_view text) {
  rules_detail::Cursor cursor{text};
  const auto seconds = rules_detail::read_days(cursor);
  if (!seconds) return {};
  Moment moment{.seconds = *seconds};
  if (cursor.done()) return {Kind::date_time, moment};
  if (!cursor.take('T') || !rules_detail::read_clock(cursor, moment)) return {};
  return {Kind::date_time, moment};
}

PAIDAN_INLINE Value parse_duration(std::string_view text) {
  using namespace rules_detail;
  Cursor cursor{text};
  const bool negative = cursor.take('-');
  if (!cursor.take('P')) return {};
  struct Unit {
    char letter;
    int order;  // units follow one another in this order
    std::int64_t size;
  };
  static constexpr Unit dates[]{{'Y', 1, 12}, {'M', 2, 1}, {'D', 3, 86'400}};
  static constexpr Unit times[]{{'H', 4, 3'600}, {'M', 5, 60}, {'S', 6, 1}};
  Moment sum;
  bool months = false;
  bool days = false;
  bool in_time = false;
  int last = 0;
  while (!cursor.done()) {
    if (cursor.take('T')) {
      if (in_time || cursor.done()) return {};
      in_time = true;
      continue;
    }
    const auto count = cursor.digits(1, 18);
    if (!count) return {};
    std::optional<std::int32_t> fraction;
    if (cursor.take('.')) {
      fraction = cursor.fraction();
      if (!fraction || !cursor.at('S')) return {};
    }
    const Unit* unit = nullptr;
    for (const Unit& candidate : in_time ? times : dates) {
      if (cursor.at(candidate.letter)) unit = &candidate;
    }
    if (unit == nullptr || unit->order <= last || !add_scaled(sum.seconds, *count, unit->size)) return {};
    cursor.take(unit->letter);
    last = unit->order;
    (last <= 2 ? months : days) = true;
    sum.nanoseconds = fraction.value_or(0);
  }
  if (months == days) return {};
  const Value length(months ? Kind::months_duration : Kind::days_duration, sum);
  return negative ? negate_duration(length) : length;
}

PAIDAN_INLINE Value parse_moment(std::string_view text) {
  for (const auto reader : {&parse_date, &parse_date_time, &parse_time, &parse_duration}) {
    Value value = reader(text);
    if (!value.is_null()) return value;
  }
  return {};
}

PAIDAN_INLINE std::string moment_text(Kind kind, const Moment& moment) {
  using namespace rules_detail;
  const std::int64_t days = core_detail::floor_divide(moment.seconds, day_seconds);
  switch (kind) {
    case Kind::date:
      return date_text(days);
    case Kind::time:
      return clock_text(moment.seconds - days * day_seconds, moment);
    case Kind::date_time:
      return date_text(days) + "T" + clock_text(moment.seconds - days * day_seconds, moment);
    case Kind::months_duration:
      return months_text(moment.seconds);
    default:
      return duration_text(moment);
  }
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#include <paidan/rules/feel/detail/moment_math.ipp>
