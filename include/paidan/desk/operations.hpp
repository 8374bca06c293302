// The one table of operations: what a C++ host can do, every door can do, with these names and these requests.
//
// An operation is a type with `name`, `en`, `zh`, `Request`, `Answer` and `run(request, aside)`; where the answer
// reads well as a sentence, also `text(request, answer, language)`, or with an audience before the language where it is
// put otherwise to another one. What is validated (a problem, a price book) is an answer as that type, not as its data.
// The doors are templates over this list, so an operation added here is in all of them.
#pragma once

#include <paidan/assign/shortage.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/desk/fields.hpp>
#include <paidan/desk/requests.hpp>
#include <paidan/dispatch/rebase.hpp>
#include <paidan/documents/kinds.hpp>
#include <paidan/render/audience.hpp>
#include <paidan/routing/progress.hpp>
#include <paidan/rules/lint/lint.hpp>
#include <paidan/rules/table/explain.hpp>
#include <paidan/syntax/writer.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace desk_detail {
template <class Request>
void hold_to_ranges(const Request& request) {
  Errors errors;
  check_ranges(errors, request);
  errors.throw_if_any();
}
}  // namespace desk_detail

namespace desk {

using render::Audience;
using syntax::Layout;

/// An answer of the rules room as JSON.
struct RulesAnswer {
  std::string json;       ///< for files
  std::string json_line;  ///< without line feeds
  std::string en;         ///< a lint's sentences, which a second search would be too dear for
  std::string zh;
  bool found = false;  ///< a lint found something
  bool complete = true;
};

/// What goes along with an operation: who watches it, and what it has to say besides its answer.
struct Aside {
  routing::Watcher* watcher = nullptr;
  std::vector<Error> notices;
};

#define PAIDAN_OPERATION_BODY(NAME, ZH, EN, REQUEST, ANSWER)                        \
  static constexpr std::string_view name = NAME;                                    \
  static constexpr std::string_view zh = ZH;                                        \
  static constexpr std::string_view en = EN;                                        \
  using Request = REQUEST;                                                          \
  using Answer = ANSWER;                                                            \
  [[nodiscard]] static Answer run(const Request& request, Aside* aside = nullptr) { \
    desk_detail::hold_to_ranges(request);                                           \
    Aside own;                                                                      \
    return compute(request, aside != nullptr ? *aside : own);                       \
  }                                                                                 \
  /* Of a request whose numbers lie in their ranges. */                             \
  [[nodiscard]] PAIDAN_EXPORT static Answer compute(const Request& request, Aside& aside)
#define PAIDAN_OPERATION(TYPE, NAME, ZH, EN, REQUEST, ANSWER) \
  struct TYPE {                                               \
    PAIDAN_OPERATION_BODY(NAME, ZH, EN, REQUEST, ANSWER);     \
  }
#define PAIDAN_LONG_OPERATION(TYPE, NAME, ZH, EN, REQUEST, ANSWER) \
  struct TYPE {                                                    \
    static constexpr bool cancellable = true;                      \
    PAIDAN_OPERATION_BODY(NAME, ZH, EN, REQUEST, ANSWER);          \
  }
/// The same words for everybody.
#define PAIDAN_SPEAKING_OPERATION(TYPE, NAME, ZH, EN, REQUEST, ANSWER)                            \
  struct TYPE {                                                                                   \
    PAIDAN_OPERATION_BODY(NAME, ZH, EN, REQUEST, ANSWER);                                         \
    [[nodiscard]] PAIDAN_EXPORT static std::string text(const Request&, const Answer&, Language); \
  }
/// Other words for another audience.
#define PAIDAN_AUDIENCE_OPERATION(TYPE, NAME, ZH, EN, REQUEST, ANSWER)                                      \
  struct TYPE {                                                                                             \
    PAIDAN_OPERATION_BODY(NAME, ZH, EN, REQUEST, ANSWER);                                                   \
    [[nodiscard]] PAIDAN_EXPORT static std::string text(const Request&, const Answer&, Audience, Language); \
  }

PAIDAN_LONG_OPERATION(PlanOperation, "plan", "排班", "Plan the routes of a problem.", PlanRequest, Plan);
PAIDAN_LONG_OPERATION(VroomPlanOperation, "plan_vroom", "按VROOM格式排班",
                      "Plan the routes of a problem in VROOM's format, answered in VROOM's format; what was taken "
                      "otherwise than VROOM would is said.",
                      VroomPlanRequest, std::string);
PAIDAN_OPERATION(BaselineOperation, "plan_baseline", "人工排班",
                 "How people dispatch without a planner: nearest free or best rating first.", BaselineRequest, Plan);
PAIDAN_OPERATION(
    RebaseOperation, "rebase", "改绑排班",
    "A plan taken over to a changed problem, as a start for plan: its cost and goals are not counted before "
    "plan has laid it out again, so evaluate calls its cost wrong.",
    RebaseRequest, Plan);
PAIDAN_OPERATION(RoadMatrixOperation, "road_matrix", "路网行程",
                 "Fastest ways over a road network between a problem's places, as the matrix of a travel profile.",
                 RoadRequest, travel::MatrixData);
PAIDAN_OPERATION(DayProblemOperation, "day_problem", "当日问题",
                 "One day of a problem over several: its orders, and every technician with the shifts of that day.",
                 DayRequest, Problem);
PAIDAN_OPERATION(
    CarryOverOperation, "carry_over", "顺延",
    "A problem over several days after one of them was planned: what was visited is gone, what nobody took "
    "waits for the next day, more urgent.",
    CarryOverRequest, Problem);
PAIDAN_OPERATION(
    CarryOverActualOperation, "carry_over_actual", "按实际顺延",
    "A problem over several days after what really happened on one of them: what is served or was cancelled "
    "is gone, what was put off is for its new appointment, the rest waits for the next day.",
    CarryOverActualRequest, Problem);
PAIDAN_AUDIENCE_OPERATION(MatchOperation, "match", "批量匹配",
                          "Which technician takes which order, one look at a moment, proven optimal; links between "
                          "orders are not looked at.",
                          MatchRequest, Match);
PAIDAN_AUDIENCE_OPERATION(
    PairOperation, "pair_answer", "配对原因",
    "Why an order is not with a technician in a match: every violated condition, or what the whole match "
    "would cost more and who would move.",
    PairRequest, PairAnswer);
PAIDAN_SPEAKING_OPERATION(PlaceOperation, "place_value", "名额价值",
                          "What one more place of a shift would save in a match.", PlaceRequest, PlaceValue);
PAIDAN_SPEAKING_OPERATION(SkillOperation, "skill_value", "技能价值",
                          "What one more place would save with the holder of a skill where it is worth most.",
                          SkillRequest, PlaceValue);
PAIDAN_OPERATION(RefusalOperation, "why_refused", "不可派原因",
                 "Every condition that a pair violates, for one visit straight from the shift's start and back.",
                 RefusalRequest, constraints::Refusal);
PAIDAN_AUDIENCE_OPERATION(
    WhyNotOperation, "why_not", "为何未派",
    "Why this technician does not take this order: the smallest set of reasons, and what the cheapest "
    "insertion would do.",
    WhyNotRequest, WhyNot);
PAIDAN_AUDIENCE_OPERATION(UnassignedOperation, "why_unassigned", "为何无人接",
                          "Why nobody takes this order: the answers for all technicians, the nearest misses first.",
                          UnassignedRequest, Unassigned);
PAIDAN_OPERATION(EvaluateOperation, "evaluate", "评估",
                 "Judge a plan independently of the solvers: violations, cost from scratch, figures.", EvaluateRequest,
                 check::Report);
PAIDAN_OPERATION(
    EvaluateActualOperation, "evaluate_actual", "评估实际",
    "Judge what the host really did: late, overlapping or unskilled work is listed, figures are computed all the same.",
    ActualRequest, check::Report);
PAIDAN_OPERATION(JudgeOrdersOperation, "judge_orders", "逐单评判",
                 "What the host really did, order by order: what became of it, which promise counts and was it kept.",
                 ActualRequest, check::JudgedOrders);
PAIDAN_OPERATION(MinimalReasonsOperation, "minimal_reasons", "最小原因",
                 "The checker's own answer to why_not: the smallest set of constraint families to relax.",
                 WhyNotRequest, MinimalReasons);
PAIDAN_OPERATION(OrderRequestOperation, "order_request", "工单请求",
                 "What the catalog says about a service, as an order without id, place and time.", ServiceRequest,
                 Order);
PAIDAN_OPERATION(EstimateRequestOperation, "estimate_request", "预估请求",
                 "What the catalog says about a service, as the request of an estimate.", ServiceRequest,
                 pricing::EstimateRequest);
PAIDAN_SPEAKING_OPERATION(EstimateOperation, "estimate", "预估", "The range shown before the visit.",
                          EstimateFromRequest, pricing::Estimate);
PAIDAN_SPEAKING_OPERATION(QuoteOperation, "quote", "报价", "The firm quote, line by line, from one frozen price book.",
                          QuoteFromRequest, pricing::Quote);
PAIDAN_SPEAKING_OPERATION(BillOperation, "bill", "账单", "The confirmed quote under its outcome.", BillRequest,
                          pricing::Bill);
PAIDAN_SPEAKING_OPERATION(AuditOperation, "audit", "核对",
                          "Line by line against the frozen bill; what was charged above it goes back.", AuditRequest,
                          pricing::Audit);
PAIDAN_OPERATION(ReplayOperation, "replay", "复算", "A trace computed again from its operands alone.", ReplayRequest,
                 Replayed);
PAIDAN_SPEAKING_OPERATION(
    VerdictOperation, "verdict", "保修判定",
    "Who pays for the repeat visit: covered, not covered, evidence needed, or readings of the law in conflict.",
    VerdictRequest, warranty::Verdict);
PAIDAN_OPERATION(CounterfactualOperation, "counterfactual", "反事实", "The fewest changed facts that turn the verdict.",
                 VerdictRequest, warranty::Counterfactual);
PAIDAN_SPEAKING_OPERATION(CertificateOperation, "certificate", "保修凭证",
                          "What the customer keeps: what is promised, and the last day included.",
                          CertificateFromRequest, warranty::Certificate);
PAIDAN_OPERATION(LastDaysOperation, "last_days", "期限末日",
                 "The last day of a term on all three readings of the law; the start day is not counted.",
                 LastDaysRequest, warranty::LastDays);
PAIDAN_SPEAKING_OPERATION(DecideOperation, "decide", "决策", "What a decision table says about these facts.",
                          DecideRequest, RulesAnswer);
PAIDAN_SPEAKING_OPERATION(LintRulesOperation, "lint_rules", "检查决策表",
                          "Gaps, overlaps, rules and outputs that never come up, each with an input that shows it.",
                          LintRequest, RulesAnswer);
PAIDAN_OPERATION(EvaluateModelOperation, "evaluate_model", "决策模型",
                 "What the decisions of a DMN model say about these facts.", ModelRequest, RulesAnswer);
PAIDAN_OPERATION(AssignOperation, "assign", "分配",
                 "The exact assignment of rows to the slots of columns, with its certificate.", AssignmentRequest,
                 assign::Assignment);
PAIDAN_OPERATION(ShortagesOperation, "shortages", "缺口", "Which must-serve rows share too few slots.",
                 AssignmentRequest, assign::Shortages);
PAIDAN_OPERATION(ObjectiveOperation, "objective", "目标预设",
                 "By what plans are compared and what everything weighs, for a preset.", ObjectiveRequest, Objective);
PAIDAN_OPERATION(ProblemOperation, "problem", "建立问题", "A problem from the two tables of a week.", ProblemRequest,
                 Problem);
PAIDAN_OPERATION(RewriteOperation, "rewrite", "重写问题",
                 "A problem as this version writes it: one form, whatever form it came in.", ProblemAlone, Problem);
PAIDAN_OPERATION(
    NoticesOperation, "notices", "提示",
    "What is odd about a problem though nothing is wrong: certificates run out, orders that nobody has the skills, "
    "tools, parts, language or group for, or that may only start when nobody works. Ways and whole days are not looked "
    "at: why_unassigned does that for a plan.",
    ProblemAlone, std::vector<Error>);
PAIDAN_OPERATION(CatalogTableOperation, "catalog", "读服务目录", "A service catalog from its table.", TableRequest,
                 catalog::Catalog);
PAIDAN_OPERATION(ColumnsOperation, "columns", "表格列", "The columns that a table may have, with an example of each.",
                 ColumnsRequest, TableColumns);
PAIDAN_OPERATION(MappingTableOperation, "mapping", "读目录对照", "A mapping to the catalog from its table.",
                 TableRequest, catalog::MappingData);
PAIDAN_OPERATION(PricesTableOperation, "prices", "读价目表", "A price book from its tables.", PricesRequest,
                 pricing::PriceBook);
PAIDAN_OPERATION(PoliciesTableOperation, "policies", "读保修政策", "Policies from their table.", TableRequest,
                 warranty::PolicySet);
PAIDAN_OPERATION(LintCatalogOperation, "lint_catalog", "检查服务目录",
                 "Does the catalog point at prices and policies that exist? What they lack is told as errors.",
                 CatalogLintRequest, Validated);
PAIDAN_OPERATION(CalendarOperation, "calendar", "读日历", "Rest days from their announcements.", CalendarRequest,
                 Calendar);
PAIDAN_OPERATION(RoadsOperation, "roads", "读路网",
                 "A road network from its two tables, for road_matrix; what was assumed about it is said.",
                 RoadsRequest, travel::RoadData);
PAIDAN_OPERATION(
    FitTravelOperation, "fit_travel", "拟合路程",
    "Speed, detour, stop and hours of traffic from a table of drives, with how far off they are on others.",
    FitTravelRequest, travel::TravelFit);
PAIDAN_OPERATION(ActualTableOperation, "actual", "读实际上门", "What really happened, from its table.",
                 ActualTableRequest, check::ActualData);
PAIDAN_OPERATION(ValidateOperation, "validate", "校验文档", "Is this document fine? Every error is told.",
                 ValidateRequest, Validated);
PAIDAN_OPERATION(
    SchemaOperation, "schema", "文档结构",
    "JSON Schema of a kind of document, of a described type in a request (RoadData), or of an operation's answer.",
    SchemaRequest, std::string);

#undef PAIDAN_OPERATION
#undef PAIDAN_SPEAKING_OPERATION
#undef PAIDAN_AUDIENCE_OPERATION
#undef PAIDAN_LONG_OPERATION
#undef PAIDAN_OPERATION_BODY

/// f.template operator()<Operation>() for each, in this order.
template <class F>
void for_each_operation(F&& f) {
  const auto each = [&]<class... O>() { (f.template operator()<O>(), ...); };
  each.template operator()<
      PlanOperation, VroomPlanOperation, BaselineOperation, RebaseOperation, RoadMatrixOperation, DayProblemOperation,
      CarryOverOperation, CarryOverActualOperation, MatchOperation, PairOperation, PlaceOperation, SkillOperation,
      RefusalOperation, WhyNotOperation, UnassignedOperation, EvaluateOperation, EvaluateActualOperation,
      JudgeOrdersOperation, MinimalReasonsOperation, OrderRequestOperation, EstimateRequestOperation, EstimateOperation,
      QuoteOperation, BillOperation, AuditOperation, ReplayOperation, VerdictOperation, CounterfactualOperation,
      CertificateOperation, LastDaysOperation, DecideOperation, LintRulesOperation, EvaluateModelOperation,
      AssignOperation, ShortagesOperation, ObjectiveOperation, ProblemOperation, RewriteOperation, NoticesOperation,
      ColumnsOperation, CatalogTableOperation, MappingTableOperation, PricesTableOperation, PoliciesTableOperation,
      LintCatalogOperation, CalendarOperation, RoadsOperation, FitTravelOperation, ActualTableOperation,
      ValidateOperation, SchemaOperation>();
}

template <class O>
concept Cancellable = requires {
  requires O::cancellable;
};
template <class O>
concept ForAudiences = requires(const typename O::Request& request, const typename O::Answer& answer) {
  O::text(request, answer, Audience::dispatcher, Language::en);
};
template <class O>
concept Speaks = ForAudiences<O> || requires(const typename O::Request& request, const typename O::Answer& answer) {
  O::text(request, answer, Language::en);
};
/// The answer in words; the audience counts where there are other words for another one.
template <Speaks O>
[[nodiscard]] std::string words_of(const typename O::Request& request, const typename O::Answer& answer,
                                   Audience audience, Language language) {
  if constexpr (ForAudiences<O>) {
    return O::text(request, answer, audience, language);
  } else {
    return O::text(request, answer, language);
  }
}

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/desk/operations.ipp>
#endif
