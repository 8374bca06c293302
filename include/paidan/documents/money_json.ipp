#pragma once

#include <paidan/catalog/fields.hpp>
#include <paidan/documents/fields.hpp>
#include <paidan/documents/money_json.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/syntax/reader.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

PAIDAN_INLINE std::string to_json(const catalog::CatalogData& value, syntax::Layout layout) {
  return syntax::document("catalog", value, layout);
}
PAIDAN_INLINE catalog::CatalogData catalog_data_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<catalog::CatalogData>(text, "catalog", limits);
}
PAIDAN_INLINE std::string to_json(const catalog::MappingData& value, syntax::Layout layout) {
  return syntax::document("mapping", value, layout);
}
PAIDAN_INLINE catalog::MappingData mapping_data_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<catalog::MappingData>(text, "mapping", limits);
}
PAIDAN_INLINE std::string to_json(const pricing::PriceBookData& value, syntax::Layout layout) {
  return syntax::document("prices", value, layout);
}
PAIDAN_INLINE pricing::PriceBookData price_book_data_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<pricing::PriceBookData>(text, "prices", limits);
}
PAIDAN_INLINE std::string to_json(const pricing::EstimateRequest& value, syntax::Layout layout) {
  return syntax::document("estimate_request", value, layout);
}
PAIDAN_INLINE pricing::EstimateRequest estimate_request_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<pricing::EstimateRequest>(text, "estimate_request", limits);
}
PAIDAN_INLINE std::string to_json(const pricing::Estimate& value, syntax::Layout layout) {
  return syntax::document("estimate", value, layout);
}
PAIDAN_INLINE pricing::Estimate estimate_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<pricing::Estimate>(text, "estimate", limits);
}
PAIDAN_INLINE std::string to_json(const pricing::QuoteFacts& value, syntax::Layout layout) {
  return syntax::document("quote_request", value, layout);
}
PAIDAN_INLINE pricing::QuoteFacts quote_facts_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<pricing::QuoteFacts>(text, "quote_request", limits);
}
PAIDAN_INLINE std::string to_json(const pricing::Quote& value, syntax::Layout layout) {
  return syntax::document("quote", value, layout);
}
PAIDAN_INLINE pricing::Quote quote_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<pricing::Quote>(text, "quote", limits);
}
PAIDAN_INLINE std::string to_json(const pricing::Bill& value, syntax::Layout layout) {
  return syntax::document("bill", value, layout);
}
PAIDAN_INLINE pricing::Bill bill_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<pricing::Bill>(text, "bill", limits);
}
PAIDAN_INLINE std::string to_json(const ChargesDocument& value, syntax::Layout layout) {
  return syntax::document("charges", value, layout);
}
PAIDAN_INLINE ChargesDocument charges_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<ChargesDocument>(text, "charges", limits);
}
PAIDAN_INLINE std::string to_json(const pricing::Audit& value, syntax::Layout layout) {
  return syntax::document("audit", value, layout);
}
PAIDAN_INLINE pricing::Audit audit_from_json(std::string_view text, const syntax::Limits& limits) {
  return syntax::read_document<pricing::Audit>(text, "audit", limits);
}

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
