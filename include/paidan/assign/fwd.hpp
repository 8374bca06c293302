// The types of the room `assign`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

namespace paidan::inline PAIDAN_ABI {

namespace assign {
struct Arc;
struct AssignOptions;
struct Assignment;
struct AssignmentInput;
struct AssignmentTable;
struct AssignmentView;
class CheckedView;
struct Extent;
class LiveAssignment;
struct Move;
struct Pair;
struct Regret;
struct RowArc;
struct Shortage;
struct Shortages;
}  // namespace assign

}  // namespace paidan::inline PAIDAN_ABI
