// Templates of reasons, one row per detail code. Included by explain.ipp alone.
#pragma once

#include <paidan/render/explain.hpp>

#include <array>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace render {
namespace render_detail {

/// `{name}` is replaced by the reason's parameter of that name; `{minutes}` and the like come ready as text.
struct ReasonText {
  std::string_view detail, zh, en;
};

inline constexpr std::array reason_texts{
    ReasonText{"skill_missing", "缺\"{skill}\"技能(本单要求{needed}级)", "lacks {skill} skill level {needed}"},
    ReasonText{"skill_level", "\"{skill}\"技能{held}级,本单要求{needed}级",
               "has {skill} skill level {held}, level {needed} is needed"},
    ReasonText{"certificate_expired", "\"{skill}\"证书已于{date}到期", "the {skill} certificate ran out on {date}"},
    ReasonText{"certificate_not_yet_valid", "\"{skill}\"证书{date}起才有效",
               "the {skill} certificate is valid from {date} only"},
    ReasonText{"not_allowed", "不在本单指定的师傅之内", "is not among the technicians this order allows"},
    ReasonText{"blocked", "本单不接受该师傅", "is blocked for this order"},
    ReasonText{"group", "不属于本单所在区域", "belongs to another region"},
    ReasonText{"language", "不会客户要求的语言", "does not speak a language the customer asked for"},
    ReasonText{"tool_missing", "未带工具\"{tool}\"", "does not carry the tool {tool}"},
    ReasonText{"part_short", "备件\"{part}\"不足(需{needed},余{held})",
               "carries {held} of part {part}, {needed} needed"},
    ReasonText{"suspended", "停派中({reason})", "is suspended then ({reason})"},
    ReasonText{"window_early", "到得太早,比本单允许的时间早{amount}", "would come {amount} before the order allows"},
    ReasonText{"window_late", "赶不到,比本单允许的时间晚{amount}", "would come {amount} after the order allows"},
    ReasonText{"shift_start", "须比上班时间早{amount}出门", "would have to leave {amount} before the shift"},
    ReasonText{"shift_end", "收工超出班次(含可加班){amount}",
               "would be back {amount} after the shift, overtime included"},
    ReasonText{"no_shift", "当天没有班次", "has no shift"},
    ReasonText{"break_missing", "排不下{amount}的休息", "would lose a break of {amount}"},
    ReasonText{"unreachable", "{from}到{to}没有路", "there is no way from {from} to {to}"},
    ReasonText{"max_jobs", "超过每班最多{limit}单", "would have more than {limit} jobs in the shift"},
    ReasonText{"max_travel", "行车超出每班上限{amount}", "would travel {amount} more than the shift allows"},
    ReasonText{"max_distance", "里程超出每班上限{amount}", "would drive {amount} more than the shift allows"},
    ReasonText{"commitment", "会使{order}单比约定时间晚{amount}",
               "order {order} would start {amount} after what was agreed"},
    ReasonText{"commitment_suspended", "会使{order}单落入停派时段", "order {order} would fall into a suspension"},
    ReasonText{"pin_technician", "本单已指定给{pinned}", "the order is pinned to {pinned}"},
};

}  // namespace render_detail
}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI
