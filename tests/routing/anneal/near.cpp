#include "random_ground.hpp"

#include <paidan/routing/detail/anneal/near.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace anneal_test;

namespace {

/// Can `b` be served right behind `a` on some route? Tried route by route.
bool can_follow(const anneal::GroundRows& rows, Index a, Index b) {
  const auto leg = [&](Index from, Index to) {
    return from == anneal::none || to == anneal::none ? 0 : rows.legs[from * rows.places + to];
  };
  const anneal::VisitRow& first = rows.visits[a];
  const anneal::VisitRow& second = rows.visits[b];
  return std::any_of(rows.routes.begin(), rows.routes.end(), [&](const anneal::RouteRow& route) {
    std::int32_t time = std::max(route.earliest + leg(route.start, first.place), first.earliest);
    if (time > first.latest) return false;
    time = std::max(time + first.service + leg(first.place, second.place), second.earliest);
    return time <= second.latest && time + second.service + leg(second.place, route.end) <= route.latest;
  });
}

}  // namespace

TEST_CASE("Who may stand before or behind a visit is never denied") {
  SplitMix64 random(9);
  std::size_t pairs = 0;
  std::size_t left_out = 0;
  for (int i = 0; i < 300; ++i) {
    const anneal::GroundRows rows = random_rows(random, 7, 3);
    const anneal::Ground ground(rows);
    const anneal::Near near(ground);
    for (Index c = 0; c < ground.visit_count(); ++c) {
      std::set<Index> before;
      std::set<Index> behind;
      for (const anneal::Neighbour& one : near.beside(c)) {
        if (one.may_precede()) before.insert(one.visit());
        if (one.may_follow()) behind.insert(one.visit());
        CHECK(one.leg == std::min(ground.leg(c, one.visit()), ground.leg(one.visit(), c)));
        CHECK((one.may_precede() || one.may_follow()));
      }
      for (Index u = 0; u < ground.visit_count(); ++u) {
        if (u == c) continue;
        ++pairs;
        if (can_follow(rows, u, c)) CHECK(before.count(u) == 1);
        if (can_follow(rows, c, u)) CHECK(behind.count(u) == 1);
        left_out += before.count(u) + behind.count(u) == 0 ? 1 : 0;
      }
    }
  }
  CHECK(left_out > pairs / 50);  // else the lists would not say anything
}

TEST_CASE("The nearest come first, by way there and back") {
  SplitMix64 random(10);
  for (int i = 0; i < 100; ++i) {
    const anneal::Ground ground(random_rows(random, 30, 3));
    const anneal::Near near(ground);
    for (Index c = 0; c < ground.visit_count(); ++c) {
      const auto around = near.around(c);
      REQUIRE(around.size() == ground.visit_count() - 1);
      std::set<Index> all(around.begin(), around.end());
      CHECK(all.size() == around.size());
      CHECK(all.count(c) == 0);
      const auto way = [&](Index u) { return ground.leg(c, u) + ground.leg(u, c); };
      CHECK(std::is_sorted(around.begin(), around.end(), [&](Index a, Index b) { return way(a) < way(b); }));
    }
  }
}

TEST_CASE("Waiting makes a neighbour farther, and lists end at their bound") {
  anneal::GroundRows rows;
  rows.places = 1;
  rows.legs = {0};
  for (std::int32_t i = 0; i < 200; ++i)
    rows.visits.push_back({.place = 0, .earliest = 10 * i, .latest = 10 * i, .service = 0, .load = 0});
  rows.routes = {{.start = 0, .end = 0, .earliest = 0, .latest = 10'000, .capacity = 0}};
  const anneal::Ground ground(rows);
  const anneal::Near near(ground);
  const auto beside = near.beside(0);
  REQUIRE(beside.size() == anneal::Near::beside_count);
  for (Index i = 0; i < beside.size(); ++i) {
    CHECK(beside[i].visit() == i + 1);
    CHECK(!beside[i].may_precede());
  }
}
