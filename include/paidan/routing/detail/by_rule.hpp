// Visits in an order: by one of several keys, or by none.
#pragma once

#include <paidan/core/random.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace routing {

/// By the keys that the visits have under one rule, least first; equal ones stay as they stand.
template <class Keys>
void sort_by_rule(const Keys& keys, std::size_t rule, std::vector<std::uint32_t>& visits) {
  constexpr std::size_t few = 32;
  const auto before = [&](std::uint32_t a, std::uint32_t b) { return keys[a][rule] < keys[b][rule]; };
  if (visits.size() > few) {
    std::stable_sort(visits.begin(), visits.end(), before);
    return;
  }
  // The ten of a step: std::stable_sort would ask for memory each time.
  for (std::size_t i = 1; i < visits.size(); ++i) {
    const std::uint32_t moved = visits[i];
    std::size_t at = i;
    for (; at > 0 && before(moved, visits[at - 1]); --at) visits[at] = visits[at - 1];
    visits[at] = moved;
  }
}

/// In random order, in 4 of 16 draws; else by a rule drawn, equal ones in random order.
template <class Keys, class Rule>
void sort_as_drawn(const Keys& keys, const std::array<Rule, 12>& rules, std::vector<std::uint32_t>& visits,
                   SplitMix64& random) {
  for (std::size_t i = visits.size(); i > 1; --i)
    std::swap(visits[i - 1], visits[random.below(static_cast<std::uint32_t>(i))]);
  const std::size_t draw = random.below(16);
  if (draw >= 4) sort_by_rule(keys, static_cast<std::size_t>(rules[draw - 4]), visits);
}

}  // namespace routing
}  // namespace paidan::inline PAIDAN_ABI
