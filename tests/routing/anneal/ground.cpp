#include "random_ground.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace anneal_test;

namespace {

anneal::GroundRows two_places() {
  anneal::GroundRows rows;
  rows.places = 2;
  rows.legs = {0, 7, 7, 0};
  rows.visits = {{.place = 1, .earliest = 10, .latest = 20, .service = 5, .load = 1}};
  rows.routes = {{.start = 0, .end = 0, .earliest = 0, .latest = 100, .capacity = 3}};
  return rows;
}

std::string refusal(const anneal::GroundRows& rows) {
  try {
    const anneal::Ground ground(rows);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("Rows out of range are refused by table, row and field") {
  const auto spoilt = [](auto spoil) {
    anneal::GroundRows rows = two_places();
    spoil(rows);
    return refusal(rows);
  };
  CHECK(refusal(two_places()).empty());
  CHECK(spoilt([](auto& r) { r.legs.pop_back(); }) == "legs: not places × places");
  CHECK(spoilt([](auto& r) { r.legs[1] = -1; }) == "legs row 1: leg out of range");
  CHECK(spoilt([](auto& r) { r.visits[0].place = 2; }) == "visits row 0: place out of range");
  CHECK(spoilt([](auto& r) { r.visits[0].earliest = -1; }) == "visits row 0: earliest out of range");
  CHECK(spoilt([](auto& r) { r.visits[0].latest = 9; }) == "visits row 0: latest out of range");
  CHECK(spoilt([](auto& r) { r.visits[0].latest = anneal::limit; }) == "visits row 0: latest out of range");
  CHECK(spoilt([](auto& r) { r.visits[0].service = -1; }) == "visits row 0: service out of range");
  CHECK(spoilt([](auto& r) { r.visits[0].load = -1; }) == "visits row 0: load out of range");
  CHECK(spoilt([](auto& r) { r.visits[0].weight = 0; }) == "visits row 0: weight out of range");
  CHECK(spoilt([](auto& r) { r.routes[0].start = 2; }) == "routes row 0: start out of range");
  CHECK(spoilt([](auto& r) { r.routes[0].end = 2; }) == "routes row 0: end out of range");
  CHECK(spoilt([](auto& r) { r.routes[0].earliest = -1; }) == "routes row 0: earliest out of range");
  CHECK(spoilt([](auto& r) { r.routes[0].latest = -1; }) == "routes row 0: latest out of range");
  CHECK(spoilt([](auto& r) { r.routes[0].capacity = -1; }) == "routes row 0: capacity out of range");
}

TEST_CASE("Legs of stops are the rows' legs of their places, both ways") {
  SplitMix64 random(8);
  int one_way = 0;
  int wide = 0;
  for (int i = 0; i < 300; ++i) {
    anneal::GroundRows rows = random_rows(random, 7, 4);
    if (i % 2 == 1) rows.legs[1] = rows.legs[rows.places] = 70'000;
    const anneal::Ground ground(rows);
    one_way += ground.symmetric() ? 0 : 1;
    wide += ground.narrow() ? 0 : 1;
    const auto place = [&](Index node) {
      if (ground.is_visit(node)) return rows.visits[node].place;
      const anneal::RouteRow& route = rows.routes[(node - ground.visit_count()) / 2];
      return (node - ground.visit_count()) % 2 == 0 ? route.start : route.end;
    };
    for (Index a = 0; a < ground.node_count(); ++a) {
      for (Index b = 0; b < ground.node_count(); ++b) {
        const bool open = place(a) == anneal::none || place(b) == anneal::none;
        const std::int32_t leg = open ? 0 : rows.legs[place(a) * rows.places + place(b)];
        CHECK(ground.leg(ground.stop(a), ground.stop(b)) == leg);
        const bool narrow = ground.narrow();
        if (leg > 65'535) REQUIRE(!narrow);
        const Index from = ground.stop(a);
        const Index to = ground.stop(b);
        CHECK((narrow ? ground.from<std::uint16_t>(from)[to] : ground.from<std::int32_t>(from)[to]) == leg);
        CHECK((narrow ? ground.to<std::uint16_t>(to)[from] : ground.to<std::int32_t>(to)[from]) == leg);
      }
    }
  }
  CHECK(one_way > 30);
  CHECK(wide > 30);
  CHECK(wide < 270);
}

TEST_CASE("Routes are of one kind only when nothing differs") {
  anneal::GroundRows rows = two_places();
  rows.routes.resize(7, rows.routes.front());
  rows.routes[1].start = 1;
  rows.routes[2].end = anneal::none;
  rows.routes[3].earliest = 1;
  rows.routes[4].latest = 99;
  rows.routes[5].capacity = 4;
  const anneal::Ground ground(rows);
  CHECK(ground.kind_count() == 6);
  CHECK(ground.kind(6) == ground.kind(0));
  CHECK(ground.kind(5) != ground.kind(0));
}

TEST_CASE("Bounds of a visit hold over all routes") {
  anneal::GroundRows rows = two_places();
  rows.routes.push_back({.start = 1, .end = anneal::none, .earliest = 12, .latest = 50, .capacity = 3});
  const anneal::Ground ground(rows);
  CHECK(ground.first_start(0) == 10);
  CHECK(ground.last_leave(0) == 93);
  CHECK(ground.alone(0) == 0);
}
