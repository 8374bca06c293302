// VROOM's keys, one description each: the reader knows these and no others.
#pragma once

#include <paidan/core/fields.hpp>
#include <paidan/core/names.hpp>
#include <paidan/vroom/answer.hpp>
#include <paidan/vroom/input.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {

namespace vroom_detail {
inline constexpr std::int64_t most_seconds = 1'000'000;  // of work at one place: as an order's
inline constexpr std::int64_t most_rate = 1'000'000;
inline constexpr std::int64_t most_count = INT32_MAX;
inline constexpr std::int64_t most_skill = UINT32_MAX;
inline constexpr Field an_id{.zh = "编号", .doc = "Unique among its kind.", .required = true, .low = 0};
inline constexpr Field a_description{.zh = "说明", .doc = "Comes back in the answer."};
inline constexpr Field some_skills{.zh = "技能", .doc = "Numbers; a vehicle must have all of a job's."};
inline constexpr Field some_windows{.zh = "时间窗",
                                    .doc = "[first start, last start] in seconds, both included; any of them."};
}  // namespace vroom_detail

template <>
struct EnumNames<vroom::StepType> {
  static constexpr std::array<std::string_view, 6> names{"start", "job", "pickup", "delivery", "break", "end"};
};

PAIDAN_FIELDS(vroom::Job, "VroomJob") {
  v("id", &T::id, vroom_detail::an_id);
  v("description", &T::description, vroom_detail::a_description);
  v("location", &T::location, Field{.zh = "坐标", .doc = "[lon, lat]; required without matrices."});
  v("location_index", &T::location_index,
    Field{.zh = "矩阵行号", .doc = "Row of the matrices; required with them.", .low = 0});
  v("setup", &T::setup,
    Field{.zh = "准备秒数",
          .doc = "Seconds before the service, where the vehicle was not yet; default 0.",
          .low = 0,
          .high = vroom_detail::most_seconds});
  v("service", &T::service,
    Field{.zh = "服务秒数", .doc = "Seconds; default 0.", .low = 0, .high = vroom_detail::most_seconds});
  v("setup_per_type", &T::setup_per_type,
    Field{.zh = "各车型准备秒数", .doc = "Seconds by vehicle type; must come to the same for all vehicles."});
  v("service_per_type", &T::service_per_type,
    Field{.zh = "各车型服务秒数", .doc = "Seconds by vehicle type; must come to the same for all vehicles."});
  v("delivery", &T::delivery, Field{.zh = "送货量", .doc = "Amounts on board until here."});
  v("pickup", &T::pickup, Field{.zh = "取货量", .doc = "Amounts on board from here on."});
  v("skills", &T::skills, vroom_detail::some_skills);
  v("priority", &T::priority,
    Field{.zh = "优先级", .doc = "The sum of what is served counts first.", .low = 0, .high = 100});
  v("time_windows", &T::time_windows, vroom_detail::some_windows);
}

PAIDAN_FIELDS(vroom::VehicleBreak, "VroomBreak") {
  v("id", &T::id, vroom_detail::an_id);
  v("description", &T::description, vroom_detail::a_description);
  v("time_windows", &T::time_windows,
    Field{.zh = "时间窗", .doc = "One [first start, last start]; default: any time of the vehicle's day."});
  v("service", &T::service,
    Field{.zh = "休息秒数", .doc = "Seconds; default 0.", .low = 0, .high = vroom_detail::most_seconds});
  v("max_load", &T::max_load, Field{.zh = "载重上限", .doc = "Not supported: refused."});
}

PAIDAN_FIELDS(vroom::VehicleCosts, "VroomCosts") {
  v("fixed", &T::fixed,
    Field{.zh = "出车成本", .doc = "Of a vehicle that is used; default 0.", .low = 0, .high = vroom_detail::most_rate});
  v("per_hour", &T::per_hour,
    Field{.zh = "每小时行车",
          .doc = "Of an hour on the road, the same for all vehicles; default 3600.",
          .low = 0,
          .high = vroom_detail::most_rate});
  v("per_task_hour", &T::per_task_hour,
    Field{.zh = "每小时作业",
          .doc = "Of an hour of setup, service and breaks, the same for all, no more than per_hour; default 0.",
          .low = 0,
          .high = vroom_detail::most_rate});
  v("per_km", &T::per_km,
    Field{.zh = "每公里",
          .doc = "Of a kilometre, the same for all vehicles; default 0.",
          .low = 0,
          .high = vroom_detail::most_rate});
}

