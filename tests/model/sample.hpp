// A small valid problem that tests change in one place.
#pragma once

#include <paidan/model/problem.hpp>

#include <string>
#include <vector>

namespace paidan_test {

/// 2024-07-08, a Monday, at that local hour in Shanghai.
inline paidan::Instant at(int hour, int minute = 0) { return {1'720'368'000 + hour * 3'600 + minute * 60}; }

inline paidan::ZoneRules shanghai() { return {"Asia/Shanghai", "test", 8 * 3'600, {}}; }

inline paidan::Technician technician(std::string id) {
  paidan::Technician technician;
  technician.id = std::move(id);
  technician.home = "depot";
  technician.shifts = {{.id = "mon", .start = at(8), .end = at(17), .overtime_cap = paidan::hours(1)}};
  technician.skills = {{.skill = "gas", .level = 2}, {.skill = "electric", .level = 1}};
  return technician;
}

inline paidan::Order order(std::string id, std::string location = "north") {
  paidan::Order order;
  order.id = std::move(id);
  order.location = std::move(location);
  order.skills = {{.skill = "gas", .level = 1}};
  return order;
}

/// Ten minutes between any two places, and not a word on how far that is.
inline paidan::travel::MatrixData times_alone(std::size_t size) {
  paidan::travel::MatrixData matrix{.size = size, .seconds = std::vector<std::int64_t>(size * size, 600)};
  for (std::size_t i = 0; i < size; ++i) matrix.seconds[i * size + i] = 0;
  return matrix;
}

/// Two technicians, three orders, three places a few kilometres apart.
inline paidan::ProblemData sample() {
  paidan::ProblemData data;
  data.origin = at(0);
  data.zone = shanghai();
  data.locations = {{.id = "depot", .name = "Depot", .point = paidan::GeoPoint{312'300'000, 1'214'700'000}},
                    {.id = "north", .point = paidan::GeoPoint{312'600'000, 1'214'700'000}},
                    {.id = "east", .point = paidan::GeoPoint{312'300'000, 1'215'000'000}}};
  data.technicians = {technician("wang"), technician("li")};
  data.orders = {order("1001"), order("1002", "east"), order("1003")};
  return data;
}

}  // namespace paidan_test
