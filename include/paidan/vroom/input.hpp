// VROOM's input as it stands in a file: jobs, vehicles, matrices. Times are seconds – from the beginning of the day or
// since 1970 –, distances metres, coordinates [lon, lat]. Plain data; `Question` says what is wrong with it.
#pragma once

#include <paidan/core/decimal.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace vroom {

using Numbers = std::vector<std::int64_t>;

struct Job {
  std::int64_t id = 0;
  std::optional<std::string> description = {};
  std::optional<std::vector<double>> location = {};  ///< [lon, lat]
  std::optional<std::int64_t> location_index = {};   ///< row of the matrices
  std::int64_t setup = 0;                            ///< falls away where the vehicle already is
  std::int64_t service = 0;
  std::map<std::string, std::int64_t> setup_per_type = {};    ///< instead of `setup`, by the vehicle's type
  std::map<std::string, std::int64_t> service_per_type = {};  ///< instead of `service`
  Numbers delivery = {};                                      ///< on board from the start of the route to here
  Numbers pickup = {};                                        ///< on board from here to the end
  Numbers skills = {};                                        ///< all are needed
  std::int64_t priority = 0;
  std::vector<Numbers> time_windows = {};  ///< [first start, last start], both included; any of them
  friend bool operator==(const Job&, const Job&) = default;
};

struct VehicleBreak {
  std::int64_t id = 0;
  std::optional<std::string> description = {};
  std::vector<Numbers> time_windows = {};  ///< [first start, last start]; none: any time of the vehicle's day
  std::int64_t service = 0;                ///< how long it is
  std::optional<Numbers> max_load = {};    ///< refused
  friend bool operator==(const VehicleBreak&, const VehicleBreak&) = default;
};

/// A route's cost: `fixed`, and so much for time on the road, time at work, and way.
struct VehicleCosts {
  std::int64_t fixed = 0;
  std::int64_t per_hour = 3'600;
  std::int64_t per_task_hour = 0;
  std::int64_t per_km = 0;
  friend bool operator==(const VehicleCosts&, const VehicleCosts&) = default;
};

enum class StepType : std::uint8_t { start, job, pickup, delivery, break_, end };

/// Of the route that a vehicle is thought to have: where the search begins.
struct VehicleStep {
  StepType type = StepType::job;
  std::optional<std::int64_t> id = {};
  std::optional<std::int64_t> service_at = {};  ///< refused, as the two below: of VROOM's plan mode
  std::optional<std::int64_t> service_after = {};
  std::optional<std::int64_t> service_before = {};
  friend bool operator==(const VehicleStep&, const VehicleStep&) = default;
};

struct Vehicle {
  std::int64_t id = 0;
  std::optional<std::string> description = {};
  std::string profile = "car";
  std::optional<std::vector<double>> start = {};
  std::optional<std::int64_t> start_index = {};
  std::optional<std::vector<double>> end = {};
  std::optional<std::int64_t> end_index = {};
  std::optional<Numbers> capacity = {};
  VehicleCosts costs = {};
  Numbers skills = {};
  std::optional<std::string> type = {};
  std::optional<Numbers> time_window = {};
  std::vector<VehicleBreak> breaks = {};
  Decimal speed_factor = Decimal(1);
  std::optional<std::int64_t> max_tasks = {};
  std::optional<std::int64_t> max_travel_time = {};
  std::optional<std::int64_t> max_distance = {};
  std::vector<VehicleStep> steps = {};
  friend bool operator==(const Vehicle&, const Vehicle&) = default;
};

struct ProfileMatrices {
  std::vector<Numbers> durations = {};
  std::optional<std::vector<Numbers>> distances = {};
  std::optional<std::vector<Numbers>> costs = {};  ///< refused
  friend bool operator==(const ProfileMatrices&, const ProfileMatrices&) = default;
};

struct Input {
  std::vector<Job> jobs = {};
  std::vector<Vehicle> vehicles = {};
  std::map<std::string, ProfileMatrices> matrices = {};  ///< by profile; none: ways are straight lines
  friend bool operator==(const Input&, const Input&) = default;
};

}  // namespace vroom
}  // namespace paidan::inline PAIDAN_ABI
