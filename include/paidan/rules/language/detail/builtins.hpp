// FEEL's functions that every expression may call.
#pragma once

#include <paidan/rules/feel/value.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace rules {

/// One form of a built-in function. Functions with several forms have several rows.
///
/// `not` `string` `number` `abs` `decimal` `floor` `ceiling` `round up` `round down` `round half up` `round half down`
/// `min` `max` `sum` `count` `list contains` `string length` `contains` `starts with` `ends with` `substring before`
/// `substring after` `upper case` `lower case` `date` `time` `date and time` `duration` `years and months duration`.
struct Builtin {
  std::string_view name;
  std::string_view parameters;  ///< names, separated by commas; `?` after an optional one, `...` for any number
  Value (*apply)(std::span<const Value>);
};

/// All rows, by name.
[[nodiscard]] PAIDAN_EXPORT std::span<const Builtin> builtins();

}  // namespace rules
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/rules/language/detail/builtins.ipp>
#endif
