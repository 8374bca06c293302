// A city's day as a whole `Problem`, to measure what leads from there to a batch: places as in the geo instances.
//
// Technicians: at home where the day starts and ends, 08:00–17:00, one or two of four trades at level U(1, 5), rating
// U(300, 500), at most two hours' travel. Orders: one trade, the lower of two levels U(1, 5), urgency U(0, 3) as the
// priority, service U(20, 90) minutes, a window of two hours that begins at U(8, 15) o'clock for every second order.
#pragma once

#include "assignment.hpp"

#include <paidan/model/problem.hpp>

#include <string>

namespace paidan_bench {

/// Throws what `Problem` throws.
[[nodiscard]] inline paidan::Problem city(std::uint32_t orders, std::uint32_t technicians, std::uint64_t seed) {
  using namespace paidan;
  SplitMix64 random(seed);
  const instances_detail::Places places(random, technicians);
  ProblemData data;
  data.origin = {1'720'396'800};
  const auto place = [&](const std::string& id) {
    const instances_detail::Point p = places.draw(random);
    // About 31° N a metre is 90 (105) ten-millionths of a degree of latitude (longitude).
    const auto lat = static_cast<std::int32_t>(310'000'000 + 90 * p.y);
    const auto lon = static_cast<std::int32_t>(1'210'000'000 + 105 * p.x);
    data.locations.push_back({.id = id, .name = id, .point = GeoPoint{lat, lon, Datum::wgs84}});
    return id;
  };
  const char* const trades[] = {"gas", "electric", "lift", "water"};
  for (std::uint32_t j = 0; j < technicians; ++j) {
    Technician technician;
    technician.id = "T" + std::to_string(j);
    technician.home = place("H" + std::to_string(j));
    Shift shift;
    shift.id = "day";
    shift.start = data.origin + hours(8);
    shift.end = data.origin + hours(17);
    technician.shifts.push_back(shift);
    const auto trade = instances_detail::index(random, 4);
    technician.skills.push_back({trades[trade], static_cast<std::int32_t>(random.between(1, 5)), {}, {}});
    if (random.between(0, 1) == 1) {
      const auto second = (trade + 1 + instances_detail::index(random, 3)) % 4;
      technician.skills.push_back({trades[second], static_cast<std::int32_t>(random.between(1, 5)), {}, {}});
    }
    technician.rating = static_cast<std::int32_t>(random.between(300, 500));
    technician.max_travel = hours(2);
    data.technicians.push_back(std::move(technician));
  }
  for (std::uint32_t i = 0; i < orders; ++i) {
    Order order;
    order.id = "O" + std::to_string(i);
    order.location = place("P" + std::to_string(i));
    const auto trade = instances_detail::index(random, 4);
    const std::int64_t level = random.between(1, 5);
    order.skills.push_back({trades[trade], static_cast<std::int32_t>(std::min(level, random.between(1, 5)))});
    order.priority = static_cast<std::int32_t>(random.between(0, 3));
    order.service = minutes(random.between(20, 90));
    if (i % 2 == 1) {
      const Instant from = data.origin + hours(random.between(8, 15));
      order.windows.push_back({.start = from, .end = from + hours(2), .hard = true});
    }
    data.orders.push_back(std::move(order));
  }
  return Problem(std::move(data));
}

}  // namespace paidan_bench
