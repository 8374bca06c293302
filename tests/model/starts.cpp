#include <doctest/doctest.h>
#include <paidan/core/random.hpp>

#include "sample.hpp"
#include "support/soak.hpp"

using namespace paidan;
using paidan_test::at;
using paidan_test::sample;

namespace {

/// May service start in that second? Straight from the documentation of the fields.
bool may_start(const Order& order, Instant t) {
  bool hard = false;
  bool inside = false;
  for (const Window& window : order.windows) {
    if (window.hard) {
      hard = true;
      inside = inside || (window.start <= t && t < window.end);
    } else if (t < window.start) {
      return false;
    }
  }
  if (hard && !inside) return false;
  if (order.promise) {
    if (t.seconds < order.promise->at.seconds - order.promise->before.seconds) return false;
    if (order.promise->hard && t.seconds > order.promise->at.seconds + order.promise->after.seconds) return false;
  }
  if (order.release && t < *order.release) return false;
  return !(order.pin && order.pin->start && !order.pin->cost_of_change && t != *order.pin->start);
}

Order random_order(SplitMix64& random) {
  Order order = paidan_test::order("x");
  const auto time = [&] { return Instant{at(8).seconds + random.between(0, 60)}; };
  const std::int64_t windows = random.between(0, 4);
  bool soft = false;
  for (std::int64_t k = 0; k < windows; ++k) {
    const Instant start = time();
    Window window{.start = start, .end = start + Duration{random.between(1, 20)}};
    if (!soft && random.below(4) == 0) {
      window.hard = false;
      soft = true;
    }
    order.windows.push_back(window);
  }
  if (random.below(3) == 0) {
    order.promise = Promise{.at = time(),
                            .before = {random.between(0, 15)},
                            .after = {random.between(0, 15)},
                            .hard = random.below(2) == 0};
  }
  if (random.below(3) == 0) order.release = time();
  if (random.below(4) == 0) {
    order.pin = Pin{.technician = {}, .start = time(), .position = {}, .cost_of_change = {}};
    if (random.below(2) == 0) order.pin->cost_of_change = 5;
  }
  return order;
}

}  // namespace

TEST_CASE("possible starts are exactly the seconds that every field allows") {
  const std::uint64_t seed = 1;
  CAPTURE(seed);
  SplitMix64 random(seed);
  int empty = 0;
  int several = 0;
  for (int i = 0; i < paidan_test::cases(4'000); ++i) {
    CAPTURE(i);
    ProblemData data = sample();
    data.orders = {random_order(random)};
    const Order& order = data.orders[0];
    std::vector<std::int64_t> allowed;
    for (std::int64_t t = at(8).seconds - 20; t <= at(8).seconds + 120; ++t) {
      if (may_start(order, {t})) allowed.push_back(t);
    }
    const std::vector<Error> errors = Problem::validate(data);
    if (allowed.empty()) {
      ++empty;
      REQUIRE(errors.size() == 1);
      REQUIRE(errors[0].code() == "no_possible_start");
      continue;
    }
    REQUIRE(errors.empty());
    const Problem problem(data);
    const auto starts = problem.dense().orders.starts[0];
    REQUIRE_FALSE(starts.empty());
    several += starts.size() > 1 ? 1 : 0;
    std::vector<std::int64_t> found;
    for (std::size_t k = 0; k < starts.size(); ++k) {
      REQUIRE(starts[k].low <= starts[k].high);
      if (k > 0) REQUIRE(starts[k].low > starts[k - 1].high + 1);
      for (std::int64_t t = std::max<std::int64_t>(starts[k].low, 8 * 3'600 - 20);
           t <= std::min<std::int64_t>(starts[k].high, 8 * 3'600 + 120); ++t) {
        found.push_back(data.origin.seconds + t);
      }
    }
    REQUIRE(found == allowed);
  }
  CHECK(empty > 0);
  CHECK(several > 0);
}

TEST_CASE("lateness counts from the earliest of promise, soft window and deadline") {
  ProblemData data = sample();
  Order& order = data.orders[0];
  const auto due = [&] { return Problem(data).dense().orders.due_s[0]; };
  CHECK(due() == time_limit_s);
  order.deadline = at(15);
  CHECK(due() == 15 * 3'600);
  order.promise = Promise{.at = at(14), .after = minutes(20)};
  CHECK(due() == 14 * 3'600 + 1'200);
  order.windows = {{.start = at(9), .end = at(14), .hard = false}};
  CHECK(due() == 14 * 3'600);
  order.windows[0].hard = true;
  CHECK(due() == 14 * 3'600 + 1'200);
}

TEST_CASE("the constraints that exclude each other are named, the others are not") {
  ProblemData data = sample();
  Order& order = data.orders[0];
  const auto only = [&](paidan::Language language) {
    const std::vector<Error> errors = Problem::validate(data);
    REQUIRE(errors.size() == 1);
    return errors[0].message(language);
  };
  order.windows = {{.start = at(9), .end = at(10)}, {.start = at(13), .end = at(14)}};
  order.release = at(14);  // the window's end is not a start any more
  order.promise = Promise{.at = at(9), .hard = true};
  CHECK(only(Language::en) ==
        "orders[0]: service could never start: the windows and the release time exclude each other");
  order.promise->at = at(14);
  order.release = at(12);
  CHECK(Problem::validate(data).empty());  // 13:30 to 14:00
  order.pin = Pin{.technician = {}, .start = at(11), .position = {}, .cost_of_change = {}};
  CHECK(only(Language::zh) == "orders[0]:没有可行的开始时刻:时间窗与固定的开始时刻互相矛盾");
  order.pin.reset();
  order.windows[1].start = at(14, 20);
  order.windows[1].end = at(14, 40);
  order.windows[0].end = at(13, 45);
  order.release = at(13, 50);
  order.promise =
      Promise{.at = at(13, 40), .hard = true};  // window 1 ends before the release, window 2 starts too late
  CHECK(only(Language::en) ==
        "orders[0]: service could never start: the windows, the promise and the release time exclude each other");
  CHECK(only(Language::zh) == "orders[0]:没有可行的开始时刻:时间窗、承诺到达与最早可派时间互相矛盾");
}
