// What help(), Tab and inspect see of every function, and what a wrong call is told: both from the line that pybind11
// puts before each doc, which names the parameters, their types and defaults.
#include "bind.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <map>
#include <optional>

namespace paidan_python {

namespace {

struct Parameter {
  std::string name;
  std::string type;
  std::string otherwise;  ///< its default, empty when there is none
};
struct Function {
  std::string name;
  std::vector<Parameter> positional;  ///< `self` among them
  std::vector<Parameter> named;
  bool any_name = false;

  [[nodiscard]] std::vector<const Parameter*> all() const {
    std::vector<const Parameter*> both;
    for (const Parameter& one : positional) both.push_back(&one);
    for (const Parameter& one : named) both.push_back(&one);
    return both;
  }
};

/// By what a function is bound to: the same object for all its life. Never freed: Python may still call at exit.
std::map<const PyObject*, Function>& functions() {
  static auto* const all = new std::map<const PyObject*, Function>;
  return *all;
}
std::vector<KeywordClass>& keyword_classes() {
  static auto* const all = new std::vector<KeywordClass>;
  return *all;
}
std::map<std::string, std::string>& said_parameters() {
  static auto* const all = new std::map<std::string, std::string>;
  return *all;
}

/// At the separators outside brackets and quotes.
std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts(1);
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'') quoted = !quoted;
    if (!quoted && (c == '[' || c == '(')) ++depth;
    if (!quoted && (c == ']' || c == ')')) --depth;
    if (!quoted && depth == 0 && text.substr(i, separator.size()) == separator) {
      parts.emplace_back();
      i += separator.size() - 1;
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// What stands between the brackets of `f(…) -> …`.
std::optional<std::string> between_brackets(std::string_view line) {
  const std::size_t from = line.find('(');
  if (from == std::string_view::npos) return std::nullopt;
  const std::size_t to = line.rfind(") -> ");
  if (to == std::string_view::npos || to < from) return std::nullopt;
  return std::string(line.substr(from + 1, to - from - 1));
}

/// `arg0` says nothing.
std::string spoken_name(std::string_view name, std::string_view function) {
  if (!name.starts_with("arg")) return std::string(name);
  if (function == "__deepcopy__") return "memo";
  if (function == "__setstate__") return "state";
  return function.starts_with("__") ? "other" : std::string(name);
}

Function parsed(const std::string& name, std::string_view line) {
  Function made{name, {}, {}, false};
  std::vector<Parameter>* place = &made.positional;
  for (const std::string& one : split(line, ", ")) {
    if (one.empty() || one == "/") continue;
    if (one.starts_with("**")) {
      made.any_name = true;
    } else if (one.starts_with("*")) {
      place = &made.named;
    } else {
      const std::vector<std::string> default_parts = split(one, " = ");
      const std::vector<std::string> type_parts = split(default_parts[0], ": ");
      place->push_back({spoken_name(type_parts[0], name), type_parts.size() > 1 ? type_parts[1] : "object",
                        default_parts.size() > 1 ? default_parts[1] : ""});
    }
  }
  return made;
}

/// The parameters without their types, as `__text_signature__` wants them.
std::string signature_text(const std::string& name, std::string_view line) {
  std::string text;
  for (const std::string& one : split(line, ", ")) {
    std::string shown = one;
    if (one.starts_with("**")) {
      shown = "**by_name";
    } else if (one != "/" && !one.starts_with("*")) {
      const std::vector<std::string> default_parts = split(one, " = ");
      shown = spoken_name(split(default_parts[0], ": ")[0], name);
      if (default_parts.size() > 1) shown += "=" + default_parts[1];
    }
    text += (text.empty() ? "" : ", ") + shown;
  }
  return text;
}

/// A default as Python writes it; `...` where it takes more than a literal.
std::string default_text(const FieldOps& field, const StructOps& ops) {
  const py::object value = field.get(static_cast<const char*>(ops.fresh) + field.offset);
  if (PyUnicode_Check(value.ptr())) return py::repr(py::str(value.attr("__str__")()));
  const bool literal = value.is_none() || PyBool_Check(value.ptr()) || PyLong_CheckExact(value.ptr()) ||
                       PyFloat_CheckExact(value.ptr()) ||
                       (PyTuple_CheckExact(value.ptr()) && PyTuple_GET_SIZE(value.ptr()) == 0);
  return literal ? std::string(py::repr(value)) : "...";
}

/// `*, id, location, name=''`: what is required first; `unchanged`: of a changed copy, where all may be left out.
std::string keywords_text(const KeywordClass& of, bool unchanged) {
  const HomeScope scope({});
  std::string required;
  std::string others;
  for (const FieldOps& field : of.ops->fields) {
    if (!field.set) continue;
    if (unchanged || field.name == of.optional) {
      others += ", " + field.name + (unchanged ? "=..." : "=None");
    } else if (field.required) {
      required += ", " + field.name;
    } else {
      others += ", " + field.name + "=" + default_text(field, *of.ops);
    }
  }
  if (!unchanged && !of.more.empty()) others += ", " + std::string(of.more);
  return required.empty() && others.empty() ? "" : ", *" + required + others;
}

void say_keywords(const KeywordClass& of) {
  say_parameters(of.name + ".__init__", "self" + keywords_text(of, false));
  say_parameters(of.name + ".with_", "self" + keywords_text(of, true));
  const std::string more = of.more.empty() ? "" : ", " + std::string(of.more);
  say_parameters(of.name + ".validate", "data=None, /" + keywords_text(of, true) + more);
}

// ---------------------------------------------------------------- a wrong call

std::string spoken_type(std::string type) {
  constexpr std::array<std::array<std::string_view, 2>, 4> words{
      {{"typing.SupportsInt | typing.SupportsIndex", "int"},
       {"typing.SupportsFloat | typing.SupportsIndex", "float"},
       {"paidan._paidan.", "paidan."},
       {"collections.abc.", ""}}};
  for (const auto& [from, to] : words) {
    for (std::size_t at = type.find(from); at != std::string::npos; at = type.find(from, at + to.size())) {
      type.replace(at, from.size(), to);
    }
  }
  return type;
}

/// Could the value be one? Nothing where the type's name does not tell.
std::optional<bool> is_of(py::handle value, const std::string& type) {
  PyObject* const object = value.ptr();
  if (type == "object") return true;
  if (type == "str") return PyUnicode_Check(object) != 0;
  if (type == "bytes") return PyBytes_Check(object) != 0;
  if (type == "dict") return PyDict_Check(object) != 0;
  if (type == "bool") return PyBool_Check(object) != 0;
  if (type == "int") return PyIndex_Check(object) != 0;
  if (type == "float") return PyFloat_Check(object) != 0 || PyIndex_Check(object) != 0;
  if (!type.starts_with("paidan.")) return std::nullopt;
  for (const py::handle cls : py::type::of(value).attr("__mro__")) {
    const std::string name =
        std::string(py::str(cls.attr("__module__"))) + '.' + std::string(py::str(cls.attr("__name__")));
    if (spoken_type(name) == type) return true;
  }
  return false;
}

[[noreturn]] void refuse(const Parameter& one, py::handle value) {
  wrong_type({nullptr, one.name, -1}, spoken_type(one.type), value);
}

/// Throws what is wrong with a call that no function of the name takes; returns when it cannot be told.
void explain(const Function& function, PyObject* const* arguments, std::size_t count, PyObject* names) {
  const std::vector<const Parameter*> all = function.all();
  std::vector<py::handle> given(all.size());
  const bool method = !function.positional.empty() && function.positional[0].name == "self";
  if (count > function.positional.size()) {
    wrong_argument(
        errors::too_many_arguments,
        {{"function", function.name}, {"count", std::to_string(function.positional.size() - (method ? 1 : 0))}});
  }
  for (std::size_t i = 0; i < count; ++i) given[i] = arguments[i];
  const Py_ssize_t named = names == nullptr ? 0 : PyTuple_GET_SIZE(names);
  for (Py_ssize_t i = 0; i < named; ++i) {
    const auto name = py::cast<std::string>(py::handle(PyTuple_GET_ITEM(names, i)));
    const auto found =
        std::find_if(all.begin(), all.end(), [&name](const Parameter* one) { return one->name == name; });
    if (found == all.end()) {
      if (function.any_name) continue;
      std::vector<std::string_view> known;
      for (const Parameter* const one : all) {
        if (one->name != "self") known.push_back(one->name);
      }
      unknown_argument(function.name, name, known);
    }
    py::handle& place = given[static_cast<std::size_t>(found - all.begin())];
    if (place) wrong_argument(errors::argument_given_twice, {{"value", name}});
    place = arguments[count + static_cast<std::size_t>(i)];
  }
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!given[i] && all[i]->otherwise.empty()) missing.push_back(all[i]->name);
  }
  if (!missing.empty()) missing_arguments(function.name, missing);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (given[i] && is_of(given[i], spoken_type(all[i]->type)) == false) refuse(*all[i], given[i]);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (given[i] && !is_of(given[i], spoken_type(all[i]->type))) refuse(*all[i], given[i]);
  }
}

