#include "request.hpp"

#include "arguments.hpp"

#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/writer.hpp>

#include <algorithm>

namespace paidan_cli {
namespace {

using paidan::syntax::NodeKind;
using paidan::syntax::Tree;
using paidan::syntax::Writer;

void write_node(const Tree& tree, std::uint32_t node, Writer& writer) {
  const paidan::syntax::Node& n = tree.nodes[node];
  switch (n.kind) {
    case NodeKind::null:
      return writer.null();
    case NodeKind::boolean:
      return writer.boolean(n.value != 0);
    case NodeKind::integer:
      return writer.integer(n.value);
    case NodeKind::number:
      return writer.raw(tree.text_of(node));
    case NodeKind::text:
      return writer.text(tree.text_of(node));
    case NodeKind::array:
      writer.begin_array(true);
      for (std::uint32_t i = node + 1; i < n.after; i = tree.nodes[i].after) write_node(tree, i, writer);
      return writer.end_array();
    case NodeKind::object:
      writer.begin_object();
      for (std::uint32_t i = node + 1; i < n.after; i = tree.nodes[i + 1].after) {
        writer.key(tree.text_of(i));
        write_node(tree, i + 1, writer);
      }
      return writer.end_object();
  }
}

[[noreturn]] void wrong_type(const Tree& tree, std::uint32_t node, std::string_view key, std::string_view expected,
                             std::string_view expected_zh) {
  fail(paidan::errors::wrong_type,
       {{"field", std::string(key)},
        {"expected", std::string(expected)},
        {"expected_zh", std::string(expected_zh)},
        {"value", paidan::syntax::snippet(tree, node)}},
       std::string(key));
}

}  // namespace

std::string Request::id() const {
  const std::uint32_t node = tree_.nodes.empty() ? 0 : paidan::syntax::find_member(tree_, 0, "id");
  if (node == 0) return "null";
  const NodeKind kind = tree_.nodes[node].kind;
  if (kind == NodeKind::array || kind == NodeKind::object) return "null";
  Writer writer(paidan::syntax::Layout::line);
  write_node(tree_, node, writer);
  return writer.take();
}

bool Request::has(std::string_view key) const {
  const std::uint32_t node = paidan::syntax::find_member(tree_, 0, key);
  return node != 0 && tree_.nodes[node].kind != NodeKind::null;
}

bool Request::is_text(std::string_view key) const {
  return has(key) && tree_.nodes[paidan::syntax::find_member(tree_, 0, key)].kind == NodeKind::text;
}

std::uint32_t Request::need(std::string_view key) const {
  if (!has(key)) fail(paidan::errors::missing, {{"field", std::string(key)}});
  return paidan::syntax::find_member(tree_, 0, key);
}

std::string Request::text(std::string_view key) const {
  const std::uint32_t node = need(key);
  if (tree_.nodes[node].kind != NodeKind::text) wrong_type(tree_, node, key, "text", "文本");
  return std::string(tree_.text_of(node));
}

std::int64_t Request::number(std::string_view key, std::int64_t otherwise, std::int64_t low, std::int64_t high) const {
  if (!has(key)) return otherwise;
  const std::uint32_t node = need(key);
  if (tree_.nodes[node].kind != NodeKind::integer) wrong_type(tree_, node, key, "a whole number", "整数");
  const std::int64_t value = tree_.nodes[node].value;
  if (value >= low && value <= high) return value;
  fail(paidan::errors::out_of_range,
       {{"field", std::string(key)},
        {"low", std::to_string(low)},
        {"high", std::to_string(high)},
        {"value", std::to_string(value)}},
       std::string(key));
}

std::vector<std::string> Request::texts(std::string_view key) const {
  std::vector<std::string> values;
  if (!has(key)) return values;
  const std::uint32_t node = need(key);
  if (tree_.nodes[node].kind != NodeKind::array) wrong_type(tree_, node, key, "a list of texts", "文本列表");
  for (std::uint32_t i = node + 1; i < tree_.nodes[node].after; i = tree_.nodes[i].after) {
    if (tree_.nodes[i].kind != NodeKind::text) wrong_type(tree_, i, key, "a list of texts", "文本列表");
    values.emplace_back(tree_.text_of(i));
  }
  return values;
}

bool Request::flag(std::string_view key) const {
  if (!has(key)) return false;
  const std::uint32_t node = need(key);
  if (tree_.nodes[node].kind != NodeKind::boolean) wrong_type(tree_, node, key, "true or false", "true或false");
  return tree_.nodes[node].value != 0;
}

MaybeLanguage Request::language() const {
  if (!has("lang")) return std::nullopt;
  const std::string value = text("lang");
  if (value == "zh") return paidan::Language::zh;
  if (value == "en") return paidan::Language::en;
  wrong_type(tree_, need("lang"), "lang", "zh or en", "zh或en");
}

std::string Request::document(std::string_view key) const {
  Writer writer(paidan::syntax::Layout::line);
  write_node(tree_, need(key), writer);
  return writer.take();
}

void Request::only(std::initializer_list<std::string_view> keys) const {
  paidan::Errors errors;
  for (std::uint32_t i = 1; i < tree_.nodes[0].after; i = tree_.nodes[i + 1].after) {
    const std::string_view key = tree_.text_of(i);
    if (key == "id" || key == "do" || std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    std::vector<paidan::Parameter> parameters{{"field", paidan::syntax::shortened(key, 60)}};
    paidan::syntax::add_hint(parameters, key, std::vector<std::string_view>(keys));
    errors.add(paidan::syntax::errors::unknown_field, "", std::move(parameters));
  }
  errors.throw_if_any();
}

}  // namespace paidan_cli
