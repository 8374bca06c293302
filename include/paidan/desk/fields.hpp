// The requests of the desk, described: flags of the command line, members of a request to `serve`, keywords in Python.
#pragma once

#include <paidan/assign/fields.hpp>
#include <paidan/desk/requests.hpp>
#include <paidan/documents/fields.hpp>
#include <paidan/render/fields.hpp>

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
inline constexpr Field a_kind{.zh = "种类", .doc = "Kind of document.", .required = true};
}  // namespace desk_detail

template <>
struct Fields<desk::PlanRequest> {
  using T = desk::PlanRequest;
  static constexpr std::string_view name = "PlanRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    Fields<PlanOptions>::visit(v);
    v("start", &T::start_plan,
      Field{.zh = "初始排班", .doc = "Improve this plan of the problem instead of beginning from nothing."});
  }
};

template <>
struct Fields<desk::RewriteRequest> {
  using T = desk::RewriteRequest;
  static constexpr std::string_view name = "RewriteRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
  }
};

template <>
struct Fields<desk::BaselineRequest> {
  using T = desk::BaselineRequest;
  static constexpr std::string_view name = "BaselineRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    v("baseline", &T::baseline, Field{.zh = "基准", .doc = "How people dispatch without a planner.", .required = true});
  }
};

template <>
struct Fields<desk::RebaseRequest> {
  using T = desk::RebaseRequest;
  static constexpr std::string_view name = "RebaseRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    v("plan", &T::plan, desk_detail::a_plan);
    v("onto", &T::onto, Field{.zh = "新问题", .doc = "The changed problem.", .required = true});
  }
};

template <>
struct Fields<desk::MatchRequest> {
  using T = desk::MatchRequest;
  static constexpr std::string_view name = "MatchRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    Fields<MatchOptions>::visit(v);
  }
};

template <>
struct Fields<desk::PairRequest> {
  using T = desk::PairRequest;
  static constexpr std::string_view name = "PairRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    v("order", &T::order, desk_detail::an_order);
    v("shift", &T::shift, desk_detail::a_shift);
    Fields<MatchOptions>::visit(v);
  }
};

template <>
struct Fields<desk::PlaceRequest> {
  using T = desk::PlaceRequest;
  static constexpr std::string_view name = "PlaceRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    v("shift", &T::shift, desk_detail::a_shift);
    Fields<MatchOptions>::visit(v);
  }
};

template <>
struct Fields<desk::SkillRequest> {
  using T = desk::SkillRequest;
  static constexpr std::string_view name = "SkillRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    v("skill", &T::skill, Field{.zh = "技能", .doc = "Name of the skill.", .required = true});
    Fields<MatchOptions>::visit(v);
  }
};

template <>
struct Fields<desk::RefusalRequest> {
  using T = desk::RefusalRequest;
  static constexpr std::string_view name = "RefusalRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    v("order", &T::order, desk_detail::an_order);
    v("shift", &T::shift, desk_detail::a_shift);
  }
};

template <>
struct Fields<desk::WhyNotRequest> {
  using T = desk::WhyNotRequest;
  static constexpr std::string_view name = "WhyNotRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    v("plan", &T::plan, desk_detail::a_plan);
    v("order", &T::order, desk_detail::an_order);
    v("technician", &T::technician, Field{.zh = "师傅编号", .doc = "Technician id.", .required = true});
  }
};

template <>
struct Fields<desk::UnassignedRequest> {
  using T = desk::UnassignedRequest;
  static constexpr std::string_view name = "UnassignedRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    v("plan", &T::plan, desk_detail::a_plan);
    v("order", &T::order, desk_detail::an_order);
  }
};

template <>
struct Fields<desk::EvaluateRequest> {
  using T = desk::EvaluateRequest;
  static constexpr std::string_view name = "EvaluateRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    v("plan", &T::plan, desk_detail::a_plan);
  }
};

template <>
struct Fields<desk::ActualRequest> {
  using T = desk::ActualRequest;
  static constexpr std::string_view name = "ActualRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("problem", &T::problem, desk_detail::a_problem);
    v("actual", &T::actual, Field{.zh = "实际上门", .doc = "What really happened.", .required = true});
  }
};

