// DMN XML read element by element.
#pragma once

#include <paidan/sheets/dmn_xml.hpp>
#include <paidan/syntax/encoding.hpp>

#include <pugixml.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {

namespace sheets_detail {

/// Without the namespace's prefix.
inline std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Elements, one after the other.
template <typename Visit>
void each_child(const pugi::xml_node& node, const Visit& visit) {
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_element) visit(child, local_name(child));
  }
}

inline pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_element && local_name(child) == name) return child;
  }
  return {};
}

inline std::string without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

/// All of an element's text, however it is divided into CDATA and others.
inline std::string content_of(const pugi::xml_node& node) {
  std::string text;
  for (pugi::xml_node part = node.first_child(); part; part = part.next_sibling()) {
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
  }
  return without_blanks(text);
}

/// What stands in the `text` of an element.
inline std::string xml_text(const pugi::xml_node& node) { return content_of(child_of(node, "text")); }

/// `feel:string` and `ns1:tLoan` without their prefix.
inline std::string without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return without_blanks(colon == std::string_view::npos ? name : name.substr(colon + 1));
}
inline std::string type_reference(const pugi::xml_node& node) {
  return without_prefix(node.attribute("typeRef").value());
}

inline bool is_utf8(std::string_view text) { return syntax::first_bad_utf8(text) == std::string_view::npos; }

class DmnReader {
 public:
  DmnReader(std::string_view text, Errors& errors) : text_(text), errors_(&errors) {}

  rules::ModelData read(const syntax::Limits& limits);

 private:
  using Node = pugi::xml_node;

  [[nodiscard]] std::string line_of(std::ptrdiff_t offset) const;
  void fail(const ErrorKind& kind, const Node& node, std::string value);
  /// Not too deep, and no characters that are none: `&#xd800;` would pass the parser.
  bool check_nodes(std::size_t limit);
  rules::ItemData item(const Node& node);
  rules::VariableData variable(const Node& node);
  std::vector<std::string> requirements(const Node& node);
  rules::BoxedData logic(const Node& parent);
  /// What `read` makes, or that it is not supported; then with its error among the refusals.
  template <class Read>
  rules::BoxedData supported(Errors& refusals, const Read& read);
  std::optional<rules::BoxedData> boxed(const Node& node, std::string_view name);
  rules::BoxedData literal(const Node& node);
  rules::BoxedData context(const Node& node);
  rules::BoxedData invocation(const Node& node);
  rules::BoxedData function(const Node& node);
  rules::BoxedData relation(const Node& node);
  rules::TableData table(const Node& node);
  void check_language(const Node& node);

  std::string_view text_;
  Errors* errors_;  // those of the part that is being read
  pugi::xml_document document_;
  std::map<std::string, std::string, std::less<>> names_;  // by id
};

}  // namespace sheets_detail
}  // namespace paidan::inline PAIDAN_ABI
