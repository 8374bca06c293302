// What can be wrong with a decision model, and with what it is asked.
#pragma once

#include <paidan/core/error.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace rules::errors {

inline constexpr ErrorKind name_missing{"rules_name_missing", "a name is missing", "缺少名称"};
inline constexpr ErrorKind name_twice{"rules_name_twice", "the name '{name}' is given twice", "名称“{name}”重复"};
inline constexpr ErrorKind model_too_large{"rules_model_too_large", "{found} {noun}; at most {limit} are possible",
                                           "有{found}个{noun_zh},最多可有{limit}个"};
inline constexpr ErrorKind name_built_in{"rules_name_built_in", "'{name}' is a built-in function already",
                                         "“{name}”已是内置函数"};
inline constexpr ErrorKind unknown_type{"rules_unknown_type", "unknown type '{name}'", "未知的类型“{name}”"};
inline constexpr ErrorKind type_in_itself{"rules_type_in_itself", "the type contains itself, or too many levels",
                                          "类型包含自身,或嵌套过深"};
inline constexpr ErrorKind unknown_requirement{"rules_unknown_requirement",
                                               "requires '{name}', which the model does not have{hint}",
                                               "依赖的“{name}”不在模型中{hint_zh}"};
inline constexpr ErrorKind cycle{"rules_cycle", "depends on itself: {path}", "依赖成环:{path}"};
inline constexpr ErrorKind logic_not_supported{"rules_logic_not_supported", "line {line}: '{value}' is not supported",
                                               "第{line}行:不支持“{value}”"};
inline constexpr ErrorKind logic_missing{"rules_logic_missing", "it has no logic to decide by", "缺少决策逻辑"};

// Of an evaluation.
inline constexpr ErrorKind unknown_decision{"rules_unknown_decision", "the model has no decision '{name}'{hint}",
                                            "模型中没有决策“{name}”{hint_zh}"};
inline constexpr ErrorKind input_missing{"rules_input_missing", "the input is missing; null is taken",
                                         "缺少该输入,按null处理"};
inline constexpr ErrorKind not_of_type{"rules_not_of_type", "{value} is not of type {expected}; null is taken",
                                       "{value}不是{expected}类型,按null处理"};

}  // namespace rules::errors
}  // namespace paidan::inline PAIDAN_ABI
