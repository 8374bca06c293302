// The types of the room `constraints`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

namespace paidan::inline PAIDAN_ABI {

namespace constraints {
struct DaySums;
struct Missed;
struct ReasonKind;
struct Refusal;
class Teller;
}  // namespace constraints

}  // namespace paidan::inline PAIDAN_ABI
