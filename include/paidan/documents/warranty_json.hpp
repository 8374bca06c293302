// Policies, claims, verdicts, certificates and calendars as JSON. Readers throw InvalidInput with all errors of form;
// the validated types (PolicySet, Calendar) judge the meaning.
#pragma once

#include <paidan/documents/lists.hpp>
#include <paidan/syntax/limits.hpp>
#include <paidan/syntax/writer.hpp>
#include <paidan/warranty/certificate.hpp>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::PolicySetData& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::PolicySetData policy_set_data_from_json(std::string_view text,
                                                                              const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::Claim& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::Claim claim_from_json(std::string_view text, const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::Verdict& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::Verdict verdict_from_json(std::string_view text,
                                                                const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::Counterfactual& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::Counterfactual counterfactual_from_json(std::string_view text,
                                                                              const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::CertificateRequest& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::CertificateRequest certificate_request_from_json(
    std::string_view text, const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::Certificate& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::Certificate certificate_from_json(std::string_view text,
                                                                        const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const CalendarDocument& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT CalendarDocument calendar_document_from_json(std::string_view text,
                                                                         const syntax::Limits& limits = {});

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/documents/warranty_json.ipp>
#endif
