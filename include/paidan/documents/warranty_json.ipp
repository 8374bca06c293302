#pragma once

#include <paidan/core/names.hpp>
#include <paidan/documents/fields.hpp>
#include <paidan/documents/warranty_json.hpp>
#include <paidan/syntax/reader.hpp>
#include <paidan/warranty/fields.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

PAIDAN_INLINE std::string to_json(const warranty::PolicySetData& value, syntax::Layout layout) {
  return syntax::document("policies", value, layout);
}
PAIDAN_INLINE warranty::PolicySetData policy_set_data_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<warranty::PolicySetData>(text, "policies", limits);
}
PAIDAN_INLINE std::string to_json(const warranty::Claim& value, syntax::Layout layout) {
  return syntax::document("claim", value, layout);
}
PAIDAN_INLINE warranty::Claim claim_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<warranty::Claim>(text, "claim", limits);
}
PAIDAN_INLINE std::string to_json(const warranty::Verdict& value, syntax::Layout layout) {
  return syntax::document("verdict", value, layout);
}
PAIDAN_INLINE warranty::Verdict verdict_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<warranty::Verdict>(text, "verdict", limits);
}
PAIDAN_INLINE std::string to_json(const warranty::Counterfactual& value, syntax::Layout layout) {
  return syntax::document("counterfactual", value, layout);
}
PAIDAN_INLINE warranty::Counterfactual counterfactual_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<warranty::Counterfactual>(text, "counterfactual", limits);
}
PAIDAN_INLINE std::string to_json(const warranty::CertificateRequest& value, syntax::Layout layout) {
  return syntax::document("certificate_request", value, layout);
}
PAIDAN_INLINE warranty::CertificateRequest certificate_request_from_json(std::string_view text,
                                                                         const syntax::Limits& limits) {
  return syntax::read_document<warranty::CertificateRequest>(text, "certificate_request", limits);
}
PAIDAN_INLINE std::string to_json(const warranty::Certificate& value, syntax::Layout layout) {
  return syntax::document("certificate", value, layout);
}
PAIDAN_INLINE warranty::Certificate certificate_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<warranty::Certificate>(text, "certificate", limits);
}
PAIDAN_INLINE std::string to_json(const CalendarDocument& value, syntax::Layout layout) {
  return syntax::document("calendar", value, layout);
}
PAIDAN_INLINE CalendarDocument calendar_document_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<CalendarDocument>(text, "calendar", limits);
}

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
