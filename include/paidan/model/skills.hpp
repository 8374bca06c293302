// Skills with levels: what an order needs and what a technician holds.
#pragma once

#include <paidan/core/time.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace paidan::inline PAIDAN_ABI {

/// Needed: at least this level.
struct SkillLevel {
  std::string skill = {};
  std::int32_t level = 1;  ///< 1 … 9
  friend bool operator==(const SkillLevel&, const SkillLevel&) = default;
};

/// Held, perhaps by a certificate that runs out. Valid on both named days (zone of the problem).
struct SkillHeld {
  std::string skill = {};
  std::int32_t level = 1;  ///< 1 … 9
  std::optional<Date> valid_from = {};
  std::optional<Date> valid_until = {};
  friend bool operator==(const SkillHeld&, const SkillHeld&) = default;
};

}  // namespace paidan::inline PAIDAN_ABI
