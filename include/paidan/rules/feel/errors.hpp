// Kinds of error of the rules room's texts. `expected` has a Chinese twin, `expected_zh`.
#pragma once

#include <paidan/core/error.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

/// Where a text stands, for its errors.
struct Place {
  std::string path = {};
  std::int64_t row = 0;  ///< spreadsheet row, 0 when there is no sheet
};

namespace errors {
inline constexpr ErrorKind syntax{"rules_syntax", "line {line}, column {column}: expected {expected}, got {value}",
                                  "第{line}行第{column}列:应为{expected_zh},实为{value_zh}"};
inline constexpr ErrorKind unknown_name{"rules_unknown_name",
                                        "line {line}, column {column}: unknown name '{name}'{hint}",
                                        "第{line}行第{column}列:未知的名称“{name}”{hint_zh}"};
inline constexpr ErrorKind bad_number{"rules_bad_number",
                                      "line {line}, column {column}: '{value}' is not a number of at most 34 digits",
                                      "第{line}行第{column}列:“{value}”不是34位以内的数字"};
inline constexpr ErrorKind bad_literal{"rules_bad_literal",
                                       "line {line}, column {column}: '{value}' is no date, time or duration",
                                       "第{line}行第{column}列:“{value}”不是日期、时间或时长"};
inline constexpr ErrorKind unclosed_text{"rules_unclosed_text",
                                         "line {line}, column {column}: this text is never closed",
                                         "第{line}行第{column}列:文本缺少结束引号"};
inline constexpr ErrorKind bad_escape{"rules_bad_escape",
                                      "line {line}, column {column}: unknown escape '{value}' in a text",
                                      "第{line}行第{column}列:文本中有未知的转义“{value}”"};
inline constexpr ErrorKind not_supported{"rules_not_supported",
                                         "line {line}, column {column}: {feature} is not supported",
                                         "第{line}行第{column}列:不支持{feature_zh}"};
inline constexpr ErrorKind bad_utf8{"rules_bad_utf8", "the text is not UTF-8 (byte {byte})",
                                    "文本不是UTF-8编码(第{byte}字节)"};
inline constexpr ErrorKind given_twice{"rules_given_twice", "line {line}, column {column}: '{name}' is given twice",
                                       "第{line}行第{column}列:“{name}”重复"};
inline constexpr ErrorKind too_many_names{"rules_too_many_names",
                                          "line {line}, column {column}: more than {limit} names in one expression",
                                          "第{line}行第{column}列:一个表达式中的名称超过{limit}个"};
inline constexpr ErrorKind nested_too_deep{"rules_nested_too_deep",
                                           "line {line}, column {column}: nested deeper than {limit} levels",
                                           "第{line}行第{column}列:嵌套超过{limit}层"};
inline constexpr ErrorKind text_too_long{"rules_text_too_long", "the text has {value} bytes; at most {limit} are read",
                                         "文本有{value}字节,最多可读{limit}字节"};
inline constexpr ErrorKind too_deep{"rules_too_deep", "nested deeper than {limit} levels", "嵌套超过{limit}层"};
inline constexpr ErrorKind too_much_work{"rules_too_much_work", "the evaluation takes more than {limit} steps",
                                         "计算超过{limit}步"};
}  // namespace errors

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
