// The types of the room `render`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

namespace render {
enum class Audience : std::uint8_t;
struct Name;
class Names;
}  // namespace render

}  // namespace paidan::inline PAIDAN_ABI
