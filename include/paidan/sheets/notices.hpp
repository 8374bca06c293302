// What is said about a table that can be read: whatever was left out, assumed or taken otherwise than it stands there.
#pragma once

#include <paidan/core/error.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace sheets::notices {

inline constexpr ErrorKind unused_columns{"unused_columns", "columns that are not understood were left out: {columns}",
                                          "以下列无法识别,未使用:{columns_zh}"};
inline constexpr ErrorKind rows_above_heading{
    "rows_above_heading", "the headings were found in row {heading}; what stands above was left out",
    "标题行在第{heading}行,其上的内容未使用"};
inline constexpr ErrorKind assumed{"assumed", "columns without anything in them, and what holds instead: {what}",
                                   "没有内容的列及其默认值:{what_zh}"};
inline constexpr ErrorKind blank_cells{"blank_cells", "blank cells, and what holds instead: {what}",
                                       "空白单元格及其默认值:{what_zh}"};
inline constexpr ErrorKind day_of_appointment{
    "day_of_appointment", "an appointment without a time of day was taken as the day of service ({count} rows)",
    "预约只有日期、没有时间,按服务日期处理(共{count}行)"};
inline constexpr ErrorKind created_after_appointment{"created_after_appointment",
                                                     "created at {created}, after the appointment at {appointment}",
                                                     "创建时间{created}晚于预约时间{appointment}"};
inline constexpr ErrorKind break_assumed{
    "break_assumed",
    "a break without its earliest and latest start: from {earliest} to {latest} assumed ({count} rows)",
    "午休没有写明最早、最晚开始,按{earliest}至{latest}处理(共{count}行)"};
inline constexpr ErrorKind break_left_out{
    "break_left_out", "{count} shifts do not hold the break between its earliest and latest start, so they have none",
    "有{count}个班次容不下规定时段的午休,这些班次不安排午休"};
inline constexpr ErrorKind order_without_day{
    "order_without_day",
    "neither an appointment nor a day nor a time of creation: any day from the first on ({count} rows)",
    "没有预约、服务日期和创建时间,从首日起任何一天都可安排(共{count}行)"};
inline constexpr ErrorKind order_outside_days{
    "order_outside_days", "for a day outside the days that are planned, {first} to {last} ({count} rows)",
    "日期不在计划的{first}至{last}之内(共{count}行)"};

inline constexpr ErrorKind placed_by_table{
    "placed_by_table", "{count} orders without coordinates were placed by the table of places, {how}",
    "有{count}单没有坐标,按地点表定位,{how_zh}"};
inline constexpr ErrorKind total_rows{"total_rows", "{count} rows of totals were left out",
                                      "有{count}行合计,未当作数据"};
inline constexpr ErrorKind unplaced_order{"unplaced_order",
                                          "order '{order}' has no coordinates, so it is not planned: {place}",
                                          "工单“{order}”没有坐标,未参与排班:{place}"};
inline constexpr ErrorKind year_assumed{
    "year_assumed", "dates without a year were read as those near the other dates: '{value}' as {day} ({count} cells)",
    "没有写年份的日期,按与其他日期相近的年份处理:“{value}”作{day}(共{count}格)"};
inline constexpr ErrorKind part_of_day{"part_of_day",
                                       "a part of a day was read as these hours: '{value}' as {hours} ({count} cells)",
                                       "只写时段名称的,按以下钟点处理:“{value}”作{hours}(共{count}格)"};
inline constexpr ErrorKind day_columns{"day_columns", "columns headed by days were taken so: {columns}",
                                       "以日期或星期为标题的列,理解如下:{columns_zh}"};
inline constexpr ErrorKind day_columns_unread{
    "day_columns_unread", "columns headed by days that cannot be told were left out: {columns}; write 2024-07-08",
    "标题像日期但无法确定是哪一天的列,未使用:{columns_zh};请写成2024-07-08"};
inline constexpr ErrorKind part_of_shift{"part_of_shift",
                                         "'{part}' in a day's column was read as these hours: {hours} ({count} cells)",
                                         "当日班次写“{part_zh}”的,按以下钟点处理:{hours_zh}(共{count}格)"};
inline constexpr ErrorKind split_days{
    "split_days",
    "days of several spans are as many shifts, each from and to the technician's place, with its own limit of visits; "
    "overtime only after the last, no break where the pause between is as long ({count} days)",
    "一天有几段工时的,每段作为一个班次,各自从师傅住处出发并返回、各自计算最多单数;只有最后一段可加班,"
    "两段之间够午休的不另排午休"
    "(共{count}天)"};
inline constexpr ErrorKind far_row{
    "far_row", "{lat} {lat_value}, {lon} {lon_value}{from} is {km} km away from the other places{hint}",
    "{lat}{lat_value}、{lon}{lon_value}{from_zh}距其他地点{km}公里{hint_zh}"};
inline constexpr ErrorKind far_rows{"far_rows", "{count} places (rows {rows}) lie {km} km away from the others{hint}",
                                    "有{count}处地点(第{rows}行)距其他地点{km}公里{hint_zh}"};
