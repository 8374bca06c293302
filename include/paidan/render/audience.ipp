#pragma once

#include <paidan/render/audience.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace render {

PAIDAN_INLINE Names::Names(std::vector<Name> names) : names_(std::move(names)) {
  std::stable_sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) { return a.id < b.id; });
}

PAIDAN_INLINE std::string_view Names::of(std::string_view id, Language language) const {
  const auto found = std::lower_bound(names_.begin(), names_.end(), id,
                                      [](const Name& name, std::string_view wanted) { return name.id < wanted; });
  if (found == names_.end() || found->id != id) return id;
  const std::string& text = language == Language::zh ? found->zh : found->en;
  return text.empty() ? id : std::string_view(text);
}

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI
