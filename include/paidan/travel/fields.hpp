// Travel data as JSON and Python see it.
#pragma once

#include <paidan/core/fields.hpp>
#include <paidan/travel/data.hpp>
#include <paidan/travel/fit.hpp>

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
    Field{.zh = "绕行百分比",
          .doc = "Road metres per 100 metres in a straight line; default 127.",
          .low = 100,
          .high = 1000});
  v("speed_metres_per_hour", &T::speed_metres_per_hour,
    Field{.zh = "时速米", .doc = "Speed on the road in metres per hour; default 25000.", .low = 1000, .high = 200000});
  v("stop_seconds", &T::stop_seconds,
    Field{.zh = "停车秒数",
          .doc = "Seconds added to every leg between two locations (parking, stairs); default 0.",
          .low = 0,
          .high = 3600});
}

PAIDAN_FIELDS(travel::TravelBand, "TravelBand") {
  v("from", &T::from, Field{.zh = "开始", .doc = "Local time of day, HH:MM.", .required = true});
  v("to", &T::to,
    Field{
        .zh = "结束", .doc = "Local time of day, not included, later than from; 24:00 is midnight.", .required = true});
  v("percent", &T::percent,
    Field{.zh = "用时百分比",
          .doc =
              "What a way then takes, its stop included, of what it takes otherwise, 100 to 1000: a speed, so only the "
              "part of a way that lies in the hours is slower. No two bands hold at one time.",
          .required = true,
          .low = travel::least_band_percent,
          .high = travel::most_band_percent});
  v("weekdays", &T::weekdays,
    Field{.zh = "星期", .doc = "1 = Monday … 7 = Sunday on which it holds; default: every day."});
}

PAIDAN_FIELDS(travel::FitError, "FitError") {
  v("by", &T::by,
    Field{
        .zh = "方法", .doc = "fitted, one speed (fitted without hours) or assumed (the defaults).", .required = true});
  v("median", &T::median, Field{.zh = "误差中位数", .doc = "Of the absolute errors.", .required = true, .unit = "s"});
  v("nine_in_ten", &T::nine_in_ten,
    Field{.zh = "九成误差", .doc = "Nine in ten drives are no more off.", .required = true, .unit = "s"});
  v("mean", &T::mean,
    Field{.zh = "平均偏差", .doc = "Told less what it took: above 0 it says too long.", .required = true, .unit = "s"});
}

PAIDAN_FIELDS(travel::TravelFit, "TravelFit") {
  v("straight_line", &T::straight_line,
    Field{.zh = "直线估算", .doc = "On free roads: at the quickest hours.", .required = true});
  v("bands", &T::bands, Field{.zh = "路况时段", .doc = "Hours in which driving takes longer.", .required = true});
  v("drives", &T::drives, Field{.zh = "行程数", .doc = "Drives given."});
  v("left_out", &T::left_out, Field{.zh = "未采用", .doc = "To the same place, or at a speed that cannot be."});
  v("without_metres", &T::without_metres,
    Field{.zh = "缺里程",
          .doc =
              "Of those used: without metres on the road, or with fewer than in a straight line; the detour is that of "
              "the others, or the default."});
  v("held_back", &T::held_back,
    Field{.zh = "留作检验",
          .doc = "Every fifth of those used: the errors are theirs, and nothing was fitted to them."});
  v("errors", &T::errors, Field{.zh = "误差", .doc = "Of the fit and of doing without it.", .required = true});
}

PAIDAN_FIELDS(travel::RoadEdge, "RoadEdge") {
  v("from", &T::from, Field{.zh = "起点", .doc = "Position of the node it leaves, from 0.", .required = true});
  v("to", &T::to, Field{.zh = "终点", .doc = "Position of the node it reaches, from 0.", .required = true});
  v("decimetres", &T::decimetres,
    Field{.zh = "分米数", .doc = "Length.", .required = true, .unit = "dm", .low = 1, .high = 10000000});
  v("metres_per_hour", &T::metres_per_hour,
    Field{.zh = "时速米", .doc = "Speed.", .required = true, .unit = "m/h", .low = 100, .high = 1000000});
}

PAIDAN_FIELDS(travel::RoadData, "RoadData") {
  v("nodes", &T::nodes, Field{.zh = "路口", .doc = "Crossings, all of one datum.", .required = true});
  v("edges", &T::edges, Field{.zh = "路段", .doc = "Directed stretches of road between nodes.", .required = true});
}

}  // namespace paidan::inline PAIDAN_ABI
