// Batch matches, and the questions they answer.
#include "match_views.hpp"

#include <paidan/constraints/refusal.hpp>
#include <paidan/matching/weights.hpp>

#include <memory>
#include <utility>

namespace paidan_python {

namespace {

constexpr const char* module = "paidan";

/// (order, technician), or (order, (technician, shift)).
struct PairName {
  std::string order;
  ShiftName shift;
  friend bool operator==(const PairName&, const PairName&) = default;
};

/// MatchOptions in names. Not a Python class: its fields are keywords.
struct OptionsView {
  std::int32_t capacity = pd::MatchOptions{}.capacity;
  std::int64_t load_step = pd::MatchOptions{}.load_step;
  std::int32_t max_candidates = pd::MatchOptions{}.max_candidates;
  bool price_out = pd::MatchOptions{}.price_out;
  std::optional<pd::matching::Weights> weights;
  std::vector<std::int32_t> tier_floors;
  std::vector<PairName> forced;
  std::vector<PairName> forbidden;
  std::vector<std::string> must_serve;
  bool canonical = pd::MatchOptions{}.canonical;
  friend bool operator==(const OptionsView&, const OptionsView&) = default;
};

}  // namespace

template <>
struct Convert<PairName> {
  static py::object to(const PairName& value) {
    if (!value.shift.shift) return py::make_tuple(value.order, value.shift.technician);
    return py::make_tuple(value.order, to_python(value.shift));
  }
  static PairName from(py::handle value, const Where& where) {
    if (!PyTuple_Check(value.ptr()) || PyTuple_GET_SIZE(value.ptr()) != 2) {
      wrong_type(where, type(true), value);
    }
    return {from_python<std::string>(PyTuple_GET_ITEM(value.ptr(), 0), where.item(0)),
            from_python<ShiftName>(PyTuple_GET_ITEM(value.ptr(), 1), where.item(1))};
  }
  static std::string type(bool) { return "(order, technician) or (order, (technician, shift))"; }
};

}  // namespace paidan_python

namespace paidan::inline PAIDAN_ABI {

template <>
struct Fields<matching::Weights> {
  using T = matching::Weights;
  static constexpr std::string_view name = "Weights";
  template <class V>
  static void visit(V&& v) {
    v("travel", &T::travel, Field{.zh = "路程", .doc = "Cost units per second of the way out; default 0."});
    v("distance", &T::distance, Field{.zh = "里程", .doc = "Cost units per metre of the way out; default 0."});
    v("lateness", &T::lateness,
      Field{.zh = "迟到", .doc = "Cost units per second of start after the order's due time; default 0."});
    v("over_skill", &T::over_skill,
      Field{.zh = "技能富余", .doc = "Cost units per level held above the level needed; default 0."});
    v("quality", &T::quality,
      Field{.zh = "评分", .doc = "Cost units per hundredth of a star below the mean, bounded; default 0."});
    v("preference", &T::preference,
      Field{.zh = "优选", .doc = "Cost units for a technician who is not preferred where some are; default 0."});
    v("same_technician", &T::same_technician,
      Field{.zh = "同一师傅", .doc = "Cost units for another technician than last time; default 0."});
    v("change", &T::change, Field{.zh = "变更", .doc = "Times the order's own cost of change; default 1."});
    v("urgency", &T::urgency, Field{.zh = "紧急", .doc = "Cost units per minute of response × priority; default 0."});
    v("tier", &T::tier,
      Field{.zh = "评分档", .doc = "Bonus in cost units per rating tier reached; set by tier_floors; default 0."});
    v("fairness", &T::fairness,
      Field{.zh = "公平", .doc = "Cost units per second, one for each piece of the objective's fairness."});
  }
};

template <>
struct Fields<paidan_python::OptionsView> {
  using T = paidan_python::OptionsView;
  static constexpr std::string_view name = "MatchOptions";
  template <class V>
  static void visit(V&& v) {
    v("capacity", &T::capacity, Field{});
    v("load_step", &T::load_step, Field{});
    v("max_candidates", &T::max_candidates, Field{});
    v("price_out", &T::price_out, Field{});
    v("weights", &T::weights, Field{});
    v("tier_floors", &T::tier_floors, Field{});
    v("forced", &T::forced, Field{});
    v("forbidden", &T::forbidden, Field{});
    v("must_serve", &T::must_serve, Field{});
    v("canonical", &T::canonical, Field{});
  }
};

}  // namespace paidan::inline PAIDAN_ABI

