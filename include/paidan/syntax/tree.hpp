// A JSON text as a flat list of nodes: what readers walk over. Numbers keep their spelling where int64 does not hold
// them.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/syntax/limits.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

enum class NodeKind : std::uint8_t { null, boolean, integer, number, text, array, object };

/// In document order; the members of an object are pairs of a text node (the key) and its value.
struct Node {
  NodeKind kind = NodeKind::null;
  std::uint32_t after = 0;   ///< index of the node behind this one and all it contains
  std::uint32_t length = 0;  ///< text, number: bytes; array: elements; object: members
  std::int64_t value = 0;    ///< integer: itself; boolean: 0 or 1; text, number: where it starts in `Tree::text`
};

struct Tree {
  std::vector<Node> nodes;  ///< nodes[0] is the root
  std::string text;

  [[nodiscard]] std::string_view text_of(std::uint32_t i) const {
    return std::string_view(text).substr(static_cast<std::size_t>(nodes[i].value), nodes[i].length);
  }
};

/// Throws InvalidInput: beyond the limits, empty, wrong encoding, truncated, not JSON, NaN or Infinity.
[[nodiscard]] PAIDAN_EXPORT Tree parse_json(std::string_view bytes, const Limits& limits);

/// The value of that key in an object node; 0 (which is never a member) when absent.
[[nodiscard]] PAIDAN_EXPORT std::uint32_t find_member(const Tree& tree, std::uint32_t object, std::string_view key);

/// The value as JSON, shortened to some 40 bytes, for messages.
[[nodiscard]] PAIDAN_EXPORT std::string snippet(const Tree& tree, std::uint32_t node);

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/syntax/tree.ipp>
#endif
