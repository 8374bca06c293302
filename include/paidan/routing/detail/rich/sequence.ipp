#pragma once

#include <paidan/routing/detail/rich/sequence.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::rich {

PAIDAN_INLINE Sequence::Sequence(const Ground& ground) {
  const OrderColumns& orders = ground.dense().orders;
  for (Index order = 0; order < ground.visit_count(); ++order) {
    const VisitRow& visit = ground.visit(order);
    const std::int64_t weight = ground.in_order() ? orders.honour[order] : orders.unserved_cost[order];
    const std::int64_t until = std::min(visit.high, visit.due);
    const std::int64_t service = orders.service_s[order];
    keys_.push_back({-weight, service, -service, -std::int64_t{ground.far(order)}, ground.far(order), until - visit.low,
                     visit.low, -until});
  }
}

PAIDAN_INLINE void Sequence::by(First first, std::vector<Index>& orders) const {
  constexpr std::size_t few = 32;
  const auto rule = static_cast<std::size_t>(first);
  const auto before = [&](Index a, Index b) { return keys_[a][rule] < keys_[b][rule]; };
  if (orders.size() > few) {
    std::stable_sort(orders.begin(), orders.end(), before);
    return;
  }
  // The ten of a step: std::stable_sort would ask for memory each time.
  for (std::size_t i = 1; i < orders.size(); ++i) {
    const Index moved = orders[i];
    std::size_t at = i;
    for (; at > 0 && before(moved, orders[at - 1]); --at) orders[at] = orders[at - 1];
    orders[at] = moved;
  }
}

PAIDAN_INLINE void Sequence::drawn(std::vector<Index>& orders, SplitMix64& random) const {
  for (std::size_t i = orders.size(); i > 1; --i)
    std::swap(orders[i - 1], orders[random.below(static_cast<std::uint32_t>(i))]);
  constexpr std::size_t any = 4;  // of sixteen
  constexpr std::array rules{First::dear, First::dear, First::brief,  First::brief,  First::lengthy, First::far,
                             First::far,  First::near, First::narrow, First::narrow, First::early,   First::late};
  const std::size_t draw = random.below(16);
  if (draw >= any) by(rules[draw - any], orders);
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
