#include "convert.hpp"

#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>

#include <algorithm>
#include <cmath>

namespace paidan_python {

namespace {

py::object attribute(const char* module, const char* name) { return py::module_::import(module).attr(name); }

/// Imported once; never freed, so that nothing is torn down after the interpreter.
template <class Make>
py::handle once(PyObject*& place, Make&& make) {
  if (place == nullptr) place = py::object(make()).release().ptr();
  return place;
}
PyObject* datetime_class = nullptr;
PyObject* date_class = nullptr;
PyObject* time_class = nullptr;
PyObject* timedelta_class = nullptr;
PyObject* timezone_class = nullptr;
PyObject* utc_object = nullptr;
PyObject* epoch_object = nullptr;
PyObject* decimal_class = nullptr;

py::handle datetime_type() {
  return once(datetime_class, [] { return attribute("datetime", "datetime"); });
}
py::handle date_type() {
  return once(date_class, [] { return attribute("datetime", "date"); });
}
py::handle time_type() {
  return once(time_class, [] { return attribute("datetime", "time"); });
}
py::handle timedelta_type() {
  return once(timedelta_class, [] { return attribute("datetime", "timedelta"); });
}
py::handle timezone_type() {
  return once(timezone_class, [] { return attribute("datetime", "timezone"); });
}
py::handle utc() {
  return once(utc_object, [] { return py::object(timezone_type().attr("utc")); });
}
py::handle epoch() {
  return once(epoch_object, [] { return datetime_type()(1970, 1, 1, 0, 0, 0, 0, utc()); });
}
py::handle decimal_type() {
  return once(decimal_class, [] { return attribute("decimal", "Decimal"); });
}

std::string shown(py::handle value) {
  std::string text = py::cast<std::string>(py::repr(value));
  if (text.size() > 80) {
    std::size_t cut = 77;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xc0U) == 0x80U) --cut;  // not inside a character
    text.resize(cut);
    text += "...";
  }
  return text;
}

/// Whole seconds of a timedelta; pandas' Timedelta and NaT are recognised.
std::int64_t whole_seconds(py::handle delta, py::handle original, const Where& where) {
  const py::object days = delta.attr("days");
  if (!PyLong_Check(days.ptr())) invalid(where, errors::not_a_time, {{"value", shown(original)}});
  const bool nanoseconds = py::hasattr(delta, "nanoseconds") && py::cast<std::int64_t>(delta.attr("nanoseconds")) != 0;
  if (nanoseconds || py::cast<std::int64_t>(delta.attr("microseconds")) != 0) {
    invalid(where, errors::fraction_of_second, {{"value", py::cast<std::string>(py::str(original))}});
  }
  return py::cast<std::int64_t>(days) * 86'400 + py::cast<std::int64_t>(delta.attr("seconds"));
}

}  // namespace

// ---------------------------------------------------------------- errors

std::string Where::text() const {
  std::string all = up != nullptr ? up->text() : std::string();
  if (index >= 0) return all + '[' + std::to_string(index) + ']';
  if (name.empty()) return all;
  return all.empty() ? std::string(name) : all + '.' + std::string(name);
}

void wrong_argument(const pd::ErrorKind& kind, std::vector<pd::Parameter> parameters) {
  throw WrongArgument(pd::Error{&kind, {}, 0, std::move(parameters)});
}

void wrong_type(const Where& where, std::string_view expected, py::handle got, std::string_view expected_zh) {
  const std::string type = got.is_none() ? "None" : py::cast<std::string>(py::type::handle_of(got).attr("__name__"));
  wrong_argument(errors::wrong_argument_type,
                 {{"field", where.text()},
                  {"expected", std::string(expected)},
                  {"expected_zh", std::string(expected_zh.empty() ? expected : expected_zh)},
                  {"value", type}});
}

void unknown_argument(std::string_view function, std::string_view name, const std::vector<std::string_view>& known) {
  wrong_argument(errors::unknown_argument,
                 pd::with_hint({{"function", std::string(function)}, {"value", std::string(name)}}, name, known));
}

void missing_arguments(std::string_view function, const std::vector<std::string>& names) {
  std::string en;
  std::string zh;
  for (const std::string& name : names) {
    en += (en.empty() ? "'" : ", '") + name + "'";
    zh += (zh.empty() ? "“" : "、“") + name + "”";
  }
  wrong_argument(errors::missing_arguments, {{"function", std::string(function)}, {"names", en}, {"names_zh", zh}});
}

