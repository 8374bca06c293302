// What can be wrong with travel data.
#pragma once

#include <paidan/core/error.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace travel {
namespace errors {

inline constexpr ErrorKind matrix_shape{"matrix_shape", "{size} locations need {expected} {field}, got {value}",
                                        "{size}个地点需要{expected}个{field},实为{value}个"};
inline constexpr ErrorKind matrix_diagonal{"matrix_diagonal",
                                           "{field} from a location to itself must be 0, got {value}",
                                           "同一地点到自身的{field}须为0,实为{value}"};
inline constexpr ErrorKind mixed_datums{
    "mixed_datums", "coordinates of different datums cannot be mixed: {first} is {first_datum}, this is {datum}",
    "不同坐标系不能混用:{first}为{first_datum},此处为{datum}"};
inline constexpr ErrorKind spread{"spread",
                                  "straight lines need places within {limit} km of each other, got {value} km",
                                  "直线估算要求各地点相距不超过{limit}公里,实为{value}公里"};
inline constexpr ErrorKind band_backwards{
    "band_backwards",
    "a band of hours ends after it begins, from {from} to {to} it does not: midnight as an end is 24:00, and across "
    "midnight there are two",
    "时段须先始后终:{from}至{to}不成立;到零点为止请写24:00,跨零点请分两段给出"};
inline constexpr ErrorKind bands_overlap{"bands_overlap",
                                         "at {time} on weekday {weekday} (1 = Monday) both {first} and this band hold",
                                         "周{weekday}(1为周一)的{time}已属于时段{first},与本时段重叠"};
inline constexpr ErrorKind too_few_drives{"too_few_drives",
                                          "of {all} drives {count} can be used, and at least {least} are needed",
                                          "{all}次行程中可用的只有{count}次,至少需要{least}次"};
inline constexpr ErrorKind no_nodes{"no_nodes", "the road graph has no nodes", "路网没有任何节点"};
inline constexpr ErrorKind unknown_node{"unknown_node", "there is no node {value}: the road graph has {size}",
                                        "没有节点{value}:路网共有{size}个节点"};

}  // namespace errors
}  // namespace travel
}  // namespace paidan::inline PAIDAN_ABI
