// Years and months durations, for which Python has no type: how many days one has depends on where it begins.
#include "bind.hpp"
#include "rules_value.hpp"

#include <paidan/rules/feel/detail/moment.hpp>

namespace paidan_python {

namespace {

MonthsDuration from_parts(std::int64_t years, std::int64_t months) {
  std::int64_t count = 0;
  if (__builtin_mul_overflow(years, std::int64_t{12}, &count) || __builtin_add_overflow(count, months, &count)) {
    PyErr_SetString(PyExc_OverflowError, "more months than a years and months duration can have");
    throw py::error_already_set();
  }
  return {count};
}

}  // namespace

void bind_rules_months(py::module_& m) {
  py::class_<MonthsDuration> cls(m, "MonthsDuration", "A years and months duration, P1Y2M. Immutable.");
  cls.attr("__module__") = "paidan.rules";
  cls.def(py::init(&from_parts), py::kw_only(), py::arg("years") = 0, py::arg("months") = 0,
          "So many years and months; 14 months are 1 year and 2 months.");
  cls.def_readonly("months", &MonthsDuration::months, "All of it in months.");
  cls.def("__str__", [](const MonthsDuration& self) { return pd::rules::Value::months(self.months).text(); });
  cls.def("__repr__", [](const MonthsDuration& self) {
    return "MonthsDuration(years=" + std::to_string(self.months / 12) + ", months=" + std::to_string(self.months % 12) +
           ")";
  });
  add_equal<MonthsDuration>(cls, [](const MonthsDuration& a, const MonthsDuration& b) { return a.months == b.months; });
  cls.def("__hash__", [](const MonthsDuration& self) { return py::hash(py::int_(self.months)); });
  cls.def("__lt__", [](const MonthsDuration& a, const MonthsDuration& b) { return a.months < b.months; });
  copies_are_itself(cls);
  cls.def(py::pickle([](const MonthsDuration& self) { return py::make_tuple(self.months); },
                     [](const py::tuple& state) { return MonthsDuration{py::cast<std::int64_t>(state[0])}; }));
}

}  // namespace paidan_python
