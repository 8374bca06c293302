#include <paidan/routing/detail/stopping.hpp>

#include <doctest/doctest.h>

using namespace paidan;
using routing::Stall;
using routing::anneal::whole_work;

TEST_CASE("a stall is counted from the middle of the work on") {
  Stall stall(10);
  stall.see(100, whole_work / 4, false);
  stall.see(200, whole_work / 2 - 1, false);
  CHECK(!stall.stalled());
  stall.see(209, whole_work / 2, false);
  CHECK(!stall.stalled());
  stall.see(210, whole_work / 2, false);
  CHECK(stall.stalled());
}

TEST_CASE("a better plan, found or given, begins the count again") {
  Stall stall(10);
  stall.see(5, whole_work, true);
  stall.see(14, whole_work, false);
  CHECK(!stall.stalled());
  stall.see(15, whole_work, false);
  CHECK(stall.stalled());
  stall.wake(15);
  CHECK(!stall.stalled());
  stall.see(24, whole_work, false);
  CHECK(!stall.stalled());
  stall.see(25, whole_work, false);
  CHECK(stall.stalled());
}

TEST_CASE("without a limit nothing stalls") {
  Stall stall(0);
  stall.see(1'000'000, whole_work, false);
  CHECK(!stall.stalled());
}
