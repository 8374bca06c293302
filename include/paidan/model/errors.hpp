// What can be wrong with a problem, beyond the kinds that all rooms share (core/error.hpp).
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/travel/errors.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace errors {

inline constexpr ErrorKind no_technicians{"no_technicians", "there are no technicians", "没有任何师傅"};
inline constexpr ErrorKind too_many{"too_many", "{count} {noun} are more than the limit of {limit}",
                                    "{noun_zh}共{count}个,超过上限{limit}个"};
inline constexpr ErrorKind empty_name{"empty_name", "a name in {field} must not be empty", "{field}中的名称不能为空"};
inline constexpr ErrorKind ends_before_it_starts{"ends_before_it_starts",
                                                 "the {noun} must end after it starts, got {start} to {end}",
                                                 "{noun_zh}的结束须晚于开始,实为{start}至{end}"};
inline constexpr ErrorKind too_far_from_origin{
    "too_far_from_origin", "{field} must lie within 2^28 seconds (8.5 years) of the origin {origin}, got {value}",
    "{field}与时间原点{origin}相距须在2^28秒(约8.5年)以内,实为{value}"};
inline constexpr ErrorKind overlapping_shifts{
    "overlapping_shifts",
    "shift '{shift}' starts at {start}, before shift '{other}' of the same technician ends at {end} (overtime "
    "included)",
    "班次“{shift}”始于{start},早于同一师傅班次“{other}”的结束时间{end}(含加班)"};
inline constexpr ErrorKind latest_before_earliest{
    "latest_before_earliest", "the break's latest start {latest} is before its earliest start {earliest}",
    "休息的最晚开始{latest}早于最早开始{earliest}"};
inline constexpr ErrorKind break_outside_shift{
    "break_outside_shift",
    "the break from {start} to {end} at the latest does not fit into the shift from {shift_start} to {shift_end}",
    "休息({start}至最晚{end})超出班次({shift_start}至{shift_end})"};
inline constexpr ErrorKind open_end_with_location{"open_end_with_location",
                                                  "a shift with an open end cannot have the end location '{location}'",
                                                  "不返回的班次不能有返回地点“{location}”"};
inline constexpr ErrorKind certificate_dates{
    "certificate_dates", "the certificate for '{skill}' ends on {until}, before it begins on {from}",
    "“{skill}”证书的有效期止{until}早于生效日{from}"};
inline constexpr ErrorKind expired_certificate{
    "expired_certificate",
    "technician '{technician}': the certificate for '{skill}' ran out on {date}, before the first shift on {day}",
    "师傅“{technician}”的“{skill}”证书已于{date}到期,早于首个班次日{day}"};
inline constexpr ErrorKind no_possible_start{"no_possible_start",
                                             "service could never start: {constraints} exclude each other",
                                             "没有可行的开始时刻:{constraints_zh}互相矛盾"};
inline constexpr ErrorKind gap_below_gap{"gap_below_gap",
                                         "the maximum gap of {maximum} s is less than the minimum gap of {minimum} s",
                                         "最大间隔{maximum}秒小于最小间隔{minimum}秒"};
inline constexpr ErrorKind linked_to_itself{"linked_to_itself", "an order cannot be linked to itself",
                                            "工单不能与自身关联"};
inline constexpr ErrorKind gaps_exclude_each_other{"gaps_exclude_each_other",
                                                   "the gaps between these orders cannot all be kept: {orders}",
                                                   "以下工单之间的间隔无法同时满足:{orders}"};
inline constexpr ErrorKind crew_id_taken{
    "crew_id_taken", "further technicians of the crew get orders of their own, but there is an order '{id}' ({first})",
    "多人工单会拆成多张工单,但编号“{id}”已被占用({first})"};
inline constexpr ErrorKind empty_pin{"empty_pin", "the pin names neither a technician nor a start",
                                     "固定项既未指定师傅,也未指定开始时刻"};
inline constexpr ErrorKind waiting_above_lateness{
    "waiting_above_lateness",
    "a second of waiting ({waiting}) must not cost more than a second of lateness ({lateness})",
    "每秒等待成本({waiting})不得高于每秒迟到成本({lateness})"};
inline constexpr ErrorKind cost_overflow{
    "cost_overflow", "the worst possible plan would cost 2^62 or more; the largest part is {part} ({value})",
    "最坏情况下的总成本达到2^62,其中最大的一项是{part_zh}({value})"};
inline constexpr ErrorKind goal_overflow{
    "goal_overflow",
    "with goals in order, {goal} of the worst possible plan would reach 2^53; the largest part is {part} ({value}): "
    "lower "
    "{fields}",
    "按次序比较目标时,最坏排班的{goal}达到2^53,其中最大的一项是{part_zh}({value}):请降低{fields}"};
inline constexpr ErrorKind location_outside_matrix{
    "location_outside_matrix",
    "location '{location}' is outside the matrix of profile '{profile}', which has {size} locations",
    "地点“{location}”不在出行方式“{profile}”的矩阵内(矩阵只有{size}个地点)"};
inline constexpr ErrorKind matrix_too_large{
    "matrix_too_large", "the matrix of profile '{profile}' has {size} locations, but the problem only {count}",
    "出行方式“{profile}”的矩阵有{size}个地点,而问题只有{count}个地点"};
inline constexpr ErrorKind missing_coordinates{
    "missing_coordinates",
    "location '{location}' has no coordinates, but profile '{profile}' has no matrix and needs them",
    "地点“{location}”没有坐标,而出行方式“{profile}”没有矩阵,必须有坐标"};
inline constexpr ErrorKind distance_unknown{
    "distance_unknown",
    "technician '{technician}' has a limit of {value} metres, but the matrix of profile '{profile}' has no metres",
    "师傅“{technician}”限行{value}米,而出行方式“{profile}”的矩阵没有米数"};
inline constexpr ErrorKind leg_too_slow{
    "leg_too_slow",
    "at {percent} percent speed the longest way of profile '{profile}' takes {value} seconds, more than 2^28",
    "以{percent}%的速度,出行方式“{profile}”的最长行程需{value}秒,超过2^28秒"};
inline constexpr ErrorKind half_a_span{"half_a_span",
                                       "a limit has both start and end, or neither: {given} is given, {missing} is not",
                                       "分类上限的start与end须同时给出或都不给:已有{given},缺{missing}"};
inline constexpr ErrorKind limits_nothing{"limits_nothing",
                                          "the limit for '{tag}' limits nothing: it needs max_jobs or max_work",
                                          "“{tag}”的分类上限没有内容:须给出max_jobs或max_work"};
/// A notice.
inline constexpr ErrorKind unused_tag{"unused_tag", "no order has the tag '{tag}'{hint}",
                                      "没有工单带标签“{tag}”{hint_zh}"};
/// A notice.
inline constexpr ErrorKind distance_costs_nothing{
    "distance_costs_nothing",
    "per_metre is {value}, but the matrix of profile '{profile}' has no metres: its distances cost nothing",
    "per_metre为{value},而出行方式“{profile}”的矩阵没有米数:其路程不计费用"};
/// A notice.
inline constexpr ErrorKind nobody_skilled{
    "nobody_skilled", "no technician holds all the skills of order '{order}' on any shift: {skills}",
    "没有师傅在任一班次具备工单“{order}”的全部技能:{skills}"};
/// A notice.
inline constexpr ErrorKind nobody_has{"nobody_has", "no technician has {what} of order '{order}': {list}",
                                      "没有师傅有工单“{order}”所需的{what_zh}:{list}"};
/// A notice.
inline constexpr ErrorKind nobody_may{
    "nobody_may", "limits on its kind ({list}) leave order '{order}' to nobody, even alone on a day",
    "按标签({list})的分类上限,没有任何师傅可以做工单“{order}”,即使当天只做这一单"};
/// A notice.
inline constexpr ErrorKind always_closed{
    "always_closed", "order '{order}' can never be done: work of its kind ({list}) is closed whenever it could be",
    "工单“{order}”无法安排:凡可以上门的时间,其标签({list})都在停工"};
/// A notice.
inline constexpr ErrorKind everybody_blocked{"everybody_blocked", "order '{order}' blocks every technician it allows",
                                             "工单“{order}”允许的师傅全被排除"};
/// A notice.
inline constexpr ErrorKind pinned_without{"pinned_without",
                                          "order '{order}' is pinned to {technician}, who lacks {what}: {list}",
                                          "工单“{order}”已指定给{technician},而该师傅没有{what_zh}:{list}"};
/// A notice.
inline constexpr ErrorKind too_few_together{
    "too_few_together", "orders {orders} begin at the same time, but of the technicians {count} at most could be there",
    "工单{orders}须同时开始,但最多只有{count}位师傅能到场"};
/// A notice.
inline constexpr ErrorKind group_never_served{
    "group_never_served",
    "nobody could ever do order '{order}', so orders that are linked to it are not served either: {list}",
    "没有师傅能做工单“{order}”,与之关联的工单也都无法安排:{list}"};
/// A notice.
inline constexpr ErrorKind gap_never_kept{
    "gap_never_kept",
    "whenever order '{first}' may be done, order '{order}' cannot start {minimum} to {maximum} minutes after it",
    "无论何时做工单“{first}”,工单“{order}”都无法在其后{minimum}至{maximum}分钟开始"};
/// A notice.
inline constexpr ErrorKind outside_every_shift{"outside_every_shift",
                                               "order '{order}' may only start {span}, when nobody works",
                                               "工单“{order}”只能在{span_zh}开始,而那时没有班次"};

}  // namespace errors
}  // namespace paidan::inline PAIDAN_ABI