PAIDAN_FIELDS(vroom::VehicleStep, "VroomVehicleStep") {
  v("type", &T::type, Field{.zh = "类型", .doc = "start, job, break or end.", .required = true});
  v("id", &T::id, Field{.zh = "编号", .doc = "Of the job or break.", .low = 0});
  v("service_at", &T::service_at, Field{.zh = "开始于", .doc = "Not supported: refused."});
  v("service_after", &T::service_after, Field{.zh = "不早于", .doc = "Not supported: refused."});
  v("service_before", &T::service_before, Field{.zh = "不晚于", .doc = "Not supported: refused."});
}

PAIDAN_FIELDS(vroom::Vehicle, "VroomVehicle") {
  v("id", &T::id, vroom_detail::an_id);
  v("description", &T::description, vroom_detail::a_description);
  v("profile", &T::profile, Field{.zh = "出行方式", .doc = "Name of its matrices; default car."});
  v("start", &T::start, Field{.zh = "起点坐标", .doc = "[lon, lat]; default: the route starts at its first job."});
  v("start_index", &T::start_index, Field{.zh = "起点行号", .doc = "The same as a row of the matrices.", .low = 0});
  v("end", &T::end, Field{.zh = "终点坐标", .doc = "[lon, lat]; default: the route ends at its last job."});
  v("end_index", &T::end_index, Field{.zh = "终点行号", .doc = "The same as a row of the matrices.", .low = 0});
  v("capacity", &T::capacity, Field{.zh = "载量", .doc = "Amounts that it holds at any time."});
  v("costs", &T::costs, Field{.zh = "成本", .doc = "What a route costs; default: a second on the road is 1."});
  v("skills", &T::skills, vroom_detail::some_skills);
  v("type", &T::type, Field{.zh = "车型", .doc = "What setup_per_type and service_per_type go by."});
  v("time_window", &T::time_window, Field{.zh = "工作时间", .doc = "[start, end] in seconds; default: no limit."});
  v("breaks", &T::breaks, Field{.zh = "休息", .doc = "Each is taken in every route; three are the most."});
  v("speed_factor", &T::speed_factor,
    Field{.zh = "速度系数", .doc = "Travel takes durations ÷ this, 0.01 to 5, in hundredths; default 1."});
  v("max_tasks", &T::max_tasks,
    Field{
        .zh = "最多任务数", .doc = "Jobs of a route; default: no limit.", .low = 0, .high = vroom_detail::most_count});
  v("max_travel_time", &T::max_travel_time,
    Field{.zh = "行车上限秒数", .doc = "Seconds on the road; default: no limit.", .low = 0});
  v("max_distance", &T::max_distance, Field{.zh = "里程上限米", .doc = "Metres; default: no limit.", .low = 0});
  v("steps", &T::steps, Field{.zh = "已有路线", .doc = "Route that the search begins with; default: none."});
}

PAIDAN_FIELDS(vroom::ProfileMatrices, "VroomMatrices") {
  v("durations", &T::durations, Field{.zh = "秒数", .doc = "n × n seconds, from row to column.", .required = true});
  v("distances", &T::distances, Field{.zh = "米数", .doc = "n × n metres; default: none are told."});
  v("costs", &T::costs, Field{.zh = "成本", .doc = "Not supported: refused."});
}

PAIDAN_FIELDS(vroom::Input, "VroomInput") {
  v("jobs", &T::jobs, Field{.zh = "任务", .doc = "Places to go to.", .required = true});
  v("vehicles", &T::vehicles, Field{.zh = "车辆", .doc = "Who goes.", .required = true});
  v("matrices", &T::matrices,
    Field{.zh = "矩阵", .doc = "Durations and distances by profile; default: straight lines."});
}

PAIDAN_FIELDS(vroom::Violation, "VroomViolation") {
  v("cause", &T::cause, Field{.zh = "原因", .doc = "Never given: no route breaks a condition."});
}

