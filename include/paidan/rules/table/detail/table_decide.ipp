// What the hit policy makes of the rules that match.
#pragma once

#include <paidan/rules/table/detail/table_match.ipp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules::rules_detail {

/// `r1, r7, r9`, shortened.
inline std::string rule_list(const DecisionTable& table, std::span<const std::uint32_t> rules) {
  std::string text;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (i == 10) return text + ", …";
    if (i > 0) text += ", ";
    text += table.rule_id(rules[i]);
  }
  return text;
}

inline std::string shortened_literal(const Value& value) {
  std::string text = value.literal();
  constexpr std::size_t most = 200;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

/// One decision being made.
class Deciding {
 public:
  Deciding(const DecisionTable& table, std::span<const Value> inputs, std::span<const Value> scope, Budget& budget)
      : table_(table), body_(table.body()), inputs_(inputs), scope_(scope), budget_(budget) {}

  [[nodiscard]] Decision run() {
    Decision decision;
    if (inputs_.size() != body_.inputs.size()) {
      fail(decision, Status::refused, errors::input_count,
           {{"found", std::to_string(inputs_.size())}, {"expected", std::to_string(body_.inputs.size())}});
      return decision;
    }
    Sets sets;
    std::uint32_t refused = 0;
    if (!find_sets(body_, inputs_, scope_, &budget_, sets, refused)) {
      refuse(decision, refused);
      return decision;
    }
    each_hit(body_, sets, inputs_, scope_, &budget_, [&](std::uint32_t rule) {
      decision.rules.push_back(rule);
      return !(body_.data.hit == HitPolicy::first || (body_.data.hit == HitPolicy::priority && body_.all_constant));
    });
    if (decision.rules.empty()) {
      without_rule(decision);
    } else {
      decision.status = Status::decided;
      by_policy(decision);
    }
    return decision;
  }

 private:
  void fail(Decision& decision, Status status, const ErrorKind& kind, std::vector<Parameter> parameters) const {
    decision.status = status;
    decision.value = Value{};
    decision.errors.push_back({&kind, body_.data.name, 0, std::move(parameters)});
  }
  void refuse(Decision& decision, std::uint32_t i) const {
    const CompiledInput& input = body_.inputs[i];
    const std::string value = shortened_literal(inputs_[i]);
    if (input.type && inputs_[i].kind() != *input.type) {
      fail(decision, Status::refused, errors::wrong_input_type,
           {{"input", table_.input_name(i)}, {"expected", body_.data.inputs[i].type}, {"value", value}});
    } else {
      fail(decision, Status::refused, errors::input_not_allowed,
           {{"input", table_.input_name(i)}, {"allowed", body_.data.inputs[i].allowed}, {"value", value}});
    }
  }
  void conflict(Decision& decision, const ErrorKind& kind) const {
    std::vector<Parameter> parameters{{"rules", rule_list(table_, decision.rules)},
                                      {"input", table_.input_text(inputs_)}};
    if (&kind == &errors::cannot_aggregate) parameters.push_back({"policy", std::string(letter(body_.data.hit))});
    fail(decision, Status::conflict, kind, std::move(parameters));
    if (decision.rules.size() > 100) decision.rules.resize(100);
  }

  [[nodiscard]] Value composed(std::span<const Expression> entries) const {
    if (entries.size() == 1) return entries[0].evaluate(scope_, budget_);
    std::vector<ContextEntry> made;
    for (std::size_t i = 0; i < entries.size(); ++i)
      made.push_back({body_.data.outputs[i].name, entries[i].evaluate(scope_, budget_)});
    return Value::context(std::move(made));
  }
  [[nodiscard]] Value result_of(std::uint32_t rule) const {
    if (body_.constant[rule] != 0) return body_.results[rule];
    if (body_.outputs.size() == 1) return body_.entry(rule, 0).evaluate(scope_, budget_);
    std::vector<ContextEntry> made;
    for (std::size_t i = 0; i < body_.outputs.size(); ++i)
      made.push_back({body_.data.outputs[i].name, body_.entry(rule, i).evaluate(scope_, budget_)});
    return Value::context(std::move(made));
  }

  void without_rule(Decision& decision) const {
    if (!body_.otherwise.empty()) {
      decision.status = Status::by_default;
      decision.value = body_.default_result ? *body_.default_result : composed(body_.otherwise);
      return;
    }
    decision.status = Status::undecided;
    if (body_.data.hit == HitPolicy::count) {
      decision.status = Status::decided;
      decision.value = Value(0);
    }
  }

  void by_policy(Decision& decision) const {
    switch (body_.data.hit) {
      case HitPolicy::unique:
        if (decision.rules.size() > 1) return conflict(decision, errors::several_rules);
        decision.value = result_of(decision.rules[0]);
        return;
      case HitPolicy::first:
        decision.value = result_of(decision.rules[0]);
        return;
      case HitPolicy::any:
        return by_any(decision);
      case HitPolicy::priority:
      case HitPolicy::output_order:
        return by_order(decision);
      case HitPolicy::rule_order:
      case HitPolicy::collect:
        decision.value = Value::list(results(decision));
        return;
      case HitPolicy::count:
        decision.value = Value(static_cast<std::int64_t>(decision.rules.size()));
        return;
      default:
        return aggregate(decision);
    }
  }

  [[nodiscard]] std::vector<Value> results(const Decision& decision) const {
    std::vector<Value> all;
    all.reserve(decision.rules.size());
    for (const std::uint32_t rule : decision.rules) all.push_back(result_of(rule));
    return all;
  }

  void by_any(Decision& decision) const {
    Value first = result_of(decision.rules[0]);
    for (const std::uint32_t rule : decision.rules) {
      const bool same = body_.constant[rule] != 0 && body_.constant[decision.rules[0]] != 0
                            ? body_.same[rule] == body_.same[decision.rules[0]]
                            : total_order(result_of(rule), first) == 0;
      if (!same) return conflict(decision, errors::outputs_differ);
    }
    decision.value = std::move(first);
  }

  [[nodiscard]] std::vector<std::uint32_t> ranks(const Value& result) const {
    std::vector<std::uint32_t> all;
    for (std::size_t i = 0; i < body_.outputs.size(); ++i) {
      const std::vector<Value>& order = body_.outputs[i].order;
      const Value* value = body_.outputs.size() == 1 ? &result : result.find(body_.data.outputs[i].name);
      std::size_t rank = 0;
      while (rank < order.size() && (value == nullptr || total_order(order[rank], *value) != 0)) ++rank;
      all.push_back(static_cast<std::uint32_t>(rank));
    }
    return all;
  }

  /// Rules come sorted when all outputs are constant; otherwise they are sorted now.
  void by_order(Decision& decision) const {
    std::vector<Value> all = results(decision);
    if (!body_.all_constant) {
      std::vector<std::pair<std::vector<std::uint32_t>, std::size_t>> keys;
      for (std::size_t i = 0; i < all.size(); ++i) keys.emplace_back(ranks(all[i]), i);
      std::sort(keys.begin(), keys.end());
      std::vector<Value> sorted;
      std::vector<std::uint32_t> rules;
      for (const auto& [key, i] : keys) {
        sorted.push_back(std::move(all[i]));
        rules.push_back(decision.rules[i]);
      }
      all = std::move(sorted);
      decision.rules = std::move(rules);
    }
    if (body_.data.hit == HitPolicy::output_order) {
      decision.value = Value::list(std::move(all));
    } else {
      decision.value = std::move(all[0]);
      decision.rules.resize(1);
    }
  }

  /// Sum, smallest, largest. A null output, or outputs that cannot be added or compared, is an error.
  void aggregate(Decision& decision) const {
    Value total;
    for (const std::uint32_t rule : decision.rules) {
      Value next = result_of(rule);
      if (body_.data.hit == HitPolicy::sum ? !next.is_number() : !compare(next, next).has_value())
        return conflict(decision, errors::cannot_aggregate);
      if (total.is_null()) {
        total = std::move(next);
      } else if (body_.data.hit == HitPolicy::sum) {
        const auto sum = total.number().plus(next.number());
        if (!sum) return conflict(decision, errors::cannot_aggregate);
        total = Value(*sum);
      } else {
        const auto order = compare(next, total);
        if (!order) return conflict(decision, errors::cannot_aggregate);
        if (body_.data.hit == HitPolicy::min ? *order < 0 : *order > 0) total = std::move(next);
      }
    }
    decision.value = std::move(total);
  }

  const DecisionTable& table_;
  const TableBody& body_;
  std::span<const Value> inputs_;
  std::span<const Value> scope_;
  Budget& budget_;
};

/// Null, or several outputs and one of them null.
inline bool lacks_value(const Value& value) {
  if (value.kind() != Kind::context) return value.is_null();
  return std::any_of(value.entries().begin(), value.entries().end(),
                     [](const ContextEntry& entry) { return entry.value.is_null(); });
}

}  // namespace rules::rules_detail

