// The one table of what can make a plan or a day invalid, as errors have theirs: code and words.
#pragma once

#include <paidan/config.hpp>

#include <array>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace check {

struct ViolationKind {
  std::string_view code;  ///< of a `Violation`, stable
  std::string_view en;    ///< a few words in running text
  std::string_view zh;
};

/// What concerns the pair, the times, the limits of a day, and last what a plan says of itself.
inline constexpr std::array violation_kinds{
    ViolationKind{"skill_missing", "skill missing", "缺技能"},
    ViolationKind{"skill_level", "skill level too low", "技能级别不够"},
    ViolationKind{"certificate_expired", "certificate run out", "证书过期"},
    ViolationKind{"suspended", "worked while suspended", "停派期间上门"},
    ViolationKind{"not_allowed", "not an allowed technician", "非指定师傅"},
    ViolationKind{"blocked", "blocked technician", "客户不接受的师傅"},
    ViolationKind{"group", "outside the region", "跨区域"},
    ViolationKind{"language", "language not spoken", "语言不符"},
    ViolationKind{"tool_missing", "tool missing", "缺工具"},
    ViolationKind{"part_short", "parts short", "备件不足"},
    ViolationKind{"depot_short", "depot's stock short", "仓库库存不足"},
    ViolationKind{"unreachable", "no way there", "无路可达"},
    ViolationKind{"window", "outside the time window", "不在时间窗内"},
    ViolationKind{"shift_start", "before the shift", "早于上班时间"},
    ViolationKind{"shift_end", "after the shift", "晚于下班时间"},
    ViolationKind{"break_missing", "no break", "没有休息"},
    ViolationKind{"break_window", "break at the wrong time", "休息时间不对"},
    ViolationKind{"depot_closed", "called at a depot while it was closed", "仓库不在营业时间"},
    ViolationKind{"max_jobs", "too many jobs", "单数超限"},
    ViolationKind{"tag_jobs", "too many jobs of a kind", "某类工单单数超限"},
    ViolationKind{"tag_work", "too much work of a kind", "某类工单工时超限"},
    ViolationKind{"tag_closed", "worked on while its kind was closed", "停工时段内作业"},
    ViolationKind{"max_leg", "too long a drive", "单程行车时间超限"},
    ViolationKind{"max_travel", "too much driving", "行车时间超限"},
    ViolationKind{"max_distance", "too many kilometres", "里程超限"},
    ViolationKind{"pin_technician", "pinned to somebody else", "换了指定的师傅"},
    ViolationKind{"pin_start", "pinned to another time", "改了指定的时间"},
    ViolationKind{"link_unserved", "a linked order not served", "关联工单未安排"},
    ViolationKind{"link_gap", "at the wrong distance from a linked order", "与关联工单的间隔不对"},
    ViolationKind{"travel_too_short", "travel time too short", "路程时间不够"},
    ViolationKind{"service_too_short", "service time too short", "服务时间不够"},
    ViolationKind{"overlap", "visits overlap", "时间重叠"},
    ViolationKind{"left_before_release", "left before the order was known", "工单下达前就出发"},
    ViolationKind{"needless_call", "called at a depot without need", "不必去仓库"},
    ViolationKind{"called_twice", "called at depots twice in a shift", "一班去了两次仓库"},
    ViolationKind{"served_twice", "served twice", "重复上门"},
    ViolationKind{"not_accounted", "order not accounted for", "漏单"},
    ViolationKind{"bad_index", "an index that does not exist, or out of order", "编号无效"},
    ViolationKind{"wrong_cost", "another cost than stated", "成本不符"},
    ViolationKind{"wrong_goals", "other goals than stated", "目标值不符"},
    ViolationKind{"wrong_problem", "made for another problem", "属于另一个问题"},
    ViolationKind{"timing", "times do not follow the timing rule", "时刻不一致"},
};

/// Null when there is none of that code.
[[nodiscard]] constexpr const ViolationKind* find_violation_kind(std::string_view code) {
  for (const ViolationKind& kind : violation_kinds) {
    if (kind.code == code) return &kind;
  }
  return nullptr;
}

}  // namespace check
}  // namespace paidan::inline PAIDAN_ABI
