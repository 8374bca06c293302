#pragma once

#include <paidan/rules/feel/detail/moment.hpp>
#include <paidan/rules/language/detail/builtins.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

using Arguments = std::span<const Value>;

/// FEEL's bounds of a scale.
inline constexpr std::int64_t min_scale = -6111;
inline constexpr std::int64_t max_scale = 6176;

/// A scale is cut to a whole number, as the kit expects of decimal(1/3, 2.5).
inline std::optional<int> scale_of(const Value& value) {
  if (!value.is_number()) return std::nullopt;
  const auto whole = value.number().rounded(0, Rounding::down);
  const auto scale = whole ? whole->to_integer() : std::nullopt;
  if (!scale || *scale < min_scale || *scale > max_scale) return std::nullopt;
  return static_cast<int>(*scale);
}

template <Rounding mode>
Value round_number(Arguments arguments) {
  if (!arguments[0].is_number()) return {};
  const Decimal& number = arguments[0].number();
  const std::optional<int> scale = arguments.size() > 1 ? scale_of(arguments[1]) : std::optional<int>(0);
  if (!scale) return {};
  // Nothing to drop: as it is, where zeros to fill up would not fit.
  const std::optional<Decimal> rounded = number.rounded(*scale, mode);
  if (!rounded && -number.exponent() <= *scale) return number;
  return rounded ? Value(*rounded) : Value();
}

inline Value negation_of(Arguments arguments) {
  return arguments[0].is_boolean() ? Value(!arguments[0].boolean()) : Value();
}

inline Value string_of(Arguments arguments) { return arguments[0].is_null() ? Value() : Value(arguments[0].text()); }

inline Value number_of(Arguments arguments) {
  if (arguments[0].is_number()) return arguments[0];
  if (!arguments[0].is_string()) return {};
  const std::optional<Decimal> number = Decimal::parse(arguments[0].string());
  return number ? Value(*number) : Value();
}

inline Value absolute(Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_number()) return value.number().negative() ? value.number().negated() : value.number();
  return value.is_moment() && value.moment().seconds < 0                                ? negate_duration(value)
         : value.kind() == Kind::days_duration || value.kind() == Kind::months_duration ? value
                                                                                        : Value();
}

/// The items of the only argument when it is a list, else the arguments.
inline Arguments spread(Arguments arguments) {
  return arguments.size() == 1 && arguments[0].kind() == Kind::list ? arguments[0].items() : arguments;
}

template <bool largest>
Value extreme(Arguments arguments) {
  const Arguments values = spread(arguments);
  if (values.empty()) return {};
  const Value* best = values.data();
  for (const Value& value : values) {
    const std::optional<int> order = compare(value, *best);
    if (!order) return {};
    if (largest ? *order > 0 : *order < 0) best = &value;
  }
  return *best;
}

inline Value sum_of_all(Arguments arguments) {
  const Arguments values = spread(arguments);
  if (values.empty()) return {};
  Value sum = values[0];
  if (!sum.is_number() && negate_duration(sum).is_null()) return {};
  for (const Value& value : values.subspan(1)) {
    if (sum.is_number()) {
      const auto next = value.is_number() ? sum.number().plus(value.number()) : std::nullopt;
      if (!next) return {};
      sum = *next;
    } else {
      sum = value.kind() == sum.kind() ? add_moments(sum, value) : Value();
    }
  }
  return sum;
}

inline Value count_of(Arguments arguments) {
  if (arguments.size() == 1 && arguments[0].is_null()) return {};
  return static_cast<std::int64_t>(spread(arguments).size());
}

inline Value list_contains(Arguments arguments) {
  if (arguments[0].kind() != Kind::list) return {};
  for (const Value& item : arguments[0].items()) {
    if (equal(item, arguments[1]) == true) return true;
  }
  return false;
}

inline bool two_strings(Arguments arguments) { return arguments[0].is_string() && arguments[1].is_string(); }

inline Value length_of(Arguments arguments) {
  if (!arguments[0].is_string()) return {};
  std::int64_t length = 0;
  for (const char c : arguments[0].string()) length += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1 : 0;
  return length;
}

inline Value contains(Arguments arguments) {
  if (!two_strings(arguments)) return {};
  return arguments[0].string().find(arguments[1].string()) != std::string_view::npos;
}

inline Value starts_with(Arguments arguments) {
  return two_strings(arguments) ? Value(arguments[0].string().starts_with(arguments[1].string())) : Value();
}

inline Value ends_with(Arguments arguments) {
  return two_strings(arguments) ? Value(arguments[0].string().ends_with(arguments[1].string())) : Value();
}

inline Value substring_before(Arguments arguments) {
  if (!two_strings(arguments)) return {};
  const std::size_t at = arguments[0].string().find(arguments[1].string());
  return at == std::string_view::npos ? Value("") : Value(arguments[0].string().substr(0, at));
}

inline Value substring_after(Arguments arguments) {
  if (!two_strings(arguments)) return {};
  const std::size_t at = arguments[0].string().find(arguments[1].string());
  return at == std::string_view::npos ? Value("")
                                      : Value(arguments[0].string().substr(at + arguments[1].string().size()));
}

template <char first, int shift>
Value change_case(Arguments arguments) {
  if (!arguments[0].is_string()) return {};
  std::string text(arguments[0].string());
  for (char& c : text) {
    if (c >= first && c < first + 26) c = static_cast<char>(c + shift);
  }
  return text;
}

