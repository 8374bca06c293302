// The figures of a plan as JSON, spreadsheet and Python see them. Members that are indices are written as ids by io.
#pragma once

#include <paidan/check/kpis.hpp>
#include <paidan/core/fields.hpp>

namespace paidan::inline PAIDAN_ABI {

template <>
struct Fields<check::TechnicianKpis> {
  using T = check::TechnicianKpis;
  static constexpr std::string_view name = "TechnicianKpis";
  template <class V>
  static void visit(V&& v) {
    v("jobs", &T::jobs, Field{.zh = "工单数", .doc = "Visits made."});
    v("travel_s", &T::travel_s, Field{.zh = "行车秒数", .doc = "Seconds on the road, ways from and to home included."});
    v("distance_m", &T::distance_m, Field{.zh = "行车米数", .doc = "Metres on the road."});
    v("waiting_s", &T::waiting_s,
      Field{.zh = "等待秒数", .doc = "Seconds neither travelling, nor working, nor resting."});
    v("service_s", &T::service_s, Field{.zh = "服务秒数", .doc = "Seconds of setup and service."});
    v("break_s", &T::break_s, Field{.zh = "休息秒数", .doc = "Seconds of breaks."});
    v("overtime_s", &T::overtime_s, Field{.zh = "加班秒数", .doc = "Seconds beyond the shift's end."});
    v("shift_s", &T::shift_s, Field{.zh = "班次秒数", .doc = "Seconds of all shifts, used or not."});
    v("work_s", &T::work_s,
      Field{.zh = "工作量秒数",
            .doc = "Seconds of load carried, travel, setup, service and paid breaks: what fairness looks at."});
  }
};

template <>
struct Fields<check::Kpis> {
  using T = check::Kpis;
  static constexpr std::string_view name = "Kpis";
  template <class V>
  static void visit(V&& v) {
    v("orders", &T::orders, Field{.zh = "工单数", .doc = "Orders of the problem."});
    v("served", &T::served, Field{.zh = "已安排", .doc = "Orders with a visit."});
    v("unserved", &T::unserved, Field{.zh = "未安排", .doc = "Orders without one."});
    v("promised", &T::promised, Field{.zh = "有约定", .doc = "Orders with an agreed arrival."});
    v("on_time", &T::on_time,
      Field{.zh = "守约", .doc = "Promised orders that start within the agreed bounds, ends included."});
    v("early", &T::early, Field{.zh = "早到", .doc = "Promised orders that start before the bounds."});
    v("late", &T::late, Field{.zh = "迟到", .doc = "Promised orders that start after the bounds."});
    v("promised_unserved", &T::promised_unserved, Field{.zh = "有约未安排", .doc = "Promised orders without a visit."});
    v("lateness_s", &T::lateness_s, Field{.zh = "迟到秒数", .doc = "Seconds of starts after the due time, summed."});
    v("travel_s", &T::travel_s, Field{.zh = "行车秒数", .doc = "Seconds on the road."});
    v("distance_m", &T::distance_m, Field{.zh = "行车米数", .doc = "Metres on the road."});
    v("waiting_s", &T::waiting_s, Field{.zh = "等待秒数", .doc = "Seconds of waiting."});
    v("service_s", &T::service_s, Field{.zh = "服务秒数", .doc = "Seconds of setup and service."});
    v("break_s", &T::break_s, Field{.zh = "休息秒数", .doc = "Seconds of breaks."});
    v("overtime_s", &T::overtime_s, Field{.zh = "加班秒数", .doc = "Seconds beyond the shifts' ends."});
    v("shift_s", &T::shift_s, Field{.zh = "班次秒数", .doc = "Seconds of all shifts, used or not."});
    v("skill_waste_levels", &T::skill_waste_levels,
      Field{.zh = "技能浪费级数", .doc = "Levels held above levels needed, summed."});
    v("technicians_used", &T::technicians_used,
      Field{.zh = "出勤师傅数", .doc = "Technicians with at least one visit."});
    v("rework", &T::rework, Field{.zh = "返修单", .doc = "Orders with a previous technician."});
    v("rework_same", &T::rework_same, Field{.zh = "返修原师傅", .doc = "Of these, how many went to that technician."});
    v("on_time_share", &T::on_time_share,
      Field{.zh = "守约率", .doc = "on_time / promised, 0 to 1; 0 when none is promised."});
    v("travel_share", &T::travel_share,
      Field{.zh = "行车占比", .doc = "travel / (travel + service + waiting), 0 to 1."});
    v("utilisation", &T::utilisation, Field{.zh = "利用率", .doc = "service / shift, 0 or more."});
    v("gini_work", &T::gini_work,
      Field{.zh = "工作量基尼系数",
            .doc = "Gini coefficient of work_s over technicians with a shift, 0 (equal) to 1."});
    v("work_spread_s", &T::work_spread_s,
      Field{.zh = "工作量差秒数", .doc = "Seconds between the most and the least work."});
    v("technicians", &T::technicians, Field{.zh = "师傅", .doc = "Figures of each technician, in input order."});
  }
};

}  // namespace paidan::inline PAIDAN_ABI
