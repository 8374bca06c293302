#pragma once

#include <paidan/catalog/lint.hpp>
#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>
#include <paidan/desk/detail/validate_table.hpp>
#include <paidan/desk/errors.hpp>
#include <paidan/desk/fields.hpp>
#include <paidan/desk/held.hpp>
#include <paidan/desk/operations.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/documents/rules_json.hpp>
#include <paidan/intake/days.hpp>
#include <paidan/intake/roads.hpp>
#include <paidan/intake/service.hpp>
#include <paidan/model/border.hpp>
#include <paidan/render/explain.hpp>
#include <paidan/render/match.hpp>
#include <paidan/render/price.hpp>
#include <paidan/render/warranty.hpp>
#include <paidan/sheets/calendars.hpp>
#include <paidan/sheets/columns.hpp>
#include <paidan/sheets/drives_csv.hpp>
#include <paidan/sheets/roads_csv.hpp>
#include <paidan/sheets/tables.hpp>
#include <paidan/sheets/week_csv.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/schema_writer.hpp>
#include <paidan/vroom/fields.hpp>
#include <paidan/vroom/question.hpp>
#include <paidan/vroom/read.hpp>

#include <algorithm>
#include <concepts>
#include <type_traits>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace desk_detail {

inline void add_line(std::string& text, const std::string& line) { text += (text.empty() ? "" : "\n") + line; }

/// `write(layout)` makes the JSON.
template <class Write>
desk::RulesAnswer said(Write&& write) {
  desk::RulesAnswer answer;
  answer.json = write(syntax::Layout::indented);
  answer.json_line = write(syntax::Layout::line);
  return answer;
}

/// Read by `read(options)`, with the host's own headings; what is worth saying goes to the aside.
template <class Request, class Read>
auto of_table(const Request& request, desk::Aside& aside, Read&& read) {
  Errors notices;
  std::vector<sheets::ColumnName> columns;
  for (const std::string& own : request.columns) columns.push_back(sheets::own_column(own));
  auto answer = read(sheets::TableOptions{.columns = columns, .dates = request.date_order, .notices = &notices});
  for (Error& error : notices.told()) aside.notices.push_back(std::move(error));
  return answer;
}

/// f(name, makes the schema) for what is no kind of document: a described value in a request under its name there, an
/// answer under its operation's.
template <class F>
void for_each_schema(F&& f) {
  // A file of somebody else's format, and the answer in it.
  f(Fields<vroom::Input>::name, [] { return syntax::schema_of<vroom::Input>({}); });
  f(Fields<vroom::Answer>::name, [] { return syntax::schema_of<vroom::Answer>({}); });
  const auto value_in = [&]<class V>(const V*) {
    if constexpr (Described<V> && !desk::Held<std::optional<V>>)
      f(Fields<V>::name, [] { return syntax::schema_of<V>({}); });
  };
  desk::for_each_operation([&]<class O>() {
    using Answer = typename desk::Judged<typename O::Answer>::Data;
    if constexpr (Described<Answer> && !documents::Document<Answer>) {
      f(O::name, [] { return syntax::schema_of<Answer>(O::name); });
    }
    visit_members<typename O::Request>([&]<class M>(std::string_view, M, const Field&) {
      using V = std::remove_cvref_t<decltype(std::declval<typename O::Request&>().*std::declval<M>())>;
      if constexpr (requires { typename V::value_type; } && !std::same_as<V, std::string>) {  // a list, or optional
        value_in(static_cast<const typename V::value_type*>(nullptr));
      } else {
        value_in(static_cast<const V*>(nullptr));
      }
    });
  });
}

}  // namespace desk_detail

