// What can be wrong with a file before anybody looks at what it means.
#pragma once

#include <paidan/core/error.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace syntax::errors {

inline constexpr ErrorKind cannot_read{"cannot_read", "cannot read '{file}': {reason}", "无法读取“{file}”:{reason}"};
inline constexpr ErrorKind cannot_write{"cannot_write", "cannot write '{file}': {reason}", "无法写入“{file}”:{reason}"};
inline constexpr ErrorKind empty_file{"empty_file", "the file is empty", "文件是空的"};
inline constexpr ErrorKind too_large{"too_large", "the file has more than {limit} {unit}, the limit of this reader",
                                     "文件超过{limit}{unit_zh},这是读取上限"};
inline constexpr ErrorKind cell_too_large{"cell_too_large",
                                          "a cell has more than {limit} bytes, the limit of this reader",
                                          "单元格超过{limit}字节,这是读取上限"};
inline constexpr ErrorKind too_deep{"too_deep", "arrays and objects are nested more than {limit} deep",
                                    "数组与对象嵌套超过{limit}层"};
inline constexpr ErrorKind wrong_encoding{"wrong_encoding",
                                          "the text is neither UTF-8 nor GB18030 (byte {byte} is {value})",
                                          "文本既不是UTF-8也不是GB18030编码(第{byte}字节为{value})"};
inline constexpr ErrorKind truncated_json{"truncated_json", "the JSON ends too early, at line {line}, column {column}",
                                          "JSON在第{line}行第{column}列处提前结束"};
inline constexpr ErrorKind bad_json{"bad_json", "not JSON at line {line}, column {column}: {near}",
                                    "第{line}行第{column}列不是JSON:{near}"};
inline constexpr ErrorKind unknown_field{"unknown_field", "unknown field '{field}'{hint}",
                                         "未知字段“{field}”{hint_zh}"};
inline constexpr ErrorKind repeated_field{"repeated_field", "field '{field}' is given twice", "字段“{field}”出现两次"};
inline constexpr ErrorKind other_schema{"other_schema_version",
                                        "schema_version {value} cannot be read by this release; it reads {known}",
                                        "本版本无法读取schema_version {value},只能读取{known}"};
inline constexpr ErrorKind other_kind{"other_kind", "this is a document of kind '{value}', not '{expected}'",
                                      "这是“{value}”文档,不是“{expected}”"};
inline constexpr ErrorKind unknown_kind{"unknown_kind", "unknown kind of document '{value}' (known: {known}){hint}",
                                        "未知的文档种类“{value}”(可用:{known}){hint_zh}"};
inline constexpr ErrorKind ambiguous_time{"ambiguous_time",
                                          "{value} occurs twice in {zone}; give an offset: {first} or {second}",
                                          "{value}在{zone}出现两次,请写明时差:{first}或{second}"};
inline constexpr ErrorKind skipped_time{"skipped_time", "{value} does not exist in {zone}: the clocks go forward",
                                        "{value}在{zone}不存在:当时钟表拨快"};
inline constexpr ErrorKind unknown_zone{"unknown_zone", "unknown time zone '{value}'{hint}",
                                        "未知时区“{value}”{hint_zh}"};
inline constexpr ErrorKind missing_column{"missing_column",
                                          "column '{column}' ({column_zh}) is missing (known: {known}){hint}",
                                          "缺少列“{column_zh}”({column})(可用:{known}){hint_zh}"};
inline constexpr ErrorKind unknown_column{"unknown_column", "unknown column '{column}' (known: {known}){hint}",
                                          "未知的列“{column}”(可用:{known}){hint_zh}"};
inline constexpr ErrorKind repeated_column{"repeated_column", "column '{column}' is given twice (also as '{first}')",
                                           "列“{column}”重复(另为“{first}”)"};
inline constexpr ErrorKind unclosed_quote{"unclosed_quote", "the quoted cell that begins in this row never ends",
                                          "本行开始的引号没有结束"};
inline constexpr ErrorKind extra_cells{"extra_cells", "{found} cells, but the heading has {expected}",
                                       "有{found}格,而标题行只有{expected}格"};
inline constexpr ErrorKind place_differs{"place_differs", "place '{place}' has other coordinates than in row {first}",
                                         "地点“{place}”的坐标与第{first}行不同"};
inline constexpr ErrorKind which_shift{"which_shift", "{technician} has {count} shifts; name one of {known}",
                                       "{technician}有{count}个班次,请写明其中一个:{known}"};
inline constexpr ErrorKind no_shift{"no_shift", "{technician} has no shift", "{technician}没有班次"};
inline constexpr ErrorKind other_problem{"other_problem", "made for problem {value}, not for this one ({expected})",
                                         "属于问题{value},不是本问题({expected})"};
inline constexpr ErrorKind day_of_other_year{"day_of_other_year",
                                             "{date} is no day of the announcement for {year} ({count} such days)",
                                             "{date}不属于{year}年的放假安排(共{count}天如此)"};
inline constexpr ErrorKind file_of_other_year{"file_of_other_year", "file '{file}' holds the announcement for {year}",
                                              "文件“{file}”里是{year}年的放假安排"};
inline constexpr ErrorKind statutory_missing{"statutory_missing", "the table of national holidays has no day of {year}",
                                             "法定节日表没有{year}年的日期"};

}  // namespace syntax::errors
}  // namespace paidan::inline PAIDAN_ABI
