// What each operation of the desk is asked with: one described value. What a host holds – problems, price books –
// stands in it as what it is; a door turns a file, a handle or an object into it.
#pragma once

#include <paidan/assign/assignment.hpp>
#include <paidan/catalog/mapping.hpp>
#include <paidan/check/actual.hpp>
#include <paidan/check/evaluate.hpp>
#include <paidan/core/calendar.hpp>
#include <paidan/dispatch/baselines.hpp>
#include <paidan/dispatch/match_review.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/ledger/step.hpp>
#include <paidan/model/presets.hpp>
#include <paidan/pricing/audit.hpp>
#include <paidan/pricing/estimate.hpp>
#include <paidan/pricing/price_book.hpp>
#include <paidan/rules/model/model.hpp>
#include <paidan/rules/table/table.hpp>
#include <paidan/sheets/column_text.hpp>
#include <paidan/sheets/date_order.hpp>
#include <paidan/travel/road_graph.hpp>
#include <paidan/warranty/certificate.hpp>
#include <paidan/warranty/policy.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace desk {

/// The text of a file: a table, say. On the command line a path.
struct FileText {
  std::string bytes;
  friend bool operator==(const FileText&, const FileText&) = default;
};

// ---------------------------------------------------------------- who goes, and when

struct PlanRequest : PlanOptions {
  std::optional<Problem> problem;
  std::optional<Plan> start_plan;
};
/// VROOM's input, planned: a JSON text.
struct VroomPlanRequest : PlanOptions {
  FileText document;
};
/// Of an operation that asks for nothing else.
struct ProblemAlone {
  std::optional<Problem> problem;
};
struct BaselineRequest {
  std::optional<Problem> problem;
  Baseline baseline = Baseline::nearest_free;
};
struct RoadRequest {
  std::optional<Problem> problem;
  travel::RoadData roads;
};
struct RebaseRequest {
  std::optional<Problem> problem;
  std::optional<Plan> plan;
  std::optional<Problem> onto;
};
struct DayRequest {
  std::optional<Problem> problem;
  Date day;
};
struct CarryOverRequest {
  std::optional<Problem> problem;
  std::optional<Plan> plan;
  std::optional<Problem> onto;
  Date day;
};
struct CarryOverActualRequest {
  std::optional<Problem> problem;
  std::optional<check::ActualData> actual;
  std::optional<Problem> onto;
  Date day;
};
struct MatchRequest : MatchOptions {
  std::optional<Problem> problem;
};
struct PairRequest : MatchOptions {
  std::optional<Problem> problem;
  OrderIndex order;
  ShiftIndex shift;
};
struct PlaceRequest : MatchOptions {
  std::optional<Problem> problem;
  ShiftIndex shift;
};
struct SkillRequest : MatchOptions {
  std::optional<Problem> problem;
  std::string skill;
};
struct RefusalRequest {
  std::optional<Problem> problem;
  OrderIndex order;
  ShiftIndex shift;
};
struct WhyNotRequest {
  std::optional<Problem> problem;
  std::optional<Plan> plan;
  OrderIndex order;
  TechnicianIndex technician;
};
struct UnassignedRequest {
  std::optional<Problem> problem;
  std::optional<Plan> plan;
  OrderIndex order;
};
struct EvaluateRequest {
  std::optional<Problem> problem;
  std::optional<Plan> plan;
};
struct ActualRequest {
  std::optional<Problem> problem;
  std::optional<check::ActualData> actual;
};
/// The checker's own answer to why_not.
struct MinimalReasons {
  FamilySet families;
  friend bool operator==(const MinimalReasons&, const MinimalReasons&) = default;
};

// ---------------------------------------------------------------- what it costs

