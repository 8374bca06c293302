#pragma once

#include <paidan/intake/roads.hpp>
#include <paidan/travel/road_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace intake_detail {

inline const std::string& called(const Location& place) { return place.name.empty() ? place.id : place.name; }

/// Names the places that have no way to or from others, the worst first: an island is named, not everybody who cannot
/// get there.
inline void say_ways(const std::vector<Location>& places, const travel::MatrixData& matrix, Errors& notices) {
  const std::size_t size = matrix.size;
  const auto apart = [&](std::size_t a, std::size_t b) {
    return matrix.seconds[a * size + b] < 0 || matrix.seconds[b * size + a] < 0;
  };
  std::vector<std::size_t> counts(size);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) counts[i] += apart(i, j) ? 1U : 0U;
  }
  constexpr std::size_t named = 10;
  std::size_t apart_now = 0;
  for (const std::size_t count : counts) apart_now += count > 0 ? 1U : 0U;
  if (2 * apart_now > size && size > named) {  // not this place or that one
    notices.add(intake::notices::many_apart, "locations",
                {{"count", std::to_string(apart_now)}, {"all", std::to_string(size)}});
    return;
  }
  for (;;) {
    const auto worst = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    if (worst == size || counts[worst] == 0) return;
    notices.add(intake::notices::no_way, "locations[" + std::to_string(worst) + "]",
                {{"place", called(places[worst])},
                 {"count", std::to_string(counts[worst])},
                 {"all", std::to_string(size - 1)}});
    counts[worst] = 0;
    for (std::size_t j = 0; j < size; ++j) {
      if (counts[j] > 0 && apart(worst, j)) --counts[j];
    }
  }
}

}  // namespace intake_detail

namespace intake {

PAIDAN_INLINE travel::MatrixData road_matrix(const Problem& problem, const travel::RoadData& roads, Errors* notices) {
  const std::vector<Location>& places = problem.data().locations;
  const travel::RoadGraph graph(roads.nodes, roads.edges);
  std::vector<std::uint32_t> nodes;
  Errors errors;
  std::int64_t beside = 0;
  std::int32_t farthest_m = 0;
  std::size_t farthest = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::string path = "locations[" + std::to_string(i) + "].point";
    if (!places[i].point) {
      errors.add(paidan::errors::missing, path, {{"field", "point"}});
      continue;
    }
    const travel::Snap snap = graph.snap(*places[i].point, near_road_m);
    nodes.push_back(snap.node);
    if (snap.metres > longest_snap_m) {
      errors.add(intake::errors::far_from_road, path,
                 {{"place", intake_detail::called(places[i])},
                  {"metres", std::to_string(snap.metres)},
                  {"limit", std::to_string(longest_snap_m)}});
    }
    if (snap.metres <= near_road_m) continue;
    ++beside;
    if (snap.metres <= farthest_m) continue;
    farthest_m = snap.metres;
    farthest = i;
  }
  errors.throw_if_any();
  travel::MatrixData matrix = graph.matrix_of(nodes);
  if (notices == nullptr) return matrix;
  if (beside > 0) {
    notices->add(notices::beside_roads, "locations[" + std::to_string(farthest) + "].point",
                 {{"count", std::to_string(beside)},
                  {"near", std::to_string(near_road_m)},
                  {"place", intake_detail::called(places[farthest])},
                  {"metres", std::to_string(farthest_m)}});
  }
  intake_detail::say_ways(places, matrix, *notices);
  return matrix;
}

}  // namespace intake
}  // namespace paidan::inline PAIDAN_ABI
