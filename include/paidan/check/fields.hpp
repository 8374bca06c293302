// The judge's types as JSON, schema, spreadsheet and Python see them.
#pragma once

#include <paidan/check/actual.hpp>
#include <paidan/check/evaluate.hpp>
#include <paidan/core/fields.hpp>
#include <paidan/model/fields.hpp>

namespace paidan::inline PAIDAN_ABI {

template <>
struct EnumNames<check::VisitOutcome> {
  static constexpr std::array<std::string_view, 6> names{"done",        "nobody_home",  "cancelled",
                                                         "rescheduled", "waiting_part", "rework"};
};
template <>
struct EnumNames<check::Party> {
  static constexpr std::array<std::string_view, 3> names{"customer", "technician", "platform"};
};
template <>
struct EnumNames<check::PromiseState> {
  static constexpr std::array<std::string_view, 6> names{"none", "kept", "early", "late", "missed", "released"};
};
template <>
struct EnumNames<check::OrderState> {
  static constexpr std::array<std::string_view, 3> names{"open", "served", "cancelled"};
};

namespace check_detail {
// Figures of one technician, and the same of all.
inline constexpr Field travel{.zh = "行车", .doc = "On the road.", .unit = "s"};
inline constexpr Field distance_m{.zh = "行车米数", .doc = "On the road.", .unit = "m"};
inline constexpr Field waiting{.zh = "等待", .doc = "Neither travelling, nor working, nor resting.", .unit = "s"};
inline constexpr Field service{.zh = "服务", .doc = "Setup and service.", .unit = "s"};
inline constexpr Field breaks{.zh = "休息", .doc = "Breaks taken.", .unit = "s"};
inline constexpr Field overtime{.zh = "加班", .doc = "Beyond the end of the shift.", .unit = "s"};
inline constexpr Field shift{.zh = "班次", .doc = "All shifts, used or not.", .unit = "s"};
inline constexpr Field depot_calls{
    .zh = "去仓库次数", .doc = "Calls at supply depots; not recorded of what really happened.", .later = true};
inline constexpr Field depot_time{
    .zh = "在仓库", .doc = "At supply depots; not recorded of what really happened.", .unit = "s", .later = true};
}  // namespace check_detail

PAIDAN_FIELDS(check::TechnicianKpis, "TechnicianKpis") {
  v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id.", .required = true});
  v("jobs", &T::jobs, Field{.zh = "工单数", .doc = "Visits made."});
  v("travel", &T::travel, check_detail::travel);
  v("distance_m", &T::distance_m, check_detail::distance_m);
  v("waiting", &T::waiting, check_detail::waiting);
  v("service", &T::service, check_detail::service);
  v("breaks", &T::breaks, check_detail::breaks);
  v("overtime", &T::overtime, check_detail::overtime);
  v("shift", &T::shift, check_detail::shift);
  v("depot_calls", &T::depot_calls, check_detail::depot_calls);
  v("depot_time", &T::depot_time, check_detail::depot_time);
  v("work", &T::work,
    Field{.zh = "工作量",
          .doc = "Load carried, travel, setup, service, calls at depots and paid breaks: what fairness looks at.",
          .unit = "s"});
}

PAIDAN_FIELDS(check::Kpis, "Kpis") {
  v("orders", &T::orders, Field{.zh = "工单数", .doc = "Orders of the problem."});
  v("served", &T::served, Field{.zh = "已安排", .doc = "Orders with a visit that served."});
  v("unserved", &T::unserved, Field{.zh = "未安排", .doc = "Orders neither served nor cancelled."});
  v("cancelled", &T::cancelled,
    Field{.zh = "已取消", .doc = "Of what really happened: orders cancelled and not served."});
  v("served_as_promised", &T::served_as_promised,
    Field{.zh = "如约服务",
          .doc =
              "Orders served, and within the agreed bounds where an arrival was agreed; absent in reports of earlier "
              "versions.",
          .later = true});
  v("promised", &T::promised, Field{.zh = "有约定", .doc = "Orders with an agreed arrival."});
  v("on_time", &T::on_time,
    Field{.zh = "守约", .doc = "Promised orders that start within the agreed bounds, ends included."});
  v("early", &T::early, Field{.zh = "早到", .doc = "Promised orders that start before the bounds."});
  v("late", &T::late, Field{.zh = "迟到", .doc = "Promised orders that start after the bounds."});
  v("promised_unserved", &T::promised_unserved,
    Field{.zh = "有约未安排", .doc = "Promised orders to which nobody came."});
  v("at_risk", &T::at_risk,
    Field{.zh = "有风险",
          .doc = "Promised orders that would start too late if the visits before took their buffers, and do not as "
                 "planned; absent in reports of earlier versions.",
          .later = true});
  v("lateness", &T::lateness, Field{.zh = "迟到时长", .doc = "Starts after the due time, summed.", .unit = "s"});
  v("worst_lateness", &T::worst_lateness,
    Field{.zh = "最大迟到时长",
          .doc = "The largest of these starts after the due time; absent in reports of earlier versions.",
          .unit = "s",
          .later = true});
  v("travel", &T::travel, check_detail::travel);
  v("distance_m", &T::distance_m, check_detail::distance_m);
  v("waiting", &T::waiting, check_detail::waiting);
  v("service", &T::service, check_detail::service);
  v("breaks", &T::breaks, check_detail::breaks);
  v("overtime", &T::overtime, check_detail::overtime);
  v("shift", &T::shift, check_detail::shift);
  v("skill_waste_levels", &T::skill_waste_levels,
    Field{.zh = "技能浪费级数", .doc = "Levels held above levels needed, summed."});
  v("technicians_used", &T::technicians_used, Field{.zh = "出勤师傅数", .doc = "Technicians with at least one visit."});
  v("rework", &T::rework, Field{.zh = "返修单", .doc = "Orders with a previous technician."});
  v("rework_same", &T::rework_same, Field{.zh = "返修原师傅", .doc = "Of these, how many went to that technician."});
  v("on_time_share", &T::on_time_share,
    Field{.zh = "守约率", .doc = "on_time of promised; absent when nothing is promised."});
  v("travel_share", &T::travel_share,
    Field{.zh = "行车占比", .doc = "travel of travel + service + waiting; absent when there is none."});
  v("utilisation", &T::utilisation, Field{.zh = "利用率", .doc = "service of shift; absent without shifts."});
  v("gini_work", &T::gini_work,
    Field{.zh = "工作量基尼系数",
          .doc = "Gini coefficient of work over technicians with a shift, 0 (equal) to 1; absent without work."});
  v("work_spread", &T::work_spread,
    Field{.zh = "工作量差", .doc = "Between the most and the least work.", .unit = "s"});
  v("depot_calls", &T::depot_calls, check_detail::depot_calls);
  v("depot_time", &T::depot_time, check_detail::depot_time);
  v("technicians", &T::technicians, Field{.zh = "师傅", .doc = "Figures of each technician, in input order."});
}

PAIDAN_FIELDS(check::Violation, "Violation") {
  v("code", &T::code, Field{.zh = "代码", .doc = "What is violated.", .required = true});
  v("order", &T::order, Field{.zh = "工单号", .doc = "Absent when it concerns a whole shift."});
  v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id."});
  v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift id."});
  v("amount", &T::amount, Field{.zh = "差额", .doc = "Seconds, metres, levels or pieces by which it is missed."});
  v("depot", &T::depot,
    Field{.zh = "仓库编号", .doc = "Of a call at a depot, or whose stock is short; absent otherwise.", .later = true});
}

PAIDAN_FIELDS(check::Report, "Report") {
  v("problem", &T::problem, Field{.zh = "问题指纹", .doc = "Content hash of the problem.", .required = true});
  v("valid", Computed{&T::valid}, Field{.zh = "有效", .doc = "No violations."});
  v("violations", &T::violations,
    Field{.zh = "违规", .doc = "By shift, stop, code; empty: the plan is valid.", .required = true});
  v("cost", &T::cost, Field{.zh = "成本", .doc = "Terms of the cost, recomputed from scratch.", .required = true});
  v("total_cost", Computed{&T::total_cost}, Field{.zh = "总成本", .doc = "Their sum.", .unit = "cost units"});
  v("goals", &T::goals,
    Field{.zh = "目标",
          .doc = "What plans are compared by, recomputed from scratch; absent in reports of earlier versions.",
          .later = true});
  v("kpis", &T::kpis, Field{.zh = "指标", .doc = "Figures for dispatchers.", .required = true});
}

PAIDAN_FIELDS(check::ActualVisit, "ActualVisit") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true, .example = "20240708-001"});
  v("technician", &T::technician, Field{.zh = "工号", .doc = "Id of the technician who came.", .example = "G01"});
  v("arrival", &T::arrival,
    Field{.zh = "到达时间",
          .doc = "Arrived at the place; absent where an order was cancelled or put off without a visit.",
          .example = "2024-07-09 10:05"});
  v("start", &T::start,
    Field{.zh = "开始时间", .doc = "Began to work; default: the arrival.", .example = "2024-07-09 10:10"});
  v("end", &T::end, Field{.zh = "完成时间", .doc = "Finished, or left.", .example = "2024-07-09 11:30"});
  v("outcome", &T::outcome,
    Field{.zh = "结果",
          .doc = "What came of it: done, nobody_home, cancelled, rescheduled, waiting_part, rework; default done.",
          .example = "完成"});
  v("asked_by", &T::asked_by,
    Field{.zh = "提出方",
          .doc = "Who wanted it cancelled or put off: customer, technician, platform; default: not the customer.",
          .example = "客户"});
  v("recorded", &T::recorded,
    Field{.zh = "登记时间",
          .doc = "When it became known; default: the end of the visit, without one from the beginning.",
          .example = "2024-07-09 09:20"});
  v("appointment", &T::appointment,
    Field{.zh = "新预约时间", .doc = "Agreed in place of the earlier appointment.", .example = "2024-07-10 14:00"});
}

