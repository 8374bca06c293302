// Small problems and plans by hand. Times are seconds from the origin.
#pragma once

#include <paidan/check/actual.hpp>
#include <paidan/check/violation_kinds.hpp>
#include <paidan/model/problem.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

namespace check_test {

using namespace paidan;

inline constexpr Instant origin{1'720'396'800};  // 2024-07-08T00:00:00Z
inline Instant at(std::int64_t seconds) { return {origin.seconds + seconds}; }

/// Places on a line, `seconds` apart, and as many tens of metres.
inline TravelProfile line_profile(std::vector<std::int64_t> places) {
  travel::MatrixData matrix;
  matrix.size = places.size();
  for (const std::int64_t from : places) {
    for (const std::int64_t to : places) {
      matrix.seconds.push_back(std::abs(from - to));
      matrix.metres.push_back(10 * std::abs(from - to));
    }
  }
  return {.id = "line", .matrix = matrix, .straight_line = {}};
}

inline Shift shift(std::string id, std::int64_t start, std::int64_t end) {
  Shift s;
  s.id = std::move(id);
  s.start = at(start);
  s.end = at(end);
  return s;
}
inline Order order(std::string id, std::string location, std::int64_t service) {
  Order o;
  o.id = std::move(id);
  o.location = std::move(location);
  o.service = {service};
  return o;
}
inline Window window(std::int64_t start, std::int64_t end, bool hard = true) { return {at(start), at(end), hard}; }

/// Home at 0, A at 100, B at 300, B2 = the same point as B but another location, on a line. One technician, shift
/// [1000, 5000).
inline ProblemData small_data() {
  ProblemData d;
  d.origin = origin;
  for (const char* id : {"home", "A", "B", "B2"}) d.locations.push_back({.id = id, .name = {}, .point = {}});
  d.profiles.push_back(line_profile({0, 100, 300, 300}));
  Technician t;
  t.id = "wang";
  t.home = "home";
  t.shifts.push_back(shift("mon", 1000, 5000));
  d.technicians.push_back(t);
  d.orders.push_back(order("a", "A", 500));
  d.orders.push_back(order("b", "B", 600));
  return d;
}

inline Stop visit(std::size_t o, std::int32_t departure, std::int32_t arrival, std::int32_t start, std::int32_t end) {
  return {StopKind::visit, OrderIndex(o), {}, {departure}, {arrival}, {start}, {end}};
}
inline Stop rest(std::size_t b, std::int32_t departure, std::int32_t start, std::int32_t end) {
  return {StopKind::rest, {}, BreakIndex(b), {departure}, {departure}, {start}, {end}};
}
inline Stop call(std::size_t depot, std::int32_t departure, std::int32_t arrival, std::int32_t start,
                 std::int32_t end) {
  return {StopKind::depot, {}, {}, {departure}, {arrival}, {start}, {end}, DepotIndex(depot)};
}
inline Route route(std::size_t shift, std::int32_t start, std::vector<Stop> stops, std::int32_t end) {
  return {ShiftIndex(shift), {start}, {end}, std::move(stops)};
}

/// With the right hash and, by the checker's own account, the right cost: for tests of something else.
inline Plan plan_of(const Problem& problem, std::vector<Route> routes, std::vector<OrderIndex> unassigned = {}) {
  Plan plan{{problem.hash()}, std::move(routes), std::move(unassigned), {}};
  plan.cost = check::evaluate(problem, plan).cost;
  return plan;
}

/// The valid plan of small_data(): A at 1100, B at 1800, home at 2700.
inline std::vector<Route> small_routes() {
  return {route(0, 1000, {visit(0, 1000, 1100, 1100, 1600), visit(1, 1600, 1800, 1800, 2400)}, 2700)};
}

inline std::vector<std::string> codes(const check::Report& report) {
  std::vector<std::string> list;
  for (const check::Violation& v : report.violations) {
    list.push_back(v.code);
    if (check::find_violation_kind(v.code) == nullptr) list.push_back("not in the table of kinds");
  }
  return list;
}
using Codes = std::vector<std::string>;

inline Codes judge(const ProblemData& data, std::vector<Route> routes, std::vector<OrderIndex> unassigned = {}) {
  const Problem problem(data);
  return codes(check::evaluate(problem, plan_of(problem, std::move(routes), std::move(unassigned))));
}

/// small_data() changed, with its plan unchanged.
inline Codes judge_changed(const std::function<void(ProblemData&)>& change) {
  ProblemData data = small_data();
  change(data);
  return judge(data, small_routes());
}

}  // namespace check_test
