#pragma once

#include <paidan/io/fields.hpp>
#include <paidan/io/reader.hpp>
#include <paidan/io/result_json.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace io {

PAIDAN_INLINE std::string plan_to_json(const Problem& problem, const Plan& plan, Layout layout) {
  return document("plan", plan_document(problem, plan), layout, problem.data().zone);
}
PAIDAN_INLINE Plan plan_from_json(const Problem& problem, std::string_view text, const Limits& limits) {
  return plan_of(problem, plan_document_from_json(text, limits));
}
PAIDAN_INLINE PlanDocument plan_document_from_json(std::string_view text, const Limits& limits) {
  return read_document<PlanDocument>(text, "plan", limits);
}
PAIDAN_INLINE std::string match_to_json(const Problem& problem, const Match& match, Layout layout) {
  return document("match", match_document(problem, match), layout, problem.data().zone);
}
PAIDAN_INLINE std::string pair_answer_to_json(const Problem& problem, const PairAnswer& answer, Layout layout) {
  return document("pair_answer", pair_answer_document(problem, answer), layout, problem.data().zone);
}
PAIDAN_INLINE std::string report_to_json(const Problem& problem, const check::Report& report, Layout layout) {
  return document("report", report_document(problem, report), layout, problem.data().zone);
}
PAIDAN_INLINE std::string why_not_to_json(const Problem& problem, const WhyNot& answer, Layout layout) {
  return document("why_not", why_not_document(problem, answer), layout, problem.data().zone);
}
PAIDAN_INLINE std::string unassigned_to_json(const Problem& problem, const Unassigned& answer, Layout layout) {
  return document("unassigned", unassigned_document(problem, answer), layout, problem.data().zone);
}
PAIDAN_INLINE std::string to_json(const PlanDocument& plan, Layout layout) { return document("plan", plan, layout); }
PAIDAN_INLINE std::string to_json(const ActualDocument& actual, Layout layout) {
  return document("actual", actual, layout);
}
PAIDAN_INLINE MatchDocument match_document_from_json(std::string_view text, const Limits& limits) {
  return read_document<MatchDocument>(text, "match", limits);
}
PAIDAN_INLINE PairAnswerDocument pair_answer_document_from_json(std::string_view text, const Limits& limits) {
  return read_document<PairAnswerDocument>(text, "pair_answer", limits);
}
PAIDAN_INLINE ReportDocument report_document_from_json(std::string_view text, const Limits& limits) {
  return read_document<ReportDocument>(text, "report", limits);
}
PAIDAN_INLINE WhyNotDocument why_not_document_from_json(std::string_view text, const Limits& limits) {
  return read_document<WhyNotDocument>(text, "why_not", limits);
}
PAIDAN_INLINE UnassignedDocument unassigned_document_from_json(std::string_view text, const Limits& limits) {
  return read_document<UnassignedDocument>(text, "unassigned", limits);
}

PAIDAN_INLINE ActualDocument actual_from_json(std::string_view text, const ZoneRules& zone, const Limits& limits) {
  const Tree tree = parse_json(text, limits);
  Errors errors;
  Reader reader(tree, errors);
  reader.set_zone(&zone);
  ActualDocument value;
  if (check_header(reader, "actual")) reader.object(0, value, header_keys);
  errors.throw_if_any();
  return value;
}

PAIDAN_INLINE void write_errors(Writer& writer, std::span<const Error> errors) {
  writer.begin_array(false);
  for (const Error& error : errors) {
    writer.begin_object();
    writer.key("code");
    writer.text(error.code());
    writer.key("path");
    writer.text(error.path);
    if (error.row > 0) {
      writer.key("row");
      writer.integer(error.row);
    }
    writer.key("message");
    writer.text(error.message(Language::en));
    writer.key("message_zh");
    writer.text(error.message(Language::zh));
    writer.key("parameters");
    writer.begin_object();
    for (const Parameter& parameter : error.parameters) {
      writer.key(parameter.name);
      writer.text(parameter.value);
    }
    writer.end_object();
    writer.end_object();
  }
  writer.end_array();
}

PAIDAN_INLINE std::string errors_to_json(std::span<const Error> errors, Layout layout) {
  Writer writer(layout);
  writer.begin_object();
  writer.key("errors");
  write_errors(writer, errors);
  writer.end_object();
  return writer.take();
}

}  // namespace io
}  // namespace paidan::inline PAIDAN_ABI
