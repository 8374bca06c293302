#pragma once

#include <paidan/catalog/catalog.hpp>
#include <paidan/catalog/fields.hpp>
#include <paidan/core/fold.hpp>
#include <paidan/core/hash.hpp>
#include <paidan/core/hints.hpp>
#include <paidan/core/ranges.hpp>

#include <algorithm>
#include <cstddef>
#include <map>

namespace paidan::inline PAIDAN_ABI {
namespace catalog {

namespace catalog_detail {

/// Every name of an entry: its code first.
inline std::vector<std::string> names_of(const EntryData& entry) {
  std::vector<std::string> names{fold_ends(entry.code), fold_ends(entry.zh), fold_ends(entry.en)};
  for (const std::string& alias : entry.aliases) names.push_back(fold_ends(alias));
  std::erase_if(names, [](const std::string& name) { return name.empty(); });
  return names;
}

inline void check_entry(Errors& found, const EntryData& entry, const std::string& path) {
  if (entry.zh.empty() && entry.en.empty()) found.add(errors::no_name, path, {}, entry.row);
  check_ranges(found, entry, path + ".", entry.row);
  for (std::size_t k = 0; k < entry.skills.size(); ++k) {
    const std::string at = path + ".skills[" + std::to_string(k) + "]";
    if (entry.skills[k].skill.empty())
      found.add(paidan::errors::missing, at + ".skill", {{"field", "skill"}}, entry.row);
    check_ranges(found, entry.skills[k], at + ".", entry.row);
  }
  for (std::size_t k = 0; k < entry.parts.size(); ++k) {
    const std::string at = path + ".parts[" + std::to_string(k) + "]";
    if (entry.parts[k].part.empty()) found.add(paidan::errors::missing, at + ".part", {{"field", "part"}}, entry.row);
    check_ranges(found, entry.parts[k], at + ".", entry.row);
  }
  for (std::size_t k = 0; k < entry.excludes.size(); ++k) {
    if (find_excluded(entry.excludes[k]) != nullptr) continue;
    std::string known;
    for (const Excluded& one : excluded) known += (known.empty() ? "" : ", ") + std::string(one.code);
    found.add(errors::unknown_excluded, path + ".excludes[" + std::to_string(k) + "]",
              {{"value", entry.excludes[k]}, {"known", known}}, entry.row);
  }
}

inline void hash_list(Hasher& hasher, const std::vector<std::string>& list) {
  hasher.add(static_cast<std::uint64_t>(list.size()));
  for (const std::string& text : list) hasher.add(std::string_view(text));
}

inline std::uint64_t hash_of(const CatalogData& data) {
  Hasher hasher;
  hasher.add(std::string_view(data.id));
  hasher.add(std::string_view(data.version));
  hasher.add(static_cast<std::uint64_t>(data.entries.size()));
  for (const EntryData& entry : data.entries) {
    for (const std::string* text : {&entry.code, &entry.zh, &entry.en, &entry.warranty_category, &entry.note}) {
      hasher.add(std::string_view(*text));
    }
    hash_list(hasher, entry.aliases);
    hasher.add(static_cast<std::uint64_t>(entry.skills.size()));
    for (const SkillNeed& need : entry.skills) {
      hasher.add(std::string_view(need.skill));
      hasher.add(need.level);
    }
    hasher.add(entry.service_minutes);
    if (entry.buffer_minutes != 0) hasher.add(entry.buffer_minutes);  // came after catalogs were stored
    hasher.add(entry.setup_minutes);
    hasher.add(static_cast<std::uint64_t>(entry.parts.size()));
    for (const PartNeed& need : entry.parts) {
      hasher.add(std::string_view(need.part));
      hasher.add(need.quantity);
    }
    hash_list(hasher, entry.price_codes);
    hash_list(hasher, entry.fee_codes);
    hash_list(hasher, entry.inspection_codes);
    hash_list(hasher, entry.excludes);
  }
  return hasher.value();
}

}  // namespace catalog_detail

PAIDAN_INLINE const Excluded* find_excluded(std::string_view code) {
  for (const Excluded& one : excluded) {
    if (one.code == code) return &one;
  }
  return nullptr;
}

PAIDAN_INLINE std::vector<Error> Catalog::validate(const CatalogData& data) {
  Errors found;
  std::map<std::string, std::size_t> codes;  // ordered containers only: no result depends on a hash
  std::map<std::string, std::size_t> names;
  for (std::size_t i = 0; i < data.entries.size(); ++i) {
    const EntryData& entry = data.entries[i];
    const std::string path = "entries[" + std::to_string(i) + "]";
    bool repeated = false;
    if (entry.code.empty()) {
      found.add(paidan::errors::missing, path + ".code", {{"field", "code"}}, entry.row);
    } else if (const auto [at, fresh] = codes.emplace(fold_ends(entry.code), i); !fresh) {
      repeated = true;
      found.add(paidan::errors::duplicate_id, path + ".code",
                {{"noun", "catalog entry"},
                 {"noun_zh", "目录条目"},
                 {"id", entry.code},
                 {"first", "entries[" + std::to_string(at->second) + "]"}},
                entry.row);
    }
    catalog_detail::check_entry(found, entry, path);
    for (const std::string& alias : entry.aliases) {
      if (fold_ends(alias).empty())
        found.add(paidan::errors::missing, path + ".aliases", {{"field", "alias"}}, entry.row);
    }
    if (repeated) continue;  // its names would only repeat the news
    for (const std::string& name : catalog_detail::names_of(entry)) {
      const auto [at, fresh] = names.emplace(name, i);
      if (fresh || at->second == i) continue;
      found.add(errors::ambiguous_name, path, {{"name", name}, {"first", data.entries[at->second].code}}, entry.row);
    }
  }
  return found.list();
}

PAIDAN_INLINE Catalog::Catalog(CatalogData data) : data_(std::move(data)) {
  if (std::vector<Error> found = validate(data_); !found.empty()) throw InvalidInput(std::move(found));
  for (std::size_t i = 0; i < data_.entries.size(); ++i) {
    for (std::string& name : catalog_detail::names_of(data_.entries[i])) {
      names_.emplace_back(std::move(name), static_cast<std::uint32_t>(i));
    }
  }
  std::sort(names_.begin(), names_.end());
  hash_ = catalog_detail::hash_of(data_);
}

PAIDAN_INLINE const EntryData* Catalog::find(std::string_view code_or_name) const {
  const std::string wanted = fold_ends(code_or_name);
  const auto at = std::lower_bound(names_.begin(), names_.end(), wanted,
                                   [](const auto& name, const std::string& text) { return name.first < text; });
  return at != names_.end() && at->first == wanted ? &data_.entries[at->second] : nullptr;
}

PAIDAN_INLINE const EntryData& Catalog::get(std::string_view code_or_name) const {
  if (const EntryData* const entry = find(code_or_name); entry != nullptr) return *entry;
  throw InvalidInput(unknown_id(nouns::service, code_or_name, "service", words()));
}

PAIDAN_INLINE std::vector<std::string_view> Catalog::words() const {
  std::vector<std::string_view> words;
  for (const EntryData& one : data_.entries) words.insert(words.end(), {one.code, one.zh, one.en});
  return words;
}

PAIDAN_INLINE std::vector<std::string_view> Catalog::codes() const {
  std::vector<std::string_view> codes;
  codes.reserve(data_.entries.size());
  for (const EntryData& entry : data_.entries) codes.emplace_back(entry.code);
  return codes;
}

}  // namespace catalog
}  // namespace paidan::inline PAIDAN_ABI
