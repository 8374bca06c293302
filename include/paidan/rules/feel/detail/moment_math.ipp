#pragma once

#include <paidan/rules/feel/detail/moment.ipp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

namespace rules_detail {

inline constexpr std::int64_t max_date_seconds =
    (core_detail::days_from_civil(max_year, 12, 31) + 1) * core_detail::day_seconds - 1;
inline constexpr std::int64_t min_date_seconds =
    core_detail::days_from_civil(-max_year, 1, 1) * core_detail::day_seconds;

/// The value, unless it lies outside what dates are kept to.
inline Value checked(Kind kind, const Moment& moment) {
  const bool dated = kind == Kind::date || kind == Kind::date_time;
  if (dated && (moment.seconds < min_date_seconds || moment.seconds > max_date_seconds)) return {};
  return {kind, moment};
}

inline Value sum_of(Kind kind, Moment a, const Moment& b) {
  if (__builtin_add_overflow(a.seconds, b.seconds, &a.seconds)) return {};
  a.nanoseconds += b.nanoseconds;
  if (a.nanoseconds >= 1'000'000'000) {
    a.nanoseconds -= 1'000'000'000;
    if (__builtin_add_overflow(a.seconds, std::int64_t{1}, &a.seconds)) return {};
  }
  return checked(kind, a);
}

inline Value plus_months(const Value& when, std::int64_t months) {
  Moment moment = when.moment();
  const std::int64_t days = core_detail::floor_divide(moment.seconds, day_seconds);
  const std::int64_t rest = moment.seconds - days * day_seconds;
  const Date::Parts parts = core_detail::civil_from_days(days);
  std::int64_t total = std::int64_t{parts.year} * 12 + parts.month - 1;
  if (__builtin_add_overflow(total, months, &total)) return {};
  const std::int64_t year = core_detail::floor_divide(total, 12);
  const int month = static_cast<int>(total - year * 12) + 1;
  if (year < -max_year || year > max_year) return {};
  const int day = std::min(parts.day, core_detail::days_in_month(year, month));
  moment.seconds = core_detail::days_from_civil(year, month, day) * day_seconds + rest;
  return {when.kind(), moment};
}

/// Days and time added to a date, a date and time, or a time (which goes round midnight).
inline Value plus_duration(const Value& when, const Moment& duration) {
  Value sum = sum_of(when.kind(), when.moment(), duration);
  if (sum.is_null() || when.kind() == Kind::date_time) return sum;
  Moment moment = sum.moment();
  const std::int64_t days = core_detail::floor_divide(moment.seconds, day_seconds);
  moment.seconds -= when.kind() == Kind::time ? days * day_seconds : moment.seconds - days * day_seconds;
  if (when.kind() == Kind::date) moment.nanoseconds = 0;
  return {when.kind(), moment};
}

inline bool is_duration(const Value& value) {
  return value.kind() == Kind::days_duration || value.kind() == Kind::months_duration;
}

/// Months, or nanoseconds: exact.
inline Decimal units_of(const Value& duration) {
  const Moment& moment = duration.moment();
  if (duration.kind() == Kind::months_duration) return moment.seconds;
  return *Decimal(moment.seconds).times(Decimal(1'000'000'000))->plus(Decimal(moment.nanoseconds));
}

/// The duration of so many units, cut to whole ones.
inline Value duration_of(Kind kind, const std::optional<Decimal>& units) {
  const auto whole = units ? units->rounded(0, Rounding::down) : std::nullopt;
  if (!whole) return {};
  const auto seconds =
      kind == Kind::months_duration ? whole : whole->over(Decimal(1'000'000'000))->rounded(0, Rounding::floor);
  const auto count = seconds ? seconds->to_integer() : std::nullopt;
  if (!count) return {};
  if (kind == Kind::months_duration) return Value::months(*count);
  const auto rest = whole->minus(*seconds->times(Decimal(1'000'000'000)))->to_integer();
  return {kind, {.seconds = *count, .nanoseconds = static_cast<std::int32_t>(rest.value_or(0))}};
}

}  // namespace rules_detail

PAIDAN_INLINE Value negate_duration(const Value& duration) {
  if (!rules_detail::is_duration(duration)) return {};
  Moment moment = duration.moment();
  if (__builtin_sub_overflow(std::int64_t{0}, moment.seconds, &moment.seconds)) return {};
  if (moment.nanoseconds != 0) {
    moment.nanoseconds = 1'000'000'000 - moment.nanoseconds;
    if (__builtin_sub_overflow(moment.seconds, std::int64_t{1}, &moment.seconds)) return {};
  }
  return {duration.kind(), moment};
}

PAIDAN_INLINE Value add_moments(const Value& a, const Value& b) {
  using namespace rules_detail;
  if (!a.is_moment() || !b.is_moment()) return {};
  if (is_duration(a) && is_duration(b))
    return a.kind() == b.kind() ? sum_of(a.kind(), a.moment(), b.moment()) : Value();
  const Value& when = is_duration(a) ? b : a;
  const Value& length = is_duration(a) ? a : b;
  if (!is_duration(length)) return {};
  if (length.kind() == Kind::days_duration) return plus_duration(when, length.moment());
  return when.kind() == Kind::time ? Value() : plus_months(when, length.moment().seconds);
}

PAIDAN_INLINE Value subtract_moments(const Value& a, const Value& b) {
  using namespace rules_detail;
  if (!a.is_moment() || !b.is_moment()) return {};
  if (is_duration(b)) return add_moments(a, negate_duration(b));
  const bool dates = (a.kind() == Kind::date || a.kind() == Kind::date_time) &&
                     (b.kind() == Kind::date || b.kind() == Kind::date_time);
  if (!dates && (a.kind() != Kind::time || b.kind() != Kind::time)) return {};
  Moment x = a.moment();
  Moment y = b.moment();
  // A date against a date and time with an offset is its midnight in UTC (DMN 1.5, 10.3.2.3.5).
  if (a.kind() == Kind::date && y.offset != no_offset) x.offset = 0;
  if (b.kind() == Kind::date && x.offset != no_offset) y.offset = 0;
  if ((x.offset == no_offset) != (y.offset == no_offset)) return {};
  if (x.offset != no_offset && (__builtin_sub_overflow(x.seconds, x.offset, &x.seconds) ||
                                __builtin_sub_overflow(y.seconds, y.offset, &y.seconds))) {
    return {};
  }
  x.offset = y.offset = no_offset;
  return sum_of(Kind::days_duration, x, negate_duration(Value(Kind::days_duration, y)).moment());
}

PAIDAN_INLINE Value scale_duration(const Value& duration, const Decimal& factor) {
  using namespace rules_detail;
  return is_duration(duration) ? duration_of(duration.kind(), units_of(duration).times(factor)) : Value();
}

PAIDAN_INLINE Value divide_duration(const Value& duration, const Decimal& divisor) {
  using namespace rules_detail;
  return is_duration(duration) ? duration_of(duration.kind(), units_of(duration).over(divisor)) : Value();
}

PAIDAN_INLINE Value duration_ratio(const Value& a, const Value& b) {
  using namespace rules_detail;
  if (!is_duration(a) || a.kind() != b.kind()) return {};
  const auto ratio = units_of(a).over(units_of(b));
  return ratio ? Value(*ratio) : Value();
}

PAIDAN_INLINE Value months_between(const Value& from, const Value& to) {
  using namespace rules_detail;
  for (const Value* value : {&from, &to}) {
    if (value->kind() != Kind::date && value->kind() != Kind::date_time) return {};
  }
  const auto split = [](const Value& value) {
    const std::int64_t days = core_detail::floor_divide(value.moment().seconds, day_seconds);
    const Date::Parts parts = core_detail::civil_from_days(days);
    return std::pair{std::int64_t{parts.year} * 12 + parts.month, parts.day};
  };
  const auto a = split(from);
  const auto b = split(to);
  std::int64_t months = b.first - a.first;
  if (months > 0 && b.second < a.second) --months;
  if (months < 0 && b.second > a.second) ++months;
  return Value::months(months);
}

PAIDAN_INLINE Value moment_part(const Value& value, std::string_view name) {
  using namespace rules_detail;
  const Kind kind = value.kind();
  if (!value.is_moment()) return {};
  const Moment& moment = value.moment();
  const std::int64_t days = core_detail::floor_divide(moment.seconds, day_seconds);
  if (kind == Kind::date || kind == Kind::date_time) {
    const Date::Parts parts = core_detail::civil_from_days(days);
    if (name == "year") return parts.year;
    if (name == "month") return parts.month;
    if (name == "day") return parts.day;
    if (name == "weekday") return core_detail::floor_divide(days + 3, 7) * -7 + days + 4;  // 1970-01-01: a Thursday
  }
  if (kind == Kind::time || kind == Kind::date_time) {
    const std::int64_t rest = moment.seconds - days * day_seconds;
    if (name == "hour") return rest / 3'600;
    if (name == "minute") return rest / 60 % 60;
    if (name == "second") return rest % 60;
    if (name == "time offset" && moment.offset != no_offset) return Duration{moment.offset};
  }
  if (kind == Kind::months_duration) {
    if (name == "years") return moment.seconds / 12;
    if (name == "months") return moment.seconds % 12;
  }
  if (kind == Kind::days_duration) {
    const DurationSize size = size_of(moment);
    const auto part = [&](std::uint64_t count) {
      const auto number = static_cast<std::int64_t>(count);
      return Value(size.negative ? -number : number);
    };
    if (name == "days") return part(size.seconds / 86'400);
    if (name == "hours") return part(size.seconds / 3'600 % 24);
    if (name == "minutes") return part(size.seconds / 60 % 60);
    if (name == "seconds") return part(size.seconds % 60);
  }
  return {};
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
