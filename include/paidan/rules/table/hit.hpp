// Hit policies: what a decision table does when several of its rules match (DMN 1.3, 8.2.10).
#pragma once

#include <paidan/config.hpp>
#include <paidan/core/fields.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

enum class HitPolicy : std::uint8_t {
  unique,        ///< U: at most one rule matches; two are an error
  any,           ///< A: several may match if their outputs are equal; otherwise an error
  priority,      ///< P: of the matching rules the one whose output comes first in the outputs' allowed values
  first,         ///< F: the first in table order
  rule_order,    ///< R: a list of all, in table order
  output_order,  ///< O: a list of all, in the order of the outputs' allowed values
  collect,       ///< C: a list of all, in table order (DMN leaves it open; we never shuffle)
  sum,           ///< C+: the sum of all outputs
  min,           ///< C<: the smallest output
  max,           ///< C>: the largest output
  count,         ///< C#: how many rules match
};

/// `U`, `A`, `P`, `F`, `R`, `O`, `C`, `C+`, `C<`, `C>`, `C#`.
[[nodiscard]] PAIDAN_EXPORT std::string_view letter(HitPolicy policy);
/// By letter, DMN name (`UNIQUE`, `RULE ORDER`, `COLLECT`), our name (`rule_order`) or Chinese name (`唯一`); ASCII
/// case and full-width forms of + < > # do not matter. Empty is `unique`, as in DMN. Absent when unknown.
[[nodiscard]] PAIDAN_EXPORT std::optional<HitPolicy> hit_policy(std::string_view text);
/// One rule decides.
[[nodiscard]] constexpr bool single(HitPolicy policy) { return policy <= HitPolicy::first; }
/// One value is made of all outputs.
[[nodiscard]] constexpr bool aggregates(HitPolicy policy) { return policy >= HitPolicy::sum; }
/// The order of the outputs' allowed values decides.
[[nodiscard]] constexpr bool ordered(HitPolicy policy) {
  return policy == HitPolicy::priority || policy == HitPolicy::output_order;
}

}  // namespace rules

template <>
struct EnumNames<rules::HitPolicy> {
  static constexpr std::array names{
      std::string_view("unique"),      std::string_view("any"),          std::string_view("priority"),
      std::string_view("first"),       std::string_view("rule_order"),   std::string_view("output_order"),
      std::string_view("collect"),     std::string_view("collect_sum"),  std::string_view("collect_min"),
      std::string_view("collect_max"), std::string_view("collect_count")};
};

}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/table/hit.ipp>
#endif
