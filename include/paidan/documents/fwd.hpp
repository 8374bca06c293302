// The types of the room `documents`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

namespace documents {
enum class Needs : std::uint8_t;
}  // namespace documents

}  // namespace paidan::inline PAIDAN_ABI
