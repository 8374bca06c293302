// Every operation of the desk's table as a function of `paidan.desk`: same names, same fields, same bounds.
#include "requests.hpp"
#include "solve.hpp"

#include <paidan/desk/json.hpp>
#include <paidan/desk/session.hpp>
#include <paidan/dispatch/rebase.hpp>

namespace paidan_python {

namespace {

template <class O>
py::object answer_object(typename O::Answer answer, const py::object& home, bool interrupted) {
  using Answer = typename O::Answer;
  if constexpr (std::same_as<Answer, pd::desk::RulesAnswer>) {
    // Numbers of rules are exact.
    return py::module_::import("json").attr("loads")(
        answer.json_line, py::arg("parse_float") = py::module_::import("decimal").attr("Decimal"));
  } else if constexpr (std::same_as<Answer, std::vector<pd::Error>>) {
    return error_list(answer);
  } else if constexpr (std::same_as<Answer, std::string>) {
    return py::module_::import("json").attr("loads")(answer);
  } else if constexpr (std::same_as<Answer, pd::Problem>) {
    return py::cast(PyProblem(std::move(answer)));
  } else if constexpr (!std::same_as<Answer, typename pd::desk::Judged<Answer>::Data> ||
                       std::same_as<Answer, pd::travel::MatrixData>) {
    return to_python(answer);
  } else {
    Box<Answer> box{std::move(answer), false};
    if constexpr (speaks_of_problem<Answer>() || requires { box.value.problem; }) box.home = home;
    box.interrupted = interrupted;
    return py::cast(std::move(box));
  }
}

template <class O>
py::object call(const py::args& positional, const py::kwargs& keywords) {
  using Request = typename O::Request;
  const char* const name = O::name.data();
  auto rest = py::reinterpret_steal<py::dict>(PyDict_Copy(keywords.ptr()));
  py::object progress = py::none();
  if constexpr (pd::desk::Cancellable<O>) {
    if (rest.contains("progress")) {
      progress = rest["progress"];
      PyDict_DelItemString(rest.ptr(), "progress");
      if (!progress.is_none() && PyCallable_Check(progress.ptr()) == 0) {
        wrong_type({nullptr, "progress", -1}, "callable or None", progress, "可调用对象或None");
      }
    }
  }
  ArgumentReader<Request> reader(name, positional, rest);
  Request request{};
  py::object home;
  if constexpr (requires { request.problem; }) {
    home = reader.peek("problem");
    if (home) static_cast<void>(problem_in(home));
  }
  py::object onto = home;
  if constexpr (requires { request.onto; }) onto = reader.peek("onto");
  {
    const HomeScope scope(home);
    reader.read(request, pd::desk::Cancellable<O>);
  }
  home = onto;
  if constexpr (pd::desk::Cancellable<O>) {
    Solve<O> solve(request, progress);
    typename O::Answer answer = solve.run();
    warn(solve.notices());
    return answer_object<O>(std::move(answer), home, solve.interrupted());
  } else {
    std::optional<typename O::Answer> answer;
    pd::desk::Aside aside;
    {
      const py::gil_scoped_release release;
      answer.emplace(O::run(request, &aside));
    }
    warn(aside.notices);
    if constexpr (std::same_as<O, pd::desk::ProblemOperation>) warn(answer->notices());
    return answer_object<O>(*std::move(answer), home, false);
  }
}

constexpr const char* progress_doc =
    "Called from this thread at most about ten times a second; returning False stops. Ctrl-C stops too: the best so "
    "far "
    "is the answer, with `interrupted` set.";

/// What stands before the doc, for help() and inspect.signature().
template <class O>
std::string signature_of() {
  std::string text = std::string(O::name) + "(";
  bool named = false;
  for (const ArgumentText& one : arguments_of<typename O::Request>()) {
    if (!one.required && !named) text += text.ends_with('(') ? "*, " : ", *, ";
    if (!text.ends_with('(') && !text.ends_with(' ')) text += ", ";
    named = named || !one.required;
    text += one.name + (one.required ? "" : "=None");
  }
  if constexpr (pd::desk::Cancellable<O>) text += ", progress=None";
  return text + ")\n--\n\n";
}

template <class O>
std::string doc_of() {
  std::string text = std::string(O::en) + "\n\n";
  for (const ArgumentText& one : arguments_of<typename O::Request>()) {
    text += "    " + one.name + ": " + one.type + (one.required ? " (required)" : "") + ". " + one.doc + "\n";
  }
  if constexpr (pd::desk::Cancellable<O>) {
    text += "    progress: Callable[[Progress], object] | None. " + std::string(progress_doc) + "\n";
  }
  return text + "\nThe GIL is released while it runs. Raises InvalidInput with all errors.";
}

template <class Answer>
std::string answer_type() {
  if constexpr (std::same_as<Answer, pd::desk::RulesAnswer> || std::same_as<Answer, std::string>) {
    return "dict[str, object]";
  } else if constexpr (std::same_as<Answer, std::vector<pd::Error>>) {
    return "list[Error]";
  } else {
    return Convert<Answer>::type(false);
  }
}

/// (name, doc, answer type, [(argument, type, doc, required)]) of every operation, for stubs and tests.
py::list table() {
  py::list all;
  pd::desk::for_each_operation([&]<class O>() {
    py::list arguments;
    for (const ArgumentText& one : arguments_of<typename O::Request>()) {
      arguments.append(py::make_tuple(one.name, one.type, one.doc, one.required));
    }
    if constexpr (pd::desk::Cancellable<O>) {
      arguments.append(py::make_tuple("progress", "Callable[[Progress], object] | None", progress_doc, false));
    }
    all.append(py::make_tuple(std::string(O::name), doc_of<O>(), answer_type<typename O::Answer>(), arguments));
  });
  return all;
}

}  // namespace

void bind_operations(py::module_& m) {
  bind_struct<pd::assign::Arc>(m, "paidan.desk", "Arc", "A pair that may be made, with its cost.");
  bind_struct<pd::assign::Pair>(m, "paidan.desk", "RowColumn", "A row and a column.");
  bind_struct<pd::assign::AssignmentInput>(m, "paidan.desk", "AssignmentInput", "Rows, columns, arcs and slots.");
  bind_struct<pd::assign::Assignment>(m, "paidan.desk", "AssignmentResult", "An assignment with its certificate.");
  bind_struct<pd::assign::Shortages>(m, "paidan.desk", "Shortages", "All shortages.");
  bind_enum<pd::sheets::DateOrder>(m, "paidan.desk", "DateOrder", "Which comes first in 1/2/2020.");
  bind_enum<pd::sheets::TableKind>(m, "paidan.desk", "TableKind", "The tables that can be read.");
  bind_struct<pd::sheets::ColumnText>(m, "paidan.desk", "ColumnText", "One column that a table may have.");
  bind_struct<pd::travel::FitError>(m, "paidan.desk", "FitError", "How far off a way of telling drives is.");
  bind_struct<pd::travel::TravelFit>(m, "paidan.desk", "TravelFit",
                                     "How a town drives: speed, detour, stop and the hours of traffic.");
  bind_struct<pd::desk::TableColumns>(m, "paidan.desk", "TableColumns", "The columns of a table.");
  bind_struct<pd::desk::Replayed>(m, "paidan.desk", "Replayed", "A trace computed again from its operands.");
  bind_struct<pd::desk::Validated>(m, "paidan.desk", "Validated", "Nothing was wrong.");
  bind_struct<pd::pricing::Charges>(m, "paidan.pricing", "Charges", "What was really taken for a whole bill.");
  py::options options;
  options.disable_function_signatures();
  pd::desk::for_each_operation([&]<class O>() {
    const std::string doc = signature_of<O>() + doc_of<O>();
    // Its name in Python is the operation's; it stands under another one because this module holds every room.
    m.attr(("desk_" + std::string(O::name)).c_str()) = py::cpp_function(
        [](const py::args& positional, const py::kwargs& keywords) { return call<O>(positional, keywords); },
        py::name(O::name.data()), py::scope(m), doc.c_str());
  });
  options.enable_function_signatures();
  m.def("desk_table", &table, "(name, doc, answer type, [(argument, type, doc, required)]) of every operation.");
  m.def("desk_operations_json", &pd::desk::operations_json, py::arg("indented") = true,
        "The table of operations as JSON.");
  py::class_<pd::desk::Session> session(m, "Session",
                                        "What `paidan serve` does: one JSON request in, one answer out; what is loaded "
                                        "stays loaded, by handle.");
  session.attr("__module__") = "paidan.desk";
  session.def(py::init<std::size_t>(), py::arg("max_line") = pd::desk::Session::default_max_line,
              "`max_line`: bytes that a request may have.");
  session.def(
      "answer", [](pd::desk::Session& self, const std::string& line) { return self.answer(line); }, py::arg("line"),
      "One request as JSON, without a line feed; the answer as JSON on one line.");
  session.def_property_readonly("finished", &pd::desk::Session::finished, "Somebody asked to quit.");
}

}  // namespace paidan_python
