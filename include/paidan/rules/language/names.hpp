// The names an expression may use: variables with their slots, and names of components.
#pragma once

#include <paidan/config.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

/// Variables in scope. The n-th value given to `evaluate` belongs to the n-th name. Names may hold blanks, Unicode and
/// the signs `.` `/` `-` `'` `+` `*`; where several match in a text, the longest wins. A run of blanks counts as one.
class Names {
 public:
  Names() = default;
  Names(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) add(name);
  }
  explicit Names(std::span<const std::string> names) {
    for (const std::string& name : names) add(name);
  }

  /// The slot of the name; a name already there keeps its slot.
  PAIDAN_EXPORT std::size_t add(std::string_view name);
  /// A slot of its own at the end, also for an empty name, which nothing can refer to.
  PAIDAN_EXPORT void append(std::string_view name);
  /// The slot stays, its name is forgotten.
  PAIDAN_EXPORT void hide(std::string_view name);
  /// A component's name: known after a dot (`loan.monthly rate`). Needed only for names that are not plain words.
  PAIDAN_EXPORT void add_member(std::string_view name);

  [[nodiscard]] PAIDAN_EXPORT std::optional<std::size_t> find(std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const std::vector<std::string>& list() const { return names_; }
  [[nodiscard]] const std::vector<std::string>& members() const { return members_; }

 private:
  std::vector<std::string> names_;
  std::vector<std::string> members_;
};

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/language/names.ipp>
#endif
