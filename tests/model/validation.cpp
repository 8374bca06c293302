#include <doctest/doctest.h>

#include <algorithm>
#include <paidan/core/random.hpp>
#include <paidan/model/errors.hpp>

#include <optional>
#include <utility>

#include "sample.hpp"
#include "support/soak.hpp"

using namespace paidan;
using paidan_test::at;
using paidan_test::sample;

namespace {

std::vector<std::string> codes(const std::vector<Error>& errors) {
  std::vector<std::string> all;
  for (const Error& error : errors) all.push_back(error.path + " " + std::string(error.code()));
  return all;
}

}  // namespace

TEST_CASE("the sample is valid") { CHECK(codes(Problem::validate(sample())).empty()); }

TEST_CASE("ten errors are all reported at once, in input order, with their rows") {
  ProblemData data = sample();
  SourceRows rows;
  rows.locations = {2, 3, 4};
  rows.technicians = {2, 3};
  rows.orders = {2, 3, 5};
  data.objective.per_metre = -1;
  data.orders[2].id = "1001";
  data.orders[2].priority = 99;
  data.orders[0].windows = {{.start = at(10), .end = at(9)}};
  data.orders[0].location = "nort";
  data.technicians[1].rating = -1;
  data.technicians[1].shifts[0].end = at(7);
  data.technicians[0].home = "depo";
  data.locations[1].point.reset();
  data.locations[2].id = "";
  data.orders[1].location = "north";
  const std::vector<Error> errors = Problem::validate(data, rows);
  const std::vector<std::string> expected = {"locations[2].id missing",
                                             "locations[1] missing_coordinates",
                                             "technicians[0].home unknown_id",
                                             "technicians[1].shifts[0] ends_before_it_starts",
                                             "technicians[1].rating out_of_range",
                                             "orders[0].location unknown_id",
                                             "orders[0].windows[0] ends_before_it_starts",
                                             "orders[2].id duplicate_id",
                                             "orders[2].priority out_of_range",
                                             "objective.per_metre negative"};
  CHECK(codes(errors) == expected);
  std::vector<std::int64_t> at_rows;
  for (const Error& error : errors) at_rows.push_back(error.row);
  CHECK(at_rows == std::vector<std::int64_t>{4, 3, 2, 3, 3, 2, 2, 5, 5, 0});
  CHECK(errors[7].message(Language::zh) == "orders[2].id,第5行:工单“1001”重复(首次出现在orders[0])");
  try {
    const Problem problem(data, rows);
    FAIL("accepted");
  } catch (const InvalidInput& error) {
    CHECK(codes(error.errors()) == expected);
    const std::string what = error.what();
    CHECK(std::count(what.begin(), what.end(), '\n') == 9);
  }
}

TEST_CASE("at most a hundred errors are kept") {
  ProblemData data = sample();
  data.orders.assign(300, paidan_test::order("same", "nowhere"));
  const std::vector<Error> errors = Problem::validate(data);
  CHECK(errors.size() == 100);
  CHECK(errors[0].path == "orders[0].location");
}

TEST_CASE("more technicians than the limit are counted, not looked at") {
  ProblemData data = sample();
  data.technicians.assign(Problem::max_technicians + 1, Technician());
  const std::vector<Error> errors = Problem::validate(data);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].message(Language::en) == "technicians: 100001 technicians are more than the limit of 100000");
  CHECK(errors[0].message(Language::zh) == "technicians:师傅共100001个,超过上限100000个");
}

TEST_CASE("shifts of one technician may touch but not overlap, overtime included, in whatever order they come") {
  ProblemData data = sample();
  std::vector<Shift>& shifts = data.technicians[0].shifts;
  shifts = {{.id = "b", .start = at(12), .end = at(15)},
            {.id = "a", .start = at(8), .end = at(11), .overtime_cap = hours(1)},
            {.id = "c", .start = at(15), .end = at(16)}};
  CHECK(Problem::validate(data).empty());
  shifts[1].overtime_cap = {3'601};
  CHECK(codes(Problem::validate(data)) == std::vector<std::string>{"technicians[0].shifts[0] overlapping_shifts"});
  shifts[1].end = at(20);
  shifts[1].overtime_cap = {};
  CHECK(codes(Problem::validate(data)) == std::vector<std::string>{"technicians[0].shifts[0] overlapping_shifts",
                                                                   "technicians[0].shifts[2] overlapping_shifts"});
}

TEST_CASE("a hard pin needs a certificate that is valid on some shift; a soft pin or another grant does not") {
  ProblemData data = sample();
  data.technicians[0].skills[0].valid_until = Date::from_ymd(2024, 7, 7);
  Order& order = data.orders[0];
  order.pin = Pin{.technician = "wang", .start = {}, .position = {}, .cost_of_change = {}};
  CHECK(codes(Problem::validate(data)) == std::vector<std::string>{"orders[0].pin.technician expired_certificate"});
  order.pin->cost_of_change = 1;
  CHECK(Problem::validate(data).empty());
  order.pin->cost_of_change.reset();
  data.technicians[0].skills.push_back({.skill = "gas", .level = 1, .valid_from = {}, .valid_until = {}});
  CHECK(Problem::validate(data).empty());
  order.skills[0].level = 2;
  CHECK(codes(Problem::validate(data)) == std::vector<std::string>{"orders[0].pin.technician expired_certificate"});
  order.skills[0].level = 3;  // never held: a reason for the order to stay unassigned, not a wrong input
  CHECK(Problem::validate(data).empty());
}

TEST_CASE("the limits of numbers themselves are accepted") {
  ProblemData data = sample();
  Order& order = data.orders[0];
  order.service = {1'000'000};
  order.setup = {0};
  order.priority = 9;
  order.unserved_cost = 0;
  order.skills[0].level = 9;
  order.parts = {{.part = "valve", .quantity = 1'000}};
  order.deadline = Instant{data.origin.seconds + time_limit_s};
  order.release = Instant{data.origin.seconds - time_limit_s};
  Technician& wang = data.technicians[0];
  wang.speed_percent = 1'000;
  wang.efficiency_percent = 1;
  wang.rating = 500;
  wang.max_jobs = 0;
  wang.max_travel = Duration{0};
  wang.max_distance_metres = 0;
  wang.fixed_cost = 1'000'000'000'000;
  wang.parts = {{.part = "valve", .quantity = 1'000'000}};
  CHECK(codes(Problem::validate(data)).empty());
}

TEST_CASE("the worst cost is proved: what is accepted can be summed, and the limit is near") {
  // One technician, one shift of 9 + 1 hours, two orders due at the shift's start, everything else free of cost.
  ProblemData data = sample();
  data.technicians.resize(1);
  data.orders.resize(2);
  for (Order& order : data.orders) order.deadline = at(8);
  data.objective = Objective{.goals = GoalOrder::one_weighted,
                             .per_travel_second = 0,
                             .per_metre = 0,
                             .per_waiting_second = 0,
                             .per_lateness_second = 0,
                             .per_overtime_second = 0,
                             .per_overskill_level = 0,
                             .unserved = 0,
                             .not_preferred = 0,
                             .not_same_technician = 0,
                             .per_rating_point = 0};
  const long double limit = 4611686018427387904.0L;  // 2^62
  const auto largest_accepted = [&](auto&& set) {
    std::int64_t low = 0;
    std::int64_t high = 1'000'000'000'000;
    while (low < high) {
      const std::int64_t middle = high - (high - low) / 2;
      set(middle);
      if (Problem::validate(data).empty()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    set(0);
    return low;
  };
  const std::int64_t lateness = largest_accepted([&](std::int64_t w) { data.objective.per_lateness_second = w; });
  CHECK(static_cast<long double>(lateness) * 2 * 10 * 3'600 < limit);              // the latest a valid plan can be
  CHECK(static_cast<long double>(lateness) * 2 * (10 + 31 * 24) * 3'600 < limit);  // and an actual visit a month later
  CHECK(static_cast<long double>(lateness + 1) * 2 * (10 + 32 * 24) * 3'600 > limit);
  // Of one visit, the latest: due 200'000'000 s before the others, so that the weight's own limit is not met first.
  const std::optional<Instant> deadline = std::exchange(data.orders[0].deadline, Instant{at(8).seconds - 200'000'000});
  const std::int64_t worst = largest_accepted([&](std::int64_t w) { data.objective.per_worst_lateness_second = w; });
  CHECK(static_cast<long double>(worst) * (200'000'000 + (10 + 31 * 24) * 3'600) < limit);
  CHECK(static_cast<long double>(worst + 1) * (200'000'000 + (10 + 32 * 24) * 3'600) > limit);
  data.orders[0].deadline = deadline;
  const std::int64_t overtime = largest_accepted([&](std::int64_t w) { data.objective.per_overtime_second = w; });
  CHECK(static_cast<long double>(overtime) * 3'600 < limit);
  data.objective.fairness = {{.over = {}, .per_second = 0}, {.over = hours(1), .per_second = 0}};
  data.technicians[0].load_carried = hours(1'000);
  const std::int64_t fairness = largest_accepted([&](std::int64_t w) {
    data.objective.fairness[0].per_second = w;
    data.objective.fairness[1].per_second = w;
  });
  CHECK(static_cast<long double>(fairness) * 2 * 1'010 * 3'600 < limit);
  CHECK(static_cast<long double>(fairness + 1) * 2 * (1'010 + 32 * 24) * 3'600 > limit);
  // Terms that are each fine alone are summed.
  data.objective.fairness[0].per_second = fairness;
  data.objective.fairness[1].per_second = fairness;
  CHECK(Problem::validate(data).empty());
  data.objective.per_lateness_second = lateness;
  const std::vector<Error> errors = Problem::validate(data);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code() == "cost_overflow");
}

TEST_CASE("in order, each goal of the worst plan is proved to be below 2^53, whatever the host's weights") {
  ProblemData data = sample();
  data.technicians.resize(1);
  data.orders.resize(2);
  data.orders[0].promise = Promise{.at = at(10)};
  const std::int64_t limit = std::int64_t{1} << 53;
  const auto largest_accepted = [&](auto&& set) {
    std::int64_t low = 0;
    std::int64_t high = 1'000'000'000'000;
    while (low < high) {
      const std::int64_t middle = high - (high - low) / 2;
      ProblemData changed = data;
      set(changed, middle);
      (Problem::validate(changed).empty() ? low : high) = Problem::validate(changed).empty() ? middle : middle - 1;
    }
    return low;
  };
  // The agreed one weighs 1,000 times the other; both alike in cost, or one by its own.
  data.objective.agreed_weight = 1'000;
  data.orders[0].priority = 9;
  data.orders[1].priority = 9;
  const std::int64_t unserved = largest_accepted([](ProblemData& d, std::int64_t w) { d.objective.unserved = w; });
  CHECK(unserved * 10 * 1'001 < limit);
  CHECK((unserved + 1) * 10 * 1'001 >= limit);
  data.orders[0].unserved_cost = 0;
  const std::int64_t own = largest_accepted([](ProblemData& d, std::int64_t w) { d.orders[0].unserved_cost = 10 * w; });
  CHECK(own * 10 * 1'000 + 10 * Objective{}.unserved < limit);
  CHECK((own + 1) * 10 * 1'000 + 10 * Objective{}.unserved >= limit);
  // What is late has a goal of its own, and its cost no limit but that of all costs.
  data.orders[0].deadline = at(8);
  CHECK(largest_accepted([](ProblemData& d, std::int64_t w) { d.objective.per_lateness_second = w; }) >
        limit / 100'000);
  // An hour of overtime at the most, yet the whole span may be meant: 10 hours.
  const std::int64_t overtime =
      largest_accepted([](ProblemData& d, std::int64_t w) { d.objective.per_overtime_second = w; });
  CHECK(overtime * 3'600 < limit);
  CHECK((overtime + 1) * 11 * 3'600 > limit);
  // The worst lateness is not part of that goal: it runs, from 8 o'clock to the last hour there may be.
  const std::int64_t worst =
      largest_accepted([](ProblemData& d, std::int64_t w) { d.objective.per_worst_lateness_second = w; });
  CHECK(worst * 10 * 3'600 < limit);
  CHECK((worst + 1) * 11 * 3'600 > limit);
  data.objective.goals = GoalOrder::one_weighted;
  CHECK(largest_accepted([](ProblemData& d, std::int64_t w) { d.objective.per_overtime_second = w; }) > overtime);
}

TEST_CASE("defaults leave room for a million orders on a hundred thousand shifts") {
  ProblemData data = sample();
  data.orders.assign(2'000, data.orders[0]);
  for (std::size_t i = 0; i < data.orders.size(); ++i) {
    data.orders[i].id = std::to_string(i);
    data.orders[i].priority = 9;
    data.orders[i].deadline = at(8);
  }
  for (Technician& technician : data.technicians) technician.rating = 500;
  data.objective.unserved *= 500;  // as heavy as 500 times as many orders
  data.objective.per_lateness_second *= 500;
  data.objective.per_waiting_second *= 500;
  data.objective.per_travel_second *= 500;
  data.objective.per_overtime_second *= 50'000;
  CHECK(codes(Problem::validate(data)).empty());
}

TEST_CASE("whatever numbers come in, validation answers and what it accepts can be built") {
  const std::uint64_t seed = 99;
  CAPTURE(seed);
  SplitMix64 random(seed);
  const auto wild = [&]() -> std::int64_t {
    constexpr std::int64_t edges[] = {INT64_MIN, INT64_MIN + 1, -1, 0, 1, INT32_MAX, INT64_MAX - 1, INT64_MAX};
    switch (random.below(4)) {
      case 0:
        return edges[random.below(8)];
      case 1:
        return at(8).seconds + random.between(-200'000, 200'000);
      case 2:
        return static_cast<std::int64_t>(random.next());
      default:
        return random.between(0, 40'000);
    }
  };
  const auto narrow = [&] { return static_cast<std::int32_t>(static_cast<std::uint32_t>(wild())); };
  int accepted = 0;
  for (int i = 0; i < paidan_test::cases(3'000); ++i) {
    CAPTURE(i);
    ProblemData data = sample();
    Order& order = data.orders[random.below(3)];
    Technician& technician = data.technicians[random.below(2)];
    Shift& shift = technician.shifts[0];
    const std::int64_t changes = random.between(1, 3);
    for (std::int64_t c = 0; c < changes; ++c) {
      switch (random.below(20)) {
        case 0:
          order.windows.push_back({{wild()}, {wild()}, random.below(2) == 0});
          break;
        case 1:
          order.promise = Promise{{wild()}, {wild()}, {wild()}, random.below(2) == 0};
          break;
        case 2:
          order.release = Instant{wild()};
          break;
        case 3:
          order.deadline = Instant{wild()};
          break;
        case 4:
          order.service = {wild()};
          break;
        case 5:
          order.setup = {wild()};
          break;
        case 6:
          order.unserved_cost = wild();
          break;
        case 7:
          order.pin = Pin{"li", Instant{wild()}, {}, {}};
          break;
        case 8:
          shift.start = {wild()};
          break;
        case 9:
          shift.end = {wild()};
          break;
        case 10:
          shift.overtime_cap = {wild()};
          break;
        case 11:
          shift.breaks.push_back({"", {wild()}, {wild()}, {wild()}, false});
          break;
        case 12:
          technician.suspensions.push_back({{wild()}, {wild()}, ""});
          break;
        case 13:
          technician.speed_percent = narrow();
          break;
        case 14:
          technician.efficiency_percent = narrow();
          break;
        case 15:
          technician.load_carried = {wild()};
          break;
        case 16:
          technician.skills[0].valid_until = Date{narrow()};
          break;
        case 17:
          data.objective.per_lateness_second = wild();
          break;
        case 18:
          data.locations[1].point = GeoPoint{narrow(), narrow()};
          break;
        default:
          data.origin = {wild()};
          break;
      }
    }
    if (Problem::validate(data).empty()) {
      const Problem problem(data);
      ++accepted;
      for (std::size_t o = 0; o < problem.order_count(); ++o) REQUIRE_FALSE(problem.dense().orders.starts[o].empty());
      for (std::size_t s = 0; s < problem.shift_count(); ++s) {
        const ShiftColumns& shifts = problem.dense().shifts;
        REQUIRE(shifts.start_s[s] < shifts.end_s[s]);
        REQUIRE(shifts.start_s[s] >= -time_limit_s);
        REQUIRE(shifts.end_s[s] + shifts.overtime_cap_s[s] <= time_limit_s);
      }
    }
  }
  CHECK(accepted > 0);
}
