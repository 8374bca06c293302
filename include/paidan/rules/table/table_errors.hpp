// What can be wrong with a decision table, and with an input that it is asked about.
#pragma once

#include <paidan/core/error.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace rules::errors {

inline constexpr ErrorKind no_output{"rules_no_output", "a decision table needs at least one output",
                                     "决策表至少需要一个输出列"};
inline constexpr ErrorKind cells_differ{"rules_cells_differ", "{found} {cells}, but the table has {expected}",
                                        "有{found}个{cells_zh},而表中有{expected}个"};
inline constexpr ErrorKind no_expression{"rules_no_expression", "this input has neither an expression nor a name",
                                         "该输入列既没有表达式也没有名称"};
inline constexpr ErrorKind no_output_name{"rules_no_output_name", "with several outputs each needs a name",
                                          "有多个输出列时每列都需要名称"};
inline constexpr ErrorKind repeated_output{"rules_repeated_output", "output '{name}' is given twice",
                                           "输出列“{name}”重复"};
inline constexpr ErrorKind repeated_rule{"rules_repeated_rule", "rule '{id}' is given twice (first: rule {first})",
                                         "规则“{id}”重复(首次为第{first}条)"};
inline constexpr ErrorKind one_output_only{"rules_one_output_only",
                                           "hit policy {policy} needs exactly one output, the table has {found}",
                                           "命中策略{policy}只能有一个输出列,表中有{found}个"};
inline constexpr ErrorKind order_missing{
    "rules_order_missing", "hit policy {policy} needs the allowed values of an output: they are its order, best first",
    "命中策略{policy}需要输出列的取值范围,其先后即优先次序"};
inline constexpr ErrorKind order_no_list{
    "rules_order_no_list", "with hit policy {policy} the allowed values must be a list of values, best first",
    "命中策略{policy}要求取值范围为一列具体的值,优先者在前"};
inline constexpr ErrorKind wrong_output_type{"rules_wrong_output_type",
                                             "the output must be of type {expected}, got {value}",
                                             "输出应为{expected}类型,实为{value}"};
inline constexpr ErrorKind output_missing{"rules_output_missing", "an output is missing (write null for none)",
                                          "缺少输出(没有时请写null)"};
inline constexpr ErrorKind too_many{"rules_too_many", "{found} {noun}; at most {limit} are possible",
                                    "{found}个{noun_zh},最多可有{limit}个"};

// Of a decision.
inline constexpr ErrorKind missing_fact{"rules_missing_fact", "the fact '{name}' is missing{hint}",
                                        "缺少事实“{name}”{hint_zh}"};
inline constexpr ErrorKind input_count{"rules_input_count", "{found} inputs, but the table has {expected}",
                                       "给出{found}个输入,而表中有{expected}个"};
inline constexpr ErrorKind wrong_input_type{"rules_wrong_input_type", "{input} must be of type {expected}, got {value}",
                                            "{input}应为{expected}类型,实为{value}"};
inline constexpr ErrorKind input_not_allowed{"rules_input_not_allowed", "{input} must be {allowed}, got {value}",
                                             "{input}须为{allowed},实为{value}"};
inline constexpr ErrorKind several_rules{"rules_several_rules",
                                         "rules {rules} all match, but hit policy U allows one: {input}",
                                         "规则{rules}同时命中,而命中策略U只允许一条:{input}"};
inline constexpr ErrorKind outputs_differ{
    "rules_outputs_differ", "rules {rules} match with different outputs, which hit policy A forbids: {input}",
    "规则{rules}同时命中但输出不同,命中策略A不允许:{input}"};
inline constexpr ErrorKind cannot_aggregate{
    "rules_cannot_aggregate", "hit policy {policy} cannot take the outputs of rules {rules} together: {input}",
    "命中策略{policy}无法汇总规则{rules}的输出:{input}"};

}  // namespace rules::errors
}  // namespace paidan::inline PAIDAN_ABI
