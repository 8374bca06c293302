#pragma once

#include <paidan/catalog/lint.hpp>
#include <paidan/core/hints.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace catalog {

namespace catalog_detail {

/// Known words, sorted for search, and the hint for a likely slip.
struct Words {
  std::vector<std::string_view> sorted;
  explicit Words(std::span<const std::string_view> words) : sorted(words.begin(), words.end()) {
    std::sort(sorted.begin(), sorted.end());
  }
  [[nodiscard]] bool has(std::string_view word) const { return std::binary_search(sorted.begin(), sorted.end(), word); }
};

}  // namespace catalog_detail

PAIDAN_INLINE std::vector<Error> lint(const Catalog& catalog, std::span<const std::string_view> price_codes,
                                      std::span<const std::string_view> warranty_categories) {
  Errors found;
  const catalog_detail::Words prices(price_codes);
  const catalog_detail::Words categories(warranty_categories);
  struct List {
    const char* name;
    const std::vector<std::string> EntryData::*codes;
  };
  const List lists[] = {{"price_codes", &EntryData::price_codes},
                        {"fee_codes", &EntryData::fee_codes},
                        {"inspection_codes", &EntryData::inspection_codes}};
  for (std::size_t i = 0; i < catalog.entries().size(); ++i) {
    const EntryData& entry = catalog.entries()[i];
    const std::string path = "entries[" + std::to_string(i) + "]";
    for (const List& list : lists) {
      const std::vector<std::string>& codes = entry.*list.codes;
      for (std::size_t k = 0; k < codes.size(); ++k) {
        if (prices.has(codes[k])) continue;
        add_unknown_id(
            found, nouns::price_code, codes[k], path + "." + list.name + "[" + std::to_string(k) + "]",
            [&] { return price_codes; }, entry.row);
      }
    }
    if (entry.warranty_category.empty() || categories.has(entry.warranty_category) || categories.has("*")) continue;
    add_unknown_id(
        found, nouns::warranty_category, entry.warranty_category, path + ".warranty_category",
        [&] { return warranty_categories; }, entry.row);
  }
  return found.list();
}

}  // namespace catalog
}  // namespace paidan::inline PAIDAN_ABI
