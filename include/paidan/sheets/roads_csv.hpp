// A road network from two tables: crossings and stretches of road.
#pragma once

#include <paidan/sheets/road_rows.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/travel/data.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

namespace notices {
inline constexpr ErrorKind every_row_one_way{"every_row_one_way",
                                             "no column says which stretches are one-way: each row is taken as one "
                                             "direction, the way back needs a row of its own",
                                             "没有“单行”列:每行只当作一个方向,反方向须另有一行"};
inline constexpr ErrorKind lengths_assumed{
    "lengths_assumed", "{count} stretches without a length: as long as the straight line between their crossings",
    "有{count}段没有长度,按两端路口的直线距离计"};
inline constexpr ErrorKind speeds_assumed{"speeds_assumed",
                                          "{count} stretches without a time or a speed: driven at {speeds}",
                                          "有{count}段没有时间和车速,按以下车速计:{speeds_zh}"};
inline constexpr ErrorKind classes_unknown{"classes_unknown",
                                           "classes of road that are not known, driven at {kmh} km/h: {classes}",
                                           "以下道路等级无法识别,按{kmh}公里/小时计:{classes}"};
inline constexpr ErrorKind shorter_than_straight{
    "shorter_than_straight",
    "{count} of {all} stretches are shorter than the straight line between their crossings, one by {times} times: are "
    "the "
    "lengths in metres?",
    "{all}段中有{count}段比两端路口的直线距离还短,最多短{times}倍:长度的单位是米吗?"};
}  // namespace notices

namespace errors {
inline constexpr ErrorKind same_crossing{"same_crossing", "crossing '{node}' was given before, in row {first}",
                                         "路口“{node}”已在第{first}行给出"};
inline constexpr ErrorKind unknown_crossing{"unknown_crossing", "there is no crossing '{node}'", "没有路口“{node}”"};
inline constexpr ErrorKind no_stretch{"no_stretch", "the table has no stretch of road", "表中没有任何路段"};
inline constexpr ErrorKind not_positive{"not_positive", "{field} must be more than 0, got {value}",
                                        "{field}须大于0,实为{value}"};
}  // namespace errors

struct RoadOptions {
  Datum datum = Datum::wgs84;
  /// Of stretches without a time, a speed and a known class, metres an hour.
  std::int32_t speed_metres_per_hour = 25'000;
  std::vector<ColumnName> node_columns;
  std::vector<ColumnName> edge_columns;
  syntax::Limits limits;
  Errors* notices = nullptr;  ///< receives what was assumed or left out; nullptr: it is not said
};

/// Driving speed by class of road when nothing else is known: a town's, not the limit. 0: not known.
[[nodiscard]] PAIDAN_EXPORT std::int32_t speed_of_class(std::string_view highway);

/// Crossings are called as the host calls them; their numbers in the result are the rows' order. Without a column
/// `oneway` each row is one direction; where the column is there, a blank means both. Throws InvalidInput with all
/// errors of both tables.
[[nodiscard]] PAIDAN_EXPORT travel::RoadData roads_from_csv(std::string_view nodes, std::string_view edges,
                                                            const RoadOptions& options = {});

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/sheets/roads_csv.ipp>
#endif
