// The types of the room `intake`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

namespace paidan::inline PAIDAN_ABI {

}  // namespace paidan::inline PAIDAN_ABI
