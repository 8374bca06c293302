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

namespace notices {
inline constexpr ErrorKind beside_roads{
    "beside_roads",
    "{count} places lie more than {near} m from the nearest crossing, the farthest '{place}' {metres} m; the way "
    "from there to the road is not counted",
    "有{count}个地点距最近路口超过{near}米,最远的是“{place}”({metres}米),由此到路口的一段未计入"};
inline constexpr ErrorKind no_way{
    "no_way",
    "'{place}' is on the network, but has no way to or from {count} of {all} other places: one-way roads or an island "
    "in the data",
    "“{place}”在路网上,但与其余{all}个地点中的{count}个不通:可能是单行路或数据中的孤岛"};
inline constexpr ErrorKind many_apart{
    "many_apart",
    "{count} of {all} places have no way to or from others: does each two-way road have a row for each direction, "
    "and is the network in one piece?",
    "{all}个地点中有{count}个与其他地点不通:双向道路是否正反各有一行?路网是否连成一片?"};
}  // namespace notices

/// A place lies at its nearest crossing when that is no farther.
inline constexpr std::int32_t longest_snap_m = 5'000;
/// A place nearer to a crossing than this is on the road.
inline constexpr std::int32_t near_road_m = 300;

/// Fastest ways between all places of the problem, in their order: the matrix of a travel profile. A place lies at the
/// nearest crossing of the network's largest connected part, or, if that is farther than `longest_snap_m`, at the
/// nearest one of all. Two places between which there is no way have −1 seconds. `notices`, if given, receives places
/// beside the roads (`beside_roads`) and those without a way to or from others (`no_way`, `many_apart`), with their
/// row. Throws InvalidInput: a place without coordinates, or farther than `longest_snap_m` from every crossing
/// (`far_from_road` at `locations[3].point`); what `RoadGraph` refuses.
[[nodiscard]] PAIDAN_EXPORT travel::MatrixData road_matrix(const Problem& problem, const travel::RoadData& roads,
                                                           Errors* notices = nullptr);

}  // namespace intake
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/intake/roads.ipp>
#endif
