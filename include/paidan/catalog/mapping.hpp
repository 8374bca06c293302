// Somebody else's words (two columns: category, descriptor) → our catalog, row by row and with the reason, for all to
// see.
#pragma once

#include <paidan/catalog/catalog.hpp>
#include <paidan/catalog/mapping_data.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace catalog {

/// Immutable and shareable across threads.
class Mapping {
 public:
  Mapping() = default;
  /// Throws InvalidInput with all errors that `validate` finds.
  PAIDAN_EXPORT Mapping(MappingData data, const Catalog& catalog);
  /// A pair given twice, a missing reason, a code that the catalog does not know.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(const MappingData& data, const Catalog& catalog);

  [[nodiscard]] const MappingData& data() const { return data_; }
  /// The row of that pair, exact spelling; nullptr when the mapping says nothing about it.
  [[nodiscard]] PAIDAN_EXPORT const MappingRow* find(std::string_view category, std::string_view descriptor) const;

 private:
  MappingData data_;
  std::vector<std::uint32_t> order_;  // positions sorted by (category, descriptor)
};

}  // namespace catalog
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/catalog/mapping.ipp>
#endif
