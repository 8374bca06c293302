// Orders for several technicians at once, split into one for each.
#pragma once

#include <paidan/model/problem_data.hpp>

#include <algorithm>
#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

inline bool has_crews(const ProblemData& data) {
  return std::any_of(data.orders.begin(), data.orders.end(), [](const Order& order) { return order.crew > 1; });
}

inline std::string crew_mate_id(const Order& order, std::int32_t number) {
  return order.id + "#" + std::to_string(number);
}

/// Is it an order for a further technician of a crew? What can be said of it is said of the first.
inline bool is_crew_mate(const Order& order) {
  if (order.links.size() != 1) return false;
  const Link& link = order.links.front();
  return link == Link{.order = link.order} && order.id.starts_with(link.order + "#");
}

/// What a further technician of the crew does: begins together with the first, with the same skills. What counts once
/// for the customer – parts, tools, what was agreed, what it costs not to come, pins and preferences – stays with the
/// first.
inline Order crew_mate(const Order& order, std::int32_t number) {
  Order mate;
  mate.id = crew_mate_id(order, number);
  mate.name = (order.name.empty() ? order.id : order.name) + " #" + std::to_string(number);
  mate.location = order.location;
  mate.service = order.service;
  mate.buffer = order.buffer;
  mate.setup = order.setup;
  mate.skills = order.skills;
  for (const Window& window : order.windows) {
    if (window.hard) mate.windows.push_back(window);
  }
  mate.release = order.release;
  mate.unserved_cost = 0;
  mate.links = {{.order = order.id}};
  mate.allowed = order.allowed;
  mate.blocked = order.blocked;
  mate.groups = order.groups;
  mate.tags = order.tags;
  mate.notes = order.notes;
  return mate;
}

/// Orders for several technicians become as many linked ones, the further ones behind all others.
inline void split_crews(ProblemData& data) {
  const std::size_t count = data.orders.size();
  for (std::size_t i = 0; i < count; ++i) {
    for (std::int32_t number = 2; number <= data.orders[i].crew; ++number)
      data.orders.push_back(crew_mate(data.orders[i], number));
    data.orders[i].crew = 1;
  }
}

}  // namespace model_detail
}  // namespace paidan::inline PAIDAN_ABI
