// The documents' types as JSON and its schema see them.
#pragma once

#include <paidan/core/names.hpp>
#include <paidan/documents/documents.hpp>
#include <paidan/documents/lists.hpp>
#include <paidan/documents/match_fields.hpp>
#include <paidan/model/fields.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/warranty/fields.hpp>

namespace paidan::inline PAIDAN_ABI {

template <>
struct Fields<documents::StopDocument> {
  using T = documents::StopDocument;
  static constexpr std::string_view name = "Stop";
  template <class V>
  static void visit(V&& v) {
    v("kind", &T::kind, Field{.zh = "类型", .doc = "visit or rest.", .required = true});
    v("order", &T::order, Field{.zh = "工单号", .doc = "Visit: the order."});
    v("break_index", &T::break_index, Field{.zh = "休息序号", .doc = "Rest: which break of the shift, 0 = the first."});
    v("departure", &T::departure, Field{.zh = "出发", .doc = "Leaves the previous place.", .required = true});
    v("arrival", &T::arrival, Field{.zh = "到达", .doc = "At the place; may wait.", .required = true});
    v("start", &T::start, Field{.zh = "开始", .doc = "Setup and service, or the rest, begin.", .required = true});
    v("end", &T::end, Field{.zh = "结束", .doc = "And end.", .required = true});
  }
};

template <>
struct Fields<documents::RouteDocument> {
  using T = documents::RouteDocument;
  static constexpr std::string_view name = "Route";
  template <class V>
  static void visit(V&& v) {
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id.", .required = true});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift id of that technician.", .required = true});
    v("start", &T::start, Field{.zh = "出发", .doc = "Leaves the start location.", .required = true});
    v("end", &T::end,
      Field{.zh = "返回", .doc = "Back at the end location; open end: end of the last stop.", .required = true});
    v("stops", &T::stops, Field{.zh = "停靠", .doc = "Visits and rests in order.", .required = true});
  }
};

template <>
struct Fields<documents::PlanDocument> {
  using T = documents::PlanDocument;
  static constexpr std::string_view name = "Plan";
  template <class V>
  static void visit(V&& v) {
    v("problem", &T::problem,
      Field{.zh = "问题指纹", .doc = "Content hash of the problem, 16 hexadecimal digits.", .required = true});
    v("routes", &T::routes, Field{.zh = "路线", .doc = "One per shift that is used.", .required = true});
    v("unassigned", &T::unassigned, Field{.zh = "未派", .doc = "Order ids in nobody's route.", .required = true});
    v("cost", &T::cost, Field{.zh = "成本", .doc = "Terms of the cost.", .required = true});
    v("total_cost", &T::total_cost, Field{.zh = "总成本", .doc = "Their sum, cost units (1/1000 minor unit)."});
  }
};

template <>
struct Fields<documents::ViolationDocument> {
  using T = documents::ViolationDocument;
  static constexpr std::string_view name = "Violation";
  template <class V>
  static void visit(V&& v) {
    v("code", &T::code, Field{.zh = "代码", .doc = "What is violated.", .required = true});
    v("order", &T::order, Field{.zh = "工单号", .doc = "Absent when it concerns a whole shift."});
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id."});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift id."});
    v("amount", &T::amount, Field{.zh = "差额", .doc = "Seconds, metres, levels or pieces by which it is missed."});
  }
};

template <>
struct Fields<documents::TechnicianKpisDocument> {
  using T = documents::TechnicianKpisDocument;
  static constexpr std::string_view name = "TechnicianKpis";
  template <class V>
  static void visit(V&& v) {
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id.", .required = true});
    v("jobs", &T::jobs, Field{.zh = "单数", .doc = "Visits."});
    v("travel_s", &T::travel_s, Field{.zh = "行车秒", .doc = "Seconds on the road."});
    v("distance_m", &T::distance_m, Field{.zh = "里程米", .doc = "Metres."});
    v("waiting_s", &T::waiting_s, Field{.zh = "等待秒", .doc = "Seconds of waiting."});
    v("service_s", &T::service_s, Field{.zh = "服务秒", .doc = "Seconds of setup and service."});
    v("break_s", &T::break_s, Field{.zh = "休息秒", .doc = "Seconds of breaks."});
    v("overtime_s", &T::overtime_s, Field{.zh = "加班秒", .doc = "Seconds after the shift's end."});
    v("shift_s", &T::shift_s, Field{.zh = "班次秒", .doc = "Seconds of paid shifts."});
    v("work_s", &T::work_s, Field{.zh = "工时秒", .doc = "Seconds of paid work, load carried included."});
  }
};

