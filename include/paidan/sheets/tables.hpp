// Catalogs, prices, policies, mappings and actual visits from tables. Columns are the fields' English or Chinese names.
#pragma once

#include <paidan/catalog/mapping.hpp>
#include <paidan/check/actual.hpp>
#include <paidan/pricing/price_book.hpp>
#include <paidan/sheets/rows.hpp>
#include <paidan/warranty/policy.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace sheets {

/// Rows carry their spreadsheet row, so the validated types name it too. All throw InvalidInput with every error found.
/// What is worth saying of a table goes to `options.notices`.
[[nodiscard]] PAIDAN_EXPORT catalog::CatalogData catalog_data_from_csv(std::string_view bytes,
                                                                       const TableOptions& options = {});
[[nodiscard]] PAIDAN_EXPORT catalog::MappingData mapping_data_from_csv(std::string_view bytes,
                                                                       const TableOptions& options = {});
/// `rules` is the table of quantity rules; empty: none. `id` is the book's, required by price books.
[[nodiscard]] PAIDAN_EXPORT pricing::PriceBookData price_book_data_from_csv(std::string_view prices,
                                                                            std::string_view rules, std::string id,
                                                                            const TableOptions& options = {});
[[nodiscard]] PAIDAN_EXPORT warranty::PolicySetData policy_set_data_from_csv(std::string_view bytes,
                                                                             const TableOptions& options = {});

/// Local times are of `zone`.
[[nodiscard]] PAIDAN_EXPORT check::ActualData actual_from_csv(std::string_view bytes, const ZoneRules& zone,
                                                              const TableOptions& options = {});

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/sheets/tables.ipp>
#endif
