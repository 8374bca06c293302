// The types of the room `routing`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

namespace paidan::inline PAIDAN_ABI {

namespace routing {
struct Progress;
struct Timed;
struct Watcher;
}  // namespace routing

}  // namespace paidan::inline PAIDAN_ABI
