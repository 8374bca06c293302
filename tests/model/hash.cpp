#include <doctest/doctest.h>
#include <paidan/core/hash.hpp>

#include <functional>
#include <set>

#include "sample.hpp"

using namespace paidan;
using paidan_test::at;
using paidan_test::sample;

TEST_CASE("the same content has the same hash, and defaults written out do not change it") {
  const std::uint64_t hash = Problem(sample()).hash();
  CHECK(Problem(sample()).hash() == hash);
  ProblemData data = sample();
  data.profiles = {{.id = "car", .matrix = {}, .straight_line = {}}};
  data.orders[0].name = "1001";
  data.technicians[1].profile = "car";
  CHECK(Problem(data).hash() == hash);
}

TEST_CASE("every change of content changes the hash") {
  using Change = std::function<void(ProblemData&)>;
  const std::vector<Change> changes = {
      [](ProblemData& d) { d.origin.seconds += 1; },
      [](ProblemData& d) { d.zone = ZoneRules(); },
      [](ProblemData& d) { d.zone = ZoneRules("Asia/Shanghai", "other", 8 * 3'600, {}); },
      [](ProblemData& d) {
        d.zone = ZoneRules("Asia/Shanghai", "test", 8 * 3'600, {{0, 8 * 3'600}});
      },
      [](ProblemData& d) { d.locations[0].name = "x"; },
      [](ProblemData& d) { d.compounds = {{.id = "x"}}; },
      [](ProblemData& d) { d.compounds = {{.id = "x", .entry = {1}}}; },
      [](ProblemData& d) {
        d.compounds = {{.id = "x"}};
        d.locations[0].compound = "x";
      },
      [](ProblemData& d) {
        d.compounds = {{.id = "x"}};
        d.locations[1].compound = "x";
      },
      [](ProblemData& d) { d.locations[0].point->lat_e7 += 1; },
      [](ProblemData& d) {
        for (Location& l : d.locations) l.point->datum = Datum::gcj02;
      },
      [](ProblemData& d) { d.profiles = {{.id = "car", .matrix = {}, .straight_line = {.stop_seconds = 1}}}; },
      [](ProblemData& d) {
        d.profiles = {
            {.id = "car", .matrix = travel::MatrixData{3, std::vector<std::int64_t>(9, 0), {}}, .straight_line = {}}};
      },
      [](ProblemData& d) {
        d.profiles = {
            {.id = "car", .matrix = travel::MatrixData{3, {0, 0, 0, 0, 0, 1, 0, 0, 0}, {}}, .straight_line = {}}};
      },
      [](ProblemData& d) {
        d.profiles = {
            {.id = "car", .matrix = travel::MatrixData{3, {0, 0, 0, 0, 0, 0, 1, 0, 0}, {}}, .straight_line = {}}};
      },
      [](ProblemData& d) { std::swap(d.technicians[0], d.technicians[1]); },
      [](ProblemData& d) { d.technicians[0].shifts[0].end.seconds += 1; },
      [](ProblemData& d) { d.technicians[0].shifts[0].open_end = true; },
      [](ProblemData& d) { d.technicians[0].skills[0].valid_until = Date{30'000}; },
      [](ProblemData& d) { d.technicians[0].skills[0].valid_from = Date{0}; },
      [](ProblemData& d) { d.technicians[0].rating = 1; },
      [](ProblemData& d) { d.technicians[0].max_jobs = 0; },
      [](ProblemData& d) {
        d.technicians[0].tools = {"ab", "c"};
      },
      [](ProblemData& d) {
        d.technicians[0].tools = {"a", "bc"};
      },
      [](ProblemData& d) { d.technicians[0].suspensions = {{.start = at(1), .end = at(2), .reason = ""}}; },
      [](ProblemData& d) { d.technicians[0].suspensions = {{.start = at(1), .end = at(2), .reason = "r"}}; },
      [](ProblemData& d) { d.orders[0].catalog = "x"; },
      [](ProblemData& d) { d.orders[0].priority = 1; },
      [](ProblemData& d) { d.orders[0].release = at(1); },
      [](ProblemData& d) { d.orders[0].deadline = at(1); },
      [](ProblemData& d) { d.orders[0].windows = {{.start = at(8), .end = at(9)}}; },
      [](ProblemData& d) { d.orders[0].windows = {{.start = at(8), .end = at(9), .hard = false}}; },
      [](ProblemData& d) { d.orders[0].promise = Promise{.at = at(8)}; },
      [](ProblemData& d) { d.orders[0].promise = Promise{.at = at(8), .hard = true}; },
      [](ProblemData& d) { d.orders[0].allowed = {"li"}; },
      [](ProblemData& d) { d.orders[0].preferred = {"li"}; },
      [](ProblemData& d) { d.orders[0].blocked = {"li"}; },
      [](ProblemData& d) { d.objective.per_metre += 1; },
      [](ProblemData& d) { d.objective.goals = GoalOrder::one_weighted; },
      [](ProblemData& d) { d.objective.agreed_weight = 1; },
      [](ProblemData& d) { d.objective.lateness_cap = hours(1); },
      [](ProblemData& d) { d.objective.per_worst_lateness_second = 1; },
      [](ProblemData& d) { d.objective.fairness = {{.over = hours(8), .per_second = 1}}; },
      [](ProblemData& d) {
        d.skills = {"electric", "gas"};
      },
  };
  std::set<std::uint64_t> hashes = {Problem(sample()).hash()};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    CAPTURE(i);
    ProblemData data = sample();
    changes[i](data);
    CHECK(hashes.insert(Problem(data).hash()).second);
  }
}

TEST_CASE("the hash of the sample is stable over compilers, flavours and releases of this layout") {
  CHECK(hex(Problem(sample()).hash()) == "2687c802d0a16b54");
}