namespace paidan_python {

namespace {

pd::MatchOptions options_of(const pd::Problem& problem, const OptionsView& view) {
  pd::MatchOptions options;
  options.capacity = view.capacity;
  options.load_step = view.load_step;
  options.max_candidates = view.max_candidates;
  options.price_out = view.price_out;
  options.weights = view.weights;
  options.tier_floors = view.tier_floors;
  options.canonical = view.canonical;
  const auto pairs = [&](const char* field, const std::vector<PairName>& names, std::vector<pd::MatchPair>& into) {
    const Where root{nullptr, field, -1};
    for (std::size_t i = 0; i < names.size(); ++i) {
      const Where where = root.item(static_cast<std::ptrdiff_t>(i));
      const pd::OrderIndex order = problem.find_order(names[i].order);
      if (!order.valid()) unknown_order(problem, names[i].order, where);
      into.push_back({order, shift_index(problem, names[i].shift, where)});
    }
  };
  pairs("forced", view.forced, options.forced);
  pairs("forbidden", view.forbidden, options.forbidden);
  const Where must{nullptr, "must_serve", -1};
  for (std::size_t i = 0; i < view.must_serve.size(); ++i) {
    const pd::OrderIndex order = problem.find_order(view.must_serve[i]);
    if (!order.valid()) unknown_order(problem, view.must_serve[i], must.item(static_cast<std::ptrdiff_t>(i)));
    options.must_serve.push_back(order);
  }
  return options;
}

Amounts amounts(const std::array<std::int64_t, pd::matching::term_count>& terms) {
  Amounts all;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    all.emplace_back(std::string(pd::matching::name(static_cast<pd::matching::Term>(i))), terms[i]);
  }
  return all;
}

MatchView match_view(const pd::Problem& problem, const pd::Match& match) {
  const Namer name(problem);
  MatchView view;
  for (const pd::Match::Pair& pair : match.pairs) {
    PairView row;
    row.order = name.order(pair.order);
    row.technician = name.technician(name.technician_of(pair.shift));
    row.shift = name.shift(pair.shift);
    row.start = name.at(pair.score.arrival_s);
    row.terms = amounts(pair.score.terms);
    row.total = pair.score.total;
    row.slot_cost = pair.slot_cost;
    view.pairs.push_back(std::move(row));
  }
  for (const pd::OrderIndex order : match.unassigned) view.unassigned.push_back(name.order(order));
  view.cost = match.cost;
  view.certified = match.certified;
  view.optimal_over = match.optimal_over;
  view.candidates = match.candidates;
  for (const pd::MatchShortage& shortage : match.shortages) {
    ShortageView& row = view.shortages.emplace_back();
    for (const pd::OrderIndex order : shortage.orders) row.orders.push_back(name.order(order));
    for (const pd::ShiftIndex shift : shortage.shifts) row.shifts.push_back(name.shift_name(shift));
    row.places = shortage.places;
    row.skills = shortage.skills;
    row.first_start = name.at(shortage.first_start_s);
    row.last_start = name.at(shortage.last_start_s);
  }
  view.problem_hash = pd::hex(match.problem_hash);
  return view;
}

PairAnswerView answer_view(const pd::Problem& problem, const pd::PairAnswer& answer) {
  const Namer name(problem);
  PairAnswerView view;
  view.order = name.order(answer.order);
  view.technician = name.technician(name.technician_of(answer.shift));
  view.shift = name.shift(answer.shift);
  view.chosen = answer.chosen;
  view.families = families(answer.families);
  view.reasons = answer.reasons;
  view.forbidden = answer.forbidden;
  view.has_places = answer.has_places;
  view.possible = answer.possible;
  view.must_serve_lost = answer.must_serve_lost;
  view.optimal_over = answer.optimal_over;
  if (answer.families != 0) return view;
  view.terms = amounts(answer.terms);
  view.total = answer.total;
  if (!answer.possible) return view;
  view.regret = answer.regret;
  const auto place = [&](pd::ShiftIndex at) { return at.valid() ? std::optional(name.shift_name(at)) : std::nullopt; };
  for (const pd::MatchMove& move : answer.moves) {
    view.moves.push_back({name.order(move.order), place(move.from), place(move.to)});
  }
  return view;
}

/// A technician's id or (technician, shift), the shift perhaps beside it.
pd::ShiftIndex asked_shift(const pd::Problem& problem, const py::object& technician, const py::object& shift) {
  const Where where{nullptr, "technician", -1};
  auto name = from_python<ShiftName>(technician, where);
  if (!shift.is_none()) {
    if (name.shift) throw py::type_error("the shift is given twice");
    name.shift = from_python<std::string>(shift, {nullptr, "shift", -1});
  }
  return shift_index(problem, name, where);
}

/// Lives where Python put it: the review points at the problem. Only ever used with the GIL held.
struct PyMatchReview {
  pd::Problem problem;
  py::object owner;
  OptionsView options;
  std::unique_ptr<pd::MatchReview> review;