void invalid(const Where& where, const pd::ErrorKind& kind, std::vector<pd::Parameter> parameters) {
  throw pd::InvalidInput(pd::Error{&kind, where.text(), 0, std::move(parameters)});
}

void unknown_name(const Where& where, std::string_view got, const std::vector<std::string_view>& known) {
  throw pd::InvalidInput(
      pd::unknown_value(where.name.empty() ? "it" : std::string(where.name), got, where.text(), known));
}

py::object make_enum(const char* module, const char* name, const std::vector<std::string_view>& names) {
  py::list members;
  for (const std::string_view value : names) {
    std::string member(value);
    for (char& c : member) c = c == '-' ? '_' : c;
    if (member == "from") member = "from_";
    members.append(py::make_tuple(member, std::string(value)));
  }
  py::object cls = attribute("enum", "StrEnum")(name, members, py::arg("module") = module);
  return cls;
}

// ---------------------------------------------------------------- numbers and text

bool Convert<bool>::from(py::handle value, const Where& where) {
  if (value.ptr() == Py_True) return true;
  if (value.ptr() == Py_False) return false;
  const std::string type = py::cast<std::string>(py::type::handle_of(value).attr("__name__"));
  if (type == "bool" || type == "bool_") {  // NumPy's
    const int truth = PyObject_IsTrue(value.ptr());
    if (truth >= 0) return truth == 1;
    throw py::error_already_set();
  }
  wrong_type(where, "bool", value);
}

std::int64_t integer_from(py::handle value, const Where& where, std::int64_t low, std::int64_t high) {
  if (PyBool_Check(value.ptr()) || PyIndex_Check(value.ptr()) == 0) wrong_type(where, "int", value);
  const auto number = py::reinterpret_steal<py::object>(PyNumber_Index(value.ptr()));
  if (!number) throw py::error_already_set();
  int overflow = 0;
  const long long result = PyLong_AsLongLongAndOverflow(number.ptr(), &overflow);
  if (result == -1 && overflow == 0 && PyErr_Occurred() != nullptr) throw py::error_already_set();
  if (overflow != 0 || result < low || result > high) {
    throw pd::InvalidInput(pd::out_of_range("", where.text(), std::to_string(std::max(low, where.low)),
                                            std::to_string(std::min(high, where.high)), shown(number)));
  }
  return result;
}

std::uint64_t unsigned_from(py::handle value, const Where& where) {
  if (PyBool_Check(value.ptr()) || PyIndex_Check(value.ptr()) == 0) wrong_type(where, "int", value);
  const auto number = py::reinterpret_steal<py::object>(PyNumber_Index(value.ptr()));
  if (!number) throw py::error_already_set();
  const unsigned long long result = PyLong_AsUnsignedLongLong(number.ptr());
  if (PyErr_Occurred() != nullptr) {
    PyErr_Clear();
    throw pd::InvalidInput(pd::out_of_range("", where.text(), "0", "18446744073709551615", shown(number)));
  }
  return result;
}

double Convert<double>::from(py::handle value, const Where& where) {
  if (PyBool_Check(value.ptr()) || (!PyFloat_Check(value.ptr()) && PyIndex_Check(value.ptr()) == 0)) {
    wrong_type(where, "float", value);
  }
  const double number = PyFloat_AsDouble(value.ptr());
  if (PyErr_Occurred() != nullptr) throw py::error_already_set();
  if (!std::isfinite(number)) invalid({}, pd::errors::not_finite, {{"field", where.text()}, {"value", shown(value)}});
  return number;
}

py::object Convert<std::string>::to(const std::string& value) { return py::str(value); }
std::string Convert<std::string>::from(py::handle value, const Where& where) {
  if (!PyUnicode_Check(value.ptr())) wrong_type(where, "str", value);
  Py_ssize_t size = 0;
  const char* const bytes = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
  if (bytes == nullptr) throw py::error_already_set();
  return {bytes, static_cast<std::size_t>(size)};
}

// ---------------------------------------------------------------- time

