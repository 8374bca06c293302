#include <paidan/constraints/eligibility.hpp>
#include <paidan/constraints/pair_cost.hpp>

#include <doctest/doctest.h>

#include "support/random_problem.hpp"
#include "support/soak.hpp"

#include <algorithm>

using namespace paidan;

namespace {

constexpr std::int64_t origin = 1'720'396'800;  // 2024-07-08T00:00:00Z

ProblemData one_pair() {
  ProblemData data;
  data.origin = {origin};
  data.locations = {{.id = "home", .name = "", .point = {}}, {.id = "flat", .name = "", .point = {}}};
  travel::MatrixData matrix{.size = 2, .seconds = {0, 600, 600, 0}, .metres = {0, 5'000, 5'000, 0}};
  data.profiles.push_back({.id = "car", .matrix = matrix, .straight_line = {}});
  Technician wang;
  wang.id = "wang";
  wang.name = "王师傅";
  wang.home = "home";
  wang.shifts.push_back({.id = "day",
                         .start = {origin + 8 * 3'600},
                         .end = {origin + 17 * 3'600},
                         .overtime_cap = {},
                         .start_location = {},
                         .end_location = {},
                         .open_end = false,
                         .breaks = {}});
  data.technicians.push_back(wang);
  Technician li = wang;
  li.id = "li";
  li.name = "李师傅";
  data.technicians.push_back(li);
  Order order;
  order.id = "2081";
  order.location = "flat";
  data.orders.push_back(order);
  return data;
}

std::vector<Reason> reasons_for(const ProblemData& data) {
  const Problem problem(data);
  const std::vector<Reason> list = constraints::reasons(problem, OrderIndex(0U), ShiftIndex(0U));
  FamilySet set = 0;
  for (const Reason& reason : list) set = static_cast<FamilySet>(set | bit(reason.family));
  CHECK(set == constraints::violated(problem, OrderIndex(0U), ShiftIndex(0U)));
  return list;
}

std::string value(const Reason& reason, std::string_view name) {
  for (const Parameter& parameter : reason.parameters) {
    if (parameter.name == name) return parameter.value;
  }
  return "?";
}

}  // namespace

TEST_CASE("a pair without demands has no reasons") { CHECK(reasons_for(one_pair()).empty()); }

TEST_CASE("a missing skill is told with its name and the level needed") {
  ProblemData data = one_pair();
  data.orders[0].skills = {{"燃气", 2}};
  const auto list = reasons_for(data);
  REQUIRE(list.size() == 1);
  CHECK(list[0].family == Family::skill);
  CHECK(list[0].detail == "skill_missing");
  CHECK(value(list[0], "technician") == "王师傅");
  CHECK(value(list[0], "skill") == "燃气");
  CHECK(value(list[0], "needed") == "2");
}

TEST_CASE("a level too low, an expired certificate and one not valid yet are told apart") {
  ProblemData data = one_pair();
  data.orders[0].skills = {{"gas", 2}};
  auto& held = data.technicians[0].skills;
  held = {{"gas", 1, {}, {}}};
  CHECK(reasons_for(data).at(0).detail == "skill_level");
  CHECK(value(reasons_for(data).at(0), "held") == "1");

  held = {{"gas", 3, {}, Date::parse("2024-07-07")}};
  CHECK(reasons_for(data).at(0).detail == "certificate_expired");
  CHECK(value(reasons_for(data).at(0), "date") == "2024-07-07");
  CHECK(value(reasons_for(data).at(0), "day") == "2024-07-08");

  held = {{"gas", 3, Date::parse("2024-07-09"), {}}};
  CHECK(reasons_for(data).at(0).detail == "certificate_not_yet_valid");
  CHECK(value(reasons_for(data).at(0), "date") == "2024-07-09");

  // The last valid day counts; a second grant helps.
  held = {{"gas", 3, {}, Date::parse("2024-07-08")}};
  CHECK(reasons_for(data).empty());
  held = {{"gas", 1, {}, {}}, {"gas", 2, Date::parse("2024-07-08"), {}}};
  CHECK(reasons_for(data).empty());
  // A valid lower level beside an expired higher one: the certificate is what could be renewed.
  held = {{"gas", 1, {}, {}}, {"gas", 2, {}, Date::parse("2024-07-01")}};
  CHECK(reasons_for(data).at(0).detail == "certificate_expired");
  CHECK(value(reasons_for(data).at(0), "held") == "1");
}

TEST_CASE("every pair family has its own detail") {
  ProblemData data = one_pair();
  Order& order = data.orders[0];
  order.allowed = {"li"};
  order.groups = {"north"};
  order.languages = {"en"};
  order.tools = {"ladder", "meter"};
  order.parts = {{"valve", 2}};
  order.pin = Pin{.technician = "li", .start = {}, .position = {}, .cost_of_change = {}};
  data.technicians[0].tools = {"meter"};
  data.technicians[0].parts = {{"valve", 1}};
  data.technicians[0].languages = {"zh"};
  data.technicians[1] = data.technicians[0];
  data.technicians[1].id = "li";
  data.technicians[1].name = "李师傅";
  data.technicians[1].group = "north";
  data.technicians[1].languages = {"en"};
  data.technicians[1].tools = {"ladder", "meter"};
  data.technicians[1].parts = {{"valve", 2}};
  const auto list = reasons_for(data);
  std::vector<std::string> details;
  for (const Reason& reason : list) details.push_back(reason.detail);
  CHECK(details ==
        std::vector<std::string>{"not_allowed", "group", "language", "tool_missing", "part_short", "pin_technician"});
  CHECK(value(list[0], "allowed") == "李师傅");
  CHECK(value(list[3], "tool") == "ladder");
  CHECK(value(list[4], "part") == "valve");
  CHECK(value(list[4], "needed") == "2");
  CHECK(value(list[4], "held") == "1");
  CHECK(value(list[5], "pinned") == "李师傅");
  const Problem problem(data);
  CHECK(constraints::violated(problem, OrderIndex(0U), ShiftIndex(1U)) == 0);
}

TEST_CASE("a blocked technician is not allowed") {
  ProblemData data = one_pair();
  data.orders[0].blocked = {"wang"};
  CHECK(reasons_for(data).at(0).detail == "blocked");
}

namespace {

/// Some depot lends what tools the van lacks, and keeps enough of every part that it keeps any of, the van of the
/// others.
bool some_depot_helps(const Problem& problem, std::size_t o, std::size_t t) {
  const Order& order = problem.data().orders[o];
  const Technician& technician = problem.data().technicians[t];
  const auto in = [](const auto& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  const auto count = [](const std::vector<PartCount>& parts, const std::string& name) {
    std::int64_t pieces = 0;
    for (const PartCount& one : parts) pieces += one.part == name ? one.quantity : 0;
    return pieces;
  };
  return std::any_of(problem.data().depots.begin(), problem.data().depots.end(), [&](const SupplyDepot& depot) {
    return std::all_of(order.tools.begin(), order.tools.end(),
                       [&](const std::string& tool) { return in(technician.tools, tool) || in(depot.tools, tool); }) &&
           std::all_of(order.parts.begin(), order.parts.end(), [&](const PartCount& need) {
             const std::int64_t kept = count(depot.parts, need.part);
             return (kept > 0 ? kept : count(technician.parts, need.part)) >= need.quantity;
           });
  });
}

}  // namespace

TEST_CASE("eligible shifts are those without a violation, or with one that a call at a depot makes up for") {
  int helped = 0;
  for (int seed = 0; seed < paidan_test::cases(30); ++seed) {
    CAPTURE(seed);
    const Problem problem = paidan_test::random_problem(static_cast<std::uint64_t>(seed), {.orders = 8, .days = 2});
    const Lists<ShiftIndex> lists = constraints::eligible_shifts(problem);
    REQUIRE(lists.size() == problem.order_count());
    for (std::size_t o = 0; o < problem.order_count(); ++o) {
      for (std::size_t s = 0; s < problem.shift_count(); ++s) {
        const bool listed = std::count(lists[o].begin(), lists[o].end(), ShiftIndex(s)) == 1;
        const FamilySet violated = constraints::violated(problem, OrderIndex(o), ShiftIndex(s));
        const FamilyBits beyond = violated & ~(bit(Family::tools) | bit(Family::parts));
        const std::size_t t = problem.dense().shifts.technician[s].at();
        const bool helps = violated != 0 && beyond == 0 && some_depot_helps(problem, o, t);
        helped += helps ? 1 : 0;
        CHECK(listed == (violated == 0 || helps));
        FamilySet told = 0;
        for (const Reason& reason : constraints::reasons(problem, OrderIndex(o), ShiftIndex(s))) {
          told = static_cast<FamilySet>(told | bit(reason.family));
        }
        CHECK(told == violated);
      }
    }
  }
  CHECK(helped > 10);
}

TEST_CASE("pair costs are the objective's weights") {
  ProblemData data = one_pair();
  Order& order = data.orders[0];
  order.skills = {{"gas", 1}, {"electric", 2}};
  order.preferred = {"li"};
  order.previous_technician = "li";
  order.pin = Pin{.technician = "li", .start = {}, .position = {}, .cost_of_change = 777};
  data.technicians[0].skills = {{"gas", 4, {}, Date::parse("2024-07-01")}, {"gas", 3, {}, {}}, {"electric", 2, {}, {}}};
  data.objective.per_overskill_level = 10;
  data.objective.not_preferred = 100;
  data.objective.not_same_technician = 1'000;
  const Problem problem(data);
  const Cost cost = constraints::pair_cost(problem, OrderIndex(0U), ShiftIndex(0U));
  CHECK(cost.over_skill == 20);
  CHECK(cost.preference == 100);
  CHECK(cost.same_technician == 1'000);
  CHECK(cost.change == 777);
  CHECK(cost.total() == 1'897);
}
