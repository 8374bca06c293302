// Plans, matches, reports and explanations as JSON: ids, and times with the offset of the problem's zone.
#pragma once

#include <paidan/io/documents.hpp>
#include <paidan/io/limits.hpp>
#include <paidan/io/writer.hpp>

#include <span>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace io {

[[nodiscard]] PAIDAN_EXPORT std::string plan_to_json(const Problem& problem, const Plan& plan,
                                                     Layout layout = Layout::indented);
/// Kind `plan`. Throws InvalidInput: errors of form; then another problem's plan, unknown ids. Validity is `check`'s
/// affair.
[[nodiscard]] PAIDAN_EXPORT Plan plan_from_json(const Problem& problem, std::string_view text,
                                                const Limits& limits = {});
/// Form only, without a problem at hand.
[[nodiscard]] PAIDAN_EXPORT PlanDocument plan_document_from_json(std::string_view text, const Limits& limits = {});

[[nodiscard]] PAIDAN_EXPORT std::string match_to_json(const Problem& problem, const Match& match,
                                                      Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT std::string pair_answer_to_json(const Problem& problem, const PairAnswer& answer,
                                                            Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT std::string report_to_json(const Problem& problem, const check::Report& report,
                                                       Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT std::string why_not_to_json(const Problem& problem, const WhyNot& answer,
                                                        Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT std::string unassigned_to_json(const Problem& problem, const Unassigned& answer,
                                                           Layout layout = Layout::indented);

[[nodiscard]] PAIDAN_EXPORT std::string to_json(const PlanDocument& document, Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const ActualDocument& document, Layout layout = Layout::indented);
/// Kind `actual`: what the host really did. Local times are read in `zone`.
[[nodiscard]] PAIDAN_EXPORT ActualDocument actual_from_json(std::string_view text, const ZoneRules& zone,
                                                            const Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT MatchDocument match_document_from_json(std::string_view text, const Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT PairAnswerDocument pair_answer_document_from_json(std::string_view text,
                                                                              const Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT ReportDocument report_document_from_json(std::string_view text, const Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT WhyNotDocument why_not_document_from_json(std::string_view text, const Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT UnassignedDocument unassigned_document_from_json(std::string_view text,
                                                                             const Limits& limits = {});

/// `{"errors": [{code, path, row, message, message_zh, parameters}]}`; `row` only where there is a sheet.
[[nodiscard]] PAIDAN_EXPORT std::string errors_to_json(std::span<const Error> errors, Layout layout = Layout::indented);
/// The same list as a value of a document that is being written.
PAIDAN_EXPORT void write_errors(Writer& writer, std::span<const Error> errors);

}  // namespace io
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/io/result_json.ipp>
#endif
