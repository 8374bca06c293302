// Policies, claims, verdicts, certificates and calendars as JSON. Readers throw InvalidInput with all errors of form;
// the validated types (PolicySet, Calendar) judge the meaning.
#pragma once

#include <paidan/io/limits.hpp>
#include <paidan/io/lists.hpp>
#include <paidan/io/writer.hpp>
#include <paidan/warranty/certificate.hpp>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace io {

[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::PolicySetData& value, Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::PolicySetData policy_set_data_from_json(std::string_view text,
                                                                              const Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::Claim& value, Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::Claim claim_from_json(std::string_view text, const Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::Verdict& value, Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::Verdict verdict_from_json(std::string_view text, const Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::Counterfactual& value,
                                                Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::Counterfactual counterfactual_from_json(std::string_view text,
                                                                              const Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::CertificateRequest& value,
                                                Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::CertificateRequest certificate_request_from_json(std::string_view text,
                                                                                       const Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const warranty::Certificate& value, Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT warranty::Certificate certificate_from_json(std::string_view text,
                                                                        const Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const CalendarDocument& value, Layout layout = Layout::indented);
[[nodiscard]] PAIDAN_EXPORT CalendarDocument calendar_document_from_json(std::string_view text,
                                                                         const Limits& limits = {});

}  // namespace io
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/io/warranty_json.ipp>
#endif