  PyMatchReview(py::object of, OptionsView given)
      : problem(py::cast<const PyProblem&>(of).problem), owner(std::move(of)), options(std::move(given)) {
    pd::MatchOptions own = options_of(problem, options);
    const py::gil_scoped_release release;
    review = std::make_unique<pd::MatchReview>(problem, std::move(own));
  }
};

const PyProblem& problem_in(const py::object& owner) {
  if (!py::isinstance<PyProblem>(owner)) wrong_type({nullptr, "problem", -1}, "paidan.Problem", owner);
  return py::cast<const PyProblem&>(owner);
}

OptionsView options_in(const py::kwargs& keywords, const char* of) { return from_keywords<OptionsView>(keywords, of); }

constexpr const char* options_doc =
    "capacity (1): orders per shift, also bounded by the technician's max_jobs. load_step (600000): cost units by "
    "which "
    "each\n"
    "further order of a shift costs more. max_candidates (0): pairs an order keeps, the cheapest ones, 0 = all "
    "feasible "
    "ones; with\n"
    "price_out (True) left-out pairs that would pay are looked for and added until there are none. weights: Weights "
    "instead of the\n"
    "objective's. tier_floors: strict tiers, ratings in hundredths, falling. forced, forbidden: pairs (order, "
    "technician) or (order,\n"
    "(technician, shift)); a technician with one shift may be named alone. must_serve: ids of orders of which as many "
    "as possible\n"
    "are served, before any cost. canonical (False): of equally good matches the first, orders in turn taking the "
    "lowest shift.\n"
    "Raises InvalidInput naming the pair: unknown ids, both forced and forbidden, beyond a shift's places, not "
    "feasible.";

void bind_review(py::module_& m) {
  static const std::string doc =
      "A match that answers questions. Keeps its candidates and prices.\n\nMatchReview(problem, **options), the "
      "options "
      "of match():\n" +
      std::string(options_doc);
  py::class_<PyMatchReview> cls(m, "MatchReview", doc.c_str());
  cls.attr("__module__") = module;
  cls.def(py::init([](const py::object& problem, const py::kwargs& keywords) {
            static_cast<void>(problem_in(problem));
            return std::make_unique<PyMatchReview>(problem, options_in(keywords, "MatchReview"));
          }),
          py::arg("problem"));
  cls.def_property_readonly(
      "problem", [](const PyMatchReview& self) { return self.owner; }, "The problem it was made for.");
  cls.def_property_readonly(
      "match",
      [](const PyMatchReview& self) {
        return Box<MatchView>{match_view(self.problem, self.review->match()), true};
      },
      "The match itself.");
  cls.def(
      "why_not",
      [](PyMatchReview& self, const py::object& order, const py::object& technician, const py::object& shift) {
        const pd::OrderIndex which = order_index(self.problem, order, {nullptr, "order", -1});
        const pd::ShiftIndex where = asked_shift(self.problem, technician, shift);
        return Box<PairAnswerView>{answer_view(self.problem, self.review->why_not(which, where)), false};
      },
      py::arg("order"), py::arg("technician"), py::arg("shift") = py::none(),
      "Why this order is not with this technician: every violated condition; or what the whole match would cost more, "
      "exactly,\n"
      "and who would move. technician: an id, or (technician, shift).");
  cls.def(
      "place_value",
      [](PyMatchReview& self, const py::object& technician, const py::object& shift) {
        return Box<pd::PlaceValue>{self.review->place_value(asked_shift(self.problem, technician, shift)), false};
      },
      py::arg("technician"), py::arg("shift") = py::none(),
      "What one more place of this shift would save, at the cost of its next load step: must-serve orders, then cost.");
  cls.def(
      "skill_value",
      [](PyMatchReview& self, const std::string& skill) {
        return Box<pd::PlaceValue>{self.review->skill_value(skill), false};
      },
      py::arg("skill"),
      "What one more place would save with the holder of this skill where it is worth most; nothing when nobody holds "
      "it.");
  cls.def("__repr__", [](const PyMatchReview& self) {
    const pd::Match& match = self.review->match();
    return "<MatchReview of " + std::to_string(match.pairs.size()) + " pairs, " +
           std::to_string(match.unassigned.size()) + " unassigned, cost " + std::to_string(match.cost) + ">";
  });
  cls.def(py::pickle([](const PyMatchReview& self) { return py::make_tuple(self.owner, to_dict(self.options)); },
                     [](const py::tuple& state) {
                       const py::object problem = state[0];
                       static_cast<void>(problem_in(problem));
                       return std::make_unique<PyMatchReview>(
                           problem, from_keywords<OptionsView>(py::cast<py::dict>(state[1]), "MatchReview"));
                     }));
}

}  // namespace

