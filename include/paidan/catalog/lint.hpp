// Does the catalog point at prices and policies that exist? The other tables are seen as lists of words only.
#pragma once

#include <paidan/catalog/catalog.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace catalog {

/// Every price, fee and inspection code not in `price_codes` and every warranty category not in `warranty_categories`,
/// in input order. `*` among the categories stands for all of them.
[[nodiscard]] PAIDAN_EXPORT std::vector<Error> lint(const Catalog& catalog,
                                                    std::span<const std::string_view> price_codes,
                                                    std::span<const std::string_view> warranty_categories);

}  // namespace catalog
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/catalog/lint.ipp>
#endif
