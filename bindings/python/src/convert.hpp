// Values between Python and C++, one way each, with the place named when something does not fit.
//
// Wrong type = TypeError; right type but a value that cannot be taken (naive datetime, fraction of a second, unknown
// name) = InvalidInput, in both languages.
#pragma once

#include <paidan/core/border.hpp>
#include <paidan/core/calendar.hpp>
#include <paidan/core/decimal.hpp>
#include <paidan/core/error.hpp>
#include <paidan/core/fields.hpp>
#include <paidan/core/geo.hpp>
#include <paidan/core/hash.hpp>
#include <paidan/core/money.hpp>
#include <paidan/core/reason.hpp>
#include <paidan/core/share.hpp>
#include <paidan/core/time.hpp>
#include <paidan/travel/matrix.hpp>

#include <pybind11/pybind11.h>

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace paidan_python {

namespace py = pybind11;
namespace pd = paidan;

/// Where a value stands: `Order.windows[1].end`. Lives on the stack of the conversion, text is made only for an error.
struct Where {
  const Where* up = nullptr;
  std::string_view name = {};
  std::ptrdiff_t index = -1;
  /// Of a number's field: named where the number does not even fit its type; what fits is the validator's to judge.
  std::int64_t low = std::numeric_limits<std::int64_t>::min();
  std::int64_t high = std::numeric_limits<std::int64_t>::max();

  [[nodiscard]] Where field(std::string_view field_name) const { return {this, field_name, -1}; }
  [[nodiscard]] Where item(std::ptrdiff_t i) const { return {this, {}, i}; }
  [[nodiscard]] Where within(const pd::Field& field) const { return {up, name, index, field.low, field.high}; }
  [[nodiscard]] std::string text() const;
};

/// Misuse of arguments: paidan.WrongArgument in Python, which is a TypeError.
struct WrongArgument : std::exception {
  pd::Error error;
  explicit WrongArgument(pd::Error of) : error(std::move(of)) {}
};
[[noreturn]] void wrong_argument(const pd::ErrorKind& kind, std::vector<pd::Parameter> parameters);
/// `expected_zh`: where what is expected is more than the name of a type.
[[noreturn]] void wrong_type(const Where& where, std::string_view expected, py::handle got,
                             std::string_view expected_zh = {});
/// `f() has no 'x'`, with the nearest known argument.
[[noreturn]] void unknown_argument(std::string_view function, std::string_view name,
                                   const std::vector<std::string_view>& known);
[[noreturn]] void missing_arguments(std::string_view function, const std::vector<std::string>& names);
[[noreturn]] void invalid(const Where& where, const pd::ErrorKind& kind, std::vector<pd::Parameter> parameters = {});
[[noreturn]] void unknown_name(const Where& where, std::string_view got, const std::vector<std::string_view>& known);

namespace errors {
inline constexpr pd::ErrorKind unknown_argument{"unknown_argument", "{function}() has no '{value}'{hint}",
                                                "{function}()没有参数“{value}”{hint_zh}"};
inline constexpr pd::ErrorKind missing_arguments{"missing_arguments", "{function}() needs {names}",
                                                 "{function}()缺少参数{names_zh}"};
inline constexpr pd::ErrorKind keywords_only{"keywords_only",
                                             "{function}() takes keyword arguments only, e.g. {function}({first}=...)",
                                             "{function}()只接受关键字参数,如{function}({first}=...)"};
inline constexpr pd::ErrorKind too_many_arguments{"too_many_arguments",
                                                  "{function}() takes {count} positional arguments, the others by name",
                                                  "{function}()只接受{count}个位置参数,其余须写明名称"};
inline constexpr pd::ErrorKind argument_given_twice{"argument_given_twice", "'{value}' is given twice",
                                                    "“{value}”给了两次"};
inline constexpr pd::ErrorKind wrong_argument_type{"wrong_argument_type", "{field} must be {expected}, not {value}",
                                                   "{field}应为{expected_zh},实为{value}"};
inline constexpr pd::ErrorKind made_by_paidan{
    "made_by_paidan", "{type} speaks of a problem: it is made by paidan's functions or from_json(), not of keywords",
    "{type}是针对某个问题的结果:由paidan的函数或from_json()产生,不能用关键字构造"};
inline constexpr pd::ErrorKind needs_problem{"needs_problem", "{field} can only be given together with a problem",
                                             "{field}须与问题一起给出"};
inline constexpr pd::ErrorKind float_for_decimal{
    "float_for_decimal",
    "{field} must be decimal.Decimal, int or str, not float: {value} is not exactly the number that was written; use "
    "decimal.Decimal('{shown}')",
    "{field}应为decimal.Decimal、int或str,而不是float:{value}与写下的数不完全相等,请用decimal.Decimal('{shown}')"};
inline constexpr pd::ErrorKind facts_twice{"facts_twice", "{function} takes a dict of facts or keywords, not both",
                                           "{function}的事实用一个字典或关键字给出,不能两者都给"};
inline constexpr pd::ErrorKind naive_datetime{"naive_datetime", "{value} has no time zone; give the datetime a tzinfo",
                                              "{value}没有时区,请给datetime加上tzinfo"};
inline constexpr pd::ErrorKind fraction_of_second{"fraction_of_second",
                                                  "{value} has a fraction of a second; whole seconds are needed",
                                                  "{value}含不足一秒的部分,只接受整秒"};
inline constexpr pd::ErrorKind time_with_zone{"time_with_zone", "{value} has a zone; a time of day is the problem's",
                                              "{value}带有时区;一天内的时刻按问题的时区理解"};
inline constexpr pd::ErrorKind not_a_time{"not_a_time", "{value} is not a time", "{value}不是有效时间"};
inline constexpr pd::ErrorKind not_a_number{"not_a_number", "'{value}' is not a number", "“{value}”不是数字"};
inline constexpr pd::ErrorKind bad_coordinates{"bad_coordinates",
                                               "latitude {lat} and longitude {lon} are not a place on Earth",
                                               "纬度{lat}、经度{lon}不是有效坐标"};
}  // namespace errors

/// A struct as Python holds it. Values read out of another value are copies: `frozen` makes a forgotten write to such a
/// copy an error instead of a silent nothing. What speaks of a problem by index holds that problem as Python knows it.
template <class T>
struct Box {
  T value{};
  bool frozen = false;
  py::object home = {};      ///< paidan.Problem, or null
  bool interrupted = false;  ///< the search that made it was stopped
  py::object zone = {};      ///< paidan.ZoneRules that its times are shown in, or null: UTC
};

/// While values of one box are converted: the problem that their indices and times belong to, or else the zone that its
/// times are shown in. (What a problem holds must not hold the problem: nobody would ever let go of either.)
class HomeScope {
 public:
  explicit HomeScope(const py::object& home, const py::object& zone = {});
  ~HomeScope();
  HomeScope(const HomeScope&) = delete;
  HomeScope& operator=(const HomeScope&) = delete;

  /// Null outside of a scope.
  [[nodiscard]] static const pd::Border* border();
  [[nodiscard]] static py::object home();
  [[nodiscard]] static py::object zone();
  /// Null where times are shown in UTC.
  [[nodiscard]] static const pd::ZoneRules* rules();

 private:
  struct Place {
    py::object home, zone;
  };
  Place own_;
  const Place* before_;
  static const Place*& current();
};

/// The Python class of a named enum, made once: a StrEnum, so plain strings are as good.
py::object make_enum(const char* module, const char* name, const std::vector<std::string_view>& names);
template <class E>
inline PyObject* enum_class = nullptr;

template <class T>
struct Convert;

template <class T>
py::object to_python(const T& value) {
  return Convert<T>::to(value);
}
template <class T>
T from_python(py::handle value, const Where& where) {
  return Convert<T>::from(value, where);
}

// ---------------------------------------------------------------- plain values

std::int64_t integer_from(py::handle value, const Where& where, std::int64_t low, std::int64_t high);
std::uint64_t unsigned_from(py::handle value, const Where& where);

template <>
struct Convert<bool> {
  static py::object to(bool value) { return py::bool_(value); }
  static bool from(py::handle value, const Where& where);
  static std::string type(bool) { return "bool"; }
};

template <std::integral T>
requires(!std::same_as<T, bool>) struct Convert<T> {
  static py::object to(T value) { return py::int_(value); }
  static T from(py::handle value, const Where& where) {
    if constexpr (std::is_signed_v<T> || sizeof(T) < 8) {
      return static_cast<T>(integer_from(value, where, static_cast<std::int64_t>(std::numeric_limits<T>::min()),
                                         static_cast<std::int64_t>(std::numeric_limits<T>::max())));
    } else {
      return static_cast<T>(unsigned_from(value, where));
    }
  }
  static std::string type(bool) { return "int"; }
};

template <>
struct Convert<double> {
  static py::object to(double value) { return py::float_(value); }
  static double from(py::handle value, const Where& where);
  static std::string type(bool) { return "float"; }
};

#define PAIDAN_PYTHON_CONVERT(TYPE, IN, OUT)                   \
  template <>                                                  \
  struct Convert<TYPE> {                                       \
    static py::object to(const TYPE& value);                   \
    static TYPE from(py::handle value, const Where& where);    \
    static std::string type(bool in) { return in ? IN : OUT; } \
  };
PAIDAN_PYTHON_CONVERT(std::string, "str", "str")
PAIDAN_PYTHON_CONVERT(pd::Instant, "datetime.datetime", "datetime.datetime")
/// In UTC whatever the scope.
py::object utc(const pd::Instant& value);
PAIDAN_PYTHON_CONVERT(pd::Duration, "datetime.timedelta", "datetime.timedelta")
PAIDAN_PYTHON_CONVERT(pd::Date, "datetime.date", "datetime.date")
PAIDAN_PYTHON_CONVERT(pd::LocalTime, "datetime.time | str", "datetime.time | str")
PAIDAN_PYTHON_CONVERT(pd::Decimal, "decimal.Decimal | int | str", "decimal.Decimal")
PAIDAN_PYTHON_CONVERT(pd::Currency, "str", "str")
PAIDAN_PYTHON_CONVERT(pd::Money, "Money", "Money")
PAIDAN_PYTHON_CONVERT(pd::GeoPoint, "GeoPoint", "GeoPoint")
PAIDAN_PYTHON_CONVERT(pd::ZoneRules, "ZoneRules | zoneinfo.ZoneInfo | str", "ZoneRules")
PAIDAN_PYTHON_CONVERT(pd::travel::MatrixData, "MatrixData", "MatrixData")
PAIDAN_PYTHON_CONVERT(std::vector<pd::Parameter>, "Mapping[str, str]", "dict[str, str]")
PAIDAN_PYTHON_CONVERT(pd::Milliseconds, "datetime.timedelta | None", "datetime.timedelta")
PAIDAN_PYTHON_CONVERT(pd::Share, "Share", "Share")
// What stands at the border: read and written with the problem of the scope.
PAIDAN_PYTHON_CONVERT(pd::ModelTime, "datetime.datetime", "datetime.datetime")
PAIDAN_PYTHON_CONVERT(pd::OrderIndex, "str", "str | None")
PAIDAN_PYTHON_CONVERT(pd::TechnicianIndex, "str", "str | None")
PAIDAN_PYTHON_CONVERT(pd::DepotIndex, "str", "str | None")
PAIDAN_PYTHON_CONVERT(pd::ShiftIndex, "str | tuple[str, str]", "tuple[str, str] | None")
PAIDAN_PYTHON_CONVERT(pd::BreakIndex, "int", "int | None")
PAIDAN_PYTHON_CONVERT(pd::ContentHash, "str", "str")
PAIDAN_PYTHON_CONVERT(pd::FamilySet, "Iterable[Family | str]", "tuple[Family, ...]")
#undef PAIDAN_PYTHON_CONVERT

/// Anything: looked at later.
template <>
struct Convert<py::object> {
  static py::object to(const py::object& value) { return value; }
  static py::object from(py::handle value, const Where&) { return py::reinterpret_borrow<py::object>(value); }
  static std::string type(bool) { return "object"; }
};

/// An instant with the offset its local clock shows; compared as an instant.
struct LocalInstant {
  pd::Instant at;
  std::int32_t offset_s = 0;
  friend bool operator==(const LocalInstant& a, const LocalInstant& b) { return a.at == b.at; }
};
template <>
struct Convert<LocalInstant> {
  static py::object to(const LocalInstant& value);
  static LocalInstant from(py::handle value, const Where& where);
  static std::string type(bool) { return "datetime.datetime"; }
};

// ---------------------------------------------------------------- compounds

template <class T>
struct Convert<std::optional<T>> {
  static py::object to(const std::optional<T>& value) { return value ? to_python(*value) : py::none(); }
  static std::optional<T> from(py::handle value, const Where& where) {
    if (value.is_none()) return std::nullopt;
    return from_python<T>(value, where);
  }
  static std::string type(bool in) { return Convert<T>::type(in) + " | None"; }
};

/// The type of what is certainly there.
inline std::string without_none(std::string type) {
  constexpr std::string_view none = " | None";
  if (type.ends_with(none)) type.resize(type.size() - none.size());
  return type;
}

/// Lists come back as tuples: an `append` on a copy would be lost, so there is none.
template <class T>
struct Convert<std::vector<T>> {
  static py::object to(const std::vector<T>& value) {
    py::tuple all(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
      PyTuple_SET_ITEM(all.ptr(), static_cast<Py_ssize_t>(i), to_python<T>(value[i]).release().ptr());
    }
    return all;
  }
  static std::vector<T> from(py::handle value, const Where& where) {
    if (PyUnicode_Check(value.ptr()) || PyBytes_Check(value.ptr()) || PyDict_Check(value.ptr())) {
      wrong_type(where, "a list of " + Convert<T>::type(true), value, "由" + Convert<T>::type(true) + "组成的列表");
    }
    const auto iterator = py::reinterpret_steal<py::object>(PyObject_GetIter(value.ptr()));
    if (!iterator) {
      PyErr_Clear();
      wrong_type(where, "a list of " + Convert<T>::type(true), value, "由" + Convert<T>::type(true) + "组成的列表");
    }
    std::vector<T> all;
    std::ptrdiff_t i = 0;
    while (auto item = py::reinterpret_steal<py::object>(PyIter_Next(iterator.ptr()))) {
      all.push_back(from_python<T>(item, where.item(i++)));
    }
    if (PyErr_Occurred() != nullptr) throw py::error_already_set();
    return all;
  }
  static std::string type(bool in) {
    return in ? "Iterable[" + Convert<T>::type(true) + "]"
              : "tuple[" + without_none(Convert<T>::type(false)) + ", ...]";
  }
};

template <pd::NamedEnum E>
struct Convert<E> {
  static std::vector<std::string_view> names() {
    return {pd::EnumNames<E>::names.begin(), pd::EnumNames<E>::names.end()};
  }
  static py::object to(E value) {
    const std::string_view name = pd::EnumNames<E>::names[static_cast<std::size_t>(value)];
    return py::handle(enum_class<E>)(py::str(name.data(), name.size()));
  }
  static E from(py::handle value, const Where& where) {
    if (!PyUnicode_Check(value.ptr())) wrong_type(where, type(true), value);
    const std::string name = from_python<std::string>(value, where);
    const auto& all = pd::EnumNames<E>::names;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i] == name) return static_cast<E>(i);
    }
    unknown_name(where, name, names());
  }
  static std::string type(bool in) {
    std::string name = py::cast<std::string>(py::handle(enum_class<E>).attr("__name__"));
    return in ? name + " | str" : name;
  }
};

template <class T>
inline std::string class_name = {};  // set when the struct is bound

template <pd::Described T>
struct Convert<T> {
  static py::object to(const T& value) {
    return py::cast(Box<T>{value, true, HomeScope::home(), false, HomeScope::zone()});
  }
  static T from(py::handle value, const Where& where) {
    if (!py::isinstance<Box<T>>(value)) wrong_type(where, class_name<T>, value);
    return py::cast<const Box<T>&>(value).value;
  }
  static std::string type(bool) { return class_name<T>; }
};

}  // namespace paidan_python
