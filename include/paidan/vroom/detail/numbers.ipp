#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/vroom/fields.hpp>

#include <string>

namespace paidan::inline PAIDAN_ABI {
namespace vroom_detail {

/// Numbers out of the ranges that `fields.hpp` states.
PAIDAN_INLINE void check_numbers(Errors& errors, const vroom::Input& input) {
  for (std::size_t i = 0; i < input.jobs.size(); ++i) {
    check_ranges(errors, input.jobs[i], "jobs[" + std::to_string(i) + "].");
  }
  for (std::size_t i = 0; i < input.vehicles.size(); ++i) {
    const vroom::Vehicle& vehicle = input.vehicles[i];
    const std::string path = "vehicles[" + std::to_string(i) + "].";
    check_ranges(errors, vehicle, path);
    check_ranges(errors, vehicle.costs, path + "costs.");
    for (std::size_t k = 0; k < vehicle.breaks.size(); ++k) {
      check_ranges(errors, vehicle.breaks[k], path + "breaks[" + std::to_string(k) + "].");
    }
    for (std::size_t k = 0; k < vehicle.steps.size(); ++k) {
      check_ranges(errors, vehicle.steps[k], path + "steps[" + std::to_string(k) + "].");
    }
  }
}

}  // namespace vroom_detail

}  // namespace paidan::inline PAIDAN_ABI
