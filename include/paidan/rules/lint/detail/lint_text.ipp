// Findings in words.
#pragma once

#include <paidan/rules/lint/lint.hpp>
#include <paidan/rules/table/detail/table_decide.ipp>

#include <span>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

inline std::string quoted_text(std::string_view text, bool zh) {
  return zh ? "“" + std::string(text) + "”" : "'" + std::string(text) + "'";
}

}  // namespace rules::rules_detail

namespace rules {

PAIDAN_INLINE std::string text_of(const DecisionTable& table, const Finding& finding, Language language) {
  const bool zh = language == Language::zh;
  const auto id = [&](std::size_t i) { return table.rule_id(finding.rules[i]); };
  const std::string input = table.input_text(finding.witness);
  const std::string example = input.empty() ? "" : (zh ? ",例如 " : ", e.g. ") + input;
  const auto output = [&] {
    const std::string& name = table.data().outputs[finding.clause].name;
    return name.empty() ? std::string(zh ? "输出" : "the output") : rules_detail::quoted_text(name, zh);
  };
  switch (finding.kind) {
    case FindingKind::gap:
      return (zh ? "没有规则适用于 " : "no rule for ") +
             (input.empty() ? std::string(zh ? "任何输入" : "any input") : input);
    case FindingKind::overlap:
      return zh ? "规则" + id(0) + "与" + id(1) + "重叠" + example
                : "rules " + id(0) + " and " + id(1) + " overlap" + example;
    case FindingKind::shadowed: {
      const std::string winners = rules_detail::rule_list(table, std::span(finding.rules).subspan(1));
      return zh ? "规则" + id(0) + "永远轮不到,总由" + winners + "先决定" + example
                : "rule " + id(0) + " never decides, " + winners + " always comes first" + example;
    }
    case FindingKind::never_matches: {
      const std::string cell =
          table.input_name(finding.clause) + " " + table.cell(finding.rules[0], finding.clause).text();
      return zh ? "规则" + id(0) + "永不命中:" + cell : "rule " + id(0) + " never matches: " + cell;
    }
    case FindingKind::unreachable_output:
      return zh ? output() + "从不为" + finding.value.literal() : output() + " is never " + finding.value.literal();
    case FindingKind::output_not_listed:
      return zh ? "规则" + id(0) + "的" + output() + "为" + finding.value.literal() + ",不在取值范围内" + example
                : "rule " + id(0) + " gives " + output() + " " + finding.value.literal() +
                      ", which is not among its allowed values" + example;
  }
  return {};
}

PAIDAN_INLINE std::string text_of(LintLimit limit, Language language) {
  const bool zh = language == Language::zh;
  switch (limit) {
    case LintLimit::work:
      return zh ? "达到工作量上限,检查不完整" : "the work limit was reached, the search is not complete";
    case LintLimit::findings:
      return zh ? "还有更多同类问题没有列出" : "there are more findings of a kind than listed";
    case LintLimit::cells:
      return zh ? "含有表达式的单元格无法完全检查" : "cells that are expressions could not be checked completely";
  }
  return {};
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
