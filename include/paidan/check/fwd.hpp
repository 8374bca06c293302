// The types of the room `check`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

namespace paidan::inline PAIDAN_ABI {

namespace check {
struct ActualData;
struct ActualVisit;
struct Kpis;
struct Report;
struct TechnicianKpis;
struct Violation;
}  // namespace check

}  // namespace paidan::inline PAIDAN_ABI