struct ServiceRequest {
  std::optional<catalog::Catalog> catalog;
  std::string service;
};
struct CatalogLintRequest {
  std::optional<catalog::Catalog> catalog;
  std::optional<pricing::PriceBook> prices;
  std::optional<warranty::PolicySet> policies;
};
struct EstimateFromRequest {
  std::optional<pricing::PriceBook> prices;
  std::optional<pricing::EstimateRequest> request;
};
struct QuoteFromRequest {
  std::optional<pricing::PriceBook> prices;
  std::optional<pricing::QuoteFacts> request;
};
struct BillRequest {
  std::optional<pricing::Quote> quote;
  pricing::Outcome outcome = pricing::Outcome::fixed;
};
struct AuditRequest {
  std::optional<pricing::Bill> bill;
  std::optional<pricing::Charges> charges;
};
struct ReplayRequest {
  std::vector<ledger::Step> trace;
  Currency currency = {};
};
/// A trace computed again from its operands.
struct Replayed {
  bool holds = false;
  std::optional<Money> total;
  friend bool operator==(const Replayed&, const Replayed&) = default;
};

// ---------------------------------------------------------------- who pays afterwards

struct VerdictRequest {
  std::optional<warranty::PolicySet> policies;
  std::optional<Calendar> calendar;
  std::optional<warranty::Claim> claim;
};
struct CertificateFromRequest {
  std::optional<warranty::PolicySet> policies;
  std::optional<Calendar> calendar;
  std::optional<warranty::CertificateRequest> request;
};
struct LastDaysRequest {
  Date start;
  std::int32_t term = 0;
  warranty::TermUnit unit = warranty::TermUnit::days;
  std::optional<Calendar> calendar;
};

// ---------------------------------------------------------------- rules, tables, documents

struct DecideRequest {
  std::optional<rules::DecisionTable> table;
  rules::Value facts;
  bool explain = false;
};
struct LintRequest {
  std::optional<rules::DecisionTable> table;
  std::int64_t work = 0;
};
struct ModelRequest {
  std::optional<rules::DecisionModel> model;
  rules::Value facts;
  std::optional<std::string> decision;
};
/// The orders and technicians of a week as two tables.
struct ProblemRequest {
  FileText orders;
  FileText technicians;
  ZoneRules zone;
  std::optional<Date> first_day;
  std::optional<std::int32_t> days;
  Datum datum = Datum::wgs84;
  sheets::DateOrder date_order = sheets::DateOrder::stated;
  std::vector<std::string> columns;
  std::optional<catalog::Catalog> catalog;
  FileText places;
  bool list_unplaced = false;
  Preset preset = Preset::punctual;
};
struct ObjectiveRequest {
  Preset preset = Preset::punctual;
};
/// A table of one kind.
struct TableRequest {
  FileText table;
  std::vector<std::string> columns;
  sheets::DateOrder date_order = sheets::DateOrder::stated;
};
struct PricesRequest : TableRequest {
  FileText rules;
  std::string id = "prices";
};
struct ColumnsRequest {
  sheets::TableKind table = sheets::TableKind::orders;
};
struct TableColumns {
  std::string table;
  std::vector<sheets::ColumnText> columns;
  friend bool operator==(const TableColumns&, const TableColumns&) = default;
};
struct CalendarRequest {
  std::vector<FileText> announcements;
  FileText statutory;
};
struct RoadsRequest {
  FileText nodes;
  FileText edges;
  std::vector<std::string> columns;
  Datum datum = Datum::wgs84;
  std::int32_t speed_metres_per_hour = 25'000;
};
struct ActualTableRequest : TableRequest {
  ZoneRules zone;
};
struct FitTravelRequest : ActualTableRequest {
  Datum datum = Datum::wgs84;
};
struct AssignmentRequest {
  assign::AssignmentInput input;
  bool canonical = false;
};
struct ValidateRequest {
  std::string kind;
  FileText document;
  std::vector<std::string> columns;
  sheets::DateOrder date_order = sheets::DateOrder::stated;
  ZoneRules zone;
};
struct SchemaRequest {
  std::string kind;
};
/// Nothing was wrong.
struct Validated {
  bool ok = true;
  std::string document_kind;
  friend bool operator==(const Validated&, const Validated&) = default;
};

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI
