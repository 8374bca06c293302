// What can be wrong with VROOM's input beyond its form, and what is said about one that can be planned.
#pragma once

#include <paidan/core/error.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace vroom::errors {

inline constexpr ErrorKind shipments_not_supported{"shipments_not_supported",
                                                   "shipments ({count}) are not supported: a job goes to one place",
                                                   "不支持shipments(共{count}个):一个任务只去一个地点"};
inline constexpr ErrorKind pair_expected{"pair_expected", "{field} must be [{first}, {second}], got {count} numbers",
                                         "{field}应为[{first}, {second}],实有{count}个数"};
inline constexpr ErrorKind window_ends_early{"window_ends_early", "{field} ends at {end}, before it starts at {start}",
                                             "{field}的结束{end}早于开始{start}"};
inline constexpr ErrorKind times_too_far_apart{
    "times_too_far_apart", "{field} {value} is beyond {last}: times may lie 2^27 seconds (4.2 years) after the first",
    "{field}为{value},超出{last}:各时刻与最早的时刻相距须在2^27秒(约4.2年)以内"};
inline constexpr ErrorKind no_start_or_end{"no_start_or_end", "a vehicle needs a start or an end{where}",
                                           "车辆须有起点或终点{where_zh}"};
inline constexpr ErrorKind outside_matrices{
    "outside_matrices", "{field} {value} is no row of the matrices, which have {size} (counted from 0)",
    "{field}为{value},而矩阵只有{size}行(从0数起)"};
inline constexpr ErrorKind not_square{"not_square",
                                      "{field} must have {size} values, as durations has rows, got {count}",
                                      "{field}应有{size}个值(与durations的行数相同),实有{count}个"};
inline constexpr ErrorKind way_to_itself{"way_to_itself", "the way from a place to itself must be 0, got {value}",
                                         "从一个地点到它自己应为0,实为{value}"};
inline constexpr ErrorKind other_amounts{"other_amounts",
                                         "{field} has {count} amounts, and the first vehicle's capacity has {expected}",
                                         "{field}有{count}个量,而第一辆车的capacity有{expected}个"};
inline constexpr ErrorKind depends_on_type{
    "depends_on_type", "{field} differs between the vehicles ({first} and {second} s), which is not supported",
    "{field}因车辆而异({first}秒与{second}秒),暂不支持"};
inline constexpr ErrorKind breaks_do_not_fit{
    "breaks_do_not_fit",
    "the vehicle's breaks do not fit into its day one after the other: this one would start at {value}, and must by "
    "{last}",
    "车辆的各次休息无法依次排入其工作时间:本次最早{value}开始,而最晚须在{last}开始"};
inline constexpr ErrorKind rates_differ{"rates_differ",
                                        "{field} must be the same for all vehicles, got {value} and {first}",
                                        "{field}须对所有车辆相同,实为{value}与{first}"};
inline constexpr ErrorKind work_dearer_than_travel{
    "work_dearer_than_travel", "per_task_hour {value} is above per_hour {limit}, which is not supported",
    "per_task_hour为{value},高于per_hour的{limit},暂不支持"};
inline constexpr ErrorKind distances_needed{"distances_needed", "{field} needs the distances of profile '{profile}'",
                                            "{field}需要出行方式“{profile}”的distances"};
inline constexpr ErrorKind speed_out_of_range{"speed_out_of_range",
                                              "speed_factor must be between 0.01 and 5, got {value}",
                                              "speed_factor须在0.01与5之间,实为{value}"};
inline constexpr ErrorKind step_twice{"step_twice", "{type} {id} stands in a route already", "{type} {id}已在路线中"};

}  // namespace vroom::errors

namespace vroom::notices {

inline constexpr ErrorKind straight_lines{
    "straight_lines",
    "without matrices, ways of every profile ({profiles}) are straight lines with {detour} % of their length, at "
    "{speed} "
    "km/h; VROOM would ask a routing engine",
    "没有矩阵:各出行方式({profiles})一律按直线距离的{detour} %、时速{speed}公里估算;VROOM则会询问路网引擎"};
inline constexpr ErrorKind index_unused{"index_unused", "without matrices, {field} means nothing ({count} times)",
                                        "没有矩阵,{field}不起作用(共{count}处)"};
inline constexpr ErrorKind matrices_unused{"matrices_unused", "no vehicle has the profile '{profile}'",
                                           "没有车辆使用出行方式“{profile}”"};
inline constexpr ErrorKind amounts_added{
    "amounts_added",
    "jobs bring and fetch amounts of kind {kind}: planned as if both were on board all day, which never overloads a "
    "vehicle and may leave a job out that VROOM would serve",
    "第{kind}种量既有送货又有取货:按两者全天都在车上计算,绝不会超载,但可能漏派VROOM能派的任务"};
inline constexpr ErrorKind amounts_rounded{"amounts_rounded",
                                           "amounts of kind {kind} are planned in steps of {step}, rounded up: a "
                                           "vehicle is never overloaded, and a job may be "
                                           "left out that would just have fitted",
                                           "第{kind}种量按{step}为一级向上取整:绝不会超载,但可能漏派刚好装得下的任务"};
inline constexpr ErrorKind no_capacity{"no_capacity", "capacity is told of other vehicles, so this one holds nothing",
                                       "其他车辆写明了capacity,本车按载量0处理"};
inline constexpr ErrorKind no_amounts{"no_amounts", "capacity is told, and no job has an amount",
                                      "写明了capacity,但没有任务带有量"};
inline constexpr ErrorKind breaks_at_stops{"breaks_at_stops",
                                           "breaks are taken where a vehicle stops, never in the middle of a way: a "
                                           "job may be left out that VROOM would serve",
                                           "休息只安排在停靠处,不在途中:可能漏派VROOM能派的任务"};
inline constexpr ErrorKind speed_rounded{"speed_rounded", "speed_factor {value} was taken as {taken}",
                                         "speed_factor {value}按{taken}计算"};
inline constexpr ErrorKind setup_where_it_starts{
    "setup_where_it_starts",
    "the setup of a job where a vehicle starts was planned for, though it falls away there if the job is its first: "
    "{count} jobs",
    "任务就在车辆起点的,计划时仍预留了准备时间(如为首个任务则实际免除):共{count}个"};
inline constexpr ErrorKind day_cut{"day_cut",
                                   "ends behind {taken} were taken as {taken}, {value} among them ({count} times)",
                                   "晚于{taken}的结束时刻按{taken}处理,如{value}(共{count}处)"};
inline constexpr ErrorKind day_begins{
    "day_begins",
    "vehicles without time_window begin at {value} at the earliest, 4 years before the first time ({count} vehicles)",
    "没有time_window的车辆最早从{value}开始(最早时刻之前4年,共{count}辆)"};
inline constexpr ErrorKind left_for_breaks{
    "left_for_breaks",
    "job {job} was taken out of the route of vehicle {vehicle}: its day does not hold it with every break",
    "任务{job}已从车辆{vehicle}的路线中取出:其工作时间容不下该任务和全部休息"};

}  // namespace vroom::notices
}  // namespace paidan::inline PAIDAN_ABI