template <>
struct Fields<desk::MinimalReasons> {
  using T = desk::MinimalReasons;
  static constexpr std::string_view name = "MinimalReasons";
  template <class V>
  static constexpr void visit(V&& v) {
    v("families", &T::families,
      Field{.zh = "原因类别",
            .doc = "Smallest set of families to relax; empty: insertion is possible.",
            .required = true});
  }
};

template <>
struct Fields<desk::EstimateAskRequest> {
  using T = desk::EstimateAskRequest;
  static constexpr std::string_view name = "EstimateAskRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("catalog", &T::catalog, Field{.zh = "服务目录", .doc = "The catalog.", .required = true});
    v("service", &T::service, Field{.zh = "服务项目", .doc = "Code or name of an entry.", .required = true});
  }
};

template <>
struct Fields<desk::EstimateFromRequest> {
  using T = desk::EstimateFromRequest;
  static constexpr std::string_view name = "EstimateFromRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("prices", &T::prices, desk_detail::a_price_book);
    v("request", &T::request, Field{.zh = "预估请求", .doc = "What the estimate is for.", .required = true});
  }
};

template <>
struct Fields<desk::QuoteFromRequest> {
  using T = desk::QuoteFromRequest;
  static constexpr std::string_view name = "QuoteFromRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("prices", &T::prices, desk_detail::a_price_book);
    v("request", &T::request, Field{.zh = "报价请求", .doc = "Items, measures and date.", .required = true});
  }
};

template <>
struct Fields<desk::BillRequest> {
  using T = desk::BillRequest;
  static constexpr std::string_view name = "BillRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("quote", &T::quote, Field{.zh = "报价", .doc = "The confirmed quote.", .required = true});
    v("outcome", &T::outcome, Field{.zh = "结果", .doc = "How the visit ended.", .required = true});
  }
};

template <>
struct Fields<desk::AuditRequest> {
  using T = desk::AuditRequest;
  static constexpr std::string_view name = "AuditRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("bill", &T::bill, Field{.zh = "账单", .doc = "The frozen bill.", .required = true});
    v("charges", &T::charges, Field{.zh = "实收", .doc = "What was really taken, line by line.", .required = true});
  }
};

template <>
struct Fields<desk::VerdictRequest> {
  using T = desk::VerdictRequest;
  static constexpr std::string_view name = "VerdictRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("policies", &T::policies, desk_detail::a_policy_set);
    v("calendar", &T::calendar, desk_detail::a_calendar);
    v("claim", &T::claim, Field{.zh = "保修申请", .doc = "What is asked, unknown facts left open.", .required = true});
  }
};

template <>
struct Fields<desk::CertificateFromRequest> {
  using T = desk::CertificateFromRequest;
  static constexpr std::string_view name = "CertificateFromRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("policies", &T::policies, desk_detail::a_policy_set);
    v("calendar", &T::calendar, desk_detail::a_calendar);
    v("request", &T::request, Field{.zh = "凭证请求", .doc = "What the certificate is for.", .required = true});
  }
};

template <>
struct Fields<desk::LastDaysRequest> {
  using T = desk::LastDaysRequest;
  static constexpr std::string_view name = "LastDaysRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("start", &T::start, Field{.zh = "起算日", .doc = "The day that is not counted.", .required = true});
    v("term", &T::term, Field{.zh = "期限", .doc = "How many, 1 to 3650.", .required = true, .low = 1, .high = 3650});
    v("unit", &T::unit, Field{.zh = "单位", .doc = "days, months or years; default days."});
    v("calendar", &T::calendar, desk_detail::a_calendar);
  }
};

template <>
struct Fields<desk::DecideRequest> {
  using T = desk::DecideRequest;
  static constexpr std::string_view name = "DecideRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("table", &T::table, desk_detail::a_table);
    v("facts", &T::facts, desk_detail::some_facts);
    v("explain", &T::explain, Field{.zh = "说明", .doc = "Also inputs, matched cells and near misses; default false."});
  }
};