inline constexpr ErrorKind far_from_zone{
    "far_from_zone",
    "the places lie around {lat} {lat_value}, {lon} {lon_value}, where no clock shows {zone}: latitude and longitude "
    "may "
    "be swapped",
    "各地点在{lat}{lat_value}、{lon}{lon_value}附近,与时区{zone}不符:纬度和经度可能颠倒了"};
inline constexpr ErrorKind zero_coordinates{"zero_coordinates",
                                            "coordinates 0, 0 were taken as no coordinates ({count} rows)",
                                            "坐标为0、0的,按没有坐标处理(共{count}行)"};

inline constexpr ErrorKind nobody_asked{
    "nobody_asked", "{count} rows do not say who wanted the order cancelled or put off: the first promise stands",
    "有{count}行取消或改约没有写明提出方:仍按最初的约定评判"};
inline constexpr ErrorKind known_always{
    "known_always",
    "{count} rows do not say when the order was cancelled or put off: taken as known from the beginning",
    "有{count}行取消或改约没有登记时间:视为一开始就已知道"};
inline constexpr ErrorKind all_done{"all_done", "no column says what came of a visit: all of them count as done",
                                    "没有“结果”列:每次上门都按“完成”计"};

}  // namespace sheets::notices

namespace sheets::errors {

inline constexpr ErrorKind span_for_time{"span_for_time", "{field} must be one time, got the span '{value}'",
                                         "{field}应为一个时刻,实为时段“{value}”"};
inline constexpr ErrorKind number_in_cell{"number_in_cell", "{field} must be between {low} and {high}, got '{value}'",
                                          "{field_zh}须在{low}与{high}之间,实为“{value}”"};
inline constexpr ErrorKind repeated_row{"repeated_row", "{noun} '{id}' is given twice (first in row {first})",
                                        "{noun_zh}“{id}”重复(首次出现在第{first}行)"};
inline constexpr ErrorKind which_date{"which_date",
                                      "{field} '{value}' may be read with the day or the month first: say date_order, "
                                      "or write it like 2024-07-08",
                                      "{field}“{value}”既可读作月/日也可读作日/月:请给出date_order,或写成2024-07-08"};
inline constexpr ErrorKind which_year{
    "which_year", "{field} '{value}' has no year, and no other date tells it: write it like 2024-07-08",
    "{field}“{value}”没有年份,也无法由其他日期推断:请写成2024-07-08"};
inline constexpr ErrorKind no_mapping{"no_mapping", "'{value}' is no mapping of a column: write KNOWN=OWN",
                                      "“{value}”不是列对照:请写成“已知列=自有列”"};
inline constexpr ErrorKind unknown_heading{"unknown_heading", "the table has no column '{value}'{hint}",
                                           "表中没有列“{value}”{hint_zh}"};
inline constexpr ErrorKind formula_without_value{
    "formula_without_value", "{field} holds the formula {value} without a stored value: open and save the workbook",
    "{field}是公式{value},文件中没有保存结果:请打开后重新保存"};
inline constexpr ErrorKind error_value{"error_value", "{field} holds the error value {value}",
                                       "{field}是错误值{value}"};
inline constexpr ErrorKind digits_lost{
    "digits_lost", "{field} holds {value}, a number of more digits than a cell keeps: format the column as text",
    "{field}为{value},位数超过单元格能保存的精度:请将该列设为文本格式"};

inline constexpr ErrorKind coordinates_swapped{
    "coordinates_swapped", "{field} must be between -90 and 90, got {value}: latitude and longitude may be swapped",
    "{field}须在-90与90之间,实为{value}:纬度和经度可能颠倒了"};
inline constexpr ErrorKind columns_swapped{
    "columns_swapped", "{lat} is beyond ±90 in all {count} rows, {lon} in none: latitude and longitude may be swapped",
    "全部{count}行的{lat}都超出±90,而{lon}都没有:纬度和经度可能颠倒了"};
inline constexpr ErrorKind too_far_row{
    "too_far_row",
    "{lat} {lat_value}, {lon} {lon_value}{from} is {km} km away from the other places, and straight lines reach "
    "{limit} "
    "km{hint}",
    "{lat}{lat_value}、{lon}{lon_value}{from_zh}距其他地点{km}公里,直线估算最多{limit}公里{hint_zh}"};
inline constexpr ErrorKind too_far_rows{
    "too_far_rows",
    "{count} places (rows {rows}) lie {km} km away from the others, and straight lines reach {limit} km{hint}",
    "有{count}处地点(第{rows}行)距其他地点{km}公里,直线估算最多{limit}公里{hint_zh}"};
inline constexpr ErrorKind too_wide{
    "too_wide", "the places lie {value} km apart, and straight lines reach {limit} km: plan each city by itself",
    "各地点相距达{value}公里,直线估算最多{limit}公里:请按城市分别排班"};
inline constexpr ErrorKind no_place{"no_place", "{lat} 0, {lon} 0 is no place: give its coordinates",
                                    "{lat}0、{lon}0不是有效地点:请填写坐标"};

}  // namespace sheets::errors
}  // namespace paidan::inline PAIDAN_ABI
