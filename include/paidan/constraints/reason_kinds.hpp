// The one table of what a reason can be, as errors have theirs: code, family, words; put together of the families' own.
#pragma once

#include <paidan/constraints/families/allowed.hpp>
#include <paidan/constraints/families/breaks.hpp>
#include <paidan/constraints/families/commitments.hpp>
#include <paidan/constraints/families/distance.hpp>
#include <paidan/constraints/families/group.hpp>
#include <paidan/constraints/families/jobs.hpp>
#include <paidan/constraints/families/language.hpp>
#include <paidan/constraints/families/links.hpp>
#include <paidan/constraints/families/parts.hpp>
#include <paidan/constraints/families/pin.hpp>
#include <paidan/constraints/families/reach.hpp>
#include <paidan/constraints/families/shift.hpp>
#include <paidan/constraints/families/skill.hpp>
#include <paidan/constraints/families/suspended.hpp>
#include <paidan/constraints/families/tools.hpp>
#include <paidan/constraints/families/travel_time.hpp>
#include <paidan/constraints/families/window.hpp>

#include <array>
#include <string_view>

namespace paidan::inline PAIDAN_ABI {
namespace constraints {

namespace constraints_detail {

template <std::size_t... sizes>
constexpr auto chained(const std::array<ReasonKind, sizes>&... lists) {
  std::array<ReasonKind, (sizes + ...)> all{};
  std::size_t at = 0;
  const auto append = [&](const auto& list) {
    for (const ReasonKind& kind : list) all[at++] = kind;
  };
  (append(lists), ...);
  return all;
}

}  // namespace constraints_detail

/// By family. Those of the pair come from `reasons`, the others from `why_refused` and `why_not`.
inline constexpr std::array reason_kinds =
    constraints_detail::chained(skill_kinds, suspended_kinds, allowed_kinds, group_kinds, language_kinds, tools_kinds,
                                parts_kinds, reach_kinds, window_kinds, shift_kinds, breaks_kinds, jobs_kinds,
                                travel_time_kinds, distance_kinds, pin_kinds, commitments_kinds, links_kinds);

/// Null when there is none of that name.
[[nodiscard]] constexpr const ReasonKind* find_reason_kind(std::string_view detail) {
  for (const ReasonKind& kind : reason_kinds) {
    if (kind.detail == detail) return &kind;
  }
  return nullptr;
}

}  // namespace constraints
}  // namespace paidan::inline PAIDAN_ABI
