#pragma once

#include <paidan/travel/detail/plane.hpp>
#include <paidan/travel/errors.hpp>
#include <paidan/travel/fields.hpp>
#include <paidan/travel/road_graph.hpp>
#include <paidan/travel/straight_line.ipp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <compare>
#include <functional>
#include <limits>
#include <string>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace travel_detail {

/// Length of a way: time decides, then distance, so that ties between ways are the same everywhere.
struct Way {
  std::int64_t milliseconds = 0;
  std::int64_t decimetres = 0;
  friend constexpr auto operator<=>(const Way&, const Way&) = default;
};
struct AddWays {
  constexpr Way operator()(const Way& a, const Way& b) const {
    return {a.milliseconds + b.milliseconds, a.decimetres + b.decimetres};
  }
};
inline constexpr Way no_way{std::numeric_limits<std::int64_t>::max(), 0};

using RoadNetwork = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Way>;

/// Decimetres at metres an hour, in milliseconds, rounded half up.
constexpr std::int64_t milliseconds_of(std::int64_t decimetres, std::int64_t metres_per_hour) {
  return divide_rounded(decimetres * 360'000, metres_per_hour);
}

inline void check_roads(Errors& errors, std::span<const GeoPoint> nodes, std::span<const travel::RoadEdge> edges) {
  if (nodes.empty()) errors.add(travel::errors::no_nodes, "nodes");
  check_points(errors, nodes, "nodes");
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const travel::RoadEdge& edge = edges[i];
    const std::string path = "edges[" + std::to_string(i) + "].";
    for (const auto& [field, node] : {std::pair{"from", edge.from}, std::pair{"to", edge.to}}) {
      if (node < nodes.size()) continue;
      errors.add(travel::errors::unknown_node, path + field,
                 {{"value", std::to_string(node)}, {"size", std::to_string(nodes.size())}});
    }
    check_ranges(errors, edge, path);
  }
}

}  // namespace travel_detail

namespace travel {

struct RoadGraph::State {
  // The network is built in its place: a Boost graph does not move, it copies.
  State(std::vector<GeoPoint> at, std::span<const std::pair<std::size_t, std::size_t>> ends,
        std::span<const travel_detail::Way> ways)
      : nodes(std::move(at)),
        plane(travel_detail::plane_of(nodes)),
        places(travel_detail::project_all(nodes)),
        network(ends.begin(), ends.end(), ways.begin(), nodes.size()),
        component(nodes.size()) {
    const auto index = boost::get(boost::vertex_index, network);
    components = boost::strong_components(network, boost::make_iterator_property_map(component.begin(), index));
    std::vector<std::size_t> sizes(components);
    for (const std::size_t one : component) ++sizes[one];
    largest = static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  }

