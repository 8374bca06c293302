#pragma once

#include <paidan/rules/table/detail/table_decide.ipp>
#include <paidan/rules/table/explain.hpp>

#include <algorithm>
#include <bit>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

/// Counts, for 64 rules at a time, how many cells fail: plane p holds bit p of every count.
class FailureCounter {
 public:
  static constexpr std::size_t planes = 9;  // max_inputs = 256

  void add(std::uint64_t failing) {
    for (std::size_t p = 0; failing != 0; ++p) {
      const std::uint64_t carry = plane_[p] & failing;
      plane_[p] ^= failing;
      failing = carry;
    }
  }
  /// Of the rules in `among`, those with that many failures.
  [[nodiscard]] std::uint64_t with(std::size_t count, std::uint64_t among) const {
    for (std::size_t p = 0; p < planes && among != 0; ++p) among &= (count >> p & 1U) != 0 ? plane_[p] : ~plane_[p];
    return among;
  }

 private:
  std::array<std::uint64_t, planes> plane_{};
};

/// The cells of one column that fit, as far as rules of word `w` go.
inline std::uint64_t fitting(const TableBody& body, const Sets& sets, std::size_t i, std::size_t w,
                             std::span<const Value> inputs, std::span<const Value> scope, Budget& budget) {
  std::uint64_t fits = sets.set[i][w];
  if (sets.exact) return fits;
  const std::uint64_t* const unsure = body.inputs[i].index.unsure(sets.slot[i]);
  if (unsure == nullptr) return fits;
  for (std::uint64_t left = fits & unsure[w]; left != 0; left &= left - 1) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(left));
    if (!body.cell(body.rule_at(w * 64 + bit), i).matches(inputs[i], scope, budget)) fits &= ~(std::uint64_t{1} << bit);
  }
  return fits;
}

inline void find_misses(const TableBody& body, const Sets& sets, std::span<const Value> inputs,
                        std::span<const Value> scope, std::uint32_t most, Explanation& into) {
  const std::size_t rules = body.data.rules.size();
  Budget budget;
  std::vector<FailureCounter> counters(body.words);
  std::vector<std::uint64_t> missing(body.words);
  for (std::size_t w = 0; w < body.words; ++w) {
    const std::size_t valid = std::min<std::size_t>(64, rules - std::min(rules, w * 64));
    const std::uint64_t all = valid == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << valid) - 1;
    std::uint64_t hits = all;
    for (std::size_t i = 0; i < body.inputs.size(); ++i) {
      const std::uint64_t fits = fitting(body, sets, i, w, inputs, scope, budget);
      hits &= fits;
      counters[w].add(all & ~fits);
    }
    missing[w] = all & ~hits;
    for (std::uint64_t left = hits; left != 0; left &= left - 1)
      into.matching.push_back(body.rule_at(w * 64 + static_cast<std::size_t>(std::countr_zero(left))));
  }
  if (!body.rule_of.empty()) std::sort(into.matching.begin(), into.matching.end());
  std::vector<std::uint32_t> nearest;
  for (std::size_t count = 1; count <= body.inputs.size() && into.nearest_count == 0; ++count) {
    for (std::size_t w = 0; w < body.words; ++w) {
      for (std::uint64_t left = counters[w].with(count, missing[w]); left != 0; left &= left - 1) {
        ++into.nearest_count;
        // Bits in another order than the table: all are needed before the first can be told.
        if (nearest.size() < most || !body.rule_of.empty())
          nearest.push_back(body.rule_at(w * 64 + static_cast<std::size_t>(std::countr_zero(left))));
      }
    }
  }
  std::sort(nearest.begin(), nearest.end());
  if (nearest.size() > most) nearest.resize(most);
  for (const std::uint32_t rule : nearest) {
    NearMiss miss{rule, {}};
    for (std::size_t i = 0; i < body.inputs.size(); ++i) {
      if (!body.cell(rule, i).matches(inputs[i], scope, budget)) miss.failed.push_back(static_cast<std::uint32_t>(i));
    }
    into.nearest.push_back(std::move(miss));
  }
}

