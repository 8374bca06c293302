// "Why not this technician?" in words, for the people who dispatch.
#pragma once

#include <paidan/core/reason.hpp>
#include <paidan/dispatch/explain.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/render/audience.hpp>

#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace render {

/// One reason as half a sentence: `缺"燃气"技能(本单要求2级)` / `lacks gas skill level 2`.
[[nodiscard]] PAIDAN_EXPORT std::string reason(const Reason& reason, Language language, const Names& names = {});

/// The whole answer. Dispatcher and internal: the reasons, what relaxing them would allow, which visits would suffer.
/// Technician: the reasons alone. Customer: only whether this technician can come – reasons may concern other people.
[[nodiscard]] PAIDAN_EXPORT std::string why_not(const Problem& problem, const WhyNot& answer, Audience audience,
                                                Language language, const Names& names = {});

/// Why nobody took the order: the nearest misses, one a line, at most `limit`.
[[nodiscard]] PAIDAN_EXPORT std::string why_unassigned(const Problem& problem, const Unassigned& answer,
                                                       Audience audience, Language language, std::size_t limit = 3,
                                                       const Names& names = {});

/// Who takes a matched order and why this one: the terms of the score that are not zero, in minutes-of-travel terms.
[[nodiscard]] PAIDAN_EXPORT std::string assignment(const Problem& problem, const MatchedPair& pair, Audience audience,
                                                   Language language, const Names& names = {});

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/render/explain.ipp>
#endif
