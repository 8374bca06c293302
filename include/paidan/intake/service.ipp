#pragma once

#include <paidan/intake/service.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace intake {

PAIDAN_INLINE Order order_for(const catalog::EntryData& entry) {
  Order order;
  order.name = entry.zh.empty() ? entry.en : entry.zh;
  order.catalog = entry.code;
  if (entry.service_minutes > 0) order.service = minutes(entry.service_minutes);
  order.buffer = minutes(entry.buffer_minutes);
  order.setup = minutes(entry.setup_minutes);
  for (const catalog::SkillNeed& need : entry.skills) order.skills.push_back({need.skill, need.level});
  for (const catalog::PartNeed& need : entry.parts) order.parts.push_back({need.part, need.quantity});
  return order;
}

}  // namespace intake
}  // namespace paidan::inline PAIDAN_ABI
