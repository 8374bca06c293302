// The one table of what a reason can be, as errors have theirs: code, family, words.
#pragma once

#include <paidan/core/reason.hpp>

#include <array>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

/// A detail of a `Reason`. Templates are half a sentence after the technician's name, `{name}` being the reason's
/// parameter of that name; `{amount}` is its `amount_s` or `amount_m` in words.
struct ReasonKind {
  Family family{};
  std::string_view detail;  ///< stable code
  std::string_view en;
  std::string_view zh;
};

/// By family. Those of the pair come from `reasons`, the others from `why_refused` and `why_not`.
inline constexpr std::array reason_kinds{
    ReasonKind{Family::skill, "skill_missing", "lacks {skill} skill level {needed}",
               "缺\"{skill}\"技能(本单要求{needed}级)"},
    ReasonKind{Family::skill, "skill_level", "has {skill} skill level {held}, level {needed} is needed",
               "\"{skill}\"技能{held}级,本单要求{needed}级"},
    ReasonKind{Family::skill, "certificate_expired", "the {skill} certificate ran out on {date}",
               "\"{skill}\"证书已于{date}到期"},
    ReasonKind{Family::skill, "certificate_not_yet_valid", "the {skill} certificate is valid from {date} only",
               "\"{skill}\"证书{date}起才有效"},
    ReasonKind{Family::suspended, "suspended", "is suspended then ({reason})", "停派中({reason})"},
    ReasonKind{Family::allowed, "not_allowed", "is not among the technicians this order allows",
               "不在本单指定的师傅之内"},
    ReasonKind{Family::allowed, "blocked", "is blocked for this order", "本单不接受该师傅"},
    ReasonKind{Family::group, "group", "belongs to another region", "不属于本单所在区域"},
    ReasonKind{Family::language, "language", "does not speak a language the customer asked for", "不会客户要求的语言"},
    ReasonKind{Family::tools, "tool_missing", "does not carry the tool {tool}", "未带工具\"{tool}\""},
    ReasonKind{Family::parts, "part_short", "carries {held} of part {part}, {needed} needed",
               "备件\"{part}\"不足(需{needed},余{held})"},
    ReasonKind{Family::reach, "unreachable", "there is no way from {from} to {to}", "{from}到{to}没有路"},
    ReasonKind{Family::window, "window_early", "would come {amount} before the order allows",
               "到得太早,比本单允许的时间早{amount}"},
    ReasonKind{Family::window, "window_late", "would come {amount} after the order allows",
               "赶不到,比本单允许的时间晚{amount}"},
    ReasonKind{Family::window, "not_known_yet", "would have to leave {amount} before the order is known",
               "须在本单可派之前{amount}出门"},
    ReasonKind{Family::shift, "shift_start", "would have to leave {amount} before the shift",
               "须比上班时间早{amount}出门"},
    ReasonKind{Family::shift, "shift_end", "would be back {amount} after the shift, overtime included",
               "收工超出班次(含可加班){amount}"},
    ReasonKind{Family::shift, "no_shift", "has no shift", "当天没有班次"},
    ReasonKind{Family::breaks, "break_missing", "would lose a break of {amount}", "排不下{amount}的休息"},
    ReasonKind{Family::jobs, "max_jobs", "would have more than {limit} jobs in the shift", "超过每班最多{limit}单"},
    ReasonKind{Family::travel_time, "max_leg", "would drive {amount} longer at a stretch than is allowed",
               "单程行车超出上限{amount}"},
    ReasonKind{Family::travel_time, "max_travel", "would travel {amount} more than the shift allows",
               "行车超出每班上限{amount}"},
    ReasonKind{Family::distance, "max_distance", "would drive {amount} more than the shift allows",
               "里程超出每班上限{amount}"},
    ReasonKind{Family::pin, "pin_technician", "the order is pinned to {pinned}", "本单已指定给{pinned}"},
    ReasonKind{Family::commitments, "commitment", "order {order} would start {amount} after what was agreed",
               "会使{order}单比约定时间晚{amount}"},
    ReasonKind{Family::commitments, "commitment_suspended", "order {order} would fall into a suspension",
               "会使{order}单落入停派时段"},
};

/// Null when there is none of that name.
[[nodiscard]] constexpr const ReasonKind* find_reason_kind(std::string_view detail) {
  for (const ReasonKind& kind : reason_kinds) {
    if (kind.detail == detail) return &kind;
  }
  return nullptr;
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
