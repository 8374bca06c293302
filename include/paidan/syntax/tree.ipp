#pragma once

#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/tree.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>

namespace paidan::inline PAIDAN_ABI {
namespace syntax_detail {

/// Receives nlohmann's events and lays the nodes down.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(std::string_view source, const syntax::Limits& limits, syntax::Tree& tree, Errors& errors)
      : source_(source), limits_(limits), tree_(tree), errors_(errors) {}

  bool null() override { return push(syntax::NodeKind::null, 0); }
  bool boolean(bool value) override { return push(syntax::NodeKind::boolean, value ? 1 : 0); }
  bool number_integer(number_integer_t value) override { return push(syntax::NodeKind::integer, value); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value <= static_cast<number_unsigned_t>(INT64_MAX))
      return push(syntax::NodeKind::integer, static_cast<std::int64_t>(value));
    return push_text(syntax::NodeKind::number, std::to_string(value));
  }
  bool number_float(number_float_t /*value*/, const string_t& spelling) override {
    return push_text(syntax::NodeKind::number, spelling);
  }
  bool string(string_t& value) override { return push_text(syntax::NodeKind::text, value); }
  bool binary(binary_t& /*value*/) override { return false; }
  bool key(string_t& value) override {
    keys_.back().assign(value);
    return push_text(syntax::NodeKind::text, value, true);
  }
  bool start_object(std::size_t /*size*/) override { return open(syntax::NodeKind::object); }
  bool start_array(std::size_t /*size*/) override { return open(syntax::NodeKind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& error) override {
    constexpr int number_overflow = 406;
    if (error.id == number_overflow) {
      std::string where = path();
      std::string field = last_name(where);
      errors_.add(paidan::errors::overflow, std::move(where),
                  {{"field", std::move(field)}, {"value", syntax::shortened(token, 40)}});
      return false;
    }
    if (position > source_.size()) {
      add_at(syntax::errors::truncated_json, source_.size(), {});
      return false;
    }
    std::size_t at = position == 0 ? 0 : position - 1;
    std::size_t start = at;
    const auto part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+'; };
    while (start > 0 && part(source_[start - 1])) --start;
    std::string word;
    for (std::size_t i = start; i < source_.size() && part(source_[i]); ++i) word += source_[i];
    std::string folded = word;
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (folded == "nan" || folded == "infinity" || folded == "-infinity" || folded == "inf" || folded == "-inf" ||
        folded == "-nan") {
      std::string where = path();
      std::string field = last_name(where);
      errors_.add(paidan::errors::not_finite, std::move(where), {{"field", std::move(field)}, {"value", word}});
      return false;
    }
    while (at > 0 && (static_cast<unsigned char>(source_[at]) & 0xc0U) == 0x80U) --at;
    const std::string_view rest = source_.substr(at);
    add_at(syntax::errors::bad_json, at, {{"near", syntax::shortened(rest.substr(0, rest.find_first_of("\r\n")), 20)}});
    return false;
  }

 private:
  [[nodiscard]] static std::string last_name(const std::string& where) {
    const std::size_t dot = where.rfind('.');
    const std::string last = dot == std::string::npos ? where : where.substr(dot + 1);
    return last.empty() ? "document" : last;
  }
  [[nodiscard]] std::string path() const {
    std::string where;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const syntax::Node& node = tree_.nodes[open_[i]];
      if (node.kind == syntax::NodeKind::array) {
        // An element that is still open has been counted already.
        where += '[' + std::to_string(i + 1 < open_.size() ? node.length - 1 : node.length) + ']';
      } else if (!keys_[i].empty()) {
        if (!where.empty()) where += '.';
        where += keys_[i];
      }
    }
    return where;
  }

  void add_at(const ErrorKind& kind, std::size_t offset, std::vector<Parameter> parameters) {
    const std::string_view before = source_.substr(0, offset);
    const std::size_t last = before.rfind('\n');
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t column = last == std::string_view::npos ? offset + 1 : offset - last;
    parameters.push_back({"line", std::to_string(line)});
    parameters.push_back({"column", std::to_string(column)});
    errors_.add(kind, "", std::move(parameters));
  }

