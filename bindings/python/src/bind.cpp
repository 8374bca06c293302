#include "bind.hpp"

#include <paidan/core/hints.hpp>

#include <algorithm>
#include <array>

namespace paidan_python {

namespace {

/// Python's words that a C++ field may be called.
constexpr std::array<std::string_view, 35> keywords{
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

[[noreturn]] void unexpected_keyword(std::string_view type, std::string_view got, const StructOps& ops) {
  std::vector<std::string_view> known;
  for (const FieldOps& field : ops.fields) {
    if (field.set) known.push_back(field.name);
  }
  unknown_argument(type, got, known);
}

[[noreturn]] void write_to_copy(std::string_view type, std::string_view field) {
  throw py::attribute_error("this " + std::string(type) + " is a copy read out of another value, so setting '" +
                            std::string(field) + "' would be lost; make a changed copy with with_(" +
                            std::string(field) + "=...) and put it back");
}

/// `Order(id='A', location='L1')`: what is required, and what differs from the default.
std::string fields_repr(const void* object, const StructOps& ops) {
  std::string text = ops.name + '(';
  bool first = true;
  for (const FieldOps& field : ops.fields) {
    const py::object value = field.get(static_cast<const char*>(object) + field.offset);
    if (!field.set && !ops.at_border) continue;
    if (!field.required && !ops.at_border &&
        value.equal(field.get(static_cast<const char*>(ops.fresh) + field.offset))) {
      continue;
    }
    if (ops.at_border && (value.is_none() || field.name == "problem")) continue;
    if (!first) text += ", ";
    first = false;
    text += field.name + '=';
    // A result can hold thousands.
    const std::size_t count = PyTuple_Check(value.ptr()) ? static_cast<std::size_t>(PyTuple_GET_SIZE(value.ptr())) : 0;
    text += ops.at_border && count > 3 ? "(… " + std::to_string(count) + " of them)"
                                       : py::cast<std::string>(py::repr(value));
  }
  return text + ')';
}

}  // namespace

std::vector<const StructOps*>& registry() {
  static auto* const all = new std::vector<const StructOps*>;
  return *all;
}

std::string python_name(std::string_view name) {
  std::string text(name);
  if (std::find(keywords.begin(), keywords.end(), name) != keywords.end()) text += '_';
  return text;
}

void made_by_paidan(std::string_view type) { wrong_argument(errors::made_by_paidan, {{"type", std::string(type)}}); }

std::string repr_of(const void* object, const StructOps& ops) { return fields_repr(object, ops); }

void positional_arguments(std::string_view type, const StructOps& ops) {
  wrong_argument(errors::keywords_only, {{"function", std::string(type)}, {"first", ops.fields.front().name}});
}

std::string class_doc(const char* doc, const StructOps& ops) {
  std::string text = std::string(doc) + (ops.at_border ? "\n\nAttributes:\n" : "\n\nKeyword arguments:\n");
  for (const FieldOps& field : ops.fields) {
    text += "    " + field.name + ": " + (ops.at_border ? field.out_type : field.in_type) +
            (field.required && !ops.at_border ? " (required)" : "") + ". " + std::string(field.doc) + "\n";
  }
  return text;
}

void assign_keywords(void* object, const StructOps& ops, const py::dict& keywords, std::string_view type,
                     bool complete) {
  const Where root{nullptr, type, -1};
  for (const auto& [key, value] : keywords) {
    const std::string name = from_python<std::string>(key, root);
    const auto field =
        std::find_if(ops.fields.begin(), ops.fields.end(), [&name](const FieldOps& f) { return f.name == name; });
    if (field == ops.fields.end() || !field->set) unexpected_keyword(type, name, ops);
    field->set(static_cast<char*>(object) + field->offset, value, root.field(field->name));
  }
  if (!complete) return;
  std::vector<std::string> missing;
  for (const FieldOps& field : ops.fields) {
    if (field.required && !keywords.contains(field.name.c_str())) missing.push_back(field.name);
  }
  if (!missing.empty()) missing_arguments(type, missing);
}

py::dict to_dict(const void* object, const StructOps& ops) {
  py::dict all;
  for (const FieldOps& field : ops.fields) {
    all[field.name.c_str()] = field.get(static_cast<const char*>(object) + field.offset);
  }
  return all;
}

void add_members(const py::object& cls, const StructOps& given) {
  const StructOps* const ops = &given;
  const auto method = [&cls](const char* name, auto function, const char* doc) {
    cls.attr(name) = py::cpp_function(function, py::name(name), py::is_method(cls), doc);
  };
  cls.attr("__module__") = ops->module;
  cls.attr("__hash__") = py::none();
  const py::handle property(reinterpret_cast<PyObject*>(&PyProperty_Type));
  for (const FieldOps& one : ops->fields) {
    const FieldOps* const field = &one;
    const py::cpp_function get(
        [ops, field](const py::object& self) {
          const HomeScope scope(ops->home(self), ops->zone(self));
          return field->get(static_cast<char*>(ops->value(self)) + field->offset);
        },
        py::is_method(cls));
    const py::cpp_function set(
        [ops, field](const py::object& self, const py::object& value) {
          if (ops->at_border) throw py::attribute_error(ops->name + " is a result, which is not changed");
          if (!field->set) throw py::attribute_error("'" + field->name + "' is worked out from the others");
          if (ops->constant) {
            throw py::attribute_error(ops->name + " is not changed in place; make a changed copy with with_(" +
                                      field->name + "=...)");
          }
          if (ops->frozen(self)) write_to_copy(ops->name, field->name);
          const HomeScope scope(ops->home(self), ops->zone(self));
          const Where root{nullptr, ops->name, -1};
          field->set(static_cast<char*>(ops->value(self)) + field->offset, value, root.field(field->name));
        },
        py::is_method(cls));
    cls.attr(field->name.c_str()) = property(get, set, py::none(), std::string(field->doc));
  }
  method(
      "__repr__",
      [ops](const py::object& self) {
        const HomeScope scope(ops->home(self), ops->zone(self));
        return repr_of(ops->value(self), *ops);
      },
      "");
  method(
      "__eq__",
      [ops](const py::object& self, const py::object& other) -> py::object {
        if (!ops->is(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
        const py::object& mine = ops->home(self);
        const py::object& theirs = ops->home(other);
        if (mine && theirs && !mine.is(theirs) && !mine.equal(theirs)) return py::bool_(false);
        return py::bool_(ops->equal(ops->value(self), ops->value(other)));
      },
      "");
  method(
      "__copy__", [ops](const py::object& self) { return ops->copy(self); }, "");
  method(
      "__deepcopy__", [ops](const py::object& self, const py::dict&) { return ops->copy(self); }, "");
  if (!ops->at_border)
    method(
        "with_",
        [ops](const py::object& self, const py::kwargs& changes) {
          py::object copy = ops->copy(self);
          const HomeScope scope(ops->home(self), ops->zone(self));
          assign_keywords(ops->value(copy), *ops, changes, ops->name, false);
          return copy;
        },
        "A changed copy.");
  method(
      "to_dict",
      [ops](const py::object& self) {
        const HomeScope scope(ops->home(self), ops->zone(self));
        return to_dict(ops->value(self), *ops);
      },
      "Field names and values, one level deep.");
  method(
      "__reduce__",
      [ops](const py::object& self) -> py::object {
        const py::module_ helpers = py::module_::import("paidan._errors");
        if (ops->at_border) {
          return py::make_tuple(helpers.attr("restore_at"),
                                py::make_tuple(py::type::of(self), ops->home(self), ops->json(self)));
        }
        return py::make_tuple(helpers.attr("restore"),
                              py::make_tuple(py::type::of(self), to_dict(ops->value(self), *ops)));
      },
      "");
  if (ops->at_border) {
    const py::object make = py::cpp_function(
        [ops](const py::object& problem, const std::string& text) { return ops->from_json(problem, text); },
        py::name("_restore"), py::scope(cls));
    cls.attr("_restore") = py::reinterpret_steal<py::object>(PyStaticMethod_New(make.ptr()));
  }
}

py::list error_list(const std::vector<pd::Error>& errors) {
  py::list all;
  const py::object make = py::module_::import("paidan._errors").attr("Error");
  for (const pd::Error& error : errors) {
    const std::string_view code = error.code();
    all.append(make(py::str(code.data(), code.size()), error.path, error.row, to_python(error.parameters),
                    error.message(pd::Language::en), error.message(pd::Language::zh)));
  }
  return all;
}

void warn(const std::vector<pd::Error>& notices) {
  if (notices.empty()) return;
  const py::object said = py::module_::import("paidan._errors").attr("warn_of");
  said(error_list(notices));
}

}  // namespace paidan_python