template <>
struct Fields<documents::KpisDocument> {
  using T = documents::KpisDocument;
  static constexpr std::string_view name = "Kpis";
  template <class V>
  static void visit(V&& v) {
    v("orders", &T::orders, Field{.zh = "工单数", .doc = "All orders."});
    v("served", &T::served, Field{.zh = "已服务", .doc = "Orders in a route."});
    v("unserved", &T::unserved, Field{.zh = "未服务", .doc = "Orders in none."});
    v("promised", &T::promised, Field{.zh = "有约", .doc = "Orders with an agreed arrival."});
    v("on_time", &T::on_time, Field{.zh = "准时", .doc = "Promised and started within the promise."});
    v("early", &T::early, Field{.zh = "过早", .doc = "Started before it."});
    v("late", &T::late, Field{.zh = "迟到", .doc = "Started after it."});
    v("promised_unserved", &T::promised_unserved, Field{.zh = "有约未服务", .doc = "Promised and in no route."});
    v("lateness_s", &T::lateness_s, Field{.zh = "迟到秒", .doc = "Seconds after the due times."});
    v("travel_s", &T::travel_s, Field{.zh = "行车秒", .doc = "Seconds on the road."});
    v("distance_m", &T::distance_m, Field{.zh = "里程米", .doc = "Metres."});
    v("waiting_s", &T::waiting_s, Field{.zh = "等待秒", .doc = "Seconds of waiting."});
    v("service_s", &T::service_s, Field{.zh = "服务秒", .doc = "Seconds of setup and service."});
    v("break_s", &T::break_s, Field{.zh = "休息秒", .doc = "Seconds of breaks."});
    v("overtime_s", &T::overtime_s, Field{.zh = "加班秒", .doc = "Seconds after the shifts' ends."});
    v("shift_s", &T::shift_s, Field{.zh = "班次秒", .doc = "Seconds of paid shifts."});
    v("skill_waste_levels", &T::skill_waste_levels,
      Field{.zh = "技能浪费级", .doc = "Levels held above those needed."});
    v("technicians_used", &T::technicians_used, Field{.zh = "出车师傅", .doc = "Technicians with a route."});
    v("rework", &T::rework, Field{.zh = "返修", .doc = "Orders with a previous technician."});
    v("rework_same", &T::rework_same, Field{.zh = "同师傅返修", .doc = "Of these, served by the same one."});
    v("on_time_permille", &T::on_time_permille, Field{.zh = "准时率千分", .doc = "On time per 1000 promised."});
    v("travel_permille", &T::travel_permille,
      Field{.zh = "行车占比千分", .doc = "Travel per 1000 of travel, service and waiting."});
    v("utilisation_permille", &T::utilisation_permille, Field{.zh = "利用率千分", .doc = "Service per 1000 of shift."});
    v("gini_work_permille", &T::gini_work_permille,
      Field{.zh = "基尼系数千分", .doc = "Gini coefficient of paid work × 1000."});
    v("work_spread_s", &T::work_spread_s, Field{.zh = "工时差秒", .doc = "Most less least paid work, seconds."});
    v("technicians", &T::technicians, Field{.zh = "师傅", .doc = "One per technician."});
  }
};

template <>
struct Fields<documents::ReportDocument> {
  using T = documents::ReportDocument;
  static constexpr std::string_view name = "Report";
  template <class V>
  static void visit(V&& v) {
    v("problem", &T::problem, Field{.zh = "问题指纹", .doc = "Content hash of the problem.", .required = true});
    v("valid", &T::valid, Field{.zh = "有效", .doc = "No violations.", .required = true});
    v("violations", &T::violations, Field{.zh = "违规", .doc = "By shift, stop, code.", .required = true});
    v("cost", &T::cost, Field{.zh = "成本", .doc = "Terms of the cost, recomputed.", .required = true});
    v("total_cost", &T::total_cost, Field{.zh = "总成本", .doc = "Their sum, cost units."});
    v("kpis", &T::kpis, Field{.zh = "指标", .doc = "Figures.", .required = true});
  }
};

