// Decision models in OMG's DMN XML (1.1 to 1.5), as modelling tools write them.
#pragma once

#include <paidan/rules/model/model_data.hpp>
#include <paidan/syntax/limits.hpp>

#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

namespace errors {
inline constexpr ErrorKind bad_xml{"bad_xml", "not XML at line {line}, column {column}: {reason}",
                                   "第{line}行第{column}列不是XML:{reason}"};
inline constexpr ErrorKind deep_xml{"deep_xml", "line {line}: elements are nested more than {limit} deep",
                                    "第{line}行:元素嵌套超过{limit}层"};
inline constexpr ErrorKind other_root{"other_root", "the root element is '{value}', not '{expected}'",
                                      "根元素是“{value}”,不是“{expected}”"};
inline constexpr ErrorKind unknown_reference{"unknown_reference", "line {line}: nothing has the id '{value}'",
                                             "第{line}行:没有id为“{value}”的元素"};
inline constexpr ErrorKind unknown_hit_policy{"unknown_hit_policy", "line {line}: unknown hit policy '{value}'",
                                              "第{line}行:未知的命中策略“{value}”"};
inline constexpr ErrorKind refused_element{"refused_element", "line {line}: '{value}' is not supported",
                                           "第{line}行:不支持“{value}”"};
}  // namespace errors

/// XML takes about thirty times its size in memory while it is read.
inline constexpr syntax::Limits dmn_limits{.bytes = std::size_t{16} << 20U, .depth = 200};

/// The inputs, decisions, business knowledge models and item definitions of a file; pictures, sources and services are
/// passed over. Nothing is checked here that `rules::DecisionModel` checks. Throws InvalidInput: no XML, beyond the
/// limits, imports. Expression languages other than FEEL, and boxed expressions other than literal, table, context,
/// invocation, function, list and relation, are refused when every decision has some; otherwise only these decisions
/// are `unsupported`. In a file without input data, inputs are the names that its decisions read and nobody declares;
/// an output of a required decision's table may be read by the output's name.
[[nodiscard]] PAIDAN_EXPORT rules::ModelData read_dmn(std::string_view bytes,
                                                      const syntax::Limits& limits = dmn_limits);

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/sheets/dmn_xml.ipp>
#endif
