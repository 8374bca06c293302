#include <paidan/intake/roads.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace paidan;

namespace {

GeoPoint point(double lat, double lon) { return *GeoPoint::from_degrees(lat, lon, Datum::wgs84); }

ProblemData at(const std::vector<GeoPoint>& places) {
  ProblemData data;
  for (std::size_t i = 0; i < places.size(); ++i) {
    data.locations.push_back({.id = "p" + std::to_string(i), .name = {}, .point = places[i]});
  }
  Technician technician;
  technician.id = "t";
  technician.home = "p0";
  data.technicians.push_back(technician);
  return data;
}

/// A triangle a, b, c both ways, and far from it the island d, e.
travel::RoadData network() {
  travel::RoadData roads;
  roads.nodes = {point(39.90, 116.40), point(39.91, 116.40), point(39.91, 116.41), point(39.90, 116.43),
                 point(39.91, 116.43)};
  const auto both = [&](std::uint32_t a, std::uint32_t b) {
    roads.edges.push_back({a, b, 10'000, 36'000});
    roads.edges.push_back({b, a, 10'000, 36'000});
  };
  both(0, 1);
  both(1, 2);
  both(2, 0);
  both(3, 4);
  return roads;
}

std::vector<std::string> said(const std::vector<GeoPoint>& places, const travel::RoadData& roads) {
  Errors notices;
  static_cast<void>(intake::road_matrix(Problem(at(places)), roads, &notices));
  std::vector<std::string> lines;
  for (const Error& notice : notices.told()) lines.push_back(std::string(notice.code()) + " " + notice.path);
  return lines;
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a place lies at the nearest crossing, but not at the end of an island beside the road") {
  // 43 m from an island, everything else is kilometres away.
  const std::vector<GeoPoint> cut_off{point(39.90, 116.40), point(39.90, 116.4295)};
  CHECK(intake::road_matrix(Problem(at(cut_off)), network()).seconds == std::vector<std::int64_t>{0, -1, -1, 0});
  CHECK(said(cut_off, network()) == Lines{"no_way locations[0]"});
  // 50 m from an island, 100 m from the road.
  travel::RoadData roads = network();
  roads.nodes[3] = point(39.90, 116.4018);
  const std::vector<GeoPoint> beside{point(39.91, 116.40), point(39.90, 116.4012)};
  const travel::MatrixData matrix = intake::road_matrix(Problem(at(beside)), roads);
  CHECK(matrix.seconds == std::vector<std::int64_t>{0, 100, 100, 0});
  CHECK(matrix.metres == std::vector<std::int64_t>{0, 1000, 1000, 0});
  CHECK(said(beside, roads).empty());
  // In the middle of the block.
  CHECK(said({point(39.91, 116.40), point(39.905, 116.40)}, network()) == Lines{"beside_roads locations[1].point"});
}

TEST_CASE("unreachable is told apart from far") {
  travel::RoadData roads = network();
  for (std::size_t i : {3U, 4U}) roads.nodes[i].lon_e7 += 5'000'000;  // half a degree away
  const std::vector<GeoPoint> places{point(39.90, 116.40), point(39.91, 116.41), point(39.90, 116.93)};
  CHECK(said(places, roads) == Lines{"no_way locations[2]"});
  const travel::MatrixData matrix = intake::road_matrix(Problem(at(places)), roads);
  CHECK(matrix.seconds[2] == -1);
  CHECK(matrix.seconds[6] == -1);
  CHECK_THROWS_AS(static_cast<void>(intake::road_matrix(Problem(at({point(38, 116)})), roads)), InvalidInput);
}

TEST_CASE("of a one-way street's end everybody who cannot come back is not blamed") {
  travel::RoadData roads = network();
  roads.nodes.push_back(point(39.97, 116.40));
  roads.edges.push_back({0, 5, 60'000, 36'000});
  const std::vector<GeoPoint> places{roads.nodes[0], roads.nodes[1], roads.nodes[5]};
  CHECK(said(places, roads) == Lines{"no_way locations[2]"});
}
