// The types of the room `desk`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

namespace paidan::inline PAIDAN_ABI {

namespace desk {
struct ActualRequest;
struct ActualTableRequest;
struct Aside;
struct AssignmentRequest;
struct AuditRequest;
struct BaselineRequest;
struct BillRequest;
struct CalendarRequest;
struct CarryOverActualRequest;
struct CarryOverRequest;
struct CatalogLintRequest;
struct CertificateFromRequest;
struct ColumnsRequest;
struct DayRequest;
struct DecideRequest;
struct EstimateFromRequest;
struct EvaluateRequest;
struct FieldText;
struct FileText;
struct FitTravelRequest;
struct LastDaysRequest;
struct LintRequest;
struct MatchRequest;
struct MinimalReasons;
struct ModelRequest;
struct ObjectiveRequest;
struct PairRequest;
struct PlaceRequest;
struct PlanRequest;
struct PricesRequest;
struct ProblemAlone;
struct ProblemRequest;
struct QuoteFromRequest;
struct RebaseRequest;
struct RefusalRequest;
struct ReplayRequest;
struct Replayed;
struct RoadRequest;
struct RoadsRequest;
struct RulesAnswer;
struct SchemaRequest;
struct ServiceRequest;
class Session;
struct SessionVerb;
struct SkillRequest;
struct TableColumns;
struct TableRequest;
struct UnassignedRequest;
struct ValidateRequest;
struct Validated;
struct VerdictRequest;
struct VroomPlanRequest;
struct WhyNotRequest;
}  // namespace desk

}  // namespace paidan::inline PAIDAN_ABI
