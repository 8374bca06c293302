#pragma once

#include <paidan/rules/table/detail/table_facts.ipp>
#include <paidan/rules/table/detail/table_make.ipp>

#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

PAIDAN_INLINE DecisionTable::DecisionTable(TableData data) : DecisionTable(data, facts_of(data)) {}

PAIDAN_INLINE DecisionTable::DecisionTable(TableData data, const Names& names, const Place& place) {
  rules_detail::TableMaker maker(data, names, place);
  auto body = maker.make();
  maker.errors().throw_if_any();
  body_ = std::move(body);
}

PAIDAN_INLINE std::vector<Error> DecisionTable::validate(const TableData& data) {
  return validate(data, facts_of(data));
}

PAIDAN_INLINE std::vector<Error> DecisionTable::validate(const TableData& data, const Names& names,
                                                         const Place& place) {
  rules_detail::TableMaker maker(data, names, place);
  static_cast<void>(maker.make());
  return maker.errors().list();
}

PAIDAN_INLINE const TableData& DecisionTable::data() const { return body_->data; }
PAIDAN_INLINE const Names& DecisionTable::names() const { return body_->names; }
PAIDAN_INLINE std::size_t DecisionTable::input_count() const { return body_->inputs.size(); }
PAIDAN_INLINE std::size_t DecisionTable::output_count() const { return body_->outputs.size(); }
PAIDAN_INLINE std::size_t DecisionTable::rule_count() const { return body_->data.rules.size(); }

PAIDAN_INLINE std::string DecisionTable::rule_id(std::uint32_t rule) const {
  const std::string& id = body_->data.rules[rule].id;
  return id.empty() ? "r" + std::to_string(rule + 1) : id;
}

PAIDAN_INLINE const std::string& DecisionTable::input_name(std::size_t input) const {
  const InputClause& clause = body_->data.inputs[input];
  return clause.name.empty() ? clause.expression : clause.name;
}

PAIDAN_INLINE const UnaryTests& DecisionTable::cell(std::uint32_t rule, std::size_t input) const {
  return body_->cell(rule, input);
}

PAIDAN_INLINE const Value* DecisionTable::result(std::uint32_t rule) const {
  return body_->constant[rule] != 0 ? &body_->results[rule] : nullptr;
}

PAIDAN_INLINE const Value* DecisionTable::default_result() const {
  return body_->default_result ? &*body_->default_result : nullptr;
}

PAIDAN_INLINE bool DecisionTable::self_contained() const { return body_->self_contained; }

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#include <paidan/rules/table/detail/table_decide.ipp>
