// Technicians, orders, places, and the problem they make.
#include "home.hpp"
#include "numpy_input.hpp"

#include <paidan/core/hints.hpp>
#include <paidan/intake/days.hpp>

#include <algorithm>

namespace paidan_python {

namespace {

constexpr const char* module = "paidan";

void bind_matrix(py::module_& m) {
  using Matrix = pd::travel::MatrixData;
  class_name<Matrix> = "MatrixData";
  py::class_<Matrix> cls(
      m, "MatrixData",
      "Travel times and distances, n × n in location order: seconds[from, to], whole seconds, -1 or None = no "
      "way; metres may be left out (all zero).\n\nTakes NumPy integer arrays, lists of lists or DataFrames; "
      "floats only when every one of them is whole.");
  cls.attr("__module__") = module;
  cls.def(py::init([](const py::object& seconds, const py::object& metres) {
            const py::tuple read = py::module_::import("paidan._tables").attr("matrix")(seconds, metres);
            std::vector<py::object> keep;
            const auto legs = [&](const py::object& table) {
              const auto all = buffer_of<std::int64_t>(table, keep);
              return std::vector<std::int64_t>(all.begin(), all.end());
            };
            Matrix matrix{py::len(read[0]), legs(read[0]), {}};
            if (!metres.is_none()) matrix.metres = legs(read[1]);
            return matrix;
          }),
          py::arg("seconds"), py::arg("metres") = py::none());
  cls.def_static(
      "validate", [](const Matrix& matrix) { return error_list(pd::travel::Matrix::validate(matrix)); },
      py::arg("matrix"), "What using it in a Problem would raise, as a list.");
  cls.def_property_readonly(
      "size", [](const Matrix& self) { return self.size; }, "Number of locations.");
  cls.def_property_readonly(
      "seconds", [](const Matrix& self) { return numpy_table(self.seconds, self.size, self.size); },
      "n × n int64 array (a copy).");
  cls.def_property_readonly(
      "metres",
      [](const Matrix& self) -> py::object {
        return self.metres.empty() && self.size > 0 ? py::none() : numpy_table(self.metres, self.size, self.size);
      },
      "n × n int64 array (a copy), or None.");
  cls.def("__repr__", [](const Matrix& self) {
    return "<MatrixData " + std::to_string(self.size) + " × " + std::to_string(self.size) +
           (self.metres.empty() ? "" : " with metres") + ">";
  });
  add_equal<Matrix>(cls);
  cls.attr("__hash__") = py::none();
  copies_are_itself(cls);
  const auto bytes = [](const std::vector<std::int64_t>& values) {
    return py::bytes(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(std::int64_t));
  };
  const auto values = [](const py::handle& from) {
    const auto text = py::cast<std::string>(from);
    std::vector<std::int64_t> all(text.size() / sizeof(std::int64_t));
    std::copy_n(text.data(), all.size() * sizeof(std::int64_t), reinterpret_cast<char*>(all.data()));
    return all;
  };
  cls.def(py::pickle(
      [bytes](const Matrix& self) { return py::make_tuple(self.size, bytes(self.seconds), bytes(self.metres)); },
      [values](const py::tuple& state) {
        Matrix matrix{py::cast<std::size_t>(state[0]), values(state[1]), values(state[2])};
        const std::size_t legs = matrix.size * matrix.size;
        if (matrix.seconds.size() != legs || (!matrix.metres.empty() && matrix.metres.size() != legs)) {
          throw py::value_error("this pickle does not hold a MatrixData");
        }
        return matrix;
      }));
}

/// Local midnight before the earliest shift; without shifts, the earliest time any order names.
pd::Instant default_origin(const pd::ProblemData& data) {
  std::optional<std::int64_t> earliest;
  const auto look = [&earliest](pd::Instant at) { earliest = std::min(earliest.value_or(at.seconds), at.seconds); };
  for (const auto& technician : data.technicians) {
    for (const auto& shift : technician.shifts) look(shift.start);
  }
  if (!earliest) {
    for (const auto& order : data.orders) {
      for (const auto& window : order.windows) look(window.start);
      if (order.promise) look(order.promise->at);
      if (order.release) look(*order.release);
      if (order.deadline) look(*order.deadline);
    }
  }
  if (!earliest) return {};
  const pd::Instant first{*earliest};
  return {first.seconds - data.zone.to_local(first).time.seconds};
}

struct ProblemInput {
  pd::ProblemData data;
  pd::SourceRows rows;
};

pd::SourceRows rows_from(py::handle value, const Where& where) {
  if (!PyDict_Check(value.ptr()))
    wrong_type(where, "a dict with 'orders', 'technicians', 'locations'", value,
               "含'orders'、'technicians'、'locations'的字典");
  pd::SourceRows rows;
  for (const auto& [key, list] : py::reinterpret_borrow<py::dict>(value)) {
    const std::string name = from_python<std::string>(key, where);
    std::vector<std::int64_t>* const target = name == "orders"        ? &rows.orders
                                              : name == "technicians" ? &rows.technicians
                                              : name == "locations"   ? &rows.locations
                                                                      : nullptr;
    if (target == nullptr) unknown_name(where, name, {"orders", "technicians", "locations"});
    *target = from_python<std::vector<std::int64_t>>(list, where.field(name));
  }
  return rows;
}

ProblemInput input_of(const py::args& positional, const py::kwargs& keywords) {
  ProblemInput input;
  auto rest = py::reinterpret_steal<py::dict>(PyDict_Copy(keywords.ptr()));
  if (rest.contains("rows")) {
    const py::object rows = rest["rows"];
    if (!rows.is_none()) input.rows = rows_from(rows, Where{nullptr, "Problem", -1}.field("rows"));
    PyDict_DelItemString(rest.ptr(), "rows");
  }
  if (positional.size() == 1 && rest.empty()) {
    input.data = from_python<pd::ProblemData>(positional[0], {nullptr, "data", -1});
    return input;
  }
  if (!positional.empty()) positional_arguments("Problem", struct_ops<pd::ProblemData>());
  const bool choose_origin = !rest.contains("origin") || py::object(rest["origin"]).is_none();
  if (choose_origin) rest["origin"] = to_python(pd::Instant{});
  input.data = from_keywords<pd::ProblemData>(rest, "Problem");
  if (choose_origin) input.data.origin = default_origin(input.data);
  return input;
}

template <class I, class Find>
I index_of(const PyProblem& problem, const py::object& id, Find find) {
  const Where where{nullptr, "id", -1};
  I index;
  pd::Errors errors;
  find(problem.border, from_python<std::string>(id, where), where.text(), errors, index);
  errors.throw_if_any();
  return index;
}

/// The rules of the problem's zone as one Python object, for its nouns to show their times by.
const py::object& zone_of(PyProblem& self) {
  if (!self.zone) self.zone = to_python(self.problem.data().zone);
  return self.zone;
}

template <class T>
py::object cached(PyProblem& self, py::object& place, const std::vector<T>& values) {
  const HomeScope scope({}, zone_of(self));
  if (!place) place = to_python(values);
  return place;
}

void bind_problem(py::module_& m) {
  py::class_<PyProblem> cls(
      m, "Problem",
      class_doc("A validated, immutable problem: who works when, what is to be done, what it costs.\n\n"
                "Raises InvalidInput with all errors found (up to 100). `origin` may be left out: local midnight "
                "before the first "
                "shift. `rows` gives spreadsheet rows for messages: {'orders': [2, 3, …], 'technicians': […], "
                "'locations': […]}.",
                struct_ops<pd::ProblemData>())
          .c_str());
  cls.attr("__module__") = module;
  made_of_keywords({"Problem", &struct_ops<pd::ProblemData>(), "origin", "rows=None"});
  cls.def(py::init([](const py::args& positional, const py::kwargs& keywords) {
    if (!positional.empty()) positional_arguments("Problem", struct_ops<pd::ProblemData>());
    ProblemInput input = input_of(positional, keywords);
    const py::gil_scoped_release release;
    return PyProblem(pd::Problem(std::move(input.data), input.rows));
  }));
  cls.def_static(
      "from_data",
      [](const Box<pd::ProblemData>& data, const py::object& rows) {
        const pd::SourceRows source =
            rows.is_none() ? pd::SourceRows{} : rows_from(rows, Where{nullptr, "Problem", -1}.field("rows"));
        return PyProblem(pd::Problem(data.value, source));
      },
      py::arg("data"), py::kw_only(), py::arg("rows") = py::none(),
      "Check and build; raises InvalidInput with all errors found.");
  cls.def_static(
      "validate",
      [](const py::args& positional, const py::kwargs& keywords) {
        const ProblemInput input = input_of(positional, keywords);
        return error_list(pd::Problem::validate(input.data, input.rows));
      },
      "What the constructor would raise, as a list; empty when all is fine. Takes a ProblemData or the same keywords.");
  cls.def(
      "with_",
      [](const PyProblem& self, const py::kwargs& changes) {
        pd::ProblemData copy = self.problem.data();
        assign_keywords(copy, changes, "Problem");
        const py::gil_scoped_release release;
        return PyProblem(pd::Problem(std::move(copy)));
      },
      "What-if: a changed copy, checked again. problem.with_(technicians=problem.technicians[:-1])");
  cls.def_property_readonly(
      "data",
      [](PyProblem& self) {
        return Box<pd::ProblemData>{self.problem.data(), true, {}, false, zone_of(self)};
      },
      "The input with defaults filled in, as plain data.");
  cls.def_property_readonly(
      "orders", [](PyProblem& self) { return cached(self, self.orders, self.problem.data().orders); },
      "Orders, in input order.");
  cls.def_property_readonly(
      "technicians", [](PyProblem& self) { return cached(self, self.technicians, self.problem.data().technicians); },
      "Technicians, in input order.");
  cls.def_property_readonly(
      "locations", [](PyProblem& self) { return cached(self, self.locations, self.problem.data().locations); },
      "Places, in input order: matrices are in theirs.");
  cls.def_property_readonly(
      "depots", [](PyProblem& self) { return cached(self, self.depots, self.problem.data().depots); },
      "Supply depots, in input order.");
  cls.def_property_readonly(
      "objective", [](const PyProblem& self) { return to_python(self.problem.data().objective); },
      "Weights of the cost.");
  cls.def_property_readonly(
      "zone", [](const PyProblem& self) { return to_python(self.problem.data().zone); },
      "Zone of local dates and texts.");
  cls.def_property_readonly(
      "origin",
      [](const PyProblem& self) {
        const pd::Instant origin = self.problem.data().origin;
        return to_python(LocalInstant{origin, self.problem.data().zone.offset_at(origin)});
      },
      "Times inside the model count from here.");
  cls.def_property_readonly(
      "notices", [](const PyProblem& self) { return error_list(self.problem.notices()); },
      "Not errors, but worth saying: expired certificates; orders whose skills, tools, parts, languages or groups "
      "nobody "
      "has, that block everybody, are pinned to somebody without these, or may only start when nobody works. Ways and "
      "whole days are not looked at: why_unassigned does that for a plan.");
  cls.def_property_readonly(
      "hash", [](const PyProblem& self) { return pd::hex(self.problem.hash()); },
      "Content hash, 16 hexadecimal digits.");
  cls.def(
      "order",
      [](PyProblem& self, const py::object& id) {
        const auto i = index_of<pd::OrderIndex>(self, id, &pd::syntax::find_order);
        return py::tuple(cached(self, self.orders, self.problem.data().orders))[i.at()];
      },
      py::arg("id"), "The order of that id.");
  cls.def(
      "technician",
      [](PyProblem& self, const py::object& id) {
        const auto i = index_of<pd::TechnicianIndex>(self, id, &pd::syntax::find_technician);
        return py::tuple(cached(self, self.technicians, self.problem.data().technicians))[i.at()];
      },
      py::arg("id"), "The technician of that id.");
  cls.def(
      "travel",
      [](const PyProblem& self, const py::object& from, const py::object& to, std::int32_t profile,
         const py::object& leaves) -> py::object {
        const auto index = [&self](const py::object& id, const char* what) {
          const std::string text = from_python<std::string>(id, {nullptr, what, -1});
          const auto& all = self.problem.data().locations;
          const auto found =
              std::find_if(all.begin(), all.end(), [&text](const pd::Location& place) { return place.id == text; });
          if (found == all.end()) {
            std::vector<std::string_view> known;
            for (const pd::Location& place : all) known.push_back(place.id);
            throw pd::InvalidInput(pd::unknown_id(pd::nouns::location, text, what, known));
          }
          return pd::LocationIndex(static_cast<std::size_t>(found - all.begin()));
        };
        const auto& profiles = self.problem.dense().profiles;
        if (profile < 0 || static_cast<std::size_t>(profile) >= profiles.size())
          throw py::index_error("there is no such profile");
        const pd::travel::Leg leg =
            profiles[static_cast<std::size_t>(profile)].leg(index(from, "from"), index(to, "to"));
        if (!leg.reachable()) return py::none();
        std::int64_t seconds = leg.seconds;
        const pd::travel::Bands& bands = self.problem.dense().bands[static_cast<std::size_t>(profile)];
        if (!leaves.is_none()) {
          const auto left = from_python<pd::Instant>(leaves, {nullptr, "leaves", -1});
          const std::int64_t at = (left - self.problem.data().origin).seconds;
          const bool within = std::abs(at) <= pd::time_limit_s;  // no shift, and so no traffic, lies beyond
          if (within && !bands.empty()) seconds = bands.arrival(at, seconds) - at;
        }
        return py::make_tuple(to_python(pd::Duration{seconds}), leg.metres);
      },
      py::arg("from_"), py::arg("to"), py::kw_only(), py::arg("profile") = 0, py::arg("leaves") = py::none(),
      "(time, metres) from a location id to another at a speed of 100 percent, None when there is no way: in the "
      "traffic of the hour for who leaves then, else on free roads. Bands hold from the day before the first shift to "
      "the day behind the last one.");
  cls.def("__repr__", [](const PyProblem& self) {
    return "<Problem " + std::to_string(self.problem.order_count()) + " orders, " +
           std::to_string(self.problem.technician_count()) + " technicians, " +
           std::to_string(self.problem.shift_count()) + " shifts, " + pd::hex(self.problem.hash()) + ">";
  });
  add_equal<PyProblem>(cls,
                       [](const PyProblem& a, const PyProblem& b) { return a.problem.data() == b.problem.data(); });
  cls.def("__hash__", [](const PyProblem& self) { return static_cast<std::int64_t>(self.problem.hash() >> 2U); });
  copies_are_itself(cls);
  cls.def(py::pickle(
      [](const PyProblem& self) { return to_dict(self.problem.data()); },
      [](const py::dict& state) { return PyProblem(pd::Problem(from_keywords<pd::ProblemData>(state, "Problem"))); }));
}

}  // namespace

void bind_model(py::module_& m) {
  bind_enum<pd::StopKind>(m, module, "StopKind", "A visit, a rest, or a call at a depot.");
  bind_struct<pd::SkillLevel>(m, module, "SkillLevel", "A skill that is needed, at least at this level.");
  bind_struct<pd::SkillHeld>(m, module, "SkillHeld", "A skill that is held, perhaps by a certificate that runs out.");
  bind_struct<pd::PartCount>(m, module, "PartCount", "Spare parts: which, and how many.");
  bind_struct<pd::Break>(m, module, "Break", "A pause inside a shift, taken wherever the technician is.");
  bind_struct<pd::Shift>(m, module, "Shift", "One stretch of working time. Several days are several shifts.");
  bind_struct<pd::Suspension>(m, module, "Suspension", "Not available in [start, end), for a stated reason.");
  bind_struct<pd::Technician>(m, module, "Technician", "A technician and the hours worked.");
  bind_struct<pd::Window>(m, module, "Window", "Service may start in [start, end).");
  bind_struct<pd::Promise>(m, module, "Promise",
                           "The agreed arrival: service starts within [at - before, at + after].");
  bind_struct<pd::Pin>(m, module, "Pin", "Holds an order where it is; hard unless a cost of change is given.");
  bind_struct<pd::Link>(
      m, module, "Link",
      "This order starts in [minimum_gap, maximum_gap] after another one does; both are served, or none.");
  bind_struct<pd::Order>(m, module, "Order", "A repair order.");
  bind_struct<pd::Location>(m, module, "Location", "A place.");
  bind_matrix(m);
  bind_struct<pd::travel::RoadEdge>(m, module, "RoadEdge", "A directed stretch of road between two nodes.");
  bind_struct<pd::travel::RoadData>(m, module, "RoadData", "A road network: nodes, and the stretches between them.");
  bind_struct<pd::travel::StraightLineOptions>(
      m, module, "StraightLineOptions",
      "Travel estimated from coordinates: straight line × detour at a constant speed.");
  bind_struct<pd::travel::TravelBand>(
      m, module, "TravelBand",
      "Hours of the local day in which driving takes longer, in percent of what it takes otherwise.");
  bind_struct<pd::TravelProfile>(m, module, "TravelProfile", "How a kind of vehicle travels.");
  bind_struct<pd::OpeningHours>(m, module, "OpeningHours", "When a depot is open: a call begins in [start, end).");
  bind_struct<pd::SupplyDepot>(m, module, "SupplyDepot", "Place where technicians fetch what their vans lack.");
  bind_struct<pd::TagLimit>(m, module, "TagLimit", "Most work of a kind that one technician does.");
  bind_struct<pd::TagClosure>(m, module, "TagClosure", "Nobody works on orders of a kind in [start, end).");
  bind_struct<pd::FairnessPiece>(m, module, "FairnessPiece", "Paid work beyond `over` costs more.");
  bind_enum<pd::Preset>(m, module, "Preset", "What plans are to be good at, ready made.");
  bind_enum<pd::GoalOrder>(m, module, "GoalOrder", "By what plans are compared.");
  bind_struct<pd::Objective>(
      m, module, "Objective",
      "By what plans are compared, and integer weights, 1 unit = 1/1000 of a currency's minor unit.");
  auto goals =
      bind_struct<pd::Goals>(m, module, "Goals", "What plans are compared by, one after the other; smaller is better.");
  add_order(goals);
  bind_struct<pd::Cost>(m, module, "Cost", "The terms of a plan's cost.")
      .def_property_readonly(
          "total", [](const Box<pd::Cost>& self) { return self.value.total(); }, "Sum of all terms.");
  bind_struct<pd::ProblemData>(m, module, "ProblemData", "A whole problem as plain input, not checked yet.");
  bind_problem(m);
  m.def(
      "day_of",
      [](const py::object& order, const py::object& zone) {
        return to_python(pd::intake::day_of(from_python<pd::Order>(order, {nullptr, "order", -1}),
                                            from_python<pd::ZoneRules>(zone, {nullptr, "zone", -1})));
      },
      py::arg("order"), py::kw_only(), py::arg("zone"),
      "The local day an order is for: of its promise, else its earliest window, else its release; None: any day.");
}

}  // namespace paidan_python