py::object Convert<pd::Instant>::to(const pd::Instant& value) {
  const pd::ZoneRules* const zone = HomeScope::rules();
  if (zone != nullptr) return to_python(LocalInstant{value, zone->offset_at(value)});
  return utc(value);
}
py::object utc(const pd::Instant& value) {
  return py::reinterpret_borrow<py::object>(epoch()) + timedelta_type()(0, value.seconds);
}
pd::Instant Convert<pd::Instant>::from(py::handle value, const Where& where) {
  if (!py::isinstance(value, datetime_type()))
    wrong_type(where, "datetime.datetime with a time zone", value, "带时区的datetime.datetime");
  // NaT is an instance of datetime whose year is not a number.
  if (!PyLong_Check(py::object(value.attr("year")).ptr()))
    invalid(where, errors::not_a_time, {{"value", shown(value)}});
  if (value.attr("utcoffset")().is_none()) {
    invalid(where, errors::naive_datetime, {{"value", py::cast<std::string>(py::str(value))}});
  }
  const py::object delta = py::reinterpret_borrow<py::object>(value) - py::reinterpret_borrow<py::object>(epoch());
  return {whole_seconds(delta, value, where)};
}

py::object Convert<LocalInstant>::to(const LocalInstant& value) {
  return utc(value.at).attr("astimezone")(timezone_type()(timedelta_type()(0, value.offset_s)));
}
LocalInstant Convert<LocalInstant>::from(py::handle value, const Where& where) {
  const pd::Instant at = from_python<pd::Instant>(value, where);
  return {at, static_cast<std::int32_t>(whole_seconds(value.attr("utcoffset")(), value, where))};
}

py::object Convert<pd::Duration>::to(const pd::Duration& value) { return timedelta_type()(0, value.seconds); }
pd::Duration Convert<pd::Duration>::from(py::handle value, const Where& where) {
  if (!py::isinstance(value, timedelta_type())) {
    if (py::isinstance(value, datetime_type())) {  // NaT is both and neither
      if (!PyLong_Check(py::object(value.attr("year")).ptr()))
        invalid(where, errors::not_a_time, {{"value", shown(value)}});
    }
    wrong_type(where, "datetime.timedelta", value);
  }
  return {whole_seconds(value, value, where)};
}

py::object Convert<pd::Date>::to(const pd::Date& value) {
  const pd::Date::Parts parts = value.parts();
  return date_type()(parts.year, parts.month, parts.day);
}
pd::Date Convert<pd::Date>::from(py::handle value, const Where& where) {
  if (!py::isinstance(value, date_type()) || py::isinstance(value, datetime_type())) {
    wrong_type(where, "datetime.date", value);
  }
  return *pd::Date::from_ymd(py::cast<int>(value.attr("year")), py::cast<int>(value.attr("month")),
                             py::cast<int>(value.attr("day")));
}

