#pragma once

#include <paidan/sheets/detail/dmn_reader.ipp>
#include <paidan/sheets/detail/dmn_undeclared.ipp>
#include <paidan/sheets/dmn_xml.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

namespace sheets_detail {

PAIDAN_INLINE std::string DmnReader::line_of(std::ptrdiff_t offset) const {
  const auto end = text_.begin() + std::clamp<std::ptrdiff_t>(offset, 0, static_cast<std::ptrdiff_t>(text_.size()));
  return std::to_string(std::count(text_.begin(), end, '\n') + 1);
}

PAIDAN_INLINE void DmnReader::fail(const ErrorKind& kind, const Node& node, std::string value) {
  if (errors_->full()) return;  // finding the line takes time
  errors_->add(kind, "", {{"line", line_of(node.offset_debug())}, {"value", syntax::shortened(value, 200)}});
}

PAIDAN_INLINE bool DmnReader::check_nodes(std::size_t limit) {
  std::size_t depth = 0;
  for (Node node = document_.first_child(); node;) {
    if (depth > limit) {
      errors_->add(sheets::errors::deep_xml, "",
                   {{"line", line_of(node.offset_debug())}, {"limit", std::to_string(limit)}});
      return false;
    }
    bool good = is_utf8(node.name()) && is_utf8(node.value());
    for (const pugi::xml_attribute attribute : node.attributes()) {
      good = good && is_utf8(attribute.name()) && is_utf8(attribute.value());
    }
    if (!good) {
      errors_->add(sheets::errors::bad_xml, "",
                   {{"line", line_of(node.offset_debug())}, {"column", "1"}, {"reason", "a character that is none"}});
      return false;
    }
    if (node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      if (depth > 0) --depth;
    }
    node = node.next_sibling();
  }
  return true;
}

PAIDAN_INLINE rules::ModelData DmnReader::read(const syntax::Limits& limits) {
  const pugi::xml_parse_result parsed =
      document_.load_buffer(text_.data(), text_.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    const auto at = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)), text_.size());
    const std::size_t start = text_.substr(0, at).rfind('\n');
    errors_->add(sheets::errors::bad_xml, "",
                 {{"line", line_of(parsed.offset)},
                  {"column", std::to_string(at - (start == std::string_view::npos ? 0 : start + 1) + 1)},
                  {"reason", parsed.description()}});
    return {};
  }
  if (!check_nodes(limits.depth)) return {};
  const Node root = document_.document_element();
  if (local_name(root) != "definitions") {
    errors_->add(sheets::errors::other_root, "",
                 {{"value", syntax::shortened(std::string(local_name(root)), 200)}, {"expected", "definitions"}});
    return {};
  }
  each_child(root, [&](const Node& node, std::string_view) {
    if (const pugi::xml_attribute id = node.attribute("id")) names_.emplace(id.value(), node.attribute("name").value());
  });
  rules::ModelData model;
  Errors refusals;
  model.name = root.attribute("name").value();
  each_child(root, [&](const Node& node, std::string_view name) {
    if (name == "import") {
      fail(sheets::errors::refused_element, node, "import");
    } else if (name == "itemDefinition") {
      model.items.push_back(item(node));
    } else if (name == "inputData") {
      model.inputs.push_back(variable(node));
    } else if (name == "decision") {
      model.decisions.push_back({variable(node), requirements(node), supported(refusals, [&] { return logic(node); })});
    } else if (name == "businessKnowledgeModel") {
      rules::KnowledgeData knowledge{variable(node), {}, requirements(node), {}};
      if (const Node body = child_of(node, "encapsulatedLogic")) {
        rules::BoxedData whole = supported(refusals, [&] { return function(body); });
        if (whole.form == rules::BoxedData::Form::unsupported) knowledge.logic = whole;
        knowledge.parameters = std::move(whole.parameters);
        if (!whole.entries.empty()) knowledge.logic = std::move(whole.entries[0].value);
      }
      model.knowledge.push_back(std::move(knowledge));
    }
  });
  const auto refused = [](const rules::DecisionData& decision) {
    return decision.logic.form == rules::BoxedData::Form::unsupported;
  };
  if (std::all_of(model.decisions.begin(), model.decisions.end(), refused)) {
    for (const Error& error : refusals.list()) errors_->add(error);
  }
  UndeclaredNames(model).declare();
  return model;
}

