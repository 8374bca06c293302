// The types of the room `model`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

struct Break;
struct BreakRow;
struct Compound;
struct CompoundColumns;
struct Cost;
struct Dense;
struct DepotColumns;
struct FairnessPiece;
enum class GoalOrder : std::uint8_t;
struct Goals;
struct Interval;
struct Link;
struct LinkRow;
struct Location;
struct Objective;
struct OpeningHours;
struct Order;
struct OrderColumns;
struct PartCount;
struct PartNeed;
struct Pin;
struct Plan;
enum class Preset : std::uint8_t;
class Problem;
class ProblemBorder;
struct ProblemData;
struct Promise;
struct Route;
struct Shift;
struct ShiftColumns;
struct SkillGrant;
struct SkillHeld;
struct SkillLevel;
struct SkillNeed;
struct SourceRows;
struct Stop;
enum class StopKind : std::uint8_t;
struct SupplyDepot;
struct Suspension;
struct TagCap;
struct TagClosure;
struct TagLimit;
struct Technician;
struct TechnicianColumns;
struct TravelProfile;
struct Window;

}  // namespace paidan::inline PAIDAN_ABI
