// Pairs as people name them: an order and a technician, with the shift where the technician has several.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/model/problem.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace documents {

namespace errors {
inline constexpr ErrorKind which_shift{"which_shift", "{technician} has {count} shifts; name one of {known}",
                                       "{technician}有{count}个班次,请写明其中一个:{known}"};
inline constexpr ErrorKind no_shift{"no_shift", "{technician} has no shift", "{technician}没有班次"};
inline constexpr ErrorKind not_a_pair{"not_a_pair", "'{value}' is not ORDER:TECHNICIAN or ORDER:TECHNICIAN:SHIFT",
                                      "“{value}”不是“工单:师傅”或“工单:师傅:班次”"};
}  // namespace errors

/// Of this technician: the one of that id, or without an id the only one there is. Throws InvalidInput.
[[nodiscard]] PAIDAN_EXPORT ShiftIndex find_shift(const Problem& problem, TechnicianIndex technician,
                                                  const std::optional<std::string>& shift,
                                                  const std::string& path = "shift");

/// `ORDER:TECHNICIAN` or `ORDER:TECHNICIAN:SHIFT` by ids; where ids hold colons, the first reading that there is.
/// Throws InvalidInput.
[[nodiscard]] PAIDAN_EXPORT MatchPair find_pair(const Problem& problem, std::string_view words,
                                                const std::string& path = "");

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/documents/pair_names.ipp>
#endif
