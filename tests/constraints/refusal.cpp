#include <paidan/constraints/refusal.hpp>

#include <doctest/doctest.h>

#include <paidan/check/evaluate.hpp>
#include <paidan/constraints/eligibility.hpp>
#include <paidan/constraints/reason_kinds.hpp>

#include "support/random_problem.hpp"
#include "support/scored_pairs.hpp"
#include "support/soak.hpp"

#include <set>

using namespace paidan;

namespace {

constexpr std::int64_t origin = 1'720'396'800;  // 2024-07-08T00:00:00Z

/// Wang works 8:00–17:00 ten minutes away; the visit takes an hour.
ProblemData one_pair() {
  ProblemData data;
  data.origin = {origin};
  data.locations = {{.id = "home", .name = "", .point = {}}, {.id = "flat", .name = "", .point = {}}};
  travel::MatrixData matrix{.size = 2, .seconds = {0, 600, 900, 0}, .metres = {0, 5'000, 6'000, 0}};
  data.profiles.push_back({.id = "car", .matrix = matrix, .straight_line = {}});
  Technician wang;
  wang.id = "wang";
  wang.home = "home";
  Shift day;
  day.id = "day";
  day.start = data.origin + hours(8);
  day.end = data.origin + hours(17);
  wang.shifts.push_back(day);
  data.technicians.push_back(wang);
  Order order;
  order.id = "1";
  order.location = "flat";
  data.orders.push_back(order);
  return data;
}

constraints::Refusal refusal(const ProblemData& data) {
  const Problem problem(data);
  return constraints::why_refused(problem, OrderIndex(0U), ShiftIndex(0U));
}

std::string value(const Reason& reason, std::string_view name) {
  for (const Parameter& parameter : reason.parameters) {
    if (parameter.name == name) return parameter.value;
  }
  return "?";
}

void expect(const ProblemData& data, FamilySet families, const std::vector<std::string>& details) {
  const constraints::Refusal found = refusal(data);
  CHECK(found.families == families);
  std::vector<std::string> told;
  for (const Reason& reason : found.reasons) told.push_back(reason.detail);
  CHECK(told == details);
  CHECK(paidan_test::scored_pairs(Problem(data)).size() == (families == 0 ? 1 : 0));
}

}  // namespace

TEST_CASE("a feasible pair has no reasons") { expect(one_pair(), 0, {}); }

TEST_CASE("a start pinned with another technician and a soft window's beginning are no windows missed") {
  ProblemData pinned = one_pair();
  Technician li = pinned.technicians[0];
  li.id = "li";
  pinned.technicians.push_back(li);
  pinned.orders[0].pin = Pin{.technician = "li", .start = pinned.origin + hours(6)};
  pinned.technicians[1].shifts[0].start = pinned.origin + hours(5);
  CHECK(refusal(pinned).families == bit(Family::pin));
  ProblemData soft = one_pair();
  soft.orders[0].windows = {{soft.origin + hours(20), soft.origin + hours(21), false}};
  CHECK(refusal(soft).families == bit(Family::shift));
  CHECK(refusal(soft).reasons.at(0).detail == "shift_end");
  ProblemData promised = one_pair();
  promised.orders[0].promise = Promise{.at = soft.origin + hours(20), .before = minutes(30), .after = minutes(30)};
  CHECK(refusal(promised).families == bit(Family::shift));
}