template <>
struct Fields<documents::SufferingDocument> {
  using T = documents::SufferingDocument;
  static constexpr std::string_view name = "Suffering";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order,
      Field{.zh = "工单号", .doc = "Order id of the visit that would start later.", .required = true});
    v("old_start", &T::old_start, Field{.zh = "原开始", .doc = "Start now.", .required = true});
    v("new_start", &T::new_start, Field{.zh = "新开始", .doc = "Start then.", .required = true});
    v("added_lateness", &T::added_lateness, Field{.zh = "新增迟到", .doc = "Seconds beyond its due time."});
  }
};

template <>
struct Fields<documents::WhyNotDocument> {
  using T = documents::WhyNotDocument;
  static constexpr std::string_view name = "WhyNot";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id.", .required = true});
    v("families", &T::families,
      Field{.zh = "原因类别",
            .doc = "Smallest set of families whose relaxation allows an insertion; empty: possible as things are.",
            .required = true});
    v("reasons", &T::reasons, Field{.zh = "原因", .doc = "What exactly is missing.", .required = true});
    v("possible", &T::possible,
      Field{.zh = "可放宽", .doc = "False: not even with everything relaxed.", .required = true});
    v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift of the cheapest insertion under that relaxation."});
    v("position", &T::position, Field{.zh = "位置", .doc = "Stop of the route before which it would go."});
    v("start", &T::start, Field{.zh = "开始", .doc = "Start of service then."});
    v("added_cost", &T::added_cost,
      Field{.zh = "新增成本", .doc = "Cost units, without the unserved cost of the order."});
    v("added_travel", &T::added_travel, Field{.zh = "新增行车", .doc = "Seconds."});
    v("suffering", &T::suffering, Field{.zh = "受影响", .doc = "Visits that would start later."});
  }
};

template <>
struct Fields<documents::UnassignedDocument> {
  using T = documents::UnassignedDocument;
  static constexpr std::string_view name = "Unassigned";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
    v("families", &T::families, Field{.zh = "原因类别", .doc = "Families of the nearest miss.", .required = true});
    v("technicians", &T::technicians,
      Field{.zh = "师傅", .doc = "All technicians, the nearest misses first.", .required = true});
  }
};

template <>
struct Fields<documents::ActualVisitDocument> {
  using T = documents::ActualVisitDocument;
  static constexpr std::string_view name = "ActualVisit";
  template <class V>
  static void visit(V&& v) {
    v("order", &T::order, Field{.zh = "工单号", .doc = "Order id.", .required = true});
    v("technician", &T::technician, Field{.zh = "工号", .doc = "Technician id.", .required = true});
    v("arrival", &T::arrival, Field{.zh = "到达时间", .doc = "Arrival at the place.", .required = true});
    v("start", &T::start, Field{.zh = "开始时间", .doc = "Service began; default: the arrival."});
    v("end", &T::end, Field{.zh = "完成时间", .doc = "Service ended.", .required = true});
  }
};

template <>
struct Fields<documents::ActualDocument> {
  using T = documents::ActualDocument;
  static constexpr std::string_view name = "Actual";
  template <class V>
  static void visit(V&& v) {
    v("visits", &T::visits, Field{.zh = "上门", .doc = "Visits as they happened.", .required = true});
  }
};

template <>
struct Fields<documents::ChargesDocument> {
  using T = documents::ChargesDocument;
  static constexpr std::string_view name = "Charges";
  template <class V>
  static void visit(V&& v) {
    v("charges", &T::charges, Field{.zh = "实收", .doc = "What was really taken, line by line.", .required = true});
  }
};

template <>
struct Fields<documents::CalendarDocument> {
  using T = documents::CalendarDocument;
  static constexpr std::string_view name = "Calendar";
  template <class V>
  static void visit(V&& v) {
    v("version", &T::version, Field{.zh = "版本", .doc = "Version, any text."});
    v("days", &T::days, Field{.zh = "日期", .doc = "Days that the announcements name.", .required = true});
    v("years", &T::years, Field{.zh = "年份", .doc = "Years whose announcement is included.", .required = true});
  }
};

}  // namespace paidan::inline PAIDAN_ABI