  std::vector<GeoPoint> nodes;
  travel_detail::Plane plane;
  std::vector<travel_detail::PlanePoint> places;
  travel_detail::RoadNetwork network;
  std::vector<std::size_t> component;  // of each node, connected both ways
  std::size_t components = 0;
  std::size_t largest = 0;
};

PAIDAN_INLINE RoadGraph::RoadGraph(std::vector<GeoPoint> nodes, std::span<const RoadEdge> edges) {
  Errors errors;
  travel_detail::check_roads(errors, nodes, edges);
  errors.throw_if_any();
  std::vector<std::pair<std::size_t, std::size_t>> ends;
  std::vector<travel_detail::Way> ways;
  ends.reserve(edges.size());
  ways.reserve(edges.size());
  for (const RoadEdge& edge : edges) {
    ends.emplace_back(edge.from, edge.to);
    ways.push_back({travel_detail::milliseconds_of(edge.decimetres, edge.metres_per_hour), edge.decimetres});
  }
  state_ = new_owned<const State>(std::move(nodes), ends, ways);
}

PAIDAN_INLINE RoadGraph::~RoadGraph() = default;
PAIDAN_INLINE RoadGraph::RoadGraph(RoadGraph&&) noexcept = default;
PAIDAN_INLINE RoadGraph& RoadGraph::operator=(RoadGraph&&) noexcept = default;

PAIDAN_INLINE std::size_t RoadGraph::node_count() const { return state_->nodes.size(); }

PAIDAN_INLINE std::uint32_t RoadGraph::nearest_node(const GeoPoint& point) const { return snap(point, 0).node; }

PAIDAN_INLINE Snap RoadGraph::snap(const GeoPoint& point, std::int32_t farther_metres) const {
  const GeoPoint pair[] = {state_->nodes[0], point};
  Errors errors;
  travel_detail::check_points(errors, pair, "nodes");
  errors.throw_if_any();
  const travel_detail::PlanePoint place = state_->plane.project(point);
  struct Found {
    std::size_t node = 0;
    std::int64_t square = std::numeric_limits<std::int64_t>::max();
  };
  Found nearest;
  Found connected;
  for (std::size_t i = 0; i < state_->places.size(); ++i) {
    const std::int64_t east = state_->places[i].x_dm - place.x_dm;
    const std::int64_t north = state_->places[i].y_dm - place.y_dm;
    const std::int64_t square = east * east + north * north;
    if (square < nearest.square) nearest = {i, square};
    if (square < connected.square && state_->component[i] == state_->largest) connected = {i, square};
  }
  const auto dm = [](const Found& found) { return travel_detail::floor_sqrt(found.square); };
  // Where both are as near, the lower node.
  const bool beside = dm(connected) <= dm(nearest) + std::int64_t{10} * farther_metres;
  const Found& found = farther_metres > 0 && beside ? connected : nearest;
  const std::int64_t metres = travel_detail::divide_rounded(dm(found), 10);
  return {static_cast<std::uint32_t>(found.node),
          static_cast<std::int32_t>(std::min<std::int64_t>(metres, std::numeric_limits<std::int32_t>::max())),
          state_->component[found.node] != state_->largest};
}

PAIDAN_INLINE MatrixData RoadGraph::matrix(std::span<const GeoPoint> points) const {
  Errors errors;
  travel_detail::check_points(errors, points, "points");
  if (errors.empty() && !points.empty() && points[0].datum != state_->nodes[0].datum) {
    errors.add(errors::mixed_datums, "points[0]",
               {{"first", "nodes[0]"},
                {"first_datum", travel_detail::datum_name(state_->nodes[0].datum)},
                {"datum", travel_detail::datum_name(points[0].datum)}});
  }
  errors.throw_if_any();
  std::vector<std::uint32_t> snapped;
  snapped.reserve(points.size());
  for (const GeoPoint& point : points) snapped.push_back(nearest_node(point));
  return matrix_of(snapped);
}

PAIDAN_INLINE MatrixData RoadGraph::matrix_of(std::span<const std::uint32_t> nodes) const {
  Errors errors;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i] < node_count()) continue;
    errors.add(travel::errors::unknown_node, "nodes[" + std::to_string(i) + "]",
               {{"value", std::to_string(nodes[i])}, {"size", std::to_string(node_count())}});
  }
  errors.throw_if_any();
  const std::size_t size = nodes.size();
  MatrixData data{size, std::vector<std::int64_t>(size * size, -1), std::vector<std::int64_t>(size * size, -1)};
  std::vector<travel_detail::Way> ways(state_->nodes.size());
  const auto index = boost::get(boost::vertex_index, state_->network);
  for (std::size_t from = 0; from < size; ++from) {
    boost::dijkstra_shortest_paths(state_->network, nodes[from],
                                   boost::weight_map(boost::get(boost::edge_bundle, state_->network))
                                       .distance_map(boost::make_iterator_property_map(ways.begin(), index))
                                       .distance_compare(std::less<>())
                                       .distance_combine(travel_detail::AddWays())
                                       .distance_inf(travel_detail::no_way)
                                       .distance_zero(travel_detail::Way()));
    for (std::size_t to = 0; to < size; ++to) {
      const travel_detail::Way& way = ways[nodes[to]];
      if (way == travel_detail::no_way) continue;
      data.seconds[from * size + to] = (way.milliseconds + 999) / 1'000;
      data.metres[from * size + to] = travel_detail::divide_rounded(way.decimetres, 10);
    }
  }
  return data;
}

PAIDAN_INLINE std::size_t RoadGraph::component_count() const { return state_->components; }

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI
