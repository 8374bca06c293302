// Travel data as JSON and Python see it.
#pragma once

#include <paidan/core/fields.hpp>
#include <paidan/travel/matrix.hpp>
#include <paidan/travel/road_graph.hpp>
#include <paidan/travel/straight_line.hpp>

namespace paidan::inline PAIDAN_ABI {

PAIDAN_FIELDS(travel::MatrixData, "Matrix") {
  v("size", &T::size, Field{.zh = "地点数", .doc = "Number of locations n.", .required = true});
  v("seconds", &T::seconds,
    Field{.zh = "行车秒数",
          .doc = "n × n whole seconds, row by row: entry from × n + to; -1 means there is no way; zero from a place "
                 "to itself.",
          .required = true});
  v("metres", &T::metres,
    Field{.zh = "行车米数", .doc = "n × n whole metres in the same order; empty means all zero."});
}

PAIDAN_FIELDS(travel::StraightLineOptions, "StraightLineOptions") {
  v("detour_percent", &T::detour_percent,
    Field{.zh = "绕行百分比", .doc = "Road metres per 100 metres in a straight line, 100 to 1000; default 127."});
  v("speed_metres_per_hour", &T::speed_metres_per_hour,
    Field{.zh = "时速米", .doc = "Speed on the road in metres per hour, 1000 to 200000; default 25000."});
  v("stop_seconds", &T::stop_seconds,
    Field{.zh = "停车秒数",
          .doc = "Seconds added to every leg between two locations (parking, stairs), 0 to 3600; default 0."});
}

PAIDAN_FIELDS(travel::RoadEdge, "RoadEdge") {
  v("from", &T::from, Field{.zh = "起点", .doc = "Position of the node it leaves, from 0.", .required = true});
  v("to", &T::to, Field{.zh = "终点", .doc = "Position of the node it reaches, from 0.", .required = true});
  v("decimetres", &T::decimetres,
    Field{.zh = "分米数", .doc = "Length, 1 to 10000000.", .required = true, .unit = "dm"});
  v("metres_per_hour", &T::metres_per_hour,
    Field{.zh = "时速米", .doc = "Speed, 100 to 1000000.", .required = true, .unit = "m/h"});
}

PAIDAN_FIELDS(travel::RoadData, "RoadData") {
  v("nodes", &T::nodes, Field{.zh = "路口", .doc = "Crossings, all of one datum.", .required = true});
  v("edges", &T::edges, Field{.zh = "路段", .doc = "Directed stretches of road between nodes.", .required = true});
}

}  // namespace paidan::inline PAIDAN_ABI
