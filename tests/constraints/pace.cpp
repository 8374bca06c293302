#include <paidan/constraints/detail/pace.hpp>

#include <doctest/doctest.h>

#include <paidan/core/random.hpp>

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
