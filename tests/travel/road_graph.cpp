#include <paidan/travel/road_graph.hpp>
#include <paidan/travel/straight_line.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <paidan/core/random.hpp>
#include <sstream>
#include <string>

#include "support/soak.hpp"

using namespace paidan;
using travel::MatrixData;
using travel::RoadEdge;
using travel::RoadGraph;

namespace {

struct Network {
  std::vector<GeoPoint> nodes;
  std::vector<RoadEdge> edges;
};

Network random_network(SplitMix64& random) {
  Network network;
  const auto n = static_cast<std::uint32_t>(random.between(1, 18));
  for (std::uint32_t i = 0; i < n; ++i) {
    network.nodes.push_back({static_cast<std::int32_t>(random.between(310'000'000, 311'000'000)),
                             static_cast<std::int32_t>(random.between(1'214'000'000, 1'215'000'000))});
  }
  const std::int64_t m = random.between(0, 3 * n);
  for (std::int64_t e = 0; e < m; ++e) {
    // Few lengths and speeds, so that ways are often equally fast.
    network.edges.push_back({random.below(n), random.below(n), static_cast<std::int32_t>(1'000 * random.between(1, 3)),
                             static_cast<std::int32_t>(18'000 * random.between(1, 2))});
  }
  return network;
}

/// Floyd and Warshall over (milliseconds, decimetres), nothing of which is shared with the library.
MatrixData floyd(const Network& network) {
  const std::size_t n = network.nodes.size();
  const std::pair<std::int64_t, std::int64_t> none{INT64_MAX / 4, 0};
  std::vector<std::pair<std::int64_t, std::int64_t>> best(n * n, none);
  for (std::size_t i = 0; i < n; ++i) best[i * n + i] = {0, 0};
  for (const RoadEdge& edge : network.edges) {
    const auto ms = static_cast<std::int64_t>(std::llround(edge.decimetres * 360'000.0 / edge.metres_per_hour));
    best[edge.from * n + edge.to] = std::min(best[edge.from * n + edge.to], {ms, edge.decimetres});
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        const auto& a = best[i * n + k];
        const auto& b = best[k * n + j];
        if (a == none || b == none) continue;
        best[i * n + j] = std::min(best[i * n + j], {a.first + b.first, a.second + b.second});
      }
    }
  }
  MatrixData data{n, {}, {}};
  for (const auto& [ms, dm] : best) {
    data.seconds.push_back(ms == none.first ? -1 : (ms + 999) / 1'000);
    data.metres.push_back(ms == none.first ? -1 : (dm + 5) / 10);
  }
  return data;
}

std::string message(std::vector<GeoPoint> nodes, const std::vector<RoadEdge>& edges, paidan::Language language) {
  try {
    const RoadGraph graph(std::move(nodes), edges);
  } catch (const InvalidInput& error) {
    return error.message(language);
  }
  return {};
}

}  // namespace

TEST_CASE("fastest ways are those of Floyd and Warshall, ties by the shorter one") {
  const std::uint64_t seed = 42;
  CAPTURE(seed);
  SplitMix64 random(seed);
  for (int i = 0; i < paidan_test::cases(300); ++i) {
    CAPTURE(i);
    const Network network = random_network(random);
    const RoadGraph graph(network.nodes, network.edges);
    REQUIRE(graph.node_count() == network.nodes.size());
    bool apart = true;  // two nodes at one place would snap to the first
    for (std::uint32_t k = 0; k < network.nodes.size(); ++k) apart = apart && graph.nearest_node(network.nodes[k]) == k;
    if (!apart) continue;
    const MatrixData expected = floyd(network);
    REQUIRE(graph.matrix(network.nodes) == expected);
    CHECK(travel::Matrix::validate(expected).empty());
    // Components: sets of nodes that reach each other.
    std::size_t components = 0;
    for (std::size_t a = 0; a < expected.size; ++a) {
      bool first = true;
      for (std::size_t b = 0; b < a; ++b) {
        first =
            first && !(expected.seconds[a * expected.size + b] >= 0 && expected.seconds[b * expected.size + a] >= 0);
      }
      components += first ? 1 : 0;
    }
    REQUIRE(graph.component_count() == components);
  }
}

TEST_CASE("a point is snapped to the nearest node, ties by the lower one") {
  const std::vector<GeoPoint> nodes{{0, 0}, {0, 1'000'000}, {0, 1'000'000}, {900'000'000, 0}};
  const RoadGraph graph(nodes, {});
  CHECK(graph.nearest_node({0, 100}) == 0);
  CHECK(graph.nearest_node({0, 999'000}) == 1);
  CHECK(graph.nearest_node({800'000'000, 5}) == 3);
}

TEST_CASE("one-way streets and islands stay what they are") {
  const std::vector<GeoPoint> nodes{{0, 0}, {0, 100'000}, {0, 200'000}};
  const std::vector<RoadEdge> edges{{0, 1, 10'000, 36'000}};
  const RoadGraph graph(nodes, edges);
  const MatrixData data = graph.matrix(nodes);
  CHECK(data.seconds == std::vector<std::int64_t>{0, 100, -1, -1, 0, -1, -1, -1, 0});
  CHECK(data.metres == std::vector<std::int64_t>{0, 1000, -1, -1, 0, -1, -1, -1, 0});
  CHECK(graph.component_count() == 3);
  CHECK(graph.matrix({}) == MatrixData{});
}

TEST_CASE("a graph can be moved") {
  RoadGraph graph({{0, 0}, {0, 100'000}}, {});
  RoadGraph other = std::move(graph);
  CHECK(other.node_count() == 2);
  graph = std::move(other);
  CHECK(graph.node_count() == 2);
}

TEST_CASE("what a road graph refuses, in both languages") {
  CHECK(message({}, {}, Language::en) == "nodes: the road graph has no nodes");
  CHECK(message({}, {}, Language::zh) == "nodes:路网没有任何节点");
  CHECK(message({{0, 0}}, {{0, 1, 10, 36'000}}, Language::en) ==
        "edges[0].to: there is no node 1: the road graph has 1");
  CHECK(message({{0, 0}}, {{7, 0, 10, 36'000}}, Language::zh) == "edges[0].from:没有节点7:路网共有1个节点");
  CHECK(message({{0, 0}}, {{0, 0, 0, 36'000}}, Language::en) ==
        "edges[0].decimetres: decimetres must be between 1 and 10000000, got 0");
  CHECK(message({{0, 0}}, {{0, 0, 1, -5}}, Language::en) ==
        "edges[0].metres_per_hour: metres_per_hour must be between 100 and 1000000, got -5");
  CHECK(message({{0, 0}, {0, 0, Datum::bd09}}, {}, Language::en) ==
        "nodes[1]: coordinates of different datums cannot be mixed: nodes[0] is wgs84, this is bd09");
  const RoadGraph graph({{0, 0}}, {});
  const GeoPoint shifted{0, 0, Datum::gcj02};
  CHECK_THROWS_WITH_AS(static_cast<void>(graph.matrix({&shifted, 1})),
                       "points[0]: coordinates of different datums cannot be mixed: nodes[0] is wgs84, this is gcj02",
                       InvalidInput);
  CHECK_THROWS_AS(static_cast<void>(graph.nearest_node(shifted)), InvalidInput);
}

TEST_CASE("a real city's network gives plausible ways" * doctest::skip(std::getenv("PAIDAN_SHARED_DATA") == nullptr)) {
  // © OpenStreetMap contributors, ODbL 1.0.
  const std::string folder = std::string(std::getenv("PAIDAN_SHARED_DATA")) + "/roads/campo-grande-";
  std::ifstream nodes_file(folder + "nodes.csv");
  std::ifstream edges_file(folder + "edges.csv");
  REQUIRE(nodes_file.good());
  REQUIRE(edges_file.good());
  std::string line;
  char comma = 0;
  Network network;
  std::getline(nodes_file, line);
  while (std::getline(nodes_file, line)) {
    std::istringstream cells(line);
    std::uint64_t index = 0;
    std::uint64_t osm = 0;
    double lon = 0;
    double lat = 0;
    cells >> index >> comma >> osm >> comma >> lon >> comma >> lat;
    network.nodes.push_back(GeoPoint::from_degrees(lat, lon).value());
  }
  std::getline(edges_file, line);
  while (std::getline(edges_file, line)) {
    std::istringstream cells(line);
    RoadEdge edge;
    double metres = 0;
    cells >> edge.from >> comma >> edge.to >> comma >> metres;
    edge.decimetres = std::max(1, static_cast<std::int32_t>(std::lround(metres * 10)));
    edge.metres_per_hour = 30'000;
    network.edges.push_back(edge);
    std::swap(edge.from, edge.to);
    network.edges.push_back(edge);
  }
  const RoadGraph graph(network.nodes, network.edges);
  CHECK(graph.component_count() < graph.node_count() / 10);
  std::vector<GeoPoint> some;
  SplitMix64 random(1);
  for (int i = 0; i < 20; ++i)
    some.push_back(network.nodes[random.below(static_cast<std::uint32_t>(network.nodes.size()))]);
  const MatrixData data = graph.matrix(some);
  CHECK(travel::Matrix::validate(data).empty());
  const travel::StraightLine line_of_sight(some, {.detour_percent = 100, .speed_metres_per_hour = 30'000});
  for (std::size_t a = 0; a < some.size(); ++a) {
    for (std::size_t b = 0; b < some.size(); ++b) {
      const std::int64_t road = data.metres[a * some.size() + b];
      const std::int64_t direct = line_of_sight.leg(LocationIndex(a), LocationIndex(b)).metres;
      if (road >= 0) CHECK(road * 1'000 >= direct * 995);  // no road is shorter than the straight line
    }
  }
}
