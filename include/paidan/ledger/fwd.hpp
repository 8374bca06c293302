// The types of the room `ledger`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

namespace ledger {
struct Line;
enum class LineStatus : std::uint8_t;
enum class PriceKind : std::uint8_t;
struct Step;
enum class StepRule : std::uint8_t;
}  // namespace ledger

}  // namespace paidan::inline PAIDAN_ABI
