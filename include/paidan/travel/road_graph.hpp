// A road network: shortest driving times between places, by Boost.Graph.
#pragma once

#include <paidan/core/geo.hpp>
#include <paidan/core/handle.hpp>
#include <paidan/travel/data.hpp>
#include <paidan/travel/matrix.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace travel {

/// Where a place lies on the network.
struct Snap {
  std::uint32_t node = 0;
  std::int32_t metres = 0;  ///< from the place to it as the crow flies
  bool island = false;      ///< not of the largest part in which every crossing is reached from every other
};

/// Immutable after construction, thread-safe.
class RoadGraph {
 public:
  /// Throws InvalidInput: no nodes, mixed datums, an edge to an unknown node, a length or speed out of range.
  PAIDAN_EXPORT RoadGraph(std::vector<GeoPoint> nodes, std::span<const RoadEdge> edges);
  PAIDAN_EXPORT ~RoadGraph();
  PAIDAN_EXPORT RoadGraph(RoadGraph&&) noexcept;
  PAIDAN_EXPORT RoadGraph& operator=(RoadGraph&&) noexcept;

  [[nodiscard]] PAIDAN_EXPORT std::size_t node_count() const;
  /// Node nearest to the point as the crow flies; ties by the lower node. Throws InvalidInput on another datum.
  [[nodiscard]] PAIDAN_EXPORT std::uint32_t nearest_node(const GeoPoint& point) const;
  /// Nearest crossing; if that is no crossing of the network's largest connected part, but one of it is at most
  /// `farther_metres` farther, that one: nobody is sent to the end of an island beside the road. Throws InvalidInput on
  /// another datum.
  [[nodiscard]] PAIDAN_EXPORT Snap snap(const GeoPoint& point, std::int32_t farther_metres) const;
  /// Fastest ways between all pairs of nodes, as below. Throws InvalidInput, `unknown_node`.
  [[nodiscard]] PAIDAN_EXPORT MatrixData matrix_of(std::span<const std::uint32_t> nodes) const;
  /// Fastest ways between all pairs of points (each snapped to its nearest node): one Dijkstra a point. Among ways
  /// equally fast the shortest counts. Seconds are rounded up; −1 where there is no way. Throws InvalidInput as above.
  [[nodiscard]] PAIDAN_EXPORT MatrixData matrix(std::span<const GeoPoint> points) const;
  /// Number of strongly connected components, to find islands in the data.
  [[nodiscard]] PAIDAN_EXPORT std::size_t component_count() const;

 private:
  struct State;
  Owned<const State> state_;
};

}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/travel/road_graph.ipp>
#endif
