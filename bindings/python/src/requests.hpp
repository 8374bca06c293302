// The request of an operation out of Python arguments: required fields in order or by name, the others by name.
#pragma once

#include "home.hpp"
#include "rules_value.hpp"

#include <paidan/core/hints.hpp>
#include <paidan/desk/describe.hpp>
#include <paidan/desk/fields.hpp>
#include <paidan/syntax/errors.hpp>

#include <string>
#include <vector>

namespace paidan_python {

/// A pair of a match is a tuple: (order, technician) or (order, (technician, shift)).
template <>
struct Convert<pd::MatchPair> {
  static py::object to(const pd::MatchPair& value) {
    return py::make_tuple(to_python(value.order), to_python(value.shift));
  }
  static pd::MatchPair from(py::handle value, const Where& where) {
    if (!PyTuple_Check(value.ptr()) || PyTuple_GET_SIZE(value.ptr()) != 2) wrong_type(where, type(true), value);
    return {from_python<pd::OrderIndex>(PyTuple_GET_ITEM(value.ptr(), 0), where.item(0)),
            from_python<pd::ShiftIndex>(PyTuple_GET_ITEM(value.ptr(), 1), where.item(1))};
  }
  static std::string type(bool) { return "tuple[str, str | tuple[str, str]]"; }
};

template <>
struct Convert<pd::desk::FileText> {
  static py::object to(const pd::desk::FileText& value) { return py::bytes(value.bytes); }
  static pd::desk::FileText from(py::handle value, const Where& where) {
    if (PyBytes_Check(value.ptr())) return {std::string(py::reinterpret_borrow<py::bytes>(value))};
    return {from_python<std::string>(value, where)};
  }
  static std::string type(bool in) { return in ? "bytes | str" : "bytes"; }
};

/// Validated values are passed by handle.
#define PAIDAN_PYTHON_VALUE(TYPE, NAME)                                           \
  template <>                                                                     \
  struct Convert<TYPE> {                                                          \
    static py::object to(const TYPE& value) { return py::cast(value); }           \
    static TYPE from(py::handle value, const Where& where) {                      \
      if (!py::isinstance<TYPE>(value)) wrong_type(where, "paidan." NAME, value); \
      return py::cast<const TYPE&>(value);                                        \
    }                                                                             \
    static std::string type(bool) { return NAME; }                                \
  };
PAIDAN_PYTHON_VALUE(pd::catalog::Catalog, "catalog.Catalog")
PAIDAN_PYTHON_VALUE(pd::pricing::PriceBook, "pricing.PriceBook")
PAIDAN_PYTHON_VALUE(pd::warranty::PolicySet, "warranty.PolicySet")
PAIDAN_PYTHON_VALUE(pd::Calendar, "Calendar")
PAIDAN_PYTHON_VALUE(pd::rules::DecisionTable, "rules.DecisionTable")
PAIDAN_PYTHON_VALUE(pd::rules::DecisionModel, "rules.DecisionModel")
#undef PAIDAN_PYTHON_VALUE

template <>
struct Convert<pd::rules::Value> {
  static py::object to(const pd::rules::Value& value) { return rules_value_to(value); }
  static pd::rules::Value from(py::handle value, const Where& where) { return rules_value_from(value, where); }
  static std::string type(bool in) { return in ? "Mapping[str, object]" : "object"; }
};

/// One argument of an operation, for signatures and stubs.
struct ArgumentText {
  std::string name;
  std::string type;
  std::string doc;
  bool required = false;
};

template <class R>
std::vector<ArgumentText> arguments_of() {
  std::vector<ArgumentText> all;
  pd::syntax::visit_keys<R>([&]<class M>(std::string_view name, M, const pd::Field& field) {
    ArgumentText one{python_name(name), "str", std::string(field.doc), field.required};
    if constexpr (std::is_member_object_pointer_v<M>) {
      using V = std::remove_cvref_t<decltype(std::declval<R&>().*std::declval<M>())>;
      if constexpr (pd::desk::Held<V>) {
        using T = typename pd::desk::HeldMember<V>::type;
        one.type = Convert<T>::type(true);
        if constexpr (std::same_as<T, pd::check::ActualData>) one.type += " | Iterable[ActualVisit]";
        if constexpr (std::same_as<T, pd::pricing::Charges>) one.type += " | Iterable[Charge]";
        if (!field.required) one.type += " | None";
      } else {
        one.type = Convert<V>::type(true);
      }
    } else if constexpr (std::same_as<M, pd::syntax::ShiftName<R>>) {
      one.type = "str | None";
      one.required = false;
    } else {
      one.type = "str | tuple[str, str]";
    }
    all.push_back(std::move(one));
  });
  return all;
}

/// `taken`: keywords that are no fields of the request, removed before.
template <class R>
class ArgumentReader {
 public:
  ArgumentReader(const char* operation, const py::args& positional, const py::dict& keywords)
      : operation_(operation), given_(py::reinterpret_steal<py::dict>(PyDict_Copy(keywords.ptr()))) {
    std::vector<std::string> order;
    for (const ArgumentText& one : arguments_of<R>()) {
      if (one.required) order.push_back(one.name);
    }
    if (positional.size() > order.size()) {
      wrong_argument(errors::too_many_arguments,
                     {{"function", std::string(operation)}, {"count", std::to_string(order.size())}});
    }
    for (std::size_t i = 0; i < positional.size(); ++i) {
      if (given_.contains(order[i].c_str())) wrong_argument(errors::argument_given_twice, {{"value", order[i]}});
      given_[order[i].c_str()] = positional[i];
    }
  }

