// Money, places, zones, calendars and the vocabulary of errors.
#include "bind.hpp"

#include <paidan/core/hash.hpp>
#include <paidan/core/names.hpp>
#include <paidan/pricing/errors.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>
#include <array>

namespace paidan_python {

namespace {

constexpr const char* module = "paidan";

/// Kinds that the Python side raises itself (spreadsheets, tables), so that their texts stand beside all others.
constexpr auto python_kinds = std::to_array<pd::ErrorKind>({
    pd::errors::out_of_range,
    pd::syntax::errors::too_large,
    pd::syntax::errors::empty_file,
    {"unknown_format", "cannot read '{name}': a .csv or .xlsx file is needed", "无法读取“{name}”:需要.csv或.xlsx文件"},
    {"protected_workbook", "'{name}' is protected by a password or of an old format: save it as .xlsx without one",
     "“{name}”有密码保护或为旧格式:请另存为无密码的.xlsx"},
    {"broken_workbook", "'{name}' is no Excel workbook, or a damaged one", "“{name}”不是Excel工作簿,或已损坏"},
    {"no_sheet", "there is no sheet '{value}'; there are {known}", "没有工作表“{value}”,现有:{known}"},
    {"no_column", "there is no column '{value}' to split by; there are {known}",
     "没有可用于拆分的列“{value}”,现有:{known}"},
    {"no_technicians_in", "there are orders but no technicians in {cities}", "{cities}有工单但没有师傅"},
    {"merged_cells", "a value of merged cells was taken for each of their rows ({count} cells filled)",
     "合并单元格的内容按其中每一行都有处理(补了{count}格)"},
    {"other_sheets", "sheet '{sheet}' was read; there are also {others}", "读取了工作表“{sheet}”,另有:{others}"},
    {"fraction",
     "row {row}, column {column}: {value} is not a whole number; costs are integers: give scale=, e.g. 1000",
     "第{row}行第{column}列:{value}不是整数;成本须为整数,可用scale=(如1000)放大取整"},
    {"no_cost", "row {row}, column {column}: {value} is not a whole number, so no cost; leave a pair out with allowed=",
     "第{row}行第{column}列:{value}不是整数,不能作为成本;不可用的组合请用allowed=去掉"},
    {"beyond_exact", "row {row}, column {column}: {value} is beyond ±2^53 after scaling",
     "第{row}行第{column}列:{value}放大后超出±2^53"},
    {"not_whole", "row {row}, column {column}: {value} is not a whole number", "第{row}行第{column}列:{value}不是整数"},
    {"not_rectangular", "row {row} has {columns} columns, the first has {expected}",
     "第{row}行有{columns}列,第一行有{expected}列"},
    {"wrong_shape", "the shape must be {expected}, got {value}", "形状应为{expected},实为{value}"},
});

pd::Money money_or_overflow(const std::optional<pd::Money>& money, const pd::Money& a, const pd::Money& b,
                            const char* what) {
  if (money) return *money;
  if (!(a.currency == b.currency)) {
    throw py::type_error(std::string("cannot ") + what + ' ' + std::string(a.currency.code()) + " and " +
                         std::string(b.currency.code()));
  }
  PyErr_SetString(PyExc_OverflowError, "the amount is too large");
  throw py::error_already_set();
}

int compare(const pd::Money& a, const pd::Money& b) {
  if (!(a.currency == b.currency)) {
    throw py::type_error("cannot compare " + std::string(a.currency.code()) + " with " +
                         std::string(b.currency.code()));
  }
  return a.minor < b.minor ? -1 : (a.minor > b.minor ? 1 : 0);
}

void bind_money(py::module_& m) {
  py::class_<pd::Money> cls(m, "Money",
                            "An amount of one currency, exact to its minor unit. Immutable.\n\n"
                            "Money('30.00'), Money(decimal.Decimal('12.5'), 'USD'), Money(30); never from a float.");
  cls.attr("__module__") = module;
  cls.def(py::init([](const py::object& amount, const std::string& currency) {
            const Where root{nullptr, "Money", -1};
            const pd::Currency unit = from_python<pd::Currency>(py::str(currency), root.field("currency"));
            const pd::Decimal number = from_python<pd::Decimal>(amount, root.field("amount"));
            const auto rounded = number.rounded(unit.digits(), pd::Rounding::down);
            if (!rounded || !(*rounded == number)) {
              invalid({}, pd::pricing::errors::too_many_digits,
                      {{"field", "Money.amount"},
                       {"value", number.text()},
                       {"currency", currency},
                       {"digits", std::to_string(unit.digits())}});
            }
            const auto money = number.to_money(unit, pd::Rounding::down);
            if (!money) invalid({}, pd::errors::overflow, {{"field", "Money.amount"}, {"value", number.text()}});
            return *money;
          }),
          py::arg("amount"), py::arg("currency") = "CNY");
  cls.def_static(
      "from_minor",
      [](const py::object& minor, const std::string& currency) {
        const Where root{nullptr, "Money", -1};
        return pd::Money{from_python<std::int64_t>(minor, root.field("minor")),
                         from_python<pd::Currency>(py::str(currency), root.field("currency"))};
      },
      py::arg("minor"), py::arg("currency") = "CNY", "From whole minor units (fen, cents).");
  cls.def_property_readonly(
      "amount", [](const pd::Money& self) { return to_python(pd::Decimal::from(self)); },
      "The amount as decimal.Decimal.");
  cls.def_property_readonly(
      "currency", [](const pd::Money& self) { return to_python(self.currency); }, "ISO 4217 code.");
  cls.def_property_readonly(
      "minor", [](const pd::Money& self) { return self.minor; }, "The amount in minor units (fen, cents).");
  cls.def("__str__", &pd::Money::text);
  cls.def("__repr__", [](const pd::Money& self) {
    const std::string code(self.currency.code());
    return "Money('" + self.amount() + "'" + (code == "CNY" ? "" : ", '" + code + "'") + ")";
  });
  add_equal<pd::Money>(cls);
  cls.def("__hash__",
          [](const pd::Money& self) { return py::hash(py::make_tuple(self.minor, to_python(self.currency))); });
  cls.def("__lt__", [](const pd::Money& a, const pd::Money& b) { return compare(a, b) < 0; });
  cls.def("__le__", [](const pd::Money& a, const pd::Money& b) { return compare(a, b) <= 0; });
  cls.def("__gt__", [](const pd::Money& a, const pd::Money& b) { return compare(a, b) > 0; });
  cls.def("__ge__", [](const pd::Money& a, const pd::Money& b) { return compare(a, b) >= 0; });
  cls.def(
      "__add__",
      [](const pd::Money& a, const pd::Money& b) { return money_or_overflow(checked_add(a, b), a, b, "add"); },
      py::is_operator());
  cls.def(
      "__sub__",
      [](const pd::Money& a, const pd::Money& b) {
        return money_or_overflow(checked_subtract(a, b), a, b, "subtract");
      },
      py::is_operator());
  cls.def(
      "__mul__",
      [](const pd::Money& a, std::int64_t n) { return money_or_overflow(checked_multiply(a, n), a, a, "multiply"); },
      py::is_operator(), py::arg("factor").noconvert());
  cls.def("__bool__", [](const pd::Money& self) { return self.minor != 0; });
  cls.def(py::pickle([](const pd::Money& self) { return py::make_tuple(self.minor, to_python(self.currency)); },
                     [](const py::tuple& state) {
                       return pd::Money{py::cast<std::int64_t>(state[0]), from_python<pd::Currency>(state[1], {})};
                     }));
  copies_are_itself(cls);
}

void bind_geo(py::module_& m) {
  py::class_<pd::GeoPoint> cls(m, "GeoPoint",
                               "A place in degrees, kept to 10^-7 degrees (about 1 cm), with its datum. Immutable.\n\n"
                               "Places of different datums are never mixed or converted.");
  cls.attr("__module__") = module;
  cls.def(py::init([](const py::object& lat, const py::object& lon, const py::object& datum) {
            const Where root{nullptr, "GeoPoint", -1};
            const pd::Datum system = from_python<pd::Datum>(datum, root.field("datum"));
            const double north = from_python<double>(lat, root.field("lat"));
            const double east = from_python<double>(lon, root.field("lon"));
            const auto point = pd::GeoPoint::from_degrees(north, east, system);
            if (!point) {
              invalid(root, errors::bad_coordinates,
                      {{"lat", py::cast<std::string>(py::str(lat))}, {"lon", py::cast<std::string>(py::str(lon))}});
            }
            return *point;
          }),
          py::kw_only(), py::arg("lat"), py::arg("lon"), py::arg("datum") = "wgs84");
  cls.def_property_readonly("lat", &pd::GeoPoint::lat, "Degrees north.");
  cls.def_property_readonly("lon", &pd::GeoPoint::lon, "Degrees east.");
  cls.def_property_readonly(
      "datum", [](const pd::GeoPoint& self) { return to_python(self.datum); }, "wgs84, gcj02 or bd09.");
  cls.def("__repr__", [](const pd::GeoPoint& self) {
    std::string text = "GeoPoint(lat=" + py::cast<std::string>(py::repr(py::float_(self.lat()))) +
                       ", lon=" + py::cast<std::string>(py::repr(py::float_(self.lon())));
    if (self.datum != pd::Datum::wgs84) {
      text += ", datum='" + std::string(pd::EnumNames<pd::Datum>::names[static_cast<std::size_t>(self.datum)]) + "'";
    }
    return text + ")";
  });
  add_equal<pd::GeoPoint>(cls);
  cls.def("__hash__", [](const pd::GeoPoint& self) {
    return py::hash(py::make_tuple(self.lat_e7, self.lon_e7, static_cast<int>(self.datum)));
  });
  cls.def(py::pickle(
      [](const pd::GeoPoint& self) { return py::make_tuple(self.lat_e7, self.lon_e7, to_python(self.datum)); },
      [](const py::tuple& state) {
        return pd::GeoPoint{py::cast<std::int32_t>(state[0]), py::cast<std::int32_t>(state[1]),
                            from_python<pd::Datum>(state[2], {})};
      }));
  copies_are_itself(cls);
}

py::tuple transitions_tuple(const pd::ZoneRules& zone) {
  py::tuple all(zone.transitions().size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = py::make_tuple(zone.transitions()[i].utc_seconds, zone.transitions()[i].offset_seconds);
  }
  return all;
}

pd::ZoneRules make_zone(const std::string& name, const std::string& tz_version, std::int32_t initial,
                        const py::object& transitions) {
  std::vector<pd::ZoneRules::Transition> list;
  std::ptrdiff_t i = 0;
  const Where root{nullptr, "ZoneRules", -1};
  const Where where = root.field("transitions");
  for (const py::object& item : from_python<std::vector<py::object>>(transitions, where)) {
    const Where here = where.item(i++);
    const auto pair = from_python<std::vector<std::int64_t>>(item, here);
    if (pair.size() != 2) wrong_type(here, "(utc_seconds, offset_seconds)", item);
    list.push_back({pair[0], static_cast<std::int32_t>(pair[1])});
  }
  return {name, tz_version, initial, std::move(list)};
}

void bind_zone(py::module_& m) {
  py::class_<pd::ZoneRules> cls(
      m, "ZoneRules",
      "The rules of one time zone as plain, immutable data, so that a stored problem reads the same "
      "everywhere.\n\nZoneRules.load('Asia/Shanghai') reads the system's tz data; ZoneRules() is UTC.");
  cls.attr("__module__") = module;
  cls.def(py::init([](const std::string& name, const std::string& tz_version, std::int32_t initial,
                      const py::object& transitions) { return make_zone(name, tz_version, initial, transitions); }),
          py::kw_only(), py::arg("name") = "UTC", py::arg("tz_version") = "", py::arg("initial_offset_seconds") = 0,
          py::arg("transitions") = py::tuple());
  cls.def_property_readonly("name", &pd::ZoneRules::name, "Name of the zone.");
  cls.def_property_readonly("tz_version", &pd::ZoneRules::tz_version, "Version of the tz data it comes from.");
  cls.def_property_readonly("initial_offset_seconds", &pd::ZoneRules::initial_offset_seconds,
                            "Local minus UTC in seconds before the first transition.");
  cls.def_property_readonly("transitions", &transitions_tuple, "(UTC seconds, offset seconds from then on), rising.");
  cls.def(
      "offset_at",
      [](const pd::ZoneRules& self, const py::object& instant) {
        const pd::Instant at = from_python<pd::Instant>(instant, {nullptr, "instant", -1});
        return to_python(pd::Duration{self.offset_at(at)});
      },
      py::arg("instant"), "Local minus UTC at that moment.");
  cls.def(
      "to_local",
      [](const pd::ZoneRules& self, const py::object& instant) {
        const pd::Instant at = from_python<pd::Instant>(instant, {nullptr, "instant", -1});
        return to_python(LocalInstant{at, self.offset_at(at)});
      },
      py::arg("instant"), "The same moment as this zone's clocks show it (datetime with a fixed offset).");
  cls.def(
      "resolve",
      [](const pd::ZoneRules& self, const py::object& local) {
        const auto number = [&local](const char* part) { return py::cast<int>(local.attr(part)); };
        const pd::LocalDateTime clock{*pd::Date::from_ymd(number("year"), number("month"), number("day")),
                                      {number("hour") * 3600 + number("minute") * 60 + number("second")}};
        const auto resolved = self.resolve(clock);
        constexpr std::array<const char*, 3> names{"unique", "ambiguous", "skipped"};
        return py::make_tuple(names[static_cast<std::size_t>(resolved.mapping)],
                              to_python(LocalInstant{resolved.earlier, self.offset_at(resolved.earlier)}),
                              to_python(LocalInstant{resolved.later, self.offset_at(resolved.later)}));
      },
      py::arg("local"),
      "What a naive local datetime means: ('unique' | 'ambiguous' | 'skipped', earlier, later). Nothing is guessed.");
  cls.def("__repr__", [](const pd::ZoneRules& self) {
    return "<ZoneRules " + self.name() + (self.tz_version().empty() ? "" : " " + self.tz_version()) + ", " +
           std::to_string(self.transitions().size()) + " transitions>";
  });
  add_equal<pd::ZoneRules>(cls);
  cls.def("__hash__", [](const pd::ZoneRules& self) { return py::hash(py::str(self.name())); });
  copies_are_itself(cls);
  cls.def(py::pickle(
      [](const pd::ZoneRules& self) {
        return py::make_tuple(self.name(), self.tz_version(), self.initial_offset_seconds(), transitions_tuple(self));
      },
      [](const py::tuple& state) {
        return make_zone(py::cast<std::string>(state[0]), py::cast<std::string>(state[1]),
                         py::cast<std::int32_t>(state[2]), state[3]);
      }));
}

void bind_calendar(py::module_& m) {
  bind_struct<pd::CalendarDay>(m, module, "CalendarDay", "One day that the announcement of rest days names.");
  py::class_<pd::Calendar> cls(m, "Calendar",
                               "Which days are rest days, on three readings of the law. Immutable.\n\n"
                               "`years` are those whose announcement is included; in others the answer is 'unknown'.");
  cls.attr("__module__") = module;
  cls.def(py::init([](const std::string& version, const py::object& days, const py::object& years) {
            const Where root{nullptr, "Calendar", -1};
            return pd::Calendar(version, from_python<std::vector<pd::CalendarDay>>(days, root.field("days")),
                                from_python<std::vector<int>>(years, root.field("years")));
          }),
          py::kw_only(), py::arg("version") = "", py::arg("days") = py::tuple(), py::arg("years") = py::tuple());
  cls.def_static(
      "validate",
      [](const py::object& days) {
        return error_list(
            pd::Calendar::validate(from_python<std::vector<pd::CalendarDay>>(days, {nullptr, "days", -1})));
      },
      py::arg("days"), "What the constructor would raise, as a list.");
  cls.def_property_readonly("version", &pd::Calendar::version, "Version, any text.");
  cls.def_property_readonly(
      "days", [](const pd::Calendar& self) { return to_python(self.days()); }, "Named days, by date.");
  cls.def_property_readonly(
      "years", [](const pd::Calendar& self) { return to_python(self.years()); }, "Announced years.");
  cls.def("announced", &pd::Calendar::announced, py::arg("year"), "Is that year's announcement included?");
  cls.def(
      "kind",
      [](const pd::Calendar& self, const py::object& date, const py::object& reading) {
        return to_python(self.kind(from_python<pd::Date>(date, {nullptr, "date", -1}),
                                   from_python<pd::RestDays>(reading, {nullptr, "reading", -1})));
      },
      py::arg("date"), py::arg("reading"), "working, rest or unknown.");
  cls.def(
      "find",
      [](const pd::Calendar& self, const py::object& date) -> py::object {
        const pd::CalendarDay* const day = self.find(from_python<pd::Date>(date, {nullptr, "date", -1}));
        return day == nullptr ? py::none() : to_python(*day);
      },
      py::arg("date"), "The announced entry of that day, or None.");
  cls.def("__repr__", [](const pd::Calendar& self) {
    return "<Calendar " + self.version() + ", " + std::to_string(self.days().size()) + " days, " +
           std::to_string(self.years().size()) + " years>";
  });
  const auto state = [](const pd::Calendar& self) {
    return py::make_tuple(self.version(), to_python(self.days()), to_python(self.years()));
  };
  add_equal<pd::Calendar>(cls, [](const pd::Calendar& a, const pd::Calendar& b) {
    return a.version() == b.version() && a.days() == b.days() && a.years() == b.years();
  });
  cls.def("__hash__",
          [](const pd::Calendar& self) { return py::hash(py::make_tuple(self.version(), self.days().size())); });
  copies_are_itself(cls);
  cls.def(py::pickle(state, [](const py::tuple& from) {
    return pd::Calendar(py::cast<std::string>(from[0]), from_python<std::vector<pd::CalendarDay>>(from[1], {}),
                        from_python<std::vector<int>>(from[2], {}));
  }));
  m.def(
      "last_day",
      [](const py::object& nominal_end, const py::object& reading, const pd::Calendar& calendar) {
        return to_python(pd::last_day(from_python<pd::Date>(nominal_end, {nullptr, "nominal_end", -1}),
                                      from_python<pd::RestDays>(reading, {nullptr, "reading", -1}), calendar));
      },
      py::arg("nominal_end"), py::kw_only(), py::arg("reading"), py::arg("calendar"),
      "The day on which a term really ends (Civil Code art. 201–203); None when a year not announced yet matters.");
}

}  // namespace

void bind_core(py::module_& m) {
  bind_enum<pd::Language>(m, module, "Language", "Languages of texts.");
  bind_enum<pd::Datum>(m, module, "Datum",
                       "Coordinate systems; GCJ-02 and BD-09 are the shifted ones of Chinese map services.");
  bind_enum<pd::RestDays>(m, module, "RestDays", "Readings of Civil Code art. 203: which days push the end of a term.");
  bind_enum<pd::DayKind>(m, module, "DayKind", "What a calendar says of a day.");
  bind_enum<pd::Family>(m, module, "Family", "Constraint families: why a technician cannot take an order.");
  bind_money(m);
  bind_geo(m);
  bind_zone(m);
  bind_calendar(m);
  bind_struct<pd::Reason>(m, module, "Reason",
                          "Why a technician cannot take an order: a constraint family and what exactly is missing.");

  m.def(
      "make_error",
      [](const std::string& code, const std::string& path, std::int64_t row, const py::dict& parameters) -> py::object {
        for (const pd::ErrorKind& kind : python_kinds) {
          if (kind.code == code) {
            return error_list(
                {pd::Error{&kind, path, row, from_python<std::vector<pd::Parameter>>(parameters, {})}})[0];
          }
        }
        throw py::key_error(code);
      },
      py::arg("code"), py::arg("path"), py::arg("row"), py::arg("parameters"));
}

}  // namespace paidan_python
