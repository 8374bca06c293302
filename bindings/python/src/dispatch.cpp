// Plans, matches and explanations.
#include "solve.hpp"
#include "views.hpp"

#include <paidan/dispatch/baselines.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/dispatch/plan.hpp>

#include <utility>

namespace paidan::inline PAIDAN_ABI {
template <>
struct EnumNames<Baseline> {
  static constexpr std::array<std::string_view, 2> names{"nearest_free", "best_rating"};
};
}  // namespace paidan::inline PAIDAN_ABI

namespace paidan_python {

namespace {

constexpr const char* module = "paidan";

std::int64_t milliseconds(const py::object& limit) {
  if (limit.is_none()) return 0;
  const Where where{nullptr, "time_limit", -1};
  if (!py::isinstance(limit, py::module_::import("datetime").attr("timedelta"))) {
    wrong_type(where, "datetime.timedelta or None", limit);
  }
  const double seconds = py::cast<double>(limit.attr("total_seconds")());
  if (!(seconds > 0) || seconds > 1e9) {
    invalid({}, pd::errors::out_of_range,
            {{"field", "time_limit"},
             {"low", "1 ms"},
             {"high", "1000000000 s"},
             {"value", py::cast<std::string>(py::str(limit))}});
  }
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(seconds * 1000.0));
}

PyPlan make_plan(const py::object& owner, std::uint64_t seed, std::int64_t iterations, const py::object& time_limit,
                 const py::object& lanes, std::int32_t threads, const py::object& progress, const py::object& start) {
  if (!py::isinstance<PyProblem>(owner)) wrong_type({nullptr, "problem", -1}, "paidan.Problem", owner);
  const auto& problem = py::cast<const PyProblem&>(owner);
  if (!progress.is_none() && PyCallable_Check(progress.ptr()) == 0)
    wrong_type({nullptr, "progress", -1}, "callable or None", progress);
  pd::PlanOptions options;
  options.seed = seed;
  options.iterations = iterations;
  options.time_limit_ms = milliseconds(time_limit);
  options.lanes = lanes.is_none() ? 0 : from_python<std::int32_t>(lanes, {nullptr, "lanes", -1});
  if (!lanes.is_none() && options.lanes < 1) {
    invalid({}, pd::errors::out_of_range,
            {{"field", "lanes"}, {"low", "1"}, {"high", "64"}, {"value", std::to_string(options.lanes)}});
  }
  options.threads = threads;
  pd::Plan first;
  if (!start.is_none()) {
    if (!py::isinstance<PyPlan>(start)) wrong_type({nullptr, "start", -1}, "paidan.Plan or None", start);
    first = translated(py::cast<const PyPlan&>(start), problem.problem);
    options.start = &first;
  }
  Solve solve(problem.problem, std::move(options), progress);
  PyPlan result{problem.problem, {}, false, owner};
  result.plan = solve.run();
  result.interrupted = solve.interrupted();
  return result;
}

WhyNotView why_not_view(const pd::Problem& problem, const pd::WhyNot& why) {
  const Namer name(problem);
  WhyNotView view;
  view.order = name.order(why.order);
  view.technician = name.technician(why.technician);
  view.families = families(why.families);
  view.reasons = why.reasons;
  view.possible = why.possible;
  view.shift = name.maybe_shift(why.shift);
  view.position = why.position;
  if (why.possible) view.start = name.at(why.start_s);
  view.added_cost = why.added_cost;
  view.added_travel = {why.added_travel_s};
  for (const pd::Suffering& visit : why.suffering) {
    view.suffering.push_back(
        {name.order(visit.order), name.at(visit.old_start_s), name.at(visit.new_start_s), {visit.added_lateness_s}});
  }
  return view;
}

// ---------------------------------------------------------------- Plan

py::object raw_state(const pd::Plan& plan) {
  py::list routes;
  for (const pd::Route& route : plan.routes) {
    py::list stops;
    for (const pd::Stop& stop : route.stops) {
      stops.append(py::make_tuple(static_cast<int>(stop.kind), stop.order.value, stop.break_row.value, stop.departure_s,
                                  stop.arrival_s, stop.start_s, stop.end_s));
    }
    routes.append(py::make_tuple(route.shift.value, route.start_s, route.end_s, stops));
  }
  py::list unassigned;
  for (const pd::OrderIndex order : plan.unassigned) unassigned.append(order.value);
  py::dict cost = to_dict(plan.cost);
  return py::make_tuple(routes, unassigned, cost, plan.problem_hash);
}

template <class I>
I index_within(py::handle value, std::size_t count) {
  const auto number = py::cast<std::uint32_t>(value);
  if (number >= count) throw py::value_error("this pickle does not hold a plan of its problem");
  return I(number);
}

pd::Plan from_raw_state(const pd::Problem& problem, const py::tuple& state) {
  pd::Plan plan;
  for (const py::handle item : state[0]) {
    const auto raw = py::cast<py::tuple>(item);
    pd::Route route{index_within<pd::ShiftIndex>(raw[0], problem.shift_count()),
                    {},
                    py::cast<std::int32_t>(raw[1]),
                    py::cast<std::int32_t>(raw[2])};
    for (const py::handle entry : raw[3]) {
      const auto s = py::cast<py::tuple>(entry);
      pd::Stop stop;
      stop.kind = py::cast<int>(s[0]) == 0 ? pd::StopKind::visit : pd::StopKind::rest;
      if (stop.kind == pd::StopKind::visit) {
        stop.order = index_within<pd::OrderIndex>(s[1], problem.order_count());
      } else {
        stop.break_row = index_within<pd::BreakIndex>(s[2], problem.dense().breaks.size());
      }
      stop.departure_s = py::cast<std::int32_t>(s[3]);
      stop.arrival_s = py::cast<std::int32_t>(s[4]);
      stop.start_s = py::cast<std::int32_t>(s[5]);
      stop.end_s = py::cast<std::int32_t>(s[6]);
      route.stops.push_back(stop);
    }
    plan.routes.push_back(std::move(route));
  }
  for (const py::handle order : state[1])
    plan.unassigned.push_back(index_within<pd::OrderIndex>(order, problem.order_count()));
  plan.cost = from_keywords<pd::Cost>(py::cast<py::dict>(state[2]), "Cost");
  plan.problem_hash = py::cast<std::uint64_t>(state[3]);
  return plan;
}

py::object problem_object(const PyPlan& self) { return self.owner ? self.owner : py::cast(PyProblem{self.problem}); }

void bind_plan(py::module_& m) {
  py::class_<PyPlan> cls(m, "Plan", "Who goes, in which order and when. Immutable; it knows its problem.");
  cls.attr("__module__") = module;
  cls.def_property_readonly(
      "problem", [](const PyPlan& self) { return problem_object(self); }, "The problem it answers.");
  cls.def_property_readonly(
      "routes",
      [](const PyPlan& self) {
        std::vector<RouteView> views;
        for (const pd::Route& route : self.plan.routes) views.push_back(route_view(self.problem, route));
        return to_python(views);
      },
      "One Route per shift that is used; times as the problem's zone shows them.");
  cls.def_property_readonly(
      "unassigned",
      [](const PyPlan& self) {
        std::vector<std::string> ids;
        for (const pd::OrderIndex order : self.plan.unassigned) ids.push_back(self.problem.order(order).id);
        return to_python(ids);
      },
      "Ids of the orders that are left out.");
  cls.def_property_readonly(
      "cost", [](const PyPlan& self) { return to_python(cost_amounts(self.plan.cost)); },
      "Cost units by term, and 'total' (1 unit = 1/1000 of a minor unit).");
  cls.def_property_readonly(
      "interrupted", [](const PyPlan& self) { return self.interrupted; },
      "True when Ctrl-C or the progress callback ended the search early: the best plan found until then.");
  cls.def_property_readonly(
      "problem_hash", [](const PyPlan& self) { return pd::hex(self.plan.problem_hash); },
      "Content hash of its problem.");
  cls.def(
      "to_frame", [](const py::object& self) { return py::module_::import("paidan._views").attr("plan_frame")(self); },
      "A pandas DataFrame, one row per stop.");
  cls.def("_repr_html_",
          [](const py::object& self) { return py::module_::import("paidan._views").attr("plan_html")(self); });
  cls.def("__repr__", [](const PyPlan& self) {
    std::size_t visits = 0;
    for (const auto& route : self.plan.routes) {
      for (const auto& stop : route.stops) visits += stop.kind == pd::StopKind::visit ? 1U : 0U;
    }
    return "<Plan " + std::to_string(visits) + " visits in " + std::to_string(self.plan.routes.size()) + " routes, " +
           std::to_string(self.plan.unassigned.size()) + " unassigned, cost " + std::to_string(self.plan.cost.total()) +
           (self.interrupted ? ", interrupted>" : ">");
  });
  cls.def("__eq__", [](const PyPlan& self, const py::object& other) -> py::object {
    if (!py::isinstance<PyPlan>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
    return py::bool_(self.plan == py::cast<const PyPlan&>(other).plan);
  });
  cls.def("__hash__", [](const PyPlan& self) {
    return py::hash(py::make_tuple(self.plan.problem_hash, self.plan.cost.total(), self.plan.routes.size()));
  });
  cls.def("__copy__", [](const py::object& self) { return self; });
  cls.def("__deepcopy__", [](const py::object& self, const py::dict&) { return self; });
  cls.def(py::pickle(
      [](const PyPlan& self) { return py::make_tuple(problem_object(self), raw_state(self.plan), self.interrupted); },
      [](const py::tuple& state) {
        const pd::Problem problem = py::cast<const PyProblem&>(state[0]).problem;
        return PyPlan{problem, from_raw_state(problem, state[1]), py::cast<bool>(state[2]), state[0]};
      }));
}

}  // namespace

void bind_dispatch(py::module_& m) {
  bind_enum<pd::Baseline>(m, module, "Baseline", "How people dispatch without a planner.");
  bind_struct<pd::routing::Progress>(m, module, "Progress", "How far the search is.");
  bind_struct<StopView>(m, module, "Stop", "One stop of a route.");
  bind_struct<RouteView>(m, module, "Route", "The work of one shift.");
  bind_struct<SufferingView>(m, module, "Suffering", "What an insertion would do to a visit that is already planned.");
  bind_struct<WhyNotView>(m, module, "WhyNot",
                          "Why not this technician, all other visits keeping technician and order.");
  bind_struct<UnassignedView>(m, module, "Unassigned", "Why nobody.");
  bind_plan(m);

  const pd::PlanOptions defaults;
  m.def("plan", &make_plan, py::arg("problem"), py::kw_only(), py::arg("seed") = defaults.seed,
        py::arg("iterations") = defaults.iterations, py::arg("time_limit") = py::none(), py::arg("lanes") = py::none(),
        py::arg("threads") = defaults.threads, py::arg("progress") = py::none(), py::arg("start") = py::none(),
        "Plan the routes of a problem.\n\n"
        "seed, iterations (work of each lane, 0 = construction only) and lanes (independent searches, default from the "
        "problem's\n"
        "size) decide the result; threads changes the wall time only. time_limit (timedelta) makes it depend on the "
        "machine.\n"
        "progress(Progress) is called from this thread at most about ten times a second; returning False stops. Ctrl-C "
        "stops too:\n"
        "the best plan so far is returned, with `interrupted` set. start: improve this plan, also one of a changed "
        "problem.\n"
        "The GIL is released while it runs.");
  m.def(
      "plan_baseline",
      [](const py::object& owner, const py::object& baseline) {
        if (!py::isinstance<PyProblem>(owner)) wrong_type({nullptr, "problem", -1}, "paidan.Problem", owner);
        const auto& problem = py::cast<const PyProblem&>(owner);
        const pd::Baseline which = from_python<pd::Baseline>(baseline, {nullptr, "baseline", -1});
        PyPlan result{problem.problem, {}, false, owner};
        {
          const py::gil_scoped_release release;
          result.plan = pd::plan_baseline(problem.problem, which);
        }
        return result;
      },
      py::arg("problem"), py::arg("baseline"),
      "How people dispatch without a planner: 'nearest_free' or 'best_rating'.");
  m.def(
      "why_not",
      [](const PyProblem& problem, const PyPlan& plan, const py::object& order, const py::object& technician) {
        const auto which = order_index(problem.problem, order, {nullptr, "order", -1});
        const auto who = technician_index(problem.problem, technician, {nullptr, "technician", -1});
        const pd::Plan own = translated(plan, problem.problem);
        pd::WhyNot answer;
        {
          const py::gil_scoped_release release;
          answer = pd::why_not(problem.problem, own, which, who);
        }
        return Box<WhyNotView>{why_not_view(problem.problem, answer), false};
      },
      py::arg("problem"), py::arg("plan"), py::kw_only(), py::arg("order"), py::arg("technician"),
      "Why this technician does not take this order: the smallest set of reasons, and what the cheapest insertion "
      "would do.");
  m.def(
      "why_unassigned",
      [](const PyProblem& problem, const PyPlan& plan, const py::object& order) {
        const auto which = order_index(problem.problem, order, {nullptr, "order", -1});
        const pd::Plan own = translated(plan, problem.problem);
        pd::Unassigned answer;
        {
          const py::gil_scoped_release release;
          answer = pd::why_unassigned(problem.problem, own, which);
        }
        UnassignedView view{problem.problem.order(answer.order).id, families(answer.families), {}};
        for (const pd::WhyNot& one : answer.technicians) view.technicians.push_back(why_not_view(problem.problem, one));
        return Box<UnassignedView>{std::move(view), false};
      },
      py::arg("problem"), py::arg("plan"), py::kw_only(), py::arg("order"),
      "Why nobody takes this order: the answers for all technicians, the nearest misses first.");
}

}  // namespace paidan_python