template <>
struct Fields<desk::LintRequest> {
  using T = desk::LintRequest;
  static constexpr std::string_view name = "LintRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("table", &T::table, desk_detail::a_table);
    v("work", &T::work,
      Field{.zh = "工作量上限",
            .doc = "Steps that may be taken; 0 = the default limit.",
            .low = 0,
            .high = std::int64_t{1} << 40});
  }
};

template <>
struct Fields<desk::ModelRequest> {
  using T = desk::ModelRequest;
  static constexpr std::string_view name = "ModelRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("model", &T::model, Field{.zh = "决策模型", .doc = "A DMN model.", .required = true});
    v("facts", &T::facts, desk_detail::some_facts);
    v("decision", &T::decision, Field{.zh = "决策", .doc = "Name of one decision; default: all."});
  }
};

template <>
struct Fields<desk::ProblemRequest> {
  using T = desk::ProblemRequest;
  static constexpr std::string_view name = "ProblemRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("orders", &T::orders, Field{.zh = "工单表", .doc = "CSV, one row an order.", .required = true});
    v("technicians", &T::technicians, Field{.zh = "师傅表", .doc = "CSV, one row a technician.", .required = true});
    v("zone", &T::zone, Field{.zh = "时区", .doc = "Local times of the tables are of this zone.", .required = true});
    v("first_day", &T::first_day,
      Field{.zh = "首日", .doc = "Default: the first day on which an order may be served."});
    v("days", &T::days, Field{.zh = "天数", .doc = "Default: through the last such day.", .low = 1, .high = 92});
    v("datum", &T::datum, Field{.zh = "坐标系", .doc = "Of both tables; default wgs84."});
    v("catalog", &T::catalog,
      Field{.zh = "服务目录", .doc = "Gives skills, minutes and parts of a service; default none."});
  }
};

template <>
struct Fields<desk::TableRequest> {
  using T = desk::TableRequest;
  static constexpr std::string_view name = "TableRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("table", &T::table, Field{.zh = "表格", .doc = "CSV with English or Chinese headings.", .required = true});
  }
};

template <>
struct Fields<desk::PricesRequest> {
  using T = desk::PricesRequest;
  static constexpr std::string_view name = "PricesRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("table", &T::table, Field{.zh = "价目", .doc = "CSV of published charges.", .required = true});
    v("rules", &T::rules, Field{.zh = "数量规则", .doc = "CSV of quantity rules; default none."});
    v("id", &T::id, Field{.zh = "编号", .doc = "Name of the book; default prices."});
  }
};

template <>
struct Fields<desk::ActualTableRequest> {
  using T = desk::ActualTableRequest;
  static constexpr std::string_view name = "ActualTableRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("table", &T::table, Field{.zh = "表格", .doc = "CSV, one row a visit.", .required = true});
    v("zone", &T::zone, Field{.zh = "时区", .doc = "Local times are of this zone.", .required = true});
  }
};

template <>
struct Fields<desk::AssignmentRequest> {
  using T = desk::AssignmentRequest;
  static constexpr std::string_view name = "AssignmentRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("input", &T::input, Field{.zh = "输入", .doc = "Rows, columns, arcs and slots.", .required = true});
    v("canonical", &T::canonical, Field{.zh = "确定解", .doc = "Among equals the first; default false."});
  }
};

template <>
struct Fields<desk::ValidateRequest> {
  using T = desk::ValidateRequest;
  static constexpr std::string_view name = "ValidateRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("kind", &T::kind, desk_detail::a_kind);
    v("document", &T::document, Field{.zh = "文档", .doc = "The document as JSON.", .required = true});
  }
};

template <>
struct Fields<desk::SchemaRequest> {
  using T = desk::SchemaRequest;
  static constexpr std::string_view name = "SchemaRequest";
  template <class V>
  static constexpr void visit(V&& v) {
    v("kind", &T::kind, desk_detail::a_kind);
  }
};

template <>
struct Fields<desk::Validated> {
  using T = desk::Validated;
  static constexpr std::string_view name = "Validated";
  template <class V>
  static constexpr void visit(V&& v) {
    v("ok", &T::ok, Field{.zh = "正确", .doc = "True: nothing was wrong.", .required = true});
    v("kind", &T::kind, desk_detail::a_kind);
  }
};

}  // namespace paidan::inline PAIDAN_ABI
