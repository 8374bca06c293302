// The types of the room `check`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

namespace check {
struct ActualData;
struct ActualVisit;
struct JudgedOrder;
struct JudgedOrders;
struct Kpis;
enum class OrderState : std::uint8_t;
enum class Party : std::uint8_t;
enum class PromiseState : std::uint8_t;
struct Report;
struct TechnicianKpis;
struct Violation;
struct ViolationKind;
enum class VisitOutcome : std::uint8_t;
}  // namespace check

}  // namespace paidan::inline PAIDAN_ABI