inline std::optional<std::int64_t> integer_of(const Value& value) {
  return value.is_number() ? value.number().to_integer() : std::nullopt;
}

inline Value date_from(Arguments arguments) {
  const Value& from = arguments[0];
  if (from.is_string()) return parse_date(from.string());
  if (from.kind() == Kind::date) return from;
  if (from.kind() != Kind::date_time) return {};
  const std::int64_t seconds = from.moment().seconds;
  return {Kind::date, {.seconds = seconds - (seconds % 86'400 + 86'400) % 86'400}};
}

inline Value date_of_parts(Arguments arguments) {
  const auto year = integer_of(arguments[0]);
  const auto month = integer_of(arguments[1]);
  const auto day = integer_of(arguments[2]);
  return year && month && day ? make_date(*year, *month, *day) : Value();
}

inline Value time_from(Arguments arguments) {
  const Value& from = arguments[0];
  if (from.is_string()) return parse_time(from.string());
  if (from.kind() == Kind::time) return from;
  if (from.kind() == Kind::date) return {Kind::time, {.offset = 0}};
  if (from.kind() != Kind::date_time) return {};
  Moment moment = from.moment();
  moment.seconds = (moment.seconds % 86'400 + 86'400) % 86'400;
  return {Kind::time, moment};
}

inline Value time_of_parts(Arguments arguments) {
  const auto hour = integer_of(arguments[0]);
  const auto minute = integer_of(arguments[1]);
  if (!hour || *hour < 0 || *hour > 23 || !minute || *minute < 0 || *minute > 59 || !arguments[2].is_number())
    return {};
  const Decimal& second = arguments[2].number();
  if (second.negative() || second >= Decimal(60)) return {};
  const auto nanoseconds = second.times(Decimal(1'000'000'000));
  const auto whole = nanoseconds ? nanoseconds->rounded(0, Rounding::down) : std::nullopt;
  const std::int64_t fine = whole ? whole->to_integer().value_or(0) : 0;
  Moment moment{.seconds = *hour * 3'600 + *minute * 60 + fine / 1'000'000'000,
                .nanoseconds = static_cast<std::int32_t>(fine % 1'000'000'000)};
  if (arguments.size() > 3 && !arguments[3].is_null()) {
    if (arguments[3].kind() != Kind::days_duration) return {};
    const std::int64_t offset = arguments[3].moment().seconds;
    if (offset < -14 * 3'600 || offset > 14 * 3'600) return {};
    moment.offset = static_cast<std::int32_t>(offset);
  }
  return {Kind::time, moment};
}

inline Value date_time_from(Arguments arguments) {
  const Value& from = arguments[0];
  if (from.is_string()) return parse_date_time(from.string());
  if (from.kind() == Kind::date) return {Kind::date_time, from.moment()};
  return from.kind() == Kind::date_time ? from : Value();
}

inline Value date_time_of_parts(Arguments arguments) {
  const Value date = date_from(arguments.first(1));
  if (arguments[0].is_string() || date.is_null() || arguments[1].kind() != Kind::time) return {};
  Moment moment = arguments[1].moment();
  moment.seconds += date.moment().seconds;
  return {Kind::date_time, moment};
}

inline Value duration_from(Arguments arguments) {
  const Value& from = arguments[0];
  if (from.is_string()) return parse_duration(from.string());
  return from.kind() == Kind::days_duration || from.kind() == Kind::months_duration ? from : Value();
}

inline Value months_from(Arguments arguments) { return months_between(arguments[0], arguments[1]); }

}  // namespace rules_detail

PAIDAN_INLINE std::span<const Builtin> builtins() {
  using namespace rules_detail;
  static constexpr Builtin rows[]{
      {"abs", "n", &absolute},
      {"ceiling", "n,scale?", &round_number<Rounding::ceiling>},
      {"contains", "string,match", &contains},
      {"count", "list", &count_of},
      {"count", "...", &count_of},
      {"date", "from", &date_from},
      {"date", "year,month,day", &date_of_parts},
      {"date and time", "from", &date_time_from},
      {"date and time", "date,time", &date_time_of_parts},
      {"decimal", "n,scale", &round_number<Rounding::half_even>},
      {"duration", "from", &duration_from},
      {"ends with", "string,match", &ends_with},
      {"floor", "n,scale?", &round_number<Rounding::floor>},
      {"list contains", "list,element", &list_contains},
      {"lower case", "string", &change_case<'A', 'a' - 'A'>},
      {"max", "list", &extreme<true>},
      {"max", "...", &extreme<true>},
      {"min", "list", &extreme<false>},
      {"min", "...", &extreme<false>},
      {"not", "negand", &negation_of},
      {"number", "from", &number_of},
      {"round down", "n,scale", &round_number<Rounding::down>},
      {"round half down", "n,scale", &round_number<Rounding::half_down>},
      {"round half up", "n,scale", &round_number<Rounding::half_up>},
      {"round up", "n,scale", &round_number<Rounding::up>},
      {"starts with", "string,match", &starts_with},
      {"string", "from", &string_of},
      {"string length", "string", &length_of},
      {"substring after", "string,match", &substring_after},
      {"substring before", "string,match", &substring_before},
      {"sum", "list", &sum_of_all},
      {"sum", "...", &sum_of_all},
      {"time", "from", &time_from},
      {"time", "hour,minute,second,offset?", &time_of_parts},
      {"upper case", "string", &change_case<'a', 'A' - 'a'>},
      {"years and months duration", "from,to", &months_from},
  };
  return rows;
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
