// The requests of the desk, described: flags of the command line, members of a request to `serve`, keywords in Python.
#pragma once

#include <paidan/assign/fields.hpp>
#include <paidan/desk/requests.hpp>
#include <paidan/documents/fields.hpp>
#include <paidan/render/fields.hpp>
#include <paidan/sheets/fields.hpp>
#include <paidan/travel/fields.hpp>

namespace paidan::inline PAIDAN_ABI {

namespace desk_detail {
// What several requests ask for, said once.
inline constexpr Field a_problem{
    .zh = "派单问题", .doc = "The problem: technicians, orders, places.", .required = true};
inline constexpr Field a_plan{.zh = "排班", .doc = "A plan of this problem.", .required = true};
inline constexpr Field an_order{.zh = "工单号", .doc = "Order id.", .required = true};
inline constexpr Field a_shift{
    .zh = "班次号", .doc = "Shift id; may be left out where the technician has one shift.", .required = true};
inline constexpr Field a_price_book{.zh = "价目表", .doc = "The price book.", .required = true};
inline constexpr Field a_policy_set{.zh = "保修政策", .doc = "Promises and legal floors.", .required = true};
inline constexpr Field a_calendar{.zh = "日历", .doc = "Rest days as announced.", .required = true};
inline constexpr Field a_table{.zh = "决策表", .doc = "A decision table.", .required = true};
inline constexpr Field some_facts{.zh = "事实", .doc = "Facts by name.", .required = true};
inline constexpr Field a_date_order{
    .zh = "日期次序",
    .doc = "How dates like 1/2/2020 are read: stated = only where one reading is possible; default stated."};
inline constexpr std::string_view presets =
    "What plans are to be good at: punctual (promises, then lateness, then cost; the default), cheap (one sum of all "
    "costs), fair (as punctual, long days dearer).";
inline constexpr Field a_schema{
    .zh = "种类", .doc = "Kind of document, type in a request, or operation with an answer.", .required = true};
inline constexpr Field a_kind{.zh = "种类", .doc = "Kind of document.", .required = true};
}  // namespace desk_detail

PAIDAN_FIELDS(desk::PlanRequest, "PlanRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  Fields<PlanOptions>::visit(v);
  v("start", &T::start_plan,
    Field{.zh = "初始排班", .doc = "Improve this plan of the problem instead of beginning from nothing."});
}

PAIDAN_FIELDS(desk::VroomPlanRequest, "VroomPlanRequest") {
  v("document", &T::document,
    Field{.zh = "VROOM输入", .doc = "VROOM's input JSON: jobs, vehicles, matrices.", .required = true});
  Fields<PlanOptions>::visit(v);
}

PAIDAN_FIELDS(desk::ProblemAlone, "ProblemAlone") { v("problem", &T::problem, desk_detail::a_problem); }

PAIDAN_FIELDS(desk::BaselineRequest, "BaselineRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  v("baseline", &T::baseline, Field{.zh = "基准", .doc = "How people dispatch without a planner.", .required = true});
}

PAIDAN_FIELDS(desk::RoadRequest, "RoadRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  v("roads", &T::roads, Field{.zh = "路网", .doc = "Crossings and stretches of road.", .required = true});
}

PAIDAN_FIELDS(desk::RebaseRequest, "RebaseRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  v("plan", &T::plan, desk_detail::a_plan);
  v("onto", &T::onto, Field{.zh = "新问题", .doc = "The changed problem.", .required = true});
}

PAIDAN_FIELDS(desk::DayRequest, "DayRequest") {
  v("problem", &T::problem, Field{.zh = "多日问题", .doc = "A problem over several days.", .required = true});
  v("day", &T::day, Field{.zh = "日期", .doc = "The day that is planned.", .required = true});
}

PAIDAN_FIELDS(desk::CarryOverRequest, "CarryOverRequest") {
  v("problem", &T::problem, Field{.zh = "当日问题", .doc = "The problem of that day.", .required = true});
  v("plan", &T::plan, desk_detail::a_plan);
  v("onto", &T::onto, Field{.zh = "多日问题", .doc = "The problem over several days.", .required = true});
  v("day", &T::day, Field{.zh = "日期", .doc = "The day that was planned.", .required = true});
}

PAIDAN_FIELDS(desk::CarryOverActualRequest, "CarryOverActualRequest") {
  v("problem", &T::problem, Field{.zh = "当日问题", .doc = "The problem of that day.", .required = true});
  v("actual", &T::actual, Field{.zh = "实际上门", .doc = "What really happened that day.", .required = true});
  v("onto", &T::onto, Field{.zh = "多日问题", .doc = "The problem over several days.", .required = true});
  v("day", &T::day, Field{.zh = "日期", .doc = "The day that is over.", .required = true});
}

PAIDAN_FIELDS(desk::MatchRequest, "MatchRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  Fields<MatchOptions>::visit(v);
}

PAIDAN_FIELDS(desk::PairRequest, "PairRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  v("order", &T::order, desk_detail::an_order);
  v("shift", &T::shift, desk_detail::a_shift);
  Fields<MatchOptions>::visit(v);
}

PAIDAN_FIELDS(desk::PlaceRequest, "PlaceRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  v("shift", &T::shift, desk_detail::a_shift);
  Fields<MatchOptions>::visit(v);
}

PAIDAN_FIELDS(desk::SkillRequest, "SkillRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  v("skill", &T::skill, Field{.zh = "技能", .doc = "Name of the skill.", .required = true});
  Fields<MatchOptions>::visit(v);
}

PAIDAN_FIELDS(desk::RefusalRequest, "RefusalRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  v("order", &T::order, desk_detail::an_order);
  v("shift", &T::shift, desk_detail::a_shift);
}

PAIDAN_FIELDS(desk::WhyNotRequest, "WhyNotRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  v("plan", &T::plan, desk_detail::a_plan);
  v("order", &T::order, desk_detail::an_order);
  v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id.", .required = true});
}

PAIDAN_FIELDS(desk::UnassignedRequest, "UnassignedRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  v("plan", &T::plan, desk_detail::a_plan);
  v("order", &T::order, desk_detail::an_order);
}

PAIDAN_FIELDS(desk::EvaluateRequest, "EvaluateRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  v("plan", &T::plan, desk_detail::a_plan);
}

PAIDAN_FIELDS(desk::ActualRequest, "ActualRequest") {
  v("problem", &T::problem, desk_detail::a_problem);
  v("actual", &T::actual, Field{.zh = "实际上门", .doc = "What really happened.", .required = true});
}

PAIDAN_FIELDS(desk::MinimalReasons, "MinimalReasons") {
  v("families", &T::families,
    Field{
        .zh = "原因类别", .doc = "Smallest set of families to relax; empty: insertion is possible.", .required = true});
}

PAIDAN_FIELDS(desk::ServiceRequest, "ServiceRequest") {
  v("catalog", &T::catalog, Field{.zh = "服务目录", .doc = "The catalog.", .required = true});
  v("service", &T::service, Field{.zh = "服务项目", .doc = "Code or name of an entry.", .required = true});
}

PAIDAN_FIELDS(desk::EstimateFromRequest, "EstimateFromRequest") {
  v("prices", &T::prices, desk_detail::a_price_book);
  v("request", &T::request, Field{.zh = "预估请求", .doc = "What the estimate is for.", .required = true});
}

PAIDAN_FIELDS(desk::QuoteFromRequest, "QuoteFromRequest") {
  v("prices", &T::prices, desk_detail::a_price_book);
  v("request", &T::request, Field{.zh = "报价请求", .doc = "Items, measures and date.", .required = true});
}

PAIDAN_FIELDS(desk::BillRequest, "BillRequest") {
  v("quote", &T::quote, Field{.zh = "报价", .doc = "The confirmed quote.", .required = true});
  v("outcome", &T::outcome, Field{.zh = "结果", .doc = "How the visit ended.", .required = true});
}

PAIDAN_FIELDS(desk::AuditRequest, "AuditRequest") {
  v("bill", &T::bill, Field{.zh = "账单", .doc = "The frozen bill.", .required = true});
  v("charges", &T::charges, Field{.zh = "实收", .doc = "What was really taken, line by line.", .required = true});
}

PAIDAN_FIELDS(desk::CatalogLintRequest, "CatalogLintRequest") {
  v("catalog", &T::catalog, Field{.zh = "服务目录", .doc = "The catalog.", .required = true});
  v("prices", &T::prices,
    Field{.zh = "价目表", .doc = "Where its price codes have to be; default: they are not looked at."});
  v("policies", &T::policies,
    Field{.zh = "保修政策", .doc = "Where its warranty categories have to be; default: they are not looked at."});
}

PAIDAN_FIELDS(desk::ReplayRequest, "ReplayRequest") {
  v("trace", &T::trace,
    Field{.zh = "演算",
          .doc = "Steps of a quote or bill. On the command line a JSON list, or the quote or bill itself.",
          .required = true});
  v("currency", &T::currency, Field{.zh = "币种", .doc = "Its digits are rounded to; default CNY."});
}

PAIDAN_FIELDS(desk::Replayed, "Replayed") {
  v("holds", &T::holds, Field{.zh = "成立", .doc = "Every step gives what it states.", .required = true});
  v("total", &T::total, Field{.zh = "合计", .doc = "What the last step leaves; absent when a step does not hold."});
}

PAIDAN_FIELDS(desk::VerdictRequest, "VerdictRequest") {
  v("policies", &T::policies, desk_detail::a_policy_set);
  v("calendar", &T::calendar, desk_detail::a_calendar);
  v("claim", &T::claim, Field{.zh = "保修申请", .doc = "What is asked, unknown facts left open.", .required = true});
}

PAIDAN_FIELDS(desk::CertificateFromRequest, "CertificateFromRequest") {
  v("policies", &T::policies, desk_detail::a_policy_set);
  v("calendar", &T::calendar, desk_detail::a_calendar);
  v("request", &T::request, Field{.zh = "凭证请求", .doc = "What the certificate is for.", .required = true});
}

PAIDAN_FIELDS(desk::LastDaysRequest, "LastDaysRequest") {
  v("start", &T::start, Field{.zh = "起算日", .doc = "The day that is not counted.", .required = true});
  v("term", &T::term,
    Field{.zh = "期限",
          .doc = "How many; at the longest ten years of days, and a hundred years in months or years.",
          .required = true,
          .low = 1,
          .high = warranty::longest_term(warranty::TermUnit::days)});
  v("unit", &T::unit, Field{.zh = "单位", .doc = "days, months or years; default days."});
  v("calendar", &T::calendar, desk_detail::a_calendar);
}

PAIDAN_FIELDS(desk::DecideRequest, "DecideRequest") {
  v("table", &T::table, desk_detail::a_table);
  v("facts", &T::facts, desk_detail::some_facts);
  v("explain", &T::explain, Field{.zh = "说明", .doc = "Also inputs, matched cells and near misses; default false."});
}

PAIDAN_FIELDS(desk::LintRequest, "LintRequest") {
  v("table", &T::table, desk_detail::a_table);
  v("work", &T::work,
    Field{.zh = "工作量上限",
          .doc = "Steps that may be taken; 0 = the default limit.",
          .low = 0,
          .high = std::int64_t{1} << 40});
}

PAIDAN_FIELDS(desk::ModelRequest, "ModelRequest") {
  v("model", &T::model, Field{.zh = "决策模型", .doc = "A DMN model.", .required = true});
  v("facts", &T::facts, desk_detail::some_facts);
  v("decision", &T::decision, Field{.zh = "决策", .doc = "Name of one decision; default: all."});
}

PAIDAN_FIELDS(desk::ProblemRequest, "ProblemRequest") {
  v("orders", &T::orders, Field{.zh = "工单表", .doc = "CSV, one row an order.", .required = true});
  v("technicians", &T::technicians, Field{.zh = "师傅表", .doc = "CSV, one row a technician.", .required = true});
  v("zone", &T::zone, Field{.zh = "时区", .doc = "Local times of the tables are of this zone.", .required = true});
  v("first_day", &T::first_day, Field{.zh = "首日", .doc = "Default: the first day on which an order may be served."});
  v("days", &T::days, Field{.zh = "天数", .doc = "Default: through the last such day.", .low = 1, .high = 92});
  v("datum", &T::datum, Field{.zh = "坐标系", .doc = "Of both tables; default wgs84."});
  v("date_order", &T::date_order, desk_detail::a_date_order);
  v("columns", &T::columns,
    Field{.zh = "列对照",
          .doc = "The host's own headings, each as KNOWN=OWN: `预约时间=约定`; for one table alone with its name in "
                 "front: `technicians.name=师傅`."});
  v("catalog", &T::catalog,
    Field{.zh = "服务目录", .doc = "Gives skills, minutes and parts of a service; default none."});
  v("places", &T::places,
    Field{.zh = "地点表", .doc = "CSV of compounds and streets, for orders without coordinates; default none."});
  v("list_unplaced", &T::list_unplaced,
    Field{.zh = "列出无坐标",
          .doc = "An order nobody can place is left out with a notice; default false: it is an error."});
  v("preset", &T::preset, Field{.zh = "预设", .doc = desk_detail::presets});
}

PAIDAN_FIELDS(desk::ObjectiveRequest, "ObjectiveRequest") {
  v("preset", &T::preset, Field{.zh = "预设", .doc = desk_detail::presets, .required = true});
}

PAIDAN_FIELDS(desk::TableRequest, "TableRequest") {
  v("table", &T::table, Field{.zh = "表格", .doc = "CSV with English or Chinese headings.", .required = true});
  v("columns", &T::columns, Field{.zh = "列对照", .doc = "The host's own headings, each as KNOWN=OWN."});
  v("date_order", &T::date_order, desk_detail::a_date_order);
}

PAIDAN_FIELDS(desk::ColumnsRequest, "ColumnsRequest") {
  v("table", &T::table, Field{.zh = "表格种类", .doc = "Which table.", .required = true});
}

PAIDAN_FIELDS(desk::TableColumns, "TableColumns") {
  v("table", &T::table, Field{.zh = "表格种类", .doc = "Which table.", .required = true});
  v("columns", &T::columns, Field{.zh = "列", .doc = "Its columns, in order.", .required = true});
}

PAIDAN_FIELDS(desk::PricesRequest, "PricesRequest") {
  Fields<desk::TableRequest>::visit(v);
  v("rules", &T::rules, Field{.zh = "数量规则", .doc = "CSV of quantity rules; default none."});
  v("id", &T::id, Field{.zh = "编号", .doc = "Name of the book; default prices."});
}

PAIDAN_FIELDS(desk::CalendarRequest, "CalendarRequest") {
  v("announcements", &T::announcements,
    Field{.zh = "放假通知", .doc = "One JSON text a year: {year, days: [{name, date, isOffDay}]}.", .required = true});
  v("statutory", &T::statutory,
    Field{.zh = "法定节日", .doc = "CSV of the national holidays themselves: date, name.", .required = true});
}

PAIDAN_FIELDS(desk::RoadsRequest, "RoadsRequest") {
  v("nodes", &T::nodes, Field{.zh = "路口表", .doc = "CSV of crossings: node, lat, lon.", .required = true});
  v("edges", &T::edges,
    Field{.zh = "路段表",
          .doc = "CSV of stretches: from, to, and metres, seconds, speed_kmh, highway, oneway as there are.",
          .required = true});
  v("columns", &T::columns,
    Field{.zh = "列对照", .doc = "The host's own headings, each as KNOWN=OWN; nodes.KNOWN=OWN of one table alone."});
  v("datum", &T::datum, Field{.zh = "坐标系", .doc = "Of the crossings; default wgs84."});
  v("speed_metres_per_hour", &T::speed_metres_per_hour,
    Field{.zh = "时速米",
          .doc = "Of stretches without time, speed or known class; default 25000.",
          .low = 1000,
          .high = 200000});
}

PAIDAN_FIELDS(desk::ActualTableRequest, "ActualTableRequest") {
  Fields<desk::TableRequest>::visit(v);
  v("zone", &T::zone, Field{.zh = "时区", .doc = "Local times are of this zone.", .required = true});
}

PAIDAN_FIELDS(desk::FitTravelRequest, "FitTravelRequest") {
  Fields<desk::ActualTableRequest>::visit(v);
  v("datum", &T::datum, Field{.zh = "坐标系", .doc = "Of the coordinates; default wgs84."});
}

PAIDAN_FIELDS(desk::AssignmentRequest, "AssignmentRequest") {
  v("input", &T::input, Field{.zh = "输入", .doc = "Rows, columns, arcs and slots.", .required = true});
  v("canonical", &T::canonical, Field{.zh = "确定解", .doc = "Among equals the first; default false."});
}

PAIDAN_FIELDS(desk::ValidateRequest, "ValidateRequest") {
  v("kind", &T::kind,
    Field{.zh = "种类",
          .doc = "Kind of document; of a table also orders, technicians, places, rules, nodes, edges.",
          .required = true});
  v("document", &T::document, Field{.zh = "文档", .doc = "The document as JSON, or a table as CSV.", .required = true});
  v("columns", &T::columns, Field{.zh = "列对照", .doc = "Of a table: the host's own headings, each as KNOWN=OWN."});
  v("date_order", &T::date_order, desk_detail::a_date_order);
  v("zone", &T::zone, Field{.zh = "时区", .doc = "Of a table: local times are of this zone; default UTC."});
}

PAIDAN_FIELDS(desk::SchemaRequest, "SchemaRequest") { v("kind", &T::kind, desk_detail::a_schema); }

PAIDAN_FIELDS(desk::Validated, "Validated") {
  v("ok", &T::ok, Field{.zh = "正确", .doc = "True: nothing was wrong.", .required = true});
  v("document_kind", &T::document_kind, desk_detail::a_kind);
}

}  // namespace paidan::inline PAIDAN_ABI
