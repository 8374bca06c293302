#include <paidan/constraints/detail/pace.hpp>

#include <doctest/doctest.h>

#include <paidan/core/random.hpp>
#include <paidan/model/problem.hpp>

#include "support/soak.hpp"

using namespace paidan;

namespace {

std::vector<Interval> random_intervals(SplitMix64& random, int count) {
  std::vector<Interval> list;
  std::int32_t t = static_cast<std::int32_t>(random.below(10));
  for (int i = 0; i < count; ++i) {
    const auto low = t + static_cast<std::int32_t>(random.below(8));
    const auto high = low + static_cast<std::int32_t>(random.below(8));
    list.push_back({low, high});
    t = high + 2;
  }
  return list;
}

bool allowed(const std::vector<Interval>& starts, const std::vector<Interval>& away, std::int64_t t,
             std::int64_t duration) {
  bool inside = false;
  for (const Interval& i : starts) inside = inside || (i.low <= t && t <= i.high);
  for (const Interval& i : away) inside = inside && !(t <= i.high && t + duration > i.low);
  return inside;
}

}  // namespace

TEST_CASE("earliest and latest starts agree with looking at every second") {
  SplitMix64 random(7);
  for (int round = 0; round < paidan_test::cases(3'000); ++round) {
    CAPTURE(round);
    const auto starts = random_intervals(random, 1 + static_cast<int>(random.below(3)));
    const auto away = random_intervals(random, static_cast<int>(random.below(3)));
    const auto closed = random_intervals(random, static_cast<int>(random.below(3)));
    const constraints::Shut shut{away, closed};
    const std::int64_t duration = random.below(6);
    const std::int64_t from = random.below(50);
    std::int64_t first = constraints::never;
    for (std::int64_t t = 80; t >= from; --t) {
      if (allowed(starts, away, t, duration) && allowed(starts, closed, t, duration)) first = t;
    }
    CHECK(constraints::earliest_start(starts, shut, duration, from) == first);
    if (first == constraints::never) continue;
    const std::int64_t limit = first + random.below(30);
    std::int64_t last = first;
    for (std::int64_t t = first; t <= limit; ++t) {
      if (allowed(starts, away, t, duration) && allowed(starts, closed, t, duration)) last = t;
    }
    CHECK(constraints::latest_start(starts, shut, duration, limit, first) == last);
  }
}

TEST_CASE("durations are scaled up to whole seconds and never overflow") {
  CHECK(constraints::at_percent(100, 100) == 100);
  CHECK(constraints::at_percent(100, 150) == 67);
  CHECK(constraints::at_percent(100, 33) == 304);
  CHECK(constraints::at_percent(0, 7) == 0);
  CHECK(constraints::at_percent(1 << 28, 1) == INT32_MAX);
  CHECK_FALSE(constraints::at_speed({travel::unreachable_s, 0}, 100).reachable());
}

TEST_CASE("the entry into a compound comes on top of a way, at any speed, and makes no way where there is none") {
  ProblemData data;
  data.origin = {1'720'396'800};
  for (const char* id : {"out", "in", "yard"}) data.locations.push_back({.id = id});
  data.locations[1].compound = data.locations[2].compound = "garden";
  data.compounds = {{.id = "garden", .entry = {300}}};
  data.profiles = {{.id = "car", .matrix = travel::MatrixData{3, {0, 600, -1, 600, 0, 60, 600, 60, 0}, {}}}};
  data.technicians = {{.id = "usual"}, {.id = "slow", .speed_percent = 50}};
  const Problem problem(data);
  const auto seconds = [&](std::size_t technician, std::size_t from, std::size_t to) {
    return constraints::hop(problem.dense(), TechnicianIndex(technician), LocationIndex(from), LocationIndex(to))
        .seconds;
  };
  CHECK(seconds(0, 0, 1) == 900);
  CHECK(seconds(1, 0, 1) == 1'500);
  CHECK(seconds(0, 1, 0) == 600);
  CHECK(seconds(0, 1, 2) == 60);
  CHECK(seconds(1, 1, 2) == 120);
  CHECK(seconds(0, 1, 1) == 0);
  CHECK(seconds(0, 0, 2) == -1);
  CHECK(constraints::entered({INT32_MAX - 5, 7}, 6) == constraints::Hop{INT32_MAX, 7});
}