PAIDAN_FIELDS(vroom::Step, "VroomStep") {
  v("type", &T::type, Field{.zh = "类型", .doc = "start, job, break or end."});
  v("description", &T::description, Field{.zh = "说明", .doc = "Of the job or break, as it was given."});
  v("location", &T::location, Field{.zh = "坐标", .doc = "[lon, lat] as they were given."});
  v("location_index", &T::location_index, Field{.zh = "矩阵行号", .doc = "As it was given."});
  v("id", &T::id, Field{.zh = "编号", .doc = "Of the job or break."});
  v("setup", &T::setup, Field{.zh = "准备秒数", .doc = "Seconds."});
  v("service", &T::service, Field{.zh = "服务秒数", .doc = "Seconds."});
  v("waiting_time", &T::waiting_time, Field{.zh = "等待秒数", .doc = "Seconds between arrival and setup."});
  v("load", &T::load, Field{.zh = "载量", .doc = "On board afterwards."});
  v("arrival", &T::arrival, Field{.zh = "到达", .doc = "In the seconds of the input."});
  v("duration", &T::duration, Field{.zh = "累计行车秒数", .doc = "Seconds on the road up to here."});
  v("distance", &T::distance, Field{.zh = "累计米数", .doc = "Metres up to here, where they are known."});
  v("violations", &T::violations, Field{.zh = "违反", .doc = "None."});
}

PAIDAN_FIELDS(vroom::Totals, "VroomTotals") {
  v("cost", &T::cost, Field{.zh = "成本", .doc = "In VROOM's unit, rounded to the nearest for each route."});
  v("delivery", &T::delivery, Field{.zh = "送货量", .doc = "Amounts brought."});
  v("pickup", &T::pickup, Field{.zh = "取货量", .doc = "Amounts fetched."});
  v("setup", &T::setup, Field{.zh = "准备秒数", .doc = "Seconds."});
  v("service", &T::service, Field{.zh = "服务秒数", .doc = "Seconds of jobs and breaks."});
  v("duration", &T::duration, Field{.zh = "行车秒数", .doc = "Seconds on the road."});
  v("waiting_time", &T::waiting_time, Field{.zh = "等待秒数", .doc = "Seconds."});
  v("priority", &T::priority, Field{.zh = "优先级之和", .doc = "Of the jobs served."});
  v("distance", &T::distance, Field{.zh = "米数", .doc = "Metres, where all are known."});
  v("violations", &T::violations, Field{.zh = "违反", .doc = "None."});
}

PAIDAN_FIELDS(vroom::Summary, "VroomSummary") {
  v("routes", &T::routes, Field{.zh = "路线数", .doc = "Vehicles that are used."});
  v("unassigned", &T::unassigned, Field{.zh = "未派数", .doc = "Jobs in no route."});
  Fields<vroom::Totals>::visit(v);
}

PAIDAN_FIELDS(vroom::Left, "VroomUnassigned") {
  v("id", &T::id, Field{.zh = "编号", .doc = "Of the job."});
  v("type", &T::type, Field{.zh = "类型", .doc = "job."});
  v("description", &T::description, Field{.zh = "说明", .doc = "As it was given."});
  v("location", &T::location, Field{.zh = "坐标", .doc = "[lon, lat] as they were given."});
  v("location_index", &T::location_index, Field{.zh = "矩阵行号", .doc = "As it was given."});
}

PAIDAN_FIELDS(vroom::RouteTold, "VroomRoute") {
  v("vehicle", &T::vehicle, Field{.zh = "车辆", .doc = "Its id."});
  v("description", &T::description, Field{.zh = "说明", .doc = "Of the vehicle, as it was given."});
  Fields<vroom::Totals>::visit(v);
  v("steps", &T::steps, Field{.zh = "步骤", .doc = "In order."});
}

PAIDAN_FIELDS(vroom::Answer, "VroomAnswer") {
  v("code", &T::code, Field{.zh = "代码", .doc = "Always 0: what is wrong is an error of ours."});
  v("summary", &T::summary, Field{.zh = "汇总", .doc = "Of all routes."});
  v("unassigned", &T::unassigned, Field{.zh = "未派", .doc = "Jobs in no route."});
  v("routes", &T::routes, Field{.zh = "路线", .doc = "By vehicle."});
}

}  // namespace paidan::inline PAIDAN_ABI
