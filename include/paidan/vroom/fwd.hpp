// The types of the room `vroom`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

namespace vroom {
struct Answer;
struct Day;
struct Input;
struct Job;
struct Left;
struct ProfileMatrices;
class Question;
struct Rates;
struct Rest;
struct RouteTold;
struct Step;
enum class StepType : std::uint8_t;
struct Summary;
struct Totals;
struct Vehicle;
struct VehicleBreak;
struct VehicleCosts;
struct VehicleStep;
struct Violation;
struct Work;
}  // namespace vroom

}  // namespace paidan::inline PAIDAN_ABI
