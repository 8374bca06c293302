#pragma once

#include <paidan/model/detail/lists.hpp>
#include <paidan/model/detail/lookup.ipp>

#include <numeric>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

/// Links by order, and who hangs together.
inline void compile_links(Dense& dense, const ProblemData& data, const IdTable& orders) {
  const std::size_t count = data.orders.size();
  std::vector<std::uint32_t> root(count);
  std::iota(root.begin(), root.end(), 0U);
  const auto find = [&](std::uint32_t i) {
    while (root[i] != i) i = root[i] = root[root[i]];
    return i;
  };
  std::vector<std::vector<std::uint32_t>> rows(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (const Link& link : data.orders[i].links) {
      const OrderIndex first = orders.index<OrderTag>(link.order);
      const auto row = static_cast<std::uint32_t>(dense.links.size());
      dense.links.push_back({first, OrderIndex(i), static_cast<std::int32_t>(link.minimum_gap.seconds),
                             static_cast<std::int32_t>(link.maximum_gap.seconds)});
      rows[first.at()].push_back(row);
      rows[i].push_back(row);
      const std::uint32_t a = find(first.value);
      const std::uint32_t b = find(static_cast<std::uint32_t>(i));
      root[std::max(a, b)] = std::min(a, b);
    }
  }
  for (const std::vector<std::uint32_t>& own : rows) dense.orders.links.push(own);
  dense.orders.link_group.assign(count, UINT32_MAX);
  if (dense.links.empty()) return;
  std::vector<std::vector<OrderIndex>> groups;
  for (std::size_t i = 0; i < count; ++i) {
    if (rows[i].empty()) continue;
    const std::uint32_t first = find(static_cast<std::uint32_t>(i));  // the least of the group, so seen before
    if (first == i) {
      dense.orders.link_group[i] = static_cast<std::uint32_t>(groups.size());
      groups.emplace_back();
    }
    dense.orders.link_group[i] = dense.orders.link_group[first];
    groups[dense.orders.link_group[i]].push_back(OrderIndex(i));
  }
  for (const std::vector<OrderIndex>& group : groups) dense.link_groups.push(group);
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
