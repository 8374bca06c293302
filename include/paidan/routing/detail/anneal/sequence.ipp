#pragma once

#include <paidan/routing/detail/anneal/sequence.hpp>

#include <paidan/routing/detail/by_rule.hpp>

#include <algorithm>

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
  sort_by_rule(keys_, static_cast<std::size_t>(first), visits);
}

PAIDAN_INLINE void Sequence::drawn(std::vector<Index>& visits, SplitMix64& random) const {
  constexpr std::array rules{First::heavy, First::heavy,  First::heavy,  First::heavy, First::far,   First::far,
                             First::near,  First::narrow, First::narrow, First::early, First::early, First::late};
  sort_as_drawn(keys_, rules, visits, random);
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
