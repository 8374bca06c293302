// Orders for several technicians at once, split into one for each.
#pragma once

#include <paidan/model/dense.hpp>
#include <paidan/model/problem_data.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace model_detail {

inline bool has_crews(const ProblemData& data) {
  return std::any_of(data.orders.begin(), data.orders.end(), [](const Order& order) { return order.crew > 1; });
}

inline std::string crew_mate_id(const Order& order, std::int32_t number) {
  return order.id + "#" + std::to_string(number);
}

/// Is it an order for a further technician of the crew of `first`? A host's own order may be named and linked as one,
/// so it also has to hold nothing that the first does not say for it.
inline bool is_crew_mate(const Order& order, const Order& first) {
  if (order.links != std::vector{Link{.order = first.id}} || !order.id.starts_with(first.id + "#")) return false;
  const std::string_view number = std::string_view(order.id).substr(first.id.size() + 1);
  const bool digits = std::all_of(number.begin(), number.end(), [](char one) { return '0' <= one && one <= '9'; });
  if (!digits || number.empty() || number.front() == '0' || number == "1") return false;
  return order.unserved_cost == 0 && order.tools.empty() && order.parts.empty() && !order.promise && !order.pin &&
         order.location == first.location && order.service == first.service && order.skills == first.skills;
}

/// The first of the crew that the order is a further technician of; none where it is an order of its own. What can be
/// said of the others is said of the first.
inline OrderIndex first_of_crew(const ProblemData& data, const Dense& dense, std::size_t order) {
  if (data.orders[order].links.size() != 1) return {};
  for (const std::uint32_t row : dense.orders.links[order]) {
    const LinkRow& link = dense.links[row];
    if (link.second.at() != order) continue;
    return is_crew_mate(data.orders[order], data.orders[link.first.at()]) ? link.first : OrderIndex();
  }
  return {};
}
inline bool is_crew_mate(const ProblemData& data, const Dense& dense, std::size_t order) {
  return first_of_crew(data, dense, order).valid();
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
