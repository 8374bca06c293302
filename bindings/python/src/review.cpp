// A match that answers questions, kept with its candidates and prices.
#include "requests.hpp"

#include <paidan/dispatch/match_review.hpp>

#include <memory>
#include <utility>

namespace paidan_python {

namespace {

constexpr const char* module = "paidan";

/// Only ever used with the GIL held.
struct PyMatchReview {
  py::object home;
  py::dict keywords;  ///< as given, for pickling
  std::unique_ptr<pd::MatchReview> review;

  PyMatchReview(py::object problem, py::dict given) : home(std::move(problem)), keywords(std::move(given)) {
    const pd::Problem& of = problem_in(home).problem;
    pd::MatchOptions options;
    {
      const HomeScope scope(home);
      ArgumentReader<pd::MatchOptions> reader("MatchReview", py::args(), keywords);
      reader.read(options, false);
    }
    const py::gil_scoped_release release;
    review = std::make_unique<pd::MatchReview>(of, std::move(options));
  }

  template <class T>
  [[nodiscard]] Box<T> box(T value, bool frozen = false) const {
    return {std::move(value), frozen, home};
  }
  /// A technician's id or (technician, shift), the shift perhaps beside it.
  [[nodiscard]] pd::ShiftIndex shift(const py::object& technician, const py::object& shift) const {
    const HomeScope scope(home);
    const bool named = !shift.is_none();
    if (named && PyTuple_Check(technician.ptr())) wrong_argument(errors::argument_given_twice, {{"value", "shift"}});
    const py::object both = named ? py::object(py::make_tuple(technician, shift)) : technician;
    return from_python<pd::ShiftIndex>(both, {nullptr, "technician", -1});
  }
};

}  // namespace

void bind_review(py::module_& m) {
  std::string doc =
      "A match that answers questions. Keeps its candidates and prices.\n\nMatchReview(problem, **options), the "
      "options "
      "of match():\n";
  std::string parameters = "self, problem, *";
  for (const ArgumentText& one : arguments_of<pd::MatchOptions>()) {
    parameters += ", " + one.name + "=None";
    doc += "    " + one.name + ": " + one.type + ". " + one.doc + "\n";
  }
  say_parameters("MatchReview.__init__", parameters);
  static const std::string kept = doc;
  py::class_<PyMatchReview> cls(m, "MatchReview", kept.c_str());
  cls.attr("__module__") = module;
  cls.def(py::init([](const py::object& problem, const py::kwargs& keywords) {
            return std::make_unique<PyMatchReview>(problem, keywords);
          }),
          py::arg("problem"));
  cls.def_property_readonly(
      "problem", [](const PyMatchReview& self) { return self.home; }, "The problem it was made for.");
  cls.def_property_readonly(
      "match", [](const PyMatchReview& self) { return self.box(self.review->match(), true); }, "The match itself.");
  cls.def(
      "why_not",
      [](PyMatchReview& self, const py::object& order, const py::object& technician, const py::object& shift) {
        const HomeScope scope(self.home);
        const auto which = from_python<pd::OrderIndex>(order, {nullptr, "order", -1});
        return self.box(self.review->why_not(which, self.shift(technician, shift)));
      },
      py::arg("order"), py::arg("technician"), py::arg("shift") = py::none(),
      "Why this order is not with this technician: every violated condition; or what the whole match would cost more, "
      "exactly,\n"
      "and who would move. technician: an id, or (technician, shift).");
  cls.def(
      "place_value",
      [](PyMatchReview& self, const py::object& technician, const py::object& shift) {
        return self.box(self.review->place_value(self.shift(technician, shift)));
      },
      py::arg("technician"), py::arg("shift") = py::none(),
      "What one more place of this shift would save, at the cost of its next load step: must-serve orders, then cost.");
  cls.def(
      "skill_value",
      [](PyMatchReview& self, const std::string& skill) { return self.box(self.review->skill_value(skill)); },
      py::arg("skill"),
      "What one more place would save with the holder of this skill where it is worth most; nothing when nobody holds "
      "it.");
  cls.def("__repr__", [](const PyMatchReview& self) {
    const pd::Match& match = self.review->match();
    return "<MatchReview of " + std::to_string(match.pairs.size()) + " pairs, " +
           std::to_string(match.unassigned.size()) + " unassigned, cost " + std::to_string(match.cost) + ">";
  });
  cls.def(py::pickle([](const PyMatchReview& self) { return py::make_tuple(self.home, self.keywords); },
                     [](const py::tuple& state) {
                       return std::make_unique<PyMatchReview>(py::object(state[0]), py::cast<py::dict>(state[1]));
                     }));
}

}  // namespace paidan_python