inline void describe_rule(const DecisionTable& table, std::uint32_t rule, std::span<const Value> inputs,
                          std::span<const std::uint32_t> failed, Language language, std::string& text) {
  const bool zh = language == Language::zh;
  text += zh ? "规则" : "rule ";
  text += table.rule_id(rule) + (zh ? ":" : ": ");
  bool first = true;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (table.cell(rule, i).is_any()) continue;
    const bool fails = std::find(failed.begin(), failed.end(), static_cast<std::uint32_t>(i)) != failed.end();
    if (!failed.empty() && !fails) continue;
    if (!first) text += ", ";
    first = false;
    text += table.input_name(i) + " = " + shortened_literal(inputs[i]) +
            (zh ? (fails ? "不符合" : "符合") : (fails ? " does not fit " : " fits ")) + table.cell(rule, i).text();
  }
  if (first) text += zh ? "适用于任何输入" : "fits any input";
  const RuleData& data = table.data().rules[rule];
  for (std::size_t i = 0; i < data.annotations.size(); ++i) {
    if (data.annotations[i].empty()) continue;
    text += " [";
    if (!table.data().annotations[i].empty()) text += table.data().annotations[i] + ": ";
    text += data.annotations[i] + "]";
  }
  text += '\n';
}

}  // namespace rules::rules_detail

namespace rules {

PAIDAN_INLINE Explanation explain_inputs(const DecisionTable& table, std::span<const Value> inputs,
                                         std::span<const Value> scope, const ExplainOptions& options) {
  const rules_detail::TableBody& body = table.body();
  Explanation made;
  made.decision = table.decide_inputs(inputs, scope);
  made.inputs.assign(inputs.begin(), inputs.end());
  if (made.decision.status == Status::refused) return made;
  rules_detail::Sets sets;
  std::uint32_t refused = 0;
  if (!rules_detail::find_sets(body, inputs, scope, nullptr, sets, refused)) return made;
  rules_detail::find_misses(body, sets, inputs, scope, options.nearest, made);
  return made;
}

PAIDAN_INLINE Explanation explain(const DecisionTable& table, const Value& facts, const ExplainOptions& options) {
  Errors errors;
  const std::vector<Value> scope = table.scope_of(facts, errors);
  if (!errors.empty()) {
    Explanation made;
    made.decision = {Status::refused, {}, {}, errors.list()};
    return made;
  }
  Budget budget;
  return explain_inputs(table, table.inputs_of(scope, budget), scope, options);
}

PAIDAN_INLINE std::string text_of(const DecisionTable& table, const Explanation& explanation, Language language) {
  const bool zh = language == Language::zh;
  const Decision& decision = explanation.decision;
  std::string text;
  switch (decision.status) {
    case Status::decided:
      text = zh ? "结果:" : "result: ";
      break;
    case Status::by_default:
      text = zh ? "没有规则命中,取默认值:" : "no rule matches, the default holds: ";
      break;
    case Status::undecided:
      text = zh ? "没有规则命中,也没有默认值:" : "no rule matches and there is no default: ";
      break;
    case Status::conflict:
    case Status::refused:
      text = zh ? "没有结果:" : "no result: ";
      break;
  }
  text += rules_detail::shortened_literal(decision.value) + '\n';
  for (const Error& error : decision.errors) text += error.message(language) + '\n';
  for (std::size_t i = 0; i < explanation.matching.size() && i < 10; ++i)
    rules_detail::describe_rule(table, explanation.matching[i], explanation.inputs, {}, language, text);
  if (!explanation.nearest.empty()) text += zh ? "差一点命中:\n" : "nearly matching:\n";
  for (const NearMiss& miss : explanation.nearest)
    rules_detail::describe_rule(table, miss.rule, explanation.inputs, miss.failed, language, text);
  return text;
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
