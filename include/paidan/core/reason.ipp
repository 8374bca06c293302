#pragma once

#include <paidan/core/reason.hpp>

#include <cstddef>

namespace paidan::inline PAIDAN_ABI {

namespace core_detail {

inline constexpr std::array<FamilyInfo, family_count> families{{
    {"skill", "skill", "技能"},
    {"suspended", "suspension", "停派"},
    {"allowed", "allowed technicians", "指定师傅"},
    {"group", "group or region", "班组与区域"},
    {"language", "language", "语言"},
    {"tools", "tools", "工具"},
    {"parts", "parts", "配件"},
    {"reach", "reachability", "路线可达"},
    {"window", "time window", "预约时段"},
    {"shift", "shift hours", "班次时间"},
    {"breaks", "breaks", "休息时间"},
    {"jobs", "number of jobs", "接单上限"},
    {"travel_time", "travel time", "路程时间上限"},
    {"distance", "distance", "里程上限"},
    {"pin", "pinned assignment", "锁定安排"},
    {"commitments", "promises to other customers", "对其他客户的承诺"},
    {"links", "linked orders", "关联工单"},
}};

}  // namespace core_detail

PAIDAN_INLINE std::vector<Family> FamilySet::list() const {
  std::vector<Family> all;
  for (int i = 0; i < family_count; ++i) {
    if (has(bits, static_cast<Family>(i))) all.push_back(static_cast<Family>(i));
  }
  return all;
}

PAIDAN_INLINE const FamilyInfo& info(Family family) {
  return core_detail::families.at(static_cast<std::size_t>(family));
}

}  // namespace paidan::inline PAIDAN_ABI
