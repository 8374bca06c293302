// Catalogs, price books, quotes, bills and audits as JSON. Readers throw InvalidInput with all errors of form;
// the validated types (Catalog, PriceBook) judge the meaning.
#pragma once

#include <paidan/catalog/mapping.hpp>
#include <paidan/documents/lists.hpp>
#include <paidan/pricing/audit.hpp>
#include <paidan/pricing/estimate.hpp>
#include <paidan/syntax/limits.hpp>
#include <paidan/syntax/writer.hpp>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

[[nodiscard]] PAIDAN_EXPORT std::string to_json(const catalog::CatalogData& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT catalog::CatalogData catalog_data_from_json(std::string_view text,
                                                                        const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const catalog::MappingData& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT catalog::MappingData mapping_data_from_json(std::string_view text,
                                                                        const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const pricing::PriceBookData& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT pricing::PriceBookData price_book_data_from_json(std::string_view text,
                                                                             const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const pricing::EstimateRequest& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT pricing::EstimateRequest estimate_request_from_json(std::string_view text,
                                                                                const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const pricing::Estimate& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT pricing::Estimate estimate_from_json(std::string_view text,
                                                                 const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const pricing::QuoteFacts& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT pricing::QuoteFacts quote_facts_from_json(std::string_view text,
                                                                      const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const pricing::Quote& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT pricing::Quote quote_from_json(std::string_view text, const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const pricing::Bill& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT pricing::Bill bill_from_json(std::string_view text, const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const ChargesDocument& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT ChargesDocument charges_from_json(std::string_view text, const syntax::Limits& limits = {});
[[nodiscard]] PAIDAN_EXPORT std::string to_json(const pricing::Audit& value,
                                                syntax::Layout layout = syntax::Layout::indented);
[[nodiscard]] PAIDAN_EXPORT pricing::Audit audit_from_json(std::string_view text, const syntax::Limits& limits = {});

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/documents/money_json.ipp>
#endif