  /// One more element of the array that is open; values of an object were counted with their key.
  bool count(bool is_key) {
    if (tree_.nodes.size() >= limits_.values || tree_.text.size() >= UINT32_MAX) {
      errors_.add(syntax::errors::too_large, "",
                  {{"limit", std::to_string(limits_.values)}, {"unit", "values"}, {"unit_zh", "个值"}});
      return false;
    }
    if (!open_.empty()) {
      syntax::Node& parent = tree_.nodes[open_.back()];
      if (is_key || parent.kind == syntax::NodeKind::array) ++parent.length;
    }
    return true;
  }
  bool push(syntax::NodeKind kind, std::int64_t value) {
    if (!count(false)) return false;
    tree_.nodes.push_back({kind, static_cast<std::uint32_t>(tree_.nodes.size() + 1), 0, value});
    return true;
  }
  bool push_text(syntax::NodeKind kind, std::string_view value, bool is_key = false) {
    if (!count(is_key)) return false;
    tree_.nodes.push_back({kind, static_cast<std::uint32_t>(tree_.nodes.size() + 1),
                           static_cast<std::uint32_t>(value.size()), static_cast<std::int64_t>(tree_.text.size())});
    tree_.text += value;
    return true;
  }
  bool open(syntax::NodeKind kind) {
    if (open_.size() >= limits_.depth) {
      errors_.add(syntax::errors::too_deep, path(), {{"limit", std::to_string(limits_.depth)}});
      return false;
    }
    if (!push(kind, 0)) return false;
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes.size() - 1));
    keys_.emplace_back();
    return true;
  }
  bool close() {
    tree_.nodes[open_.back()].after = static_cast<std::uint32_t>(tree_.nodes.size());
    open_.pop_back();
    keys_.pop_back();
    return true;
  }

  std::string_view source_;
  const syntax::Limits& limits_;
  syntax::Tree& tree_;
  Errors& errors_;
  std::vector<std::uint32_t> open_;
  std::vector<std::string> keys_;
};

inline void quote_json(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20U) {
          out += "\\u00";
          out += digits[static_cast<unsigned char>(c) >> 4U];
          out += digits[static_cast<unsigned char>(c) & 15U];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

}  // namespace syntax_detail

namespace syntax {

PAIDAN_INLINE Tree parse_json(std::string_view bytes, const Limits& limits) {
  Errors errors;
  Tree tree;
  Decoded decoded;
  if (bytes.size() > limits.bytes) {
    errors.add(errors::too_large, "",
               {{"limit", std::to_string(limits.bytes)}, {"unit", "bytes"}, {"unit_zh", "字节"}});
  } else if (decode(bytes, decoded, errors)) {
    const std::string_view text = decoded.text();
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      errors.add(errors::empty_file, "");
    } else {
      syntax_detail::TreeBuilder builder(text, limits, tree, errors);
      if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder) && errors.empty()) {
        errors.add(errors::bad_json, "", {{"line", "1"}, {"column", "1"}, {"near", syntax::shortened(text, 30)}});
      }
    }
  }
  errors.throw_if_any();
  return tree;
}

PAIDAN_INLINE std::uint32_t find_member(const Tree& tree, std::uint32_t object, std::string_view key) {
  if (tree.nodes[object].kind != NodeKind::object) return 0;
  for (std::uint32_t i = object + 1; i < tree.nodes[object].after;) {
    if (tree.text_of(i) == key) return i + 1;
    i = tree.nodes[i + 1].after;
  }
  return 0;
}

PAIDAN_INLINE std::string snippet(const Tree& tree, std::uint32_t node) {
  const Node& n = tree.nodes[node];
  switch (n.kind) {
    case NodeKind::null:
      return "null";
    case NodeKind::boolean:
      return n.value != 0 ? "true" : "false";
    case NodeKind::integer:
      return std::to_string(n.value);
    case NodeKind::number:
      return syntax::shortened(tree.text_of(node), 40);
    case NodeKind::text: {
      std::string out;
      syntax_detail::quote_json(out, syntax::shortened(tree.text_of(node), 40));
      return out;
    }
    case NodeKind::array:
      return n.length == 0 ? "[]" : "[…]";
    case NodeKind::object:
      break;
  }
  return n.length == 0 ? "{}" : "{…}";
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
