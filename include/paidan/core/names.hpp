// The names that documents use for core's enumerations, in value order, and core's described structs.
#pragma once

#include <paidan/core/calendar.hpp>
#include <paidan/core/decimal.hpp>
#include <paidan/core/fields.hpp>
#include <paidan/core/geo.hpp>
#include <paidan/core/reason.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {

template <>
struct EnumNames<Language> {
  static constexpr std::array<std::string_view, 2> names{"zh", "en"};
};
template <>
struct EnumNames<Datum> {
  static constexpr std::array<std::string_view, 3> names{"wgs84", "gcj02", "bd09"};
};
template <>
struct EnumNames<Rounding> {
  static constexpr std::array<std::string_view, 7> names{"half_up", "half_even", "down",     "up",
                                                         "floor",   "ceiling",   "half_down"};
};
template <>
struct EnumNames<RestDays> {
  static constexpr std::array<std::string_view, 3> names{"literal", "statutory", "arranged"};
};
template <>
struct EnumNames<DayKind> {
  static constexpr std::array<std::string_view, 3> names{"working", "rest", "unknown"};
};
template <>
struct EnumNames<Family> {
  static constexpr std::array<std::string_view, family_count> names{
      "skill", "suspended", "allowed", "group",       "language", "tools", "parts",       "reach", "window",
      "shift", "breaks",    "jobs",    "travel_time", "distance", "pin",   "commitments", "links"};
};

PAIDAN_FIELDS(CalendarDay, "CalendarDay") {
  v("date", &T::date, Field{.zh = "日期", .doc = "The day.", .required = true});
  v("off", &T::off, Field{.zh = "休息", .doc = "False: a make-up working day; default true."});
  v("statutory", &T::statutory,
    Field{.zh = "法定节日", .doc = "One of the national holidays themselves; default false."});
  v("name", &T::name, Field{.zh = "名称", .doc = "Name of the holiday."});
}

PAIDAN_FIELDS(CalendarData, "Calendar") {
  v("version", &T::version, Field{.zh = "版本", .doc = "Version, any text."});
  v("days", &T::days, Field{.zh = "日期", .doc = "Days that the announcements name.", .required = true});
  v("years", &T::years, Field{.zh = "年份", .doc = "Years whose announcement is included.", .required = true});
}

PAIDAN_FIELDS(Parameter, "Parameter") {
  v("name", &T::name, Field{.zh = "参数名", .doc = "Name that the text mentions.", .required = true});
  v("value", &T::value, Field{.zh = "参数值", .doc = "Its value as text.", .required = true});
}

PAIDAN_FIELDS(Reason, "Reason") {
  v("family", &T::family, Field{.zh = "类别", .doc = "Constraint family.", .required = true});
  v("detail", &T::detail, Field{.zh = "原因代码", .doc = "Stable code of what exactly is missing.", .required = true});
  v("parameters", &T::parameters, Field{.zh = "参数", .doc = "Names and amounts that the text needs."});
}

}  // namespace paidan::inline PAIDAN_ABI