void bind_match(py::module_& m) {
  bind_enum<pd::OptimalOver>(m, module, "OptimalOver", "What a match's certificate covers.");
  bind_struct<pd::matching::Weights>(m, module, "Weights", "What the features of a pair cost; see weights_of().");
  bind_struct<PairView>(m, module, "MatchPair", "One order and the shift that takes it.");
  bind_struct<ShortageView>(m, module, "MatchShortage", "Must-serve orders that share too few places.");
  bind_struct<MatchView>(m, module, "Match", "A batch match with its proof.");
  bind_struct<MatchMoveView>(m, module, "MatchMove", "One step of an exchange.");
  bind_struct<PairAnswerView>(m, module, "PairAnswer", "Why an order is not with a technician's shift in a match.");
  bind_struct<pd::PlaceValue>(m, module, "PlaceValue", "What one more place would save.");
  bind_struct<RefusalView>(m, module, "Refusal", "What stands against one visit straight from the shift's start.");
  bind_review(m);

  m.def(
      "weights_of",
      [](const Box<pd::Objective>& objective) {
        return Box<pd::matching::Weights>{pd::matching::weights_of(objective.value), false};
      },
      py::arg("objective"), "The objective's own weights; urgency and tier are 0.");
  static const std::string doc = "Which technician takes which order, one look at a moment, proven optimal.\n\n" +
                                 std::string(options_doc) + "\nThe GIL is released while it runs.";
  m.def(
      "match",
      [](const py::object& owner, const py::kwargs& keywords) {
        const pd::Problem problem = problem_in(owner).problem;
        const pd::MatchOptions options = options_of(problem, options_in(keywords, "match"));
        pd::Match match;
        {
          const py::gil_scoped_release release;
          match = pd::match(problem, options);
        }
        return Box<MatchView>{match_view(problem, match), false};
      },
      py::arg("problem"), doc.c_str());
  m.def(
      "why_refused",
      [](const PyProblem& problem, const py::object& order, const py::object& technician, const py::object& shift) {
        const pd::OrderIndex which = order_index(problem.problem, order, {nullptr, "order", -1});
        const pd::ShiftIndex where = asked_shift(problem.problem, technician, shift);
        const pd::constraints::Refusal refusal = pd::constraints::why_refused(problem.problem, which, where);
        const Namer name(problem.problem);
        return Box<RefusalView>{{name.order(which), name.technician(name.technician_of(where)), name.shift(where),
                                 families(refusal.families), refusal.reasons},
                                false};
      },
      py::arg("problem"), py::arg("order"), py::arg("technician"), py::arg("shift") = py::none(),
      "Every condition that this pair violates, for one visit straight from the shift's start and back; empty when it "
      "is feasible.\n"
      "technician: an id, or (technician, shift).");
}

}  // namespace paidan_python
