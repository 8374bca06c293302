// What stands behind shared values. Only .ipp files include this.
#pragma once

#include <paidan/rules/feel/value.hpp>

#include <string>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {
namespace rules_detail {

struct TextNode : Node {
  explicit TextNode(std::string its_text) : Node(Kind::string), text(std::move(its_text)) {}
  std::string text;
};

struct ListNode : Node {
  ListNode() : Node(Kind::list) {}
  std::vector<Value> items;
};

struct ContextNode : Node {
  ContextNode() : Node(Kind::context) {}
  std::vector<ContextEntry> entries;
};

struct RangeNode : Node {
  RangeNode() : Node(Kind::range) {}
  RangeParts parts;
};

/// What a function is made of is known to a room above, which says how to delete it.
struct FunctionHead : Node {
  using Destroy = void (*)(const Node*) noexcept;
  explicit FunctionHead(Destroy its_destroy) : Node(Kind::function), destroy(its_destroy) {}
  Destroy destroy;
};

}  // namespace rules_detail
}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