py::object Convert<pd::LocalTime>::to(const pd::LocalTime& value) {
  if (value.seconds >= 86'400) return py::str(value.text());  // datetime.time has no 24:00
  return time_type()(value.seconds / 3600, value.seconds / 60 % 60, value.seconds % 60);
}
pd::LocalTime Convert<pd::LocalTime>::from(py::handle value, const Where& where) {
  if (PyUnicode_Check(value.ptr())) {
    const std::string text = from_python<std::string>(value, where);
    if (const auto time = pd::LocalTime::parse(text)) return *time;
    invalid(where, errors::not_a_time, {{"value", shown(value)}});
  }
  if (!py::isinstance(value, time_type()))
    wrong_type(where, "datetime.time or 'HH:MM'", value, "datetime.time或'HH:MM'");
  if (py::cast<int>(value.attr("microsecond")) != 0) {
    invalid(where, errors::fraction_of_second, {{"value", py::cast<std::string>(py::str(value))}});
  }
  if (!value.attr("tzinfo").is_none())
    invalid(where, errors::time_with_zone, {{"value", py::cast<std::string>(py::str(value))}});
  return {py::cast<int>(value.attr("hour")) * 3600 + py::cast<int>(value.attr("minute")) * 60 +
          py::cast<int>(value.attr("second"))};
}

py::object Convert<pd::ZoneRules>::to(const pd::ZoneRules& value) { return py::cast(value); }
pd::ZoneRules Convert<pd::ZoneRules>::from(py::handle value, const Where& where) {
  if (py::isinstance<pd::ZoneRules>(value)) return py::cast<const pd::ZoneRules&>(value);
  py::object key = py::reinterpret_borrow<py::object>(value);
  if (!PyUnicode_Check(value.ptr())) {
    // zoneinfo.ZoneInfo and pytz zones: the rules themselves are always the engine's own, so only the name counts.
    key = py::getattr(value, "key", py::getattr(value, "zone", py::none()));
    if (!PyUnicode_Check(key.ptr()))
      wrong_type(where, "paidan.ZoneRules, zoneinfo.ZoneInfo or the name of a zone", value,
                 "paidan.ZoneRules、zoneinfo.ZoneInfo或时区名");
  }
  return py::cast<pd::ZoneRules>(py::type::of<pd::ZoneRules>().attr("load")(key));
}

// ---------------------------------------------------------------- money

py::object Convert<pd::Decimal>::to(const pd::Decimal& value) { return decimal_type()(value.text()); }
pd::Decimal Convert<pd::Decimal>::from(py::handle value, const Where& where) {
  if (PyFloat_Check(value.ptr())) {
    wrong_argument(
        errors::float_for_decimal,
        {{"field", where.text()}, {"value", shown(value)}, {"shown", py::cast<std::string>(py::str(value))}});
  }
  const bool whole = !PyBool_Check(value.ptr()) && PyIndex_Check(value.ptr()) != 0;
  if (!whole && !PyUnicode_Check(value.ptr()) && !py::isinstance(value, decimal_type())) {
    wrong_type(where, "decimal.Decimal, int or str", value, "decimal.Decimal、int或str");
  }
  const std::string text = py::cast<std::string>(py::str(value));
  if (const auto number = pd::Decimal::parse(text)) return *number;
  invalid(where, errors::not_a_number, {{"value", text}});
}

py::object Convert<pd::Currency>::to(const pd::Currency& value) {
  return py::str(value.code().data(), value.code().size());
}
pd::Currency Convert<pd::Currency>::from(py::handle value, const Where& where) {
  const std::string code = from_python<std::string>(value, where);
  if (const auto currency = pd::Currency::parse(code)) return *currency;
  invalid(where, pd::errors::unknown_id,
          {{"noun", "currency"}, {"noun_zh", "币种"}, {"id", code}, {"hint", ""}, {"hint_zh", ""}});
}

py::object Convert<pd::Money>::to(const pd::Money& value) { return py::cast(value); }
pd::Money Convert<pd::Money>::from(py::handle value, const Where& where) {
  if (!py::isinstance<pd::Money>(value)) wrong_type(where, "paidan.Money", value);
  return py::cast<const pd::Money&>(value);
}

// ---------------------------------------------------------------- places

py::object Convert<pd::GeoPoint>::to(const pd::GeoPoint& value) { return py::cast(value); }
pd::GeoPoint Convert<pd::GeoPoint>::from(py::handle value, const Where& where) {
  if (!py::isinstance<pd::GeoPoint>(value)) wrong_type(where, "paidan.GeoPoint", value);
  return py::cast<const pd::GeoPoint&>(value);
}

py::object Convert<pd::travel::MatrixData>::to(const pd::travel::MatrixData& value) { return py::cast(value); }
pd::travel::MatrixData Convert<pd::travel::MatrixData>::from(py::handle value, const Where& where) {
  if (!py::isinstance<pd::travel::MatrixData>(value)) wrong_type(where, "paidan.MatrixData", value);
  return py::cast<const pd::travel::MatrixData&>(value);
}

// ---------------------------------------------------------------- dictionaries

py::object Convert<std::vector<pd::Parameter>>::to(const std::vector<pd::Parameter>& value) {
  py::dict all;
  for (const pd::Parameter& parameter : value) all[py::str(parameter.name)] = py::str(parameter.value);
  return all;
}
std::vector<pd::Parameter> Convert<std::vector<pd::Parameter>>::from(py::handle value, const Where& where) {
  if (!PyDict_Check(value.ptr())) wrong_type(where, "a dict of str to str", value, "str到str的字典");
  std::vector<pd::Parameter> all;
  for (const auto& [name, text] : py::reinterpret_borrow<py::dict>(value)) {
    all.push_back({from_python<std::string>(name, where), from_python<std::string>(text, where)});
  }
  return all;
}

py::object Convert<pd::Milliseconds>::to(const pd::Milliseconds& value) {
  return timedelta_type()(0, 0, value.count * 1000);
}
pd::Milliseconds Convert<pd::Milliseconds>::from(py::handle value, const Where& where) {
  if (value.is_none()) return {};
  if (!py::isinstance(value, timedelta_type()))
    wrong_type(where, "datetime.timedelta or None", value, "datetime.timedelta或None");
  const double seconds = py::cast<double>(value.attr("total_seconds")());
  if (!(seconds >= 0) || seconds > 86'400) {
    throw pd::InvalidInput(pd::out_of_range("", where.text(), "0 s", "86400 s", py::cast<std::string>(py::str(value))));
  }
  if (seconds == 0) return {};
  return {std::max<std::int64_t>(1, static_cast<std::int64_t>(seconds * 1000.0))};
}

}  // namespace paidan_python