  /// Without the problem: the scope must be set before, as everything else may need it.
  void read(R& request, bool with_progress) {
    std::vector<std::string> missing;
    std::vector<std::string_view> known;
    if (with_progress) known.push_back("progress");
    py::object technician;
    pd::syntax::visit_keys<R>([&]<class M>(std::string_view field_name, M member, const pd::Field& field) {
      const std::string name = python_name(field_name);
      known.push_back(field_name);
      const py::object value = take(name);
      constexpr bool shift_id = std::same_as<M, pd::syntax::ShiftName<R>>;
      const Where where = Where{nullptr, field_name, -1}.within(field);
      if constexpr (shift_id) {
        if (!technician) return;
        const bool named = value && !value.is_none();
        if (named && PyTuple_Check(technician.ptr()))
          wrong_argument(errors::argument_given_twice, {{"value", "shift"}});
        const py::object both = named ? py::object(py::make_tuple(technician, value)) : technician;
        request.*(member.member) = from_python<pd::ShiftIndex>(both, {nullptr, "technician", -1});
      } else if constexpr (std::is_member_object_pointer_v<M>) {
        using V = std::remove_cvref_t<decltype(request.*member)>;
        if (!value) {
          if (field.required) missing.push_back(name);
          return;
        }
        if constexpr (pd::desk::Held<V>) {
          if (value.is_none()) {
            if (field.required) wrong_type(where, "given", value, "必填值");
            return;
          }
          request.*member = held<typename pd::desk::HeldMember<V>::type>(value, where);
        } else {
          // None means the default, so it is no value of what is required.
          if (value.is_none()) {
            if (field.required) wrong_type(where, Convert<V>::type(true), value);
            return;
          }
          if constexpr (std::same_as<V, pd::rules::Value>) {
            if (PyMapping_Check(value.ptr()) == 0 || PyUnicode_Check(value.ptr()) ||
                PySequence_Check(value.ptr()) != 0) {
              wrong_type(where, "a mapping of names to values", value, "名称到值的映射");
            }
          }
          request.*member = from_python<V>(value, where);
        }
      } else {
        technician = value;
        if (!value) missing.push_back(name);
        if (value && value.is_none()) wrong_type(where, "str | tuple[str, str]", value);
      }
    });
    for (const auto& [key, value] : given_) {
      const std::string name = py::cast<std::string>(key);
      unknown_argument(operation_, name, known);
    }
    if (missing.empty()) return;
    missing_arguments(operation_, missing);
  }

  /// The Python object of one argument, null when it is not given.
  [[nodiscard]] py::object peek(const char* name) const {
    return given_.contains(name) ? py::object(given_[name]) : py::object();
  }
  /// The same, taken out.
  py::object take(const std::string& name) {
    if (!given_.contains(name.c_str())) return {};
    py::object value = given_[name.c_str()];
    PyDict_DelItemString(given_.ptr(), name.c_str());
    return value;
  }

 private:
  template <class T>
  T held(const py::object& value, const Where& where) const {
    if constexpr (std::same_as<T, pd::Plan>) {
      const py::object home = HomeScope::home();
      if (py::isinstance<Box<pd::Plan>>(value) && home) {
        const auto& box = py::cast<const Box<pd::Plan>&>(value);
        const pd::Problem& own = py::cast<const PyProblem&>(home).problem;
        const pd::Problem& other = py::cast<const PyProblem&>(box.home).problem;
        if (own.hash() == other.hash()) return box.value;
        throw pd::InvalidInput({&pd::syntax::errors::other_problem,
                                where.text(),
                                0,
                                {{"value", pd::hex(other.hash())}, {"expected", pd::hex(own.hash())}}});
      }
    }
    if constexpr (std::same_as<T, pd::check::ActualData>) {
      if (!py::isinstance<Box<pd::check::ActualData>>(value)) {
        return {from_python<std::vector<pd::check::ActualVisit>>(value, where)};
      }
    }
    if constexpr (std::same_as<T, pd::pricing::Charges>) {
      if (!py::isinstance<Box<pd::pricing::Charges>>(value)) {
        return {from_python<std::vector<pd::pricing::Charge>>(value, where)};
      }
    }
    return from_python<T>(value, where);
  }

  const char* operation_;
  py::dict given_;
};

}  // namespace paidan_python
