#pragma once

#include <paidan/documents/rules_json.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/tree.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace documents_detail {

inline rules::Value value_of_node(const syntax::Tree& tree, std::uint32_t at, const std::string& path, Errors& errors) {
  const syntax::Node& node = tree.nodes[at];
  switch (node.kind) {
    case syntax::NodeKind::null:
      return {};
    case syntax::NodeKind::boolean:
      return node.value != 0;
    case syntax::NodeKind::integer:
      return node.value;
    case syntax::NodeKind::text:
      return tree.text_of(at);
    case syntax::NodeKind::number: {
      if (const auto number = Decimal::parse(tree.text_of(at))) return *number;
      errors.add(rules::errors::bad_number, path,
                 {{"line", "1"}, {"column", "1"}, {"value", syntax::snippet(tree, at)}});
      return {};
    }
    case syntax::NodeKind::array: {
      std::vector<rules::Value> items;
      for (std::uint32_t i = at + 1; i < node.after; i = tree.nodes[i].after)
        items.push_back(value_of_node(tree, i, path + "[" + std::to_string(items.size()) + "]", errors));
      return rules::Value::list(std::move(items));
    }
    case syntax::NodeKind::object:
      break;
  }
  std::vector<rules::ContextEntry> entries;
  for (std::uint32_t i = at + 1; i < node.after;) {
    std::string name(tree.text_of(i));
    const std::uint32_t value = tree.nodes[i].after;
    const std::string inner = path.empty() ? name : path + "." + name;
    entries.push_back({std::move(name), value_of_node(tree, value, inner, errors)});
    i = tree.nodes[value].after;
  }
  std::vector<std::string_view> names;
  for (const rules::ContextEntry& entry : entries) names.push_back(entry.name);
  std::sort(names.begin(), names.end());
  if (const auto twice = std::adjacent_find(names.begin(), names.end()); twice != names.end())
    errors.add(syntax::errors::repeated_field, path, {{"field", std::string(*twice)}});
  return rules::Value::context(std::move(entries));
}

inline void write_rules(syntax::Writer& writer, const rules::DecisionTable& table,
                        std::span<const std::uint32_t> which) {
  writer.begin_array(true);
  for (const std::uint32_t rule : which) writer.text(table.rule_id(rule));
  writer.end_array();
}

inline void write_rule_errors(syntax::Writer& writer, const std::vector<Error>& errors) {
  writer.key("errors");
  writer.begin_array(false);
  for (const Error& error : errors) {
    writer.begin_object();
    writer.key("code");
    writer.text(error.code());
    writer.key("path");
    writer.text(error.path);
    writer.key("message");
    writer.text(error.text(Language::en));
    writer.key("message_zh");
    writer.text(error.text(Language::zh));
    writer.end_object();
  }
  writer.end_array();
}

inline void write_inputs(syntax::Writer& writer, const rules::DecisionTable& table,
                         std::span<const rules::Value> inputs) {
  writer.begin_object();
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    writer.key(table.input_name(i));
    documents::write_value(writer, inputs[i]);
  }
  writer.end_object();
}

inline void write_trace(syntax::Writer& writer, const rules::DecisionTable& table, std::uint32_t rule,
                        std::span<const std::uint32_t> failed, bool near) {
  writer.begin_object();
  writer.key("rule");
  writer.text(table.rule_id(rule));
  writer.key("cells");
  writer.begin_object();
  for (std::size_t i = 0; i < table.input_count(); ++i) {
    writer.key(table.input_name(i));
    writer.text(table.cell(rule, i).text());
  }
  writer.end_object();
  if (near) {
    writer.key("failed");
    writer.begin_array(true);
    for (const std::uint32_t i : failed) writer.text(table.input_name(i));
    writer.end_array();
  }
  writer.key("annotations");
  writer.begin_object();
  const rules::TableData& data = table.data();
  for (std::size_t i = 0; i < data.rules[rule].annotations.size(); ++i) {
    writer.key(data.annotations[i]);
    writer.text(data.rules[rule].annotations[i]);
  }
  writer.end_object();
  writer.end_object();
}

inline void write_decision(syntax::Writer& writer, const rules::DecisionTable& table, const rules::Decision& decision) {
  writer.key("status");
  writer.write(decision.status);
  writer.key("value");
  documents::write_value(writer, decision.value);
  writer.key("rules");
  write_rules(writer, table, decision.rules);
  write_rule_errors(writer, decision.errors);
}

}  // namespace documents_detail

