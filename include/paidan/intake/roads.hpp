// A road network's times between a problem's places.
#pragma once

#include <paidan/model/problem.hpp>
#include <paidan/travel/road_graph.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {
namespace intake {

namespace errors {
inline constexpr ErrorKind far_from_road{
    "far_from_road", "'{place}' is {metres} m from the nearest crossing; at most {limit} m are bridged",
    "“{place}”距最近路口{metres}米,最多允许{limit}米"};
}  // namespace errors

/// A place lies at its nearest crossing when that is no farther.
inline constexpr std::int32_t longest_snap_m = 5'000;

/// Fastest ways between all places of the problem, in their order: the matrix of a travel profile. Throws InvalidInput:
/// a place without coordinates, or farther than
/// `longest_snap_m` from every crossing (`locations[3].point`); what `RoadGraph` refuses.
[[nodiscard]] PAIDAN_EXPORT travel::MatrixData road_matrix(const Problem& problem, const travel::RoadData& roads);

}  // namespace intake
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/intake/roads.ipp>
#endif
