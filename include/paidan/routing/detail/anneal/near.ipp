#pragma once

#include <paidan/routing/detail/anneal/near.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace routing::anneal {

namespace near_detail {

inline constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// 5 × (leg + 0.2 × the least waiting) from `a` to `b`; `never` when `b` cannot be on time behind `a`.
inline std::int64_t closeness(const Ground& ground, Index a, Index b) {
  const Window& first = ground.window(a);
  const Window& second = ground.window(b);
  const std::int32_t leg = ground.leg(a, b);
  const std::int32_t arrival = ground.first_start(a) + first.service + leg;
  if (arrival > second.latest || std::max(arrival, second.earliest) + second.service > ground.last_leave(b))
    return never;
  const std::int32_t waiting = std::max(0, second.earliest - (first.latest + first.service + leg));
  return std::int64_t{5} * leg + waiting;
}

/// The `count` least of `row`, least first.
template <class Row>
void keep_least(Row& row, std::size_t count) {
  count = std::min(count, row.size());
  std::partial_sort(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(count), row.end());
  row.resize(count);
}

}  // namespace near_detail

PAIDAN_INLINE Near::Near(const Ground& ground) {
  find_beside(ground);
  find_around(ground);
}

PAIDAN_INLINE void Near::find_beside(const Ground& ground) {
  using near_detail::never;
  std::vector<std::pair<std::int64_t, std::uint32_t>> row;  // closeness, packed
  for (Index c = 0; c < ground.visit_count(); ++c) {
    row.clear();
    for (Index u = 0; u < ground.visit_count(); ++u) {
      if (u == c) continue;
      const std::int64_t behind = near_detail::closeness(ground, u, c);
      const std::int64_t before = near_detail::closeness(ground, c, u);
      if (behind == never && before == never) continue;
      row.emplace_back(std::min(behind, before), u * 4 + (behind != never ? 1U : 0U) + (before != never ? 2U : 0U));
    }
    near_detail::keep_least(row, beside_count);
    beside_begin_.push_back(beside_.size());
    for (const auto& [close, packed] : row)
      beside_.push_back({packed, std::min(ground.leg(c, packed >> 2U), ground.leg(packed >> 2U, c))});
  }
  beside_begin_.push_back(beside_.size());
}

PAIDAN_INLINE void Near::find_around(const Ground& ground) {
  std::vector<std::pair<std::int32_t, Index>> row;  // way there and back, visit
  around_width_ = ground.visit_count() == 0 ? 0 : std::min<std::size_t>(around_count, ground.visit_count() - 1);
  for (Index c = 0; c < ground.visit_count(); ++c) {
    row.clear();
    for (Index u = 0; u < ground.visit_count(); ++u) {
      if (u != c) row.emplace_back(ground.leg(c, u) + ground.leg(u, c), u);
    }
    near_detail::keep_least(row, around_width_);
    for (const auto& [way, u] : row) around_.push_back(u);
  }
}

}  // namespace routing::anneal
}  // namespace paidan::inline PAIDAN_ABI
