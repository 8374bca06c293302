#pragma once

#include <paidan/rules/language/names.hpp>

#include <algorithm>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

namespace rules_detail {

/// Every run of blanks as one, none at the ends.
inline std::string single_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace rules_detail

PAIDAN_INLINE std::size_t Names::add(std::string_view name) {
  std::string clean = rules_detail::single_blanks(name);
  const auto known = clean.empty() ? names_.end() : std::find(names_.begin(), names_.end(), clean);
  if (known != names_.end()) return static_cast<std::size_t>(known - names_.begin());
  names_.push_back(std::move(clean));
  return names_.size() - 1;
}

PAIDAN_INLINE void Names::append(std::string_view name) { names_.push_back(rules_detail::single_blanks(name)); }

PAIDAN_INLINE void Names::hide(std::string_view name) {
  if (const std::optional<std::size_t> slot = find(name)) names_[*slot].clear();
}

PAIDAN_INLINE void Names::add_member(std::string_view name) {
  std::string clean = rules_detail::single_blanks(name);
  if (std::find(members_.begin(), members_.end(), clean) == members_.end()) members_.push_back(std::move(clean));
}

PAIDAN_INLINE std::optional<std::size_t> Names::find(std::string_view name) const {
  const std::string clean = rules_detail::single_blanks(name);
  const auto known = clean.empty() ? names_.end() : std::find(names_.begin(), names_.end(), clean);
  if (known == names_.end()) return std::nullopt;
  return static_cast<std::size_t>(known - names_.begin());
}

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI
