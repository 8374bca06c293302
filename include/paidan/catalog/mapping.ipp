#pragma once

#include <paidan/catalog/lint.ipp>
#include <paidan/catalog/mapping.hpp>

#include <algorithm>
#include <cstddef>
#include <map>

namespace paidan::inline PAIDAN_ABI {
namespace catalog {

namespace catalog_detail {

inline int compare_pair(const MappingRow& row, std::string_view category, std::string_view descriptor) {
  const int first = std::string_view(row.category).compare(category);
  return first != 0 ? first : std::string_view(row.descriptor).compare(descriptor);
}

}  // namespace catalog_detail

PAIDAN_INLINE std::vector<Error> Mapping::validate(const MappingData& data, const Catalog& catalog) {
  Errors found;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> seen;
  const std::vector<std::string_view> codes = catalog.codes();
  for (std::size_t i = 0; i < data.rows.size(); ++i) {
    const MappingRow& row = data.rows[i];
    const std::string path = "rows[" + std::to_string(i) + "]";
    if (row.category.empty()) found.add(paidan::errors::missing, path + ".category", {{"field", "category"}}, row.row);
    if (row.descriptor.empty())
      found.add(paidan::errors::missing, path + ".descriptor", {{"field", "descriptor"}}, row.row);
    if (row.reason.empty()) found.add(paidan::errors::missing, path + ".reason", {{"field", "reason"}}, row.row);
    if (const auto [at, fresh] =
            seen.emplace(std::pair<std::string_view, std::string_view>(row.category, row.descriptor), i);
        !fresh) {
      found.add(paidan::errors::duplicate_id, path,
                {{"noun", "pair"},
                 {"noun_zh", "组合"},
                 {"id", row.category + " / " + row.descriptor},
                 {"first", "rows[" + std::to_string(at->second) + "]"}},
                row.row);
    }
    const std::pair<const char*, const std::string*> named[] = {{".code", &row.code},
                                                                {".dispatch_code", &row.dispatch_code}};
    for (const auto& [field, code] : named) {
      if (code->empty() || std::find(codes.begin(), codes.end(), *code) != codes.end()) continue;
      add_unknown_id(
          found, nouns::catalog_entry, *code, path + field, [&] { return codes; }, row.row);
    }
  }
  return found.list();
}

PAIDAN_INLINE Mapping::Mapping(MappingData data, const Catalog& catalog) : data_(std::move(data)) {
  if (std::vector<Error> found = validate(data_, catalog); !found.empty()) throw InvalidInput(std::move(found));
  for (std::size_t i = 0; i < data_.rows.size(); ++i) order_.push_back(static_cast<std::uint32_t>(i));
  std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
    return catalog_detail::compare_pair(data_.rows[a], data_.rows[b].category, data_.rows[b].descriptor) < 0;
  });
}

PAIDAN_INLINE const MappingRow* Mapping::find(std::string_view category, std::string_view descriptor) const {
  const auto at = std::lower_bound(order_.begin(), order_.end(), 0, [&](std::uint32_t i, int) {
    return catalog_detail::compare_pair(data_.rows[i], category, descriptor) < 0;
  });
  if (at == order_.end() || catalog_detail::compare_pair(data_.rows[*at], category, descriptor) != 0) return nullptr;
  return &data_.rows[*at];
}

}  // namespace catalog
}  // namespace paidan::inline PAIDAN_ABI
