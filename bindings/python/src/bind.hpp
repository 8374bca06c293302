// Classes of the public structs, made from their `Fields` descriptions: keyword-only constructor, properties, repr,
// equality, changed copies, pickling. What the description says is what C++, JSON and spreadsheets say.
#pragma once

#include "convert.hpp"

#include <paidan/core/hash.hpp>
#include <paidan/syntax/reader.hpp>
#include <paidan/syntax/writer.hpp>

#include <algorithm>
#include <compare>
#include <functional>

namespace paidan_python {

/// One field: what people, stubs and spreadsheets need to know of it, and how to read and write it in a struct. The two
/// functions depend on the member's type only (the place is an offset), which keeps the module quick to compile.
struct FieldOps {
  std::string name;
  std::string_view zh;
  std::string_view doc;
  bool required = false;
  std::string in_type;
  std::string out_type;
  std::ptrdiff_t offset = 0;
  std::function<py::object(const void* place)> get;
  /// Empty: worked out from the others, or a name that belongs to another field.
  std::function<void(void* place, py::handle value, const Where& where)> set;
};

/// One described struct, its type erased.
struct StructOps {
  std::string module;
  std::string name;
  std::vector<FieldOps> fields;
  bool (*is)(py::handle object) = nullptr;
  void* (*value)(py::handle object) = nullptr;  ///< the struct inside its Python object
  bool (*frozen)(py::handle object) = nullptr;
  const py::object& (*home)(py::handle object) = nullptr;
  const py::object& (*zone)(py::handle object) = nullptr;
  py::object (*copy)(py::handle object) = nullptr;  ///< as a Python object of its own, not frozen
  /// At the border: made by operations and readers only, pickled with its problem.
  bool at_border = false;
  bool constant = false;                             ///< a value that sets and dicts may hold
  std::string (*json)(py::handle object) = nullptr;  ///< for pickles
  py::object (*from_json)(const py::object& home, const std::string& text) = nullptr;
  bool (*equal)(const void* a, const void* b) = nullptr;
  const void* fresh = nullptr;  ///< a default-made one
};
/// All classes made by `bind_struct`, for stubs, spreadsheets and tests.
std::vector<const StructOps*>& registry();

/// A class that is made of the keywords of a struct, and perhaps others.
struct KeywordClass {
  std::string name;
  const StructOps* ops = nullptr;
  std::string_view optional;  ///< a field that may be left out though the struct needs it
  std::string_view more;      ///< further keywords, as in a signature
};
/// Its constructor, `validate` and `with_` show these keywords.
void made_of_keywords(KeywordClass one);
/// Parameters of a function that takes any keywords, as in a signature: `self, problem, *, capacity=None`.
void say_parameters(const std::string& place, std::string parameters);
/// Last of all: every function shows its parameters to help() and inspect, and says what is wrong with arguments.
void finish_functions(py::module_& m);

/// As Python spells it: a keyword gets an underscore.
std::string python_name(std::string_view name);
[[noreturn]] void positional_arguments(std::string_view type, const StructOps& ops);
/// A result speaks of a problem, so it cannot be made of keywords.
[[noreturn]] void made_by_paidan(std::string_view type);
std::string class_doc(const char* doc, const StructOps& ops);
/// InvalidInput's errors as a Python list of paidan.Error.
py::list error_list(const std::vector<pd::Error>& errors);
/// Each as a paidan.Notice, a warning.
void warn(const std::vector<pd::Error>& notices);

/// Set what the keywords say; unknown ones raise TypeError, and `complete` ones also need all that is required.
void assign_keywords(void* object, const StructOps& ops, const py::dict& keywords, std::string_view type,
                     bool complete);
py::dict to_dict(const void* object, const StructOps& ops);
/// `<Plan 3 of 4 …>`, or the fields that differ from their defaults.
std::string repr_of(const void* object, const StructOps& ops);
/// Properties, repr, equality, copies, pickling.
void add_members(const py::object& cls, const StructOps& ops);

/// Does a member, or one inside it, need its problem to be read?
template <class M>
constexpr bool speaks_of_problem() {
  if constexpr (std::same_as<M, pd::OrderIndex> || std::same_as<M, pd::TechnicianIndex> ||
                std::same_as<M, pd::DepotIndex> || std::same_as<M, pd::ShiftIndex> || std::same_as<M, pd::BreakIndex> ||
                std::same_as<M, pd::ModelTime>) {
    return true;
  } else if constexpr (pd::Described<M>) {
    bool any = false;
    pd::visit_members<M>([&]<class Member>(std::string_view, Member, const pd::Field&) {
      any = any || speaks_of_problem<std::remove_cvref_t<decltype(std::declval<M&>().*std::declval<Member>())>>();
    });
    return any;
  } else if constexpr (requires { typename M::value_type; } && !std::same_as<M, std::string>) {
    return speaks_of_problem<typename M::value_type>();
  } else {
    return false;
  }
}

template <class T>
struct FieldCollector {
  const T& probe;
  std::vector<FieldOps>& all;

