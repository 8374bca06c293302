#pragma once

#include <paidan/routing/detail/anneal/sequence.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

PAIDAN_INLINE Sequence::Sequence(const Ground& ground) {
  for (Index v = 0; v < ground.visit_count(); ++v) {
    const Window& window = ground.window(v);
    keys_.push_back({-window.load, -ground.alone(v), ground.alone(v), window.latest - window.earliest, window.earliest,
                     -window.latest});
  }
}

PAIDAN_INLINE void Sequence::by(First first, std::vector<Index>& visits) const {
  constexpr std::size_t few = 32;
  const auto rule = static_cast<std::size_t>(first);
  const auto before = [&](Index a, Index b) { return keys_[a][rule] < keys_[b][rule]; };
  if (visits.size() > few) {
    std::stable_sort(visits.begin(), visits.end(), before);
    return;
  }
  // The ten of a step: std::stable_sort would ask for memory each time.
  for (std::size_t i = 1; i < visits.size(); ++i) {
    const Index moved = visits[i];
    std::size_t at = i;
    for (; at > 0 && before(moved, visits[at - 1]); --at) visits[at] = visits[at - 1];
    visits[at] = moved;
  }
}

PAIDAN_INLINE void Sequence::drawn(std::vector<Index>& visits, SplitMix64& random) const {
  for (std::size_t i = visits.size(); i > 1; --i)
    std::swap(visits[i - 1], visits[random.below(static_cast<std::uint32_t>(i))]);
  constexpr std::size_t any = 4;  // of sixteen
  constexpr std::array rules{First::heavy, First::heavy,  First::heavy,  First::heavy, First::far,   First::far,
                             First::near,  First::narrow, First::narrow, First::early, First::early, First::late};
  const std::size_t draw = random.below(16);
  if (draw >= any) by(rules[draw - any], visits);
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
