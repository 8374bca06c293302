// A match in words: why an order is not with a technician, what must be served but cannot be, what a place is worth.
#pragma once

#include <paidan/core/error.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/match_review.hpp>
#include <paidan/model/problem.hpp>
#include <paidan/render/audience.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace render {

/// Why an order is not with this shift. Dispatcher and internal: the reasons, or what the whole match would cost more –
/// in minutes of travel as the objective values them – and who would move. Technician: the reasons, no other order.
/// Customer: only whether this technician comes.
[[nodiscard]] PAIDAN_EXPORT std::string pair_answer(const Problem& problem, const PairAnswer& answer, Audience audience,
                                                    Language language, const Names& names = {});

/// Must-serve orders that share too few places. Dispatcher and internal: which orders (at most `limit` by name) and
/// technicians. Technician: how many. Customer: that nobody is free.
[[nodiscard]] PAIDAN_EXPORT std::string shortage(const Problem& problem, const MatchShortage& shortage,
                                                 Audience audience, Language language, std::size_t limit = 10,
                                                 const Names& names = {});

/// What one more place of a shift would save (`MatchReview::place_value`). For dispatchers.
[[nodiscard]] PAIDAN_EXPORT std::string place_value(const Problem& problem, ShiftIndex shift, const PlaceValue& value,
                                                    Language language);
/// What one more place of a technician with the skill would save (`MatchReview::skill_value`). For dispatchers.
[[nodiscard]] PAIDAN_EXPORT std::string skill_value(const Problem& problem, std::string_view skill,
                                                    const PlaceValue& value, Language language,
                                                    const Names& names = {});

}  // namespace render
}  // namespace paidan::inline PAIDAN_ABI

#if defined(PAIDAN_HEADER_ONLY)
#include <paidan/render/match.ipp>
#endif