namespace rules {

PAIDAN_INLINE Decision DecisionTable::decide_inputs(std::span<const Value> inputs, std::span<const Value> scope) const {
  Budget budget;
  return rules_detail::Deciding(*this, inputs, scope, budget).run();
}

PAIDAN_INLINE std::vector<Value> DecisionTable::inputs_of(std::span<const Value> scope, Budget& budget) const {
  std::vector<Value> inputs;
  inputs.reserve(body_->inputs.size());
  for (const rules_detail::CompiledInput& input : body_->inputs) {
    if (input.variable) {
      inputs.push_back(*input.variable < scope.size() ? scope[*input.variable] : Value{});
    } else {
      inputs.push_back(input.expression.evaluate(scope, budget));
    }
  }
  return inputs;
}

PAIDAN_INLINE Decision DecisionTable::decide_scope(std::span<const Value> scope, Budget& budget) const {
  return rules_detail::Deciding(*this, inputs_of(scope, budget), scope, budget).run();
}

PAIDAN_INLINE Decision DecisionTable::decide(const Value& facts) const {
  Errors errors;
  const std::vector<Value> scope = scope_of(facts, errors);
  if (!errors.empty()) return {Status::refused, {}, {}, errors.list()};
  Errors notes;
  Budget budget{.errors = &notes};
  Decision decision = decide_scope(scope, budget);
  // What became null on the way matters only where the answer is null because of it.
  if (decision.errors.empty() && decision.status != Status::undecided && rules_detail::lacks_value(decision.value)) {
    for (Error error : notes.list()) {
      if (error.path.empty()) error.path = body_->data.name;
      decision.errors.push_back(std::move(error));
    }
  }
  return decision;
}

PAIDAN_INLINE std::string DecisionTable::input_text(std::span<const Value> inputs) const {
  std::string text;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (i > 0) text += ", ";
    text += (i < input_count() ? input_name(i) : "?") + " = " + rules_detail::shortened_literal(inputs[i]);
  }
  return text;
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
