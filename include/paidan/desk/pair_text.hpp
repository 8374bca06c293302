// Pairs as people type them: `ORDER:TECHNICIAN` or `ORDER:TECHNICIAN:SHIFT`.
#pragma once

#include <paidan/dispatch/match.hpp>
#include <paidan/model/problem.hpp>

#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace desk {

/// By ids; where ids hold colons, the first reading that there is. Throws InvalidInput: what is wrong with the reading
/// that got furthest.
[[nodiscard]] PAIDAN_EXPORT MatchPair find_pair(const Problem& problem, std::string_view words,
                                                const std::string& path = "");

}  // namespace desk
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/desk/pair_text.ipp>
#endif