TEST_CASE("a shift ends one second too early") {
  ProblemData data = one_pair();
  data.technicians[0].shifts[0].end = data.origin + hours(8) + Duration{600 + 3'600 + 900};
  expect(data, 0, {});
  data.technicians[0].shifts[0].end.seconds -= 1;
  expect(data, bit(Family::shift), {"shift_end"});
  CHECK(value(refusal(data).reasons[0], "amount_s") == "1");
  CHECK(value(refusal(data).reasons[0], "technician") == "wang");
  data.technicians[0].shifts[0].overtime_cap = Duration{1};
  expect(data, 0, {});
}

TEST_CASE("an hour before the shift can only be kept by leaving earlier") {
  ProblemData data = one_pair();
  data.orders[0].windows.push_back({data.origin + hours(7), data.origin + hours(8), true});
  // Relaxing the window or the shift helps; the window has the lower code.
  expect(data, bit(Family::window), {"window_late"});
  const constraints::Refusal late = refusal(data);
  CHECK(value(late.reasons[0], "start_s") == std::to_string(8 * 3'600 + 600));
  CHECK(value(late.reasons[0], "allowed_s") == std::to_string(8 * 3'600 - 1));
  CHECK(value(late.reasons[0], "amount_s") == "601");
}

TEST_CASE("a window after the shift is too late for it") {
  ProblemData data = one_pair();
  data.orders[0].windows.push_back({data.origin + hours(20), data.origin + hours(22), true});
  expect(data, bit(Family::window), {"window_early"});
  const Reason early = refusal(data).reasons[0];
  CHECK(value(early, "start_s") == std::to_string(17 * 3'600 - 900 - 3'600));
  CHECK(value(early, "allowed_s") == std::to_string(20 * 3'600));
}

TEST_CASE("a suspension that covers the window is the reason") {
  ProblemData data = one_pair();
  data.orders[0].windows.push_back({data.origin + hours(9), data.origin + hours(10), true});
  data.technicians[0].suspensions.push_back({data.origin + hours(10), data.origin + hours(12), "training"});
  // Service of an hour from 9:00 ends as the suspension starts.
  expect(data, 0, {});
  data.technicians[0].suspensions[0].start.seconds -= 1;
  expect(data, bit(Family::suspended), {"suspended"});
  const Reason reason = refusal(data).reasons[0];
  CHECK(value(reason, "reason") == "training");
  CHECK(value(reason, "from_s") == std::to_string(10 * 3'600 - 1));
  CHECK(value(reason, "until_s") == std::to_string(12 * 3'600));
  CHECK(value(reason, "start_s") == std::to_string(9 * 3'600));
}

TEST_CASE("work of a kind: closed hours and limits are told with their numbers") {
  ProblemData data = one_pair();
  data.orders[0].tags = {"outdoor"};
  data.orders[0].windows.push_back({data.origin + hours(9), data.origin + hours(10), true});
  data.closures = {{"outdoor", data.origin + hours(10), data.origin + hours(12), "37 °C"}};
  // Service of an hour from 9:00 ends as the closure begins.
  expect(data, 0, {});
  data.closures[0].start.seconds -= 1;
  data.closures[0].end = data.origin + hours(24);
  expect(data, bit(Family::window), {"tag_closed"});
  Reason reason = refusal(data).reasons[0];
  CHECK(value(reason, "tag") == "outdoor");
  CHECK(value(reason, "reason") == "37 °C");
  CHECK(value(reason, "from_s") == std::to_string(10 * 3'600 - 1));
  CHECK(value(reason, "until_s") == std::to_string(24 * 3'600));
  data.closures.clear();
  data.limits = {{.tag = "outdoor", .max_jobs = 0, .max_work = Duration{3'599}}};
  expect(data, bit(Family::jobs), {"tag_jobs", "tag_work"});
  reason = refusal(data).reasons[1];
  CHECK(value(reason, "limit_s") == "3599");
  CHECK(value(reason, "amount_s") == "1");
  data.limits = {{.tag = "outdoor", .max_jobs = 1, .max_work = Duration{3'600}}};
  expect(data, 0, {});
  data.limits = {{.tag = "height", .max_jobs = 0}};
  expect(data, 0, {});
}

TEST_CASE("ways and limits each stand for themselves") {
  ProblemData data = one_pair();
  data.technicians[0].max_jobs = 0;
  data.technicians[0].max_travel = Duration{1'499};
  data.technicians[0].max_distance_metres = 10'999;
  expect(data, static_cast<FamilySet>(bit(Family::jobs) | bit(Family::travel_time) | bit(Family::distance)),
         {"max_jobs", "max_travel", "max_distance"});
  CHECK(value(refusal(data).reasons[1], "amount_s") == "1");
  CHECK(value(refusal(data).reasons[2], "amount_m") == "1");
  data.technicians[0].max_jobs = 1;
  data.technicians[0].max_travel = Duration{1'500};
  data.technicians[0].max_distance_metres = 11'000;
  expect(data, 0, {});
  data.technicians[0].max_leg = Duration{899};
  expect(data, bit(Family::travel_time), {"max_leg"});
  CHECK(value(refusal(data).reasons[0], "amount_s") == "1");
  data.technicians[0].max_leg = Duration{900};
  expect(data, 0, {});
  data.profiles[0].matrix->seconds = {0, -1, -1, 0};
  expect(data, bit(Family::reach), {"unreachable", "unreachable"});
  data.technicians[0].shifts[0].open_end = true;
  expect(data, bit(Family::reach), {"unreachable"});
  CHECK(value(refusal(data).reasons[0], "from") == "home");
  CHECK(value(refusal(data).reasons[0], "to") == "flat");
}

TEST_CASE("nobody leaves before the order is known, so that a window may close before anybody can be there") {
  ProblemData data = one_pair();
  data.orders[0].release = Instant{origin} + hours(9) + minutes(5);
  data.orders[0].windows = {{.start = Instant{origin} + hours(9), .end = Instant{origin} + hours(9) + minutes(15)}};
  expect(data, bit(Family::window), {"not_known_yet"});
  const Reason reason = refusal(data).reasons[0];
  CHECK(value(reason, "start_s") == std::to_string(9 * 3'600 + 15 * 60 - 1));
  CHECK(value(reason, "release_s") == std::to_string(9 * 3'600 + 5 * 60));
  CHECK(value(reason, "amount_s") == "1");
  data.orders[0].windows[0].end.seconds += 1;
  CHECK(refusal(data).families == 0);
}

TEST_CASE("a release too late for the shift is what binds, by how much one would have to leave before it") {
  ProblemData data = one_pair();
  data.orders[0].release = data.origin + hours(16) + minutes(50);
  expect(data, bit(Family::window), {"not_known_yet"});
  const Reason reason = refusal(data).reasons[0];
  CHECK(value(reason, "start_s") == std::to_string(17 * 3'600 - 900 - 3'600));  // back as the shift ends
  CHECK(value(reason, "release_s") == std::to_string(16 * 3'600 + 50 * 60));
  CHECK(value(reason, "amount_s") == std::to_string(75 * 60));
  // With a window after the shift, knowing the order sooner would not help.
  data.orders[0].windows.push_back({data.origin + hours(20), data.origin + hours(22), true});
  expect(data, bit(Family::window), {"window_early"});
}

TEST_CASE("indices out of range are errors") {
  const Problem problem(one_pair());
  CHECK_THROWS_WITH_AS(static_cast<void>(constraints::why_refused(problem, OrderIndex(1U), ShiftIndex(7U))),
                       "order: order must be between 0 and 0, got 1\nshift: shift must be between 0 and 0, got 7",
                       InvalidInput);
  CHECK_THROWS_AS(static_cast<void>(constraints::way_there(problem, OrderIndex(1U), ShiftIndex(0U))), InvalidInput);
  CHECK(constraints::way_there(problem, OrderIndex(0U), ShiftIndex(0U)).seconds > 0);
}

TEST_CASE("a pair is a candidate exactly when nothing is violated, and the violated families are the checker's") {
  std::size_t refused = 0;
  std::set<FamilySet> seen;
  for (int seed = 0; seed < paidan_test::cases(80); ++seed) {
    CAPTURE(seed);
    const paidan_test::RandomProblem shape{
        .orders = 12, .technicians = 6, .released = seed % 3 == 0, .rigid = seed % 4 == 0};
    const Problem problem =
        paidan_test::random_problem(static_cast<std::uint64_t>(seed), shape).with([](ProblemData& data) {
          for (Technician& technician : data.technicians) technician.shifts[0].breaks.clear();
          data.depots.clear();  // a refusal goes by the van alone
        });
    std::set<std::pair<OrderIndex, ShiftIndex>> feasible;
    for (const paidan_test::ScoredPair& c : paidan_test::scored_pairs(problem)) feasible.emplace(c.order, c.shift);
    Plan nothing;
    nothing.problem = {problem.hash()};
    for (std::size_t o = 0; o < problem.order_count(); ++o) {
      for (std::size_t s = 0; s < problem.shift_count(); ++s) {
        CAPTURE(o);
        CAPTURE(s);
        const OrderIndex order(o);
        const ShiftIndex shift(s);
        const constraints::Refusal found = constraints::why_refused(problem, order, shift);
        CHECK(found.order == order);
        CHECK(found.shift == shift);
        // Every technician of these problems has one shift.
        // A pair alone knows nothing of the others that a linked order has to be served with.
        if (problem.dense().orders.links[o].empty())
          CHECK(found.families ==
                check::minimal_reasons(problem, nothing, order, problem.dense().shifts.technician[s]));
        CHECK((found.families == 0) == feasible.contains({order, shift}));
        CHECK((found.families == 0) == found.reasons.empty());
        FamilySet told = 0;
        for (const Reason& reason : found.reasons) {
          told = static_cast<FamilySet>(told | bit(reason.family));
          REQUIRE(constraints::find_reason_kind(reason.detail) != nullptr);
          CHECK(constraints::find_reason_kind(reason.detail)->family == reason.family);
        }
        CHECK(told == found.families);
        refused += found.families != 0 ? 1 : 0;
        seen.insert(found.families);
      }
    }
  }
  CHECK(refused > 1'000);
  CHECK(seen.size() > 30);
}
