#pragma once

#include <paidan/routing/detail/rich/sequence.hpp>

#include <paidan/routing/detail/by_rule.hpp>

#include <algorithm>

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
  sort_by_rule(keys_, static_cast<std::size_t>(first), orders);
}

PAIDAN_INLINE void Sequence::drawn(std::vector<Index>& orders, SplitMix64& random) const {
  constexpr std::array rules{First::dear, First::dear, First::brief,  First::brief,  First::lengthy, First::far,
                             First::far,  First::near, First::narrow, First::narrow, First::early,   First::late};
  sort_as_drawn(keys_, rules, orders, random);
}

}  // namespace routing::rich
}  // namespace paidan::inline PAIDAN_ABI