namespace documents {

PAIDAN_INLINE rules::Value facts_from_node(const syntax::Tree& tree, std::uint32_t node, const std::string& path,
                                           Errors& errors) {
  return documents_detail::value_of_node(tree, node, path, errors);
}
PAIDAN_INLINE rules::Value facts_from_json(std::string_view bytes, const syntax::Limits& limits) {
  const syntax::Tree tree = syntax::parse_json(bytes, limits);
  Errors errors;
  if (tree.nodes[0].kind != syntax::NodeKind::object) {
    errors.add(paidan::errors::wrong_type, "",
               {{"field", "the document"},
                {"expected", "an object of facts"},
                {"expected_zh", "由事实组成的对象"},
                {"value", syntax::snippet(tree, 0)}});
    errors.throw_if_any();
  }
  rules::Value facts = documents_detail::value_of_node(tree, 0, "", errors);
  errors.throw_if_any();
  return facts;
}

PAIDAN_INLINE rules::Value with_types(const rules::Value& facts, const rules::DecisionTable& table) {
  return table.read_texts(facts);
}

PAIDAN_INLINE rules::Value with_types(const rules::Value& facts, const rules::DecisionModel& model) {
  return model.read_texts(facts);
}

PAIDAN_INLINE void write_value(syntax::Writer& writer, const rules::Value& value) {
  switch (value.kind()) {
    case rules::Kind::null:
      return writer.null();
    case rules::Kind::boolean:
      return writer.boolean(value.boolean());
    case rules::Kind::number:
      return writer.raw(value.text());
    case rules::Kind::list:
      writer.begin_array(true);
      for (const rules::Value& item : value.items()) write_value(writer, item);
      return writer.end_array();
    case rules::Kind::context:
      writer.begin_object();
      for (const rules::ContextEntry& entry : value.entries()) {
        writer.key(entry.name);
        write_value(writer, entry.value);
      }
      return writer.end_object();
    default:
      return writer.text(value.text());
  }
}

PAIDAN_INLINE std::string to_json(const rules::DecisionTable& table, const rules::Decision& decision,
                                  syntax::Layout layout) {
  syntax::Writer writer(layout);
  writer.begin_object();
  documents_detail::write_decision(writer, table, decision);
  writer.end_object();
  return writer.take();
}

PAIDAN_INLINE std::string to_json(const rules::DecisionTable& table, const rules::Explanation& explanation,
                                  syntax::Layout layout) {
  syntax::Writer writer(layout);
  writer.begin_object();
  documents_detail::write_decision(writer, table, explanation.decision);
  writer.key("inputs");
  documents_detail::write_inputs(writer, table, explanation.inputs);
  writer.key("matching");
  writer.begin_array(false);
  for (const std::uint32_t rule : explanation.matching) documents_detail::write_trace(writer, table, rule, {}, false);
  writer.end_array();
  writer.key("nearest_count");
  writer.write(explanation.nearest_count);
  writer.key("nearest");
  writer.begin_array(false);
  for (const rules::NearMiss& miss : explanation.nearest)
    documents_detail::write_trace(writer, table, miss.rule, miss.failed, true);
  writer.end_array();
  writer.end_object();
  return writer.take();
}

PAIDAN_INLINE std::string to_json(const rules::DecisionTable& table, const rules::LintReport& report,
                                  syntax::Layout layout) {
  syntax::Writer writer(layout);
  writer.begin_object();
  writer.key("complete");
  writer.boolean(report.complete());
  writer.key("limits");
  writer.begin_array(true);
  for (const rules::LintLimit limit : report.limits) writer.write(limit);
  writer.end_array();
  writer.key("findings");
  writer.begin_array(false);
  for (const rules::Finding& finding : report.findings) {
    writer.begin_object();
    writer.key("kind");
    writer.write(finding.kind);
    writer.key("rules");
    documents_detail::write_rules(writer, table, finding.rules);
    writer.key("witness");
    if (finding.witness.empty()) {
      writer.null();
    } else {
      documents_detail::write_inputs(writer, table, finding.witness);
    }
    writer.key("message");
    writer.text(rules::text_of(table, finding, Language::en));
    writer.key("message_zh");
    writer.text(rules::text_of(table, finding, Language::zh));
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

PAIDAN_INLINE std::string to_json(const rules::Outcome& outcome, syntax::Layout layout) {
  syntax::Writer writer(layout);
  writer.begin_object();
  writer.key("value");
  write_value(writer, outcome.value);
  documents_detail::write_rule_errors(writer, outcome.errors);
  writer.end_object();
  return writer.take();
}

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
