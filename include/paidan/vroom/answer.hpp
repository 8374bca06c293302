// VROOM's output: who goes where and when, in the words and seconds of its input. Nobody's clock is in it, so
// `computing_times` is not.
#pragma once

#include <paidan/syntax/writer.hpp>
#include <paidan/vroom/input.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paidan::inline PAIDAN_ABI {
namespace vroom {

/// Of none: every route keeps every condition.
struct Violation {
  std::string cause = {};
  friend bool operator==(const Violation&, const Violation&) = default;
};

struct Step {
  StepType type = StepType::job;
  std::optional<std::string> description = {};
  std::optional<std::vector<syntax::Raw>> location = {};
  std::optional<std::int64_t> location_index = {};
  std::optional<std::int64_t> id = {};
  std::int64_t setup = 0;
  std::int64_t service = 0;
  std::int64_t waiting_time = 0;
  std::optional<Numbers> load = {};
  std::int64_t arrival = 0;
  std::int64_t duration = 0;
  std::optional<std::int64_t> distance = {};
  std::vector<Violation> violations = {};
  friend bool operator==(const Step&, const Step&) = default;
};

/// What routes add up to.
struct Totals {
  std::int64_t cost = 0;
  std::optional<Numbers> delivery = {};
  std::optional<Numbers> pickup = {};
  std::int64_t setup = 0;
  std::int64_t service = 0;
  std::int64_t duration = 0;
  std::int64_t waiting_time = 0;
  std::int64_t priority = 0;
  std::optional<std::int64_t> distance = {};
  std::vector<Violation> violations = {};
  friend bool operator==(const Totals&, const Totals&) = default;
};

struct Summary : Totals {
  std::int64_t routes = 0;
  std::int64_t unassigned = 0;
  friend bool operator==(const Summary&, const Summary&) = default;
};

struct RouteTold : Totals {
  std::int64_t vehicle = 0;
  std::optional<std::string> description = {};
  std::vector<Step> steps = {};
  friend bool operator==(const RouteTold&, const RouteTold&) = default;
};

/// A job in no route.
struct Left {
  std::int64_t id = 0;
  StepType type = StepType::job;
  std::optional<std::string> description = {};
  std::optional<std::vector<syntax::Raw>> location = {};
  std::optional<std::int64_t> location_index = {};
  friend bool operator==(const Left&, const Left&) = default;
};

struct Answer {
  std::int32_t code = 0;
  Summary summary = {};
  std::vector<Left> unassigned = {};
  std::vector<RouteTold> routes = {};
  friend bool operator==(const Answer&, const Answer&) = default;
};

}  // namespace vroom
}  // namespace paidan::inline PAIDAN_ABI
