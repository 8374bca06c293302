#pragma once

#include <paidan/core/names.hpp>
#include <paidan/io/fields.hpp>
#include <paidan/io/reader.hpp>
#include <paidan/io/warranty_json.hpp>
#include <paidan/warranty/fields.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace io {

PAIDAN_INLINE std::string to_json(const warranty::PolicySetData& value, Layout layout) {
  return document("policies", value, layout);
}
PAIDAN_INLINE warranty::PolicySetData policy_set_data_from_json(std::string_view text, const Limits& limits) {
  return read_document<warranty::PolicySetData>(text, "policies", limits);
}
PAIDAN_INLINE std::string to_json(const warranty::Claim& value, Layout layout) {
  return document("claim", value, layout);
}
PAIDAN_INLINE warranty::Claim claim_from_json(std::string_view text, const Limits& limits) {
  return read_document<warranty::Claim>(text, "claim", limits);
}
PAIDAN_INLINE std::string to_json(const warranty::Verdict& value, Layout layout) {
  return document("verdict", value, layout);
}
PAIDAN_INLINE warranty::Verdict verdict_from_json(std::string_view text, const Limits& limits) {
  return read_document<warranty::Verdict>(text, "verdict", limits);
}
PAIDAN_INLINE std::string to_json(const warranty::Counterfactual& value, Layout layout) {
  return document("counterfactual", value, layout);
}
PAIDAN_INLINE warranty::Counterfactual counterfactual_from_json(std::string_view text, const Limits& limits) {
  return read_document<warranty::Counterfactual>(text, "counterfactual", limits);
}
PAIDAN_INLINE std::string to_json(const warranty::CertificateRequest& value, Layout layout) {
  return document("certificate_request", value, layout);
}
PAIDAN_INLINE warranty::CertificateRequest certificate_request_from_json(std::string_view text, const Limits& limits) {
  return read_document<warranty::CertificateRequest>(text, "certificate_request", limits);
}
PAIDAN_INLINE std::string to_json(const warranty::Certificate& value, Layout layout) {
  return document("certificate", value, layout);
}
PAIDAN_INLINE warranty::Certificate certificate_from_json(std::string_view text, const Limits& limits) {
  return read_document<warranty::Certificate>(text, "certificate", limits);
}
PAIDAN_INLINE std::string to_json(const CalendarDocument& value, Layout layout) {
  return document("calendar", value, layout);
}
PAIDAN_INLINE CalendarDocument calendar_document_from_json(std::string_view text, const Limits& limits) {
  return read_document<CalendarDocument>(text, "calendar", limits);
}

}  // namespace io
}  // namespace paidan::inline PAIDAN_ABI
