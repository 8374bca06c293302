#pragma once

#include <paidan/intake/roads.hpp>
#include <paidan/travel/straight_line.hpp>

#include <array>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace intake {

PAIDAN_INLINE travel::MatrixData road_matrix(const Problem& problem, const travel::RoadData& roads) {
  const std::vector<Location>& places = problem.data().locations;
  const travel::RoadGraph graph(roads.nodes, roads.edges);
  std::vector<GeoPoint> points;
  Errors errors;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::string path = "locations[" + std::to_string(i) + "].point";
    if (!places[i].point) {
      errors.add(paidan::errors::missing, path, {{"field", "point"}});
      continue;
    }
    points.push_back(*places[i].point);
    const std::array<GeoPoint, 2> gap{points.back(), roads.nodes[graph.nearest_node(points.back())]};
    const travel::StraightLine line(gap, {.detour_percent = 100, .speed_metres_per_hour = 25'000, .stop_seconds = 0});
    const std::int32_t metres = line.leg(LocationIndex(0), LocationIndex(1)).metres;
    if (metres > longest_snap_m) {
      errors.add(intake::errors::far_from_road, path,
                 {{"place", places[i].name.empty() ? places[i].id : places[i].name},
                  {"metres", std::to_string(metres)},
                  {"limit", std::to_string(longest_snap_m)}});
    }
  }
  errors.throw_if_any();
  return graph.matrix(points);
}

}  // namespace intake
}  // namespace paidan::inline PAIDAN_ABI