  template <class Member>
  void operator()(std::string_view name, Member member, const pd::Field& field) {
    if constexpr (requires { member.get; }) {
      computed(name, member, field);
    } else if constexpr (std::same_as<Member, pd::syntax::ShiftTechnician<T>>) {
      FieldOps ops = described<pd::TechnicianIndex>(name, field);
      ops.offset = offset_of(member.member);
      ops.get = [](const void* place) {
        const auto shift = *static_cast<const pd::ShiftIndex*>(place);
        return shift.valid() ? to_python(HomeScope::border()->technician_of(shift)) : py::none();
      };
      all.push_back(std::move(ops));
    } else if constexpr (std::same_as<Member, pd::syntax::ShiftName<T>>) {
      FieldOps ops = described<pd::OrderIndex>(name, field);  // a text or None
      ops.offset = offset_of(member.member);
      ops.get = [](const void* place) -> py::object {
        const auto shift = *static_cast<const pd::ShiftIndex*>(place);
        if (!shift.valid()) return py::none();
        const std::string_view id = HomeScope::border()->shift_id(shift);
        return py::str(id.data(), id.size());
      };
      all.push_back(std::move(ops));
    } else {
      using M = std::remove_cvref_t<decltype(probe.*member)>;
      FieldOps ops = described<M>(name, field);
      ops.offset = offset_of(member);
      ops.get = [](const void* place) { return to_python<M>(*static_cast<const M*>(place)); };
      ops.set = [low = field.low, high = field.high](void* place, py::handle value, const Where& where) {
        *static_cast<M*>(place) = from_python<M>(value, where.within({.low = low, .high = high}));
      };
      all.push_back(std::move(ops));
    }
  }

 private:
  template <class M>
  static FieldOps described(std::string_view name, const pd::Field& field) {
    FieldOps ops;
    ops.name = python_name(name);
    ops.zh = field.zh;
    ops.doc = field.doc;
    ops.required = field.required;
    ops.in_type = Convert<M>::type(true);
    ops.out_type = Convert<M>::type(false);
    if (field.required) ops.out_type = without_none(std::move(ops.out_type));
    if constexpr (std::same_as<M, pd::ContentHash>) {
      if (name == "problem") ops.doc = "The problem it answers.";
    }
    return ops;
  }
  template <class Member>
  std::ptrdiff_t offset_of(Member member) const {
    return reinterpret_cast<const char*>(&(probe.*member)) - reinterpret_cast<const char*>(&probe);
  }
  template <class R>
  void computed(std::string_view name, pd::Computed<T, R> member, const pd::Field& field) {
    FieldOps ops = described<R>(name, field);
    ops.get = [get = member.get](const void* place) { return to_python<R>((static_cast<const T*>(place)->*get)()); };
    all.push_back(std::move(ops));
  }
};

/// The breaks that T's rests are.
template <class T, class F>
void for_each_rest(T& value, F&& f) {
  if constexpr (requires { value.break_row; }) f(value.break_row);
  if constexpr (requires { value.stops; }) {
    for (auto& stop : value.stops) for_each_rest(stop, f);
  }
  if constexpr (requires { value.routes; }) {
    for (auto& route : value.routes) for_each_rest(route, f);
  }
}

/// The operations of T. The spreadsheet row is a field where the struct has one, so that it survives pickling.
template <class T>
StructOps& struct_ops() {
  static auto* const ops = [] {
    auto* made = new StructOps;  // never freed: Python may still ask at exit
    auto* const fresh = new T{};
    made->fresh = fresh;
    FieldCollector<T> collect{*fresh, made->fields};
    pd::syntax::visit_keys<T>(collect);
    if constexpr (requires(T object) {
                    { object.row } -> std::same_as<std::int64_t&>;
                  }) {
      bool listed = false;
      for (const FieldOps& field : made->fields) listed = listed || field.name == "row";
      if (!listed)
        collect("row", &T::row, pd::Field{.doc = "Spreadsheet row for error messages, 1 = heading; default 0 = none."});
    }
    made->at_border = speaks_of_problem<T>();
    if (made->at_border) {
      for (FieldOps& field : made->fields) field.set = nullptr;
    }
    made->is = [](py::handle object) { return py::isinstance<Box<T>>(object); };
    made->value = [](py::handle object) -> void* { return &py::cast<Box<T>&>(object).value; };
    made->frozen = [](py::handle object) { return py::cast<Box<T>&>(object).frozen; };
    made->home = [](py::handle object) -> const py::object& { return py::cast<const Box<T>&>(object).home; };
    made->zone = [](py::handle object) -> const py::object& { return py::cast<const Box<T>&>(object).zone; };
    made->copy = [](py::handle object) {
      Box<T> box = py::cast<const Box<T>&>(object);
      box.frozen = false;
      return py::object(py::cast(std::move(box)));
    };
    if constexpr (speaks_of_problem<T>()) {
      made->json = [](py::handle object) {
        const auto& box = py::cast<const Box<T>&>(object);
        const HomeScope scope(box.home);
        pd::syntax::Writer writer(pd::syntax::Layout::line, *HomeScope::border());
        writer.write(box.value);
        std::string text = writer.take();
        // What JSON does not say: that a search was ended early, and the breaks' own rows.
        text += box.interrupted ? "\n1" : "\n0";
        for_each_rest(box.value, [&](const pd::BreakIndex& row) { text += ' ' + std::to_string(row.value); });
        return text;
      };
      made->from_json = [](const py::object& home, const std::string& text) {
        const HomeScope scope(home);
        Box<T> box{{}, false, home};
        const std::size_t end = std::min(text.find('\n'), text.size());
        const pd::syntax::Tree tree = pd::syntax::parse_json(std::string_view(text).substr(0, end), {});
        pd::Errors errors;
        pd::syntax::Reader reader(tree, errors);
        reader.set_border(HomeScope::border());
        reader.read(0, box.value);
        errors.throw_if_any();
        std::istringstream rest(text.substr(end));
        rest >> box.interrupted;
        for_each_rest(box.value, [&](pd::BreakIndex& row) { rest >> row.value; });
        return py::object(py::cast(std::move(box)));
      };
    }
    made->equal = [](const void* a, const void* b) { return *static_cast<const T*>(a) == *static_cast<const T*>(b); };
    return made;
  }();
  return *ops;
}

template <class T>
void assign_keywords(T& object, const py::dict& keywords, std::string_view type) {
  assign_keywords(&object, struct_ops<T>(), keywords, type, false);
}
template <class T>
T from_keywords(const py::dict& keywords, std::string_view type) {
  T object{};
  assign_keywords(&object, struct_ops<T>(), keywords, type, true);
  return object;
}
template <class T>
py::dict to_dict(const T& object) {
  return to_dict(&object, struct_ops<T>());
}

/// `==` between values of the class; anything else is left to the other side.
template <class T, class Class, class Same = std::equal_to<T>>
void add_equal(Class& cls, Same same = {}) {
  cls.def("__eq__", [same](const T& self, const py::object& other) -> py::object {
    if (!py::isinstance<T>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
    return py::bool_(same(self, py::cast<const T&>(other)));
  });
}
/// Nobody can change it.
template <class Class>
void copies_are_itself(Class& cls) {
  cls.def("__copy__", [](const py::object& self) { return self; });
  cls.def("__deepcopy__", [](const py::object& self, const py::dict&) { return self; });
}

/// Bind a described struct under its C++ name.
template <class T>
py::class_<Box<T>> bind_struct(py::module_& m, const char* module, const char* name, const char* doc) {
  class_name<T> = name;
  StructOps& ops = struct_ops<T>();
  ops.module = module;
  ops.name = name;
  py::class_<Box<T>> cls(m, name, class_doc(doc, ops).c_str());
  cls.def(py::init([](const py::args& positional, const py::kwargs& keywords) {
    const StructOps& own = struct_ops<T>();
    if (own.at_border) made_by_paidan(own.name);
    if (!positional.empty()) positional_arguments(own.name, own);
    Box<T> box;
    assign_keywords(&box.value, own, keywords, own.name, true);
    return box;
  }));
  add_members(cls, ops);
  registry().push_back(&ops);
  return cls;
}

/// A value of numbers alone: compared as C++ compares it, whichever problem it was read from, and fit for sets and
/// dicts. So nobody can change it in place.
template <std::three_way_comparable T>
void add_order(py::class_<Box<T>>& cls) {
  StructOps& ops = struct_ops<T>();
  ops.constant = true;
  const auto compare = [&cls](const char* name, auto holds) {
    cls.attr(name) = py::cpp_function(
        [holds](const Box<T>& self, const py::object& other) -> py::object {
          if (!py::isinstance<Box<T>>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
          return py::bool_(holds(self.value <=> py::cast<const Box<T>&>(other).value));
        },
        py::name(name), py::is_method(cls));
  };
  compare("__eq__", [](auto order) { return std::is_eq(order); });
  compare("__lt__", [](auto order) { return std::is_lt(order); });
  compare("__le__", [](auto order) { return std::is_lteq(order); });
  compare("__gt__", [](auto order) { return std::is_gt(order); });
  compare("__ge__", [](auto order) { return std::is_gteq(order); });
  cls.attr("__hash__") =
      py::cpp_function([](const Box<T>& self) { return py::hash(py::tuple(to_dict(self.value).attr("values")())); },
                       py::name("__hash__"), py::is_method(cls));
}

template <class E>
void bind_enum(py::module_& m, const char* module, const char* name, const char* doc) {
  py::object cls = make_enum(module, name, Convert<E>::names());
  cls.attr("__doc__") = doc;
  m.attr(name) = cls;
  enum_class<E> = cls.release().ptr();
}

/// `f(data)` or `f(id=…, rows=…)`: the data either way.
template <class Data>
Data data_of(const py::args& positional, const py::kwargs& keywords, std::string_view type) {
  if (positional.size() == 1 && keywords.empty())
    return from_python<Data>(positional[0], Where{nullptr, type, -1}.field("data"));
  if (!positional.empty()) positional_arguments(type, struct_ops<Data>());
  return from_keywords<Data>(keywords, type);
}

/// A validated, immutable value made of a described struct: `PriceBook(id=…, rows=…)`, `PriceBook.from_data(data)`.
template <class V, class Data>
py::class_<V> bind_validated(py::module_& m, const char* module, const char* name, const char* doc) {
  py::class_<V> cls(m, name, doc);
  cls.attr("__module__") = module;
  const std::string type = name;
  made_of_keywords({name, &struct_ops<Data>(), {}, {}});
  cls.def(py::init([type](const py::args& positional, const py::kwargs& keywords) {
    if (!positional.empty()) positional_arguments(type, struct_ops<Data>());
    return V(from_keywords<Data>(keywords, type));
  }));
  cls.def_static(
      "from_data", [](const Box<Data>& data) { return V(data.value); }, py::arg("data"),
      "Check and build; raises InvalidInput with all errors found.");
  cls.def_static(
      "validate",
      [type](const py::args& positional, const py::kwargs& keywords) {
        return error_list(V::validate(data_of<Data>(positional, keywords, type)));
      },
      "What the constructor would raise, as a list; empty when the data is fine. Takes data or the same keywords.");
  cls.def_property_readonly(
      "content_hash", [](const V& self) { return pd::hex(self.hash()); }, "Content hash, 16 hexadecimal digits.");
  cls.def_property_readonly(
      "data",
      [](const V& self) {
        return Box<Data>{self.data(), true};
      },
      "The input as plain data.");
  cls.def(
      "with_",
      [type](const V& self, const py::kwargs& changes) {
        Data copy = self.data();
        assign_keywords(copy, changes, type);
        return V(std::move(copy));
      },
      "A changed copy, checked again.");
  add_equal<V>(cls, [](const V& a, const V& b) { return a.data() == b.data(); });
  cls.def("__hash__", [](const V& self) { return static_cast<std::int64_t>(self.hash() >> 2U); });
  copies_are_itself(cls);
  cls.def(py::pickle([](const V& self) { return to_dict(self.data()); },
                     [type](const py::dict& state) { return V(from_keywords<Data>(state, type)); }));
  return cls;
}

// One function per room, called by module.cpp in the order of the rooms.
void bind_core(py::module_& m);
void bind_model(py::module_& m);
void bind_results(py::module_& m);
void bind_matching(py::module_& m);
void bind_live(py::module_& m);
void bind_review(py::module_& m);
void bind_catalog(py::module_& m);
void bind_rules(py::module_& m);
void bind_pricing(py::module_& m);
void bind_warranty(py::module_& m);
void bind_operations(py::module_& m);
void bind_render(py::module_& m);
void bind_documents(py::module_& m);
void bind_sheets(py::module_& m);

}  // namespace paidan_python