template <class Read>
rules::BoxedData DmnReader::supported(Errors& refusals, const Read& read) {
  Errors own;
  Errors* const all = std::exchange(errors_, &own);
  rules::BoxedData made = read();
  errors_ = all;
  const bool refused = !own.empty() && std::all_of(own.list().begin(), own.list().end(), [](const Error& error) {
    return error.code() == sheets::errors::refused_element.code;
  });
  for (const Error& error : own.list()) (refused ? refusals : *errors_).add(error);
  if (!refused) return made;
  rules::BoxedData instead;
  instead.form = rules::BoxedData::Form::unsupported;
  for (const Parameter& one : own.list()[0].parameters) {
    if (one.name == "value") instead.text = one.value;
    if (one.name == "line") instead.line = std::stoll(one.value);
  }
  return instead;
}

PAIDAN_INLINE rules::ItemData DmnReader::item(const Node& node) {
  rules::ItemData result;
  result.name = node.attribute("name").value();
  result.collection = node.attribute("isCollection").as_bool();
  each_child(node, [&](const Node& child, std::string_view name) {
    if (name == "typeRef") result.type = without_prefix(content_of(child));
    if (name == "allowedValues" || name == "typeConstraint") result.allowed = xml_text(child);
    if (name == "itemComponent") result.components.push_back(item(child));
    if (name == "functionItem") result.type = "function";
  });
  return result;
}

/// The element's own name: tools keep the variable's equal to it, and others refer to this one.
PAIDAN_INLINE rules::VariableData DmnReader::variable(const Node& node) {
  return {node.attribute("name").value(), type_reference(child_of(node, "variable"))};
}

PAIDAN_INLINE std::vector<std::string> DmnReader::requirements(const Node& node) {
  std::vector<std::string> result;
  each_child(node, [&](const Node& child, std::string_view name) {
    if (name != "informationRequirement" && name != "knowledgeRequirement") return;
    each_child(child, [&](const Node& required, std::string_view) {
      const std::string_view reference = required.attribute("href").value();
      const std::size_t mark = reference.find('#');
      const std::string_view id = mark == std::string_view::npos ? reference : reference.substr(mark + 1);
      const auto found = names_.find(id);
      if (found == names_.end()) {
        fail(sheets::errors::unknown_reference, required, std::string(id));
      } else {
        result.push_back(found->second);
      }
    });
  });
  return result;
}

PAIDAN_INLINE rules::BoxedData DmnReader::logic(const Node& parent) {
  rules::BoxedData result;
  each_child(parent, [&](const Node& child, std::string_view name) {
    if (auto found = boxed(child, name)) result = std::move(*found);
  });
  return result;
}

/// Absent for elements that are no expression.
PAIDAN_INLINE std::optional<rules::BoxedData> DmnReader::boxed(const Node& node, std::string_view name) {
  rules::BoxedData result;
  if (name == "literalExpression") {
    result = literal(node);
  } else if (name == "decisionTable") {
    result.form = rules::BoxedData::Form::table;
    result.table = table(node);
  } else if (name == "context") {
    result = context(node);
  } else if (name == "invocation") {
    result = invocation(node);
  } else if (name == "functionDefinition") {
    result = function(node);
  } else if (name == "list") {
    result.form = rules::BoxedData::Form::list;
    each_child(node, [&](const Node& child, std::string_view kind) {
      if (auto item = boxed(child, kind)) result.entries.push_back({{}, std::move(*item)});
    });
  } else if (name == "relation") {
    result = relation(node);
  } else {
    for (const std::string_view other : {"conditional", "filter", "for", "some", "every"}) {
      if (name == other) fail(sheets::errors::refused_element, node, std::string(name));
    }
    return std::nullopt;
  }
  // A table's `typeRef` is that of one result; with R, O and C there is a list of them.
  if (name != "decisionTable" && name != "functionDefinition") result.type = type_reference(node);
  return result;
}

PAIDAN_INLINE void DmnReader::check_language(const Node& node) {
  const std::string language = node.attribute("expressionLanguage").value();
  if (language.empty()) return;
  std::string lower = language;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (lower.find("feel") == std::string::npos) fail(sheets::errors::refused_element, node, language);
}

PAIDAN_INLINE rules::BoxedData DmnReader::literal(const Node& node) {
  check_language(node);
  rules::BoxedData result;
  result.form = rules::BoxedData::Form::literal;
  result.text = xml_text(node);
  return result;
}

PAIDAN_INLINE rules::BoxedData DmnReader::context(const Node& node) {
  rules::BoxedData result;
  result.form = rules::BoxedData::Form::context;
  each_child(node, [&](const Node& entry, std::string_view name) {
    if (name != "contextEntry") return;
    const Node named = child_of(entry, "variable");
    result.entries.push_back({{named.attribute("name").value(), type_reference(named)}, logic(entry)});
  });
  return result;
}

