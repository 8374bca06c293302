// Judges routes by the instance alone; shares nothing with the engine but the rows of the file.
#pragma once

#include "instance.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace paidan_bench {

struct Judged {
  std::int64_t distance_tenths = 0;
  std::size_t routes = 0;
};

/// Routes of customer numbers, depot left out. Throws std::runtime_error saying what is wrong with them.
[[nodiscard]] inline Judged verify(const Instance& instance, const std::vector<std::vector<std::uint32_t>>& routes) {
  const auto wrong = [&](const std::string& what) { return std::runtime_error(instance.name + ": " + what); };
  std::vector<int> visits(instance.customers.size(), 0);
  const Customer& depot = instance.customers.front();
  Judged judged;
  for (const auto& route : routes) {
    if (route.empty()) continue;
    ++judged.routes;
    std::int64_t time = std::int64_t{depot.ready} * tenths;
    std::int64_t load = 0;
    const Customer* at = &depot;
    for (const std::uint32_t number : route) {
      if (number == 0 || number >= visits.size()) throw wrong("no customer " + std::to_string(number));
      const Customer& next = instance.customers[number];
      const std::int64_t leg = distance_tenths(*at, next);
      judged.distance_tenths += leg;
      time = std::max(time + leg, std::int64_t{next.ready} * tenths);
      if (time > std::int64_t{next.due} * tenths) throw wrong("late at customer " + std::to_string(number));
      time += std::int64_t{next.service} * tenths;
      load += next.demand;
      ++visits[number];
      at = &next;
    }
    const std::int64_t home = distance_tenths(*at, depot);
    judged.distance_tenths += home;
    if (time + home > std::int64_t{depot.due} * tenths) throw wrong("a vehicle comes back late");
    if (load > instance.capacity) throw wrong("a vehicle is overloaded");
  }
  for (std::size_t i = 1; i < visits.size(); ++i) {
    if (visits[i] != 1)
      throw wrong("customer " + std::to_string(i) + " is visited " + std::to_string(visits[i]) + " times");
  }
  if (judged.routes > static_cast<std::size_t>(instance.vehicles)) throw wrong("too many vehicles");
  return judged;
}

}  // namespace paidan_bench
