// Where the wings meet: a word of the customer becomes skills, minutes, parts, price codes and a warranty category.
#pragma once

#include <paidan/catalog/entry.hpp>
#include <paidan/core/error.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace catalog {

namespace errors {
inline constexpr ErrorKind ambiguous_name{"ambiguous_name", "'{name}' already names entry '{first}'",
                                          "“{name}”已经指条目“{first}”"};
inline constexpr ErrorKind no_name{"no_name", "an entry needs a Chinese or an English name", "条目须有中文名或英文名"};
inline constexpr ErrorKind unknown_excluded{"unknown_excluded", "unknown exclusion '{value}'; known: {known}",
                                            "未知的不含项“{value}”;可用:{known}"};
}  // namespace errors

/// A thing that a price may exclude: its code, and how texts name it.
struct Excluded {
  std::string_view code;
  std::string_view en;
  std::string_view zh;
};
inline constexpr Excluded excluded[] = {
    {"parts", "parts", "配件"},
    {"refrigerant", "refrigerant", "制冷剂"},
    {"materials", "materials", "材料"},
    {"wall_opening", "wall opening and making good", "开墙及修复"},
};
/// Absent (nullptr) when the code is not in the table.
[[nodiscard]] PAIDAN_EXPORT const Excluded* find_excluded(std::string_view code);

/// Immutable and shareable across threads.
class Catalog {
 public:
  Catalog() = default;
  /// Throws InvalidInput with all errors that `validate` finds.
  PAIDAN_EXPORT explicit Catalog(CatalogData data);
  /// Empty exactly when a Catalog can be built.
  [[nodiscard]] PAIDAN_EXPORT static std::vector<Error> validate(const CatalogData& data);

  /// A changed copy: `auto d = catalog.data(); …; Catalog(d)`.
  [[nodiscard]] const CatalogData& data() const { return data_; }
  [[nodiscard]] const std::vector<EntryData>& entries() const { return data_.entries; }
  /// Content hash over every field but the spreadsheet rows.
  [[nodiscard]] std::uint64_t hash() const { return hash_; }
  /// By code, zh or en name, or alias; surrounding blanks and the case of ASCII letters do not matter. nullptr when
  /// unknown.
  [[nodiscard]] PAIDAN_EXPORT const EntryData* find(std::string_view code_or_name) const;
  /// The same; throws InvalidInput (`unknown_id`, path `service`, the nearest name) when unknown.
  [[nodiscard]] PAIDAN_EXPORT const EntryData& get(std::string_view code_or_name) const;
  /// Codes and names in input order, some of them empty: what a slip may have meant.
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::string_view> words() const;
  /// Codes in input order.
  [[nodiscard]] PAIDAN_EXPORT std::vector<std::string_view> codes() const;

 private:
  CatalogData data_;
  std::vector<std::pair<std::string, std::uint32_t>> names_;  // folded name → entry, sorted
  std::uint64_t hash_ = 0;
};

}  // namespace catalog
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/catalog/catalog.ipp>
#endif