PAIDAN_INLINE rules::BoxedData DmnReader::invocation(const Node& node) {
  rules::BoxedData result;
  result.form = rules::BoxedData::Form::invocation;
  each_child(node, [&](const Node& child, std::string_view name) {
    if (name == "literalExpression") result.text = xml_text(child);
    if (name != "binding") return;
    const Node parameter = child_of(child, "parameter");
    result.entries.push_back({{parameter.attribute("name").value(), type_reference(parameter)}, logic(child)});
  });
  return result;
}

PAIDAN_INLINE rules::BoxedData DmnReader::function(const Node& node) {
  rules::BoxedData result;
  result.form = rules::BoxedData::Form::function;
  const std::string_view kind = node.attribute("kind").value();
  if (!kind.empty() && kind != "FEEL") fail(sheets::errors::refused_element, node, std::string(kind));
  each_child(node, [&](const Node& child, std::string_view name) {
    if (name == "formalParameter") {
      result.parameters.push_back({child.attribute("name").value(), type_reference(child)});
    } else if (auto body = boxed(child, name)) {
      result.entries.push_back({{}, std::move(*body)});
    }
  });
  return result;
}

/// A list of contexts, one a row.
PAIDAN_INLINE rules::BoxedData DmnReader::relation(const Node& node) {
  rules::BoxedData result;
  result.form = rules::BoxedData::Form::list;
  std::vector<rules::VariableData> columns;
  each_child(node, [&](const Node& child, std::string_view name) {
    if (name == "column") columns.push_back({child.attribute("name").value(), type_reference(child)});
    if (name != "row") return;
    rules::BoxedData row;
    row.form = rules::BoxedData::Form::context;
    each_child(child, [&](const Node& cell, std::string_view kind) {
      auto value = boxed(cell, kind);
      if (!value || row.entries.size() >= columns.size()) return;
      row.entries.push_back({columns[row.entries.size()], std::move(*value)});
    });
    result.entries.push_back({{}, std::move(row)});
  });
  return result;
}

PAIDAN_INLINE rules::TableData DmnReader::table(const Node& node) {
  rules::TableData result;
  result.name = node.attribute("outputLabel").value();
  const std::string policy = without_blanks(node.attribute("hitPolicy").value());
  const std::string aggregation = without_blanks(node.attribute("aggregation").value());
  const auto hit = rules::hit_policy(aggregation.empty() || policy != "COLLECT" ? policy : "COLLECT " + aggregation);
  if (!hit) fail(sheets::errors::unknown_hit_policy, node, policy + (aggregation.empty() ? "" : " " + aggregation));
  result.hit = hit.value_or(rules::HitPolicy::unique);
  each_child(node, [&](const Node& child, std::string_view name) {
    if (name == "input") {
      const Node expression = child_of(child, "inputExpression");
      result.inputs.push_back({.name = child.attribute("label").value(),
                               .expression = xml_text(expression),
                               .type = type_reference(expression),
                               .allowed = xml_text(child_of(child, "inputValues"))});
    } else if (name == "output") {
      result.outputs.push_back({.name = child.attribute("name").value(),
                                .type = type_reference(child),
                                .allowed = xml_text(child_of(child, "outputValues")),
                                .otherwise = xml_text(child_of(child, "defaultOutputEntry"))});
    } else if (name == "annotation") {
      result.annotations.push_back(child.attribute("name").value());
    } else if (name == "rule") {
      rules::RuleData rule;
      rule.id = child.attribute("id").value();
      each_child(child, [&](const Node& cell, std::string_view kind) {
        if (kind == "inputEntry") rule.inputs.push_back(xml_text(cell));
        if (kind == "outputEntry") rule.outputs.push_back(xml_text(cell));
        if (kind == "annotationEntry") rule.annotations.push_back(xml_text(cell));
      });
      result.rules.push_back(std::move(rule));
    }
  });
  return result;
}

}  // namespace sheets_detail

namespace sheets {

PAIDAN_INLINE rules::ModelData read_dmn(std::string_view bytes, const syntax::Limits& limits) {
  Errors errors;
  rules::ModelData model;
  syntax::Decoded decoded;
  if (bytes.empty()) {
    errors.add(syntax::errors::empty_file, "");
  } else if (bytes.size() > limits.bytes) {
    errors.add(syntax::errors::too_large, "",
               {{"limit", std::to_string(limits.bytes)}, {"unit", "bytes"}, {"unit_zh", "字节"}});
  } else if (syntax::decode(bytes, decoded, errors)) {
    model = sheets_detail::DmnReader(decoded.text(), errors).read(limits);
  }
  errors.throw_if_any();
  return model;
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