PAIDAN_FIELDS(check::ActualData, "Actual") {
  v("visits", &T::visits, Field{.zh = "上门", .doc = "What really happened, in any order.", .required = true});
}

PAIDAN_FIELDS(check::JudgedOrder, "JudgedOrder") {
  v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
  v("state", &T::state, Field{.zh = "状态", .doc = "open, served or cancelled.", .required = true});
  v("visits", &T::visits, Field{.zh = "上门次数", .doc = "Times that somebody came."});
  v("nobody_home", &T::nobody_home, Field{.zh = "无人在家", .doc = "Of these, nobody was at home."});
  v("waiting_part", &T::waiting_part, Field{.zh = "待配件", .doc = "Of these, a part was missing."});
  v("rework", &T::rework, Field{.zh = "返修", .doc = "Of these, repaired again."});
  v("moved", &T::moved, Field{.zh = "改约次数", .doc = "Times that the appointment was moved, by anybody."});
  v("moved_by", &T::moved_by, Field{.zh = "改约方", .doc = "Who moved it last; absent: never, or nobody is named."});
  v("promise", &T::promise,
    Field{.zh = "守约情况",
          .doc = "none, kept, early, late, missed (nobody came), released (cancelled by the customer in time)."});
  v("promise_from", &T::promise_from, Field{.zh = "约定起", .doc = "Begin of the promise that was judged."});
  v("promise_to", &T::promise_to, Field{.zh = "约定止", .doc = "End of the promise that was judged."});
  v("technician", &T::technician,
    Field{.zh = "师傅编号", .doc = "Of the visit that was judged, else of the last one; absent: nobody came."});
  v("start", &T::start, Field{.zh = "开始时间", .doc = "Of the visit that was judged, else of the last one."});
}

PAIDAN_FIELDS(check::JudgedOrders, "JudgedOrders") {
  v("orders", &T::orders, Field{.zh = "工单", .doc = "Every order of the problem, in its order.", .required = true});
}

}  // namespace paidan::inline PAIDAN_ABI