using Call = PyObject* (*)(PyObject*, PyObject* const*, std::size_t, PyObject*);
Call dispatch = nullptr;  // pybind11's own, of every function the same

/// pybind11's, whose text for a wrong call lists C++ types.
PyObject* call(PyObject* self, PyObject* const* arguments, std::size_t count, PyObject* names) {
  PyObject* const result = dispatch(self, arguments, count, names);
  if (result != nullptr || PyErr_ExceptionMatches(PyExc_TypeError) == 0) return result;
  py::error_already_set raised;
  try {
    if (std::string(py::str(raised.value())).find("(): incompatible ") != std::string::npos) {
      explain(functions().at(self), arguments, static_cast<std::size_t>(PyVectorcall_NARGS(count)), names);
    }
    raised.restore();
  } catch (const WrongArgument& wrong) {
    const py::object type = py::module_::import("paidan._errors").attr("WrongArgument");
    py::set_error(type, type(error_list({wrong.error})));
  } catch (const std::exception&) {
    raised.restore();
  }
  return nullptr;
}

// ---------------------------------------------------------------- all functions

/// Functions of a room stand in this module under the room's name.
std::size_t room_prefix(std::string_view name) {
  for (const std::string_view room : {"catalog_", "pricing_", "render_", "rules_", "warranty_", "desk_"}) {
    if (name.starts_with(room)) return room.size();
  }
  return 0;
}

