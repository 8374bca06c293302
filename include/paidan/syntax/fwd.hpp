// The types of the room `syntax`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

namespace syntax {
struct Decoded;
enum class Layout : std::uint8_t;
struct Limits;
struct Node;
enum class NodeKind : std::uint8_t;
struct Raw;
class Reader;
class SchemaWriter;
struct Table;
struct TableRow;
struct Tree;
class Writer;
}  // namespace syntax

}  // namespace paidan::inline PAIDAN_ABI
