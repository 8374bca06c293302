#pragma once

#include <paidan/documents/fields.hpp>
#include <paidan/documents/result_json.hpp>
#include <paidan/syntax/reader.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

PAIDAN_INLINE std::string plan_to_json(const Problem& problem, const Plan& plan, syntax::Layout layout) {
  return syntax::document("plan", plan_document(problem, plan), layout, problem.data().zone);
}
PAIDAN_INLINE Plan plan_from_json(const Problem& problem, std::string_view text, const syntax::Limits& limits) {
  return plan_of(problem, plan_document_from_json(text, limits));
}
PAIDAN_INLINE PlanDocument plan_document_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<PlanDocument>(text, "plan", limits);
}
PAIDAN_INLINE std::string match_to_json(const Problem& problem, const Match& match, syntax::Layout layout) {
  return syntax::document("match", match_document(problem, match), layout, problem.data().zone);
}
PAIDAN_INLINE std::string pair_answer_to_json(const Problem& problem, const PairAnswer& answer, syntax::Layout layout) {
  return syntax::document("pair_answer", pair_answer_document(problem, answer), layout, problem.data().zone);
}
PAIDAN_INLINE std::string report_to_json(const Problem& problem, const check::Report& report, syntax::Layout layout) {
  return syntax::document("report", report_document(problem, report), layout, problem.data().zone);
}
PAIDAN_INLINE std::string why_not_to_json(const Problem& problem, const WhyNot& answer, syntax::Layout layout) {
  return syntax::document("why_not", why_not_document(problem, answer), layout, problem.data().zone);
}
PAIDAN_INLINE std::string unassigned_to_json(const Problem& problem, const Unassigned& answer, syntax::Layout layout) {
  return syntax::document("unassigned", unassigned_document(problem, answer), layout, problem.data().zone);
}
PAIDAN_INLINE std::string to_json(const PlanDocument& plan, syntax::Layout layout) {
  return syntax::document("plan", plan, layout);
}
PAIDAN_INLINE std::string to_json(const ActualDocument& actual, syntax::Layout layout) {
  return syntax::document("actual", actual, layout);
}
PAIDAN_INLINE MatchDocument match_document_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<MatchDocument>(text, "match", limits);
}
PAIDAN_INLINE PairAnswerDocument pair_answer_document_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<PairAnswerDocument>(text, "pair_answer", limits);
}
PAIDAN_INLINE ReportDocument report_document_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<ReportDocument>(text, "report", limits);
}
PAIDAN_INLINE WhyNotDocument why_not_document_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<WhyNotDocument>(text, "why_not", limits);
}
PAIDAN_INLINE UnassignedDocument unassigned_document_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<UnassignedDocument>(text, "unassigned", limits);
}

PAIDAN_INLINE ActualDocument actual_from_json(std::string_view text, const ZoneRules& zone,
                                              const syntax::Limits& limits) {
  const syntax::Tree tree = syntax::parse_json(text, limits);
  Errors errors;
  syntax::Reader reader(tree, errors);
  reader.set_zone(&zone);
  ActualDocument value;
  if (syntax::check_header(reader, "actual")) reader.object(0, value, syntax::header_keys);
  errors.throw_if_any();
  return value;
}

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
