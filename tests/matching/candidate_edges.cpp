#include <paidan/matching/candidates.hpp>

#include <doctest/doctest.h>

using namespace paidan;

namespace {

/// Wang at home, an order next door; a straight-line profile unless a matrix is given.
ProblemData next_door() {
  ProblemData data;
  data.origin = {1'720'396'800};
  data.locations = {{.id = "home", .name = "", .point = GeoPoint{312'000'000, 1'214'000'000}},
                    {.id = "flat", .name = "", .point = GeoPoint{312'000'000, 1'214'500'000}}};
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

std::size_t pairs_of(const ProblemData& data, std::int32_t most = 5) {
  return matching::candidates(Problem(data), {.max_candidates = most}).pairs();
}

}  // namespace

TEST_CASE("nobody on shift, no orders, the same place and no way") {
  ProblemData data = next_door();
  CHECK(pairs_of(data) == 1);
  data.technicians[0].shifts.clear();
  CHECK(pairs_of(data) == 0);
  CHECK(matching::candidates(Problem(data), {.max_candidates = 3}).complete());
  data = next_door();
  data.orders.clear();
  const matching::Candidates none = matching::candidates(Problem(data));
  CHECK(none.orders() == 0);
  CHECK(none.row_begin == std::vector<std::uint64_t>{0});
  CHECK(matching::costs(none.features, none.weights).empty());
  data = next_door();
  data.profiles = {{.id = "car", .matrix = {}, .straight_line = {.stop_seconds = 300}}};
  data.orders[0].location = "home";
  const matching::Candidates home = matching::candidates(Problem(data));
  REQUIRE(home.pairs() == 1);
  CHECK(home.start_s[0] == 8 * 3'600);  // no way, no stop
  data.locations[1].point = data.locations[0].point;
  data.orders[0].location = "flat";
  CHECK(matching::candidates(Problem(data)).start_s[0] == 8 * 3'600 + 300);  // another place at the same spot
  data.profiles[0].matrix = travel::MatrixData{.size = 2, .seconds = {0, -1, 60, 0}, .metres = {}};
  data.locations[0].point.reset();
  CHECK(pairs_of(data) == 0);
  data.profiles[0].matrix->seconds = {0, 60, -1, 0};
  CHECK(pairs_of(data) == 0);
  data.technicians[0].shifts[0].open_end = true;
  CHECK(pairs_of(data) == 1);
}

TEST_CASE("certificates and suspensions count to the second and to the day") {
  ProblemData data = next_door();
  data.orders[0].skills = {{"gas", 2}};
  CHECK(pairs_of(data) == 0);
  data.technicians[0].skills = {{"gas", 1, {}, {}}, {"gas", 2, Date::parse("2024-07-08"), Date::parse("2024-07-08")}};
  CHECK(pairs_of(data) == 1);
  data.technicians[0].skills[1].valid_from = Date::parse("2024-07-09");
  data.technicians[0].skills[1].valid_until.reset();
  CHECK(pairs_of(data) == 0);
  data = next_door();
  data.orders[0].windows.push_back({data.origin + hours(9), data.origin + hours(9) + Duration{1}, true});
  data.technicians[0].suspensions.push_back({data.origin + hours(10), data.origin + hours(11), "training"});
  CHECK(pairs_of(data) == 1);  // done at ten sharp
  data.technicians[0].suspensions[0].start.seconds -= 1;
  CHECK(pairs_of(data) == 0);
  data.technicians[0].suspensions[0] = {data.origin + hours(7), data.origin + hours(9), "training"};
  CHECK(pairs_of(data) == 1);
  data.technicians[0].suspensions[0].end.seconds += 1;
  CHECK(pairs_of(data) == 0);
}

TEST_CASE("a cost of change beyond 32 bits is exact") {
  ProblemData data = next_door();
  data.orders[0].pin =
      Pin{.technician = {}, .start = data.origin + hours(12), .position = {}, .cost_of_change = 999'999'999'999};
  const matching::Candidates found = matching::candidates(Problem(data));
  REQUIRE(found.pairs() == 1);
  CHECK(matching::breakdown(found.features, found.weights, 0)[static_cast<std::size_t>(matching::Term::change)] ==
        999'999'999'999);
}

TEST_CASE("bad options are errors that name what is wrong") {
  const Problem problem(next_door());
  const std::vector<ShiftIndex> unknown{ShiftIndex(9U)};
  CHECK_THROWS_WITH_AS(static_cast<void>(matching::candidates(problem, {.max_candidates = -1, .shifts = unknown})),
                       "max_candidates: max_candidates must be between 0 and 2147483647, got -1\n"
                       "shifts[0]: shifts[0] must be between 0 and 0, got 9",
                       InvalidInput);
  matching::Weights weights = matching::weights_of(problem.data().objective);
  weights.travel = -1;
  weights.fairness = {1};
  CHECK_THROWS_WITH_AS(static_cast<void>(matching::candidates(problem, {.weights = weights})),
                       "weights.travel: weights.travel must be between 0 and 1000000000000, got -1\n"
                       "weights.fairness: weights.fairness needs 0 weights, one for each piece, got 1",
                       InvalidInput);
  const std::vector<std::int32_t> rising{400, 450};
  CHECK_THROWS_WITH_AS(static_cast<void>(matching::candidates(problem, {.tier_floors = rising})),
                       "tier_floors[1]: tier_floors[1] must be between 1 and 399, got 450", InvalidInput);
  const matching::Candidates found = matching::candidates(problem, {.max_candidates = 1});
  const std::vector<std::int64_t> one{0};
  const std::vector<std::int64_t> two{0, std::int64_t{1} << 62};
  CHECK_THROWS_WITH_AS(
      static_cast<void>(matching::price_out(problem, found, found.weights, two, one, -1)),
      "row_dual.size: row_dual.size must be between 1 and 1, got 2\n"
      "row_dual[1]: row_dual[1] must be between -2305843009213693952 and 2305843009213693952, got 4611686018427387904\n"
      "most_per_order: most_per_order must be between 0 and 2147483647, got -1",
      InvalidInput);
  matching::Candidates changed = found;
  const std::vector<matching::OmittedPair> there{{OrderIndex(0U), ShiftIndex(0U), 0, 0}};
  CHECK_THROWS_WITH_AS(matching::add_pairs(problem, changed, there),
                       "pairs[0]: order 1 and shift day of wang are no feasible pair that was left out", InvalidInput);
  CHECK(changed == found);
  // Tiers that would overflow together, and candidates of another problem.
  const std::vector<std::int32_t> floors{450, 400, 350};
  const matching::Candidates tiered = matching::candidates(problem, {.tier_floors = floors});
  weights = tiered.weights;
  weights.tier = std::int64_t{1} << 61;
  CHECK_THROWS_WITH_AS(static_cast<void>(matching::price_out(problem, tiered, weights, one, one)),
                       "weights: weights is too large: ≥ 2^62", InvalidInput);
  const Problem more = problem.with([](ProblemData& data) {
    data.orders.push_back(data.orders[0]);
    data.orders[1].id = "2";
  });
  CHECK_THROWS_WITH_AS(matching::add_pairs(more, changed, {}),
                       "candidates.orders: candidates.orders must be between 2 and 2, got 1", InvalidInput);
}
