// Results in the words of the border: ids instead of indices, instants instead of in-model seconds. What JSON stores.
#pragma once

#include <paidan/check/evaluate.hpp>
#include <paidan/core/reason.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/documents/match_documents.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/problem.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

/// A visit of an order, or a rest at the technician's n-th break of that shift.
struct StopDocument {
  StopKind kind = StopKind::visit;
  std::optional<std::string> order;         ///< visit
  std::optional<std::int32_t> break_index;  ///< rest: 0 = the shift's first break
  Instant departure;                        ///< leaves the previous place
  Instant arrival;
  Instant start;
  Instant end;
  friend bool operator==(const StopDocument&, const StopDocument&) = default;
};

struct RouteDocument {
  std::string technician;
  std::string shift;
  Instant start;
  Instant end;
  std::vector<StopDocument> stops;
  friend bool operator==(const RouteDocument&, const RouteDocument&) = default;
};

struct PlanDocument {
  std::string problem;  ///< content hash, 16 hexadecimal digits
  std::vector<RouteDocument> routes;
  std::vector<std::string> unassigned;
  Cost cost;
  std::int64_t total_cost = 0;
  friend bool operator==(const PlanDocument&, const PlanDocument&) = default;
};

struct ViolationDocument {
  std::string code;
  std::optional<std::string> order;
  std::optional<std::string> technician;
  std::optional<std::string> shift;
  std::int64_t amount = 0;
  friend bool operator==(const ViolationDocument&, const ViolationDocument&) = default;
};

struct TechnicianKpisDocument {
  std::string technician;
  std::int32_t jobs = 0;
  std::int64_t travel_s = 0;
  std::int64_t distance_m = 0;
  std::int64_t waiting_s = 0;
  std::int64_t service_s = 0;
  std::int64_t break_s = 0;
  std::int64_t overtime_s = 0;
  std::int64_t shift_s = 0;
  std::int64_t work_s = 0;
  friend bool operator==(const TechnicianKpisDocument&, const TechnicianKpisDocument&) = default;
};

/// The plan's figures; shares in permille, rounded half up.
struct KpisDocument {
  std::int32_t orders = 0;
  std::int32_t served = 0;
  std::int32_t unserved = 0;
  std::int32_t promised = 0;
  std::int32_t on_time = 0;
  std::int32_t early = 0;
  std::int32_t late = 0;
  std::int32_t promised_unserved = 0;
  std::int64_t lateness_s = 0;
  std::int64_t travel_s = 0;
  std::int64_t distance_m = 0;
  std::int64_t waiting_s = 0;
  std::int64_t service_s = 0;
  std::int64_t break_s = 0;
  std::int64_t overtime_s = 0;
  std::int64_t shift_s = 0;
  std::int64_t skill_waste_levels = 0;
  std::int32_t technicians_used = 0;
  std::int32_t rework = 0;
  std::int32_t rework_same = 0;
  std::int32_t on_time_permille = 0;
  std::int32_t travel_permille = 0;
  std::int32_t utilisation_permille = 0;
  std::int32_t gini_work_permille = 0;
  std::int64_t work_spread_s = 0;
  std::vector<TechnicianKpisDocument> technicians;
  friend bool operator==(const KpisDocument&, const KpisDocument&) = default;
};

struct ReportDocument {
  std::string problem;
  bool valid = false;
  std::vector<ViolationDocument> violations;
  Cost cost;
  std::int64_t total_cost = 0;
  KpisDocument kpis;
  friend bool operator==(const ReportDocument&, const ReportDocument&) = default;
};

struct SufferingDocument {
  std::string order;
  Instant old_start;
  Instant new_start;
  Duration added_lateness;
  friend bool operator==(const SufferingDocument&, const SufferingDocument&) = default;
};

struct WhyNotDocument {
  std::string order;
  std::string technician;
  std::vector<Family> families;  ///< in code order; empty = possible as things are
  std::vector<Reason> reasons;
  bool possible = false;
  std::optional<std::string> shift;      ///< of the cheapest insertion, like all below
  std::optional<std::int32_t> position;  ///< stop of the route before which it would go
  std::optional<Instant> start;
  std::optional<std::int64_t> added_cost;
  std::optional<Duration> added_travel;
  std::vector<SufferingDocument> suffering;
  friend bool operator==(const WhyNotDocument&, const WhyNotDocument&) = default;
};

struct UnassignedDocument {
  std::string order;
  std::vector<Family> families;
  std::vector<WhyNotDocument> technicians;
  friend bool operator==(const UnassignedDocument&, const UnassignedDocument&) = default;
};

/// One visit as it really happened, in the words of the border.
struct ActualVisitDocument {
  std::string order;
  std::string technician;
  Instant arrival;
  std::optional<Instant> start;  ///< service began; default: the arrival
  Instant end;
  friend bool operator==(const ActualVisitDocument&, const ActualVisitDocument&) = default;
};

struct ActualDocument {
  std::vector<ActualVisitDocument> visits;
  friend bool operator==(const ActualDocument&, const ActualDocument&) = default;
};

[[nodiscard]] PAIDAN_EXPORT PlanDocument plan_document(const Problem& problem, const Plan& plan);
/// Throws InvalidInput: made for another problem, unknown or repeated technician, shift, order or break, times beyond
/// 2^28 s.
[[nodiscard]] PAIDAN_EXPORT Plan plan_of(const Problem& problem, const PlanDocument& document);
[[nodiscard]] PAIDAN_EXPORT ReportDocument report_document(const Problem& problem, const check::Report& report);
[[nodiscard]] PAIDAN_EXPORT WhyNotDocument why_not_document(const Problem& problem, const WhyNot& answer);
[[nodiscard]] PAIDAN_EXPORT UnassignedDocument unassigned_document(const Problem& problem, const Unassigned& answer);
/// Throws InvalidInput: unknown order or technician, end before start. `rows` (may be empty) are for messages.
[[nodiscard]] PAIDAN_EXPORT std::vector<check::ActualVisit> actual_of(const Problem& problem,
                                                                      const ActualDocument& document,
                                                                      const std::vector<std::int64_t>& rows = {});

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/documents/documents.ipp>
#endif
