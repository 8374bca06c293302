// The types of the room `documents`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

namespace paidan::inline PAIDAN_ABI {

namespace documents {
struct ActualDocument;
struct ActualVisitDocument;
struct CalendarDocument;
struct ChargesDocument;
struct KpisDocument;
struct MatchDocument;
struct MatchMoveDocument;
struct MatchShortageDocument;
struct PairAnswerDocument;
struct PairDocument;
struct PlanDocument;
struct ReportDocument;
struct RouteDocument;
struct ShiftDocument;
struct StopDocument;
struct SufferingDocument;
struct TechnicianKpisDocument;
struct TermDocument;
struct UnassignedDocument;
struct ViolationDocument;
struct WhyNotDocument;
}  // namespace documents

}  // namespace paidan::inline PAIDAN_ABI