void finish(py::handle object, const std::string& of_class) {
  PyMethodDef* const method = reinterpret_cast<PyCFunctionObject*>(object.ptr())->m_ml;
  if (method->ml_doc == nullptr) return;
  const std::string doc = method->ml_doc;
  if (doc.find(")\n--\n\n") != std::string::npos) return;  // an operation, which has its own
  const std::size_t end = std::min(doc.find('\n'), doc.size());
  const std::optional<std::string> inner = between_brackets(std::string_view(doc).substr(0, end));
  if (!inner) return;
  if (of_class.empty())
    method->ml_name += room_prefix(method->ml_name);  // inside the same text, freed by its beginning
  const std::string name = method->ml_name;
  const auto said = said_parameters().find(of_class.empty() ? name : of_class + '.' + name);
  const std::string shown = said == said_parameters().end() ? signature_text(name, *inner) : said->second;
  const std::size_t text = doc.find_first_not_of('\n', end);
  const std::string whole = name + '(' + shown + ")\n--\n\n" + (text == std::string::npos ? "" : doc.substr(text));
  std::free(const_cast<char*>(method->ml_doc));  // NOLINT: pybind11 makes and frees it so
  method->ml_doc = strdup(whole.c_str());
  functions().emplace(PyCFunction_GET_SELF(object.ptr()), parsed(name == "__init__" ? of_class : name, *inner));
  const auto own = reinterpret_cast<Call>(reinterpret_cast<void (*)()>(method->ml_meth));
  if (dispatch == nullptr) dispatch = own;
  if (own == dispatch) method->ml_meth = reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(&call));
}

/// The function inside a method or static method; null when there is none.
py::object function_in(py::handle member) {
  if (PyInstanceMethod_Check(member.ptr())) {
    return py::reinterpret_borrow<py::object>(PyInstanceMethod_GET_FUNCTION(member.ptr()));
  }
  if (Py_IS_TYPE(member.ptr(), &PyStaticMethod_Type) != 0) return member.attr("__func__");
  return py::reinterpret_borrow<py::object>(member);
}

void finish_class(py::handle cls) {
  const auto name = py::cast<std::string>(cls.attr("__name__"));
  bool made = false;
  for (const auto& [key, member] : py::dict(cls.attr("__dict__"))) {
    const py::object function = function_in(member);
    if (PyCFunction_Check(function.ptr()) == 0) continue;
    made = made || py::cast<std::string>(key) == "__init__";
    finish(function, name);
  }
  // What only paidan makes takes no arguments.
  if (!made) cls.attr("__signature__") = py::module_::import("inspect").attr("Signature")();
}

}  // namespace

void made_of_keywords(KeywordClass one) { keyword_classes().push_back(std::move(one)); }

void say_parameters(const std::string& place, std::string parameters) {
  said_parameters()[place] = std::move(parameters);
}

void finish_functions(py::module_& m) {
  for (const StructOps* const ops : registry()) {
    if (ops->at_border) {
      say_parameters(ops->name + ".__init__", "self");
    } else {
      say_keywords({ops->name, ops, {}, {}});
    }
  }
  for (const KeywordClass& one : keyword_classes()) say_keywords(one);
  const py::handle of_texts(reinterpret_cast<PyObject*>(&PyUnicode_Type));
  for (const auto& [key, value] : py::dict(m.attr("__dict__"))) {
    if (PyCFunction_Check(value.ptr()) != 0) {
      finish(value, "");
    } else if (PyType_Check(value.ptr()) != 0 &&
               PyObject_IsSubclass(value.ptr(), of_texts.ptr()) == 0) {  // enums are Python's own
      finish_class(value);
    }
  }
}

}  // namespace paidan_python