namespace desk {

PAIDAN_INLINE Plan PlanOperation::compute(const Request& request, Aside& aside) {
  PlanOptions options = request;
  options.start = request.start_plan ? &*request.start_plan : nullptr;
  options.watcher = aside.watcher;
  return paidan::plan(*request.problem, options);
}
PAIDAN_INLINE std::string VroomPlanOperation::compute(const Request& request, Aside& aside) {
  const vroom::Question question(vroom::read_input(request.document.bytes));
  const std::optional<Plan> start = question.start();
  PlanOptions options = request;
  options.start = start ? &*start : nullptr;
  options.watcher = aside.watcher;
  const Plan found = paidan::plan(question.problem(), options);
  Errors notices;
  for (const Error& error : question.notices()) notices.add(error);
  std::vector<Error> left;
  const vroom::Answer answer = question.answer(found, left);
  for (Error& error : left) notices.add(std::move(error));
  for (Error& error : notices.told()) aside.notices.push_back(std::move(error));
  syntax::Writer writer(Layout::indented);
  writer.write(answer);
  return writer.take();
}
PAIDAN_INLINE Plan BaselineOperation::compute(const Request& request, Aside&) {
  return plan_baseline(*request.problem, request.baseline);
}
PAIDAN_INLINE Plan RebaseOperation::compute(const Request& request, Aside&) {
  return rebase(*request.problem, *request.plan, *request.onto);
}
PAIDAN_INLINE travel::MatrixData RoadMatrixOperation::compute(const Request& request, Aside& aside) {
  Errors notices;
  travel::MatrixData matrix = intake::road_matrix(*request.problem, request.roads, &notices);
  for (Error& error : notices.told()) aside.notices.push_back(std::move(error));
  return matrix;
}
PAIDAN_INLINE Problem DayProblemOperation::compute(const Request& request, Aside&) {
  return intake::day_problem(*request.problem, request.day);
}
PAIDAN_INLINE Problem CarryOverOperation::compute(const Request& request, Aside&) {
  return intake::carry_over(*request.problem, *request.plan, *request.onto, request.day);
}
PAIDAN_INLINE Problem CarryOverActualOperation::compute(const Request& request, Aside&) {
  return intake::carry_over(*request.problem, request.actual->visits, *request.onto, request.day);
}
PAIDAN_INLINE Match MatchOperation::compute(const Request& request, Aside&) {
  return paidan::match(*request.problem, request);
}
PAIDAN_INLINE std::string MatchOperation::text(const Request& request, const Answer& answer, Audience audience,
                                               Language language) {
  std::string text;
  for (const MatchedPair& pair : answer.pairs) {
    desk_detail::add_line(text, render::assignment(*request.problem, pair, audience, language));
  }
  for (const MatchShortage& shortage : answer.shortages) {
    desk_detail::add_line(text, render::shortage(*request.problem, shortage, audience, language));
  }
  return text;
}
PAIDAN_INLINE PairAnswer PairOperation::compute(const Request& request, Aside&) {
  return MatchReview(*request.problem, request).why_not(request.order, request.shift);
}
PAIDAN_INLINE std::string PairOperation::text(const Request& request, const Answer& answer, Audience audience,
                                              Language language) {
  return render::pair_answer(*request.problem, answer, audience, language);
}
PAIDAN_INLINE PlaceValue PlaceOperation::compute(const Request& request, Aside&) {
  return MatchReview(*request.problem, request).place_value(request.shift);
}
PAIDAN_INLINE std::string PlaceOperation::text(const Request& request, const Answer& answer, Language language) {
  return render::place_value(*request.problem, request.shift, answer, language);
}
PAIDAN_INLINE PlaceValue SkillOperation::compute(const Request& request, Aside&) {
  return MatchReview(*request.problem, request).skill_value(request.skill);
}
PAIDAN_INLINE std::string SkillOperation::text(const Request& request, const Answer& answer, Language language) {
  return render::skill_value(*request.problem, request.skill, answer, language);
}
PAIDAN_INLINE constraints::Refusal RefusalOperation::compute(const Request& request, Aside&) {
  return constraints::why_refused(*request.problem, request.order, request.shift);
}
PAIDAN_INLINE WhyNot WhyNotOperation::compute(const Request& request, Aside&) {
  return paidan::why_not(*request.problem, *request.plan, request.order, request.technician);
}
PAIDAN_INLINE std::string WhyNotOperation::text(const Request& request, const Answer& answer, Audience audience,
                                                Language language) {
  return render::why_not(*request.problem, answer, audience, language);
}
PAIDAN_INLINE Unassigned UnassignedOperation::compute(const Request& request, Aside&) {
  return paidan::why_unassigned(*request.problem, *request.plan, request.order);
}
PAIDAN_INLINE std::string UnassignedOperation::text(const Request& request, const Answer& answer, Audience audience,
                                                    Language language) {
  return render::why_unassigned(*request.problem, answer, audience, language);
}
PAIDAN_INLINE check::Report EvaluateOperation::compute(const Request& request, Aside&) {
  return check::evaluate(*request.problem, *request.plan);
}
PAIDAN_INLINE check::Report EvaluateActualOperation::compute(const Request& request, Aside&) {
  return check::evaluate_actual(*request.problem, request.actual->visits);
}
PAIDAN_INLINE check::JudgedOrders JudgeOrdersOperation::compute(const Request& request, Aside&) {
  return check::judge_orders(*request.problem, request.actual->visits);
}
PAIDAN_INLINE MinimalReasons MinimalReasonsOperation::compute(const Request& request, Aside&) {
  return {check::minimal_reasons(*request.problem, *request.plan, request.order, request.technician)};
}

PAIDAN_INLINE Order OrderRequestOperation::compute(const Request& request, Aside&) {
  return intake::order_for(request.catalog->get(request.service));
}
PAIDAN_INLINE pricing::EstimateRequest EstimateRequestOperation::compute(const Request& request, Aside&) {
  return pricing::estimate_request(request.catalog->get(request.service));
}
PAIDAN_INLINE pricing::Estimate EstimateOperation::compute(const Request& request, Aside&) {
  return pricing::estimate(*request.prices, *request.request);
}
PAIDAN_INLINE std::string EstimateOperation::text(const Request&, const Answer& answer, Language language) {
  return render::estimate(answer, language);
}
PAIDAN_INLINE pricing::Quote QuoteOperation::compute(const Request& request, Aside&) {
  return pricing::quote(*request.prices, *request.request);
}
PAIDAN_INLINE std::string QuoteOperation::text(const Request&, const Answer& answer, Language language) {
  return render::quote(answer, language);
}
PAIDAN_INLINE pricing::Bill BillOperation::compute(const Request& request, Aside&) {
  return pricing::bill(*request.quote, request.outcome);
}
PAIDAN_INLINE std::string BillOperation::text(const Request&, const Answer& answer, Language language) {
  return render::bill(answer, language);
}
PAIDAN_INLINE pricing::Audit AuditOperation::compute(const Request& request, Aside&) {
  return pricing::audit(*request.bill, request.charges->charges);
}
PAIDAN_INLINE std::string AuditOperation::text(const Request&, const Answer& answer, Language language) {
  return render::audit(answer, language);
}
PAIDAN_INLINE Replayed ReplayOperation::compute(const Request& request, Aside&) {
  const std::optional<Money> total = ledger::replay(request.trace, request.currency);
  return {total.has_value(), total};
}

PAIDAN_INLINE warranty::Verdict VerdictOperation::compute(const Request& request, Aside&) {
  return warranty::evaluate(*request.policies, *request.calendar, *request.claim);
}
PAIDAN_INLINE std::string VerdictOperation::text(const Request& request, const Answer& answer, Language language) {
  return render::verdict(answer, *request.calendar, language);
}
PAIDAN_INLINE warranty::Counterfactual CounterfactualOperation::compute(const Request& request, Aside&) {
  std::optional<warranty::Counterfactual> found =
      warranty::counterfactual(*request.policies, *request.calendar, *request.claim);
  if (found) return *std::move(found);
  throw InvalidInput(
      {&errors::not_found,
       "",
       0,
       {{"what", "no one or two facts would change the verdict"}, {"what_zh", "改变一两个事实也不会改变结论"}}});
}
PAIDAN_INLINE warranty::Certificate CertificateOperation::compute(const Request& request, Aside&) {
  std::optional<warranty::Certificate> made =
      warranty::certificate(*request.policies, *request.calendar, *request.request);
  if (made) return *std::move(made);
  const std::string& category = request.request->category;
  throw InvalidInput({&errors::not_found,
                      "",
                      0,
                      {{"what", "no policy governs the category '" + category + "' on that day"},
                       {"what_zh", "当日没有政策适用于类别“" + category + "”"}}});
}
PAIDAN_INLINE std::string CertificateOperation::text(const Request&, const Answer& answer, Language language) {
  return render::certificate(answer, language);
}
PAIDAN_INLINE warranty::LastDays LastDaysOperation::compute(const Request& request, Aside&) {
  Errors errors;
  static_cast<void>(check_range(errors, "term", request.term, 1, warranty::longest_term(request.unit)));
  errors.throw_if_any();
  return warranty::last_days(request.start, request.term, request.unit, *request.calendar);
}

PAIDAN_INLINE RulesAnswer DecideOperation::compute(const Request& request, Aside&) {
  const rules::DecisionTable& table = *request.table;
  const rules::Value facts = documents::with_types(request.facts, table);
  if (request.explain) {
    const rules::Explanation explanation = rules::explain(table, facts);
    return desk_detail::said([&](Layout layout) { return documents::to_json(table, explanation, layout); });
  }
  const rules::Decision decision = table.decide(facts);
  if (!decision.errors.empty()) throw InvalidInput(decision.errors);
  return desk_detail::said([&](Layout layout) { return documents::to_json(table, decision, layout); });
}
PAIDAN_INLINE std::string DecideOperation::text(const Request& request, const Answer&, Language language) {
  const rules::DecisionTable& table = *request.table;
  return rules::text_of(table, rules::explain(table, documents::with_types(request.facts, table)), language);
}
PAIDAN_INLINE RulesAnswer LintRulesOperation::compute(const Request& request, Aside&) {
  rules::LintOptions options;
  if (request.work > 0) options.work = static_cast<std::uint64_t>(request.work);
  const rules::LintReport report = rules::lint(*request.table, options);
  RulesAnswer answer =
      desk_detail::said([&](Layout layout) { return documents::to_json(*request.table, report, layout); });
  for (const rules::Finding& finding : report.findings) {
    desk_detail::add_line(answer.en, rules::text_of(*request.table, finding, Language::en));
    desk_detail::add_line(answer.zh, rules::text_of(*request.table, finding, Language::zh));
  }
  for (const rules::LintLimit limit : report.limits) {
    desk_detail::add_line(answer.en, rules::text_of(limit, Language::en));
    desk_detail::add_line(answer.zh, rules::text_of(limit, Language::zh));
  }
  answer.found = !report.findings.empty();
  answer.complete = report.complete();
  return answer;
}
PAIDAN_INLINE std::string LintRulesOperation::text(const Request&, const Answer& answer, Language language) {
  return language == Language::zh ? answer.zh : answer.en;
}
PAIDAN_INLINE RulesAnswer EvaluateModelOperation::compute(const Request& request, Aside&) {
  const rules::DecisionModel& model = *request.model;
  const rules::Value facts = documents::with_types(request.facts, model);
  const rules::Outcome outcome =
      request.decision ? model.evaluate(*request.decision, facts) : model.evaluate_all(facts);
  return desk_detail::said([&](Layout layout) { return documents::to_json(outcome, layout); });
}

PAIDAN_INLINE assign::Assignment AssignOperation::compute(const Request& request, Aside&) {
  return assign::assign(request.input, {.canonical = request.canonical});
}
PAIDAN_INLINE assign::Shortages ShortagesOperation::compute(const Request& request, Aside&) {
  return {assign::shortages(request.input)};
}

PAIDAN_INLINE Objective ObjectiveOperation::compute(const Request& request, Aside&) {
  return objective_of(request.preset);
}
PAIDAN_INLINE Problem ProblemOperation::compute(const Request& request, Aside&) {
  sheets::WeekOptions options;
  options.zone = request.zone;
  options.first_day = request.first_day;
  options.days = request.days;
  options.datum = request.datum;
  options.dates = request.date_order;
  options.catalog = request.catalog ? &*request.catalog : nullptr;
  options.places = request.places.bytes;
  options.list_unplaced = request.list_unplaced;
  options.objective = objective_of(request.preset);
  sheets::own_columns(request.columns, options);
  sheets::WeekTables week = sheets::week_from_csv(request.orders.bytes, request.technicians.bytes, options);
  // Judged here, where errors can still name their rows.
  return Problem(std::move(week.data), week.rows, std::move(week.notices));
}
PAIDAN_INLINE TableColumns ColumnsOperation::compute(const Request& request, Aside&) {
  return {std::string(EnumNames<sheets::TableKind>::names[static_cast<std::size_t>(request.table)]),
          sheets::columns_of(request.table)};
}
PAIDAN_INLINE Problem RewriteOperation::compute(const Request& request, Aside&) { return *request.problem; }
PAIDAN_INLINE std::vector<Error> NoticesOperation::compute(const Request& request, Aside&) {
  return request.problem->notices();
}
PAIDAN_INLINE catalog::Catalog CatalogTableOperation::compute(const Request& request, Aside& aside) {
  return desk_detail::of_table(request, aside, [&](const sheets::TableOptions& options) {
    return catalog::Catalog(sheets::catalog_data_from_csv(request.table.bytes, options));
  });
}
PAIDAN_INLINE catalog::MappingData MappingTableOperation::compute(const Request& request, Aside& aside) {
  return desk_detail::of_table(request, aside, [&](const sheets::TableOptions& options) {
    return sheets::mapping_data_from_csv(request.table.bytes, options);
  });
}
PAIDAN_INLINE pricing::PriceBook PricesTableOperation::compute(const Request& request, Aside& aside) {
  return desk_detail::of_table(request, aside, [&](const sheets::TableOptions& options) {
    return pricing::PriceBook(
        sheets::price_book_data_from_csv(request.table.bytes, request.rules.bytes, request.id, options));
  });
}
PAIDAN_INLINE warranty::PolicySet PoliciesTableOperation::compute(const Request& request, Aside& aside) {
  return desk_detail::of_table(request, aside, [&](const sheets::TableOptions& options) {
    return warranty::PolicySet(sheets::policy_set_data_from_csv(request.table.bytes, options));
  });
}
PAIDAN_INLINE Validated LintCatalogOperation::compute(const Request& request, Aside&) {
  const catalog::Catalog& catalog = *request.catalog;
  if (!request.prices && !request.policies) {
    throw InvalidInput({&paidan::errors::missing, "", 0, {{"field", "prices or policies"}}});
  }
  // A table that was not given knows every word.
  std::vector<std::string_view> codes;
  if (request.prices) {
    codes = request.prices->codes();
  } else {
    for (const catalog::EntryData& entry : catalog.entries()) {
      for (const auto* list : {&entry.price_codes, &entry.fee_codes, &entry.inspection_codes}) {
        codes.insert(codes.end(), list->begin(), list->end());
      }
    }
  }
  const std::vector<std::string_view> categories =
      request.policies ? request.policies->categories() : std::vector<std::string_view>{"*"};
  if (std::vector<Error> wrong = catalog::lint(catalog, codes, categories); !wrong.empty()) {
    throw InvalidInput(std::move(wrong));
  }
  return {true, "catalog"};
}
PAIDAN_INLINE Calendar CalendarOperation::compute(const Request& request, Aside&) {
  std::vector<std::string> years;
  for (const FileText& year : request.announcements) years.push_back(year.bytes);
  return sheets::load_calendar(years, request.statutory.bytes);
}
PAIDAN_INLINE check::ActualData ActualTableOperation::compute(const Request& request, Aside& aside) {
  return desk_detail::of_table(request, aside, [&](const sheets::TableOptions& options) {
    return sheets::actual_from_csv(request.table.bytes, request.zone, options);
  });
}
PAIDAN_INLINE travel::RoadData RoadsOperation::compute(const Request& request, Aside& aside) {
  Errors notices;
  sheets::RoadOptions options{.datum = request.datum,
                              .speed_metres_per_hour = request.speed_metres_per_hour,
                              .node_columns = {},
                              .edge_columns = {},
                              .limits = {},
                              .notices = &notices};
  sheets::own_columns(request.columns, options);
  travel::RoadData roads = sheets::roads_from_csv(request.nodes.bytes, request.edges.bytes, options);
  for (Error& error : notices.told()) aside.notices.push_back(std::move(error));
  return roads;
}
PAIDAN_INLINE travel::TravelFit FitTravelOperation::compute(const Request& request, Aside& aside) {
  return desk_detail::of_table(request, aside, [&](const sheets::TableOptions& options) {
    return travel::fit(sheets::drives_from_csv(request.table.bytes, request.zone, request.datum, options));
  });
}
PAIDAN_INLINE Validated ValidateOperation::compute(const Request& request, Aside& aside) {
  const std::optional<sheets::TableKind> table = desk_detail::table_kind(request.kind);
  const bool empty = request.document.bytes.find_first_not_of(" \t\r\n") == std::string::npos;
  if (table && (empty || desk_detail::is_table(request.document.bytes))) {
    desk_detail::TableJudge(request, aside.notices).judge(*table);
    return {true, request.kind};
  }
  if (!request.columns.empty() || request.date_order != sheets::DateOrder::stated || request.zone != ZoneRules()) {
    throw InvalidInput({&desk::errors::of_tables_alone, "columns", 0, {}});
  }
  const auto kinds = documents::document_kinds();
  if (!table && std::find(kinds.begin(), kinds.end(), request.kind) == kinds.end()) {
    std::vector<std::string_view> known(kinds.begin(), kinds.end());
    for (const std::string_view one : EnumNames<sheets::TableKind>::names) {
      if (std::find(known.begin(), known.end(), one) == known.end()) known.push_back(one);
    }
    throw InvalidInput(syntax::unknown_kind(request.kind, "kind", known));
  }
  documents::validate_document(request.kind, request.document.bytes);
  return {true, request.kind};
}
PAIDAN_INLINE std::string SchemaOperation::compute(const Request& request, Aside&) {
  std::optional<std::string> found;
  std::vector<std::string_view> known(documents::document_kinds().begin(), documents::document_kinds().end());
  desk_detail::for_each_schema([&](std::string_view name, auto schema) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    known.push_back(name);
    if (name == request.kind) found = schema();
  });
  if (found) return *std::move(found);
  if (std::find(known.begin(), known.end(), request.kind) != known.end()) return documents::json_schema(request.kind);
  throw InvalidInput(syntax::unknown_kind(request.kind, "", known));
}

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI
