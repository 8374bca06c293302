// Plans, matches, reports and explanations as JSON: ids, and times with the offset of the problem's zone.
#pragma once

#include <paidan/documents/documents.hpp>
#include <paidan/syntax/limits.hpp>
#include <paidan/syntax/writer.hpp>

#include <span>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

[[nodiscard]] PAIDAN_EXPORT std::string plan_to_json(const Problem& problem, const Plan& plan,
                                                     syntax::Layout layout = syntax::Layout::indented);
/// Kind `plan`. Throws InvalidInput: errors of form; then another problem's plan, unknown ids. Validity is `check`'s
/// affair.
[[nodiscard]] PAIDAN_EXPORT Plan plan_from_json(const Problem& problem, std::string_view text,
                                                const syntax::Limits& limits = {});
/// Form only, without a problem at hand.
[[nodiscard]] PAIDAN_EXPORT PlanDocument plan_document_from_json(std::string_view text,
                                                                 const syntax::Limits& limits = {});

[[nodiscard]] PAIDAN_EXPORT std::string match_to_json(const Problem& problem, const Match& match,
                                                      syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT std::string pair_answer_to_json(const Problem& problem, const PairAnswer& answer,
                                                            syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT std::string report_to_json(const Problem& problem, const check::Report& report,
                                                       syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT std::string why_not_to_json(const Problem& problem, const WhyNot& answer,
                                                        syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT std::string unassigned_to_json(const Problem& problem, const Unassigned& answer,
                                                           syntax::Layout layout = syntax::Layout::indented);

[[nodiscard]] PAIDAN_EXPORT std::string to_json(const PlanDocument& document,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const ActualDocument& document,
                                                syntax::Layout layout = syntax::Layout::indented);
/// Kind `actual`: what the host really did. Local times are read in `zone`.
[[nodiscard]] PAIDAN_EXPORT ActualDocument actual_from_json(std::string_view text, const ZoneRules& zone,
                                                            const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT MatchDocument match_document_from_json(std::string_view text,
                                                                   const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT PairAnswerDocument pair_answer_document_from_json(std::string_view text,
                                                                              const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT ReportDocument report_document_from_json(std::string_view text,
                                                                     const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT WhyNotDocument why_not_document_from_json(std::string_view text,
                                                                      const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT UnassignedDocument unassigned_document_from_json(std::string_view text,
                                                                             const syntax::Limits& limits = {});

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/documents/result_json.ipp>
#endif
